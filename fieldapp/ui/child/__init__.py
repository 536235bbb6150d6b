"""Child mode: big, calm, still; the child chooses, every mark is kept, and the way to the file is closed."""
