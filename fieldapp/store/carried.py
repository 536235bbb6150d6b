"""What this laptop carries, family by family, as "On this laptop" tells it. Read only.

Promise: the figures are the tables' own; a family whose log has been read to its end is as fresh as the last contact
with the service, one that has more to fetch is only as fresh as its last page. Never here: names, words on screen.
Source: interface 4.3 (age of the plan), 4.12; protocol sections 5.3 and 7.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import meta
from .database import Connection


@dataclass(frozen=True, slots=True)
class Carried:
    """One family's place on this laptop."""

    scope: str
    state: str
    """new, held or gone."""
    gone: str | None
    """reassigned, closed or unknown, once it is gone."""
    diverged: bool
    complete: bool
    """Everything the service had at the last contact is here."""
    fresh_ms: int | None
    """When its records last were what the service had; None if they never came from there."""
    unsent: int
    """Notes not sent yet: a filing group counts as one note."""
    held: int
    bytes: int
    """What its revisions and attachments take."""


def carried(connection: Connection, own_scope: str) -> tuple[Carried, ...]:
    """Every family here, and every one that is not read here any more but has work waiting; own scope is none."""
    contact = meta.get(connection, "contact")
    contact_ms = None if contact is None else int(contact["server_ms"])
    unsent = _counts(
        connection, "SELECT scope, count(DISTINCT COALESCE(filing_group, hash)) FROM outbox GROUP BY scope"
    )
    held = _counts(connection, "SELECT scope, count(*) FROM held WHERE settled_at_ms IS NULL GROUP BY scope")
    sizes = _counts(connection, "SELECT scope, sum(length(canonical)) FROM revision GROUP BY scope")
    files = _counts(connection, "SELECT scope, sum(size) FROM attachment GROUP BY scope")
    rows = connection.execute(
        "SELECT id, state, gone, diverged, more, seq, head, read_at_ms FROM scope WHERE id <> ?", (own_scope,)
    ).fetchall()
    found = []
    for scope, state, gone, diverged, more, seq, head, read_at_ms in rows:
        complete = state == "held" and not more and not diverged and seq >= head and read_at_ms is not None
        found.append(
            Carried(
                scope=scope,
                state=state,
                gone=gone,
                diverged=bool(diverged),
                complete=complete,
                fresh_ms=contact_ms if complete else read_at_ms,
                unsent=unsent.get(scope, 0),
                held=held.get(scope, 0),
                bytes=sizes.get(scope, 0) + files.get(scope, 0),
            )
        )
    listed = {one.scope for one in found} | {own_scope}
    found += [
        Carried(
            scope=scope,
            state="gone",
            gone="unknown",
            diverged=False,
            complete=False,
            fresh_ms=None,
            unsent=unsent.get(scope, 0),
            held=held.get(scope, 0),
            bytes=sizes.get(scope, 0) + files.get(scope, 0),
        )
        for scope in sorted({*unsent, *held} - listed)
    ]
    return tuple(found)


def _counts(connection: Connection, statement: str) -> dict[str, int]:
    """A figure for each family that has one."""
    return {str(scope): int(figure) for scope, figure in connection.execute(statement)}
