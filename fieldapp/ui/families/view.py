"""Families on screen: a list, one line for each, a filter over it and a place to type.

Promise: typing anywhere on the page jumps; Up and Down go through the list, Enter opens; what is late or old says so
in words as well as in amber. Never: tiles, scores.
Source: the design of the interface, section 4.4.
Signals: `open_file_requested(str)` and `carry_requested(str)` with a family's id.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp.ui import theme
from fieldapp.ui.families.presenter import FamiliesPresenter, FamiliesState, FamilyLine
from fieldapp.ui.kit import (
    Banner,
    Button,
    Card,
    EmptyState,
    FilterRow,
    Flow,
    IconLine,
    RowCard,
    Tab,
    Text,
    UnitLine,
    column,
    row,
)
from fieldapp.ui.pages.pieces import heading, look_line, mark_of
from fieldapp.ui.pages.screen import Around, Growing, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Families")


class FamiliesPage(Screen):
    """Everyone this user may open."""

    open_file_requested = Signal(str)
    carry_requested = Signal(str)

    def __init__(self, presenter: FamiliesPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Families")
        self._state = FamiliesState()
        self._chosen = ""
        self.jump = UnitLine(placeholder=say("Type to jump"))
        self.jump.line.setAccessibleName(say("Find in this list"))
        self.jump.setMinimumWidth(theme.current().size("rail"))
        self.open_file = Button(say("Open file"), "primary")
        tabs = [Tab(key, words) for key, words in presenter.state().filters]
        self.filters = FilterRow(tabs, presenter.which)
        self._notice, self._list = Slot(), Slot()
        self._cards: dict[str, RowCard] = {}
        head = heading(say("Families"), "", self.jump, self.open_file)
        self.set_page(head, stacked(self.filters, self._notice, self._list, gap=3))
        self._connect()

    def _connect(self) -> None:
        self.filters.opened.connect(lambda key: self._show(self.presenter.filter(key)))
        self.jump.answered.connect(lambda text: self._show(self.presenter.type(text)))
        self.jump.line.returnPressed.connect(self._open_chosen)
        self.jump.line.installEventFilter(self)
        self.open_file.clicked.connect(self._open_chosen)

    # -- Screen ---------------------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts, online=self.around.online()))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self._cards.get(self._chosen) or self.jump.line

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: FamiliesState) -> None:
        self._state = state
        scopes = [line.scope for line in state.lines]
        if self._chosen not in scopes:
            self._chosen = scopes[0] if scopes else ""
        self._notice.fill(state.notice, lambda: Banner("info", state.notice) if state.notice else None)
        self._list.fill((state.lines, state.empty), lambda: self._make_list(state))
        self._mark_chosen()

    def _make_list(self, state: FamiliesState) -> QWidget:
        self._cards = {}
        if not state.lines:
            return EmptyState("users", state.empty)
        return Card(column(Growing([partial(self._line, line) for line in state.lines], inset=True)))

    def _line(self, line: FamilyLine) -> RowCard:
        name = Flow(Text(line.label, "h3", "ink.strong", wrap=False), gap=3, line_gap=1)
        if line.place:
            name.addWidget(IconLine("map-pin", line.place, ink="ink.soft"))
        who = column(
            name,
            Text(line.children or line.status, "body", "ink.body"),
            gap=1,
        )
        if line.children:
            who.addWidget(Text(line.status, "caption", "ink.soft"))
        when = column(gap=1)
        if line.seen:
            when.addWidget(look_line("footprints", line.seen, look=line.seen_look))
        if line.due:
            when.addWidget(look_line("calendar", line.due, look=line.due_look))
        plan = column(gap=1)
        if line.plan:
            plan.addWidget(look_line("list", line.plan, look=False))
        plan.addWidget(look_line("refresh-cw", line.fresh, look=line.fresh_look))
        if line.mark is not None:
            plan.addWidget(mark_of(line.mark, wrap=True))
        when.addStretch(1)
        plan.addStretch(1)
        pieces = row(who, when, plan, gap=5, margins=(3, 4))
        for index, share in enumerate((5, 4, 4)):
            pieces.setStretch(index, share)
        card = RowCard(pieces, line.name)
        card.setCheckable(True)
        card.clicked.connect(partial(self._pressed, line.scope))
        card.installEventFilter(self)
        card.setChecked(line.scope == self._chosen)
        if line.scope != self._chosen:
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._cards[line.scope] = card
        return placed(card, f"family {line.scope}")  # type: ignore[no-any-return]

    def _mark_chosen(self) -> None:
        for scope, card in self._cards.items():
            card.setChecked(scope == self._chosen)
            policy = Qt.FocusPolicy.StrongFocus if scope == self._chosen else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)
        line = self._line_here()
        self.open_file.setVisible(line is not None)
        if line is not None:
            self.open_file.set_words(
                say("Open {family}", family=line.label) if line.carried else say("Carry this family")
            )
            self.open_file.setEnabled(line.carried or self.around.online() is not False)

    def _line_here(self) -> FamilyLine | None:
        return next((line for line in self._state.lines if line.scope == self._chosen), None)

    # -- what a person does ---------------------------------------------------------------------------------------

    def _pressed(self, scope: str) -> None:
        self._chosen = scope
        self._mark_chosen()
        self._open_chosen()

    def _open_chosen(self) -> None:
        line = self._line_here()
        if line is None:
            return
        (self.open_file_requested if line.carried else self.carry_requested).emit(line.scope)

    def _walk(self, step: int) -> bool:
        scopes = list(self._cards)
        if not scopes:
            return False
        at = scopes.index(self._chosen) + step if self._chosen in scopes else 0
        if not 0 <= at < len(scopes):
            return True
        self._chosen = scopes[at]
        self._mark_chosen()
        self._cards[self._chosen].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk through the list, also from the place to type; letters go to the place to type."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and watched is self.jump.line:
                card = self._cards.get(self._chosen)
                if card is not None:
                    card.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if step:
                return self._walk(step)
            typed = event.text()
            if (
                watched is not self.jump.line
                and typed.isprintable()
                and typed.strip()
                and not event.modifiers()
                & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            ):
                self.jump.line.setFocus(Qt.FocusReason.OtherFocusReason)
                self.jump.line.insert(typed)
                self._show(self.presenter.type(self.jump.line.text()))
                return True
        return super().eventFilter(watched, event)
