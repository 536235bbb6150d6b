"""Who reads whom: computations, their order, and cycles refused.

Promises: computed once for a definition. Each computation has a rank above everything it reads strongly, so after a
change each is done once, lowest rank first. A cycle among calculations and relevance is refused, with the names of
those in it; readings that may go round (see `xpath/context.py`) do not count.
Never here: doing the computations (`instance/settling.py`).
Source for the idea of ranks in a reactive graph: M. Blockeel and others, "height" in Incremental (Jane Street), and
JavaRosa's triggerables; the rules of what is a cycle are the trace command's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from fieldapp.forms.definition.model import Node, Scope
from fieldapp.forms.xpath.context import Read

What = Literal["relevant", "count", "calculate", "choices", "required", "readonly", "constraint", "text"]

_COLUMN: dict[str, str] = {
    "relevant": "relevant",
    "count": "repeat_count",
    "calculate": "calculation",
    "choices": "choice_filter",
    "required": "required",
    "readonly": "read_only",
    "constraint": "constraint",
    "text": "label",
}


class Computation:
    """One expression of one node: what it decides, its closure, its rank."""

    __slots__ = ("closure", "flag", "node", "rank", "reads", "scope", "timely", "translated", "what")

    def __init__(self, what: What, node: Node, scope: Scope, closure: Any, reads: list[Read]) -> None:
        self.what: What = what
        self.node = node
        self.scope = scope
        """The scope in whose rows it is evaluated (for a repeat's count: the scope around the repeat)."""
        self.closure = closure
        self.reads = reads
        self.rank = -1
        self.flag = -1
        """For required, readonly and constraint: its place in `row.flags`."""
        self.translated = False
        """Whether it depends on the language."""
        self.timely = False
        """Whether it looks at the clock."""

    @property
    def column(self) -> str:
        """The XLSForm column it was written in."""
        return _COLUMN[self.what]


def chain_between(outer: Scope, inner: Scope) -> tuple[int, ...]:
    """The repeats to go through from a row of `outer` to the rows of `inner` below it."""
    found: list[int] = []
    scope: Scope | None = inner
    while scope is not None and scope is not outer:
        found.append(scope.index)
        scope = scope.parent
    return tuple(reversed(found))


def _relevance_around(node: Node) -> list[Computation]:
    """The relevance computations of a node and of all groups around it."""
    found = []
    at: Node | None = node
    while at is not None:
        if at.relevance is not None:
            found.append(at.relevance)
        at = at.parent
    return found


def _producers(node: Node) -> list[Computation]:
    """What a node's value waits for."""
    found = _relevance_around(node)
    if node.calculation is not None:
        found.append(node.calculation)
    if node.choices_computation is not None:
        found.append(node.choices_computation)
    return found


class Graph:
    """All computations of a form in order."""

    __slots__ = ("ordered",)

    def __init__(self, computations: list[Computation]) -> None:
        self.ordered = _rank(computations)
        _connect(self.ordered)


def _strong(computation: Computation) -> Iterable[Computation]:
    """The computations that must be settled before one, those that can make a cycle."""
    node = computation.node
    if computation.what == "calculate":
        yield from _relevance_around(node)
    elif computation.what == "relevant" and node.parent is not None:
        yield from _relevance_around(node.parent)
    for read in computation.reads:
        if not read.weak and read.what == "value":
            yield from _producers(read.target)


def _loose(computation: Computation) -> Iterable[Computation]:
    """The computations that had better be settled before one, if that makes no cycle."""
    for read in computation.reads:
        if read.what != "value":
            at: Node | None = read.target
            while at is not None:
                if at.repeat_count is not None:
                    yield at.repeat_count
                at = at.parent
        elif read.weak:
            yield from _producers(read.target)


_CYCLIC = ("calculate", "relevant")


def _rank(computations: list[Computation]) -> list[Computation]:
    """An order in which every strong reading comes after what it reads, and loose ones where that is possible."""
    preferred = _search(computations, lambda one: [*dict.fromkeys([*_loose(one), *_strong(one)])])
    ordered = _search(preferred, lambda one: [*dict.fromkeys(_strong(one))])
    for rank, computation in enumerate(ordered):
        computation.rank = rank
    return ordered


def _search(
    computations: list[Computation], before: Callable[[Computation], list[Computation]]
) -> list[Computation]:
    """Depth first, without recursion; a way round is left where it closes."""
    seen: set[Computation] = set()
    ordered: list[Computation] = []
    for start in computations:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, before(start))]
        while path:
            computation, waiting = path[-1]
            if waiting:
                following = waiting.pop()
                if following not in seen:
                    seen.add(following)
                    path.append((following, before(following)))
                continue
            path.pop()
            ordered.append(computation)
    return ordered


def strong_cycles(computations: list[Computation]) -> list[list[Computation]]:
    """Every group of computations that wait for each other strongly (Tarjan's components), for the list of mistakes."""
    cyclic = [one for one in computations if one.what in _CYCLIC]
    index: dict[Computation, int] = {}
    low: dict[Computation, int] = {}
    stack: list[Computation] = []
    found: list[list[Computation]] = []
    for start in cyclic:
        if start in index:
            continue
        work: list[tuple[Computation, list[Computation]]] = []
        _open(start, index, low, stack, work)
        while work:
            computation, waiting = work[-1]
            if waiting:
                following = waiting.pop()
                if following not in index:
                    _open(following, index, low, stack, work)
                elif following in stack:
                    low[computation] = min(low[computation], index[following])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[computation])
            if low[computation] == index[computation]:
                component = []
                while True:
                    member = stack.pop()
                    component.append(member)
                    if member is computation:
                        break
                if len(component) > 1 or computation in set(_strong(computation)):
                    found.append(component[::-1])
    return found


def _open(
    computation: Computation,
    index: dict[Computation, int],
    low: dict[Computation, int],
    stack: list[Computation],
    work: list[tuple[Computation, list[Computation]]],
) -> None:
    index[computation] = low[computation] = len(index)
    stack.append(computation)
    before = [one for one in _strong(computation) if one.what in _CYCLIC]
    work.append((computation, before))


def _connect(computations: list[Computation]) -> None:
    """Tell each node who reads it."""
    for computation in computations:
        if computation.what != "text":
            computation.scope.computations.append(computation)
        seen: set[tuple[Node, Scope, str]] = set()
        for read in computation.reads:
            scope = _shared(read, computation.scope)
            if (read.target, scope, read.what) in seen:
                continue
            seen.add((read.target, scope, read.what))
            entry = (computation, scope, chain_between(scope, computation.scope))
            if read.what == "value":
                target = read.target
                (target.text_readers if computation.what == "text" else target.readers).append(entry)
            elif read.what == "rows" or not computation.scope.is_in(read.target.scope):
                # Whoever is not in the repeat itself looks at the positions of all its rows.
                read.target.row_readers.append(entry)
            else:
                read.target.row_shift_readers.append(
                    (computation, read.target.scope, chain_between(read.target.scope, computation.scope))
                )


def _shared(read: Read, reader: Scope) -> Scope:
    """The innermost scope around both what is read and the reader, no further in than the reading allows."""
    scope = read.scope
    around = read.target.scope.parent if read.what != "value" and read.target.is_repeat else read.target.scope
    while not (reader.is_in(scope) and around is not None and around.is_in(scope)):
        scope = scope.outer
    return scope
