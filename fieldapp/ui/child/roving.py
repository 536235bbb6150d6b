"""A group of targets that is one Tab stop: arrows move to the nearest neighbour, Home and End to the ends.

Promise: whatever the targets' places (a row, a grid, steps, a body), an arrow goes to the nearest one in that
direction; Tab leaves the group; Space and Enter press, as buttons do. Mirrored layouts need nothing: places decide.
Never: choosing by moving. A child may look at every target before picking one.
Source: interface design section 3 ("Lists … are one Tab stop; arrows move inside; Space picks").
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
SIDEWAYS_COST = 3
"""How much worse a step aside is than a step ahead, when looking for the neighbour in a direction."""


class Roving(QObject):
    """Keeps one of `buttons` in the Tab order. Parent it to the widget that holds them."""

    def __init__(self, holder: QWidget, buttons: Sequence[QAbstractButton] = ()) -> None:
        super().__init__(holder)
        self._buttons: list[QAbstractButton] = []
        self.set_buttons(buttons)

    def set_buttons(self, buttons: Sequence[QAbstractButton], current: QAbstractButton | None = None) -> None:
        """Look after these from now on; the chosen one, or the first, is where Tab arrives."""
        for old in self._buttons:
            if old not in buttons:
                old.removeEventFilter(self)
        self._buttons = list(buttons)
        for button in self._buttons:
            button.removeEventFilter(self)
            button.installEventFilter(self)
        chosen = next((button for button in self._buttons if button.isChecked()), None)
        self._keep(current or chosen or next(iter(self._buttons), None))

    def _keep(self, current: QAbstractButton | None) -> None:
        for button in self._buttons:
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button is current else Qt.FocusPolicy.ClickFocus
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self._keep(watched)
        if (
            not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        if not isinstance(watched, QAbstractButton):
            return False
        key = Qt.Key(event.key())
        target: QAbstractButton | None = None
        reachable = [b for b in self._buttons if b.isVisible() and b.isEnabled()]
        if key in _DIRECTIONS:
            target = self._neighbour(watched, reachable, *_DIRECTIONS[key])
        elif key == Qt.Key.Key_Home and reachable:
            target = reachable[0]
        elif key == Qt.Key.Key_End and reachable:
            target = reachable[-1]
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            watched.click()
            return True
        else:
            return False
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @staticmethod
    def _neighbour(
        start: QAbstractButton, reachable: Sequence[QAbstractButton], dx: int, dy: int
    ) -> QAbstractButton | None:
        here = _middle(start)
        best, cost = None, 0
        for button in reachable:
            if button is start:
                continue
            there = _middle(button) - here
            ahead = there.x() * dx + there.y() * dy
            aside = abs(there.x() * dy) + abs(there.y() * dx)
            if ahead <= 0 or aside > ahead * SIDEWAYS_COST:
                continue
            far = ahead + aside * SIDEWAYS_COST
            if best is None or far < cost:
                best, cost = button, far
        return best


def _middle(button: QAbstractButton) -> QPoint:
    return button.mapTo(button.window(), button.rect().center())
