"""What comes from the service: pages of a scope's log, families that arrive and go, forms, keys and names.

Promise: a page and the cursor behind it are one transaction: shadow, revisions, documents, search and open questions
move together or not at all, and a page that does not begin where the last one ended is refused. A family that is
gone takes its rows with it, but never unsent or held work, and never a draft.
Never here: checking a chain or a signature (fieldapp/sync has done that before), the network.
Source: protocol sections 5.3 to 5.7 and 7; the store's design, "Tables".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.ports import Clock
from fieldapp.protocol import chain
from fieldapp.protocol.revision import Envelope
from fieldapp.protocol.times import parse_time

from . import facts, meta, outbox, people, projection, reckoning, shadow, shelf
from .database import Connection
from .errors import StoreError
from .shadow import Revisions
from .shelf import Shelf


@dataclass(frozen=True, slots=True)
class Place:
    """How far one scope's log has been read here."""

    scope: str
    seq: int
    chain: str


@dataclass(frozen=True, slots=True)
class Received:
    """One verified entry of a log."""

    seq: int
    role: str
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Carrying:
    """An assignment of this laptop's user to a family, as its head reads."""

    family: str
    since: str | None
    until: str | None


# -- cursors ------------------------------------------------------------------------------------------------------


def places(connection: Connection) -> tuple[Place, ...]:
    """The scopes that are read here: the user's own first, then families as they were added."""
    own = people.device(connection)
    rows = connection.execute(
        "SELECT id, seq, chain FROM scope WHERE state = 'held' ORDER BY id <> ?, added_at_ms, id",
        ("" if own is None else own.user_id,),
    )
    return tuple(Place(*row) for row in rows)


def diverged(connection: Connection) -> frozenset[str]:
    """Scopes whose log did not match."""
    return frozenset(row[0] for row in connection.execute("SELECT id FROM scope WHERE diverged = 1"))


def add_scope(connection: Connection, scope: str, at_ms: int) -> None:
    """Begin to read a scope from its first entry; one that was made here, or had ended, is taken up again."""
    connection.execute(
        "INSERT INTO scope (id, seq, chain, state, added_at_ms) VALUES (?, 0, ?, 'held', ?)"
        " ON CONFLICT (id) DO UPDATE SET state = 'held', gone = NULL",
        (scope, chain.START, at_ms),
    )


def mark_diverged(connection: Connection, scope: str) -> None:
    """Show that this scope's log does not match; nothing of it is touched."""
    connection.execute("UPDATE scope SET diverged = 1 WHERE id = ?", (scope,))


def carrying(connection: Connection) -> tuple[Carrying, ...]:
    """The user's own assignments as they read now. One that cannot be read assigns nothing."""
    own = people.device(connection)
    if own is None:
        return ()
    found = []
    for document in projection.documents(connection, scope=own.user_id, kinds=("assignment",)):
        family, since, until = (document.body.get(name) for name in ("family", "from", "until"))
        if isinstance(family, str) and all(date is None or isinstance(date, str) for date in (since, until)):
            found.append(
                Carrying(
                    family,
                    since if isinstance(since, str) else None,
                    until if isinstance(until, str) else None,
                )
            )
    return tuple(found)


# -- a page -------------------------------------------------------------------------------------------------------


def apply_page(
    connection: Connection,
    told: list[object],
    shelf_: Shelf,
    before: Place,
    entries: Sequence[Received],
    after: Place,
    head: int,
    at_ms: int,
) -> None:
    """Apply verified entries and move the cursor, in the transaction that is open.

    `head` is the service's newest number: a scope is read to its end when the cursor is there.
    """
    row = connection.execute("SELECT seq, chain FROM scope WHERE id = ?", (before.scope,)).fetchone()
    here = (0, chain.START) if row is None else tuple(row)
    if here != (before.seq, before.chain):
        raise StoreError("a page that does not begin at the cursor")
    if row is None:
        add_scope(connection, before.scope, at_ms)
    revisions = Revisions(connection)
    for entry in entries:
        shadow.apply_entry(connection, revisions, entry.envelope, role=entry.role, seq=entry.seq, at_ms=at_ms)
    connection.execute(
        "UPDATE scope SET seq = ?, chain = ?, head = ?, more = ?,"
        " read_at_ms = CASE WHEN ? THEN read_at_ms ELSE ? END WHERE id = ?",
        (after.seq, after.chain, head, int(head > after.seq), int(head > after.seq), at_ms, after.scope),
    )
    docs = [entry.envelope.revision.doc for entry in entries]
    projection.refresh(connection, told, shelf_, docs, revisions)
    if before.seq == 0 and entries:
        told.append(facts.ScopeArrived(before.scope))


# -- a family goes ------------------------------------------------------------------------------------------------


def erase_scope(
    connection: Connection, told: list[object], shelf_: Shelf, scope: str, reason: str
) -> tuple[str, ...]:
    """Forget a family that is no longer this user's, but for what was not delivered into its record.

    Returns the names of sealed files that nothing refers to any more; the caller removes them after COMMIT.
    """
    kept = "(SELECT hash FROM outbox UNION SELECT hash FROM held)"
    docs = [row[0] for row in connection.execute("SELECT id FROM document WHERE scope = ?", (scope,))]
    files = [
        row[0]
        for row in connection.execute(
            "SELECT file FROM attachment WHERE scope = ? AND (sent = 1 OR doc NOT IN"
            " (SELECT doc FROM outbox UNION SELECT doc FROM held UNION SELECT doc FROM draft))",
            (scope,),
        )
    ]
    connection.executemany("DELETE FROM attachment WHERE file = ?", [(file,) for file in files])
    connection.execute("DELETE FROM shadow WHERE scope = ?", (scope,))
    connection.execute(
        "DELETE FROM ledger WHERE scope = ? AND hash NOT IN (SELECT hash FROM outbox)", (scope,)
    )
    connection.execute(
        f"DELETE FROM revision WHERE scope = ? AND hash NOT IN {kept}"  # noqa: S608 - fixed text
        " AND hash NOT IN (SELECT hash FROM ledger)",
        (scope,),
    )
    connection.execute("DELETE FROM scope WHERE id = ?", (scope,))
    projection.refresh(connection, told, shelf_, docs)
    told.append(facts.ScopeGone(scope, reason))
    outbox.tell_counts(connection, told)
    return tuple(files)


def remove_files(folder: Path, files: Iterable[str]) -> None:
    """Take sealed files away whose keys the store has already forgotten."""
    for file in files:
        (folder / "blobs" / file).unlink(missing_ok=True)


# -- what the service says about itself and others ------------------------------------------------------------------


def keep_service(
    connection: Connection, keys: Sequence[tuple[str, str]], epoch: str, epoch_number: int
) -> None:
    """Keep the service's signing keys, and its epoch if none was known: a changed one is never taken over silently."""
    told = meta.get(connection, "device")
    if told is not None:
        meta.put(connection, "device", {**told, "service_keys": [list(key) for key in keys]})
    if meta.get(connection, "epoch") is None:
        meta.put(connection, "epoch", {"id": epoch, "n": epoch_number})


def note_time(connection: Connection, clock: Clock, server: str) -> None:
    """Remember the service's time of a reply that has just come."""
    reckoning.note_contact(connection, clock, server, parse_time(server))


def list_forms(
    connection: Connection, told: list[object], listed: Sequence[tuple[str, str, str]], at: str
) -> None:
    """Keep the list of published forms and when it was read."""
    if at:
        meta.put(connection, "forms_asked_at_ms", parse_time(at))
    shelf.list_forms(connection, listed)
    told.append(facts.FormsArrived(tuple(hash_ for _id, _version, hash_ in listed)))


def put_form(connection: Connection, told: list[object], shelf_: Shelf, xml: bytes) -> None:
    """Keep a form; documents with own unsent work are shown anew, since their merge types may have come with it.

    `BadForm` undoes it all: a form that cannot be run is not kept.
    """
    form_hash = shelf.put(connection, xml)
    shelf_.definition(connection, form_hash)
    docs = [row[0] for row in connection.execute("SELECT DISTINCT doc FROM outbox ORDER BY doc")]
    projection.refresh_of_forms(connection, told, shelf_, (form_hash,))
    projection.refresh(connection, told, shelf_, docs)
    told.append(facts.FormsArrived((form_hash,)))


def forms_lacking(connection: Connection, named: Iterable[str] = ()) -> tuple[str, ...]:
    """Forms to fetch: the newest of each name on the list, and any that a revision (or `named`) speaks of."""
    rows = connection.execute(
        "SELECT hash, listed, rank = (SELECT max(rank) FROM form AS other WHERE other.id = form.id)"
        " FROM form WHERE xml IS NULL ORDER BY rank, hash"
    )
    wanted = set(named)
    return tuple(hash_ for hash_, listed, is_newest in rows if is_newest or not listed or hash_ in wanted)


def forms_named(connection: Connection) -> frozenset[str]:
    """Hashes of all forms that some document here belongs to."""
    rows = connection.execute(
        "SELECT DISTINCT json_extract(form, '$[2]') FROM document WHERE form IS NOT NULL"
    )
    return frozenset(row[0] for row in rows)


def unnamed_authors(connection: Connection) -> tuple[str, ...]:
    """Users who wrote something here and whose names are not known."""
    known = people.known_users(connection)
    rows = connection.execute("SELECT DISTINCT author FROM revision ORDER BY author")
    return tuple(row[0] for row in rows if row[0] not in known)
