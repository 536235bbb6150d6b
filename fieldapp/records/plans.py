"""The plan on one page, and whether it can be understood and measured. Advice only: nothing here refuses a save.

Promises: the newest agreed plan is the current one, older ones stay readable; its first three objectives come first;
each objective shows how it is now, in words and in four blocks, from the latest progress noted in the plan or at a
visit. Six tests per objective (specific, measurable, baseline, owned, timed, rooted) and four for the whole plan,
each with the reason in words.
Never: a score of a family; a test that blocks; progress worked out from anything but what a worker noted.
Source: practice.md sections 3 and 4.6; inspection report paragraphs 3, 16, 35 and 38 (plans not measurable, not
understood, too many actions).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, record_day
from fieldapp.words import Words

say = Words("Plan")

Test: TypeAlias = Literal["specific", "measurable", "baseline", "owned", "timed", "rooted"]
TESTS: tuple[Test, ...] = ("specific", "measurable", "baseline", "owned", "timed", "rooted")

OBJECTIVES_MAX = 4
ACTIONS_MAX = 10
ACTIONS_A_WEEK_MAX = 3
"""Actions due from one parent or carer within one week."""

VAGUE = (
    "engage",
    "work with",
    "cooperate",
    "co-operate",
    "improve",
    "appropriate",
    "support",
    "ensure",
    "monitor",
    "address",
    "prioritise",
    "be safe",
    "reduce risk",
    "positive",
    "as needed",
    "ongoing",
    "where possible",
)
_ENDINGS = r"(?:s|d|ed|ing|ment|ly)?"
_VAGUE = re.compile(
    r"\b(?:"
    + "|".join(re.escape(word.rstrip("e")) + "e?" * word.endswith("e") for word in VAGUE)
    + rf"){_ENDINGS}\b",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"\bthat is\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|daily|weekly|monthly|nightly|never|"
    r"every|each|none|no)\b",
    re.IGNORECASE,
)
_WITNESS = re.compile(
    r"\b(?:register|log|ladder|diary|chart|record|records|book|school|nursery|teacher|nurse|visitor|midwife|club|"
    r"worker|advisor|doctor|dentist|police|mum|dad|mother|father|grandmother|aunt)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r",|/|&|\band\b", re.IGNORECASE)
_NOBODY = frozenset("all everyone professionals family parents team agencies tbc".split())

BLOCKS = {"worse": 1, "same": 2, "better": 3, "met": 4}
"""How an objective moved, in blocks of four."""


@dataclass(frozen=True, slots=True)
class Check:
    """One test of an objective, with the reason when it is not passed."""

    test: Test
    passed: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A step in a plan."""

    row: str
    what: str
    who: str
    by: date | None
    know: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """What was noted about an objective on one day."""

    on: date | None
    moved: str
    value: str
    evidence: str
    record: Record


@dataclass(frozen=True, slots=True)
class Objective:
    """One thing that needs to change."""

    row: str
    number: int
    """Its place in the plan, from 1: "goal 2"."""
    child: str
    change: str
    now: str
    measure: str
    by: date | None
    voice: str
    first: bool
    """One of the first three."""
    actions: tuple[Action, ...]
    progress: tuple[Progress, ...]
    """Oldest first, from the plan and from visits."""
    checks: tuple[Check, ...]

    @property
    def progress_words(self) -> str:
        return {
            "worse": say("Getting worse"),
            "same": say("No change"),
            "better": say("Getting better"),
            "met": say("Met"),
        }.get(self.progress[-1].moved if self.progress else "", say("Not looked at yet"))

    @property
    def blocks(self) -> int:
        """How many of four blocks are filled."""
        return BLOCKS.get(self.progress[-1].moved if self.progress else "", 0)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan on one page."""

    record: Record
    type_words: str
    version: str
    agreed_on: date | None
    aim: str
    objectives: tuple[Objective, ...]
    """As in the plan."""
    contingency: str
    adjustments: str
    next_review: date | None
    notes: tuple[str, ...]
    """What is advised about the plan as a whole, in sentences."""

    @property
    def first(self) -> tuple[Objective, ...]:
        """The objectives to show first: those marked, else the first three."""
        marked = tuple(objective for objective in self.objectives if objective.first)
        return marked or self.objectives[:3]

    @property
    def others(self) -> tuple[Objective, ...]:
        shown = {objective.row for objective in self.first}
        return tuple(objective for objective in self.objectives if objective.row not in shown)

    @property
    def action_count(self) -> int:
        return sum(len(objective.actions) for objective in self.objectives)

    @property
    def passed(self) -> tuple[Test, ...]:
        """The tests that every objective passes: "6 of 6"."""
        return tuple(
            test
            for test in TESTS
            if self.objectives
            and all(
                check.passed
                for objective in self.objectives
                for check in objective.checks
                if check.test == test
            )
        )

    def actions_by_person(self) -> tuple[tuple[str, tuple[Action, ...]], ...]:
        """Who does what, each person's actions by date."""
        people: dict[str, list[Action]] = {}
        for objective in self.objectives:
            for action in objective.actions:
                people.setdefault(action.who, []).append(action)
        return tuple(
            (who, tuple(sorted(actions, key=lambda action: (action.by or date.max, action.row))))
            for who, actions in sorted(people.items())
        )


def plans(file: FamilyFile, today: date) -> tuple[PlanPage, ...]:
    """All plans of a family, the current one first."""
    found = [_page(file, record, today) for record in file.of("plan")]
    agreed = sorted(
        found, key=lambda page: (page.agreed_on or date.min, page.record.document.created_at, page.record.id)
    )
    return tuple(reversed(agreed))


def current_plan(file: FamilyFile, today: date) -> PlanPage | None:
    """The newest plan agreed by today; None if there is none."""
    return next((page for page in plans(file, today) if (page.agreed_on or date.min) <= today), None)


def goal_of(file: FamilyFile, statement: Record, today: date) -> int | None:
    """The number of the current plan's goal that a child's statement is linked to, from either side."""
    records = [record for record in file.of("plan") if (_agreed(record) or date.min) <= today]
    if not records:
        return None
    plan = max(
        records, key=lambda record: (_agreed(record) or date.min, record.document.created_at, record.id)
    )
    words = _plain(statement.text("words"))
    wanted = statement.text("objective")
    for number, row in enumerate(plan.rows("objectives"), start=1):
        named = (row, row[row.rindex("[") + 1 : -1], plan.text("change", row))
        voice = plan.text("voice", row)
        if (wanted and wanted in named) or (
            voice and (voice == statement.id or (words and words in _plain(voice)))
        ):
            return number
    return None


def check_objective(
    *,
    change: str,
    now: str,
    measure: str,
    by: date | None,
    owners: Sequence[str],
    voice: str,
    names: Iterable[str],
    talks: bool = True,
    next_review: date | None = None,
) -> tuple[Check, ...]:
    """The six tests of one objective. `names` are the people it may name; `owners` who answers for each action."""
    known = [name for name in names if name]
    vague = vague_words(change)
    named = any(re.search(rf"\b{re.escape(name)}\b", change) for name in known)
    sized = _COUNTED.search(measure) is not None
    witnessed = _WITNESS.search(measure) is not None or any(
        re.search(rf"\b{re.escape(name)}\b", measure) for name in known
    )
    several = [who for who in owners if not _one_name(who)]
    checks: list[tuple[Test, str]] = [
        (
            "specific",
            say("“{word}” can mean many things: say what will be seen.", word=vague[0])
            if vague
            else ""
            if named
            else say("Name the child or the person."),
        ),
        (
            "measurable",
            ""
            if sized and witnessed
            else say("No number, date or how often here.")
            if not sized
            else say("Who will see it, or where is it written?"),
        ),
        (
            "baseline",
            say("How is it now? A number, a date or a plain fact.")
            if not now.strip()
            else say("“{word}” is no plain fact.", word=vague_words(now)[0])
            if vague_words(now)
            else "",
        ),
        (
            "owned",
            say("No action has a name yet.")
            if not owners
            else say("One name for each action, so that one person answers for it.")
            if several
            else "",
        ),
        (
            "timed",
            say("By when?")
            if by is None
            else say("That is after the next review.")
            if next_review is not None and by > next_review
            else "",
        ),
        (
            "rooted",
            "" if voice.strip() or not talks else say("Which of the child's own words is this about?"),
        ),
    ]
    return tuple(Check(test, not why, why) for test, why in checks)


def vague_words(text: str) -> tuple[str, ...]:
    """The words that can mean many things, unless "that is" follows in the same sentence."""
    found = []
    for sentence in re.split(r"(?<=[.!?])\s", text):
        for place in _VAGUE.finditer(sentence):
            if not _THAT_IS.search(sentence, place.end()):
                found.append(place.group().lower())
    return tuple(found)


def _page(file: FamilyFile, record: Record, today: date) -> PlanPage:
    next_review = record.date("next_review")
    names = [name for person in file.people.values() for name in (person.called, person.name)]
    objectives = tuple(
        _objective(file, record, row, number, names, next_review, today)
        for number, row in enumerate(record.rows("objectives"), start=1)
    )
    return PlanPage(
        record=record,
        type_words=record.label("type"),
        version=record.text("version"),
        agreed_on=_agreed(record),
        aim=record.text("aim"),
        objectives=objectives,
        contingency=record.text("contingency"),
        adjustments=record.text("adjustments"),
        next_review=next_review,
        notes=_notes(objectives, record.text("contingency"), _carers(file)),
    )


def _objective(
    file: FamilyFile,
    record: Record,
    row: str,
    number: int,
    names: Sequence[str],
    next_review: date | None,
    today: date,
) -> Objective:
    actions = tuple(_action(record, action) for action in record.rows("actions", row))
    by = record.date("by", row)
    child = record.text("for", row)
    person = next(
        (person for person in file.children if child in (person.id, person.called, person.name)), None
    )
    return Objective(
        row=row,
        number=number,
        child=person.called if person is not None else child,
        change=record.text("change", row),
        now=record.text("now", row),
        measure=record.text("measure", row),
        by=by,
        voice=record.text("voice", row),
        first=bool(record.text("first_three", row)),
        actions=actions,
        progress=_progress(file, record, row),
        checks=check_objective(
            change=record.text("change", row),
            now=record.text("now", row),
            measure=record.text("measure", row),
            by=by,
            owners=[action.who for action in actions],
            voice=record.text("voice", row),
            names=[*names, child],
            talks=person is None or person.stage(today) not in ("unborn", "baby", "pre"),
            next_review=next_review,
        ),
    )


def _action(record: Record, row: str) -> Action:
    return Action(
        row=row,
        what=record.text("what", row),
        who=record.text("who", row),
        by=record.date("by", row),
        know=record.text("know", row),
        done_on=record.date("done_on", row),
    )


def _progress(file: FamilyFile, record: Record, row: str) -> tuple[Progress, ...]:
    """Progress noted in the plan itself and at visits that looked at this objective, oldest first."""
    objective = row[row.rindex("[") + 1 : -1]
    noted = [
        Progress(
            record.date("date", line),
            record.text("moved", line),
            record.text("value", line),
            record.text("evidence", line),
            record,
        )
        for line in record.rows("progress", row)
    ]
    noted += [
        Progress(
            visit.on, visit.record.text("moved", line), "", visit.record.text("evidence", line), visit.record
        )
        for visit in file.visits
        for line in visit.record.rows("objectives_seen")
        if visit.record.text("objective", line) == objective
        and visit.record.text("moved", line) != "notlooked"
    ]
    return tuple(sorted(noted, key=lambda one: (one.on or date.min, one.record.id)))


def _notes(objectives: Sequence[Objective], contingency: str, carers: Sequence[str]) -> tuple[str, ...]:
    notes = []
    actions = [action for objective in objectives for action in objective.actions]
    if len(objectives) > OBJECTIVES_MAX:
        notes.append(
            say.count(
                len(objectives),
                "{n} goal. More than four are hard to hold. Which come first?",
                "{n} goals. More than four are hard to hold. Which come first?",
            )
        )
    if len(actions) > ACTIONS_MAX:
        notes.append(too_many_actions(len(actions)))
    weeks = Counter(
        (action.who, action.by.isocalendar()[:2])
        for action in actions
        if action.by is not None and action.who in carers
    )
    for who in sorted({who for (who, _), count in weeks.items() if count > ACTIONS_A_WEEK_MAX}):
        notes.append(say("{who} has more than three actions due in one week.", who=who))
    if not contingency.strip():
        notes.append(say("What happens if things get worse is not written yet."))
    return tuple(notes)


def too_many_actions(count: int) -> str:
    """What is advised when nobody can keep so many steps in mind."""
    return say.count(count, "{n} action. Which matter most?", "{n} actions. Which matter most?")


def _carers(file: FamilyFile) -> tuple[str, ...]:
    """The adults of the family by every name a plan may give them."""
    return tuple(
        name
        for person in file.people.values()
        if not person.is_child
        for name in (person.called, person.name)
    )


def _one_name(who: str) -> bool:
    return bool(who.strip()) and not _SEVERAL.search(who) and who.strip().lower() not in _NOBODY


def _agreed(record: Record) -> date | None:
    return record.date("agreed_on") or record_day(record)


def _plain(text: str) -> str:
    return re.sub(r"[^\w ]", "", text).lower().strip()
