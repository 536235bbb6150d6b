"""Search: one field, everything on this laptop (interface section 4.4)."""
