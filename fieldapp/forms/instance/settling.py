"""What follows from a change, and from that, until nothing more does.

Promises: computations wait in the order of their rank; each runs once for each row that a change can reach, and once
more only where a form lets rows look at each other; a chain that never comes to rest is stopped. The order is the
same every time.
Never here: what a person may do (`live`), how things look.
The order of events at load and of actions follows ODK Web Forms; the XForms processing model (XForms 1.1 section 4.3:
rebuild, recalculate, revalidate) is kept in its results, not in its passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import TypeVar

from fieldapp.forms.definition.building import Action, Blueprint
from fieldapp.forms.definition.choices import ChoiceSource
from fieldapp.forms.definition.graph import Computation
from fieldapp.forms.definition.model import Node, Scope
from fieldapp.forms.definition.structure import Seed
from fieldapp.forms.face import ViolationKind
from fieldapp.forms.instance.rows import Row
from fieldapp.forms.values import rank, select_multiple, select_one
from fieldapp.forms.xpath.effort import spend
from fieldapp.forms.xpath.moments import surroundings

T = TypeVar("T")

ROUNDS_MAX = 60
"""How often one computation may be woken in one settling beyond once a row: enough for a form to come to rest, never
enough to hang one that cannot."""

ROWS_MAX = 20_000
"""Rows a count may ask for. 2,000 is beyond any form seen; a hostile one asks for a billion."""

ACTION_ROUNDS_MAX = 50


class Settling:
    """The live nodes of one instance and everything that keeps them right."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.language: str = blueprint.itext.default
        self.seed = 1
        self.computations = blueprint.graph.ordered
        self._pending: dict[int, dict[Row, None]] = {}
        self._ranks: list[int] = []
        self._fired: dict[tuple[Action, Row], None] = {}
        self.changed: dict[tuple[Row, Node], None] = {}
        self.added: dict[Row, None] = {}
        self.removed: list[str] = []
        self.is_loading = True
        self.row_count = 0
        self.root_row: Row
        self._new_rows: list[Row] = []
        self._decided_at: dict[tuple[Row, int], int] = {}
        """When choices that depend on the clock were last decided."""

    # -- what an instance brings along (see `live`) --------------------------------------------------------------

    def fresh_row_id(self) -> str:
        raise NotImplementedError

    # -- rows -----------------------------------------------------------------------------------------------------

    def plant(self, seed: Seed) -> None:
        """Make the form's own row and all rows it starts with."""
        self.root_row = self._row(self.blueprint.root.scope, None, seed)

    def _row(self, scope: Scope, parent: Row | None, seed: Seed) -> Row:
        siblings = parent.inner[scope.index] if parent is not None else None
        row = Row(self, scope, parent, siblings)
        kept = row.kept = seed.values[:]
        values = row.values = kept[:]
        for node in scope.nodes:
            slot = node.slot
            if values[slot]:
                kept[slot] = values[slot] = self._fitted(row, node, values[slot])
        self.row_count += 1
        for node in scope.demanding:
            if node.required_always and not values[node.slot]:
                self._count_bad(row, node, 1)
        for inner, seeds in zip(scope.inner, seed.inner, strict=True):
            if inner.node.repeat_count is not None:
                if seeds:
                    row.unborn = row.unborn or {}
                    row.unborn[inner.index] = seeds
                continue
            rows = row.inner[inner.index]
            for inner_seed in seeds:
                rows.append(self._row(inner, row, inner_seed))
        pending, ranks = self._pending, self._ranks
        for computation in scope.computations:
            waiting = pending.get(computation.rank)
            if waiting is None:
                pending[computation.rank] = {row: None}
                heappush(ranks, computation.rank)
            else:
                waiting[row] = None
        return row

    def _fitted(self, row: Row, node: Node, value: str) -> str:
        """A value in the form of its type; choices that can change are looked at when the value is shown."""
        if not node.select:
            return node.fit(value)
        control = node.control
        if control is None or control.choices is None:
            return value
        if control.choices.changes and node.choices_computation is not None:
            return value
        return fit_choices(node, value, control.choices.names(row))

    def look_at(self, row: Row, node: Node, look: Callable[[], T]) -> T:
        """Look at the choices of a node as of when they were last decided: `today()` in a filter stays till then."""
        decided = node.choices_computation
        if decided is None or not decided.timely:
            return look()
        now = surroundings.now_ms
        surroundings.now_ms = self._decided_at.get((row, node.slot), now)
        try:
            return look()
        finally:
            surroundings.now_ms = now

    def names_of(self, row: Row, node: Node, choices: ChoiceSource) -> Sequence[str]:
        """The names offered in a row now."""
        return self.look_at(row, node, lambda: choices.names(row))

    def insert_row(self, parent: Row, scope: Scope, at: int) -> Row:
        """A fresh row from the template, at a place."""
        rows = parent.inner[scope.index]
        blank = Seed([""] * len(scope.nodes), [[] for _ in scope.inner])
        seed = self.blueprint.templates.get(scope) or blank
        if parent.unborn is not None and at < len(parent.unborn.get(scope.index, ())):
            seed = parent.unborn[scope.index][at]
        row = self._row(scope, parent, seed)
        if not self.is_loading:
            for one in _with_inner(row):
                one.is_new = True
        rows.insert(at, row)
        rows.numbered = min(rows.numbered, at)
        if not self._is_relevant_around(row):
            self._pass_on_relevance(row, scope.node, around=False)
        self.added[row] = None
        self._rows_changed(parent, scope, row, at)
        self._new_rows.append(row)
        return row

    def _is_relevant_around(self, row: Row) -> bool:
        node = row.scope.node.outer
        return row.parent.relevant[node.slot]

    def delete_row(self, row: Row) -> None:
        """Take a row out, with everything in it."""
        rows = row.siblings
        at = row.index
        if row in self.added:
            del self.added[row]
        else:
            self.removed.append(row.key)
        del rows[at]
        if row.bad[0]:
            self._count_bad(row, row.scope.node, -row.bad[0])
        rows.by_id.pop(row.id, None)
        rows.numbered = min(rows.numbered, at)
        self._forget(row)
        self._rows_changed(row.parent, row.scope, row, at)

    def _forget(self, row: Row) -> None:
        row.is_there = False
        self.row_count -= 1
        for rows in row.inner:
            for inner in rows:
                self._forget(inner)

    def relocate_row(self, row: Row, to: int) -> None:
        """Move a row among its like."""
        rows = row.siblings
        at = row.index
        if at == to:
            return
        del rows[at]
        rows.insert(to, row)
        first = min(at, to)
        rows.numbered = min(rows.numbered, first)
        self._rows_changed(row.parent, row.scope, row, first)

    def _rows_changed(self, parent: Row, scope: Scope, row: Row, at: int) -> None:
        """Wake what reads which rows there are, and what reads the positions of rows from `at` on."""
        repeat = scope.node
        self.changed[(parent, repeat)] = None
        self._note_running(repeat, row)
        for node in self._columns_inside(scope):
            self._note_running(node, row)
        for computation, shared, chain in repeat.row_readers:
            self._wake_from(parent, computation, shared, chain)
        for node in scope.nodes:
            self._wake_readers(node, row)
        for inner in scope.inner:
            self._wake_inner(inner, row)
        if repeat.row_shift_readers:
            for later in parent.inner[scope.index][at:]:
                for computation, _, chain in repeat.row_shift_readers:
                    self._wake_below(later, computation, chain)

    def _columns_inside(self, scope: Scope) -> Iterable[Node]:
        return (node for node in scope.nodes if node.aggregates)

    def _wake_inner(self, scope: Scope, row: Row) -> None:
        """What reads values in rows inside a row that has come or gone."""
        for readers in (scope.node.row_readers, *(node.readers for node in scope.nodes)):
            for computation, shared, chain in readers:
                if not shared.is_in(row.scope):
                    self._wake_from(row, computation, shared, chain)
        for inner in scope.inner:
            self._wake_inner(inner, row)

    # -- waking ---------------------------------------------------------------------------------------------------

    def wake(self, computation: Computation, row: Row) -> None:
        """Let a computation run for a row before this settling ends."""
        if computation.what == "text":
            self.changed[(row, computation.node)] = None
            return
        waiting = self._pending.get(computation.rank)
        if waiting is None:
            self._pending[computation.rank] = {row: None}
            heappush(self._ranks, computation.rank)
        else:
            waiting[row] = None

    def _wake_from(self, row: Row, computation: Computation, shared: Scope, chain: tuple[int, ...]) -> None:
        """Wake a computation in all its rows below the row of `shared` around a row."""
        while row.scope is not shared:
            row = row.parent
        self._wake_below(row, computation, chain)

    def _wake_below(self, row: Row, computation: Computation, chain: tuple[int, ...]) -> None:
        if not chain:
            self.wake(computation, row)
            return
        rows = [row]
        for index in chain:
            rows = [inner for outer in rows for inner in outer.inner[index]]
        for inner in rows:
            self.wake(computation, inner)

    def _wake_readers(self, node: Node, row: Row) -> None:
        """Wake what reads a node's value from elsewhere than its own row (its row is new or gone)."""
        for readers in (node.readers, node.text_readers):
            for computation, shared, chain in readers:
                if shared is not row.scope and not shared.is_in(row.scope):
                    self._wake_from(row, computation, shared, chain)

    def _note_running(self, node: Node, row: Row) -> None:
        for running in node.aggregates:
            base = row.parent
            if base is None:
                continue
            state = base.running[running.index]
            if state is not None and state.changed is not None:
                state.changed[row] = None

    # -- values ---------------------------------------------------------------------------------------------------

    def put(self, row: Row, node: Node, value: str) -> None:
        """Keep a value that already fits, and show it if it is relevant."""
        slot = node.slot
        if row.kept[slot] != value:
            row.kept[slot] = value
            self.show(row, node)

    def show(self, row: Row, node: Node) -> None:
        """Let expressions see what a node now holds."""
        slot = node.slot
        if not row.relevant[slot]:
            visible = ""
        else:
            visible = row.kept[slot]
            if visible and node.select:
                control = node.control
                if control is not None and control.choices is not None and control.choices.changes:
                    visible = fit_choices(node, visible, self.names_of(row, node, control.choices))
        if visible == row.values[slot]:
            return
        row.values[slot] = visible
        self.changed[(row, node)] = None
        self.judge(row, node)
        for computation, shared, chain in node.readers:
            if not chain and shared is row.scope:
                waiting = self._pending.get(computation.rank)
                if waiting is None:
                    self._pending[computation.rank] = {row: None}
                    heappush(self._ranks, computation.rank)
                else:
                    waiting[row] = None
            else:
                self._wake_from(row, computation, shared, chain)
        for computation, shared, chain in node.text_readers:
            self._wake_from(row, computation, shared, chain)
        if node.aggregates:
            self._note_running(node, row)
        if node.action_sources and not self.is_loading and not row.is_new:
            for action in node.action_sources:
                self._fired[(action, row)] = None

    # -- validity -------------------------------------------------------------------------------------------------

    def violation_of(self, row: Row, node: Node) -> ViolationKind | None:
        """Why a question cannot stand as it is, if it is relevant."""
        slot = node.slot
        if not row.relevant[slot]:
            return None
        if row.values[slot]:
            constraint = node.constraint_slot
            return "constraint" if constraint >= 0 and not row.flags[constraint] else None
        required = node.required_slot
        return "required" if (row.flags[required] if required >= 0 else node.required_always) else None

    def judge(self, row: Row, node: Node) -> None:
        """Bring the counts of questions that cannot stand in line with one question."""
        bad = 0 if self.violation_of(row, node) is None else 1
        if bad != row.bad[node.slot]:
            self.changed[(row, node)] = None
            self._count_bad(row, node, bad - row.bad[node.slot])

    def _count_bad(self, row: Row, node: Node, more: int) -> None:
        """Add to the counts of a node and of everything around it."""
        at: Node | None = node
        while at is not None:
            count = row.bad[at.slot] + more
            row.bad[at.slot] = count
            if at.parent is not None and (count == 0 or count == more):
                self.changed[(row, at)] = None
            if at.is_repeat:
                row.siblings.bad += more
                row = row.parent
            at = at.parent

    # -- settling -------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Run everything that waits, and actions on values that changed, until all is quiet."""
        for _ in range(ACTION_ROUNDS_MAX):
            self._run_pending()
            while self._new_rows:
                self._welcome(self._new_rows.pop(0))
                self._run_pending()
            if not self._fired:
                return
            fired, self._fired = self._fired, {}
            for action, row in fired:
                if row.is_there:
                    self._run_action(action, row)
        self._run_pending()
        self._fired.clear()

    def _run_pending(self) -> None:
        pending, ranks, computations = self._pending, self._ranks, self.computations
        rounds: dict[int, int] = {}
        while ranks:
            number = heappop(ranks)
            rows = pending.pop(number, None)
            if rows is None:
                continue
            computation = computations[number]
            count = rounds.get(number, 0) + 1
            rounds[number] = count
            if count > ROUNDS_MAX + len(rows):
                continue
            run = _RUNS[computation.what]
            spend(len(rows))
            for row in rows:
                if row.is_there:
                    run(self, computation, row)

    def _run_relevant(self, computation: Computation, row: Row) -> None:
        node = computation.node
        own = computation.closure(row)
        if row.own[node.slot] is own:
            return
        row.own[node.slot] = own
        self.changed[(row, node)] = None
        around = True
        if node.parent is not None:
            outer = row.parent if node.is_repeat else row
            around = outer.relevant[node.parent.slot]
        self._pass_on_relevance(row, node, around=around)

    def _pass_on_relevance(self, row: Row, node: Node, *, around: bool) -> None:
        """Bring a node's relevance, and that of everything in it, in line with what is around it."""
        slot = node.slot
        relevant = around and row.own[slot]
        if row.relevant[slot] is relevant:
            return
        row.relevant[slot] = relevant
        self.changed[(row, node)] = None
        for attribute in node.attribute_nodes:
            self._pass_on_relevance(row, attribute, around=relevant)
        if not node.children:
            self.show(row, node)
            self.judge(row, node)
            if relevant and node.calculation is not None:
                if row.calculated is not None:
                    row.calculated.pop(slot, None)
                self.wake(node.calculation, row)
            return
        for child in node.children:
            if child.is_repeat:
                for inner in row.inner[child.scope.index]:
                    self._pass_on_relevance(inner, child, around=relevant)
            else:
                self._pass_on_relevance(row, child, around=relevant)

    def _run_calculate(self, computation: Computation, row: Row) -> None:
        node = computation.node
        slot = node.slot
        if not row.relevant[slot]:
            return
        text = computation.closure(row)
        if node.control is not None:
            # A person may write over it; it comes back when what it is calculated from gives something else.
            if row.calculated is None:
                row.calculated = {}
            if row.calculated.get(slot) == text:
                return
            row.calculated[slot] = text
        self.put(row, node, self._fitted(row, node, text))

    def _run_choices(self, computation: Computation, row: Row) -> None:
        node = computation.node
        self.changed[(row, node)] = None
        if computation.timely:
            self._decided_at[(row, node.slot)] = surroundings.now_ms
        if row.kept[node.slot]:
            self.show(row, node)

    def _run_flag(self, computation: Computation, row: Row) -> None:
        node = computation.node
        if computation.what == "constraint" and not row.values[node.slot]:
            holds = True
        else:
            holds = computation.closure(row)
        if row.flags[computation.flag] is not holds:
            row.flags[computation.flag] = holds
            self.changed[(row, node)] = None
            if node.kind == "question" and computation.what != "readonly":
                self.judge(row, node)

    def _run_count(self, computation: Computation, row: Row) -> None:
        wanted = computation.closure(row)
        if wanted != wanted:
            return
        scope = computation.node.scope
        rows = row.inner[scope.index]
        room = max(0, ROWS_MAX - self.row_count + len(rows))
        number = max(0, int(min(wanted, room)))
        while len(rows) > number:
            self.delete_row(rows[-1])
        while len(rows) < number:
            self.insert_row(row, scope, len(rows))

    # -- actions --------------------------------------------------------------------------------------------------

    def _run_action(self, action: Action, source_row: Row) -> None:
        """Set an action's target in the rows that share the source's row."""
        rows = action.rows
        for row in self._target_rows(action.target, source_row) if rows is None else rows(source_row):
            self._set_by_action(action, row)

    def _target_rows(self, target: Node, source_row: Row) -> list[Row]:
        row: Row | None = source_row
        while row is not None and not target.scope.is_in(row.scope):
            row = row.parent
        if row is None:
            return []
        rows = [row]
        chain: list[Scope] = []
        scope = target.scope
        while scope is not row.scope:
            chain.append(scope)
            scope = scope.outer
        for inner_scope in reversed(chain):
            rows = [inner for outer in rows for inner in outer.inner[inner_scope.index]]
        return rows

    def _set_by_action(self, action: Action, row: Row) -> None:
        node = action.target
        if not row.relevant[node.slot] and "xforms-value-changed" not in action.events:
            return
        self.put(row, node, self._fitted(row, node, action.closure(row)))

    def run_event(self, event: Iterable[str], rows: list[Row]) -> None:
        """Run the actions that wait for an event, for targets in some rows, in document order."""
        events = frozenset(event)
        for action in self._actions_in_order():
            if not action.events & events:
                continue
            for row in rows:
                if row.is_there and row.scope is action.scope:
                    self._run_pending()
                    if action.rows is None:
                        self._set_by_action(action, row)
                    else:
                        self._run_action(action, row)

    def _actions_in_order(self) -> list[Action]:
        return sorted(self.blueprint.actions, key=lambda action: action.target.order)

    def _welcome(self, row: Row) -> None:
        """Run the actions that wait for new rows in one, and in the rows it came with."""
        if row.is_there:
            rows = _with_inner(row)
            self.run_event(("odk-new-repeat",), rows)
            self._run_pending()
            for one in rows:
                one.is_new = False


def _with_inner(row: Row) -> list[Row]:
    found = [row]
    for rows in row.inner:
        for inner in rows:
            found.extend(_with_inner(inner))
    return found


def fit_choices(node: Node, value: str, names: Iterable[str]) -> str:
    """A value made of choices, as far as they are offered."""
    if node.select == "one":
        return select_one.fit(value, tuple(names))
    if node.select == "many":
        return select_multiple.fit(value, names)
    return rank.fit(value, names)


_RUNS = {
    "relevant": Settling._run_relevant,
    "count": Settling._run_count,
    "calculate": Settling._run_calculate,
    "choices": Settling._run_choices,
    "required": Settling._run_flag,
    "readonly": Settling._run_flag,
    "constraint": Settling._run_flag,
}
