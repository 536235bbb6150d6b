"""Move an unfinished note to the newest version of its form: seen first, then done, and undone if it was wrong.

Promise: nothing is dropped. What the newer version does not ask, or cannot take as it was, becomes a line among the
note's rough notes, word for word, and the note as it was in its own version stays among the drafts that can be put
back, for 30 days. Nobody is moved: without this a draft opens in its own version for ever. All of it is one
transaction.
Never here: matching questions (fieldapp.forms.moving); a record. A note filed as records that the newer version does
not have stays in its own: moving it would take records away.
Source: protocol section 12; the store's design, "Drafts".
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.forms import Definition
from fieldapp.forms.moving import Answered, Move, plan_move
from fieldapp.protocol.revision import form_path, is_row
from fieldapp.protocol.times import format_time
from fieldapp.records.document import FormReference, Value
from fieldapp.records.filing import record_kinds
from fieldapp.records.keys import row_id
from fieldapp.records.meta import JOT
from fieldapp.store import Draft
from fieldapp.store.errors import DraftGone

from .context import Workplace
from .errors import CommandRefused
from .notes import answers_of


class NothingNewer(CommandRefused):
    """The note is of the newest version here."""

    code = "nothing_newer"
    blame = "theirs"
    sentence = "This note has the newest version of its form already. Nothing was changed."
    next_step = "Go on writing."


class RecordsWouldGo(CommandRefused):
    """The note is filed as documents that the newer version has no place for."""

    code = "records_would_go"
    blame = "theirs"
    sentence = "The newer version has no place for records filed from this note. It stays as it is."
    next_step = "Finish it in its own version."


@dataclass(frozen=True, slots=True)
class Seen:
    """What moving a note would do."""

    draft: Draft
    form: FormReference
    """The newest version."""
    definition: Definition
    move: Move


def newer_form(workplace: Workplace, draft: Draft) -> FormReference | None:
    """The newest version of a note's form, if that is not the note's own."""
    newest = workplace.store.newest_form(draft.form.id)
    if newest is None or newest.hash == draft.form.hash:
        return None
    return FormReference(newest.id, newest.version, newest.hash)


def look_at_move(workplace: Workplace, draft: str, *, language: str | None = None) -> Seen:
    """What would be kept, moved, needed and no longer asked. Changes nothing.

    Raises `NothingNewer`, and `RecordsWouldGo` if the note cannot be moved; `DraftGone` if it is no draft any more.
    """
    kept = workplace.store.draft(draft)
    if kept.state != "open":
        raise DraftGone()
    form = newer_form(workplace, kept)
    if form is None:
        raise NothingNewer()
    old, new = workplace.definition(kept.form), workplace.definition(form)
    _check_records(kept, old, new)
    move = plan_move(
        old, new, answers_of(kept), clock=workplace.clock, entropy=workplace.entropy, language=language
    )
    return Seen(kept, form, new, move)


def move_note(workplace: Workplace, draft: str, *, language: str | None = None) -> Draft:
    """The note in the newest version of its form: a draft of its own, in place of the one it was."""
    seen = look_at_move(workplace, draft, language=language)
    kept, move = seen.draft, seen.move
    began = kept.shown or {}
    whole = {**move.values, **_lines(workplace, move)}
    changed = {key: value for key, value in whole.items() if began.get(key) != value}
    answers: dict[str, Value | None] = {}
    filled: dict[str, Value | None] = {}
    for key, value in changed.items():
        came_from = move.came_from.get(key, key)
        by_a_person = came_from in kept.touched or came_from in began or key.startswith(f"{JOT}[")
        (answers if by_a_person else filled)[key] = value
    answers.update({key: None for key in began if key not in whole})
    return workplace.store.move_draft(
        draft, form=seen.form, kind=record_kinds(seen.definition)[""], answers=answers, filled=filled
    )


def move_back(workplace: Workplace, moved: str, before: str) -> Draft:
    """Undo: the note as it was in its own version. What was written since stays with the other, for 30 days."""
    workplace.store.discard(moved)
    workplace.store.put_back(before)
    return workplace.store.draft(before)


def _check_records(kept: Draft, old: Definition, new: Definition) -> None:
    """Refuse a move that would take a filed record's kind or place away."""
    if not kept.bases:
        return
    before, after = record_kinds(old), record_kinds(new)
    filed = {form_path(key) for key in kept.shown or {} if is_row(key) and row_id(key) in kept.bases}
    if before[""] != after[""] or any(before.get(path) != after.get(path) for path in filed):
        raise RecordsWouldGo()


def _lines(workplace: Workplace, move: Move) -> dict[str, Value]:
    """A rough note for each answer that has no place any more."""
    there = sum(1 for key in move.values if key.startswith(f"{JOT}[") and is_row(key))
    at = format_time(workplace.store.now().at_ms)
    lines: dict[str, Value] = {}
    for number, one in enumerate(move.left):
        row = f"{JOT}[{workplace.fresh_id()}]"
        lines |= {row: there + number, f"{row}/at": at, f"{row}/text": line_of(one)}
    return lines


def line_of(one: Answered) -> str:
    """An answer as a line of the rough notes: its question, then its words."""
    label = one.label.rstrip(":")
    return f"{label} {one.answer}" if label.endswith(("?", "!", ".")) else f"{label}: {one.answer}"
