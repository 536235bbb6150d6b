"""Record answer: what was done about something a child said, asked later, in the filed statement itself.

Promise: only questions that the form marks `later` are answered this way, each change is a revision of its own, and
the child's words stay as they were written. Never here: deleting a statement; changing words.
Source: practice sections 3 (statement) and 5.0 ("Later").
"""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.forms.face import QuestionInfo
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Value
from fieldapp.store import Saved

from .context import Workplace
from .edit_document import edited
from .errors import FormMissing, NoLaterQuestion

LATER = "later"


def later_questions(
    workplace: Workplace, doc: str, language: str | None = None
) -> tuple[tuple[str, QuestionInfo], ...]:
    """The questions of a filed document that are asked later, each with its key in this document."""
    held = workplace.document(doc)
    if held.form is None:
        raise FormMissing("no form")
    definition = workplace.definition(held.form)
    row = next((key for key in held.body if key.endswith(f"[{held.id}]")), "")
    inside = form_path(row)
    found = []
    for path in definition.paths():
        info = definition.question(path, language)
        if info.kind != "question" or LATER not in info.appearance:
            continue
        if row and path.startswith(inside + "/"):
            found.append((row + path[len(inside) :], info))
        elif not row and info.repeat is None:
            found.append((path, info))
    return tuple(found)


def record_answer(workplace: Workplace, doc: str, answers: Mapping[str, Value | None]) -> Saved:
    """Answer later questions of a statement, by key or by practice's field name (`response`, `did`, `why_not` …)."""
    held = workplace.document(doc)
    asked = later_questions(workplace, doc)
    by_name = {info.field or info.form_path.rpartition("/")[2]: key for key, info in asked}
    keys = {key for key, _info in asked}
    given: dict[str, Value | None] = {}
    for name, value in answers.items():
        key = by_name.get(name, name)
        if key not in keys:
            raise NoLaterQuestion()
        given[key] = value
    saved = workplace.store.save([edited(held, given)])
    workplace.after_save()
    return saved
