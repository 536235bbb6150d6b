"""What every question widget has in common: a frame with label, hint and trouble, an editor, and three signals.

Promise: a widget shows the `Question` it is given and nothing else; showing the same again changes nothing, so the
caret, the selection and undo stay. What the person does goes up as `answered`; leaving the field as `left`; where the
caret is as `caret_moved`. The accessible name follows "what it is, whose, state".
Never: deciding whether an answer is right, or when to say so.
Source: interface design sections 3 and 4.6; the frame is the kit's `FieldFrame`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.form.stack import Stack
from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import Choice as KitChoice
from fieldapp.ui.kit import FieldFrame
from fieldapp.ui.words import Words

say = Words("Form")


class QuestionWidget(QWidget):
    """One question on the page. Subclasses make the editor and move values in and out."""

    answered = Signal(str)
    left = Signal()
    entered = Signal()
    caret_moved = Signal(int)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._watched: list[QWidget] = []
        self.editor = self.make_editor(question)
        self.frame = FieldFrame(self.frame_label(question), self.editor, hint=question.hint)
        self.setLayout(Stack(self.frame))
        self.setFocusProxy(self.editor)
        self.watch(self.focus_target())
        self.show_question(question)

    # ---- for subclasses ------------------------------------------------------------------------------------------

    def make_editor(self, question: Question) -> QWidget:
        """The widget that takes the answer. It must exist before anything else of this object is used."""
        raise NotImplementedError

    def show_value(self, question: Question) -> None:
        """Bring the answer to the editor, leaving a caret alone where nothing differs."""
        raise NotImplementedError

    def frame_label(self, question: Question) -> str:
        """The label over the editor; a tick carries its own."""
        return question.label

    def focus_target(self) -> QWidget:
        """The widget that has the keyboard when this question has."""
        found: QWidget = self.editor
        proxy = found.focusProxy()
        while proxy is not None:
            found, proxy = proxy, proxy.focusProxy()
        return found

    # ---- for the page --------------------------------------------------------------------------------------------

    def show_question(self, question: Question) -> None:
        """Show this question, or the same one as it stands now."""
        self.question = question
        self.frame.set_label(self.frame_label(question), question.hint)
        self.frame.label.setVisible(bool(self.frame_label(question)))
        self.frame.set_trouble(question.error or None)
        self.frame.set_restricted(say("Restricted: not shown in visit view") if question.restricted else None)
        self.show_value(question)
        self.name_it()

    def name_it(self) -> None:
        """What a listener hears."""
        for target in {self.focus_target(), self.editor}:
            target.setAccessibleName(self.question.name)
            target.setAccessibleDescription(self.question.description)

    def take_focus(self, caret: int | None = None) -> None:
        """Put the keyboard here, the caret where it was."""
        self.focus_target().setFocus()

    def watch(self, target: QWidget) -> None:
        """Tell when the keyboard comes to `target` or leaves it."""
        if target not in self._watched:
            self._watched.append(target)
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)


def kit_choices(question: Question) -> list[KitChoice]:
    """The form's choices as the kit shows them; a choice without a label shows its name."""
    return [KitChoice(choice.name, choice.label or choice.name) for choice in question.choices]
