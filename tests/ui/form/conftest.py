"""The desk of these tests is `note_desk.py`, beside this file."""
