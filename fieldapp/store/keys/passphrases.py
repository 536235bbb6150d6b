"""What counts as a strong enough passphrase, and four random words for those who want none of their own.

Promise: at least 12 characters or four different words, and not what everyone tries first; no composition rules,
nothing expires. Never here: sending a passphrase anywhere to be checked. Source: NIST SP 800-63B section 5.1.1
(length and a deny list instead of composition rules); threat model row 2.
"""

from __future__ import annotations

import re
import unicodedata

from fieldapp.ports import Entropy
from fieldapp.store.errors import PassphraseTooEasy

from .wordlist import WORDS

LENGTH_MIN = 12
WORDS_MIN = 4
DIFFERENT_MIN = 6
"""Fewer different letters than this is a pattern ("aaaaaaaaaaaa", "121212121212"), whatever its length."""

DENIED = (
    "password",
    "passphrase",
    "fieldapp",
    "letmein",
    "welcome",
    "qwerty",
    "administrator",
    "socialworker",
    "correcthorsebatterystaple",
    "iloveyou",
    "football",
    "liverpool",
    "changeme",
    "sunshine",
    "princess",
)
RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "zyxwvutsrqponmlkjihgfedcba",
    "01234567890123456789",
    "98765432109876543210",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)
RUN_LENGTH = 4


def is_strong(passphrase: str) -> bool:
    """Whether it is enough: "Strong enough", else "Too easy to guess"."""
    text = unicodedata.normalize("NFKC", passphrase.strip())
    words = [word for word in re.split(r"[\s\-_.,]+", text) if len(word) >= 3]
    if len(text) < LENGTH_MIN and len(set(words)) < WORDS_MIN:
        return False
    if len(set(text.casefold())) < DIFFERENT_MIN:
        return False
    return len(_without_easy_parts(text)) >= LENGTH_MIN // 2


def _without_easy_parts(text: str) -> str:
    """What is left of it when common words, rows of the keyboard and repetitions count for nothing."""
    left = re.sub(r"[\W_]+", "", text.casefold())
    for word in DENIED:
        left = left.replace(word, "")
    for run in RUNS:
        for length in range(len(run), RUN_LENGTH - 1, -1):
            for start in range(len(run) - length + 1):
                left = left.replace(run[start : start + length], "")
    return re.sub(r"(.{1,8}?)\1+", r"\1", left)


def check_passphrase(passphrase: str) -> None:
    """Raise `PassphraseTooEasy` unless it is strong enough."""
    if not is_strong(passphrase):
        raise PassphraseTooEasy()


def offer_passphrase(entropy: Entropy) -> str:
    """Four different random words, which no person chose."""
    chosen: list[str] = []
    while len(chosen) < WORDS_MIN:
        number = int.from_bytes(entropy.random_bytes(8), "big")
        word = WORDS[number % len(WORDS)]  # 2^64 over a thousand: the unevenness is below 10^-16
        if word not in chosen:
            chosen.append(word)
    return " ".join(chosen)
