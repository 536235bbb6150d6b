"""The published forms on this laptop: their XML by hash, parsed once, and what merging asks of them.

Promise: a form is exactly the bytes its hash names, and is kept as long as anything names it. A form that has not
arrived yet has no merge types, and `missing` names it. Never here: choosing a form for someone, fetching one.
Source: protocol sections 5.7 and 6 (the later published form of two); architecture, "Every kind has a form".
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.forms import Definition
from fieldapp.protocol import canonical

from .database import Connection
from .errors import StoreError

NO_TYPES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class PublishedForm:
    """One entry of the list of forms: newest last, as the service lists them."""

    id: str
    version: str
    hash: str
    here: bool
    """Whether its XML is on this laptop."""


class Shelf:
    """Parsed forms, kept for as long as the program runs. One shelf per store; any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._parsed: dict[str, Definition] = {}

    def definition(self, connection: Connection, form_hash: str) -> Definition | None:
        """The parsed form, or None while its XML is not here."""
        with self._lock:
            found = self._parsed.get(form_hash)
        if found is not None:
            return found
        data = xml(connection, form_hash)
        if data is None:
            return None
        from fieldapp.forms import load_definition

        parsed = load_definition(data)
        with self._lock:
            return self._parsed.setdefault(form_hash, parsed)


class FormsHere:
    """What merging asks of forms, answered from this laptop's shelf in one transaction."""

    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        self._connection = connection
        self._shelf = shelf
        self._ranks: dict[str, int] = {}

    def definition(self, form: Mapping[str, Any] | None) -> Definition | None:
        """The parsed form that a revision names."""
        return None if form is None else self._shelf.definition(self._connection, form["hash"])

    def merge_types(self, form: Mapping[str, Any] | None) -> Mapping[str, str]:
        """Form path to merge type; empty for no form, or one that has not arrived."""
        found = self.definition(form)
        return NO_TYPES if found is None else found.merge_types()

    def later(
        self, left: Mapping[str, Any] | None, right: Mapping[str, Any] | None
    ) -> Mapping[str, Any] | None:
        """The later published of the two; a form before none; the same: left."""
        if left is None or right is None:
            return left if right is None else right
        return right if self._rank(right["hash"]) > self._rank(left["hash"]) else left

    def _rank(self, form_hash: str) -> int:
        if form_hash not in self._ranks:
            row = self._connection.execute("SELECT rank FROM form WHERE hash = ?", (form_hash,)).fetchone()
            self._ranks[form_hash] = -1 if row is None else row[0]
        return self._ranks[form_hash]


def xml(connection: Connection, form_hash: str) -> bytes | None:
    """The published XML with this hash, or None while it is not here."""
    row = connection.execute("SELECT xml FROM form WHERE hash = ?", (form_hash,)).fetchone()
    return None if row is None or row[0] is None else bytes(row[0])


def published(connection: Connection) -> tuple[PublishedForm, ...]:
    """All forms listed by the service, newest last."""
    rows = connection.execute(
        "SELECT id, version, hash, xml IS NOT NULL FROM form WHERE listed = 1 ORDER BY rank"
    )
    return tuple(PublishedForm(id, version, hash_, bool(here)) for id, version, hash_, here in rows)


def newest(connection: Connection, form_id: str) -> PublishedForm | None:
    """The newest published form of this name whose XML is here."""
    found = [each for each in published(connection) if each.id == form_id and each.here]
    return found[-1] if found else None


def list_forms(connection: Connection, listed: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Keep the service's list of (id, version, hash), newest last; returns the hashes whose XML is wanted."""
    for rank, (id, version, hash_) in enumerate(listed):
        connection.execute(
            "INSERT INTO form (hash, id, version, rank, listed) VALUES (?, ?, ?, ?, 1)"
            " ON CONFLICT (hash) DO UPDATE SET rank = excluded.rank, listed = 1",
            (hash_, id, version, rank),
        )
    return missing(connection)


def want(connection: Connection, form: Mapping[str, Any] | None) -> None:
    """A revision names this form: if it is unknown here, note that it is wanted."""
    if form is not None:
        connection.execute(
            "INSERT INTO form (hash, id, version, rank, listed) VALUES (?, ?, ?, -1, 0)"
            " ON CONFLICT (hash) DO NOTHING",
            (form["hash"], form["id"], form["version"]),
        )


def missing(connection: Connection) -> tuple[str, ...]:
    """Hashes of forms that are listed or named, and not here yet; oldest first."""
    rows = connection.execute("SELECT hash FROM form WHERE xml IS NULL ORDER BY rank, hash")
    return tuple(row[0] for row in rows)


def put(connection: Connection, data: bytes) -> str:
    """Keep a form's XML under its hash, which must be known; returns the hash."""
    form_hash = canonical.sha256_hex(data)
    changed = connection.execute("UPDATE form SET xml = ? WHERE hash = ?", (data, form_hash))
    if changed.rowcount != 1:
        raise StoreError("a form that nobody named")
    return form_hash
