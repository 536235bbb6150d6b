"""A number from a range: the ladder of 0 to 10 where the form asks for one, else typed.

Source: practice design section 5.0 (`scale-ladder`); interface design section 6 (ScaleSteps, "also addressable from a
form by appearance"). Promise: the same steps as a child sees, small. Never: a slider, which nobody can set exactly.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldapp.ui.child.scale_steps import ScaleSteps
from fieldapp.ui.form.state import Question
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.questions.number import NumberQuestion

STEPS_MAX = 11


class LadderQuestion(QuestionWidget):
    """Steps to stand on."""

    def make_editor(self, question: Question) -> QWidget:
        start, end, step = _range(question)
        self._steps = ScaleSteps(start, end, step, value=question.value, small=True)
        self._steps.chosen.connect(self._answer)
        for button in self._steps.steps():
            self.watch(button)
        return self._steps

    def _answer(self, value: str) -> None:
        self.answered.emit(value)
        self.left.emit()

    def show_value(self, question: Question) -> None:
        if self._steps.value() != question.value.removesuffix(".0"):
            self._steps.set_value(question.value)
        self._steps.setEnabled(not question.readonly)

    def take_focus(self, caret: int | None = None) -> None:
        self._steps.focus_first()


def in_range(question: Question, parent: QWidget | None = None) -> QuestionWidget:
    """Steps where there are few enough whole ones, else a number to type."""
    try:
        start, end, step = _range(question)
    except ValueError:
        return NumberQuestion(question, parent)
    if (end - start) // max(step, 1) + 1 <= STEPS_MAX:
        return LadderQuestion(question, parent)
    return NumberQuestion(question, parent)


def _range(question: Question) -> tuple[int, int, int]:
    """Start, end and step; raises `ValueError` where they are not whole numbers."""
    given = dict(question.parameters)
    return int(given.get("start", "1")), int(given.get("end", "10")), int(given.get("step", "1"))
