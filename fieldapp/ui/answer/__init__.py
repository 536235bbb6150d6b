"""Record answer: what was done about something a child said, and whether the child has been told."""
