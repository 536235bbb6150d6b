"""Today, without a window: visits late first, promises to children, what to check before leaving, what else.

Promise: a child who is overdue is never hidden or sorted behind one who is not; a promise to a child stands until it
is answered and told; "Before you leave" says ok, look or missing in words and has one button; exactly one visit is
open, the first that is still to do, so the page has one filled button; with nothing to do it has none.
Never here: what is due (that is `records.today`), a diary, Qt.
Source: the design of the interface, section 4.3; practice sections 1.1 and 4.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from fieldapp.records.today import (
    CarryFacts,
    CarryLine,
    PromiseLine,
    TodayPage,
    VisitLine,
    before_you_leave,
    first_fixable,
    today_page,
)
from fieldapp.records.voice import Statement
from fieldapp.ui import words
from fieldapp.ui.laptop.machine import Machine, look_at
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.wording import closed_words, local, near_day
from fieldapp.ui.words import Words

say = Words("Today")

PROMISES_SHOWN = 5
"""More than this many promises fold behind "Show all": the page stays one look."""
ALSO_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Fact:
    """A small line under a visit: icon, words, and whether it needs a look."""

    icon: str
    words: str
    look: bool = False


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One family's visit."""

    scope: str
    label: str
    place: str
    when: str
    state: Literal["late", "today", "planned_late", "planned", "done"]
    kind: str
    sentence: str
    facts: tuple[Fact, ...]
    open: bool
    """The one visit that shows its buttons."""
    has_plan: bool
    done: str
    """The id of the visit on record today."""
    name: str
    """What a screen reader says of the row."""


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """Something a child said that still waits for an answer, or for somebody to tell them."""

    doc: str
    scope: str
    child: str
    who: str
    """The child and what they did: "Tansy drew"."""
    quote: str
    todo: str
    due: str
    look: bool
    name: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of "Before you leave"."""

    what: str
    state: Literal["ok", "look", "missing"]
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Fix:
    """The one button of "Before you leave"."""

    what: str
    words: str
    enabled: bool
    note: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlsoRow:
    """One line of "Also today", leading somewhere."""

    kind: str
    sentence: str
    scope: str
    doc: str
    look: bool


@dataclass(frozen=True, slots=True)
class TodayState:
    """All that the page shows."""

    title: str = ""
    day_line: str = ""
    visits: tuple[VisitRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    promises_more: int = 0
    checks: tuple[CheckRow, ...] = ()
    checks_under: str = ""
    fix: Fix | None = None
    also: tuple[AlsoRow, ...] = ()
    also_more: int = 0
    empty: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    page: TodayPage | None = None
    overseen: tuple[VisitLine, ...] = ()
    """Visits that are late or due today in families where somebody else makes them."""
    carry: CarryFacts = field(default_factory=CarryFacts)
    checks: tuple[CarryLine, ...] = ()
    drafts: int = 0
    oldest_draft: datetime | None = None
    today: date = date.min
    limited: bool = False
    plans: frozenset[str] = frozenset()
    carried: tuple[tuple[str, str], ...] = ()
    """(label, scope) of every family here, to name the scopes of a fix."""


@dataclass(slots=True)
class TodayPresenter:
    """Holds which visit is open and whether all promises show; everything else is read."""

    desk: Desk
    folder: Path | None = None
    machine: Callable[[Path], Machine] = look_at
    facts: Facts = field(default_factory=Facts)
    opened: str = ""
    all_promises: bool = False
    all_also: bool = False
    online: bool | None = None

    def read(self) -> Facts:
        """The day as it stands now. Long: call it from a worker."""
        desk = self.desk
        today = desk.today()
        roles = desk.my_roles()
        files = desk.files()
        mine = [file for file in files if roles.get(file.id, "worker") == "worker"]
        page = today_page(mine, desk.policy, today, me=desk.me, name_of=desk.short_name)
        others = [file for file in files if roles.get(file.id) == "oversight"]
        overseen = today_page(others, desk.policy, today).visits
        drafts = desk.store.drafts()
        oldest = min((draft.started_at_ms for draft in drafts), default=None)
        labels = {file.id: file.label for file in files}
        carry = self._carry(page, labels, roles)
        return Facts(
            page=page,
            overseen=tuple(line for line in overseen if line.state in ("late", "today")),
            limited=desk.is_limited(),
            carry=carry,
            checks=before_you_leave(carry, desk.policy, today),
            drafts=len(drafts),
            oldest_draft=None if oldest is None else local(oldest, desk.zone),
            today=today,
            plans=frozenset(file.id for file in files if file.of("plan")),
            carried=tuple((label, scope) for scope, label in labels.items()),
        )

    def show(self, facts: Facts, *, online: bool | None = None) -> TodayState:
        """Take what was read; the visit a person opened stays open while it is still there."""
        self.facts, self.online = facts, online
        return self.state()

    def open(self, scope: str) -> TodayState:
        """Show the buttons of another visit."""
        self.opened = scope
        return self.state()

    def show_all_promises(self) -> TodayState:
        """Unfold the promises."""
        self.all_promises = True
        return self.state()

    def show_all_also(self) -> TodayState:
        """Unfold "Also today"."""
        self.all_also = True
        return self.state()

    def state(self) -> TodayState:
        """The page as it stands."""
        page = self.facts.page
        if page is None:
            return TodayState()
        today = self.facts.today
        open_scope = self._open_scope(page)
        visits = tuple(self._visit(line, open_scope, today) for line in page.visits)
        promises = tuple(_promise(line, today) for line in page.promises)
        shown = promises if self.all_promises else promises[:PROMISES_SHOWN]
        every = self._also(page)
        also = every if self.all_also else every[:ALSO_SHOWN]
        return TodayState(
            title=words.day(today),
            day_line=page.day_line if page.visits else "",
            visits=visits,
            promises=shown,
            promises_more=len(promises) - len(shown),
            checks=tuple(CheckRow(one.what, one.state, one.title, one.detail) for one in self.facts.checks),
            checks_under=_checks_under(self.facts.checks),
            fix=self._fix(),
            also=also,
            also_more=len(every) - len(also),
            empty=self._empty(page),
            announce=_announce(visits),
        )

    # -- inside ---------------------------------------------------------------------------------------------------

    def _empty(self, page: TodayPage) -> str:
        if page.visits:
            return ""
        if self.facts.limited:
            return closed_words()
        return (
            say("No visit of yours is due today.") if self.facts.overseen else say("No visit is due today.")
        )

    def _open_scope(self, page: TodayPage) -> str:
        """The visit with the buttons: the one a person opened, else the first still to do."""
        there = [line.family for line in page.visits]
        if self.opened in there:
            return self.opened
        return next((line.family for line in page.visits if line.state != "done"), "")

    def _visit(self, line: VisitLine, open_scope: str, today: date) -> VisitRow:
        look = any(child.look for child in line.children)
        facts = [Fact("footprints", line.seen_words(today), look)] if line.seen_words(today) else []
        facts += [Fact("triangle-alert", warning, True) for warning in _together(line.warnings)]
        if line.missed:
            missed = say.count(line.missed, "{n} missed visit before this", "{n} missed visits in a row")
            facts.append(Fact("triangle-alert", missed, True))
        when, sentence = line.when_words(today), _visit_sentence(line)
        seen = line.seen_words(today)
        return VisitRow(
            scope=line.family,
            label=line.label,
            place=line.place,
            when=when,
            state=line.state,
            kind=line.purpose,
            sentence=sentence,
            facts=tuple(facts),
            open=line.family == open_scope,
            has_plan=line.family in self.facts.plans,
            done=line.done,
            name=", ".join(part for part in (when, line.label, line.place, line.purpose, seen) if part),
        )

    def _carry(self, page: TodayPage, labels: dict[str, str], roles: dict[str, str]) -> CarryFacts:
        desk = self.desk
        today = [line.family for line in page.visits]
        counts = desk.store.counts()
        refreshed = desk.refreshed()
        machine = self.machine(self.folder) if self.folder is not None else Machine()
        clock = desk.store.now()
        return CarryFacts(
            families_today=tuple(labels[scope] for scope in today if scope in labels),
            not_carried=tuple(say("A family of yours") for scope in roles if scope not in labels),
            plans_refreshed=tuple(
                (labels[scope], refreshed.get(scope)) for scope in today if scope in labels
            ),
            held=counts.held,
            undecided=counts.decisions,
            room_bytes=machine.free_bytes,
            battery_percent=machine.battery_percent,
            forms_current=desk.forms_current(),
            clock_certain=not clock.uncertain,
            unsent=counts.ready,
        )

    def _fix(self) -> Fix | None:
        """The first line that a button can mend; offline it stays, off, with the reason."""
        lines = self.facts.checks
        line = first_fixable(lines, online=True)
        if line is None:
            return None
        scopes = tuple(scope for label, scope in self.facts.carried if label in line.about)
        wording = {
            "carry": say("Carry this family") if len(line.about) == 1 else say("Carry these families"),
            "refresh": say("Refresh that plan") if line.what == "plans" else say("Refresh the forms"),
            "open_held": say("See what is held"),
            "open_questions": say("Decide now"),
        }[line.fix]
        if line.what == "plans" and len(line.about) > 1:
            wording = say("Refresh those plans")
        offline = line.fix in ("carry", "refresh") and self.online is False
        note = say("You’re offline, so this can’t be refreshed now.") if offline else ""
        if offline and line.what == "plans":
            since = dict(self.facts.carry.plans_refreshed).get(line.about[0])
            if since is not None:
                note += " " + say(
                    "The plan here is from {day}.", day=words.day_and_month(since, today=self.facts.today)
                )
        return Fix(line.fix, wording, not offline, note, scopes)

    def _also(self, page: TodayPage) -> tuple[AlsoRow, ...]:
        rows = [AlsoRow(one.kind, one.sentence, one.family, one.doc, one.look) for one in page.also]
        rows += [_overseen(line) for line in self.facts.overseen]
        rows.sort(key=lambda row: (row.kind != "question", not row.look))
        if self.facts.drafts:
            count = say.count(self.facts.drafts, "{n} draft", "{n} drafts")
            since = self.facts.oldest_draft
            sentence = (
                count
                if since is None
                else say(
                    "{count}, oldest from {day}", count=count, day=near_day(since.date(), self.facts.today)
                )
            )
            rows.append(AlsoRow("drafts", sentence, "", "", False))
        return tuple(rows)


def _overseen(line: VisitLine) -> AlsoRow:
    """What whoever oversees a family must not learn only by opening it: a visit that somebody else owes."""
    when = "" if line.due is None else line.due.standing.words()
    sentence = say("{family}: visit {when}.", family=line.label, when=when)
    return AlsoRow("visit", sentence, line.family, "", True)


def _together(warnings: tuple[str, ...]) -> list[str]:
    """Warnings that say the same of several children, said once: "Ivo and Tansy: Sleeping place …"."""
    whose: dict[str, list[str]] = {}
    for warning in warnings:
        name, _, what = warning.partition(": ")
        whose.setdefault(what, []).append(name)
    return [f"{words.join(names)}: {what}" for what, names in whose.items()]


def _visit_sentence(line: VisitLine) -> str:
    """Who is to be seen: "Ivo, Tansy and Wilf. See each child alone if they wish."""
    names = [child.person.called for child in line.children if not child.seen.unborn]
    unborn = [child for child in line.children if child.seen.unborn]
    if not names:
        return ""
    who = words.join(names) + "."
    if unborn:
        who = words.join(names) + " " + say("and the baby not born yet") + "."
    if any(child.seen.talks for child in line.children) and line.state != "done":
        return f"{who} " + say("See each child alone if they wish.")
    return who


def _promise(line: PromiseLine, today: date) -> PromiseRow:
    said: Statement = line.statement
    due = line.due_words(today)
    look = said.standing is not None and said.standing.state in ("late", "today", "soon")
    who = {
        "wrote": say("{child} wrote", child=said.child),
        "drew": say("{child} drew", child=said.child),
        "showed": say("{child} showed us", child=said.child),
    }.get(said.kind, say("{child} said", child=said.child))
    return PromiseRow(
        doc=said.record.id,
        scope=line.family,
        child=said.child,
        who=who,
        quote=said.words,
        todo=line.todo_words(),
        due=due,
        look=look,
        name=say(
            "Quote, {who}: {words} {todo} {due}",
            who=who,
            words=said.words,
            todo=line.todo_words(),
            due=due,
        ).strip(),
    )


def _checks_under(lines: tuple[CarryLine, ...]) -> str:
    left = sum(line.state != "ok" for line in lines)
    if not left:
        return say("Everything is ready.")
    return say.count(left, "One thing to look at.", "{n} things to look at.")


def _announce(visits: tuple[VisitRow, ...]) -> str:
    """ "Today, 3 visits, next Tarrowby"."""
    if not visits:
        return say("Today, no visit is due today")
    count = say.count(len(visits), "{n} visit", "{n} visits")
    following = next((row for row in visits if row.state != "done"), None)
    if following is None:
        return say("Today, {count}, all on record", count=count)
    return say("Today, {count}, next {family}", count=count, family=following.label)
