"""One file per step; expand, migrate and contract stand one release apart (protocol 1 section 12)."""
