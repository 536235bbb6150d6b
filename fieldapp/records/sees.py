"""Who may see what: what is left out in visit view, and what one child's file may hold.

Promises: in visit view nothing restricted is there at all (not hidden: absent), neither an answer, nor a row, nor a
kind of record; a question without a mark counts as restricted. A field of one child stands in that child's own
document and is never shown in a brother's or sister's file.
Never: a list of what was left out with its content (only how many); a loosening of what a form restricts.
Source: practice.md rule 5 and sections 3 (*Sees*) and 5.0; interface.md 4.5 ("Visit view: restricted parts are hidden").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from fieldapp.protocol.revision import form_path, is_row
from fieldapp.records.document import Document
from fieldapp.records.fields import Reader, Record
from fieldapp.records.meta import DECIDED, GAP, JOT, RESTRICTED, TRAIL, WHOLE_DOCUMENT, restricted_keys

Sees: TypeAlias = Literal["all", "child", "restricted"]

RESTRICTED_KINDS = frozenset({"contact", "supervision", "complaint", "audit"})
"""Kinds that are never shown in the home, whatever their fields say (practice.md section 3)."""

RESTRICTED_EVENTS = frozenset({"contact", "strategy"})
"""Chronology entries that name a referrer, or come from a meeting the family was not at."""

RESTRICTED_META = (DECIDED, GAP, JOT, RESTRICTED, TRAIL)
"""The worker's own notes: rough notes, why something is missing, why a decision was made."""


@dataclass(frozen=True, slots=True)
class View:
    """A document as it may be shown in the home, or None if none of it may; and how many answers are left out."""

    document: Document | None
    left_out: int


def sees(record: Record, key: str) -> Sees:
    """Who may see one answer of a record."""
    if key.startswith(RESTRICTED_META):
        return "restricted"
    if key.startswith("meta/"):
        return "all"
    by_hand = restricted_keys(record.document.body)
    if WHOLE_DOCUMENT in by_hand or key in by_hand:
        return "restricted"
    if record.part is None:
        return "restricted"
    return _as_written(record, form_path(key))


def _as_written(record: Record, path: str) -> Sees:
    """The narrowest mark on the question and on every repeat it stands in; no mark on a question is restricted."""
    if record.part is None:
        return "restricted"
    definition = record.part.definition
    known = frozenset(definition.paths())
    if path not in known:
        return "restricted"
    info = definition.question(path)
    marks = [info.sees] if info.kind in ("question", "repeat") else []
    marks += [
        around.sees
        for outer in info.around
        if (around := definition.question(outer)).kind == "repeat" and around.sees is not None
    ]
    if any(mark not in ("all", "child") for mark in marks):
        return "restricted"
    return "child" if "child" in marks else "all"


def is_restricted(record: Record) -> bool:
    """Whether the whole record must stay out of the home."""
    if record.kind in RESTRICTED_KINDS or WHOLE_DOCUMENT in restricted_keys(record.document.body):
        return True
    return record.kind == "chronology_entry" and record.text("type") in RESTRICTED_EVENTS


def visit_view(record: Record) -> View:
    """The document without anything restricted."""
    body = record.document.body
    if is_restricted(record):
        return View(None, len(body))
    out = {key for key in body if sees(record, key) == "restricted"}
    if record.kind == "relationship" and record.text("quality") == "harmful":
        out |= {key for key in body if form_path(key) == "quality"}
    answers = [key for key in out if not is_row(key) and not key.startswith("meta/")]
    kept = {key: value for key, value in body.items() if key not in out}
    questions = tuple(question for question in record.document.open if question.key not in out)
    return View(replace(record.document, body=kept, open=questions), len(answers))


def visit_views(documents: tuple[Document, ...], reader: Reader) -> tuple[Document, ...]:
    """All documents of a family as they may be shown in the home."""
    views = (visit_view(reader.read(document)) for document in documents)
    return tuple(view.document for view in views if view.document is not None)


def belongs_to_child(record: Record, person: str) -> bool:
    """Whether a record may stand in one child's file: it is theirs, or it is nobody's in particular."""
    named = record.text("person")
    return not named or named == person
