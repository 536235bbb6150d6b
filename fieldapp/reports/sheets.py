"""The printouts of the main job: visit note, a child's copy, a visit or an assessment for the parents.

Promise: each holds what the practice design section 6 says it holds and nothing it leaves out; each is made from a
note as filed (so labels, choices and relevance are those the worker saw) and from nothing else.
Never here: pages. `pages.render` and `html.render` take any sheet.
"""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.forms.face import NodeState
from fieldapp.reports.filed import Filed
from fieldapp.reports.reading import NothingToPrint, Reader
from fieldapp.reports.sharing import for_the_family, words_kept
from fieldapp.reports.values import ForWhom, Made, Reason, Sheet

REASONS: tuple[Reason, ...] = ("restricted", "sibling", "child", "not_shared")
CHILDS_OWN = frozenset({"words", "draw", "feelings-faces", "scale-ladder", "body-map"})
"""Appearances of questions that a child answers; `saw` and `think` are the worker's."""
ABOUT_THE_SESSION = frozenset({"earshot", "ok_go", "first_house", "copy", "anon_ok", "read_back", "call_me"})
"""Fields that steer a direct-work session: true, but nothing a child wants to read back."""
WHAT_WE_DO = frozenset({"words", "did", "why_not"})
"""Of what the worker filed as said: the words, and what will be done about them."""
KEPT_SAFE, UNWANTED = "safe", "no"
"""Answers to "would you like a copy?" after which nothing is printed now."""


def visit_note(
    filed: Filed,
    *,
    reference: str,
    made: Made,
    child: str | None = None,
    for_whom: ForWhom = "other",
    language: str = "en",
) -> Sheet:
    """The note of a visit as filed for one child (the id of their `person`), or for the family (None).

    Leaves out restricted answers, other children's parts, and what a child did not say for this reader to know; only
    the service's own copy holds all that was said. Raises `NothingToPrint`.
    """
    reader = Reader(
        filed, holds_row=_only(filed, child), hides=words_kept(filed, for_whom), language=language
    )
    return _sheet(reader, filed.definition.title, reference, made)


def copy_to_share(
    filed: Filed,
    *,
    reference: str,
    made: Made,
    child: str | None = None,
    for_whom: ForWhom = "parent",
    language: str = "en",
) -> Sheet:
    """A copy of a note for somebody outside the service: what they may know, and what children said for anyone.

    Leaves out everything restricted, other children's parts, and whatever else is a child's own. Raises
    `NothingToPrint`.
    """
    hides = for_the_family(filed, for_whom)
    reader = Reader(filed, holds_row=_only(filed, child), hides=hides, language=language)
    return _sheet(reader, filed.definition.title, reference, made)


def assessment_for_parents(filed: Filed, *, reference: str, made: Made, language: str = "en") -> Sheet:
    """The parents' copy of an assessment: what they may know, the plan, and their own words.

    Leaves out everything restricted and everything that is a child's own. Raises `NothingToPrint`.
    """
    return copy_to_share(filed, reference=reference, made=made, language=language)


def childs_copy(filed: Filed, *, child: str, made: Made, language: str = "en") -> Sheet:
    """A child's own copy of a session: their words, pictures and choices, and what we will do. Large type.

    Raises `NothingToPrint` where the child asked that it be kept safe, or wanted no copy, or said nothing.
    """
    if is_kept_safe(filed):
        raise NothingToPrint("The child asked that it be kept safe.", "safe")
    if filed.first("copy") == UNWANTED:
        raise NothingToPrint("The child wanted no copy.", "unwanted")

    def belongs_to_the_child(node: NodeState) -> bool:
        if filed.sees(node) != "child" or node.field in ABOUT_THE_SESSION or node.field.endswith("_by"):
            return False
        if {"saw", "think"} & set(node.appearance):
            return False
        if _in_a_record(filed, node):
            return node.field in WHAT_WE_DO
        return bool(CHILDS_OWN & set(node.appearance)) or node.type in {
            "select_one",
            "select_multiple",
            "text",
        }

    reader = Reader(filed, wants=belongs_to_the_child, language=language)
    sheet = _sheet(reader, filed.definition.title, child, made, large=True)
    # A heading over nothing is a worker's section that the copy does not hold.
    kept = tuple(section for section in sheet.sections if section.entries)
    if not kept:
        raise NothingToPrint("The child has said or drawn nothing that can be printed.")
    return Sheet(sheet.title, sheet.reference, kept, made, language, True, 0, sheet.reasons)


def is_kept_safe(filed: Filed) -> bool:
    """Whether the child asked that what they said and drew be kept safe for them."""
    return filed.first("copy") == KEPT_SAFE


def children_of(filed: Filed) -> tuple[str, ...]:
    """The children (their `person` documents) whose parts a note is filed as, in the form's order."""
    found = []
    for key in filed.instance.keys():
        row = filed.instance.node(key)
        if row.kind == "row" and row.record is not None and key.count("[") == 1 and row.relevant:
            nodes = map(filed.instance.node, filed.instance.children(key))
            found += [node.value for node in nodes if node.field == "person" and node.value]
    return tuple(dict.fromkeys(found))


def _only(filed: Filed, child: str | None) -> Callable[[NodeState], bool]:
    """Whether a row may stand in one child's note: rows of children's own documents only if they are this child's."""

    def holds(row: NodeState) -> bool:
        if child is None or row.record is None or row.key.count("[") != 1:
            return True
        return any(
            node.field == "person" and node.value == child
            for node in map(filed.instance.node, filed.instance.children(row.key))
        )

    return holds


def _in_a_record(filed: Filed, node: NodeState) -> bool:
    around = filed.definition.question(node.form_path).around
    return any(filed.definition.question(path).record for path in around)


def _sheet(reader: Reader, title: str, reference: str, made: Made, *, large: bool = False) -> Sheet:
    sections = reader.sections()
    if not any(section.entries for section in sections):
        raise NothingToPrint("Nothing is left to share after hiding.")
    reasons = tuple((why, reader.reasons[why]) for why in REASONS if reader.reasons[why])
    return Sheet(title, reference, sections, made, reader.language, large, reader.left_out, reasons)
