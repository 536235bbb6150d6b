"""Practice's own field names, read from any form: rules say `seen`, `alone`, `feedback_due`, never `c_seen`.

Promises: a field is found through the form's `fa:field` (none: the question's own name), inside the part of the form
that the document is filed as; a caution field with an open question reads as the more cautious value until somebody
decides (practice.md section 5.0), and for text and for several choices as all of both. A document whose form is not
on this laptop reads as empty, and says so.
Never: a form's question names in a rule; a guess at what an unknown form means; I/O (forms are handed in).
Source: architecture.md, "One form, several documents"; practice.md sections 3 and 5.0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from fieldapp.forms.face import Definition, QuestionInfo
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Document, FormReference, OpenQuestion, Value
from fieldapp.records.filing import OF, record_kinds
from fieldapp.records.keys import row_id, rows_around, rows_in

Forms: TypeAlias = Callable[[FormReference], "Definition | None"]
"""Gives the published form that a document names, or None if this laptop does not have it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one kind of document holds of a form: its fields by name, each with the form path they stand at.

    A name means one thing within one repeat (`by` of an objective, `by` of an action), so fields are found by the
    repeat they stand in and their name; `prefix` stands for the document itself.
    """

    definition: Definition
    kind: str
    prefix: str
    """The form path of the repeat the document is a row of; `""` for the form's root."""
    fields: Mapping[tuple[str, str], QuestionInfo]


@dataclass(frozen=True, slots=True)
class Record:
    """A document read through its form. `row` arguments are row keys, as `rows` gives them; without one: the document."""

    document: Document
    part: Part | None
    _row: str = ""

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def kind(self) -> str:
        return self.document.kind

    @property
    def of(self) -> str:
        """The id of the document this was filed with (the visit of a visit_child); its own if it is a root."""
        return self.document.text(OF) or self.document.id

    @property
    def readable(self) -> bool:
        """Whether the form is here. If not, every field reads as empty and a screen must say "needs a newer app"."""
        return self.part is not None

    def text(self, name: str, row: str = "") -> str:
        """The answer as text; the more cautious one while it is open. Empty if there is none."""
        shown = self.value(name, row)
        if shown is None:
            return ""
        if isinstance(shown, dict):
            return "\n\n".join(account["text"] for account in shown["accounts"])
        return " ".join(shown) if isinstance(shown, list) else str(shown)

    def value(self, name: str, row: str = "") -> Value | None:
        """The answer as the body has it; for a caution field with an open question what must be shown until decided."""
        key = self.key(name, row)
        if not key:
            return None
        value = self.document.body.get(key)
        info = self.info(name, row)
        sides = [question for question in self.document.open if question.key == key]
        if sides and info is not None and info.merge == "caution" and self.part is not None:
            return most_cautious(self.part.definition, info, [value, *(side.value for side in sides)])
        return value

    def chosen(self, name: str, row: str = "") -> tuple[str, ...]:
        """Several choices as a tuple; one choice as a tuple of one; nothing as none."""
        value = self.value(name, row)
        if isinstance(value, list):
            return tuple(value)
        return (value,) if isinstance(value, str) and value else ()

    def date(self, name: str, row: str = "") -> date | None:
        """The answer as a date; None if there is none or it is no date."""
        return as_date(self.text(name, row))

    def label(self, name: str, row: str = "", language: str | None = None) -> str:
        """What the worker reads for the chosen answer; several joined by commas; other answers as they are."""
        info = self.info(name, row, language)
        if info is None or info.choices is None:
            return self.text(name, row)
        labels = {choice.name: choice.label or choice.name for choice in info.choices}
        return ", ".join(labels.get(one, one) for one in self.chosen(name, row))

    def question(self, name: str, row: str = "", language: str | None = None) -> str:
        """The question's own words."""
        info = self.info(name, row, language)
        return (info.label or "") if info is not None else ""

    def info(self, name: str, row: str = "", language: str | None = None) -> QuestionInfo | None:
        """What the form says of a field; None if it has no such field."""
        if self.part is None:
            return None
        found = self.part.fields.get((form_path(row) if row else self.part.prefix, name))
        if found is None or language is None:
            return found
        return self.part.definition.question(found.form_path, language)

    def key(self, name: str, row: str = "") -> str:
        """The key of a field in this document's body (there or not); `""` if the form has no such field."""
        info = self.info(name, row)
        return _in_row(info.form_path, row or self._row) if info is not None else ""

    def rows(self, name: str, row: str = "") -> tuple[str, ...]:
        """The row keys of a repeat, in order."""
        key = self.key(name, row)
        return rows_in(self.document.body, key) if key else ()

    def asked(self, name: str) -> tuple[OpenQuestion, ...]:
        """The open questions on a field."""
        key = self.key(name)
        return tuple(question for question in self.document.open if key and question.key == key)


@dataclass(slots=True)
class Reader:
    """Reads documents through their forms. Holds what it learnt of each form, so one reader serves a whole screen."""

    forms: Forms
    _parts: dict[tuple[str, str], Part | None] = field(default_factory=dict)

    def read(self, document: Document) -> Record:
        """The record of one document."""
        part = self._part(document)
        return Record(document, part, _own_row(document, part))

    def read_all(self, documents: Iterable[Document]) -> tuple[Record, ...]:
        """The records of all documents that live."""
        return tuple(self.read(document) for document in documents if not document.deleted)

    def _part(self, document: Document) -> Part | None:
        if document.form is None:
            return None
        known = (document.form.hash, document.kind)
        if known not in self._parts:
            definition = self.forms(document.form)
            if definition is None:
                return None
            self._parts[known] = part_of(definition, document.kind)
        return self._parts[known]


def part_of(definition: Definition, kind: str) -> Part | None:
    """What documents of a kind hold of a form; None if the form files nothing as that kind.

    A name used twice in one repeat means its first place.
    """
    kinds = record_kinds(definition)
    prefix = next((path for path, filed_as in kinds.items() if filed_as == kind), None)
    if prefix is None:
        return None
    fields: dict[tuple[str, str], QuestionInfo] = {}
    for path in definition.paths():
        info = definition.question(path)
        if info.kind == "group" or _home(path, info, kinds) != prefix:
            continue
        fields.setdefault((info.repeat or "", info.field or path.rpartition("/")[2]), info)
    return Part(definition, kind, prefix, MappingProxyType(fields))


def most_cautious(definition: Definition, info: QuestionInfo, values: Iterable[Value | None]) -> Value | None:
    """What everybody sees of a caution field while it is open: the higher rank; all choices; all texts.

    None counts as least cautious. Several choices are shown as the union, texts one under the other.
    """
    there = [value for value in values if value not in (None, "", [])]
    if not there:
        return None
    if any(isinstance(value, list) for value in there):
        return sorted({name for value in there for name in _names(value)})
    if info.choices is not None or info.type in ("range", "integer", "decimal"):
        return max(there, key=lambda value: definition.caution_rank(info.form_path, str(value)))
    texts = list(dict.fromkeys(str(value) for value in there))
    return texts[0] if len(texts) == 1 else "\n\n".join(texts)


def as_date(text: str) -> date | None:
    """`2026-03-05`, also at the head of a date with time; None for anything else."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _names(value: Value | None) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) else []


def _home(path: str, info: QuestionInfo, kinds: Mapping[str, str]) -> str:
    """The innermost filed repeat around a place. A filed repeat itself belongs to what is around it."""
    inner = [outer for outer in info.around if outer in kinds and outer != path]
    return inner[-1] if inner else ""


def _own_row(document: Document, part: Part | None) -> str:
    """The key of the row this document is, found by its own id."""
    if part is None or not part.prefix:
        return ""
    return next(
        (key for key in document.body if key.endswith("]") and row_id(key) == document.id),
        "",
    )


def _in_row(path: str, row: str) -> str:
    """A form path as a key inside a row: the row's own steps stand for those they share."""
    if not row:
        return path
    outer = form_path(rows_around(row)[-1])
    if path == outer or not path.startswith(outer + "/"):
        return path
    return rows_around(row)[-1] + path[len(outer) :]
