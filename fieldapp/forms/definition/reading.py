"""XForm XML → an element tree, within caps.

Promises: no document type, so no entities, external or exploding; no more than a fixed size, depth and number of
elements; UTF-8 or UTF-16 only, so that nothing hides in an odd encoding (threat model row 22). Nothing outside the
bytes given is read.
Never here: what the elements mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from fieldapp.forms.face import BadForm, Problem

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ODK = "http://www.opendatakit.org/xforms"
FIELDAPP = "https://fieldapp.example/xforms"

BYTES_MAX = 8 * 1024 * 1024
DEPTH_MAX = 80
"""pyxform's deepest public forms have 12 groups in groups."""

ELEMENTS_MAX = 200_000

_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|\s+)*<!DOCTYPE", re.DOTALL)
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_PREFIXES = re.compile(r"\bxmlns:([\w.\-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def parse_xml(data: bytes, what: str = "form") -> ElementTree.Element:
    """The root element of an XML file. Raises `BadForm`."""
    if len(data) > BYTES_MAX:
        raise _refused(f"The {what} is larger than {BYTES_MAX // 1024 // 1024} MB.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise _refused(f"The {what} is not text.") from None
        data = re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).encode("utf-8", "replace")
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    head = data.lstrip()[:400]
    declared = _DECLARED.match(head)
    if declared and declared[1].lower() not in (
        b"utf-8",
        b"utf8",
        b"us-ascii",
        b"ascii",
        b"iso-8859-1",
        b"latin1",
    ):
        raise _refused(f"The {what} is not UTF-8.")
    if (
        b"\x00" in data
        or _PROLOG.match(data[:100_000])
        or b"<!DOCTYPE" in data[:2_000]
        or b"<!ENTITY" in data
    ):
        raise _refused(f"The {what} declares a document type or entities.")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - document types are refused above, sizes capped
    except ElementTree.ParseError as error:
        line, column = error.position
        raise _refused(f"The {what} is not well-formed XML (line {line}, column {column + 1}).") from None
    except (ValueError, LookupError):
        raise _refused(f"The {what} is not readable XML.") from None
    _measure(root, what)
    return root


def _measure(root: ElementTree.Element, what: str) -> None:
    """Refuse what is too deep or has too many elements, without recursion."""
    level = [root]
    depth = 0
    count = 0
    while level:
        depth += 1
        count += len(level)
        if depth > DEPTH_MAX:
            raise _refused(f"The {what} is nested more than {DEPTH_MAX} deep.")
        if count > ELEMENTS_MAX:
            raise _refused(f"The {what} has more than {ELEMENTS_MAX} elements.")
        level = [child for element in level for child in element]


def _refused(message: str) -> BadForm:
    return BadForm((Problem(message, "Convert the spreadsheet again."),))


def prefixes_of(data: bytes) -> dict[str, str]:
    """Namespace → prefix, as the file declares them: names are shown to authors as they wrote them."""
    found: dict[str, str] = {}
    for match in _PREFIXES.finditer(data[:20_000].decode("utf-8", "replace")):
        found.setdefault(match[2] or match[3] or "", match[1])
    return found


def split_name(tag: str) -> tuple[str, str]:
    """`{namespace}local` as a pair."""
    if tag[:1] == "{":
        namespace, _, local = tag[1:].partition("}")
        return namespace, local
    return "", tag


def local_name(element: ElementTree.Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def elements(parent: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Child elements (comments and instructions are never in the tree)."""
    return iter(parent)


def child(parent: ElementTree.Element, name: str) -> ElementTree.Element | None:
    """The first child element of a local name."""
    return next((element for element in parent if local_name(element) == name), None)


def attribute(element: ElementTree.Element, name: str, namespace: str = "") -> str | None:
    """An attribute's value."""
    return element.get(f"{{{namespace}}}{name}" if namespace else name)
