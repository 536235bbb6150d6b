"""Search on screen: one field, and under it what was found, by groups.

Promise: typing is never held up: the index is asked aside and only the newest answer shows; Down goes into the
results, Enter opens the one that is chosen (the first, while typing). Nothing typed is kept.
Source: the design of the interface, section 4.4.
Signals: `open_file_requested(str)`, `open_person_requested(str, str)` (family, person), `open_record_requested(str,
str)`, `open_draft_requested(str)`, `form_requested(str)`, `add_family_requested(str)` with what was looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp.ui.kit import (
    Button,
    EmptyState,
    Flow,
    Hairline,
    Icon,
    IconLine,
    RowCard,
    Text,
    UnitLine,
    announce,
    column,
    row,
)
from fieldapp.ui.pages.pieces import mark_of, ruled_inset, titled
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.search.presenter import Facts, HitGroup, HitRow, SearchPresenter, SearchState
from fieldapp.ui.words import Words

say = Words("Search")

PAUSE_MS = 60
"""Keys that come closer together than this are asked once; an answer is due within 200 ms of the last."""


class SearchPage(Screen):
    """Find a family, a child, a note, a draft, a form."""

    open_file_requested = Signal(str)
    open_person_requested = Signal(str, str)
    open_record_requested = Signal(str, str)
    open_draft_requested = Signal(str)
    form_requested = Signal(str)
    add_family_requested = Signal(str)

    def __init__(self, presenter: SearchPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Search")
        self._state = SearchState()
        self._cards: dict[str, RowCard] = {}
        self._chosen = ""
        self.words = UnitLine(placeholder=say("A name, a place or a few words"))
        self.words.line.setAccessibleName(say("Find"))
        self.words.line.setAccessibleDescription(say("A name, a place or a few words"))
        self.open_hit = Button(say("Open"), "primary")
        self._results, self._note, self._nothing = Slot(), Slot(), Slot()
        field = row(Icon("search", "ink.strong"), self.words, self.open_hit, gap=3)
        field.setStretch(1, 1)
        head = QWidget()
        head.setLayout(column(Text(say("Search"), "h1", "ink.strong"), field, gap=3))
        self.set_page(head, stacked(self._note, self._nothing, self._results, gap=4))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh_now)
        self.words.answered.connect(self._typed)
        self.words.line.returnPressed.connect(self._open_chosen)
        self.words.line.installEventFilter(self)
        self.open_hit.clicked.connect(self._open_chosen)
        self._show(presenter.state())

    # -- Screen ---------------------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Facts]:
        return partial(self.presenter.read, self.presenter.text)

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts, online=self.around.online()))
        if facts.text == self.presenter.text and facts.text.strip():
            announce(self, self._state.announce)

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.words.line

    def opened(self) -> str:
        """Each time it opens the field is empty: no history of searches is kept."""
        self.words.line.clear()
        self._show(self.presenter.type(""))
        return super().opened()

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: SearchState) -> None:
        self._state = state
        ids = [hit.id for group in state.groups for hit in group.rows]
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        self._note.fill(state.restricted, lambda: _restricted(state.restricted))
        nothing = (state.empty, state.elsewhere, state.can_add)
        self._nothing.fill(nothing, lambda: self._make_nothing(state) if state.empty else None)
        if not state.groups:
            self._cards = {}  # they go with the results
        self._results.fill(state.groups, lambda: self._make_results(state) if state.groups else None)
        self.open_hit.setVisible(bool(ids))
        self._mark_chosen()

    def _make_results(self, state: SearchState) -> QWidget:
        self._cards = {}
        return stacked(*(self._group(group) for group in state.groups), gap=4)

    def _group(self, group: HitGroup) -> QWidget:
        cards = [self._hit(hit) for hit in group.rows]
        beside = [Text(group.more, "caption", "ink.soft", wrap=False)] if group.more else []
        return titled(group.title, Hairline(), ruled_inset(cards), beside=beside, count=str(len(group.rows)))

    def _hit(self, hit: HitRow) -> RowCard:
        words = column(Text(hit.title, "bodyStrong", "ink.strong"), gap=0)
        if hit.excerpt:
            words.addWidget(Text(hit.excerpt, "body", "ink.body"))
        facts = Flow(Text(hit.under, "caption", "ink.soft"), gap=4, line_gap=0)
        words.addLayout(facts)
        line = row(column(Icon(hit.icon, "ink.soft"), None, gap=0), words, gap=4, margins=(2, 4))
        line.setStretch(1, 1)
        if hit.mark is not None:
            line.addWidget(mark_of(hit.mark))
        card = RowCard(line, hit.name)
        card.setCheckable(True)
        card.clicked.connect(partial(self._pressed, hit.id))
        card.installEventFilter(self)
        card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._cards[hit.id] = card
        return placed(card, f"hit {hit.id}")  # type: ignore[no-any-return]

    def _make_nothing(self, state: SearchState) -> QWidget:
        pieces: list[QWidget] = [EmptyState("search", state.empty)]
        if state.can_add:
            add = Button(say("Add a new family"), "primary", icon="user-plus")
            add.clicked.connect(lambda: self.add_family_requested.emit(self.words.line.text().strip()))
            service = Button(say("Search the service"))
            service.setEnabled(False)
            service.setAccessibleDescription(state.elsewhere)
            buttons = QWidget()
            buttons.setLayout(Flow(placed(add, "add"), service, gap=3))
            pieces += [buttons, Text(state.elsewhere, "caption", "ink.soft")]
        return stacked(*pieces, gap=3)

    def _mark_chosen(self) -> None:
        for id, card in self._cards.items():
            card.setChecked(id == self._chosen)

    # -- what a person does ---------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self._show(self.presenter.type(text))
        self._pause.start()

    def refresh_now(self) -> None:
        """Ask the index for what is typed."""
        self._asked += 1
        asked = self._asked
        self._reading = True
        self.around.tasks.run(
            self.read_aside(),
            lambda facts: self._arrived(asked, facts),
            lambda fault: self._failed(asked, fault),
            asker=self,
        )

    def _pressed(self, id: str) -> None:
        self._chosen = id
        self._mark_chosen()
        self._open_chosen()

    def _open_chosen(self) -> None:
        hit = next(
            (one for group in self._state.groups for one in group.rows if one.id == self._chosen), None
        )
        if hit is None:
            return
        if hit.form:
            self.form_requested.emit(hit.form)
        elif hit.draft:
            self.open_draft_requested.emit(hit.draft)
        elif hit.group == "families" and hit.doc == hit.scope:
            self.open_file_requested.emit(hit.scope)
        elif hit.group in ("families", "children"):
            self.open_person_requested.emit(hit.scope, hit.doc)
        else:
            self.open_record_requested.emit(hit.scope, hit.doc)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the results; Up from the first goes back to the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._cards:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            ids = list(self._cards)
            if step and watched is self.words.line:
                if step > 0:
                    self._go_to(self._chosen if self._chosen in ids else ids[0])
                return True
            here = next((id for id, card in self._cards.items() if card is watched), None)
            if step and here is not None:
                at = ids.index(here) + step
                if at < 0:
                    self.words.line.setFocus(Qt.FocusReason.TabFocusReason)
                elif at < len(ids):
                    self._go_to(ids[at])
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, id: str) -> None:
        self._chosen = id
        self._mark_chosen()
        for other, card in self._cards.items():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == id else Qt.FocusPolicy.ClickFocus)
        self._cards[id].setFocus(Qt.FocusReason.TabFocusReason)


def _restricted(words: str) -> QWidget | None:
    return IconLine("lock-keyhole", words, ink="restricted.ink", style="label") if words else None
