"""A tick: `OK`, or empty."""

from __future__ import annotations


def fit(value: str) -> str:
    """`OK` for ok in any case, else ""."""
    return "OK" if value.lower() == "ok" else ""
