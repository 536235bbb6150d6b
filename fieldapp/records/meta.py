"""What the app itself adds to a body, under `meta/`: complete, gaps, decisions, restrictions, jottings.

Promises: these words stand beside the answers, never among them, so every form can have them; each is a value or rows
of values, so two people's notes stand side by side.
Never: an answer; anything that a form must know of.
Source: architecture.md, "One form, several documents"; practice.md sections 3 (complete) and 5.0 (gap), 1.1 (jotter).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.records.document import Value
from fieldapp.records.filing import COMPLETE
from fieldapp.records.keys import position_of, rows_in

GAP = "meta/gap"
DECIDED = "meta/decided"
RESTRICTED = "meta/restricted"
JOT = "meta/jot"
TRAIL = "meta/trail"
WHOLE_DOCUMENT = "all"
"""As the key of a restriction: the whole document, not one answer. No question is ever called so at the root."""


@dataclass(frozen=True, slots=True)
class About:
    """A note about one key: finished without it, or decided, and why."""

    row: str
    key: str
    why: str


@dataclass(frozen=True, slots=True)
class Jotting:
    """One line of rough notes with the minute it was typed."""

    row: str
    at: str
    text: str


def completed(body: Mapping[str, Value]) -> dict[str, Value]:
    """The body as complete: nothing missing, so earlier gaps no longer stand."""
    kept = {key: value for key, value in body.items() if not key.startswith(GAP + "[")}
    kept[COMPLETE] = "yes"
    return kept


def with_gaps(body: Mapping[str, Value], gaps: Iterable[tuple[str, str, str]]) -> dict[str, Value]:
    """The body saved though something is missing: for each key why. Takes (row id, key, why); not complete."""
    kept = {key: value for key, value in body.items() if key != COMPLETE and not key.startswith(GAP + "[")}
    for position, (row, key, why) in enumerate(gaps):
        kept[f"{GAP}[{row}]"] = position
        kept[f"{GAP}[{row}]/key"] = key
        if why:
            kept[f"{GAP}[{row}]/why"] = why
    return kept


def with_decided(body: Mapping[str, Value], row: str, key: str, why: str) -> dict[str, Value]:
    """The body with a note that an open question on `key` was decided, and why."""
    return _with_row(body, DECIDED, row, {"key": key, "why": why})


def with_restricted(body: Mapping[str, Value], row: str, key: str = WHOLE_DOCUMENT) -> dict[str, Value]:
    """The body with one answer (or all of it) kept out of every screen and page shown in the home."""
    return _with_row(body, RESTRICTED, row, {"key": key})


def with_jotting(body: Mapping[str, Value], row: str, at: str, text: str) -> dict[str, Value]:
    """The body with one more line of rough notes."""
    return _with_row(body, JOT, row, {"at": at, "text": text})


def gaps(body: Mapping[str, Value]) -> tuple[About, ...]:
    """What was finished without, in the order asked."""
    return _about(body, GAP)


def decided(body: Mapping[str, Value]) -> tuple[About, ...]:
    """Decisions that somebody made on open questions of this document, oldest first."""
    return _about(body, DECIDED)


def restricted_keys(body: Mapping[str, Value]) -> frozenset[str]:
    """The keys that were restricted by hand; `all` stands for the whole document."""
    return frozenset(str(body.get(f"{row}/key", "")) for row in rows_in(body, RESTRICTED))


def jottings(body: Mapping[str, Value]) -> tuple[Jotting, ...]:
    """The rough notes, in order."""
    return tuple(
        Jotting(row, str(body.get(f"{row}/at", "")), str(body.get(f"{row}/text", "")))
        for row in rows_in(body, JOT)
    )


def _about(body: Mapping[str, Value], kind: str) -> tuple[About, ...]:
    return tuple(
        About(row, str(body.get(f"{row}/key", "")), str(body.get(f"{row}/why", "")))
        for row in rows_in(body, kind)
    )


def _with_row(body: Mapping[str, Value], kind: str, row: str, answers: Mapping[str, str]) -> dict[str, Value]:
    rows = rows_in(body, kind)
    key = f"{kind}[{row}]"
    added: dict[str, Value] = {key: position_of(body[rows[-1]]) + 1 if rows else 0}
    added |= {f"{key}/{name}": text for name, text in answers.items() if text}
    return {**body, **added}
