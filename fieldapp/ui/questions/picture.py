"""A child's drawing inside a form: the paper itself, with pencils, where the worker hands over the pen.

Promise: the same paper as in child mode, kept at each lift of the pen. Never: an image file.
Source: practice design section 5.0 (`draw`: strokes as one line of text); interface design section 4.7.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.draw_canvas import DrawCanvas
from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import Button, row
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.words import Words

say = Words("Form")


class DrawingQuestion(QuestionWidget):
    """Paper, pencil, rubber, undo."""

    def make_editor(self, question: Question) -> QWidget:
        self._canvas = DrawCanvas(question.value, name=question.label)
        self._canvas.drawn.connect(self._answer)
        self._canvas.setMinimumHeight(6 * theme.current().size("childTarget") - theme.current().space(12))
        self._pencil = Button(say("Pencil"), "quiet", icon="pencil")
        self._rubber = Button(say("Rubber"), "quiet", icon="eraser")
        self._undo = Button(say("Undo"), "quiet", icon="undo-2")
        self._pencil.clicked.connect(lambda: self._canvas.set_tool("pencil"))
        self._rubber.clicked.connect(lambda: self._canvas.set_tool("rubber"))
        self._undo.clicked.connect(self._canvas.undo)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(self._pencil, self._rubber, self._undo, None, gap=3))
        layout.addWidget(self._canvas)
        holder.setFocusProxy(self._canvas)
        return holder

    def focus_target(self) -> QWidget:
        return self._canvas

    def _answer(self, text: str) -> None:
        self.answered.emit(text)
        self.left.emit()

    def show_value(self, question: Question) -> None:
        self._canvas.set_text(question.value)
        self._canvas.setEnabled(not question.readonly)
