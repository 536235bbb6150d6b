"""Print: a record as pages for one reader, and a count of what had to be left out.

Promise: made from what this laptop holds now, without a network; what is restricted or another child's is never in
it; the pages say which text they are, who made them when, and whether anything in them has not been sent. Nothing is
written to a disk here: the caller gets bytes.
Never here: which printer, whether this person may have a copy (the page asks), file names.
Source: practice section 6; interface 4.14.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from fieldapp.records.document import Document
from fieldapp.records.filing import OF
from fieldapp.reports.filed import Filed, read_filed
from fieldapp.reports.reading import MONTHS
from fieldapp.reports.sheets import assessment_for_parents, childs_copy, visit_note
from fieldapp.reports.values import Made, Sheet

from .context import Workplace
from .errors import FormMissing
from .start_note import filed_with


@dataclass(frozen=True, slots=True)
class Printed:
    """A printout: the pages, the same words for a screen reader, and how many answers were left out."""

    pdf: bytes
    html: str
    left_out: int
    unsent: bool


def print_visit_note(
    workplace: Workplace, doc: str, *, child: str | None = None, recipient: str = ""
) -> Printed:
    """The note of a visit as filed for one child (their `person` document), or for the family.

    Raises `NothingToPrint` if nothing may be printed.
    """
    filed = _read(workplace, doc)
    reference = _family(workplace, filed.root)
    if child is not None:
        reference = f"{reference}: {workplace.document(child).text('name')}"
    sheet = visit_note(filed, reference=reference, made=_made(workplace, filed, recipient), child=child)
    return _pages(sheet)


def print_assessment_for_parents(workplace: Workplace, doc: str, *, recipient: str = "") -> Printed:
    """The parents' copy of an assessment. Raises `NothingToPrint` if nothing may be printed."""
    filed = _read(workplace, doc)
    made = _made(workplace, filed, recipient)
    return _pages(assessment_for_parents(filed, reference=_family(workplace, filed.root), made=made))


def print_childs_copy(workplace: Workplace, doc: str, *, language: str = "en") -> Printed:
    """A child's own copy of a session, in their language.

    Raises `NothingToPrint` if the child asked that it be kept safe, or wanted none.
    """
    filed = _read(workplace, doc, language)
    child = workplace.document(filed.first("person")).text("name") if filed.first("person") else ""
    made = _made(workplace, filed, "", language)
    return _pages(childs_copy(filed, child=child, made=made, language=language))


def _read(workplace: Workplace, doc: str, language: str = "en") -> Filed:
    asked = workplace.document(doc)
    root = workplace.document(asked.text(OF) or doc)
    if root.form is None:
        raise FormMissing("no form")
    return read_filed(
        root,
        filed_with(workplace, root),
        workplace.definition(root.form),
        name_of=workplace.store.name,
        clock=workplace.clock,
        entropy=workplace.entropy,
        language=language,
    )


def _family(workplace: Workplace, root: Document) -> str:
    family = workplace.store.document(root.scope)
    return "" if family is None else family.text("label")


def _made(workplace: Workplace, filed: Filed, recipient: str, language: str = "en") -> Made:
    device = workplace.store.device()
    moment = datetime.fromtimestamp(workplace.store.now().at_ms / 1000, UTC)
    local = moment.astimezone(ZoneInfo(workplace.clock.zone()))
    month = MONTHS.get(language, MONTHS["en"])[local.month - 1]
    return Made(
        by="" if device is None else device.user_name,
        at=f"{local.day} {month} {local.year}, {local:%H:%M}",
        organisation="" if device is None else device.org,
        recipient=recipient,
        unsent=filed.unsent,
        version=filed.version,
    )


def _pages(sheet: Sheet) -> Printed:
    from fieldapp.reports import html, pages

    return Printed(pages.render(sheet), html.render(sheet), sheet.left_out, sheet.made.unsent)
