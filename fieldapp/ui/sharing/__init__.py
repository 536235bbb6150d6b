"""Check before you share: a copy of a record for one reader, looked through before it leaves (interface section 4.14)."""
