"""One record on screen: what was said, seen and thought, each in its own look, part after part.

Promise: reads like the final note; nothing can be typed here. The three kinds of words carry names: whose words, what
whom saw, what whom thinks. Source: the design of the interface, sections 4.5 and 4.6.
Signals: `change_requested(str)` (the note's id), `print_requested(str, str)` (family, note), `decide_requested()`,
`back_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fieldapp.ui.form.check_view import DrawingView
from fieldapp.ui.form.state import ReadLine, ReadPart
from fieldapp.ui.kit import (
    Banner,
    Button,
    Card,
    EmptyState,
    Flow,
    Hairline,
    IconButton,
    IconLine,
    Reading,
    Text,
    column,
    row,
)
from fieldapp.ui.pages.pieces import mark_of
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.record.presenter import RecordPresenter, RecordState
from fieldapp.ui.words import Words

say = Words("Record")

KINDS = {
    "words": ("quote", "field.words.mark", "field.words.bg", "words"),
    "saw": ("eye", "field.saw.mark", "field.saw.bg", "body"),
    "think": ("lightbulb", "field.think.mark", "bg.surface", "body"),
}


class RecordPage(Screen):
    """A note or a record, to read."""

    change_requested = Signal(str)
    print_requested = Signal(str, str)
    decide_requested = Signal()
    back_requested = Signal()

    def __init__(self, presenter: RecordPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("the record")
        self._state = RecordState()
        self._bar, self._bands, self._sheet = Slot(), Slot(), Slot()
        self.set_page(self._bar, Reading(column(self._bands, self._sheet, gap=4)))
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._print)

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def concerns(self, fact: object) -> bool:
        scope = getattr(fact, "scope", None)
        return scope is None or scope == self.presenter.scope

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.primary()

    def _show(self, state: RecordState) -> None:
        self._state = state
        bar = (state.title, state.under, state.mark, state.can_change)
        self._bar.fill(bar, lambda: self._make_bar(state))
        bands = (state.missing, state.signed, state.left_out, state.questions, state.gaps, state.decided)
        self._bands.fill(bands, lambda: self._make_bands(state))
        self._sheet.fill(
            (state.parts, state.changes), lambda: self._make_sheet(state) if state.parts else None
        )

    def _make_bar(self, state: RecordState) -> QWidget:
        back = IconButton("arrow-left", say("Back"))
        back.clicked.connect(self.back_requested)
        title = Flow(Text(state.title, "h1", "ink.strong"), gap=3, line_gap=0)
        facts = Flow(Text(state.under, "body", "ink.soft"), gap=4, line_gap=1)
        if state.mark is not None:
            facts.addWidget(mark_of(state.mark))
        words = column(title, facts, gap=0)
        line = row(column(placed(back, "back"), None, gap=0), words, gap=2)
        line.setStretch(1, 1)
        if state.root:
            buttons: list[QWidget] = []
            if self.is_heard(self.print_requested):
                page = Button(say("Print"), icon="printer")
                page.clicked.connect(self._print)
                buttons.append(placed(page, "print"))
            if state.can_change:
                change = Button(say("Change this"), "primary", icon="pencil")
                change.clicked.connect(lambda: self.change_requested.emit(state.root))
                buttons.append(placed(change, "change"))
            line.addLayout(Flow(*buttons, gap=2, end=True))
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _print(self) -> None:
        if self._state.root:
            self.print_requested.emit(self._state.scope, self._state.root)

    def _make_bands(self, state: RecordState) -> QWidget | None:
        pieces: list[QWidget] = []
        if state.missing:
            pieces.append(EmptyState("file-text", state.missing))
        if state.left_out:
            pieces.append(Banner("info", state.left_out, icon="eye-off"))
        for sentence in state.questions:
            band = Banner("decision", sentence, icon="split", action=say("Decide"))
            band.acted.connect(self.decide_requested)
            pieces.append(band)
        if state.signed:
            pieces.append(Banner("info", state.signed, icon="stamp"))
        for question, why in state.gaps:
            words = say("Finished without “{question}”: {why}", question=question, why=why)
            pieces.append(
                IconLine("circle-alert", words, ink="status.decision.ink", style="label", wrap=True)
            )
        for question, why in state.decided:
            words = say("Decided: {question}. Why: {why}", question=question, why=why)
            pieces.append(IconLine("split", words, ink="ink.soft", style="caption", wrap=True))
        return stacked(*pieces, gap=2) if pieces else None

    def _make_sheet(self, state: RecordState) -> QWidget:
        inside = column(gap=4, margins=6)
        for index, part in enumerate(state.parts):
            if index and part.level == 1:
                inside.addWidget(Hairline())
            inside.addWidget(_part(part))
        if state.changes:
            inside.addWidget(Hairline())
            inside.addWidget(IconLine("history", state.changes, ink="ink.soft", wrap=True))
        return Card(inside)


def _part(part: ReadPart) -> QWidget:
    title = Text(part.title, "h3" if part.level == 1 else "bodyStrong", "ink.strong")
    return stacked(title, *(_line(line) for line in part.lines), gap=3)


def _line(line: ReadLine) -> QWidget:
    """An answer under its question; the three kinds each on their own ground, with their icon."""
    kind = KINDS.get(line.field_kind)
    words: QWidget
    if line.drawing:
        words = DrawingView(line.value)
    else:
        words = Text(line.value, kind[3] if kind else "body", "ink.body")
    pieces: list[Any] = [_label(line)]
    if line.restricted:
        restricted = say("Restricted: not shown in visit view")
        pieces.append(IconLine("lock-keyhole", restricted, ink="restricted.ink", style="caption", wrap=True))
    if kind and not line.drawing:
        dashed = line.field_kind == "think"
        ground = Card(
            column(words, margins=(2, 3)),
            ground=kind[2],
            line="line.control" if dashed else None,
            radius="control",
            dashed=dashed,
        )
        pieces.append(ground)
    else:
        pieces.append(words)
    holder = stacked(*pieces, gap=1)
    said = say("a drawing") if line.drawing else line.value
    holder.setAccessibleName(f"{line.label}: {said}")
    return holder


def _label(line: ReadLine) -> QWidget:
    kind = KINDS.get(line.field_kind)
    if kind is None:
        return Text(line.label, "label", "ink.soft")
    return IconLine(kind[0], line.label, ink="ink.soft", icon_ink=kind[1], style="label", wrap=True)
