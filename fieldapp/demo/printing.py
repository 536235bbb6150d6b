"""The demonstration's printouts, made by the real print commands on Nia's and Dilys's laptops, and looked through.

Promise: a visit note for Ivo, Ivo's own copy with his drawing, the assessment for the parents; the restricted answer
of the day is in none of them, or this raises.
"""

from __future__ import annotations

from pathlib import Path

from fieldapp.commands.printing import (
    Printed,
    print_assessment_for_parents,
    print_childs_copy,
    print_visit_note,
)
from fieldapp.demo import writing as w
from fieldapp.demo.laptop import Laptop
from fieldapp.demo.stage import Stage
from fieldapp.records.document import Document


class NotPrinted(AssertionError):
    """A printout is missing something, or holds what it must not."""


def print_all(stage: Stage, out: Path) -> list[str]:
    """Write the three PDFs, and their HTML twins; the names of the files."""
    nia, dilys = stage.laptops["nia"], stage.laptops["dilys"]
    visit, session = newest(nia, "visit", "Tarrowby"), newest(nia, "direct_work", "Tarrowby")
    assessment = newest(dilys, "assessment", "Jarzembowicz")
    ivo = next(
        person.id
        for person in nia.workplace.store.documents(visit.scope, ["person"])
        if person.text("name").startswith("Ivo")
    )
    made = {
        "visit-note": print_visit_note(nia.workplace, visit.id, child=ivo),
        "childs-copy": print_childs_copy(nia.workplace, session.id),
        "assessment-for-parents": print_assessment_for_parents(
            dilys.workplace, assessment.id, recipient="Ola Jarzembowicz"
        ),
    }
    _look_through(made)
    written = []
    for name, printed in made.items():
        for file, content in ((f"{name}.pdf", printed.pdf), (f"{name}.html", printed.html.encode())):
            (out / file).write_bytes(content)
            written.append(file)
    return written


def newest(laptop: Laptop, kind: str, family: str) -> Document:
    """The newest living document of a kind in a family."""
    store = laptop.workplace.store
    scope = next(each.scope for each in store.families() if each.text("label") == family)
    return max(store.documents(scope, [kind]), key=lambda each: each.created_at)


def _look_through(made: dict[str, Printed]) -> None:
    """The HTML twin holds exactly the words of the PDF's sheet."""
    for name, printed in made.items():
        if w.RESTRICTED_TEXT in printed.html:
            raise NotPrinted(f"{name} holds the restricted answer")
    if w.IVO_SAID.split(" I ")[0] not in made["visit-note"].html or made["visit-note"].left_out < 1:
        raise NotPrinted("the visit note lacks Ivo's words, or left nothing out")
    if "<polyline" not in made["childs-copy"].html:
        raise NotPrinted("the child's copy has no drawing")
