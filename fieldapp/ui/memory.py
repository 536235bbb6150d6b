"""Python's cycles are looked for on the window's thread alone, in moments when nobody types.

Promise: no widget is ever destroyed on another thread, or in the middle of a layout. Python looks for unreachable
cycles on whichever thread happens to make an object; a widget found there would be taken from under the window (a run
of all tests ended once with a segmentation fault in a layout). What is in no cycle is let go at once, as ever.
Never here: what a store or a key keeps in memory (a lock ends the process).
Source: CPython, module `gc` (generations and thresholds); Qt, "Threads and QObjects": widgets live on one thread.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500
QUIET_MS = 1_500
"""Without a key or press for this long, everything made since the first quiet moment may be looked through."""
OLD_EVERY = 40
"""Young cycles are looked for as soon as there are enough objects, all of them at one quiet look in so many."""


class Sweeper(QObject):
    """Collects cycles in place of Python. `quiet_ms` says how long nobody has touched anything."""

    def __init__(self, quiet_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet_ms = quiet_ms
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._looks = 0
        self._frozen = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        if self._frozen:
            gc.unfreeze()
        if self._was_enabled:
            gc.enable()

    def look(self) -> None:
        """Collect what is due."""
        self._looks += 1
        young, middle, _old = gc.get_count()
        most_young, most_middle, _most_old = gc.get_threshold()
        if self._looks >= OLD_EVERY and self._quiet_ms() >= QUIET_MS:
            self._looks = 0
            gc.collect()
            if not self._frozen:
                # Modules and what stands for good (some 100,000 objects, 40 ms) need not be looked through again.
                gc.freeze()
                self._frozen = True
        elif middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)
