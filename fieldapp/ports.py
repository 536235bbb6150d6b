"""The two ports through which time and chance enter both programs.

Promise: nothing in the core asks the machine for the time or for random bytes; it is handed a `Clock` and an
`Entropy`. So a simulation, a test or the demonstration can move the day, and one seed replays a history.
Never here: anything else of the outside world (disk, network, screen). Those have rooms of their own.
The wall clock of a laptop may be wrong by years (protocol.md section 7 of the design: no request is refused for
clock skew); elapsed time therefore comes from `monotonic_ms`, which counts within one boot.
"""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """What time it is, twice over: as the wall says, and as it has passed since this machine started."""

    def wall_ms(self) -> int:
        """Milliseconds since 1970-01-01T00:00Z as the machine's clock claims; may jump either way."""

    def monotonic_ms(self) -> int:
        """Milliseconds since some moment of this boot; never goes back."""

    def boot(self) -> str:
        """A UUID that stays the same until the machine starts again."""

    def zone(self) -> str:
        """The IANA name of the local time zone, such as `Europe/London`."""


class Entropy(Protocol):
    """Where random bytes come from."""

    def random_bytes(self, count: int) -> bytes:
        """`count` bytes that nobody can guess (in a simulation: that one seed repeats)."""


class SystemEntropy:
    """The operating system's generator."""

    def random_bytes(self, count: int) -> bytes:
        return os.urandom(count)


_BOOT_FALLBACK = str(uuid.uuid4())


def _machine_boot() -> str:
    """Linux names each boot; elsewhere one process stands for one boot, which only makes us more careful."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return _BOOT_FALLBACK


def _machine_zone() -> str:
    named = os.environ.get("TZ", "").lstrip(":")
    if "/" in named and not named.startswith("/"):
        return named
    link = Path("/etc/localtime")
    parts = link.resolve().parts if link.exists() else ()
    if "zoneinfo" in parts:
        found = "/".join(parts[parts.index("zoneinfo") + 1 :])
        if "/" in found:
            return found
    return "Europe/London"


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's own clock."""

    _zone: str = field(default_factory=_machine_zone)
    _boot: str = field(default_factory=_machine_boot)

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_ms(self) -> int:
        return _running_ms()

    def boot(self) -> str:
        return self._boot

    def zone(self) -> str:
        return self._zone


@dataclass(slots=True)
class SteppedClock:
    """A clock that stands still until it is moved: for simulations, tests and the demonstration's loader."""

    at_ms: int
    zone_name: str = "Europe/London"
    boot_id: str = "00000000-0000-7000-8000-0000000000b0"
    passed_ms: int = 0

    def wall_ms(self) -> int:
        return self.at_ms

    def monotonic_ms(self) -> int:
        return self.passed_ms

    def boot(self) -> str:
        return self.boot_id

    def zone(self) -> str:
        return self.zone_name

    def advance(self, ms: int) -> None:
        """Let `ms` milliseconds pass, on the wall and since boot."""
        self.at_ms += ms
        self.passed_ms += ms

    def set_wall(self, ms: int) -> None:
        """Set the wall clock to `ms` without time passing: what a worker does who corrects a wrong clock."""
        self.at_ms = ms


@dataclass(frozen=True, slots=True)
class SharedClock:
    """One clock for several processes, kept in a small file: only the demonstration uses it.

    The file holds `{"wall_ms", "at_ms", "skipped_ms"}`: the wall time that was set, the machine's monotonic time of
    setting it, and how far all settings together have gone forward. Time runs on from there in every process that
    reads the file, because the monotonic clock of one machine is common to all of them. Going forward counts as time
    that has passed: what was written on another day is shown with that day.
    """

    path: Path
    zone_name: str = "Europe/London"
    _boot: str = field(default_factory=_machine_boot)

    def wall_ms(self) -> int:
        kept = self._read()
        return kept["wall_ms"] + _running_ms() - kept["at_ms"]

    def monotonic_ms(self) -> int:
        return _running_ms() + self._read()["skipped_ms"]

    def boot(self) -> str:
        return self._boot

    def zone(self) -> str:
        return self.zone_name

    def set_wall(self, ms: int) -> None:
        """Move every process that shares this clock to `ms` at once."""
        running_ms, skipped_ms = _running_ms(), 0
        if self.path.exists():
            kept = self._read()
            forward_ms = ms - (kept["wall_ms"] + running_ms - kept["at_ms"])
            skipped_ms = kept["skipped_ms"] + max(0, forward_ms)
        fresh = self.path.with_name(self.path.name + ".new")
        told = {"wall_ms": ms, "at_ms": running_ms, "skipped_ms": skipped_ms}
        fresh.write_text(json.dumps(told), encoding="utf-8")
        fresh.replace(self.path)

    def _read(self) -> Mapping[str, int]:
        kept: Mapping[str, int] = json.loads(self.path.read_text(encoding="utf-8"))
        return kept


def _running_ms() -> int:
    return time.monotonic_ns() // 1_000_000


def uuid7(unix_ms: int, entropy: Entropy) -> str:
    """A UUID of version 7 (RFC 9562 section 5.7), lower case, made from a given time and given chance."""
    raw = bytearray(unix_ms.to_bytes(6, "big") + entropy.random_bytes(10))
    raw[6] = 0x70 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    return str(uuid.UUID(bytes=bytes(raw)))
