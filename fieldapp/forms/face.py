"""The complete contract of the form engine: types only. Screens, trace, service, records and reports use nothing else.

Promises: whatever is true of a form is reachable from here, as written (`Definition`, frozen, shareable between
threads) or as being filled (`Instance`, live, one thread). What an `Instance` says is always settled: there is no
moment between a change and its consequences in which anyone can look.
Never here: drawing, saving, network; attachments' bytes; walking page by page (a screen's matter); XPath trees.
Sources: ODK XForms specification (bind attributes, instance, itext), XLSForm (types, appearances), protocol.md
section 1 (keys with row ids) and 5.7 (merge types). The idea of one module of types: ODK Web Forms, `client/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

from fieldapp.ports import Clock, Entropy

Key: TypeAlias = str
"""An answer's path as in a revision's body: `each_child[ROW]/c_seen`; a group's or row's likewise; `""` the root."""

Path: TypeAlias = str
"""The same by position, for tests and bug reports: `/data/each_child[2]/c_seen` (1-based, every row named)."""

FormPath: TypeAlias = str
"""A place in the definition, without rows: `each_child/c_seen`; `""` the root."""

Kind: TypeAlias = Literal["root", "group", "repeat", "row", "question"]
Merge: TypeAlias = Literal["narrative", "set", "list", "value", "caution"]
ViolationKind: TypeAlias = Literal["constraint", "required"]

QuestionType: TypeAlias = Literal[
    "text",
    "integer",
    "decimal",
    "date",
    "time",
    "dateTime",
    "select_one",
    "select_multiple",
    "rank",
    "range",
    "acknowledge",
    "note",
    "image",
    "audio",
    "video",
    "file",
    "barcode",
    "geopoint",
    "geotrace",
    "geoshape",
    "calculate",
    "metadata",
]
"""What a question is, in XLSForm's words. `calculate` and `metadata` (instanceID, start, deviceid …) are never shown."""

Media: TypeAlias = Callable[[str], "bytes | None"]
"""Gives the bytes of a file of the form's own folder by bare name (`wards.csv`), or None if there is none."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a form, told to its author: where it is, what is wrong, what to do about it.

    `sheet`, `row` (as numbered in a spreadsheet, 1-based) and `column` are None where a plain XForm has no such
    place; `place` then names the node or the element. Problems hold the form's words, never answers.
    """

    message: str
    what_to_do: str = ""
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    place: str = ""

    def __str__(self) -> str:
        where = []
        if self.sheet is not None:
            where.append(f"sheet {self.sheet}")
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column is not None:
            where.append(f"column {self.column}")
        if not where and self.place:
            where.append(self.place)
        text = f"{', '.join(where)}: {self.message}" if where else self.message
        return f"{text} {self.what_to_do}".rstrip()


class FormError(Exception):
    """Anything the form engine refuses. The text is safe to show and to log: it holds no answers."""


class BadForm(FormError):
    """The form cannot be run: every mistake found in it, at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(problem) for problem in problems))


class UnknownPath(FormError):
    """No such node, repeat or row now, or a path that does not name every row."""


class NotWritable(FormError):
    """A person may not do this now: a calculated, readonly, non-relevant or group node, or rows a count governs."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a select, range or rank, in the language asked for."""

    name: str
    label: str | None
    caution: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionInfo:
    """What a definition knows of one place, with nobody filling it in.

    `label` and `hint` keep `${refs}` as an ellipsis where they would be filled in. `choices` are those written in the
    form, unfiltered; None for anything but selects, and for choices that come from a file or a repeat.
    """

    form_path: FormPath
    kind: Kind
    type: QuestionType | None
    label: str | None
    hint: str | None
    appearance: tuple[str, ...]
    merge: Merge
    sees: str | None
    field: str
    record: str | None
    choices: tuple[Choice, ...] | None
    parameters: Mapping[str, str]
    around: tuple[FormPath, ...]
    """The groups and repeats it stands in, outermost first, without the root."""
    repeat: FormPath | None
    """The innermost repeat it stands in (for a repeat: the next one outward)."""


@dataclass(frozen=True, slots=True)
class NodeState:
    """Everything a screen shows of one node, as of now.

    While `relevant` is false the node is not asked; `value` is then "" though what was entered is kept and comes back.
    `valid` of a group, repeat, row or root speaks for all relevant questions in it. `constraint_msg` is the form's
    own sentence for the current `violation`, if it has one. `choices` are None for anything but selects and rank.
    """

    key: Key
    path: Path
    form_path: FormPath
    kind: Kind
    type: QuestionType | None
    value: str | None
    relevant: bool
    required: bool
    readonly: bool
    valid: bool
    violation: ViolationKind | None
    constraint_msg: str | None
    label: str | None
    hint: str | None
    choices: tuple[Choice, ...] | None
    appearance: tuple[str, ...]
    parameters: Mapping[str, str]
    merge: Merge
    sees: str | None
    field: str
    record: str | None
    row: str | None
    """The id of the innermost row this node is, or is in."""
    rows_fixed: bool = False
    """A repeat whose rows a `repeat_count` governs: rows cannot be added or removed by hand."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One reason why a relevant question cannot stand as it is; `message` is the form's own sentence, if any."""

    key: Key
    kind: ViolationKind
    message: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a call changed, so that a screen repaints this and nothing else.

    `changed` names each node that may now show something else (its value, relevance, label, choices …), in no
    promised order; rows added or removed stand with their row keys, and their nodes are not repeated in `changed`.
    """

    changed: tuple[Key, ...] = ()
    added: tuple[Key, ...] = ()
    removed: tuple[Key, ...] = ()


class Instance(Protocol):
    """A form being filled in. One thread; a call returns when every consequence has settled."""

    @property
    def definition(self) -> Definition: ...

    @property
    def language(self) -> str:
        """The active language, as in the form's itext; "" if the form has none."""

    def node(self, key: Key) -> NodeState:
        """The state of a node now. Raises `UnknownPath`."""

    def children(self, key: Key = "") -> tuple[Key, ...]:
        """Keys of the nodes directly inside, in document order. A repeat stands once, with its rows inside it."""

    def rows(self, repeat_key: Key) -> tuple[Key, ...]:
        """The row keys of a repeat (`each_child[ROW]`), in order. Raises `UnknownPath`."""

    def keys(self) -> tuple[Key, ...]:
        """All nodes in document order: root, groups, repeats, rows, questions, relevant or not."""

    def key_of(self, path: Path) -> Key:
        """The key of a place named by position. Raises `UnknownPath`; `/data/rep` without an index is the repeat."""

    def path_of(self, key: Key) -> Path:
        """The place by position, as of now. Raises `UnknownPath`."""

    def set(self, key: Key, value: str) -> Changes:
        """A person answers; "" clears. The value is made to fit the question's type first.

        Raises `UnknownPath`, and `NotWritable` for what a person cannot answer now.
        """

    def prefill(self, key: Key, value: str) -> Changes:
        """The app answers: context questions and restored drafts. Like `set`, but readonly or not relevant is allowed."""

    def kept(self, key: Key) -> str:
        """The value as entered, also while the question is not relevant: what a draft keeps. Raises `UnknownPath`."""

    def add_row(
        self, repeat_key: Key, row_id: str | None = None, at: int | None = None, *, restoring: bool = False
    ) -> Changes:
        """Add a row, at the end or at a 0-based position. Raises `UnknownPath`, `NotWritable`.

        Without `row_id` the row is given a fresh UUID of version 7. `restoring` a draft, a repeat that is not asked
        just now takes its rows all the same: what was entered is kept and comes back.
        """

    def remove_row(self, row_key: Key) -> Changes:
        """Remove a row with all that is in it. Raises `UnknownPath`, `NotWritable`."""

    def move_row(self, row_key: Key, to: int) -> Changes:
        """Move a row to a 0-based position. Its key stays. Raises `UnknownPath`, `NotWritable`."""

    def rename_row(self, row_key: Key, row_id: str) -> Key:
        """Give a row the id its record has; returns its new key. For restoring, before a screen looks."""

    def untouched(self, row_key: Key) -> bool:
        """Whether nobody has entered anything in this row since it was made (practice.md section 5.0: dropped at save)."""

    def set_language(self, language: str) -> Changes:
        """Labels, hints, messages and choices in another language. Raises `ValueError` for one the form has not."""

    def refresh(self) -> Changes:
        """Look at the clock again: what depends on `today()` or `now()` and may be answered anew is."""

    def violations(self) -> tuple[Violation, ...]:
        """Everything that stands in the way of *complete*, in document order."""

    def submission(self) -> str:
        """The instance as XML, as an XForms client would submit it."""


class Definition(Protocol):
    """A published form as written. Frozen: made once, used by any number of instances and threads."""

    @property
    def id(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def hash(self) -> str:
        """SHA-256 of the XForm XML in lower-case hex: what a revision's `form.hash` pins."""

    @property
    def languages(self) -> tuple[str, ...]:
        """As in the form's itext, in its order; empty for a form without."""

    @property
    def default_language(self) -> str: ...

    @property
    def record(self) -> str | None:
        """`fa:record` of the root: the kind this form is filed as; None: the form's own id."""

    def paths(self) -> tuple[FormPath, ...]:
        """All places in document order, groups and repeats included, without the root."""

    def merge_types(self) -> Mapping[FormPath, Merge]:
        """The merge type of every question and repeat (protocol.md section 5.7, with its defaults)."""

    def question(self, form_path: FormPath, language: str | None = None) -> QuestionInfo:
        """What is written about one place (`""` the root). Raises `UnknownPath`."""

    def caution_rank(self, form_path: FormPath, value: str) -> int:
        """How cautious an answer is (practice.md section 5.0): higher is more; an unknown value ranks highest.

        A choice's own `caution` rank; for a number (a ladder of 0 to 10) the lower the more cautious; for a multiple
        choice the highest of its names. Raises `UnknownPath`.
        """

    def open(self, *, clock: Clock, entropy: Entropy, seed: int = 1, language: str | None = None) -> Instance:
        """A fresh instance, with defaults and calculations settled.

        `seed` governs `randomize()` without a seed of its own; `entropy` gives `random()`, `uuid()` and row ids.
        """


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a form found: a definition if it can be run, the mistakes, and advice that does not refuse."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...] = field(default=())
    definition: Definition | None = None
