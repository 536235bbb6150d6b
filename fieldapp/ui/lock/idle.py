"""When to lock by itself: ten minutes without a key or touch, or the machine has slept. No Qt, no timer.

Promise: never within 60 seconds of typing; two minutes before, it is said, and "Stay open" starts the count again; a
laptop that slept locks at once, whatever its clock says. The minutes may be shortened by whoever works here and by
the organisation, never lengthened beyond what it allows.
Source: interface design 4.16; the store's design; threat model row 5.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

IDLE_MINUTES = 10  # interface design 4.16
WARN_MS = 2 * 60_000
TYPING_MS = 60_000
SLEPT_MS = 60_000
"""The wall went this much further than time passed between two looks: the machine slept."""

Verdict = Literal["stay", "warn", "lock"]


@dataclass
class IdleLock:
    """Tell it of every key and touch; ask it every few seconds."""

    minutes: int = IDLE_MINUTES
    minutes_max: int = IDLE_MINUTES
    _touched_ms: int | None = field(init=False, default=None)
    _typed_ms: int | None = field(init=False, default=None)
    _looked: tuple[int, int] | None = field(init=False, default=None)

    def touched(self, monotonic_ms: int, *, typing: bool = False) -> None:
        """A key, a press, a touch; `typing` when it wrote something."""
        self._touched_ms = monotonic_ms
        if typing:
            self._typed_ms = monotonic_ms

    def stay_open(self, monotonic_ms: int) -> None:
        """The person pressed "Stay open"."""
        self._touched_ms = monotonic_ms

    def quiet_ms(self, monotonic_ms: int) -> int:
        """How long nobody has touched anything."""
        return 0 if self._touched_ms is None else monotonic_ms - self._touched_ms

    def look(self, monotonic_ms: int, wall_ms: int) -> tuple[Verdict, int]:
        """What to do now, and the whole minutes left when it is time to warn."""
        before, self._looked = self._looked, (monotonic_ms, wall_ms)
        if before is not None and (wall_ms - before[1]) - (monotonic_ms - before[0]) > SLEPT_MS:
            return "lock", 0
        if self._touched_ms is None:
            self._touched_ms = monotonic_ms
        left = self._touched_ms + min(self.minutes, self.minutes_max) * 60_000 - monotonic_ms
        if self._typed_ms is not None:
            left = max(left, self._typed_ms + TYPING_MS - monotonic_ms)
        if left <= 0:
            return "lock", 0
        if left <= WARN_MS:
            return "warn", max(1, -(-left // 60_000))
        return "stay", 0
