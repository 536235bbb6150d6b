"""The family file on screen: header, people, chronology at the left; their words, plan and decisions at the right.

Promise: shows the presenter's state; the address is asked for only while the key is held, and is nowhere else;
turning visit view on takes everything off the page first and puts back only what may be shown. A person chosen in the
drawing narrows the page. Never: a rule of practice, an edit in place.
Source: the design of the interface, section 4.5 and its picture 03.
Signals: `start_visit_requested(str)`, `direct_work_requested(str, str)` (family, child or ""), `print_requested(str)`,
`plan_requested(str)`, `people_requested(str)`, `new_record_requested(str, str)` (family, form),
`open_record_requested(str, str)` (family, record), `open_draft_requested(str)`, `record_answer_requested(str)`, `edit_record_requested(str, str)`,
`key_event_requested(str, str)`, `page_requested(str)`, `address_shown(str)` (family), `back_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from fieldapp.ui.family.presenter import FamilyPresenter
from fieldapp.ui.family.state import (
    ChildRow,
    DecisionRow,
    EventRow,
    FamilyState,
    PersonRow,
    QuestionRow,
    QuoteRow,
)
from fieldapp.ui.kit import (
    Avatar,
    Banner,
    Button,
    Card,
    Chip,
    Choice,
    EmptyState,
    FilterRow,
    Flow,
    Genogram,
    Hairline,
    MaskedText,
    QuoteCard,
    RowCard,
    Run,
    Segmented,
    Tab,
    Text,
    Timeline,
    TimelineRow,
    column,
    row,
)
from fieldapp.ui.kit.menu import pop_up
from fieldapp.ui.pages.pieces import link, look_line, padded, ruled
from fieldapp.ui.pages.screen import Around, Columns, Island, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Family")

SIDE_WIDTH = 364
"""Logical width of the right column (picture 03, a little less)."""


class FamilyFilePage(Screen):
    """One family."""

    start_visit_requested = Signal(str)
    direct_work_requested = Signal(str, str)
    print_requested = Signal(str)
    plan_requested = Signal(str)
    people_requested = Signal(str)
    new_record_requested = Signal(str, str)
    open_record_requested = Signal(str, str)
    open_draft_requested = Signal(str)
    record_answer_requested = Signal(str)
    edit_record_requested = Signal(str, str)
    key_event_requested = Signal(str, str)
    page_requested = Signal(str)
    address_shown = Signal(str)
    back_requested = Signal()

    def __init__(self, presenter: FamilyPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("the family file")
        self._state = FamilyState()
        self._as_list = False
        self._header = Slot()
        self._band, self._people = Slot(), Slot()
        self._words, self._plan, self._decisions, self._dues = Slot(), Slot(), Slot(), Slot()
        self._filters = Slot()
        self.timeline = Timeline()
        self._no_rows = Slot()
        chronology = Card(column(self._filters, self._no_rows, Island(self.timeline), gap=0))
        main = stacked(chronology, gap=5)
        side = stacked(self._words, self._plan, self._decisions, self._dues, gap=4)
        self._columns = Columns(main, side, side=SIDE_WIDTH)
        self._columns.hide()
        self.set_page(self._header, stacked(self._band, self._people, self._columns, gap=4))
        self.timeline.opened.connect(self._open_row)
        self.timeline.key_event_requested.connect(self._key_event)

    # -- Screen ---------------------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        if facts.visit_view != self.presenter.visit_view:
            self.refresh()  # turned over while it was being read: never show the one for the other
            return
        self._show(self.presenter.show(facts))

    def concerns(self, fact: object) -> bool:
        scope = getattr(fact, "scope", None)
        return scope is None or scope == self.presenter.scope

    def opened(self) -> str:
        """Where visit view was turned on elsewhere, nothing of the other view stays in sight for a moment."""
        if self._state.visit_view != self.presenter.visit_view:
            self.presenter.set_visit_view(self.presenter.visit_view)
            self._show(self.presenter.state())
            self.at_once()
        return super().opened()

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.primary()

    def place(self) -> dict[str, Any]:
        """Where the person is, for after a lock: ids and numbers only."""
        return {
            "scroll": self.scroller.verticalScrollBar().value(),
            "person": self.presenter.person,
            "filter": self.presenter.filter,
            "visit_view": self.presenter.visit_view,
        }

    def restore(self, place: dict[str, Any]) -> None:
        """Go back there."""
        self.presenter.person = str(place.get("person", ""))
        if place.get("filter") in [key for key, _ in self._state.filters] or not self._state.filters:
            self.presenter.filter = place.get("filter") or "all"
        if place.get("visit_view") and not self.presenter.visit_view:
            self._turn_visit_view()
        scroll = int(place.get("scroll", 0))
        self.refreshed.connect(
            lambda: self.scroller.verticalScrollBar().setValue(scroll), Qt.ConnectionType.SingleShotConnection
        )

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: FamilyState) -> None:
        self._state = state
        ready = bool(state.label)
        if not ready:
            self._columns.hide()
        self.in_turn(
            partial(self._fill_head, state),
            partial(self._fill_people, state),
            partial(self._fill_chronology, state),
            partial(self._fill_words, state),
            partial(self._fill_plan, state),
            partial(self._columns.setVisible, ready),
        )

    def _fill_head(self, state: FamilyState) -> None:
        head = (
            state.label,
            state.chip,
            state.place,
            state.fresh,
            state.has_address,
            state.may_write,
            state.visit_view,
        )
        self._header.fill(head, lambda: self._make_head(state))
        band = (state.left_out, state.cautions, state.questions, state.missing)
        self._band.fill(band, lambda: self._make_band(state))

    def _fill_people(self, state: FamilyState) -> None:
        people = (
            state.genogram,
            state.unplaced,
            state.person,
            state.children,
            state.shared,
            state.interval,
        )
        self._people.fill(people, lambda: self._make_people(state) if state.label else None)

    def _fill_chronology(self, state: FamilyState) -> None:
        filters = (state.filters, state.filter, state.key_events, state.years, state.year, state.person_name)
        self._filters.fill(filters, lambda: self._make_filters(state))
        self._no_rows.fill(state.rows_empty, lambda: self._make_no_rows(state.rows_empty))
        self.timeline.set_rows([_timeline_row(one) for one in state.rows])
        self.timeline.setVisible(bool(state.rows))

    def _fill_words(self, state: FamilyState) -> None:
        words = (state.quotes, state.quotes_of, state.all_quotes, state.person_name)
        self._words.fill(words, lambda: self._make_words(state))

    def _fill_plan(self, state: FamilyState) -> None:
        self._plan.fill((state.goals, state.plan_type, state.may_write), lambda: self._make_plan(state))
        decided = (state.decisions, state.decisions_of, state.all_decisions)
        self._decisions.fill(decided, lambda: self._make_decisions(state))
        self._dues.fill((state.dues, state.why_involved), lambda: self._make_dues(state))

    # header

    def _make_head(self, state: FamilyState) -> QWidget:
        if not state.label:
            return QWidget()
        name = Flow(Text(state.label, "h1", "ink.strong", wrap=False), gap=3, line_gap=1)
        if state.chip:
            name.addWidget(Chip(state.chip))
        facts = Flow(gap=4, line_gap=1)
        if state.place:
            facts.addWidget(Text(state.place, "caption", "ink.soft", wrap=False))
        if state.has_address:
            facts.addWidget(self._address())
        facts.addWidget(
            look_line("refresh-cw", state.fresh, look=state.fresh_look, wrap=False)
            if state.fresh_look
            else Text(state.fresh, "caption", "ink.soft", wrap=False)
        )
        words = column(name, facts, gap=1)
        head = QWidget()
        line = row(words, gap=3)
        line.setStretch(0, 1)
        line.addLayout(Flow(*self._actions(state), gap=2, end=True))
        head.setLayout(line)
        return head

    def _address(self) -> QWidget:
        """Masked until held; the words are asked for only then, and given back at release."""
        masked = MaskedText(say("Address hidden. Hold to show"), self.presenter.address(), style="label")
        masked.shown.connect(lambda: self.address_shown.emit(self.presenter.scope))
        return placed(masked, "address")  # type: ignore[no-any-return]

    def _actions(self, state: FamilyState) -> list[QWidget]:
        scope = self.presenter.scope
        more = Button(say("More"), "quiet", icon="menu")
        more.clicked.connect(partial(self._open_more, more))
        buttons: list[QWidget] = [placed(more, "more")]
        if state.may_write:
            work = Button(say("Direct work"), icon="palette")
            work.clicked.connect(lambda: self.direct_work_requested.emit(scope, self._child_here()))
            start = Button(say("Start visit note"), "primary", icon="notebook-pen")
            start.clicked.connect(partial(self.start_visit_requested.emit, scope))
            buttons += [placed(work, "direct work"), placed(start, "start")]
        return buttons

    def more_menu(self) -> QMenu:
        """What else can be done in this file, in words."""
        scope, menu = self.presenter.scope, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(words: str, do: Callable[[], Any]) -> None:
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False: do())
            menu.addAction(action)

        add(
            say("Leave visit view")
            if self.presenter.visit_view
            else say("Visit view: hide restricted parts"),
            self._turn_visit_view,
        )
        if self.is_heard(self.print_requested):
            add(say("Print"), partial(self.print_requested.emit, scope))
        if self._state.may_write:
            menu.addSeparator()
            if self.is_heard(self.people_requested):
                add(say("People and relationships"), partial(self.people_requested.emit, scope))
            add(say("Add a person"), partial(self.new_record_requested.emit, scope, "person"))
            add(say("Add a level of help"), partial(self.new_record_requested.emit, scope, "episode"))
            add(say("Add a decision"), partial(self.new_record_requested.emit, scope, "decision"))
            add(say("Add a key event"), partial(self.new_record_requested.emit, scope, "chronology_entry"))
            for child in self._state.children:
                if child.record:
                    words = say("Change the record of {name}", name=child.name.split(",")[0])
                    add(words, partial(self.edit_record_requested.emit, scope, child.record))
            if self._state.plan_type or self._state.goals:
                add(say("Change the plan"), partial(self._change_plan))
            else:
                add(say("Start a plan"), partial(self.new_record_requested.emit, scope, "plan"))
            add(say("Family details"), partial(self.edit_record_requested.emit, scope, scope))
        return menu

    def _open_more(self, button: Button) -> None:
        menu = self.more_menu()
        pop_up(menu, button.mapToGlobal(QPoint(0, button.height())))

    # bands

    def _make_band(self, state: FamilyState) -> QWidget | None:
        pieces: list[QWidget] = []
        if state.missing:
            pieces.append(EmptyState("users", state.missing))
        if state.left_out:
            band = Banner("info", state.left_out, icon="eye-off", action=say("Leave visit view"))
            band.acted.connect(self._turn_visit_view)
            placed(band.button, "leave visit view")
            pieces.append(band)
        pieces += [self._question_band(one) for one in state.questions]
        if state.cautions:
            runs: list[Run] = []
            for number, (title, words) in enumerate(state.cautions):
                runs += [Run("\n" if number else ""), Run(f"{title}: ", "bodyStrong"), Run(words, "body")]
            pieces.append(Banner("trouble", runs))
        return stacked(*pieces, gap=2) if pieces else None

    def _question_band(self, question: QuestionRow) -> QWidget:
        runs = [Run(f"{question.whose}: ", "bodyStrong")] if question.whose else []
        runs.append(Run(question.sentence))
        if question.until:
            runs.append(Run(f" {question.until}.", "bodyStrong"))
        band = Banner("decision", runs, icon="split", action=say("Decide"))
        band.acted.connect(lambda: self.page_requested.emit("decisions"))
        placed(band.button, f"decide {question.doc}")
        return band

    # people

    def _make_people(self, state: FamilyState) -> QWidget:
        seen = stacked(*self._children_lines(state), gap=0)
        if state.genogram is None or not state.genogram.nodes:
            return Card(column(padded(seen)))
        drawing = Genogram(state.genogram, state.person, as_list=self._as_list)
        drawing.turned.connect(self._keep_as_list)
        drawing.chosen.connect(lambda person: self._show(self.presenter.choose_person_to(person)))
        placed(drawing, "genogram")
        drawn = stacked(drawing, self._unplaced(state.unplaced), gap=1) if state.unplaced else drawing
        return Card(column(Columns(padded(drawn, v=2, h=3), padded(seen, v=4, h=4), side=SIDE_WIDTH), gap=0))

    @staticmethod
    def _unplaced(people: Sequence[PersonRow]) -> QWidget:
        """An adult about whom nobody knows what they are to the children is the first thing to find out."""
        names = ", ".join(person.name for person in people)
        return look_line(
            "circle-question-mark", say("Relationship not on record: {names}", names=names), look=True
        )

    def _keep_as_list(self, as_list: bool) -> None:
        """Whoever reads the family as a list goes on with the list when something in it has changed."""
        self._as_list = as_list

    def _children_lines(self, state: FamilyState) -> list[QWidget]:
        title = Flow(Text(say("Children last seen"), "h3", "ink.strong", wrap=False), gap=3, line_gap=0)
        if state.interval:
            title.addWidget(Text(state.interval, "caption", "ink.soft", wrap=False))
        head = QWidget()
        head.setLayout(title)
        lines: list[QWidget] = [head]
        for child in state.children:
            lines.append(self._child(child))
        if state.shared:
            shared = [look_line("triangle-alert", words, look=True) for words in state.shared]
            lines.append(stacked(Hairline(), 2, *shared, gap=1))
        if not state.children:
            lines.append(Text(say("No child is on record here yet."), "body", "ink.soft"))
        return lines

    def _child(self, child: ChildRow) -> QWidget:
        chosen = child.person == self._state.person
        facts = Flow(
            Text(child.name, "bodyStrong", "accent.base" if chosen else "ink.strong", wrap=False),
            look_line("footprints", child.seen, look=child.look),
            gap=4,
            line_gap=0,
        )
        if child.risk:
            words = say("Risk level: {level}", level=child.risk)
            facts.addWidget(look_line("shield", words, look=child.risk_look))
        inside = column(facts, gap=0)
        for warning in child.warnings:
            inside.addWidget(look_line("triangle-alert", warning, look=True))
        line = row(column(Avatar(child.initial, small=True), None, gap=0), inside, gap=3, margins=(2, 0))
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(column(Hairline(), line, gap=0))
        holder.setAccessibleName(child.spoken)
        return holder

    # chronology

    def _make_filters(self, state: FamilyState) -> QWidget:
        which = Segmented(
            [Choice("all", say("Everything")), Choice("key", say("Key events only"))],
            "key" if state.key_events else "all",
            may_clear=False,
        )
        which.chosen.connect(lambda name: self._show(self.presenter.only_key_events(name == "key")))
        title = row(Text(say("Chronology"), "h3", "ink.strong"), gap=2)
        title.setStretch(0, 1)
        title.addWidget(placed(which, "which"))
        filters = FilterRow([Tab(key, words) for key, words in state.filters], state.filter)
        filters.opened.connect(lambda key: self._show(self.presenter.choose_filter(key)))
        pieces: list[Any] = [title, placed(filters, "filters")]
        narrowed = Flow(gap=2, line_gap=1)
        if state.person_name:
            whole = link(say("Only {name}. Show the whole family", name=state.person_name), icon="x")
            whole.clicked.connect(lambda: self._show(self.presenter.choose_person_to("")))
            narrowed.addWidget(placed(whole, "whole family"))
        if len(state.years) > 1:
            years = FilterRow(
                [Tab("0", say("All years")), *(Tab(str(year), str(year)) for year in state.years)],
                str(state.year),
            )
            years.opened.connect(lambda key: self._show(self.presenter.choose_year(int(key))))
            narrowed.addWidget(placed(years, "years"))
        if narrowed.count():
            pieces.append(narrowed)
        return stacked(padded(*pieces, gap=2), Hairline(), gap=0)

    def _make_no_rows(self, words: str) -> QWidget | None:
        return padded(EmptyState("notebook-pen", words)) if words else None

    # right column

    def _make_words(self, state: FamilyState) -> QWidget:
        more = None
        if state.quotes_of > len(state.quotes) or state.all_quotes:
            more = link(say("Fewer") if state.all_quotes else say("All {n}", n=state.quotes_of))
            more.clicked.connect(lambda: self._show(self.presenter.show_all_quotes(not state.all_quotes)))
            placed(more, "all quotes")
        title = row(Text(say("In their own words"), "h3", "ink.strong"), gap=2)
        title.setStretch(0, 1)
        if more is not None:
            title.addWidget(more)
        inside = column(title, gap=3, margins=(3, 4))
        for quote in state.quotes:
            inside.addLayout(self._quote(quote))
        if not state.quotes:
            inside.addWidget(
                Text(say("Nothing yet. What a child says or shows will stand here."), "body", "ink.soft")
            )
        return Card(inside)

    def _quote(self, quote: QuoteRow):  # type: ignore[no-untyped-def]
        card = QuoteCard(
            quote.words, quote.about, follow_up=quote.follow_up, follow_up_late=quote.look, who=quote.child
        )
        inside = column(card, gap=1)
        if quote.open and self._state.may_write:
            answer = Button(say("Record answer"), height="controlCompact")
            answer.setAccessibleDescription(quote.words)
            answer.clicked.connect(partial(self.record_answer_requested.emit, quote.doc))
            line = row(6, placed(answer, f"answer {quote.doc}"), None, gap=2)
            inside.addLayout(line)
        return inside

    def _make_plan(self, state: FamilyState) -> QWidget:
        scope = self.presenter.scope
        title = row(Text(say("Plan"), "h3", "ink.strong"), gap=2)
        title.setStretch(0, 1)
        if not state.goals:
            words = Text(say("No plan yet."), "body", "ink.soft")
            inside = column(title, words, gap=2, margins=(3, 4))
            if state.may_write:
                start = Button(say("Start a plan"), height="controlCompact", icon="plus")
                start.clicked.connect(partial(self.new_record_requested.emit, scope, "plan"))
                inside.addLayout(row(placed(start, "start plan"), None))
            return Card(inside)
        page = link(say("Open on one page"))
        page.clicked.connect(partial(self.plan_requested.emit, scope))
        title.addWidget(placed(page, "plan page"))
        inside = column(title, gap=2, margins=(3, 4))
        if state.plan_type:
            inside.addWidget(Text(state.plan_type, "caption", "ink.soft"))
        for goal in state.goals:
            inside.addWidget(Hairline())
            change = Text(goal.change, "body", "ink.body")
            line = row(
                column(Text(str(goal.number), "bodyStrong", "ink.strong", wrap=False), None, gap=0),
                change,
                column(Text(goal.progress, "caption", "ink.soft", wrap=False), None, gap=0),
                gap=3,
            )
            line.setStretch(1, 1)
            inside.addLayout(line)
        return Card(inside)

    def _make_decisions(self, state: FamilyState) -> QWidget | None:
        if not state.decisions:
            return None
        title = row(Text(say("Decisions and oversight"), "h3", "ink.strong"), gap=2)
        title.setStretch(0, 1)
        if state.decisions_of > 1:
            more = link(say("Only the last") if state.all_decisions else say("All {n}", n=state.decisions_of))
            more.clicked.connect(
                lambda: self._show(self.presenter.show_all_decisions(not state.all_decisions))
            )
            title.addWidget(placed(more, "all decisions"))
        return Card(
            column(
                title,
                ruled([self._decision(one) for one in state.decisions], first=True),
                gap=2,
                margins=(3, 4),
            )
        )

    def _decision(self, one: DecisionRow) -> QWidget:
        words = Text("", "body", "ink.body")
        runs = [Run(f"{one.head} ", "bodyStrong", "ink.strong")] if one.head else []
        runs.append(Run(one.decided))
        if one.by:
            runs.append(Run(f"  {one.by}", None, "ink.soft"))
        words.set_runs(runs)
        inside = column(words, gap=1, margins=(2, 0))
        if one.why:
            inside.addWidget(Text(say("Why: {why}", why=one.why), "caption", "ink.soft"))
        if one.history and self._state.all_decisions:
            inside.addWidget(Text(say("On this history: {words}", words=one.history), "caption", "ink.soft"))
        card = RowCard(inside, " ".join(part for part in (one.head, one.decided, one.why, one.by) if part))
        card.clicked.connect(partial(self.open_record_requested.emit, self.presenter.scope, one.doc))
        return placed(card, f"decision {one.doc}")  # type: ignore[no-any-return]

    def _make_dues(self, state: FamilyState) -> QWidget | None:
        lines: list[QWidget] = [look_line("clock", words, look=look) for words, look in state.dues]
        if not lines and not state.why_involved:
            return None
        inside = column(gap=2, margins=(3, 4))
        if lines:
            inside.addWidget(Text(say("What is due"), "h3", "ink.strong"))
            for line in lines:
                inside.addWidget(line)
        if state.why_involved:
            inside.addWidget(Text(say("Why we are involved"), "h3", "ink.strong"))
            inside.addWidget(Text(state.why_involved, "body", "ink.body"))
        return Card(inside)

    # -- what a person does ---------------------------------------------------------------------------------------

    def _turn_visit_view(self) -> None:
        self.presenter.set_visit_view(not self.presenter.visit_view)
        self._show(self.presenter.state())  # nothing at all, until it has been read anew
        self.at_once()
        self.refresh()

    def _child_here(self) -> str:
        """The child that is chosen, for direct work; nobody if no child is."""
        chosen = self._state.person
        return chosen if any(child.person == chosen for child in self._state.children) else ""

    def _open_row(self, key: str) -> None:
        found = next((one for one in self._state.rows if _key(one) == key), None)
        if found is None:
            return
        if found.draft:
            self.open_draft_requested.emit(found.draft)
        else:
            self.open_record_requested.emit(self.presenter.scope, found.doc)

    def _key_event(self, key: str) -> None:
        self.key_event_requested.emit(self.presenter.scope, key)

    def _change_plan(self) -> None:
        self.plan_requested.emit(self.presenter.scope)


def _key(one: EventRow) -> str:
    return one.draft or one.doc


def _timeline_row(one: EventRow) -> TimelineRow:
    return TimelineRow(
        key=_key(one),
        date=one.date,
        under_date=one.date_under,
        icon=one.icon,
        title=one.title,
        lines=one.lines,
        quoted=one.quoted,
        mark=one.mark.kind,
        mark_words=one.mark.words,
        chip=one.restricted,
        note=one.note,
        spoken=one.spoken,
    )
