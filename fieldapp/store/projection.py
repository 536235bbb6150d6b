"""What screens read: the shadow, merged with this laptop's own work that the service has not yet shown back.

Promise: the row of a document is a function of its revisions and nothing else; it can be thrown away and rebuilt to
the same values; nothing on screen is patched by a reply. The merge is the service's own function, so the preview
equals what the service will say. Never here: writing revisions, moving a shadow.
Source: protocol section 6; architecture, "Two data rules".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from fieldapp.protocol.merge import DocumentState, apply_revision, follow
from fieldapp.protocol.revision import Revision, Written
from fieldapp.protocol.times import format_time, parse_time
from fieldapp.records.document import Document, FormReference, OpenQuestion

from . import facts, search, shadow
from .database import Connection
from .shadow import Revisions
from .shelf import FormsHere, Shelf

COLUMNS = (
    "id, scope, kind, head, body, open, form, author, written_at, created_at, created_by,"
    " flags, deleted, signed_off, unsent, held"
)

QUESTION_FIELDS = tuple(field.name for field in fields(OpenQuestion))


def written_at(written: Written) -> str:
    """When a revision was written: the service's time plus what had passed since, else the laptop's wall clock.

    Its laptop may claim that any time has passed. A sum beyond the calendar is not believed, and stops nobody.
    """
    if written.server is not None and written.elapsed_ms is not None:
        try:
            return format_time(parse_time(written.server) + written.elapsed_ms)
        except OverflowError:
            return written.wall
    return written.wall


def pending(connection: Connection, doc: str) -> tuple[str, ...]:
    """Own revisions, in counter order, whose effect no shadow shows yet and which are not held outside the record.

    A side already in the log counts until the service's merge of it, which follows it in the log, has arrived too.
    """
    rows = connection.execute(
        "SELECT r.hash FROM revision r"
        " LEFT JOIN shadow s ON s.doc = r.doc LEFT JOIN revision h ON h.hash = s.head"
        " WHERE r.doc = ? AND r.own = 1"
        " AND (r.seq IS NULL OR (r.role = 'side' AND r.seq > COALESCE(h.seq, 0)))"
        " AND NOT EXISTS (SELECT 1 FROM held WHERE held.hash = r.hash)"
        " ORDER BY r.counter",
        (doc,),
    )
    return tuple(row[0] for row in rows)


def preview(
    connection: Connection, revisions: Revisions, forms: FormsHere, doc: str
) -> tuple[DocumentState, Revision | None]:
    """The document as it will read when all own work is in the record, and the newest revision in it.

    An own revision on top of a held one will be held too (protocol section 4.3), so it waits outside as well.
    """
    state = shadow.state(connection, revisions, doc)
    newest = None if state.head is None else revisions(state.head)
    outside: set[str] = set()
    for hash_ in pending(connection, doc):
        own = revisions(hash_)
        if own is None:
            continue
        if own.parents and (own.parents[0] in outside or _is_held(connection, own.parents[0])):
            outside.add(hash_)
            continue
        state = apply_revision(state, own, forms, revisions).state
        newest = own
    return state, newest


def refresh(
    connection: Connection,
    told: list[object],
    shelf: Shelf,
    docs: Iterable[str],
    revisions: Revisions | None = None,
    *,
    again: bool = False,
) -> None:
    """Work out anew how these documents read, with their search text; facts of what changed go into `told`.

    `again`: index them even if they read the same, since their form has arrived.
    """
    revisions = revisions or Revisions(connection)
    forms = FormsHere(connection, shelf)
    for doc in dict.fromkeys(docs):
        before = document(connection, doc)
        after = _worked_out(connection, revisions, forms, doc)
        if after is None:
            if before is not None:
                connection.execute("DELETE FROM document WHERE id = ?", (doc,))
                search.forget(connection, "document", doc)
                told.append(facts.HeadMoved(doc, before.scope, before.kind))
            continue
        if after == before:
            if again:
                search.index_document(connection, forms, after)
            continue
        _write(connection, after)
        search.index_document(connection, forms, after)
        told.append(facts.HeadMoved(doc, after.scope, after.kind))
        _tell_questions(told, before, after)


def refresh_of_forms(
    connection: Connection, told: list[object], shelf: Shelf, form_hashes: Iterable[str]
) -> None:
    """A form has arrived: documents that name it are merged and indexed by its types from now on."""
    for form_hash in form_hashes:
        docs = [
            row[0]
            for row in connection.execute(
                "SELECT id FROM document WHERE json_extract(form, '$[2]') = ?", (form_hash,)
            )
        ]
        refresh(connection, told, shelf, docs, again=True)


def rebuild(connection: Connection, told: list[object], shelf: Shelf) -> None:
    """Throw the projection away and make it again from the revisions: shadows first, then documents."""
    revisions = Revisions(connection)
    connection.execute("DELETE FROM shadow")
    connection.execute("DELETE FROM document")
    connection.execute("DELETE FROM search_text WHERE source = 'document'")
    rows = connection.execute("SELECT hash FROM revision WHERE role = 'main' ORDER BY scope, seq").fetchall()
    for (hash_,) in rows:
        main = revisions(hash_)
        if main is not None:
            shadow.write(connection, main, follow(shadow.state(connection, revisions, main.doc), main))
    docs = [row[0] for row in connection.execute("SELECT DISTINCT doc FROM revision ORDER BY doc")]
    refresh(connection, told, shelf, docs, revisions)


def _worked_out(connection: Connection, revisions: Revisions, forms: FormsHere, doc: str) -> Document | None:
    # A question that only this laptop foresees is not asked yet: the service asks, and only it knows the side's place.
    asked = shadow.state(connection, revisions, doc).open
    state, newest = preview(connection, revisions, forms, doc)
    held = _held(connection, doc)
    if newest is None:
        newest = None if held is None else revisions(held[0])
        if newest is None:
            return None
        # Nobody else has it: what was kept outside the record is all there is, so it is what is shown.
        state = apply_revision(DocumentState(), newest, forms, revisions).state
    first = _first(connection, revisions, doc) or newest
    return Document(
        id=doc,
        kind=newest.kind,
        scope=newest.scope,
        body=dict(state.body),
        head=newest.hash,
        author=newest.author,
        written_at=written_at(newest.written),
        form=_form(state.form),
        open=tuple(_question(revisions, state, each.key, each.side) for each in state.open if each in asked),
        created_at=written_at(first.written),
        created_by=first.author,
        deleted=state.deleted is not None,
        signed_off=state.signed_off,
        unsent=_is_unsent(connection, doc),
        held=None if held is None else held[1],
        flags=tuple(newest.flags),
    )


def _question(revisions: Revisions, state: DocumentState, key: str, side: str) -> OpenQuestion:
    other = revisions(side)
    by = state.set_by.get(key)
    setter = None if by is None else revisions(by.rev)
    return OpenQuestion(
        key=key,
        side=side,
        value=None if other is None or other.body is None else other.body.get(key),
        author="" if other is None else other.author,
        written_at="" if other is None else written_at(other.written),
        head_author="" if by is None else by.author,
        head_written_at="" if setter is None else written_at(setter.written),
    )


def _form(form: Mapping[str, Any] | None) -> FormReference | None:
    return None if form is None else FormReference(form["id"], form["version"], form["hash"])


def _first(connection: Connection, revisions: Revisions, doc: str) -> Revision | None:
    """The revision that began the document: the lowest in the log, else the first made here."""
    row = connection.execute(
        "SELECT hash FROM revision WHERE doc = ? ORDER BY seq IS NULL, seq, ordinal LIMIT 1", (doc,)
    ).fetchone()
    return None if row is None else revisions(row[0])


def _is_held(connection: Connection, hash_: str) -> bool:
    return connection.execute("SELECT 1 FROM held WHERE hash = ?", (hash_,)).fetchone() is not None


def _held(connection: Connection, doc: str) -> tuple[str, str] | None:
    """The newest own revision of a document that is held and not settled, with the code of its reason."""
    row = connection.execute(
        "SELECT hash, code FROM held WHERE doc = ? AND settled_at_ms IS NULL ORDER BY counter DESC LIMIT 1",
        (doc,),
    ).fetchone()
    return None if row is None else (row[0], row[1])


def _is_unsent(connection: Connection, doc: str) -> bool:
    return connection.execute("SELECT 1 FROM outbox WHERE doc = ? LIMIT 1", (doc,)).fetchone() is not None


def _tell_questions(told: list[object], before: Document | None, after: Document) -> None:
    were = {(asked.key, asked.side) for asked in before.open} if before is not None else set()
    are = {(asked.key, asked.side) for asked in after.open}
    told += [facts.QuestionOpened(after.id, key) for key, _side in sorted(are - were)]
    told += [facts.QuestionClosed(after.id, key) for key, _side in sorted(were - are)]


# -- rows ---------------------------------------------------------------------------------------------------------


def _write(connection: Connection, it: Document) -> None:
    form = None if it.form is None else [it.form.id, it.form.version, it.form.hash]
    asked = [[getattr(each, name) for name in QUESTION_FIELDS] for each in it.open]
    connection.execute(
        f"INSERT OR REPLACE INTO document ({COLUMNS})"  # noqa: S608 - fixed column names
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            it.id,
            it.scope,
            it.kind,
            it.head,
            _text(it.body),
            _text(asked),
            None if form is None else _text(form),
            it.author,
            it.written_at,
            it.created_at,
            it.created_by,
            _text(list(it.flags)),
            int(it.deleted),
            int(it.signed_off),
            int(it.unsent),
            it.held,
        ),
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_row(row: tuple[Any, ...]) -> Document:
    """A document from a row of `COLUMNS`."""
    (id, scope, kind, head, body, asked, form, author, written, created_at, created_by) = row[:11]
    flags, deleted, signed_off, unsent, held = row[11:]
    return Document(
        id=id,
        kind=kind,
        scope=scope,
        body=json.loads(body),
        head=head,
        author=author,
        written_at=written,
        form=None if form is None else FormReference(*json.loads(form)),
        open=tuple(OpenQuestion(*each) for each in json.loads(asked)),
        created_at=created_at,
        created_by=created_by,
        deleted=bool(deleted),
        signed_off=bool(signed_off),
        unsent=bool(unsent),
        held=held,
        flags=tuple(json.loads(flags)),
    )


def document(connection: Connection, id: str) -> Document | None:
    """One document as it reads now, deleted ones too."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM document WHERE id = ?",  # noqa: S608 - fixed column names
        (id,),
    ).fetchone()
    return None if row is None else from_row(row)


def documents(
    connection: Connection,
    *,
    scope: str | None = None,
    kinds: Iterable[str] | None = None,
    deleted: bool = False,
) -> list[Document]:
    """Documents of one scope (or of all), of some kinds (or of all), oldest first; deleted ones only if asked."""
    asked, values = ["1"], list[str]()
    if scope is not None:
        asked.append("scope = ?")
        values.append(scope)
    if kinds is not None:
        wanted = sorted(set(kinds))
        asked.append(f"kind IN ({', '.join('?' * len(wanted))})")
        values += wanted
    if not deleted:
        asked.append("deleted = 0")
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM document WHERE {' AND '.join(asked)} ORDER BY created_at, id",  # noqa: S608 - fixed texts
        values,
    )
    return [from_row(row) for row in rows]
