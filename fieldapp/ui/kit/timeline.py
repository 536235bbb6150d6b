"""A long list of dated rows: fifty at a time, built in slices so that the window never waits.

Promise: a row is one thing to press, read as one sentence; all rows together are one Tab stop, Up, Down, Home and End
move among them; how many of how many are shown is said and announced; more come when the button is pressed. Rows wrap;
nothing is elided.
Source: interface design sections 3, 4.5 (chronology) and 6.
Signals: `opened(str)` and `key_event_requested(str)` (Ctrl+E) with the row's key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.button import Button
from fieldapp.ui.kit.cards import RowCard
from fieldapp.ui.kit.icon import Icon
from fieldapp.ui.kit.layout import Flow, Hairline, column, row
from fieldapp.ui.kit.marks import Chip, MarkKind, SyncMark
from fieldapp.ui.kit.messages import announce
from fieldapp.ui.kit.slices import Slices
from fieldapp.ui.kit.text import Text
from fieldapp.ui.words import Words

say = Words("Timeline")
CHUNK = 50  # interface design 4.5


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One dated row, in the words it shows."""

    key: str
    date: str
    under_date: str
    icon: str
    title: str
    lines: tuple[str, ...] = ()
    quoted: bool = False
    mark: MarkKind | None = None
    mark_words: str = ""
    chip: str = ""
    """A restricted part, in words ("Who called is restricted")."""
    note: str = ""
    """"added later" and the like, quiet beside the title."""
    spoken: str = ""


class Timeline(QWidget):
    """The rows. Set them with `set_rows`; the same keys in the same order keep the keyboard's place."""

    opened = Signal(str)
    key_event_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TimelineRow, ...] = ()
        self._wanted = 0
        self.cards: dict[str, RowCard] = {}
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.count = Text("", "caption", "ink.soft")
        self.more = Button("", "quiet", height="controlCompact")
        self.more.clicked.connect(self.show_more)
        foot = row(self.count, self.more, gap=3, margins=(2, 4))
        foot.setStretch(0, 1)
        outer = column(self._lines, foot, gap=0)
        self.setLayout(outer)
        self._slices = Slices(self)

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show other rows from the top."""
        if tuple(rows) == self._rows:
            return
        self._slices.stop()
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()  # Qt shows what a layout took in a moment later: by then it must be hidden on purpose
                widget.setParent(None)
                widget.deleteLater()
        self.cards = {}
        self._rows = tuple(rows)
        self._wanted = min(CHUNK, len(self._rows))
        self._build()
        self._say_count()

    def show_more(self) -> None:
        """Show the next fifty."""
        self._wanted = min(self._wanted + CHUNK, len(self._rows))
        self._build()
        self._say_count()
        announce(self, self.count.words())

    def is_whole(self) -> bool:
        """True when every row asked for is built."""
        return len(self.cards) >= self._wanted

    def _build(self) -> None:
        self._slices.begin([self._add] * (self._wanted - len(self.cards)))

    def _add(self) -> None:
        """The next row."""
        value = self._rows[len(self.cards)]
        if self.cards:
            self._lines.addWidget(Hairline())
        card = self._card(value)
        if self.cards:
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.cards[value.key] = card
        self._lines.addWidget(card)

    def _card(self, value: TimelineRow) -> RowCard:
        look = theme.current()
        day = Text(value.date, "label", "ink.strong", wrap=False)
        day.setMinimumWidth(max(look.size("control") + look.space(5), day.sizeHint().width()))
        when = column(day, Text(value.under_date, "caption", "ink.soft", wrap=False), None, gap=0)
        words: list[QWidget] = [Text(value.title, "bodyStrong", "ink.strong")]
        if value.note:
            words.append(Text(value.note, "caption", "ink.soft", wrap=False))
        if value.chip:
            words.append(Chip(value.chip, "restricted"))
        body = column(Flow(*words, gap=2, line_gap=1), gap=1)
        for number, line in enumerate(value.lines):
            quoted = value.quoted and number == 0
            body.addWidget(
                Text(line, "label" if quoted else "caption", "ink.strong" if quoted else "ink.soft")
            )
        pieces = row(when, column(Icon(value.icon, "ink.soft"), None, gap=0), body, gap=4, margins=(3, 4))
        pieces.setStretch(2, 1)
        if value.mark is not None:
            pieces.addLayout(column(SyncMark(value.mark, value.mark_words), None, gap=0))
        spoken = value.spoken or ". ".join(
            part.removesuffix(".")
            for part in (
                value.date,
                value.under_date,
                value.title,
                *value.lines,
                value.mark_words,
                value.chip,
            )
            if part
        )
        card = RowCard(pieces, spoken)
        card.clicked.connect(lambda: self.opened.emit(value.key))
        card.installEventFilter(self)
        card.setProperty("row_key", value.key)
        return card

    def _stop_at(self, key: str) -> None:
        """Tab comes back to this row: of fifty rows each a stop, nobody reached what stands after them."""
        for one, card in self.cards.items():
            here = one == key
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if event.type() == QEvent.Type.FocusIn and watched.property("row_key") in self.cards:
            self._stop_at(watched.property("row_key"))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = list(self.cards)
            key = watched.property("row_key")
            if event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.key_event_requested.emit(key)
                return True
            far = len(keys)
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_Home: -far,
                Qt.Key.Key_End: far,
            }.get(Qt.Key(event.key()), 0)
            if abs(step) == far and key in self.cards:
                self.cards[keys[0 if step < 0 else -1]].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if step and key in self.cards:
                at = keys.index(key) + step
                if 0 <= at < len(keys):
                    self.cards[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
                elif step > 0 and not self.more.isHidden():
                    self.more.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return bool(super().eventFilter(watched, event))

    def _say_count(self) -> None:
        of = len(self._rows)
        self.count.setText(say("Showing 1 to {shown} of {of}", shown=self._wanted, of=of) if of else "")
        self.count.setVisible(of > CHUNK)
        rest = min(CHUNK, of - self._wanted)
        self.more.setVisible(rest > 0)
        self.more.set_words(say("Show {n} more", n=rest))
