"""A desk to write notes at: the real forms, real live instances, a clock that stands still, and a shelf for the draft.

The shelf stands in for the disk only: it keeps what it is given, or, when told to, does not take it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from fieldapp.forms import Definition, Instance, load_definition
from fieldapp.forms.answers import fill, kept_values
from fieldapp.forms.convert import convert, convert_bytes
from fieldapp.ports import SteppedClock
from fieldapp.ui.form.ports import Opening
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.form.state import Update

FORMS = Path(__file__).resolve().parents[3] / "forms"
NOW = int(datetime(2026, 3, 5, 14, 32, 7, tzinfo=UTC).timestamp() * 1000)
CHILDREN = (("ivo", "Ivo", "prim"), ("tansy", "Tansy", "prim"), ("wilf", "Wilf", "pre"))


class Counting:
    """Bytes that never repeat and always come the same."""

    def __init__(self) -> None:
        self.made = 0

    def random_bytes(self, count: int) -> bytes:
        self.made += 1
        return self.made.to_bytes(max(count, 4), "big")[-count:]


@cache
def library(name: str) -> Definition:
    """A form of the library."""
    return load_definition(convert(FORMS / f"{name}.md"))


@cache
def small_form(rows: str) -> Definition:
    """A form written in a test: lines of `type | name | label | …` under a heading line."""
    return load_definition(convert_bytes(rows.encode("utf-8"), "small.md"))


class Shelf:
    """Where the draft of one note lies."""

    def __init__(self, instance: Instance, clock: SteppedClock) -> None:
        self.instance, self.clock = instance, clock
        self.values: dict[str, Any] = dict(kept_values(instance))
        self.place: dict[str, Any] = {}
        self.removed: dict[str, dict[str, Any]] = {}
        self.saves = 0
        self.works = True
        self.answers_later = False
        self.waiting: Callable[[int | None], None] | None = None
        self.waiting_check: Callable[[], None] | None = None
        self.finished: Mapping[str, str] | None = None
        self.handed: list[str] = []
        self.left = 0

    def save(
        self, values: Mapping[str, Any], place: Mapping[str, Any], done: Callable[[int | None], None]
    ) -> None:
        if self.answers_later:
            self.waiting = done
            return
        if not self.works:
            done(None)
            return
        for key, value in values.items():
            if value is None:
                self.values.pop(key, None)
            else:
                self.values[key] = value
        self.place = dict(place)
        self.saves += 1
        done(self.clock.wall_ms())

    def remove_row(self, row: str) -> None:
        inside = [key for key in self.values if key == row or key.startswith((f"{row}/", f"{row}["))]
        self.removed[row] = {key: self.values.pop(key) for key in inside}

    def put_back_row(self, row: str) -> Mapping[str, Any]:
        self.values.update(self.removed[row])
        return self.removed.pop(row)

    def check(self, done: Callable[[tuple[str, ...]], None]) -> None:
        rows = [
            row
            for key in self.instance.keys()
            if self.instance.node(key).kind == "repeat"
            for row in self.instance.rows(key)
            if self.instance.untouched(row)
        ]
        found = (violation.key for violation in self.instance.violations())
        missing = tuple(key for key in found if not any(key.startswith(f"{row}/") for row in rows))
        if self.answers_later:
            self.waiting_check = lambda: done(missing)
        else:
            done(missing)

    def finish(self, gaps: Mapping[str, str], done: Callable[[bool], None]) -> None:
        self.finished = dict(gaps)
        done(True)

    def hand_to_child(self, row: str) -> None:
        self.handed.append(row)

    def leave(self) -> None:
        self.left += 1


class Writing:
    """A note on the desk: its presenter, its shelf, its clock, and all updates it told of."""

    def __init__(self, instance: Instance, *, given: frozenset[str] = frozenset(), **opening: Any) -> None:
        self.clock = opening.pop("clock", None) or SteppedClock(NOW)
        self.instance = instance
        self.shelf = Shelf(instance, self.clock)
        self.presenter = RunnerPresenter(
            instance,
            self.shelf,
            Opening(
                "Tarrowby",
                "Nia Brackwell",
                NOW - 56 * 60_000,
                opening.pop("values", None) or dict(self.shelf.values),
                given=given,
                **opening,
            ),
            clock=self.clock,
            entropy=Counting(),
        )
        self.updates: list[Update] = []
        self.presenter.subscribe(self.updates.append)

    def pause(self, ms: int) -> None:
        """Let time pass, and the view's timer ring when it is due."""
        self.clock.advance(ms)
        due = self.presenter.due_in_ms()
        if due is not None and due <= 0:
            self.presenter.tick()

    def items(self) -> dict[str, Any]:
        """The questions and notes shown, by key; open cards looked into."""
        found: dict[str, Any] = {}

        def walk(items: Any) -> None:
            for item in items:
                found[item.key] = item
                for card in getattr(item, "rows", ()):
                    walk(card.items)

        walk(self.presenter.items())
        return found


def open_form(name: str, clock: SteppedClock | None = None) -> Instance:
    """A fresh instance of a form of the library."""
    return library(name).open(clock=clock or SteppedClock(NOW), entropy=Counting())


def home_visit(**opening: Any) -> Writing:
    """A visit note to the Tarrowbys as it is begun: three children, let in."""
    clock = SteppedClock(NOW)
    instance = open_form("home_visit", clock)
    first = instance.rows("each_child")[0]
    rows = [instance.rename_row(first, CHILDREN[0][0])]
    rows += [instance.add_row("each_child", row).added[0] for row, _, _ in CHILDREN[1:]]
    given: set[str] = set()
    for row, (person, name, stage) in zip(rows, CHILDREN, strict=True):
        for question, value in (("c_person", person), ("c_name", name), ("c_stage", stage)):
            instance.prefill(f"{row}/{question}", value)
            given.add(f"{row}/{question}")
    instance.prefill("ctx_family", "Tarrowby")
    instance.prefill("arrive/access", "in")
    return Writing(instance, given=frozenset(given), clock=clock, **opening)


def taken_up_again(writing: Writing, **opening: Any) -> Writing:
    """The same draft opened anew from its shelf, as after a restart."""
    clock = writing.clock
    instance = fill(writing.instance.definition, writing.shelf.values, clock=clock, entropy=Counting())
    return Writing(
        instance,
        clock=clock,
        values=dict(writing.shelf.values),
        place=dict(writing.shelf.place),
        **opening,
    )


def small(rows: str, **opening: Any) -> Writing:
    """A note on a form written in the test."""
    clock = SteppedClock(NOW)
    return Writing(small_form(rows).open(clock=clock, entropy=Counting()), clock=clock, **opening)
