"""Choosing: ticks and radio marks, a row of short choices, lists with find, tags.

Promise: real radio and tick marks inside (a picture without colour still tells them apart); a group is one Tab stop,
arrows move inside, Space picks; pressing the chosen one again takes the answer back where the question allows none.
Words wrap; nothing is elided.
Signals: `chosen(str)` with the choice's name, or "" when taken back; lists of many: `answered(tuple)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.fields import UnitLine
from fieldapp.ui.kit.layout import Flow
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.kit.text import Text
from fieldapp.ui.words import Words

say = Words("Choices")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the name that is stored, the words shown, and a line of explanation."""

    name: str
    words: str
    detail: str = ""


def draw_mark(painter: QPainter, area: QRectF, *, round_mark: bool, on: bool, enabled: bool = True) -> None:
    """A radio or tick mark, chosen or not."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = look.colour("ink.soft" if not enabled else "accent.base" if on else "ink.strong")
    wide = look.stroke("selected")
    if round_mark:
        painter.setPen(QPen(ink, wide))
        painter.setBrush(look.colour("bg.surface"))
        painter.drawEllipse(area.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            inner = area.width() * 0.26
            painter.drawEllipse(area.adjusted(inner, inner, -inner, -inner))
    else:
        shape = area.adjusted(1, 1, -1, -1)
        box(
            painter,
            shape,
            fill=look.colour("bg.surface"),
            line=ink,
            width=wide,
            radius=look.radius("mark") / 2,
        )
        if on:
            edge = round(area.width() * 0.7)
            off = (area.width() - edge) / 2
            draw_icon(painter, "check", ink, QPointF(area.x() + off, area.y() + off), edge)
    painter.restore()


if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # a mixin: Qt's own class comes second, so that these methods win


class _Marked(_Base):
    """What ticks and radios share: a mark, wrapped words, a line of explanation."""

    _round = False

    def _prepare(self, words: str, detail: str) -> None:
        self._label = Text(words, "body", "ink.strong", parent=self)
        self._detail = Text(detail, "caption", "ink.soft", parent=self)
        for piece in (self._label, self._detail):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._detail.setVisible(bool(detail))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._label.set_style("bodyStrong" if self.isChecked() else "body")
        self.updateGeometry()
        self.update()

    def set_words(self, words: str, detail: str = "") -> None:
        """Change the words."""
        self._label.setText(words)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setText(words.replace("&", "&&"))

    def _lead(self) -> int:
        look = theme.current()
        return look.icon(1) + look.space(3)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.current().font("bodyStrong")).horizontalAdvance(self._label.words()) + 2
        if self._detail.words():
            wide = max(wide, self._detail.sizeHint().width())
        wide += self._lead()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        wide = max(self._label.minimumSizeHint().width(), self._detail.minimumSizeHint().width())
        return QSize(wide + self._lead(), look.size("controlCompact"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        room = max(width - self._lead(), 1)
        tall = self._label.heightForWidth(room)
        if self._detail.words():
            tall += self._detail.heightForWidth(room)
        return max(tall + look.space(1), look.size("controlCompact"))

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_label"):
            self.updateGeometry()
            self._arrange()

    def _arrange(self) -> None:
        room = max(self.width() - self._lead(), 1)
        x = 0 if self.isRightToLeft() else self._lead()
        tall = self._label.heightForWidth(room)
        below = self._detail.heightForWidth(room) if self._detail.words() else 0
        top = max(0, (self.height() - tall - below) // 2)
        self._label.setGeometry(x, top, room, tall)
        self._detail.setGeometry(x, top + tall, room, below)

    def hitButton(self, pos) -> bool:  # type: ignore[no-untyped-def, override]
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        edge = look.icon(1)
        line = look.line("body")
        y = self._label.y() + (line - edge) / 2
        x = self.width() - edge if self.isRightToLeft() else 0
        draw_mark(
            QPainter(self),
            QRectF(x, y, edge, edge),
            round_mark=self._round,
            on=self.isChecked(),
            enabled=self.isEnabled(),
        )


class Tick(_Marked, QCheckBox):
    """One thing to tick."""

    def __init__(
        self, words: str, *, detail: str = "", ticked: bool = False, parent: QWidget | None = None
    ) -> None:
        QCheckBox.__init__(self, words.replace("&", "&&"), parent)
        self._prepare(words, detail)
        self.setChecked(ticked)
        if detail:
            self.setAccessibleDescription(detail)


class Radio(_Marked, QRadioButton):
    """One of several, drawn round."""

    _round = True

    def __init__(self, words: str, *, detail: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, words.replace("&", "&&"), parent)
        self._prepare(words, detail)
        if detail:
            self.setAccessibleDescription(detail)


def set_mark(mark: QAbstractButton, on: bool) -> None:
    """Show a mark as chosen or not. A radio button lets nobody take its mark away while it is exclusive, and it must
    stay exclusive, because that is how Qt tells a screen reader that it is a radio button."""
    exclusive = mark.autoExclusive()
    mark.setAutoExclusive(False)
    mark.setChecked(on)
    mark.setAutoExclusive(exclusive)


class _Segment(QRadioButton):
    """One of a `Segmented`: a cell of the joined row with a tick before the chosen one."""

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(choice.words.replace("&", "&&"), parent)
        self.choice = choice
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if choice.detail:
            self.setAccessibleDescription(choice.detail)

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(look.font("bodyStrong")).horizontalAdvance(self.choice.words)
        return QSize(wide + look.icon(0) + 4 * look.space(2) + look.space(1), look.size("control"))

    minimumSizeHint = sizeHint

    def height_for(self, width: int) -> int:
        """The height that holds its words when a line of them is too long for `width`."""
        look = theme.current()
        room = width - look.icon(0) - 4 * look.space(2)
        letters = QFontMetrics(look.font("bodyStrong"))
        around = letters.boundingRect(
            QRect(0, 0, max(room, 1), 10_000), int(Qt.TextFlag.TextWordWrap), self.choice.words
        )
        return max(look.size("control"), around.height() + 2 * look.space(2))

    def hitButton(self, pos) -> bool:  # type: ignore[no-untyped-def, override]
        return self.rect().contains(pos)

    def enterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        on, hover = self.isChecked(), self.underMouse() and self.isEnabled()
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if on or hover:
            box(
                painter,
                inside,
                fill=look.colour("bg.selected" if on else "bg.hover"),
                line=look.colour("accent.base") if on and look.is_high_contrast else None,
                width=look.stroke("selected"),
                radius=look.radius("control") - 1,
            )
        ink = look.colour("ink.soft" if not self.isEnabled() else "accent.base" if on else "ink.strong")
        painter.setPen(ink)
        painter.setFont(look.font("bodyStrong" if on else "body"))
        pad, edge, mirrored = 2 * look.space(2), look.icon(0), self.isRightToLeft()
        area = self.rect().adjusted(look.space(2), 0, -look.space(2), 0)
        if on:
            x = self.width() - pad + look.space(1) - edge if mirrored else pad - look.space(1)
            draw_icon(painter, "check", ink, QPointF(x, (self.height() - edge) / 2), edge)
            area = area.adjusted(0 if mirrored else edge, 0, -edge if mirrored else 0, 0)
        painter.drawText(
            area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.choice.words
        )


class _Roving(QWidget):
    """A group that is one Tab stop: arrows move, Space (or Enter) picks, Home and End jump."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: list[QAbstractButton] = []

    def _adopt(self, members: Sequence[QAbstractButton]) -> None:
        self._members = list(members)
        for member in self._members:
            member.installEventFilter(self)
        self._place_stop()

    def _place_stop(self) -> None:
        """The Tab key comes to the chosen one, else to the first that is shown."""
        shown = [m for m in self._members if not m.isHidden()]
        stop = next((m for m in shown if m.isChecked()), shown[0] if shown else None)
        for member in self._members:
            member.setFocusPolicy(Qt.FocusPolicy.StrongFocus if member is stop else Qt.FocusPolicy.ClickFocus)
        if stop is not None and not self.isAncestorOf(self.window().focusWidget() or self):
            self.setFocusProxy(stop)

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if event.type() == QEvent.Type.KeyPress and watched in self._members:
            return self._key(watched, event)
        return bool(super().eventFilter(watched, event))

    def _key(self, member: QAbstractButton, event: QKeyEvent) -> bool:
        shown = [m for m in self._members if not m.isHidden() and m.isEnabled()]
        forward = {Qt.Key.Key_Down, Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right}
        back = {Qt.Key.Key_Up, Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or member not in shown:
            return False
        at = shown.index(member)
        if key in forward | back | {Qt.Key.Key_Home, Qt.Key.Key_End}:
            step = {Qt.Key.Key_Home: -at, Qt.Key.Key_End: len(shown) - 1 - at}.get(
                key, 1 if key in forward else -1
            )
            following = shown[(at + step) % len(shown)]
            for other in self._members:
                other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            following.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            following.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            member.click()
            return True
        return False


class Segmented(_Roving):
    """Up to four short choices in a joined row; a column when the row would not fit."""

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        choices: Sequence[Choice],
        value: str = "",
        *,
        may_clear: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value, self._may_clear, self._trouble, self._read_only = "", may_clear, False, False
        self._segments: list[_Segment] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_choices(choices)
        self.set_value(value)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the same ones are left alone."""
        if [s.choice for s in self._segments] == list(choices):
            return
        for old in self._segments:
            old.setParent(None)
            old.deleteLater()
        self._segments = [_Segment(choice, self) for choice in choices]
        for segment in self._segments:
            segment.clicked.connect(lambda _=False, s=segment: self._pressed(s))
            segment.show()
        self._adopt(self._segments)
        self.set_value(self._value)
        self._arrange()
        self.updateGeometry()

    def value(self) -> str:
        """The chosen name, or "" for none."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a choice without announcing it."""
        self._value = value
        for segment in self._segments:
            set_mark(segment, segment.choice.name == value)
        self._place_stop()

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the line while the answer needs another look."""
        self._trouble = there_is
        self.update()

    def set_read_only(self, on: bool) -> None:
        """Show the choice without offering to change it."""
        self._read_only = on
        for segment in self._segments:
            segment.setEnabled(not on)

    def _pressed(self, segment: _Segment) -> None:
        again = segment.choice.name == self._value
        value = "" if again and self._may_clear else segment.choice.name
        self.set_value(value)
        self.chosen.emit(value)

    def _fits(self, width: int) -> bool:
        return sum(s.sizeHint().width() for s in self._segments) <= width

    def sizeHint(self) -> QSize:
        wide = sum(s.sizeHint().width() for s in self._segments)
        return QSize(wide, theme.current().size("control"))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        letters = QFontMetrics(look.font("bodyStrong"))
        words = [w for s in self._segments for w in s.choice.words.split()]
        wide = max((letters.horizontalAdvance(w) for w in words), default=0)
        return QSize(wide + look.icon(0) + 4 * look.space(2) + look.space(1), look.size("control"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._fits(width):
            return theme.current().size("control")
        return sum(s.height_for(width) for s in self._segments)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._arrange()

    def _outline(self) -> QRect:
        if not self._segments:
            return self.rect()
        if self._fits(self.width()):
            wide = sum(s.sizeHint().width() for s in self._segments)
            return QRect(self.width() - wide if self.isRightToLeft() else 0, 0, wide, self.height())
        return self.rect()

    def _arrange(self) -> None:
        area = self._outline()
        along = 0
        for segment in self._segments:
            if self._fits(self.width()):
                wide = segment.sizeHint().width()
                x = area.right() + 1 - along - wide if self.isRightToLeft() else area.x() + along
                segment.setGeometry(x, 0, wide, self.height())
                along += wide
            else:
                tall = segment.height_for(self.width())
                segment.setGeometry(0, along, self.width(), tall)
                along += tall

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        line = look.colour("status.held.ink" if self._trouble else "line.control")
        width = look.stroke("selected" if self._trouble else "control")
        box(
            painter,
            QRectF(self._outline()),
            fill=look.colour("bg.surface"),
            line=line,
            width=width,
            radius=look.radius("control"),
        )
        for segment in self._segments[1:]:
            place = segment.geometry()
            edge = QRect(place.x(), place.y() + 1, look.stroke("hair"), place.height() - 2)
            if not self._fits(self.width()):
                edge = QRect(1, place.y(), self.width() - 2, look.stroke("hair"))
            elif self.isRightToLeft():
                edge.moveLeft(place.right())
            painter.fillRect(edge, look.colour("line.hair"))


class ChoiceList(_Roving):
    """A list to choose one or many from; with a place to find a word when it is long."""

    chosen = Signal(str)
    answered = Signal(tuple)
    left = Signal()

    FIND_FROM = 9  # a list that does not fit one look gets a find line

    def __init__(
        self,
        choices: Sequence[Choice],
        value: str | Sequence[str] = "",
        *,
        many: bool = False,
        columns: bool = False,
        may_clear: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._many, self._may_clear = many, may_clear
        self._choices: tuple[Choice, ...] = ()
        self._values: tuple[str, ...] = ()
        self.find_line = UnitLine(placeholder=say("Find in this list"))
        self.find_line.line.setAccessibleName(say("Find in this list"))
        self.find_line.answered.connect(self._narrow)
        self._none = Text(say("Nothing in this list matches."), "caption", "ink.soft")
        self._holder = QWidget()
        self._inside: Flow | QVBoxLayout = Flow(gap=6, line_gap=1) if columns else QVBoxLayout()
        if isinstance(self._inside, QVBoxLayout):
            self._inside.setSpacing(theme.current().space(1))
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._holder.setLayout(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.current().space(2))
        for piece in (self.find_line, self._none, self._holder):
            outer.addWidget(piece)
        self.set_choices(choices)
        self.set_value(value)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the same ones are left alone."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        for old in self._members:
            self._inside.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        made: list[QAbstractButton] = []
        for choice in choices:
            mark: Tick | Radio
            if self._many:
                mark = Tick(choice.words, detail=choice.detail)
            else:
                mark = Radio(choice.words, detail=choice.detail)
            mark.clicked.connect(lambda _=False, name=choice.name: self._pressed(name))
            self._inside.addWidget(mark)
            made.append(mark)
        long = len(made) >= self.FIND_FROM
        self.find_line.setVisible(long)
        self._none.hide()
        self._adopt(made)
        self.set_value(self._values)

    def values(self) -> tuple[str, ...]:
        """The chosen names, in the order of the list; names the list no longer has are kept at the end."""
        return self._values

    def value(self) -> str:
        """The one chosen name, or ""."""
        return self._values[0] if self._values else ""

    def set_value(self, value: str | Sequence[str]) -> None:
        """Show choices without announcing them."""
        names = tuple(value.split()) if isinstance(value, str) else tuple(value)
        self._values = names
        for choice, mark in zip(self._choices, self._members, strict=True):
            set_mark(mark, choice.name in names)
        self._place_stop()

    def set_trouble(self, there_is: bool) -> None:
        """Lists have no box; the frame's bar and words say it."""

    def set_read_only(self, on: bool) -> None:
        """Show the choices without offering to change them."""
        for mark in self._members:
            mark.setEnabled(not on)

    def _pressed(self, name: str) -> None:
        if self._many:
            held = set(self._values) ^ {name}
            order = [c.name for c in self._choices]
            names = tuple(n for n in order if n in held) + tuple(
                n for n in self._values if n in held and n not in order
            )
        else:
            names = () if self._values == (name,) and self._may_clear else (name,)
        self.set_value(names)
        self.answered.emit(names)
        self.chosen.emit(names[0] if names and not self._many else " ".join(names))

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for choice, mark in zip(self._choices, self._members, strict=True):
            mark.setVisible(wanted in choice.words.casefold() or mark.isChecked())
        self._none.setVisible(all(m.isHidden() for m in self._members))
        self._place_stop()


class _Tag(QAbstractButton):
    """One tag: a soft box with a tick when chosen."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setText(choice.words.replace("&", "&&"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(look.font("bodyStrong")).horizontalAdvance(self.choice.words)
        return QSize(wide + look.icon(0) + 3 * look.space(3), look.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        on = self.isChecked()
        box(
            painter,
            QRectF(self.rect()),
            fill=look.colour("bg.selected" if on else "bg.hover" if self.underMouse() else "bg.surface"),
            line=look.colour("accent.base" if on else "line.control"),
            width=look.stroke("selected" if on else "control"),
            radius=look.radius("pill"),
        )
        ink = look.colour("ink.soft" if not self.isEnabled() else "accent.base" if on else "ink.strong")
        painter.setPen(ink)
        painter.setFont(look.font("bodyStrong" if on else "body"))
        edge, pad, mirrored = look.icon(0), look.space(3), self.isRightToLeft()
        x = self.width() - pad - edge if mirrored else pad
        draw_icon(painter, "check" if on else "plus", ink, QPointF(x, (self.height() - edge) / 2), edge)
        area = self.rect().adjusted(
            pad if mirrored else pad + edge, 0, -(pad + edge) if mirrored else -pad, 0
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.choice.words)


class TagPicker(_Roving):
    """Many short words to pick from, in lines: who was there, what a day held."""

    answered = Signal(tuple)
    left = Signal()

    def __init__(
        self, choices: Sequence[Choice], values: Sequence[str] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = Flow(gap=2)
        self.setLayout(self._flow)
        self._tags: list[_Tag] = []
        self.set_choices(choices)
        self.set_value(values)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other tags; the same ones are left alone."""
        if [t.choice for t in self._tags] == list(choices):
            return
        kept = self.values()
        for old in self._tags:
            self._flow.removeWidget(old)
            old.deleteLater()
        self._tags = [_Tag(choice) for choice in choices]
        for tag in self._tags:
            tag.clicked.connect(lambda: self.answered.emit(self.values()))
            self._flow.addWidget(tag)
        self._adopt(list(self._tags))
        self.set_value(kept)

    def values(self) -> tuple[str, ...]:
        """The picked names in the order offered."""
        return tuple(t.choice.name for t in self._tags if t.isChecked())

    def set_value(self, values: Sequence[str]) -> None:
        """Show tags without announcing them."""
        for tag in self._tags:
            tag.setChecked(tag.choice.name in values)
        self._place_stop()

    def set_trouble(self, there_is: bool) -> None:
        """Tags have no box; the frame's bar and words say it."""

    def set_read_only(self, on: bool) -> None:
        """Show the tags without offering to change them."""
        for tag in self._tags:
            tag.setEnabled(not on)
