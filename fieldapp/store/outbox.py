"""What waits to be sent, what was answered, and what is held: outbox → ledger or held, and never anything else.

Promise: a revision leaves the outbox only in the transaction that writes its answer down; whatever was refused stays,
marked stuck with its reason; what the service turns out not to hold comes back. Unsent work outlives its family.
Never here: choosing what goes next (fieldapp/sync decides that), the network, the meaning of an answer for a person.
Source: protocol sections 1, 4.3 to 4.6 and 7; the store's design, "Tables".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.protocol.times import format_time

from . import facts, meta, people, projection
from .database import Connection
from .shelf import Shelf

ENVELOPE_BYTES = len(b'{"rev":,"sig":""},')
"""Around a revision's canonical bytes and its signature, as they stand in a request."""
FINAL = ("accepted", "conflict", "held")


@dataclass(frozen=True, slots=True)
class Unsent:
    """One revision in the outbox, without its text."""

    hash: str
    doc: str
    scope: str
    kind: str
    counter: int
    first_parent: str | None
    group: str | None
    size_bytes: int
    stuck: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service said about one revision that was sent."""

    hash: str
    status: str
    code: str | None = None
    detail: str | None = None
    head: str | None = None
    seq: int | None = None


def unsent(connection: Connection) -> tuple[Unsent, ...]:
    """The whole outbox in counter order."""
    rows = connection.execute(
        "SELECT o.hash, o.doc, o.scope, r.kind, o.counter, r.first_parent, o.filing_group,"
        " length(r.canonical) + length(r.sig) + ?, o.stuck"
        " FROM outbox o JOIN revision r ON r.hash = o.hash ORDER BY o.counter",
        (ENVELOPE_BYTES,),
    )
    return tuple(
        Unsent(hash_, doc, scope, kind, counter, first_parent, group, size_bytes, bool(stuck))
        for hash_, doc, scope, kind, counter, first_parent, group, size_bytes, stuck in rows
    )


def envelopes(connection: Connection, hashes: Sequence[str]) -> tuple[bytes, ...]:
    """The signed envelopes of these revisions as JSON, in this order, byte for byte as they were signed."""
    found = []
    for hash_ in hashes:
        data, sig = connection.execute(
            "SELECT canonical, sig FROM revision WHERE hash = ?", (hash_,)
        ).fetchone()
        found.append(b'{"rev":%b,"sig":"%b"}' % (bytes(data), sig.encode("ascii")))
    return tuple(found)


def mark_sending(connection: Connection, hashes: Iterable[str], at_ms: int) -> None:
    """These are on their way: screens show "Sending", and one more try is counted."""
    connection.executemany(
        "UPDATE outbox SET in_flight = 1, tries = tries + 1, tried_at_ms = ? WHERE hash = ?",
        [(at_ms, hash_) for hash_ in hashes],
    )


def clear_sending(connection: Connection) -> None:
    """No request is under way any more."""
    connection.execute("UPDATE outbox SET in_flight = 0 WHERE in_flight <> 0")


def apply_answers(
    connection: Connection, told: list[object], shelf: Shelf, answers: Sequence[Answer], at_ms: int
) -> None:
    """Write every answer down, move what is safe out of the outbox, and show the documents as they now stand."""
    docs: dict[str, None] = {}
    for answer in answers:
        row = connection.execute(
            "SELECT doc, scope, counter FROM outbox WHERE hash = ?", (answer.hash,)
        ).fetchone()
        if row is None:
            continue
        docs[row[0]] = None
        if answer.status not in FINAL:
            _stays(connection, answer)
        elif answer.status == "held":
            _to_held(connection, answer, row, at_ms)
        else:
            _to_ledger(connection, answer, row, at_ms)
    clear_sending(connection)
    projection.refresh(connection, told, shelf, docs)
    tell_counts(connection, told)


def _stays(connection: Connection, answer: Answer) -> None:
    """Refused: stuck, and others go on. Told to retry: it just waits."""
    connection.execute(
        "UPDATE outbox SET code = ?, detail = ?, stuck = ? WHERE hash = ?",
        (answer.code, answer.detail, int(answer.status == "refused"), answer.hash),
    )


def _to_ledger(connection: Connection, answer: Answer, row: tuple[str, str, int], at_ms: int) -> None:
    connection.execute(
        "INSERT INTO ledger (hash, doc, scope, counter, status, head, seq, answered_at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET status = excluded.status,"
        " head = excluded.head, seq = excluded.seq, answered_at_ms = excluded.answered_at_ms",
        (answer.hash, *row, answer.status, answer.head, answer.seq, at_ms),
    )
    # Sent once more after the service had lost it: what it says now is what is so.
    connection.execute("DELETE FROM held WHERE hash = ?", (answer.hash,))
    connection.execute("DELETE FROM outbox WHERE hash = ?", (answer.hash,))


def _to_held(connection: Connection, answer: Answer, row: tuple[str, str, int], at_ms: int) -> None:
    connection.execute(
        "INSERT INTO held (hash, doc, scope, counter, code, detail, held_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (hash) DO UPDATE SET code = excluded.code, detail = excluded.detail",
        (answer.hash, *row, answer.code, answer.detail, at_ms),
    )
    connection.execute("DELETE FROM ledger WHERE hash = ?", (answer.hash,))
    connection.execute("DELETE FROM outbox WHERE hash = ?", (answer.hash,))


def send_again(connection: Connection, told: list[object], shelf: Shelf, after: int, at_ms: int) -> None:
    """Put every answered own revision with a counter above `after` back in the outbox (protocol section 4.6).

    Its row in `ledger` or `held` stays until the service has said once more what became of it.
    """
    meta.put(connection, "have_counter", after)
    docs = []
    for table in ("ledger", "held"):
        rows = connection.execute(
            f"SELECT {table}.hash, {table}.doc FROM {table} JOIN revision USING (hash)"  # noqa: S608 - fixed names
            f" WHERE {table}.counter > ? AND revision.device = ?",
            (after, _device(connection)),
        ).fetchall()
        for hash_, doc in rows:
            connection.execute(
                "INSERT INTO outbox (hash, doc, scope, counter, filing_group, saved_at_ms)"
                " SELECT hash, doc, scope, counter, filing_group, ? FROM revision WHERE hash = ?"
                " ON CONFLICT (hash) DO NOTHING",
                (at_ms, hash_),
            )
            docs.append(doc)
    projection.refresh(connection, told, shelf, docs)
    tell_counts(connection, told)


def highest_answered(connection: Connection) -> int:
    """The highest counter among this device's revisions that the service has answered for good.

    After enrolling again a laptop is another device, and counts from one again.
    """
    row = connection.execute(
        "SELECT coalesce(max(revision.counter), 0) FROM revision WHERE device = ? AND own = 1"
        " AND (hash IN (SELECT hash FROM ledger) OR hash IN (SELECT hash FROM held))",
        (_device(connection),),
    ).fetchone()
    return int(row[0])


def _device(connection: Connection) -> str:
    own = people.device(connection)
    return "" if own is None else own.id


def tell_counts(connection: Connection, told: list[object]) -> None:
    """Announce how much waits and how much is held."""
    (ready,) = connection.execute("SELECT count(*) FROM outbox").fetchone()
    (held,) = connection.execute("SELECT count(*) FROM held WHERE settled_at_ms IS NULL").fetchone()
    told.append(facts.OutboxChanged(ready, held))


def manifest(connection: Connection, app: str, free_disk_bytes: int) -> Mapping[str, Any]:
    """Counts without content, as they are now (protocol section 7)."""
    count, oldest = connection.execute("SELECT count(*), min(saved_at_ms) FROM outbox").fetchone()
    (held,) = connection.execute("SELECT count(*) FROM held WHERE settled_at_ms IS NULL").fetchone()
    (drafts,) = connection.execute("SELECT count(*) FROM draft WHERE state = 'open'").fetchone()
    (blob_bytes,) = connection.execute(
        "SELECT coalesce(sum(size), 0) FROM attachment WHERE sent = 0"
    ).fetchone()
    return {
        "unsent": count,
        "oldest_unsent": None if oldest is None else format_time(oldest),
        "held": held,
        "drafts": drafts,
        "blob_bytes": blob_bytes,
        "last_counter": meta.get(connection, "counter", 0),
        "app": app,
        "free_disk": free_disk_bytes,
    }
