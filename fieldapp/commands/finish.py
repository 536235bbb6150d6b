"""Check and finish: the note becomes signed revisions, filed for each child, and its draft ends.

Promise: finishing always saves. With nothing missing the record is complete; else the author says why, the gaps are
kept with the note, and it stays listed as not complete. All of it is one transaction. Never here: a note refused for
what is missing; sending (it goes by itself). Source: practice section 5.0 ("Row ids", *complete*); architecture, "One
form, several documents"; interface 4.6, "Check and finish".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.forms.face import Violation
from fieldapp.records import meta
from fieldapp.records.document import Document, Value
from fieldapp.records.filing import Filed, groups, refile, split
from fieldapp.records.keys import row_id
from fieldapp.store import Change, Saved

from .context import Workplace
from .edit_document import edited
from .errors import WhyNeeded
from .notes import Note, body_of, drop_untouched_rows, open_note

PERSON = "person"
MEMBERS = "members"
"""The family's repeat that lists who is in or around it (practice section 3, `family`)."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing a note did."""

    doc: str
    """The root document of the note."""
    docs: tuple[str, ...]
    """All documents that were written, outer ones first; empty if the note said what the last save said."""
    saved: tuple[Saved, ...]
    complete: bool
    missing: tuple[Violation, ...]


def check_note(workplace: Workplace, draft: str) -> tuple[Violation, ...]:
    """What is missing or cannot stand, question by question, in the form's order."""
    note = open_note(workplace, draft)
    drop_untouched_rows(note)
    return note.instance.violations()


def finish_note(
    workplace: Workplace, draft: str, *, why: str | Mapping[str, str] = "", signed_off: bool = False
) -> Finished:
    """Save the note as it is in its journal. With gaps, `why` is asked for: one reason for all, or one for each key.

    Raises `WhyNeeded` if there are gaps and no reason: nothing was changed, and the draft stands.
    """
    note = open_note(workplace, draft)
    body = body_of(note)
    missing = note.instance.violations()
    if missing:
        rows = {each.key: row_id(each.row) for each in meta.gaps(note.draft.shown or {})}
        body = meta.with_gaps(body, _reasons(workplace, missing, why, rows))
    else:
        body = meta.completed(body)
    changes = _changes(note, body, signed_off=signed_off)
    if note.draft.kind == PERSON and note.draft.shown is None:
        changes = _with_membership(workplace, note, changes)
    saved = workplace.store.save_groups(changes, draft=draft)
    workplace.after_save()
    return Finished(
        doc=note.draft.doc,
        docs=tuple(doc for each in saved for doc in each.docs),
        saved=saved,
        complete=not missing,
        missing=missing,
    )


def _reasons(
    workplace: Workplace, missing: Sequence[Violation], why: str | Mapping[str, str], rows: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Why each answer is missing. `rows`: those that the last save gave the same gaps, so that they stay the same."""
    reasons = []
    for each in missing:
        reason = why if isinstance(why, str) else why.get(each.key, "")
        if not reason.strip():
            raise WhyNeeded(f"{len(missing)} missing")
        reasons.append((rows.get(each.key) or workplace.fresh_id(), each.key, reason.strip()))
    return reasons


def _changes(note: Note, body: Mapping[str, Value], *, signed_off: bool) -> list[list[Change]]:
    """What saving writes, in filing groups, outer documents first: only documents that say something else now."""
    draft = note.draft
    before = _as_shown(note)
    filed = refile(list(before.values()), body, note.definition, draft.doc)
    return [[_change(note, before, each, signed_off) for each in group] for group in groups(filed)]


def _with_membership(workplace: Workplace, note: Note, changes: list[list[Change]]) -> list[list[Change]]:
    """A new person stands among the family's members at once, in the same filing group."""
    family = workplace.store.document(note.draft.scope)
    if family is None or family.deleted or not changes:
        return changes
    row = f"{MEMBERS}[{workplace.fresh_id()}]"
    position = sum(1 for key in family.body if key.startswith(f"{MEMBERS}[") and key.endswith("]"))
    joined = edited(family, {row: position, f"{row}/who": note.draft.doc})
    return [[*changes[0], joined], *changes[1:]]


def _as_shown(note: Note) -> dict[str, Document]:
    """The documents as they were on screen when the edit began: what is compared with, whatever has come since."""
    draft = note.draft
    if draft.shown is None:
        return {}
    return {
        each.doc: Document(
            id=each.doc,
            kind=each.kind,
            scope=draft.scope,
            body=each.body or {},
            head=draft.bases.get(each.doc, ""),
            author="",
            written_at="",
            form=draft.form,
        )
        for each in split(draft.shown, note.definition, draft.doc)
        if each.doc in draft.bases
    }


def _change(note: Note, before: Mapping[str, Document], filed: Filed, signed_off: bool) -> Change:
    draft = note.draft
    was = before.get(filed.doc)
    return Change(
        doc=filed.doc,
        kind=filed.kind,
        scope=draft.scope,
        body=filed.body,
        form=draft.form,
        edited=draft.bases.get(filed.doc),
        shown=None if was is None else was.body,
        signed_off=signed_off and filed.body is not None,
    )
