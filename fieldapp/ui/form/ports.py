"""What the form runner is given by whoever opens a note: what is known of it, and whom to ask to save, check, finish.

Promise: with these two and a live form the runner needs nothing else of the house; a test can be the house.
Never here: what the ports do, Qt, a decision.
Source: interface design section 4.6 (autosave, "Check and finish", direct work from a note).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from fieldapp.forms import Key
from fieldapp.ui.form.journal import DraftValue
from fieldapp.ui.form.state import Update


@dataclass(frozen=True, slots=True)
class Opening:
    """What the runner is told about the note it opens."""

    family: str
    author: str
    started_ms: int
    values: Mapping[Key, Any]
    """The draft as saved: answers as typed, rows with their positions, and the app's own under `meta/`."""
    place: Mapping[str, Any] = field(default_factory=dict)
    """Where the writer stopped, as `OpenDraft.place_to_keep` gave it."""
    saved_ms: int | None = None
    recovered: bool = False
    """True after a crash or power cut: say up to when everything was kept."""
    signed_off: bool = False
    """The note being changed was signed off."""
    newer_form: bool = False
    """A newer version of this form is published; the note stays with its own."""
    given: frozenset[Key] = frozenset()
    """Answers the app filled in from the record before the person began."""
    at: Key = ""
    """A section, child or question to open at, when the writer has not been anywhere yet."""
    rehearsal: bool = False
    """Nobody's note: nothing is kept, and the page says so for as long as it is open."""


class NotePorts(Protocol):
    """What the runner asks of the rest of the house. `done` may be called at once or later, on the same thread."""

    def save(
        self,
        values: Mapping[Key, DraftValue],
        place: Mapping[str, Any],
        done: Callable[[int | None], None],
    ) -> None:
        """Put changes into the draft; `done` gets the wall time of the commit, or None if it did not work."""

    def remove_row(self, row: Key) -> None:
        """Take a row out of the draft; what stood in it is kept for 30 days."""

    def put_back_row(self, row: Key) -> Mapping[Key, Any]:
        """Bring a removed row back; gives what stands in it, inner rows with their positions."""

    def check(self, done: Callable[[tuple[Key, ...]], None]) -> None:
        """`done` gets what stands in the way of complete, in the form's order, as finishing would find it now."""

    def finish(self, gaps: Mapping[Key, str], done: Callable[[bool], None]) -> None:
        """Turn the draft into a note; `gaps` says why each missing or wrong answer is missing."""

    def hand_to_child(self, row: Key) -> None:
        """Set up direct work with the child of this row ("" for a choice of children)."""

    def leave(self) -> None:
        """Go back to where the person came from; the draft stays."""


Listener: TypeAlias = Callable[[Update], None]
"""Who wants to hear of each update of the page."""
