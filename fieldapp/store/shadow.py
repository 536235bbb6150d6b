"""The newest head received of each document, and the record of revisions it stands on.

Promise: only an entry of the pulled log moves a shadow; own unsent work never does; a revision is kept byte for byte
and once. Never here: checking the chain or a signature (the caller has done that before), merging.
Source: protocol section 1 ("Shadow"), 5.4, 5.5; `set_by` is kept beside the head as section 6 asks.
"""

from __future__ import annotations

import json
from typing import Any

from fieldapp.protocol import canonical
from fieldapp.protocol.merge import DocumentState, SetBy, follow, last_body
from fieldapp.protocol.revision import Envelope, Revision

from . import shelf
from .database import Connection


class Revisions:
    """Revisions by hash from the open transaction, each parsed at most once. Call it as merging's `lookup`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[str, Revision | None] = {}

    def __call__(self, hash_: str) -> Revision | None:
        if hash_ not in self._found:
            row = self._connection.execute(
                "SELECT canonical FROM revision WHERE hash = ?", (hash_,)
            ).fetchone()
            self._found[hash_] = None if row is None else reread(hash_, row[0])
        return self._found[hash_]

    def know(self, revision: Revision) -> None:
        """Remember a revision that was just made or received."""
        self._found[revision.hash] = revision


def reread(hash_: str, data: bytes) -> Revision:
    """A revision from the store. Its shape was checked when it came in, and the file itself is authenticated."""
    return Revision(json.loads(data), bytes(data), hash_)


def keep_revision(
    connection: Connection, envelope: Envelope, *, own: bool, at_ms: int, role: str | None, seq: int | None
) -> bool:
    """Store a revision, or note its place in the log if it is here already. True if it is new here."""
    revision = envelope.revision
    there = connection.execute("SELECT seq FROM revision WHERE hash = ?", (revision.hash,)).fetchone()
    if there is not None:
        if seq is not None and there[0] is None:
            connection.execute(
                "UPDATE revision SET role = ?, seq = ? WHERE hash = ?", (role, seq, revision.hash)
            )
        return False
    connection.execute(
        "INSERT INTO revision (hash, doc, kind, scope, author, device, counter, first_parent, canonical, sig,"
        " role, seq, own, arrived_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            revision.hash,
            revision.doc,
            revision.kind,
            revision.scope,
            revision.author,
            revision.device,
            revision.counter,
            revision.parents[0] if revision.parents else None,
            revision.canonical,
            envelope.sig,
            role,
            seq,
            int(own),
            at_ms,
        ),
    )
    return True


def apply_entry(
    connection: Connection, revisions: Revisions, envelope: Envelope, *, role: str, seq: int, at_ms: int
) -> None:
    """One entry of a scope's log, already verified: keep it, and if it is a main entry move the shadow to it.

    The caller refreshes the projection of the document afterwards (projection.refresh), once per page.
    """
    revision = envelope.revision
    keep_revision(connection, envelope, own=False, at_ms=at_ms, role=role, seq=seq)
    revisions.know(revision)
    shelf.want(connection, revision.form)
    if role == "main":
        write(connection, revision, follow(state(connection, revisions, revision.doc), revision))


def head(connection: Connection, doc: str) -> str | None:
    """Hash of the newest head received."""
    row = connection.execute("SELECT head FROM shadow WHERE doc = ?", (doc,)).fetchone()
    return None if row is None else str(row[0])


def state(connection: Connection, revisions: Revisions, doc: str) -> DocumentState:
    """The document as the service last showed it; a document not yet begun if it never did."""
    row = connection.execute("SELECT head, state FROM shadow WHERE doc = ?", (doc,)).fetchone()
    if row is None:
        return DocumentState()
    held = revisions(row[0])
    if held is None:
        raise LookupError("a shadow without its revision")  # a foreign key forbids it
    told = json.loads(row[1])
    setters = [SetBy(rev, author) for rev, author in told["setters"]]
    return DocumentState(
        head=held.hash,
        body=held.body if held.body is not None else last_body(held.hash, revisions),
        deleted=told["deleted"],
        open=held.open,
        set_by={key: setters[place] for key, place in told["set_by"].items()},
        form=held.form,
        blobs=tuple(held.blobs),
        signed_off=held.signed_off,
        begun=True,
    )


def write(connection: Connection, main: Revision, after: DocumentState) -> None:
    """Move the shadow of `main`'s document to it."""
    connection.execute(
        "INSERT INTO shadow (doc, scope, head, state) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (doc) DO UPDATE SET head = excluded.head, state = excluded.state",
        (main.doc, main.scope, main.hash, _state_text(after)),
    )


def _state_text(after: DocumentState) -> str:
    """`set_by` names few revisions and many keys, so each revision stands once."""
    places: dict[SetBy, int] = {}
    set_by: dict[str, Any] = {key: places.setdefault(by, len(places)) for key, by in after.set_by.items()}
    setters = [[by.rev, by.author] for by in places]
    told = {"deleted": after.deleted, "setters": setters, "set_by": set_by}
    return canonical.encode(told).decode("utf-8")
