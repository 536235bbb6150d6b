"""The feelings as drawn faces, a figure for the ladder: lines and round shapes in logical units, sharp at any size.

Promise: each feeling of the form has a face of its own that can be told without colour; a name that is not known
here gets a plain face, so a form can bring new feelings without code. The word always stands beside it.
Never: photographs, emoji of the platform, any judgement on which face is good.
Source: interface design section 4.7 and its pictures; tokens `feelings` ("the fill does not carry the meaning").
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from fieldapp.ui import theme
from fieldapp.ui.child.tile import Picture, pen

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """How one feeling is drawn, in a square of 100 units: the fill's token, eyes, brows, mouth, extras."""

    fill: str
    eyes: str = "dots"
    brows: tuple[Points, ...] = ()
    mouth: str = "smile"
    extra: str = ""


_UP_IN = (((28, 35), (41, 31)), ((59, 31), (72, 35)))
_WORRIED = (((27, 36), (42, 30)), ((58, 30), (73, 36)))
_SAD = (((27, 36), (40, 29)), ((60, 29), (73, 36)))
_CROSS = (((27, 27), (42, 36)), ((58, 36), (73, 27)))
_MIXED = (((27, 31), (42, 33)), ((58, 34), (73, 27)))
_PROUD = (((28, 30), (41, 28)), ((59, 28), (72, 30)))

FACES: dict[str, Face] = {
    "happy": Face("feelings.happy"),
    "excited": Face("feelings.happy", eyes="wide", brows=_PROUD, mouth="open"),
    "calm": Face("feelings.calm", eyes="closed", mouth="small"),
    "proud": Face("feelings.calm", brows=_PROUD, mouth="smile", extra="star"),
    "loved": Face("feelings.mixedUp", eyes="hearts", mouth="smile"),
    "sad": Face("feelings.sad", brows=_SAD, mouth="down", extra="tear"),
    "worried": Face("feelings.worried", brows=_WORRIED, mouth="wave"),
    "scared": Face("feelings.worried", eyes="wide", brows=_WORRIED, mouth="round"),
    "angry": Face("feelings.cross", brows=_CROSS, mouth="down"),
    "cross": Face("feelings.cross", brows=_CROSS, mouth="down"),
    "lonely": Face("feelings.sad", eyes="aside", brows=_SAD, mouth="flat"),
    "tired": Face("feelings.sad", eyes="half", brows=_UP_IN, mouth="round"),
    "mixed": Face("feelings.mixedUp", brows=_MIXED, mouth="zigzag"),
}
PLAIN = Face("feelings.calm", mouth="flat")


def face_picture(name: str) -> Picture:
    """A painter of one face; "pass" is a hand held up, not a face."""

    def paint(painter: QPainter, area: QRectF) -> None:
        if name == "pass":
            _paint_pass(painter, area)
        else:
            paint_face(painter, area, FACES.get(name, PLAIN))

    return paint


def paint_face(painter: QPainter, area: QRectF, face: Face) -> None:
    """One face filling `area`."""
    look = theme.current()
    ink = look.colour("feelings.line")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 100, area.height() / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(face.fill))
    painter.drawEllipse(QRectF(2, 2, 96, 96))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(ink, 5))
    _paint_eyes(painter, face.eyes)
    painter.setPen(pen(ink, 5))
    for line in face.brows:
        painter.drawLine(QPointF(*line[0]), QPointF(*line[1]))
    _paint_mouth(painter, face.mouth)
    _paint_extra(painter, face.extra)
    painter.restore()


def _paint_eyes(painter: QPainter, eyes: str) -> None:
    look = theme.current()
    ink = look.colour("feelings.line")
    for x in (33, 67):
        if eyes == "closed":
            painter.drawPath(_curve((x - 8, 42), (x, 50), (x + 8, 42)))
        elif eyes == "half":
            painter.drawLine(QPointF(x - 7, 44), QPointF(x + 7, 44))
            painter.drawPath(_curve((x - 5, 46), (x, 51), (x + 5, 46)))
        elif eyes == "hearts":
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("pencils.red"))
            painter.drawPath(_heart(x, 43, 8))
            painter.restore()
        else:
            painter.save()
            radius = 5.5
            if eyes == "wide":
                painter.setPen(pen(ink, 3))
                painter.setBrush(look.colour("child.tile"))
                painter.drawEllipse(QPointF(x, 43), 9, 10)
                radius = 4.5
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            away = 4 if eyes == "aside" else 0
            painter.drawEllipse(QPointF(x + away, 43), radius, radius)
            painter.restore()


def _paint_mouth(painter: QPainter, mouth: str) -> None:
    look = theme.current()
    if mouth == "smile":
        painter.drawPath(_curve((27, 60), (50, 92), (73, 60)))
    elif mouth == "small":
        painter.drawPath(_curve((34, 65), (50, 76), (66, 65)))
    elif mouth == "down":
        painter.drawPath(_curve((34, 74), (50, 54), (66, 74)))
    elif mouth == "flat":
        painter.drawLine(QPointF(36, 68), QPointF(64, 68))
    elif mouth == "wave":
        path = QPainterPath(QPointF(29, 71))
        path.cubicTo(QPointF(36, 60), QPointF(42, 78), QPointF(50, 70))
        path.cubicTo(QPointF(58, 62), QPointF(63, 76), QPointF(71, 66))
        painter.drawPath(path)
    elif mouth == "zigzag":
        path = QPainterPath(QPointF(28, 64))
        for point in ((41, 64), (47, 73), (60, 60), (71, 67)):
            path.lineTo(QPointF(*point))
        painter.drawPath(path)
    elif mouth == "round":
        painter.save()
        painter.setBrush(look.colour("feelings.line"))
        painter.drawEllipse(QPointF(50, 70), 7, 8)
        painter.restore()
    elif mouth == "open":
        painter.save()
        painter.setBrush(look.colour("child.tile"))
        path = _curve((30, 59), (50, 96), (70, 59))
        path.closeSubpath()
        painter.drawPath(path)
        painter.restore()


def _paint_extra(painter: QPainter, extra: str) -> None:
    look = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    if extra == "tear":
        painter.setBrush(look.colour("pencils.blue"))
        path = QPainterPath(QPointF(76, 52))
        path.cubicTo(QPointF(70, 62), QPointF(72, 66), QPointF(76, 66))
        path.cubicTo(QPointF(80, 66), QPointF(82, 62), QPointF(76, 52))
        painter.drawPath(path)
    elif extra == "star":
        painter.setBrush(look.colour("child.sun"))
        painter.drawPath(_star(82, 16, 14))


def _paint_pass(painter: QPainter, area: QRectF) -> None:
    """An open hand: "not this one", which is always allowed."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 100, area.height() / 100)
    painter.setPen(pen(look.colour("child.tile.line"), 4))
    painter.setBrush(look.colour("child.tile"))
    painter.drawEllipse(QRectF(3, 3, 94, 94))
    painter.setPen(pen(look.colour("child.ink"), 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, top in ((36, 30), (46, 24), (56, 25), (66, 33)):
        painter.drawLine(QPointF(x, 58), QPointF(x, top))
    palm = QPainterPath(QPointF(36, 58))
    palm.cubicTo(QPointF(34, 84), QPointF(68, 84), QPointF(66, 56))
    painter.drawPath(palm)
    painter.drawLine(QPointF(36, 62), QPointF(25, 50))
    painter.restore()


def paint_figure(painter: QPainter, area: QRectF) -> None:
    """The little figure that stands on the chosen step, waving."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 60, area.height() / 100)
    ink = look.colour("child.ink")
    painter.setPen(pen(ink, 5))
    painter.drawLine(QPointF(30, 34), QPointF(30, 68))
    painter.drawLine(QPointF(30, 68), QPointF(18, 97))
    painter.drawLine(QPointF(30, 68), QPointF(42, 97))
    painter.drawLine(QPointF(30, 46), QPointF(10, 60))
    painter.drawLine(QPointF(30, 46), QPointF(52, 33))
    painter.setPen(pen(ink, 4))
    painter.setBrush(look.colour("child.sun"))
    painter.drawEllipse(QPointF(30, 18), 15, 15)
    painter.restore()


def _curve(start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    path.quadTo(QPointF(*bend), QPointF(*end))
    return path


def _heart(x: float, y: float, size: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y + size))
    path.cubicTo(
        QPointF(x - 2 * size, y - size * 0.4),
        QPointF(x - size * 0.6, y - size * 1.6),
        QPointF(x, y - size * 0.4),
    )
    path.cubicTo(
        QPointF(x + size * 0.6, y - size * 1.6), QPointF(x + 2 * size, y - size * 0.4), QPointF(x, y + size)
    )
    return path


def _star(x: float, y: float, size: float) -> QPainterPath:
    from math import cos, pi, sin

    path = QPainterPath()
    for corner in range(10):
        reach = size if corner % 2 == 0 else size * 0.45
        turn = -pi / 2 + corner * pi / 5
        point = QPointF(x + reach * cos(turn), y + reach * sin(turn))
        if corner == 0:
            path.moveTo(point)
        else:
            path.lineTo(point)
    path.closeSubpath()
    return path
