"""The printouts of the main job: visit note, a child's copy, an assessment for the parents.

Promise: each holds what the practice design section 6 says it holds and nothing it leaves out; each is made from a
live form (so labels, choices and relevance are those the worker saw) and from nothing else.
Never here: pages. `pages.render` and `html.render` take any sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fieldapp.forms.face import Instance, NodeState
from fieldapp.reports.reading import NothingToPrint, Reader
from fieldapp.reports.values import Made, Sheet

Accounts = Mapping[str, tuple[tuple[str, str], ...]]

CHILDS_OWN = frozenset({"words", "draw", "feelings-faces", "scale-ladder", "body-map"})
"""Appearances of questions that a child answers; the other kinds in a child's section are the worker's."""
ABOUT_THE_SESSION = frozenset({"earshot", "ok_go", "first_house", "copy", "anon_ok", "read_back", "call_me"})
"""Fields that steer a direct-work session: true, but nothing a child wants to read back."""


def visit_note(
    instance: Instance,
    *,
    reference: str,
    made: Made,
    child_row: str | None = None,
    restricted: Collection[str] = (),
    accounts: Accounts | None = None,
) -> Sheet:
    """The note of a visit as filed for one child (`child_row`), or for the family with every child's part (None).

    Leaves out restricted answers and other children's parts. Raises `NothingToPrint`.
    """
    reader = Reader(
        instance,
        wants=lambda node: True,
        restricted=restricted,
        only_rows=lambda row: child_row is None or not _a_childs_row(row) or child_row in row.key,
        accounts=accounts or {},
    )
    return _sheet(reader, instance.definition.title, reference, made)


def assessment_for_parents(
    instance: Instance,
    *,
    reference: str,
    made: Made,
    restricted: Collection[str] = (),
    accounts: Accounts | None = None,
) -> Sheet:
    """The parents' copy of an assessment: what they may know, the plan, their own words, and how to disagree.

    Leaves out everything restricted and everything that is a child's own. Raises `NothingToPrint`.
    """
    reader = Reader(
        instance,
        wants=lambda node: node.sees != "child",
        restricted=restricted,
        only_rows=lambda row: row.sees != "child",
        accounts=accounts or {},
    )
    return _sheet(reader, instance.definition.title, reference, made)


def childs_copy(
    instance: Instance, *, child: str, made: Made, restricted: Collection[str] = (), language: str = "en"
) -> Sheet:
    """A child's own copy of a session: their words, pictures and choices, and what we will do. Large type.

    Raises `NothingToPrint` where the child asked that it be kept safe, or wanted no copy, or said nothing.
    """
    for key in instance.keys():
        node = instance.node(key)
        if node.kind == "question" and node.field == "copy" and node.value in {"safe", "no"}:
            raise NothingToPrint("The child asked that nothing be printed now.")

    def belongs_to_the_child(node: NodeState) -> bool:
        if node.sees != "child" or node.field in ABOUT_THE_SESSION or node.field.endswith("_by"):
            return False
        if "saw" in node.appearance or "think" in node.appearance:
            return False
        if _in_a_record(instance, node):
            return node.field in {"words", "did", "why_not"}
        return bool(CHILDS_OWN & set(node.appearance)) or node.type in {
            "select_one",
            "select_multiple",
            "text",
        }

    reader = Reader(instance, wants=belongs_to_the_child, restricted=restricted, language=language)
    return _sheet(reader, instance.node("").label or instance.definition.title, child, made, large=True)


def _a_childs_row(row: NodeState) -> bool:
    """A row of a repeat that is filed as a record of its own: one child's part."""
    return row.record is not None and row.key.count("[") == 1


def _in_a_record(instance: Instance, node: NodeState) -> bool:
    around = instance.definition.question(node.form_path).around
    return any(instance.definition.question(path).record for path in around)


def _sheet(reader: Reader, title: str, reference: str, made: Made, *, large: bool = False) -> Sheet:
    sections = reader.sections()
    if not sections:
        raise NothingToPrint("Nothing is left to share after hiding.")
    return Sheet(title, reference, sections, made, reader.language, large, reader.left_out)
