"""The real desktop with somebody at it: `fieldapp` exactly as it starts, and a hand that does what it is told.

Promise: this process is built by `fieldapp.__main__` and by nothing else; the one thing added is a thread that takes
deeds from the demonstration over a loopback connection and gives them to `Hand` on the window's thread. When the
program locks, the fresh process that takes its place is an actor too, and connects by itself.
Never here: the story, a store, a command. Nothing but the demonstration starts it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from fieldapp import __main__ as desktop
from fieldapp.demo.hand import Hand, NotThere

CONNECT_TIMEOUT_S = 10


class Listener(QObject):
    """Takes deeds on its own thread, has them done on the window's, answers each with one line."""

    arrived = Signal(str)

    def __init__(self, port: int, *, waiting: bool) -> None:
        super().__init__()
        self._hand = Hand()
        self._socket = socket.create_connection(("127.0.0.1", port), CONNECT_TIMEOUT_S)
        self._socket.settimeout(None)
        self.arrived.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._answer({"pid": os.getpid(), "waiting": waiting})
        threading.Thread(target=self._read, name="demonstration", daemon=True).start()

    def _read(self) -> None:
        with self._socket.makefile("r", encoding="utf-8") as lines:
            for line in lines:
                self.arrived.emit(line)

    @Slot(str)
    def _do(self, line: str) -> None:
        try:
            self._answer({"ok": self._hand.perform(json.loads(line))})
        except (NotThere, OSError, RuntimeError) as trouble:
            self._answer({"trouble": f"{type(trouble).__name__}: {trouble}"})

    def _answer(self, told: dict[str, Any]) -> None:
        self._socket.sendall(json.dumps(told).encode() + b"\n")


def main(arguments: list[str]) -> int:
    """`PORT [options of fieldapp]`."""
    port, options = int(arguments[0]), arguments[1:]
    keep: list[Listener] = []

    def attend() -> None:
        keep.append(Listener(port, waiting="--waiting" in options))

    return desktop.run(options, program=("fieldapp.demo.actor", str(port)), attend=attend)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
