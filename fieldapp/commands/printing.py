"""Print: a record as pages for one reader, and a count of what had to be left out.

Promise: made from what this laptop holds now, without a network; what is restricted or another child's is never in
it, nor what a child did not say for this reader to know; the pages say which text they are, who made them when, and whether anything in them has not been sent. Nothing is
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
from fieldapp.reports.sharing import names_someone_not_to_tell
from fieldapp.reports.sheets import (
    assessment_for_parents,
    children_of,
    childs_copy,
    copy_to_share,
    is_kept_safe,
    visit_note,
)
from fieldapp.reports.values import ForWhom, Made, Sheet

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
    pages: int
    sheet: Sheet
    """What the pages were made from, to be shown before anything leaves the laptop."""


@dataclass(frozen=True, slots=True)
class Printable:
    """What is known of a record before anybody chose a reader; nothing is laid out for it."""

    kind: str
    kept_safe: bool
    """The child asked that it be kept safe: no copy is offered to anybody."""
    must_not_tell: bool
    """The worker noted that somebody must not be told about some of it."""
    children: tuple[str, ...]
    """Whose parts it is filed as (`person` documents), in the form's order."""
    person: str
    """The child a session is about (`person` document); empty where the form names none."""
    languages: tuple[str, ...]
    """The codes of the languages the form speaks, its own first: en, cy …"""


def look_at(workplace: Workplace, doc: str) -> Printable:
    """What may be asked before a copy is made of a record."""
    filed = _read(workplace, doc)
    codes = [name.rpartition("(")[2].rstrip(")") for name in filed.definition.languages if "(" in name]
    return Printable(
        kind=filed.root.kind,
        kept_safe=is_kept_safe(filed),
        must_not_tell=names_someone_not_to_tell(filed),
        children=children_of(filed),
        person=filed.first("person"),
        languages=tuple(codes) or ("en",),
    )


def print_visit_note(
    workplace: Workplace,
    doc: str,
    *,
    child: str | None = None,
    recipient: str = "",
    for_whom: ForWhom = "other",
) -> Printed:
    """The note of a visit as filed for one child (their `person` document), or for the family.

    Raises `NothingToPrint` if nothing may be printed.
    """
    filed = _read(workplace, doc)
    made, reference = _made(workplace, filed, recipient), _reference(workplace, filed, child)
    return _pages(visit_note(filed, reference=reference, made=made, child=child, for_whom=for_whom))


def print_copy_to_share(
    workplace: Workplace,
    doc: str,
    *,
    recipient: str,
    child: str | None = None,
    for_whom: ForWhom = "parent",
) -> Printed:
    """A copy of a visit or an assessment for somebody outside the service.

    Raises `NothingToPrint` if nothing may be printed.
    """
    filed = _read(workplace, doc)
    made, reference = _made(workplace, filed, recipient), _reference(workplace, filed, child)
    return _pages(copy_to_share(filed, reference=reference, made=made, child=child, for_whom=for_whom))


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


def _reference(workplace: Workplace, filed: Filed, child: str | None) -> str:
    family = _family(workplace, filed.root)
    return family if child is None else f"{family}: {workplace.document(child).text('name')}"


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

    laid_out = pages.lay_out(sheet)
    twin = html.render(sheet)
    return Printed(laid_out.pdf, twin, sheet.left_out, sheet.made.unsent, laid_out.count, sheet)
