"""The chronology on screen: everything that is on record about a family, and the key events that workers chose.

Promises: rows stand by the day something happened, newest first; what was written long after says "added later"; a
row shows only what may be shown (restricted texts are not in its lines), with a mark of how far the record has got.
Declined entries stay listed among everything. A family's event is one row, shown for each child it names.
Never: a row edited from here; a pattern concluded.
Source: practice.md section 4.3; interface.md 4.5; inspection report paragraph 33 (chronologies late and not complete).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fieldapp.records.dates import day_words
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, Visit, record_day
from fieldapp.records.keys import row_id
from fieldapp.records.sees import is_restricted
from fieldapp.words import Words, join, small_number

say = Words("Chronology")

Filter: TypeAlias = Literal["visits", "words", "decisions", "school", "health", "police"]
FILTERS: tuple[Filter, ...] = ("visits", "words", "decisions", "school", "health", "police")

Mark: TypeAlias = Literal["sent", "unsent", "held", "decide"]
"""How far a record has got: at the service, only on this laptop, outside the record, waiting for a choice."""

ADDED_LATER_DAYS = 7
LINE_LETTERS_MAX = 180

_EVENT_FILTERS: dict[str, Filter] = {
    "visit": "visits",
    "missed": "visits",
    "words": "words",
    "advocacy": "words",
    "strategy": "decisions",
    "conference_initial": "decisions",
    "conference_review": "decisions",
    "core_group": "decisions",
    "plan": "decisions",
    "closing": "decisions",
    "school": "school",
    "health": "health",
    "police": "police",
    "missing": "police",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chronology."""

    doc: str
    kind: str
    """The record's kind, for its icon; for a chronology entry see `event`."""
    event: str
    on: date
    time: str
    """HH:MM if the record says; else empty."""
    title: str
    lines: tuple[str, ...]
    quoted: bool
    """The first line is a child's own words."""
    filters: frozenset[Filter]
    people: frozenset[str]
    """Ids of the persons it is about; empty: the whole family."""
    key_event: bool
    restricted: bool
    mark: Mark
    added_later: bool
    complete: bool
    """False where something was left open and why is on record."""
    main: bool = True
    """False for a part that stands in its own record's row among everything (a child's words within a visit)."""


def timeline(
    file: FamilyFile,
    *,
    only: Filter | None = None,
    person: str = "",
    key_events: bool = False,
    years: Iterable[int] = (),
    today: date | None = None,
) -> tuple[Row, ...]:
    """The rows of a family, newest first. Without a filter each record has one row."""
    wanted_years = frozenset(years)
    rows = [
        row
        for row in _rows(file)
        if (row.main if only is None else only in row.filters)
        and (not person or not row.people or person in row.people)
        and (not key_events or row.key_event)
        and (not wanted_years or row.on.year in wanted_years)
        and (today is None or row.on <= today)
    ]
    return tuple(sorted(rows, key=lambda row: (row.on, row.time, row.main, row.doc), reverse=True))


def _rows(file: FamilyFile) -> list[Row]:
    rows = [_visit(file, visit) for visit in file.visits]
    rows += [made(file, record) for record in file.records if (made := _MAKERS.get(record.kind)) is not None]
    return [row for row in rows if row is not None]


def _row(
    record: Record,
    on: date | None,
    title: str,
    lines: Iterable[str] = (),
    *,
    filters: Iterable[Filter] = (),
    people: Iterable[str] = (),
    event: str = "",
    time: str = "",
    quoted: bool = False,
    key_event: bool = False,
    main: bool = True,
    complete: bool = True,
) -> Row | None:
    if on is None:
        return None
    document = record.document
    written = record_day(record)
    mark: Mark = (
        "held" if document.held else "decide" if document.open else "unsent" if document.unsent else "sent"
    )
    return Row(
        doc=record.id,
        kind=record.kind,
        event=event,
        on=on,
        time=time,
        title=title,
        lines=tuple(line for line in lines if line),
        quoted=quoted,
        filters=frozenset(filters),
        people=frozenset(one for one in people if one),
        key_event=key_event,
        restricted=is_restricted(record),
        mark=mark,
        added_later=written is not None and (written - on).days > ADDED_LATER_DAYS,
        complete=complete,
        main=main,
    )


def _visit(file: FamilyFile, visit: Visit) -> Row | None:
    record = visit.record
    seen = [part for part in visit.parts if part.text("seen") == "yes"]
    names = [_part_name(file, part) for part in visit.parts]
    title = {"none": say("No answer at the door"), "door": say("Home visit, at the door only")}.get(
        visit.access, say("Home visit, {children}", children=_children_words(names, len(file.children)))
    )
    spoken = [
        say("{child} seen alone", child=_part_name(file, part))
        if part.text("alone") == "yes"
        else say("{child} seen", child=_part_name(file, part))
        for part in seen
    ]
    unseen = [
        say("{child} not seen", child=_part_name(file, part))
        for part in visit.parts
        if part.text("seen") == "no"
    ]
    told = ", ".join([*spoken, *unseen])
    seen_line = f"{told[:1].upper()}{told[1:]}." if told else ""
    return _row(
        record,
        visit.on,
        title,
        [seen_line, short(record.text("works") or record.text("home_good") or record.text("door_saw"))],
        filters=["visits"],
        people=[part.text("person") for part in visit.parts],
        time=record.text("in")[:5],
        event="missed" if visit.access in ("none", "door") else "",
        complete=record.document.complete,
    )


def _session(file: FamilyFile, record: Record) -> Row | None:
    child = file.called(record.text("person")) or record.text("ctx_child")
    tools = record.chosen("tools")
    what = record.label("tools") if len(tools) == 1 else say("Wishes and feelings")
    words = next(
        (text for one in file.of("statement") if one.of == record.id and (text := one.text("words"))), ""
    )
    return _row(
        record,
        record.date("date"),
        say("{what} with {child}", what=what, child=child) if child else what,
        [f"“{short(words)}”" if words else ""],
        filters=["words"],
        people=[record.text("person")],
        time=record.text("started")[:5],
        quoted=bool(words),
        complete=record.document.complete,
    )


def _statement(file: FamilyFile, record: Record) -> Row | None:
    source = file.find(record.of)
    person = ""
    if source is not None:
        person = source.text("person") or _person_around(file, record)
    child = file.called(person) or say("A child")
    kind = record.text("kind") or "said"
    on = source.date("date") if source is not None else None
    return _row(
        record,
        on or record_day(record),
        _said_by(child, kind),
        [f"“{short(record.text('words'))}”"],
        filters=["words"],
        people=[person],
        quoted=True,
        main=False,
    )


def _assessment(file: FamilyFile, record: Record) -> Row | None:
    parts = [part for part in file.of("assessment_child") if part.of == record.id]
    names = [_part_name(file, part) for part in parts]
    title = record.part.definition.title if record.part is not None else say("Assessment")
    level = record.label("level")
    return _row(
        record,
        record.date("started"),
        f"{title}, {_children_words(names, len(file.children))}" if names else title,
        [say("Level {level}.", level=level) if level else "", short(record.text("works"))],
        filters=["decisions"],
        people=[part.text("person") for part in parts],
        complete=record.document.complete,
    )


def _plan(file: FamilyFile, record: Record) -> Row | None:
    goals = record.rows("objectives")
    actions = sum(len(record.rows("actions", goal)) for goal in goals)
    version = record.text("version")
    plan = record.label("type") or say("Plan")
    return _row(
        record,
        record.date("agreed_on"),
        say("{plan}, version {version}", plan=plan, version=version) if version else plan,
        [
            f"{say.count(len(goals), '{n} goal', '{n} goals')}, "
            f"{say.count(actions, '{n} action', '{n} actions')}.",
            short(record.text("aim")),
        ],
        filters=["decisions"],
    )


def _decision(file: FamilyFile, record: Record) -> Row | None:
    owner, decided = record.text("owner"), short(record.text("decided"))
    return _row(
        record,
        record.date("decided_on") or record_day(record),
        say("Decision: {decided}", decided=decided) if decided else say("Decision"),
        [f"{owner}: {short(record.text('why'))}" if owner else short(record.text("why"))],
        filters=["decisions"],
        key_event=True,
    )


def _episode(file: FamilyFile, record: Record) -> Row | None:
    until = record.date("to")
    return _row(
        record,
        record.date("from"),
        say("{status}, level {level}", status=record.label("status"), level=record.text("level")),
        [
            short(record.text("reason")),
            say("Ended {day}.", day=f"{day_words(until)} {until.year}") if until else "",
        ],
        filters=["decisions"],
        key_event=True,
    )


def _entry(file: FamilyFile, record: Record) -> Row | None:
    event = record.text("type")
    source = record.text("source")
    state = record.text("state")
    return _row(
        record,
        record.date("event_on"),
        record.label("type") or say("Event"),
        [
            short(record.text("what")),
            say("Source: {source}.", source=source) if source else "",
            say("Declined.") if state == "declined" else say("Proposed.") if state == "proposed" else "",
        ],
        filters=[_EVENT_FILTERS[event]] if event in _EVENT_FILTERS else [],
        people=[record.text("person", row) or row_id(row) for row in record.rows("for")],
        event=event,
        key_event=state in ("", "accepted"),
    )


_MAKERS = {
    "direct_work": _session,
    "statement": _statement,
    "assessment": _assessment,
    "plan": _plan,
    "decision": _decision,
    "episode": _episode,
    "chronology_entry": _entry,
}
"""How each kind becomes a row. People, relationships and the family itself are not events; parts stand in their root."""


def _person_around(file: FamilyFile, record: Record) -> str:
    """Whose part of a visit a statement stands in."""
    for key in record.document.body:
        part = file.find(row_id(key)) if key.endswith("]") else None
        if part is not None and part.kind == "visit_child":
            return part.text("person")
    return ""


def _part_name(file: FamilyFile, part: Record) -> str:
    return file.called(part.text("person")) or part.text("c_name")


def _children_words(names: list[str], of: int) -> str:
    """`all three children`, `Ivo`, `Ivo and Tansy`."""
    if not names:
        return say("no child")
    if len(names) == of and of > 1:
        return (
            say("both children")
            if of == 2
            else say.count(of, "the child", "all {number} children", number=small_number(of))
        )
    return join(names)


def _said_by(child: str, kind: str) -> str:
    """`Ivo drew`: who gave it, and how."""
    return {
        "wrote": say("{child} wrote", child=child),
        "drew": say("{child} drew", child=child),
        "showed": say("{child} showed", child=child),
    }.get(kind, say("{child} said", child=child))


def short(text: str, letters_max: int = LINE_LETTERS_MAX) -> str:
    """The first sentences of a text that fit a line; a longer one is cut at a word."""
    flat = re.sub(r"\s+", " ", text).strip()
    if len(flat) <= letters_max:
        return flat
    sentences = re.split(r"(?<=[.!?])\s", flat)
    taken = ""
    for sentence in sentences:
        if len(taken) + len(sentence) + 1 > letters_max:
            break
        taken = f"{taken} {sentence}".strip()
    return taken or flat[:letters_max].rsplit(" ", 1)[0] + " …"
