"""Needs your decision on screen: what waits at the left, two answers side by side, why, and what the record will say.

Promise: shows the presenter's state; a line that is being typed is never made anew; Left and Right choose between the
answers, Down goes to "Something else", Ctrl+Enter saves and moves on. Nothing is chosen beforehand.
Source: the design of the interface, section 4.10 and its picture 10.
Signals: `saved(str)` with the words of the toast, `edit_requested(str, str)` (record, key), `back_requested()`,
`page_requested(str)`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldapp.commands.errors import CommandRefused
from fieldapp.ui.decisions.presenter import (
    OTHER,
    Answer,
    DecisionsPresenter,
    DecisionsState,
    Item,
    Question,
    Settled,
)
from fieldapp.ui.kit import (
    Banner,
    Button,
    Card,
    Chip,
    Choice,
    ChoiceList,
    CompareCard,
    DateField,
    Difference,
    EmptyState,
    FieldFrame,
    Icon,
    LinesEditor,
    NumberField,
    Panel,
    Radio,
    RowCard,
    Run,
    Segmented,
    Text,
    TextLine,
    announce,
    column,
    row,
)
from fieldapp.ui.kit.order import first_stop
from fieldapp.ui.pages.screen import Around, Columns, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Decisions")

LIST_WIDTH = 224
SEGMENTS_MAX = 4
CARDS_BESIDE_FROM = 760
"""Logical width from which the two answers stand side by side."""


class DecisionsPage(Screen):
    """What waits for somebody to choose."""

    wants_room = True
    breaks = (CARDS_BESIDE_FROM,)
    saved = Signal(str)
    edit_requested = Signal(str, str)
    back_requested = Signal()
    page_requested = Signal(str)

    def __init__(self, presenter: DecisionsPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Needs your decision")
        self._state = DecisionsState()
        self._cards: dict[str, CompareCard] = {}
        self._other: Radio | None = None
        self._heading = Text("", "h1", "ink.strong")
        self._under = Text("", "body", "ink.soft")
        self._list, self._answers, self._says = Slot(), Slot(), Slot()
        self._empty = Slot()
        self.why = TextLine()
        self._why_frame = FieldFrame(
            say("Why?"), self.why, hint=say("One line, kept with the decision"), hint_beside=True
        )
        self._trouble = Text("", "label", "status.held.ink")
        self.save = Button("", "primary", icon="check")
        self._later = Button(say("Decide later"))
        self._note = Text("", "caption", "ink.soft")
        self._make()
        self._connect()

    def _make(self) -> None:
        head = QWidget()
        head.setLayout(column(self._heading, self._under, gap=0))
        self._foot = Panel(
            row(self.save, self._later, None, self._note, gap=4, margins=(3, "page")),
            ground="bg.surface",
            edges="top",
        )
        self.set_foot(self._foot)
        self._right = Panel(
            column(
                self._answers,
                self._trouble,
                self._why_frame,
                self._says,
                None,
                gap=4,
                margins=(5, 5),
            ),
            ground="bg.surface",
        )
        self._columns = Columns(stacked(self._list), self._right, side=LIST_WIDTH, side_first=True)
        self.set_page(head, stacked(self._empty, self._columns, gap=0))
        self._trouble.hide()

    def _connect(self) -> None:
        self.why.textEdited.connect(self._why_typed)
        self.save.clicked.connect(self._press)
        self._later.clicked.connect(self.back_requested)

    # -- Screen ---------------------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts, online=self.around.online() is not False))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        if self._cards:
            return next(iter(self._cards.values())).radio
        return None

    def reshaped(self) -> None:
        self._show(self._state)

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: DecisionsState) -> None:
        self._state = state
        self._heading.setText(state.heading)
        self._under.setText(state.under)
        self._under.setVisible(bool(state.under))
        self._empty.fill(state.empty, lambda: EmptyState("split", state.empty) if state.empty else None)
        self._columns.setVisible(bool(state.needs))
        self._list.fill((state.needs, state.both, state.joined), lambda: self._make_list(state))
        shown = (state.question, state.settled, self.shape_now())
        self._answers.fill(shown, lambda: self._make_answers(state))
        self._show_choice(state)

    def _show_choice(self, state: DecisionsState) -> None:
        """What changes while a person chooses and types: nothing that holds the keyboard is made anew."""
        asked = state.question is not None
        for side, card in self._cards.items():
            card.set_chosen(side == state.picked)
        if self._other is not None:
            self._other.setChecked(state.picked == OTHER)
            self._other_editor.setVisible(state.picked == OTHER)
        for piece in (self._why_frame, self._foot):
            piece.setVisible(asked)
        if self.why.text() != state.why:
            self.why.setText(state.why)
        troubles = dict(state.troubles)
        self._why_frame.set_trouble(troubles.get("why"))
        missing = troubles.get("answer") or troubles.get("other") or ""
        self._trouble.setText(missing)
        self._trouble.setVisible(bool(missing))
        self._says.fill(state.record_says, lambda: self._make_says(state.record_says))
        self.save.set_words(state.button)
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))

    def _make_list(self, state: DecisionsState) -> QWidget:
        groups: list[QWidget] = []
        for title, items, icon, ink in (
            (say("Needs your choice"), state.needs, "split", "status.decision.ink"),
            (say("Kept both for you"), state.both, "circle-check", "status.sent.ink"),
            (say("Joined with no clash"), state.joined, "circle-check", "status.sent.ink"),
        ):
            if items:
                groups.append(
                    stacked(
                        Text(title, "label", "ink.soft"),
                        *(self._item(item, icon, ink) for item in items),
                        gap=1,
                    )
                )
        return stacked(*groups, gap=5)

    def _item(self, item: Item, icon: str, ink: str) -> QWidget:
        words = column(
            Text(item.title, "bodyStrong", "accent.base" if item.here else "ink.strong"),
            Text(item.line, "caption", "ink.soft"),
            gap=0,
        )
        line = row(column(Icon(icon, ink), None, gap=0), words, gap=3, margins=(3, 3))
        line.setStretch(1, 1)
        card = RowCard(line, f"{item.title}, {item.line}", chosen_ground="bg.surface")
        card.setCheckable(True)
        card.setChecked(item.here)
        card.clicked.connect(partial(self._go, item.id))
        return placed(card, f"item {item.id}")  # type: ignore[no-any-return]

    # the answers

    def _make_answers(self, state: DecisionsState) -> QWidget | None:
        self._cards, self._other = {}, None
        if state.settled is not None:
            return self._make_settled(state.settled)
        if state.question is None:
            return None
        question = state.question
        title = row(Text(question.title, "h2", "ink.strong", wrap=False), gap=3)
        if question.until:
            title.addWidget(Chip(question.until, "decision", icon="triangle-alert"))
        title.addStretch(1)
        pieces: list[Any] = [title]
        if question.until or question.before:
            pieces.append(_before(question))
        if question.unopened:
            pieces.append(Banner("decision", question.unopened))
        pieces.append(self._make_cards(question))
        if question.editor != "none":
            pieces.append(self._make_other(question, state.other))
        return stacked(*pieces, gap=3)

    def _make_cards(self, question: Question) -> QWidget:
        for answer in question.answers:
            card = self._card(answer)
            self._cards[answer.side] = card
        cards = list(self._cards.values())
        holder = QWidget()
        wide = self.logical_width() >= CARDS_BESIDE_FROM and len(cards) == 2
        line = row(*cards, gap=4) if wide else column(*cards, gap=3)
        if wide:
            for index in range(len(cards)):
                line.setStretch(index, 1)
        holder.setLayout(line)
        return holder

    def _card(self, answer: Answer) -> CompareCard:
        card = CompareCard(
            answer.initials,
            answer.who,
            answer.when,
            [Difference(words, mark) for words, mark in answer.parts],
            answer.choose,
            detail=f"“{answer.beside}”" if answer.beside else "",
        )
        card.chosen.connect(partial(self._pick, answer.side))
        card.radio.installEventFilter(self)
        placed(card.radio, f"answer {answer.side}")
        return card

    def _make_other(self, question: Question, value: str) -> QWidget:
        self._other = Radio(
            say("Something else"), detail=say("Write a new answer that takes both into account")
        )
        self._other.setAutoExclusive(False)
        self._other.clicked.connect(partial(self._pick, OTHER))
        self._other.installEventFilter(self)
        placed(self._other, "other")
        self._other_editor = self._editor(question, value)
        self._other_editor.setAccessibleName(say("Your new answer"))
        for line in self._other_editor.findChildren(QLineEdit):
            line.setAccessibleName(say("Your new answer"))  # of a day it is the line that has the keyboard
        self._other_editor.hide()
        return Card(
            column(self._other, self._other_editor, gap=2, margins=(2, 4)),
            line="line.control",
            width="control",
        )

    def _editor(self, question: Question, value: str) -> QWidget:
        choices = [Choice(name, words) for name, words in question.choices]
        if question.editor == "choices" and len(choices) <= SEGMENTS_MAX:
            editor: Any = Segmented(choices, value, may_clear=False)
            editor.chosen.connect(self._other_written)
        elif question.editor in ("choices", "many"):
            many = question.editor == "many"
            editor = ChoiceList(choices, tuple(value.split()) if many else value, many=many)
            if many:
                editor.answered.connect(lambda names: self._other_written(" ".join(names)))
            else:
                editor.chosen.connect(self._other_written)
        elif question.editor == "date":
            editor = DateField(value, today=self._today(), recent=False)
            editor.answered.connect(self._other_written)
        elif question.editor == "number":
            editor = NumberField(value)
            editor.answered.connect(self._other_written)
        elif question.editor == "long":
            editor = LinesEditor(value)
            editor.answered.connect(self._other_written)
        else:
            editor = TextLine(value)
            editor.textEdited.connect(self._other_written)
        return placed(editor, "other editor")  # type: ignore[no-any-return]

    def _today(self) -> date:
        return self.presenter.desk.today()

    def _make_settled(self, settled: Settled) -> QWidget:
        pieces: list[Any] = [
            Text(settled.title, "h2", "ink.strong"),
            Text(settled.line, "body", "ink.soft"),
        ]
        for account in settled.accounts:
            pieces.append(
                Card(
                    column(
                        Text(account.who, "bodyStrong", "ink.strong"),
                        Text(account.words, "writing", "ink.body"),
                        gap=1,
                        margins=4,
                    )
                )
            )
        if settled.group == "both":
            add = Button(say("Add a line to explain"), icon="pencil")
            doc, _, key = settled.id.partition("|both|")
            add.clicked.connect(partial(self.edit_requested.emit, doc, key))
            pieces.append(row(placed(add, "explain"), None))
        return stacked(*pieces, gap=3)

    def _make_says(self, words: str) -> QWidget | None:
        if not words:
            return None
        head, colon, rest = words.partition(". ")
        text = Text("", "body", "ink.body")
        text.set_runs([Run(f"{head}. " if colon else head, "bodyStrong", "ink.strong"), Run(rest)])
        return Card(
            column(Text(say("The record will say"), "label", "ink.soft"), text, gap=1, margins=4),
            ground="bg.sunken",
            line=None,
            radius="control",
        )

    # -- what a person does ---------------------------------------------------------------------------------------

    def _go(self, id: str) -> None:
        self._show(self.presenter.go(id))
        announce(self, self._state.announce)

    def _pick(self, side: str) -> None:
        self._show(self.presenter.pick(side))
        if side == OTHER and self._other is not None:
            self._other_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def _other_stop(self) -> QWidget:
        """Where the other answer is written: of a row of choices the one that takes keys, not the row."""
        return first_stop(self._other_editor) or self._other_editor

    def _other_written(self, value: str) -> None:
        self._show(self.presenter.write_other(value))

    def _why_typed(self, text: str) -> None:
        self._show(self.presenter.write_why(text))

    def _press(self) -> None:
        decided = self.presenter.press()
        if decided is None:
            before = self._state.question
            self._show(self.presenter.state())
            if self._state.question == before:
                self._focus_missing()
            else:
                self._go_on()
            return
        try:
            state = self.presenter.save(decided)
        except CommandRefused as refusal:
            self._trouble.setText(f"{say(refusal.sentence)} {say(refusal.next_step)}".strip())
            self._trouble.show()
            announce(self, self._trouble.words())
            self.refresh()
            return
        self._show(state)
        self.saved.emit(say("Decision saved on this laptop."))
        self._go_on()

    def _go_on(self) -> None:
        """Another question: its first answer has the keyboard, so that both answers are in sight before any is chosen."""
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.keyboard_lost.emit()
        announce(self, self._state.announce)

    def _focus_missing(self) -> None:
        for what, sentence in self._state.troubles[:1]:
            announce(self, sentence)
            target = {"answer": self.first_focus(), "why": self.why}.get(what)
            if what == "other" and self._other is not None:
                target = self._other_stop()
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right choose between the answers; Down goes to "Something else", Up back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._cards:
            sides = list(self._cards)
            here = next((side for side, card in self._cards.items() if card.radio is watched), None)
            key = Qt.Key(event.key())
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            forward = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
            back = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
            if key in {forward, back}:
                at = sides.index(here) if here is not None else 0
                picked = self._state.picked in sides
                step = (1 if key == forward else -1) if picked and here == self._state.picked else 0
                side = (
                    sides[(at + step) % len(sides)]
                    if here is not None and picked
                    else sides[0 if key == back else -1]
                )
                self._pick(side)
                self._cards[side].radio.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if key == Qt.Key.Key_Down and here is not None and self._other is not None:
                self._pick(OTHER)
                return True
            if key == Qt.Key.Key_Up and watched is self._other:
                self._cards[sides[0]].radio.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


def _before(question: Question) -> QWidget:
    words = Text("", "body", "ink.soft")
    runs = [Run(say("The more cautious answer is shown meanwhile.") + " ")] if question.until else []
    if question.before:
        runs += [
            Run(say("Before either change it said") + " "),
            Run(f"{question.before}.", "bodyStrong", "ink.strong"),
        ]
    else:
        runs.append(Run(say("Before either change there was no answer.")))
    words.set_runs(runs)
    return words
