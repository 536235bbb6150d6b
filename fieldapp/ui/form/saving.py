"""Saving what is being written: at every pause, again after trouble, and at once when the writer goes elsewhere.

Promise: the draft goes to whoever opened the note when the journal says it is due; trouble is announced once, however
often it is tried again.
Never here: when it is due (journal), the store, a timer.
Source: interface design section 4.6 (Autosave); store design ("Drafts").
"""

from __future__ import annotations

from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.ports import Listener, NotePorts
from fieldapp.ui.form.standing import save_state
from fieldapp.ui.form.state import Update


class Saving:
    """Saves one draft."""

    def __init__(self, draft: OpenDraft, ports: NotePorts, tell: Listener) -> None:
        self._draft, self._ports, self._tell = draft, ports, tell
        self._journal = draft.journal

    def due_in_ms(self) -> int | None:
        """When the view should call `tick`; None: no need."""
        return self._journal.due_in_ms(self._draft.clock.monotonic_ms())

    def tick(self) -> None:
        """Save if it is time."""
        now = self._draft.clock.monotonic_ms()
        if self._journal.is_saving:
            self._tell(Update(save=True))
            return
        due = self._journal.due_in_ms(now)
        if due is not None and due <= 0:
            self.flush()

    def flush(self) -> None:
        """Save what is not saved, now."""
        if self._journal.can_begin():
            changes = self._journal.begin(self._draft.clock.monotonic_ms())
            self._ports.save(changes, self._draft.place_to_keep(), self._saved)

    def _saved(self, at_ms: int | None) -> None:
        failed_before = self._journal.has_failed
        if at_ms is None:
            self._journal.not_saved(self._draft.clock.monotonic_ms())
            announce = "" if failed_before else save_state(self._draft).text
            self._tell(Update(save=True, announce=announce, assertive=True))
            return
        self._journal.saved()
        self._draft.saved_ms = at_ms
        self._tell(Update(save=True))
