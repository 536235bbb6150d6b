"""Yes and no: conditions, negation, checklists."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from fieldapp.forms.xpath.code import (
    BooleanCode,
    Code,
    ConditionalCode,
    Place,
    TextCode,
)
from fieldapp.forms.xpath.context import Context, Fault
from fieldapp.forms.xpath.functions.table import plain, special

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call


@plain("true", "", "b", "yes")
def true() -> bool:
    return True


@plain("false", "", "b", "no")
def false() -> bool:
    return False


@plain("boolean", "b", "b", "a value as yes or no")
def boolean(value: bool) -> bool:
    return value


@plain("not", "b", "b", "the opposite")
def not_(value: bool) -> bool:
    return not value


@plain("boolean-from-string", "t", "b", "yes for `1` and `true`")
def boolean_from_string(text: str) -> bool:
    return text in ("1", "true")


@special("if", "baa", "a", "one of two values")
def if_(context: Context, call: Call, arguments: list[Code]) -> Code:
    condition, then, otherwise = arguments
    if condition.constant:
        _touch(arguments)
        return then if condition.boolean(None) else otherwise
    return ConditionalCode(condition.boolean, then, otherwise)


@special("coalesce", "tt", "t", "the first of two texts that is not empty")
def coalesce(context: Context, call: Call, arguments: list[Code]) -> Code:
    first, second = arguments[0].text, arguments[1].text
    return TextCode(lambda place: first(place) or second(place))


def _answers(code: Code, place: Place) -> list[bool]:
    """A yes or no for each node; of anything else one."""
    if code.is_nodes:
        return [text.strip() != "" for text in code.texts(place)]
    return [code.boolean(place)]


def _limits(code: Code, other: Code, place: Place) -> tuple[float, float]:
    minimum, maximum = code.number(place), other.number(place)
    return minimum, math.inf if maximum == -1 else maximum


@special("checklist", "nna*", "b", "whether at least so many and at most so many are yes (-1: no limit)")
def checklist(context: Context, call: Call, arguments: list[Code]) -> Code:
    minimum, maximum, *items = arguments
    _touch(arguments)

    def enough(place: Place) -> bool:
        low, high = _limits(minimum, maximum, place)
        count = sum(answer for item in items for answer in _answers(item, place))
        return low <= count <= high

    return BooleanCode(enough)


@special("weighted-checklist", "nna*", "b", "as checklist, each yes with a weight after it")
def weighted_checklist(context: Context, call: Call, arguments: list[Code]) -> Code:
    minimum, maximum, *items = arguments
    if len(items) % 2:
        raise Fault("weighted-checklist() needs a weight after each value", call.at)
    _touch(arguments)
    pairs = list(zip(items[::2], items[1::2], strict=True))

    def enough(place: Place) -> bool:
        low, high = _limits(minimum, maximum, place)
        total = 0.0
        for item, weight in pairs:
            answers = _answers(item, place)
            weights = (
                [_number(text) for text in weight.texts(place)] if weight.is_nodes else [weight.number(place)]
            )
            if len(answers) < len(weights):
                return False
            total += sum(value for answer, value in zip(answers, weights, strict=False) if answer)
        return low <= total <= high

    return BooleanCode(enough)


def _number(text: str) -> float:
    from fieldapp.forms.xpath.numbers import numbers

    return numbers[text]


def _touch(arguments: list[Code]) -> None:
    """Say that all values are read, before any closure runs."""
    for argument in arguments:
        if argument.is_nodes:
            _ = argument.texts


@special("lang", "t", "b", "whether the node is in a language (never: forms carry no xml:lang)")
def lang(context: Context, call: Call, arguments: list[Code]) -> Code:
    return BooleanCode(lambda place: False)


@special("once", "a", "t", "a value computed once and kept")
def once(context: Context, call: Call, arguments: list[Code]) -> Code:
    text = arguments[0].text
    slot = context.top.slot
    if context.is_item:
        return TextCode(lambda place: place.row.kept[slot] or text(place))
    return TextCode(lambda place: place.kept[slot] or text(place))
