"""Invented families and the demonstration."""
