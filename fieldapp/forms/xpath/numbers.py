"""Numbers and texts, each as the other: what `number('…')` makes of a text and `string(…)` of a number.

Promises: a text that is a number in any of the ways people and JavaScript write one becomes it, anything else is
NaN; a date is the days since 1970-01-01; a number is written plainly, never with an exponent.
Never here: rounding for show. Sources: XPath 1.0 sections 4.2 and 4.4; ODK XForms specification, "Data types".
"""

from __future__ import annotations

import math
import re
from decimal import Decimal

from fieldapp.forms.xpath.moments import days_of

NAN = math.nan
INFINITY = math.inf

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\Z", re.ASCII)
_BASED = re.compile(r"0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)\Z", re.ASCII)
SPACE = " \t\r\n"
_KEPT_MAX = 20_000
"""Texts whose number is remembered. A form of 2,000 rows has about as many different answers."""

_LONGEST = 400
"""No number a person means has more digits; a hostile one would cost quadratic time."""


def read_number(text: str) -> float:
    """The number a text stands for, without regard to dates; NaN if none."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return NAN
    if _PLAIN.match(text):
        return float(text)
    if text in ("Infinity", "+Infinity"):
        return INFINITY
    if text == "-Infinity":
        return -INFINITY
    if _BASED.match(text):
        return float(int(text, 0))
    return NAN


class _Numbers(dict[str, float]):
    """Remembers what texts are as numbers. Moments without a zone depend on where the laptop is: not remembered."""

    def __missing__(self, text: str) -> float:
        if len(text) >= 10 and text[4] == "-" and text[7] == "-":
            days = days_of(text)
            if days is not None:
                if len(text) == 10:
                    self[text] = days
                return days
        value = read_number(text)
        if len(self) >= _KEPT_MAX:
            self.clear()
        if len(text) < 64:
            self[text] = value
        return value


numbers = _Numbers()
"""`numbers[text]` is the number of a text. A mapping, because looking one up costs a tenth of a call."""


def write_number(value: float) -> str:
    """A number as XPath writes it: `3`, `0.1`, `-7`, `Infinity`; NaN is the empty text (trace command's rule)."""
    if value != value:
        return ""
    if value in (INFINITY, -INFINITY):
        return "Infinity" if value > 0 else "-Infinity"
    whole = int(value)
    if whole == value:
        return str(whole)
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    return text


def write_boolean(value: bool) -> str:
    return "true" if value else "false"


def round_half_up(value: float) -> float:
    """To the nearest whole number, halves towards positive infinity (as JavaScript and XPath do)."""
    if value != value or value in (INFINITY, -INFINITY):
        return value
    floor = math.floor(value)
    return float(floor + 1 if value - floor >= 0.5 else floor)
