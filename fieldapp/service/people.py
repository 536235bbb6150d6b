"""Users and teams, their laptops, and who may do what in which family.

Promise: read afresh from the database for every request and inside the transaction that needs it; nothing is
remembered. A user who never held a family learns nothing of it. Never here: HTTP, and what a revision says.
Source: protocol 1 sections 2.3, 5.6 and 5.8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol.chain import START
from fieldapp.protocol.codes import ProtocolError, new_code
from fieldapp.protocol.revision import is_uuid
from fieldapp.protocol.signing import code_hash
from fieldapp.service import database as db

ROLES = ("practitioner", "manager", "auditor")
CODE_GOOD_MS = 30 * 60 * 1000
# The strongest first: with several assignments it counts (section 5.6).
ASSIGNED_ROLES = ("oversight", "worker", "reader")


@dataclass(frozen=True, slots=True)
class UserAccount:
    """A person who works here."""

    id: str
    name: str
    role: str
    team: str


@dataclass(frozen=True, slots=True)
class EnrolledDevice:
    """One user on one laptop."""

    id: str
    user: str
    public_key: str
    forked: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a user is to a family today, and whether they ever held it."""

    role: str | None
    held_once: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """The content of an assignment, read: who holds which family as what, from when, until when."""

    family: str
    role: str
    from_date: str
    until_date: str | None

    def is_active(self, today: str) -> bool:
        """Whether it counts on this day: from it on, until before `until`."""
        return self.has_begun(today) and (self.until_date is None or today < self.until_date)

    def has_begun(self, today: str) -> bool:
        """Whether there has been a day on which it counted."""
        lasts = self.until_date is None or self.from_date < self.until_date
        return lasts and self.from_date <= today


def read_assignment(body: Mapping[str, Any]) -> Assignment | None:
    """The assignment that this body says, or None if it cannot be read."""
    family, role = body.get("family"), body.get("role")
    begins, ends = body.get("from"), body.get("until")
    if not is_uuid(family) or role not in ASSIGNED_ROLES or not _is_date(begins):
        return None
    if ends is not None and not _is_date(ends):
        return None
    return Assignment(str(family), str(role), str(begins), ends)


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 10:
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def today(clock: Clock) -> str:
    """The service's date, in UTC."""
    return datetime.fromtimestamp(clock.wall_ms() / 1000, UTC).date().isoformat()


def add_user(
    connection: sa.Connection, clock: Clock, entropy: Entropy, *, name: str, role: str, team: str
) -> str:
    """A new user, with the scope that will hold their assignments; their id."""
    user_id = uuid7(clock.wall_ms(), entropy)
    connection.execute(
        sa.insert(db.user).values(id=user_id, name=name, role=role, team=team, added_ms=clock.wall_ms())
    )
    connection.execute(sa.insert(db.scope).values(id=user_id, owner_id=user_id, head=0, chain=START))
    return user_id


def find_user(connection: sa.Connection, user_id: str) -> UserAccount | None:
    """The user of this id."""
    columns = (db.user.c.id, db.user.c.name, db.user.c.role, db.user.c.team)
    row = connection.execute(sa.select(*columns).where(db.user.c.id == user_id)).one_or_none()
    return None if row is None else UserAccount(*row)


def managers_of(connection: sa.Connection, team: str) -> list[str]:
    """The ids of the team's managers, in the order in which they were added."""
    found = connection.execute(
        sa.select(db.user.c.id)
        .where(db.user.c.team == team, db.user.c.role == "manager")
        .order_by(db.user.c.added_ms, db.user.c.id)
    )
    return [row.id for row in found]


def find_device(connection: sa.Connection, device_id: str) -> EnrolledDevice | None:
    """The device of this id."""
    columns = (db.device.c.id, db.device.c.user_id, db.device.c.public_key, db.device.c.forked)
    row = connection.execute(sa.select(*columns).where(db.device.c.id == device_id)).one_or_none()
    return None if row is None else EnrolledDevice(*row)


def make_code(connection: sa.Connection, clock: Clock, entropy: Entropy, user_id: str) -> str:
    """A fresh enrolment code for this user, good for thirty minutes; only its hash is kept."""
    code = new_code(entropy)
    connection.execute(
        sa.insert(db.enrol_code).values(
            code_hash=code_hash(code), user_id=user_id, expires_ms=clock.wall_ms() + CODE_GOOD_MS
        )
    )
    return code


def enrol(
    connection: sa.Connection,
    clock: Clock,
    entropy: Entropy,
    *,
    code: str,
    public_key: str,
    label: str,
    app: str,
) -> EnrolledDevice:
    """The device that this code and key make, or made before; `enrol_code` for every other code, all alike."""
    now_ms = clock.wall_ms()
    codes = db.enrol_code
    kept = connection.execute(
        sa.select(codes).where(codes.c.code_hash == code_hash(code)).with_for_update()
    ).one_or_none()
    if kept is None or now_ms >= kept.expires_ms:
        raise ProtocolError("enrol_code")
    if kept.device_id is not None:
        made = find_device(connection, kept.device_id)
        if made is None or made.public_key != public_key:
            raise ProtocolError("enrol_code")
        return made
    device_id = uuid7(now_ms, entropy)
    connection.execute(
        sa.insert(db.device).values(
            id=device_id,
            user_id=kept.user_id,
            public_key=public_key,
            label=label,
            app=app,
            enrolled_ms=now_ms,
            seen_ms=now_ms,
            forked=False,
            have_counter=0,
        )
    )
    connection.execute(
        sa.update(codes).where(codes.c.code_hash == kept.code_hash).values(device_id=device_id)
    )
    return EnrolledDevice(device_id, kept.user_id, public_key, forked=False)


def standing(connection: sa.Connection, user_id: str, family: str, today: str) -> Standing:
    """What this user is to this family on this day."""
    table = db.assignment
    found = connection.execute(
        sa.select(table.c.family, table.c.role, table.c.from_date, table.c.until_date).where(
            table.c.user_id == user_id, table.c.family == family
        )
    )
    assigned = [Assignment(*row) for row in found]
    active = {one.role for one in assigned if one.is_active(today)}
    role = next((role for role in ASSIGNED_ROLES if role in active), None)
    held_once = any(one.has_begun(today) for one in assigned) or _held_before(connection, user_id, family)
    return Standing(role, held_once)


def _held_before(connection: sa.Connection, user_id: str, family: str) -> bool:
    table = db.holding
    found = connection.execute(
        sa.select(table.c.family).where(table.c.user_id == user_id, table.c.family == family)
    )
    return found.first() is not None


def may_read_user_scope(connection: sa.Connection, reader: UserAccount, owner_id: str) -> bool:
    """A user's own scope is read by that user and by the managers of their team."""
    if reader.id == owner_id:
        return True
    owner = find_user(connection, owner_id)
    return owner is not None and reader.role == "manager" and reader.team == owner.team


def keep_assignment(
    connection: sa.Connection,
    dialect: str,
    doc: str,
    user_id: str,
    body: Mapping[str, Any] | None,
    today: str,
) -> None:
    """Bring the projection up to an assignment document's new head; what was held before stays known."""
    table = db.assignment
    before = connection.execute(
        sa.select(table.c.family, table.c.role, table.c.from_date, table.c.until_date).where(
            table.c.doc == doc
        )
    ).one_or_none()
    if before is not None and Assignment(*before).has_begun(today):
        connection.execute(
            db.insert_ignoring(dialect, db.holding)
            .values(user_id=user_id, family=before.family)
            .on_conflict_do_nothing()
        )
    connection.execute(sa.delete(table).where(table.c.doc == doc))
    said = read_assignment(body) if body is not None else None
    if said is not None:
        connection.execute(
            sa.insert(table).values(
                doc=doc,
                user_id=user_id,
                family=said.family,
                role=said.role,
                from_date=said.from_date,
                until_date=said.until_date,
            )
        )
