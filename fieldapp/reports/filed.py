"""A note as it was filed, read together again for a printout: one value from its documents.

Promises: the answers are those of all documents filed from one form, joined as on screen; where two answers to a
caution question stand undecided, the more careful one is printed and marked; what a worker restricted by hand, one
answer, one child's part or the whole document, is known here before anything is laid out; a narrative with several
people's accounts keeps each with its author's name. A label that would repeat a restricted answer ("What did Ann
tell you?") shows an ellipsis in its place.
Never here: which of it a reader may have (`reading`), a store, a layout.
Source: practice design sections 3 (*sees*), 5.0 (caution order); architecture, "One form, several documents".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.forms.answers import fill
from fieldapp.forms.face import Definition, Instance, NodeState
from fieldapp.ports import Clock, Entropy
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Document, Value
from fieldapp.records.fields import most_cautious
from fieldapp.records.filing import OF, join, record_kinds
from fieldapp.records.keys import rows_around
from fieldapp.records.meta import WHOLE_DOCUMENT, restricted_keys

BLANKED = "…"
"""Stands in a label where a restricted answer would be read out."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One note with every part that is filed with it."""

    root: Document
    parts: tuple[Document, ...]
    """The living documents of its rows (a child's part, a thing said)."""
    definition: Definition
    instance: Instance
    blanked: Instance
    """The same with every restricted answer blanked: labels are read from it."""
    restricted: frozenset[str]
    """Keys restricted by hand; a row's or group's key stands for all that is in it, `""` for everything."""
    accounts: Mapping[str, tuple[tuple[str, str], ...]]
    """By key: (author's name, text), where several people's accounts stand."""
    undecided: frozenset[str]
    written_by: Mapping[str, str]
    """By the key of a filed row, `""` for the note itself: the name of whoever began it."""

    @property
    def unsent(self) -> bool:
        """Whether anything of it has not reached the service."""
        return any(document.unsent for document in (self.root, *self.parts))

    @property
    def version(self) -> str:
        """Names the text of the note's own document: eight characters of its newest revision's hash."""
        return self.root.head[:8]

    def may_be_read(self, node: NodeState) -> bool:
        """Whether an answer is restricted neither by its form nor by hand."""
        return not is_restricted(self.definition, node.key, self.restricted)

    def sees(self, node: NodeState) -> str:
        """The narrowest mark on a question and on every repeat around it; no mark on a question is restricted."""
        return narrowest(self.definition, node.form_path)

    def label(self, node: NodeState) -> str:
        """A node's label, with restricted answers left out of it."""
        return self.blanked.node(node.key).label or ""

    def author(self, key: str) -> str:
        """Who wrote the document that a key stands in."""
        for row in reversed(rows_around(key)):
            if row in self.written_by:
                return self.written_by[row]
        return self.written_by[""]

    def first(self, field: str) -> str:
        """The answer to the first relevant question outside all rows that is known by this field, else empty."""
        for key in self.instance.keys():
            if "[" not in key:
                node = self.instance.node(key)
                if node.kind == "question" and node.field == field and node.relevant:
                    return node.value or ""
        return ""


def read_filed(
    root: Document,
    others: Sequence[Document],
    definition: Definition,
    *,
    name_of: Callable[[str], str],
    clock: Clock,
    entropy: Entropy,
    language: str = "en",
) -> Filed:
    """The note whose document is `root`, with those of `others` that were filed from it. `language`: en, cy …"""
    parts = tuple(document for document in others if document.text(OF) == root.id and not document.deleted)
    body = join(root, others, definition)
    undecided = _careful(body, (root, *parts), definition)
    restricted = _restricted_by_hand(root, parts, body)
    spoken = _language_of(definition, language)
    instance = fill(definition, body, clock=clock, entropy=entropy, language=spoken)
    blanked = _blanked(body, definition, restricted)
    return Filed(
        root=root,
        parts=parts,
        definition=definition,
        instance=instance,
        blanked=fill(definition, blanked, clock=clock, entropy=entropy, language=spoken),
        restricted=restricted,
        accounts={
            key: tuple((name_of(account["author"]), account["text"]) for account in value["accounts"])
            for key, value in body.items()
            if isinstance(value, dict)
        },
        undecided=undecided,
        written_by=_writers(root, parts, body, name_of),
    )


def is_restricted(definition: Definition, key: str, by_hand: frozenset[str]) -> bool:
    """Whether an answer must not be printed: by the form, or because it or anything around it was restricted."""
    if any(_stands_in(key, outer) for outer in by_hand):
        return True
    return narrowest(definition, form_path(key)) == "restricted"


def narrowest(definition: Definition, path: str) -> str:
    """`restricted`, `child` or `all`: the narrowest mark on a question and the repeats it stands in."""
    info = definition.question(path)
    marks = [info.sees] if info.kind in ("question", "repeat", "row") else []
    marks += [
        outer.sees
        for outer in (definition.question(around) for around in info.around)
        if outer.kind == "repeat" and outer.sees is not None
    ]
    if any(mark not in ("all", "child") for mark in marks):
        return "restricted"
    return "child" if "child" in marks else "all"


def _stands_in(key: str, outer: str) -> bool:
    return not outer or key == outer or key.startswith((outer + "/", outer + "["))


def _blanked(
    body: Mapping[str, Value], definition: Definition, restricted: frozenset[str]
) -> dict[str, Value]:
    """The body for reading labels from: restricted texts as an ellipsis, other restricted answers gone."""
    places = frozenset(definition.paths())
    kept: dict[str, Value] = {}
    for key, value in body.items():
        if (
            form_path(key) not in places
            or key.endswith("]")
            or not is_restricted(definition, key, restricted)
        ):
            kept[key] = value
        elif _is_text(definition, key):
            kept[key] = BLANKED
    return kept


def _is_text(definition: Definition, key: str) -> bool:
    path = form_path(key)
    return path in definition.merge_types() and definition.question(path).type == "text"


def _careful(body: dict[str, Value], documents: Sequence[Document], definition: Definition) -> frozenset[str]:
    """Puts the more careful answer in place of each undecided one, and gives the keys that are undecided."""
    known = definition.merge_types()
    asked: dict[str, list[Value | None]] = {}
    for document in documents:
        for question in document.open:
            if question.key in body or question.value is not None:
                asked.setdefault(question.key, []).append(question.value)
    for key, sides in asked.items():
        path = form_path(key)
        if known.get(path) != "caution":
            continue
        shown = most_cautious(definition, definition.question(path), [body.get(key), *sides])
        if shown is not None:
            body[key] = shown
    return frozenset(asked)


def _restricted_by_hand(
    root: Document, parts: Sequence[Document], body: Mapping[str, Value]
) -> frozenset[str]:
    keys = {key for key in restricted_keys(root.body) if key}
    found = {"" if key == WHOLE_DOCUMENT else key for key in keys}
    for part in parts:
        row = _row_of(part, body)
        found |= {row if key == WHOLE_DOCUMENT else key for key in restricted_keys(part.body) if key}
    return frozenset(found)


def _row_of(part: Document, body: Mapping[str, Value]) -> str:
    """The key of the row that a document is; its own body names it, and the joined one has it."""
    ending = f"[{part.id}]"
    return next((key for key in (*part.body, *body) if key.endswith(ending)), "")


def _writers(
    root: Document, parts: Sequence[Document], body: Mapping[str, Value], name_of: Callable[[str], str]
) -> dict[str, str]:
    found = {"": name_of(root.created_by or root.author)}
    for part in parts:
        row = _row_of(part, body)
        if row:
            found[row] = name_of(part.created_by or part.author)
    return found


def _language_of(definition: Definition, code: str) -> str | None:
    """The form's own name of a language (`Cymraeg (cy)`) by its code; None: the form's default."""
    named = [name for name in definition.languages if name == code or name.endswith(f"({code})")]
    return named[0] if named else None


def filed_kinds(definition: Definition) -> frozenset[str]:
    """The form paths of the repeats whose rows are documents of their own."""
    return frozenset(path for path in record_kinds(definition) if path)
