"""An unfinished note as it is worked on: its draft, its form, and the live instance that holds both together.

Promise: an instance made here shows exactly what the draft's journal holds, also what is not asked just now; nothing
of the app's own (`meta/`) and nothing of another version of the form is lost on the way. Never here: saving a
revision (finish.py), drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.forms import Definition
from fieldapp.forms.answers import fill, to_body, unplaced
from fieldapp.forms.face import Instance, QuestionInfo
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Value
from fieldapp.records.keys import rows_around
from fieldapp.store import Draft

from .context import Workplace
from .known_when_begun import CONTEXT

META = "meta/"


@dataclass(frozen=True, slots=True)
class Note:
    """A draft with its live form."""

    draft: Draft
    definition: Definition
    instance: Instance


def open_note(workplace: Workplace, draft: str, *, language: str | None = None) -> Note:
    """The note of a draft, as it was left."""
    kept = workplace.store.draft(draft)
    definition = workplace.definition(kept.form)
    instance = fill(
        definition,
        answers_of(kept),
        clock=workplace.clock,
        entropy=workplace.entropy,
        language=language,
    )
    return Note(kept, definition, instance)


def answers_of(draft: Draft) -> dict[str, Value]:
    """What the note holds: the text it began from, with everything that was changed since."""
    gone = draft.emptied
    removed_rows = {key for key in gone if key.endswith("]")}
    return {
        key: value
        for key, value in {**(draft.shown or {}), **draft.answers}.items()
        if key not in gone and not any(row in removed_rows for row in rows_around(key))
    }


def body_of(note: Note, *, drop_untouched: bool = True) -> dict[str, Value]:
    """The whole body that saving this note gives, the app's own keys and unknown ones included.

    A repeat's first instance that nobody touched is no answer and is dropped (practice section 5.0).
    """
    answers = answers_of(note.draft)
    if drop_untouched:
        drop_untouched_rows(note)
    before: Mapping[str, Value] = note.draft.shown or {}
    body: dict[str, Value] = dict(to_body(note.instance, before))
    elsewhere = set(unplaced(note.definition, answers))
    body.update({key: value for key, value in answers.items() if key.startswith(META) or key in elsewhere})
    return body


def drop_untouched_rows(note: Note) -> None:
    """Take out rows that stand there only because the form begins with one."""
    instance, began, touched = note.instance, note.draft.shown or {}, note.draft.touched
    kinds = {path: note.definition.question(path) for path in note.definition.paths()}
    keys = instance.keys()
    about_somebody = tuple(
        key
        for key in keys
        if (info := kinds.get(form_path(key))) is not None
        and info.kind == "question"
        and CONTEXT in info.appearance
        and instance.kept(key)
    )
    for repeat in reversed([key for key in keys if _is_repeat(kinds, key)]):
        if instance.node(repeat).rows_fixed:
            continue
        for row in reversed(instance.rows(repeat)):
            inside = row + "/"
            if row in began or any(each == row or each.startswith(inside) for each in touched):
                continue
            # A row in which the app filled in a context question is about somebody, and stays.
            if not any(key.startswith(inside) for key in about_somebody):
                instance.remove_row(row)


def _is_repeat(kinds: Mapping[str, QuestionInfo], key: str) -> bool:
    info = kinds.get(form_path(key))
    return info is not None and info.kind == "repeat" and not key.endswith("]")
