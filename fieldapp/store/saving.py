"""From changes a person made to signed revisions, in the one transaction of the local write rule.

Promise: the revision, the outbox, the device's counter, the document as screens read it and its search text (and, by
the caller, the end of its draft) change together or not at all; several changes become one filing group. What is saved was edited from
what its author saw: a revision's first parent is this laptop's newest own work on the document, else the newest head
received, else what the caller names. Never here: what a form or a kind means, sending, deciding a conflict.
Source: protocol section 1 (the revision, "Local write rule"), section 4.2 (groups); architecture, "The way of one
answer".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol import canonical, chain
from fieldapp.protocol.merge import ancestors, last_body
from fieldapp.protocol.revision import Envelope, Revision, Written, form_reference, rows_of
from fieldapp.protocol.signing import DeviceKey
from fieldapp.records.document import FormReference, Value

from . import facts, meta, people, projection, reckoning, shadow, shelf
from .database import Connection
from .errors import StoreError
from .shadow import Revisions
from .shelf import Shelf

GROUP_MAX = 20
SALT_BYTES = 16

Body = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """What a person made of one document: its whole new text, or that it is to be deleted (`body` None)."""

    doc: str
    kind: str
    scope: str
    body: Body | None
    form: FormReference | None
    edited: str | None = None
    """The revision that the edit began from, if it began before now (a draft's base)."""
    shown: Body | None = None
    """What was on screen when the edit began, where that was not simply that revision's text: a preview of several
    people's work. Only what differs from it is then this person's change."""
    decides: tuple[str, ...] = ()
    """Sides of open questions that this change decides."""
    signed_off: bool = False
    blobs: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved; durable by the time anybody holds this value."""

    hashes: tuple[str, ...]
    docs: tuple[str, ...]
    group: str | None
    at_ms: int
    """The laptop's reckoning of when: what "Saved on this laptop 14:32" shows."""
    envelopes: tuple[Envelope, ...] = field(default=(), repr=False)


@dataclass(slots=True)
class _Pen:
    """This device's hand while one group is written: who signs, and the last number and hash it gave."""

    device: people.Device
    key: DeviceKey
    counter: int
    prev: str | None
    written: Written
    group: str | None
    entropy: Entropy
    at_ms: int


def save(
    connection: Connection,
    told: list[object],
    shelf_: Shelf,
    changes: Sequence[Change],
    *,
    clock: Clock,
    entropy: Entropy,
) -> Saved:
    """Write `changes` as revisions of one filing group, in the transaction that is open."""
    if not 1 <= len(changes) <= GROUP_MAX:
        raise StoreError("group size")
    if len({change.doc for change in changes}) != len(changes):
        raise StoreError("a document twice in one group")
    revisions = Revisions(connection)
    pen = _take_pen(connection, clock, entropy, len(changes))
    envelopes = []
    for change in changes:
        envelope = _sign(pen, _members(connection, revisions, pen, change))
        _keep(connection, pen, envelope)
        revisions.know(envelope.revision)
        envelopes.append(envelope)
    meta.put(connection, "prev", pen.prev)
    docs = tuple(change.doc for change in changes)
    projection.refresh(connection, told, shelf_, docs, revisions)
    hashes = tuple(envelope.revision.hash for envelope in envelopes)
    scopes = tuple(dict.fromkeys(change.scope for change in changes))
    shown = reckoning.shown_time(reckoning.contact(connection), clock)
    told.append(facts.RevisionSaved(hashes, docs, scopes, shown.at_ms))
    return Saved(hashes, docs, pen.group, shown.at_ms, tuple(envelopes))


def _take_pen(connection: Connection, clock: Clock, entropy: Entropy, count: int) -> _Pen:
    device = people.required_device(connection)
    last = reckoning.contact(connection)
    passed = reckoning.elapsed_ms(last, clock)
    server = last.server if last is not None and passed is not None else None
    now = clock.wall_ms()
    return _Pen(
        device=device,
        key=DeviceKey(canonical.unb64u(meta.get(connection, "device_key"))),
        counter=meta.get(connection, "counter", 0),
        prev=meta.get(connection, "prev"),
        written=Written.now(clock, server, passed),
        group=uuid7(now, entropy) if count > 1 else None,
        entropy=entropy,
        at_ms=now,
    )


def _members(connection: Connection, revisions: Revisions, pen: _Pen, change: Change) -> dict[str, Any]:
    first, shown = _edited(connection, revisions, change)
    body = None if change.body is None else _own_text(revisions, change.body, shown, first)
    flags = [*(["deleted"] if body is None else []), *(["signed_off"] if change.signed_off else [])]
    form = change.form
    return {
        "v": 1,
        "doc": change.doc,
        "kind": change.kind,
        "scope": change.scope,
        "parents": [] if first is None else [first, *(side for side in change.decides if side != first)],
        "body": body,
        "open": [],
        "form": None if form is None else form_reference(form.id, form.version, form.hash),
        "blobs": [dict(blob) for blob in change.blobs],
        "author": pen.device.user_id,
        "device": pen.device.id,
        "counter": pen.counter + 1,
        "prev": pen.prev,
        "group": pen.group,
        "written": pen.written.to_wire(),
        "flags": flags,
        "salt": canonical.b64u(pen.entropy.random_bytes(SALT_BYTES)),
    }


def _edited(connection: Connection, revisions: Revisions, change: Change) -> tuple[str | None, Body | None]:
    """The first parent of a change, and what its author saw if that was not simply this parent's text.

    An edit that began earlier names what it began from. If its author has saved other work on the document since (or
    what it began from is now held outside the record), it goes on from there instead: a run of one's own edits never
    asks its author a question.
    """
    if change.edited is None:
        return edited_from(connection, revisions, change.doc), change.shown
    own = _newest_own(connection, revisions, change.doc)
    moved_on = own is not None and own.hash != change.edited and change.edited in ancestors(own, revisions)
    if own is not None and moved_on:
        first: str | None = own.hash
    elif _is_held(connection, change.edited):
        first = edited_from(connection, revisions, change.doc)
    else:
        return change.edited, change.shown
    return first, last_body(change.edited, revisions) if change.shown is None else change.shown


def _newest_own(connection: Connection, revisions: Revisions, doc: str) -> Revision | None:
    """This device's newest revision of a document that is not outside the record."""
    row = connection.execute(
        "SELECT hash FROM revision r WHERE doc = ? AND own = 1"
        " AND NOT EXISTS (SELECT 1 FROM held WHERE held.hash = r.hash) ORDER BY counter DESC LIMIT 1",
        (doc,),
    ).fetchone()
    return None if row is None else revisions(row[0])


def _own_text(revisions: Revisions, body: Body, shown: Body | None, first: str | None) -> dict[str, Value]:
    """The author's text on top of what was edited: what others wrote meanwhile is not claimed as the author's.

    A preview on screen may hold other people's answers beside the author's unsent ones. Saving it as it is would
    count theirs as changed by this author, and would quietly decide questions that nobody decided.
    """
    if shown is None:
        return dict(body)
    base = last_body(first, revisions)
    kept = {key: value for key, value in base.items() if key in body or key not in shown}
    kept.update({key: value for key, value in body.items() if shown.get(key) != value})
    return _with_rows(kept, body)


def _with_rows(kept: dict[str, Value], body: Body) -> dict[str, Value]:
    """A key inside a row stands only beside that row's own key (protocol section 1)."""
    whole = dict(kept)
    for key in kept:
        for row in rows_of(key):
            if row not in whole:
                whole[row] = body.get(row, 0)
    return whole


def edited_from(connection: Connection, revisions: Revisions, doc: str) -> str | None:
    """What an edit made now edits: own work not yet shown back, on which this edit goes on; else the shadow.

    An own revision that is held outside the record is not built upon (protocol section 4.3: new edits of the document
    start from the shadow), unless the document has never been in the record at all.
    """
    outside: set[str] = set()
    newest: str | None = None
    for hash_ in projection.pending(connection, doc):
        own = revisions(hash_)
        if own is None or (
            own.parents and (own.parents[0] in outside or _is_held(connection, own.parents[0]))
        ):
            outside.add(hash_)
            continue
        newest = hash_
    if newest is not None:
        return newest
    received = shadow.head(connection, doc)
    if received is not None:
        return received
    row = connection.execute(
        "SELECT hash FROM held WHERE doc = ? ORDER BY counter DESC LIMIT 1", (doc,)
    ).fetchone()
    return None if row is None else str(row[0])


def _is_held(connection: Connection, hash_: str) -> bool:
    return connection.execute("SELECT 1 FROM held WHERE hash = ?", (hash_,)).fetchone() is not None


def _sign(pen: _Pen, members: dict[str, Any]) -> Envelope:
    revision = Revision.parse(members)
    envelope = Envelope(revision, pen.key.sign_hash(revision.hash))
    pen.counter += 1
    pen.prev = revision.hash
    return envelope


def _keep(connection: Connection, pen: _Pen, envelope: Envelope) -> None:
    revision = envelope.revision
    _follow_scope(connection, pen, revision)
    shadow.keep_revision(connection, envelope, own=True, at_ms=pen.at_ms, role=None, seq=None)
    connection.execute(
        "INSERT INTO outbox (hash, doc, scope, counter, filing_group, saved_at_ms) VALUES (?, ?, ?, ?, ?, ?)",
        (revision.hash, revision.doc, revision.scope, revision.counter, revision.group, pen.at_ms),
    )
    meta.put(connection, "counter", pen.counter)
    shelf.want(connection, revision.form)


def _follow_scope(connection: Connection, pen: _Pen, revision: Revision) -> None:
    """A new family is just a family document whose id is its scope: from now on this laptop holds that scope."""
    if revision.kind == "family" and revision.doc == revision.scope and not revision.parents:
        connection.execute(
            "INSERT INTO scope (id, seq, chain, state, added_at_ms) VALUES (?, 0, ?, 'new', ?)"
            " ON CONFLICT (id) DO NOTHING",
            (revision.scope, chain.START, pen.at_ms),
        )
