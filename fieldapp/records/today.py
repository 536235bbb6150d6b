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
from fieldapp.records.dates import (
    Policy,
    ago_words,
    counted,
    day_words,
    weekday_words,
)
from fieldapp.records.decisions import Asked, NameOf, open_questions
from fieldapp.records.family import ChildLine, child_line
from fieldapp.records.files import FamilyFile
from fieldapp.records.kin import joined
from fieldapp.records.levels import current
from fieldapp.records.seen import missed_in_a_row
from fieldapp.records.voice import Statement, to_answer, unused_sessions

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
            return "Done today"
        if self.state in ("late", "today") and self.due is not None:
            return _upper(self.due.standing.words())
        if self.state == "planned" or self.planned is None:
            return "Planned today"
        return f"Planned for {weekday_words(self.planned)}, nothing recorded"

    def seen_words(self, today: date) -> str:
        """The child longest unseen: `Efa last seen 19 days ago`."""
        born = [line for line in self.children if not line.seen.unborn]
        if not born:
            return ""
        unseen = [line for line in born if line.seen.last is None]
        if unseen:
            return f"{unseen[0].person.called} {unseen[0].seen_words}"
        oldest = min(born, key=lambda line: line.seen.last.on if line.seen.last else date.min)
        last = oldest.seen.last
        return f"{oldest.person.called} last seen {ago_words(last.on, today)}" if last else ""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Something promised to a child that is still to do."""

    family: str
    label: str
    statement: Statement

    def ask_words(self) -> str:
        """`Ivo said “I want a door that shuts.”`"""
        return f"{self.statement.child} {self.statement.kind} “{self.statement.words}”"

    def todo_words(self) -> str:
        """What is left: `Tell Ivo what has happened.` or `Find an answer, then tell Ivo.`"""
        if self.statement.follow_up == "tell":
            return f"Tell {self.statement.child} what has happened."
        if self.statement.kind == "showed":
            return "Find an answer."
        return f"Find an answer, then tell {self.statement.child}."

    def due_words(self, today: date) -> str:
        """`Due tomorrow`, `Due Tue 17 March`, `Late by 3 working days`."""
        due, standing = self.statement.feedback_due, self.statement.standing
        if due is None or standing is None:
            return ""
        if standing.state in ("late", "today"):
            return _upper(standing.words())
        return "Due tomorrow" if (due - today).days == 1 else f"Due {weekday_words(due)}"


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
        return f"{_LONG_WEEKDAYS[self.today.weekday()]} {day_words(self.today)}"

    @property
    def day_line(self) -> str:
        """`One visit done, two to go.`"""
        done = sum(line.state == "done" for line in self.visits)
        left = len(self.visits) - done
        if not self.visits:
            return "No visit is due today."
        if not done:
            return f"{_number(left)} to do.".capitalize() if left > 1 else "One visit to do."
        if not left:
            return "All visits of today are on record."
        return f"{_number(done)} done, {_small(left)} to go.".capitalize()


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
        purpose=due.what if due is not None else step.status_words if step is not None else "Visit",
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
        booked = (
            f", booked {weekday_words(due.booked)}" if due.booked is not None and due.booked >= today else ""
        )
        lines.append(
            AlsoLine(
                "due",
                f"{file.label}: {due.what} {due.standing.words()}"
                f"{'' if due.standing.state == 'late' else f' ({weekday_words(due.limit.ends)})'}{booked}.",
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
                f"{unused.child}'s session of {day_words(unused.on, today)} is used in no plan or assessment yet.",
                file.id,
                unused.record.id,
                True,
            )
        )
    return tuple(lines)


def _question_line(file: FamilyFile, asked: Asked) -> AlsoLine:
    whose = f" ({asked.child})" if asked.child else ""
    sentence = asked.sentence.replace(f"changed {asked.label}.", f"changed {asked.label}{whose}.")
    return AlsoLine("question", sentence, file.id, asked.record.id, True)


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
        CarryLine("forms", "ok", "Forms are current")
        if facts.forms_current
        else CarryLine(
            "forms", "look", "Forms may be old", "They still work. They renew with a signal.", "refresh"
        ),
        CarryLine("clock", "ok", "The clock is right")
        if facts.clock_certain
        else CarryLine("clock", "look", "Clock uncertain", "Look at the time before you write one down."),
    )


def first_fixable(lines: Iterable[CarryLine], *, online: bool) -> CarryLine | None:
    """The line the one button is for: missing before look, and only what can be done now."""
    ready = [line for line in lines if line.fix and (online or line.fix not in ("carry", "refresh"))]
    return min(ready, key=lambda line: line.state != "missing", default=None)


def _families_line(facts: CarryFacts) -> CarryLine:
    if facts.not_carried:
        title = f"{counted(len(facts.not_carried), 'family', 'families')} not on this laptop"
        return CarryLine("families", "missing", title, joined(facts.not_carried), "carry", facts.not_carried)
    count = len(facts.families_today)
    if not count:
        return CarryLine("families", "ok", "Your families are on this laptop")
    title = {1: "The family is on this laptop", 2: "Both families are on this laptop"}.get(
        count, f"All {_small(count)} families are on this laptop"
    )
    return CarryLine("families", "ok", title, "Files, plans, chronologies and forms")


def _plans_line(facts: CarryFacts, policy: Policy, today: date) -> CarryLine:
    old = [
        (label, on)
        for label, on in facts.plans_refreshed
        if on is None or (today - on).days > policy.plan_old_days
    ]
    if not old:
        return CarryLine("plans", "ok", "Plans are fresh")
    label, on = old[0]
    title = "One plan may be old" if len(old) == 1 else f"{_number(len(old), 'plan')} may be old".capitalize()
    when = f"refreshed {day_words(on, today)}" if on is not None else "never refreshed here"
    return CarryLine("plans", "look", title, f"{label}, {when}", "refresh", tuple(name for name, _ in old))


def _items_line(facts: CarryFacts) -> CarryLine:
    if facts.held:
        title = "One held item needs you" if facts.held == 1 else f"{facts.held} held items need you"
        return CarryLine("items", "look", title, "It is kept safe on this laptop", "open_held")
    if facts.undecided:
        title = (
            "One answer needs your decision"
            if facts.undecided == 1
            else f"{facts.undecided} answers need your decision"
        )
        return CarryLine("items", "look", title, "", "open_questions")
    detail = "" if not facts.unsent else f"{facts.unsent} not sent yet, they go by themselves"
    return CarryLine("items", "ok", "Nothing is held and nothing waits for you", detail)


def _room_line(facts: CarryFacts) -> CarryLine:
    if facts.room_bytes is None:
        return CarryLine("room", "look", "Room on this laptop is not known")
    detail = f"{facts.room_bytes / 1024**3:.0f} GB free"
    if facts.room_bytes < ROOM_BYTES_LOOK:
        return CarryLine("room", "look", "Little room left", "Text is still being saved")
    return CarryLine("room", "ok", "Plenty of room", detail)


def _battery_line(facts: CarryFacts) -> CarryLine:
    if facts.battery_percent is None:
        return CarryLine("battery", "look", "Battery is not known", "Look at the laptop's own sign")
    state: CarryState = "look" if facts.battery_percent < BATTERY_PERCENT_LOOK else "ok"
    return CarryLine("battery", state, f"Battery {facts.battery_percent} %")


_LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _small(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else str(number)


def _number(number: int, one: str = "visit") -> str:
    return f"{_small(number)} {one if number == 1 else one + 's'}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
