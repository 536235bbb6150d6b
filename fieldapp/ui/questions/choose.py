"""Choosing one or several: a joined row of short answers, or a list with real radio and tick marks.

Promise: one Tab stop, arrows move, Space picks; typing the first letters of an answer picks it too, so a note can be
answered with the hands on the keys. Pressing the chosen one again takes it back. Never: a choice made by moving.
Source: interface design sections 3 and 6 (Segmented, ChoiceList, TagPicker).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import ChoiceList, Segmented
from fieldapp.ui.questions.base import QuestionWidget, kit_choices

SEGMENTS_MAX = 4
SEGMENT_LETTERS_MAX = 46
"""As many letters as fit a joined row at reading width, 100 % text; the kit stacks it when there is less room."""
COLUMNS_LETTERS_MAX = 34
"""Longest answer that still stands beside others in a list of several."""
TYPING_PAUSE_MS = 900
"""Letters typed within this time belong to one word, as in lists of the platform."""


class TypeToChoose(QObject):
    """First letters pick: "ch" goes to and picks "Child in need visit"; more letters look further."""

    def __init__(self, pick: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._pick = pick
        self._members: Sequence[tuple[QAbstractButton, str, str]] = ()
        self._typed = ""
        self._since = QElapsedTimer()

    def follow(self, members: Sequence[tuple[QAbstractButton, str, str]]) -> None:
        """Buttons with their names and words."""
        self._members = members
        for button, _, _ in members:
            button.removeEventFilter(self)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        letter = event.text()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or not letter or not letter.isprintable() or (letter == " " and not self._going_on()):
            return False
        self._typed = self._typed + letter.casefold() if self._going_on() else letter.casefold()
        self._since.restart()
        found = self._first_match()
        if found is None and len(self._typed) > 1:
            self._typed = letter.casefold()
            found = self._first_match()
        if found is None:
            return False
        button, name = found
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._pick(name)
        return True

    def _going_on(self) -> bool:
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < TYPING_PAUSE_MS

    def _first_match(self) -> tuple[QAbstractButton, str] | None:
        for button, name, words in self._members:
            if words.casefold().startswith(self._typed) and button.isEnabled() and not button.isHidden():
                return button, name
        return None


class SegmentedQuestion(QuestionWidget):
    """One of up to four short answers."""

    def make_editor(self, question: Question) -> QWidget:
        self._segments = Segmented(kit_choices(question), question.value)
        self._segments.chosen.connect(self._answer)
        self._typing = TypeToChoose(self._choose, self._segments)
        self._follow()
        return self._segments

    def _follow(self) -> None:
        members = [(s, s.choice.name, s.choice.words) for s in self._segments._segments]
        self._typing.follow(members)

    def _choose(self, name: str) -> None:
        if name != self._segments.value():
            self._segments.set_value(name)
            self._answer(name)

    def _answer(self, name: str) -> None:
        self.answered.emit(name)
        self.left.emit()

    def focus_target(self) -> QWidget:
        return self._segments

    def take_focus(self, caret: int | None = None) -> None:
        _focus_stop(self._segments._segments)

    def show_value(self, question: Question) -> None:
        self._segments.set_choices(kit_choices(question))
        self._follow()
        self._segments.set_value(question.value)
        self._segments.set_read_only(question.readonly)
        for segment in self._segments._segments:
            self.watch(segment)
            segment.setAccessibleDescription(question.name)


class ListQuestion(QuestionWidget):
    """One or several of a longer list."""

    many = False

    def make_editor(self, question: Question) -> QWidget:
        choices = kit_choices(question)
        short = all(len(choice.words) <= COLUMNS_LETTERS_MAX for choice in choices)
        self._list = ChoiceList(choices, question.value, many=self.many, columns=short)
        self._list.chosen.connect(self._answer)
        self._typing = TypeToChoose(self._choose, self._list)
        return self._list

    def _choose(self, name: str) -> None:
        if self.many or name == self._list.value():
            return
        self._list.set_value(name)
        self._answer(name)

    def take_focus(self, caret: int | None = None) -> None:
        _focus_stop(self._list._members)

    def _answer(self, names: str) -> None:
        self.answered.emit(names)
        self.left.emit()

    def show_value(self, question: Question) -> None:
        choices = kit_choices(question)
        self._list.set_choices(choices)
        self._list.set_value(question.value)
        self._list.set_read_only(question.readonly)
        members = self._list._members
        self._typing.follow([(m, c.name, c.words) for m, c in zip(members, choices, strict=True)])
        for member in members:
            self.watch(member)


def _focus_stop(members: Sequence[QAbstractButton]) -> None:
    """Put the keyboard where Tab would arrive in the group."""
    stop = next((m for m in members if m.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)


class ManyQuestion(ListQuestion):
    """Several of a list: typed letters move to an answer, Space ticks it."""

    many = True


class AcknowledgeQuestion(QuestionWidget):
    """One tick, whose words are the question."""

    def make_editor(self, question: Question) -> QWidget:
        from fieldapp.ui.kit import Tick

        self._tick = Tick(question.label, ticked=bool(question.value))
        self._tick.clicked.connect(self._answer)
        return self._tick

    def frame_label(self, question: Question) -> str:
        return ""

    def _answer(self, on: bool) -> None:
        self.answered.emit("OK" if on else "")
        self.left.emit()

    def show_value(self, question: Question) -> None:
        self._tick.set_words(question.label)
        self._tick.setChecked(bool(question.value))
        self._tick.setEnabled(not question.readonly)


def one_of(question: Question, parent: QWidget | None = None) -> QuestionWidget:
    """The widget for one answer: a joined row where it fits, else a list."""
    labels = [choice.label or choice.name for choice in question.choices]
    if 1 < len(labels) <= SEGMENTS_MAX and sum(map(len, labels)) <= SEGMENT_LETTERS_MAX:
        return SegmentedQuestion(question, parent)
    return ListQuestion(question, parent)
