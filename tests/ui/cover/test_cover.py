"""The cover: at once, wordless, and opened only by PIN or passphrase."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import kit
from fieldapp.ui.cover import CoverPresenter, CoverWindow


class Screen:
    """A window with half a sentence in it, and its cover."""

    def __init__(self, *, pin: str = "2468") -> None:
        self.came_back = 0
        self.locked = 0
        self.editor = kit.LinesEditor("He still keeps wa")
        self.under = kit.Panel(kit.column(self.editor))
        self.presenter = CoverPresenter(
            has_pin=lambda: bool(pin),
            check_pin=lambda digits: digits == pin,
            check_passphrase=lambda words: words == "cedar purple flask violet",
            run=lambda work, done, failed: done(work()),
            uncovered=self._back,
            lock=self._lock,
        )
        self.cover = CoverWindow(self.presenter, lambda: datetime(2026, 3, 12, 14, 36))

    def _back(self) -> None:
        self.came_back += 1

    def _lock(self) -> None:
        self.locked += 1

    def hide(self) -> None:
        self.presenter.cover()
        self.cover.show_cover(self.under)


@pytest.fixture
def screen(shown, qtbot: QtBot):  # type: ignore[no-untyped-def]
    made = Screen()
    shown(made.under)
    qtbot.addWidget(made.cover)
    made.cover.prepare(made.under)
    yield made
    made.presenter._become(type(made.presenter.state)())


def test_covering_fills_the_screen_and_says_nothing_of_the_program(screen) -> None:
    screen.hide()
    assert screen.cover.isVisible()
    assert screen.cover.geometry() == screen.under.screen().geometry()
    assert screen.cover.windowTitle() == "Fieldapp"
    assert [w for w in screen.cover.findChildren(kit.Text) if w.isVisible()] == []


def test_the_clipboard_is_emptied(screen) -> None:
    QGuiApplication.clipboard().setText("copied words")
    screen.hide()
    assert QGuiApplication.clipboard().text() == ""


def test_the_pin_brings_the_screen_back_with_every_letter(screen, qtbot: QtBot) -> None:
    screen.hide()
    qtbot.keyClick(screen.cover, Qt.Key.Key_Space)
    assert screen.presenter.state.asking
    for digit in "2468":
        qtbot.keyClick(screen.cover.pad, digit)
    assert screen.came_back == 1
    assert screen.cover.isHidden()
    assert screen.editor.text() == "He still keeps wa"


def test_the_first_digit_already_counts(screen, qtbot: QtBot) -> None:
    screen.hide()
    qtbot.keyClick(screen.cover, "2")
    for digit in "468":
        qtbot.keyClick(screen.cover.pad, digit)
    assert screen.came_back == 1


def test_five_wrong_tries_lock(screen) -> None:
    screen.hide()
    screen.presenter.ask()
    for number in range(5):
        assert screen.locked == 0, number
        screen.presenter.try_pin("0000")
    assert screen.locked == 1
    assert screen.came_back == 0


def test_turning_away_hides_the_question_but_forgets_no_wrong_try(screen) -> None:
    screen.hide()
    screen.presenter.ask()
    screen.presenter.try_pin("0000")
    screen.presenter.turn_away()
    assert screen.cover.box.isHidden()
    screen.presenter.ask()
    assert screen.presenter.state.wrong == 1


def test_without_a_pin_the_passphrase_is_asked(qapp: QApplication, qtbot: QtBot) -> None:
    screen = Screen(pin="")
    qtbot.addWidget(screen.under)
    qtbot.addWidget(screen.cover)
    screen.under.show()
    screen.hide()
    screen.presenter.ask()
    assert screen.cover.pad.isHidden()
    screen.cover.line.line.setText("wrong")
    screen.cover.go.click()
    assert screen.came_back == 0
    assert screen.cover.line.text() == ""
    screen.cover.line.line.setText("cedar purple flask violet")
    screen.cover.go.click()
    assert screen.came_back == 1


def test_a_covered_window_cannot_be_closed(screen) -> None:
    screen.hide()
    assert not screen.cover.close()
    assert screen.cover.isVisible()


def test_an_arrow_key_does_not_take_the_keyboard_away_from_the_passphrase(shown, qtbot: QtBot) -> None:
    made = Screen(pin="")
    shown(made.under)
    qtbot.addWidget(made.cover)
    made.cover.prepare(made.under)
    made.hide()
    window = made.cover.windowHandle()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Right):
        qtbot.keyClick(window, key)
    for letter in "cedar purple flask violet":
        qtbot.keyClick(window, letter)
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert made.came_back == 1
