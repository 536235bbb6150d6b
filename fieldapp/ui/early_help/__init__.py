"""The early help assessment: the form runner, and over it a grid of what is done for each child and the family."""
