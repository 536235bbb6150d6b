"""Moving a note to a newer version on screen: four lists, one filled button, and a way to stay.

Promise: the button does nothing but what the lists say. What needs an answer stands first, what is kept last.
Source: protocol section 12; interface design section 1 (nothing is changed silently).
Signals: `moved(str)` with the note's new draft, `stay_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.kit import Button, Card, EmptyState, Flow, IconButton, Run, Text, announce, column, row
from fieldapp.ui.moving.presenter import Line, MovePresenter, MoveState, Part
from fieldapp.ui.pages.pieces import heading, padded, ruled, titled
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Moving")

_PARTS = ("needed", "gone", "moved", "kept")
LINES_MAX = 60
"""How many questions of one kind stand as lines of their own; of longer lists the rest is one text."""


class MovePage(Screen):
    """What becomes of every answer in a newer version of the form."""

    wants_room = True
    moved = Signal(str)
    stay_requested = Signal()

    def __init__(self, presenter: MovePresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Move to a newer version")
        self._state = MoveState()
        self._title, self._refused = Slot(), Slot()
        self._slots = {fate: Slot() for fate in _PARTS}
        back = IconButton("arrow-left", say("Back to the note"))
        back.clicked.connect(self.stay_requested)
        line = row(back, self._title, gap=2)
        line.setStretch(1, 1)
        head = QWidget()
        head.setLayout(line)
        self.stay = placed(Button("", "plain"), "stay")
        self.move_button = placed(Button("", "primary"), "move")
        self.stay.clicked.connect(self.stay_requested)
        self.move_button.clicked.connect(self._move)
        self.set_page(head, stacked(self._refused, *self._slots.values(), gap=5))
        foot = QWidget()
        foot.setLayout(Flow(self.stay, self.move_button, gap=3, end=True))
        self.set_foot(padded(foot))

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.stay  # type: ignore[no-any-return]

    def _show(self, state: MoveState) -> None:
        self._state = state
        self._title.fill((state.title, state.under), lambda: heading(state.title, state.under))
        self._refused.fill(
            state.refused, lambda: EmptyState("file-pen", state.refused) if state.refused else None
        )
        self.move_button.setVisible(bool(state.move))
        self.move_button.set_words(state.move)
        self.stay.set_words(state.stay)
        parts = {part.fate: part for part in state.parts}
        self.in_turn(*(partial(self._fill, fate, parts.get(fate)) for fate in _PARTS))  # type: ignore[call-overload]

    def _fill(self, fate: str, part: Part | None) -> None:
        self._slots[fate].fill(part, lambda: _part(part) if part is not None else None)

    def _move(self) -> None:
        fresh = self.presenter.move()
        if fresh:
            self.moved.emit(fresh)
            return
        state = self.presenter.state()
        self._show(state)
        announce(self, state.announce)


def _part(part: Part) -> Card:
    lines: list[QWidget] = [Text(part.about, "caption", "ink.soft")] if part.about else []
    pieces = [padded(*lines)] if lines else []
    pieces += [_line(one) for one in part.lines[:LINES_MAX]]
    if len(part.lines) > LINES_MAX:
        rest = "\n".join(f"{one.label} {one.answer}" for one in part.lines[LINES_MAX:])
        pieces.append(padded(Text(rest, "caption", "ink.soft")))
    return titled(part.title, ruled(pieces, first=True), count=str(len(part.lines)))


def _line(one: Line) -> QWidget:
    label = Text("", "bodyStrong", "ink.strong")
    label.set_runs([Run(one.label), *([Run("  " + one.where, "caption", "ink.soft")] if one.where else [])])
    inside = column(label, gap=0, margins=(2, 4))
    if one.answer:
        inside.addWidget(Text(one.answer, "body", "ink.body"))
    holder = QWidget()
    holder.setLayout(inside)
    holder.setAccessibleName(". ".join(part for part in (one.label, one.where, one.answer) if part))
    return holder
