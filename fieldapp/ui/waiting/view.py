"""Waiting to send on screen: held first, then ready, then sent lately; everything about the chosen one beside it.

Promise: the first held item is chosen when the page opens, so its next step is one press away; "Send now" is off while
offline with the reason beside it; nothing here deletes. Up and Down go through all items.
Source: the design of the interface, section 4.11 and its picture 11.
Signals: `send_now_requested()`, `open_record_requested(str, str)` (family, record), `go_to_answer_requested(str, str,
str)` (family, record, key), `print_requested(str, str)`, `details_requested(str)` (an item's id).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import (
    Button,
    Card,
    Chip,
    EmptyState,
    Hairline,
    Icon,
    RowCard,
    Text,
    announce,
    column,
    row,
)
from fieldapp.ui.pages.pieces import look_line, mark_of, ruled_inset, titled
from fieldapp.ui.pages.screen import Around, Columns, Screen, Slot, placed, stacked
from fieldapp.ui.waiting.presenter import Detail, ItemRow, WaitingPresenter, WaitingState
from fieldapp.ui.words import Words

say = Words("Waiting")

DETAIL_WIDTH = 352


class WaitingPage(Screen):
    """What is on its way."""

    send_now_requested = Signal()
    open_record_requested = Signal(str, str)
    go_to_answer_requested = Signal(str, str, str)
    print_requested = Signal(str, str)
    details_requested = Signal(str)

    def __init__(self, presenter: WaitingPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Waiting to send")
        self._state = WaitingState()
        self._cards: dict[str, RowCard] = {}
        self._line = Text("", "body", "ink.soft")
        self.send = Button(say("Send now"), icon="refresh-cw")
        self._why_not = Text("", "caption", "ink.soft", align=Qt.AlignmentFlag.AlignRight)
        self._list, self._detail = Slot(), Slot()
        head = QWidget()
        end = column(row(None, self.send), self._why_not, gap=1)
        line = row(column(Text(say("Waiting to send"), "h1", "ink.strong"), self._line, gap=0), gap=4)
        line.setStretch(0, 1)
        line.addLayout(end)
        head.setLayout(line)
        self.set_page(head, Columns(stacked(self._list), stacked(self._detail), side=DETAIL_WIDTH))
        self.send.clicked.connect(self.send_now_requested)

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        around = self.around
        self._show(self.presenter.show(facts, online=around.online(), field_mode=around.field_mode()))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self._cards.get(self._state.chosen)

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: WaitingState) -> None:
        self._state = state
        self._line.setText(state.line)
        self._line.setVisible(bool(state.line))
        filled = state.detail is not None and state.detail.mark.kind == "held"
        self.send.set_words(state.send_words)
        self.send.set_kind("plain" if filled or not state.send_enabled else "primary")
        self.send.setEnabled(state.send_enabled)
        self.send.setAccessibleDescription(state.send_reason)
        self.send.setVisible(bool(state.ready or state.held))
        self._why_not.setText(state.send_reason)
        self._why_not.setVisible(bool(state.send_reason) and bool(state.ready or state.held))
        rows = (state.held, state.ready, state.sent, state.ready_size, state.empty)
        self._list.fill(rows, lambda: self._make_list(state))
        self._detail.fill((state.detail, state.foot), lambda: self._make_detail(state))
        for id, card in self._cards.items():
            card.setChecked(id == state.chosen)
            card.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if id == state.chosen else Qt.FocusPolicy.ClickFocus
            )

    def _make_list(self, state: WaitingState) -> QWidget:
        self._cards = {}
        pieces: list[QWidget] = []
        if state.empty:
            pieces.append(EmptyState("inbox", state.empty))
        for title, rows, note in (
            (say("Held"), state.held, say("Needs something from you")),
            (say("Ready"), state.ready, state.ready_size),
            (say("Sent lately"), state.sent, say("Kept here for 7 days")),
        ):
            if rows:
                pieces.append(self._part(title, rows, note))
        return stacked(*pieces, gap=4)

    def _part(self, title: str, rows: Sequence[ItemRow], note: str) -> QWidget:
        cards = [self._item(item) for item in rows]
        beside = [Text(note, "caption", "ink.soft", wrap=False)] if note else []
        return titled(title, Hairline(), ruled_inset(cards), beside=beside, count=str(len(rows)))

    def _item(self, item: ItemRow) -> RowCard:
        words = column(Text(item.title, "bodyStrong", "ink.strong"), gap=0)
        if item.under:
            words.addWidget(Text(item.under, "caption", "ink.soft"))
        at = Text(item.at[:1].upper() + item.at[1:], "caption", "ink.soft", wrap=False)
        mark = mark_of(item.mark)
        mark.setMinimumWidth(round(theme.current().size("rail") * 0.72 * min(theme.current().step, 1.3)))
        line = row(Icon(item.icon, "ink.soft"), words, at, mark, gap=4, margins=(2, 4))
        line.setStretch(1, 1)
        card = RowCard(line, item.name)
        card.setCheckable(True)
        card.clicked.connect(partial(self._choose, item.id))
        card.installEventFilter(self)
        self._cards[item.id] = card
        return placed(card, f"item {item.id}")  # type: ignore[no-any-return]

    def _make_detail(self, state: WaitingState) -> QWidget | None:
        detail = state.detail
        if detail is None:
            return None
        head = row(_chip(detail), None, Text(detail.at, "caption", "ink.soft", wrap=False), gap=2)
        inside = column(head, gap=3, margins=5)
        inside.addLayout(
            column(
                Text(detail.title, "h2", "ink.strong"),
                Text(detail.under, "body", "ink.soft"),
                gap=0,
            )
        )
        inside.addWidget(Text(detail.reason, "writing", "ink.strong"))
        if detail.more:
            inside.addWidget(Text(detail.more, "body", "ink.soft"))
        for button in self._buttons(detail):
            inside.addWidget(button)
        inside.addWidget(Hairline())
        for what, words in detail.facts:
            line = row(Text(what, "caption", "ink.soft"), Text(words, "caption", "ink.strong"), gap=3)
            line.setStretch(0, 1)
            line.setStretch(1, 2)
            inside.addLayout(line)
        return stacked(Card(inside), look_line("shield", state.foot, look=False), gap=3)

    def _buttons(self, detail: Detail) -> list[Button]:
        buttons: list[Button] = []
        filled = detail.mark.kind == "held"
        unheard = detail.step == "send_details" and not self.is_heard(self.details_requested)
        if detail.step != "none" and not unheard:
            step = Button(detail.step_words, "primary" if filled else "plain")
            step.clicked.connect(partial(self._press_step, detail))
            buttons.append(placed(step, "step"))
        if detail.step != "read":
            read = Button(say("Read note"), "primary" if filled and unheard else "plain")
            read.clicked.connect(partial(self.open_record_requested.emit, detail.scope, detail.doc))
            buttons.append(placed(read, "read"))
        if self.is_heard(self.print_requested):
            page = Button(say("Print"), icon="printer")
            page.clicked.connect(partial(self.print_requested.emit, detail.scope, detail.doc))
            buttons.append(placed(page, "print"))
        return buttons

    # -- what a person does ---------------------------------------------------------------------------------------

    def _choose(self, id: str) -> None:
        self._show(self.presenter.choose(id))
        if self._state.detail is not None:
            announce(self, self._state.detail.reason)

    def _press_step(self, detail: Detail) -> None:
        if detail.step == "go_to_answer":
            self.go_to_answer_requested.emit(detail.scope, detail.doc, detail.key)
        elif detail.step == "send_details":
            self.details_requested.emit(detail.id)
        else:
            self.open_record_requested.emit(detail.scope, detail.doc)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through all items, whatever part they stand in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            ids = list(self._cards)
            here = next((id for id, card in self._cards.items() if card is watched), None)
            if step and here is not None:
                at = ids.index(here) + step
                if 0 <= at < len(ids):
                    self._choose(ids[at])
                    self._cards[ids[at]].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


def _chip(detail: Detail) -> QWidget:
    kind = detail.mark.kind
    return (
        Chip(detail.mark.words, kind)
        if kind != "decision"
        else Chip(detail.mark.words, "decision", icon="split")
    )
