"""What the family file shows, as plain frozen values.

Promise: everything a reader or a listener gets from the page is in here, in the words they get, except the address:
that stands nowhere until somebody holds the key down. Never here: Qt, a store, a rule of practice.
Source: the design of the interface, section 4.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fieldapp.records.genogram import Genogram
from fieldapp.ui.pages.marks import Mark

FilterKey = Literal["all", "visits", "words", "decisions", "school", "health", "police"]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person by name."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child in "Children last seen"."""

    person: str
    initial: str
    name: str
    """ "Ivo, 9"."""
    seen: str
    look: bool
    due: str
    warnings: tuple[str, ...]
    risk: str
    """ "High, undecided"; empty in visit view."""
    risk_look: bool
    spoken: str
    record: str = ""
    """The child's own record, which holds the risk level; empty if there is none or it may not be changed here."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of the chronology."""

    doc: str
    draft: str
    """The draft's id where the line is an unfinished note."""
    date: str
    date_under: str
    year: int
    icon: str
    title: str
    lines: tuple[str, ...]
    quoted: bool
    restricted: str
    """The word of the restricted chip; empty if there is none."""
    note: str
    """ "Added later", "Not complete"."""
    mark: Mark
    spoken: str


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Something a child said, and what became of it."""

    doc: str
    child: str
    words: str
    about: str
    """ "Ivo, 5 March, said to us on a visit. Linked to goal 2."""
    follow_up: str
    look: bool
    open: bool
    """An answer, or telling the child, is still to do."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One line of the plan's short list."""

    number: int
    change: str
    progress: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision with its reasons."""

    doc: str
    head: str
    decided: str
    why: str
    by: str
    history: str
    how: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """An answer that waits for a choice."""

    doc: str
    whose: str
    """The child it is about; empty if it is about the family."""
    sentence: str
    until: str


@dataclass(frozen=True, slots=True)
class FamilyState:
    """All that the page shows."""

    scope: str = ""
    label: str = ""
    chip: str = ""
    place: str = ""
    fresh: str = ""
    fresh_look: bool = False
    has_address: bool = False
    may_write: bool = True
    visit_view: bool = False
    left_out: str = ""
    cautions: tuple[tuple[str, str], ...] = ()
    """What must not be overlooked, as (heading, words); none of it in visit view."""
    questions: tuple[QuestionRow, ...] = ()
    dues: tuple[tuple[str, bool], ...] = ()
    genogram: Genogram | None = None
    unplaced: tuple[PersonRow, ...] = ()
    """Who is in the file and not in the drawing, because nothing is on record of what they are to the others."""
    person: str = ""
    person_name: str = ""
    interval: str = ""
    children: tuple[ChildRow, ...] = ()
    shared: tuple[str, ...] = ()
    """Warnings that several children share, each once with their names."""
    key_events: bool = False
    filters: tuple[tuple[FilterKey, str], ...] = ()
    filter: FilterKey = "all"
    years: tuple[int, ...] = ()
    year: int = 0
    rows: tuple[EventRow, ...] = ()
    rows_empty: str = ""
    quotes: tuple[QuoteRow, ...] = ()
    quotes_of: int = 0
    all_quotes: bool = False
    goals: tuple[GoalRow, ...] = ()
    plan_type: str = ""
    plan_notes: tuple[str, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    decisions_of: int = 0
    all_decisions: bool = False
    why_involved: str = ""
    missing: str = ""
    """Why the file cannot be shown, in a sentence; empty when it can."""
    announce: str = ""
