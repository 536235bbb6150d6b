"""What a device is told about the scopes it names: news, or that it is gone, or that the histories differ.

Promise: permission and entries are read at one moment, so that a removed user receives nothing committed after the
removal; a page never holds more than was asked for, except that news has at least one entry; the bytes sent are the
bytes that were signed. Never here: writing. Source: protocol 1 sections 5.3 to 5.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fieldapp.protocol import wire
from fieldapp.protocol.chain import START
from fieldapp.protocol.wire import Cursor
from fieldapp.service import database as db
from fieldapp.service import people

# How many entry sizes are looked at in one go; a page of small revisions takes several.
_SIZES_AT_ONCE = 1000


@dataclass(slots=True)
class Pull:
    """One pull, inside one open read transaction."""

    connection: sa.Connection
    reader: people.UserAccount
    today: str
    left_bytes: int
    _has_entries: bool = False

    def news(self, cursors: Sequence[Cursor]) -> Iterator[bytes]:
        """The members of `scopes`, as JSON, in the order of the cursors; only those with something to say."""
        for cursor in cursors:
            found = self._scope_news(cursor)
            if found is not None:
                yield found

    def _scope_news(self, cursor: Cursor) -> bytes | None:
        scope = self.connection.execute(
            sa.select(db.scope.c.owner_id, db.scope.c.head, db.scope.c.chain).where(
                db.scope.c.id == cursor.scope
            )
        ).one_or_none()
        gone = self._gone(cursor.scope, scope)
        if scope is None or gone is not None:
            return wire.write({"scope": cursor.scope, "gone": gone or "unknown"})
        if cursor.seq > scope.head or self._chain_at(cursor) != cursor.chain:
            return wire.write({"scope": cursor.scope, "diverged": True, "head": scope.head})
        if cursor.seq == scope.head:
            return None
        last = self._last_that_fits(cursor)
        head = wire.write({"scope": cursor.scope, "from": cursor.seq + 1})[:-1]
        tail = wire.write({"head": scope.head, "chain": scope.chain, "more": last < scope.head})[1:]
        return b"".join((head, b',"entries":[', b",".join(self._entries(cursor, last)), b"],", tail))

    def _gone(self, scope_id: str, scope: Any) -> str | None:
        """Why this user gets nothing of the scope, if so. Who never held it cannot tell it from one that is not."""
        if scope is None:
            return "unknown"
        if scope.owner_id is not None:
            readable = people.may_read_user_scope(self.connection, self.reader, scope.owner_id)
            return None if readable else "unknown"
        standing = people.standing(self.connection, self.reader.id, scope_id, self.today)
        if standing.role is not None:
            return None
        return "reassigned" if standing.held_once else "unknown"

    def _chain_at(self, cursor: Cursor) -> str | None:
        if cursor.seq == 0:
            return START
        table = db.entry
        found: str | None = self.connection.execute(
            sa.select(table.c.chain).where(table.c.scope == cursor.scope, table.c.seq == cursor.seq)
        ).scalar_one_or_none()
        return found

    def _last_that_fits(self, cursor: Cursor) -> int:
        """The seq of the last entry that goes into this page; the reply's very first entry always does."""
        table = db.entry
        last = cursor.seq
        while True:
            sizes = self.connection.execute(
                sa.select(table.c.seq, table.c.size)
                .where(table.c.scope == cursor.scope, table.c.seq > last)
                .order_by(table.c.seq)
                .limit(_SIZES_AT_ONCE)
            ).all()
            for seq, size in sizes:
                if self._has_entries and size > self.left_bytes:
                    return last
                self._has_entries = True
                self.left_bytes -= size
                last = seq
            if len(sizes) < _SIZES_AT_ONCE:
                return last

    def _entries(self, cursor: Cursor, last: int) -> Iterator[bytes]:
        """The log's lines with each revision's canonical bytes as they were hashed."""
        table, kept = db.entry, db.revision
        found = self.connection.execute(
            sa.select(table.c.seq, table.c.role, kept.c.written, kept.c.sig)
            .join(kept, kept.c.hash == table.c.hash)
            .where(table.c.scope == cursor.scope, table.c.seq > cursor.seq, table.c.seq <= last)
            .order_by(table.c.seq)
        )
        for row in found:
            yield b'{"seq":%d,"role":"%s","rev":%s,"sig":"%s"}' % (
                row.seq,
                row.role.encode("ascii"),
                bytes(row.written),
                row.sig.encode("ascii"),
            )
