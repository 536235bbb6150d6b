"""The machine locks or goes to sleep: lock too, before it does.

Promise: on Linux, systemd-logind's Lock and PrepareForSleep are heard where there is a system bus; where there is
none (or elsewhere) `watch` says False, and the idle lock, which notices a sleep at waking, is what is left.
Signal: `locked()`.
Source: interface design 4.16; org.freedesktop.login1(5), signals Session.Lock and Manager.PrepareForSleep.
Windows' session notifications are not heard yet: see docs/decisions.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal, Slot

LOGIND = "org.freedesktop.login1"
SLEEPING, ASKED = "1sleeping(bool)", "1asked()"
"""What Qt's SLOT() makes. PySide6 6.11.3 takes it as a string, though its types say bytes, which it refuses."""


class SystemLock(QObject):
    """Hears the machine."""

    locked = Signal()

    def watch(self) -> bool:
        """Begin to listen; whether anybody can be heard."""
        if not sys.platform.startswith("linux"):
            return False
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        base = "/org/freedesktop/login1"
        sleeps = bus.connect(
            LOGIND,
            base,
            f"{LOGIND}.Manager",
            "PrepareForSleep",
            self,
            SLEEPING,  # type: ignore[call-overload]
        )
        locks = bus.connect(
            LOGIND,
            f"{base}/session/auto",
            f"{LOGIND}.Session",
            "Lock",
            self,
            ASKED,  # type: ignore[call-overload]
        )
        return bool(sleeps or locks)

    @Slot(bool)
    def sleeping(self, begins: bool) -> None:
        """The machine goes to sleep (True) or has woken (False)."""
        if begins:
            self.locked.emit()

    @Slot()
    def asked(self) -> None:
        """The desktop was locked."""
        self.locked.emit()
