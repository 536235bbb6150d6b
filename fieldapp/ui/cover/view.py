"""The window that covers everything: hills, the time, and after a key or tap four dots.

Promise: built and painted once at start, so that covering is one `show`; no word of the program on it; its title is
that of the program alone. The clipboard is emptied. Under it nothing is changed: no editor loses a letter.
Source: interface design 4.16 and 11; figure to meet: 150 ms at p99.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fieldapp.ui import theme, words
from fieldapp.ui.cover.presenter import CoverPresenter, CoverState
from fieldapp.ui.kit import Button, Card, Text, UnitLine, column
from fieldapp.ui.kit.hills import paint_hills
from fieldapp.ui.kit.pin_pad import PinPad
from fieldapp.ui.words import Words

say = Words("Cover")
ASK_MS = 20_000  # after this long without an answer the hills are alone again


class CoverWindow(QWidget):
    """Make one at start; `presenter.cover()` then `show_cover(over)`."""

    def __init__(self, presenter: CoverPresenter, now: Callable[[], datetime]) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.presenter, self._now = presenter, now
        self.setWindowTitle("Fieldapp")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture: QPixmap | None = None
        self.pad = PinPad()
        self.line = UnitLine(touch=True)
        self.line.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.line.setAccessibleName(say("Passphrase"))
        self.go = Button(say("Go on"), "primary", height="controlTouch")
        self.ask_words = Text("", "h3", "child.ink", align=Qt.AlignmentFlag.AlignHCenter)
        self.wrong_words = Text("", "label", "status.held.ink", align=Qt.AlignmentFlag.AlignHCenter)
        inside = column(self.ask_words, self.wrong_words, self.line, self.go, gap=4, margins=8)
        inside.insertWidget(2, self.pad, 0, Qt.AlignmentFlag.AlignHCenter)
        self.box = Card(inside, ground="child.paper", line="child.tile.line", radius="dialog", parent=self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignCenter)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.update)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(ASK_MS)
        self._patience.timeout.connect(presenter.turn_away)
        self.pad.entered.connect(presenter.try_pin)
        self.go.clicked.connect(self._passphrase)
        self.line.line.returnPressed.connect(self._passphrase)
        presenter.listen(self._show)

    def prepare(self, over: QWidget) -> None:
        """Paint the hills for the screen that `over` is on, ahead of need."""
        screen = over.screen() or QGuiApplication.primaryScreen()
        self.setGeometry(screen.geometry())
        self._paint_ahead()
        self.winId()

    def show_cover(self, over: QWidget) -> None:
        """Cover the screen that `over` is on: one show, then the rest."""
        screen = over.screen() or QGuiApplication.primaryScreen()
        self.setGeometry(screen.geometry())
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._second.start()
        QGuiApplication.clipboard().clear()

    def _paint_ahead(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        paint_hills(painter, QRectF(0, 0, self.width(), self.height()))
        painter.end()
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None or self._picture.deviceIndependentSize().toSize() != self.size():
            self._paint_ahead()
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
        look = theme.current()
        now = self._now()
        big = look.font("childTitle")
        big.setPixelSize(round(min(self.width(), self.height() * 1.6) * 0.07))
        small = look.font("childBody")
        small.setPixelSize(round(big.pixelSize() * 0.29))
        painter.setPen(look.colour("child.ink"))
        painter.setFont(big)
        edge = round(self.width() * 0.058)
        top = round(self.height() * 0.085)
        area = QRectF(edge, top, self.width() - 2 * edge, big.pixelSize() * 1.3)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeading), words.clock(now))
        painter.setFont(small)
        below = QRectF(edge, area.bottom(), area.width(), small.pixelSize() * 1.5)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeading), words.day(now.date()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key asks; a digit is already the first of the PIN."""
        asking = self.presenter.state.asking
        if event.key() == Qt.Key.Key_Escape and asking:
            self.presenter.turn_away()
            return
        self.presenter.ask()
        if asking:
            # An arrow took the keyboard out of the box: without this nothing typed would arrive any more.
            self._back_into_box(event.text())
        if self.presenter.state.by_pin and event.text() and event.text() in "0123456789":
            self.pad.type_digit(event.text())
        elif asking and event.key() == Qt.Key.Key_Backspace:
            self.pad.keyPressEvent(event)

    def _back_into_box(self, letter: str) -> None:
        stop = self.pad if self.presenter.state.by_pin else self.line.line
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.presenter.state.by_pin and letter.isprintable():
            self.line.line.insert(letter)

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self.presenter.ask()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.presenter.state.covered:
            event.ignore()
            return True
        return super().event(event)

    def _passphrase(self) -> None:
        typed = self.line.text()
        self.line.line.clear()
        self.presenter.try_passphrase(typed)

    def _show(self, state: CoverState) -> None:
        if not state.covered:
            self._second.stop()
            self._patience.stop()
            self.pad.clear()
            self.line.line.clear()
            self.hide()
            return
        self.box.setVisible(state.asking)
        self.pad.setVisible(state.by_pin)
        self.line.setVisible(not state.by_pin)
        self.go.setVisible(not state.by_pin)
        self.ask_words.setText(say("PIN") if state.by_pin else say("Passphrase"))
        self.wrong_words.setText(say("That is not right. Try again.") if state.wrong else "")
        self.wrong_words.setVisible(bool(state.wrong))
        if state.wrong:
            self.pad.say_wrong()
        if state.asking:
            self._patience.start()
            (self.pad if state.by_pin else self.line.line).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pad.clear()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go.set_busy(say("Checking") if state.checking else None)
