"""A laptop of the demonstration's morning for every test of a page, copied from one template per run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_world import Bench, World, make_template, open_world
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.ui.cover.view import CoverWindow
from fieldapp.ui.pages.screen import Screen
from fieldapp.ui.window import AppWindow


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template: made once."""
    folder = tmp_path_factory.mktemp("morning") / "profile"
    make_template(folder)
    return folder


@pytest.fixture
def world(morning: Path, tmp_path: Path, qapp: object) -> Iterator[World]:
    """Nia's laptop, unlocked."""
    made = open_world(morning, tmp_path / "profile")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def nothing_flashes_up(qapp: QApplication) -> Iterator[None]:
    """A piece of a page shown before it has a parent is a window for a moment, and takes the keyboard: never."""
    watcher = Windows()
    qapp.installEventFilter(watcher)
    yield
    qapp.removeEventFilter(watcher)
    assert watcher.pieces == []


class Windows(QObject):
    """Notes every part of a page that was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            whole = (
                isinstance(watched, Screen | AppWindow | Bench | CoverWindow)
                or watched.windowType() != Qt.WindowType.Window
            )
            if not whole:
                self.pieces.append(type(watched).__name__)
        return False
