"""Where answers are: a row of the form (the form itself, or one row of a repeat) as a few short lists.

Promises: a row is known to expressions by its lists alone (`values[slot]`, `parent`, `inner[repeat]`); its id stays
with it wherever it moves; its number is found when asked for, so adding or removing a row touches no other.
Never here: consequences (`settling`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fieldapp.forms.definition.model import Scope

if TYPE_CHECKING:
    from fieldapp.forms.definition.structure import Seed
    from fieldapp.forms.instance.settling import Settling


class Rows(list["Row"]):
    """The rows of one repeat under one row: how many of them are numbered already, and those whose id is known."""

    __slots__ = ("bad", "by_id", "numbered")

    def __init__(self) -> None:
        super().__init__()
        self.numbered = 0
        self.bad = 0
        """How many relevant questions in all rows cannot stand as they are."""
        self.by_id: dict[str, Row] = {}


class Row:
    """One set of answers."""

    __slots__ = (
        "_at",
        "_id",
        "bad",
        "calculated",
        "flags",
        "inner",
        "instance",
        "is_new",
        "is_there",
        "kept",
        "own",
        "parent",
        "prefix",
        "relevant",
        "running",
        "scope",
        "siblings",
        "touched",
        "unborn",
        "values",
    )

    def __init__(self, instance: Settling, scope: Scope, parent: Row | None, siblings: Rows | None) -> None:
        self.instance = instance
        self.scope = scope
        self.parent: Row = parent  # type: ignore[assignment]  # the form's own row has none; nothing asks for it
        self.siblings: Rows = siblings  # type: ignore[assignment]  # likewise
        self.values: list[str] = []
        """What expressions see: "" where not relevant."""
        self.kept: list[str] = []
        """What was entered or calculated, relevant or not."""
        self.own: list[bool] = scope.initial_own[:]
        """Each node's own relevance."""
        self.relevant: list[bool] = scope.initial_relevant[:]
        """Own relevance and that of everything around."""
        self.flags: list[bool] = scope.initial_flags[:]
        """Answers of required, readonly and constraint expressions."""
        self.inner: list[Rows] = [Rows() for _ in scope.inner]
        self.bad: list[int] = [0] * len(scope.nodes)
        """How many relevant questions in each node cannot stand as they are."""
        self.running: list[Any] = [None] * scope.aggregates
        self.calculated: dict[int, str] | None = None
        """What calculations of questions that a person may overwrite gave last."""
        self.is_there = True
        self.is_new = False
        """Until its first values are in: what they set off elsewhere is no change of a value."""
        self.touched = False
        self.unborn: dict[int, list[Seed]] | None = None
        """What the first rows of a counted repeat will hold, until its count has asked for them."""
        self._at = 0
        self._id: str | None = None
        self.prefix: str | None = None
        """The row's key, once asked for."""

    @property
    def index(self) -> int:
        """Where the row stands among its like, from 0."""
        rows = self.siblings
        if rows is None:
            return 0
        at = self._at
        if at < rows.numbered and rows[at] is self:
            return at
        for number in range(rows.numbered, len(rows)):
            rows[number]._at = number
        rows.numbered = len(rows)
        return self._at

    @property
    def id(self) -> str:
        """The row's own id, made when first asked for."""
        if self._id is None:
            self.id = self.instance.fresh_row_id()
        return self._id or ""

    @id.setter
    def id(self, value: str) -> None:
        if self.siblings is not None:
            if self._id is not None:
                self.siblings.by_id.pop(self._id, None)
            self.siblings.by_id[value] = self
        self._id = value
        self.forget_keys()

    def forget_keys(self) -> None:
        """Let keys be put together anew (the row's id has changed)."""
        self.prefix = None
        for rows in self.inner:
            for row in rows:
                row.forget_keys()

    @property
    def key(self) -> str:
        """The row's key: `each_child[ROW]`; "" for the form itself."""
        if self.prefix is None:
            if self.parent is None:
                self.prefix = ""
            else:
                node = self.scope.node
                around = self.parent.key
                step = node.form_path[len(self.parent.scope.node.form_path) :].lstrip("/")
                self.prefix = f"{around}/{step}[{self.id}]" if around else f"{step}[{self.id}]"
        return self.prefix

    def is_in(self, other: Row) -> bool:
        """Whether this row is `other` or inside it."""
        row: Row | None = self
        while row is not None:
            if row is other:
                return True
            row = row.parent
        return False
