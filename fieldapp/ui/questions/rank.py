"""Putting things in order: a numbered list moved by buttons, never by dragging alone.

Promise: the order stands in words and numbers; before the first move nothing is answered. Source: XLSForm `rank`;
interface design section 8 ("Anything done by drag has buttons").
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import Button, IconButton, Text, row
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.words import Words

say = Words("Form")


class RankQuestion(QuestionWidget):
    """All choices, first to last."""

    def make_editor(self, question: Question) -> QWidget:
        self._order: list[str] = []
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space(1))
        self._rows: list[QWidget] = []
        self._keep = Button(say("Keep this order"), "plain", height="controlCompact")
        self._keep.clicked.connect(lambda: self._answer(self._order))
        return self._holder

    def focus_target(self) -> QWidget:
        return self._holder

    def show_value(self, question: Question) -> None:
        named = [choice.name for choice in question.choices]
        order = [name for name in question.value.split() if name in named]
        order += [name for name in named if name not in order]
        if order == self._order and self._rows:
            self._keep.setVisible(not question.value)
            return
        self._order = order
        labels = {choice.name: choice.label or choice.name for choice in question.choices}
        for old in self._rows:
            self._column.removeWidget(old)
            old.deleteLater()
        self._column.removeWidget(self._keep)
        self._rows = [self._row(place, labels[name], question) for place, name in enumerate(order)]
        for line in self._rows:
            self._column.addWidget(line)
        self._column.addWidget(self._keep)
        self._keep.setVisible(not question.value and not question.readonly)

    def _row(self, place: int, words: str, question: Question) -> QWidget:
        line = QWidget()
        up = IconButton("arrow-up", say("Move {title} up", title=words))
        down = IconButton("arrow-down", say("Move {title} down", title=words))
        up.setEnabled(place > 0 and not question.readonly)
        down.setEnabled(place < len(self._order) - 1 and not question.readonly)
        up.clicked.connect(lambda: self._move(place, -1))
        down.clicked.connect(lambda: self._move(place, 1))
        for button in (up, down):
            self.watch(button)
        layout = row(Text(say("{number}. {title}", number=place + 1, title=words)), up, down, gap=2)
        layout.setStretch(0, 1)
        line.setLayout(layout)
        return line

    def _move(self, place: int, by: int) -> None:
        order = list(self._order)
        order.insert(place + by, order.pop(place))
        self._answer(order)

    def _answer(self, order: list[str]) -> None:
        self.answered.emit(" ".join(order))
        self.left.emit()
