"""What a record is called in a list, and its icon. No Qt here.

Promise: the same record has the same title in the chronology, in Waiting to send, in Drafts and in Search; a title
never holds more than the chronology shows. Never here: marks, dates.
Source: the chronology's own titles (`records.timeline`); interface section 4.5 and 4.11.
"""

from __future__ import annotations

from fieldapp.forms.face import Definition
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile
from fieldapp.records.timeline import Row, timeline
from fieldapp.ui.words import Words

say = Words("Titles")

ICONS = {
    "visit": "notebook-pen",
    "visit_child": "notebook-pen",
    "direct_work": "palette",
    "statement": "quote",
    "assessment": "clipboard-check",
    "assessment_child": "clipboard-check",
    "plan": "list",
    "decision": "stamp",
    "episode": "stamp",
    "person": "user",
    "relationship": "users",
    "family": "users",
    "child": "user",
}
EVENT_ICONS = {
    "contact": "phone",
    "visit": "notebook-pen",
    "missed": "circle-x",
    "strategy": "shield",
    "conference_initial": "clipboard-check",
    "conference_review": "clipboard-check",
    "core_group": "clipboard-check",
    "meeting": "users",
    "plan": "list",
    "school": "school",
    "health": "file-plus",
    "police": "shield",
    "household": "users",
    "move": "map-pin",
    "missing": "triangle-alert",
    "words": "quote",
    "advocacy": "message-circle",
    "accuracy": "square-pen",
    "closing": "log-out",
    "good": "star",
}


def icon_of(kind: str, event: str = "") -> str:
    """The icon of a kind of record, or of a kind of event in the chronology."""
    return EVENT_ICONS.get(event) or ICONS.get(kind, "file-text")


class Titles:
    """The titles of one family's records, worked out once."""

    def __init__(self, file: FamilyFile) -> None:
        self._file = file
        self._rows: dict[str, Row] = {
            row.doc: row for row in (*timeline(file, only="words"), *timeline(file))
        }

    def row(self, doc: str) -> Row | None:
        """The record's row in the chronology, if it has one."""
        return self._rows.get(doc)

    def of(self, record: Record) -> str:
        """What the record is called."""
        row = self._rows.get(record.id) or self._rows.get(record.of)
        if row is not None:
            return row.title
        file, kind = self._file, record.kind
        if kind == "family":
            return say("Family details")
        if kind == "person":
            person = file.people.get(record.id)
            return say("About {name}", name=person.name or person.called) if person else say("A person")
        if kind == "child":
            child = file.called(record.text("person"))
            return say("{child}’s record", child=child) if child else say("A child’s record")
        if kind == "relationship":
            names = [file.called(record.text(end)) for end in ("a", "b")]
            return (
                say("How {a} and {b} are related", a=names[0], b=names[1])
                if all(names)
                else say("A relationship")
            )
        return title_of_form(record.part.definition if record.part is not None else None, kind)

    def icon(self, record: Record) -> str:
        """The record's icon."""
        row = self._rows.get(record.id)
        return icon_of(record.kind, row.event if row is not None else "")


def title_of_form(definition: Definition | None, kind: str) -> str:
    """What a note of a form is called before anything is in it."""
    if definition is not None:
        return definition.title
    return kind.replace("_", " ").capitalize() or say("A note")
