"""Lines: places with `;` between, two or more, not closed; else empty."""

from __future__ import annotations

from fieldapp.forms.values import geopoint


def points(value: str) -> list[tuple[float, ...]] | None:
    """The places of a line or shape, or None if one of them is none."""
    parts = value.split(";")
    if parts and not parts[-1].strip():
        parts.pop()
    found = [geopoint.point(part) for part in parts]
    return [place for place in found if place is not None] if all(found) else None


def fit(value: str) -> str:
    """The line, or ""."""
    found = points(value)
    if not found or len(found) < 2 or found[0][:2] == found[-1][:2]:
        return ""
    return ";".join(map(geopoint.write, found))
