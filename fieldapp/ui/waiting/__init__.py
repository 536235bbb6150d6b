"""Waiting to send: held, ready, sent lately (interface section 4.11)."""
