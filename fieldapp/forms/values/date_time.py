"""Moments: `2026-03-01T10:00:00.000+00:00`, kept as given, with or without an offset; else empty."""

from __future__ import annotations

from fieldapp.forms.values import date, time


def fit(value: str) -> str:
    """The moment as given, or "" if it is none."""
    if len(value) < 19 or value[10] != "T":
        return ""
    return value if date.fit(value[:10]) and time.fit(value[11:]) else ""
