"""The shapes of a parsed expression.

Promise: plain data, made only by `parser`, read only by `analysis` and `compiler`; `at` is the 0-based place of a
node in its expression, so that a form's author can be shown the column.
Never here: evaluation. Grammar: XPath 1.0 section 3 (https://www.w3.org/TR/1999/REC-xpath-19991116/).
"""

from __future__ import annotations

from typing import TypeAlias


class Number:
    """A number as written."""

    __slots__ = ("at", "value")

    def __init__(self, value: float, at: int) -> None:
        self.value = value
        self.at = at


class String:
    """A quoted text."""

    __slots__ = ("at", "value")

    def __init__(self, value: str, at: int) -> None:
        self.value = value
        self.at = at


class Call:
    """A function's name (with its prefix, if any) and its arguments."""

    __slots__ = ("arguments", "at", "name")

    def __init__(self, name: str, arguments: list[Tree], at: int) -> None:
        self.name = name
        self.arguments = arguments
        self.at = at


class Operation:
    """`or`, `and`, comparison, arithmetic or `|`; chains of one associative operator are one node, so `a or b or c`
    has three operands. Long chains then cost no depth."""

    __slots__ = ("at", "operands", "operator")

    def __init__(self, operator: str, operands: list[Tree], at: int) -> None:
        self.operator = operator
        self.operands = operands
        self.at = at


class Negation:
    """A leading minus."""

    __slots__ = ("at", "operand")

    def __init__(self, operand: Tree, at: int) -> None:
        self.operand = operand
        self.at = at


class Step:
    """One step of a path. `test` is a local name, `*`, or a node type with brackets (`node()`, `text()`)."""

    __slots__ = ("at", "axis", "predicates", "prefix", "test")

    def __init__(self, axis: str, prefix: str, test: str, predicates: list[Tree], at: int) -> None:
        self.axis = axis
        self.prefix = prefix
        self.test = test
        self.predicates = predicates
        self.at = at


class Path:
    """Steps from a start: `""` the context node, `"/"` the root, or an expression that gives nodes.

    `predicates` belong to a start that is an expression, as in `(a | b)[1]/c`.
    """

    __slots__ = ("at", "predicates", "start", "steps")

    def __init__(self, start: str | Tree, predicates: list[Tree], steps: list[Step], at: int) -> None:
        self.start = start
        self.predicates = predicates
        self.steps = steps
        self.at = at


Tree: TypeAlias = Number | String | Call | Operation | Negation | Path
