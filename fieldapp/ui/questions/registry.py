"""Which widget asks which question. One line for each type of the form engine.

Source: architecture, "add a question type": this table and a file beside it. A test compares it with the engine's
own list of types and fails until both exist.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fieldapp.ui.form.state import Question
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.questions.choose import AcknowledgeQuestion, ManyQuestion, one_of
from fieldapp.ui.questions.itself import UnansweredHere
from fieldapp.ui.questions.ladder import in_range
from fieldapp.ui.questions.moment import DateQuestion, DateTimeQuestion, TimeQuestion
from fieldapp.ui.questions.number import NumberQuestion
from fieldapp.ui.questions.picture import DrawingQuestion
from fieldapp.ui.questions.rank import RankQuestion
from fieldapp.ui.questions.text import KindQuestion, LineQuestion, LinesQuestion

Factory = Callable[[Question, "QWidget | None"], QuestionWidget]


def _text(question: Question, parent: QWidget | None = None) -> QuestionWidget:
    if "draw" in question.appearance:
        return DrawingQuestion(question, parent)
    if question.field_kind != "plain":
        return KindQuestion(question, parent)
    if "multiline" in question.appearance:
        return LinesQuestion(question, parent)
    return LineQuestion(question, parent)


FACTORIES: dict[str, Factory] = {
    "text": _text,
    "integer": NumberQuestion,
    "decimal": NumberQuestion,
    "date": DateQuestion,
    "time": TimeQuestion,
    "dateTime": DateTimeQuestion,
    "select_one": one_of,
    "select_multiple": ManyQuestion,
    "rank": RankQuestion,
    "range": in_range,
    "acknowledge": AcknowledgeQuestion,
    "barcode": UnansweredHere,
    "geopoint": UnansweredHere,
    "geotrace": UnansweredHere,
    "geoshape": UnansweredHere,
}

NEVER_ASKED: dict[str, str] = {
    "note": "shown as text by the page, not asked",
    "calculate": "worked out by the form",
    "metadata": "filled in by the app",
    "image": "waits for the attachments",
    "audio": "waits for the attachments",
    "video": "waits for the attachments",
    "file": "waits for the attachments",
}
"""Types that no widget asks, each with its reason."""


def widget_for(question: Question, parent: QWidget | None = None) -> QuestionWidget:
    """The widget for one question; a type nobody knows shows itself."""
    return FACTORIES.get(question.type, UnansweredHere)(question, parent)
