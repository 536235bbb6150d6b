"""On this laptop: what is carried, what is not sent, and who can see what (interface section 4.12)."""
