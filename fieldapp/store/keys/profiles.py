"""Where users' stores stand on this laptop, and how a new one comes to be.

Promise: one folder for each user, named by a random id, never by a person; a set-up that did not finish leaves nothing
that is ever listed, and none that holds anything saved. Never here: recent-file lists, names, a folder removed that
ever was a profile. Source: the store's design, "Folder of one user on one laptop"; threat model row 12.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.store.errors import StoreError

from . import header

UNFINISHED = ".new-"


@dataclass(frozen=True, slots=True)
class Profile:
    """One user's store on this laptop, as the unlock screen's chooser shows it."""

    id: str
    label: str
    """Initials, or what the user typed; empty when the header cannot be read."""
    folder: Path
    fault: str | None = None
    """The code of what is wrong with its key header; it is listed all the same, and never started empty."""


def profiles_folder(base: Path | None = None) -> Path:
    """Where the profiles stand: the user's own data folder, or below `base`."""
    if base is None:
        import platformdirs

        base = Path(platformdirs.user_data_dir("Fieldapp", appauthor=False))
    return base / "profiles"


def profiles(base: Path | None = None) -> list[Profile]:
    """All profiles of this laptop, by label."""
    found = []
    folder = profiles_folder(base)
    for each in sorted(folder.iterdir()) if folder.is_dir() else []:
        if not each.is_dir() or each.name.startswith("."):
            continue
        try:
            told = header.read(each).header
            found.append(Profile(each.name, told.label, each))
        except StoreError as fault:
            found.append(Profile(each.name, "", each, fault.code))
    return sorted(found, key=lambda profile: (profile.label.casefold(), profile.id))


def begin_profile(base: Path | None, clock: Clock, entropy: Entropy) -> tuple[str, Path]:
    """A fresh profile id and a folder for its set-up, which nothing lists until `finish_profile`."""
    id = uuid7(clock.wall_ms(), entropy)
    folder = profiles_folder(base) / f"{UNFINISHED}{id}"
    folder.mkdir(parents=True, mode=0o700)
    return id, folder


def finish_profile(folder: Path) -> Path:
    """The set-up is complete: give the folder its name. Nothing in it may be open."""
    settled = folder.with_name(folder.name.removeprefix(UNFINISHED))
    folder.rename(settled)
    if os.name == "posix":
        handle = os.open(settled.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    return settled


def abandon_profile(folder: Path) -> None:
    """A set-up that failed: take away what it made. Refused for anything that ever was a profile."""
    if not folder.name.startswith(UNFINISHED):
        raise StoreError("not an unfinished profile")
    shutil.rmtree(folder)
