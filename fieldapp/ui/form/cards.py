"""The cards of a repeat: adding one, taking one away and putting it back, moving, opening and closing.

Promise: a card taken away comes back with the same id, at the same place, with the same answers, also after a lock; its
place is kept before the store lets go of it.
Never here: what a card shows, the children's tabs, Qt.
Source: interface design section 4.6 (cards) and principle 3 (a removed card can be put back).
"""

from __future__ import annotations

from fieldapp.forms import Changes, Key
from fieldapp.ui.form.draft import OpenDraft, RemovedRow
from fieldapp.ui.form.following import Following
from fieldapp.ui.form.keys import repeat_of, row_id
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.ports import Listener, NotePorts
from fieldapp.ui.form.saving import Saving
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.state import Update


class Cards:
    """Changes the rows of one draft."""

    def __init__(
        self,
        draft: OpenDraft,
        sitting: Sitting,
        names: Names,
        *,
        following: Following,
        saving: Saving,
        ports: NotePorts,
        tell: Listener,
    ) -> None:
        self._draft, self._sitting, self._names = draft, sitting, names
        self._following, self._saving = following, saving
        self._ports, self._tell = ports, tell
        self._instance = draft.instance

    def add(self, repeat: Key) -> Key:
        """Add another card at the end, open, and go to its first question."""
        changes = self._instance.add_row(repeat)
        row = changes.added[0]
        self._sitting.open_rows[row] = True
        self._changed(changes, repeat)
        self._tell(Update(focus=self._first_asked(row)))
        return row

    def remove(self, row: Key) -> None:
        """Take a card away; it stays as one line with "Undo"."""
        repeat = repeat_of(row)
        position = self._instance.rows(repeat).index(row)
        self._draft.removed[row] = RemovedRow(
            repeat, row, position, self._names.row(row), self._draft.clock.wall_ms()
        )
        self._draft.place_changed()  # the card with "Put back" is part of the place: without this a lock would lose it
        self._saving.flush()
        self._ports.remove_row(row)
        changes = self._instance.remove_row(row)
        self._draft.forget_row(row)
        self._changed(changes, repeat)

    def put_back(self, row: Key) -> None:
        """Undo the removal of a card: same id, same place, same answers."""
        kept = self._draft.removed.pop(row, None)
        if kept is None:
            return
        repeat, values = kept.repeat, self._ports.put_back_row(row)
        at = min(kept.position, len(self._instance.rows(repeat)))
        changes = [self._instance.add_row(repeat, row_id(row), at, restoring=True)]
        changes += self._draft.refill(row, values)
        self._sitting.open_rows[row] = True
        merged = Changes(
            changed=tuple(dict.fromkeys(key for change in changes for key in change.changed)),
            added=tuple(key for change in changes for key in change.added),
        )
        self._draft.values.update(values)
        self._draft.place_changed()
        self._changed(merged, repeat)

    def move(self, row: Key, by: int) -> None:
        """Move a card up (-1) or down (+1)."""
        repeat = repeat_of(row)
        rows = self._instance.rows(repeat)
        to = rows.index(row) + by
        if 0 <= to < len(rows):
            self._changed(self._instance.move_row(row, to), repeat)

    def open(self, row: Key, is_open: bool) -> None:
        """Open or close a card."""
        self._sitting.open_rows[row] = is_open
        self._tell(Update(body=True))

    def _changed(self, changes: Changes, repeat: Key) -> None:
        self._following.changed(changes, self._draft.positions(repeat), body=True)

    def _first_asked(self, key: Key) -> Key:
        return next((node.key for node in self._draft.layout.asked_in(key) if node.relevant), "")
