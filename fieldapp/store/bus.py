"""A plain way of telling: whoever changed something announces a fact, whoever cares has subscribed to its type.

Promise: a fact is announced after COMMIT, on the thread that committed, to every subscriber in order of
subscribing; one subscriber's fault does not keep the others from hearing. Never here: queues, Qt, wishes (facts are
past tense and frozen). The window's bridge turns facts into queued signals. Rooms above announce their own facts here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

Fact = TypeVar("Fact")


class Bus:
    """Subscribe by type; announce a value of that type (subclasses are types of their own)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._subscribers: dict[type, tuple[Callable[[Any], None], ...]] = {}

    def subscribe(self, fact_type: type[Fact], told: Callable[[Fact], None]) -> Callable[[], None]:
        """Call `told` with every later fact of exactly `fact_type`; returns the way to unsubscribe."""
        with self._lock:
            self._subscribers[fact_type] = (*self._subscribers.get(fact_type, ()), told)

        def unsubscribe() -> None:
            with self._lock:
                kept = tuple(each for each in self._subscribers.get(fact_type, ()) if each is not told)
                self._subscribers[fact_type] = kept

        return unsubscribe

    def announce(self, *facts: object) -> None:
        """Tell all subscribers. If some of them fail, all are still told, then the first fault is raised."""
        first: Exception | None = None
        for fact in facts:
            for told in self._subscribers.get(type(fact), ()):
                try:
                    told(fact)
                except Exception as fault:  # noqa: BLE001 - kept and raised below: hearing must not depend on others
                    first = first or fault
        if first is not None:
            raise first
