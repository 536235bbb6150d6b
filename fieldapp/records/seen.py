"""When each child was last seen, alone, at home, and where they sleep. Recomputed from visits, never typed.

Promises: a child was seen only when a worker met them in person (a visit that says so, or direct work); "with a
brother or sister" is not alone; a sleeping place counts when it was looked at. A baby or a child who does not talk
yet is "watched in play", shown as such, because "alone" says nothing there. A worker's own unsent visits count at
once and are marked.
Never: meetings, conferences, telephone, video or attendance at school as a sighting; a guess from what is missing.
Source: practice.md section 4.2; inspection report paragraphs 17, 33 and 46.
Not yet: that the worker of a protection visit is a qualified social worker (needs the workers' records).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.records.dates import ago_words, day_words
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, Person, Visit
from fieldapp.words import Words

say = Words("Seen")

NOT_ALONE_WARNING_COUNT = 2
"""From this many visits in a row without seeing a child alone, that is a warning of its own."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One day on which a worker met a child in person."""

    on: date
    record: Record
    """The child's own part of the visit, or the session."""
    visit: Visit | None
    alone: bool
    bed: bool
    home: bool
    with_whom: str
    """Why not alone, as the worker chose it; empty when alone or not said."""

    @property
    def unsent(self) -> bool:
        return self.record.document.unsent


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of when one child was seen."""

    person: str
    talks: bool
    """False for a baby or a child not yet talking: then `watched` stands in place of `alone`."""
    last: Sighting | None
    alone: Sighting | None
    home: Sighting | None
    bed: Sighting | None
    visits_without_bed: int
    """Visits at which the child was seen since the sleeping place was last seen."""
    visits_not_alone: int
    """Latest visits in a row at which the child was seen, but not alone."""
    unborn: bool = False
    for_assessment: date | None = None
    """The day an assessment began for which a worker spent time with the child. No visit, so no clock counts it."""

    @property
    def watched(self) -> Sighting | None:
        """For a child who does not talk yet: the last time they were held, handled or watched in play."""
        return None if self.talks else self.last

    @property
    def not_alone_warning(self) -> bool:
        return self.talks and self.visits_not_alone >= NOT_ALONE_WARNING_COUNT

    def bed_warning(self, every_visits: int) -> bool:
        """Whether the sleeping place was left out for as many visits as the authority allows, or longer."""
        return self.last is not None and not self.unborn and self.visits_without_bed >= every_visits

    def words(self, today: date) -> str:
        """`7 days ago, alone`; `19 days ago, not alone`; `14 days ago, watched in play`; `never`."""
        if self.unborn:
            return say("not born yet")
        if self.last is None:
            if self.for_assessment is not None:
                return say("met for the assessment of {day}", day=day_words(self.for_assessment, today))
            return say("never seen by us")
        how = (
            say("watched in play")
            if not self.talks
            else say("alone")
            if self.last.alone
            else say("not alone")
        )
        return f"{ago_words(self.last.on, today)}, {how}"

    def warnings(self, today: date, every_visits: int) -> tuple[str, ...]:
        """What a worker should know before the door opens, in sentences."""
        found = []
        if self.not_alone_warning:
            found.append(
                say.count(
                    self.visits_not_alone,
                    "Not alone at the last {n} visit, last alone {day}.",
                    "Not alone at the last {n} visits, last alone {day}.",
                    day=day_words(self.alone.on, today),
                )
                if self.alone
                else say.count(
                    self.visits_not_alone,
                    "Not alone at the last {n} visit.",
                    "Not alone at the last {n} visits.",
                )
            )
        if self.bed_warning(every_visits):
            found.append(
                say.count(
                    self.visits_without_bed,
                    "Sleeping place last seen {day}, {n} visit without.",
                    "Sleeping place last seen {day}, {n} visits without.",
                    day=day_words(self.bed.on, today),
                )
                if self.bed
                else say.count(
                    self.visits_without_bed,
                    "Sleeping place never seen, {n} visit without.",
                    "Sleeping place never seen, {n} visits without.",
                )
            )
        return tuple(found)


def sightings(file: FamilyFile, person: str) -> tuple[Sighting, ...]:
    """Every day a worker met this child in person, oldest first."""
    found = [
        Sighting(
            on=visit.on,
            record=part,
            visit=visit,
            alone=part.text("alone") == "yes",
            bed=part.text("bed_seen") == "yes",
            home=visit.access == "in",
            with_whom=part.label("alone_why"),
        )
        for visit in file.visits
        if (part := visit.part_for(person)) is not None and part.text("seen") == "yes"
    ]
    for session in file.of("direct_work"):
        on = session.date("date")
        if on is not None and session.text("person") == person:
            heard = session.chosen("earshot")
            alone = heard == ("none",)
            found.append(
                Sighting(
                    on=on,
                    record=session,
                    visit=None,
                    alone=alone,
                    bed=False,
                    home=False,
                    with_whom="" if alone else session.label("earshot"),
                )
            )
    return tuple(sorted(found, key=lambda one: (one.on, one.visit is None, one.record.id)))


def last_seen(file: FamilyFile, child: Person, today: date) -> Seen:
    """When one child was last seen, in each of the ways that count."""
    found = [one for one in sightings(file, child.id) if one.on <= today]
    at_visits = [one for one in found if one.visit is not None]
    return Seen(
        person=child.id,
        talks=_talks(child, at_visits, today),
        last=found[-1] if found else None,
        alone=next((one for one in reversed(found) if one.alone), None),
        home=next((one for one in reversed(found) if one.home), None),
        bed=next((one for one in reversed(found) if one.bed), None),
        visits_without_bed=_visits_since(found, lambda one: one.bed),
        visits_not_alone=_visits_since(found, lambda one: one.alone),
        unborn=child.stage(today) == "unborn",
        for_assessment=_met_for_assessment(file, child.id, today),
    )


def all_seen(file: FamilyFile, today: date) -> tuple[Seen, ...]:
    """The same for every child of the family, oldest child first."""
    return tuple(last_seen(file, child, today) for child in file.children)


def missed_in_a_row(file: FamilyFile, today: date) -> int:
    """Latest visits in a row at which nobody opened, or only the door."""
    missed = 0
    for visit in reversed([visit for visit in file.visits if visit.on <= today]):
        if visit.access not in ("none", "door"):
            break
        missed += 1
    return missed


def _visits_since(found: Sequence[Sighting], mark: Callable[[Sighting], bool]) -> int:
    """How many visits came after the latest sighting that has the mark."""
    visits = 0
    for one in reversed(found):
        if mark(one):
            break
        visits += one.visit is not None
    return visits


def _met_for_assessment(file: FamilyFile, person: str, today: date) -> date | None:
    """The latest assessment begun for which the child was met."""
    begun = [
        started
        for part in file.of("assessment_child")
        if part.text("person") == person
        and part.text("seen") == "yes"
        and (root := file.find(part.of)) is not None
        and (started := root.date("started")) is not None
        and started <= today
    ]
    return max(begun, default=None)


def _talks(child: Person, at_visits: list[Sighting], today: date) -> bool:
    """Whether "alone" means anything: not for a baby, nor where the worker noted "not yet talking" last time."""
    if child.stage(today) in ("baby", "unborn"):
        return False
    if not at_visits:
        return True
    return at_visits[-1].record.text("alone_why") != "baby"
