"""Numbers: arithmetic beyond the operators, sums, least and greatest."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldapp.forms.xpath.code import Code, NumberCode, Place, TextOf
from fieldapp.forms.xpath.context import Context
from fieldapp.forms.xpath.functions.table import plain, special
from fieldapp.forms.xpath.numbers import INFINITY, NAN, numbers, round_half_up, write_number
from fieldapp.forms.xpath.paths import NodesCode
from fieldapp.forms.xpath.running import running_sum

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call


@special("number", "a?", "n", "a value as number; a date as days since 1970-01-01")
def number(context: Context, call: Call, arguments: list[Code]) -> Code:
    from fieldapp.forms.xpath.compiler import own_node

    code = arguments[0] if arguments else own_node(context, call.at)
    if code.kind in ("text", "one", "many") and not code.constant:
        return _NumberOfText(code)
    return NumberCode(code.number, constant=code.constant)


class _NumberOfText(NumberCode):
    """The number of a text. Written, that of a moment is its day: ODK's clients agree on that."""

    __slots__ = ("_source",)

    def __init__(self, code: Code) -> None:
        super().__init__(code.number)
        self._source = code

    @property
    def text(self) -> TextOf:
        source, number = self._source.text, self._number

        def written(place: Place) -> str:
            value = number(place)
            return write_number(math.floor(value) if "T" in source(place) and math.isfinite(value) else value)

        return written


@plain("abs", "n", "n", "without its sign")
def abs_(value: float) -> float:
    return abs(value)


@plain("floor", "n", "n", "the whole number below")
def floor(value: float) -> float:
    return float(math.floor(value)) if math.isfinite(value) else value


@plain("ceiling", "n", "n", "the whole number above")
def ceiling(value: float) -> float:
    return float(math.ceil(value)) if math.isfinite(value) else value


@plain("int", "n", "n", "without its fraction")
def int_(value: float) -> float:
    return float(math.trunc(value)) if math.isfinite(value) else value


@plain("round", "nn?", "n", "to so many decimals; halves away from zero")
def round_(value: float, decimals: float = 0.0) -> float:
    if value != value or decimals != decimals:
        return NAN
    if not math.isfinite(value):
        return value
    try:
        by = 10.0**decimals
        shifted = abs(value) * by
        return math.copysign(round_half_up(shifted) / by, value) if by else NAN
    except OverflowError:
        return NAN


@plain("pow", "nn", "n", "to the power of")
def pow_(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return INFINITY
    except ValueError:
        return NAN if base else INFINITY


def _one(name: str, what: str, function: Callable[[float], float]) -> None:
    def safe(value: float) -> float:
        try:
            return function(value)
        except OverflowError:
            return INFINITY
        except ValueError:
            return NAN

    safe.__module__ = __name__
    plain(name, "n", "n", what)(safe)


def _log(value: float) -> float:
    return -INFINITY if value == 0 else math.log(value)


def _log10(value: float) -> float:
    return -INFINITY if value == 0 else math.log10(value)


_one("sqrt", "square root", math.sqrt)
_one("exp", "e to the power of", math.exp)
_one("exp10", "10 to the power of", lambda value: math.pow(10.0, value))
_one("log", "natural logarithm", _log)
_one("log10", "logarithm to 10", _log10)
_one("sin", "sine", math.sin)
_one("cos", "cosine", math.cos)
_one("tan", "tangent", math.tan)
_one("asin", "arc sine", math.asin)
_one("acos", "arc cosine", math.acos)
_one("atan", "arc tangent", math.atan)


@plain("atan2", "nn", "n", "the angle of a point")
def atan2(y: float, x: float) -> float:
    return math.atan2(y, x)


@plain("pi", "", "n", "3.14159…")
def pi() -> float:
    return math.pi


@special("sum", "N", "n", "the sum of nodes; not a number if one of them is none, or if there are none")
def sum_(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = arguments[0]
    if not isinstance(code, NodesCode):
        return NumberCode(code.number)
    running = running_sum(context, code)
    if running is not None:
        return running
    texts = code.texts

    def added(place: Place) -> float:
        total: float | None = None
        for text in texts(place):
            value = numbers[text]
            total = value if total is None else total + value
        return NAN if total is None else total

    return NumberCode(added)


def _extreme(name: str, what: str, choose: Callable[[list[float]], float]) -> None:
    def make(context: Context, call: Call, arguments: list[Code]) -> Code:
        lists = [_numbers_of_nodes(code) if code.is_nodes else _number_alone(code) for code in arguments]

        def chosen(place: Place) -> float:
            found = [value for values in lists for value in values(place)]
            if not found or any(value != value for value in found):
                return NAN
            return choose(found)

        return NumberCode(chosen)

    make.__module__ = __name__
    special(name, "s*", "n", what)(make)


def _numbers_of_nodes(code: Code) -> Callable[[Place], list[float]]:
    texts = code.texts
    return lambda place: [numbers[text] for text in texts(place)]


def _number_alone(code: Code) -> Callable[[Place], list[float]]:
    value = code.number
    return lambda place: [value(place)]


_extreme("max", "the greatest; of nodes, of all of them", max)
_extreme("min", "the least; of nodes, of all of them", min)


@special("random", "", "n", "a number from 0 to 1, by chance")
def random(context: Context, call: Call, arguments: list[Code]) -> Code:
    if context.is_item:
        return NumberCode(lambda place: place.row.instance.random())
    return NumberCode(lambda place: place.instance.random())
