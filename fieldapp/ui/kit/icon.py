"""An icon by name, in a token's ink; decoration only, so a screen reader passes over it.

Promise: beside every icon with a meaning stand words (interface design, principle 8); the words carry the name.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.paint import draw_icon


class Icon(QLabel):
    """One icon; `place` picks its size in the tokens' row of sizes."""

    def __init__(
        self, name: str, ink: str = "ink.soft", place: int = 1, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._ink, self._place = name, ink, place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, ink: str | None = None) -> None:
        """Change the icon, and its ink if given."""
        self._name, self._ink = name, ink or self._ink
        self.update()

    def sizeHint(self) -> QSize:
        edge = theme.current().icon(self._place)
        return QSize(edge, edge)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        edge = look.icon(self._place)
        place = QPointF((self.width() - edge) / 2, (self.height() - edge) / 2)
        draw_icon(
            QPainter(self), self._name, look.colour(self._ink), place, edge, mirror=self.isRightToLeft()
        )
