"""The pass-back PIN: four digits that guard the screen while the laptop is in a child's hands or covered.

Promise: it opens nothing: no key is made from it, it exists only inside the unlocked, encrypted store, as a salted
hash, so that a memory image or a look over the shoulder is all that four digits could ever leak. Without one the
passphrase is asked instead. Never here: counting wrong tries (the screen does, and locks after five), the screen.
Source: the store's design, "Keys"; interface 4.1 step 6, 4.7 and 4.16.
"""

from __future__ import annotations

import hashlib
import hmac

from fieldapp.protocol.canonical import b64u, unb64u

from .context import Workplace
from .errors import CommandRefused

PIN_DIGITS = 4
ROUNDS = 50_000
"""A tenth of a second on a small laptop: nobody waits, and a PIN of four digits cannot be made strong anyway."""
SALT_BYTES = 16


class PinNotDigits(CommandRefused):
    """The PIN offered is not four digits."""

    code = "pin_digits"
    sentence = "Choose four digits."
    next_step = "Type four digits."


def set_pin(workplace: Workplace, pin: str) -> None:
    """Keep a new PIN in place of any before."""
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        raise PinNotDigits()
    salt = workplace.entropy.random_bytes(SALT_BYTES)
    workplace.store.set_setting("pass_back_pin", {"salt": b64u(salt), "hash": b64u(_hash(pin, salt))})


def has_pin(workplace: Workplace) -> bool:
    """Whether a PIN is set; without one the passphrase is asked."""
    return workplace.store.setting("pass_back_pin") is not None


def is_pin(workplace: Workplace, pin: str) -> bool:
    """Whether this is the PIN."""
    kept = workplace.store.setting("pass_back_pin")
    if kept is None:
        return False
    return hmac.compare_digest(_hash(pin, unb64u(kept["salt"])), unb64u(kept["hash"]))


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", pin.encode("utf-8"), salt, ROUNDS)
