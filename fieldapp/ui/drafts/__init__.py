"""Drafts: what was begun and not finished, and what can still be put back (interface section 4.11)."""
