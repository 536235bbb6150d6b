"""People and relationships: everybody in and around a family, and what is on record of who is what to whom."""
