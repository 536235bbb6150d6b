"""Real windows, offscreen: one application with the theme and focus ring of the program, put back after each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.demo.central import CentralService
from fieldapp.ports import SharedClock, SystemClock
from fieldapp.ui import theme, words
from fieldapp.ui.kit import FocusRing


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[theme.Theme]:
    """The ordinary look before each test, whatever the last one chose."""
    words.use_language("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    FocusRing.install(qapp)
    if theme.current() != theme.Theme() or not qapp.styleSheet():
        theme.use(theme.Theme(), qapp)
    yield theme.current()
    words.use_language("en")


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication):  # type: ignore[no-untyped-def]
    """Shows a widget as a person would see it: laid out, active, with the keyboard."""

    held = []  # qtbot holds only weak references; a window nobody holds is gone before the test looks at it

    def show(widget, width: int = 1280, height: int = 800):  # type: ignore[no-untyped-def]
        held.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return widget

    return show


@pytest.fixture
def service(tmp_path: Path) -> Iterator[CentralService]:
    """The real service in a process of its own, with one organisation, a worker and the forms."""
    clock = SharedClock(tmp_path / "clock.json")
    clock.set_wall(SystemClock().wall_ms())
    central = CentralService(tmp_path / "service", clock.path)
    central.administer("init", "--org", "Marchwen")
    central.start()
    yield central
    central.stop()
