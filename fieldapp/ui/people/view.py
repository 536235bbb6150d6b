"""People and relationships on screen: everybody in a list, and under it two questions for a new relationship.

Promise: one press leads to the form that changes something; a choice half made outlives a refresh. Never: an edit in
place, a rule of practice. Source: interface design section 4.5; practice design section 3.
Signals: `add_requested(str, object)` (form, what it is about), `change_requested(str)` (document), `back_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.kit import (
    Button,
    Card,
    Choice,
    ChoiceList,
    EmptyState,
    FieldFrame,
    Flow,
    IconButton,
    Reading,
    Run,
    Text,
    column,
    row,
)
from fieldapp.ui.pages.pieces import look_line, padded, ruled
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.people.presenter import PeoplePresenter, PeopleState, PersonState
from fieldapp.ui.words import Words

say = Words("People")


class PeoplePage(Screen):
    """Everybody in and around a family."""

    wants_room = True
    add_requested = Signal(str, object)
    change_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, presenter: PeoplePresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("People and relationships")
        self._state = PeopleState()
        self._label, self._list, self._relate = Text("", "body", "ink.soft"), Slot(), Slot()
        self.add = Button(say("Add a person"), "primary", icon="user-plus")
        self.add.clicked.connect(lambda: self.add_requested.emit("person", {}))
        back = IconButton("arrow-left", say("Back"))
        back.clicked.connect(self.back_requested)
        title = column(Text(self.title, "h1", "ink.strong"), self._label, gap=0)
        head = QWidget()
        line = row(back, title, self.add, gap=2)
        line.setStretch(1, 1)
        head.setLayout(line)
        self.go_on = Button(say("Go on"), icon="arrow-right")
        self.go_on.clicked.connect(self._begin_relationship)
        self.set_page(head, Reading(column(self._list, self._relate, gap=5)))

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        state = self.presenter.show(facts)
        self._state = state
        self._label.setText(state.label)
        self.add.setVisible(state.may_write)
        self._list.fill((state.people, state.missing, state.may_write), lambda: self._make_list(state))
        names = tuple((one.person, one.name) for one in state.people)
        wanted = state.may_write and len(names) > 1
        self._relate.fill((names, wanted), lambda: self._make_relate(names) if wanted else None)

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.add if not self.add.isHidden() else None

    # -- the list -------------------------------------------------------------------------------------------------

    def _make_list(self, state: PeopleState) -> QWidget:
        if not state.people:
            return EmptyState("users", state.missing or say("Nobody is on record here yet."))
        return Card(ruled([self._person(one, state.may_write) for one in state.people]))

    def _person(self, one: PersonState, may_write: bool) -> QWidget:
        words = Text("")
        words.set_runs([Run(one.name, "bodyStrong", "ink.strong"), *self._about(one)])
        pieces: list[Any] = [words]
        if not one.placed:
            pieces.append(look_line("circle-question-mark", say("Relationship not on record"), look=True))
        if may_write:
            pieces.append(self._buttons(one))
        return padded(*pieces, gap=1)

    @staticmethod
    def _about(one: PersonState) -> list[Run]:
        return [Run(f", {one.about}", "body", "ink.soft")] if one.about else []

    def _buttons(self, one: PersonState) -> QWidget:
        buttons = Flow(gap=3, line_gap=1)

        def add(words: str, do: Callable[[], Any], key: str) -> None:
            button = Button(words, "quiet", height="controlCompact")
            button.setAccessibleName(f"{words}: {one.name}")
            button.clicked.connect(lambda _=False: do())
            buttons.addWidget(placed(button, f"{key} {one.person}"))

        add(say("Change details"), partial(self.change_requested.emit, one.person), "change")
        if one.child_record:
            add(
                say("Change the child's record"),
                partial(self.change_requested.emit, one.child_record),
                "child",
            )
        elif one.may_be_child:
            about = {"person": one.person}
            add(say("Begin a child's record"), partial(self.add_requested.emit, "child", about), "child")
        holder = QWidget()
        holder.setLayout(buttons)
        return holder

    # -- a relationship -------------------------------------------------------------------------------------------

    def _make_relate(self, names: tuple[tuple[str, str], ...]) -> QWidget:
        choices = [Choice(person, name) for person, name in names]
        self.first = ChoiceList(choices, self.presenter.first)
        self.second = ChoiceList(choices, self.presenter.second)
        for chosen in (self.first, self.second):
            chosen.answered.connect(lambda _: self._chose())
        title = Text(say("Add a relationship"), "h2", "ink.strong")
        both = stacked(
            FieldFrame(say("Who?"), placed(self.first, "first")),
            FieldFrame(say("Whose relative, partner or friend?"), placed(self.second, "second")),
            gap=4,
        )
        self._chose()
        return Card(column(padded(title, both, row(self.go_on, None), gap=4)))

    def _chose(self) -> None:
        self.presenter.choose(self.first.value(), self.second.value())
        self.go_on.setEnabled(self.presenter.may_relate())

    def _begin_relationship(self) -> None:
        about = {"a": self.presenter.first, "b": self.presenter.second}
        self.presenter.choose("", "")
        self.add_requested.emit("relationship", about)
