"""Unlock: the passphrase, and nothing a stranger should read (interface design 4.2)."""
