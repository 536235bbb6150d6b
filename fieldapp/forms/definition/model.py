"""What a form is made of, as plain data: nodes, the scopes that repeats make, secondary instances.

Promises: built by `building`, not changed after. Every node that can have a value has a *slot* in the one list of its
*scope*; a scope is the form itself or one repeat, and a `Row` (see `instance/rows.py`) is one set of slots. So an
expression that reads a neighbour reads one list element, and a row of a repeat is a few short lists.
Never here: expressions' meaning, answers.
Sources: ODK XForms specification ("Structure", "Instance", "Repeats").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fieldapp.forms.definition.choices import ChoiceSource
    from fieldapp.forms.definition.graph import Computation
    from fieldapp.forms.definition.texts import Text
    from fieldapp.forms.face import Kind, Merge, QuestionType


class Scope:
    """The form itself, or one repeat: a set of nodes that exist once for each row."""

    __slots__ = (
        "aggregates",
        "computations",
        "demanding",
        "depth",
        "flags",
        "index",
        "initial_flags",
        "initial_kept",
        "initial_own",
        "initial_relevant",
        "initial_values",
        "inner",
        "node",
        "nodes",
        "parent",
    )

    def __init__(self, node: Node, parent: Scope | None) -> None:
        self.node = node
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.index: int = 0 if parent is None else len(parent.inner)
        """Which of the parent's repeats this is: `row.inner[index]` are its rows."""
        self.nodes: list[Node] = []
        self.inner: list[Scope] = []
        self.flags: int = 0
        """How many yes-or-no answers (required, readonly, constraint) each row keeps."""
        self.aggregates: int = 0
        self.computations: list[Computation] = []
        self.demanding: list[Node] = []
        """Nodes that are required or constrained."""
        self.initial_values: list[str] = []
        self.initial_kept: list[str] = []
        self.initial_own: list[bool] = []
        self.initial_relevant: list[bool] = []
        self.initial_flags: list[bool] = []
        if parent is not None:
            parent.inner.append(self)

    @property
    def outer(self) -> Scope:
        """The scope around a repeat's."""
        if self.parent is None:
            raise LookupError("nothing is around the form itself")
        return self.parent

    def is_in(self, outer: Scope) -> bool:
        """Whether this scope is `outer` or inside it."""
        scope: Scope | None = self
        while scope is not None:
            if scope is outer:
                return True
            scope = scope.parent
        return False

    def all(self) -> Iterator[Scope]:
        """This scope and all inside it."""
        yield self
        for scope in self.inner:
            yield from scope.all()


class Bind:
    """What a bind element says of a node; expressions as text, compiled by `building`."""

    __slots__ = ("attributes", "calculate", "constraint", "readonly", "relevant", "required", "type")

    def __init__(self) -> None:
        self.type: str = "string"
        self.relevant: str | None = None
        self.required: str | None = None
        self.readonly: str | None = None
        self.constraint: str | None = None
        self.calculate: str | None = None
        self.attributes: dict[str, str] = {}


class Control:
    """What a body element says of a node."""

    __slots__ = (
        "appearance",
        "attributes",
        "choices",
        "element",
        "hint",
        "label",
        "media_type",
        "parameters",
        "tag",
    )

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.appearance: tuple[str, ...] = ()
        self.attributes: dict[str, str] = {}
        self.parameters: Mapping[str, str] = {}
        self.media_type: str = ""
        self.label: Text | None = None
        self.hint: Text | None = None
        self.choices: ChoiceSource | None = None
        self.element: Any = None


class Node:
    """One element (or attribute) of the primary instance, as written."""

    __slots__ = (
        "action_sources",
        "aggregates",
        "attribute_nodes",
        "attributes",
        "bind",
        "by_name",
        "calculation",
        "children",
        "choices_computation",
        "constraint_message",
        "constraint_slot",
        "control",
        "default",
        "fit",
        "form_path",
        "is_attribute",
        "kind",
        "merge",
        "name",
        "namespace",
        "number_after",
        "order",
        "parent",
        "path",
        "preload",
        "readers",
        "readonly_always",
        "readonly_slot",
        "relevance",
        "repeat_count",
        "required_always",
        "required_message",
        "required_slot",
        "row_readers",
        "row_shift_readers",
        "rows_fixed",
        "scope",
        "select",
        "slot",
        "tail",
        "text_readers",
        "type",
    )

    def __init__(self, name: str, namespace: str, parent: Node | None, kind: Kind) -> None:
        self.name = name
        self.namespace = namespace
        self.parent = parent
        self.kind: Kind = kind
        self.is_attribute = False
        self.path: str = f"/{name}" if parent is None else f"{parent.path}/{name}"
        self.form_path: str = (
            "" if parent is None else (f"{parent.form_path}/{name}" if parent.form_path else name)
        )
        self.tail: str = ""
        """The part of the key after the row's own key: `/c_was/c_place`; set with the scope."""
        self.children: list[Node] = []
        self.by_name: dict[str, Node] = {}
        """Children by name, attributes that are nodes by `@name`."""
        self.attributes: dict[str, str] = {}
        self.attribute_nodes: list[Node] = []
        """Attributes that a bind or an action names."""
        self.scope: Scope = None  # type: ignore[assignment]  # set by `enter` right after
        self.slot: int = 0
        self.order: int = 0
        self.number_after: int = 0
        """One past the order of the last node inside: `order <= other.order < number_after` says "is inside"."""
        self.default: str = ""
        self.bind: Bind = Bind()
        self.control: Control | None = None
        self.type: QuestionType | None = None
        self.merge: Merge = "value"
        self.fit: Callable[[str], str] = str
        self.select: str = ""
        """`one`, `many` or `rank` for what is chosen from choices, else empty."""
        self.preload: tuple[str, str] | None = None
        self.rows_fixed = False
        self.repeat_count: Computation | None = None
        self.relevance: Computation | None = None
        self.calculation: Computation | None = None
        self.choices_computation: Computation | None = None
        self.required_slot: int = -1
        self.readonly_slot: int = -1
        self.constraint_slot: int = -1
        self.required_always = False
        self.readonly_always = False
        self.constraint_message: Text | None = None
        self.required_message: Text | None = None
        self.readers: list[tuple[Computation, Scope, tuple[int, ...]]] = []
        """Computations that read this node's value."""
        self.row_readers: list[tuple[Computation, Scope, tuple[int, ...]]] = []
        """For a repeat: computations that read which rows there are."""
        self.row_shift_readers: list[tuple[Computation, Scope, tuple[int, ...]]] = []
        """For a repeat: computations that read the position of the row they are in."""
        self.text_readers: list[tuple[Computation, Scope, tuple[int, ...]]] = []
        """Texts that show this node's value."""
        self.aggregates: list[Any] = []
        """Running sums and counts over this node's values, or (for a repeat) over its rows."""
        self.action_sources: list[Any] = []
        """Actions to run when this node's value changes."""

    def enter(self, scope: Scope) -> None:
        """Take the next slot of a scope."""
        self.scope = scope
        self.slot = len(scope.nodes)
        scope.nodes.append(self)
        inside = self.form_path[len(scope.node.form_path) :]
        self.tail = inside if scope.parent is not None or not inside else inside.lstrip("/")

    @property
    def outer(self) -> Node:
        """The node around; not for the root."""
        if self.parent is None:
            raise LookupError("nothing is around the root")
        return self.parent

    @property
    def is_repeat(self) -> bool:
        return self.kind == "repeat"

    def contains(self, other: Node) -> bool:
        """Whether `other` is this node or inside it."""
        return self.order <= other.order < self.number_after

    def all(self) -> Iterator[Node]:
        """This node and all inside it, in document order."""
        yield self
        yield from self.attribute_nodes
        for child in self.children:
            yield from child.all()


class Element:
    """An element of a secondary instance: choices, a CSV row, an external XML file. Never changes."""

    __slots__ = ("_by_name", "attributes", "children", "name", "order", "own_text", "parent")

    def __init__(self, name: str, own_text: str = "", parent: Element | None = None) -> None:
        self.name = name
        self.own_text = own_text
        self.parent = parent
        self.children: list[Element] = []
        self.attributes: dict[str, str] = {}
        self.order = 0
        self._by_name: dict[str, list[Element]] | None = None

    @property
    def text(self) -> str:
        """The text of the element and all inside it."""
        if not self.children:
            return self.own_text
        return self.own_text + "".join(child.text for child in self.children)

    def named(self, name: str) -> list[Element]:
        """The children of a name, in order."""
        found = self._by_name
        if found is None:
            found = {}
            for child in self.children:
                found.setdefault(child.name, []).append(child)
            self._by_name = found
        return found.get(name, _NO_ELEMENTS)

    def first(self, name: str) -> str:
        """The text of the first child of a name; "" if there is none."""
        found = self.named(name)
        return found[0].text if found else ""


_NO_ELEMENTS: list[Element] = []
