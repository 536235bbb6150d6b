"""An instance as XML, as an XForms client submits it.

Promises: non-relevant nodes are left out with all that is in them, empty ones stay; no white space is added; what XML
cannot hold is left out of texts.
Never here: sending.
Source: ODK XForms specification, "Submission"; the trace command's `submission`.
"""

from __future__ import annotations

import re

from fieldapp.forms.definition.building import Blueprint
from fieldapp.forms.definition.model import Node
from fieldapp.forms.definition.reading import split_name
from fieldapp.forms.instance.rows import Row

_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_KNOWN = {
    "http://openrosa.org/javarosa": "jr",
    "http://openrosa.org/xforms": "orx",
    "http://www.opendatakit.org/xforms": "odk",
    "https://fieldapp.example/xforms": "fa",
    "http://www.opendatakit.org/xforms/entities": "entities",
}


def _escaped(text: str) -> str:
    text = _UNSAYABLE.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


class _Writer:
    """One submission being written."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.pieces: list[str] = []
        self.namespaces: dict[str, str] = {}
        for node in blueprint.root.all():
            prefix = node.name.rpartition(":")[0]
            if prefix and node.namespace:
                self.namespaces[node.namespace] = prefix
            for key in node.attributes:
                namespace = split_name(key)[0]
                if namespace and namespace not in self.namespaces:
                    prefix = _KNOWN.get(namespace, f"ns{len(self.namespaces)}")
                    self.namespaces[namespace] = prefix

    def element(self, row: Row, node: Node) -> None:
        if not row.relevant[node.slot] and node.parent is not None:
            return
        put = self.pieces.append
        put(f"<{node.name}")
        if node.parent is None:
            for namespace, prefix in self.namespaces.items():
                put(f' xmlns:{prefix}="{_quoted(namespace)}"')
        for key, value in node.attributes.items():
            namespace, local = split_name(key)
            name = f"{self.namespaces[namespace]}:{local}" if namespace else local
            put(f' {name}="{_quoted(value)}"')
        for child in node.attribute_nodes:
            if row.relevant[child.slot]:
                put(f' {child.name}="{_quoted(row.values[child.slot])}"')
        put(">")
        if node.kind == "question":
            put(_escaped(row.values[node.slot]))
        for child in node.children:
            if child.is_repeat:
                for inner in row.inner[child.scope.index]:
                    self.element(inner, child)
            else:
                self.element(row, child)
        put(f"</{node.name}>")


def write(blueprint: Blueprint, root_row: Row) -> str:
    """The XML of an instance."""
    writer = _Writer(blueprint)
    writer.element(root_row, blueprint.root)
    return "".join(writer.pieces)
