"""Order by chance that is the same everywhere: the generator and shuffle that ODK's clients share.

Promise: the same seed gives the same order as in ODK Collect and ODK Web Forms.
Never here: real randomness. Sources: Park and Miller 1988 ("minimal standard": 16807, 2^31 - 1), the inside-out
Fisher-Yates shuffle; ODK XForms specification, `randomize()`; JavaRosa issues 49 and 800 on seeds that are texts.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from typing import TypeVar

_MODULUS = 2_147_483_647
_FACTOR = 16_807

Thing = TypeVar("Thing")


def _whole(seed: float) -> int:
    """A seed as Java's cast of a double to a long makes it."""
    if seed != seed:
        return 0
    if math.isinf(seed):
        return 2**63 - 1 if seed > 0 else -(2**63)
    return math.trunc(seed)


def shuffled(things: Sequence[Thing], seed: float | int) -> list[Thing]:
    """The things in the order of a seed."""
    whole = seed if isinstance(seed, int) else _whole(seed)
    state = int(math.fmod(whole, _MODULUS)) if abs(whole) < 2**53 else _remainder(whole)
    if state <= 0:
        state += _MODULUS - 1
    mixed: list[Thing] = []
    for place, thing in enumerate(things):
        state = state * _FACTOR % _MODULUS
        chosen = math.floor((state - 1) / (_MODULUS - 1) * (place + 1))
        if chosen == place:
            mixed.append(thing)
        else:
            mixed.append(mixed[chosen])
            mixed[chosen] = thing
    return mixed


def _remainder(whole: int) -> int:
    """The remainder with the sign of the number divided, as Java and JavaScript have it."""
    return -(-whole % _MODULUS) if whole < 0 else whole % _MODULUS


def shuffled_by_seed(things: Sequence[Thing], text: str, number: float) -> list[Thing]:
    """The order of a seed from a form: a number as it is, a text by its SHA-256, nothing as 0."""
    if number == number:
        return shuffled(things, number)
    if not text:
        return shuffled(things, 0)
    first = hashlib.sha256(text.encode()).digest()[:8]
    return shuffled(things, int.from_bytes(first, "big", signed=True))
