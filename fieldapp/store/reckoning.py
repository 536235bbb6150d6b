"""What time it is on a laptop whose clock may be wrong, and what a revision says about when it was written.

Promise: shown time = the service's last time plus what has passed since in the same boot; without that, the wall
clock, marked uncertain when the two differ by over five minutes. Never here: a decision that depends on time
(protocol section 7: wall-clock time never decides a merge). Clocks come in through ports.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.ports import Clock
from fieldapp.protocol.times import format_time

from . import meta
from .database import Connection

UNCERTAIN_FROM_MS = 5 * 60 * 1000
DAYS_KEPT = 60
"""Limited mode begins at 30 days of use (protocol section 11); twice that is enough to count."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The last answer of the service, and this laptop's clocks at that moment."""

    server: str
    """Protocol time, exactly as the service said it."""
    server_ms: int
    wall_ms: int
    monotonic_ms: int
    boot: str


@dataclass(frozen=True, slots=True)
class ShownTime:
    """The best reckoning of now."""

    at_ms: int
    uncertain: bool


def note_contact(connection: Connection, clock: Clock, server: str, server_ms: int) -> None:
    """Remember that the service just said `server` (and start counting days of use anew)."""
    meta.put(
        connection,
        "contact",
        {
            "server": server,
            "server_ms": server_ms,
            "wall_ms": clock.wall_ms(),
            "monotonic_ms": clock.monotonic_ms(),
            "boot": clock.boot(),
        },
    )
    meta.put(connection, "days_of_use", [])


def contact(connection: Connection) -> Contact | None:
    """The last contact, or None when there never was one."""
    kept = meta.get(connection, "contact")
    return None if kept is None else Contact(**kept)


def elapsed_ms(last: Contact | None, clock: Clock) -> int | None:
    """How long ago the last contact was, if this is still the same boot; else nobody knows."""
    if last is None or last.boot != clock.boot():
        return None
    return max(0, clock.monotonic_ms() - last.monotonic_ms)


def shown_time(last: Contact | None, clock: Clock) -> ShownTime:
    """Now, as screens and records show it."""
    passed = elapsed_ms(last, clock)
    wall = clock.wall_ms()
    if last is None:
        return ShownTime(wall, False)
    if passed is not None:
        reckoned = last.server_ms + passed
        return ShownTime(reckoned, abs(reckoned - wall) > UNCERTAIN_FROM_MS)
    # After a restart only the wall is left; it cannot be right if it stands before the last contact.
    return ShownTime(wall, wall < last.server_ms - UNCERTAIN_FROM_MS)


def note_day_of_use(connection: Connection, clock: Clock) -> None:
    """Count today, once: days without contact are counted by use, so a clock that jumps adds one and no more."""
    days: list[str] = meta.get(connection, "days_of_use", [])
    today = format_time(clock.wall_ms())[:10]
    if today not in days and len(days) < DAYS_KEPT:
        meta.put(connection, "days_of_use", [*days, today])
