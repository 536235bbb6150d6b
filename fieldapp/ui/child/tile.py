"""The big target of child mode: a picture above or beside a word, chosen with a thick line, a tick and a name.

Promise: at least 64 px each way whatever the text size; the word is never cut; chosen is told by line, tick and
accessible state together, never by colour alone. Never: a double press, a drag, a time limit.
Source: interface design section 4.7 ("Targets ≥ 64 px (72 usual), gaps ≥ 16"); tokens `child`, `size`.
Signals: those of `QAbstractButton`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.paint import box, draw_icon

TileShape = Literal["beside", "above"]
TileLook = Literal["plain", "filled", "dark", "dashed"]
Picture = Callable[[QPainter, QRectF], None]


def mixed(first: QColor, second: QColor, part: float) -> QColor:
    """A colour between two tokens: 0 is the first, 1 the second."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * part,
        first.greenF() + (second.greenF() - first.greenF()) * part,
        first.blueF() + (second.blueF() - first.blueF()) * part,
    )


def is_enter(event: QKeyEvent) -> bool:
    """Whether this is Enter alone, which Qt lets press only its own push buttons."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()


class ChildTile(QAbstractButton):
    """One big target with a word, and an icon or a picture."""

    def __init__(
        self,
        words: str,
        *,
        icon: str = "",
        picture: Picture | None = None,
        shape: TileShape = "beside",
        look: TileLook = "plain",
        ink: str = "child.ink",
        line: str = "child.tile.line",
        checkable: bool = False,
        icon_after: str = "",
        style: str = "childBody",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(words.replace("&", "&&"))
        self._words, self._icon, self._picture, self._shape = words, icon, picture, shape
        self._look: TileLook = look
        self._ink, self._line, self._icon_after, self._style = ink, line, icon_after, style
        self._small = small
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Change the word, as when the language changes."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if is_enter(event):
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def words(self) -> str:
        """The word shown."""
        return self._words

    def set_look(self, look: TileLook) -> None:
        """Change between the looks."""
        self._look = look
        self.update()

    def _picture_edge(self) -> int:
        look = theme.current()
        if self._picture is not None and not self._small:
            return look.size("childTarget") + look.space(5)
        return look.icon(3) if self._shape == "above" else look.icon(2) + look.space(1)

    def _pad(self) -> int:
        return theme.current().space(6) if self._shape == "beside" else theme.current().space(3)

    def sizeHint(self) -> QSize:
        look = theme.current()
        letters = QFontMetrics(look.font(self._style))
        least = look.size("childTarget")
        if self._shape == "above":
            longest = max((letters.horizontalAdvance(word) for word in self._words.split()), default=0)
            wide = max(
                min(letters.horizontalAdvance(self._words), 6 * look.space(10)), longest, self._picture_edge()
            )
            wide += 2 * self._pad()
            tall = (
                self._picture_edge()
                + look.space(2)
                + self._text_height(wide - 2 * self._pad())
                + 2 * look.space(3)
            )
            return QSize(max(wide, least), max(tall, least))
        wide = letters.horizontalAdvance(self._words) + 2 * self._pad() + 2
        wide += self._beside_words()
        return QSize(max(wide, least), max(letters.height() + 2 * look.space(3), least))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        letters = QFontMetrics(look.font(self._style))
        longest = max((letters.horizontalAdvance(word) for word in self._words.split()), default=0)
        extra = self._beside_words() if self._shape == "beside" else 0
        wide = max(longest + 2 * self._pad() + extra + 2, look.size("childTargetMin"))
        return QSize(wide, look.size("childTargetMin"))

    def _has_ring(self) -> bool:
        """A choice with words alone shows a ring that takes the tick, so that nothing covers the words."""
        return (
            self.isCheckable()
            and self._shape == "beside"
            and not self._icon
            and self._picture is None
            and bool(self._words)
        )

    def _beside_words(self) -> int:
        """The width of what stands beside the words, gaps included."""
        look = theme.current()
        wide = 0
        if self._icon or self._picture is not None:
            wide += self._picture_edge() + look.space(3)
        if self._has_ring():
            wide += look.icon(2) + look.space(3)
        if self._icon_after:
            wide += look.icon(2) + look.space(3)
        return wide

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        if self._shape == "above":
            inner = width - 2 * self._pad()
            return max(
                self._picture_edge() + look.space(2) + self._text_height(inner) + 2 * look.space(3),
                look.size("childTarget"),
            )
        extra = self._beside_words()
        return max(
            self._text_height(width - 2 * self._pad() - extra) + 2 * look.space(3), look.size("childTarget")
        )

    def _text_height(self, width: int) -> int:
        letters = QFontMetrics(theme.current().font(self._style))
        around = letters.boundingRect(
            QRect(0, 0, max(width, 1), 10_000), int(Qt.TextFlag.TextWordWrap), self._words
        )
        return around.height()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _inks(self) -> tuple[QColor | None, QColor, QColor]:
        """Fill, line and ink for the state it is in."""
        look = theme.current()
        tile, ink = look.colour("child.tile"), look.colour(self._ink)
        if self._look == "dark":
            base = look.colour("child.passback")
            return (mixed(base, tile, 0.15) if self._lit() else base), base, tile
        if self._look == "filled":
            base = look.colour("child.chosen")
            return (mixed(base, look.colour("child.ink"), 0.2) if self._lit() else base), base, tile
        if self.isChecked():
            return mixed(tile, look.colour("child.chosen"), 0.13), look.colour("child.chosen"), ink
        ground = None if self._look == "dashed" else tile
        if self._lit():
            ground = mixed(tile, look.colour("child.chosen"), 0.06)
        return ground, look.colour(self._line), ink

    def _lit(self) -> bool:
        return self.isDown() or (self.underMouse() and self.isEnabled())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        fill, line, ink = self._inks()
        wide = 2 * look.stroke("selected") if self.isChecked() else look.stroke("selected")
        area = QRectF(self.rect())
        box(
            painter,
            area,
            fill=fill,
            line=line,
            width=wide,
            radius=look.radius("childTile"),
            dashed=self._look == "dashed",
        )
        painter.setFont(look.font(self._style))
        painter.setPen(ink)
        if self._shape == "above":
            self._paint_above(painter, ink)
        else:
            self._paint_beside(painter, ink)
        if self.isChecked() and not self._has_ring():
            self._paint_tick(painter)

    def _paint_above(self, painter: QPainter, ink: QColor) -> None:
        look = theme.current()
        edge = self._picture_edge()
        text = self._text_height(self.width() - 2 * self._pad())
        free = self.height() - text - look.space(2)
        if self._picture is not None or self._icon:
            edge = free - 3 * look.space(2) if self._picture is not None and not self._small else edge
            edge = min(edge, free - look.space(2), self.width() - 2 * look.space(3))
            top = (self.height() - edge - look.space(2) - text) / 2
            place = QRectF((self.width() - edge) / 2, top, edge, edge)
            if self._picture is not None:
                self._picture(painter, place)
            else:
                draw_icon(painter, self._icon, ink, place.topLeft(), round(edge))
            words = QRectF(self._pad(), top + edge + look.space(2), self.width() - 2 * self._pad(), text)
        else:
            words = QRectF(self._pad(), 0, self.width() - 2 * self._pad(), self.height())
        painter.setPen(ink)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)

    def _paint_beside(self, painter: QPainter, ink: QColor) -> None:
        look = theme.current()
        ring = self._has_ring()
        edge = (
            self._picture_edge() if self._icon or self._picture is not None else look.icon(2) if ring else 0
        )
        after = look.icon(2) if self._icon_after else 0
        gap = look.space(3)
        extra = (edge + gap if edge else 0) + (after + gap if after else 0)
        letters = QFontMetrics(look.font(self._style))
        room = self.width() - 2 * self._pad() - extra
        wide = min(letters.horizontalAdvance(self._words) + 2, room)
        x = (self.width() - wide - extra) // 2

        def at(left: int, width: int) -> int:
            return self.width() - left - width if self.isRightToLeft() else left

        if edge:
            place = QRectF(at(x, edge), (self.height() - edge) / 2, edge, edge)
            if ring:
                self._paint_ring(painter, place)
            elif self._picture is not None:
                self._picture(painter, place)
            else:
                draw_icon(painter, self._icon, ink, place.topLeft(), edge, mirror=self.isRightToLeft())
            x += edge + gap
        painter.setPen(ink)
        painter.drawText(
            QRect(at(x, wide), 0, wide, self.height()),
            int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
            self._words,
        )
        x += wide + gap
        if after:
            place_after = QPointF(at(x, after), (self.height() - after) / 2)
            draw_icon(painter, self._icon_after, ink, place_after, after, mirror=self.isRightToLeft())

    def _paint_tick(self, painter: QPainter) -> None:
        """A tick in the trailing top corner, inside the tile so that nothing cuts it off."""
        look = theme.current()
        edge = look.icon(0) if self._small else look.icon(3)
        gap = look.space(1) if self._small else look.space(2)
        x = gap if self.isRightToLeft() else self.width() - edge - gap
        self._paint_disc(painter, QRectF(x, gap, edge, edge))

    def _paint_ring(self, painter: QPainter, place: QRectF) -> None:
        """The ring of a choice: empty, or with its tick."""
        look = theme.current()
        if self.isChecked():
            self._paint_disc(painter, place)
            return
        painter.setPen(pen(look.colour("child.tile.line"), look.stroke("selected")))
        painter.setBrush(look.colour("child.tile"))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        look = theme.current()
        edge = disc.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("child.chosen"))
        painter.drawEllipse(disc)
        inner = round(edge * 0.62)
        off = (edge - inner) / 2
        draw_icon(painter, "check", look.colour("child.tile"), QPointF(disc.x() + off, disc.y() + off), inner)

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring follows the round corners."""
        return self, self.rect(), theme.current().radius("childTile")


def pen(colour: QColor, width: float) -> QPen:
    """A round pen, as every line in child mode is drawn."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made
