"""Keys: the header that seals the store key, the passphrase that opens it, and who may try how often.

Promise: the right passphrase opens the store whatever the clock and the network say; a wrong one costs a full key
derivation; nothing is ever wiped. Never here: SQL, the store's content, a PIN that opens anything.
Source: the store's design, "Keys"; threat model rows 1 to 4 and 29.

`KeyRing(folder)` is the way in. Its `floor` can be lowered only by whoever constructs it (tests do); no file can.
"""

from __future__ import annotations

from pathlib import Path

from fieldapp.ports import Clock, Entropy
from fieldapp.protocol.codes import Malformed
from fieldapp.store.errors import HeaderDamaged, StoreExists, TooManyTries, WrongPassphrase

from . import header, slots, tries
from .header import Header
from .kdf import FLOOR, FULL, KdfCost, check_cost, cost_for_this_machine, wipe
from .passphrases import check_passphrase, is_strong, offer_passphrase
from .profiles import Profile, abandon_profile, begin_profile, finish_profile, profiles, profiles_folder

STORE_KEY_BYTES = 32


class KeyRing:
    """The key header of one profile folder."""

    def __init__(self, folder: Path, *, floor: KdfCost = FLOOR) -> None:
        self.folder = folder
        self._floor = floor
        self._noted = tries.Tries()

    def create(
        self,
        profile: str,
        passphrase: str,
        label: str,
        *,
        recovery: str | None,
        entropy: Entropy,
        cost: KdfCost | None = None,
        store_key: bytearray | None = None,
    ) -> bytearray:
        """Make the header that seals the store key (a fresh one, or the one given); returns it, for the caller to wipe.

        `recovery`: the organisation's X25519 public key (base64url), or None: then nobody else can ever open it.
        Refused where a header is.
        """
        check_passphrase(passphrase)
        chosen = cost or cost_for_this_machine()
        check_cost(chosen, self._floor)
        if any((self.folder / name).exists() for name in header.COPIES):
            raise StoreExists("keys")
        if store_key is None:
            store_key = bytearray(entropy.random_bytes(STORE_KEY_BYTES))
        made = [slots.seal_with_passphrase(store_key, passphrase, profile, chosen, entropy)]
        if recovery is not None:
            made.append(slots.seal_for_recovery(store_key, recovery, profile, entropy))
        header.write(self.folder, Header(profile, label[: header.LABEL_MAX], 1, tuple(made)))
        return store_key

    def label(self) -> str:
        """What the chooser shows."""
        return header.read(self.folder).header.label

    def has_recovery(self) -> bool:
        """Whether two key holders of the organisation could open this store."""
        return header.read(self.folder).header.slot(slots.RECOVERY) is not None

    def wait_s(self, clock: Clock) -> int:
        """Seconds until a try is taken; 0: now."""
        # What this process remembers counts too: on a full disk the note may not have reached the file.
        here = self._noted.wait_s(clock) if self._noted.boot == clock.boot() else 0
        return max(tries.read(self.folder, clock).wait_s(clock), here)

    def unlock(self, passphrase: str, *, clock: Clock) -> bytearray:
        """The store key, which the caller wipes.

        Raises `TooManyTries` (nothing was checked), `WrongPassphrase` with the wait before the next try,
        `KeyHeaderMissing`, `HeaderDamaged` or `KeyHeaderNewer`. No clock keeps the right passphrase out for longer
        than a minute and a half, and no network is asked.
        """
        copies = header.read(self.folder)
        slot = self._passphrase_slot(copies.header)
        wait = self.wait_s(clock)
        if wait:
            raise TooManyTries(wait)
        self._noted = tries.note_try(self.folder, clock, at_least=self._noted.count)
        try:
            store_key = slots.open_with_passphrase(slot, passphrase, copies.header.profile)
        except (KeyError, ValueError, Malformed) as fault:
            raise HeaderDamaged("slot") from fault
        if store_key is None:
            raise WrongPassphrase(self._noted.wait_s(clock))
        self._noted = tries.Tries()
        tries.forget(self.folder)
        if not copies.agree:
            # One copy was damaged or older, and this one has just proved itself: make both say the same.
            header.write(self.folder, copies.header)
        return store_key

    def change_passphrase(
        self, old: str, new: str, *, clock: Clock, entropy: Entropy, cost: KdfCost | None = None
    ) -> None:
        """Seal the passphrase slot anew; the store itself is not touched. `old` counts as a try."""
        check_passphrase(new)
        store_key = self.unlock(old, clock=clock)
        try:
            self.seal_anew(store_key, new, entropy=entropy, cost=cost)
        finally:
            wipe(store_key)

    def seal_anew(
        self, store_key: bytearray, passphrase: str, *, entropy: Entropy, cost: KdfCost | None = None
    ) -> None:
        """Give `store_key` a new passphrase slot: after a recovery, or a change of passphrase."""
        check_passphrase(passphrase)
        chosen = cost or cost_for_this_machine()
        check_cost(chosen, self._floor)
        held = header.read(self.folder).header
        fresh = slots.seal_with_passphrase(store_key, passphrase, held.profile, chosen, entropy)
        header.write(self.folder, held.with_slots(fresh))

    def recover(self, private: bytes) -> bytearray:
        """The store key by the organisation's recovery key. Two people and a record of it are the caller's duty."""
        held = header.read(self.folder).header
        slot = held.slot(slots.RECOVERY)
        store_key = None if slot is None else slots.open_with_recovery(slot, private, held.profile)
        if store_key is None:
            raise WrongPassphrase(0, "recovery")
        return store_key

    def relabel(self, label: str) -> None:
        """Show this profile under another label in the chooser."""
        header.write(self.folder, header.read(self.folder).header.with_label(label))

    def _passphrase_slot(self, held: Header) -> slots.Slot:
        slot = held.slot(slots.PASSPHRASE)
        if slot is None:
            raise HeaderDamaged("no passphrase slot")
        check_cost(slots.cost_of(slot), self._floor)
        return slot


__all__ = [
    "FLOOR",
    "FULL",
    "Header",
    "KdfCost",
    "KeyRing",
    "Profile",
    "abandon_profile",
    "begin_profile",
    "check_passphrase",
    "cost_for_this_machine",
    "finish_profile",
    "is_strong",
    "offer_passphrase",
    "profiles",
    "profiles_folder",
    "wipe",
]
