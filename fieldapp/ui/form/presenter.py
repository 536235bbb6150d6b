"""The form runner without a screen: one note being written, as its page and child mode speak to it.

Promise: `state()` is the whole page as one plain value; each intent tells its listener exactly which parts are new.
What a person enters reaches the live form at once and the draft within two seconds; "saved" is said only after the
commit returned; a text that is no answer yet ("twenty" minutes) is kept as typed. Validation speaks when a field is
left or at the check, never while typing, and never blocks moving on.
Who does it: `draft` keeps the answers, `sitting` where the writer is; `items`, `routes`, `gaps`, `naming` and `standing`
read from these two what is shown; `cards`, `moving`, `jottings`, `finishing` and `saving` do what is asked, `following`
sees what came of it. None of them knows this class.
Never: PySide6, SQL, a clock of its own. The ports are given by whoever opens the page.
Source: interface design section 4.6; practice design section 5.0 (required binds at complete, gaps, harm rule).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from fieldapp.forms import Instance, Key, NotWritable, UnknownPath
from fieldapp.ports import Clock, Entropy
from fieldapp.ui.form.cards import Cards
from fieldapp.ui.form.draft import Caret, OpenDraft
from fieldapp.ui.form.finishing import Finishing
from fieldapp.ui.form.following import Following
from fieldapp.ui.form.gaps import Gaps
from fieldapp.ui.form.items import Items
from fieldapp.ui.form.jottings import Jottings
from fieldapp.ui.form.journal import DraftValue
from fieldapp.ui.form.keys import repeat_of, rows_around
from fieldapp.ui.form.layout import Place
from fieldapp.ui.form.moving import Moving
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.ports import Listener, NotePorts, Opening
from fieldapp.ui.form.routes import Routes
from fieldapp.ui.form.saving import Saving
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

say = Words("Form")


class RunnerPresenter:
    """One note being written."""

    def __init__(
        self, instance: Instance, ports: NotePorts, opening: Opening, *, clock: Clock, entropy: Entropy
    ) -> None:
        self.instance = instance
        self._ports = ports
        self._listeners: list[Listener] = []
        self._tell = tell = partial(_tell_each, self._listeners)
        self._draft = draft = OpenDraft(instance, opening, clock=clock, entropy=entropy)
        self._sitting = sitting = begun(draft)
        self.layout, self.journal = draft.layout, draft.journal
        self.banner = banner_at_opening(draft)
        names = Names(draft)
        self._gaps = Gaps(draft, sitting, names)
        self._items = Items(draft, sitting, names, self._gaps)
        self._routes = Routes(draft, sitting, names)
        self._following = Following(draft, sitting, names, self._gaps, tell)
        self._saving = Saving(draft, ports, tell)
        self._jottings = Jottings(draft, tell)
        self._cards = Cards(
            draft, sitting, names, following=self._following, saving=self._saving, ports=ports, tell=tell
        )
        self._finishing = Finishing(
            draft, sitting, self._gaps, saving=self._saving, jottings=self._jottings, ports=ports, tell=tell
        )
        self._moving = Moving(
            draft, sitting, self._routes, finishing=self._finishing, saving=self._saving, tell=tell
        )

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
        self._following.changed(changes, {key: text if meaning is None else meaning}, entered=(key,))

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

    def _in_card(self, key: Key) -> bool:
        """Whether a question stands in a card, whose title its answer may be."""
        children = self.layout.children
        rows = [row for row in rows_around(key) if children is None or repeat_of(row) != children.key]
        return bool(rows)

    # ---- cards ---------------------------------------------------------------------------------------------------

    def add_row(self, repeat: Key) -> Key:
        """Add another card at the end, open, and go to its first question."""
        return self._cards.add(repeat)

    def remove_row(self, row: Key) -> None:
        """Take a card away; it stays as one line with "Undo"."""
        self._cards.remove(row)

    def put_back_row(self, row: Key) -> None:
        """Undo the removal of a card: same id, same place, same answers."""
        self._cards.put_back(row)

    def move_row(self, row: Key, by: int) -> None:
        """Move a card up (-1) or down (+1)."""
        self._cards.move(row, by)

    def open_row(self, row: Key, is_open: bool) -> None:
        """Open or close a card."""
        self._cards.open(row, is_open)

    # ---- moving about --------------------------------------------------------------------------------------------

    def go_to_section(self, key: Key) -> None:
        """Open a section from the rail; the children's section opens at the first unfinished child."""
        self._moving.to_section(key)

    def go_to_tab(self, key: Key) -> None:
        """Open a child's page, or (key "") what is said once."""
        self._moving.to_tab(key)

    def next_page(self) -> None:
        """The next section or child; after the last, the check."""
        self._moving.to_next_page()

    def previous_page(self) -> None:
        """The section or child before this one."""
        self._moving.to_previous_page()

    def next_section(self) -> None:
        """The next section, past the other children."""
        self._moving.by_sections(1)

    def previous_section(self) -> None:
        """The section before, past the other children."""
        self._moving.by_sections(-1)

    def next_child(self) -> None:
        """The next child's tab; after the last, what is said once."""
        self._moving.to_next_child()

    def go_to_question(self, key: Key) -> None:
        """Open the page, and the card, that a question stands in, and put the cursor there."""
        self._moving.to_question(key)

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
        self._jottings.half(text)

    def jot(self, text: str) -> None:
        """Add a timed line."""
        self._jottings.add(text)

    def strike_jot(self, jot: str) -> None:
        """Strike a line through, or no longer; it always stays."""
        self._jottings.strike(jot)

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
        self._finishing.check()

    def leave_check(self) -> None:
        """Back to writing."""
        self._finishing.leave_check()

    def say_why(self, key: Key, text: str) -> None:
        """Why the note is finished without this answer."""
        self._finishing.say_why(key, text)

    def say_why_for_all(self, text: str) -> None:
        """One reason for every gap that has none of its own."""
        self._finishing.say_why_for_all(text)

    def finish(self) -> None:
        """Finish the note. With gaps, each needs its why; then it is saved, and stays listed as not complete."""
        self._finishing.finish()

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
        return self._saving.due_in_ms()

    def tick(self) -> None:
        """Save if it is time."""
        self._saving.tick()

    def flush(self) -> None:
        """Save what is not saved, now."""
        self._saving.flush()


def _tell_each(listeners: list[Listener], update: Update) -> None:
    for listener in listeners:
        listener(update)
