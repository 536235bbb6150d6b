"""The store's single facts: read and written as JSON under fixed names.

Promise: every name used anywhere stands in `NAMES` with its meaning; a read inside a transaction sees that
transaction. Never here: anything that there is more than one of (that has a table).
"""

from __future__ import annotations

import json
from typing import Any

from .database import Connection

NAMES = {
    "profile": "uuid of this folder; the key header names the same",
    "device": "who and where: see Device",
    "device_key": "private Ed25519 key, base64url",
    "counter": "number of this device's newest revision; 0 before the first",
    "prev": "hash of that revision, or null",
    "contact": "last answer of the service: its time, and this laptop's clocks at that moment",
    "epoch": "the service's {id, n}, as last told",
    "session": "{id, closed}: the unlocked session, and whether it ended by locking",
    "place": "where the user was at the last lock: screen, scroll, caret, …",
    "pass_back_pin": "{salt, hash}: guards child mode and the cover, opens nothing",
    "days_of_use": "dates (at most 60) on which the store was used since the last contact",
    "settings": "what the user chose in Settings",
    "have_counter": "the service's last have_counter that led to sending again",
    "forms_asked_at_ms": "when the list of published forms was last asked for",
    "used_forms": "form ids, last used first",
    "batch_bytes": "size of the next push, grown on success and halved on time-out",
}


def get(connection: Connection, name: str, default: Any = None) -> Any:
    """The value under `name`, or `default` when nothing was ever put there."""
    if name not in NAMES:
        raise KeyError(name)
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return default if row is None else json.loads(row[0])


def put(connection: Connection, name: str, value: Any) -> None:
    """Write `value` under `name`, in the transaction that is open."""
    if name not in NAMES:
        raise KeyError(name)
    connection.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value, ensure_ascii=False, separators=(",", ":"))),
    )


def remove(connection: Connection, name: str) -> None:
    """Forget `name`."""
    connection.execute("DELETE FROM meta WHERE name = ?", (name,))
