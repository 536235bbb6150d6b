"""Numbers typed in, whole or decimal, with their unit beside them.

Promise: what is no number stays in the field as typed, to be put right; the form's unit (parameter `unit`) stands
beside the digits. Source: interface design sections 4.6 and 6 (NumberField).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import NumberField
from fieldapp.ui.questions.base import QuestionWidget

DIGITS = 8


class NumberQuestion(QuestionWidget):
    """An integer or a decimal."""

    def make_editor(self, question: Question) -> QWidget:
        unit = dict(question.parameters).get("unit", "")
        self._number = NumberField(question.text, unit=unit, digits=DIGITS)
        self._number.answered.connect(self.answered)
        self._number.left.connect(self.left)
        return self._number

    def show_value(self, question: Question) -> None:
        if not self._number.line.hasFocus():
            self._number.set_text(question.text)
        self._number.line.setReadOnly(question.readonly)
