"""One thing under another, measured once: the layout of long pages.

Promise: each piece is asked for its height at the page's width once, and again only after it said that it changed; so
a page of two hundred answers costs what it shows, not what boxes within boxes ask of each other (measured: a check
page of 150 texts was laid out 32 times over by nested box layouts, 0.4 s).
Never: side by side; stretch. Source: architecture, "the way of one answer" (≤ 16 ms).
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from fieldapp.ui import theme


class Stack(QLayout):
    """A column of widgets; hidden ones take no room."""

    def __init__(self, *widgets: QWidget, gap: int = 0, indent: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = theme.current().space(gap) if gap else 0
        self._indent = theme.current().space(indent) if indent else 0
        self._heights: dict[int, tuple[int, list[int]]] = {}
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget between others."""
        self.addWidget(widget)  # Qt makes the item and owns it; one made here would be deleted twice
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def move(self, widget: QWidget, place: int) -> None:
        """Put a widget of this stack elsewhere in it."""
        at = next(index for index, item in enumerate(self._items) if item.widget() is widget)
        self._items.insert(place, self._items.pop(at))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._measure(width)[0]

    def minimumHeightForWidth(self, width: int) -> int:
        return self._measure(width)[0]

    def _measure(self, width: int) -> tuple[int, list[int]]:
        found = self._heights.get(width)
        if found is None:
            margins = self.contentsMargins()
            room = max(width - margins.left() - margins.right() - self._indent, 1)
            heights = [0 if item.isEmpty() else _height(item, room) for item in self._items]
            shown = sum(not item.isEmpty() for item in self._items)
            total = sum(heights) + self._gap * max(shown - 1, 0) + margins.top() + margins.bottom()
            found = (total, heights)
            self._heights[width] = found
        return found

    def minimumSize(self) -> QSize:
        if self._least is None:
            margins = self.contentsMargins()
            wide = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
            wide += self._indent + margins.left() + margins.right()
            self._least = QSize(wide, 0)
        return self._least

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = max(look.size("readingWidth"), self.minimumSize().width())
        return QSize(wide, self.heightForWidth(wide))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        margins = self.contentsMargins()
        _, heights = self._measure(rect.width())
        room = max(rect.width() - margins.left() - margins.right() - self._indent, 1)
        holder = self.parentWidget()
        mirrored = holder is not None and holder.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.x() + margins.left() + (0 if mirrored else self._indent)
        y = rect.y() + margins.top()
        for item, height in zip(self._items, heights, strict=True):
            if item.isEmpty():
                continue
            alignment = item.alignment()
            wide = min(item.sizeHint().width(), room) if alignment & Qt.AlignmentFlag.AlignLeading else room
            left = x + room - wide if mirrored else x
            item.setGeometry(QRect(left, y, wide, height))
            y += height + self._gap


def _height(item: QLayoutItem, width: int) -> int:
    least = item.minimumSize().height()
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), least)
    return max(item.sizeHint().height(), least)
