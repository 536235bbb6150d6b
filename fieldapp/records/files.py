"""A family's file: its documents read once, its people and children found, in the order that screens show them.

Promises: one value per family from which every rule of practice starts. Each child stands alone (practice.md rule 2):
a child is a person with a `child` document of their own; parts of visits, sessions and assessments are found for a
child through the person they name, never through a name typed in a note.
Never: what is due, seen or said (seen, today, voice); anything about a family this laptop does not carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from fieldapp.records.document import Document
from fieldapp.records.fields import Reader, Record
from fieldapp.words import Words, day_and_month

say = Words("Dates")

BABY_MONTHS_MAX = 24
"""Below this an age is told in months."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in or around a family."""

    id: str
    name: str
    called: str
    """What screens say: the name they go by, else their first name."""
    gender: str
    born: date | None
    due: date | None
    died: date | None
    record: Record
    is_child: bool = False

    def age(self, today: date) -> int | None:
        """Whole years on the day; None if the date of birth is not known or lies ahead."""
        if self.born is None or self.born > today:
            return None
        passed = (today.month, today.day) >= (self.born.month, self.born.day)
        return today.year - self.born.year - (not passed)

    def age_words(self, today: date) -> str:
        """`9`, `14 months`, `due 28 April`, or empty."""
        if self.born is None:
            return say("due {day}", day=day_and_month(self.due)) if self.due else ""
        months = (
            (today.year - self.born.year) * 12 + today.month - self.born.month - (today.day < self.born.day)
        )
        if months < BABY_MONTHS_MAX:
            return say.count(months, "{n} month", "{n} months")
        return str(self.age(today))

    def stage(self, today: date) -> str:
        """The age band as the forms name it: unborn, baby, pre, prim, sec, late, or adult."""
        age = self.age(today)
        if age is None:
            return "unborn" if self.born is None and self.due is not None else ""
        for stage, until in (("baby", 1), ("pre", 5), ("prim", 11), ("sec", 16), ("late", 18)):
            if age < until:
                return stage
        return "adult"


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to a home with each child's own part."""

    record: Record
    on: date
    parts: tuple[Record, ...]

    @property
    def access(self) -> str:
        return self.record.text("access")

    def part_for(self, person: str) -> Record | None:
        return next((part for part in self.parts if part.text("person") == person), None)


@dataclass(frozen=True, slots=True)
class FamilyFile:
    """Everything this laptop knows of one family, read through its forms."""

    id: str
    records: tuple[Record, ...]
    family: Record | None
    people: Mapping[str, Person]
    children: tuple[Person, ...]
    """Oldest first, an unborn child last."""
    visits: tuple[Visit, ...]
    """Oldest first."""

    def of(self, *kinds: str) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.kind in kinds)

    def find(self, doc: str) -> Record | None:
        return next((record for record in self.records if record.id == doc), None)

    @property
    def label(self) -> str:
        return self.family.text("label") if self.family is not None else ""

    @property
    def place(self) -> str:
        return self.family.text("place") if self.family is not None else ""

    def child_record(self, person: str) -> Record | None:
        """The `child` document that stands beside a child's person."""
        return next((record for record in self.of("child") if record.text("person") == person), None)

    def called(self, person: str) -> str:
        """What a person is called here; empty if they are not in the file."""
        found = self.people.get(person)
        return found.called if found is not None else ""


def open_file(documents: Iterable[Document], reader: Reader, scope: str = "") -> FamilyFile:
    """The file of one family from its documents."""
    records = reader.read_all(documents)
    family = next((record for record in records if record.kind == "family"), None)
    children_of = {record.text("person") for record in records if record.kind == "child"}
    people = {
        record.id: _person(record, record.id in children_of) for record in records if record.kind == "person"
    }
    children = sorted(
        (person for person in people.values() if person.is_child),
        key=lambda person: (person.born or person.due or date.max, person.id),
    )
    return FamilyFile(
        id=scope or (family.id if family is not None else ""),
        records=records,
        family=family,
        people=MappingProxyType(people),
        children=tuple(children),
        visits=_visits(records),
    )


def open_files(documents: Iterable[Document], reader: Reader) -> tuple[FamilyFile, ...]:
    """The files of all families in `documents`, by their label."""
    by_scope: dict[str, list[Document]] = {}
    for document in documents:
        by_scope.setdefault(document.scope, []).append(document)
    files = [open_file(found, reader, scope) for scope, found in by_scope.items()]
    return tuple(
        sorted((file for file in files if file.family is not None), key=lambda file: (file.label, file.id))
    )


def _person(record: Record, is_child: bool) -> Person:
    name = record.text("name")
    return Person(
        id=record.id,
        name=name,
        called=record.text("known_as") or name.partition(" ")[0],
        gender=record.text("sex_gender"),
        born=record.date("dob"),
        due=record.date("due_date"),
        died=record.date("deceased"),
        record=record,
        is_child=is_child,
    )


def _visits(records: Iterable[Record]) -> tuple[Visit, ...]:
    parts: dict[str, list[Record]] = {}
    visits = []
    for record in records:
        if record.kind == "visit_child":
            parts.setdefault(record.of, []).append(record)
        elif record.kind == "visit":
            visits.append(record)
    found = [
        Visit(record, on, tuple(_in_form_order(record, parts.get(record.id, []))))
        for record in visits
        if (on := record.date("date") or record_day(record)) is not None
    ]
    return tuple(sorted(found, key=lambda visit: (visit.on, visit.record.text("in"), visit.record.id)))


def _in_form_order(visit: Record, parts: Iterable[Record]) -> list[Record]:
    """Children in the order the visit has them; a part whose row is gone after the others."""
    places = {part_id: index for index, part_id in enumerate(_row_ids(visit))}
    return sorted(parts, key=lambda part: (places.get(part.id, len(places)), part.id))


def _row_ids(visit: Record) -> list[str]:
    rows = [(value, key) for key, value in visit.document.body.items() if key.endswith("]")]
    ordered = sorted((row for row in rows if isinstance(row[0], int)), key=lambda row: (row[0], row[1]))
    return [key[key.rindex("[") + 1 : -1] for _, key in ordered]


def record_day(record: Record) -> date | None:
    """The day a record was first written, as the laptop told it; for records that name no day of their own."""
    written = record.document.created_at or record.document.written_at
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
