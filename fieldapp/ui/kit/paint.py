"""What the painters of the kit share: icons in any colour, rounded boxes, dashes and the hatch of a worker's view.

Promise: everything is drawn in logical pixels from tokens, sharp at any screen scale, and mirrored where the
interface design (section 10) says it mirrors: arrows, chevrons and undo, never clocks, ticks or quotes.
Never: a widget, a word, a colour of its own.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from fieldapp.resources import resource
from fieldapp.ui import theme

MIRRORED = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "undo-2",
        "log-out",
        "hand-helping",
        "list",
    }
)
_pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def icon_pixmap(name: str, colour: QColor, edge: int, ratio: float, *, mirror: bool = False) -> QPixmap:
    """One Lucide icon, `edge` logical pixels square, in one colour, for a screen of device ratio `ratio`."""
    turned = mirror and name in MIRRORED
    key = (name, colour.name(QColor.NameFormat.HexArgb), edge, ratio, turned)
    found = _pixmaps.get(key)
    if found is None:
        drawn = _source(name).replace("currentColor", colour.name())
        found = QPixmap(round(edge * ratio), round(edge * ratio))
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setOpacity(colour.alphaF())
        QSvgRenderer(QByteArray(drawn.encode("utf-8"))).render(painter, QRectF(found.rect()))
        painter.end()
        if turned:
            found = found.transformed(QTransform().scale(-1, 1))
        found.setDevicePixelRatio(ratio)
        _pixmaps[key] = found
    return found


def draw_icon(
    painter: QPainter, name: str, colour: QColor, place: QPointF, edge: int, *, mirror: bool = False
) -> None:
    """Draw one icon with its leading top corner at `place`."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place, icon_pixmap(name, colour, edge, ratio, mirror=mirror))


def box(
    painter: QPainter,
    area: QRectF,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1,
    radius: float = 0,
    dashed: bool = False,
) -> None:
    """A rounded box whose line lies wholly inside `area`, so that it stays sharp and is never cut off."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if line is not None else 0
    inner = area.adjusted(inset, inset, -inset, -inset)
    if line is not None:
        pen = QPen(line, width)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if fill is not None:
        painter.setBrush(fill)
    corner = min(radius, inner.height() / 2)
    painter.drawRoundedRect(inner, corner, corner)
    painter.restore()


def hatch(painter: QPainter, area: QRectF, ground: QColor, line: QColor) -> None:
    """Lines at 45 degrees: the gutter of what a worker thinks. Drawn as lines, so it prints and scales."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, theme.current().stroke("hair")))
    step = theme.current().space(2)
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += step
    painter.restore()


def rounded_clip(area: QRectF, radius: float) -> QPainterPath:
    """A path to clip to when a gutter must follow the corners of its box."""
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path
