"""The form runner without a screen: what is shown now, and what follows from each thing a person does.

Promise: `state()` is the whole page as one plain value; each intent tells its listener exactly which parts are new.
What a person enters reaches the live form at once and the draft within two seconds; "saved" is said only after the
commit returned; a text that is no answer yet ("twenty" minutes) is kept as typed. Validation speaks when a field is
left or at the check, never while typing, and never blocks moving on.
Never: PySide6, SQL, a clock of its own. The ports are given by whoever opens the page.
Source: interface design section 4.6; practice design section 5.0 (required binds at complete, gaps, harm rule).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from fieldapp.forms import Changes, Instance, Key, NodeState, NotWritable, UnknownPath
from fieldapp.forms.answers import text_of
from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol.codes import Malformed
from fieldapp.protocol.times import format_time, parse_time
from fieldapp.ui.form import wording
from fieldapp.ui.form.journal import DraftValue, Journal
from fieldapp.ui.form.keys import (
    CHECK,
    OF_THE_APP,
    WHY_FOR_ALL,
    inside,
    repeat_of,
    row_id,
    rows_around,
    top_row,
)
from fieldapp.ui.form.layout import (
    Layout,
    Place,
    Section,
    is_asked,
    is_asked_for,
    is_shown,
    label_of,
    section_title,
)
from fieldapp.ui.form.ports import Listener, NotePorts, Opening
from fieldapp.ui.form.reading import field_kind, parts, row_title
from fieldapp.ui.form.state import (
    CheckPage,
    Gap,
    Heading,
    Item,
    Jot,
    Note,
    Problem,
    Question,
    RailSection,
    Repeat,
    RowCard,
    RunnerState,
    SaveState,
    SectionMark,
    SiblingTab,
    Update,
    Ways,
)
from fieldapp.ui.form.tally import Tally
from fieldapp.ui.pages.wording import first_name, local
from fieldapp.ui.questions import typed
from fieldapp.ui.words import Words
from fieldapp.ui.words import clock as clock_text

say = Words("Form")

ROWS_OPEN_MAX = 3
"""A repeat with more rows than this shows them closed: reading 200 titles is quick, 200 open cards are not."""

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


class RunnerPresenter:
    """One note being written."""

    def __init__(
        self, instance: Instance, ports: NotePorts, opening: Opening, *, clock: Clock, entropy: Entropy
    ) -> None:
        self.instance = instance
        self._ports = ports
        self._opening = opening
        self._clock = clock
        self._entropy = entropy
        self._listeners: list[Listener] = []
        self.layout = Layout(instance)
        self._tally = Tally(instance, self.layout, opening.given)
        self.journal = Journal()
        self._values: dict[Key, Any] = dict(opening.values)
        self._at_start = opening.given
        self._typed = self._typed_before(opening.values)
        self._relevant = {key: instance.node(key).relevant for key in instance.keys()}
        self._spoken: set[Key] = set()
        self._ever_answered: set[Key] = set()
        self._visited: set[Place] = set()
        self._open_rows: dict[Key, bool] = {}
        self._removed: dict[Key, RemovedRow] = {}
        self.half_jot = ""
        """What stands in the jot pad and was not yet kept as a line: kept with the place, so that no lock loses it."""
        self._restricted, self._jots = set[Key](), dict[str, Jot]()
        self._whys: dict[Key, str] = {}
        self._why_for_all = ""
        self._read_meta()
        self._read_place(opening.place)
        self._saved_ms = opening.saved_ms
        self._check: bool = False
        self._check_asked = 0
        self._ask_why = False
        self._finishing = False
        self._gaps_found: list[Key] = []
        self._titles = self._child_titles()
        self.caret = Caret(str(opening.place.get("key", "")), int(opening.place.get("position", 0)))
        self.banner = self._banner_at_opening()
        self._place = self._first_place()
        self._visited.add(self._place)

    # ---- what is shown -------------------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> None:
        """Be told of each update. Views call it once."""
        self._listeners.append(listener)

    def state(self) -> RunnerState:
        """The whole page, now."""
        ways = self.ways()
        return RunnerState(
            title=self.instance.definition.title,
            family=self._opening.family,
            started=self._started(),
            save=self.save_state(),
            ways=ways,
            items=() if self._check else self.items(),
            problems=self.problems(),
            jots=self.jots(),
            banner=self.banner,
            banner_action=say("See the newer version") if self._opening.newer_form else "",
            languages=self.instance.definition.languages,
            language=self.instance.language,
            check=self.check_page() if self._check else None,
            name=self.page_name(),
        )

    def ways(self) -> Ways:
        """Tabs, sections and what comes before and after: the ways about the note."""
        sections = self._rail()
        number = next((n for n, s in enumerate(sections, start=1) if s.here), len(sections))
        return Ways(
            tabs=self.tabs(),
            sections=sections,
            section_number=number,
            section_count=len(sections),
            empty="" if self._anything_written() else say("Nothing written yet. Start anywhere."),
            next_text=self.next_text(),
            previous_text=self.previous_text(),
        )

    @property
    def place(self) -> Place:
        """The page shown."""
        return self._place

    @property
    def is_checking(self) -> bool:
        """Whether "Check and finish" is shown."""
        return self._check

    def items(self) -> tuple[Item, ...]:
        """The page's questions, notes and cards, in order."""
        found: list[Item] = []
        for root in self.layout.roots(self._place):
            found += self._items(root, top=True)
        return tuple(found)

    def item(self, key: Key) -> Question | Note | None:
        """One question or note as it stands now; None if it is not asked."""
        try:
            node = self.instance.node(key)
        except UnknownPath:
            return None
        if node.kind != "question" or not node.relevant or not is_shown(node):
            return None
        return self._note(node) if node.type == "note" else self._question(node)

    def save_state(self) -> SaveState:
        """How far the last change has got."""
        if self._opening.rehearsal:
            return SaveState()
        now = self._clock.monotonic_ms()
        if self.journal.has_failed:
            return SaveState("not_saved", "", say("Not saved yet. Trying again. Keep this window open."))
        if self.journal.is_slow(now):
            return SaveState("saving", "", say("Saving"))
        if self._saved_ms is None:
            return SaveState()
        at = clock_text(self._local(self._saved_ms))
        return SaveState("saved", at, say("Saved on this laptop {time}", time=at))

    def tabs(self) -> tuple[SiblingTab, ...]:
        """What is said once, then each child; none when the note is about no child."""
        rows = self.layout.child_rows()
        if not rows:
            return ()
        shared = self.layout.children
        if shared is None:
            return ()
        on_child = bool(self._place.row) and not self._check
        first = wording.all_children(len(rows))
        tabs = [
            SiblingTab(
                key="",
                title=first,
                progress=say("Said once, filed for each"),
                here=not on_child and not self._check,
                done=False,
                wrong=0,
                name=say("{tab}, said once, filed for each", tab=first),
            )
        ]
        return (*tabs, *(self._tab(shared, row) for row in rows))

    def jots(self) -> tuple[Jot, ...]:
        """The jot pad's lines, oldest first."""
        return tuple(sorted(self._jots.values(), key=lambda jot: jot.id))

    def problems(self) -> tuple[Problem, ...]:
        """The answers on this page that need another look and have been spoken of."""
        if self._check:
            return ()
        found = []
        here = [key for key in self._spoken if self.layout.place_of(key) == self._place]
        for key in self._in_order(here):
            message = self._error(key)
            if message:
                found.append(Problem(key, self.instance.node(key).label or "", message))
        return tuple(found)

    def check_page(self) -> CheckPage:
        """Gaps first, then the note as it will read."""
        gaps = self.gaps()
        heading = wording.gaps_heading(len(gaps))
        read = parts(self.instance, self.layout, frozenset(self._restricted), self._now())
        asked = self._ask_why and len(self._unsaid()) > 1
        return CheckPage(heading, self._why_for_all, asked, gaps, read, self._finishing)

    def gaps(self) -> tuple[Gap, ...]:
        """Every answer that stands between this note and complete."""
        found = []
        unsaid = self._unsaid()
        pages: dict[Place, str] = {}
        for key in self._gap_keys():
            node = self.instance.node(key)
            found.append(
                Gap(
                    key=key,
                    label=node.label or "",
                    where=self._where(key, pages),
                    message=self._wrong_message(node) or wording.missing(node),
                    why=self._whys.get(key, ""),
                    ask=self._ask_why and unsaid == [key],
                )
            )
        return tuple(found)

    def next_text(self) -> str:
        """What comes after this page."""
        following = self._neighbour(1)
        if following is None:
            return say("Check and finish")
        return say("Next: {page}", page=self._page_title(following))

    def previous_text(self) -> str:
        """What came before this page; "" on the first."""
        before = self._neighbour(-1)
        return "" if before is None else self._page_title(before)

    def page_name(self) -> str:
        """ "Home visit, Rowan, section 3 of 7" """
        keys = [section.key for section in self.layout.relevant_sections()]
        here = (
            len(keys) if self._check or self._place.section not in keys else keys.index(self._place.section)
        )
        whose = self._whose_place(self._place) if not self._check else self._opening.family
        return say(
            "{form}, {whose}, section {number} of {count}",
            form=self.instance.definition.title,
            whose=whose,
            number=here + 1,
            count=len(keys) + 1,
        )

    # ---- answering -----------------------------------------------------------------------------------------------

    def enter(self, key: Key, text: str) -> None:
        """A person typed or chose: `text` is what stands in the field now."""
        node = self.instance.node(key)
        meaning: str | None = text
        if node.type in typed.TYPED:
            meaning = typed.understood(node.type, text, now=self._now())
        if meaning is None:
            self._typed[key] = text
        else:
            self._typed.pop(key, None)
        try:
            changes = self.instance.set(key, meaning or "")
        except NotWritable:
            return
        if text:
            self._ever_answered.add(key)
        self._changed(changes, {key: text if meaning is None else meaning}, entered=(key,))

    def left(self, key: Key) -> None:
        """The person moved on from a field: now is the time to speak of what is wrong, and to save."""
        try:
            node = self.instance.node(key)
        except UnknownPath:
            return
        wrong = bool(self._wrong_message(node))
        cleared = node.relevant and node.required and not node.value and key in self._ever_answered
        if wrong or cleared:
            if key not in self._spoken:
                self._spoken.add(key)
                self._tell(Update(questions=(key,), problems=True, announce=self._error(key)))
        elif key in self._typed or node.type in typed.TYPED:
            self._tell(Update(questions=(key,)))
        if self._in_card(key):
            self._tell(Update(body=True))
        self.flush()

    def ask_for(self, key: Key) -> None:
        """Say at its place that an answer is needed here, and put the cursor there."""
        self._spoken.add(key)
        self._tell(Update(questions=(key,), problems=True, focus=key, announce=self._error(key)))

    def field_text(self, node: NodeState) -> str:
        """What stands in the field: the text as typed, or the answer as a person would write it."""
        if node.key in self._typed:
            return self._typed[node.key]
        return typed.shown(node.type or "text", node.value or "", now=self._now())

    def restrict(self, key: Key, on: bool) -> None:
        """Keep one answer out of visit view, or no longer."""
        found = next((row for row, kept in self._restricted_rows().items() if kept == key), None)
        if on and found is None:
            row = uuid7(self._clock.wall_ms(), self._entropy)
            self._put({f"meta/restricted[{row}]": len(self._restricted), f"meta/restricted[{row}]/key": key})
            self._restricted.add(key)
        elif not on and found is not None:
            self._put({f"meta/restricted[{found}]": None, f"meta/restricted[{found}]/key": None})
            self._restricted.discard(key)
        self._tell(Update(questions=(key,), save=True))

    # ---- cards ---------------------------------------------------------------------------------------------------

    def add_row(self, repeat: Key) -> Key:
        """Add another card at the end, open, and go to its first question."""
        changes = self.instance.add_row(repeat)
        row = changes.added[0]
        self._open_rows[row] = True
        self._changed(changes, self._positions(repeat), body=True)
        self._tell(Update(focus=self._first_asked(row)))
        return row

    def remove_row(self, row: Key) -> None:
        """Take a card away; it stays as one line with "Undo"."""
        repeat = repeat_of(row)
        rows = self.instance.rows(repeat)
        self._removed[row] = RemovedRow(
            repeat, row, rows.index(row), self._row_title(row), self._clock.wall_ms()
        )
        self._place_changed()  # the card with "Put back" is part of the place: without this a lock would lose it
        self.flush()
        self._ports.remove_row(row)
        changes = self.instance.remove_row(row)
        for key in [key for key in self._values if inside(key, row)]:
            del self._values[key]
            self._typed.pop(key, None)
        self._changed(changes, self._positions(repeat), body=True)

    def put_back_row(self, row: Key) -> None:
        """Undo the removal of a card: same id, same place, same answers."""
        kept = self._removed.pop(row, None)
        if kept is None:
            return
        repeat, values = kept.repeat, self._ports.put_back_row(row)
        at = min(kept.position, len(self.instance.rows(repeat)))
        changes = [self.instance.add_row(repeat, row_id(row), at, restoring=True)]
        changes += self._refill(row, values)
        self._open_rows[row] = True
        merged = Changes(
            changed=tuple(dict.fromkeys(key for change in changes for key in change.changed)),
            added=tuple(key for change in changes for key in change.added),
        )
        self._values.update(values)
        self._place_changed()
        self._changed(merged, self._positions(repeat), body=True)

    def move_row(self, row: Key, by: int) -> None:
        """Move a card up (-1) or down (+1)."""
        repeat = repeat_of(row)
        rows = self.instance.rows(repeat)
        to = rows.index(row) + by
        if 0 <= to < len(rows):
            self._changed(self.instance.move_row(row, to), self._positions(repeat), body=True)

    def open_row(self, row: Key, is_open: bool) -> None:
        """Open or close a card."""
        self._open_rows[row] = is_open
        self._tell(Update(body=True))

    # ---- moving about --------------------------------------------------------------------------------------------

    def go_to_section(self, key: Key) -> None:
        """Open a section from the rail; the children's section opens at the first unfinished child."""
        if key == CHECK:
            self.check()
            return
        section = next((s for s in self.layout.relevant_sections() if s.key == key), None)
        if section is None:
            return
        if section.of_children:
            rows = self.layout.child_rows()
            unfinished = (r for r in rows if self._tally.of_place(Place(key, r)).missing)
            self._go(Place(key, next(unfinished, rows[0])))
        else:
            self._go(Place(key))

    def go_to_tab(self, key: Key) -> None:
        """Open a child's page, or (key "") what is said once."""
        if key:
            place = self.layout.place_of(key)
            if place is not None:
                self._go(place)
            return
        shared = [place for place in self.layout.places() if not place.row]
        if not shared:
            return
        seen = [place for place in shared if place in self._visited]
        unfinished = next((place for place in shared if self._tally.of_place(place).missing), None)
        self._go(unfinished or (seen[-1] if seen else shared[0]))

    def next_page(self) -> None:
        """The next section or child; after the last, the check."""
        following = self._neighbour(1)
        if following is None:
            self.check()
        else:
            self._go(following)

    def previous_page(self) -> None:
        """The section or child before this one."""
        if self._check:
            self.leave_check()
            return
        before = self._neighbour(-1)
        if before is not None:
            self._go(before)

    def next_section(self) -> None:
        """The next section, past the other children."""
        self._step_section(1)

    def previous_section(self) -> None:
        """The section before, past the other children."""
        self._step_section(-1)

    def next_child(self) -> None:
        """The next child's tab; after the last, what is said once."""
        tabs = [tab.key for tab in self.tabs()]
        if tabs:
            here = self._place.row if self._place.row in tabs else ""
            self.go_to_tab(tabs[(tabs.index(here) + 1) % len(tabs)])

    def go_to_question(self, key: Key) -> None:
        """Open the page, and the card, that a question stands in, and put the cursor there."""
        place = self.layout.place_of(key)
        if place is None:
            return
        for row in rows_around(key):
            self._open_rows[row] = True
        self._go(place, focus=key)

    def caret_moved(self, key: Key, position: int) -> None:
        """Remember where the writer is; kept with the next save."""
        self.caret = Caret(key, position)

    def place_to_keep(self) -> dict[str, Any]:
        """Where the writer is and what is half said, as plain JSON: comes back as `Opening.place`."""
        return {
            "key": self.caret.key,
            "position": self.caret.position,
            "whys": {key: why for key, why in self._whys.items() if why},
            "why_for_all": self._why_for_all,
            "language": self.instance.language,
            "half_jot": self.half_jot,
            "removed": [
                [each.repeat, each.row, each.position, each.title, each.at_ms]
                for each in self._removed.values()
            ],
        }

    def set_language(self, language: str) -> None:
        """Ask the form's questions in another language."""
        self.instance.set_language(language)
        self._place_changed()
        self._tell(Update(words=True, rail=True, tabs=True, body=True))

    def hand_to_child(self) -> None:
        """Direct work with the child whose page is open."""
        self.flush()
        self._ports.hand_to_child(self._place.row if not self._check else "")

    def leave(self) -> None:
        """Back; everything typed is saved first."""
        self.flush()
        self._ports.leave()

    # ---- jot pad -------------------------------------------------------------------------------------------------

    def jot_half(self, text: str) -> None:
        """Remember a line of the jot pad while it is being written."""
        if text != self.half_jot:
            self.half_jot = text
            self._place_changed()

    def jot(self, text: str) -> None:
        """Add a timed line."""
        self.jot_half("")
        clean = text.strip()
        if not clean:
            return
        row = uuid7(self._clock.wall_ms(), self._entropy)
        at = format_time(self._clock.wall_ms())
        self._jots[row] = Jot(row, clock_text(self._now()), clean, False)
        self._put(
            {
                f"meta/jot[{row}]": len(self._jots) - 1,
                f"meta/jot[{row}]/at": at,
                f"meta/jot[{row}]/text": clean,
            }
        )
        self._tell(
            Update(jots=True, save=True, announce=say("Jotted down at {time}", time=self._jots[row].at))
        )

    def strike_jot(self, jot: str) -> None:
        """Strike a line through, or no longer; it always stays."""
        line = self._jots[jot]
        self._jots[jot] = replace(line, struck=not line.struck)
        self._put({f"meta/jot[{jot}]/struck": None if line.struck else "yes"})
        self._tell(Update(jots=True, save=True))

    def move_jotting(self, text: str, kind: str) -> bool:
        """Copy words from the jot pad into the next field of that kind on this page; the jotting stays."""
        target = self._target_of_kind(kind)
        if target is None or not text.strip():
            return False
        node = self.instance.node(target)
        before = (node.value or "").rstrip()
        self.enter(target, f"{before}\n{text.strip()}" if before else text.strip())
        self._tell(Update(questions=(target,), focus=target))
        return True

    # ---- the end -------------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Show the note as it will read, gaps first; as soon as it is known what is missing, unless the person has gone
        elsewhere in the note by then."""
        self.flush()
        self._check_asked += 1
        self._ports.check(partial(self._checked, self._check_asked))

    def _checked(self, asked: int, found: tuple[Key, ...]) -> None:
        if asked != self._check_asked:
            return
        self._check = True
        self._gaps_found = self._with_texts(found)
        for key in self._gap_keys():
            self._spoken.add(key)
        for place in self.layout.places():
            self._visited.add(place)
        self._tell(
            Update(
                place=True,
                check=True,
                rail=True,
                tabs=True,
                problems=True,
                announce=wording.gaps_heading(len(self._gap_keys())),
            )
        )

    def leave_check(self) -> None:
        """Back to writing."""
        self._check = False
        self._ask_why = False
        self._tell(Update(place=True, rail=True, tabs=True, body=True, problems=True, focus=self.caret.key))

    def say_why(self, key: Key, text: str) -> None:
        """Why the note is finished without this answer."""
        self._whys[key] = text
        self._place_changed()

    def say_why_for_all(self, text: str) -> None:
        """One reason for every gap that has none of its own."""
        self._why_for_all = text
        self._place_changed()

    def finish(self) -> None:
        """Finish the note. With gaps, each needs its why; then it is saved, and stays listed as not complete."""
        if self._finishing:
            return
        if not self._check:
            self.check()
            return
        unsaid = self._unsaid()
        if unsaid:
            self._ask_why = True
            at = unsaid[0] if len(unsaid) == 1 else WHY_FOR_ALL
            self._tell(Update(check=True, focus=at, announce=say("Say why, in a few words")))
            return
        self._finishing = True
        self._tell(Update(check=True))
        self.jot(self.half_jot)  # whoever finishes means it to be kept, with or without Enter
        self._keep_what_is_no_answer()
        self.flush()
        if not self.journal.is_clean:
            self._finishing = False
            self._tell(Update(check=True, save=True))
            return
        self._ports.finish(self._gap_reasons(), self._finished)

    def _keep_what_is_no_answer(self) -> None:
        """A text that never became an answer goes to the jottings: nothing typed is lost at the end."""
        for key, text in list(self._typed.items()):
            node = self.instance.node(key)
            if node.relevant:
                self.jot(say("{question}: {text}", question=(node.label or "").rstrip("?:"), text=text))

    def _gap_reasons(self) -> dict[Key, str]:
        """Each gap with its own reason, or the one for all."""
        for_all = self._why_for_all.strip()
        return {key: self._whys.get(key, "").strip() or for_all for key in self._gap_keys()}

    def _unsaid(self) -> list[Key]:
        """The gaps that have no reason yet, neither their own nor the one for all."""
        return [key for key, why in self._gap_reasons().items() if not why]

    # ---- for child mode, which writes into the same note -----------------------------------------------------------

    @property
    def given(self) -> frozenset[Key]:
        """Answers the app knew before the person began."""
        return self._opening.given

    @property
    def clock(self) -> Clock:
        """The clock this note is written by."""
        return self._clock

    def now(self) -> datetime:
        """The local time."""
        return self._now()

    def kept(self, key: Key) -> str:
        """A value of the draft that is no answer (`meta/trail`), or ""."""
        return str(self._values.get(key, ""))

    def keep(self, values: Mapping[Key, DraftValue]) -> None:
        """Put such values into the draft."""
        self._put(values)
        self._tell(Update(save=True))

    def forget_removed(self, row: Key) -> None:
        """A row that was only just made and taken back leaves nothing to put back."""
        self._removed.pop(row, None)

    # ---- saving --------------------------------------------------------------------------------------------------

    def due_in_ms(self) -> int | None:
        """When the view should call `tick`; None: no need."""
        return self.journal.due_in_ms(self._clock.monotonic_ms())

    def tick(self) -> None:
        """Save if it is time."""
        now = self._clock.monotonic_ms()
        if self.journal.is_saving:
            self._tell(Update(save=True))
            return
        due = self.journal.due_in_ms(now)
        if due is not None and due <= 0:
            self.flush()

    def flush(self) -> None:
        """Save what is not saved, now."""
        if self.journal.can_begin():
            changes = self.journal.begin(self._clock.monotonic_ms())
            self._ports.save(changes, self.place_to_keep(), self._saved)

    def _saved(self, at_ms: int | None) -> None:
        failed_before = self.journal.has_failed
        if at_ms is None:
            self.journal.not_saved(self._clock.monotonic_ms())
            announce = "" if failed_before else self.save_state().text
            self._tell(Update(save=True, announce=announce, assertive=True))
            return
        self.journal.saved()
        self._saved_ms = at_ms
        self._tell(Update(save=True))

    def _finished(self, worked: bool) -> None:
        self._finishing = False
        if worked:
            self._tell(Update(finished=say("Finished. It will go by itself when there is a signal.")))
        elif self._opening.rehearsal:
            self._tell(Update(check=True, announce=self.banner))
        else:
            self._tell(
                Update(
                    check=True,
                    save=True,
                    announce=say("Not saved yet. Trying again. Keep this window open."),
                    assertive=True,
                )
            )

    # ---- inside --------------------------------------------------------------------------------------------------

    def _tell(self, update: Update) -> None:
        for listener in self._listeners:
            listener(update)

    def _changed(
        self,
        changes: Changes,
        values: Mapping[Key, DraftValue],
        *,
        entered: tuple[Key, ...] = (),
        body: bool = False,
    ) -> None:
        """Take in what a change of the live form brought about, and tell of it once."""
        counted = self._tally.follow(changes, entered)
        followed = self._values_that_followed(changes, values)
        self._put({**values, **followed})
        shape = body or bool(changes.added or changes.removed)
        if self._shape_changed(changes) or shape:
            shape = True
            self.layout.look_again()
        titles = self._child_titles()
        renamed, self._titles = titles != self._titles, titles
        shown = tuple(dict.fromkeys((*entered, *changes.changed)))
        spoken_before = len(self._spoken)
        self._spoken = {key for key in self._spoken if self._error(key)}
        self._tell(
            Update(
                questions=shown,
                body=shape,
                rail=shape or counted,
                tabs=shape or counted or renamed,
                save=True,
                problems=bool(self._spoken) or spoken_before != len(self._spoken),
                added=changes.added,
            )
        )

    def _child_titles(self) -> tuple[str, ...]:
        return tuple(self._row_title(row) for row in self.layout.child_rows())

    def _shape_changed(self, changes: Changes) -> bool:
        """Whether questions came or went."""
        changed = False
        for key in changes.changed:
            try:
                node = self.instance.node(key)
            except UnknownPath:
                return True
            if self._relevant.get(key) != node.relevant:
                self._relevant[key] = node.relevant
                changed = True
        return changed

    def _values_that_followed(self, changes: Changes, own: Mapping[Key, DraftValue]) -> dict[Key, DraftValue]:
        """Answers that the form itself changed: a choice that a filter took away, a default of a new row."""
        found: dict[Key, DraftValue] = {}
        for key in changes.changed:
            if key in own or key in self._typed:
                continue
            try:
                node = self.instance.node(key)
            except UnknownPath:
                continue
            if node.kind != "question" or node.type in {"note", "calculate", "metadata"}:
                continue
            kept = self.instance.kept(key)
            if kept != text_of(self._values.get(key)):
                found[key] = kept or None
        for row in changes.added:
            for node in self._questions_of(row):
                kept = self.instance.kept(node.key)
                if kept and node.key not in own:
                    found[node.key] = kept
        return found

    def _questions_of(self, key: Key) -> Iterator[NodeState]:
        node = self.instance.node(key)
        if node.kind == "question":
            if node.type not in {"note", "calculate", "metadata"}:
                yield node
            return
        inner = self.instance.rows(key) if node.kind == "repeat" else self.instance.children(key)
        for child in inner:
            yield from self._questions_of(child)

    def _put(self, values: Mapping[Key, DraftValue]) -> None:
        for key, value in values.items():
            if value is None or value == "":
                self._values.pop(key, None)
            else:
                self._values[key] = value
        self.journal.note(
            {key: None if value == "" else value for key, value in values.items()}, self._clock.monotonic_ms()
        )

    def _positions(self, repeat: Key) -> dict[Key, DraftValue]:
        """The positions that are others now: a row that only stands there must not count as touched."""
        return {
            row: position
            for position, row in enumerate(self.instance.rows(repeat))
            if self._values.get(row) != position
        }

    def _refill(self, row: Key, values: Mapping[Key, Any]) -> Iterable[Changes]:
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

    def _typed_before(self, values: Mapping[Key, Any]) -> dict[Key, str]:
        """Texts of the draft that are no answers yet, as they were typed."""
        found: dict[Key, str] = {}
        for key, value in values.items():
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
        """Jottings, restrictions, whys and removed cards of a draft taken up again."""
        for key, value in self._values.items():
            text = str(value)
            if key.startswith("meta/jot[") and key.endswith("/text"):
                row = row_id(key.removesuffix("/text"))
                at = str(self._values.get(f"meta/jot[{row}]/at", ""))
                struck = self._values.get(f"meta/jot[{row}]/struck") == "yes"
                self._jots[row] = Jot(row, self._clock_of(at), text, struck)
            elif key.startswith("meta/restricted[") and key.endswith("/key"):
                self._restricted.add(text)

    def _read_place(self, place: Mapping[str, Any]) -> None:
        """What was half said when the note was left."""
        self._whys.update(place.get("whys", {}))
        self._why_for_all = str(place.get("why_for_all", ""))
        self.half_jot = str(place.get("half_jot", ""))
        for each in place.get("removed", ()):
            kept = RemovedRow(*each)
            if self._clock.wall_ms() - kept.at_ms < REMOVED_KEPT_MS:
                self._removed[kept.row] = kept
        language = place.get("language", "")
        if language in self.instance.definition.languages and language != self.instance.language:
            self.instance.set_language(language)

    def _place_changed(self) -> None:
        """Only where the writer is, or a reason, changed: kept like an answer."""
        self.journal.note_place(self._clock.monotonic_ms())

    def _restricted_rows(self) -> dict[str, Key]:
        return {
            row_id(key.removesuffix("/key")): str(value)
            for key, value in self._values.items()
            if key.startswith("meta/restricted[") and key.endswith("/key")
        }

    # ---- items ---------------------------------------------------------------------------------------------------

    def _items(self, key: Key, *, top: bool = False) -> Iterator[Item]:
        node = self.instance.node(key)
        if not is_asked_for(self.instance, node):
            return
        if node.kind == "question":
            if is_shown(node):
                yield self._note(node) if node.type == "note" else self._question(node)
        elif node.kind == "repeat":
            yield self._repeat(node)
        else:
            if node.kind == "group" and node.label and not top:
                yield Heading(key, node.label)
            for child in self.instance.children(key):
                yield from self._items(child)

    def _note(self, node: NodeState) -> Note:
        return Note(node.key, node.label or "", strong=self._is_strong(node))

    def _is_strong(self, node: NodeState) -> bool:
        """The note that answers a harm question must not be overlooked; it follows a caution field it depends on."""
        name = node.form_path.rsplit("/", 1)[-1]
        return name in wording.STRONG_NOTES

    def _question(self, node: NodeState) -> Question:
        kind = field_kind(node)
        text = self.field_text(node)
        error = self._error(node.key) if node.key in self._spoken else ""
        by_form = node.sees == "restricted"
        restricted = by_form or node.key in self._restricted
        whose = self._whose(node.key)
        saved = self.save_state().at if text and self.journal.is_clean else ""
        what = wording.kind_label(kind) or (node.label or "")
        long_text = kind != "plain" or node.type == "text"
        return Question(
            key=node.key,
            type=node.type or "text",
            field_kind=kind,
            label=node.label or "",
            hint=node.hint or "",
            value=node.value or "",
            text=text,
            choices=node.choices or (),
            appearance=node.appearance,
            parameters=self._parameters(node),
            required=node.required,
            readonly=node.readonly,
            error=error,
            restricted=restricted,
            restricted_by_form=by_form,
            caution=node.merge == "caution",
            whose=whose,
            name=wording.field_name(
                what=what,
                whose=whose,
                question=node.label or "",
                text=wording.words_in(text) if long_text and "draw" not in node.appearance else "",
                saved_at=saved,
                restricted=restricted,
                error=error,
            ),
            description=" ".join(part for part in (wording.kind_hint(kind), node.hint or "", error) if part),
        )

    def _parameters(self, node: NodeState) -> tuple[tuple[str, str], ...]:
        """The form's own, and for days and times what day and time it is."""
        given = dict(node.parameters)
        if node.type in {"date", "time", "dateTime"}:
            now = self._now()
            given |= {"today": now.date().isoformat(), "now": now.isoformat(timespec="minutes")}
        return tuple(sorted(given.items()))

    def _repeat(self, node: NodeState) -> Repeat:
        rows = self.instance.rows(node.key)
        cards = [self._card(node, row, number, len(rows)) for number, row in enumerate(rows)]
        for row, kept in self._removed.items():
            if kept.repeat == node.key:
                at = min(kept.position, len(cards))
                cards.insert(at, self._removed_card(row, kept))
        label = label_of(self.instance, node.key)
        add = say("Add another") if rows else say("Add: {what}", what=label)
        return Repeat(node.key, label, tuple(cards), node.rows_fixed, add)

    def _card(self, node: NodeState, row: Key, number: int, count: int) -> RowCard:
        title = self._card_title(row)
        is_open = self._open_rows.get(row, count <= ROWS_OPEN_MAX)
        missing = 0 if is_open else self._tally.of_row(row).missing
        return RowCard(
            key=row,
            title=title,
            position=number,
            count=count,
            missing=missing,
            open=is_open,
            removed=False,
            name=say("{title}, {number} of {count}", title=title, number=number + 1, count=count),
            items=self._card_items(row) if is_open else (),
        )

    def _card_items(self, row: Key) -> tuple[Item, ...]:
        found: list[Item] = []
        for child in self.instance.children(row):
            found += self._items(child)
        return tuple(found)

    def _removed_card(self, row: Key, kept: RemovedRow) -> RowCard:
        title = kept.title or say("Card {number}", number=kept.position + 1)
        return RowCard(
            key=row,
            title=title,
            position=-1,
            count=0,
            missing=0,
            open=False,
            removed=True,
            name=title,
            items=(),
        )

    def _card_title(self, row: Key) -> str:
        """The card's first answer; without one its place, as "Action 4"."""
        repeat = repeat_of(row)
        number = self.instance.rows(repeat).index(row) + 1
        return self._row_title(row) or say(
            "{what} {number}", what=label_of(self.instance, repeat), number=number
        )

    def _row_title(self, row: Key) -> str:
        return row_title(self.instance, row, self._now())

    # ---- rail and tabs -------------------------------------------------------------------------------------------

    def _rail(self) -> tuple[RailSection, ...]:
        found = [self._rail_section(section) for section in self.layout.relevant_sections()]
        title = say("Check and finish")
        found.append(
            RailSection(
                key=CHECK,
                title=title,
                mark="here" if self._check else "not_started",
                note="",
                name=title,
                here=self._check,
            )
        )
        return tuple(found)

    def _rail_section(self, section: Section) -> RailSection:
        title = section_title(self.instance, section.key)
        here = section.key == self._place.section and not self._check
        places = [p for p in self.layout.places() if p.section == section.key]
        counts = [self._tally.of_place(place) for place in places]
        visited = [place in self._visited and place != self._place for place in places]
        missing = sum(count.missing for count, was in zip(counts, visited, strict=True) if was or self._check)
        mark, note = self._mark(here, counts, all(p in self._visited for p in places), missing)
        spoken = {
            "done": say("done"),
            "here": say("here now"),
            "started": say("started"),
            "not_started": say("not started"),
            "missing": note,
        }[mark]
        return RailSection(section.key, title, mark, note, f"{title}, {spoken}", here)

    @staticmethod
    def _mark(here: bool, counts: list, visited: bool, missing: int) -> tuple[SectionMark, str]:
        note = wording.missing_count(missing) if missing else ""
        if here:
            return "here", note
        if missing:
            return "missing", note
        if all(not count.missing and (count.answered or count.needed or visited) for count in counts):
            return "done", ""
        return ("started" if any(count.answered for count in counts) else "not_started"), ""

    def _tab(self, section: Section, row: Key) -> SiblingTab:
        place = Place(section.key, row)
        count = self._tally.of_place(place)
        title = self._child_title(row) or say(
            "Child {number}", number=self.instance.rows(section.key).index(row) + 1
        )
        done = count.answered > 0 and not count.missing
        if not count.answered:
            progress = say("Not started")
        elif done:
            progress = say("Finished")
        else:
            progress = say("{done} of {all} answered", done=count.answered_needed, all=count.needed)
        here = place == self._place and not self._check
        return SiblingTab(row, title, progress, here, done, count.wrong, f"{title}, {progress}")

    # ---- places --------------------------------------------------------------------------------------------------

    def _go(self, place: Place, focus: Key = "") -> None:
        self.flush()
        self._check = False
        self._check_asked += 1  # whoever goes elsewhere does not wait for it any more
        self._place = place
        self._visited.add(place)
        name = self.page_name()
        self._tell(
            Update(place=True, body=True, rail=True, tabs=True, problems=True, focus=focus, announce=name)
        )

    def _neighbour(self, by: int) -> Place | None:
        places = self.layout.places()
        if self._place not in places:
            return places[0] if places and by > 0 else None
        to = places.index(self._place) + by
        return places[to] if 0 <= to < len(places) else None

    def _step_section(self, by: int) -> None:
        sections = [section.key for section in self.layout.relevant_sections()]
        here = len(sections) if self._check else sections.index(self._place.section)
        to = here + by
        if to >= len(sections):
            self.check()
        elif to >= 0:
            self.go_to_section(sections[to])

    def _page_title(self, place: Place) -> str:
        if place.row:
            return self._child_title(place.row) or say("next child")
        return section_title(self.instance, place.section)

    def _first_place(self) -> Place:
        places = self.layout.places()
        if self.caret.key:
            found = self.layout.place_of(self.caret.key)
            if found in places:
                for row in rows_around(self.caret.key):
                    self._open_rows[row] = True
                return found
        if self._opening.at:
            found = self.layout.place_of(self._opening.at)
            if found in places:
                return found
        unfinished = (place for place in places if self._tally.of_place(place).missing)
        return next(unfinished, places[0] if places else Place(self.layout.sections[0].key))

    # ---- errors --------------------------------------------------------------------------------------------------

    def _error(self, key: Key) -> str:
        """What is wrong with an answer now, in words; "" if nothing is."""
        try:
            node = self.instance.node(key)
        except UnknownPath:
            return ""
        if not node.relevant:
            return ""
        return self._wrong_message(node) or (
            wording.missing(node) if node.required and not node.value else ""
        )

    def _wrong_message(self, node: NodeState) -> str:
        if node.key in self._typed:
            return wording.misfit(node)
        if node.violation == "constraint":
            return wording.wrong(node, self._now().date())
        return ""

    def _gap_keys(self) -> list[Key]:
        """The gaps found at the check, while it is open."""
        return self._gaps_found

    def _with_texts(self, missing: tuple[Key, ...]) -> list[Key]:
        """What finishing would find missing or wrong, and texts that are no answers yet."""
        found = [key for key in missing if is_asked(self.instance.node(key))]
        also = [key for key in self._typed if key not in found and self.instance.node(key).relevant]
        return self._in_order([*found, *also]) if also else found

    def _in_order(self, keys: Iterable[Key]) -> list[Key]:
        """As they stand in the note."""
        wanted = list(keys)
        if len(wanted) < 2:
            return wanted
        order = {key: number for number, key in enumerate(self.instance.keys())}
        return sorted(wanted, key=lambda key: order.get(key, len(order)))

    # ---- words about places --------------------------------------------------------------------------------------

    def _whose(self, key: Key) -> str:
        row = top_row(key)
        children = self.layout.children
        if row and children is not None and repeat_of(row) == children.key:
            return self._child_title(row)
        return self._opening.family

    def _child_title(self, row: Key) -> str:
        """A child's first name, unless two children here share it: then what tells them apart."""
        title = self._row_title(row)
        short = first_name(title)
        others = [first_name(self._row_title(other)) for other in self.layout.child_rows() if other != row]
        return title if short in others else short

    def _whose_place(self, place: Place) -> str:
        return self._child_title(place.row) if place.row else self._opening.family

    def _where(self, key: Key, pages: dict[Place, str]) -> str:
        """Page and cards, as "What needs to change, Wilf, Progress 2": of ten cards each may ask for a date. `pages`
        keeps the titles that were worked out for other gaps."""
        place = self.layout.place_of(key)
        if place is None:
            return ""
        if place not in pages:
            pages[place] = self._page_title(place)
        cards = [self._card_title(row) for row in rows_around(key) if row != place.row]
        return ", ".join([pages[place], *cards])

    def _anything_written(self) -> bool:
        return any(
            not key.startswith(OF_THE_APP) and not key.endswith("]") and key not in self._at_start
            for key in self._values
        )

    def _first_asked(self, key: Key) -> Key:
        return next((node.key for node in self.layout.asked_in(key) if node.relevant), "")

    def _in_card(self, key: Key) -> bool:
        """Whether a question stands in a card, whose title its answer may be."""
        children = self.layout.children
        rows = [row for row in rows_around(key) if children is None or repeat_of(row) != children.key]
        return bool(rows)

    def _target_of_kind(self, kind: str) -> Key | None:
        """The field a jotting moves to: the one with the cursor if it is of that kind, else the first empty, else the first."""
        fields = [
            node
            for root in self.layout.roots(self._place)
            for node in self.layout.asked_in(root)
            if node.relevant and field_kind(node) == kind
        ]
        keys = [node.key for node in fields]
        if self.caret.key in keys:
            return self.caret.key
        return next((node.key for node in fields if not node.value), keys[0] if keys else None)

    def _started(self) -> str:
        if self._opening.rehearsal:
            return say("Version {version}", version=self.instance.definition.version)
        began, now = self._local(self._opening.started_ms), self._now()
        if began.date() == now.date():
            text = say("Started {time} today.", time=clock_text(began))
        else:
            text = say("Started {day}.", day=typed.shown_date(began.date().isoformat()))
        return f"{text} {say('Written by {name}.', name=self._opening.author)}"

    def _banner_at_opening(self) -> str:
        if self._opening.rehearsal:
            return say("Rehearsal. Nothing is kept, and nothing can be finished.")
        told = []
        if self._opening.recovered and self._saved_ms is not None:
            at = self._local(self._saved_ms).strftime("%H:%M:%S")
            told.append(say("We kept everything up to {time}.", time=at))
        if self._opening.signed_off:
            told.append(say("This was signed off. Your change is kept as an addendum."))
        if self._opening.newer_form:
            told.append(say("A newer version of this form exists. Yours stays as it is."))
        return " ".join(told)

    def _clock_of(self, at: str) -> str:
        """A time of the protocol as the clock here showed it."""
        try:
            return clock_text(self._local(parse_time(at)))
        except Malformed:
            return at[11:16]

    def _local(self, moment_ms: int) -> datetime:
        return local(moment_ms, self._clock.zone())

    def _now(self) -> datetime:
        return self._local(self._clock.wall_ms())
