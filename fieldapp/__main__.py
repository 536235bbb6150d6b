"""`fieldapp`: the desktop program. Builds everything once and starts the window.

Promise: nothing is imported that the first screen does not show; core dumps are off before any key is in memory; the
demonstration and the form preview are found by name, so the program does not depend on them.
Never: deciding anything about records, screens or sending.
Usage: `fieldapp [--profiles DIR] [--service URL]`, `fieldapp demo …`, `fieldapp forms-preview FILE`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ELSEWHERE = {"demo": "fieldapp.demo.__main__", "forms-preview": "fieldapp.ui.forms_preview"}
"""Other programs under the same name: the module's `main(arguments)`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in ELSEWHERE:
        return int(importlib.import_module(ELSEWHERE[given[0]]).main(given[1:]))
    return run(given)


def _parse(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fieldapp", description="Records for children's social workers.")
    parser.add_argument("--profiles", type=Path, default=None, help="folder that holds the users' stores")
    parser.add_argument("--service", default="", help="address of the organisation's service, for setting up")
    # Only the demonstration and the program itself use these.
    parser.add_argument("--clock", type=Path, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--link", type=Path, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--waiting", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(given)


def run(
    given: Sequence[str], *, program: Sequence[str] = ("fieldapp",), attend: Callable[[], None] | None = None
) -> int:
    """The desktop with these options, until it ends; the exit code.

    `program`: the module (and its own words) that the process taking over at a lock is started as; `attend` is called
    once the first screen is there. Both are for the demonstration, which puts a hand beside the window.
    """
    named = _parse(given)
    _no_core_dumps()
    from PySide6.QtWidgets import QApplication

    from fieldapp.ports import Clock, SharedClock, SystemClock, SystemEntropy
    from fieldapp.ui.app import Application, Options

    clock: Clock = SystemClock() if named.clock is None else SharedClock(named.clock)
    entropy = SystemEntropy()
    options = Options(
        named.profiles, named.service, named.clock, named.link, named.waiting, program=tuple(program)
    )
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Fieldapp")
    app.setApplicationDisplayName("Fieldapp")
    app.setQuitOnLastWindowClosed(False)
    link = _link(named.link)

    def make_sync(store):  # type: ignore[no-untyped-def]
        from fieldapp.sync.loop import SyncLoop
        from fieldapp.sync.transport import HttpWire

        return SyncLoop(store, HttpWire(store.device().service_url, link), clock=clock, entropy=entropy)

    desktop = Application(options, clock, entropy, leave=app.exit, make_sync=make_sync)
    if named.link is not None:
        desktop.follow_link(link, named.link)
    desktop.catch_faults()
    desktop.start()
    if attend is not None:
        attend()
    code = app.exec()
    desktop.close_down()
    return code


def _link(file: Path | None):  # type: ignore[no-untyped-def]
    """The switch of the demonstration's "no signal"; none in earnest."""
    if file is None:
        return None
    from fieldapp.sync.transport import Link

    return Link()


def _no_core_dumps() -> None:
    """A crash leaves no image of the memory behind (threat model row 6)."""
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        import ctypes

        set_dumpable = 4  # PR_SET_DUMPABLE, prctl(2)
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)


if __name__ == "__main__":
    raise SystemExit(main())
