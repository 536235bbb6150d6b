"""The hills: the picture of the unlock screen, the cover and the screens of a child. Decoration; carries no meaning.

Promise: drawn in logical units from the `illustration` tokens, for any size, once per size; nothing in it says what
the program is for. Tall pictures and wide ones are cut from the same land.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.ui import theme

WIDE = QSizeF(1280, 800)  # the units of the paths below
_BANDS: tuple[tuple[str, tuple[float, ...]], ...] = (
    (
        "hill1",
        (0, 430, 200, 340, 360, 344, 540, 400, 720, 456, 860, 444, 980, 392, 1100, 336, 1180, 322, 1280, 350),
    ),
    ("hill2", (0, 520, 180, 460, 380, 456, 600, 524, 820, 592, 1050, 576, 1280, 496)),
    ("hill3", (0, 620, 220, 546, 480, 540, 720, 596, 930, 648, 1120, 636, 1280, 588)),
    ("hill4", (0, 706, 260, 660, 560, 640, 780, 674, 990, 708, 1140, 710, 1280, 686)),
)
_FURROWS = (
    (120, 780, 320, 716, 520, 710, 660, 714),
    (300, 798, 460, 748, 640, 738, 780, 742),
    (520, 800, 640, 768, 760, 760, 860, 762),
)


def paint_hills(painter: QPainter, area: QRectF) -> None:
    """Fill `area` with the land: sky, sun, four hills, a house, two trees."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    painter.fillRect(area, look.colour("illustration.sky"))
    upright = area.width() < area.height()
    scale = max(area.height() / WIDE.height(), 0 if upright else area.width() / WIDE.width())
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    wide, tall = area.width() / scale, area.height() / scale
    squeeze = wide / WIDE.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("illustration.sun"))
    sun = 64.0 if not upright else 50.0
    painter.drawEllipse(QPointF(wide * 0.735, tall * 0.31), sun, sun)
    for number, (name, points) in enumerate(_BANDS):
        if number == 1:
            _house(painter, QPointF(wide * 0.69, 556 + (tall - 800) * 0.5))
        painter.setBrush(look.colour(f"illustration.{name}"))
        painter.drawPath(_band(points, squeeze, wide, tall))
        if number == 2:
            _tree(painter, QPointF(wide * 0.195 - 20 * (1 - squeeze), 654), 24)
            _tree(painter, QPointF(wide * 0.195 - 20 * (1 - squeeze) + 46, 652), 16)
    furrow = QPen(look.colour("illustration.hill3"), 2.5)
    painter.setPen(furrow)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for points in _FURROWS:
        path = QPainterPath(QPointF(points[0] * squeeze, points[1]))
        path.cubicTo(*(v * squeeze if n % 2 == 0 else v for n, v in enumerate(points[2:])))
        painter.drawPath(path)
    painter.restore()


def _band(points: tuple[float, ...], squeeze: float, wide: float, tall: float) -> QPainterPath:
    path = QPainterPath(QPointF(points[0], points[1]))
    rest = points[2:]
    for start in range(0, len(rest) - 5, 6):
        a, b, c, d, e, f = rest[start : start + 6]
        path.cubicTo(a * squeeze, b, c * squeeze, d, e * squeeze, f)
    path.lineTo(wide, tall)
    path.lineTo(0, tall)
    path.closeSubpath()
    return path


def _house(painter: QPainter, foot: QPointF) -> None:
    """A house behind the second hill; its walls are the child's paper, its roof the deepest hill, darker."""
    look = theme.current()
    roof = QColor(look.colour("illustration.hill4")).darker(130)
    painter.setBrush(look.colour("child.paper"))
    painter.drawRect(QRectF(foot.x() - 24, foot.y() - 34, 48, 34))
    painter.setBrush(roof)
    path = QPainterPath(QPointF(foot.x() - 30, foot.y() - 33))
    path.lineTo(foot.x(), foot.y() - 58)
    path.lineTo(foot.x() + 30, foot.y() - 33)
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawRect(QRectF(foot.x() - 5.5, foot.y() - 20, 11, 20))
    painter.setBrush(look.colour("illustration.hill1"))
    for x in (-17.0, 11.5):
        painter.drawRect(QRectF(foot.x() + x, foot.y() - 26, 8.5, 8.5))


def _tree(painter: QPainter, foot: QPointF, reach: float) -> None:
    look = theme.current()
    crown = QColor(look.colour("illustration.hill4")).lighter(118)
    trunk = QColor(look.colour("illustration.hill4")).darker(135)
    painter.setBrush(trunk)
    painter.drawRect(QRectF(foot.x() - reach / 8, foot.y() - reach * 1.0, reach / 4, reach * 1.0))
    painter.setBrush(crown)
    painter.drawEllipse(QPointF(foot.x(), foot.y() - reach * 1.65), reach, reach * 1.08)


class Hills(QWidget):
    """The land as a widget beside a form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        paint_hills(QPainter(self), QRectF(self.rect()))
