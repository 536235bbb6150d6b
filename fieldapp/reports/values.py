"""What is printed, before it has pages: a sheet of sections of entries. Plain values, no fonts, no sizes.

Promise: an entry keeps apart who speaks: the child's words, what was seen, what is thought (rule 1 of the practice
design); no printout joins them. Never here: layout (`pages`, `html`) or what may be shown to whom (`reading`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Voice = Literal["plain", "words", "saw", "think", "drawing", "note"]
"""Whose an entry is. `drawing` holds the text of `records.drawing`; `note` is a remark of the printout itself."""

ForWhom = Literal["service", "child", "parent", "other"]
"""Who a copy goes to: kept by the service itself, the child whose words they are, a parent or carer, anybody else."""
Reason = Literal["restricted", "sibling", "child", "not_shared"]
"""Why an answer is left out: restricted; another child's part; a child's own; not said for everyone to know."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One question and its answer; `author` is set where several people's accounts of one thing stand."""

    label: str
    text: str
    voice: Voice = "plain"
    author: str = ""
    whose: str = ""
    """The name of whoever said, saw or thought it; empty where the form does not tell."""
    undecided: bool = False
    """Two answers stand and nobody has chosen yet; `text` is the more careful one."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `level` 1 is a section of the form, 2 a row in it, 3 a row in a row."""

    title: str
    entries: tuple[Entry, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """How this print came about: stands at the foot of every page."""

    by: str
    at: str
    """As shown to a reader: `5 March 2026, 14:32`."""
    organisation: str
    recipient: str = ""
    unsent: bool = False
    """True if anything printed here has not reached the service."""
    version: str = ""
    """The first eight characters of the newest revision's hash: names exactly which text this was."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printout, whole. `left_out` counts answers that this reader must not see."""

    title: str
    reference: str
    sections: tuple[Section, ...]
    made: Made
    language: str = "en"
    large: bool = False
    """A child's copy: 18 point, one thought a block."""
    left_out: int = 0
    reasons: tuple[tuple[Reason, int], ...] = ()
    """How many answers were left out, by why; a child's own copy has these, though its pages do not say so."""
