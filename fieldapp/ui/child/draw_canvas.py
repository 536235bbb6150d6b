"""Paper to draw on: every pull of the pen is kept as a line in page units and told of the moment the pen lifts.

Promise: a drawing survives turning the screen, resizing, covering and a power cut up to the last lift; Undo goes all
the way back to the empty page; Rubber takes whole strokes; "New page" adds paper and never wipes. New parts of a
stroke are drawn into a kept picture, so a dense scribble stays as quick as the first line; everything is drawn anew
only when a stroke goes or the size changes.
With the keyboard: arrows move a pencil over the paper, Space puts it down and lifts it.
Never: pixels as the record, a file, a colour that is not one of the named pencils.
Source: interface design section 4.7 (Drawing); measured on the development machine: repainting 1,000 dense strokes
took 15 s, drawing only new segments stays flat (tech notes, "Drawing").
Signals: `drawn(str)` the drawing as text after each lift; `history_changed()`; `page_changed(int, int)`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.records.drawing import Drawing, NotADrawing, Point, Stroke, parse, thin, write
from fieldapp.ui import theme
from fieldapp.ui.child.tile import pen
from fieldapp.ui.kit.paint import box
from fieldapp.ui.words import Words

say = Words("Child")

PAGE_WIDTH = 1200
PAGE_HEIGHT = 800
THIN = 7
THICK = 16
"""Line widths in page units: as a fibre tip and a marker are on a sheet of A4."""
TOLERANCE = 0.8
"""How far, in page units, a thinned line may run beside the hand's: under one pixel on a 1200 px page."""
RUBBER_REACH = 14
"""How near, in page units, the rubber must come to a stroke."""
KEY_STEP = 12
KEY_STRIDE = 60
"""Page units that an arrow key moves the pencil, alone and with Shift."""

Tool = Literal["pencil", "rubber"]


class DrawCanvas(QWidget):
    """The paper."""

    drawn = Signal(str)
    history_changed = Signal()
    page_changed = Signal(int, int)

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = _read(text)
        self._undo: list[Drawing] = []
        self._page = 0
        self._tool: Tool = "pencil"
        self._pencil, self._thickness = "black", THIN
        self._points: list[Point] = []
        self._rubbed = False
        self._picture: QPixmap | None = None
        self._cursor = QPoint(PAGE_WIDTH // 2, PAGE_HEIGHT // 2)
        self._key_down = False
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    # ---- what is drawn -------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The drawing as the answer holds it; "" for an empty page."""
        return write(self._drawing)

    def set_text(self, text: str) -> None:
        """Show another drawing; the one already shown is left alone, with its history."""
        if text == self.text():
            return
        self._drawing, self._undo, self._points = _read(text), [], []
        self._page = min(self._page, self.pages() - 1)
        self._redraw()

    def stroke_count(self) -> int:
        """How many strokes stand on all pages."""
        return len(self._drawing.strokes)

    def set_name(self, name: str) -> None:
        """The prompt, as a listener hears it."""
        self._name = name
        self._describe()

    def set_tool(self, tool: Tool) -> None:
        """Pencil or rubber."""
        self._lift()
        self._tool = tool

    def set_pencil(self, pencil: str) -> None:
        """One of the named pencils; takes the pencil in hand."""
        self._lift()
        self._pencil, self._tool = pencil, "pencil"

    def set_thickness(self, thickness: int) -> None:
        """Width of new strokes, in page units."""
        self._lift()
        self._thickness, self._tool = thickness, "pencil"

    def tool(self) -> Tool:
        """What is in hand."""
        return self._tool

    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._undo or self._drawing.strokes)

    def undo(self) -> None:
        """Take back the last thing done; strokes of an earlier sitting go one by one, down to the empty page."""
        self._points = []
        self._key_down = False
        if self._undo:
            self._drawing = self._undo.pop()
        elif self._drawing.strokes:
            self._drawing = self._drawing.without(len(self._drawing.strokes) - 1)
        else:
            return
        self._page = min(self._page, self.pages() - 1)
        self._redraw()
        self._tell()

    # ---- pages ---------------------------------------------------------------------------------------------------

    def pages(self) -> int:
        """How many sheets there are; they lie one under another in one drawing."""
        return max(1, self._drawing.height // PAGE_HEIGHT)

    def page(self) -> int:
        """The sheet shown, from 0."""
        return self._page

    def go_to_page(self, page: int) -> None:
        """Show another sheet."""
        self._lift()
        self._page = max(0, min(page, self.pages() - 1))
        self._redraw()
        self.page_changed.emit(self._page, self.pages())

    def new_page(self) -> None:
        """Another sheet after the last; nothing is wiped."""
        self._lift()
        self._drawing = Drawing(self._drawing.width, (self.pages() + 1) * PAGE_HEIGHT, self._drawing.strokes)
        self.go_to_page(self.pages() - 1)

    # ---- hand ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._down(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: its other end rubs."""
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._down(event.position())
        elif kind == QEvent.Type.TabletMove and event.buttons():
            self._move(event.position())
        elif kind == QEvent.Type.TabletRelease:
            self._lift()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pencil, Space puts it down or lifts it."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if steps is not None:
            stride = KEY_STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else KEY_STEP
            self._cursor = QPoint(
                max(0, min(PAGE_WIDTH, self._cursor.x() + steps[0] * stride)),
                max(0, min(PAGE_HEIGHT, self._cursor.y() + steps[1] * stride)),
            )
            if self._key_down:
                self._go((self._cursor.x(), self._cursor.y() + self._top()))
            self.update()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._key_down:
                self._lift()
            else:
                self._key_down = True
                self._start((self._cursor.x(), self._cursor.y() + self._top()))
            self.update()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._lift()
        self.update()
        super().focusOutEvent(event)

    def _down(self, place: QPointF) -> None:
        self._start(self._unit(place))

    def _move(self, place: QPointF) -> None:
        self._go(self._unit(place))

    def _start(self, point: Point) -> None:
        self._points = [point]
        self._rubbed = False
        if self._tool == "rubber":
            self._rub(point)
        else:
            self._ink([point, point])

    def _go(self, point: Point) -> None:
        if not self._points or point == self._points[-1]:
            return
        before = self._points[-1]
        self._points.append(point)
        if self._tool == "rubber":
            self._rub_along(before, point)
        else:
            self._ink([before, point])

    def _lift(self) -> None:
        """The pen leaves the paper: the stroke is kept, and told of."""
        self._key_down = False
        points, self._points = self._points, []
        if not points:
            return
        if self._tool == "rubber":
            if self._rubbed:
                self._rubbed = False
                self._tell()
            return
        self._undo.append(self._drawing)
        stroke = Stroke(self._pencil, self._thickness, tuple(thin(points, TOLERANCE)))
        self._drawing = self._drawing.with_stroke(stroke)
        self._tell()

    def _rub_along(self, before: Point, point: Point) -> None:
        """A quick hand leaves gaps between its points; what lies in them is rubbed too."""
        far = max(abs(point[0] - before[0]), abs(point[1] - before[1]))
        pieces = max(1, far // RUBBER_REACH)
        for piece in range(1, pieces + 1):
            part = piece / pieces
            self._rub(
                (
                    round(before[0] + (point[0] - before[0]) * part),
                    round(before[1] + (point[1] - before[1]) * part),
                )
            )

    def _rub(self, point: Point) -> None:
        for index in range(len(self._drawing.strokes) - 1, -1, -1):
            stroke = self._drawing.strokes[index]
            if _near(stroke, point, RUBBER_REACH + stroke.thickness / 2):
                if not self._rubbed:
                    self._undo.append(self._drawing)
                    self._rubbed = True
                self._drawing = self._drawing.without(index)
                self._redraw()
                return

    def _tell(self) -> None:
        self._describe()
        self.drawn.emit(self.text())
        self.history_changed.emit()

    def _describe(self) -> None:
        lines = say.count(self.stroke_count(), "{n} line", "{n} lines")
        self.setAccessibleName(", ".join(part for part in (self._name, say("drawing"), lines) if part))
        self.setAccessibleDescription(
            say("Arrow keys move the pencil. Space puts it on the paper and lifts it.")
        )

    # ---- paper ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(PAGE_WIDTH // 2, PAGE_HEIGHT // 2)

    def minimumSizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(3 * edge, 2 * edge)

    def paper(self) -> QRectF:
        """Where the sheet lies in the widget: as large as fits, its shape kept."""
        scale = min(self.width() / PAGE_WIDTH, self.height() / PAGE_HEIGHT)
        wide, tall = PAGE_WIDTH * scale, PAGE_HEIGHT * scale
        return QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)

    def _top(self) -> int:
        return self._page * PAGE_HEIGHT

    def _unit(self, place: QPointF) -> Point:
        sheet = self.paper()
        scale = sheet.width() / PAGE_WIDTH
        x = max(0, min(PAGE_WIDTH, round((place.x() - sheet.x()) / scale)))
        y = max(0, min(PAGE_HEIGHT, round((place.y() - sheet.y()) / scale)))
        return x, y + self._top()

    def _kept_picture(self) -> QPixmap:
        """The sheet so far, without the background; made anew only after a change of size or a stroke gone."""
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            sheet = self.paper()
            made = QPixmap(max(1, round(sheet.width() * ratio)), max(1, round(sheet.height() * ratio)))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            self._to_units(painter)
            for stroke in self._drawing.strokes:
                paint_stroke(painter, stroke)
            if len(self._points) > 1 and self._tool == "pencil":
                paint_stroke(painter, Stroke(self._pencil, self._thickness, tuple(self._points)))
            painter.end()
            self._picture = made
        return self._picture

    def _to_units(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.paper().width() / PAGE_WIDTH
        painter.scale(scale, scale)
        painter.translate(0, -self._top())

    def _ink(self, points: list[Point]) -> None:
        """Draw one new segment into the kept picture and show that corner of it."""
        painter = QPainter(self._kept_picture())
        self._to_units(painter)
        paint_stroke(painter, Stroke(self._pencil, self._thickness, tuple(points)))
        painter.end()
        sheet, scale = self.paper(), self.paper().width() / PAGE_WIDTH
        xs, ys = [x for x, _ in points], [y - self._top() for _, y in points]
        room = self._thickness + 2
        corner = QRectF(
            sheet.x() + (min(xs) - room) * scale,
            sheet.y() + (min(ys) - room) * scale,
            (max(xs) - min(xs) + 2 * room) * scale,
            (max(ys) - min(ys) + 2 * room) * scale,
        )
        self.update(corner.toAlignedRect())

    def _redraw(self) -> None:
        self._picture = None
        self._describe()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange}:
            self._picture = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self.paper()
        box(
            painter,
            sheet,
            fill=look.colour("child.paper"),
            line=look.colour("child.tile.line"),
            width=look.stroke("selected"),
            radius=look.radius("card"),
        )
        clip = QPainterPath()
        clip.addRoundedRect(sheet.adjusted(1, 1, -1, -1), look.radius("card"), look.radius("card"))
        painter.setClipPath(clip)
        painter.drawPixmap(sheet.topLeft(), self._kept_picture())
        if self.hasFocus():
            self._paint_cursor(painter, sheet)

    def _paint_cursor(self, painter: QPainter, sheet: QRectF) -> None:
        """Where the keyboard's pencil is: a ring, filled while it is on the paper."""
        look = theme.current()
        scale = sheet.width() / PAGE_WIDTH
        middle = QPointF(sheet.x() + self._cursor.x() * scale, sheet.y() + self._cursor.y() * scale)
        reach = look.space(2)
        painter.setPen(pen(look.colour("focus.ring"), look.stroke("focusRing")))
        painter.setBrush(look.colour("focus.halo") if self._key_down else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, reach, reach)

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring goes around the sheet."""
        return self, self.paper().toAlignedRect(), theme.current().radius("card")


def paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    """One stroke in page units, piece by piece: a self-crossing scribble as one path costs far more."""
    look = theme.current()
    colour = look.colour(f"pencils.{stroke.pencil}")
    painter.setPen(pen(colour, stroke.thickness))
    points = [QPointF(x, y) for x, y in stroke.points]
    if len(points) == 1:
        painter.drawPoint(points[0])
        return
    for start, end in pairwise(points):
        painter.drawLine(start, end)


def paint_drawing(painter: QPainter, text: str, area: QRectF) -> bool:
    """A whole drawing, small, as on a card; False if the text is no drawing."""
    try:
        drawing = parse(text)
    except NotADrawing:
        return False
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(area.width() / drawing.width, area.height() / drawing.height)
    painter.translate(
        area.x() + (area.width() - drawing.width * scale) / 2,
        area.y() + (area.height() - drawing.height * scale) / 2,
    )
    painter.scale(scale, scale)
    for stroke in drawing.strokes:
        paint_stroke(painter, stroke)
    painter.restore()
    return True


def _read(text: str) -> Drawing:
    if text:
        try:
            return parse(text)
        except NotADrawing:
            pass
    return Drawing(PAGE_WIDTH, PAGE_HEIGHT)


def _near(stroke: Stroke, point: Point, reach: float) -> bool:
    """Whether `point` lies within `reach` of any piece of the stroke."""
    px, py = point
    points = stroke.points if len(stroke.points) > 1 else stroke.points * 2
    for (ax, ay), (bx, by) in pairwise(points):
        dx, dy = bx - ax, by - ay
        length2 = dx * dx + dy * dy
        along = 0.0 if length2 == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length2))
        if (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2 <= reach * reach:
            return True
    return False
