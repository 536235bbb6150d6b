"""On this laptop, on screen: right now, the families carried, space, who can see what, lost or stolen, check my store.

Promise: a table whose every line is also one sentence; what is old or no longer yours says so in words. Looking
through the store happens aside and changes nothing.
Source: the design of the interface, section 4.12 and its picture 12.
Signals: `open_file_requested(str)`, `choose_families_requested()`, `print_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import (
    Banner,
    Button,
    Card,
    EmptyState,
    IconLine,
    RowCard,
    Run,
    Text,
    announce,
    column,
    row,
)
from fieldapp.ui.kit.paint import box
from fieldapp.ui.laptop.presenter import CarriedRow, FactRow, LaptopPresenter, LaptopState, Space
from fieldapp.ui.pages.pieces import heading, ruled, titled
from fieldapp.ui.pages.screen import Around, Columns, Screen, Slot, placed, stacked
from fieldapp.ui.words import Words

say = Words("Laptop")

SIDE_WIDTH = 300
SHARES = (5, 2, 5, 3, 2)
"""How the table's columns share its width: family, children, last refreshed, not sent, size."""


class LaptopPage(Screen):
    """What Fieldapp keeps here."""

    open_file_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, presenter: LaptopPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("On this laptop")
        self._state = LaptopState()
        self._cards: list[RowCard] = []
        self._facts, self._families = Slot(), Slot()
        self._space, self._side, self._found = Slot(), Slot(), Slot()
        self.check = Button(say("Check my store"), "primary", icon="shield")
        head = heading(
            say("What is on this laptop"),
            say("Everything Fieldapp keeps here, and what the service knows about it."),
            self.check,
        )
        main = stacked(self._found, self._facts, self._families, gap=4)
        self.set_page(head, Columns(main, stacked(self._space, self._side, gap=4), side=SIDE_WIDTH))
        self.check.clicked.connect(self._check)

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def spoken(self) -> str:
        return self._state.announce

    def first_focus(self) -> QWidget | None:
        return self._cards[0] if self._cards else self.check

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: LaptopState) -> None:
        self._state = state
        self.check.set_busy(say("Checking") if state.checking else None)
        self._found.fill((state.check, state.check_ok), lambda: _found(state))
        self._facts.fill(state.facts, lambda: _right_now(state.facts))
        self._families.fill((state.families, state.empty), lambda: self._make_families(state))
        self._space.fill(state.space, lambda: _space(state.space))
        self._side.fill((state.sees, state.sees_more, state.lost, state.shared), lambda: _notes(state))

    def _make_families(self, state: LaptopState) -> QWidget:
        self._cards = []
        if state.empty:
            return EmptyState("users", state.empty)
        names = (say("Family"), say("Children"), say("Last refreshed"), say("Not sent"), say("Size"))
        cells: list[QWidget] = [Text(name, "caption", "ink.soft") for name in names]
        lines: list[QWidget] = [_table_line(cells, header=True)]
        for family in state.families:
            card = RowCard(_line(family), family.name)
            card.clicked.connect(partial(self.open_file_requested.emit, family.scope))
            card.installEventFilter(self)
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._cards else Qt.FocusPolicy.StrongFocus)
            self._cards.append(placed(card, f"family {family.scope}"))
            lines.append(card)
        return titled(say("Families carried"), ruled(lines))

    # -- what a person does ---------------------------------------------------------------------------------------

    def _check(self) -> None:
        self._show(self.presenter.begin_check())
        self.around.tasks.run(
            self.presenter.check,
            lambda found: self._checked(*found),
            lambda fault: self._checked_with(fault),
            asker=self,
        )

    def _checked(self, sentence: str, ok: bool) -> None:
        self._show(self.presenter.checked_as(sentence, ok))
        announce(self, sentence)

    def _checked_with(self, fault: Exception) -> None:
        self._show(self.presenter.checked_as("", True))
        raise fault

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the families; the table is one Tab stop."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self._cards:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            at = next(n for n, card in enumerate(self._cards) if card is watched) + step
            if step:
                if 0 <= at < len(self._cards):
                    for card in self._cards:
                        card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                    self._cards[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                    self._cards[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


def _found(state: LaptopState) -> QWidget | None:
    if not state.check:
        return None
    return Banner("info" if state.check_ok else "trouble", state.check)


def _right_now(facts: tuple[FactRow, ...]) -> QWidget:
    lines = []
    labels = [IconLine(fact.icon, fact.what, ink="ink.soft", style="body", place=1) for fact in facts]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for fact, what in zip(facts, labels, strict=True):
        what.setMinimumWidth(widest)  # what stands beside them begins in one line, in any language
        words = Text("", "body", "ink.soft")
        ink = "status.decision.ink" if fact.look else "ink.strong"
        words.set_runs([Run(fact.strong, "bodyStrong", ink), *([Run(f" {fact.rest}")] if fact.rest else [])])
        line = row(what, words, gap=4, margins=(2, 4))
        line.setStretch(0, 3)
        line.setStretch(1, 7)
        holder = QWidget()
        holder.setLayout(line)
        holder.setAccessibleName(f"{fact.what}: {fact.strong} {fact.rest}".strip())
        lines.append(holder)
    return titled(say("Right now"), ruled(lines, first=True))


def _line(family: CarriedRow):  # type: ignore[no-untyped-def]
    fresh: QWidget = (
        IconLine(
            "triangle-alert", family.fresh, ink="status.decision.ink", style="bodyStrong", place=0, wrap=True
        )
        if family.look
        else Text(family.fresh, "body", "ink.body")
    )
    cells: list[QWidget] = [
        Text(family.label, "bodyStrong", "ink.strong"),
        Text(family.children, "body", "ink.body"),
        fresh,
        Text(family.unsent, "body", "ink.body"),
        Text(family.size, "body", "ink.soft", align=Qt.AlignmentFlag.AlignRight),
    ]
    return _shared_out(cells)


def _table_line(cells: list[QWidget], *, header: bool) -> QWidget:
    holder = QWidget()
    holder.setLayout(_shared_out(cells, tight=header))
    return holder


def _shared_out(cells: list[QWidget], *, tight: bool = False):  # type: ignore[no-untyped-def]
    line = row(*cells, gap=3, margins=(1 if tight else 2, 4))
    for index, share in enumerate(SHARES):
        line.setStretch(index, share)
    return line


def _space(space: Space) -> QWidget:
    inside = column(Text(say("Space"), "h3", "ink.strong"), gap=2, margins=4)
    if not space.rows:
        inside.addWidget(Text(say("This laptop does not say how much room is left."), "body", "ink.soft"))
        return Card(inside)
    if space.total:
        inside.addWidget(SpaceBar(space))
    for (what, amount), ink in zip(space.rows, ("accent.base", "line.control", "bg.surface"), strict=False):
        line = row(Swatch(ink), Text(what, "caption", "ink.body"), gap=2)
        line.setStretch(1, 1)
        line.addWidget(Text(amount, "label", "ink.strong", wrap=False))
        inside.addLayout(line)
    return Card(inside)


def _notes(state: LaptopState) -> QWidget:
    pieces: list[QWidget] = [
        Card(
            column(
                Text(say("Who can see what"), "h3", "ink.strong"),
                Text(f"{state.sees} {state.sees_more}", "body", "ink.body"),
                gap=1,
                margins=4,
            )
        ),
        Card(
            column(
                Text(say("Lost or stolen?"), "h3", "ink.strong"),
                Text(state.lost, "body", "ink.body"),
                gap=1,
                margins=4,
            )
        ),
    ]
    if state.shared:
        pieces.append(Text(state.shared, "caption", "ink.soft"))
    return stacked(*pieces, gap=4)


class Swatch(QWidget):
    """The colour of a part of the bar; the word beside it says the same."""

    def __init__(self, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        edge = theme.current().space(3)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        box(
            QPainter(self),
            QRectF(self.rect()),
            fill=look.colour(self._ink),
            line=look.colour("line.control"),
            radius=look.radius("mark") / 2,
        )


class SpaceBar(QWidget):
    """The disk as a bar: ours, everything else, free. Decoration: the figures stand under it."""

    def __init__(self, space: Space, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._space = space
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.size("control"), look.space(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, space = theme.current(), self._space
        total = space.total or 1
        ours, free = space.ours or 0, space.free or 0
        painter = QPainter(self)
        whole = QRectF(self.rect())
        box(
            painter,
            whole,
            fill=look.colour("bg.surface"),
            line=look.colour("line.control"),
            radius=look.radius("mark"),
        )
        inner = whole.adjusted(1, 1, -1, -1)
        other = inner.width() * max(0, total - free - ours) / total
        least = look.space(1)
        mine = max(least, inner.width() * ours / total) if ours else 0
        mirrored = self.isRightToLeft()
        left = inner.right() - other if mirrored else inner.left()
        painter.fillRect(QRectF(left, inner.top(), other, inner.height()), look.colour("line.control"))
        left = left - mine if mirrored else left + other
        painter.fillRect(QRectF(left, inner.top(), mine, inner.height()), look.colour("accent.base"))
