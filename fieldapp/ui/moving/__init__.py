"""What moving an unfinished note to a newer version of its form would change, and the button that does it."""
