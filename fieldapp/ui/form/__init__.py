"""The form runner: a note being written, saved at every pause, checked at the end, finished with its gaps named."""
