"""Four digits: dots, and big keys in a fixed order for hands without a keyboard. It guards the screen, nothing else.

Promise: keys are at least the child's target size and never move; digits typed on a keyboard do the same; what was
entered is said as a count, never spoken or shown. Signals: `entered(str)` when the fourth digit is in.
Source: interface design 4.7 and 4.16.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.messages import announce
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.words import Words

say = Words("PinPad")
DIGITS = 4


class PinDots(QWidget):
    """Four circles, as many filled as digits were entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_filled(0)

    def show_filled(self, count: int) -> None:
        """So many digits are in."""
        self._filled = count
        self.setAccessibleName(say("{count} of 4 digits", count=count))
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(DIGITS * look.space(6) + (DIGITS - 1) * look.space(4), look.space(6))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, gap, wide = look.space(6), look.space(4), look.stroke("selected")
        ink = QColor(look.colour("child.ink"))
        for number in range(DIGITS):
            area = QRectF(number * (edge + gap), 0, edge, edge).adjusted(wide, wide, -wide, -wide)
            painter.setPen(QPen(ink, wide))
            painter.setBrush(ink if number < self._filled else look.colour("child.paper"))
            painter.drawEllipse(area)


class _Key(QAbstractButton):
    def __init__(self, words: str, name: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(edge, edge)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        down = self.isDown()
        box(
            painter,
            QRectF(self.rect()),
            fill=look.colour("child.sky" if down or self.underMouse() else "child.tile"),
            line=look.colour("child.tile.line"),
            width=look.stroke("selected"),
            radius=look.radius("childTile"),
        )
        painter.setPen(look.colour("child.ink"))
        if self._icon:
            edge = look.icon(2)
            place = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge).topLeft()
            draw_icon(painter, self._icon, look.colour("child.ink"), place, edge, mirror=self.isRightToLeft())
            return
        painter.setFont(look.font("childBody"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class PinPad(QWidget):
    """Dots over keys 1 to 9, 0 and "take back"."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self.dots = PinDots()
        self.keys: dict[str, _Key] = {}
        look = theme.current()
        grid = QGridLayout()
        grid.setSpacing(look.size("childGap"))
        for number, digit in enumerate("123456789"):
            self._add(grid, digit, number // 3, number % 3)
        self._add(grid, "0", 3, 1)
        back = _Key("", say("Take back the last digit"), icon="undo-2")
        back.clicked.connect(self._take_back)
        self.keys["back"] = back
        grid.addWidget(back, 3, 2)
        outer = QVBoxLayout(self)
        room = look.space(3)  # so that the ring around the pad does not touch its keys
        outer.setContentsMargins(room, room, room, room)
        outer.setSpacing(look.space(6))
        outer.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_filled()

    def _show_filled(self) -> None:
        self.dots.show_filled(len(self._digits))
        self.setAccessibleName(self.dots.accessibleName())

    def _add(self, grid: QGridLayout, digit: str, at_row: int, at_column: int) -> None:
        key = _Key(digit, digit)
        key.clicked.connect(lambda _=False, d=digit: self.type_digit(d))
        grid.addWidget(key, at_row, at_column)
        self.keys[digit] = key

    def type_digit(self, digit: str) -> None:
        """One more digit."""
        if len(self._digits) < DIGITS:
            self._digits += digit
            self._show_filled()
        if len(self._digits) == DIGITS:
            whole, self._digits = self._digits, ""
            self.entered.emit(whole)

    def clear(self) -> None:
        """Start again."""
        self._digits = ""
        self._show_filled()

    def say_wrong(self) -> None:
        """It was not right: start again, and say so."""
        self.clear()
        announce(self, say("That is not right. Try again."))

    def _take_back(self) -> None:
        self._digits = self._digits[:-1]
        self._show_filled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Backspace, wherever on the pad the keyboard is."""
        if event.text() and event.text() in "0123456789":
            self.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()
