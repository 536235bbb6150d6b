"""A number on a line from `start` to `end`: fitted as its bind's type, empty outside."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.forms.xpath.numbers import read_number


def fitting(start: float, end: float, base: Callable[[str], str]) -> Callable[[str], str]:
    """The fitting function of one range control."""
    low, high = min(start, end), max(start, end)

    def fit(value: str) -> str:
        fitted = base(value)
        return fitted if fitted and low <= read_number(fitted) <= high else ""

    return fit
