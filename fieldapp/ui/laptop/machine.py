"""What this machine says of itself: room on the disk, battery. No Qt, no records.

Promise: nothing is guessed; what the system does not tell is None and a screen says "not known". Reads only.
Source: Linux `power_supply` class (Documentation/ABI/testing/sysfs-class-power); elsewhere the battery is not known yet.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

POWER = Path("/sys/class/power_supply")


@dataclass(frozen=True, slots=True)
class Machine:
    """Figures of this machine; None where it does not say."""

    total_bytes: int | None = None
    free_bytes: int | None = None
    ours_bytes: int | None = None
    battery_percent: int | None = None


def look_at(folder: Path, power: Path = POWER) -> Machine:
    """The figures now, for the disk that `folder` stands on."""
    total = free = None
    try:
        usage = shutil.disk_usage(folder)
        total, free = usage.total, usage.free
    except OSError:
        # An unreadable disk is shown as not known; it must not stop Today from opening.
        total = free = None
    return Machine(total, free, folder_bytes(folder), _battery(power))


def folder_bytes(folder: Path) -> int | None:
    """What the files of one user's folder take; None if it cannot be read."""
    try:
        return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    except OSError:
        return None


def _battery(power: Path) -> int | None:
    """The first battery's charge in per cent."""
    try:
        for supply in sorted(power.iterdir()):
            if (supply / "type").read_text(encoding="ascii").strip() == "Battery":
                return int((supply / "capacity").read_text(encoding="ascii"))
    except (OSError, ValueError):
        # No such folder, no such file, or not a number: this system does not say.
        return None
    return None
