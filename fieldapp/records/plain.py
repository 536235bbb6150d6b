"""How plainly a text is written: sentence length, reading age, and words that families do not use.

Promises: advice, never a refusal. Grade by Flesch and Kincaid (0.39 words per sentence + 11.8 syllables per word −
15.59), reading age about five years more; quotations are left out, because a person's own words are not ours to
simplify. Syllables are counted by rule, with a short list of exceptions.
Never: a verdict on somebody's own words; English rules on a text in Welsh or Polish (only sentence length there).
Source: practice.md section 4.7; government content guidance [GDS]: no sentence over 25 words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

Mark: TypeAlias = Literal["fine", "amber", "red"]

AMBER_WORDS = 20
RED_WORDS = 25
PARENT_GRADE_MAX = 6.0
CHILD_GRADE_MAX = 3.0

JARGON: Mapping[str, str] = MappingProxyType(
    {
        "engage": "meet and talk with",
        "engagement": "meeting and talking",
        "presentation": "how they look and act",
        "disclosed": "told us",
        "disclosure": "what they told us",
        "contact": "seeing each other",
        "safeguarding": "keeping safe",
        "multi-agency": "several services together",
        "intervention": "help",
        "outcomes": "what changes",
        "facilitate": "help",
        "in order to": "to",
        "regarding": "about",
        "prioritise": "put first",
        "appropriately": "say how",
        "emotional wellbeing": "how they feel",
        "attachment": "closeness",
        "compliance": "doing what was agreed",
        "escalate": "take it further",
        "siblings": "brothers and sisters",
    }
)
"""Words of the trade with plain ones. To be read by families before release."""

SYLLABLES: Mapping[str, int] = MappingProxyType(
    {"people": 2, "being": 2, "area": 3, "idea": 3, "quiet": 2, "diary": 3, "science": 2, "social": 2}
)
"""Words the rule gets wrong. Applied last, and only if asked."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|\n+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_GROUP = re.compile(r"[aeiouy]+")
_VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class Plain:
    """What a check of one text found."""

    sentences: int
    words: int
    syllables: int
    grade: float
    """Flesch and Kincaid's grade, one decimal; below 0 shown as 0."""
    longest: int
    """Words in the longest sentence."""
    mean: float
    longest_mark: Mark
    jargon: tuple[tuple[str, str], ...]
    """Each word of the trade that is in the text, with a plain one."""

    @property
    def reading_age(self) -> int:
        return round(self.grade + 5)

    def meets(self, grade_max: float) -> bool:
        return self.grade <= grade_max


def check(text: str, *, english: bool = True, exceptions: bool = True) -> Plain:
    """Look at one text as a family would read it."""
    own = _QUOTED.sub(" ", text)
    sentences = [words for part in _SENTENCE_END.split(own) if (words := _WORD.findall(part))]
    every = [word for words in sentences for word in words]
    count = len(every)
    syllables = sum(syllables_in(word, exceptions=exceptions) for word in every)
    longest = max((len(words) for words in sentences), default=0)
    grade = 0.0
    if english and count:
        grade = max(0.0, round(0.39 * count / len(sentences) + 11.8 * syllables / count - 15.59, 1))
    return Plain(
        sentences=len(sentences),
        words=count,
        syllables=syllables,
        grade=grade,
        longest=longest,
        mean=round(count / len(sentences), 1) if sentences else 0.0,
        longest_mark="red" if longest > RED_WORDS else "amber" if longest > AMBER_WORDS else "fine",
        jargon=jargon_in(own) if english else (),
    )


def jargon_in(text: str, jargon: Mapping[str, str] = JARGON) -> tuple[tuple[str, str], ...]:
    """The words of the trade in a text, in their order there, each once."""
    lower = text.lower()
    found = [
        (place.start(), word, plain)
        for word, plain in jargon.items()
        if (place := re.search(rf"\b{re.escape(word)}\b", lower)) is not None
    ]
    return tuple((word, plain) for _, word, plain in sorted(found))


def syllables_in(word: str, *, exceptions: bool = True) -> int:
    """The syllables of one word, by rule; digits are one."""
    lower = word.lower()
    if exceptions and lower in SYLLABLES:
        return SYLLABLES[lower]
    if not lower[:1].isalpha():
        return 1
    groups = len(_GROUP.findall(lower))
    return max(1, groups - _silent_ending(lower))


def _silent_ending(word: str) -> int:
    """1 if the word's last e is not spoken: a final e, or the e of -ed or -es where nothing makes it heard."""
    if word.endswith("e"):
        spoken = len(word) > 2 and word[-2] == "l" and word[-3] not in _VOWELS
        return 0 if spoken else 1
    before = word[-3] if len(word) > 2 else "a"
    if before in _VOWELS or not before.isalpha():
        return 0
    if word.endswith("ed"):
        return 0 if before in "td" else 1
    if word.endswith("es"):
        return 0 if before in "sxzcg" else 1
    return 0
