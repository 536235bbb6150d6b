"""See a form before it is published: `fieldapp forms-preview FILE` opens it as a worker will.

Promise: the real runner on the real engine, under a banner that says *Rehearsal*; nothing is kept, nothing can be
finished, no store is opened. Everything wrong with the spreadsheet is said, with sheet, row and column, and nothing
is shown. Also started by `fieldapp-service forms preview FILE`.
Never: publishing; a family.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.ui.window import AppWindow


def main(arguments: Sequence[str]) -> int:
    """Open one form file (.xlsx, .csv, .md, .xml) in a window."""
    parser = argparse.ArgumentParser(
        prog="fieldapp forms-preview", description="See a form before publishing it."
    )
    parser.add_argument("file", type=Path, help="the form: .xlsx, .csv, .md or .xml")
    parser.add_argument("--picture", type=Path, help="save a picture of the first page, and end")
    named = parser.parse_args(arguments)
    from fieldapp.forms.check import check

    try:
        found = check(named.file)
    except OSError:
        sys.stderr.write("The file can't be read. Check its name.\n")
        return 2
    if found.definition is None:
        for problem in found.problems:
            sys.stderr.write(f"{problem}\n")
        return 2
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([sys.argv[0]])
    window = preview(found.definition)
    window.show()
    if named.picture is not None:
        app.processEvents()
        saved = window.grab().save(str(named.picture))
        window.close()
        return 0 if saved else 2
    window.closed.connect(app.quit)
    return app.exec()


def _closing(window: AppWindow) -> Callable[[], None]:
    def close() -> None:
        window.close()

    return close


def preview(definition):  # type: ignore[no-untyped-def]
    """The window with the form in it."""
    from PySide6.QtWidgets import QApplication

    from fieldapp.ports import SystemClock, SystemEntropy
    from fieldapp.ui import theme
    from fieldapp.ui.form.opening import RehearsalPorts
    from fieldapp.ui.form.ports import Opening
    from fieldapp.ui.form.presenter import RunnerPresenter
    from fieldapp.ui.form.view import FormRunnerPage
    from fieldapp.ui.kit import FocusRing
    from fieldapp.ui.window import AppWindow

    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.use(theme.current(), app)
        FocusRing.install(app)
    clock, entropy = SystemClock(), SystemEntropy()
    instance = definition.open(clock=clock, entropy=entropy)
    window = AppWindow()
    ports = RehearsalPorts(clock.wall_ms, back=_closing(window))
    ports.instance = instance
    presenter = RunnerPresenter(
        instance,
        ports,
        Opening(family="", author="", started_ms=clock.wall_ms(), values={}, rehearsal=True),
        clock=clock,
        entropy=entropy,
    )
    window.show_page(FormRunnerPage(presenter))
    return window
