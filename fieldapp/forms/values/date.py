"""Days: `2026-03-01`. A moment without an offset is cut to its day; one with an offset, or nonsense, is empty."""

from __future__ import annotations

import re
from datetime import date as calendar_date

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?)?\Z", re.ASCII)


def fit(value: str) -> str:
    """The day, or "" if the text names none of the calendar."""
    match = _DATE.match(value)
    if match is None:
        return ""
    try:
        calendar_date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return ""
    return value[:10]
