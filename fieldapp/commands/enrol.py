"""Set a laptop up for one user: a code from the manager first, then a passphrase. Online, once.

Promise: until the service has taken the code and a passphrase seals the key, nothing on this laptop counts as a
user's store: a wrong code, a lost line or giving up leaves nothing behind. The device's key is on the disk, encrypted,
before the code is spent. Never here: pages and words of the set-up, choosing families.
Source: protocol section 2.3; interface 4.1; the store's design, "Keys".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldapp.ports import Clock, Entropy
from fieldapp.store import Device, Store
from fieldapp.store.database import RESERVE_BYTES
from fieldapp.store.keys import (
    FLOOR,
    KdfCost,
    KeyRing,
    abandon_profile,
    begin_profile,
    finish_profile,
    wipe,
)
from fieldapp.sync import enrolment
from fieldapp.sync.transport import Wire


@dataclass(slots=True)
class Enrolling:
    """A set-up under way: the service knows this device, and no passphrase has been chosen yet."""

    profile: str
    folder: Path
    device: Device
    store: Store
    _store_key: bytearray


def enrol(
    base: Path | None,
    wire: Wire,
    *,
    service_url: str,
    code: str,
    label: str,
    clock: Clock,
    entropy: Entropy,
    reserve_bytes: int = RESERVE_BYTES,
) -> Enrolling:
    """Spend the code. `label`: what the service calls this laptop, such as "Asha's laptop".

    Raises what enrolment raises (a wrong code: `ProtocolError("enrol_code")`; no line: `LinkTrouble`); then nothing
    is left on the disk, and the same code may be tried again.
    """
    profile, folder = begin_profile(base, clock, entropy)
    store_key = bytearray(entropy.random_bytes(32))
    store: Store | None = None
    try:
        store = Store.create(
            folder, bytes(store_key), clock=clock, entropy=entropy, reserve_bytes=reserve_bytes
        )
        store.set_setting("profile", profile)
        device = enrolment.enrol(
            store, wire, service_url=service_url, code=code, label=label, entropy=entropy
        )
    except BaseException:
        if store is not None:
            store.close()
        wipe(store_key)
        abandon_profile(folder)
        raise
    return Enrolling(profile, folder, device, store, store_key)


def choose_passphrase(
    enrolling: Enrolling,
    passphrase: str,
    *,
    label: str,
    clock: Clock,
    entropy: Entropy,
    floor: KdfCost = FLOOR,
    cost: KdfCost | None = None,
    reserve_bytes: int = RESERVE_BYTES,
) -> Store:
    """Seal the key with the passphrase (and to the organisation's recovery key, if it has one); the store is open.

    `label`: what the unlock screen's chooser shows: the user's initials, or what they typed. Raises
    `PassphraseTooEasy`, and then another may be tried.
    """
    KeyRing(enrolling.folder, floor=floor).create(
        enrolling.profile,
        passphrase,
        label,
        recovery=enrolling.device.recovery,
        entropy=entropy,
        cost=cost,
        store_key=enrolling._store_key,
    )
    enrolling.store.close()
    folder = finish_profile(enrolling.folder)
    try:
        return Store.open(
            folder, bytes(enrolling._store_key), clock=clock, entropy=entropy, reserve_bytes=reserve_bytes
        )
    finally:
        wipe(enrolling._store_key)


def give_up(enrolling: Enrolling) -> None:
    """Stop before a passphrase was chosen: nothing is left; the manager's next code makes a new device."""
    enrolling.store.close()
    wipe(enrolling._store_key)
    abandon_profile(enrolling.folder)


def initials(name: str) -> str:
    """The label offered for the chooser: a name never stands outside the encrypted store."""
    return "".join(word[0].upper() for word in name.split() if word)[:4]
