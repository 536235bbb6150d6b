"""How long the window stands still: `python -m benchmarks.window` prints, for each thing a worker does, what it held up.

Promise: the real window (offscreen), the real encrypted store and the demonstration's families after their year; each
action is done as a person does it, several times over, each time on a page made anew. A turn of the event loop is what
a key press may have to wait for, so the longest turn is the longest hold. Never here: a pass or a fail.
Source of the target, 16 ms: ARCHITECTURE.md.

In the figures: `first_ms` is the longest hold when it is done for the first time after the unlock (code is read from
the disk, letters and icons are drawn); `hold_ms` the longest hold of each later round, their median; `worst_ms` the
worst of them; `busy_ms` as `hold_ms`, but in time of the processor, so that other programs count less; `total_ms` until
nothing more happens, median.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.demo.families import DEMONSTRATION_DAY, WORKERS, unix_ms
from fieldapp.demo.laptop import open_laptop
from fieldapp.demo.stage import load_history, set_up
from fieldapp.ports import SystemClock, SystemEntropy
from fieldapp.store import Store
from fieldapp.ui.app import Application, Options
from fieldapp.ui.rooms import bring_in

ROUNDS = 4
WHO = "nia"
WORDS = "Quiet at first, then showed us the den."
LOOK_AGAIN_MS = 1
QUIET_MS = 600
"""Nothing follows any more once no turn took longer than `IDLE_MS` for so long; what was typed is saved by then."""
IDLE_MS = 3.0
PATIENCE_MS = 8_000
KEY_EVERY_MS = 35
"""A quick typist's pace."""


class Morning:
    """The machine's clock, at the demonstration's day."""

    def __init__(self) -> None:
        self._own = SystemClock()
        self._ahead_ms = unix_ms(DEMONSTRATION_DAY) - self._own.wall_ms()

    def wall_ms(self) -> int:
        """Now, on that day."""
        return self._own.wall_ms() + self._ahead_ms

    def monotonic_ms(self) -> int:
        """As it runs here."""
        return self._own.monotonic_ms()

    def boot(self) -> str:
        """This machine's."""
        return self._own.boot()

    def zone(self) -> str:
        """The families' zone."""
        return "Europe/London"


@dataclass(slots=True)
class Held:
    """One action, once: the longest turn by the wall and by the processor, and until when something happened."""

    hold_ms: float = 0.0
    busy_ms: float = 0.0
    total_ms: float = 0.0


class Watch:
    """Looks at the event loop from within: one short timer, and how late it comes."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._loop: QEventLoop | None = None
        self._steps: Iterator[Callable[[], Any]] = iter(())
        self._trouble: Exception | None = None

    def follow(self, *steps: Callable[[], Any]) -> Held:
        """Do these, one after the other at a typist's pace, and watch until nothing more follows."""
        self.held, self._loop = Held(), QEventLoop()
        self._steps = iter(steps)
        self._began = self._last = self._busy_until = time.perf_counter()
        self._worked = time.thread_time()
        QTimer.singleShot(0, self._step)
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        if self._trouble is not None:
            raise self._trouble
        return self.held

    def _step(self) -> None:
        step = next(self._steps, None)
        self._waiting = step is not None
        if step is None:
            return
        try:
            step()
        except Exception as trouble:  # noqa: BLE001 - raised again where the loop was begun
            self._trouble, self._waiting = trouble, False
            return
        QTimer.singleShot(KEY_EVERY_MS, self._step)

    def _look(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        turn, work = (now - self._last) * 1000, (worked - self._worked) * 1000
        self.held.hold_ms = max(self.held.hold_ms, turn - LOOK_AGAIN_MS)
        self.held.busy_ms = max(self.held.busy_ms, work)
        if max(work, turn - LOOK_AGAIN_MS if work > LOOK_AGAIN_MS else 0) > IDLE_MS:
            self._busy_until = now
            self.held.total_ms = (now - self._began) * 1000
        quiet = (now - self._busy_until) * 1000 > QUIET_MS and not self._waiting
        if (quiet or (now - self._began) * 1000 > PATIENCE_MS) and self._loop is not None:
            self._loop.quit()
        self._last, self._worked = time.perf_counter(), time.thread_time()


@dataclass
class Bench:
    """The program with somebody at it."""

    app: Application
    watch: Watch = field(default_factory=Watch)
    told: dict[str, list[Held]] = field(default_factory=dict)
    around: Callable[[str, Callable[[], Held]], Held] = field(default=lambda _name, do: do())
    """For whoever wants to look closer: called with each action's name and the action."""

    @property
    def session(self) -> Any:
        return self.app.session

    @property
    def page(self) -> Any:
        return self.session.shell.page_here()

    def family(self, label: str) -> str:
        return next(file.id for file in self.session.desk.files() if file.label == label)

    def does(self, name: str, *steps: Callable[[], Any]) -> None:
        """Measure it under this name."""
        held = self.around(name, lambda: self.watch.follow(*steps))
        self.told.setdefault(name, []).append(held)

    def goes(self, *steps: Callable[[], Any]) -> None:
        """Do it unmeasured."""
        self.watch.follow(*steps)

    def types(self, words: str) -> list[Callable[[], Any]]:
        """A key press for each letter, wherever the keyboard is."""

        def press(letter: str) -> None:
            focus = QApplication.focusWidget()
            if focus is not None:
                QTest.keyClicks(focus, letter)

        return [lambda letter=letter: press(letter) for letter in words]  # type: ignore[misc]

    def throws_away(self, draft: str) -> None:
        """Of a note in which nothing was written nothing is left already."""
        store = self.session.workplace.store
        if any(kept.id == draft for kept in store.drafts()):
            self.goes(lambda: store.discard(draft))

    def home(self, page: str, argument: str = "") -> None:
        """Throw the page away, so that it is made anew when next opened; from Today."""
        self.goes(lambda: self.session.go("today"))
        self.session.shell.forget(page, argument)
        self.goes(lambda: None)


def a_round(bench: Bench) -> None:
    """Everything once."""
    session, family = bench.session, bench.family("Tarrowby")
    bench.home("families")
    session.shell.forget("today")
    bench.goes(lambda: session.go("families"))
    session.shell.forget("today")
    bench.does("open Today", lambda: session.go("today"))
    session.shell.forget("families")
    bench.does("open Families", lambda: session.go("families"))
    the_file(bench, family)
    a_visit(bench, family)
    an_assessment(bench, family)
    bench.home("direct_work", family)
    bench.does("open direct work", lambda: session.start_direct_work(family, ""))
    bench.home("search")
    bench.does("open Search", lambda: session.go("search"))
    bench.does("type in Search", *bench.types("tarrowby school"))
    bench.home("decisions")
    bench.does("open a decision", lambda: session.go("decisions"))


def the_file(bench: Bench, family: str) -> None:
    """A family's file and what is a step from it."""
    session = bench.session
    bench.home("family", family)
    bench.does("open a family file", lambda: session.go("family", family))
    page = bench.page
    for key, _ in page.presenter.state().filters[1:3]:
        bench.does("narrow the chronology", lambda key=key: page._show(page.presenter.choose_filter(key)))
    bench.does("turn visit view on", page._turn_visit_view)
    bench.does("turn visit view off", page._turn_visit_view)
    for name in ("plan", "people"):
        session.shell.forget(name, family)
        bench.does(f"open {name}", lambda name=name: session.go(name, family))
        bench.goes(session.go_back)


def a_visit(bench: Bench, family: str) -> None:
    """A home visit note, from the button to the check."""
    session = bench.session
    bench.home("note")
    bench.does("start a home visit note", lambda: session.start_note("home_visit", family))
    runner = bench.page
    presenter = runner._presenter
    rows = [tab.key for tab in presenter.tabs() if tab.key]
    bench.does("go to a child", lambda: presenter.go_to_tab(rows[0]))
    bench.does("say that a child was seen", lambda: presenter.enter(f"{rows[0]}/c_seen", "yes"))
    bench.goes(lambda: runner.focus_question(f"{rows[0]}/c_was/c_look"))
    bench.does("type in a note", *bench.types(WORDS))
    bench.goes(lambda: runner.focus_question(f"{rows[0]}/c_was/c_alone"))
    bench.does("choose an answer by its letter", *bench.types("y"))
    bench.does("next page", presenter.next_page)
    bench.does("next page", presenter.next_page)
    bench.goes(lambda: presenter.go_to_section("arrive"), lambda: presenter.enter("arrive/access", "in"))
    bench.goes(lambda: presenter.go_to_section("inside"))
    for _ in range(2):
        bench.does("add a row", lambda: presenter.add_row("inside/present"))
    bench.does("check and finish", presenter.check)
    gap = presenter.gaps()[-1].key
    bench.does("go to a gap", lambda: presenter.go_to_question(gap))
    bench.goes(session.go_back)
    draft = runner._draft
    session.shell.forget("note", draft)
    bench.does("open a draft again", lambda: session.open_note(draft))
    bench.goes(session.go_back)
    session.shell.forget("note", draft)
    bench.throws_away(draft)


def an_assessment(bench: Bench, family: str) -> None:
    """The longest form, to its check with every gap there is."""
    session = bench.session
    bench.does("start an early help assessment", lambda: session.start_note("early_help_assessment", family))
    page = bench.page
    runner: QWidget = getattr(page, "runner", page)
    presenter: Any = runner._presenter  # type: ignore[attr-defined]
    for section in [one.key for one in presenter.ways().sections[1:-1]]:
        bench.does("next section of an assessment", lambda key=section: presenter.go_to_section(key))
    bench.does("check an assessment", presenter.check)
    draft = runner._draft  # type: ignore[attr-defined]
    bench.goes(session.go_back)
    session.shell.forget("note", draft)
    bench.throws_away(draft)


def figures(told: dict[str, list[Held]]) -> dict[str, dict[str, float]]:
    """What is printed."""
    found = {}
    for name, helds in told.items():
        later = helds[1:] or helds
        found[name] = {
            "first_ms": helds[0].hold_ms,
            "hold_ms": statistics.median(held.hold_ms for held in later),
            "worst_ms": max(held.hold_ms for held in later),
            "busy_ms": statistics.median(held.busy_ms for held in later),
            "total_ms": statistics.median(held.total_ms for held in later),
        }
    return {name: {key: round(value, 1) for key, value in line.items()} for name, line in found.items()}


def seated(store: Store, folder: Path) -> Bench:
    """The program in its unlocked time, at Today."""
    app = Application(
        Options(profiles=folder.parent.parent, spares=False),
        Morning(),
        SystemEntropy(),
        leave=lambda _code: None,
        make_sync=None,
    )
    bench = Bench(app)
    app.window.show()
    app.window.activateWindow()
    bring_in()  # as the unlock does, beside the window
    bench.does(
        "unlocked: the first page", lambda: (app.open_session(store, folder, "").begin(), app.settle())
    )
    return bench


def measure(base: Path, passphrase: str, rounds: int, *, look_closer: Any = None) -> dict[str, Any]:
    """The figures of one laptop."""
    worker = next(one for one in WORKERS if one.key == WHO)
    laptop = open_laptop(base, worker, passphrase, clock=Morning())
    store = laptop.workplace.store
    bench = seated(store, next(base.glob("profiles/*"), base))
    if look_closer is not None:
        bench.around = look_closer
    for _ in range(rounds):
        a_round(bench)
    found = figures(bench.told)
    bench.session.end()
    store.close()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Set the demonstration's year up, measure, print; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.window", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="later rounds, after the first")
    given = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    QApplication.instance() or QApplication(["fieldapp"])
    with tempfile.TemporaryDirectory() as folder:
        stage = set_up(Path(folder) / "stage")
        try:
            load_history(stage)
            passphrase = stage.passphrases[WHO]
            stage.close_laptops()
            found = measure(stage.base(WHO), passphrase, given.rounds + 1)
        finally:
            stage.end()
    print(json.dumps(found, indent=2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
