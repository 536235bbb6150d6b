"""A question that cannot be answered on this laptop shows itself: what it asks, what stands there, and why not here.

Promise: a form from elsewhere never has a hole in it without a word. Source: architecture ("an unknown type shows
itself").
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import EmptyState
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.words import Words

say = Words("Form")


class UnansweredHere(QuestionWidget):
    """Says what it is."""

    def make_editor(self, question: Question) -> QWidget:
        self._state = EmptyState("info", self._words(question))
        return self._state

    def _words(self, question: Question) -> str:
        if question.text:
            return question.text
        return say("This kind of question ({kind}) can't be answered on this laptop.", kind=question.type)

    def show_value(self, question: Question) -> None:
        self._state.text.setText(self._words(question))
