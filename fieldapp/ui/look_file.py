"""How the unlock screen should look before any store is open: text size, contrast, language. Nothing else.

Promise: the file says nothing about anybody; a person who needs large letters has them before the passphrase. What is
unknown or damaged in it reads as not chosen. Written whole or not at all.
Beside the profiles, not in them: the store's own settings are encrypted and cannot be read yet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

STEPS = (1.0, 1.15, 1.3, 1.5, 2.0)
NAME = "look.json"


@dataclass(frozen=True, slots=True)
class Look:
    """What is needed to draw the first screen."""

    text_step: float = 1.0
    contrast: str = "light"
    language: str = "en"
    touch: bool = False
    reduced_movement: bool = False


def read_look(folder: Path) -> Look:
    """The look last chosen on this laptop."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Look()
    return look_of(found) if isinstance(found, dict) else Look()


def look_of(found: Mapping[str, Any]) -> Look:
    """A look from kept values; anything unknown or out of range reads as not chosen."""
    step = found.get("text_step")
    return Look(
        text_step=float(step) if isinstance(step, int | float) and step in STEPS else 1.0,
        contrast="highContrast" if found.get("contrast") == "highContrast" else "light",
        language="cy" if found.get("language") == "cy" else "en",
        touch=found.get("touch") is True,
        reduced_movement=found.get("reduced_movement") is True,
    )


def write_look(folder: Path, look: Look) -> None:
    """Keep a look; a disk that does not take it costs only the look."""
    fresh = folder / f"{NAME}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(look)), encoding="utf-8")
        fresh.replace(folder / NAME)
    except OSError:
        fresh.unlink(missing_ok=True)
