"""Places: `51.5 -0.1 0.0 0.0`, latitude, longitude, then altitude and accuracy if known; else empty."""

from __future__ import annotations

from fieldapp.forms.values import decimal
from fieldapp.forms.xpath.numbers import read_number


def point(value: str) -> tuple[float, ...] | None:
    """Two to four numbers, or None if they are no place on earth. Nought, nought is how devices say "not known"."""
    parts = [read_number(part) for part in value.split()]
    if not len(parts) >= 2 or any(part != part for part in parts[:4]):
        return None
    if abs(parts[0]) > 90 or abs(parts[1]) > 180 or (parts[0] == 0 and parts[1] == 0):
        return None
    return tuple(parts[:4])


def write(found: tuple[float, ...]) -> str:
    """The place in plain decimal notation."""
    return " ".join(decimal.fit(repr(part)) for part in found)


def fit(value: str) -> str:
    """The place, or ""."""
    found = point(value)
    return "" if found is None else write(found)
