"""Sync gets this laptop's work there and the family's news back; it never decides what a conflict means."""
