"""Whole numbers of 32 bits (XML Schema `int`): no leading zeros; a fraction is cut toward zero; else empty."""

from __future__ import annotations

from fieldapp.forms.xpath.numbers import read_number

MAX = 2_147_483_647
MIN = -2_147_483_648


def fit(value: str) -> str:
    """The number as XML Schema writes it, or "" for what is none or needs more than 32 bits."""
    if len(value) < 10 and value.isdecimal() and value.isascii():
        return value.lstrip("0") or ("0" if value else "")
    number = read_number(value)
    if number != number or not MIN - 1 < number < MAX + 1:
        return ""
    return str(int(number))
