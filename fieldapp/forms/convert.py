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
from pathlib import Path

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
    return _run_pyxform(data, suffix, Path(name).stem)


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
        for part in parts:
            _check_part(archive, part)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack one part within its cap (sizes in the directory can lie) and refuse document types in it."""
    taken = 0
    start = b""
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(64 * 1024):
                taken += len(chunk)
                if taken > min(part.file_size, UNPACKED_BYTES_MAX):
                    raise _refused("The workbook unpacks to more than it says.", "Save it again as .xlsx.")
                start += chunk[: max(0, 4096 - len(start))]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise _refused("A part of the workbook cannot be read.", "Save it again as .xlsx.") from None
    if part.filename.lower().endswith((".xml", ".rels", ".vml")) and b"<!DOCTYPE" in start.upper():
        raise _refused("The workbook declares XML entities.", "Save it again as .xlsx.")


_ROW_OF = re.compile(r"\[row : (\d+)\]|\[row\s*:?\s*(\d+)\]", re.IGNORECASE)
_PLACE_OF = re.compile(r"On the '([^']+)' sheet(?:, the '([^']+)' (?:value|column))?", re.IGNORECASE)
_COLUMN_OF = re.compile(r"\[column : ([^\]]+)\]|column '([^']+)'", re.IGNORECASE)


def _run_pyxform(data: bytes, suffix: str, stem: str) -> bytes:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert as pyxform_convert

    source: str | bytes = data
    if suffix != ".xlsx":
        try:
            source = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise _refused("The file is not UTF-8 text.", "Save it with the encoding UTF-8.") from None
    try:
        result = pyxform_convert(
            xlsform=source, file_type=suffix, form_name="data", validate=False, pretty_print=False
        )
    except PyXFormError as error:
        raise BadForm((_problem_of(str(error)),)) from None
    except RecursionError:
        raise _refused("The form is nested too deeply.", "Use fewer groups inside groups.") from None
    except Exception as error:  # noqa: BLE001 - pyxform and openpyxl raise many kinds for a broken sheet
        raise _refused(
            f"The spreadsheet cannot be read ({type(error).__name__}).", "Compare it with a working form."
        ) from None
    xml: str = result.xform
    return xml.encode("utf-8")


def _problem_of(message: str) -> Problem:
    """pyxform's own sentence with the place it names."""
    text = " ".join(message.split())
    row = _ROW_OF.search(text)
    place = _PLACE_OF.search(text)
    column = _COLUMN_OF.search(text)
    return Problem(
        text,
        "",
        sheet=place.group(1) if place else ("survey" if row else None),
        row=int(row.group(1) or row.group(2)) if row else None,
        column=(column.group(1) or column.group(2)) if column else (place.group(2) if place else None),
    )
