"""The form runner without a screen: what is shown now, and what follows from each thing a person does.

Promise: `state()` is the whole page as one plain value; each intent tells its listener exactly which parts are new.
What a person enters reaches the live form at once and the draft within two seconds; "saved" is said only after the
commit returned; a text that is no answer yet ("twenty" minutes) is kept as typed. Validation speaks when a field is
left or at the check, never while typing, and never blocks moving on.
Never: PySide6, SQL, a clock of its own. The ports are given by whoever opens the page.
Source: interface design section 4.6; practice design section 5.0 (required binds at complete, gaps, harm rule).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from fieldapp.forms import Changes, Instance, Key, NotWritable, UnknownPath
from fieldapp.forms.answers import text_of
from fieldapp.ports import Clock, Entropy
from fieldapp.protocol.times import format_time
from fieldapp.ui.form import wording
from fieldapp.ui.form.draft import Caret, OpenDraft, RemovedRow
from fieldapp.ui.form.gaps import Gaps
from fieldapp.ui.form.items import Items
from fieldapp.ui.form.journal import DraftValue
from fieldapp.ui.form.keys import CHECK, WHY_FOR_ALL, repeat_of, row_id, rows_around
from fieldapp.ui.form.layout import Place
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.ports import Listener, NotePorts, Opening
from fieldapp.ui.form.routes import Routes
from fieldapp.ui.form.sitting import begun
from fieldapp.ui.form.standing import banner_at_opening, save_state, started
from fieldapp.ui.form.state import (
    CheckPage,
    Gap,
    Item,
    Jot,
    Note,
    Problem,
    Question,
    RunnerState,
    SaveState,
    SiblingTab,
    Update,
    Ways,
)
from fieldapp.ui.questions import typed
from fieldapp.ui.words import Words
from fieldapp.ui.words import clock as clock_text

say = Words("Form")


class RunnerPresenter:
    """One note being written."""

    def __init__(
        self, instance: Instance, ports: NotePorts, opening: Opening, *, clock: Clock, entropy: Entropy
    ) -> None:
        self.instance = instance
        self._ports = ports
        self._listeners: list[Listener] = []
        self._draft = OpenDraft(instance, opening, clock=clock, entropy=entropy)
        self._sitting = begun(self._draft)
        self.layout, self.journal = self._draft.layout, self._draft.journal
        self._names = Names(self._draft)
        self._gaps = Gaps(self._draft, self._sitting, self._names)
        self._items = Items(self._draft, self._sitting, self._names, self._gaps)
        self._routes = Routes(self._draft, self._sitting, self._names)
        self._relevant = {key: instance.node(key).relevant for key in instance.keys()}
        self._check_asked = 0
        self._titles = self._names.children()
        self.banner = banner_at_opening(self._draft)

    # ---- what is shown -------------------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> None:
        """Be told of each update. Views call it once."""
        self._listeners.append(listener)

    def state(self) -> RunnerState:
        """The whole page, now."""
        ways = self.ways()
        return RunnerState(
            title=self.instance.definition.title,
            family=self._draft.opening.family,
            started=started(self._draft),
            save=self.save_state(),
            ways=ways,
            items=() if self._sitting.is_checking else self.items(),
            problems=self.problems(),
            jots=self.jots(),
            banner=self.banner,
            banner_action=say("See the newer version") if self._draft.opening.newer_form else "",
            languages=self.instance.definition.languages,
            language=self.instance.language,
            check=self.check_page() if self._sitting.is_checking else None,
            name=self.page_name(),
        )

    def ways(self) -> Ways:
        """Tabs, sections and what comes before and after: the ways about the note."""
        return self._routes.ways()

    @property
    def caret(self) -> Caret:
        """Where the writer is."""
        return self._draft.caret

    @property
    def half_jot(self) -> str:
        """What stands in the jot pad and is no line yet."""
        return self._draft.half_jot

    @property
    def place(self) -> Place:
        """The page shown."""
        return self._sitting.place

    @property
    def is_checking(self) -> bool:
        """Whether "Check and finish" is shown."""
        return self._sitting.is_checking

    def items(self) -> tuple[Item, ...]:
        """The page's questions, notes and cards, in order."""
        return self._items.of_page()

    def item(self, key: Key) -> Question | Note | None:
        """One question or note as it stands now; None if it is not asked."""
        return self._items.item(key)

    def save_state(self) -> SaveState:
        """How far the last change has got."""
        return save_state(self._draft)

    def tabs(self) -> tuple[SiblingTab, ...]:
        """What is said once, then each child; none when the note is about no child."""
        return self._routes.tabs()

    def jots(self) -> tuple[Jot, ...]:
        """The jot pad's lines, oldest first."""
        return self._draft.lines()

    def problems(self) -> tuple[Problem, ...]:
        """The answers on this page that need another look and have been spoken of."""
        return self._gaps.problems()

    def check_page(self) -> CheckPage:
        """Gaps first, then the note as it will read."""
        return self._gaps.check_page()

    def gaps(self) -> tuple[Gap, ...]:
        """Every answer that stands between this note and complete."""
        return self._gaps.gaps()

    def next_text(self) -> str:
        """What comes after this page."""
        return self._routes.next_text()

    def previous_text(self) -> str:
        """What came before this page; "" on the first."""
        return self._routes.previous_text()

    def page_name(self) -> str:
        """ "Home visit, Rowan, section 3 of 7" """
        return self._routes.page_name()

    # ---- answering -----------------------------------------------------------------------------------------------

    def enter(self, key: Key, text: str) -> None:
        """A person typed or chose: `text` is what stands in the field now."""
        node = self.instance.node(key)
        meaning: str | None = text
        if node.type in typed.TYPED:
            meaning = typed.understood(node.type, text, now=self._draft.now())
        if meaning is None:
            self._draft.typed[key] = text
        else:
            self._draft.typed.pop(key, None)
        try:
            changes = self.instance.set(key, meaning or "")
        except NotWritable:
            return
        if text:
            self._sitting.ever_answered.add(key)
        self._changed(changes, {key: text if meaning is None else meaning}, entered=(key,))

    def left(self, key: Key) -> None:
        """The person moved on from a field: now is the time to speak of what is wrong, and to save."""
        try:
            node = self.instance.node(key)
        except UnknownPath:
            return
        wrong = bool(self._gaps.wrong(node))
        cleared = node.relevant and node.required and not node.value and key in self._sitting.ever_answered
        if wrong or cleared:
            if key not in self._sitting.spoken:
                self._sitting.spoken.add(key)
                self._tell(Update(questions=(key,), problems=True, announce=self._gaps.error(key)))
        elif key in self._draft.typed or node.type in typed.TYPED:
            self._tell(Update(questions=(key,)))
        if self._in_card(key):
            self._tell(Update(body=True))
        self.flush()

    def ask_for(self, key: Key) -> None:
        """Say at its place that an answer is needed here, and put the cursor there."""
        self._sitting.spoken.add(key)
        self._tell(Update(questions=(key,), problems=True, focus=key, announce=self._gaps.error(key)))

    def restrict(self, key: Key, on: bool) -> None:
        """Keep one answer out of visit view, or no longer."""
        self._draft.restrict(key, on)
        self._tell(Update(questions=(key,), save=True))

    # ---- cards ---------------------------------------------------------------------------------------------------

    def add_row(self, repeat: Key) -> Key:
        """Add another card at the end, open, and go to its first question."""
        changes = self.instance.add_row(repeat)
        row = changes.added[0]
        self._sitting.open_rows[row] = True
        self._changed(changes, self._draft.positions(repeat), body=True)
        self._tell(Update(focus=self._first_asked(row)))
        return row

    def remove_row(self, row: Key) -> None:
        """Take a card away; it stays as one line with "Undo"."""
        repeat = repeat_of(row)
        rows = self.instance.rows(repeat)
        self._draft.removed[row] = RemovedRow(
            repeat, row, rows.index(row), self._names.row(row), self._draft.clock.wall_ms()
        )
        self._draft.place_changed()  # the card with "Put back" is part of the place: without this a lock would lose it
        self.flush()
        self._ports.remove_row(row)
        changes = self.instance.remove_row(row)
        self._draft.forget_row(row)
        self._changed(changes, self._draft.positions(repeat), body=True)

    def put_back_row(self, row: Key) -> None:
        """Undo the removal of a card: same id, same place, same answers."""
        kept = self._draft.removed.pop(row, None)
        if kept is None:
            return
        repeat, values = kept.repeat, self._ports.put_back_row(row)
        at = min(kept.position, len(self.instance.rows(repeat)))
        changes = [self.instance.add_row(repeat, row_id(row), at, restoring=True)]
        changes += self._draft.refill(row, values)
        self._sitting.open_rows[row] = True
        merged = Changes(
            changed=tuple(dict.fromkeys(key for change in changes for key in change.changed)),
            added=tuple(key for change in changes for key in change.added),
        )
        self._draft.values.update(values)
        self._draft.place_changed()
        self._changed(merged, self._draft.positions(repeat), body=True)

    def move_row(self, row: Key, by: int) -> None:
        """Move a card up (-1) or down (+1)."""
        repeat = repeat_of(row)
        rows = self.instance.rows(repeat)
        to = rows.index(row) + by
        if 0 <= to < len(rows):
            self._changed(self.instance.move_row(row, to), self._draft.positions(repeat), body=True)

    def open_row(self, row: Key, is_open: bool) -> None:
        """Open or close a card."""
        self._sitting.open_rows[row] = is_open
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
            unfinished = (r for r in rows if self._draft.tally.of_place(Place(key, r)).missing)
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
        seen = [place for place in shared if place in self._sitting.visited]
        unfinished = next((place for place in shared if self._draft.tally.of_place(place).missing), None)
        self._go(unfinished or (seen[-1] if seen else shared[0]))

    def next_page(self) -> None:
        """The next section or child; after the last, the check."""
        following = self._routes.neighbour(1)
        if following is None:
            self.check()
        else:
            self._go(following)

    def previous_page(self) -> None:
        """The section or child before this one."""
        if self._sitting.is_checking:
            self.leave_check()
            return
        before = self._routes.neighbour(-1)
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
            here = self._sitting.place.row if self._sitting.place.row in tabs else ""
            self.go_to_tab(tabs[(tabs.index(here) + 1) % len(tabs)])

    def go_to_question(self, key: Key) -> None:
        """Open the page, and the card, that a question stands in, and put the cursor there."""
        place = self.layout.place_of(key)
        if place is None:
            return
        for row in rows_around(key):
            self._sitting.open_rows[row] = True
        self._go(place, focus=key)

    def caret_moved(self, key: Key, position: int) -> None:
        """Remember where the writer is; kept with the next save."""
        self._draft.caret = Caret(key, position)

    def set_language(self, language: str) -> None:
        """Ask the form's questions in another language."""
        self.instance.set_language(language)
        self._draft.place_changed()
        self._tell(Update(words=True, rail=True, tabs=True, body=True))

    def hand_to_child(self) -> None:
        """Direct work with the child whose page is open."""
        self.flush()
        self._ports.hand_to_child(self._sitting.place.row if not self._sitting.is_checking else "")

    def leave(self) -> None:
        """Back; everything typed is saved first."""
        self.flush()
        self._ports.leave()

    # ---- jot pad -------------------------------------------------------------------------------------------------

    def jot_half(self, text: str) -> None:
        """Remember a line of the jot pad while it is being written."""
        if text != self._draft.half_jot:
            self._draft.half_jot = text
            self._draft.place_changed()

    def jot(self, text: str) -> None:
        """Add a timed line."""
        self.jot_half("")
        clean = text.strip()
        if not clean:
            return
        row = self._draft.new_id()
        at = format_time(self._draft.clock.wall_ms())
        self._draft.jots[row] = Jot(row, clock_text(self._draft.now()), clean, False)
        self._draft.put(
            {
                f"meta/jot[{row}]": len(self._draft.jots) - 1,
                f"meta/jot[{row}]/at": at,
                f"meta/jot[{row}]/text": clean,
            }
        )
        self._tell(
            Update(jots=True, save=True, announce=say("Jotted down at {time}", time=self._draft.jots[row].at))
        )

    def strike_jot(self, jot: str) -> None:
        """Strike a line through, or no longer; it always stays."""
        line = self._draft.jots[jot]
        self._draft.jots[jot] = replace(line, struck=not line.struck)
        self._draft.put({f"meta/jot[{jot}]/struck": None if line.struck else "yes"})
        self._tell(Update(jots=True, save=True))

    def move_jotting(self, text: str, kind: str) -> bool:
        """Copy words from the jot pad into the next field of that kind on this page; the jotting stays."""
        target = self._items.field_of_kind(kind)
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
        self._sitting.is_checking = True
        self._sitting.gaps = self._gaps.with_texts(found)
        for key in self._sitting.gaps:
            self._sitting.spoken.add(key)
        for place in self.layout.places():
            self._sitting.visited.add(place)
        self._tell(
            Update(
                place=True,
                check=True,
                rail=True,
                tabs=True,
                problems=True,
                announce=wording.gaps_heading(len(self._sitting.gaps)),
            )
        )

    def leave_check(self) -> None:
        """Back to writing."""
        self._sitting.is_checking = False
        self._sitting.asks_why = False
        self._tell(
            Update(place=True, rail=True, tabs=True, body=True, problems=True, focus=self._draft.caret.key)
        )

    def say_why(self, key: Key, text: str) -> None:
        """Why the note is finished without this answer."""
        self._draft.whys[key] = text
        self._draft.place_changed()

    def say_why_for_all(self, text: str) -> None:
        """One reason for every gap that has none of its own."""
        self._draft.why_for_all = text
        self._draft.place_changed()

    def finish(self) -> None:
        """Finish the note. With gaps, each needs its why; then it is saved, and stays listed as not complete."""
        if self._sitting.is_finishing:
            return
        if not self._sitting.is_checking:
            self.check()
            return
        unsaid = self._gaps.unsaid()
        if unsaid:
            self._sitting.asks_why = True
            at = unsaid[0] if len(unsaid) == 1 else WHY_FOR_ALL
            self._tell(Update(check=True, focus=at, announce=say("Say why, in a few words")))
            return
        self._sitting.is_finishing = True
        self._tell(Update(check=True))
        self.jot(self._draft.half_jot)  # whoever finishes means it to be kept, with or without Enter
        self._keep_what_is_no_answer()
        self.flush()
        if not self.journal.is_clean:
            self._sitting.is_finishing = False
            self._tell(Update(check=True, save=True))
            return
        self._ports.finish(self._gaps.reasons(), self._finished)

    def _keep_what_is_no_answer(self) -> None:
        """A text that never became an answer goes to the jottings: nothing typed is lost at the end."""
        for key, text in list(self._draft.typed.items()):
            node = self.instance.node(key)
            if node.relevant:
                self.jot(say("{question}: {text}", question=(node.label or "").rstrip("?:"), text=text))

    # ---- for child mode, which writes into the same note -----------------------------------------------------------

    @property
    def given(self) -> frozenset[Key]:
        """Answers the app knew before the person began."""
        return self._draft.opening.given

    @property
    def clock(self) -> Clock:
        """The clock this note is written by."""
        return self._draft.clock

    def now(self) -> datetime:
        """The local time."""
        return self._draft.now()

    def kept(self, key: Key) -> str:
        """A value of the draft that is no answer (`meta/trail`), or ""."""
        return str(self._draft.values.get(key, ""))

    def keep(self, values: Mapping[Key, DraftValue]) -> None:
        """Put such values into the draft."""
        self._draft.put(values)
        self._tell(Update(save=True))

    def forget_removed(self, row: Key) -> None:
        """A row that was only just made and taken back leaves nothing to put back."""
        self._draft.removed.pop(row, None)

    # ---- saving --------------------------------------------------------------------------------------------------

    def due_in_ms(self) -> int | None:
        """When the view should call `tick`; None: no need."""
        return self.journal.due_in_ms(self._draft.clock.monotonic_ms())

    def tick(self) -> None:
        """Save if it is time."""
        now = self._draft.clock.monotonic_ms()
        if self.journal.is_saving:
            self._tell(Update(save=True))
            return
        due = self.journal.due_in_ms(now)
        if due is not None and due <= 0:
            self.flush()

    def flush(self) -> None:
        """Save what is not saved, now."""
        if self.journal.can_begin():
            changes = self.journal.begin(self._draft.clock.monotonic_ms())
            self._ports.save(changes, self._draft.place_to_keep(), self._saved)

    def _saved(self, at_ms: int | None) -> None:
        failed_before = self.journal.has_failed
        if at_ms is None:
            self.journal.not_saved(self._draft.clock.monotonic_ms())
            announce = "" if failed_before else self.save_state().text
            self._tell(Update(save=True, announce=announce, assertive=True))
            return
        self.journal.saved()
        self._draft.saved_ms = at_ms
        self._tell(Update(save=True))

    def _finished(self, worked: bool) -> None:
        self._sitting.is_finishing = False
        if worked:
            self._tell(Update(finished=say("Finished. It will go by itself when there is a signal.")))
        elif self._draft.opening.rehearsal:
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
        counted = self._draft.tally.follow(changes, entered)
        followed = self._values_that_followed(changes, values)
        self._draft.put({**values, **followed})
        shape = body or bool(changes.added or changes.removed)
        if self._shape_changed(changes) or shape:
            shape = True
            self.layout.look_again()
        titles = self._names.children()
        renamed, self._titles = titles != self._titles, titles
        shown = tuple(dict.fromkeys((*entered, *changes.changed)))
        spoken_before = len(self._sitting.spoken)
        self._sitting.spoken = {key for key in self._sitting.spoken if self._gaps.error(key)}
        self._tell(
            Update(
                questions=shown,
                body=shape,
                rail=shape or counted,
                tabs=shape or counted or renamed,
                save=True,
                problems=bool(self._sitting.spoken) or spoken_before != len(self._sitting.spoken),
                added=changes.added,
            )
        )

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
            if key in own or key in self._draft.typed:
                continue
            try:
                node = self.instance.node(key)
            except UnknownPath:
                continue
            if node.kind != "question" or node.type in {"note", "calculate", "metadata"}:
                continue
            kept = self.instance.kept(key)
            if kept != text_of(self._draft.values.get(key)):
                found[key] = kept or None
        for row in changes.added:
            for node in self._draft.questions_of(row):
                kept = self.instance.kept(node.key)
                if kept and node.key not in own:
                    found[node.key] = kept
        return found

    # ---- places --------------------------------------------------------------------------------------------------

    def _go(self, place: Place, focus: Key = "") -> None:
        self.flush()
        self._sitting.is_checking = False
        self._check_asked += 1  # whoever goes elsewhere does not wait for it any more
        self._sitting.place = place
        self._sitting.visited.add(place)
        name = self.page_name()
        self._tell(
            Update(place=True, body=True, rail=True, tabs=True, problems=True, focus=focus, announce=name)
        )

    def _step_section(self, by: int) -> None:
        sections = [section.key for section in self.layout.relevant_sections()]
        here = len(sections) if self._sitting.is_checking else sections.index(self._sitting.place.section)
        to = here + by
        if to >= len(sections):
            self.check()
        elif to >= 0:
            self.go_to_section(sections[to])

    def _first_asked(self, key: Key) -> Key:
        return next((node.key for node in self.layout.asked_in(key) if node.relevant), "")

    def _in_card(self, key: Key) -> bool:
        """Whether a question stands in a card, whose title its answer may be."""
        children = self.layout.children
        rows = [row for row in rows_around(key) if children is None or repeat_of(row) != children.key]
        return bool(rows)
