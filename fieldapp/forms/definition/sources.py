"""Secondary instances: lists in the form, and files beside it (CSV, XML, GeoJSON).

Promises: a file is one of the form's own folder, named by a bare name, or the form is refused; sizes are capped;
what comes out is the same shape for all: `<instance>` / `<root>` / `<item>` / columns.
Never here: the network, other folders (the caller's `Media` decides what a name means).
Sources: ODK XForms specification, "Secondary instances"; XLSForm `select_one_from_file`; RFC 4180; RFC 7946.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from fieldapp.forms.definition.model import Element
from fieldapp.forms.definition.reading import local_name, parse_xml
from fieldapp.forms.face import BadForm, Media, Problem
from fieldapp.forms.xpath.numbers import write_number

FILE_BYTES_MAX = 8 * 1024 * 1024
CELLS_MAX = 120_000
LAST_SAVED = "jr://instance/"
"""The form's last answers on this device: no file, and empty here, where answers belong to families."""
_URL = re.compile(r"jr://(file|file-csv|images|audio|video|instance)/(.*)\Z", re.DOTALL)


def load_source(url: str, media: Media | None) -> Element:
    """The instance of a `jr://` address. Raises `BadForm`."""
    match = _URL.match(url.strip())
    if match is None:
        raise _refused(f"{url!r} is not an address of a file beside the form.")
    if match[1] == "instance":
        return _empty()
    name = unquote(match[2])
    if not is_plain_name(name):
        raise _refused(f"The file name {name!r} leads out of the form's folder.")
    data = media(name) if media is not None else None
    if data is None:
        raise _refused(f"The file {name!r} is not in the form's folder.")
    if len(data) > FILE_BYTES_MAX:
        raise _refused(f"The file {name!r} is larger than {FILE_BYTES_MAX // 1024 // 1024} MB.")
    suffix = PurePosixPath(name).suffix.lower()
    if match[1] == "file-csv" or suffix == ".csv":
        return _from_csv(data, name)
    if suffix in (".geojson", ".json"):
        return _from_geojson(data, name)
    if suffix == ".xml":
        return _from_xml(data, name)
    raise _refused(f"{name!r} is not a .csv, .xml or .geojson file.")


def is_plain_name(name: str) -> bool:
    """Whether a name is a file's own name and nothing else, on any system."""
    return (
        bool(name)
        and name not in (".", "..")
        and PurePosixPath(name).name == name
        and PureWindowsPath(name).name == name
        and not any(ord(sign) < 32 or sign in '<>:"|?*\\/' for sign in name)
    )


def _refused(message: str) -> BadForm:
    return BadForm((Problem(message, "Put the file beside the form, or correct its name."),))


def _empty() -> Element:
    instance = Element("instance")
    root = Element("root", parent=instance)
    instance.children.append(root)
    return instance


def from_tree(element: ElementTree.Element) -> Element:
    """An `<instance>` element of a form as a secondary instance."""
    made = _element(element, None)
    _number(made)
    return made


def _element(source: ElementTree.Element, parent: Element | None) -> Element:
    made = Element(
        local_name(source), (source.text or "").strip() if len(source) else (source.text or ""), parent
    )
    if source.attrib:
        made.attributes = {name.rpartition("}")[2]: value for name, value in source.attrib.items()}
    made.children = [_element(child, made) for child in source]
    return made


def _number(instance: Element) -> None:
    """Give each element its place in document order."""
    waiting = [instance]
    count = 0
    while waiting:
        element = waiting.pop()
        element.order = count
        count += 1
        waiting.extend(reversed(element.children))


def _from_xml(data: bytes, name: str) -> Element:
    root = parse_xml(data, f"file {name!r}")
    instance = Element("instance")
    instance.children.append(_element(root, instance))
    _number(instance)
    return instance


def _items(rows: list[list[tuple[str, str]]]) -> Element:
    instance = _empty()
    root = instance.children[0]
    for row in rows:
        item = Element("item", parent=root)
        item.children = [Element(column, value, item) for column, value in row]
        root.children.append(item)
    _number(instance)
    return instance


def _delimiter(header: str) -> str:
    """The sign between columns: the commonest of those in use."""
    counts = {sign: header.count(sign) for sign in (",", ";", "\t", "|")}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else ","


def _from_csv(data: bytes, name: str) -> Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(f"The file {name!r} is not UTF-8.") from None
    text = text.rstrip("\r\n")
    if "\0" in text:
        raise _refused(f"The file {name!r} is not text.")
    header = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header), strict=False)
    try:
        rows = list(reader)
    except csv.Error:
        raise _refused(f"The file {name!r} is not a readable table.") from None
    if not rows or not any(rows[0]):
        raise _refused(f"The file {name!r} has no columns.")
    columns = [column.strip() for column in rows[0]]
    if len(rows) * len(columns) > CELLS_MAX:
        raise _refused(f"The file {name!r} has more than {CELLS_MAX} cells.")
    found = []
    for number, row in enumerate(rows[1:], 2):
        while len(row) > len(columns) and not row[-1]:
            row.pop()
        if len(row) > len(columns):
            raise _refused(f"The file {name!r} has more cells than columns in line {number}.")
        padded = [*row, *[""] * (len(columns) - len(row))]
        found.append([(column, value) for column, value in zip(columns, padded, strict=True) if column])
    return _items(found)


def _from_geojson(data: bytes, name: str) -> Element:
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError):
        raise _refused(f"The file {name!r} is not readable GeoJSON.") from None
    features = parsed.get("features") if isinstance(parsed, dict) else None
    if not isinstance(features, list) or parsed.get("type") != "FeatureCollection":
        raise _refused(f"The file {name!r} is not a GeoJSON FeatureCollection.")
    return _items([_feature(feature, name) for feature in features])


def _feature(feature: Any, name: str) -> list[tuple[str, str]]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _refused(f"The file {name!r} holds something that is no Feature.")
    geometry = feature.get("geometry")
    row = [("geometry", _geometry(geometry, name))]
    if "id" in feature:
        row.append(("id", _plain(feature["id"])))
    properties = feature.get("properties")
    for key, value in (properties or {}).items() if isinstance(properties, dict) else ():
        if key != "geometry" and not (key == "id" and "id" in feature):
            row.append((str(key), _plain(value)))
    return row


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return write_number(float(value)) if isinstance(value, float) else str(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _geometry(geometry: Any, name: str) -> str:
    """Points as ODK writes them: latitude first, then longitude, altitude and accuracy of nought."""
    if not isinstance(geometry, dict):
        return ""
    kind = geometry.get("type")
    places: Any = geometry.get("coordinates")
    try:
        if kind == "Point":
            return _place(places)
        if kind == "LineString":
            return "; ".join(_place(place) for place in places)
        if kind == "Polygon":
            return "; ".join(_place(place) for place in places[0])
    except (TypeError, IndexError, KeyError):
        raise _refused(f"The file {name!r} has a geometry without places.") from None
    raise _refused(f"The file {name!r} has a geometry of a kind that forms do not use: {kind}.")


def _place(place: Any) -> str:
    return f"{_plain(place[1])} {_plain(place[0])} 0 0"
