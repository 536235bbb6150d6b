"""Numbers with a fraction: plain notation, at least one digit after the point (`12` → `12.0`); else empty."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_EVEN, Decimal

from fieldapp.forms.xpath.numbers import read_number

DIGITS_MAX = 20
"""Digits after the point; a float holds 17 that mean anything."""


def fit(value: str) -> str:
    """The number in plain notation, or "" for what is none."""
    number = read_number(value)
    if not math.isfinite(number):
        return ""
    text = repr(number)
    if "e" in text:
        exact = Decimal(text)
        exponent = exact.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -DIGITS_MAX:
            exact = exact.quantize(Decimal(1).scaleb(-DIGITS_MAX), ROUND_HALF_EVEN)
        text = format(exact, "f")
        if "." in text:
            text = text.rstrip("0")
        text = text + "0" if text.endswith(".") else text
        text = text if "." in text else text + ".0"
    return text
