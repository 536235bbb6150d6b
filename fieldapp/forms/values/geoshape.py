"""Shapes: places with `;` between, three or more, ending where they began; else empty."""

from __future__ import annotations

from fieldapp.forms.values import geopoint
from fieldapp.forms.values.geotrace import points


def fit(value: str) -> str:
    """The shape, or ""."""
    found = points(value)
    if not found or len(found) < 3 or found[0][:2] != found[-1][:2]:
        return ""
    return ";".join(map(geopoint.write, found))
