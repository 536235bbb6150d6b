"""One choice: its name, if it is among the choices now."""

from __future__ import annotations

from collections.abc import Container


def fit(value: str, names: Container[str]) -> str:
    """The name, or "" if it is not offered."""
    return value if value in names else ""
