"""Decide: a person chooses between two values, says why, and the record says so.

Promise: a decision is an ordinary edit whose parents name the sides it decides, kept with its reason under
`meta/decided`; both values stay readable for ever. A caution field is decided only with a reason. Never here: a
choice made by time, rank or role; a decision that silently closes a question its author was not shown.
Source: protocol section 6 ("Open questions"); interface 4.10; practice section 5.0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.records import meta
from fieldapp.records.document import Value
from fieldapp.store import Change, OpenQuestionView, Saved

from .context import Workplace
from .edit_document import edited
from .errors import DocumentMissing, NothingOpen, StillToChoose, WhyNeeded

CAUTION = "caution"
DELETED = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for one key: the value that shall stand (None: no answer). For key `""`: None deletes."""

    key: str
    value: Value | None
    why: str = ""


def questions_beside(workplace: Workplace, question: OpenQuestionView) -> list[OpenQuestionView]:
    """All questions that must be chosen together with this one: those raised by the same other version.

    A decision names the other person's revision, and with it answers everything which that revision asked.
    """
    mine = [each for each in workplace.store.questions() if each.doc == question.doc]
    sides = {each.side for each in mine if each.key == question.key}
    keys = {each.key for each in mine if each.side in sides}
    return [each for each in mine if each.key in keys]


def decide(workplace: Workplace, doc: str, choices: Sequence[Choice]) -> Saved:
    """Save a decision on one or more open questions of a document.

    Raises `NothingOpen` if none of them is open, `StillToChoose` if a side it names asks more than was chosen,
    `WhyNeeded` for a caution field without a reason. Nothing is changed then.
    """
    held = workplace.store.document(doc)
    if held is None:
        raise DocumentMissing()
    open_here = [each for each in workplace.store.questions() if each.doc == doc]
    chosen = {choice.key: choice for choice in choices}
    sides = _sides(open_here, chosen)
    _check_reasons(open_here, chosen)
    deletion = chosen.get(DELETED)
    if deletion is not None and deletion.value is None:
        change = Change(doc, held.kind, held.scope, None, held.form, decides=sides)
    else:
        answers: dict[str, Value | None] = {
            key: choice.value for key, choice in chosen.items() if key != DELETED
        }
        change = edited(held, {**answers, **_notes(workplace, held.body, choices)}, decides=sides)
    saved = workplace.store.save([change])
    workplace.after_save()
    return saved


def _sides(open_here: Sequence[OpenQuestionView], chosen: Mapping[str, Choice]) -> tuple[str, ...]:
    sides = tuple(dict.fromkeys(each.side for each in open_here if each.key in chosen))
    if not sides:
        raise NothingOpen()
    left = tuple(
        dict.fromkeys(each.key for each in open_here if each.side in sides and each.key not in chosen)
    )
    if left:
        raise StillToChoose(left)
    return sides


def _check_reasons(open_here: Sequence[OpenQuestionView], chosen: Mapping[str, Choice]) -> None:
    for each in open_here:
        choice = chosen.get(each.key)
        if choice is not None and each.merge == CAUTION and not choice.why.strip():
            raise WhyNeeded("caution")


def _notes(
    workplace: Workplace, body: Mapping[str, Value], choices: Sequence[Choice]
) -> dict[str, Value | None]:
    """The reasons, as rows under `meta/decided`."""
    noted: Mapping[str, Value] = body
    for choice in choices:
        if choice.key != DELETED or choice.why.strip():
            noted = meta.with_decided(noted, workplace.fresh_id(), choice.key, choice.why.strip())
    return {key: value for key, value in noted.items() if key not in body}
