"""The plan on one page, to read (interface section 4.9)."""
