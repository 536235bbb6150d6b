"""A real server on this machine that answers exactly what a test tells it to, well formed or not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Heard:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def http(status: int, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer, as bytes on the wire."""
    head = {"Content-Length": str(len(body)), "Content-Type": "application/json"}
    head |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"HTTP/1.1 {status} Whatever\r\n{lines}\r\n".encode() + body


@dataclass
class TinyServer:
    """`answer` turns what was heard into bytes to write; None holds the line open and says nothing."""

    answer: Callable[[Heard], bytes | None]
    heard: list[Heard] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as coming:
            while request := self._hear(coming):
                self.heard.append(request)
                told = self.answer(request)
                if told is None:
                    self.let_go.wait(20)
                    return
                try:
                    connection.sendall(told)
                except OSError:
                    return
                if b"Content-Length" not in told or not _is_whole(told):
                    return

    def _hear(self, coming) -> Heard | None:
        try:
            first = coming.readline().decode()
            if not first.strip():
                return None
            method, path, _ = first.split(" ", 2)
            headers = {}
            while line := coming.readline().decode().strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            return Heard(method, path, headers, coming.read(int(headers.get("content-length", "0"))))
        except (OSError, ValueError):
            return None


def _is_whole(told: bytes) -> bool:
    head, _, body = told.partition(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.split(b":")[1]) == len(body)
    return False


@contextmanager
def tiny_server(answer: Callable[[Heard], bytes | None] | bytes) -> Iterator[TinyServer]:
    """A server for as long as the block runs."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = TinyServer(answer if callable(answer) else lambda _heard: answer)
    server.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    thread = threading.Thread(target=server.serve, args=(listening,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.let_go.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)
