"""What has been finished here and where it has got to: waiting, held, sent. Read only.

Promise: the figures are the tables' own, so "All sent" is said only when nothing waits (invariant I20: the status
shown is true). Never here: sending, words on screen. Source: interface 2 (status strip), 2.1 (marks), 4.11.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .database import Connection

SENT_SHOWN_MS = 7 * 24 * 60 * 60 * 1000
DELIVERED = ("case_moved", "case_closed")
"""Held for a reason that asks nothing of the worker: shown as delivered, not as held (interface 2.1)."""


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """One revision of this laptop and how far it has got."""

    hash: str
    doc: str
    scope: str
    kind: str
    group: str | None
    status: str
    """ready, sending, stuck, held, delivered or sent."""
    code: str | None
    detail: str | None
    tries: int
    at_ms: int
    """Saved (ready), last tried (stuck), held, or answered."""
    deleted: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """The Waiting to send page: held first, then ready, then sent lately."""

    held: tuple[WaitingItem, ...]
    ready: tuple[WaitingItem, ...]
    sent: tuple[WaitingItem, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The plain numbers of the rail and the strip, and of the manifest."""

    ready: int
    """Notes not sent yet: a filing group counts as one note."""
    held: int
    drafts: int
    decisions: int
    unsent_revisions: int
    oldest_unsent_ms: int | None
    last_counter: int
    families: int


def waiting(connection: Connection, now_ms: int) -> Waiting:
    """Everything that this laptop finished and that is not long since sent."""
    ready = connection.execute(
        "SELECT o.hash, o.doc, o.scope, r.kind, o.filing_group,"
        " CASE WHEN o.stuck THEN 'stuck' WHEN o.in_flight THEN 'sending' ELSE 'ready' END,"
        " o.code, o.detail, o.tries, COALESCE(o.tried_at_ms, o.saved_at_ms), r.deletes"
        " FROM outbox o JOIN revision r ON r.hash = o.hash ORDER BY o.counter"
    ).fetchall()
    held = connection.execute(
        "SELECT h.hash, h.doc, h.scope, r.kind, r.filing_group, 'held',"
        " h.code, h.detail, 0, h.held_at_ms, r.deletes"
        " FROM held h JOIN revision r ON r.hash = h.hash WHERE h.settled_at_ms IS NULL ORDER BY h.counter"
    ).fetchall()
    sent = connection.execute(
        "SELECT l.hash, l.doc, l.scope, r.kind, r.filing_group, 'sent',"
        " NULL, NULL, 0, l.answered_at_ms, r.deletes"
        " FROM ledger l JOIN revision r ON r.hash = l.hash WHERE l.answered_at_ms >= ? ORDER BY l.counter DESC",
        (now_ms - SENT_SHOWN_MS,),
    ).fetchall()
    delivered = [_item((*row[:5], "delivered", *row[6:])) for row in held if row[6] in DELIVERED]
    all_ready = [_item(row) for row in ready]
    return Waiting(
        held=(
            *(_item(row) for row in held if row[6] not in DELIVERED),
            *(item for item in all_ready if item.status == "stuck"),
        ),
        ready=tuple(item for item in all_ready if item.status != "stuck"),
        sent=(*delivered, *(_item(row) for row in sent)),
    )


def _item(row: tuple[Any, ...]) -> WaitingItem:
    hash_, doc, scope, kind, group, status, code, detail, tries, at_ms, deleted = row
    return WaitingItem(hash_, doc, scope, kind, group, status, code, detail, tries, at_ms, bool(deleted))


def counts(connection: Connection) -> Counts:
    """All figures at once, in one view."""
    (ready,) = connection.execute(
        "SELECT count(DISTINCT COALESCE(filing_group, hash)) FROM outbox WHERE stuck = 0"
    ).fetchone()
    (stuck,) = connection.execute(
        "SELECT count(DISTINCT COALESCE(filing_group, hash)) FROM outbox WHERE stuck = 1"
    ).fetchone()
    (held,) = connection.execute(
        "SELECT count(DISTINCT COALESCE(r.filing_group, h.hash))"
        " FROM held h JOIN revision r ON r.hash = h.hash"
        " WHERE h.settled_at_ms IS NULL AND h.code NOT IN (?, ?)",
        DELIVERED,
    ).fetchone()
    (drafts,) = connection.execute("SELECT count(*) FROM draft WHERE state = 'open'").fetchone()
    (decisions,) = connection.execute(
        "SELECT COALESCE(sum(json_array_length(open)), 0) FROM document WHERE open <> '[]'"
    ).fetchone()
    (unsent, oldest) = connection.execute("SELECT count(*), min(saved_at_ms) FROM outbox").fetchone()
    counter = connection.execute("SELECT value FROM meta WHERE name = 'counter'").fetchone()
    (families,) = connection.execute(
        "SELECT count(*) FROM document WHERE kind = 'family' AND deleted = 0"
    ).fetchone()
    return Counts(
        ready=ready,
        held=held + stuck,
        drafts=drafts,
        decisions=decisions,
        unsent_revisions=unsent,
        oldest_unsent_ms=oldest,
        last_counter=0 if counter is None else int(counter[0]),
        families=families,
    )
