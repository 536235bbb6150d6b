"""The face's `Definition`: a form as written.

Promises: made from XForm XML and the files of its folder, or not at all (`BadForm`, every mistake at once); the same
bytes give the same hash everywhere; shared by any number of instances and threads.
Never here: anything about one filling in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path as FilePath
from types import MappingProxyType

from fieldapp.forms.definition.building import Blueprint, build
from fieldapp.forms.definition.choices import caution_of
from fieldapp.forms.definition.model import Element, Node
from fieldapp.forms.definition.reading import FIELDAPP
from fieldapp.forms.definition.sources import FILE_BYTES_MAX, is_plain_name
from fieldapp.forms.face import (
    Choice,
    FormPath,
    Instance,
    Media,
    Merge,
    QuestionInfo,
    UnknownPath,
)
from fieldapp.forms.instance.live import LiveInstance
from fieldapp.forms.xpath.numbers import read_number
from fieldapp.ports import Clock, Entropy

MOST_CAUTIOUS = 1_000_000
"""The rank of a value nobody has ranked: shown, rather than hidden behind one that is known to be mild."""

LADDER_TOP = 1_000
"""Ranks of a ladder count down from here: the lower the number, the more cautious."""


class FormDefinition:
    """A form as written (see `face.Definition`)."""

    def __init__(self, data: bytes, blueprint: Blueprint) -> None:
        self._blueprint = blueprint
        self._hash = hashlib.sha256(data).hexdigest()
        self._by_form_path = {node.form_path: node for node in blueprint.root.all() if not node.is_attribute}
        self._merge_types: Mapping[FormPath, Merge] = MappingProxyType(
            {
                path: node.merge
                for path, node in self._by_form_path.items()
                if path and node.kind in ("question", "repeat")
            }
        )

    @property
    def id(self) -> str:
        return self._blueprint.id

    @property
    def version(self) -> str:
        return self._blueprint.version

    @property
    def title(self) -> str:
        return self._blueprint.title

    @property
    def hash(self) -> str:
        return self._hash

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._blueprint.itext.languages)

    @property
    def default_language(self) -> str:
        return self._blueprint.itext.default

    @property
    def record(self) -> str | None:
        return self._blueprint.root.attributes.get(f"{{{FIELDAPP}}}record")

    def paths(self) -> tuple[FormPath, ...]:
        return tuple(path for path in self._by_form_path if path)

    def merge_types(self) -> Mapping[FormPath, Merge]:
        return self._merge_types

    def _node(self, form_path: FormPath) -> Node:
        node = self._by_form_path.get(form_path)
        if node is None:
            raise UnknownPath(f"there is no {form_path!r} in {self.id}")
        return node

    def question(self, form_path: FormPath, language: str | None = None) -> QuestionInfo:
        node = self._node(form_path)
        active = self.default_language if language is None else language
        control = node.control
        around: list[FormPath] = []
        repeat: FormPath | None = None
        at = node.parent
        while at is not None and at.parent is not None:
            around.append(at.form_path)
            if repeat is None and at.is_repeat:
                repeat = at.form_path
            at = at.parent
        attributes = node.bind.attributes
        return QuestionInfo(
            form_path=form_path,
            kind=node.kind,
            type=node.type,
            label=control.label.written(active) if control is not None and control.label else None,
            hint=control.hint.written(active) if control is not None and control.hint else None,
            appearance=control.appearance if control is not None else (),
            merge=node.merge,
            sees=attributes.get("sees"),
            field=attributes.get("field") or node.name,
            record=self.record if node.parent is None else attributes.get("record"),
            choices=self._choices(node, active),
            parameters=control.parameters if control is not None else {},
            around=tuple(reversed(around)),
            repeat=repeat,
        )

    def _choices(self, node: Node, language: str) -> tuple[Choice, ...] | None:
        control = node.control
        if control is None or control.choices is None:
            return None
        written = control.choices.written
        if written is None:
            return None
        return tuple(
            Choice(element.first("name"), self._written_label(element, node, language), caution_of(element))
            for element in written
        )

    def _written_label(self, element: Element, node: Node, language: str) -> str | None:
        identity = element.first("itextId")
        if not identity:
            return " ".join(element.first("label").split()) or None
        text = self._blueprint.texts.translated(node, identity, "text")
        return text.written(language) if text is not None else None

    def caution_rank(self, form_path: FormPath, value: str) -> int:
        node = self._node(form_path)
        control = node.control
        if not value:
            return -1
        written = control.choices.written if control is not None and control.choices is not None else None
        if written is None:
            number = read_number(value)
            return MOST_CAUTIOUS if number != number else LADDER_TOP - int(number)
        ranks = {element.first("name"): caution_of(element) for element in written}
        found = []
        for name in value.split() if node.select == "many" else [value]:
            rank = ranks.get(name)
            found.append(MOST_CAUTIOUS if rank is None else rank)
        return max(found, default=-1)

    def open(self, *, clock: Clock, entropy: Entropy, seed: int = 1, language: str | None = None) -> Instance:
        return LiveInstance(self, self._blueprint, clock=clock, entropy=entropy, seed=seed, language=language)


def load_definition(xml: bytes, media: Media | None = None) -> FormDefinition:
    """A form from its XForm XML; `media` gives the files it names. Raises `BadForm` with every mistake in it."""
    return FormDefinition(xml, build(xml, media))


def folder_media(folder: FilePath) -> Media:
    """The files of one folder by their own names: nothing above it, beside it, or behind a link out of it."""
    inside = folder.resolve()

    def read(name: str) -> bytes | None:
        if not is_plain_name(name):
            return None
        path = (inside / name).resolve()
        if path.parent != inside or not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(FILE_BYTES_MAX + 1)

    return read
