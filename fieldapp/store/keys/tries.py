"""Guessing at the keyboard: how long until the next try is taken.

Promise: at most ten tries in any five minutes, also across restarts and clock changes; never a wipe, and never a wait
of more than a minute and a half: whoever knows the passphrase is not locked out. Never here: what was typed, or any trace of it.
A try is written down before it is checked, so ending the program does not make it free.
Source: the store's design, "Keys"; threat model rows 4 and 29.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from fieldapp.ports import Clock

FILE = "tries"
FREE_TRIES = 5
WAITS_S = (20, 30, 40, 60, 90)
"""After the 5th, 6th … 9th wrong try. Five at once and these make the tenth try fall at 240 s or later."""
WAIT_AFTER_S = 60
"""After the tenth and each later one: the eleventh falls at 300 s, and from then on five in five minutes."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row, and when the last was made by each of this machine's clocks."""

    count: int = 0
    wall_ms: int = 0
    monotonic_ms: int = 0
    boot: str = ""

    def wait_s(self, clock: Clock) -> int:
        """Whole seconds until the next try is taken; 0: now."""
        if self.count < FREE_TRIES:
            return 0
        place = self.count - FREE_TRIES
        full_s = WAITS_S[place] if place < len(WAITS_S) else WAIT_AFTER_S
        if self.boot == clock.boot():
            passed_ms = clock.monotonic_ms() - self.monotonic_ms
        else:
            passed_ms = clock.wall_ms() - self.wall_ms
        # A clock that was set back, or a file that claims the future, costs the full wait from now, once: see `read`.
        left_ms = full_s * 1000 - max(0, passed_ms)
        return max(0, -(-left_ms // 1000))


def read(folder: Path, clock: Clock) -> Tries:
    """What was noted. A missing or unreadable note counts as no tries: it guards the keyboard, not the disk."""
    try:
        told = json.loads((folder / FILE).read_bytes())
        noted = Tries(int(told["count"]), int(told["wall_ms"]), int(told["monotonic_ms"]), str(told["boot"]))
    except FileNotFoundError:
        return Tries()
    except (OSError, ValueError, KeyError, TypeError):
        return Tries()
    before_boot = noted.boot != clock.boot() and clock.wall_ms() < noted.wall_ms
    if before_boot or (noted.boot == clock.boot() and clock.monotonic_ms() < noted.monotonic_ms):
        noted = stamped(noted.count, clock)
        _write(folder, noted)
    return noted


def note_try(folder: Path, clock: Clock, *, at_least: int = 0) -> Tries:
    """Count one more try, durably, before it is checked. `at_least`: how many this process already knows of."""
    noted = stamped(max(read(folder, clock).count, at_least) + 1, clock)
    _write(folder, noted)
    return noted


def forget(folder: Path) -> None:
    """The passphrase was right: start counting anew."""
    (folder / FILE).unlink(missing_ok=True)


def stamped(count: int, clock: Clock) -> Tries:
    """This many tries, the last one now."""
    return Tries(count, clock.wall_ms(), clock.monotonic_ms(), clock.boot())


def _write(folder: Path, noted: Tries) -> None:
    """Best effort on a full disk: a worker at the door must get in, and the process remembers the count meanwhile."""
    told = {
        "count": noted.count,
        "wall_ms": noted.wall_ms,
        "monotonic_ms": noted.monotonic_ms,
        "boot": noted.boot,
    }
    path = folder / FILE
    fresh = folder / (FILE + ".new")
    try:
        with fresh.open("w", encoding="ascii") as file:
            json.dump(told, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
