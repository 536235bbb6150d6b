"""Unlock: the passphrase opens the store, on this laptop alone.

Promise: no network call and no clock can keep the right passphrase out; anything wrong is said plainly and no file is
changed; the key is wiped from memory once the store has it. Never here: starting empty; a PIN; the screen.
Source: the store's design, "Keys" and "Unlocking"; interface 4.2; threat model rows 4 and 29.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldapp.ports import Clock, Entropy
from fieldapp.store import Store
from fieldapp.store.database import RESERVE_BYTES
from fieldapp.store.keys import FLOOR, KdfCost, KeyRing, Profile, profiles, wipe


@dataclass(frozen=True, slots=True)
class Chooser:
    """What the unlock screen needs before anybody has typed anything."""

    profiles: tuple[Profile, ...]

    @property
    def is_first_start(self) -> bool:
        """No user yet: enrolment."""
        return not self.profiles


def choose_user(base: Path | None = None) -> Chooser:
    """The users of this laptop, by label; a profile whose header is damaged is listed with its code."""
    return Chooser(tuple(profiles(base)))


def wait_before_try(folder: Path, clock: Clock, *, floor: KdfCost = FLOOR) -> int:
    """Seconds until the next try is taken; 0: now."""
    return KeyRing(folder, floor=floor).wait_s(clock)


def unlock(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    entropy: Entropy,
    floor: KdfCost = FLOOR,
    reserve_bytes: int = RESERVE_BYTES,
) -> Store:
    """Open the store of a profile folder.

    Raises `WrongPassphrase` (with the wait before the next try), `TooManyTries`, or any of the store's refusals, each
    with its sentence and code.
    """
    store_key = KeyRing(folder, floor=floor).unlock(passphrase, clock=clock)
    try:
        return Store.open(folder, bytes(store_key), clock=clock, entropy=entropy, reserve_bytes=reserve_bytes)
    finally:
        wipe(store_key)


def change_passphrase(
    folder: Path, old: str, new: str, *, clock: Clock, entropy: Entropy, floor: KdfCost = FLOOR
) -> None:
    """A new passphrase for the same store, which is not touched."""
    KeyRing(folder, floor=floor).change_passphrase(old, new, clock=clock, entropy=entropy)
