"""Text: kept as given, spaces and all."""

from __future__ import annotations


def fit(value: str) -> str:
    """The text itself."""
    return value
