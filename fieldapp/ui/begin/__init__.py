"""Begin a note from the rail: which form, then for which family."""
