"""What the screens around the form runner share: wording, marks, and the way a page reads and shows its state."""
