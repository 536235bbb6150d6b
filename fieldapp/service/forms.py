"""Published forms: kept for ever by the hash of their XML, and what merges how in each.

Promise: a form is published once and never changes; publishing it again names it again. A spreadsheet is published
only if the form engine can run it. Merge types are read by a small reader of its own, which takes no document type,
no external entity and no deep nesting: a form once published must merge for ever, however strict later engines
become, and a test holds both readers equal over the form library.
Never here: checking answers: the service knows that a form exists, not whether a note is right.
Source: protocol 1 sections 5.7 and 6; XForms 1.1 section 6 (bind); the ODK XForms specification (repeat, select).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

import sqlalchemy as sa

from fieldapp.ports import Clock
from fieldapp.protocol import canonical
from fieldapp.protocol.merge import MERGE_TYPES
from fieldapp.service import database as db

FORM_BYTES_MAX = 8 * 1024 * 1024
_DEPTH_MAX = 200
_FIELDAPP = "https://fieldapp.example/xforms"
_XFORMS = "http://www.w3.org/2002/xforms"


class FormRefused(db.Mistake):
    """A file that is no form which this service can keep; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the service must know of a form."""

    id: str
    version: str
    merge_types: Mapping[str, str]


@dataclass(slots=True)
class _Reader:
    """Collects, in one pass, the root's name and what binds and controls say of each node."""

    path: list[str] = field(default_factory=list)
    instance_depth: int | None = None
    root: str | None = None
    id: str = ""
    version: str = ""
    said: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.path.append(name)
        if len(self.path) > _DEPTH_MAX:
            raise FormRefused("the form is nested too deeply")
        if self.root is None and self.instance_depth is not None:
            if len(self.path) == self.instance_depth + 1:
                self.root = name.rpartition("}")[2]
                self.id, self.version = attributes.get("id", ""), attributes.get("version", "")
            return
        space, _, local = name.rpartition("}")
        if space != _XFORMS:
            return
        if local == "instance" and self.instance_depth is None:
            self.instance_depth = len(self.path)
        elif local == "bind" and "nodeset" in attributes:
            self._bind(attributes)
        elif local == "repeat" and "nodeset" in attributes:
            self.kinds[attributes["nodeset"]] = "list"
        elif local == "select" and "ref" in attributes:
            self.kinds[attributes["ref"]] = "set"
        elif (
            local == "input"
            and "ref" in attributes
            and "multiline" in attributes.get("appearance", "").split()
        ):
            self.kinds[attributes["ref"]] = "narrative"

    def end(self, _: str) -> None:
        """An element ends."""
        self.path.pop()

    def _bind(self, attributes: dict[str, str]) -> None:
        kind = attributes.get(f"{_FIELDAPP}}}merge")
        if kind is None:
            self.kinds.setdefault(attributes["nodeset"], "value")
        elif kind in MERGE_TYPES:
            self.said[attributes["nodeset"]] = kind
        else:
            raise FormRefused("fa:merge takes narrative, set, list, value or caution")


def read_form(xml: bytes) -> FormFacts:
    """Id, version and merge types of a form, or `FormRefused`."""
    if len(xml) > FORM_BYTES_MAX:
        raise FormRefused("the form is larger than 8 MiB")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise FormRefused(f"the form is not well-formed XML (line {error.lineno})") from None
    if reader.root is None or not reader.id:
        raise FormRefused("the form has no primary instance with an id")
    start = f"/{reader.root}/"
    types = {
        path.removeprefix(start): kind
        for path, kind in {**reader.kinds, **reader.said}.items()
        if path.startswith(start)
    }
    return FormFacts(reader.id, reader.version, types)


def _refuse_doctype(*_: object) -> None:
    raise FormRefused("the form has a document type declaration, which is not taken")


def xml_of(path: Path) -> bytes:
    """The XForm XML of a form file, or `FormRefused`: .xml as it is; .md and .xlsx converted, and run through the
    form engine, because the converter lets broken expressions pass.

    Files that the form names beside it (choices, tables to look up in) are written into the XML: nothing but the
    XML travels to a laptop. What cannot be written in refuses the form.
    """
    from fieldapp.forms import folder_media, load_definition
    from fieldapp.forms.carrying import carry_files
    from fieldapp.forms.check import must_open
    from fieldapp.forms.convert import convert
    from fieldapp.forms.face import BadForm

    try:
        converted = convert(path)
        xml = carry_files(converted, folder_media(path.parent))
        if path.suffix.lower() != ".xml" or xml != converted:
            must_open(load_definition(xml))
    except BadForm as error:
        raise FormRefused(str(error)) from None
    return xml


def publish(connection: sa.Connection, clock: Clock, xml: bytes) -> dict[str, str]:
    """Keep a form for ever; one that is kept already is only named. `{"id", "version", "hash"}`."""
    facts = read_form(xml)
    form_hash = canonical.sha256_hex(xml)
    connection.execute(
        db.insert_ignoring(connection.dialect.name, db.form)
        .values(
            hash=form_hash,
            form_id=facts.id,
            version=facts.version,
            xml=xml,
            published_ms=clock.wall_ms(),
        )
        .on_conflict_do_nothing(index_elements=["hash"])
    )
    return {"id": facts.id, "version": facts.version, "hash": form_hash}


def listed(connection: sa.Connection) -> list[dict[str, str]]:
    """All forms ever published, newest last."""
    found = connection.execute(
        sa.select(db.form.c.form_id, db.form.c.version, db.form.c.hash).order_by(db.form.c.position)
    )
    return [{"id": row.form_id, "version": row.version, "hash": row.hash} for row in found]


def find_xml(connection: sa.Connection, form_hash: str) -> bytes | None:
    """The XML whose SHA-256 this is."""
    return connection.execute(
        sa.select(db.form.c.xml).where(db.form.c.hash == form_hash)
    ).scalar_one_or_none()


@dataclass(slots=True)
class Shelf:
    """Forms as merging asks for them, within one transaction."""

    connection: sa.Connection
    _kept: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def knows(self, form: Mapping[str, Any] | None) -> bool:
        """Whether the form was published; no form at all is fine for any kind."""
        return form is None or self._position(form) is not None

    def merge_types(self, form: Mapping[str, Any] | None) -> Mapping[str, str]:
        """Form path to merge type; nothing for no form."""
        if form is None:
            return {}
        form_hash = form["hash"]
        if form_hash not in self._kept:
            xml = find_xml(self.connection, form_hash)
            self._kept[form_hash] = {} if xml is None else read_form(xml).merge_types
        return self._kept[form_hash]

    def later(
        self, left: Mapping[str, Any] | None, right: Mapping[str, Any] | None
    ) -> Mapping[str, Any] | None:
        """The later published of two forms; a form before none."""
        if left is None or right is None:
            return right if left is None else left
        at_left, at_right = self._position(left), self._position(right)
        return right if (at_right or 0) > (at_left or 0) else left

    def _position(self, form: Mapping[str, Any]) -> int | None:
        return self.connection.execute(
            sa.select(db.form.c.position).where(db.form.c.hash == form["hash"])
        ).scalar_one_or_none()
