"""Buttons: one thing to press, drawn from tokens.

Promise: four kinds, each readable without its colour: primary is filled (at most one on a page), plain has a line,
quiet is words alone, danger has a line in the colour of stopping. A busy button keeps its width and ignores a second
press. The words are the accessible name; an icon never stands alone without one.
Never: elided words; a button is as wide as its words, or wraps them when its place is narrower.
Signals: those of `QAbstractButton` (`clicked`, `toggled`).
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.paint import box, draw_icon

Kind = Literal["primary", "plain", "quiet", "danger"]
Height = Literal["control", "controlCompact", "controlTouch"]


class Button(QPushButton):
    """A button with words, and an icon before or after them."""

    def __init__(
        self,
        words: str,
        kind: Kind = "plain",
        *,
        icon: str | None = None,
        icon_after: str | None = None,
        height: Height = "control",
        ink: str | None = None,
        key: str | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        style: str | None = None,
        icon_place: int = 1,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words, self._kind, self._icon, self._icon_after = words, kind, icon, icon_after
        self._height, self._ink, self._key, self._align = height, ink, key, align
        self._text_style, self._icon_place, self._wraps = style, icon_place, wrap
        self._busy: str | None = None
        self._measured: tuple[tuple[object, ...], int] = ((), 0)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Change the words."""
        self._words = words
        super().setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The words shown."""
        return self._busy or self._words

    def set_icon(self, icon: str | None) -> None:
        """Change the icon before the words."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str | None) -> None:
        """Show another shortcut beside the words, or none."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_kind(self, kind: Kind) -> None:
        """Change the kind, as when a page's filled button moves."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.update()

    def set_busy(self, words: str | None) -> None:
        """Say what is going on ("Opening") and ignore presses; None ends it."""
        before = self.width() if self.isVisible() else self.sizeHint().width()
        first = words is not None and self._busy is None
        self._busy = words
        if first:
            self.setMinimumWidth(max(before, self.sizeHint().width()))
        elif words is None:
            self.setMinimumWidth(0)
        self.setAccessibleName(words or "")
        self.update()

    def is_busy(self) -> bool:
        """True while presses are ignored."""
        return self._busy is not None

    def nextCheckState(self) -> None:
        if self._busy is None:
            super().nextCheckState()

    def hitButton(self, pos) -> bool:  # type: ignore[no-untyped-def, override]
        return self._busy is None and super().hitButton(pos)

    def click(self) -> None:
        """Press it, unless busy."""
        if self._busy is None:
            super().click()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Enter and Space press a button; both are ignored while busy."""
        if self._busy is not None and event.key() in {
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Select,
        }:
            event.accept()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _style(self) -> str:
        if self._text_style is not None:
            return self._text_style
        return "label" if self._height == "controlCompact" else "bodyStrong"

    def _padding(self) -> int:
        look = theme.current()
        if self._kind == "quiet":
            return look.space(1)
        return look.space(3) if self._height == "controlCompact" else look.space(4)

    def _content_width(self) -> int:
        """The width of icons and words; measured once for what is shown and the look (layouts ask a hundred times)."""
        icons = (self._icon, self._icon_after, self._icon_place, self._busy is None)
        shown = (theme.current(), self.words(), self._style(), self._key, icons)
        if shown != self._measured[0]:
            self._measured = (shown, self._measure_content())
        return self._measured[1]

    def _measure_content(self) -> int:
        look = theme.current()
        letters = QFontMetrics(look.font(self._style()))
        width = (
            max(letters.horizontalAdvance(line) for line in self.words().split("\n")) if self.words() else 0
        )
        for icon in ("loader-circle" if self._busy else self._icon, self._icon_after):
            if icon:
                width += look.icon(self._icon_place) + (look.space(2) if width else 0)
        if self._key:
            width += look.space(2) + self._key_width()
        return width

    def _key_width(self) -> int:
        look = theme.current()
        return QFontMetrics(look.font("caption")).horizontalAdvance(self._key or "") + 2 * look.space(1) + 4

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(self._content_width() + 2 * self._padding() + 2, look.size(self._height))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        if not self.words() and self._icon:  # the rail's narrow "New note": its icon and a little room
            edge = look.icon(self._icon_place) + look.space(2)
            return QSize(edge, look.size(self._height))
        if not self._wraps:
            return self.sizeHint()
        letters = QFontMetrics(look.font(self._style()))
        longest = max((letters.horizontalAdvance(word) for word in self.words().split()), default=0)
        rest = self._content_width() - letters.horizontalAdvance(self.words())
        return QSize(
            min(longest + rest + 2 * self._padding() + 2, self.sizeHint().width()), look.size(self._height)
        )

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        needed = self.sizeHint()
        if width >= needed.width() or not self.words():
            return needed.height()
        letters = QFontMetrics(look.font(self._style()))
        room = width - 2 * self._padding() - (self._content_width() - letters.horizontalAdvance(self.words()))
        around = letters.boundingRect(
            QRect(0, 0, max(room, 1), 10_000), int(Qt.TextFlag.TextWordWrap), self.words()
        )
        return max(needed.height(), around.height() + 2 * look.space(2))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _inks(self) -> tuple[str | None, str | None, str]:
        """Fill, line and ink for the state it is in."""
        hover, down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if not self.isEnabled():
            return (
                (None, None, "ink.soft") if self._kind == "quiet" else ("bg.sunken", "line.hair", "ink.soft")
            )
        if self._kind == "primary":
            fill = "accent.pressed" if down else "accent.hover" if hover else "accent.base"
            return fill, None, "ink.onAccent"
        if self._kind == "quiet":
            return ("bg.hover" if hover or down else None), None, self._ink or "accent.base"
        if self._kind == "danger":
            return ("bg.hover" if hover or down else "bg.surface"), "status.held.ink", "status.held.ink"
        fill = "bg.selected" if down else "bg.hover" if hover else "bg.surface"
        return fill, "line.control", self._ink or "ink.strong"

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        fill, line, ink = self._inks()
        box(
            painter,
            QRectF(self.rect()),
            fill=look.colour(fill) if fill else None,
            line=look.colour(line) if line else None,
            width=look.stroke("control"),
            radius=look.radius("control"),
        )
        colour = look.colour(ink)
        font = look.font(self._style())
        painter.setFont(font)
        painter.setPen(colour)
        edge, gap, pad = look.icon(self._icon_place), look.space(2), self._padding()
        before = "loader-circle" if self._busy else self._icon
        extra = (edge + gap if before else 0) + (edge + gap if self._icon_after else 0)
        extra += gap + self._key_width() if self._key else 0
        room = self.width() - 2 * pad - extra
        letters = QFontMetrics(font)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        advance = letters.horizontalAdvance(self.words())
        if advance > room + 1:
            flags |= int(Qt.TextFlag.TextWordWrap)
        wide = min(advance + 1, room) if self.words() else 0
        total = wide + extra - (gap if before and not self.words() else 0)
        mirrored = self.isRightToLeft()
        x = pad if self._align != Qt.AlignmentFlag.AlignHCenter else (self.width() - total) // 2
        middle = (self.height() - edge) / 2

        def at(left: int, width: int) -> int:
            return self.width() - left - width if mirrored else left

        if before:
            draw_icon(painter, before, colour, QPointF(at(x, edge), middle), edge, mirror=mirrored)
            x += edge + gap
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        if advance > room + 1:
            align = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRect(at(x, wide), 0, wide, self.height()), flags | int(align), self.words())
        x += wide + gap
        if self._icon_after:
            draw_icon(painter, self._icon_after, colour, QPointF(at(x, edge), middle), edge, mirror=mirrored)
            x += edge + gap
        if self._key:
            self._draw_key(painter, QRect(at(x, self._key_width()), 0, self._key_width(), self.height()))

    def _draw_key(self, painter: QPainter, place: QRect) -> None:
        """The shortcut as a small key beside the words."""
        look = theme.current()
        painter.setFont(look.font("caption"))
        tall = look.line("caption")
        cap = QRectF(place.x(), (self.height() - tall) / 2, place.width(), tall)
        box(
            painter,
            cap,
            fill=look.colour("bg.surface"),
            line=look.colour("line.hair"),
            width=look.stroke("control"),
            radius=look.radius("mark"),
        )
        painter.setPen(look.colour("ink.body"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key or "")


class IconButton(Button):
    """A square button with an icon alone, for moving about where no harm can come of it; its name is required."""

    def __init__(self, icon: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", icon=icon, ink="ink.strong", parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        edge = theme.current().size("control")
        return QSize(edge, edge)

    minimumSizeHint = sizeHint

    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height()
