"""Needs your decision: two people changed one answer, and a person chooses (interface section 4.10)."""
