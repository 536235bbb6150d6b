"""After the laptop came back: "What happens next", before anything else, without a screen.

Promise: who the child wants to know and not to know, a copy, by when the child is told what happens, and whether
anything needs action today are asked first, as questions of the same note; the day to tell is filled in by the
authority's own working days and must stand. What was said only suggests the safeguarding steps.
Never: Qt; deciding that something is harm.
Source: interface design section 4.7 ("What happens next"); practice design sections 4.1 (child told), 5.0 (harm rule).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fieldapp.forms import Key, UnknownPath
from fieldapp.ui.child.presenter import Suggestion
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.form.state import Note, Question, Update
from fieldapp.ui.words import Words

say = Words("Child")

TELL_BY: Key = "after/fb_date"
HARM: Key = "after/harm"
ASKED: tuple[Key, ...] = (
    "go/end/may_tell",
    "go/end/not_tell",
    "go/end/not_tell_w",
    "go/end/copy",
    TELL_BY,
    HARM,
    "after/harm_words",
    "after/harm_told",
)


@dataclass(frozen=True, slots=True)
class AfterwardsState:
    """The whole page."""

    child: str
    suggestions: tuple[str, ...]
    steps: str
    """The safeguarding steps, while "yes" stands; "" otherwise."""
    duty_number: str
    items: tuple[Question | Note, ...]
    missing: bool
    """The day by which the child is told is still open."""


class AfterwardsPresenter:
    """The worker's first look after a session."""

    def __init__(
        self,
        note: RunnerPresenter,
        child: str,
        suggestions: tuple[Suggestion, ...],
        *,
        tell_by: date | None,
        duty_number: str = "",
    ) -> None:
        self.note = note
        self._child, self._suggestions, self._duty_number = child, suggestions, duty_number
        self._listeners: list[Callable[[Update], None]] = []
        if tell_by is not None and not self._value(TELL_BY):
            note.enter(TELL_BY, tell_by.isoformat())
            note.flush()
        note.subscribe(self._heard)

    def listen(self, told: Callable[[Update], None]) -> None:
        """Be told what changed."""
        self._listeners.append(told)

    def state(self) -> AfterwardsState:
        """The whole page, now."""
        acting = self._value(HARM) == "yes"
        return AfterwardsState(
            child=self._child,
            suggestions=tuple(suggestion.text for suggestion in self._suggestions),
            steps=self._steps() if acting else "",
            duty_number=self._duty_number,
            items=self.items(),
            missing=not self._value(TELL_BY),
        )

    def items(self) -> tuple[Question | Note, ...]:
        """The questions asked now."""
        found = (self.note.item(key) for key in ASKED)
        return tuple(item for item in found if item is not None)

    def may_go_on(self) -> bool:
        """The day must stand; if it does not, that is said at its place."""
        if self._value(TELL_BY):
            self.note.flush()
            return True
        self.note.ask_for(TELL_BY)
        return False

    def _steps(self) -> str:
        return say(
            "Stop asking. Write down your question and the answer exactly. Do not promise secrecy. Ring your "
            "manager before you speak to a parent. Child in danger now: ring 999 first."
        )

    def _value(self, key: Key) -> str:
        try:
            return self.note.instance.node(key).value or ""
        except UnknownPath:
            return ""

    def _heard(self, update: Update) -> None:
        for told in self._listeners:
            told(update)
