"""Every page of the program on a real laptop's morning, at every size of text, for eyes and ears that differ."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui" / "pages"))

from page_world import MORNING_MS, STORE_KEY, make_template

from fieldapp.ports import SteppedClock, SystemEntropy
from fieldapp.store import Store
from fieldapp.ui import theme, words
from fieldapp.ui.kit import FocusRing
from fieldapp.ui.session import Session
from fieldapp.ui.window import AppWindow

SETTLED_WITHIN_MS = 20_000


class Program:
    """The unlocked program in one look."""

    def __init__(self, folder: Path) -> None:
        clock, entropy = SteppedClock(MORNING_MS), SystemEntropy()
        store = Store.open(folder, STORE_KEY, clock=clock, entropy=entropy, reserve_bytes=0)
        self.window = AppWindow()
        self.session = Session(
            store,
            folder,
            self.window,
            clock=clock,
            entropy=entropy,
            make_sync=None,
            check_passphrase=lambda _: True,
        )
        self.session.begin()
        self.window.show()
        self.window.activateWindow()

    def family(self) -> str:
        return next(file.id for file in self.session.desk.files())

    def open(self, page: str):  # type: ignore[no-untyped-def]
        """Go there and wait until it stands still; "note" begins a visit note."""
        if page == "note":
            self.session.begin_for("home_visit", self.family())
        else:
            needs_family = page in {"family", "plan", "people", "direct_work", "share"}
            self.session.go(page, self.family() if needs_family else "home_visit" if page == "begin" else "")
        waited = 0
        while waited < SETTLED_WITHIN_MS:
            QTest.qWait(20)
            waited += 20
            here = self.session.shell.page_here()
            if self.session.is_opening_note:
                continue
            if not hasattr(here, "is_settled") or here.is_settled():
                break
        QTest.qWait(60)  # layouts that were asked for by the last answer
        return self.session.shell.page_here()

    def close(self) -> None:
        self.session.end()
        self.window.hide()
        self.window.deleteLater()


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("morning") / "profile"
    make_template(folder)
    return folder


@pytest.fixture
def program(morning: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Program]]:
    """Starts the program in a look: `program(step=2.0)`."""
    made: list[Program] = []

    def start(*, step: float = 1.0, contrast: str = "light", size: tuple[int, int] = (1280, 800)) -> Program:
        FocusRing.install(qapp)
        theme.use(theme.Theme(step=step, contrast=contrast), qapp)  # type: ignore[arg-type]
        folder = tmp_path / "profile"
        shutil.copytree(morning, folder)
        one = Program(folder)
        one.window.resize(*size)
        made.append(one)
        return one

    yield start
    for one in made:
        one.close()
    words.use_language("en")
    theme.use(theme.Theme(), qapp)
