"""How pages are put together: columns, rows, rows that wrap, cards, hairlines and a page that scrolls.

Promise: margins and gaps are named by space tokens; everything mirrors for right-to-left; a `Flow` breaks into lines
where a row would be cut. Each function takes its widgets in reading order, which is also the focus order.
Never: fixed places, pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui import theme
from fieldapp.ui.kit.paint import box

Space = int | str
Margins = Space | tuple[Space, Space] | tuple[Space, Space, Space, Space]
Piece = QWidget | QLayout | None | int


def _px(space: Space) -> int:
    return 0 if space == 0 else theme.current().space(space)


def set_margins(layout: QLayout, margins: Margins) -> None:
    """Margins by token: one for all, (vertical, horizontal), or (left, top, right, bottom); 0 is none."""
    if isinstance(margins, tuple) and len(margins) == 2:
        v, h = _px(margins[0]), _px(margins[1])
        layout.setContentsMargins(h, v, h, v)
    elif isinstance(margins, tuple):
        layout.setContentsMargins(*(_px(m) for m in margins))
    else:
        edge = _px(margins)
        layout.setContentsMargins(edge, edge, edge, edge)


def _fill(layout: QBoxLayout, pieces: Sequence[Piece], gap: Space, margins: Margins) -> None:
    set_margins(layout, margins)
    layout.setSpacing(_px(gap))
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, int):
            layout.addSpacing(theme.current().space(piece))
        elif isinstance(piece, QLayout):
            layout.addLayout(piece)
        else:
            layout.addWidget(piece)


def column(*pieces: Piece, gap: Space = 3, margins: Margins = 0) -> QVBoxLayout:
    """Pieces one under another. None is a stretch; a number is that space token."""
    layout = QVBoxLayout()
    _fill(layout, pieces, gap, margins)
    return layout


def row(*pieces: Piece, gap: Space = 3, margins: Margins = 0) -> QHBoxLayout:
    """Pieces side by side in reading direction. None is a stretch; a number is that space token."""
    layout = QHBoxLayout()
    _fill(layout, pieces, gap, margins)
    return layout


class Flow(QLayout):
    """A row that breaks into lines when it does not fit; mirrored for right-to-left."""

    def __init__(
        self, *widgets: QWidget, gap: Space = 3, line_gap: Space | None = None, end: bool = False
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        # Measured once until a piece says that it changed: boxes around ask again and again.
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._gap, self._line_gap, self._end = gap, gap if line_gap is None else line_gap, end
        for widget in widgets:
            self.addWidget(widget)

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
        """A piece changed: what was measured counts no more."""
        self._heights.clear()
        self._hint = self._least = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return found

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        if self._hint is None:
            shown = [i.sizeHint() for i in self._items if not i.isEmpty()]
            gaps = _px(self._gap) * max(0, len(shown) - 1)
            wide = sum(s.width() for s in shown) + gaps
            self._hint = QSize(wide, max((s.height() for s in shown), default=0))
        return QSize(self._hint)

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = QSize(0, 0)
            for item in self._items:
                if not item.isEmpty():
                    self._least = self._least.expandedTo(item.minimumSize())
        return QSize(self._least)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Break items into lines; returns the height used. One pass measures, the other also moves."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().expandedTo(item.minimumSize())
            if size.width() > rect.width():
                narrow = max(rect.width(), item.minimumSize().width())
                tall = item.heightForWidth(narrow) if item.hasHeightForWidth() else size.height()
                size = QSize(narrow, tall)
            wanted = size.width() + (_px(self._gap) if lines[-1] else 0)
            if lines[-1] and used + wanted > rect.width():
                lines.append([])
                used, wanted = 0, size.width()
            lines[-1].append((item, size))
            used += wanted
        y = rect.y()
        holder = self.parentWidget()
        mirrored = holder is not None and holder.isRightToLeft()
        for number, line in enumerate(lines):
            if number:
                y += _px(self._line_gap)
            height = max((s.height() for _, s in line), default=0)
            if move:
                total = sum(s.width() for _, s in line) + _px(self._gap) * max(0, len(line) - 1)
                x = rect.width() - total if self._end else 0
                for item, size in line:
                    left = rect.right() + 1 - x - size.width() if mirrored else rect.x() + x
                    top = y + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top), size))
                    x += size.width() + _px(self._gap)
            y += height
        return y - rect.y()


class Panel(QFrame):
    """A plain piece of the page on one of the background tokens, with hairlines where asked."""

    def __init__(
        self,
        layout: QLayout | None = None,
        *,
        ground: str = "bg.window",
        edges: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._edges = ground, edges
        if layout is not None:
            self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(self._ground))
        hair, line = look.colour("line.hair"), look.stroke("hair")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for edge in self._edges.split():
            side = {"leading": "right", "trailing": "left"}.get(edge, edge) if mirrored else edge
            whole = self.rect()
            if side == "top":
                whole.setHeight(line)
            elif side == "bottom":
                whole.setTop(whole.bottom() + 1 - line)
            elif side in {"leading", "left"}:
                whole.setWidth(line)
            else:
                whole.setLeft(whole.right() + 1 - line)
            painter.fillRect(whole, hair)


class Card(QFrame):
    """A surface with a hairline and round corners: the one kind of box on a page."""

    def __init__(
        self,
        layout: QLayout | None = None,
        *,
        ground: str = "bg.surface",
        line: str | None = "line.hair",
        width: Literal["hair", "control", "selected"] = "hair",
        radius: str = "card",
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._line, self._width = ground, line, width
        self._radius, self._dashed = radius, dashed
        if layout is not None:
            self.setLayout(layout)

    def set_line(self, line: str | None, width: Literal["hair", "control", "selected"] = "hair") -> None:
        """Change the outline, as when the card is chosen."""
        self._line, self._width = line, width
        self.update()

    def set_ground(self, ground: str) -> None:
        """Change the fill, as when the card is chosen."""
        self._ground = ground
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        box(
            QPainter(self),
            QRectF(self.rect()),
            fill=look.colour(self._ground),
            line=look.colour(self._line) if self._line else None,
            width=look.stroke(self._width),
            radius=look.radius(self._radius),
            dashed=self._dashed,
        )


class Hairline(QFrame):
    """One line across (or down) the page."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = upright
        thin = theme.current().stroke("hair")
        if upright:
            self.setFixedWidth(thin)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(thin)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("line.hair"))


class Reading(QWidget):
    """Keeps what it holds to the reading width, whatever the width of the page."""

    def __init__(self, layout: QLayout, *, size: str = "readingWidth", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setLayout(layout)
        self.setMaximumWidth(theme.current().size(size))


class Scroll(QScrollArea):
    """A part of the page that scrolls down and never sideways while its words can wrap."""

    def __init__(
        self, content: QWidget | QLayout, *, ground: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if isinstance(content, QLayout):
            inside: QWidget = Panel(content, ground=ground) if ground else QWidget()
            if not ground:
                inside.setLayout(content)
        else:
            inside = content
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._ground = ground

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground:
            painter = QPainter(self.viewport())
            painter.fillRect(self.viewport().rect(), theme.current().colour(self._ground))
            painter.end()
        super().paintEvent(event)


def read_on(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scroll by Page Down, Page Up, Home or End, wherever on the page the keyboard is; False for other keys.

    A record of ten screens with its buttons in the header could not be read without a mouse.
    """
    bar = area.verticalScrollBar()
    step = bar.pageStep() - theme.current().space("page")  # the last line read stays in sight
    to = {
        Qt.Key.Key_PageDown: bar.value() + step,
        Qt.Key.Key_PageUp: bar.value() - step,
        Qt.Key.Key_Home: bar.minimum(),
        Qt.Key.Key_End: bar.maximum(),
    }.get(Qt.Key(event.key()))
    if to is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    bar.setValue(to)
    return True


class Page(QWidget):
    """A page of the shell: a header that stays, and under it what scrolls; margins as the pictures have them."""

    def __init__(
        self, header: QWidget | QLayout | None, body: QWidget | QLayout, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        inside = column(gap=0)
        self.header: QWidget | None = None
        if header is not None:
            top = QWidget()
            self.header = top
            holding = header if isinstance(header, QLayout) else column(header)
            top.setLayout(holding)
            set_margins(holding, ("page", 5, "page", 4))
            inside.addWidget(top)
        self.scroller = Scroll(body)
        inside.addWidget(self.scroller, 1)
        self.setLayout(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not read_on(self.scroller, event):
            super().keyPressEvent(event)
