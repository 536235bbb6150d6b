"""Keystrokes to the disk: called on a pause in typing, when a field loses focus, and before anything is hidden.

Promise: when it returns, what was given is durable ("Saved on this laptop 14:32" shows the time it returns); a disk
that does not take it raises, and the text stays the caller's to try again. Never here: checking an answer.
Source: interface 4.6 (400 ms pause, at most 2 s while typing); the store's design, "Drafts".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fieldapp.records.document import Value
from fieldapp.records.meta import JOT

from .context import Workplace


def save_draft(
    workplace: Workplace,
    draft: str,
    answers: Mapping[str, Value | None],
    *,
    place: Mapping[str, Any] | None = None,
) -> int:
    """Write answers as entered (None: emptied; a row: its position) and where the author is; returns when, in ms."""
    return workplace.store.put_answers(draft, answers, place=place)


def remove_row(workplace: Workplace, draft: str, row_key: str) -> None:
    """Take a row out of the note; it can be put back for 30 days."""
    kept = workplace.store.draft(draft)
    if kept.shown is not None and row_key in kept.shown and row_key not in kept.answers:
        # The row came with the saved text: the journal says that it is gone, the saved text still has it.
        workplace.store.put_answers(draft, {row_key: None})
        return
    workplace.store.remove_rows(draft, [row_key])


def put_back_row(workplace: Workplace, draft: str, row_key: str) -> Mapping[str, Value]:
    """Bring a removed row back with what was in it."""
    kept = workplace.store.draft(draft)
    began = kept.shown or {}
    if row_key in began and row_key in kept.emptied:
        position = began[row_key]
        workplace.store.put_answers(draft, {row_key: position})
        return {key: value for key, value in began.items() if key == row_key or key.startswith(row_key + "/")}
    return workplace.store.put_back_row(draft, row_key)


def jot(workplace: Workplace, draft: str, text: str) -> str:
    """One line of rough notes, kept with the minute it was typed; returns its row key. A jotting always stays."""
    from fieldapp.protocol.times import format_time

    row = f"{JOT}[{workplace.fresh_id()}]"
    kept = workplace.store.draft(draft)
    position = sum(1 for key in kept.answers if key.startswith(f"{JOT}[") and key.endswith("]"))
    at = format_time(workplace.store.now().at_ms)
    workplace.store.put_answers(draft, {row: position, f"{row}/at": at, f"{row}/text": text})
    return row
