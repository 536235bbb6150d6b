"""A worker at the real program in this process, and a line to the real service that can be made to answer badly."""

from __future__ import annotations

import http.client
import sys
from contextlib import contextmanager
from pathlib import Path

from fieldapp.commands.enrol import choose_passphrase, enrol
from fieldapp.commands.unlock import choose_user
from fieldapp.ports import SystemClock, SystemEntropy
from fieldapp.store.keys import KdfCost
from fieldapp.sync.loop import SyncLoop
from fieldapp.sync.transport import HttpWire
from fieldapp.ui.app import Application, Options

sys.path.insert(0, str(Path(__file__).resolve().parent / "sync"))
from tiny_server import http as answered
from tiny_server import tiny_server

CHEAP = KdfCost(64, 1, 1)
"""A key is derived in a moment; how dear it must be is the matter of other tests."""
PASSPHRASE = "gorse lantern otter stile"
HOP_BY_HOP = frozenset({"connection", "transfer-encoding", "content-length"})


class Line:
    """What stands between laptop and service: passes everything on, or answers for itself."""

    def __init__(self, service_url: str) -> None:
        self._service = service_url.removeprefix("http://")
        self.mood = "well"

    def __call__(self, heard):
        bad = {
            "500": answered(500, b"<h1>Internal Server Error</h1>", Content_Type="text/html"),
            "nonsense": answered(200, b'{"this": "is no answer", "entries": 7}'),
            "a web page": answered(
                200, b"<html>Welcome to our guest network</html>", Content_Type="text/html"
            ),
        }
        if self.mood in bad:
            return bad[self.mood]
        told = self._pass_on(heard)
        return told[: len(told) * 2 // 3] if self.mood == "half an answer" else told

    def _pass_on(self, heard):
        connection = http.client.HTTPConnection(self._service, timeout=20)
        kept = {name: value for name, value in heard.headers.items() if name not in HOP_BY_HOP}
        connection.request(heard.method, heard.path, heard.body or None, kept)
        reply = connection.getresponse()
        body = reply.read()
        headers = {name: value for name, value in reply.getheaders() if name.lower() not in HOP_BY_HOP}
        connection.close()
        return answered(reply.status, body, **headers)


@contextmanager
def line_to(service_url: str):
    """The line, and the address a laptop is set up with."""
    line = Line(service_url)
    with tiny_server(line) as server:
        yield line, server.url


class Desk:
    """The program on one laptop, in this process: its exit is only noted."""

    def __init__(self, base: Path, service_url: str = "") -> None:
        self.base = base
        self.left: list[int] = []
        clock, entropy = SystemClock(), SystemEntropy()
        self.app = Application(
            Options(profiles=base, service_url=service_url, spares=False),
            clock,
            entropy,
            leave=self.left.append,
            make_sync=lambda store: SyncLoop(
                store, HttpWire(store.device().service_url), clock=clock, entropy=entropy
            ),
            floor=CHEAP,
            cost=CHEAP,
        )
        self.app.start()

    @property
    def page(self):
        return self.app.window.page()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        self.page.line.setText(passphrase)
        self.page.button.click()


def set_up(base: Path, service_url: str, code: str) -> Path:
    """Enrol a laptop by the commands of the set-up pages; its profile's folder."""
    clock, entropy = SystemClock(), SystemEntropy()
    enrolling = enrol(
        base,
        HttpWire(service_url),
        service_url=service_url,
        code=code,
        label="",
        clock=clock,
        entropy=entropy,
    )
    choose_passphrase(
        enrolling, PASSPHRASE, label="AM", clock=clock, entropy=entropy, floor=CHEAP, cost=CHEAP
    ).close()
    return choose_user(base).profiles[0].folder
