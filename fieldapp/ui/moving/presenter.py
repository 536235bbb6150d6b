"""Moving a note to a newer version of its form, without a window: what is kept, moved, needed and no longer asked.

Promise: the whole of it is seen before anything is done; doing it is one press, and one press undoes it. What is no
longer asked is shown with its words, and is said to stay. Never here: matching questions; Qt.
Source: protocol section 12; the form engine's issue ("move to version 2").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from fieldapp.commands.errors import CommandRefused
from fieldapp.commands.move_note import Seen, look_at_move, move_back, move_note
from fieldapp.forms.moving import Answered, Needed
from fieldapp.store.errors import StoreError
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.wording import local
from fieldapp.ui.questions import typed
from fieldapp.ui.words import Words

say = Words("Moving")

Fate = Literal["needed", "gone", "moved", "kept"]


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer, and where it stands."""

    key: str
    label: str
    answer: str
    where: str


@dataclass(frozen=True, slots=True)
class Part:
    """All questions that fare alike."""

    fate: Fate
    title: str
    about: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MoveState:
    """All that the page shows."""

    title: str = ""
    under: str = ""
    parts: tuple[Part, ...] = ()
    move: str = ""
    """The words of the button; "" if there is nothing to move to."""
    stay: str = ""
    refused: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read."""

    seen: Seen | None = None
    refused: str = ""


@dataclass(slots=True)
class MovePresenter:
    """One unfinished note."""

    desk: Desk
    draft: str
    language: str = ""
    facts: Facts = field(default_factory=Facts)

    def read(self) -> Facts:
        """What moving would do now. Call it from a worker."""
        try:
            return Facts(look_at_move(self.desk.workplace, self.draft, language=self.language or None))
        except (CommandRefused, StoreError) as refusal:
            return Facts(refused=say(refusal.sentence))

    def show(self, facts: Facts) -> MoveState:
        """Take what was read."""
        self.facts = facts
        return self.state()

    def state(self) -> MoveState:
        """The page as it stands."""
        seen = self.facts.seen
        title = say("Move to a newer version")
        if seen is None:
            stay = say("Back to the note")
            return MoveState(title, refused=self.facts.refused, stay=stay, announce=self.facts.refused)
        now = local(self.desk.now_ms(), self.desk.zone)
        parts = tuple(part for part in _parts(seen, now) if part.lines)
        told = ", ".join(f"{part.title} {len(part.lines)}" for part in parts)
        return MoveState(
            title=title,
            under=say(
                "{form}, from version {old} to version {new}. Nothing is moved until you say so.",
                form=seen.definition.title,
                old=seen.draft.form.version,
                new=seen.form.version,
            ),
            parts=parts,
            move=say("Move to version {new}", new=seen.form.version),
            stay=say("Stay with version {old}", old=seen.draft.form.version),
            announce=say("{title}. {told}", title=title, told=told),
        )

    def move(self) -> str:
        """Do it; the id of the note's new draft, or "" if it cannot be done (any more), which the state then says."""
        try:
            return move_note(self.desk.workplace, self.draft, language=self.language or None).id
        except (CommandRefused, StoreError) as trouble:
            self.facts = Facts(refused=str(trouble))
            return ""

    def undo(self, moved: str) -> str:
        """Take it back; "" if that worked, else why not."""
        try:
            move_back(self.desk.workplace, moved, self.draft)
        except StoreError as trouble:
            return str(trouble)
        return ""


def _parts(seen: Seen, now: datetime) -> tuple[Part, ...]:
    move = seen.move
    return (
        Part(
            "needed",
            say("Needs an answer"),
            say("The newer version needs these, and has no answer for them yet."),
            tuple(_needed(one) for one in move.needed),
        ),
        Part(
            "gone",
            say("No longer asked"),
            say("Your words stay with the note, in the jot pad."),
            tuple(_answered(one, one.before, now) for one in move.gone),
        ),
        Part(
            "moved",
            say("Moved"),
            say("The same question in another place."),
            tuple(_answered(one, _way(one), now) for one in move.moved),
        ),
        Part("kept", say("Kept"), "", tuple(_answered(one, one.before, now) for one in move.kept)),
    )


def _needed(one: Needed) -> Line:
    earlier = (
        say("You had written: {answer}. It stays in the jot pad.", answer=one.earlier) if one.earlier else ""
    )
    return Line(one.key, one.label, earlier, one.where)


def _answered(one: Answered, where: str, now: datetime) -> Line:
    return Line(one.key, one.label, typed.shown(one.type or "text", one.answer, now=now), where)


def _way(one: Answered) -> str:
    if one.before == one.after or not one.after:
        return one.before
    if not one.before:
        return say("Now in {after}", after=one.after)
    return say("From {before} to {after}", before=one.before, after=one.after)
