"""Drafts: keystrokes that are safe on the disk before anybody has pressed anything.

Promise: a crash loses at most what was typed since the last `put_answers` (the screen calls it within two seconds of
a key press and when a field loses focus); a draft belongs to one document, form and family and is refused elsewhere;
a discarded draft can be put back for 30 days; saving takes it to a revision in the same transaction. Never here: what
an answer means; sending (drafts never leave the laptop). Source: the store's design, "Drafts"; interface 4.6, 4.11.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.protocol.revision import is_row
from fieldapp.records.document import FormReference, Value

from . import facts, search
from .database import Connection
from .errors import DraftElsewhere, DraftGone
from .shelf import Shelf

KEPT_MS = 30 * 24 * 60 * 60 * 1000
"""How long a discarded draft, or a removed row, can be put back."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One unfinished note: where it belongs, what is in it, and where its author stopped."""

    id: str
    doc: str
    scope: str
    kind: str
    form: FormReference
    bases: Mapping[str, str]
    """For each document filed from this note, the revision that the edit began from; empty for a new note."""
    shown: Mapping[str, Value] | None
    """The whole text that was on screen when the edit began; None for a new note."""
    state: str
    """open, discarded or finished."""
    place: Mapping[str, Any]
    """Section, question, caret, scroll: whatever the screen needs to stand where it stood."""
    answers: Mapping[str, Value]
    """Every question touched or filled in, and every row of a repeat with its position. Empty answers are absent."""
    touched: frozenset[str]
    """The keys that a person changed, emptied ones among them."""
    started_at_ms: int
    saved_at_ms: int
    discarded_at_ms: int | None
    recovered: bool
    """The session that wrote it ended without locking: shown as "recovered" until it is opened."""

    @property
    def emptied(self) -> frozenset[str]:
        """Keys that a person emptied."""
        return frozenset(key for key in self.touched if key not in self.answers)


@dataclass(frozen=True, slots=True)
class DraftKey:
    """What a draft belongs to."""

    doc: str
    scope: str
    form_id: str
    form_hash: str


def open_draft(
    connection: Connection,
    told: list[object],
    *,
    id: str,
    key: DraftKey,
    kind: str,
    form_version: str,
    bases: Mapping[str, str],
    shown: Mapping[str, Value] | None,
    session: str,
    at_ms: int,
) -> str:
    """The open draft for `key`, begun now under `id` if there is none. Refused if another form's draft is open there."""
    row = connection.execute(
        "SELECT id, scope, form_id, form_hash FROM draft WHERE doc = ? AND state = 'open'", (key.doc,)
    ).fetchone()
    if row is not None:
        if (key.scope, key.form_id, key.form_hash) != tuple(row[1:]):
            raise DraftElsewhere()
        return str(row[0])
    connection.execute(
        "INSERT INTO draft (id, doc, scope, kind, form_id, form_version, form_hash, bases, shown, started_at_ms,"
        " saved_at_ms, session) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id,
            key.doc,
            key.scope,
            kind,
            key.form_id,
            form_version,
            key.form_hash,
            _text(dict(bases)),
            None if shown is None else _text(dict(shown)),
            at_ms,
            at_ms,
            session,
        ),
    )
    told.append(facts.DraftsChanged(id))
    return id


def put_answers(
    connection: Connection,
    told: list[object],
    shelf: Shelf,
    id: str,
    answers: Mapping[str, Value | None],
    *,
    place: Mapping[str, Any] | None,
    touched: bool,
    session: str,
    at_ms: int,
) -> None:
    """Write these answers (None or empty: emptied) to the journal, and where the author is."""
    row = _open_row(connection, id)
    for key, value in answers.items():
        empty = value is None or value == "" or value == []
        connection.execute(
            "INSERT INTO draft_key (draft, key, value, touched, at_ms) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (draft, key) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms,"
            " touched = max(touched, excluded.touched), removed_at_ms = NULL",
            (id, key, None if empty else _text(value), int(touched), at_ms),
        )
    connection.execute(
        "UPDATE draft SET saved_at_ms = ?, session = ?, place = COALESCE(?, place) WHERE id = ?",
        (at_ms, session, None if place is None else _text(dict(place)), id),
    )
    if answers:
        _index(connection, shelf, id, row)
    told.append(facts.DraftSaved(id, at_ms))


def remove_rows(
    connection: Connection, told: list[object], shelf: Shelf, id: str, rows: Iterable[str], at_ms: int
) -> None:
    """Take these rows of a repeat, with all in them, out of the draft; they can be put back."""
    row = _open_row(connection, id)
    for row_key in rows:
        connection.execute(
            "UPDATE draft_key SET removed_at_ms = ?, touched = 1"
            " WHERE draft = ? AND removed_at_ms IS NULL AND (key = ? OR substr(key, 1, ?) = ?)",
            (at_ms, id, row_key, len(row_key) + 1, row_key + "/"),
        )
    connection.execute("UPDATE draft SET saved_at_ms = ? WHERE id = ?", (at_ms, id))
    _index(connection, shelf, id, row)
    told.append(facts.DraftSaved(id, at_ms))


def put_back_row(
    connection: Connection, told: list[object], shelf: Shelf, id: str, row_key: str, at_ms: int
) -> Mapping[str, Value]:
    """Bring a removed row back with all that was in it when it went; returns its answers."""
    row = _open_row(connection, id)
    gone = connection.execute(
        "SELECT removed_at_ms FROM draft_key WHERE draft = ? AND key = ?", (id, row_key)
    ).fetchone()
    if gone is None or gone[0] is None:
        return {}
    inside = "draft = ? AND removed_at_ms = ? AND (key = ? OR substr(key, 1, ?) = ?)"
    values = (id, gone[0], row_key, len(row_key) + 1, row_key + "/")
    found = connection.execute(
        f"SELECT key, value FROM draft_key WHERE value IS NOT NULL AND {inside}",  # noqa: S608 - fixed text
        values,
    ).fetchall()
    connection.execute(f"UPDATE draft_key SET removed_at_ms = NULL WHERE {inside}", values)  # noqa: S608 - fixed text
    connection.execute("UPDATE draft SET saved_at_ms = ? WHERE id = ?", (at_ms, id))
    _index(connection, shelf, id, row)
    told.append(facts.DraftSaved(id, at_ms))
    return {key: json.loads(value) for key, value in found}


def discard(connection: Connection, told: list[object], id: str, at_ms: int) -> None:
    """Return to the last save. For 30 days it can be put back."""
    _open_row(connection, id)
    connection.execute("UPDATE draft SET state = 'discarded', discarded_at_ms = ? WHERE id = ?", (at_ms, id))
    search.forget(connection, "draft", id)
    told.append(facts.DraftsChanged(id))


def let_go_untouched(connection: Connection, told: list[object], id: str) -> bool:
    """End an open draft in which nothing was ever entered, changed or removed; with anything in it, it stays."""
    gone = connection.execute(
        "DELETE FROM draft WHERE id = ? AND state = 'open'"
        " AND NOT EXISTS (SELECT 1 FROM draft_key WHERE draft = ? AND touched = 1)",
        (id, id),
    ).rowcount
    if gone:
        search.forget(connection, "draft", id)
        told.append(facts.DraftsChanged(id))
    return bool(gone)


def put_back(connection: Connection, told: list[object], shelf: Shelf, id: str) -> None:
    """Undo a discard. Refused while another draft of the same document is open."""
    row = connection.execute(
        "SELECT doc, scope, kind, form_hash FROM draft WHERE id = ? AND state = 'discarded'", (id,)
    ).fetchone()
    if row is None:
        raise DraftGone()
    other = connection.execute("SELECT 1 FROM draft WHERE doc = ? AND state = 'open'", (row[0],)).fetchone()
    if other is not None:
        raise DraftElsewhere()
    connection.execute("UPDATE draft SET state = 'open', discarded_at_ms = NULL WHERE id = ?", (id,))
    _index(connection, shelf, id, row[1:])
    told.append(facts.DraftsChanged(id))


def move(
    connection: Connection,
    told: list[object],
    id: str,
    *,
    fresh: str,
    kind: str,
    form: FormReference,
    session: str,
    at_ms: int,
) -> None:
    """Begin `fresh` in place of the draft `id`: the same document in another version of its form, with nothing in it
    yet. The old one can be put back for 30 days, like any that was discarded.
    """
    discard(connection, told, id, at_ms)
    connection.execute(
        "INSERT INTO draft (id, doc, scope, kind, form_id, form_version, form_hash, bases, shown, started_at_ms,"
        " saved_at_ms, session) SELECT ?, doc, scope, ?, ?, ?, ?, bases, shown, started_at_ms, ?, ? FROM draft"
        " WHERE id = ?",
        (fresh, kind, form.id, form.version, form.hash, at_ms, session, id),
    )
    told.append(facts.DraftsChanged(fresh))


def finish(connection: Connection, told: list[object], id: str) -> None:
    """The draft has become a revision in this same transaction: it ends here."""
    _open_row(connection, id)
    connection.execute("DELETE FROM draft WHERE id = ?", (id,))
    search.forget(connection, "draft", id)
    told.append(facts.DraftsChanged(id))


def note_opened(connection: Connection, id: str) -> None:
    """Its author has seen that it was recovered."""
    connection.execute("UPDATE draft SET recovered = 0 WHERE id = ?", (id,))


def sweep(connection: Connection, at_ms: int) -> None:
    """Let go of what was discarded or removed more than 30 days ago."""
    connection.execute(
        "DELETE FROM draft WHERE state = 'discarded' AND discarded_at_ms < ?", (at_ms - KEPT_MS,)
    )
    connection.execute("DELETE FROM draft_key WHERE removed_at_ms < ?", (at_ms - KEPT_MS,))


def draft(connection: Connection, id: str, key: DraftKey | None = None) -> Draft:
    """One draft with everything in it; refused if `key` is given and it belongs to another."""
    found = _drafts(connection, "id = ?", (id,))
    if not found:
        raise DraftGone()
    it = found[0]
    if key is not None and key != DraftKey(it.doc, it.scope, it.form.id, it.form.hash):
        raise DraftElsewhere()
    return it


def open_drafts(connection: Connection) -> list[Draft]:
    """All unfinished notes, last written first."""
    return _drafts(connection, "state = 'open'", ())


def discarded_drafts(connection: Connection, at_ms: int) -> list[Draft]:
    """What can still be put back, last discarded first."""
    return _drafts(connection, "state = 'discarded' AND discarded_at_ms >= ?", (at_ms - KEPT_MS,))


def _drafts(connection: Connection, which: str, values: tuple[object, ...]) -> list[Draft]:
    rows = connection.execute(
        "SELECT id, doc, scope, kind, form_id, form_version, form_hash, bases, shown, state, place,"  # noqa: S608 - fixed
        " started_at_ms, saved_at_ms, discarded_at_ms, recovered FROM draft"
        f" WHERE {which} ORDER BY COALESCE(discarded_at_ms, saved_at_ms) DESC, id",
        values,
    ).fetchall()
    return [_draft(connection, row) for row in rows]


def _draft(connection: Connection, row: tuple[Any, ...]) -> Draft:
    (id, doc, scope, kind, form_id, version, form_hash, bases, shown, state) = row[:10]
    place, started, saved, discarded, recovered = row[10:]
    answers: dict[str, Value] = {}
    touched = set()
    for key, value, is_touched, removed in connection.execute(
        "SELECT key, value, touched, removed_at_ms FROM draft_key WHERE draft = ? ORDER BY key", (id,)
    ):
        if is_touched:
            touched.add(key)
        if value is not None and removed is None:
            answers[key] = json.loads(value)
    return Draft(
        id=id,
        doc=doc,
        scope=scope,
        kind=kind,
        form=FormReference(form_id, version, form_hash),
        bases=json.loads(bases),
        shown=None if shown is None else json.loads(shown),
        state=state,
        place=json.loads(place),
        answers=answers,
        touched=frozenset(touched),
        started_at_ms=started,
        saved_at_ms=saved,
        discarded_at_ms=discarded,
        recovered=bool(recovered),
    )


def _open_row(connection: Connection, id: str) -> tuple[str, str, str]:
    row = connection.execute(
        "SELECT scope, kind, form_hash FROM draft WHERE id = ? AND state = 'open'", (id,)
    ).fetchone()
    if row is None:
        raise DraftGone()
    return (row[0], row[1], row[2])


def _index(connection: Connection, shelf: Shelf, id: str, row: tuple[str, str, str]) -> None:
    scope, kind, form_hash = row
    answers = {
        key: json.loads(value)
        for key, value in connection.execute(
            "SELECT key, value FROM draft_key"
            " WHERE draft = ? AND value IS NOT NULL AND removed_at_ms IS NULL ORDER BY key",
            (id,),
        )
        if not is_row(key)
    }
    search.index_draft(connection, id, scope, kind, answers, shelf.definition(connection, form_hash))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
