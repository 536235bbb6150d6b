"""How far each page of a note has got, kept up to date from what a change names and nothing else.

Promise: the count after any sequence of changes is the count made anew (a test compares them). A row that nobody has
written in is not counted: it will be dropped. Never here: Qt, words on screen, saving.
Source: interface design section 4.6 (marks, "3 of 5 answered", "1 answer missing").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.forms import Changes, Instance, Key, UnknownPath
from fieldapp.ui.form.keys import inside, rows_around
from fieldapp.ui.form.layout import Layout, Place, is_asked


@dataclass(frozen=True, slots=True)
class Status:
    """One question that can be answered now."""

    needed: bool
    answered: bool
    wrong: bool
    given: bool
    """The app knew the answer before the person began; it is not their progress."""


@dataclass(frozen=True, slots=True)
class Count:
    """One page: questions that need an answer, those that have one, answers of any kind, and wrong ones."""

    needed: int = 0
    answered_needed: int = 0
    answered: int = 0
    wrong: int = 0

    @property
    def missing(self) -> int:
        """How many answers stand between this page and done."""
        return self.needed - self.answered_needed + self.wrong

    def plus(self, other: Count) -> Count:
        """Both pages together."""
        return Count(
            self.needed + other.needed,
            self.answered_needed + other.answered_needed,
            self.answered + other.answered,
            self.wrong + other.wrong,
        )


class Tally:
    """Counts by page, and by row for cards."""

    def __init__(self, instance: Instance, layout: Layout, given: frozenset[Key]) -> None:
        self._instance = instance
        self._layout = layout
        self._given = given
        self._status: dict[Key, Status] = {}
        self._by_place: dict[Place, set[Key]] = {}
        self._untouched: set[Key] = set()
        self._moved = False
        self.count_anew()

    def count_anew(self) -> None:
        """Forget everything and count."""
        self._status.clear()
        self._by_place.clear()
        self._untouched.clear()
        for section in self._layout.sections:
            for member in section.members:
                self._count_inside(member)

    def follow(self, changes: Changes, entered: Iterable[Key] = ()) -> bool:
        """Take in what one call changed; True if any count may differ."""
        self._moved = bool(changes.added or changes.removed)
        for row in changes.removed:
            for key in [key for key in self._status if inside(key, row)]:
                self._forget(key)
            self._untouched = {kept for kept in self._untouched if not inside(kept, row)}
        for row in changes.added:
            self._count_inside(row)
        for key in (*changes.changed, *entered):
            self._look_again(key)
        return self._moved

    def of_place(self, place: Place) -> Count:
        """The count of one page."""
        return self._sum(self._by_place.get(place, ()))

    def of_row(self, row: Key) -> Count:
        """The count of one card."""
        place = self._layout.place_of(row)
        if place is None:
            return Count()
        return self._sum(key for key in self._by_place.get(place, ()) if inside(key, row))

    def snapshot(self) -> dict[Key, Status]:
        """Everything counted; for comparing two tallies."""
        return dict(self._status)

    def _sum(self, keys: Iterable[Key]) -> Count:
        needed = answered_needed = answered = wrong = 0
        for key in keys:
            status = self._status[key]
            if status.given and not status.wrong:
                continue
            needed += status.needed
            answered_needed += status.needed and status.answered
            answered += status.answered
            wrong += status.wrong
        return Count(needed, answered_needed, answered, wrong)

    def _look_again(self, key: Key) -> None:
        for row in rows_around(key):
            try:
                untouched = self._instance.untouched(row)
            except UnknownPath:
                return
            if untouched != (row in self._untouched):
                self._count_inside(row)
                return
        self._count_inside(key, deep=False)

    def _count_inside(self, key: Key, deep: bool = True) -> None:
        try:
            node = self._instance.node(key)
        except UnknownPath:
            return
        if node.kind == "question":
            self._count(key)
            return
        if node.kind == "row":
            if self._instance.untouched(key):
                self._untouched.add(key)
            else:
                self._untouched.discard(key)
        if not deep and node.relevant:
            return
        inner = self._instance.rows(key) if node.kind == "repeat" else self._instance.children(key)
        for child in inner:
            self._count_inside(child)

    def _count(self, key: Key) -> None:
        node = self._instance.node(key)
        place = self._layout.place_of(key)
        if place is None or not is_asked(node):
            return
        if not node.relevant:
            self._forget(key)
            return
        answered = bool(node.value)
        in_untouched = bool(self._untouched.intersection(rows_around(key))) and bool(
            self._layout.untouched_row(key)
        )
        status = Status(
            needed=node.required and not in_untouched,
            answered=answered,
            wrong=node.violation == "constraint",
            given=key in self._given,
        )
        if self._status.get(key) == status:
            return
        self._status[key] = status
        self._moved = True
        self._by_place.setdefault(place, set()).add(key)

    def _forget(self, key: Key) -> None:
        if self._status.pop(key, None) is not None:
            self._moved = True
            place = self._layout.place_of(key)
            if place is not None and place in self._by_place:
                self._by_place[place].discard(key)
