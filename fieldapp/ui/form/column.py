"""The questions of a page as a column of widgets, changed only where the page changed.

Promise: showing the items again keeps every widget whose item is still there, with its caret, selection and undo;
only what came is made and only what went is taken away. What came is made a little in each turn of the event loop, in
reading order; whoever asks for one question gets it at once, and it alone. Closed cards are one light widget each, so
two hundred of them stay quick; the questions of a card are made when it is opened.
Never: a decision about a form; a widget rebuilt while somebody writes in it.
Source: interface design section 4.6 (repeats are cards; lazy); architecture ("the way of one answer": ≤ 16 ms).
Signals: `answered(key, text)`, `left(key)`, `entered(key)`, `caret_moved(key, place)`, `row_wish(wish, row)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from fieldapp.forms import Key
from fieldapp.ui import theme
from fieldapp.ui.form.stack import Stack
from fieldapp.ui.form.state import Heading, Item, Note, Question, Repeat, RowCard
from fieldapp.ui.kit import Banner, Button, IconLine, RepeatCard, Slices, Text
from fieldapp.ui.kit.paint import draw_icon
from fieldapp.ui.questions import widget_for
from fieldapp.ui.questions.base import QuestionWidget
from fieldapp.ui.words import Words

say = Words("Form")

Name = tuple[str, Key]
"""A widget's place in a column: its sort and its item's key."""


class ItemColumn(QWidget):
    """Questions, notes, headings and repeats, one under another."""

    answered = Signal(str, str)
    left = Signal(str)
    entered = Signal(str)
    caret_moved = Signal(str, int)
    row_wish = Signal(str, str)
    """What is wished of a repeat or a row: add, remove, put_back, up, down, open, close."""

    def __init__(self, *, gap: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[Name, QWidget] = {}
        self._order: list[Name] = []
        self._wanted: dict[Name, Item] = {}
        self._slices = Slices(self)
        self._column = Stack(gap=gap)
        self.setLayout(self._column)

    def show_items(self, items: Sequence[Item], *, later: bool = False) -> None:
        """Bring the column to these items: what stands already now, what is new a little in each turn; `later`, where
        this turn has enough to do."""
        wanted: dict[Name, Item] = {(_sort_of(item), item.key): item for item in items}
        let_go_of_keyboard([self._shown[name] for name in self._order if name not in wanted])
        self._wanted = wanted  # only now: what lost the keyboard may have shown the page anew
        for gone in [name for name in self._order if name not in wanted]:
            self._take_away(gone)
        kept = [name for name in self._wanted if name in self._shown]
        for place, name in enumerate(kept):
            if self._order[place] != name:
                self._order.remove(name)
                self._order.insert(place, name)
                self._column.move(self._shown[name], place)
            _update(self._shown[name], self._wanted[name])
        steps = [partial(self._stand, name) for name in self._wanted if name not in self._shown]
        if later:
            self._slices.begin_later(steps)
        else:
            self._slices.begin(steps)

    def finish_making(self) -> None:
        """Make now what would have followed by itself."""
        self._slices.finish()
        for repeat in self._repeats():
            repeat.finish_making()

    def is_whole(self) -> bool:
        """True when nothing is left to make."""
        return self._slices.is_whole() and all(repeat.is_whole() for repeat in self._repeats())

    def _stand(self, name: Name) -> QWidget:
        """The widget of one wanted item, made if it is not there yet, in its place among those that are."""
        found = self._shown.get(name)
        if found is not None:
            return found
        widget = self._make(self._wanted[name])
        place = 0
        for before in self._wanted:
            if before == name:
                break
            place += before in self._shown
        self._shown[name] = widget
        self._order.insert(place, name)
        self._column.insert(place, widget)
        return widget

    def show_item(self, item: Question | Note) -> bool:
        """Bring one question or note up to date, wherever in the column it stands; False if it is not here."""
        name = (_sort_of(item), item.key)
        widget = self._shown.get(name)
        if widget is not None:
            _update(widget, item)
            return True
        if name in self._wanted:
            self._wanted[name] = item  # it will be made as it stands now
            return True
        repeat = self._repeat_around(item.key)
        return repeat is not None and repeat.show_item(item)

    def question(self, key: Key) -> QuestionWidget | None:
        """The widget of one question, in an open card too; made now, if it would have followed by itself."""
        name = ("question", key)
        if name in self._wanted:
            found = self._stand(name)
            return found if isinstance(found, QuestionWidget) else None
        repeat = self._repeat_around(key)
        return repeat.question(key) if repeat is not None else None

    def questions(self) -> Iterator[QuestionWidget]:
        """All questions shown, in reading order, each made as it is asked for."""
        for name in list(self._wanted):
            if name not in self._wanted or name[0] not in {"question", "repeat"}:
                continue
            widget = self._stand(name)
            if isinstance(widget, QuestionWidget):
                yield widget
            elif isinstance(widget, RepeatView):
                yield from widget.questions()

    def first_to_answer(self) -> QuestionWidget | None:
        """The first question in which nothing stands, else the first of all; made now, and nothing before it."""
        asked = list(_asked(self._wanted.values()))
        first = next((question for question in asked if not question.text), asked[0] if asked else None)
        return self.question(first.key) if first is not None else None

    def card(self, key: Key) -> QWidget | None:
        """The card of one row, open, closed or removed."""
        repeat = self._repeat_around(key)
        return repeat.card(key) if repeat is not None else None

    def repeat(self, key: Key) -> RepeatView | None:
        """One repeat, with its cards and the way to add another."""
        name = ("repeat", key)
        found = self._stand(name) if name in self._wanted else None
        return found if isinstance(found, RepeatView) else None

    def _repeat_around(self, key: Key) -> RepeatView | None:
        """The repeat of this page that holds a row or what stands in one, made if it is not there yet."""
        for item in self._wanted.values():
            if isinstance(item, Repeat) and key.startswith(f"{item.key}["):
                return self.repeat(item.key)
        return None

    def _repeats(self) -> list[RepeatView]:
        """Those that stand already."""
        return [widget for widget in self._shown.values() if isinstance(widget, RepeatView)]

    def _take_away(self, name: tuple[str, Key]) -> None:
        widget = self._shown.pop(name)
        self._order.remove(name)
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _make(self, item: Item) -> QWidget:
        if isinstance(item, Question):
            return self._make_question(item)
        if isinstance(item, Repeat):
            repeat = RepeatView(item)
            self._join(repeat)
            return repeat
        if isinstance(item, Heading):
            return Text(item.text, "h3", "ink.strong")
        return NoteView(item)

    def _make_question(self, item: Question) -> QuestionWidget:
        key = item.key
        widget = widget_for(item)
        widget.answered.connect(lambda text: self.answered.emit(key, text))
        widget.left.connect(lambda: self.left.emit(key))
        widget.entered.connect(lambda: self.entered.emit(key))
        widget.caret_moved.connect(lambda place: self.caret_moved.emit(key, place))
        return widget

    def _join(self, inner: RepeatView) -> None:
        """Pass on what the questions inside cards say."""
        inner.answered.connect(self.answered)
        inner.left.connect(self.left)
        inner.entered.connect(self.entered)
        inner.caret_moved.connect(self.caret_moved)
        inner.row_wish.connect(self.row_wish)


class NoteView(QWidget):
    """Text of the form: quiet, or (the harm rule) not to be overlooked."""

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Banner | IconLine
        if note.strong:
            self._words = Banner("trouble", note.text)
        else:
            self._words = IconLine(
                "info", note.text, ink="ink.body", icon_ink="ink.soft", style="body", place=1, wrap=True
            )
        self.setLayout(Stack(self._words))

    def show_note(self, note: Note) -> None:
        """Another text in the same place."""
        if isinstance(self._words, Banner):
            self._words.show_state("trouble", note.text)
        else:
            self._words.setText(note.text)


class _ClosedCard(QAbstractButton):
    """A card that is not open: its title, what is missing, and the way in."""

    def __init__(self, card: RowCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._label = Text("", "bodyStrong", "ink.strong", parent=self)
        self._detail = Text("", "caption", "ink.soft", parent=self)
        for piece in (self._label, self._detail):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_card(card)

    def show_card(self, card: RowCard) -> None:
        self.card = card
        self._label.setText(card.title)
        missing = say.count(card.missing, "{n} answer missing", "{n} answers missing") if card.missing else ""
        self._detail.setText(missing)
        self._detail.set_ink("status.decision.ink" if card.missing else "ink.soft")
        self.setAccessibleName(", ".join(part for part in (card.name, missing, say("closed")) if part))
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.size("readingWidth") // 2, look.size("control") + look.space(2))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        return max(
            self._label.heightForWidth(self._room(width)) + 2 * look.space(2), self.sizeHint().height()
        )

    def _room(self, width: int) -> int:
        look = theme.current()
        detail = self._detail.sizeHint().width() if self._detail.words() else 0
        return max(width - 3 * look.space(4) - look.icon(1) - detail, 1)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        look = theme.current()
        room, detail = (
            self._room(self.width()),
            self._detail.sizeHint().width() if self._detail.words() else 0,
        )
        tall = self._label.heightForWidth(room)
        self._label.setGeometry(look.space(4), (self.height() - tall) // 2, room, tall)
        self._detail.setGeometry(look.space(4) + room, 0, detail, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtCore import QRectF

        from fieldapp.ui.kit.paint import box

        look = theme.current()
        painter = QPainter(self)
        box(
            painter,
            QRectF(self.rect()),
            fill=look.colour("bg.hover" if self.underMouse() else "bg.surface"),
            line=look.colour("line.control"),
            radius=look.radius("card"),
        )
        edge = look.icon(1)
        place = QPointF(self.width() - edge - look.space(4), (self.height() - edge) / 2)
        draw_icon(painter, "chevron-down", look.colour("ink.strong"), place, edge)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Enter opens, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)


class RepeatView(QWidget):
    """A repeat: its label, its cards, and a way to add another."""

    answered = Signal(str, str)
    left = Signal(str)
    entered = Signal(str)
    caret_moved = Signal(str, int)
    row_wish = Signal(str, str)

    def __init__(self, repeat: Repeat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = repeat.key
        self._label = Text(repeat.label, "h3", "ink.strong")
        self._cards: dict[Key, QWidget] = {}
        self._columns: dict[Key, ItemColumn] = {}
        self._order: list[Key] = []
        self._repeat = repeat
        self._slices = Slices(self)
        self._add = Button(repeat.add_text, "plain", icon="plus")
        self._add.clicked.connect(lambda: self.row_wish.emit("add", self._key))
        self._cards_column = Stack(gap=3)
        self._holder = QWidget()
        self._holder.setLayout(self._cards_column)
        layout = Stack(self._label, self._holder, self._add, gap=2)
        layout.setAlignment(self._add, Qt.AlignmentFlag.AlignLeading)
        self.setLayout(layout)
        self.show_repeat(repeat)

    def show_repeat(self, repeat: Repeat) -> None:
        """Bring the cards to this repeat."""
        self._label.setText(repeat.label)
        self._add.set_words(repeat.add_text)
        self._add.setAccessibleName(f"{repeat.add_text}: {repeat.label}")
        self._add.setVisible(not repeat.fixed)
        wanted = {card.key for card in repeat.rows}
        let_go_of_keyboard([self._cards[key] for key in self._order if key not in wanted])
        for gone in [key for key in self._order if key not in wanted]:
            self._take_away(gone)
        self._repeat = repeat
        # What stands already is brought up to date now, what is new a little in each turn.
        fresh = []
        for card in repeat.rows:
            if card.key in self._cards:
                self._put(card)
            else:
                fresh.append(partial(self._stand, card.key))
        self._slices.begin(fresh)

    def _stand(self, key: Key) -> QWidget | None:
        """The card of one row, made if it is not there yet."""
        if key not in self._cards:
            card = next((card for card in self._repeat.rows if card.key == key), None)
            if card is None:
                return None
            self._put(card)
        return self._cards[key]

    def _put(self, card: RowCard) -> None:
        widget = self._cards.get(card.key)
        place = 0
        for before in self._repeat.rows:
            if before.key == card.key:
                break
            place += before.key in self._cards
        whole = card.open or card.removed
        if widget is not None and isinstance(widget, RepeatCard) != whole:
            let_go_of_keyboard([widget])
            self._take_away(card.key)
            widget = None
        if widget is None:
            widget = self._open_card(card, self._repeat) if whole else self._closed_card(card)
            self._cards[card.key] = widget
            self._order.insert(place, card.key)
            self._cards_column.insert(place, widget)
        elif self._order[place] != card.key:
            self._order.remove(card.key)
            self._order.insert(place, card.key)
            self._cards_column.move(widget, place)
        if isinstance(widget, RepeatCard):
            self._show_open(widget, card, self._repeat)
        elif isinstance(widget, _ClosedCard):
            widget.show_card(card)

    def _closed_card(self, card: RowCard) -> _ClosedCard:
        closed = _ClosedCard(card)
        key = card.key
        closed.clicked.connect(lambda: self.row_wish.emit("open", key))
        return closed

    def _open_card(self, card: RowCard, repeat: Repeat) -> RepeatCard:
        opened = RepeatCard(card.title, movable=not repeat.fixed)
        key = card.key
        column = ItemColumn(gap=4)
        column.answered.connect(self.answered)
        column.left.connect(self.left)
        column.entered.connect(self.entered)
        column.caret_moved.connect(self.caret_moved)
        column.row_wish.connect(self.row_wish)
        opened.body().addWidget(column)
        self._columns[key] = column
        opened.folded.connect(lambda folded: self.row_wish.emit("close" if folded else "open", key))
        opened.remove_requested.connect(lambda: self.row_wish.emit("remove", key))
        opened.undo_requested.connect(lambda: self.row_wish.emit("put_back", key))
        opened.move_requested.connect(lambda by: self.row_wish.emit("up" if by < 0 else "down", key))
        return opened

    def _show_open(self, widget: RepeatCard, card: RowCard, repeat: Repeat) -> None:
        widget.set_title(card.title)
        widget.set_removed(card.removed)
        if not card.removed:
            widget.set_place(first=card.position == 0, last=card.position == card.count - 1)
            widget.remove.setVisible(not repeat.fixed)
        self._columns[card.key].show_items(card.items)

    def _take_away(self, key: Key) -> None:
        widget = self._cards.pop(key)
        self._columns.pop(key, None)
        self._order.remove(key)
        self._cards_column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def finish_making(self) -> None:
        """Make what would have followed by itself."""
        self._slices.finish()
        for column in self._columns.values():
            column.finish_making()

    def is_whole(self) -> bool:
        """True when nothing is left to make."""
        return self._slices.is_whole() and all(column.is_whole() for column in self._columns.values())

    def show_item(self, item: Question | Note) -> bool:
        """Bring one question in an open card up to date."""
        column = self._column_around(item.key)
        return column is not None and column.show_item(item)

    def question(self, key: Key) -> QuestionWidget | None:
        """The widget of one question in an open card."""
        column = self._column_around(key)
        return column.question(key) if column is not None else None

    def _column_around(self, key: Key) -> ItemColumn | None:
        """What stands in the open card that holds a key, made if it is not there yet."""
        for card in self._repeat.rows:
            if key.startswith(f"{card.key}/"):
                self._stand(card.key)
                return self._columns.get(card.key)
        return None

    def questions(self) -> Iterator[QuestionWidget]:
        """The questions of open cards, in order."""
        for card in self._repeat.rows:
            if card.open:
                self._stand(card.key)
            if card.key in self._columns:
                yield from self._columns[card.key].questions()

    def card(self, key: Key) -> QWidget | None:
        """One card, open or closed, also inside another."""
        found = self._stand(key)
        if found is not None:
            return found
        column = self._column_around(key)
        return column.card(key) if column is not None else None


def let_go_of_keyboard(leaving: Sequence[QWidget]) -> None:
    """Take the keyboard from what is about to go, at once. Else Qt hands it from each to the next that is about to go:
    answers nobody visited would count as left, and each leaving shows the page anew in the midst of showing it."""
    focus = QApplication.focusWidget()
    if focus is not None and any(widget is focus or widget.isAncestorOf(focus) for widget in leaving):
        focus.clearFocus()


def _asked(items: Iterable[Item]) -> Iterator[Question]:
    """The questions among items, those of open cards included, in reading order."""
    for item in items:
        if isinstance(item, Question):
            yield item
        elif isinstance(item, Repeat):
            for card in item.rows:
                yield from _asked(card.items)


def _sort_of(item: Item) -> str:
    """What widget an item needs; a question's look may change with its choices, so that is part of it."""
    if isinstance(item, Question):
        return "question"
    return type(item).__name__.lower()


def _update(widget: QWidget, item: Item) -> None:
    if isinstance(widget, QuestionWidget) and isinstance(item, Question):
        if widget.question != item:
            widget.show_question(item)
    elif isinstance(widget, RepeatView) and isinstance(item, Repeat):
        widget.show_repeat(item)
    elif isinstance(widget, NoteView) and isinstance(item, Note):
        widget.show_note(item)
    elif isinstance(widget, Text) and isinstance(item, Heading):
        widget.setText(item.text)
