"""From other threads to the window's: facts of store and sync become queued signals; long work runs aside.

Promise: whatever a subscriber does, it does on the window's thread; nothing that takes over 16 ms runs there. A fault
in work done aside comes back to the window as the exception it was, never lost.
The only place in `ui` that touches a bus or a thread.
Signals of `Bridge`: `fact(object)`, each fact as announced, in order.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from fieldapp.store import Bus

Result = TypeVar("Result")

GIVE_WAY_S = 0.0005
"""How long work aside in Python goes on before the window gets its turn. Python's own 5 ms are waited for at each of the
many calls of a painting: with work aside, a hundred small widgets took up to 50 ms to paint, and so 0.4 ms (measured on
the development machine, two cores)."""


class Bridge(QObject):
    """Hears facts on any thread and tells them on the window's."""

    fact = Signal(object)
    _crossed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: dict[type, list[Callable[[Any], None]]] = {}
        self._leave: list[Callable[[], None]] = []
        self._crossed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self, bus: Bus, *types: type) -> None:
        """Carry facts of these types across."""
        for kind in types:
            self._leave.append(bus.subscribe(kind, self._crossed.emit))

    def on(self, kind: type[Result], told: Callable[[Result], None]) -> None:
        """Call `told` on the window's thread with every fact of this type."""
        self._told.setdefault(kind, []).append(told)

    def close(self) -> None:
        """Stop hearing: before the store is closed."""
        for leave in self._leave:
            leave()
        self._leave.clear()
        self._told.clear()

    def _tell(self, fact: object) -> None:
        for told in self._told.get(type(fact), []):
            told(fact)
        self.fact.emit(fact)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], back: Callable[[object, BaseException | None], None]) -> None:
        super().__init__()
        self._work, self._back = work, back

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as fault:  # noqa: BLE001 - handed to the window, which asked for the work
            self._back(None, fault)
        else:
            self._back(result, None)


class Tasks(QObject):
    """Runs work aside and brings its result, or its exception, back to the window's thread."""

    _finished = Signal(object, object, object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        sys.setswitchinterval(min(sys.getswitchinterval(), GIVE_WAY_S))
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        asker: QObject | None = None,
    ) -> None:
        """Start `work`; later, on the window's thread, `done(result)` or `failed(fault)`.

        Not after `close`, and not when the page that asked is gone by then.
        """
        if self._closed:
            return
        self._pool.start(
            _Work(work, lambda result, fault: self._finished.emit(result, fault, done, failed, asker))
        )

    def wait(self, ms: int = 30_000) -> bool:
        """Wait for what runs, before the program ends."""
        return bool(self._pool.waitForDone(ms))

    def close(self) -> bool:
        """Let what runs finish, tell nobody, and take nothing new: before the store is closed."""
        self._closed = True
        return self.wait()

    def _deliver(
        self,
        result: object,
        fault: object,
        done: Callable[[Any], None],
        failed: Callable[[Any], None],
        asker: QObject | None,
    ) -> None:
        if self._closed or (asker is not None and not isValid(asker)):
            return
        if fault is not None:
            failed(fault)
        else:
            done(result)
