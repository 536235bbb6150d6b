"""The running hash over a scope's log, by which two ends know that they hold the same history.

Promise: `chain_n = SHA-256(chain_{n-1} || role byte || hash_n)`, from 32 zero bytes. Never here: the log itself.
Source: protocol 1 section 5.1.
"""

from __future__ import annotations

import hashlib
from typing import Literal

Role = Literal["main", "side"]

START = "0" * 64
ROLE_BYTES: dict[str, bytes] = {"main": b"\x01", "side": b"\x02"}


def next_chain(chain_hex: str, role: str, revision_hash: str) -> str:
    """The chain after one more entry."""
    return hashlib.sha256(
        bytes.fromhex(chain_hex) + ROLE_BYTES[role] + bytes.fromhex(revision_hash)
    ).hexdigest()
