"""The one sync thread: it waits, is woken, talks, and waits again.

Promise: saving never waits for it; it wakes by itself on every save, when the engine asked to be woken, and when the
machine has slept; it stops when told to, also in the middle of a request, and starts again where the store stands.
What it learns is announced on the store's bus, from this thread. Never here: deciding (the engine does), SQL, Qt.
Source: protocol section 4.8; architecture ("one sync thread"). A fault of ours ends the thread, loudly, with the
strip saying that sending has stopped; everything saved stays in the outbox.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from fieldapp.ports import Clock, Entropy
from fieldapp.store.facts import RevisionSaved
from fieldapp.store.store import Store
from fieldapp.sync.engine import Engine
from fieldapp.sync.engine import values as v
from fieldapp.sync.errands import Errands
from fieldapp.sync.transport import HttpWire, carry

GLANCE_MS = 15_000
"""How long the thread waits at most before it glances at the clocks: a laptop that slept has a wall clock that ran on."""
SLEPT_MS = 30_000
"""The wall went this much further than time passed here: the machine slept (or its clock was set): try at once."""


class SyncLoop:
    """Sync for one open store. `start` once, `stop` before the store is closed."""

    def __init__(self, store: Store, wire: HttpWire, *, clock: Clock, entropy: Entropy) -> None:
        self._store = store
        self._wire = wire
        self._clock = clock
        self._entropy = entropy
        self._events: queue.SimpleQueue[v.Event | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._owed = 0
        self._counting = threading.Lock()
        self._unsubscribe: Callable[[], None] = lambda: None

    # -- for everybody else ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to sync, on a thread of its own."""
        if self._thread is not None:
            raise RuntimeError("already started")
        self._stopping.clear()
        self._events = queue.SimpleQueue()
        self._owed = 0
        self._unsubscribe = self._store.bus.subscribe(RevisionSaved, lambda _saved: self.wake())
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End cleanly: what is under way is torn down, what was applied stays. True when the thread has ended."""
        self._unsubscribe()
        thread = self._thread
        if thread is None:
            return True
        self._stopping.set()
        self._events.put(None)
        self._wire.close()
        thread.join(timeout_s)
        if thread.is_alive():
            return False
        self._thread = None
        return True

    @property
    def is_running(self) -> bool:
        """True while the thread lives."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def is_idle(self) -> bool:
        """True when everything the thread was told has been acted on, as far as it could be."""
        return self._owed == 0

    def wake(self) -> None:
        """Something was saved."""
        self._tell(v.Wake())

    def network_up(self) -> None:
        """The machine says that its network is back."""
        self._tell(v.NetworkUp())

    def send_now(self) -> None:
        """The user pressed "Send now"."""
        self._tell(v.SendNow())

    def field_mode(self, for_ms: int | None) -> None:
        """Pause sending for so long; None ends the pause."""
        until_ms = None if for_ms is None else self._clock.monotonic_ms() + for_ms
        self._tell(v.FieldMode(until_ms))

    def _tell(self, event: v.Event) -> None:
        with self._counting:
            self._owed += 1
        self._events.put(event)

    # -- the thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        finished = False
        try:
            self._work()
            finished = True
        finally:
            if not finished:
                self._store.bus.announce(v.ConnectionChanged("stopped", "overloaded"))

    def _work(self) -> None:
        errands = Errands(self._store, self._clock, Engine(self._entropy))
        until_ms = self._talk(errands, v.Tick())
        while not self._stopping.is_set():
            event = self._next_event(until_ms)
            if event is None:
                return
            until_ms = self._talk(errands, event)
            if not isinstance(event, v.Tick):
                with self._counting:
                    self._owed -= 1

    def _talk(self, errands: Errands, event: v.Event) -> int | None:
        """One conversation, until the engine waits. A stop leaves it where it is: nothing is half applied."""
        talk = errands.talk(event)
        try:
            outgoing = next(talk)
            while not self._stopping.is_set():
                outgoing = talk.send(carry(self._wire, outgoing, errands.device, errands.device_key))
        except StopIteration as ended:
            until_ms: int | None = ended.value
            return until_ms
        talk.close()
        return None

    def _next_event(self, until_ms: int | None) -> v.Event | None:
        """What happens next: an event, the time that was asked for, or the machine having slept. None: stop."""
        wall, passed = self._clock.wall_ms(), self._clock.monotonic_ms()
        while True:
            now = self._clock.monotonic_ms()
            slept_ms = (self._clock.wall_ms() - wall) - (now - passed)
            if slept_ms >= SLEPT_MS:
                self._tell(v.NetworkUp())
                wall, passed = self._clock.wall_ms(), now
            left_ms = GLANCE_MS if until_ms is None else min(GLANCE_MS, until_ms - now)
            if left_ms <= 0:
                return v.Tick()
            try:
                return self._events.get(timeout=left_ms / 1000)
            except queue.Empty:
                continue
