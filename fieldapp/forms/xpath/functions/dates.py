"""Dates, times and moments: today, now, reading and writing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fieldapp.forms.xpath import moments
from fieldapp.forms.xpath.code import AnyCode, Code, DaysCode, MomentCode, NumberCode, Place
from fieldapp.forms.xpath.context import Context, Fault
from fieldapp.forms.xpath.functions.table import plain, special
from fieldapp.forms.xpath.moments import Moment
from fieldapp.forms.xpath.numbers import NAN

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call


@plain("today", "", "m", "this day, here", pure=False)
def today() -> Moment:
    return moments.today()


@plain("now", "", "m", "this moment, here", pure=False)
def now() -> Moment:
    return moments.now()


def _date_from(code: Code, call: Call) -> Code:
    if code.kind == "boolean":
        raise Fault(f"{call.name}() cannot make a date of yes or no", call.at)
    if code.kind in ("number", "moment"):
        if isinstance(code, MomentCode):
            return code
        number = code.number
        if isinstance(code, DaysCode):
            from_date = code.from_date
            return MomentCode(
                lambda place: moments.moment_from_days(number(place), on_the_clock=from_date(place))
            )
        return MomentCode(lambda place: moments.moment_from_days(number(place)))
    value = code.value if code.kind == "any" else code.text

    def either(place: Place) -> Moment | str:
        found = value(place)
        if type(found) is Moment:
            return found
        if type(found) is float:
            return moments.moment_from_days(found)
        text = found if type(found) is str else (found[0] if type(found) is list and found else "")
        return moments.moment_from_text(text) if text else ""

    return AnyCode(either)


@special("date", "a", "m", "a date or moment from a text or from days since 1970-01-01")
def date(context: Context, call: Call, arguments: list[Code]) -> Code:
    return _date_from(arguments[0], call)


@special("date-time", "a", "m", "the same as date()")
def date_time(context: Context, call: Call, arguments: list[Code]) -> Code:
    return _date_from(arguments[0], call)


@special("decimal-date-time", "a", "n", "a date or moment as days since 1970-01-01T00:00Z")
def decimal_date_time(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = arguments[0]
    if code.kind in ("number", "boolean"):
        return NumberCode(code.number)
    text = code.text

    def days(place: Place) -> float:
        found = moments.instant_days_of(text(place))
        return NAN if found is None else found

    return NumberCode(days)


@plain("decimal-time", "t", "n", "a time as a part of the day")
def decimal_time(text: str) -> float:
    found = moments.day_fraction_of(text)
    return NAN if found is None else found


@plain("format-date", "tt", "t", "a date written by a pattern: %Y %y %m %n %b %d %e %a", pure=False)
def format_date(text: str, pattern: str) -> str:
    return moments.format_moment(text, pattern, with_time=True)


@plain(
    "format-date-time",
    "tt",
    "t",
    "a moment written by a pattern: as format-date, and %H %h %M %S %3",
    pure=False,
)
def format_date_time(text: str, pattern: str) -> str:
    return moments.format_moment(text, pattern, with_time=True)
