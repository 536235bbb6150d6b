"""Times of day: `09:30:00` or `09:30:00.000+01:00`, kept as given; seconds are needed; else empty."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?\Z", re.ASCII
)


def fit(value: str) -> str:
    """The time as given, or "" if there is no such time."""
    return value if _TIME.match(value) else ""
