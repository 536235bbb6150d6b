"""Which revisions may go in the next request: the order rules of protocol sections 4.1, 4.2 and 4.8.

Promise: a revision goes only when nothing that it builds on is left behind. Revisions of one document go in counter
order and never overtake one another; a filing group goes whole, side by side, or not at all; everything in a new
family waits until the family's own document has been answered, unless it stands in the same group, and so do assignments,
which may speak of that family from another scope (told to retry, it would leave them `held/forbidden_scope`: found by
the simulation, seed 13); documents that have nothing to do with each other never wait for each other.
Never here: sending, or the record's text. This is arithmetic on `Waiting` values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from fieldapp.sync.engine.values import Waiting

REVISIONS_MAX = 100
"""Of one request (protocol section 3)."""
BATCH_BYTES_START = 64 * 1024
BATCH_BYTES_MIN = 4 * 1024
BATCH_BYTES_MAX = 2 * 1024 * 1024 - 256 * 1024
"""2 MiB as sent, less room for the cursors and the manifest; compression only makes it smaller."""
UNIT_BYTES_MAX = 8 * 1024 * 1024 - 256 * 1024
"""A whole group above this can never be unpacked by the service: it would be refused whatever we did."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes next. `units` counts the things that can only go whole; `oversize` can never go as it is."""

    push: tuple[str, ...] = ()
    units: int = 0
    size_bytes: int = 0
    oversize: tuple[str, ...] = ()


@dataclass(slots=True)
class _Unit:
    members: list[Waiting]

    @property
    def hashes(self) -> tuple[str, ...]:
        return tuple(member.hash for member in self.members)

    @property
    def size_bytes(self) -> int:
        return sum(member.size_bytes for member in self.members)


def _units(outbox: Iterable[Waiting]) -> list[_Unit]:
    """The outbox as things that go whole, in counter order, founding documents of new families first."""
    units: list[_Unit] = []
    of_group: dict[str, _Unit] = {}
    for waiting in sorted(outbox, key=lambda one: one.counter):
        if waiting.group is not None and waiting.group in of_group:
            of_group[waiting.group].members.append(waiting)
            continue
        unit = _Unit([waiting])
        units.append(unit)
        if waiting.group is not None:
            of_group[waiting.group] = unit
    units.sort(key=lambda unit: not any(member.founds_family for member in unit.members))
    return units


def _lost(outbox: Sequence[Waiting]) -> set[str]:
    """Stuck revisions, with all that was built on them, stands in a group or in a new family with them."""
    lost = {waiting.hash for waiting in outbox if waiting.stuck}
    if not lost:
        return lost
    grown = True
    while grown:
        groups = {one.group for one in outbox if one.hash in lost and one.group is not None}
        families = {one.scope for one in outbox if one.hash in lost and one.founds_family}
        more = {
            one.hash
            for one in outbox
            if one.hash not in lost
            and (
                one.group in groups or one.scope in families or any(parent in lost for parent in one.parents)
            )
        }
        lost |= more
        grown = bool(more)
    return lost


def choose(
    outbox: Sequence[Waiting],
    *,
    size_bytes: int,
    put_off: Collection[str] = (),
    suspects: Collection[str] = (),
) -> Batch:
    """The next batch of at most `size_bytes`, but never less than one whole unit.

    `put_off` are not sent now (the service said `retry`, and their time has not come). `suspects` brought the
    service down when they were sent; they go last, and alone, so that they delay nobody.
    """
    lost = _lost(outbox)
    founders = {one.scope: one.hash for one in outbox if one.founds_family}
    founding = set(founders.values()) - lost
    unanswered_of: dict[str, list[Waiting]] = {}
    for one in outbox:
        if one.hash not in lost:
            unanswered_of.setdefault(one.doc, []).append(one)
    chosen: set[str] = set()
    push: list[str] = []
    oversize: list[str] = []
    first_suspect: _Unit | None = None
    units = 0
    size = 0

    def may_go(unit: _Unit) -> bool:
        whole = set(unit.hashes)
        for member in unit.members:
            if member.hash in lost or member.hash in put_off:
                return False
            founder = founders.get(member.scope)
            if founder is not None and founder not in whole:
                return False
            if member.kind == "assignment" and founding - whole:
                return False
            for earlier in unanswered_of[member.doc]:
                if (
                    earlier.counter < member.counter
                    and earlier.hash not in chosen
                    and earlier.hash not in whole
                ):
                    return False
        return True

    for unit in _units(outbox):
        if not may_go(unit):
            continue
        if unit.size_bytes > UNIT_BYTES_MAX or len(unit.members) > REVISIONS_MAX:
            oversize.extend(unit.hashes)
            continue
        if any(one in suspects for one in unit.hashes):
            first_suspect = first_suspect or unit
            continue
        if push and (size + unit.size_bytes > size_bytes or len(push) + len(unit.members) > REVISIONS_MAX):
            break
        push.extend(unit.hashes)
        chosen.update(unit.hashes)
        units += 1
        size += unit.size_bytes
    if not push and first_suspect is not None:
        return Batch(first_suspect.hashes, 1, first_suspect.size_bytes, tuple(oversize))
    return Batch(tuple(push), units, size, tuple(oversize))


def sendable(outbox: Sequence[Waiting]) -> tuple[Waiting, ...]:
    """Everything that may go some time by itself: what is not stuck, nor built on something stuck."""
    lost = _lost(outbox)
    return tuple(one for one in outbox if one.hash not in lost)
