"""Families: everyone this user may open, one line each (interface section 4.4)."""
