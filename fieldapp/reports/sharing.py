"""Who may be given what a child said: the child's own answer decides, and the more careful reading of it.

Promise: words with a narrower sharing than "anyone" go to nobody but the child and the service that keeps the record;
no answer, "not asked" and two answers that nobody has chosen between count as narrower. Words that may mean harm stay
inside the service whatever was answered, because a copy may reach whoever is suspected. What a child did in a session
goes to parents only where the child named them both, and neither of them as one who should not see it.
Never here: restricted answers and other children's parts (`filed`, `reading`); deciding who asks for a copy.
Source: practice design sections 5.0 (harm rule), 5.1 (`s_share`), 5.2 (`may_tell`, `not_tell`) and 6 (parent copy).
"""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.forms.face import NodeState
from fieldapp.protocol.revision import form_path
from fieldapp.records.filing import record_kinds
from fieldapp.records.keys import rows_around
from fieldapp.reports.filed import Filed
from fieldapp.reports.values import ForWhom, Reason

STATEMENT = "statement"
ANYONE = "any"
BOTH_PARENTS = frozenset({"mum", "dad"})
NOT_YET = frozenset({"nobody", "later"})
"""Answers to "who may I show this to?" that let nobody see it now."""


def words_kept(filed: Filed, for_whom: ForWhom) -> Callable[[NodeState], Reason | None]:
    """Why a readable question or row must not be seen by this reader: `not_shared`, or None."""
    if for_whom in ("service", "child"):
        return lambda node: None
    kinds = record_kinds(filed.definition)
    in_session = _session_may_go_to(filed, for_whom)
    known: dict[str, bool] = {}

    def kept(node: NodeState) -> Reason | None:
        said = [row for row in rows_around(node.key) if kinds.get(form_path(row)) == STATEMENT]
        if said:
            row = said[-1]
            if row not in known:
                known[row] = may_go_on(filed, row, in_session)
            return None if known[row] else "not_shared"
        if in_session is False and node.kind == "question" and filed.sees(node) == "child":
            return "not_shared"
        return None

    return kept


def for_the_family(filed: Filed, for_whom: ForWhom) -> Callable[[NodeState], Reason | None]:
    """The same, and further: of what is a child's own, only what the child said that everyone may know."""
    kept = words_kept(filed, for_whom)
    kinds = record_kinds(filed.definition)

    def hidden(node: NodeState) -> Reason | None:
        if any(kinds.get(form_path(row)) == STATEMENT for row in rows_around(node.key)):
            return kept(node)
        return "child" if node.kind == "question" and filed.sees(node) == "child" else None

    return hidden


def may_go_on(filed: Filed, row: str, in_session: bool | None) -> bool:
    """Whether one thing said may leave the service. `in_session`: what the child answered for all of a session."""
    if _may_mean_harm(filed, row):
        return False
    share = _answers(filed, row, "share")
    return share == [ANYONE] if share else bool(in_session)


def names_someone_not_to_tell(filed: Filed) -> bool:
    """Whether the worker noted that somebody must not be told about any of this."""
    return bool(set(filed.first("dns").split()) - {"none"})


def _may_mean_harm(filed: Filed, row: str) -> bool:
    return any(answer not in ("", "no") for answer in (*_answers(filed, row, "harm"), filed.first("harm")))


def _session_may_go_to(filed: Filed, for_whom: ForWhom) -> bool | None:
    """What the child answered for a whole session; None where the form does not ask it."""
    asked = [key for key in filed.instance.keys() if "[" not in key]
    fields = {filed.instance.node(key).field for key in asked}
    if "share_with" not in fields:
        return None
    may, must_not = set(filed.first("share_with").split()), set(filed.first("not_with").split())
    if for_whom != "parent" or may & NOT_YET or filed.first("harm") not in ("", "no"):
        return False
    return may >= BOTH_PARENTS and not must_not & (BOTH_PARENTS | {"later"})


def _answers(filed: Filed, row: str, field: str) -> list[str]:
    """The answers in a row to the questions known by a field, empty ones too."""
    nodes = [filed.instance.node(key) for key in filed.instance.keys() if key.startswith(row + "/")]
    return [node.value or "" for node in nodes if node.kind == "question" and node.field == field]
