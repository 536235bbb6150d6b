"""Days and times: typed first, as people write them, with "Now" beside a time.

"Today" and "Yesterday" stand beside a day only where the form says `recent` in its appearance: a day on which
something was done, seen or decided. Beside a date of birth or "By when?" they would be answers nobody gives.

Promise: while somebody types, nothing rewrites the field; on leaving, the day stands as "5 March 2026". What is no
day stays as typed. Source: interface design section 6 (DateField, TimeField: type-in first).
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from fieldapp.ui import words
from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import Button, DateField, Flow, TimeField, UnitLine
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.words import Words

say = Words("Form")


class DateQuestion(QuestionWidget):
    """A day."""

    def make_editor(self, question: Question) -> QWidget:
        today = date.fromisoformat(dict(question.parameters)["today"])
        recent = "recent" in question.appearance
        self._date = DateField(question.value or question.text, today=today, recent=recent)
        self._date.answered.connect(self.answered)
        self._date.left.connect(self.left)
        return self._date

    def focus_target(self) -> QWidget:
        return self._date.line.line

    def show_value(self, question: Question) -> None:
        if question.value or not self._date.line.line.hasFocus():
            self._date.set_value(question.value or question.text)
        self._date.set_read_only(question.readonly)


class TimeQuestion(QuestionWidget):
    """A time of day, with "Now"."""

    def make_editor(self, question: Question) -> QWidget:
        self._time = TimeField(_hours(question))
        self._time.answered.connect(self.answered)
        self._time.left.connect(self.left)
        self._now = Button(say("Now"), "quiet")
        self._now.clicked.connect(self._put_now)
        return _Holder(self._time, self._now)

    def focus_target(self) -> QWidget:
        return self._time.line.line

    def show_value(self, question: Question) -> None:
        if question.value or not self._time.line.line.hasFocus():
            self._time.set_value(_hours(question))
        self._time.set_read_only(question.readonly)
        self._now.setVisible(not question.readonly)
        self._now.setAccessibleName(say("Now, for: {question}", question=question.label))

    def _put_now(self) -> None:
        now = dict(self.question.parameters)["now"]
        self._time.set_value(now[11:16])
        self.answered.emit(now[11:16])
        self.left.emit()


class DateTimeQuestion(QuestionWidget):
    """A day and a time in one line, "5 March 2026 14:30", with "Now"."""

    def make_editor(self, question: Question) -> QWidget:
        self._line = UnitLine(question.text, placeholder=say("Day, month, year, time"), digits=24)
        self._line.answered.connect(self.answered)
        self._line.left.connect(self.left)
        self._now = Button(say("Now"), "quiet")
        self._now.clicked.connect(self._put_now)
        return _Holder(self._line, self._now)

    def focus_target(self) -> QWidget:
        return self._line.line

    def show_value(self, question: Question) -> None:
        if not self._line.line.hasFocus():
            self._line.set_text(question.text)
        self._line.line.setReadOnly(question.readonly)
        self._now.setVisible(not question.readonly)
        self._now.setAccessibleName(say("Now, for: {question}", question=question.label))

    def _put_now(self) -> None:
        now = datetime.fromisoformat(dict(self.question.parameters)["now"])
        text = f"{now.day} {words.MONTHS[words.language()][now.month - 1]} {now.year} {words.clock(now)}"
        self._line.set_text(text)
        self.answered.emit(text)
        self.left.emit()


class _Holder(QWidget):
    """A field and the button beside it, in lines when there is no room."""

    def __init__(self, field: QWidget, button: Button) -> None:
        super().__init__()
        self._field = field
        self.setLayout(Flow(field, button, gap=2))
        self.setFocusProxy(field)

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the field's line."""
        self._field.set_trouble(there_is)  # type: ignore[attr-defined]


def _hours(question: Question) -> str:
    return question.value[:5] if question.value else question.text
