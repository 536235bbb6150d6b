"""A form that can travel alone: the files it names beside it are written into its XML.

Promises: what comes out is one XForm that needs no file, and runs as the form and its files did together; a form that
names no file comes out byte for byte as it went in; everything else in the XML stays as it was written. What cannot
be written into XML (a column whose heading is no name, a sign that XML forbids) is refused with the file's name:
never left out in silence.
Never: reading anything but what `media` gives; judging the form itself (loading does).
Why: on the wire a form is the XML whose SHA-256 is its hash, and nothing beside it (protocol section 5.7); a laptop
must open it without a network. Sources: ODK XForms specification, "Secondary instances"; XML 1.0 sections 2.2, 2.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from fieldapp.forms.definition.model import Element
from fieldapp.forms.definition.reading import XFORMS, local_name, parse_xml
from fieldapp.forms.definition.sources import LAST_SAVED, load_source
from fieldapp.forms.face import BadForm, Media, Problem

_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def carry_files(xml: bytes, media: Media | None) -> bytes:
    """The same form with each file it names written in. Raises `BadForm`, every file's mistake at once."""
    model = parse_xml(xml)
    named = [
        element.get("src", "")
        for element in model.iter()
        if local_name(element) == "instance" and element.get("src") is not None
    ]
    if all(source.strip().startswith(LAST_SAVED) for source in named):
        return xml
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadForm((Problem("The form is UTF-16 and names files.", "Save it as UTF-8."),))
    places = _places(xml)
    problems: list[Problem] = []
    written: list[tuple[_Place, bytes]] = []
    for place in places:
        if place.source.strip().startswith(LAST_SAVED):
            continue
        try:
            written.append((place, _instance(place, load_source(place.source, media))))
        except BadForm as refused:
            problems.extend(problem for problem in refused.problems if problem not in problems)
    if problems:
        raise BadForm(tuple(problems))
    for place, text in reversed(written):
        xml = xml[: place.start] + text + xml[place.end :]
    return xml


@dataclass(slots=True)
class _Place:
    """One `<instance src>` in the bytes."""

    start: int
    source: str
    identity: str
    end: int = 0


@dataclass(slots=True)
class _Finder:
    """Notes where each instance that names a file begins and ends."""

    parser: expat.XMLParserType
    found: list[_Place] = field(default_factory=list)
    _open: list[_Place | None] = field(default_factory=list)
    _ended: _Place | None = None

    def close(self) -> None:
        """Whatever comes next begins where the instance before it ended."""
        if self._ended is not None:
            self._ended.end = self.parser.CurrentByteIndex
            self._ended = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.close()
        place = None
        if name == f"{XFORMS}}}instance" and "src" in attributes:
            place = _Place(self.parser.CurrentByteIndex, attributes["src"], attributes.get("id", ""))
            self.found.append(place)
        self._open.append(place)

    def stop(self, _: str) -> None:
        """An element ends; its last byte is known when the next thing begins."""
        self.close()
        self._ended = self._open.pop()

    def other(self, *_: object) -> None:
        """Text, a comment, an instruction."""
        self.close()


def _places(xml: bytes) -> list[_Place]:
    parser = expat.ParserCreate(namespace_separator="}")
    finder = _Finder(parser)
    parser.StartElementHandler = finder.start
    parser.EndElementHandler = finder.stop
    parser.CharacterDataHandler = finder.other
    parser.CommentHandler = finder.other
    parser.ProcessingInstructionHandler = finder.other
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        message = f"The form is not well-formed XML (line {error.lineno})."
        raise BadForm((Problem(message, "Convert the spreadsheet again."),)) from None
    finder.close()
    return finder.found


def _instance(place: _Place, source: Element) -> bytes:
    parts = [f"<instance id={quoteattr(place.identity)}>" if place.identity else "<instance>"]
    for child in source.children:
        _write(child, parts, place)
    parts.append("</instance>")
    return "".join(parts).encode()  # every encoding that is taken agrees on what stands around it


def _write(element: Element, parts: list[str], place: _Place) -> None:
    name = element.name
    if not _NAME.match(name):
        raise _refused(
            place, f"has a column {name!r}", "Use letters, digits, '-', '_' and '.', beginning with a letter."
        )
    attributes = "".join(f" {key}={_quoted(value, place)}" for key, value in element.attributes.items())
    parts.append(f"<{name}{attributes}>{_escaped(element.own_text, place)}")
    for child in element.children:
        _write(child, parts, place)
    parts.append(f"</{name}>")


def _escaped(text: str, place: _Place) -> str:
    return escape(_allowed(text, place), {"\r": "&#13;"})


def _quoted(text: str, place: _Place) -> str:
    return quoteattr(_allowed(text, place), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def _allowed(text: str, place: _Place) -> str:
    if _FORBIDDEN.search(text):
        raise _refused(place, "holds a sign that no form can hold", "Remove control characters from it.")
    return text


def _refused(place: _Place, what: str, what_to_do: str) -> BadForm:
    name = place.source.rpartition("/")[2]
    return BadForm((Problem(f"The file {name!r} {what}.", what_to_do),))
