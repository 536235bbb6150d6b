"""Running sums and counts over the rows of a repeat.

Promises: after one answer in one of 2,000 rows a sum is right again by looking at that row alone; the result is the
same float, to the last bit, as adding the rows in order.
How: whole numbers are added exactly, so their order does not matter; while any value has a fraction the rows' known
numbers are added anew in order (no expression is evaluated again).
Never here: predicates that look beyond the row; those are computed by walking (`paths`).
"""

from __future__ import annotations

from typing import Any

from fieldapp.forms.definition.model import Node, Scope
from fieldapp.forms.xpath.code import Code, NumberCode, Place
from fieldapp.forms.xpath.context import Context
from fieldapp.forms.xpath.numbers import NAN, numbers
from fieldapp.forms.xpath.paths import Column, NodesCode

EXACT_MAX = 2.0**53
"""Beyond it a float no longer holds every whole number."""


class Running:
    """What is kept for one sum or count, for all instances of a form: where its numbers are."""

    __slots__ = ("column", "index", "kind", "slot")

    def __init__(self, column: Column, slot: int, kind: str, index: int) -> None:
        self.column = column
        self.slot = slot
        self.kind = kind
        self.index = index
        """Place in `row.running` of the row the column starts from."""


class State:
    """The numbers of one column under one row."""

    __slots__ = ("broken", "changed", "exact", "known", "nans", "total")

    def __init__(self) -> None:
        self.total = 0
        """The sum of the whole numbers."""
        self.exact = 0
        """How many whole numbers there are."""
        self.broken = 0
        """How many with a fraction, or too large to be exact."""
        self.nans = 0
        self.known: dict[Any, float] = {}
        """Row → its number, as last looked at."""
        self.changed: dict[Any, None] | None = None
        """Rows to look at again; None: all of them."""


def _contribution(kind: str, text: str) -> float:
    if kind == "sum":
        return numbers[text]
    return 1.0 if text else 0.0


def _put(state: State, value: float, sign: int) -> None:
    if value != value:
        state.nans += sign
    elif value == int(value) if abs(value) < EXACT_MAX else False:
        state.exact += sign
        state.total += sign * int(value)
    else:
        state.broken += sign


def _settle(running: Running, base: Any) -> State:
    """The state under a row, after looking at what has changed."""
    states = base.running
    state: State | None = states[running.index]
    column = running.column
    rows = base.inner[column.scope.index]
    slot = running.slot
    kind = running.kind
    if state is None:
        state = states[running.index] = State()
    if state.changed is None:
        state.total = state.exact = state.broken = state.nans = 0
        known = state.known = {}
        for row in rows:
            value = _contribution(kind, row.values[slot])
            known[row] = value
            _put(state, value, 1)
        state.changed = {}
    elif state.changed:
        for row in state.changed:
            before = state.known.pop(row, None)
            if before is not None:
                _put(state, before, -1)
            if row.is_there:
                value = _contribution(kind, row.values[slot])
                state.known[row] = value
                _put(state, value, 1)
        state.changed = {}
    return state


def _made(context: Context, code: NodesCode, kind: str) -> Running | None:
    column = code.column
    if column is None or column.slot is None or context.is_item:
        return None
    scope: Scope = column.base_scope
    running = Running(column, column.slot, kind, scope.aggregates)
    scope.aggregates += 1
    target: Node = code.targets[0]
    target.aggregates.append(running)
    column.scope.node.aggregates.append(running)
    code.touch()
    return running


def running_sum(context: Context, code: NodesCode) -> Code | None:
    """The code of a sum over a column; None if the nodes are no plain column."""
    running = _made(context, code, "sum")
    if running is None:
        return None
    column = running.column
    base, index = column.base, column.scope.index

    def total(place: Place) -> float:
        row = base(place)
        state = _settle(running, row)
        if state.nans:
            return NAN
        if not state.broken and abs(state.total) < EXACT_MAX:
            return float(state.total) if state.exact else NAN
        value: float | None = None
        known = state.known
        for inner in row.inner[index]:
            value = known[inner] if value is None else value + known[inner]
        return NAN if value is None else value

    return NumberCode(total)


def running_filled(context: Context, code: NodesCode) -> Code | None:
    """The code of a count of answers that are not empty; None if the nodes are no plain column."""
    running = _made(context, code, "filled")
    if running is None:
        return None
    base = running.column.base
    return NumberCode(lambda place: float(_settle(running, base(place)).total))
