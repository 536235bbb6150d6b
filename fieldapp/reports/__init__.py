"""A record as pages."""
