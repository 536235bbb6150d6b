"""Targets of one size in lines: as many side by side as fit, as tall as they need to be, never fewer than 64 px.

Promise: lines are evenly filled (seven of eight never stand over one); the order is the reading order; mirrored for
right-to-left. Source: interface design section 4.7 (targets, gaps).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.tile import ChildTile

TALL = 0.78
"""How tall a tile with a picture may grow, as a part of its width."""


class TileGrid(QWidget):
    """Holds tiles that are its children; `show_tiles` says which of them are seen."""

    def __init__(self, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: list[ChildTile] = []
        self._tall = tall
        self._roving = Roving(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, tiles: Sequence[ChildTile]) -> None:
        """See these, in this order."""
        for tile in self._seen:
            if tile not in tiles:
                tile.hide()
        self._seen = list(tiles)
        for tile in tiles:
            if tile.parentWidget() is not self:
                tile.setParent(self)
            tile.show()
        self._roving.set_buttons(self._seen)
        self._arrange()
        self.updateGeometry()

    def seen(self) -> list[ChildTile]:
        """The tiles seen."""
        return list(self._seen)

    def _columns(self, width: int) -> int:
        look = theme.current()
        gap = look.size("childGap")
        widest = max((tile.minimumSizeHint().width() for tile in self._seen), default=1)
        fits = max(1, (width + gap) // (widest + gap))
        count = max(len(self._seen), 1)
        if fits >= count:
            return count
        rows = -(-count // fits)
        return -(-count // rows)

    def _row_height(self, width: int, columns: int) -> int:
        look = theme.current()
        wide = (width - look.size("childGap") * (columns - 1)) // columns
        needed = max((tile.heightForWidth(wide) for tile in self._seen), default=look.size("childTarget"))
        return max(needed, round(min(wide * TALL, 3 * look.size("childTarget")))) if self._tall else needed

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        rows = -(-len(self._seen) // columns)
        return rows * self._row_height(width, columns) + max(rows - 1, 0) * theme.current().size("childGap")

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = max(len(self._seen), 1) * (look.size("childTarget") * 2 + look.size("childGap"))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        widest = max(
            (tile.minimumSizeHint().width() for tile in self._seen), default=look.size("childTarget")
        )
        return QSize(widest, look.size("childTarget"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self._arrange()
            self.updateGeometry()
        super().changeEvent(event)

    def _arrange(self) -> None:
        gap = theme.current().size("childGap")
        columns = self._columns(self.width())
        wide = (self.width() - gap * (columns - 1)) // columns
        tall = self._row_height(self.width(), columns)
        for index, tile in enumerate(self._seen):
            column, row = index % columns, index // columns
            if self.isRightToLeft():
                column = columns - 1 - column
            tile.setGeometry(column * (wide + gap), row * (tall + gap), wide, tall)
