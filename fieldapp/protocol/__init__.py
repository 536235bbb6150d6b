"""What both ends must agree on to the byte."""
