"""Where the form runner meets the store: a draft is opened as a note being written, and its wishes become commands.

Promise: what the runner saves is in the draft's journal when "saved" is said; trouble of the disk is an answer, not a
crash: the words stay with the runner, which tries again. Never here: Qt, a form's meaning, SQL.
Source: architecture, "The way of one answer".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fieldapp.commands.context import Workplace
from fieldapp.commands.errors import WhyNeeded
from fieldapp.commands.finish import check_note, finish_note
from fieldapp.commands.notes import answers_of, open_note
from fieldapp.commands.save_draft import put_back_row, remove_row, save_draft
from fieldapp.forms import Instance, Key
from fieldapp.forms.answers import kept_values
from fieldapp.store import Draft
from fieldapp.store.errors import StoreError
from fieldapp.ui.form.journal import DraftValue
from fieldapp.ui.form.ports import Opening
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.words import Words

say = Words("Form")


Aside = Callable[[Callable[[], Any], Callable[[Any], None]], None]


@dataclass
class DraftPorts:
    """The runner's ports on one draft."""

    workplace: Workplace
    draft: str
    hand: Callable[[Key], None] = lambda row: None
    back: Callable[[], None] = lambda: None
    aside: Aside = lambda work, done: done(work())
    """How work is done that takes longer than a frame: beside the window, or (without one) at once."""
    trouble: StoreError | None = field(default=None)
    """The last thing the disk did not take, for the page that shows it."""

    def save(
        self, values: Mapping[Key, DraftValue], place: Mapping[str, Any], done: Callable[[int | None], None]
    ) -> None:
        """Into the journal."""
        try:
            at_ms = save_draft(self.workplace, self.draft, values, place=place)
        except StoreError as trouble:
            self.trouble = trouble
            done(None)
            return
        self.trouble = None
        done(at_ms)

    def remove_row(self, row: Key) -> None:
        """Out of the journal; kept for 30 days."""
        remove_row(self.workplace, self.draft, row)

    def put_back_row(self, row: Key) -> Mapping[Key, Any]:
        """Back into the journal."""
        return put_back_row(self.workplace, self.draft, row)

    def check(self, done: Callable[[tuple[Key, ...]], None]) -> None:
        """What finishing would find missing or wrong."""
        self.aside(self._missing, done)

    def _missing(self) -> tuple[Key, ...]:
        return tuple(violation.key for violation in check_note(self.workplace, self.draft))

    def finish(self, gaps: Mapping[Key, str], done: Callable[[bool], None]) -> None:
        """The draft becomes a note. A gap that only came about meanwhile takes the reason of the others."""
        reasons = dict(gaps)
        try:
            for key in self._missing():
                reasons.setdefault(key, next(iter(gaps.values()), ""))
            finish_note(self.workplace, self.draft, why=reasons)
        except (StoreError, WhyNeeded):
            done(False)
            return
        done(True)

    def hand_to_child(self, row: Key) -> None:
        """Direct work is set up elsewhere."""
        self.hand(row)

    def leave(self) -> None:
        """Back to where the person came from."""
        self.back()


def open_runner(
    workplace: Workplace,
    draft: str,
    *,
    at: Key = "",
    hand: Callable[[Key], None] = lambda row: None,
    back: Callable[[], None] = lambda: None,
    aside: Aside = lambda work, done: done(work()),
    language: str | None = None,
) -> RunnerPresenter:
    """The note of a draft, open where its author stopped (or at `at`)."""
    note = open_note(workplace, draft, language=language)
    ports = DraftPorts(workplace, draft, hand, back, aside)
    presenter = RunnerPresenter(
        note.instance,
        ports,
        opening_of(workplace, note.draft, at=at),
        clock=workplace.clock,
        entropy=workplace.entropy,
    )
    if note.draft.recovered:
        workplace.store.note_draft_opened(draft)
    return presenter


def opening_of(workplace: Workplace, kept: Draft, *, at: Key = "") -> Opening:
    """What the runner is told about a draft."""
    answers = answers_of(kept)
    device = workplace.store.device()
    changed = workplace.store.document(kept.doc) if kept.shown is not None else None
    newest = workplace.store.newest_form(kept.form.id)
    family = workplace.store.document(kept.scope)
    label = family.text("label") if family is not None else ""
    return Opening(
        family=", ".join(filter(None, (_who(workplace, answers), label))),
        author=device.user_name if device is not None else "",
        started_ms=kept.started_at_ms,
        values=answers,
        place={} if at else kept.place,
        saved_ms=kept.saved_at_ms,
        recovered=kept.recovered,
        signed_off=changed is not None and changed.signed_off,
        newer_form=newest is not None and newest.hash != kept.form.hash,
        # What the app filled in. A saved note's answers are its author's, however untouched this time.
        given=frozenset(key for key in answers if key not in kept.touched and key not in (kept.shown or {})),
        at=at,
    )


def _who(workplace: Workplace, answers: Mapping[Key, Any]) -> str:
    """Whom a record is about, where the form asks for no name: a child's record, or two people's relationship. Without
    it nobody can see whose risk level is being set, or who "the first person" is."""
    called = []
    for key in ("person", "a", "b"):
        person = workplace.store.document(str(answers[key])) if answers.get(key) else None
        if person is not None and person.kind == "person":
            called.append(person.text("known_as") or person.text("name").partition(" ")[0])
    if len(called) == 2:
        return say("{first}, then {second}", first=called[0], second=called[1])
    return called[0] if called else ""


class RehearsalPorts:
    """A note that is only rehearsed: nothing is kept, and nothing is finished."""

    def __init__(self, now_ms: Callable[[], int], back: Callable[[], None] = lambda: None) -> None:
        self._now_ms, self._back = now_ms, back
        self._removed: dict[Key, dict[Key, Any]] = {}
        self.instance: Instance | None = None

    def save(
        self, values: Mapping[Key, DraftValue], place: Mapping[str, Any], done: Callable[[int | None], None]
    ) -> None:
        """Nowhere."""
        done(self._now_ms())

    def remove_row(self, row: Key) -> None:
        """Remembered while the rehearsal lasts."""
        if self.instance is not None:
            kept = kept_values(self.instance)
            self._removed[row] = {
                key: value for key, value in kept.items() if key == row or key.startswith(f"{row}/")
            }

    def put_back_row(self, row: Key) -> Mapping[Key, Any]:
        """As it was."""
        return self._removed.pop(row, {})

    def check(self, done: Callable[[tuple[Key, ...]], None]) -> None:
        """What finishing would find, if a rehearsal could be finished."""
        found = () if self.instance is None else self.instance.violations()
        done(tuple(violation.key for violation in found))

    def finish(self, gaps: Mapping[Key, str], done: Callable[[bool], None]) -> None:
        """A rehearsal is never finished."""
        done(False)

    def hand_to_child(self, row: Key) -> None:
        """It is with the child already."""

    def leave(self) -> None:
        """End the rehearsal."""
        self._back()
