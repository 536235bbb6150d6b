"""A spreadsheet of a form becomes XForm XML: the only place that knows pyxform.

Promises: `.md`, `.csv`, `.xlsx` go through pyxform 4.5.0, `.xml` passes as it is; sizes are capped before anything is
unpacked; what the spreadsheet has wrong is a `BadForm` with sheet, row and column.
Never: network, Java's validator, files beside the one named; it does not judge expressions (loading does, strictly).
pyxform is imported when first needed: the desktop program reads XForm XML only and never pays for it.
Threat model row 22: zip bombs, entity bombs and external entities in a workbook are refused here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fieldapp.forms.face import BadForm, Problem

SPREADSHEETS = (".md", ".csv", ".xlsx")
"""What pyxform reads for us; the old binary .xls is left out, its reader is not safe with hostile files."""

SOURCE_BYTES_MAX = 8 * 1024 * 1024
"""The largest sheet seen in public forms is under 2 MB."""

UNPACKED_BYTES_MAX = 64 * 1024 * 1024
"""What a workbook may unpack to: a sheet of 100,000 rows stays below it."""

UNPACK_RATIO_MAX = 200
"""Real workbooks pack 5 to 40 times; a bomb packs thousands of times."""

PARTS_MAX = 2_000

ROWS_MAX = 20_000
"""Rows of all sheets together: pyxform needs over a second for 20,000 choices. The largest public form has 12,000."""

CELLS_MAX = 64_000
"""Cells of a workbook, empty ones that have a style among them: openpyxl and pyxform read them in two seconds."""


def convert(path: Path) -> bytes:
    """The XForm XML of a form file. Raises `BadForm`; `OSError` if the file cannot be read."""
    with path.open("rb") as file:
        data = file.read(SOURCE_BYTES_MAX + 1)
    return convert_bytes(data, path.name)


def convert_bytes(data: bytes, name: str) -> bytes:
    """The XForm XML of a form file's bytes; `name` tells its type and stands in for a missing form id."""
    suffix = Path(name).suffix.lower()
    if len(data) > SOURCE_BYTES_MAX:
        raise _refused(f"The file is larger than {SOURCE_BYTES_MAX // 1024 // 1024} MB.", "Split the form.")
    if suffix == ".xml":
        return data
    if suffix not in SPREADSHEETS:
        raise _refused(f"{suffix or 'This'} is not a form file.", "Use .xlsx, .csv, .md or .xml.")
    if suffix == ".xlsx":
        _check_workbook(data)
    return _run_pyxform(data, suffix)


def _refused(message: str, what_to_do: str) -> BadForm:
    return BadForm((Problem(message, what_to_do),))


def _check_workbook(data: bytes) -> None:
    """Refuse a workbook that unpacks to too much, or whose XML declares entities, before anything parses it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise _refused("The workbook cannot be opened.", "Save it again as .xlsx.") from None
    with archive:
        parts = archive.infolist()
        if len(parts) > PARTS_MAX:
            raise _refused("The workbook has too many parts.", "Save it again as .xlsx.")
        claimed = sum(part.file_size for part in parts)
        if claimed > UNPACKED_BYTES_MAX or claimed > max(len(data), 4096) * UNPACK_RATIO_MAX:
            raise _refused("The workbook unpacks to far too much.", "Remove empty rows and pictures.")
        rows = cells = 0
        for part in parts:
            more = _check_part(archive, part)
            rows, cells = rows + more[0], cells + more[1]
        if rows > ROWS_MAX or cells > CELLS_MAX:
            raise _refused("The workbook has too many rows.", "Remove empty rows, or split the form.")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """Unpack one part within its cap (sizes in the directory can lie) and refuse document types in it.

    Gives how many rows and cells it has, if it is a sheet.
    """
    taken = rows = cells = 0
    start = end = b""
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(64 * 1024):
                taken += len(chunk)
                if taken > min(part.file_size, UNPACKED_BYTES_MAX):
                    raise _refused("The workbook unpacks to more than it says.", "Save it again as .xlsx.")
                start += chunk[: max(0, 4096 - len(start))]
                whole = end + chunk
                rows += whole.count(b"<row ") + whole.count(b"<row>")
                cells += whole.count(b"<c ") + whole.count(b"<c>")
                end = chunk[-2:]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise _refused("A part of the workbook cannot be read.", "Save it again as .xlsx.") from None
    if part.filename.lower().endswith((".xml", ".rels", ".vml")) and b"<!DOCTYPE" in start.upper():
        raise _refused("The workbook declares XML entities.", "Save it again as .xlsx.")
    return (rows, cells) if "worksheets/" in part.filename.lower() else (0, 0)


def read_sheets(data: bytes, name: str) -> dict[str, Any]:
    """The sheets of a spreadsheet as pyxform reads them: `survey`, `choices`, `settings` … as lists of rows.

    Raises `BadForm` for a file that is no spreadsheet. For `check`, which repairs and looks again.
    """
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsx":
        _check_workbook(data)
    sheets: dict[str, Any] = _guarded(lambda: asdict(_get_sheets(_source(data, suffix), suffix)))
    return sheets


def convert_sheets(sheets: dict[str, Any]) -> tuple[bytes, list[str]]:
    """The XForm XML of sheets, and pyxform's warnings. Raises `BadForm` with the first mistake it finds."""
    from pyxform.xls2xform import convert as pyxform_convert

    warnings: list[str] = []
    result = _guarded(lambda: pyxform_convert(xlsform=sheets, form_name="data", warnings=warnings))
    xml: str = result.xform
    return xml.encode("utf-8"), warnings


def _get_sheets(source: str | bytes, suffix: str) -> Any:
    from pyxform.xls2json_backends import get_xlsform

    return get_xlsform(xlsform=source, file_type=suffix)


def _source(data: bytes, suffix: str) -> str | bytes:
    if suffix == ".xlsx":
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("The file is not UTF-8 text.", "Save it with the encoding UTF-8.") from None
    if text.count("\n") > ROWS_MAX:
        raise _refused("The sheet has too many rows.", "Remove empty rows, or split the form.")
    return text


def _run_pyxform(data: bytes, suffix: str) -> bytes:
    from pyxform.xls2xform import convert as pyxform_convert

    source = _source(data, suffix)
    result = _guarded(
        lambda: pyxform_convert(
            xlsform=source, file_type=suffix, form_name="data", validate=False, pretty_print=False
        )
    )
    xml: str = result.xform
    return xml.encode("utf-8")


def _guarded(work: Callable[[], Any]) -> Any:
    """Run pyxform; whatever it finds wrong becomes a `BadForm`."""
    from pyxform.errors import PyXFormError

    try:
        return work()
    except BadForm:
        raise
    except PyXFormError as error:
        raise BadForm((_problem_of(error),)) from None
    except RecursionError:
        raise _refused("The form is nested too deeply.", "Use fewer groups inside groups.") from None
    except Exception as error:  # noqa: BLE001 - pyxform and openpyxl raise many kinds for a broken sheet
        raise _refused(
            f"The spreadsheet cannot be read ({type(error).__name__}).", "Compare it with a working form."
        ) from None


_ROW_OF = re.compile(r"^\s*\[row\s*:?\s*(\d+)\]\s*", re.IGNORECASE)
_PLACE_OF = re.compile(r"On the '([^']+)' sheet,? the '([^']+)' ", re.IGNORECASE)
_SHEET_OF = re.compile(r"(?:On|in) the '?(survey|choices|settings|entities)'? sheet", re.IGNORECASE)
_COLUMN_OF = re.compile(r"column '([^']+)'|'([^']+)' column")


def _problem_of(error: Any) -> Problem:
    """pyxform's own sentence with the place it names."""
    text = " ".join(str(error).split())
    context: Mapping[str, Any] = getattr(error, "context", None) or {}
    row = _ROW_OF.match(text)
    place = _PLACE_OF.search(text)
    sheet = place[1] if place else None
    if sheet is None:
        named = _SHEET_OF.search(text)
        sheet = named[1].lower() if named and row is None else ("survey" if row else None)
    column = place[2] if place else None
    if column is None and (found := _COLUMN_OF.search(text)):
        column = found[1] or found[2]
    number = context.get("row")
    return Problem(
        _ROW_OF.sub("", text),
        "",
        sheet=context.get("sheet") or sheet,
        row=int(number) if number is not None else (int(row[1]) if row else None),
        column=context.get("column") or column,
        place=f"${{{context['q']}}}" if "q" in context else "",
    )
