"""The child's background: sky and, where nothing is to be drawn or chosen on it, two hills. Decoration only.

Source: interface design pictures 05 to 07; tokens `child`, `illustration`. Never: meaning.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from fieldapp.ui import theme


def paint_sky(painter: QPainter, area: QRectF, *, hills: bool) -> None:
    """Fill `area` with sky, with hills at its foot if asked for."""
    look = theme.current()
    painter.fillRect(area, look.colour("child.sky"))
    if not hills:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    wide, tall = area.width(), area.height()
    for token, points in (
        ("illustration.childHill1", ((0.0, 0.68), (0.30, 0.52), (0.62, 0.82), (1.0, 0.60))),
        ("illustration.childHill2", ((0.0, 0.79), (0.35, 0.66), (0.66, 0.86), (1.0, 0.74))),
    ):
        path = QPainterPath(QPointF(area.x(), area.y() + points[0][1] * tall))
        corners = [QPointF(area.x() + x * wide, area.y() + y * tall) for x, y in points]
        path.cubicTo(corners[1], corners[2], corners[3])
        path.lineTo(area.bottomRight())
        path.lineTo(area.bottomLeft())
        path.closeSubpath()
        painter.setBrush(look.colour(token))
        painter.drawPath(path)
