"""Record answer on screen: the child's words at the top, and under them what we will do.

Promise: the words cannot be touched; what is being typed is never made anew. Source: practice section 4.4.
Signals: `finished(str)` with the words of the toast, `back_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.answer.presenter import AnswerPresenter, AnswerState, Asked
from fieldapp.ui.kit import (
    Button,
    Card,
    Choice,
    ChoiceList,
    DateField,
    EmptyState,
    FieldFrame,
    Flow,
    IconButton,
    KindEditor,
    LinesEditor,
    QuoteCard,
    Reading,
    Text,
    announce,
    column,
    row,
)
from fieldapp.ui.pages.pieces import look_line
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Answer")


class AnswerPage(Screen):
    """What became of something a child said."""

    wants_room = True
    finished = Signal(str)
    back_requested = Signal()

    def __init__(self, presenter: AnswerPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Record answer")
        self._state = AnswerState()
        self._frames: dict[str, FieldFrame] = {}
        self._quote, self._form, self._missing = Slot(), Slot(), Slot()
        self.finish = Button(say("Finish"), "primary", icon="check")
        back = IconButton("arrow-left", say("Back"))
        back.clicked.connect(self.back_requested)
        head = QWidget()
        line = row(back, Text(say("Record answer"), "h1", "ink.strong"), self.finish, gap=2)
        line.setStretch(1, 1)
        head.setLayout(line)
        self.set_page(head, Reading(column(self._missing, self._quote, self._form, gap=4)))
        self.finish.clicked.connect(self._finish)

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        frame = next((frame for frame in self._frames.values() if not frame.isHidden()), None)
        return frame.editor if frame is not None else None

    def place(self) -> dict[str, Any]:
        """What is typed and not finished, so that a lock loses nothing of it."""
        return {"typed": dict(self.presenter.typed)}

    def restore(self, place: dict[str, Any]) -> None:
        """Go on with it."""
        for name, value in dict(place.get("typed", {})).items():
            self._show(self.presenter.write(str(name), str(value)))

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: AnswerState) -> None:
        self._state = state
        self.finish.setVisible(not state.missing)
        self._missing.fill(
            state.missing, lambda: EmptyState("quote", state.missing) if state.missing else None
        )
        quote = (state.words, state.about, state.due, state.due_look)
        self._quote.fill(quote, lambda: _quote(state) if state.words else None)
        shape = tuple((one.name, one.label, one.choices) for one in state.asked)
        self._form.fill(shape, lambda: self._make_form(state))
        troubles = dict(state.troubles)
        for one in state.asked:
            frame = self._frames.get(one.name)
            if frame is not None:
                frame.setVisible(one.shown)
                frame.set_trouble(troubles.get(one.name))

    def _make_form(self, state: AnswerState) -> QWidget | None:
        self._frames = {}
        if not state.asked:
            return None
        inside = column(gap=5, margins=6)
        for one in state.asked:
            frame = FieldFrame(one.label, self._editor(one), hint=one.hint)
            self._frames[one.name] = frame
            inside.addWidget(frame)
        return Card(inside)

    def _editor(self, one: Asked) -> QWidget:
        write = partial(self._written, one.name)
        editor: Any
        if one.kind == "choice":
            editor = ChoiceList([Choice(name, words) for name, words in one.choices], one.value)
            editor.chosen.connect(write)
        elif one.kind == "date":
            editor = DateField(one.value, today=self.presenter.desk.today())
            editor.answered.connect(write)
        elif one.kind == "words":
            editor = KindEditor("words", one.value, lines_min=2)
            editor.answered.connect(write)
        else:
            editor = LinesEditor(one.value)
            editor.answered.connect(write)
        return placed(editor, one.name)  # type: ignore[no-any-return]

    # -- what a person does ---------------------------------------------------------------------------------------

    def _written(self, name: str, value: str) -> None:
        self._show(self.presenter.write(name, value))

    def _finish(self) -> None:
        if self.presenter.finish():
            self.finished.emit(say("Finished. It will go by itself when there is a signal."))
            return
        state = self.presenter.state()
        self._show(state)
        for name, sentence in state.troubles[:1]:
            announce(self, sentence)
            self._frames[name].editor.setFocus()


def _quote(state: AnswerState) -> QWidget:
    card = QuoteCard(state.words, state.about, boxed=True, who=state.child)
    if not state.due:
        return stacked(card)
    due = QWidget()
    due.setLayout(Flow(look_line("clock", state.due, look=state.due_look), gap=2))
    return stacked(card, due, gap=2)
