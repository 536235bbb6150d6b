"""Three houses: worries, good things and dreams, each with its notes, and two ways to put something in.

Promise: any house may stay empty and any may come first; words and drawings stand as the child gave them, in the
order the child wants; a long list is walked with big arrows, never by dragging. Side by side where there is room,
else one house at a time. Each house's name and invitation are the form's own.
Never: a house that is done or not done. Source: interface design section 4.7 (`HouseCanvas`) and its picture 05.
Signals: `write_requested(repeat)`, `draw_requested(repeat)`, `note_opened(row)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.draw_canvas import paint_drawing
from fieldapp.ui.child.presenter import House, HouseNote
from fieldapp.ui.child.tile import ChildTile, is_enter, pen
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.words import Words

say = Words("Child")

_LOOKS = {
    "worry": ("child.worries", "child.worries.tint", "cloud-rain"),
    "good": ("child.good", "child.good.tint", "sun"),
    "dream": ("child.dreams", "child.dreams.tint", "star"),
}
_OTHER = ("child.tile.line", "child.tile", "smile")


class NoteTile(QAbstractButton):
    """One note in a house: words, or a drawing."""

    def __init__(self, note: HouseNote, ink: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._line = ink, line
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_note(note)

    def show_note(self, note: HouseNote) -> None:
        """The note as it stands now."""
        self.note = note
        words = note.words or (say("a drawing") if note.drawing else say("empty"))
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(
            words if not note.drawing or not note.words else f"{words}, {say('a drawing')}"
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if is_enter(event):
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def height_for(self, width: int) -> int:
        """How tall it needs to be."""
        look = theme.current()
        tall = 2 * look.space(3)
        if self.note.drawing:
            tall += look.size("childTarget") + look.space(6)
        if self.note.words or not self.note.drawing:
            tall += self._words_height(width)
        return max(tall, look.size("childTargetMin"))

    def _text_left(self) -> int:
        look = theme.current()
        return look.space(4) + look.icon(1) + look.space(3)

    def _words_height(self, width: int) -> int:
        letters = QFontMetrics(theme.current().font("childBody"))
        room = width - self._text_left() - theme.current().space(4)
        around = letters.boundingRect(
            QRect(0, 0, max(room, 1), 10_000), int(Qt.TextFlag.TextWordWrap), self.note.words or " "
        )
        return around.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        box(
            painter,
            QRectF(self.rect()),
            fill=look.colour("child.tile"),
            line=look.colour(self._ink if lit else self._line),
            width=look.stroke("selected"),
            radius=look.radius("dialog"),
        )
        top = look.space(3)
        if self.note.drawing:
            tall = look.size("childTarget") + look.space(6)
            paint_drawing(
                painter, self.note.drawing, QRectF(look.space(3), top, self.width() - 2 * look.space(3), tall)
            )
            top += tall
        if self.note.words or not self.note.drawing:
            edge = look.icon(1)
            middle = top + (QFontMetrics(look.font("childBody")).height() - edge) / 2
            draw_icon(painter, "pencil", look.colour(self._ink), QPointF(look.space(4), middle), edge)
            painter.setFont(look.font("childBody"))
            painter.setPen(look.colour("child.ink"))
            room = QRectF(
                self._text_left(), top, self.width() - self._text_left() - look.space(3), self.height() - top
            )
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self.note.words)

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring follows the round corners."""
        return self, self.rect(), theme.current().radius("dialog")


class HouseView(QWidget):
    """One house."""

    write_requested = Signal(str)
    draw_requested = Signal(str)
    note_opened = Signal(str)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._tint, self._icon = _LOOKS.get(house.name, _OTHER)
        self._notes: list[NoteTile] = []
        self._first = 0
        style = {"ink": self._colour, "line": self._colour, "style": "label"}
        self.write = ChildTile(say("Write"), icon="pencil", shape="above", parent=self, **style)  # type: ignore[arg-type]
        self.draw = ChildTile(say("Draw"), icon="palette", shape="above", parent=self, **style)  # type: ignore[arg-type]
        self.up = ChildTile(say("Up"), icon="arrow-up", parent=self, **style)  # type: ignore[arg-type]
        self.down = ChildTile(say("Down"), icon="arrow-down", parent=self, **style)  # type: ignore[arg-type]
        self.write.clicked.connect(lambda: self.write_requested.emit(self.house.repeat))
        self.draw.clicked.connect(lambda: self.draw_requested.emit(self.house.repeat))
        self.up.clicked.connect(lambda: self._walk(-1))
        self.down.clicked.connect(lambda: self._walk(1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_house(house)

    def show_house(self, house: House) -> None:
        """The house as it stands now; a note that is still there keeps its tile."""
        self.house = house
        self.setAccessibleName(house.title)
        self.write.setAccessibleName(say("Write, {house}", house=house.title))
        self.draw.setAccessibleName(say("Draw, {house}", house=house.title))
        self.up.setAccessibleName(say("Up, {house}", house=house.title))
        self.down.setAccessibleName(say("Down, {house}", house=house.title))
        self.draw.setVisible(house.can_draw)
        kept = {tile.note.row: tile for tile in self._notes}
        tiles = []
        for note in house.notes:
            tile = kept.pop(note.row, None)
            if tile is None:
                tile = NoteTile(note, self._colour, self._tint, self)
                tile.clicked.connect(lambda _=False, row=note.row: self.note_opened.emit(row))
            else:
                tile.show_note(note)
            tiles.append(tile)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        grew = len(tiles) > len(self._notes)
        self._notes = tiles
        if grew:
            self._first = max(0, len(tiles) - 1)
            self._fill_upwards()
        self._arrange()
        self.update()

    def tiles(self) -> list[NoteTile]:
        """The notes, first to last."""
        return list(self._notes)

    def _walk(self, by: int) -> None:
        self._first = max(0, min(len(self._notes) - 1, self._first + by))
        self._arrange()

    # ---- place ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(5 * edge, 7 * edge)

    def minimumSizeHint(self) -> QSize:
        """Room for the roof with its name, one note and the ways in, at any letter size."""
        look = theme.current()
        tall = look.line("childTitle") * 2 + look.size("childTarget") + look.space(12)
        tall += look.line("childBody") + self._button_height()
        return QSize(look.size("childTarget") * 3 + look.space(12), max(tall, look.size("childTarget") * 5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_upwards()
        self._arrange()

    def _roof(self) -> int:
        look = theme.current()
        return max(
            min(round(self.height() * 0.24), look.size("childTarget") * 2), look.line("childTitle") * 2
        )

    def _walls(self) -> QRectF:
        look = theme.current()
        edge = look.space(4)
        return QRectF(edge, self._roof(), self.width() - 2 * edge, self.height() - self._roof() - 2)

    def _room(self) -> tuple[int, int, int, int]:
        """Where notes lie: left, top, width, bottom."""
        look = theme.current()
        walls = self._walls()
        left = round(walls.x()) + look.space(5)
        wide = round(walls.width()) - 2 * look.space(5)
        bottom = round(walls.bottom()) - look.space(4) - self._button_height() - look.space(4)
        return left, round(walls.y()) + look.space(5), wide, bottom

    def _button_height(self) -> int:
        return max(
            theme.current().size("childTarget") + theme.current().space(2), self.write.sizeHint().height()
        )

    def _fits_from(self, first: int) -> int:
        """How many notes from `first` on are seen whole."""
        _, top, wide, bottom = self._room()
        gap = theme.current().space(3)
        count, y = 0, top
        for tile in self._notes[first:]:
            y += tile.height_for(wide)
            if y > bottom:
                break
            y += gap
            count += 1
        return count

    def _fill_upwards(self) -> None:
        """Show as many notes as fit, without leaving room under the last."""
        while self._first > 0 and self._first - 1 + self._fits_from(self._first - 1) >= len(self._notes):
            self._first -= 1

    def _arrange(self) -> None:
        look = theme.current()
        left, top, wide, bottom = self._room()
        gap = look.space(3)
        shown = self._fits_from(self._first) or (1 if self._notes else 0)
        y = top
        for index, tile in enumerate(self._notes):
            seen = self._first <= index < self._first + shown
            tile.setVisible(seen)
            if seen:
                tall = min(tile.height_for(wide), max(bottom - y, look.size("childTargetMin")))
                tile.setGeometry(left, y, wide, tall)
                y += tall + gap
        more = self._first > 0 or self._first + shown < len(self._notes)
        buttons = [self.write] + ([self.draw] if self.house.can_draw else [])
        if more:
            buttons += [self.up, self.down]
        self.up.setVisible(more)
        self.down.setVisible(more)
        self.up.setEnabled(self._first > 0)
        self.down.setEnabled(self._first + shown < len(self._notes))
        tall = self._button_height()
        share = (wide - gap * (len(buttons) - 1)) // len(buttons)
        for place, button in enumerate(buttons):
            x = left + place * (share + gap)
            if self.isRightToLeft():
                x = left + wide - (place + 1) * share - place * gap
            button.setGeometry(x, bottom + look.space(4), share, tall)

    # ---- picture -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, tint = look.colour(self._colour), look.colour(self._tint)
        walls, roof = self._walls(), self._roof()
        box(
            painter,
            walls.adjusted(0, -look.space(4), 0, 0),
            fill=tint,
            line=colour,
            width=look.stroke("selected") + 1,
            radius=look.radius("dialog") + look.space(1),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        chimney = QRectF(self.width() * 0.76, look.space(2), self.width() * 0.11, roof * 0.75)
        painter.drawRect(chimney)
        cap = QRectF(
            chimney.x() - look.space(1) - 2,
            look.space(1),
            chimney.width() + 2 * look.space(1) + 4,
            look.space(3),
        )
        painter.drawRoundedRect(cap, look.radius("mark"), look.radius("mark"))
        path = QPainterPath()
        eave = look.space(4)
        path.moveTo(look.space(2), roof - eave / 2)
        path.lineTo(self.width() / 2, look.space(2))
        path.lineTo(self.width() - look.space(2), roof - eave / 2)
        path.closeSubpath()
        painter.setPen(pen(colour, eave))
        painter.drawPath(path)
        self._paint_title(painter, roof)
        if not self._notes:
            self._paint_invitation(painter)

    def _paint_title(self, painter: QPainter, roof: int) -> None:
        look = theme.current()
        font = look.font("childBody")
        font.setPixelSize(round(font.pixelSize() * 1.2))
        font.setBold(True)
        letters = QFontMetrics(font)
        edge, gap = look.icon(3), look.space(3)
        wide = letters.horizontalAdvance(self.house.title)
        x = (self.width() - wide - edge - gap) / 2
        y = roof - letters.height() - look.space(4)
        tile = look.colour("child.tile")
        draw_icon(painter, self._icon, tile, QPointF(x, y + (letters.height() - edge) / 2), edge)
        painter.setFont(font)
        painter.setPen(tile)
        painter.drawText(
            QRectF(x + edge + gap, y, wide + 4, letters.height()),
            int(Qt.AlignmentFlag.AlignVCenter),
            self.house.title,
        )

    def _paint_invitation(self, painter: QPainter) -> None:
        look = theme.current()
        left, top, wide, bottom = self._room()
        painter.setFont(look.font("childBody"))
        painter.setPen(look.colour("child.ink"))
        painter.drawText(
            QRectF(left, top, wide, bottom - top),
            int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop),
            self.house.invitation,
        )


class HouseCanvas(QWidget):
    """All houses: side by side, or one at a time with big arrows."""

    write_requested = Signal(str)
    draw_requested = Signal(str)
    note_opened = Signal(str)

    def __init__(self, houses: Sequence[House], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[HouseView] = []
        self._page = 0
        self._before = ChildTile(say("House before"), icon="chevron-left", parent=self)
        self._after = ChildTile(say("Next house"), icon_after="chevron-right", parent=self)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_houses(houses)

    def show_houses(self, houses: Sequence[House]) -> None:
        """The houses as they stand now."""
        if [view.house.repeat for view in self._views] != [house.repeat for house in houses]:
            for old in self._views:
                old.deleteLater()
            self._views = []
            for house in houses:
                view = HouseView(house, self)
                view.write_requested.connect(self.write_requested)
                view.draw_requested.connect(self.draw_requested)
                view.note_opened.connect(self.note_opened)
                self._views.append(view)
        for view, house in zip(self._views, houses, strict=True):
            view.show_house(house)
        self._arrange()

    def houses(self) -> list[HouseView]:
        """The houses, first to last."""
        return list(self._views)

    def focus_first(self) -> None:
        """Put the keyboard on the first way in."""
        if self._views:
            self._views[self._page].write.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(16 * edge, 7 * edge)

    def minimumSizeHint(self) -> QSize:
        least = self._views[0].minimumSizeHint() if self._views else QSize(0, 0)
        return QSize(
            least.width(),
            least.height() + self._turn_height(least.width()) + theme.current().size("childGap"),
        )

    def _turn_height(self, width: int) -> int:
        """How tall the two arrows stand; their words may wrap."""
        half = max((width - theme.current().size("childGap")) // 2, 1)
        return max(self._before.heightForWidth(half), self._after.heightForWidth(half))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _turn(self, by: int) -> None:
        self._page = (self._page + by) % max(len(self._views), 1)
        self._arrange()
        self.focus_first()

    def _arrange(self) -> None:
        look = theme.current()
        count = len(self._views)
        gap = look.space(10) + look.space(1)
        least = self._views[0].minimumSizeHint().width() if self._views else 1
        together = self.width() >= count * least + (count - 1) * gap and self.width() >= self.height()
        self._before.setVisible(not together and count > 1)
        self._after.setVisible(not together and count > 1)
        if together:
            wide = (self.width() - gap * (count - 1)) // max(count, 1)
            for place, view in enumerate(self._views):
                at = count - 1 - place if self.isRightToLeft() else place
                view.setGeometry(at * (wide + gap), 0, wide, self.height())
                view.show()
            return
        foot = self._turn_height(self.width())
        for place, view in enumerate(self._views):
            view.setVisible(place == self._page)
            view.setGeometry(0, 0, self.width(), self.height() - foot - look.size("childGap"))
        wide = (self.width() - look.size("childGap")) // 2
        y = self.height() - foot
        self._before.setGeometry(0, y, wide, foot)
        self._after.setGeometry(wide + look.size("childGap"), y, wide, foot)
