"""The draft being written, in memory: the live form, what was typed, and everything else that is kept with it.

Promise: what stands here at a save is what comes back when the note is opened again, to the half line of the jot pad
and the removed card that can still be put back. A text that is no answer yet ("twenty" minutes) is kept as typed.
Every change of a kept value goes to the journal.
Never here: what is shown of it, where the writer has been, saving itself, Qt.
Source: interface design section 4.6 (autosave, recovery) and principle 3 (a removed card can be put back).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fieldapp.forms import Changes, Instance, Key, NodeState, UnknownPath
from fieldapp.forms.answers import text_of
from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol.codes import Malformed
from fieldapp.protocol.times import parse_time
from fieldapp.ui.form.journal import DraftValue, Journal
from fieldapp.ui.form.keys import OF_THE_APP, inside, repeat_of, row_id
from fieldapp.ui.form.layout import Layout
from fieldapp.ui.form.ports import Opening
from fieldapp.ui.form.state import Jot
from fieldapp.ui.form.tally import Tally
from fieldapp.ui.pages.wording import local
from fieldapp.ui.questions import typed
from fieldapp.ui.words import clock as clock_text

REMOVED_KEPT_MS = 30 * 24 * 60 * 60 * 1000
"""How long a removed card can be put back (interface design, principle 3)."""


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the writer is: the question, and the character in it."""

    key: Key = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A card taken away: where it stood and how it was called. What stood in it is kept by the store."""

    repeat: Key
    row: Key
    position: int
    title: str
    at_ms: int


class OpenDraft:
    """One note's answers as they stand now, saved or not."""

    def __init__(self, instance: Instance, opening: Opening, *, clock: Clock, entropy: Entropy) -> None:
        self.instance = instance
        self.opening = opening
        self.clock = clock
        self._entropy = entropy
        self.layout = Layout(instance)
        self.tally = Tally(instance, self.layout, opening.given)
        self.journal = Journal()
        self.saved_ms = opening.saved_ms
        """The wall time of the last commit."""
        self.values: dict[Key, Any] = dict(opening.values)
        """The draft as the store has it or will have it: answers, rows with their positions, the app's own."""
        self.typed = self._typed_before()
        """Texts that are no answers yet, as they were typed."""
        self.restricted: set[Key] = set()
        """Answers that the writer keeps out of visit view."""
        self.jots: dict[str, Jot] = {}
        self.removed: dict[Key, RemovedRow] = {}
        self.half_jot = ""
        """What stands in the jot pad and was not yet kept as a line: kept with the place, so that no lock loses it."""
        self.whys: dict[Key, str] = {}
        self.why_for_all = ""
        self._read_meta()
        self._read_place(opening.place)
        self.caret = Caret(str(opening.place.get("key", "")), int(opening.place.get("position", 0)))

    # ---- what stands in it ---------------------------------------------------------------------------------------

    def field_text(self, node: NodeState) -> str:
        """What stands in the field: the text as typed, or the answer as a person would write it."""
        if node.key in self.typed:
            return self.typed[node.key]
        return typed.shown(node.type or "text", node.value or "", now=self.now())

    def lines(self) -> tuple[Jot, ...]:
        """The jot pad's lines, oldest first."""
        return tuple(sorted(self.jots.values(), key=lambda jot: jot.id))

    def anything_written(self) -> bool:
        """Whether any answer is the person's own."""
        return any(
            not key.startswith(OF_THE_APP) and not key.endswith("]") and key not in self.opening.given
            for key in self.values
        )

    def questions_of(self, key: Key) -> Iterator[NodeState]:
        """Every question in `key` whose answer is kept, rows included."""
        node = self.instance.node(key)
        if node.kind == "question":
            if node.type not in {"note", "calculate", "metadata"}:
                yield node
            return
        inner = self.instance.rows(key) if node.kind == "repeat" else self.instance.children(key)
        for child in inner:
            yield from self.questions_of(child)

    def in_order(self, keys: Iterable[Key]) -> list[Key]:
        """As they stand in the note."""
        wanted = list(keys)
        if len(wanted) < 2:
            return wanted
        order = {key: number for number, key in enumerate(self.instance.keys())}
        return sorted(wanted, key=lambda key: order.get(key, len(order)))

    # ---- keeping -------------------------------------------------------------------------------------------------

    def put(self, values: Mapping[Key, DraftValue]) -> None:
        """Keep values; None or "" takes one away."""
        for key, value in values.items():
            if value is None or value == "":
                self.values.pop(key, None)
            else:
                self.values[key] = value
        self.journal.note(
            {key: None if value == "" else value for key, value in values.items()}, self.clock.monotonic_ms()
        )

    def place_changed(self) -> None:
        """Only where the writer is, or a reason, changed: kept like an answer."""
        self.journal.note_place(self.clock.monotonic_ms())

    def place_to_keep(self) -> dict[str, Any]:
        """Where the writer is and what is half said, as plain JSON: comes back as `Opening.place`."""
        return {
            "key": self.caret.key,
            "position": self.caret.position,
            "whys": {key: why for key, why in self.whys.items() if why},
            "why_for_all": self.why_for_all,
            "language": self.instance.language,
            "half_jot": self.half_jot,
            "removed": [
                [each.repeat, each.row, each.position, each.title, each.at_ms]
                for each in self.removed.values()
            ],
        }

    def restrict(self, key: Key, on: bool) -> None:
        """Keep one answer out of visit view, or no longer."""
        found = next((row for row, kept in self._restricted_rows().items() if kept == key), None)
        if on and found is None:
            row = self.new_id()
            self.put({f"meta/restricted[{row}]": len(self.restricted), f"meta/restricted[{row}]/key": key})
            self.restricted.add(key)
        elif not on and found is not None:
            self.put({f"meta/restricted[{found}]": None, f"meta/restricted[{found}]/key": None})
            self.restricted.discard(key)

    def positions(self, repeat: Key) -> dict[Key, DraftValue]:
        """The positions that are others now: a row that only stands there must not count as touched."""
        return {
            row: position
            for position, row in enumerate(self.instance.rows(repeat))
            if self.values.get(row) != position
        }

    def forget_row(self, row: Key) -> None:
        """Nothing that stood in a row counts any more."""
        for key in [key for key in self.values if inside(key, row)]:
            del self.values[key]
            self.typed.pop(key, None)

    def refill(self, row: Key, values: Mapping[Key, Any]) -> Iterable[Changes]:
        """Rows inside first, then answers: outer before inner, as they were."""
        rows = sorted(
            (key for key in values if key.endswith("]") and key != row),
            key=lambda key: (key.count("["), values[key] or 0),
        )
        for inner in rows:
            repeat = repeat_of(inner)
            there = self.instance.rows(repeat)
            spare = [r for r in there if r not in values]
            if spare:
                self.instance.rename_row(spare[0], row_id(inner))
            elif inner not in there:
                yield self.instance.add_row(repeat, row_id(inner), restoring=True)
        for key, value in values.items():
            if not key.endswith("]"):
                yield self.instance.prefill(key, text_of(value))

    # ---- time and ids --------------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An id for a line or a mark of this draft."""
        return uuid7(self.clock.wall_ms(), self._entropy)

    def local(self, moment_ms: int) -> datetime:
        """A moment as the clock here shows it."""
        return local(moment_ms, self.clock.zone())

    def now(self) -> datetime:
        """The local time."""
        return self.local(self.clock.wall_ms())

    # ---- a draft taken up again ----------------------------------------------------------------------------------

    def _typed_before(self) -> dict[Key, str]:
        """Texts of the draft that are no answers yet, as they were typed."""
        found: dict[Key, str] = {}
        for key, value in self.values.items():
            if not isinstance(value, str) or not value or key.startswith(OF_THE_APP):
                continue
            try:
                node = self.instance.node(key)
            except UnknownPath:
                continue
            if node.type in typed.TYPED and not self.instance.kept(key):
                found[key] = value
        return found

    def _read_meta(self) -> None:
        """Jottings and restrictions."""
        for key, value in self.values.items():
            text = str(value)
            if key.startswith("meta/jot[") and key.endswith("/text"):
                row = row_id(key.removesuffix("/text"))
                at = str(self.values.get(f"meta/jot[{row}]/at", ""))
                struck = self.values.get(f"meta/jot[{row}]/struck") == "yes"
                self.jots[row] = Jot(row, self._clock_of(at), text, struck)
            elif key.startswith("meta/restricted[") and key.endswith("/key"):
                self.restricted.add(text)

    def _read_place(self, place: Mapping[str, Any]) -> None:
        """What was half said when the note was left: whys, the jot pad's half line, removed cards, the language."""
        self.whys.update(place.get("whys", {}))
        self.why_for_all = str(place.get("why_for_all", ""))
        self.half_jot = str(place.get("half_jot", ""))
        for each in place.get("removed", ()):
            kept = RemovedRow(*each)
            if self.clock.wall_ms() - kept.at_ms < REMOVED_KEPT_MS:
                self.removed[kept.row] = kept
        language = place.get("language", "")
        if language in self.instance.definition.languages and language != self.instance.language:
            self.instance.set_language(language)

    def _restricted_rows(self) -> dict[str, Key]:
        return {
            row_id(key.removesuffix("/key")): str(value)
            for key, value in self.values.items()
            if key.startswith("meta/restricted[") and key.endswith("/key")
        }

    def _clock_of(self, at: str) -> str:
        """A time of the protocol as the clock here showed it."""
        try:
            return clock_text(self.local(parse_time(at)))
        except Malformed:
            return at[11:16]
