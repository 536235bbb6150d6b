"""What the form runner shows, as plain frozen values: the whole page can be written down, compared and tested.

Promise: everything a reader or a listener gets from the page is in here, in the words they get; a view adds only
colour, letters and place. Never here: Qt, a store, a live instance, a decision.
Source: interface design section 4.6 (form runner), section 3 (names), architecture ("its state is one serialisable
value").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from fieldapp.forms import Choice, Key

FieldKind: TypeAlias = Literal["words", "saw", "think", "plain"]
"""Rule 1: what was said, what was seen and what is thought never share a field."""

SectionMark: TypeAlias = Literal["done", "here", "started", "not_started", "missing"]
SaveMark: TypeAlias = Literal["nothing", "saved", "saving", "not_saved"]


@dataclass(frozen=True, slots=True)
class SaveState:
    """How far the last change has got. "saved" is said only after the commit returned."""

    mark: SaveMark = "nothing"
    at: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SiblingTab:
    """One child of the note, or (key "") what is said once for all of them."""

    key: Key
    title: str
    progress: str
    here: bool
    done: bool
    wrong: int
    name: str


@dataclass(frozen=True, slots=True)
class RailSection:
    """One section of the form, as the rail lists it."""

    key: Key
    title: str
    mark: SectionMark
    note: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """The label of a group inside a section."""

    key: Key
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Text of the form itself. `strong`: what the harm rule says, never to be overlooked."""

    key: Key
    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answer, its error if it is time to speak of it, and what a listener hears."""

    key: Key
    type: str
    field_kind: FieldKind
    label: str
    hint: str
    value: str
    """The answer as the form holds it; "" while what was typed is not an answer yet."""
    text: str
    """The answer as it stands in the field: what was typed, even if it is not an answer yet."""
    choices: tuple[Choice, ...]
    appearance: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    required: bool
    readonly: bool
    error: str
    restricted: bool
    """Kept out of visit view, by the form or by the person."""
    restricted_by_form: bool
    caution: bool
    whose: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class RowCard:
    """One row of a repeat, closed or open. A removed row stays as one line with "Undo"."""

    key: Key
    title: str
    position: int
    count: int
    missing: int
    open: bool
    removed: bool
    name: str
    items: tuple[Item, ...]
    """What stands in an open card; nothing while it is closed."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeat as cards."""

    key: Key
    label: str
    rows: tuple[RowCard, ...]
    fixed: bool
    add_text: str


Item: TypeAlias = "Heading | Note | Question | Repeat"


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the summary of answers that need another look."""

    key: Key
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class Jot:
    """One timed line of the jot pad; struck out, never removed."""

    id: str
    at: str
    text: str
    struck: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """One answer that is missing or wrong at the end, and why the note is finished without it."""

    key: Key
    label: str
    where: str
    message: str
    why: str
    ask: bool
    """True when the note cannot be finished until a why stands here."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One answer as the final note will read."""

    key: Key
    label: str
    value: str
    field_kind: FieldKind
    drawing: bool
    restricted: bool


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One part of the final note; `level` 1 a section or a child, 2 a group or a row inside it."""

    key: Key
    title: str
    level: int
    lines: tuple[ReadLine, ...]
    is_empty: bool = False
    """Nothing is written here, nor in any group or row inside it."""


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Check and finish: gaps first, then the note as it will read."""

    heading: str
    why_for_all: str
    """One reason for every gap that has none of its own."""
    ask_for_all: bool
    """True when several gaps lack a reason: it is asked for once, above them."""
    gaps: tuple[Gap, ...]
    parts: tuple[ReadPart, ...]
    finishing: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways about a note: children, sections, what comes next."""

    tabs: tuple[SiblingTab, ...]
    sections: tuple[RailSection, ...]
    section_number: int
    section_count: int
    empty: str
    """What to say while nothing is written yet."""
    next_text: str
    """The words of the button at the foot of the page: "Next: Efa", or "Check and finish"."""
    previous_text: str


@dataclass(frozen=True, slots=True)
class RunnerState:
    """The whole page."""

    title: str
    family: str
    started: str
    save: SaveState
    ways: Ways
    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    jots: tuple[Jot, ...]
    banner: str
    banner_action: str
    """What the banner offers to do; "" for nothing."""
    languages: tuple[str, ...]
    language: str
    check: CheckPage | None
    name: str
    """What a listener hears when the page opens: "Home visit, Rowan, section 3 of 7"."""


@dataclass(frozen=True, slots=True)
class Update:
    """Which parts of the state are new, so that a view repaints these and nothing else."""

    questions: tuple[Key, ...] = ()
    """Look at these again with `RunnerPresenter.item`."""
    body: bool = False
    """Questions came or went, rows opened or closed: compare the items with the widgets."""
    place: bool = False
    """Another section or child is shown."""
    rail: bool = False
    tabs: bool = False
    save: bool = False
    jots: bool = False
    problems: bool = False
    banner: bool = False
    check: bool = False
    words: bool = False
    """The form speaks another language: make everything anew."""
    focus: Key = ""
    announce: str = ""
    assertive: bool = False
    finished: str = ""
    """Set once: the note is finished, and this is the toast."""
    added: tuple[Key, ...] = field(default=())
