"""The table of functions, and how a plain Python function becomes the code of a call.

Promises: a call with too few or too many arguments is refused when the form is loaded, with its column; a call whose
arguments are all constant is computed once.
Never here: any function's meaning.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fieldapp.forms.xpath.code import (
    BooleanCode,
    Code,
    MomentCode,
    NumberCode,
    Place,
    TextCode,
    folded,
)
from fieldapp.forms.xpath.context import Context, Fault

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call

Maker = Callable[[Context, "Call", list[Code]], Code]


class Function:
    """One function: its names, what it takes and gives, and how its code is made."""

    __slots__ = ("family", "gives", "make", "maximum", "minimum", "name", "takes", "what")

    def __init__(
        self,
        name: str,
        what: str,
        takes: str,
        gives: str,
        minimum: int,
        maximum: int,
        make: Maker,
        family: str,
    ) -> None:
        self.name = name
        self.what = what
        self.takes = takes
        self.gives = gives
        self.minimum = minimum
        self.maximum = maximum
        self.make = make
        self.family = family


FUNCTIONS: dict[str, Function] = {}
ENDLESS = 10_000

_WORDS = {"t": "text", "n": "number", "b": "boolean", "s": "values", "N": "nodes", "a": "any"}


def _bounds(takes: str) -> tuple[int, int]:
    """`tn?` takes one or two; `ts*` one or more."""
    minimum = maximum = 0
    for place, sign in enumerate(takes):
        after = takes[place + 1 : place + 2]
        if sign in "?*":
            continue
        if after == "?":
            maximum += 1
        elif after == "*":
            maximum = ENDLESS
        else:
            minimum += 1
            maximum += 1
    return minimum, maximum


def _kind_of_argument(takes: str, place: int) -> str:
    kinds: list[str] = []
    for sign in takes:
        if sign == "*":
            return kinds[place] if place < len(kinds) else kinds[-1]
        if sign != "?":
            kinds.append(sign)
    return kinds[place]


def as_kind(code: Code, kind: str) -> Callable[[Place], Any]:
    """The closure of an argument, converted."""
    match kind:
        case "t":
            return code.text
        case "n":
            return code.number
        case "b":
            return code.boolean
        case "s":
            return code.texts
        case _:
            return code.value


_CODES: dict[str, Callable[..., Code]] = {
    "t": TextCode,
    "n": NumberCode,
    "b": BooleanCode,
    "m": MomentCode,
}


def plain(name: str, takes: str, gives: str, what: str, *, pure: bool = True) -> Callable[[Any], Any]:
    """Register a Python function that is given its arguments' values.

    `takes` has a letter for each argument (t text, n number, b boolean, s the texts of all nodes), `?` after an
    optional and `*` after a repeated one; `gives` is t, n, b or m (moment).
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        def make(context: Context, call: Call, arguments: list[Code]) -> Code:
            closures = [as_kind(code, _kind_of_argument(takes, i)) for i, code in enumerate(arguments)]
            code = _CODES[gives](_applied(function, closures))
            if pure and gives != "m" and all(argument.constant for argument in arguments):
                return folded(code)
            return code

        add(name, takes, gives, what, make, function.__module__)
        return function

    return register


def special(name: str, takes: str, gives: str, what: str) -> Callable[[Maker], Maker]:
    """Register a function that makes its own code from its arguments' codes."""

    def register(make: Maker) -> Maker:
        add(name, takes, gives, what, make, make.__module__)
        return make

    return register


def add(name: str, takes: str, gives: str, what: str, make: Maker, module: str) -> None:
    minimum, maximum = _bounds(takes)
    FUNCTIONS[name] = Function(name, what, takes, gives, minimum, maximum, make, module.rpartition(".")[2])


def _applied(function: Callable[..., Any], closures: list[Callable[[Place], Any]]) -> Callable[[Place], Any]:
    if not closures:
        return lambda place: function()
    if len(closures) == 1:
        one = closures[0]
        return lambda place: function(one(place))
    if len(closures) == 2:
        one, two = closures
        return lambda place: function(one(place), two(place))
    if len(closures) == 3:
        one, two, three = closures
        return lambda place: function(one(place), two(place), three(place))
    return lambda place: function(*[closure(place) for closure in closures])


def call(context: Context, call: Call, compile_tree: Callable[[Context, Any], Code]) -> Code:
    """The code of a call. Raises `Fault` for an unknown function or a wrong number of arguments."""
    function = FUNCTIONS.get(call.name)
    if function is None:
        raise Fault(f"there is no function {call.name}()", call.at, _advice(call.name))
    given = len(call.arguments)
    if not function.minimum <= given <= function.maximum:
        raise Fault(f"{call.name}() takes {_how_many(function)}, not {given}", call.at)
    inner = context.loosely() if call.name == "once" else context
    arguments = [compile_tree(inner, tree) for tree in call.arguments]
    return function.make(context, call, arguments)


def _how_many(function: Function) -> str:
    if function.maximum >= ENDLESS:
        return f"{function.minimum} arguments or more"
    if function.minimum == function.maximum:
        return "no arguments" if not function.minimum else f"{function.minimum} argument(s)"
    return f"{function.minimum} to {function.maximum} arguments"


def _advice(name: str) -> str:
    close = [
        known
        for known in FUNCTIONS
        if known.replace("-", "") == name.replace("-", "").replace("_", "").lower()
    ]
    if not close:
        from difflib import get_close_matches

        close = get_close_matches(name, list(FUNCTIONS), 1, 0.7)
    return f"Did you mean {close[0]}()?" if close else "See the list of functions in docs/forms-functions.md."


def signature(function: Function) -> str:
    """`text, number?` for people."""
    words: list[str] = []
    for sign in function.takes:
        if sign in "?*":
            words[-1] += "?" if sign == "?" else " …"
        else:
            words.append(_WORDS[sign])
    return ", ".join(words)
