"""The central end."""
