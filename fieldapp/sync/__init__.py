"""Gets it there and back."""
