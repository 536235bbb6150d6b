"""After a lock: the same note, the same question, the same place in the sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page_world import MORNING_MS, STORE_KEY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fieldapp.commands.finish import finish_note
from fieldapp.commands.pass_back import set_pin
from fieldapp.ports import SteppedClock, SystemEntropy
from fieldapp.store import Store
from fieldapp.ui.kit import LinesEditor
from fieldapp.ui.kit.pin_pad import PinPad
from fieldapp.ui.session import Session
from fieldapp.ui.window import AppWindow

HALF = "He still keeps watch at night. Calmer evenings ma"


def unlocked(folder: Path) -> Session:
    """A fresh process after the unlock, as far as the window goes."""
    clock, entropy = SteppedClock(MORNING_MS), SystemEntropy()
    store = Store.open(folder, STORE_KEY, clock=clock, entropy=entropy, reserve_bytes=0)
    window = AppWindow()
    session = Session(
        store, folder, window, clock=clock, entropy=entropy, make_sync=None, check_passphrase=lambda _: True
    )
    session.begin()
    window.show()
    window.activateWindow()
    return session


def editors(session: Session) -> list[LinesEditor]:
    page = session.shell.page_here()
    assert page is not None
    return [
        one for one in page.findChildren(LinesEditor) if one.isVisible() and not one.text_edit.isReadOnly()
    ]


@pytest.fixture
def folder(morning: Path, tmp_path: Path) -> Path:
    shutil.copytree(morning, tmp_path / "profile")
    return tmp_path / "profile"


def test_a_lock_in_the_middle_of_a_sentence_comes_back_to_the_same_letter(folder: Path, qtbot: QtBot) -> None:
    before = unlocked(folder)
    family = next(file.id for file in before.desk.files())
    before.begin_for("home_visit", family)
    qtbot.waitUntil(lambda: before.presenter.state.where.page == "note", timeout=10_000)
    qtbot.waitUntil(lambda: len(editors(before)) > 1, timeout=10_000)  # the jot pad is one too
    editor = editors(before)[0]
    editor.text_edit.setFocus()
    QTest.keyClicks(editor.text_edit, HALF)
    editor.set_caret(8)
    handover = before.prepare_to_lock("profile-id")
    assert handover.saved_at_ms is not None
    assert HALF.encode() not in handover.to_bytes()
    before.end()
    before.window.hide()

    after = unlocked(folder)
    assert after.presenter.state.where.page == "note"
    qtbot.waitUntil(lambda: any(one.text() == HALF for one in editors(after)), timeout=10_000)
    again = next(one for one in editors(after) if one.text() == HALF)
    qtbot.waitUntil(lambda: again.text_edit.hasFocus(), timeout=10_000)
    assert again.caret() == 8
    after.end()
    after.window.hide()


def test_what_is_handed_over_is_one_line_without_a_name(folder: Path) -> None:
    session = unlocked(folder)
    line = session.prepare_to_lock("profile-id").to_bytes()
    assert line.count(b"\n") == 1
    for file in session.desk.files():
        assert file.label.encode() not in line
    session.end()
    session.window.hide()


def test_a_note_that_is_gone_since_the_lock_opens_today_and_the_status_stays_true(
    folder: Path, qtbot: QtBot
) -> None:
    """The bug: the lock's place named a draft finished before a crash; nothing after it was begun, sending included."""
    before = unlocked(folder)
    before.begin_for("home_visit", next(file.id for file in before.desk.files()))
    qtbot.waitUntil(lambda: before.presenter.state.where.page == "note", timeout=10_000)
    before.prepare_to_lock("profile-id")
    draft = before.store.drafts()[0].id
    finish_note(before.workplace, draft, why="Nobody was in.")
    before.end()
    before.window.hide()

    after = unlocked(folder)
    assert after.presenter.state.where.page == "today"
    assert after._listening
    after.end()
    after.window.hide()


def test_the_place_of_a_lock_is_gone_back_to_once(folder: Path) -> None:
    before = unlocked(folder)
    before.go("families")
    before.prepare_to_lock("profile-id")
    before.end()
    before.window.hide()

    once = unlocked(folder)
    assert once.presenter.state.where.page == "families"
    once.end()
    once.window.hide()

    after_a_crash = unlocked(folder)
    assert after_a_crash.presenter.state.where.page == "today"
    after_a_crash.end()
    after_a_crash.window.hide()


def test_a_lock_while_a_child_has_the_laptop_opens_what_happens_next(folder: Path, qtbot: QtBot) -> None:
    """The bug: after five wrong PINs the worker was asked who they are with, as if there had been no session."""
    before = unlocked(folder)
    set_pin(before.workplace, "2580")
    family = next(file for file in before.desk.files() if file.label == "Tarrowby")
    before.go("direct_work", f"{family.id}/{family.children[0].id}")
    before.shell.page_here()._presenter.begin("drawing")
    frame = before.window.page()
    qtbot.waitUntil(lambda: frame.give.isVisible(), timeout=10_000)
    QTest.keyClick(frame.give, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(frame.findChildren(PinPad)), timeout=10_000)
    with qtbot.waitSignal(before.lock_requested):
        QTest.keyClicks(frame.findChildren(PinPad)[0], "1111" * 5)
    handover = before.prepare_to_lock("profile-id")
    assert handover.saved_at_ms is not None
    (draft,) = before.store.drafts()
    before.end()
    before.window.hide()

    after = unlocked(folder)
    where = after.presenter.state.where
    assert (where.page, where.argument) == ("what_next", draft.id)
    after.end()
    after.window.hide()


def test_a_draft_that_is_gone_when_it_is_pressed_is_said_and_nothing_else_happens(
    folder: Path, qtbot: QtBot
) -> None:
    session = unlocked(folder)
    session.go("drafts")
    session.open_note("0190a3c5-0000-7000-8000-000000000000")
    qtbot.waitUntil(lambda: not session.is_opening_note, timeout=10_000)
    assert session.shell.toast.text.words() == "This draft was already finished or removed."
    assert session.presenter.state.where.page == "drafts"
    session.end()
    session.window.hide()
