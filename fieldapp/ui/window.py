"""The one window: unlock, set-up, the shell or a child's screen, one at a time, under one unchanging title.

Promise: its title is "Fieldapp" and nothing else, ever (task bars are read over shoulders); it does not close while
something typed could be lost; where it stands is known, so that a fresh process can open in the same place.
Signal: `closed()` when it has closed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStackedLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.hills import paint_hills
from fieldapp.ui.kit.paint import rounded_clip

TITLE = "Fieldapp"
BASE = (1280, 800)  # interface design section 9
LEAST = (640, 400)


class AppWindow(QWidget):
    """The window of the program."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(app_icon())
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.may_close: Callable[[], bool] = lambda: True
        self._whole_screen_before = False
        self.setMinimumSize(*LEAST)
        self.resize(*BASE)

    def show_page(self, page: QWidget) -> None:
        """Show this and nothing else; what was shown before is thrown away."""
        while self._stack.count():
            old = self._stack.widget(0)
            if old is None:
                break
            self._stack.removeWidget(old)
            if old is not page:
                old.hide()
                old.deleteLater()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        first = page.first_focus() if hasattr(page, "first_focus") else None
        if first is not None:
            first.setFocus()

    def push(self, page: QWidget) -> None:
        """Lay a page over the present one, over the whole screen: a child's screens."""
        self._whole_screen_before = self.isFullScreen()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.showFullScreen()

    def pop(self) -> None:
        """Take the upper page away; the one under it is as it was left."""
        if self._stack.count() < 2:
            return
        upper = self._stack.currentWidget()
        if upper is not None:
            self._stack.removeWidget(upper)
            upper.hide()
            upper.deleteLater()
        self._stack.setCurrentIndex(self._stack.count() - 1)
        if not self._whole_screen_before:
            self.showNormal()

    def drop_pushed(self) -> None:
        """Take away whatever lies over the first page, for good: the store behind it is closed."""
        while self._stack.count() > 1:
            upper = self._stack.widget(self._stack.count() - 1)
            if upper is None:
                return
            self._stack.removeWidget(upper)
            upper.hide()
            upper.deleteLater()

    def page(self) -> QWidget | None:
        """What is shown."""
        return self._stack.currentWidget()

    def place(self) -> tuple[int, int, int, int]:
        """Where it stands, for the process that takes over."""
        area = (
            self.normalGeometry() if not self.isMaximized() and not self.isFullScreen() else self.geometry()
        )
        area = area if area.isValid() else self.geometry()
        return area.x(), area.y(), area.width(), area.height()

    def stand_at(self, place: tuple[int, int, int, int]) -> None:
        """Stand where the last process stood, if there is still a screen there."""
        x, y, wide, tall = place
        self.resize(max(wide, LEAST[0]), max(tall, LEAST[1]))
        if any(
            screen.availableGeometry().contains(x + wide // 2, y + tall // 2)
            for screen in QGuiApplication.screens()
        ):
            self.move(x, y)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()


def app_icon() -> QIcon:
    """The hills in a rounded square, in the sizes a desktop asks for."""
    icon = QIcon()
    for edge in theme.tokens()["icons"]["sizes"] + [64, 128, 256]:
        picture = QPixmap(edge, edge)
        picture.fill(0)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(rounded_clip(QRectF(0, 0, edge, edge), edge / 5))
        paint_hills(painter, QRectF(0, 0, edge, edge))
        painter.end()
        icon.addPixmap(picture)
    return icon
