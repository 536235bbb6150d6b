"""The work of a long page, a little in each turn of the event loop, so that a key press never waits for all of it.

Promise: steps are done in order, each once. All pages and parts together take about `BUDGET_MS` of one turn, and at
least one step; then the window lays out, paints and answers keys. Steps begun later replace those that are left. While
its page is out of sight nothing is done, and when the page is thrown away nothing more is done at all. `finish` does
the rest at once, for whoever must have it now.
Never: a nested event loop, a thread.
Signal: `whole()` each time the last step is done.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

BUDGET_MS = 8
"""Half of what the window may be held: the other half is for laying out and painting what was made."""

Step = Callable[[], Any]


class Slices(QObject):
    """What is left to make of one page, or of a part of it."""

    whole = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._left: deque[Step] = deque()
        self._in_sight = True
        page.installEventFilter(self)

    def begin(self, steps: Iterable[Step]) -> None:
        """Do of these what this turn has time for and the rest in the next turns, in place of what is left of others."""
        self._left = deque(steps)
        if not self._left:
            return
        turns = _turns()
        turns.begin()
        while self._left and turns.has_time():
            self._step()
        self._go_on()

    def begin_later(self, steps: Iterable[Step]) -> None:
        """The same, but nothing of it in this turn."""
        self._left = deque(steps)
        self._go_on()

    def is_whole(self) -> bool:
        """True when nothing is left to do."""
        return not self._left

    def finish(self) -> None:
        """Do now what is left."""
        while self._left:
            self._step()

    def stop(self) -> None:
        """Do nothing of what is left."""
        self._left.clear()

    def _step(self) -> None:
        self._left.popleft()()
        if not self._left and isValid(self):
            self.whole.emit()

    def _go_on(self) -> None:
        if self._left and self._in_sight:
            _turns().come_for(self)

    def _is_ready(self) -> bool:
        return isValid(self) and self._in_sight and bool(self._left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._in_sight = False
        elif event.type() == QEvent.Type.Show:
            self._in_sight = True
            self._go_on()
        return False


class _Turns(QObject):
    """The one place that counts the time of a turn, for whatever is being made in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Slices] = []
        self._until = 0.0
        self._stepped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def begin(self) -> None:
        """The first who makes something in a turn begins its count."""
        if not self._timer.isActive():
            self._count_anew()

    def has_time(self) -> bool:
        """Whether one more step belongs into this turn: the first always does."""
        first, self._stepped = not self._stepped, True
        return first or time.perf_counter() < self._until

    def come_for(self, slices: Slices) -> None:
        """Go on with these in the next turns."""
        if not any(slices is one for one in self._waiting):
            self._waiting.append(slices)
        self._timer.start()

    def _turn(self) -> None:
        self._count_anew()
        while self._waiting:
            first = self._waiting[0]
            if not first._is_ready():
                self._waiting.remove(first)
            elif self.has_time():
                first._step()
            else:
                return
        self._timer.stop()

    def _count_anew(self) -> None:
        self._until = time.perf_counter() + BUDGET_MS / 1000
        self._stepped = False
        self._timer.start()  # when it rings, this turn is over


_here: list[_Turns] = []


def _turns() -> _Turns:
    if not _here or not isValid(_here[0]):
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("nothing is made without an application")
        _here[:] = [_Turns(app)]
    return _here[0]
