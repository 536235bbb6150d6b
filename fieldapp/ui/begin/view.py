"""The page between "New note" and the note: whom it is for, as a list to type into.

Promise: Down and Enter choose; one press begins the note.
Signal: `chosen(str)` with the family's id.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp.ui import words
from fieldapp.ui.begin.presenter import BeginPresenter, Family
from fieldapp.ui.kit import Card, EmptyState, RowCard, Text, UnitLine, column
from fieldapp.ui.pages.pieces import heading, ruled_inset
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Begin")


def form_words(form: str) -> str:
    """What the menu calls a form."""
    return {
        "home_visit": say("Visit note"),
        "wishes_and_feelings": say("Direct work"),
        "phone_call": say("Phone call or message"),
        "early_help_assessment": say("Early help assessment"),
        "jotting": say("Quick jotting (no family yet)"),
    }[form]


class BeginPage(Screen):
    """Whom the note is for."""

    chosen = Signal(str)

    def __init__(
        self, presenter: BeginPresenter, form: str, around: Around, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = form_words(form)
        self._families: tuple[Family, ...] = ()
        self._cards: list[RowCard] = []
        self._list = Slot()
        self.jump = UnitLine(placeholder=say("Type a family's name"))
        self.jump.line.setAccessibleName(say("Find a family"))
        self.jump.answered.connect(lambda _: self._show())
        self.jump.line.returnPressed.connect(self._first)
        self.jump.line.installEventFilter(self)
        head = heading(form_words(form), say("Which family is it for?"))
        self.set_page(head, stacked(self.jump, self._list, gap=4))

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.families

    def take(self, facts: Any) -> None:
        self._families = facts
        self._show()

    def spoken(self) -> str:
        count = len(self._families)
        said = say.count(count, "which family, {n} to choose from", "which family, {n} to choose from")
        return f"{self.title}, {said}"

    def first_focus(self) -> QWidget:
        return self.jump.line

    def _matching(self) -> tuple[Family, ...]:
        typed = self.jump.text().strip().casefold()
        return tuple(
            one
            for one in self._families
            if typed in one.label.casefold() or any(typed in name.casefold() for name in one.children)
        )

    def _show(self) -> None:
        found = self._matching()
        self._list.fill((found, bool(self._families)), lambda: self._make(found))

    def _make(self, found: tuple[Family, ...]) -> QWidget:
        self._cards = []
        if not found:
            return EmptyState("users", say("No family here has that name."))
        for one in found:
            names = words.join(one.children)
            inside = column(Text(one.label, "bodyStrong", "ink.strong"), gap=0, margins=(3, 4))
            if names:
                inside.addWidget(Text(names, "caption", "ink.soft"))
            card = RowCard(inside, f"{one.label}. {names}" if names else one.label)
            card.clicked.connect(partial(self._choose, one.scope))
            card.installEventFilter(self)
            self._cards.append(placed(card, f"family {one.scope}"))
        return Card(ruled_inset(self._cards))

    def _choose(self, scope: str, _checked: bool = False) -> None:
        self.chosen.emit(scope)

    def _first(self) -> None:
        found = self._matching()
        if found:
            self.chosen.emit(found[0].scope)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._cards:
                at = next((n for n, card in enumerate(self._cards) if card is watched), -1) + step
                target: QWidget = self.jump.line if at < 0 else self._cards[min(at, len(self._cards) - 1)]
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return bool(super().eventFilter(watched, event))
