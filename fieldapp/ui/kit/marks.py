"""Small marks: the five states of an item on its way, chips, a line of icon and words, a person's initials.

Promise: shape, word and colour change together, so any one of them is enough (interface design 2.1). Each mark's
accessible name is the full sentence.
Never: a mark without its word.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.kit.text import Text

MarkKind = Literal["saved", "sending", "sent", "decision", "held", "restricted", "trouble"]
_ICONS = {"restricted": "lock-keyhole", "trouble": "circle-alert"}


def mark_icon(kind: MarkKind) -> str:
    """The icon of a mark."""
    return _ICONS.get(kind) or str(theme.tokens()["syncMarks"][kind]["icon"])


def mark_ink(kind: MarkKind) -> str:
    """The ink token of a mark."""
    return {"restricted": "restricted.ink", "trouble": "status.held.ink"}.get(kind, f"status.{kind}.ink")


class IconLine(Text):
    """An icon and words on a line (or several): what most small facts on a page are made of."""

    def __init__(
        self,
        icon: str,
        words: str,
        *,
        ink: str = "ink.soft",
        icon_ink: str | None = None,
        style: str = "caption",
        place: int = 0,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._icon_ink, self._place = icon, icon_ink or ink, place
        super().__init__(words, style, ink, wrap=wrap, parent=parent)

    def _lead(self) -> int:
        look = theme.current()
        return look.icon(self._place) + look.space(2)

    def show_line(self, icon: str, words: str, ink: str | None = None) -> None:
        """Change icon, words and ink at once."""
        self._icon = icon
        if ink:
            self._icon_ink = ink
            self.set_ink(ink)
        self.setText(words)
        self.update()

    def sizeHint(self) -> QSize:
        text = super().sizeHint()
        return QSize(text.width() + self._lead(), max(text.height(), theme.current().icon(self._place)))

    def minimumSizeHint(self) -> QSize:
        text = super().minimumSizeHint()
        return QSize(text.width() + self._lead(), max(text.height(), theme.current().icon(self._place)))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width - self._lead()), theme.current().icon(self._place))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        edge, mirrored = look.icon(self._place), self.isRightToLeft()
        layout, height, _ = self._lay(self.width() - self._lead())
        top = max(0.0, (self.height() - height) / 2)
        first = look.line(self._style)
        place = QPointF(self.width() - edge if mirrored else 0, top + (first - edge) / 2)
        ink = self._icon_ink if self.isEnabled() else "ink.soft"
        draw_icon(painter, self._icon, look.colour(ink), place, edge, mirror=mirrored)
        layout.draw(painter, QPointF(0 if mirrored else self._lead(), top))


class SyncMark(IconLine):
    """The mark of one item; `sentence` is what a screen reader says of it."""

    def __init__(
        self,
        kind: MarkKind,
        words: str,
        sentence: str | None = None,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            mark_icon(kind), words, ink=mark_ink(kind), style="label", place=0, wrap=wrap, parent=parent
        )
        self.kind: MarkKind = kind
        self.setAccessibleName(sentence or words)

    def show_mark(self, kind: MarkKind, words: str, sentence: str | None = None) -> None:
        """Change the state; its width settles without moving the page."""
        self.kind = kind
        self.setAccessibleName(sentence or words)
        self.show_line(mark_icon(kind), words, mark_ink(kind))


class Chip(QWidget):
    """A short word in a soft box: plain, decision, held, restricted, sent, saved."""

    def __init__(
        self,
        words: str,
        kind: Literal["plain", "decision", "held", "restricted", "sent", "saved", "sending"] = "plain",
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind = words, kind
        default = None if kind in {"plain", "saved"} else "clock" if kind == "decision" else mark_icon(kind)  # type: ignore[arg-type]
        self._icon = icon or default
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def set_words(self, words: str) -> None:
        """Change the word."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def _inks(self) -> tuple[str, str]:
        if self._kind == "plain":
            return "bg.sunken", "ink.body"
        if self._kind == "restricted":
            return "restricted.bg", "restricted.ink"
        return f"status.{self._kind}.bg", f"status.{self._kind}.ink"

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(_chip_font()).horizontalAdvance(self._words) + 2 * look.space(2)
        if self._icon:
            wide += look.icon(0) + look.space(1)
        return QSize(wide, look.line("label") + look.space(1) + look.space(1) // 2)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        ground, ink = self._inks()
        painter = QPainter(self)
        outline = look.colour(ink) if look.is_high_contrast else None
        box(painter, QRectF(self.rect()), fill=look.colour(ground), line=outline, radius=look.radius("mark"))
        painter.setFont(_chip_font())
        painter.setPen(look.colour(ink))
        pad, edge, mirrored = look.space(2), look.icon(0), self.isRightToLeft()
        lead = pad
        if self._icon:
            left = self.width() - pad - edge if mirrored else pad
            middle = QPointF(left, (self.height() - edge) / 2)
            draw_icon(painter, self._icon, look.colour(ink), middle, edge, mirror=mirrored)
            lead += edge + look.space(1)
        inner = self.rect().adjusted(pad if mirrored else lead, 0, -lead if mirrored else -pad, 0)
        painter.drawText(
            inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self._words
        )


def _chip_font():  # type: ignore[no-untyped-def]
    font = theme.current().font("caption")
    font.setWeight(theme.current().font("label").weight())
    return font


class Avatar(QWidget):
    """A person's initials in a circle; decoration beside their name."""

    def __init__(self, initials: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials, self._small = initials, small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_initials(self, initials: str) -> None:
        """Show other initials."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        edge = round(look.icon(3 if not self._small else 2) * 1.05)
        return QSize(edge, edge)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("avatar"))
        painter.drawEllipse(QRectF(self.rect()))
        font = _chip_font()
        font.setPixelSize(min(font.pixelSize(), self.height() * 2 // 5))
        painter.setFont(font)
        painter.setPen(look.colour("ink.strong"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._initials)
