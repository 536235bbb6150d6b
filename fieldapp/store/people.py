"""Whose laptop this is, and who is who: this device, other devices' keys, names of users.

Promise: the device's private key leaves the encrypted file only into memory, and only while unlocked. Never here:
permissions (the service decides them) and anything about families. Source: protocol sections 2.3, 2.5 and 5.4.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from . import meta
from .database import Connection
from .errors import NotEnrolled


@dataclass(frozen=True, slots=True)
class Device:
    """One user on one laptop, as the service enrolled it."""

    id: str
    user_id: str
    user_name: str
    role: str
    """practitioner, manager or auditor."""
    org_id: str
    org: str
    service_id: str
    service_url: str
    service_keys: tuple[tuple[str, str], ...]
    """The service's signing keys as (id, public key), current first."""
    recovery: str | None
    """The organisation's public recovery key; None while it has none, and then the screen says so."""
    policy: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """Another device: whose it is and how its signatures are checked."""

    id: str
    user: str
    public: str


@dataclass(frozen=True, slots=True)
class KnownUser:
    """A person who works here."""

    id: str
    name: str
    role: str


def device(connection: Connection) -> Device | None:
    """This device, or None before enrolment."""
    kept = meta.get(connection, "device")
    if kept is None:
        return None
    return Device(**{**kept, "service_keys": tuple((k, p) for k, p in kept["service_keys"])})


def required_device(connection: Connection) -> Device:
    """This device; saving without one is refused."""
    found = device(connection)
    if found is None:
        raise NotEnrolled()
    return found


def set_device(connection: Connection, enrolled: Device, private_key: str) -> None:
    """Keep what enrolment gave, and start this device's counter at nothing."""
    before = device(connection)
    meta.put(connection, "device", asdict(enrolled))
    if before is None or before.id != enrolled.id:
        meta.put(connection, "device_key", private_key)
        meta.put(connection, "counter", 0)
        meta.put(connection, "prev", None)


def know_device(connection: Connection, known: KnownDevice, at_ms: int) -> None:
    """Keep another device's key, as the service named it."""
    _know(connection, "device", known.id, {"user": known.user, "public": known.public}, at_ms)


def know_user(connection: Connection, known: KnownUser, at_ms: int) -> None:
    """Keep a user's name and role, as the service named them."""
    _know(connection, "user", known.id, {"name": known.name, "role": known.role}, at_ms)


def _know(connection: Connection, kind: str, id: str, value: Mapping[str, str], at_ms: int) -> None:
    connection.execute(
        "INSERT INTO known (kind, id, value, asked_at_ms) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, asked_at_ms = excluded.asked_at_ms",
        (kind, id, json.dumps(value, ensure_ascii=False), at_ms),
    )


def known_devices(connection: Connection) -> dict[str, KnownDevice]:
    """All devices whose signatures this laptop can check, by id."""
    rows = connection.execute("SELECT id, value FROM known WHERE kind = 'device'")
    return {id: KnownDevice(id=id, **json.loads(value)) for id, value in rows}


def known_users(connection: Connection) -> dict[str, KnownUser]:
    """All users whose names this laptop has, by id; its own user among them."""
    rows = connection.execute("SELECT id, value FROM known WHERE kind = 'user'")
    found = {id: KnownUser(id=id, **json.loads(value)) for id, value in rows}
    own = device(connection)
    if own is not None:
        found.setdefault(own.user_id, KnownUser(own.user_id, own.user_name, own.role))
    return found
