"""Open questions: two values stand for one key, and a person must choose.

Promise: every question in the head of a document is listed, whichever side was this user's, with both values, what
was there before, who wrote each and when; one that this laptop's unsent work already decides is not. Never here:
choosing, words on screen, which side is right. Source: protocol section 6; interface 4.10.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.protocol.merge import DELETED, DocumentState, SetBy, last_body
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Document, FormReference, Value

from . import projection, shadow
from .database import Connection
from .shadow import Revisions
from .shelf import FormsHere, Shelf


@dataclass(frozen=True, slots=True)
class OpenQuestionView:
    """One question as the decision screen shows it. Key `""` asks whether the document is deleted."""

    doc: str
    scope: str
    kind: str
    form: FormReference | None
    key: str
    side: str
    """Hash of the revision that holds the other value; a decision names it among its parents."""
    merge: str
    """value or caution."""
    head_value: Value | None
    head_author: str
    head_at: str
    side_value: Value | None
    side_author: str
    side_at: str
    base_value: Value | None
    """What was there before both."""
    side_deletes: bool
    """The side is a delete: the document is kept until somebody chooses."""
    asked_seq: int
    """Entry of the log in which the question was first seen: older ones first."""


def open_questions(connection: Connection, shelf: Shelf) -> list[OpenQuestionView]:
    """All questions that wait for a person, oldest first."""
    revisions = Revisions(connection)
    forms = FormsHere(connection, shelf)
    rows = connection.execute(
        f"SELECT {projection.COLUMNS} FROM document WHERE open <> '[]'"  # noqa: S608 - fixed column names
    ).fetchall()
    found: list[OpenQuestionView] = []
    for row in rows:
        it = projection.from_row(row)
        state = shadow.state(connection, revisions, it.id)
        found += _of_document(connection, revisions, forms, it, state)
    return sorted(found, key=lambda question: (question.asked_seq, question.doc, question.key, question.side))


def _of_document(
    connection: Connection, revisions: Revisions, forms: FormsHere, it: Document, state: DocumentState
) -> list[OpenQuestionView]:
    types = forms.merge_types(state.form)
    return [
        _view(connection, revisions, it, state, each.key, each.side, types.get(form_path(each.key), "value"))
        for each in it.open
    ]


def _view(
    connection: Connection,
    revisions: Revisions,
    it: Document,
    state: DocumentState,
    key: str,
    side: str,
    merge: str,
) -> OpenQuestionView:
    other = revisions(side)
    before = last_body(other.parents[0] if other and other.parents else None, revisions)
    set_by = state.set_by.get(key, SetBy("", ""))
    setter = revisions(set_by.rev) if set_by.rev else None
    row = connection.execute("SELECT seq FROM revision WHERE hash = ?", (side,)).fetchone()
    return OpenQuestionView(
        doc=it.id,
        scope=it.scope,
        kind=it.kind,
        form=it.form,
        key=key,
        side=side,
        merge=merge,
        head_value=it.body.get(key),
        head_author=set_by.author or it.author,
        head_at=it.written_at if setter is None else projection.written_at(setter.written),
        side_value=None if other is None or other.body is None else other.body.get(key),
        side_author="" if other is None else other.author,
        side_at="" if other is None else projection.written_at(other.written),
        base_value=None if key == DELETED else before.get(key),
        side_deletes=other is not None and other.deleted,
        asked_seq=0 if row is None or row[0] is None else row[0],
    )
