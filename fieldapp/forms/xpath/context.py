"""Where an expression stands while it is compiled, and what it turns out to read.

Promises: compiling an expression leaves in `reads` every node and every repeat whose change can change its value, so
that evaluation after a change can be limited to those (architecture: "dependencies known").
Never here: evaluation.
A read is *weak* when it goes through a predicate on a repeat that the reader is itself in, or is only of positions
and counts: such a reading may go round (a row looks at the row above it) without being a cycle (trace command).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from fieldapp.forms.definition.model import Element, Node, Scope

if TYPE_CHECKING:
    pass

Looking = Literal["row", "element", "unknown"]
"""What the context node is: a known node of a row, an element of a secondary instance, or either."""


class Fault(Exception):
    """A mistake in an expression that parses: an unknown node, function, instance, a wrong number of arguments."""

    def __init__(self, message: str, at: int, what_to_do: str = "") -> None:
        self.message = message
        self.at = at
        self.what_to_do = what_to_do
        super().__init__(message)


class Read:
    """That an expression reads `target`: its value, which rows there are (`rows`), or where a row stands (`position`).

    `scope` is the innermost scope that the reading and the node read share: from a change in a row, go out to that
    scope's row, then into all rows of the reader below it.
    """

    __slots__ = ("scope", "target", "weak", "what")

    def __init__(
        self, target: Node, scope: Scope, what: Literal["value", "rows", "position"], weak: bool
    ) -> None:
        self.target = target
        self.scope = scope
        self.what = what
        self.weak = weak


class Names:
    """What an expression can refer to in one form."""

    __slots__ = ("instances", "render", "root", "version")

    def __init__(self, root: Node, instances: Mapping[str, Element]) -> None:
        self.root = root
        self.instances = instances
        self.version: str = root.attributes.get("version", "")
        self.render: Callable[[str, Node], Any] = lambda identity, node: None
        """The text of an id, compiled for the node that shows it (`jr:itext`)."""


class Context:
    """The static surroundings of one expression or predicate."""

    __slots__ = (
        "anchor",
        "is_item",
        "looking",
        "names",
        "node",
        "reads",
        "top",
        "translated",
        "weak",
    )

    def __init__(self, names: Names, top: Node) -> None:
        self.names = names
        self.top = top
        self.node: Node | None = top
        self.looking: Looking = "row"
        self.is_item = False
        self.anchor: Scope = names.root.scope
        """Inside a predicate: the scope from whose row the nodes looked at were found."""
        self.reads: list[Read] = []
        self.weak = False
        self.translated: list[bool] = []
        """Not empty once the value depends on the language."""

    def inside(
        self, looking: Looking, node: Node | None, *, weak: bool, anchor: Scope | None = None
    ) -> Context:
        """The context of a predicate on nodes of a kind, found from a row of `anchor`."""
        inner = Context.__new__(Context)
        inner.names = self.names
        inner.top = self.top
        inner.node = node
        inner.looking = looking
        inner.is_item = True
        inner.anchor = anchor or self.names.root.scope
        inner.reads = self.reads
        inner.weak = self.weak or weak
        inner.translated = self.translated
        return inner

    def loosely(self) -> Context:
        """The same place, where readings do not count towards cycles."""
        inner = Context.__new__(Context)
        for slot in Context.__slots__:
            setattr(inner, slot, getattr(self, slot))
        inner.weak = True
        return inner

    def read(
        self,
        target: Node,
        scope: Scope,
        what: Literal["value", "rows", "position"] = "value",
        *,
        weak: bool = False,
    ) -> None:
        """Note that the expression reads a node."""
        self.reads.append(Read(target, scope, what, weak or self.weak))

    def is_within(self, repeat: Node) -> bool:
        """Whether the expression's own node stands in this repeat."""
        return repeat.contains(self.top)
