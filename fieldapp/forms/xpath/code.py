"""A compiled expression: closures that give its value as a text, a number, a yes or no, or nodes.

Promises: what can be decided when a form is loaded is; at run time a closure does its one thing and looks nothing up.
Every closure takes one argument, the *place*: at the top of an expression the row it is evaluated in; inside a
predicate an `Item` (the thing looked at, its position, and the row outside).
Never here: parsing, paths, functions.
Conversions: XPath 1.0 sections 3.4, 4.2–4.4, with ODK's two differences: NaN is written as the empty text, and text
compares with `<` and `>` as number or date.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from fieldapp.forms.xpath.moments import Moment, beside, depends_on_zone
from fieldapp.forms.xpath.numbers import NAN, numbers, write_boolean, write_number

Place = Any
"""A `Row`, or an `Item` inside a predicate."""

TextOf = Callable[[Place], str]
NumberOf = Callable[[Place], float]
BooleanOf = Callable[[Place], bool]
NodesOf = Callable[[Place], list[Any]]
ValueOf = Callable[[Place], Any]


class Item:
    """What a predicate looks at: the node (or row), where it stands among its like, and the row outside."""

    __slots__ = ("node", "position", "row", "size")

    def __init__(self, node: Any, position: int, size: int, row: Any) -> None:
        self.node = node
        self.position = position
        self.size = size
        self.row = row


class Code:
    """A compiled expression. `kind` is what it is by nature: text, number, boolean, moment, one, many or any.

    `one` is a single node that is always there; `many` a set of nodes; `any` is known only when evaluated.
    """

    __slots__ = ("constant", "kind")

    kind: str
    constant: bool

    @property
    def text(self) -> TextOf:
        raise NotImplementedError

    @property
    def number(self) -> NumberOf:
        raise NotImplementedError

    @property
    def boolean(self) -> BooleanOf:
        raise NotImplementedError

    @property
    def value(self) -> ValueOf:
        """str, float, bool, Moment, or a list of texts for nodes: for what is decided when evaluated."""
        raise NotImplementedError

    @property
    def texts(self) -> Callable[[Place], list[str]]:
        """The text of each node; of anything else its one text."""
        text = self.text
        return lambda place: [text(place)]

    @property
    def is_nodes(self) -> bool:
        return self.kind in ("one", "many")


class TextCode(Code):
    """A text."""

    __slots__ = ("_text",)

    def __init__(self, text: TextOf, *, constant: bool = False) -> None:
        self._text = text
        self.kind = "text"
        self.constant = constant

    @property
    def text(self) -> TextOf:
        return self._text

    @property
    def number(self) -> NumberOf:
        text = self._text
        return lambda place: numbers[text(place)]

    @property
    def boolean(self) -> BooleanOf:
        text = self._text
        return lambda place: text(place) != ""

    @property
    def value(self) -> ValueOf:
        return self._text


class NumberCode(Code):
    """A number."""

    __slots__ = ("_number",)

    def __init__(self, number: NumberOf, *, constant: bool = False) -> None:
        self._number = number
        self.kind = "number"
        self.constant = constant

    @property
    def text(self) -> TextOf:
        number = self._number
        return lambda place: write_number(number(place))

    @property
    def number(self) -> NumberOf:
        return self._number

    @property
    def boolean(self) -> BooleanOf:
        number = self._number

        def is_something(place: Place) -> bool:
            value = number(place)
            return value != 0 and value == value

        return is_something

    @property
    def value(self) -> ValueOf:
        return self._number


class DaysCode(NumberCode):
    """Something added to what may be a date alone: a number that remembers where its days were counted from."""

    __slots__ = ("from_date",)

    def __init__(self, number: NumberOf, from_date: BooleanOf) -> None:
        super().__init__(number)
        self.from_date = from_date


class BooleanCode(Code):
    """A yes or no."""

    __slots__ = ("_boolean",)

    def __init__(self, boolean: BooleanOf, *, constant: bool = False) -> None:
        self._boolean = boolean
        self.kind = "boolean"
        self.constant = constant

    @property
    def text(self) -> TextOf:
        boolean = self._boolean
        return lambda place: "true" if boolean(place) else "false"

    @property
    def number(self) -> NumberOf:
        boolean = self._boolean
        return lambda place: 1.0 if boolean(place) else 0.0

    @property
    def boolean(self) -> BooleanOf:
        return self._boolean

    @property
    def value(self) -> ValueOf:
        return self._boolean


class MomentCode(Code):
    """A date or moment: a number of days that is written as a date."""

    __slots__ = ("_moment",)

    def __init__(self, moment: Callable[[Place], Moment]) -> None:
        self._moment = moment
        self.kind = "moment"
        self.constant = False

    @property
    def text(self) -> TextOf:
        moment = self._moment
        return lambda place: moment(place).text

    @property
    def number(self) -> NumberOf:
        moment = self._moment
        return lambda place: moment(place).days

    @property
    def boolean(self) -> BooleanOf:
        moment = self._moment

        def is_one(place: Place) -> bool:
            days = moment(place).days
            return days == days

        return is_one

    @property
    def value(self) -> ValueOf:
        return self._moment


class AnyCode(Code):
    """A value whose kind shows itself when evaluated."""

    __slots__ = ("_value",)

    def __init__(self, value: ValueOf, *, constant: bool = False) -> None:
        self._value = value
        self.kind = "any"
        self.constant = constant

    @property
    def text(self) -> TextOf:
        value = self._value
        return lambda place: text_of(value(place))

    @property
    def number(self) -> NumberOf:
        value = self._value
        return lambda place: number_of(value(place))

    @property
    def boolean(self) -> BooleanOf:
        value = self._value
        return lambda place: boolean_of(value(place))

    @property
    def value(self) -> ValueOf:
        return self._value


class ConditionalCode(Code):
    """`if(condition, then, otherwise)`: each conversion goes into the branch, so kinds survive."""

    __slots__ = ("_condition", "_otherwise", "_then")

    def __init__(self, condition: BooleanOf, then: Code, otherwise: Code) -> None:
        self._condition = condition
        self._then = then
        self._otherwise = otherwise
        same = then.kind == otherwise.kind
        self.kind = then.kind if same and then.kind in ("text", "number", "boolean", "moment") else "any"
        self.constant = False

    @property
    def text(self) -> TextOf:
        return _either(self._condition, self._then.text, self._otherwise.text)

    @property
    def number(self) -> NumberOf:
        return _either(self._condition, self._then.number, self._otherwise.number)

    @property
    def boolean(self) -> BooleanOf:
        return _either(self._condition, self._then.boolean, self._otherwise.boolean)

    @property
    def value(self) -> ValueOf:
        return _either(self._condition, self._then.value, self._otherwise.value)


def _either(condition: BooleanOf, then: ValueOf, otherwise: ValueOf) -> Callable[[Place], Any]:
    return lambda place: then(place) if condition(place) else otherwise(place)


def constant_text(value: str) -> TextCode:
    """A text that is always the same; not `constant` where its number is another in another time zone."""
    return TextCode(lambda place: value, constant=not depends_on_zone(value))


def constant_number(value: float) -> NumberCode:
    return NumberCode(lambda place: value, constant=True)


def constant_boolean(value: bool) -> BooleanCode:
    return BooleanCode(lambda place: value, constant=True)


def folded(code: Code) -> Code:
    """The code of a constant: its value, computed once."""
    if code.kind == "text":
        return constant_text(code.text(None))
    if code.kind == "number":
        return constant_number(code.number(None))
    if code.kind == "boolean":
        return constant_boolean(code.boolean(None))
    return code


# --- values that show themselves when evaluated -------------------------------------------------------------


def text_of(value: Any) -> str:
    """Any value as a text."""
    if type(value) is str:
        return value
    if type(value) is bool:
        return write_boolean(value)
    if type(value) is float:
        return write_number(value)
    if type(value) is Moment:
        return value.text
    return value[0] if value else ""


def number_of(value: Any) -> float:
    """Any value as a number."""
    if type(value) is float:
        return value
    if type(value) is str:
        return numbers[value]
    if type(value) is bool:
        return 1.0 if value else 0.0
    if type(value) is Moment:
        return value.days
    return numbers[value[0]] if value else NAN


def boolean_of(value: Any) -> bool:
    """Any value as a yes or no; nodes are a yes if there are any."""
    if type(value) is bool:
        return value
    if type(value) is str:
        return value != ""
    if type(value) is float:
        return value != 0 and value == value
    if type(value) is Moment:
        return value.days == value.days
    return bool(value)


DATED = frozenset(("text", "one", "many", "moment", "any"))
"""Kinds that can turn out to be dates or moments."""


def numbers_of(left: Any, right: Any) -> tuple[float, float]:
    """Two values as numbers; a date beside a moment is the moment it begins here (as instants, JavaRosa and JS)."""
    if type(left) in (str, Moment, list) and type(right) in (str, Moment, list):
        met = beside(text_of(left), text_of(right))
        if met is not None:
            return met
    return number_of(left), number_of(right)


def both_numbers(left: Code, right: Code) -> Callable[[Place], tuple[float, float]]:
    """The closure of two codes as numbers that meet."""
    if "moment" not in (left.kind, right.kind) and "any" not in (left.kind, right.kind):
        one, other = left.text, right.text

        def texts(place: Place) -> tuple[float, float]:
            first, second = one(place), other(place)
            if len(first) != len(second):
                met = beside(first, second)
                if met is not None:
                    return met
            return numbers[first], numbers[second]

        return texts
    value, also = left.value, right.value
    return lambda place: numbers_of(value(place), also(place))


# --- comparisons ---------------------------------------------------------------------------------------------

_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _kinds_equal(left: Any, right: Any, compare: Callable[[Any, Any], bool]) -> bool:
    """`=` and `!=` of two single values of kinds not known before."""
    if type(left) is bool or type(right) is bool:
        return compare(boolean_of(left), boolean_of(right))
    if type(left) in (float, Moment) or type(right) in (float, Moment):
        return compare(*numbers_of(left, right))
    return compare(text_of(left), text_of(right))


def _compare_values(left: Any, right: Any, sign: str) -> bool:
    """Any two values; a list of texts is a set of nodes, true if it is of one of them."""
    compare = _ORDER[sign]
    if sign in ("=", "!=") and (type(left) is bool or type(right) is bool):
        return compare(boolean_of(left), boolean_of(right))
    lefts = left if type(left) is list else [left]
    rights = right if type(right) is list else [right]
    if sign in ("=", "!="):
        return any(_kinds_equal(one, other, compare) for one in lefts for other in rights)
    return any(compare(*numbers_of(one, other)) for one in lefts for other in rights)


def compare(sign: str, left: Code, right: Code) -> Code:
    """The code of a comparison, as special as the two kinds allow."""
    order = _ORDER[sign]
    kinds = (left.kind, right.kind)
    if "any" in kinds:
        value, other = left.value, right.value
        return BooleanCode(lambda place: _compare_values(value(place), other(place), sign))
    if sign in ("=", "!="):
        if "boolean" in kinds:
            yes, also = left.boolean, right.boolean
            return BooleanCode(lambda place: order(yes(place), also(place)))
        if "many" in kinds:
            return _compare_many(sign, left, right)
        if "number" in kinds or "moment" in kinds:
            return _compare_numbers(order, left, right)
        return _compare_texts(sign, left, right)
    if "many" in kinds:
        return _compare_many(sign, left, right)
    return _compare_numbers(order, left, right)


def _compare_numbers(order: Callable[[Any, Any], bool], left: Code, right: Code) -> Code:
    one, other = left.number, right.number
    if not (left.constant or right.constant) and left.kind in DATED and right.kind in DATED:
        both = both_numbers(left, right)
        return BooleanCode(lambda place: order(*both(place)))
    if right.constant:
        fixed = other(None)
        return BooleanCode(lambda place: order(one(place), fixed), constant=left.constant)
    if left.constant:
        fixed = one(None)
        return BooleanCode(lambda place: order(fixed, other(place)))
    return BooleanCode(lambda place: order(one(place), other(place)))


def _compare_texts(sign: str, left: Code, right: Code) -> Code:
    if left.constant and not right.constant:
        left, right = right, left
    text, other = left.text, right.text
    if right.constant:
        fixed = other(None)
        if sign == "=":
            return BooleanCode(lambda place: text(place) == fixed, constant=left.constant)
        return BooleanCode(lambda place: text(place) != fixed, constant=left.constant)
    if sign == "=":
        return BooleanCode(lambda place: text(place) == other(place))
    return BooleanCode(lambda place: text(place) != other(place))


def _compare_many(sign: str, left: Code, right: Code) -> Code:
    order = _ORDER[sign]
    texts, others = left.texts, right.texts
    numeric = sign not in ("=", "!=") or any(code.kind in ("number", "moment") for code in (left, right))
    if not numeric:
        if not right.is_nodes:
            text = right.text
            if sign == "=":
                return BooleanCode(lambda place: text(place) in texts(place))

            def some_other(place: Place) -> bool:
                fixed = text(place)
                return any(one != fixed for one in texts(place))

            return BooleanCode(some_other)
        return BooleanCode(
            lambda place: any(order(one, other) for one in texts(place) for other in others(place))
        )
    if right.is_nodes and left.is_nodes:
        return BooleanCode(
            lambda place: any(
                order(*numbers_of(one, other)) for one in texts(place) for other in others(place)
            )
        )
    if left.is_nodes:
        if right.kind in ("text", "moment") and not right.constant:
            dated = right.value

            def any_left_dated(place: Place) -> bool:
                fixed = dated(place)
                return any(order(*numbers_of(one, fixed)) for one in texts(place))

            return BooleanCode(any_left_dated)
        number = right.number

        def any_left(place: Place) -> bool:
            fixed = number(place)
            return any(order(numbers[one], fixed) for one in texts(place))

        return BooleanCode(any_left)
    if left.kind in ("text", "moment") and not left.constant:
        dated = left.value

        def any_right_dated(place: Place) -> bool:
            fixed = dated(place)
            return any(order(*numbers_of(fixed, other)) for other in others(place))

        return BooleanCode(any_right_dated)
    number = left.number

    def any_right(place: Place) -> bool:
        fixed = number(place)
        return any(order(fixed, numbers[other]) for other in others(place))

    return BooleanCode(any_right)
