"""Drafts on screen: unfinished notes by family, and those that can be put back.

Promise: the note written last has the one filled button; removing a draft says how long it is kept and offers Undo.
Source: the design of the interface, section 4.11.
Signals: `open_draft_requested(str)`, `removed(str, str)` (draft, words of the toast).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.drafts.presenter import DraftGroup, DraftRow, DraftsPresenter, DraftsState, GoneRow
from fieldapp.ui.kit import Banner, Button, Card, EmptyState, Flow, Icon, Text, announce, column, row
from fieldapp.ui.pages.pieces import heading, look_line, mark_of, ruled, titled
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Drafts")


class DraftsPage(Screen):
    """What was begun and not finished."""

    open_draft_requested = Signal(str)
    removed = Signal(str, str)

    def __init__(self, presenter: DraftsPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Drafts")
        self._state = DraftsState()
        self._trouble, self._list, self._gone = Slot(), Slot(), Slot()
        head = heading(say("Drafts"), say("Drafts stay on this laptop until you finish them."))
        self.set_page(head, stacked(self._trouble, self._list, self._gone, gap=5))

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self.primary()

    def _show(self, state: DraftsState) -> None:
        self._state = state
        self._trouble.fill(state.trouble, lambda: Banner("trouble", state.trouble) if state.trouble else None)
        self._list.fill((state.groups, state.newest, state.empty), lambda: self._make_list(state))
        self._gone.fill(state.gone, lambda: self._make_gone(state.gone) if state.gone else None)

    def _make_list(self, state: DraftsState) -> QWidget:
        if not state.groups:
            return EmptyState("file-pen", state.empty)
        return stacked(*(self._group(group, state.newest) for group in state.groups), gap=5)

    def _group(self, group: DraftGroup, primary: str) -> QWidget:
        pieces: list[QWidget] = []
        if group.twins:
            pieces.append(Banner("info", group.twins, icon="copy"))
        rows = ruled([self._draft(draft, draft.draft == primary) for draft in group.rows], first=True)
        card = titled(group.label, rows, count=str(len(group.rows)))
        return stacked(*pieces, card, gap=2)

    def _draft(self, draft: DraftRow, primary: bool) -> QWidget:
        facts = Flow(mark_of(draft.mark), gap=4, line_gap=1)
        facts.addWidget(Text(draft.saved, "caption", "ink.soft", wrap=False))
        facts.addWidget(Text(draft.age, "caption", "ink.soft", wrap=False))
        words = column(Text(draft.title, "bodyStrong", "ink.strong"), gap=1)
        if draft.stopped:
            words.addWidget(Text(draft.stopped, "body", "ink.body"))
        if draft.note:
            words.addWidget(look_line("history", draft.note, look=True))
        words.addLayout(facts)
        go_on = Button(
            say("Go on writing"), "primary" if primary else "plain", icon="notebook-pen" if primary else None
        )
        go_on.setAccessibleDescription(draft.name)
        go_on.clicked.connect(partial(self.open_draft_requested.emit, draft.draft))
        remove = Button(say("Remove"), "quiet")
        remove.setAccessibleDescription(draft.name)
        remove.clicked.connect(partial(self._remove, draft))
        buttons = Flow(
            placed(remove, f"remove {draft.draft}"), placed(go_on, f"go on {draft.draft}"), gap=2, end=True
        )
        line = row(column(Icon(draft.icon, "ink.soft"), None, gap=0), words, gap=4, margins=(3, 5))
        line.setStretch(1, 1)
        line.addLayout(buttons)
        holder = QWidget()
        holder.setLayout(line)
        holder.setAccessibleName(draft.name)
        return holder

    def _make_gone(self, gone: tuple[GoneRow, ...]) -> QWidget:
        lines = [self._gone_row(one) for one in gone]
        return Card(
            column(
                column(
                    Text(say("Removed, and can be put back"), "h3", "ink.strong"),
                    Text(say("A removed draft is kept for 30 days."), "caption", "ink.soft"),
                    gap=0,
                    margins=(3, 4),
                ),
                ruled(lines, first=True),
                gap=0,
            )
        )

    def _gone_row(self, one: GoneRow) -> QWidget:
        words = column(
            Text(one.title, "bodyStrong", "ink.soft"),
            Text(f"{one.label}. {one.removed}. {one.left}.", "caption", "ink.soft"),
            gap=0,
        )
        back = Button(say("Put back"), height="controlCompact", icon="undo-2")
        back.setAccessibleDescription(one.name)
        back.clicked.connect(partial(self._put_back, one))
        line = row(words, placed(back, f"back {one.draft}"), gap=3, margins=(2, 5))
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        holder.setAccessibleName(one.name)
        return holder

    def _remove(self, draft: DraftRow) -> None:
        if self.presenter.discard(draft.draft):
            words = say("Removed. It is kept for 30 days.")
            self.removed.emit(draft.draft, words)
            announce(self, words)
        self.refresh()

    def undo_remove(self, draft: str) -> None:
        """Put a draft back that was just removed."""
        self.presenter.put_back(draft)
        self.refresh()

    def _put_back(self, one: GoneRow) -> None:
        if self.presenter.put_back(one.draft):
            announce(self, say("{title} is back among your drafts.", title=one.title))
        self._show(self.presenter.state())
        self.refresh()
