"""My day: the parts of a day as little scenes from morning to night, each with what happens and how it feels.

Promise: the form's own parts in its own order; a scene can be left empty; the sky tells the time and the word says it.
One Tab stop, arrows move, Space opens. Never: a day that must be full.
Source: interface design section 4.7 (`DayRibbon`). Signals: `part_opened(name)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.faces import face_picture
from fieldapp.ui.child.presenter import DayPart
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.tile import mixed
from fieldapp.ui.kit.paint import box

DUSK = 0.62
"""Where on the way through the day it begins to grow dark."""


class _Scene(QAbstractButton):
    """One part of the day."""

    def __init__(self, part: DayPart, along: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._along = along
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_part(part)

    def show_part(self, part: DayPart) -> None:
        self.part = part
        self.setText(part.label.replace("&", "&&"))
        said = [text for text in (part.label, part.words, part.feeling_label) if text]
        self.setAccessibleName(", ".join(said))
        self.update()

    def height_for(self, width: int) -> int:
        look = theme.current()
        return look.size("childTarget") + self._foot_height(width) + look.space(2)

    def _foot_height(self, width: int) -> int:
        look = theme.current()
        room = QRect(0, 0, max(width - 2 * look.space(3), 1), 10_000)
        tall = (
            QFontMetrics(look.font("childBody"))
            .boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.part.label)
            .height()
        )
        if self.part.words:
            tall += QFontMetrics(look.font("body")).height() + look.space(1)
        return tall + look.space(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        filled = bool(self.part.row)
        radius = look.radius("childTile")
        box(painter, whole, fill=look.colour("child.tile"), radius=radius)
        foot = self._foot_height(self.width())
        sky = QRectF(whole.x(), whole.y(), whole.width(), whole.height() - foot)
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(whole, radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(sky, self._sky())
        self._paint_light(painter, sky)
        painter.setClipRect(sky, Qt.ClipOperation.IntersectClip)
        self._paint_hill(painter, sky)
        painter.restore()
        edge = 2 * look.stroke("selected") if filled else look.stroke("selected")
        line = "child.chosen" if filled or self.underMouse() else "child.tile.line"
        box(painter, whole, line=look.colour(line), width=edge, radius=radius)
        if self.part.feeling:
            size = look.size("childTargetMin") * 0.7
            place = QRectF(sky.right() - size - look.space(2), sky.y() + look.space(2), size, size)
            face_picture(self.part.feeling)(painter, place)
        self._paint_words(painter, foot)

    def _sky(self):  # type: ignore[no-untyped-def]
        look = theme.current()
        dark = max(0.0, (self._along - DUSK) / (1 - DUSK))
        dawn = max(0.0, 1 - self._along * 6)
        day = mixed(look.colour("child.sky"), look.colour("feelings.happy"), dawn * 0.6)
        return mixed(day, look.colour("child.worries"), dark)

    def _paint_light(self, painter: QPainter, sky: QRectF) -> None:
        """The sun goes over; at night there is the moon."""
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        size = sky.height() * 0.16
        if self._along < 0.85:
            turn = pi * (1 - min(self._along / 0.85, 1.0))
            middle = QPointF(
                sky.center().x() + cos(turn) * sky.width() * 0.36,
                sky.bottom() - sin(turn) * sky.height() * 0.62 - size,
            )
            painter.setBrush(look.colour("child.sun"))
            painter.drawEllipse(middle, size, size)
        else:
            middle = QPointF(sky.x() + sky.width() * 0.3, sky.y() + sky.height() * 0.36)
            painter.setBrush(look.colour("child.paper"))
            painter.drawEllipse(middle, size, size)
            painter.setBrush(self._sky())
            painter.drawEllipse(middle + QPointF(size * 0.5, -size * 0.25), size * 0.9, size * 0.9)

    def _paint_hill(self, painter: QPainter, sky: QRectF) -> None:
        look = theme.current()
        dark = max(0.0, (self._along - DUSK) / (1 - DUSK))
        painter.setBrush(mixed(look.colour("illustration.childHill2"), look.colour("child.good"), dark * 0.7))
        painter.drawEllipse(
            QRectF(
                sky.x() - sky.width() * 0.2,
                sky.bottom() - sky.height() * 0.3,
                sky.width() * 1.4,
                sky.height(),
            )
        )

    def _paint_words(self, painter: QPainter, foot: int) -> None:
        look = theme.current()
        room = QRectF(
            look.space(3), self.height() - foot, self.width() - 2 * look.space(3), foot - look.space(1)
        )
        painter.fillRect(
            QRectF(look.space(1), room.y(), self.width() - 2 * look.space(1), 1), look.colour("child.tile")
        )
        painter.setPen(look.colour("child.ink"))
        painter.setFont(look.font("childBody"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        painter.drawText(room.adjusted(0, look.space(1), 0, 0), flags, self.part.label)
        if self.part.words:
            painter.setFont(look.font("body"))
            letters = QFontMetrics(look.font("body"))
            line = QRectF(
                room.x(), room.bottom() - letters.height() - look.space(1), room.width(), letters.height()
            )
            shown = letters.elidedText(
                " ".join(self.part.words.split()), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), shown)

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring follows the round corners."""
        return self, self.rect(), theme.current().radius("childTile")


class DayRibbon(QWidget):
    """All parts of the day, in lines from morning to night."""

    part_opened = Signal(str)

    def __init__(self, parts: Sequence[DayPart], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        last = max(len(parts) - 1, 1)
        self._scenes = [_Scene(part, index / last, self) for index, part in enumerate(parts)]
        for scene in self._scenes:
            scene.clicked.connect(lambda _=False, scene=scene: self.part_opened.emit(scene.part.name))
        self._roving = Roving(self, self._scenes)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_parts(self, parts: Sequence[DayPart]) -> None:
        """The parts as they stand now."""
        for scene, part in zip(self._scenes, parts, strict=True):
            scene.show_part(part)

    def scenes(self) -> list[QAbstractButton]:
        """The scenes, morning first."""
        return list(self._scenes)

    def focus_first(self) -> None:
        """Put the keyboard on the first part."""
        if self._scenes:
            self._scenes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _columns(self, width: int) -> int:
        look = theme.current()
        gap = look.size("childGap")
        least = look.size("childTarget") * 2 + look.space(10)
        fits = max(1, min(len(self._scenes), (width + gap) // (least + gap)))
        rows = -(-len(self._scenes) // fits)
        return -(-len(self._scenes) // rows)

    def sizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(14 * edge, 6 * edge)

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        columns = self._columns(max(self.width(), 2 * look.size("childTarget")))
        rows = -(-len(self._scenes) // columns)
        return QSize(look.size("childTarget") * 2, rows * (2 * look.size("childTarget")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = theme.current()
        gap = look.size("childGap")
        columns = self._columns(self.width())
        rows = -(-len(self._scenes) // columns)
        wide = (self.width() - gap * (columns - 1)) // columns
        most = (self.height() - gap * (rows - 1)) // rows
        for index, scene in enumerate(self._scenes):
            column, row = index % columns, index // columns
            if self.isRightToLeft():
                column = columns - 1 - column
            scene.setGeometry(column * (wide + gap), row * (most + gap), wide, most)
