"""Places to answer in one line, and the frame around every question: label, hint, last time, trouble.

Promise: the label is always visible and is the editor's buddy; hints and troubles are its accessible description, so
a screen reader says them. Trouble is said in words under the label, with an icon, a thicker line and a bar at the
side; it never stops anyone from moving on (interface design 4.6).
Types first: a date or time is typed; "not known" stands beside dates where a form has it.
Signals: `answered(str)` while typing, `left()` when the person leaves the field.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.button import Button
from fieldapp.ui.kit.layout import Flow
from fieldapp.ui.kit.marks import IconLine
from fieldapp.ui.kit.paint import box
from fieldapp.ui.kit.text import Run, Text
from fieldapp.ui.words import Words

say = Words("Fields")


class TextLine(QLineEdit):
    """One line of words. `size="large"` for the passphrase."""

    left = Signal()

    def __init__(
        self, words: str = "", *, placeholder: str = "", size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        if placeholder:
            self.setPlaceholderText(placeholder)
        if size:
            self.setProperty("size", size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the line while the answer needs another look."""
        self.setProperty("state", "error" if there_is else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()


class UnitLine(QWidget):
    """A `TextLine` inside a box that also holds a unit ("minutes") or a button ("Show")."""

    left = Signal()
    answered = Signal(str)

    def __init__(
        self,
        words: str = "",
        *,
        unit: str = "",
        button: Button | None = None,
        placeholder: str = "",
        touch: bool = False,
        digits: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = TextLine(words, placeholder=placeholder)
        self.line.setProperty("bare", "true")
        self.line.textEdited.connect(self.answered)
        self.line.left.connect(self.left)
        self._touch, self._trouble, self._digits = touch, False, digits
        layout = QHBoxLayout(self)
        pad = theme.current().space(3)
        layout.setContentsMargins(pad, 0, pad, 0)
        layout.setSpacing(theme.current().space(2))
        layout.addWidget(self.line, 1)
        self.unit = Text(unit, "body", "ink.soft", wrap=False)
        self.unit.setVisible(bool(unit))
        layout.addWidget(self.unit)
        if button is not None:
            layout.addWidget(button)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What has been typed."""
        return self.line.text()

    def set_text(self, words: str) -> None:
        """Show an answer, leaving the caret alone when it is the same."""
        if words != self.line.text():
            self.line.setText(words)

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the line while the answer needs another look."""
        self._trouble = there_is
        self.update()

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring goes around the box when the line has the keyboard, around the button when that has."""
        inside = self.focusWidget()
        if inside is not None and inside is not self.line and inside.hasFocus():
            return inside, inside.rect(), theme.current().radius("control")
        return self, self.rect(), theme.current().radius("control")

    def sizeHint(self) -> QSize:
        look = theme.current()
        tall = look.size("controlTouch" if self._touch else "control")
        wide = super().sizeHint().width()
        if self._digits is not None:
            letters = QFontMetrics(look.font("body"))
            wide = letters.horizontalAdvance("0" * (self._digits + 2)) + 2 * look.space(3)
            if self.unit.isVisibleTo(self):
                wide += self.unit.sizeHint().width() + look.space(4)
        return QSize(wide, tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(super().minimumSizeHint().width(), self.sizeHint().width()), self.sizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        dull = not self.line.isEnabled() or self.line.isReadOnly()
        box(
            QPainter(self),
            QRectF(self.rect()),
            fill=look.colour("bg.sunken" if dull else "bg.surface"),
            line=look.colour("status.held.ink" if self._trouble else "line.hair" if dull else "line.control"),
            width=look.stroke("selected" if self._trouble else "control"),
            radius=look.radius("control"),
        )


class NumberField(UnitLine):
    """A whole number or a decimal, typed; Up and Down step by one. What is not a number stays as typed."""

    def __init__(
        self, words: str = "", *, unit: str = "", digits: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, unit=unit, digits=digits, parent=parent)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            whole = re.fullmatch(r"-?\d+", self.line.text().strip())
            if step and (whole or not self.line.text().strip()):
                value = (int(whole.group()) if whole else 0) + step
                self.line.setText(str(value))
                self.answered.emit(str(value))
                return True
        return super().eventFilter(watched, event)


def read_date(typed: str, today: date) -> str | None:
    """A typed day as `YYYY-MM-DD`: "12/3", "12.3.26", "12 March 2026", "2026-03-12"; None when it is no day.

    Day before month, as people here write it; a year of two digits is the nearest that is not over 20 years ahead.
    """
    from fieldapp.ui.words import MONTHS, SHORT_MONTHS

    text = typed.strip().casefold()
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
        return _iso(year, month, day)
    parts = [p for p in re.split(r"[\s./\-,]+", text) if p]
    if len(parts) not in {2, 3} or not parts[0].isdigit():
        return None
    names = {
        name.casefold(): n + 1
        for table in (MONTHS, SHORT_MONTHS)
        for row in table.values()
        for n, name in enumerate(row)
    }
    month = int(parts[1]) if parts[1].isdigit() else names.get(parts[1], 0)
    year = today.year
    if len(parts) == 3:
        if not parts[2].isdigit() or len(parts[2]) not in {2, 4}:
            return None
        year = int(parts[2])
        if len(parts[2]) == 2:
            year += today.year // 100 * 100
            year -= 100 if year > today.year + 20 else 0
    return _iso(year, month, int(parts[0]))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_time(typed: str) -> str | None:
    """A typed time as `HH:MM`: "14:32", "14.32", "1432", "9", "2pm"; None when it is no time."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?", typed.strip().casefold())
    if not match:
        return None
    hour, minute, half = int(match.group(1)), int(match.group(2) or 0), match.group(3)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


class DateField(QWidget):
    """A day, typed; `answered` carries `YYYY-MM-DD`, what was typed when it is no day, or nothing.

    `recent`: the day asked for is mostly today or yesterday, so both are offered beside the line.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(
        self,
        value: str = "",
        *,
        today: date,
        recent: bool = True,
        not_known: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.line = UnitLine(placeholder=say("Day, month, year"), digits=16)
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line.answered.connect(lambda _: self.answered.emit(self.value()))
        self.line.left.connect(self._tidy)
        offered = (say("Today"), say("Yesterday")) if recent else ()
        self._buttons = [Button(words, "quiet") for words in offered]
        for days_ago, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, days=days_ago: self._pick(days))
        self.unknown = Button(say("Not known"), "quiet") if not_known else None
        widgets: list[QWidget] = [self.line, *self._buttons]
        if self.unknown is not None:
            widgets.append(self.unknown)
        self.setLayout(Flow(*widgets, gap=2))
        self.setFocusProxy(self.line)
        self.set_value(value)

    def value(self) -> str:
        """`YYYY-MM-DD` when it reads as a day, else what was typed."""
        typed = self.line.text().strip()
        return read_date(typed, self._today) or typed

    def set_value(self, value: str) -> None:
        """Show a day in words of this language; keep what is no day as it is."""
        if value == self.value():
            return
        self.line.set_text(self._shown(value))

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the line while the answer needs another look."""
        self.line.set_trouble(there_is)

    def set_read_only(self, on: bool) -> None:
        """Show the day without offering to change it."""
        self.line.line.setReadOnly(on)
        for button in self._buttons:
            button.setVisible(not on)

    def _shown(self, value: str) -> str:
        from fieldapp.ui import words

        try:
            when = date.fromisoformat(value)
        except ValueError:
            return value
        return f"{when.day} {words.MONTHS[words.language()][when.month - 1]} {when.year}"

    def _pick(self, days_ago: int) -> None:
        self.line.set_text(self._shown(date.fromordinal(self._today.toordinal() - days_ago).isoformat()))
        self.answered.emit(self.value())
        self.left.emit()

    def _tidy(self) -> None:
        value = read_date(self.line.text(), self._today)
        if value:
            self.line.set_text(self._shown(value))
        self.left.emit()


class TimeField(QWidget):
    """A time of day, typed; `answered` carries `HH:MM`, or what was typed when it is no time."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, value: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = UnitLine(value, placeholder=say("Hours and minutes"), digits=16)
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line.answered.connect(lambda _: self.answered.emit(self.value()))
        self.line.left.connect(self._tidy)
        self.setLayout(Flow(self.line, gap=2))
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """`HH:MM` when it reads as a time, else what was typed."""
        typed = self.line.text().strip()
        return read_time(typed) or typed

    def set_value(self, value: str) -> None:
        """Show a time."""
        if value != self.value():
            self.line.set_text(value)

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the line while the answer needs another look."""
        self.line.set_trouble(there_is)

    def set_read_only(self, on: bool) -> None:
        """Show the time without offering to change it."""
        self.line.line.setReadOnly(on)

    def _tidy(self) -> None:
        value = read_time(self.line.text())
        if value:
            self.line.set_text(value)
        self.left.emit()


class FieldFrame(QWidget):
    """A question on the page: label, hint, "last time" line, trouble, then the editor."""

    restrict_requested = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        hint_beside: bool = False,
        style: str = "label",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Text("", style, "ink.strong")
        self._hint_beside, self._label_words, self._hint_words = hint_beside, label, hint
        self.hint = Text("", "caption", "ink.soft")
        self.last_time = Text("", "caption", "ink.soft")
        self.trouble = IconLine("circle-alert", "", ink="status.held.ink", style="label", wrap=True)
        self.restricted = IconLine("lock-keyhole", "", ink="restricted.ink", style="label", wrap=True)
        look = theme.current()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.space(1))
        for piece in (self.label, self.hint, self.last_time, self.restricted, self.trouble):
            self._layout.addWidget(piece)
        self._layout.addSpacing(look.space(1) // 2)
        self._layout.addWidget(editor)
        self.label.setBuddy(editor.focusProxy() or editor)
        for piece in (self.hint, self.last_time, self.trouble, self.restricted):
            piece.hide()
        self.set_label(label, hint)

    def set_label(self, label: str, hint: str = "") -> None:
        """Change label and hint; the hint stands beside the label or under it."""
        self._label_words, self._hint_words = label, hint
        if self._hint_beside and hint:
            self.label.set_runs([Run(label), Run("  " + hint, "caption", "ink.soft")])
        else:
            self.label.setText(label)
            self.hint.setText(hint)
            self.hint.setVisible(bool(hint))
        self._describe()

    def set_trouble(self, words: str | None) -> None:
        """Say what needs another look, or that nothing does (None)."""
        self.trouble.setText(words or "")
        self.trouble.setVisible(bool(words))
        mark = getattr(self.editor, "set_trouble", None)
        if mark is not None:
            mark(bool(words))
        room = theme.current().space(4) if words else 0
        mirrored = self.isRightToLeft()
        self._layout.setContentsMargins(0 if mirrored else room, 0, room if mirrored else 0, 0)
        self._describe()
        self.update()

    def set_last_time(self, words: str | None) -> None:
        """The quiet line with the earlier answer."""
        self.last_time.setText(words or "")
        self.last_time.setVisible(bool(words))
        self._describe()

    def set_restricted(self, words: str | None) -> None:
        """The lock mark, "Restricted: not shown in visit view"."""
        self.restricted.setText(words or "")
        self.restricted.setVisible(bool(words))
        self._describe()

    def _describe(self) -> None:
        target = self.editor.focusProxy() or self.editor
        target.setAccessibleName(self._label_words)
        shown = [
            piece.words()
            for piece in (self.trouble, self.restricted, self.last_time)
            if piece.isVisibleTo(self)
        ]
        target.setAccessibleDescription(". ".join(t for t in [*shown[:1], self._hint_words, *shown[1:]] if t))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.trouble.isVisibleTo(self):
            look = theme.current()
            bar = QRect(0, 0, look.space(1), self.height())
            if self.isRightToLeft():
                bar.moveRight(self.width() - 1)
            QPainter(self).fillRect(bar, look.colour("status.held.ink"))
