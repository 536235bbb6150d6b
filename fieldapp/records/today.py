"""Today: which visits are late, due or planned, what was promised to children, and what to check before leaving.

Promises: without a diary a visit has a day and no time; late ones come first, then due today, then planned today, then
done today; a child who is overdue is never left out or sorted behind one who is not. Promises stand by the day they
are due. Each line of "Before you leave" says ok, look or missing in words; what is not known counts as look.
Never: a visit counted as done because somebody went (it counts when the child was seen); I/O (facts are handed in).
Source: practice.md sections 1.1 and 4.1-4.4; interface.md 4.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from fieldapp.records.clocks import Due, other_dues, planned_visit, visits_due
from fieldapp.records.dates import Policy, ago_words, day_words, weekday_words
from fieldapp.records.decisions import Asked, NameOf, open_questions
from fieldapp.records.family import ChildLine, child_line
from fieldapp.records.files import FamilyFile
from fieldapp.records.levels import current
from fieldapp.records.seen import missed_in_a_row
from fieldapp.records.voice import Statement, to_answer, unused_sessions
from fieldapp.words import Words, join, small_number
from fieldapp.words import day as long_day

say = Words("Today")

VisitState: TypeAlias = Literal["late", "today", "planned_late", "planned", "done"]
"""Past its limit; at its limit; planned for a day now past; planned for today; a visit of today is on record."""

VISIT_ORDER: tuple[VisitState, ...] = ("late", "today", "planned_late", "planned", "done")

CarryState: TypeAlias = Literal["ok", "look", "missing"]

ROOM_BYTES_LOOK = 2 * 1024**3
"""Below this much free space "Before you leave" says look: room for a day of drawings and text many times over."""
BATTERY_PERCENT_LOOK = 40


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit that Today shows."""

    family: str
    """The family's id."""
    label: str
    place: str
    state: VisitState
    due: Due | None
    planned: date | None
    done: str
    """The id of today's visit, if one is on record."""
    purpose: str
    """`Child protection visit`; `Early help` and the like where no clock runs."""
    children: tuple[ChildLine, ...]
    due_children: tuple[str, ...]
    """What the children are called for whom the clock has run out or does today."""
    missed: int
    """Missed visits in a row."""
    warnings: tuple[str, ...]
    """`Tansy: Not alone at the last 2 visits, last alone 22 January.`"""

    def when_words(self, today: date) -> str:
        """`Late by 2 working days`, `Due today`, `Planned today`, `Planned for Tue 3 March, nothing recorded`."""
        if self.state == "done":
            return say("Done today")
        if self.state in ("late", "today") and self.due is not None:
            return _upper(self.due.standing.words())
        if self.state == "planned" or self.planned is None:
            return say("Planned today")
        return say("Planned for {day}, nothing recorded", day=weekday_words(self.planned))

    def seen_words(self, today: date) -> str:
        """The child longest unseen: `Efa last seen 19 days ago`."""
        born = [line for line in self.children if not line.seen.unborn]
        if not born:
            return ""
        unseen = [line for line in born if line.seen.last is None]
        if unseen:
            return say("{child} {seen}", child=unseen[0].person.called, seen=unseen[0].seen_words)
        oldest = min(born, key=lambda line: line.seen.last.on if line.seen.last else date.min)
        last = oldest.seen.last
        if last is None:
            return ""
        return say("{child} last seen {ago}", child=oldest.person.called, ago=ago_words(last.on, today))


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Something promised to a child that is still to do."""

    family: str
    label: str
    statement: Statement

    def ask_words(self) -> str:
        """`Ivo said “I want a door that shuts.”`"""
        child, words = self.statement.child, self.statement.words
        return {
            "wrote": say("{child} wrote “{words}”", child=child, words=words),
            "drew": say("{child} drew “{words}”", child=child, words=words),
            "showed": say("{child} showed “{words}”", child=child, words=words),
        }.get(self.statement.kind, say("{child} said “{words}”", child=child, words=words))

    def todo_words(self) -> str:
        """What is left: `Tell Ivo what has happened.` or `Find an answer, then tell Ivo.`"""
        if self.statement.follow_up == "tell":
            return say("Tell {child} what has happened.", child=self.statement.child)
        if self.statement.kind == "showed":
            return say("Find an answer.")
        return say("Find an answer, then tell {child}.", child=self.statement.child)

    def due_words(self, today: date) -> str:
        """`Due tomorrow`, `Due Tue 17 March`, `Late by 3 working days`."""
        due, standing = self.statement.feedback_due, self.statement.standing
        if due is None or standing is None:
            return ""
        if standing.state in ("late", "today"):
            return _upper(standing.words())
        if (due - today).days == 1:
            return say("Due tomorrow")
        return say("Due {day}", day=weekday_words(due))


@dataclass(frozen=True, slots=True)
class AlsoLine:
    """One line of "Also today"."""

    kind: Literal["question", "unused", "due"]
    sentence: str
    family: str = ""
    doc: str = ""
    look: bool = False
    due: date | None = None


_ALSO_ORDER = ("question", "unused", "due")


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything Today shows that comes from records."""

    today: date
    visits: tuple[VisitLine, ...]
    promises: tuple[PromiseLine, ...]
    also: tuple[AlsoLine, ...]

    @property
    def title(self) -> str:
        return long_day(self.today)

    @property
    def day_line(self) -> str:
        """`One visit done, two to go.`"""
        done = sum(line.state == "done" for line in self.visits)
        left = len(self.visits) - done
        if not self.visits:
            return say("No visit is due today.")
        if not done:
            return _upper(
                say.count(left, "One visit to do.", "{number} visits to do.", number=small_number(left))
            )
        if not left:
            return say("All visits of today are on record.")
        return _upper(
            say.count(
                done,
                "One visit done, {left} to go.",
                "{number} visits done, {left} to go.",
                number=small_number(done),
                left=small_number(left),
            )
        )


def today_page(
    files: Sequence[FamilyFile], policy: Policy, today: date, *, me: str = "", name_of: NameOf = lambda _: ""
) -> TodayPage:
    """Today for the families this worker holds."""
    visits = [line for file in files if (line := visit_line(file, policy, today)) is not None]
    promises = [
        PromiseLine(file.id, file.label, statement)
        for file in files
        for statement in to_answer(file, policy, today)
    ]
    return TodayPage(
        today=today,
        visits=tuple(sorted(visits, key=_visit_order)),
        promises=tuple(
            sorted(
                promises, key=lambda line: (line.statement.feedback_due or date.max, line.statement.record.id)
            )
        ),
        also=tuple(
            sorted(
                (line for file in files for line in also_lines(file, policy, today, me, name_of)),
                key=lambda line: (_ALSO_ORDER.index(line.kind), line.due or date.max),
            )
        ),
    )


def visit_line(file: FamilyFile, policy: Policy, today: date) -> VisitLine | None:
    """The visit of one family that Today must show; None if nothing is due, planned or done today."""
    step = current(file, today)
    dues = visits_due(file, policy, today)
    due = dues[0] if dues else None
    planned = planned_visit(file, today)
    done = next((visit.record.id for visit in file.visits if visit.on == today), "")
    state = _state(due, planned, bool(done), today)
    if state is None:
        return None
    children = tuple(child_line(file, child, policy, today) for child in file.children)
    return VisitLine(
        family=file.id,
        label=file.label,
        place=file.place,
        state=state,
        due=due,
        planned=planned,
        done=done,
        purpose=due.what if due is not None else step.status_words if step is not None else say("Visit"),
        children=children,
        due_children=tuple(file.called(one.child) for one in dues if one.standing.state in ("late", "today")),
        missed=missed_in_a_row(file, today),
        warnings=tuple(f"{line.person.called}: {warning}" for line in children for warning in line.warnings),
    )


def also_lines(
    file: FamilyFile, policy: Policy, today: date, me: str, name_of: NameOf
) -> tuple[AlsoLine, ...]:
    """What else somebody must know today about one family: choices waiting, limits near, words unused."""
    lines = [_question_line(file, asked) for asked in open_questions(file, me, name_of)]
    for due in other_dues(file, policy, today):
        if due.standing.state == "due" and due.standing.working_days > policy.days.between(
            today, policy.days.add(today, 10)
        ):
            continue
        told = f"{due.what} {due.standing.words()}"
        if due.standing.state != "late":
            told += f" ({weekday_words(due.limit.ends)})"
        if due.booked is not None and due.booked >= today:
            told = say("{what}, booked {day}", what=told, day=weekday_words(due.booked))
        lines.append(
            AlsoLine(
                "due",
                f"{file.label}: {told}.",
                file.id,
                due.record.id if due.record is not None else "",
                due.standing.state in ("late", "today", "soon"),
                due.limit.ends,
            )
        )
    for unused in unused_sessions(file, policy, today):
        lines.append(
            AlsoLine(
                "unused",
                say(
                    "{child}'s session of {day} is used in no plan or assessment yet.",
                    child=unused.child,
                    day=day_words(unused.on, today),
                ),
                file.id,
                unused.record.id,
                True,
            )
        )
    return tuple(lines)


def _question_line(file: FamilyFile, asked: Asked) -> AlsoLine:
    return AlsoLine("question", asked.sentence_with_child, file.id, asked.record.id, True)


def _state(due: Due | None, planned: date | None, done: bool, today: date) -> VisitState | None:
    if due is not None and due.standing.state == "late":
        return "late"
    if due is not None and due.standing.state == "today":
        return "today"
    if done:
        return "done"
    if planned is not None and planned < today:
        return "planned_late"
    return "planned" if planned == today else None


def _visit_order(line: VisitLine) -> tuple[int, date, str, str]:
    on = line.due.limit.ends if line.state in ("late", "today") and line.due else line.planned or date.max
    return VISIT_ORDER.index(line.state), on, line.label, line.family


@dataclass(frozen=True, slots=True)
class CarryFacts:
    """What the laptop knows of itself before a day without signal. None: not known."""

    families_today: tuple[str, ...] = ()
    """Labels of the families whose visits are today's."""
    not_carried: tuple[str, ...] = ()
    plans_refreshed: tuple[tuple[str, date | None], ...] = ()
    """For each family of today the day its records last came from the service."""
    held: int = 0
    undecided: int = 0
    room_bytes: int | None = None
    battery_percent: int | None = None
    forms_current: bool | None = None
    clock_certain: bool = True
    online: bool = False
    unsent: int = 0


@dataclass(frozen=True, slots=True)
class CarryLine:
    """One line of "Before you leave"."""

    what: Literal["families", "plans", "items", "room", "battery", "forms", "clock"]
    state: CarryState
    title: str
    detail: str = ""
    fix: Literal["", "carry", "refresh", "open_held", "open_questions"] = ""
    """What the one button does about it; empty if nothing can be done from here."""
    about: tuple[str, ...] = field(default=())
    """Labels of the families it is about."""


def before_you_leave(facts: CarryFacts, policy: Policy, today: date) -> tuple[CarryLine, ...]:
    """Each thing to check before the signal goes, in the order of the page."""
    return (
        _families_line(facts),
        _plans_line(facts, policy, today),
        _items_line(facts),
        _room_line(facts),
        _battery_line(facts),
        CarryLine("forms", "ok", say("Forms are current"))
        if facts.forms_current
        else CarryLine(
            "forms",
            "look",
            say("Forms may be old"),
            say("They still work. They renew with a signal."),
            "refresh",
        ),
        CarryLine("clock", "ok", say("The clock is right"))
        if facts.clock_certain
        else CarryLine(
            "clock", "look", say("Clock uncertain"), say("Look at the time before you write one down.")
        ),
    )


def first_fixable(lines: Iterable[CarryLine], *, online: bool) -> CarryLine | None:
    """The line the one button is for: missing before look, and only what can be done now."""
    ready = [line for line in lines if line.fix and (online or line.fix not in ("carry", "refresh"))]
    return min(ready, key=lambda line: line.state != "missing", default=None)


def _families_line(facts: CarryFacts) -> CarryLine:
    if facts.not_carried:
        title = say.count(
            len(facts.not_carried), "{n} family not on this laptop", "{n} families not on this laptop"
        )
        return CarryLine("families", "missing", title, join(facts.not_carried), "carry", facts.not_carried)
    count = len(facts.families_today)
    if not count:
        return CarryLine("families", "ok", say("Your families are on this laptop"))
    title = (
        say("Both families are on this laptop")
        if count == 2
        else say.count(
            count,
            "The family is on this laptop",
            "All {number} families are on this laptop",
            number=small_number(count),
        )
    )
    return CarryLine("families", "ok", title, say("Files, plans, chronologies and forms"))


def _plans_line(facts: CarryFacts, policy: Policy, today: date) -> CarryLine:
    old = [
        (label, on)
        for label, on in facts.plans_refreshed
        if on is None or (today - on).days > policy.plan_old_days
    ]
    if not old:
        return CarryLine("plans", "ok", say("Plans are fresh"))
    label, on = old[0]
    title = _upper(
        say.count(len(old), "One plan may be old", "{number} plans may be old", number=small_number(len(old)))
    )
    when = say("refreshed {day}", day=day_words(on, today)) if on is not None else say("never refreshed here")
    return CarryLine("plans", "look", title, f"{label}, {when}", "refresh", tuple(name for name, _ in old))


def _items_line(facts: CarryFacts) -> CarryLine:
    if facts.held:
        title = say.count(facts.held, "One held item needs you", "{n} held items need you")
        return CarryLine("items", "look", title, say("It is kept safe on this laptop"), "open_held")
    if facts.undecided:
        title = say.count(facts.undecided, "One answer needs your decision", "{n} answers need your decision")
        return CarryLine("items", "look", title, "", "open_questions")
    detail = (
        say.count(
            facts.unsent,
            "{n} not sent yet, they go by themselves",
            "{n} not sent yet, they go by themselves",
        )
        if facts.unsent
        else ""
    )
    return CarryLine("items", "ok", say("Nothing is held and nothing waits for you"), detail)


def _room_line(facts: CarryFacts) -> CarryLine:
    if facts.room_bytes is None:
        return CarryLine("room", "look", say("Room on this laptop is not known"))
    detail = say("{n} GB free", n=f"{facts.room_bytes / 1024**3:.0f}")
    if facts.room_bytes < ROOM_BYTES_LOOK:
        return CarryLine("room", "look", say("Little room left"), say("Text is still being saved"))
    return CarryLine("room", "ok", say("Plenty of room"), detail)


def _battery_line(facts: CarryFacts) -> CarryLine:
    if facts.battery_percent is None:
        return CarryLine("battery", "look", say("Battery is not known"), say("Look at the laptop's own sign"))
    state: CarryState = "look" if facts.battery_percent < BATTERY_PERCENT_LOOK else "ok"
    return CarryLine("battery", state, say("Battery {n} %", n=facts.battery_percent))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
