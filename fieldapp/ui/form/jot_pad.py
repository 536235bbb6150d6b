"""The jot pad: timed lines beside the note, kept with it word for word.

Promise: a line is never changed once it stands, only struck through, and struck through it still stands; words
selected in it can be moved to a field of one of the three kinds while the line stays. Enter keeps the line being
written, Shift+Enter starts another line in it.
Never: sorting, tidying, forgetting.
Source: interface design section 4.6 and the widget kit (JotPad).
Signals: `jotted(str)`, `strike_requested(str)`, `move_requested(str, str)` with the words and the kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.form.state import Jot
from fieldapp.ui.kit import Button, Flow, LinesEditor, Scroll, Text, column, kind_label, row
from fieldapp.ui.words import Words

say = Words("Form")

INPUT_LINES = 2


class _Selectable(QTextEdit):
    """Words that can be selected with mouse and keys, as tall as they are, without a box."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setFont(theme.current().font("body"))
        self.setPlainText(words)
        self.setFixedHeight(theme.current().line("body"))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _grow(self) -> None:
        self.setFixedHeight(max(round(self.document().size().height()) + 2, theme.current().line("body")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter selects the whole line, so that the keyboard alone can move it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.selectAll()
            return
        super().keyPressEvent(event)


class _JotLine(QWidget):
    """One line: its time, its words to select, and what can be done with it while it has the keyboard or a selection."""

    strike_requested = Signal(str)
    move_requested = Signal(str, str)

    def __init__(self, jot: Jot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self._time = Text(jot.at, "label", "ink.soft", wrap=False)
        self._words = _Selectable(jot.text)
        self._words.selectionChanged.connect(self._look_again)
        self._bar = QWidget()
        bar = Flow(gap=1, line_gap=1)
        bar.addWidget(Text(say("Move to:"), "caption", "ink.soft", wrap=False))
        self._buttons: list[Button] = []
        for kind in ("words", "saw", "think"):
            button = Button(kind_label(kind), "quiet", height="controlCompact")  # type: ignore[arg-type]
            button.clicked.connect(lambda _=False, kind=kind: self._move(kind))
            self._buttons.append(button)
            bar.addWidget(button)
        self._strike = Button("", "quiet", height="controlCompact")
        self._strike.clicked.connect(lambda: self.strike_requested.emit(self.jot.id))
        bar.addWidget(self._strike)
        self._bar.setLayout(bar)
        self._bar.hide()
        line = row(column(self._time, None, gap=0), self._words, gap=3)
        line.setStretch(1, 1)
        self.setLayout(column(line, self._bar, gap=1))
        self._time.setMinimumWidth(look.space(10))
        self.show_jot(jot)

    def show_jot(self, jot: Jot) -> None:
        """The same line as it stands now."""
        self.jot = jot
        state = say("struck through") if jot.struck else ""
        name = ", ".join(part for part in (say("Jotting"), jot.at, jot.text, state) if part)
        self._words.setAccessibleName(name)
        self._words.setAccessibleDescription(say("Select words to move them to a field."))
        shape = QTextCharFormat()
        shape.setFontStrikeOut(jot.struck)
        cursor = QTextCursor(self._words.document())
        cursor.select(QTextCursor.SelectionType.Document)
        blocked = self._words.blockSignals(True)
        cursor.mergeCharFormat(shape)
        self._words.blockSignals(blocked)
        self._strike.set_words(say("Don't strike through") if jot.struck else say("Strike through"))

    def _look_again(self) -> None:
        self._bar.setVisible(self._words.textCursor().hasSelection())

    def _move(self, kind: str) -> None:
        self.move_requested.emit(
            self._words.textCursor().selectedText().replace("\u2029", "\n") or self.jot.text, kind
        )
        cursor = self._words.textCursor()
        cursor.clearSelection()
        self._words.setTextCursor(cursor)


class JotPad(QWidget):
    """Head, lines, and a place to write the next one."""

    jotted = Signal(str)
    half_written = Signal(str)
    strike_requested = Signal(str)
    move_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _JotLine] = {}
        self.put_away = Button(say("Close"), "quiet", height="controlCompact")
        self.put_away.hide()
        self._key = Text("Ctrl J", "caption", "ink.soft", wrap=False)
        head = row(Text(say("Jot pad"), "h3", "ink.strong"), None, self._key, self.put_away, gap=2)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.current().space(3))
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._list)
        inner.addStretch(1)
        self.input = LinesEditor(
            style="body", lines_min=INPUT_LINES, lines_max=6, placeholder=say("Jot something down")
        )
        self.input.text_edit.setAccessibleName(say("Jot something down"))
        self.input.text_edit.setAccessibleDescription(say("Enter keeps the line with its time."))
        self.input.text_edit.installEventFilter(self)
        self.input.text_edit.textChanged.connect(lambda: self.half_written.emit(self.input.text()))
        self._scroll = Scroll(inner)
        layout = column(head, Text(say("Kept with the note, word for word."), "caption", "ink.soft"), gap=1)
        layout.addSpacing(theme.current().space(2))
        layout.addWidget(self._scroll, 1)
        layout.addSpacing(theme.current().space(2))
        layout.addWidget(self.input)
        self.setLayout(layout)

    def show_half(self, text: str) -> None:
        """A line that was not finished when the note was left."""
        if text != self.input.text():
            self.input.set_text(text)

    def show_jots(self, jots: Sequence[Jot]) -> None:
        """Bring the lines up to date; lines only ever come."""
        fresh = False
        for jot in jots:
            line = self._lines.get(jot.id)
            if line is None:
                line = _JotLine(jot)
                line.strike_requested.connect(self.strike_requested)
                line.move_requested.connect(self.move_requested)
                self._lines[jot.id] = line
                self._list.addWidget(line)
                fresh = True
            elif line.jot != jot:
                line.show_jot(jot)
        if fresh:
            bar = self._scroll.verticalScrollBar()
            bar.rangeChanged.connect(self._to_end)

    def _to_end(self, _low: int, high: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.disconnect(self._to_end)
        bar.setValue(high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers()
        ):
            text = self.input.text().strip()
            if text:
                self.input.set_text("")
                self.jotted.emit(text)
            return True
        return False
