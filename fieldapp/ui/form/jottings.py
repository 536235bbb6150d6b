"""The jot pad without a screen: timed lines beside the note, kept with its draft.

Promise: a line that was added always stays; struck through it still stands there. What is half written is kept too.
Never here: moving a line into the note, Qt.
Source: interface design section 4.6 (jot pad).
"""

from __future__ import annotations

from dataclasses import replace

from fieldapp.protocol.times import format_time
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.ports import Listener
from fieldapp.ui.form.state import Jot, Update
from fieldapp.ui.words import Words
from fieldapp.ui.words import clock as clock_text

say = Words("Form")


class Jottings:
    """Writes the lines of one draft."""

    def __init__(self, draft: OpenDraft, tell: Listener) -> None:
        self._draft, self._tell = draft, tell

    def half(self, text: str) -> None:
        """Remember a line while it is being written."""
        if text != self._draft.half_jot:
            self._draft.half_jot = text
            self._draft.place_changed()

    def add(self, text: str) -> None:
        """Add a timed line."""
        self.half("")
        clean = text.strip()
        if not clean:
            return
        jots, row = self._draft.jots, self._draft.new_id()
        at = format_time(self._draft.clock.wall_ms())
        jots[row] = Jot(row, clock_text(self._draft.now()), clean, False)
        self._draft.put(
            {
                f"meta/jot[{row}]": len(jots) - 1,
                f"meta/jot[{row}]/at": at,
                f"meta/jot[{row}]/text": clean,
            }
        )
        self._tell(Update(jots=True, save=True, announce=say("Jotted down at {time}", time=jots[row].at)))

    def strike(self, jot: str) -> None:
        """Strike a line through, or no longer."""
        line = self._draft.jots[jot]
        self._draft.jots[jot] = replace(line, struck=not line.struck)
        self._draft.put({f"meta/jot[{jot}]/struck": None if line.struck else "yes"})
        self._tell(Update(jots=True, save=True))
