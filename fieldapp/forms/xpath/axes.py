"""Every axis of XPath over live nodes, for the paths that are too free to be decided when the form is loaded.

A live node is a pair (row, node as written), an `Element` of a secondary instance, an `Attribute`, or the document:
(row, None). Promise: document order, each node once. Never here: dependencies (`paths` finds them on the definition).
Source: XPath 1.0 sections 2.2 and 2.3. Repeats are seen as an XForms instance has them: rows are siblings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from fieldapp.forms.definition.model import Element, Node

LiveNode = Any


class Attribute:
    """An attribute of an element, with its value."""

    __slots__ = ("name", "owner", "value")

    def __init__(self, name: str, value: str, owner: LiveNode) -> None:
        self.name = name
        self.value = value
        self.owner = owner

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Attribute) and self.name == other.name and self.owner == other.owner

    def __hash__(self) -> int:
        return hash((self.name, id(self.owner)))


def text_of_node(node: LiveNode) -> str:
    """The text of a node and of all nodes inside it."""
    if type(node) is tuple:
        row, written = node
        if written is not None and not written.children:
            return str(row.values[written.slot])
        return "".join(text_of_node(child) for child in children(node))
    if type(node) is Attribute:
        return node.value
    return str(node.text)


def name_of(node: LiveNode) -> str:
    if type(node) is tuple:
        return "" if node[1] is None else node[1].name
    return str(node.name)


def namespace_of(node: LiveNode) -> str:
    return node[1].namespace if type(node) is tuple and node[1] is not None else ""


def parent(node: LiveNode) -> LiveNode | None:
    if type(node) is tuple:
        row, written = node
        if written is None:
            return None
        if written.parent is None:
            return (row, None)
        return (row.parent, written.parent) if written.is_repeat else (row, written.parent)
    if type(node) is Attribute:
        return node.owner
    return node.parent


def children(node: LiveNode) -> Iterator[LiveNode]:
    if type(node) is tuple:
        row, written = node
        if written is None:
            yield (row, row.scope.node)
            return
        for child in written.children:
            if child.is_repeat:
                for inner in row.inner[child.scope.index]:
                    yield (inner, child)
            else:
                yield (row, child)
    elif type(node) is Element:
        yield from node.children


def attributes(node: LiveNode) -> Iterator[LiveNode]:
    if type(node) is tuple and node[1] is not None:
        row, written = node
        for name, value in written.attributes.items():
            yield Attribute(name, value, node)
        for child in written.attribute_nodes:
            yield Attribute(child.name, row.values[child.slot], node)
    elif type(node) is Element:
        for name, value in node.attributes.items():
            yield Attribute(name, value, node)


def descendants(node: LiveNode) -> Iterator[LiveNode]:
    for child in children(node):
        yield child
        yield from descendants(child)


def ancestors(node: LiveNode) -> Iterator[LiveNode]:
    above = parent(node)
    while above is not None:
        yield above
        above = parent(above)


def _siblings(node: LiveNode) -> list[LiveNode]:
    above = parent(node)
    return [node] if above is None or type(node) is Attribute else list(children(above))


def following_siblings(node: LiveNode) -> Iterator[LiveNode]:
    all_of_them = _siblings(node)
    yield from all_of_them[_place(node, all_of_them) + 1 :]


def preceding_siblings(node: LiveNode) -> Iterator[LiveNode]:
    all_of_them = _siblings(node)
    yield from reversed(all_of_them[: _place(node, all_of_them)])


def _place(node: LiveNode, among: list[LiveNode]) -> int:
    if type(node) is tuple:
        return next(i for i, other in enumerate(among) if other[0] is node[0] and other[1] is node[1])
    return next((i for i, other in enumerate(among) if other is node), 0)


def following(node: LiveNode) -> Iterator[LiveNode]:
    for above in (node, *ancestors(node)):
        for sibling in following_siblings(above):
            yield sibling
            yield from descendants(sibling)


def preceding(node: LiveNode) -> Iterator[LiveNode]:
    for above in (node, *ancestors(node)):
        for sibling in preceding_siblings(above):
            yield from reversed([sibling, *descendants(sibling)])


def _self(node: LiveNode) -> Iterator[LiveNode]:
    yield node


def _parent(node: LiveNode) -> Iterator[LiveNode]:
    above = parent(node)
    if above is not None:
        yield above


def _descendants_or_self(node: LiveNode) -> Iterator[LiveNode]:
    yield node
    yield from descendants(node)


def _ancestors_or_self(node: LiveNode) -> Iterator[LiveNode]:
    yield node
    yield from ancestors(node)


def _none(node: LiveNode) -> Iterator[LiveNode]:
    return iter(())


AXES: dict[str, Callable[[LiveNode], Iterator[LiveNode]]] = {
    "self": _self,
    "parent": _parent,
    "child": children,
    "attribute": attributes,
    "descendant": descendants,
    "descendant-or-self": _descendants_or_self,
    "ancestor": ancestors,
    "ancestor-or-self": _ancestors_or_self,
    "following-sibling": following_siblings,
    "preceding-sibling": preceding_siblings,
    "following": following,
    "preceding": preceding,
    "namespace": _none,
}

REVERSE_AXES = frozenset(("ancestor", "ancestor-or-self", "preceding", "preceding-sibling", "parent"))


def passes(node: LiveNode, axis: str, test: str) -> bool:
    """Whether a node on an axis fits a node test."""
    if test == "node()":
        return True
    is_document = type(node) is tuple and node[1] is None
    if test == "text()":
        return False
    if is_document or test.endswith("()"):
        return False
    if (type(node) is Attribute) != (axis == "attribute"):
        return False
    return test == "*" or name_of(node) == test


def order_key(node: LiveNode) -> tuple[int, ...]:
    """Where a node stands in its document: comparing keys is comparing order."""
    if type(node) is Element:
        return (1, node.order)
    if type(node) is Attribute:
        return (*order_key(node.owner), 0)
    row, written = node
    if written is None:
        return (0,)
    place: list[int] = []
    at: Node | None = written
    while at is not None:
        if at.is_repeat:
            place.append(row.index)
            row = row.parent
        place.append(at.order)
        at = at.parent
    return (0, *reversed(place))


def in_order(nodes: Iterable[LiveNode]) -> list[LiveNode]:
    """Each node once, in document order."""
    seen: dict[Any, LiveNode] = {}
    for node in nodes:
        key = (id(node[0]), id(node[1])) if type(node) is tuple else node
        seen.setdefault(key, node)
    return sorted(seen.values(), key=order_key)


# --- the same axes over the definition: which nodes can a step reach? ---------------------------------------


def _written_descendants(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield from child.all()


def _written_ancestors(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def reachable(nodes: Iterable[Node], axis: str, test: str) -> list[Node]:
    """The nodes as written that a step can lead to from any of some nodes."""
    found: dict[Node, None] = {}
    for node in nodes:
        for candidate in _written_axis(node, axis):
            if candidate.is_attribute != (axis == "attribute"):
                continue
            if test in ("node()", "*") or candidate.name == test:
                found[candidate] = None
    return list(found)


def _written_axis(node: Node, axis: str) -> Iterable[Node]:
    match axis:
        case "self":
            return (node,)
        case "child":
            return node.children
        case "attribute":
            return node.attribute_nodes
        case "parent":
            return () if node.parent is None else (node.parent,)
        case "descendant":
            return _written_descendants(node)
        case "descendant-or-self":
            return node.all()
        case "ancestor":
            return _written_ancestors(node)
        case "ancestor-or-self":
            return (node, *_written_ancestors(node))
        case "following-sibling" | "preceding-sibling":
            return () if node.parent is None else node.parent.children
        case "following" | "preceding":
            top = node
            while top.parent is not None:
                top = top.parent
            return top.all()
        case _:
            return ()
