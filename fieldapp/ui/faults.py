"""When the program itself is at fault: say it, keep everything, go on.

Promise: a fault in one place never takes the window with it; the person reads what happened and that their words are
saved; support gets the kind of fault and the places it passed, never a message, a value or a name.
Source: interface design 4.17 ("Errors"); style ("ours: stop, keep everything"); threat model row 26.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

SHOWN_FRAMES = 12
PROGRAM = Path(__file__).parents[1]


def support_lines(kind: type[BaseException], trace: TracebackType | None) -> list[str]:
    """The kind of fault and where it passed: file names and line numbers of ours, nothing that was being worked on."""
    lines = [kind.__name__]
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        if path.is_relative_to(PROGRAM):
            inside = path.relative_to(PROGRAM.parent).as_posix()
            lines.append(f"  {inside}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return [lines[0], *lines[1:][-SHOWN_FRAMES:]]


def catch_faults(told: Callable[[str], None]) -> None:
    """From now on `told` gets the kind of every fault nobody caught, on any thread; the lines go to stderr."""

    def caught(kind: type[BaseException], trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        sys.stderr.write("\n".join(support_lines(kind, trace)) + "\n")
        told(kind.__name__)

    def on_window(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        caught(kind, trace)

    def on_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_type is not SystemExit:
            caught(given.exc_type, given.exc_traceback)

    sys.excepthook = on_window
    threading.excepthook = on_thread
