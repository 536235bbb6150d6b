"""Lock: the last keystrokes and the place go to the store, and a fresh process is told almost nothing.

Promise: when `prepare_to_lock` returns, nothing that was typed exists only in memory; if the disk does not take it,
it raises and the app must not lock (locking never loses a typed character). What the new process gets is exactly
`Handover`, by pipe: no name, no text, no key. Never here: starting or ending a process, drawing the cover.
Source: the store's design, "Locking replaces the process"; interface 4.16; threat model row 5.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from fieldapp.records.document import Value

from .context import Workplace


@dataclass(frozen=True, slots=True)
class Handover:
    """All that a fresh process is given: which profile, where its window stands, and two facts for its screen."""

    profile: str
    geometry: tuple[int, int, int, int]
    unsent: int
    """Notes not sent yet: "3 not sent yet"."""
    saved_at_ms: int | None
    """When the open note was last saved: "It opens where you stopped at 13:58." None: no note was open."""

    def to_bytes(self) -> bytes:
        """As written to the pipe: one line of JSON."""
        return json.dumps(asdict(self)).encode("ascii") + b"\n"

    @classmethod
    def from_bytes(cls, line: bytes) -> Handover:
        """What the new process reads."""
        told = json.loads(line)
        return cls(
            profile=str(told["profile"]),
            geometry=tuple(int(number) for number in told["geometry"]),  # type: ignore[arg-type]
            unsent=int(told["unsent"]),
            saved_at_ms=None if told["saved_at_ms"] is None else int(told["saved_at_ms"]),
        )


@dataclass(frozen=True, slots=True)
class Unwritten:
    """Keystrokes of one draft that have not reached the journal yet."""

    draft: str
    answers: Mapping[str, Value | None]
    place: Mapping[str, Any] | None = None


def prepare_to_lock(
    workplace: Workplace,
    *,
    profile: str,
    geometry: tuple[int, int, int, int],
    place: Mapping[str, Any],
    unwritten: Sequence[Unwritten] = (),
) -> Handover:
    """Write everything that only memory holds, remember where the user is, and say what the new process may know.

    `place`: any JSON value of the screens (screen, family, scroll, focus, caret); `place["draft"]` names the open note.
    """
    for each in unwritten:
        workplace.store.put_answers(each.draft, each.answers, place=each.place)
    workplace.store.set_setting("place", dict(place))
    open_note = place.get("draft")
    saved = [draft.saved_at_ms for draft in workplace.store.drafts() if draft.id == open_note]
    return Handover(
        profile=profile,
        geometry=geometry,
        unsent=workplace.store.counts().ready,
        saved_at_ms=saved[0] if saved else None,
    )


def finish_locking(workplace: Workplace) -> None:
    """Let go of the store: the last thing this process does with it."""
    workplace.store.close()


def place_before_lock(workplace: Workplace) -> Mapping[str, Any] | None:
    """Where the user was at the last lock; None after a first start."""
    found: Mapping[str, Any] | None = workplace.store.setting("place")
    return found


def forget_place(workplace: Workplace) -> None:
    """The user is back where they were: a later start after a crash must not go there again."""
    workplace.store.set_setting("place", None)
