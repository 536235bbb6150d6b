"""The focus ring: one overlay that follows the keyboard's place and is never cut off or hidden.

Promise: whatever has the keyboard shows it: a gap, a dark ring and a bright halo outside the control, readable on
every background of both contrasts. When the keyboard moves somewhere that is scrolled away, the page scrolls so that
24 px stay free around it; what was wholly in sight stays so when the page is laid out anew (a foot that appears, a
card that grows, larger text). Where a person scrolled it away, it is left.
A widget may say where its ring belongs with `focus_area() -> (widget, QRect, radius)`: a frame around an editor, one
cell of a grid. Widgets pressed with the mouse show no ring, places to type always do.
Source: interface design section 3; tokens `focus` and `stroke`.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from fieldapp.ui import theme


class Ring(QWidget):
    """The drawn ring: a child of what scrolls, so that it scrolls along; it dies with it and is made anew."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._corner = 0

    def stand_around(self, area: QRect, corner: int) -> None:
        """Around `area` of its parent."""
        self._corner = corner
        room = reach() + 1
        self.setGeometry(area.adjusted(-room, -room, room, room))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = reach() + 1
        control = QRectF(self.rect()).adjusted(room, room, -room, -room)
        ring, halo = look.colour("focus.ring"), look.colour("focus.halo")
        gap, inner, outer = look.stroke("focusGap"), look.stroke("focusRing"), look.stroke("focusHalo")
        if look.is_high_contrast:  # tokens.focus.highContrast: a dark gap, then a wide bright ring
            self._stroke(painter, control, 0, gap, halo)
            self._stroke(painter, control, gap, outer + 1, ring)
        else:
            self._stroke(painter, control, gap, inner, ring)
            self._stroke(painter, control, gap + inner, outer, halo)

    def _stroke(self, painter: QPainter, control: QRectF, start: int, width: int, colour: QColor) -> None:
        middle = start + width / 2
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = control.adjusted(-middle, -middle, middle, middle)
        painter.drawRoundedRect(area, self._corner + middle, self._corner + middle)


def reach() -> int:
    """How far outside a control the ring reaches."""
    look = theme.current()
    return look.stroke("focusGap") + look.stroke("focusRing") + look.stroke("focusHalo")


class FocusRing(QObject):
    """Follows the keyboard. Make one per program with `FocusRing.install(app)`; it moves between windows by itself."""

    _installed: FocusRing | None = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._by_keyboard = True
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._in_sight = False
        self._revealing = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)  # after the layouts of this turn
        self._settled.timeout.connect(self._keep_in_sight)
        self.ring: Ring | None = None
        app.focusChanged.connect(self._focus_moved)
        # Never the whole program's events: a filter in Python takes up to a quarter of the time in which a page is
        # made (measured with `benchmarks.window`). Keys and presses come to the window first.
        app.focusWindowChanged.connect(self._window_came)
        for window in app.allWindows():
            self._window_came(window)

    @classmethod
    def install(cls, app: QApplication) -> FocusRing:
        """The program's ring, made once."""
        if cls._installed is None:
            cls._installed = cls(app)
        return cls._installed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _STIRRING:
            if any(watched is one for one in self._watched):
                self._follow()
                self._stirred(watched, kind)
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            if self._target is not None and isValid(self._target) and not _takes_typing(self._target):
                self._hide()
        elif (
            kind == QEvent.Type.KeyPress
            and not self._by_keyboard
            and isinstance(event, QKeyEvent)
            and event.key() in _MOVING
        ):
            self._by_keyboard = True
            self._follow()
        return False

    def _window_came(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # the same filter again is still one

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._target = new
        self._follow()
        if new is not None and self._by_keyboard:
            self._reveal(new)
            self._in_sight = True  # also where its page is laid out only later in this turn
        else:
            self._in_sight = new is not None and _is_in_sight(new)

    def refresh(self) -> None:
        """Look again where the ring belongs: a grid calls this when its cell changes."""
        self._follow()

    def _reveal(self, target: QWidget) -> None:
        self._revealing = True
        _reveal(target)
        self._revealing = False

    def _stirred(self, watched: QObject, kind: QEvent.Type) -> None:
        """A layout moved something around the control, or somebody scrolled."""
        target = self._target
        if target is None or not isValid(target):
            return
        if kind != QEvent.Type.Move or all(watched is not inside for _, inside in _scrollers(target)):
            self._settled.start()
        elif not self._revealing and not self._settled.isActive():
            self._in_sight = _is_in_sight(target)

    def _keep_in_sight(self) -> None:
        """The layouts are done: bring the control back if they took it out of sight."""
        target = self._target
        if not self._in_sight or target is None or not isValid(target) or not target.isVisible():
            return
        if not _is_in_sight(target) and _fits(target):
            self._reveal(target)

    def _hide(self) -> None:
        if self.ring is not None and isValid(self.ring):
            self.ring.hide()

    def _follow(self) -> None:
        target = self._target
        if target is None or not isValid(target):
            self._watch([])
            self._hide()
            return
        # Watched also while nothing can be drawn: a page made in this very moment is shown and laid out after its
        # first question has the keyboard (seen at each Ctrl+PgDown in a note: no ring until the next Tab).
        place, area, corner = _area_of(target)
        host = _host_of(place, area)
        self._watch(_around(target, place, host))
        by_keyboard = self._by_keyboard or _takes_typing(target)
        if not target.isVisible() or not by_keyboard or area.isEmpty():
            self._hide()
            return
        if self.ring is None or not isValid(self.ring) or self.ring.parentWidget() is not host:
            self._hide()
            if self.ring is not None and isValid(self.ring):
                self.ring.deleteLater()
            self.ring = Ring(host)
        top = place.mapTo(host, area.topLeft()) if place is not host else area.topLeft()
        self.ring.stand_around(QRect(top, area.size()), corner)

    def _watch(self, widgets: list[QWidget]) -> None:
        for gone in self._watched:
            if isValid(gone) and not any(gone is one for one in widgets):
                gone.removeEventFilter(self)
        for come in widgets:
            if not any(come is one for one in self._watched):
                come.installEventFilter(self)
        self._watched = widgets


def _around(target: QWidget, place: QWidget, host: QWidget) -> list[QWidget]:
    """Whatever moves the ring when it moves: what has the keyboard, and all from its place up to the ring's host."""
    found = [target] if place is not target else []
    step: QWidget | None = place
    while step is not None and step is not host:
        found.append(step)
        step = step.parentWidget()
    found.append(host)
    for area, inside in _scrollers(target):
        found += [one for one in (inside, area.viewport()) if one is not host]
    return found


_STIRRING = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
    }
)
_MOVING = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_F6,
        Qt.Key.Key_Return,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
    }
)


def _takes_typing(widget: QWidget) -> bool:
    return isinstance(widget, (QLineEdit, QTextEdit))


def _area_of(target: QWidget) -> tuple[QWidget, QRect, int]:
    """Where the ring goes: asked of the widget, else of the nearest one around it that knows, else its own edge."""
    step: QWidget | None = target
    depth = 0
    while step is not None and depth < 4:
        ask = getattr(step, "focus_area", None)
        if ask is not None:
            place, area, corner = ask()
            return place, area, corner
        step, depth = step.parentWidget(), depth + 1
    return target, target.rect(), theme.current().radius("control")


def _host_of(place: QWidget, area: QRect) -> QWidget:
    """The content of the nearest scrolled part, so that the ring scrolls along and is cut off where the page is; but
    where the ring would reach over that content's edge while its control is wholly in sight, what is around it."""
    room = reach() + 1
    child, step = place, place.parentWidget()
    while step is not None:
        inside = step.widget() if isinstance(step, QScrollArea) else None
        if inside is not None and isinstance(step, QScrollArea) and child is step.viewport():
            there = QRect(place.mapTo(inside, area.topLeft()), area.size())
            whole = inside.rect().contains(there.adjusted(-room, -room, room, room))
            seen = (
                step.viewport()
                .rect()
                .contains(QRect(place.mapTo(step.viewport(), area.topLeft()), area.size()))
            )
            if whole or not seen:
                return inside
        child, step = step, step.parentWidget()
    return place.window()


def _scrollers(widget: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    """What scrolls around a control, each with the content that it scrolls, from the inside out."""
    step: QWidget | None = widget.parentWidget()
    while step is not None:
        inside = step.widget() if isinstance(step, QScrollArea) else None
        if isinstance(step, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            yield step, inside
        step = step.parentWidget()


def _is_in_sight(widget: QWidget) -> bool:
    """Whether nothing of the control, or of the ring around it, is scrolled away."""
    place, area, _ = _area_of(widget)
    for step, inside in _scrollers(widget):
        there = QRect(place.mapTo(inside, area.topLeft()), area.size())
        ring = there.adjusted(0, -reach(), 0, reach()).intersected(inside.rect())
        top = inside.mapTo(step.viewport(), ring.topLeft()).y()
        if top < 0 or top + ring.height() > step.viewport().height():
            return False
    return True


def _fits(widget: QWidget) -> bool:
    """Whether the control can be wholly in sight: a long text being written is left where its writer is."""
    _, area, _ = _area_of(widget)
    return all(area.height() <= step.viewport().height() for step, _inside in _scrollers(widget))


def _reveal(widget: QWidget) -> None:
    margin = theme.current().space(6)
    place, area, _ = _area_of(widget)
    for step, inside in _scrollers(widget):
        top = place.mapTo(inside, area.topLeft())
        bottom = top + QPoint(min(area.width(), step.viewport().width() // 2), area.height())
        step.ensureVisible(bottom.x(), bottom.y(), margin, margin)
        step.ensureVisible(top.x(), top.y(), margin, margin)
