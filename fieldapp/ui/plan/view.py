"""The plan on one page, on screen: for parents, for children, in full; beside it "Is it clear?".

Promise: the same columns as on paper; checks advise and never block; Ctrl+P and the filled button print.
Source: the design of the interface, section 4.9 and its picture 09.
Signals: `print_requested(str)`, `change_requested(str, str)` (family, plan), `start_requested(str)`, `back_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fieldapp.ui.kit import (
    Button,
    Card,
    Choice,
    EmptyState,
    Flow,
    GoalColumn,
    Hairline,
    Icon,
    IconButton,
    Run,
    Segmented,
    Step,
    Text,
    column,
    row,
)
from fieldapp.ui.pages.pieces import mark_of
from fieldapp.ui.pages.screen import Around, Columns, Screen, Slot, placed, stacked
from fieldapp.ui.plan.presenter import Clear, Goal, PlanPresenter, PlanState
from fieldapp.ui.words import Words

say = Words("Plan")

SIDE_WIDTH = 236
NARROW = 900
"""Logical width under which the choice of reader has a line of its own."""
COLUMN_LEAST = 250
"""Logical width under which goals stand one under another."""


class PlanPage(Screen):
    """One family's plan."""

    wants_room = True
    breaks = (760, 900, 1020, 1200)
    print_requested = Signal(str)
    change_requested = Signal(str, str)
    start_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, presenter: PlanPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("the plan")
        self._state = PlanState()
        self._bar, self._sheet, self._clear, self._empty = Slot(), Slot(), Slot(), Slot()
        self._both = Columns(stacked(self._sheet), stacked(self._clear), side=SIDE_WIDTH)
        self.set_page(self._bar, stacked(self._empty, self._both, gap=0))
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._print)

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.primary()

    def reshaped(self) -> None:
        self._show(self._state)

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: PlanState) -> None:
        self._state = state
        shape = self.shape_now()
        bar = (state.readers, state.reader, state.mark, state.may_write, state.empty, shape)
        self._bar.fill(bar, lambda: self._make_bar(state))
        self._empty.fill(
            (state.empty, state.may_write), lambda: self._make_empty(state) if state.empty else None
        )
        self._both.setVisible(not state.empty and bool(state.title))
        sheet = (state.title, state.under, state.quotes, state.goals, state.others, state.worse, shape)
        self._sheet.fill(sheet, lambda: self._make_sheet(state) if state.title else None)
        self._clear.fill((state.clear, state.foot), lambda: _is_it_clear(state) if state.clear else None)

    def _make_bar(self, state: PlanState) -> QWidget:
        back = IconButton("arrow-left", say("Back"))
        back.clicked.connect(self.back_requested)
        title = Flow(Text(say("Plan on one page"), "h1", "ink.strong", wrap=False), gap=3, line_gap=0)
        if state.mark is not None:
            title.addWidget(mark_of(state.mark))
        line = row(placed(back, "back"), title, gap=2)
        line.setStretch(1, 1)
        whole = column(line, gap=2)
        if state.readers:
            readers = Segmented(
                [Choice(key, words) for key, words in state.readers], state.reader, may_clear=False
            )
            readers.chosen.connect(lambda key: self._show(self.presenter.choose_reader(key)))
            placed(readers, "readers")
            buttons: list[QWidget] = []
            prints = self.is_heard(self.print_requested)
            if state.may_write:
                change = Button(say("Change plan"), "plain" if prints else "primary", icon="pencil")
                change.clicked.connect(partial(self.change_requested.emit, state.scope, state.doc))
                buttons.append(placed(change, "change"))
            if prints:
                page = Button(say("Print"), "primary", icon="printer")
                page.clicked.connect(self._print)
                buttons.append(placed(page, "print"))
            if self.logical_width() >= NARROW:
                line.addWidget(readers)
                line.addLayout(Flow(*buttons, gap=2, end=True))
            else:
                line.addLayout(Flow(*buttons, gap=2, end=True))
                whole.addWidget(readers)
        holder = QWidget()
        holder.setLayout(whole)
        return holder

    def _make_empty(self, state: PlanState) -> QWidget:
        action = say("Start a plan") if state.may_write else ""
        empty = EmptyState("list", state.empty, action=action, kind="primary")
        empty.acted.connect(partial(self.start_requested.emit, state.scope))
        placed(empty.button, "start")
        return empty

    def _make_sheet(self, state: PlanState) -> QWidget:
        pieces: list[Any] = [
            column(Text(state.title, "h2", "ink.strong"), Text(state.under, "caption", "ink.soft"), gap=0)
        ]
        if state.quotes:
            pieces.append(_quotes(state.quotes))
        pieces.append(self._columns(state.goals))
        if state.others:
            pieces += [Hairline(), Text(say("Also in this plan"), "label", "ink.soft")]
            for goal in state.others:
                pieces.append(_other(goal))
        if state.worse:
            worse = Text("", "body", "ink.body")
            worse.set_runs(
                [Run(say("If things get worse:") + " ", "bodyStrong", "ink.strong"), Run(state.worse)]
            )
            pieces += [Hairline(), worse]
        return Card(column(*pieces, gap=4, margins=6), line="line.control", width="control", radius="mark")

    def _columns(self, goals: tuple[Goal, ...]) -> QWidget:
        columns = [_goal(goal) for goal in goals]
        holder = QWidget()
        room = self.logical_width() - SIDE_WIDTH - 120
        if room / max(len(columns), 1) < COLUMN_LEAST:
            pieces: list[Any] = []
            for index, one in enumerate(columns):
                pieces += [Hairline(), one] if index else [one]
            holder.setLayout(column(*pieces, gap=4))
            return holder
        line = row(gap=4)
        for index, one in enumerate(columns):
            if index:
                line.addWidget(Hairline(upright=True))
            line.addWidget(one, 1)
        holder.setLayout(line)
        return holder

    def _print(self) -> None:
        if not self._state.empty:
            self.print_requested.emit(self.presenter.scope)


def _goal(goal: Goal) -> GoalColumn:
    steps = [Step(step.who, step.what, step.when) for step in goal.steps]
    return GoalColumn(goal.number, goal.title, goal.why, steps, goal.better, goal.done, goal.progress)


def _other(goal: Goal) -> QWidget:
    words = Text("", "caption", "ink.body")
    runs = [Run(f"{goal.number}  "), Run(goal.title, "label", "ink.strong"), Run(f"  {goal.progress}.")]
    runs += [Run(f" {step.who}: {step.what} {step.when}".rstrip() + ".") for step in goal.steps]
    words.set_runs(runs)
    return words


def _quotes(quotes: tuple[tuple[str, str], ...]) -> QWidget:
    words = Text("", "body", "ink.strong")
    runs: list[Run] = []
    for child, said in quotes:
        runs += [Run(f"{child}: ", "bodyStrong"), Run(f"“{said}”  ")]
    words.set_runs(runs)
    line = row(column(Icon("quote", "field.words.mark"), None, gap=0), words, gap=3, margins=(3, 4))
    line.setStretch(1, 1)
    card = Card(line, ground="field.words.bg", line=None, radius="control")
    card.setAccessibleName(say("Quote") + ": " + " ".join(f"{child}: {said}" for child, said in quotes))
    return card


def _is_it_clear(state: PlanState) -> QWidget:
    pieces: list[Any] = [Text(say("Is it clear?"), "h3", "ink.strong")]
    for one in state.clear:
        pieces += [Hairline(), _clear(one)]
    pieces += [Hairline(), Text(state.foot, "caption", "ink.soft")]
    return stacked(*pieces, gap=2)


def _clear(one: Clear) -> QWidget:
    icon, ink = ("circle-check", "status.sent.ink") if one.ok else ("circle-alert", "status.decision.ink")
    words = column(Text(one.title, "bodyStrong", "ink.strong"), gap=0)
    if one.detail:
        words.addWidget(Text(one.detail, "caption", "ink.soft"))
    line = row(column(Icon(icon, ink), None, gap=0), words, gap=3)
    line.setStretch(1, 1)
    holder = QWidget()
    holder.setLayout(line)
    said = say("fine") if one.ok else say("look at this")
    holder.setAccessibleName(", ".join(part for part in (one.title, one.detail, said) if part))
    return holder
