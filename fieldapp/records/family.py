"""The family page: who is in the family, how they are related, when each child was last seen, where things stand.

Promises: everything on the page comes from records, recomputed each time; each child has a line of their own; a
caution field with an open question shows the more cautious value and says that it is undecided; the genogram is a
derived picture with positions, so a screen, a page and a list of sentences can hold the same facts.
Never: an address in plain sight (the page holds it apart, for whoever holds the key down); drawing.
Source: practice.md sections 2 (¶16, a whole view), 3 and 4.2; interface.md 4.5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from fieldapp.records.clocks import VISIT_CLOCKS, Due, other_dues, visit_due
from fieldapp.records.dates import Policy
from fieldapp.records.decisions import Decision, last_decision
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, Person
from fieldapp.records.genogram import Genogram, draw
from fieldapp.records.kin import Kin, kin
from fieldapp.records.levels import Step, current, earlier
from fieldapp.records.plans import PlanPage, current_plan
from fieldapp.records.seen import Seen, last_seen
from fieldapp.records.voice import Statement, Unused, statements, unused_sessions
from fieldapp.words import Words

say = Words("Family")

WORDS_SHOWN = 3
"""Statements on the page itself; the rest behind "All"."""


@dataclass(frozen=True, slots=True)
class ChildLine:
    """One child in "Children last seen"."""

    person: Person
    age: str
    stage: str
    seen: Seen
    seen_words: str
    """`14 days ago, alone`."""
    due: Due | None
    """The visit clock of this child; None where none runs."""
    look: bool
    """Amber: most of the visit interval has passed, or it is over."""
    warnings: tuple[str, ...]
    risk: str
    """The standing risk level as it must be shown now; empty if none is set."""
    risk_undecided: bool
    record: Record | None
    """The `child` document."""

    @property
    def risk_words(self) -> str:
        """`High, undecided`."""
        if not self.risk:
            return ""
        return f"{self.risk}, undecided" if self.risk_undecided else self.risk


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in the list that holds the same facts as the genogram."""

    person: Person
    age: str
    role: str
    """`mum`, `dad of Wilf`, `aunt's friend`: as seen from the children."""
    at_home: bool
    member: bool
    """Listed among the family's members."""
    spoken: str
    """`Ivo, 9, child of Bryony and Dean, lives with Bryony, Tansy and Wilf`."""


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Everything the family page shows at first sight."""

    file: FamilyFile
    label: str
    place: str
    chip: str
    """`Child protection plan since 24 October 2025`; empty if no help is open."""
    level: str
    step: Step | None
    earlier_steps: tuple[Step, ...]
    children: tuple[ChildLine, ...]
    people: tuple[PersonLine, ...]
    genogram: Genogram
    interval_words: str
    """`Visits due every 10 working days`; empty where no clock runs."""
    dues: tuple[Due, ...]
    words: tuple[Statement, ...]
    """The latest statements."""
    words_count: int
    unanswered: tuple[Statement, ...]
    unused: tuple[Unused, ...]
    plan: PlanPage | None
    decision: Decision | None
    why_involved: str
    hazards: str
    """What endangers a worker; empty also where it was asked and nothing is known."""
    must_not_be_told: str
    address: str
    """Where the family lives; masked on screen until held."""
    open_questions: int
    unsent: int
    held: int = field(default=0)


def family_page(file: FamilyFile, policy: Policy, today: date) -> FamilyPage:
    """The page of one family on a day."""
    step = current(file, today)
    ties = kin(file)
    said = statements(file, policy, today)
    family = file.family
    return FamilyPage(
        file=file,
        label=file.label,
        place=file.place,
        chip=step.chip(today) if step is not None else "",
        level=step.level if step is not None else "",
        step=step,
        earlier_steps=earlier(file, today),
        children=tuple(child_line(file, child, policy, today) for child in file.children),
        people=_people(file, ties, today),
        genogram=draw(file, ties, today),
        interval_words=_interval_words(step, policy),
        dues=other_dues(file, policy, today),
        words=said[:WORDS_SHOWN],
        words_count=len(said),
        unanswered=tuple(one for one in said if one.unanswered),
        unused=unused_sessions(file, policy, today),
        plan=current_plan(file, today),
        decision=last_decision(file),
        why_involved=family.text("why_involved") if family is not None else "",
        hazards=family.label("hazards")
        if family is not None and family.chosen("hazards") != ("none",)
        else "",
        must_not_be_told=family.text("must_not_be_told") if family is not None else "",
        address=_address(file, ties),
        open_questions=sum(len({one.key for one in record.document.open}) for record in file.records),
        unsent=sum(record.document.unsent for record in file.records),
        held=sum(record.document.held is not None for record in file.records),
    )


def child_line(file: FamilyFile, child: Person, policy: Policy, today: date) -> ChildLine:
    """One child's line: age, last seen and how, what is due, what to look out for."""
    seen = last_seen(file, child, today)
    due = visit_due(file, child, policy, today)
    record = file.child_record(child.id)
    return ChildLine(
        person=child,
        age=child.age_words(today),
        stage=child.stage(today),
        seen=seen,
        seen_words=seen.words(today),
        due=due,
        look=due is not None and _mostly_passed(due, policy, today),
        warnings=seen.warnings(today, policy.sleeping_place_every_visits),
        risk=record.label("risk_level") if record is not None else "",
        risk_undecided=bool(record is not None and record.asked("risk_level")),
        record=record,
    )


def _mostly_passed(due: Due, policy: Policy, today: date) -> bool:
    """Whether the authority's share of the visit interval (80 %) is behind us."""
    whole = policy.days.between(due.limit.start, due.limit.ends)
    passed = policy.days.between(due.limit.start, today)
    return passed * 100 >= whole * policy.look_percent


def _interval_words(step: Step | None, policy: Policy) -> str:
    clock = VISIT_CLOCKS.get(step.status) if step is not None else None
    return say("Visits due every {span}", span=policy.spans[clock].words()) if clock else ""


def _people(file: FamilyFile, ties: Kin, today: date) -> tuple[PersonLine, ...]:
    """Children first, oldest first, then the adults at home, then the others."""
    listed = {file.family.text("who", row) for row in file.family.rows("members")} if file.family else set()
    lines = [
        PersonLine(
            person=person,
            age=person.age_words(today),
            role=ties.role_of(person.id),
            at_home=person.id in ties.household,
            member=person.id in listed,
            spoken=ties.spoken(person.id, today),
        )
        for person in file.people.values()
    ]
    places = {child.id: index for index, child in enumerate(file.children)}
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                places.get(line.person.id, len(places)),
                not line.at_home,
                line.person.born or date.max,
                line.person.id,
            ),
        )
    )


def _address(file: FamilyFile, ties: Kin) -> str:
    """The latest address of anybody in the household; the children's own first."""
    order: Iterable[str] = [child.id for child in file.children] + sorted(ties.household)
    for person in order:
        found = file.people.get(person)
        if found is None:
            continue
        rows = [
            row for row in found.record.rows("address_history") if not found.record.text("address_to", row)
        ]
        if rows:
            return found.record.text("address", rows[-1])
    return ""
