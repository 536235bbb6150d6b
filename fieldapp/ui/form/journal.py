"""When to save what is being written: at every pause, at most two seconds behind, again and again after trouble.

Promise: a change is due 400 ms after the last key and never later than 2 s after the first one not yet saved; a
change made while a save is under way is saved next; a save that did not work gives its changes back and is tried
again. Nothing is forgotten until a commit returned.
Never here: saving itself, timers, a clock (times are passed in, milliseconds since boot).
Source: interface design section 4.6 (Autosave), store design ("Drafts").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from fieldapp.forms import Key

PAUSE_MS = 400
"""A pause between keys after which the writer is taken to have paused (interface design)."""
BEHIND_MS_MAX = 2_000
"""The most typing that a power cut may take (store design: a crash loses at most 2 s)."""
SLOW_MS = 1_000
"""Only a save that takes longer than this says "Saving"."""
RETRY_MS = (1_000, 2_000, 5_000)
"""After trouble: soon, then less often, then every five seconds for as long as it lasts."""

DraftValue: TypeAlias = str | int | None
"""Text of an answer, position of a row, or None: no longer there."""


class Journal:
    """The changes not yet saved, and when to save them."""

    def __init__(self) -> None:
        self._changes: dict[Key, DraftValue] = {}
        self._under_way: dict[Key, DraftValue] = {}
        self._first_ms: int | None = None
        self._last_ms = 0
        self._began_ms: int | None = None
        self._failures = 0
        self._retry_at_ms = 0
        self._place_changed = False

    @property
    def is_clean(self) -> bool:
        """Everything entered is saved."""
        return not self._changes and not self._under_way

    @property
    def is_saving(self) -> bool:
        """A save was begun and has not answered yet."""
        return self._began_ms is not None

    @property
    def has_failed(self) -> bool:
        """The last save did not work, and nothing was saved since."""
        return self._failures > 0

    def note(self, changes: Mapping[Key, DraftValue], now_ms: int) -> None:
        """Remember changes; the newest value of a key counts."""
        if not changes:
            return
        self._changes.update(changes)
        self._last_ms = now_ms
        if self._first_ms is None:
            self._first_ms = now_ms

    def note_place(self, now_ms: int) -> None:
        """Only the place changed: to be kept with a save of its own if no answer comes."""
        self._place_changed = True
        self._last_ms = now_ms
        if self._first_ms is None:
            self._first_ms = now_ms

    def due_in_ms(self, now_ms: int) -> int | None:
        """How long until `begin` should be called; None while there is nothing to do."""
        if self._began_ms is not None:
            waited = now_ms - self._began_ms
            return SLOW_MS - waited if waited < SLOW_MS else None
        if self._first_ms is None:
            return None
        if self._failures:
            return max(0, self._retry_at_ms - now_ms)
        return max(0, min(self._last_ms + PAUSE_MS, self._first_ms + BEHIND_MS_MAX) - now_ms)

    def is_slow(self, now_ms: int) -> bool:
        """Whether it is time to say "Saving"."""
        return self._began_ms is not None and now_ms - self._began_ms >= SLOW_MS

    def can_begin(self) -> bool:
        """Whether there is something to save, and no save under way."""
        return self._began_ms is None and bool(self._changes or self._place_changed)

    def begin(self, now_ms: int) -> dict[Key, DraftValue]:
        """Hand out the changes to save; call `saved` or `not_saved` when that has ended. Empty: nothing to do."""
        if not self.can_begin():
            return {}
        self._place_changed = False
        self._under_way, self._changes = self._changes, {}
        self._first_ms, self._began_ms = None, now_ms
        return dict(self._under_way)

    def saved(self) -> None:
        """The commit returned."""
        self._under_way = {}
        self._began_ms = None
        self._failures = 0

    def not_saved(self, now_ms: int) -> None:
        """It did not work: the changes come back, older ones giving way to those made since."""
        self._changes = {**self._under_way, **self._changes}
        self._under_way = {}
        self._began_ms = None
        self._first_ms = now_ms if self._first_ms is None else self._first_ms
        self._retry_at_ms = now_ms + RETRY_MS[min(self._failures, len(RETRY_MS) - 1)]
        self._failures += 1
