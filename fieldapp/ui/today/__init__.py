"""Today: leave the office ready, start the next note in one press (interface section 4.3)."""
