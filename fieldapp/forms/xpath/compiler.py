"""Tree → code: operators, literals, and who compiles what.

Promise: after `compile_text` an expression is closures and a list of what it reads; every mistake in it is a `Malformed`
or a `Fault` with its column.
Never here: paths (`paths`), functions (`functions/`), evaluation order (`definition/graph`).
"""

from __future__ import annotations

import math
from operator import sub as subtract

from fieldapp.forms.xpath import paths
from fieldapp.forms.xpath.code import (
    DATED,
    BooleanCode,
    BooleanOf,
    Code,
    DaysCode,
    NumberCode,
    NumberOf,
    Place,
    both_numbers,
    compare,
    constant_number,
    constant_text,
    folded,
    text_of,
)
from fieldapp.forms.xpath.context import Context, Fault
from fieldapp.forms.xpath.functions import call
from fieldapp.forms.xpath.moments import is_day
from fieldapp.forms.xpath.numbers import INFINITY, NAN
from fieldapp.forms.xpath.parser import parse
from fieldapp.forms.xpath.tree import Call, Negation, Number, Operation, Path, Step, String, Tree


def compile_text(context: Context, text: str) -> Code:
    """The code of an expression. Raises `Malformed` or `Fault`."""
    return compile_tree(context, parse(text))


def compile_tree(context: Context, tree: object) -> Code:
    """The code of a tree in a context."""
    if isinstance(tree, Path):
        return paths.compile_path(context, tree, _compile)
    if isinstance(tree, String):
        return constant_text(tree.value)
    if isinstance(tree, Number):
        return constant_number(tree.value)
    if isinstance(tree, Call):
        if tree.name in ("current", "instance"):
            return paths.compile_path(context, Path(tree, [], [], tree.at), _compile)
        return call(context, tree, compile_tree)
    if isinstance(tree, Operation):
        return _operation(context, tree)
    if isinstance(tree, Negation):
        code = compile_tree(context, tree.operand)
        number = code.number
        return _fold(NumberCode(lambda place: -number(place), constant=code.constant))
    raise Fault("this expression cannot be read", 0)


def _compile(context: Context, tree: Tree) -> Code:
    return compile_tree(context, tree)


def own_node(context: Context, at: int) -> Code:
    """The context node, for functions whose argument may be left out."""
    return paths.compile_path(context, Path("", [], [Step("self", "", "node()", [], at)], at), _compile)


def _fold(code: Code) -> Code:
    return folded(code) if code.constant else code


def _operation(context: Context, tree: Operation) -> Code:
    operator = tree.operator
    codes = [compile_tree(context, operand) for operand in tree.operands]
    if operator in ("and", "or"):
        return _fold(_logical(operator, codes))
    if operator == "|":
        return _union(context, codes, tree.at)
    if operator == "+":
        return _fold(_added(codes))
    if operator in ("-", "*", "div", "mod"):
        return _fold(_arithmetic(operator, codes[0], codes[1]))
    return _fold(compare(operator, codes[0], codes[1]))


def _logical(operator: str, codes: list[Code]) -> Code:
    truths: list[BooleanOf] = [code.boolean for code in codes]
    constant = all(code.constant for code in codes)
    if len(truths) == 2:
        one, two = truths
        if operator == "and":
            return BooleanCode(lambda place: one(place) and two(place), constant=constant)
        return BooleanCode(lambda place: one(place) or two(place), constant=constant)
    if operator == "and":

        def every(place: Place) -> bool:
            for truth in truths:  # noqa: SIM110 - all() with a generator costs three times as much here
                if not truth(place):
                    return False
            return True

        return BooleanCode(every, constant=constant)

    def some(place: Place) -> bool:
        for truth in truths:  # noqa: SIM110 - as above
            if truth(place):
                return True
        return False

    return BooleanCode(some, constant=constant)


def _added(codes: list[Code]) -> Code:
    numbers: list[NumberOf] = [code.number for code in codes]
    constant = all(code.constant for code in codes)
    dated = [code for code in codes if code.kind in DATED and not code.constant]
    if len(numbers) == 2:
        one, two = numbers
        if len(dated) == 1:
            return DaysCode(lambda place: one(place) + two(place), _counts_from_date(dated[0]))
        return NumberCode(lambda place: one(place) + two(place), constant=constant)

    def total(place: Place) -> float:
        value = numbers[0](place)
        for number in numbers[1:]:
            value += number(place)
        return value

    return (
        DaysCode(total, _counts_from_date(dated[0]))
        if len(dated) == 1
        else NumberCode(total, constant=constant)
    )


def _counts_from_date(code: Code) -> BooleanOf:
    value = code.value
    return lambda place: is_day(text_of(value(place)))


def divide(one: float, other: float) -> float:
    """As IEEE 754 divides: by nought gives infinity, nought by nought is not a number."""
    if other != 0:
        return one / other
    if one == 0 or one != one:
        return NAN
    return math.copysign(INFINITY, one) * math.copysign(1.0, other)


def remainder(one: float, other: float) -> float:
    """The remainder with the sign of the first number."""
    if one != one or other != other or other == 0 or math.isinf(one):
        return NAN
    return one if math.isinf(other) else math.fmod(one, other)


def _arithmetic(operator: str, left: Code, right: Code) -> Code:
    one, two = left.number, right.number
    constant = left.constant and right.constant
    if operator == "-":
        if left.kind in DATED and not left.constant:
            if right.kind in DATED and not right.constant:
                both = both_numbers(left, right)
                return NumberCode(lambda place: subtract(*both(place)))
            return DaysCode(lambda place: one(place) - two(place), _counts_from_date(left))
        return NumberCode(lambda place: one(place) - two(place), constant=constant)
    if operator == "*":
        return NumberCode(lambda place: one(place) * two(place), constant=constant)
    if operator == "div":
        return NumberCode(lambda place: divide(one(place), two(place)), constant=constant)
    return NumberCode(lambda place: remainder(one(place), two(place)), constant=constant)


def _union(context: Context, codes: list[Code], at: int) -> Code:
    parts: list[paths.NodesCode] = []
    for code in codes:
        if not isinstance(code, paths.NodesCode):
            raise Fault("| joins nodes; use or between conditions", at)
        parts.append(code)
    return paths.union(context, parts)
