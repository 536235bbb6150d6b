"""Where in the body a feeling sits: a figure to touch and the same places as words beside it.

Promise: for feelings only, never for injuries (that is the worker's marks map, restricted and never here); touching a
place and picking its word are one and the same; the figure has no sex, no colour of skin and no clothes to take off.
Source: practice design section 5.0 ("Body maps come in two kinds never mixed"); interface design section 4.7.
Signals: `chosen(str)`: names with a blank between.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fieldapp.forms import Choice
from fieldapp.ui import theme
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.tile import ChildTile, mixed, pen
from fieldapp.ui.kit import Flow

_W, _H = 100.0, 200.0
"""The figure is drawn in a field of 100 by 200 units."""

PLACES: dict[str, tuple[QRectF, ...]] = {
    "head": (QRectF(34, 4, 32, 18),),
    "face": (QRectF(34, 22, 32, 20),),
    "throat": (QRectF(44, 42, 12, 9),),
    "chest": (QRectF(31, 51, 38, 27),),
    "tummy": (QRectF(32, 78, 36, 30),),
    "arms": (QRectF(15, 53, 14, 44), QRectF(71, 53, 14, 44)),
    "hands": (QRectF(12, 97, 16, 16), QRectF(72, 97, 16, 16)),
    "legs": (QRectF(33, 108, 15, 84), QRectF(52, 108, 15, 84)),
}
WHOLE = "all"


class _Figure(QWidget):
    """The figure; a touch tells which place."""

    touched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: frozenset[str] = frozenset()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_places(self, names: frozenset[str]) -> None:
        self._names = names
        self.update()

    def sizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(4 * edge, 7 * edge)

    def minimumSizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(2 * edge, 4 * edge)

    def _scale(self) -> tuple[float, QPointF]:
        scale = min(self.width() / _W, self.height() / _H)
        return scale, QPointF((self.width() - _W * scale) / 2, (self.height() - _H * scale) / 2)

    def place_at(self, point: QPointF) -> str:
        """Which place lies at a point of the widget; "" for none."""
        scale, corner = self._scale()
        unit = (point - corner) / scale
        for name, areas in PLACES.items():
            if any(area.adjusted(-3, -1, 3, 1).contains(unit) for area in areas):
                return name
        return ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        name = self.place_at(event.position())
        if name:
            self.touched.emit(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, corner = self._scale()
        painter.translate(corner)
        painter.scale(scale, scale)
        body = look.colour("child.tile")
        felt = mixed(body, look.colour("child.sun"), 0.75)
        everywhere = WHOLE in self._names
        painter.setPen(pen(look.colour("child.ink"), 1.6))
        outline = QPainterPath()
        for name, areas in PLACES.items():
            for area in areas:
                painter.setBrush(felt if everywhere or name in self._names else body)
                painter.drawPath(_shape(name, area))
        painter.drawPath(outline)
        painter.setPen(pen(look.colour("child.ink"), 2))
        painter.drawPoint(QPointF(43, 28))
        painter.drawPoint(QPointF(57, 28))


def _shape(name: str, area: QRectF) -> QPainterPath:
    path = QPainterPath()
    if name == "head":
        path.moveTo(area.bottomLeft())
        path.cubicTo(area.topLeft() + QPointF(0, -2), area.topRight() + QPointF(0, -2), area.bottomRight())
        path.closeSubpath()
    elif name == "face":
        path.moveTo(area.topLeft())
        path.cubicTo(area.bottomLeft() + QPointF(2, 4), area.bottomRight() + QPointF(-2, 4), area.topRight())
        path.closeSubpath()
    elif name == "hands":
        path.addEllipse(area)
    else:
        path.addRoundedRect(
            area, min(area.width(), area.height()) * 0.35, min(area.width(), area.height()) * 0.35
        )
    return path


class BodyMap(QWidget):
    """The figure and its words."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[Choice], *, value: str = "", many: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._many = many
        self._figure = _Figure()
        self._figure.touched.connect(self._toggle)
        self._tiles: dict[str, ChildTile] = {}
        words = QWidget()
        flow = Flow(gap=4, line_gap=4)
        for choice in choices:
            tile = ChildTile(choice.label or choice.name, checkable=True)
            tile.clicked.connect(lambda _=False, name=choice.name: self._pressed(name))
            self._tiles[choice.name] = tile
            flow.addWidget(tile)
        words.setLayout(flow)
        self._roving = Roving(self, list(self._tiles.values()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(10))
        layout.addWidget(self._figure, 2)
        layout.addWidget(words, 3)
        self.set_value(value)

    def value(self) -> str:
        """The places chosen."""
        return " ".join(name for name, tile in self._tiles.items() if tile.isChecked())

    def set_value(self, value: str) -> None:
        """Show the places chosen."""
        names = frozenset(value.split())
        for name, tile in self._tiles.items():
            tile.setChecked(name in names)
        self._figure.show_places(names)

    def tiles(self) -> dict[str, ChildTile]:
        """The words by name."""
        return dict(self._tiles)

    def figure(self) -> _Figure:
        """The figure, for tests."""
        return self._figure

    def focus_first(self) -> None:
        """Put the keyboard on the first place."""
        first = next(iter(self._tiles.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _toggle(self, name: str) -> None:
        if name in self._tiles:
            self._tiles[name].click()

    def _pressed(self, name: str) -> None:
        if not self._many:
            for other, tile in self._tiles.items():
                tile.setChecked(other == name and tile.isChecked())
        self._figure.show_places(frozenset(self.value().split()))
        self.chosen.emit(self.value())
