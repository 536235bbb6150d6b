"""The primary instance → nodes, scopes and what they hold before anybody answers.

Promises: a repeat's template is taken as written; where a form gives none, its first instance lends its shape and
new rows begin empty (ODK XForms specification, "Repeats"). Names are kept as written, with a prefix where the
namespace is not the form's own.
Never here: binds, body.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element as XmlElement
from xml.etree.ElementTree import SubElement

from fieldapp.forms.definition.model import Node, Scope
from fieldapp.forms.definition.reading import JAVAROSA, OPENROSA, XFORMS, attribute, split_name


def with_meta(root: XmlElement) -> list[XmlElement]:
    """Give an instance the meta block and the instanceID that OpenRosa asks of every submission, if it has none.

    Returns the elements that were added.
    """
    meta = next(
        (
            one
            for one in root
            if split_name(one.tag)[1] == "meta" and split_name(one.tag)[0] in ("", XFORMS, OPENROSA)
        ),
        None,
    )
    added = []
    if meta is None:
        meta = SubElement(root, f"{{{OPENROSA}}}meta")
        added.append(meta)
    namespace = split_name(meta.tag)[0]
    if any(split_name(one.tag)[1] == "instanceID" for one in meta):
        return []
    added.append(SubElement(meta, f"{{{namespace}}}instanceID" if namespace else "instanceID"))
    return added


class Seed:
    """What one row holds when it is made: a value for each slot, and the rows of the repeats inside it."""

    __slots__ = ("inner", "values")

    def __init__(self, values: list[str], inner: list[list[Seed]]) -> None:
        self.values = values
        self.inner = inner


class Structure:
    """The nodes of a form and the seeds of its rows."""

    __slots__ = ("_prefixes", "_added", "_repeats", "_text", "root", "seed", "templates")

    def __init__(
        self,
        root: XmlElement,
        repeats: set[str],
        prefixes: dict[str, str],
        data: bytes,
        added: list[XmlElement],
    ) -> None:
        self._added = added
        self._repeats = repeats
        self._prefixes = prefixes
        self._text = data
        self.templates: dict[Scope, Seed] = {}
        self.root = self._node(root, None)
        self._enter_all()
        self.seed = self._seed(self.root.scope, root, blank=False)

    def name_of(self, element: XmlElement) -> tuple[str, str]:
        """The name as written, and its namespace."""
        namespace, local = split_name(element.tag)
        if namespace in ("", XFORMS):
            return local, namespace
        prefix = self._prefixes.get(namespace, "")
        written = f"{prefix}:{local}"
        if not prefix or (f"<{written}".encode() not in self._text and element not in self._added):
            return local, namespace
        return written, namespace

    def _node(self, element: XmlElement, parent: Node | None) -> Node:
        name, namespace = self.name_of(element)
        node = Node(name, namespace, parent, "root" if parent is None else "question")
        if node.path in self._repeats and parent is not None:
            node.kind = "repeat"
        node.attributes = {
            key: value
            for key, value in element.attrib.items()
            if key not in (f"{{{JAVAROSA}}}template", "template")
        }
        for child in self._shapes(element):
            made = self._node(child, node)
            node.children.append(made)
            node.by_name.setdefault(made.name, made)
            local = made.name.rpartition(":")[2]
            node.by_name.setdefault(local, made)
        if node.kind == "question" and node.children:
            node.kind = "group"
        return node

    def _shapes(self, element: XmlElement) -> list[XmlElement]:
        """One child for each name: a template if there is one, else the first."""
        found: dict[str, XmlElement] = {}
        for child in element:
            if child.tag not in found or (is_template(child) and not is_template(found[child.tag])):
                found[child.tag] = child
        return list(found.values())

    def _enter_all(self) -> None:
        """Give every node its order, scope and slot."""
        self._enter(self.root, Scope(self.root, None), 0)

    def _enter(self, node: Node, scope: Scope, order: int) -> int:
        node.order = order
        if node.is_repeat:
            scope = Scope(node, scope)
        node.enter(scope)
        order += 1
        for child in node.children:
            order = self._enter(child, scope, order)
        node.number_after = order
        return order

    def _seed(self, scope: Scope, element: XmlElement, *, blank: bool) -> Seed:
        """The seed of a row of a scope from its element; `blank`: only its shape."""
        seed = Seed([""] * len(scope.nodes), [[] for _ in scope.inner])
        self._fill(seed, scope.node, element, blank)
        return seed

    def _fill(self, seed: Seed, node: Node, element: XmlElement, blank: bool) -> None:
        if not node.children:
            seed.values[node.slot] = "" if blank else (element.text or "")
            if not blank and not node.default:
                node.default = element.text or ""
            return
        by_tag: dict[str, list[XmlElement]] = {}
        for child in element:
            by_tag.setdefault(self.name_of(child)[0], []).append(child)
        for child_node in node.children:
            found = by_tag.get(child_node.name, [])
            if child_node.is_repeat:
                self._rows(seed, child_node, found, blank)
            elif found:
                self._fill(seed, child_node, found[0], blank)

    def _rows(self, seed: Seed, repeat: Node, found: list[XmlElement], blank: bool) -> None:
        scope = repeat.scope
        template = next((one for one in found if is_template(one)), None)
        if scope not in self.templates and found:
            source = template if template is not None else found[0]
            self.templates[scope] = self._seed(scope, source, blank=template is None)
        rows = [one for one in found if one is not template]
        seed.inner[scope.index] = [self._seed(scope, one, blank=blank) for one in rows]


def is_template(element: XmlElement) -> bool:
    """Whether an element is a repeat's template."""
    return attribute(element, "template", JAVAROSA) is not None or element.get("template") is not None
