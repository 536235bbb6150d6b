"""The family file, without a window: a family's people, story, words, plan and decisions as one value.

Promise: everything is recomputed from the projection; choosing a person, a filter or a year only narrows; in visit
view nothing restricted is in the state at all (it is absent, not hidden), nor what was left out but its number; the
address is handed out only on asking, for as long as somebody holds the key. Never here: a rule of practice (that is
`records`), Qt.
Source: the design of the interface, section 4.5; practice rule 5 and sections 4.2 to 4.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fieldapp.records.clocks import Due
from fieldapp.records.dates import day_words, weekday_words
from fieldapp.records.decisions import Decision, decisions, open_questions
from fieldapp.records.family import ChildLine, FamilyPage, family_page
from fieldapp.records.files import FamilyFile, open_file
from fieldapp.records.genogram import Genogram
from fieldapp.records.plans import PlanPage
from fieldapp.records.sees import visit_view
from fieldapp.records.timeline import FILTERS, Filter, Row, timeline
from fieldapp.records.voice import Statement, statements
from fieldapp.store import Draft
from fieldapp.ui import words
from fieldapp.ui.family.state import (
    ChildRow,
    DecisionRow,
    EventRow,
    FamilyState,
    FilterKey,
    GoalRow,
    PersonRow,
    QuestionRow,
    QuoteRow,
)
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.stopped import stopped_at
from fieldapp.ui.pages.titles import icon_of, title_of_form
from fieldapp.ui.pages.wording import ago, capital, closed_words, local
from fieldapp.ui.words import Words

say = Words("Family")

QUOTES_SHOWN = 3
DECISIONS_SHOWN = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """A family read in one go, away from the window's thread; `page` None: it is not here."""

    page: FamilyPage | None = None
    rows: tuple[tuple[Row, EventRow], ...] = ()
    by_filter: tuple[tuple[Filter, tuple[tuple[Row, EventRow], ...]], ...] = ()
    said: tuple[Statement, ...] = ()
    decided: tuple[Decision, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    drafts: tuple[tuple[Draft, str, str], ...] = ()
    """Unfinished notes with their title and where their author stopped."""
    left_out: int = 0
    visit_view: bool = False
    may_write: bool = True
    fresh: date | None = None
    here: bool = True
    assigned: bool = True
    closed: bool = False
    """On this laptop, and not to be read before the next contact."""
    today: date = date.min
    zone: str = "Europe/London"


@dataclass(slots=True)
class FamilyPresenter:
    """One family's file; remembers what a person narrowed it to."""

    desk: Desk
    scope: str
    facts: Facts = field(default_factory=Facts)
    person: str = ""
    key_events: bool = False
    filter: FilterKey = "all"
    year: int = 0
    all_quotes: bool = False
    all_decisions: bool = False

    @property
    def visit_view(self) -> bool:
        """Whether restricted parts are left out: one switch for all pages."""
        return self.desk.visit_view

    # -- reading --------------------------------------------------------------------------------------------------

    def read(self) -> Facts:
        """The family as it stands now. Long: call it from a worker."""
        desk, today, visiting = self.desk, self.desk.today(), self.visit_view
        whole = desk.file(self.scope)
        if whole is None:
            closed = desk.is_limited() and self.scope in desk.labels()
            assigned = self.scope in desk.my_roles()
            return Facts(here=False, assigned=assigned, closed=closed, visit_view=visiting)
        file, left_out = self._in_visit_view(whole) if visiting else (whole, 0)
        drafts = [draft for draft in desk.store.drafts() if draft.scope == self.scope]
        carried = desk.carried().get(self.scope)
        fresh = (
            None if carried is None or carried.fresh_ms is None else local(carried.fresh_ms, desk.zone).date()
        )
        return Facts(
            page=family_page(file, desk.policy, today),
            rows=_events(timeline(file, today=today), today),
            by_filter=tuple((one, _events(timeline(file, only=one, today=today), today)) for one in FILTERS),
            said=statements(file, desk.policy, today),
            decided=decisions(file),
            questions=tuple(
                QuestionRow(one.record.id, one.child, one.sentence, one.until_words())
                for one in open_questions(file, desk.me, desk.short_name)
            ),
            drafts=tuple(self._draft(draft, whole) for draft in drafts),
            left_out=left_out,
            visit_view=visiting,
            may_write=desk.may_write(self.scope),
            fresh=fresh,
            today=today,
            zone=desk.zone,
        )

    def address(self) -> str:
        """Where the family lives: only for whoever holds the key down. Empty in visit view."""
        page = self.facts.page
        return "" if page is None or self.visit_view else page.address

    def show(self, facts: Facts) -> FamilyState:
        """Take what was read; what was narrowed stays narrowed."""
        self.facts = facts
        page = facts.page
        if page is not None and self.person not in page.file.people:
            self.person = ""
        return self.state()

    # -- what a person does ---------------------------------------------------------------------------------------

    def choose_person_to(self, person: str) -> FamilyState:
        """Narrow the page to one person; "" is the whole family."""
        self.person = person
        return self.state()

    def choose_filter(self, which: FilterKey) -> FamilyState:
        """Show one kind of event."""
        self.filter = which
        return self.state()

    def choose_year(self, year: int) -> FamilyState:
        """Show one year; 0 is all."""
        self.year = year
        return self.state()

    def only_key_events(self, on: bool) -> FamilyState:
        """What workers chose as key events, or everything."""
        self.key_events = on
        return self.state()

    def show_all_quotes(self, on: bool) -> FamilyState:
        """Every statement, or the newest."""
        self.all_quotes = on
        return self.state()

    def show_all_decisions(self, on: bool) -> FamilyState:
        """Every decision with its reasons, or the last."""
        self.all_decisions = on
        return self.state()

    def set_visit_view(self, on: bool) -> None:
        """Leave restricted parts out, or have them again: the page must be read anew, and shows nothing meanwhile."""
        self.desk.visit_view = on
        self.facts = Facts(visit_view=on)

    # -- the state ------------------------------------------------------------------------------------------------

    def state(self) -> FamilyState:
        """The page as it stands."""
        facts = self.facts
        page = facts.page
        if page is None:
            return FamilyState(
                scope=self.scope,
                visit_view=self.visit_view,
                missing="" if facts.here else _missing(assigned=facts.assigned, closed=facts.closed),
            )
        today = facts.today
        rows = self._rows(facts)
        said = [one for one in facts.said if not self.person or one.person == self.person]
        quotes = said if self.all_quotes else said[:QUOTES_SHOWN]
        decided = facts.decided if self.all_decisions else facts.decided[:DECISIONS_SHOWN]
        person = page.file.people.get(self.person)
        shared = _shared_warnings(page.children)
        years = tuple(sorted({row.on.year for row, _ in facts.rows}, reverse=True))
        return FamilyState(
            scope=self.scope,
            label=page.label,
            chip=page.chip,
            place=page.place,
            fresh=_fresh(facts),
            fresh_look=facts.fresh is not None
            and (today - facts.fresh).days > self.desk.policy.record_old_days,
            has_address=bool(page.address) and not self.visit_view,
            may_write=facts.may_write,
            visit_view=self.visit_view,
            left_out=say("Visit view: restricted parts are hidden") if self.visit_view else "",
            cautions=() if self.visit_view else _cautions(page),
            questions=facts.questions,
            dues=tuple((_due(one), one.standing.state in ("late", "today", "soon")) for one in page.dues),
            genogram=_drawn(page.genogram),
            unplaced=tuple(
                PersonRow(one.person.id, one.person.called)
                for one in page.people
                if page.genogram.node(one.person.id) is None
            ),
            person=self.person,
            person_name=person.called if person is not None else "",
            interval=page.interval_words,
            children=tuple(self._child(one, shared, today) for one in page.children),
            shared=tuple(f"{words.join(names)}: {what}" for what, names in shared.items()),
            key_events=self.key_events,
            filters=_filters(),
            filter=self.filter,
            years=years,
            year=self.year,
            rows=tuple(rows),
            rows_empty=self._rows_empty(rows, facts),
            quotes=tuple(_quote(one, today) for one in quotes),
            quotes_of=len(said),
            all_quotes=self.all_quotes,
            goals=_goals(page.plan),
            plan_type=page.plan.type_words if page.plan is not None else "",
            plan_notes=page.plan.notes if page.plan is not None else (),
            decisions=tuple(_decision(one, today, last=index == 0) for index, one in enumerate(decided)),
            decisions_of=len(facts.decided),
            all_decisions=self.all_decisions,
            why_involved=page.why_involved,
            announce=_announce(page, visit_view=self.visit_view),
        )

    # -- inside ---------------------------------------------------------------------------------------------------

    def _in_visit_view(self, file: FamilyFile) -> tuple[FamilyFile, int]:
        """The file without anything restricted, and how many answers were left out."""
        reader = self.desk.reader()
        views = [visit_view(record) for record in file.records]
        kept = [view.document for view in views if view.document is not None]
        return open_file(kept, reader, file.id), sum(view.left_out for view in views)

    def _draft(self, draft: Draft, file: FamilyFile) -> tuple[Draft, str, str]:
        definition = self.desk.definition(draft.form)
        return draft, title_of_form(definition, draft.kind), stopped_at(draft, definition)

    def _rows(self, facts: Facts) -> list[EventRow]:
        rows = facts.rows if self.filter == "all" else dict(facts.by_filter).get(self.filter, ())
        found = [
            event
            for row, event in rows
            if (not self.person or not row.people or self.person in row.people)
            and (not self.key_events or row.key_event)
            and (not self.year or row.on.year == self.year)
        ]
        if self.filter == "all" and not self.key_events and not self.person and not self.year:
            found = [_draft_row(*one, facts) for one in facts.drafts] + found
        return found

    def _rows_empty(self, rows: list[EventRow], facts: Facts) -> str:
        if rows:
            return ""
        if not facts.rows and not facts.drafts:
            return say("Nothing yet. The first note you finish will appear here.")
        return say("Nothing here matches. Choose “All” or another year.")

    def _child(self, line: ChildLine, shared: Mapping[str, list[str]], today: date) -> ChildRow:
        name = capital(", ".join(part for part in (line.person.called, line.age) if part))
        due = line.due.standing.words() if line.due is not None else ""
        risk = "" if self.visit_view else line.risk_words
        undecided = line.risk_undecided
        high = line.record is not None and line.record.text("risk_level") in ("high", "unknown")
        spoken = ", ".join(
            part
            for part in (
                name,
                say("last seen {words}", words=line.seen_words)
                if line.seen.last is not None
                else line.seen_words,
                say("visit {words}", words=due) if due else "",
                say("risk {words}", words=risk) if risk else "",
                *line.warnings,
            )
            if part
        )
        return ChildRow(
            person=line.person.id,
            initial=line.person.called.removeprefix("the ")[:1].upper(),
            name=name,
            seen=line.seen_words,
            look=line.look,
            due=due,
            warnings=tuple(warning for warning in line.warnings if warning not in shared),
            risk=risk,
            risk_look=bool(risk) and (undecided or high),
            spoken=spoken,
            record="" if line.record is None or self.visit_view else line.record.id,
        )


def _shared_warnings(children: Iterable[ChildLine]) -> dict[str, list[str]]:
    """What is to be said of several children in the same words: said once, with their names."""
    whose: dict[str, list[str]] = {}
    for line in children:
        for warning in line.warnings:
            whose.setdefault(warning, []).append(line.person.called)
    return {what: names for what, names in whose.items() if len(names) > 1}


def _drawn(genogram: Genogram) -> Genogram:
    """The drawing with short roles: its lines say of whom; the list and the spoken names keep the whole."""
    return replace(
        genogram, nodes=tuple(replace(node, under=node.under.partition(" of ")[0]) for node in genogram.nodes)
    )


def _missing(*, assigned: bool, closed: bool) -> str:
    if closed:
        return closed_words()
    if assigned:
        return say("Not on this laptop. Carry it when you have a signal.")
    return say("This family isn’t on this laptop, and it isn’t one of yours.")


def _fresh(facts: Facts) -> str:
    if facts.fresh is None:
        return say("Made on this laptop, not sent yet")
    return say("Refreshed {when}", when=ago((facts.today - facts.fresh).days))


def _cautions(page: FamilyPage) -> tuple[tuple[str, str], ...]:
    found = []
    if page.hazards:
        found.append((say("For your safety"), page.hazards))
    if page.must_not_be_told:
        found.append((say("Must not be told"), page.must_not_be_told))
    return tuple(found)


def _due(due: Due) -> str:
    words_ = f"{due.what} {due.standing.words()}"
    if due.standing.state != "late":
        words_ += f" ({weekday_words(due.limit.ends)})"
    return (
        words_
        if due.booked is None
        else say("{what}, booked {day}", what=words_, day=weekday_words(due.booked))
    )


def _filters() -> tuple[tuple[FilterKey, str], ...]:
    return (
        ("all", say("All")),
        ("visits", say("Visits")),
        ("words", say("Children’s words")),
        ("decisions", say("Decisions")),
        ("school", say("School")),
        ("health", say("Health")),
        ("police", say("Police")),
    )


def _events(rows: Iterable[Row], today: date) -> tuple[tuple[Row, EventRow], ...]:
    """Each row as it is told and as it is shown: made in the worker, so that choosing a filter only picks."""
    return tuple((row, _event(row, today)) for row in rows)


def _event(row: Row, today: date) -> EventRow:
    mark = {
        "sent": marks.sent,
        "unsent": marks.saved,
        "held": marks.held,
        "decide": marks.decision,
    }[row.mark]()
    day = say("Today") if row.on == today else words.short_month(row.on)
    under = (row.time or words.short_month(row.on)) if row.on == today else str(row.on.year)
    notes = [say("Added later")] if row.added_later else []
    if not row.complete:
        notes.append(say("Not complete"))
    restricted = say("Restricted") if row.restricted else ""
    said = ". ".join(
        part.removesuffix(".")
        for part in (
            f"{day} {under}",
            row.title,
            *(
                (say("Quote: {words}", words=row.lines[0]), *row.lines[1:])
                if row.quoted and row.lines
                else row.lines
            ),
            restricted,
            *notes,
            mark.sentence,
        )
        if part
    )
    return EventRow(
        doc=row.doc,
        draft="",
        date=day,
        date_under=under,
        year=row.on.year,
        icon=icon_of(row.kind, row.event),
        title=row.title,
        lines=row.lines,
        quoted=row.quoted,
        restricted=restricted,
        note=", ".join(notes),
        mark=mark,
        spoken=said,
    )


def _draft_row(draft: Draft, title: str, stopped: str, facts: Facts) -> EventRow:
    moment = local(draft.saved_at_ms, facts.zone)
    on, time = moment.date(), words.clock(moment)
    mark = marks.draft(time)
    day = say("Today") if on == facts.today else words.short_month(on)
    under = time if on == facts.today else str(on.year)
    return EventRow(
        doc=draft.doc,
        draft=draft.id,
        date=day,
        date_under=under,
        year=on.year,
        icon="file-pen",
        title=title,
        lines=(stopped,) if stopped else (),
        quoted=False,
        restricted="",
        note="",
        mark=mark,
        spoken=". ".join(part for part in (f"{day} {under}", title, stopped, mark.sentence) if part),
    )


def _quote(one: Statement, today: date) -> QuoteRow:
    when = f", {day_words(one.on, today)}" if one.on is not None else ""
    about = f"{one.child}{when}, {one.how_words}. {one.link_words()}"
    look = one.standing is not None and one.standing.state in ("late", "today", "soon")
    return QuoteRow(
        doc=one.record.id,
        child=one.child,
        words=one.words,
        about=about,
        follow_up=one.follow_up_words(today),
        look=look,
        open=one.follow_up in ("respond", "tell"),
    )


def _goals(plan: PlanPage | None) -> tuple[GoalRow, ...]:
    if plan is None:
        return ()
    return tuple(GoalRow(one.number, one.change, one.progress_words) for one in plan.first)


def _decision(one: Decision, today: date, *, last: bool) -> DecisionRow:
    on = day_words(one.on, today) if one.on is not None else ""
    if last:
        head = say("Last decision, {day}.", day=on) if on else say("Last decision.")
    else:
        head = f"{on}." if on else ""
    return DecisionRow(
        doc=one.record.id,
        head=head,
        decided=one.decided,
        why=one.why,
        by=one.owner,
        history=one.history_used,
        how=one.how,
    )


def _announce(page: FamilyPage, *, visit_view: bool) -> str:
    """ "Kowalska-Price, 3 children, plan"."""
    count = say.count(len(page.children), "{n} child", "{n} children")
    said = [page.label, count]
    said.append(say("plan") if page.plan is not None else say("no plan yet"))
    if visit_view:
        said.append(say("visit view"))
    return ", ".join(said)
