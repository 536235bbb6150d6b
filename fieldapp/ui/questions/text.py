"""Words: one line, several lines, or one of the three kinds that never merge.

Promise: "Their words", "What I saw" and "What I think" stand over their editors with their hints, exactly, besides
the form's own question; a narrative is never cut, cleared or tidied by a refresh. Tab moves on.
Never: rich text, correcting what a child said.
Source: interface design section 4.6 (KindEditor); practice design section 5.0 (Rule 1 in a form).
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import (
    EditorKind,
    KindEditor,
    LinesEditor,
    Run,
    Text,
    TextLine,
    kind_hint,
    kind_label,
)
from fieldapp.ui.questions.base import QuestionWidget

LINES_OF_LONG = 3
LINES_OF_SHORT = 2
"""How tall an empty editor stands: long ones invite more than a line."""


class LineQuestion(QuestionWidget):
    """A short text."""

    def make_editor(self, question: Question) -> QWidget:
        line = TextLine(question.text)
        line.textEdited.connect(self.answered)
        line.left.connect(self.left)
        line.cursorPositionChanged.connect(lambda _, new: self.caret_moved.emit(new))
        self._line = line
        return line

    def show_value(self, question: Question) -> None:
        if not _same(self._line.text(), question.text, self._line.hasFocus()):
            self._line.setText(question.text)
        self._line.setReadOnly(question.readonly)

    def take_focus(self, caret: int | None = None) -> None:
        super().take_focus()
        if caret is not None:
            self._line.setCursorPosition(caret)


class LinesQuestion(QuestionWidget):
    """A long text, plain."""

    def make_editor(self, question: Question) -> QWidget:
        self._lines = self.make_lines(question)
        self._lines.answered.connect(self.answered)
        self._lines.left.connect(self.left)
        self._lines.text_edit.cursorPositionChanged.connect(
            lambda: self.caret_moved.emit(self._lines.caret())
        )
        return self._lines

    def make_lines(self, question: Question) -> LinesEditor:
        """The editor itself."""
        return LinesEditor(question.text, lines_min=_lines_of(question))

    def lines(self) -> LinesEditor:
        """The editor, for the jot pad and for tests."""
        return self._lines

    def focus_target(self) -> QWidget:
        return self._lines.text_edit

    def show_value(self, question: Question) -> None:
        if not _same(self._lines.text(), question.text, self._lines.text_edit.hasFocus()):
            self._lines.set_text(question.text)
        self._lines.set_read_only(question.readonly)

    def take_focus(self, caret: int | None = None) -> None:
        super().take_focus()
        if caret is not None:
            self._lines.set_caret(caret)


class KindQuestion(LinesQuestion):
    """A text of one of the three kinds."""

    def make_lines(self, question: Question) -> LinesEditor:
        return KindEditor(_kind(question), question.text, lines_min=_lines_of(question))

    def make_editor(self, question: Question) -> QWidget:
        super().make_editor(question)
        kind = _kind(question)
        return _KindFrame(kind, self._lines)


class _KindFrame(QWidget):
    """The kind's own label and hint over its editor, under the form's question."""

    def __init__(self, kind: EditorKind, lines: LinesEditor) -> None:
        super().__init__()
        self._lines = lines
        head = Text("", "label", "ink.strong")
        head.set_runs([Run(kind_label(kind)), Run("  " + kind_hint(kind), "caption", "ink.soft")])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(1))
        layout.addWidget(head)
        layout.addWidget(lines)
        self.setFocusProxy(lines)

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the editor's line."""
        self._lines.set_trouble(there_is)

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring goes around the editor, not its label."""
        return self._lines.focus_area()


def _kind(question: Question) -> EditorKind:
    kind = question.field_kind
    return "words" if kind == "plain" else kind


def _lines_of(question: Question) -> int:
    return LINES_OF_LONG if "multiline" in question.appearance else LINES_OF_SHORT


def _same(shown: str, wanted: str, writing: bool) -> bool:
    """While somebody writes, blanks at the ends are theirs; the form may have trimmed its copy."""
    return shown.strip() == wanted.strip() if writing else shown == wanted
