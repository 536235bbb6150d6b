"""From a passphrase to a key, and what that must cost.

Promise: Argon2id with at least 64 MiB, three passes and four lanes, and at most 256 MiB so that another machine can
open the same header; a header that asks for less (or for more) is refused before any work. Never here: the
passphrase beyond the call, and a way for a header to lower the floor: only a caller's explicit argument can.
Source: RFC 9106 (Argon2), section 4 for the choice; the store's design, "Keys"; threat model rows 2 and 3.
"""

from __future__ import annotations

import os
import threading
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from fieldapp.store.errors import KeyHeaderWeakened

MIB_IN_KIB = 1024

# Seen with cryptography 50.0.2 (OpenSSL 3.6): two derivations at once in one process wait for each other's threads
# of the same pool, for ever. Half a gibibyte at once would be too much for a small laptop anyway.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess costs."""

    memory_kib: int
    passes: int
    lanes: int


FULL = KdfCost(256 * MIB_IN_KIB, 3, 4)
FLOOR = KdfCost(64 * MIB_IN_KIB, 3, 4)
PASSES_MAX = 16
LANES_MAX = 16
SHARE_OF_MEMORY = 8
"""A header made on a machine with 2 GiB takes 256 MiB, on one with 1 GiB 128 MiB, below that the floor."""


def cost_for_this_machine() -> KdfCost:
    """The full cost, or less on a machine with little memory, never below the floor."""
    try:
        memory_kib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    except (AttributeError, ValueError, OSError):
        return FULL  # systems without sysconf (Windows) that run Qt 6 have the memory
    share = memory_kib // SHARE_OF_MEMORY
    return KdfCost(max(FLOOR.memory_kib, min(FULL.memory_kib, share)), FULL.passes, FULL.lanes)


def check_cost(cost: KdfCost, floor: KdfCost) -> None:
    """Refuse parameters that no Fieldapp ever wrote, cheaper or too dear for another machine."""
    if not floor.memory_kib <= cost.memory_kib <= FULL.memory_kib:
        raise KeyHeaderWeakened("memory")
    if not floor.passes <= cost.passes <= PASSES_MAX:
        raise KeyHeaderWeakened("passes")
    if not floor.lanes <= cost.lanes <= LANES_MAX:
        raise KeyHeaderWeakened("lanes")


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> bytearray:
    """The 32 bytes that seal the passphrase slot. Wipe them after use.

    The passphrase counts in Unicode normal form KC and without blanks around it: keyboards differ in how they
    compose an accent, and a blank at the end is seen by nobody.
    """
    text = bytearray(unicodedata.normalize("NFKC", passphrase.strip()).encode("utf-8"))
    try:
        kdf = Argon2id(
            salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        )
        with _one_at_a_time:
            return bytearray(kdf.derive(bytes(text)))
    finally:
        wipe(text)


def wipe(secret: bytearray) -> None:
    """Overwrite key material that is no longer needed. Python may hold copies; this removes ours."""
    for index in range(len(secret)):
        secret[index] = 0
