"""Somebody at a laptop, from the outside: starts the desktop, tells the hand what to do, and waits until it is so.

Promise: one process after the other, each ended by its own id; every wait is bounded and says what it waited for.
A lock that replaces the process is followed to the process that took over.
Never here: what is done in the story.
"""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

PATIENCE_S = 30.0
LOOK_AGAIN_S = 0.05
REST_S = 0.15
SCREEN = {
    "name": "laptop",
    "x": 0,
    "y": 0,
    "width": 1280,
    "height": 800,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
LOOKS_MAX = 20
"""A caret blinks, so a window may never be quite still; after this many looks it is taken as it is."""


def form_path(key: str) -> str:
    """The place in the form: the key without its rows."""
    return re.sub(r"\[[^\]]*\]", "", key)


class WorkerTrouble(RuntimeError):
    """What should have come to be did not, within its time."""


class _Connection:
    """One process's line: a deed out, an answer in."""

    def __init__(self, taken: socket.socket) -> None:
        self._lines = taken.makefile("rw", encoding="utf-8")
        hello = json.loads(self._lines.readline())
        self.pid: int = hello["pid"]
        self.waiting: bool = hello["waiting"]

    def ask(self, deed: Mapping[str, Any]) -> Mapping[str, Any]:
        self._lines.write(json.dumps(deed) + "\n")
        self._lines.flush()
        line = self._lines.readline()
        if not line:
            raise ConnectionError("the process has ended")
        found: Mapping[str, Any] = json.loads(line)
        return found

    def wait_for_the_end(self) -> None:
        """Return once the process has let go of its line, as it does when it ends, however it ends."""
        try:
            while self._lines.readline():
                pass
        except ConnectionResetError:
            return


class Seated:
    """A worker at the desktop of one laptop."""

    def __init__(self, base: Path, clock_file: Path, link_file: Path, *, offscreen: bool = True) -> None:
        self._options = ["--profiles", str(base), "--clock", str(clock_file), "--link", str(link_file)]
        self.link_file = link_file
        self._offscreen = offscreen
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=4)
        self._arrivals: queue.Queue[_Connection] = queue.Queue()
        self._spares: list[_Connection] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._line: _Connection | None = None
        threading.Thread(target=self._receive, daemon=True).start()

    def _receive(self) -> None:
        while True:
            try:
                taken, _ = self._listener.accept()
            except OSError:
                return
            self._arrivals.put(_Connection(taken))

    # -- the program ----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the desktop and wait until it answers."""
        port = self._listener.getsockname()[1]
        command = [sys.executable, "-m", "fieldapp.demo.actor", str(port), *self._options]
        environment = {**os.environ, **({"QT_QPA_PLATFORM": self._screen()} if self._offscreen else {})}
        self._process = subprocess.Popen(command, env=environment)
        self._line = self._next_arrival(waiting=False)

    def _screen(self) -> str:
        """Qt's platform without a display, with the screen of a small laptop instead of its square one."""
        file = self.link_file.with_name("screen.json")
        file.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        return f"offscreen:configfile={file}"

    @property
    def pid(self) -> int:
        """The process id of the desktop in front."""
        if self._line is None:
            raise WorkerTrouble("nobody sits here")
        return self._line.pid

    def kill(self) -> None:
        """SIGKILL, as a crash or a flat battery: no goodbye."""
        if self._process is None or self._line is None:
            raise WorkerTrouble("nothing runs")
        os.kill(self._line.pid, getattr(signal, "SIGKILL", signal.SIGTERM))  # Windows: SIGTERM is as hard
        self._line.wait_for_the_end()
        if self._line.pid == self._process.pid:
            self._process.wait(PATIENCE_S)
        self._process, self._line = None, None

    def follow_the_lock(self) -> int:
        """After a lock: wait until the old process has ended and go on with the one that took over; its id."""
        if self._process is None or self._line is None:
            raise WorkerTrouble("nothing runs")
        before = self._line.pid
        self._line = self._next_arrival(waiting=True)
        self._process.wait(PATIENCE_S)
        if self._line.pid == before:
            raise WorkerTrouble("the process is the same")
        return self._line.pid

    def leave(self) -> None:
        """End whatever runs here, by id."""
        self._listener.close()
        while not self._arrivals.empty():
            self._spares.append(self._arrivals.get())
        pids = {line.pid for line in (self._line, *self._spares) if line is not None}
        for pid in pids:
            try:
                os.kill(pid, signal.SIGTERM)
            except ProcessLookupError:
                continue
        if self._process is not None:
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(5)

    def _next_arrival(self, *, waiting: bool) -> _Connection:
        for spare in list(self._spares):
            if spare.waiting == waiting:
                self._spares.remove(spare)
                return spare
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                arrived = self._arrivals.get(timeout=0.2)
            except queue.Empty:
                if not waiting and self._process is not None and self._process.poll() is not None:
                    raise WorkerTrouble(f"the program ended with {self._process.returncode}") from None
                continue
            if arrived.waiting == waiting:
                return arrived
            self._spares.append(arrived)
        raise WorkerTrouble("the program did not start in time")

    # -- doing and seeing -----------------------------------------------------------------------------------------

    def _ask(self, deed: Mapping[str, Any]) -> Mapping[str, Any]:
        if self._line is None:
            raise WorkerTrouble("nobody sits here")
        return self._line.ask(deed)

    def do(self, deed: str, /, **words: Any) -> Mapping[str, Any]:
        """Do something as soon as it can be done."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            answer = self._ask({"do": deed, **words})
            if "ok" in answer:
                found: Mapping[str, Any] = answer["ok"]
                return found
            if time.monotonic() > deadline:
                raise WorkerTrouble(f"{deed} {words}: {answer['trouble']}")
            time.sleep(LOOK_AGAIN_S)

    def press(self, words: str, *, inside: str | None = None) -> None:
        """Press the button with these words."""
        self.do("press", words=words, inside=inside)

    def keys(self, *keys: str) -> None:
        """Press keys, such as `Ctrl+K`, `Return`."""
        self.do("keys", keys=list(keys))

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self.do("type", text=text)

    def answer(self, key: str, *words: str) -> None:
        """Answer the question at `key` by the words of its choices, or by typing."""
        self.do("answer", key=key, words=list(words))

    def write_in(self, name: str, text: str) -> None:
        """Type into the field with this name."""
        self.do("write_in", name=name, text=text)

    def fill(self, answers: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Answer questions by their place in the form; where a repeat has several rows open, in the last one."""
        for place, words in answers:
            self.answer(self.key_of(place), *words)

    def key_of(self, place: str) -> str:
        """The key, with its rows, of the question asked at this place now; waits until it is asked."""
        found: list[str] = []

        def asked(seen: Mapping[str, Any]) -> bool:
            found[:] = [key for key in seen["questions"] if form_path(key) == place]
            return bool(found)

        self.wait_for(place, asked)
        return found[-1]

    def draw(self, points: Sequence[tuple[float, float]]) -> None:
        """One pull of the pen."""
        self.do("draw", points=[list(point) for point in points])

    def look(self) -> Mapping[str, Any]:
        """What can be seen now."""
        return self.do("look")

    def picture(self, file: Path) -> None:
        """Keep what the window shows, once it has come to rest."""
        self.wait_for_rest()
        self.do("grab", file=str(file))

    def wait_for_rest(self) -> None:
        """Wait until two looks one after the other give the same picture."""
        before = ""
        for _ in range(LOOKS_MAX):
            now = str(self.do("outline")["picture"])
            if now == before:
                return
            before = now
            time.sleep(REST_S)

    def wait_for(self, what: str, so: Callable[[Mapping[str, Any]], bool]) -> Mapping[str, Any]:
        """Look until it is so."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            seen = self.look()
            if so(seen):
                return seen
            if time.monotonic() > deadline:
                raise WorkerTrouble(f"waited for {what}; saw {seen['texts'][:60]} {seen['buttons'][:60]}")
            time.sleep(LOOK_AGAIN_S)

    def wait_for_words(self, words: str) -> Mapping[str, Any]:
        """Look until these words can be read somewhere."""
        return self.wait_for(
            repr(words), lambda seen: any(words in text for text in (*seen["texts"], *seen["buttons"]))
        )

    # -- the signal -----------------------------------------------------------------------------------------------

    def lose_signal(self) -> None:
        """Cut this laptop's link."""
        self.link_file.touch()

    def find_signal(self) -> None:
        """Mend it."""
        self.link_file.unlink(missing_ok=True)
