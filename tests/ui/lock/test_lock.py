"""Locking: a fresh process in this one's place; and when a laptop locks by itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.commands.lock import Handover
from fieldapp.ports import SystemClock, SystemEntropy
from fieldapp.store import Store
from fieldapp.store.keys import KdfCost, KeyRing, begin_profile, finish_profile
from fieldapp.ui import look_file
from fieldapp.ui.app import Application, Options
from fieldapp.ui.lock.clipboard import CLEAR_MS, ClipboardGuard
from fieldapp.ui.lock.idle import IdleLock
from fieldapp.ui.lock.spare import Spare
from fieldapp.ui.lock.system import SystemLock
from fieldapp.ui.shell import Shell
from fieldapp.ui.unlock.view import UnlockView

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from full_disk import no_room

CHEAP = KdfCost(64, 1, 1)
WORDS = "cedar purple flask violet"
MINUTE = 60_000


@pytest.fixture
def profile(tmp_path: Path) -> str:
    """One user of this laptop, not enrolled anywhere."""
    clock, entropy = SystemClock(), SystemEntropy()
    name, folder = begin_profile(tmp_path, clock, entropy)
    key = KeyRing(folder, floor=CHEAP).create(name, WORDS, "AM", recovery=None, entropy=entropy, cost=CHEAP)
    Store.create(folder, bytes(key), clock=clock, entropy=entropy, reserve_bytes=0).close()
    finish_profile(folder)
    return name


@pytest.fixture
def unlocked(qapp: QApplication, qtbot: QtBot, tmp_path: Path, profile: str):  # type: ignore[no-untyped-def]
    """The program, unlocked, in this process; `left` notes its exit."""
    left: list[int] = []
    app = Application(
        Options(profiles=tmp_path, spares=False),
        SystemClock(),
        SystemEntropy(),
        leave=left.append,
        floor=CHEAP,
    )
    app.start()
    page = app.window.page()
    assert isinstance(page, UnlockView)
    page.line.setText(WORDS)
    page.button.click()
    qtbot.waitUntil(lambda: isinstance(app.window.page(), Shell), timeout=20_000)
    yield app, left
    app.close_down()
    app.window.hide()
    qapp.removeEventFilter(app)
    app.deleteLater()


def test_lock_lets_go_of_the_store_and_ends(unlocked) -> None:
    app, left = unlocked
    store = app.session.store
    app.lock()
    assert left == [0]
    assert app.session is None
    assert not store.database.is_open


def test_the_same_look_again_draws_nothing_anew_and_another_does(unlocked) -> None:
    app, _ = unlocked
    page = app.session.shell.page_here()
    look = app.session.kept_look() or look_file.Look()
    app.choose_look(look)
    assert app.session.shell.page_here() is page
    app.choose_look(replace(look, contrast="highContrast"))
    assert app.session.shell.page_here() is not page


def test_the_cover_tells_the_time_of_a_store_that_cannot_be_read(unlocked) -> None:
    app, _ = unlocked
    app.cover()
    app.session.bridge.close()
    app.session.tasks.close()  # no reading of a page may come upon the closed store meanwhile
    app.session.store.close()
    shown = app.cover_window.grab()
    assert not shown.isNull()


def test_lock_remembers_the_place_and_unlock_returns_there(unlocked, qtbot: QtBot, tmp_path: Path) -> None:
    app, _ = unlocked
    app.session.shell.add_page("families", _plain_page)
    app.session.go("families")
    app.lock()
    left: list[int] = []
    again = Application(
        Options(profiles=tmp_path, spares=False),
        SystemClock(),
        SystemEntropy(),
        leave=left.append,
        floor=CHEAP,
    )
    again.start()
    page = again.window.page()
    page.line.setText(WORDS)
    page.button.click()
    qtbot.waitUntil(lambda: again.session is not None, timeout=20_000)
    assert again.session.presenter.state.where.page == "families"
    again.close_down()
    again.window.hide()
    QApplication.instance().removeEventFilter(again)  # type: ignore[union-attr]


def _plain_page(argument: str):  # type: ignore[no-untyped-def]
    from fieldapp.ui.kit import Page, Text, column

    return Page(None, column(Text("…")))


def test_a_disk_that_does_not_take_the_last_words_keeps_the_screen_open_and_says_so(unlocked) -> None:
    app, left = unlocked
    with no_room():
        app.lock()
    assert left == []
    assert app.session is not None
    assert "Not saved yet." in app.session.shell._banners["save"].text.words()
    assert app.cover_window.isHidden()


def test_nothing_of_a_person_is_in_any_window_title(unlocked) -> None:
    app, _ = unlocked
    app.cover()
    titles = {widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    assert titles == {"Fieldapp"}


def test_the_spare_is_another_program_told_only_by_pipe(tmp_path: Path, profile: str, qtbot: QtBot) -> None:
    """The process that takes over: no argument, variable or memory of this one beyond the short list."""
    os.environ["FIELDAPP_SECRET_OF_A_TEST"] = "sentinel"
    try:
        spare = Spare(["--profiles", str(tmp_path)])
    finally:
        del os.environ["FIELDAPP_SECRET_OF_A_TEST"]
    try:
        process = psutil.Process(spare.pid)
        assert "FIELDAPP_SECRET_OF_A_TEST" not in process.environ()
        shown: list[bool] = []
        spare.when_shown(shown.append)
        assert spare.hand_over(Handover(profile, (10, 10, 900, 700), 3, 1_773_324_000_000).to_bytes())
        qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
        assert shown == [True]
        assert spare.is_waiting()
        told = " ".join(process.cmdline())
        assert profile not in told
        assert "AM" not in process.cmdline()
    finally:
        psutil.Process(spare.pid).kill()
        spare.dismiss()


def test_a_spare_whose_maker_goes_away_goes_too(tmp_path: Path, profile: str, qtbot: QtBot) -> None:
    spare = Spare(["--profiles", str(tmp_path)])
    spare.dismiss()
    assert not spare.is_waiting()


def still(idle: IdleLock, at: int) -> tuple[str, int]:
    return idle.look(at, at)


def test_ten_minutes_without_a_key_or_touch_lock_after_a_warning_of_two() -> None:
    idle = IdleLock()
    idle.touched(0)
    assert still(idle, 7 * MINUTE) == ("stay", 0)
    assert still(idle, 8 * MINUTE) == ("warn", 2)
    assert still(idle, 9 * MINUTE) == ("warn", 1)
    assert still(idle, 10 * MINUTE) == ("lock", 0)


def test_stay_open_starts_the_count_again() -> None:
    idle = IdleLock()
    idle.touched(0)
    idle.stay_open(9 * MINUTE)
    assert still(idle, 10 * MINUTE) == ("stay", 0)


def test_it_never_locks_within_a_minute_of_typing() -> None:
    idle = IdleLock(minutes=1, minutes_max=10)
    idle.touched(0, typing=True)
    idle.minutes = 0
    assert still(idle, 59_000)[0] != "lock"
    assert still(idle, 60_000) == ("lock", 0)


def test_nobody_can_lengthen_it_beyond_what_the_organisation_allows() -> None:
    idle = IdleLock(minutes=60, minutes_max=10)
    idle.touched(0)
    assert still(idle, 10 * MINUTE) == ("lock", 0)


def test_a_laptop_that_slept_locks_at_once() -> None:
    idle = IdleLock()
    idle.touched(0)
    idle.look(1_000, 1_000_000)
    assert idle.look(6_000, 1_000_000 + 5_000 + 2 * MINUTE) == ("lock", 0)


def test_a_key_or_a_press_anywhere_in_the_window_is_somebody_there(unlocked, qtbot: QtBot) -> None:
    app, _ = unlocked
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is app.window.windowHandle())
    window = app.window.windowHandle()
    for touch in (
        lambda: qtbot.keyClick(window, Qt.Key.Key_Tab),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
    ):
        app.idle.touched(app._own_clock.monotonic_ms() - 2 * MINUTE)
        touch()
        QApplication.processEvents()
        assert app.idle.quiet_ms(app._own_clock.monotonic_ms()) < MINUTE


def test_the_strip_says_that_it_will_lock_and_offers_to_stay_open(
    unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = unlocked
    answers: Callable[..., tuple[str, int]] = lambda *_: ("warn", 2)  # noqa: E731
    monkeypatch.setattr(app.idle, "look", answers)
    app._look_at_idle()
    strip = app.session.shell.strip
    assert strip.words.words() == "Locking in 2 minutes. Your words are saved."
    assert strip.action.words() == "Stay open"
    monkeypatch.setattr(app.idle, "look", lambda *_: ("stay", 0))
    strip.action.click()
    assert "Locking" not in strip.words.words()


def test_the_machine_going_to_sleep_or_being_locked_locks(unlocked) -> None:
    app, left = unlocked
    app.system_lock.sleeping(False)
    assert left == []
    app.system_lock.sleeping(True)
    assert left == [0]


def test_without_a_system_bus_nothing_is_heard_and_nothing_breaks(qapp: QApplication, qtbot: QtBot) -> None:
    lock = SystemLock()
    lock.watch()
    with qtbot.waitSignal(lock.locked):
        lock.asked()


def test_what_was_copied_is_gone_at_a_lock(unlocked) -> None:
    app, _ = unlocked
    QGuiApplication.clipboard().setText("copied words")
    app.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_is_gone_after_a_while(unlocked, qtbot: QtBot) -> None:
    unlocked[0].window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive)
    guard = ClipboardGuard(QGuiApplication.clipboard())
    guard._timer.setInterval(20)
    QGuiApplication.clipboard().setText("copied words")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")
    assert CLEAR_MS == 10_000


def test_closing_the_window_keeps_the_place_and_ends(unlocked) -> None:
    app, left = unlocked
    store = app.session.store
    assert app.window.close()
    assert left == [0]
    assert not store.database.is_open


def test_a_window_whose_last_words_the_disk_does_not_take_stays_open(unlocked) -> None:
    app, left = unlocked
    with no_room():
        assert not app.window.close()
    assert app.window.isVisible()
    assert left == []
    assert "Not saved yet." in app.session.shell._banners["save"].text.words()


def test_larger_text_chosen_in_settings_applies_at_once_and_is_there_after_the_lock(
    unlocked, qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QRadioButton

    from fieldapp.ui import look_file, theme

    app, _ = unlocked
    app.session.go("settings")
    page = app.session.shell.page_here()
    qtbot.waitUntil(page.is_settled, timeout=20_000)
    button = next(b for b in page.findChildren(QRadioButton) if b.text() == "200 %")
    button.click()
    qtbot.waitUntil(lambda: theme.current().step == 2.0, timeout=20_000)
    assert app.session.presenter.state.where.page == "settings"
    assert app.session.shell.page_here() is not page
    assert look_file.read_look(tmp_path).text_step == 2.0
    assert app.session.kept_look().text_step == 2.0


def test_welsh_chosen_in_settings_speaks_at_once(unlocked, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QRadioButton

    app, _ = unlocked
    app.session.go("settings")
    page = app.session.shell.page_here()
    qtbot.waitUntil(page.is_settled, timeout=20_000)
    next(b for b in page.findChildren(QRadioButton) if b.text() == "Cymraeg").click()
    qtbot.waitUntil(lambda: app.session.shell.rail.buttons["today"].text() == "Heddiw", timeout=20_000)
    assert app.session.shell.strip.lock.words() == "Cloi"
