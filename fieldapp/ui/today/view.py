"""Today on screen: visits with the open one's buttons, promises to children, "Before you leave", "Also today".

Promise: shows the presenter's state and nothing of its own; Up and Down go from visit to visit, and the one reached
shows its buttons; Ctrl+Enter starts its note. Never: a decision about what is due.
Source: the design of the interface, section 4.3 and its picture 02.
Signals: `start_visit_requested(str)`, `open_file_requested(str)`, `plan_requested(str)` (a family's id),
`record_answer_requested(str)` (a statement's id), `open_record_requested(str, str)` (family, record),
`page_requested(str)`, `refresh_requested()`, `find_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import (
    Button,
    Card,
    Chip,
    EmptyState,
    Flow,
    Icon,
    IconLine,
    RowCard,
    Run,
    Text,
    column,
    row,
)
from fieldapp.ui.pages.pieces import look_line, padded, ruled
from fieldapp.ui.pages.screen import Around, Columns, Growing, Screen, Slot, placed, stacked
from fieldapp.ui.today.presenter import (
    AlsoRow,
    CheckRow,
    Fact,
    Fix,
    PromiseRow,
    TodayPresenter,
    TodayState,
    VisitRow,
)
from fieldapp.ui.words import Words

say = Words("Today")

SIDE_WIDTH = 320
"""Logical width of the right column (picture 02)."""
WHEN_WIDTH = 96
_CHECK = {
    "ok": ("circle-check", "status.sent.ink"),
    "look": ("triangle-alert", "status.decision.ink"),
    "missing": ("circle-x", "status.held.ink"),
}
_ALSO = {
    "question": ("split", "status.decision.ink"),
    "visit": ("footprints", "status.decision.ink"),
    "due": ("clock", "ink.soft"),
    "unused": ("quote", "field.words.mark"),
    "warning": ("triangle-alert", "status.decision.ink"),
    "drafts": ("file-pen", "ink.soft"),
}


class TodayPage(Screen):
    """The first page of the day."""

    start_visit_requested = Signal(str)
    open_file_requested = Signal(str)
    plan_requested = Signal(str)
    record_answer_requested = Signal(str)
    open_record_requested = Signal(str, str)
    page_requested = Signal(str)
    refresh_requested = Signal()
    find_requested = Signal()

    def __init__(self, presenter: TodayPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Today")
        self._state = TodayState()
        self._title = Text("", "h1", "ink.strong")
        self._day_line = Text("", "body", "ink.soft")
        self._find = Button(
            say("Find a family or a note"), icon="search", key="Ctrl K", align=Qt.AlignmentFlag.AlignLeading
        )
        self._find.setMinimumWidth(SIDE_WIDTH)
        self._visits, self._promises, self._checks, self._also = Slot(), Slot(), Slot(), Slot()
        head = QWidget()
        line = row(column(self._title, self._day_line, gap=0), self._find, gap=4)
        line.setStretch(0, 1)
        line.setAlignment(self._find, Qt.AlignmentFlag.AlignVCenter)
        head.setLayout(line)
        main = stacked(self._visits, self._promises, gap=6)
        side = stacked(self._checks, self._also, gap=6)
        self.set_page(head, Columns(main, side, side=SIDE_WIDTH))
        self._find.clicked.connect(self.find_requested)
        for keys, step in (("Down", 1), ("Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self._visits)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._walk, step))

    # -- Screen ---------------------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts, online=self.around.online()))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.primary()

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: TodayState) -> None:
        self._state = state
        self._title.setText(state.title)
        self._day_line.setText(state.day_line)
        self._day_line.setVisible(bool(state.day_line))
        self._visits.fill((state.visits, state.empty), lambda: self._make_visits(state))
        self._promises.fill((state.promises, state.promises_more), lambda: self._make_promises(state))
        self._checks.fill((state.checks, state.fix), lambda: self._make_checks(state))
        self._also.fill((state.also, state.also_more), lambda: self._make_also(state))

    def _make_visits(self, state: TodayState) -> QWidget:
        if not state.visits:
            empty = EmptyState("sun", state.empty, action=say("Open a family"), kind="primary")
            empty.acted.connect(lambda: self.page_requested.emit("families"))
            placed(empty.button, "open a family")
            return empty
        return Card(column(Growing([partial(self._visit, visit) for visit in state.visits])))

    def _visit(self, visit: VisitRow) -> QWidget:
        inside = self._visit_words(visit)
        if visit.open:
            buttons = Flow(*self._visit_buttons(visit), gap=3)
            inside.addLayout(buttons)
        line = self._visit_line(visit, inside)
        if visit.open:
            holder = QWidget()
            holder.setLayout(line)
            holder.setAccessibleName(visit.name)
            return holder
        card = RowCard(line, visit.name)
        card.clicked.connect(partial(self.open_visit, visit.scope))
        return placed(card, f"visit {visit.scope}")  # type: ignore[no-any-return]

    def _visit_words(self, visit: VisitRow):  # type: ignore[no-untyped-def]
        name = Text(visit.label, "h3", "ink.strong", wrap=False)
        where = Flow(name, gap=3, line_gap=1)
        if visit.place:
            where.addWidget(IconLine("map-pin", visit.place, ink="ink.soft"))
        head = row(where, gap=3)
        head.setStretch(0, 1)
        if visit.kind:
            head.addWidget(Chip(visit.kind), 0, Qt.AlignmentFlag.AlignTop)
        inside = column(head, gap=1)
        if visit.sentence:
            inside.addWidget(Text(visit.sentence, "body", "ink.body"))
        facts = Flow(*(_fact(fact) for fact in visit.facts), gap=4, line_gap=1)
        inside.addLayout(facts)
        if visit.open:
            inside.addSpacing(theme.current().space(2))
        return inside

    def _visit_line(self, visit: VisitRow, inside):  # type: ignore[no-untyped-def]
        late = visit.state in ("late", "planned_late")
        ink = "status.decision.ink" if late else "status.sent.ink" if visit.state == "done" else "ink.strong"
        when = Text(visit.when, "label", ink)
        when.setFixedWidth(round(WHEN_WIDTH * theme.current().step))
        line = row(column(when, None, gap=0), inside, gap=3, margins=(4, 5))
        line.setStretch(1, 1)
        return line

    def _visit_buttons(self, visit: VisitRow) -> list[QWidget]:
        start = Button(say("Start visit note"), "primary", icon="notebook-pen")
        start.clicked.connect(partial(self.start_visit_requested.emit, visit.scope))
        start.setAccessibleDescription(visit.name)
        file = Button(say("Open file"))
        file.clicked.connect(partial(self.open_file_requested.emit, visit.scope))
        buttons: list[QWidget] = [placed(start, f"start {visit.scope}"), placed(file, f"file {visit.scope}")]
        if visit.has_plan:
            plan = Button(say("Plan on one page"), "quiet")
            plan.clicked.connect(partial(self.plan_requested.emit, visit.scope))
            buttons.append(placed(plan, f"plan {visit.scope}"))
        return buttons

    def _make_promises(self, state: TodayState) -> QWidget | None:
        if not state.promises:
            return None
        title = Text("", "h3", "ink.strong")
        title.set_runs(
            [
                Run(say("Promised to children")),
                Run("  " + say("What they asked, and what we said we would do"), "caption", "ink.soft"),
            ]
        )
        lines: list[QWidget] = [self._promise(promise) for promise in state.promises]
        if state.promises_more:
            more = Button(say.count(state.promises_more, "Show {n} more", "Show {n} more"), "quiet")
            more.clicked.connect(lambda: self._show(self.presenter.show_all_promises()))
            lines.append(padded(row(placed(more, "more promises"), None), v=1))
        return stacked(title, Card(ruled(lines)), gap=3)

    def _promise(self, promise: PromiseRow) -> QWidget:
        words = Text("", "body", "ink.body")
        before, child, after = promise.who.partition(promise.child)
        words.set_runs(
            [
                *([Run(before)] if before else []),
                Run(child, "bodyStrong", "ink.strong"),
                Run(f"{after} “{promise.quote}”"),
            ]
        )
        said = column(words, Text(promise.todo, "body", "ink.soft"), gap=0)
        answer = Button(say("Record answer"), height="controlCompact")
        answer.setAccessibleDescription(promise.name)
        answer.clicked.connect(partial(self.record_answer_requested.emit, promise.doc))
        end = Flow(gap=3, line_gap=1, end=True)
        if promise.due:
            end.addWidget(look_line("clock", promise.due, look=promise.look, wrap=False))
        end.addWidget(placed(answer, f"answer {promise.doc}"))
        line = row(column(Icon("quote", "field.words.mark"), None, gap=0, margins=(0, 1, 0, 0)), said, gap=4)
        line.setStretch(1, 1)
        line.addLayout(end)
        holder = padded(line, v=3, h=5)
        holder.setAccessibleName(promise.name)
        return holder

    def _make_checks(self, state: TodayState) -> QWidget:
        inside = column(
            column(
                Text(say("Before you leave"), "h2", "ink.strong"),
                Text(state.checks_under, "body", "ink.soft"),
                gap=0,
            ),
            gap=4,
            margins=5,
        )
        for check in state.checks:
            inside.addWidget(_check(check))
        if state.fix is not None:
            inside.addWidget(self._fix_button(state.fix))
        return Card(inside)

    def _fix_button(self, fix: Fix) -> QWidget:
        icon = "refresh-cw" if fix.what in ("refresh", "carry") else None
        button = Button(fix.words, icon=icon)
        button.setEnabled(fix.enabled)
        button.clicked.connect(partial(self._press_fix, fix))
        holder = stacked(placed(button, "fix"), gap=2)
        if fix.note:
            note = Text(fix.note, "caption", "ink.soft", align=Qt.AlignmentFlag.AlignHCenter)
            button.setAccessibleDescription(fix.note)
            holder.layout().insertWidget(1, note)  # type: ignore[union-attr, attr-defined]
        return holder

    def _make_also(self, state: TodayState) -> QWidget | None:
        if not state.also:
            return None
        lines: list[QWidget] = [self._also_line(one) for one in state.also]
        if state.also_more:
            more = Button(say.count(state.also_more, "Show {n} more", "Show {n} more"), "quiet")
            more.clicked.connect(lambda: self._show(self.presenter.show_all_also()))
            lines.append(placed(more, "more also"))
        return stacked(Text(say("Also today"), "h3", "ink.strong"), *lines, gap=2)

    def _also_line(self, one: AlsoRow) -> QWidget:
        icon, ink = _ALSO[one.kind]
        words = Text(one.sentence, "body", "ink.body")
        line = row(column(Icon(icon, ink), None, gap=0, margins=(0, 0, 0, 0)), words, gap=3, margins=(1, 1))
        line.setStretch(1, 1)
        card = RowCard(line, one.sentence)
        card.clicked.connect(partial(self._open_also, one))
        return placed(card, f"also {one.kind} {one.doc or one.scope}")  # type: ignore[no-any-return]

    # -- what a person does ---------------------------------------------------------------------------------------

    def open_visit(self, scope: str) -> None:
        """Show the buttons of a visit and bring the keyboard to the first."""
        self._show(self.presenter.open(scope))
        button = self.primary()
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _press_fix(self, fix: Fix) -> None:
        if fix.what == "open_held":
            self.page_requested.emit("waiting")
        elif fix.what == "open_questions":
            self.page_requested.emit("decisions")
        else:
            self.refresh_requested.emit()

    def _open_also(self, one: AlsoRow) -> None:
        if one.kind == "question":
            self.page_requested.emit("decisions")
        elif one.kind == "drafts":
            self.page_requested.emit("drafts")
        elif one.doc:
            self.open_record_requested.emit(one.scope, one.doc)
        else:
            self.open_file_requested.emit(one.scope)

    def _walk(self, step: int) -> None:
        """Up and Down go from visit to visit; the one reached shows its buttons."""
        scopes = [visit.scope for visit in self._state.visits]
        here = next((visit.scope for visit in self._state.visits if visit.open), "")
        at = scopes.index(here) + step if here in scopes else 0
        if 0 <= at < len(scopes):
            self.open_visit(scopes[at])


def _fact(fact: Fact) -> QWidget:
    return look_line(fact.icon, fact.words, look=fact.look)


def _check(check: CheckRow) -> QWidget:
    icon, ink = _CHECK[check.state]
    words = column(Text(check.title, "bodyStrong", "ink.strong"), gap=0)
    if check.detail:
        words.addWidget(Text(check.detail, "caption", "ink.soft"))
    line = row(column(Icon(icon, ink), None, gap=0), words, gap=3)
    line.setStretch(1, 1)
    holder = QWidget()
    holder.setLayout(line)
    state = {"ok": say("ok"), "look": say("look at this"), "missing": say("missing")}[check.state]
    holder.setAccessibleName(", ".join(part for part in (check.title, check.detail, state) if part))
    return holder
