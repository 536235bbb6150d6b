"""A fresh process that waits to take over: started early, told almost nothing, and only through a pipe.

Promise: the spare is a new program, not a fork: no memory of this one is in it. Its environment is a short list; its
command line holds the program's own options and nothing else. It gets one line, the handover, shows the unlock
screen, and answers "shown"; only then does this process end. If this process dies first, the spare sees the end of
its pipe and goes. A spare that cannot be had does not keep the screen open: this process still ends.
Source: the store's design, "Locking replaces the process"; measured on the reference laptop: 7 to 36 ms from handover
to a painted screen, 240 to 410 ms to start one cold.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

KEPT_VARIABLES = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_RUNTIME_DIR",
    "XDG_DATA_HOME",
    "XDG_SESSION_TYPE",
    "DBUS_SESSION_BUS_ADDRESS",
    "HOME",
    "USER",
    "LANG",
    "LC_ALL",
    "LANGUAGE",
    "PATH",
    "TZ",
    "QT_QPA_PLATFORM",
    "QT_SCALE_FACTOR",
    "QT_IM_MODULE",
    "XMODIFIERS",
    "SYSTEMROOT",
    "APPDATA",
    "LOCALAPPDATA",
    "USERPROFILE",
    "TEMP",
    "TMP",
)
"""What a window needs to open where this one is, and nothing else."""

WAITING = "--waiting"
SHOWN = b"shown\n"


def command_line(options: Sequence[str], program: Sequence[str] = ("fieldapp",)) -> list[str]:
    """How to start one: the program with the options it was started with, waiting."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WAITING, *options]
    return [sys.executable, "-I", "-m", *program, WAITING, *options]


class Spare:
    """One waiting process. `hand_over` once, or `dismiss`."""

    def __init__(self, options: Sequence[str], program: Sequence[str] = ("fieldapp",)) -> None:
        environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(
            command_line(options, program),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
            start_new_session=os.name == "posix",
        )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def is_waiting(self) -> bool:
        """True while it lives."""
        return self._process.poll() is None

    def hand_over(self, line: bytes) -> bool:
        """Give it the line; False when it is gone."""
        pipe = self._process.stdin
        if pipe is None:
            return False
        try:
            pipe.write(line)
            pipe.flush()
        except OSError:
            return False
        return True

    def when_shown(self, told: Callable[[bool], None]) -> None:
        """Call `told(True)` from a thread of its own when its screen is up, `told(False)` when it ended instead."""
        answer = self._process.stdout

        def wait() -> None:
            told(answer is not None and answer.readline() == SHOWN)

        threading.Thread(target=wait, name="spare", daemon=True).start()

    def dismiss(self) -> None:
        """It is not needed: close its pipe and it goes by itself."""
        pipe = self._process.stdin
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                self._process.kill()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def wait_for_handover(told: Callable[[bytes], None]) -> None:
    """In the spare: read one line from the pipe on a thread of its own; `told(b"")` when the pipe ended instead."""

    def wait() -> None:
        told(sys.stdin.buffer.readline())

    threading.Thread(target=wait, name="handover", daemon=True).start()


def say_shown() -> None:
    """In the spare: the screen is up."""
    try:
        sys.stdout.buffer.write(SHOWN)
        sys.stdout.buffer.flush()
    except OSError:  # the old process has already gone, which is what it was waiting to do
        return
