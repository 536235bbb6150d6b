"""The unlock screen, driven as a person drives it: real widgets, the store's own refusals, a clock that is moved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.store.errors import HeaderDamaged, StoreInUse, TooManyTries, WrongPassphrase
from fieldapp.ui.unlock.presenter import UnlockPresenter, User
from fieldapp.ui.unlock.view import UnlockView

ASHA = User("a", "AM", Path("a"))
PRIYA = User("p", "PL", Path("p"))


class Doorway:
    """A store that opens to one passphrase, and a clock that is moved by hand."""

    def __init__(self, *users: User, fault: Exception | None = None, **more: object) -> None:
        self.now_ms = 0
        self.fault = fault
        self.opened: list[tuple[object, User]] = []
        self.tried: list[str] = []
        self.pending: list[tuple] = []  # type: ignore[type-arg]
        self.at_once = True
        self.presenter = UnlockPresenter(
            users or (ASHA,),
            self.open,
            self.run,
            lambda: self.now_ms,
            lambda store, user: self.opened.append((store, user)),
            **more,  # type: ignore[arg-type]
        )

    def open(self, user: User, passphrase: str) -> object:
        self.tried.append(passphrase)
        if self.fault is not None:
            raise self.fault
        if passphrase != "mochyn daear araf glas":
            raise WrongPassphrase(0)
        return "the open store"

    def run(self, work, done, failed) -> None:  # type: ignore[no-untyped-def]
        self.pending.append((work, done, failed))
        if self.at_once:
            self.finish()

    def finish(self) -> None:
        work, done, failed = self.pending.pop()
        try:
            result = work()
        except Exception as fault:  # noqa: BLE001 - as the bridge does
            failed(fault)
        else:
            done(result)


def test_enter_in_the_passphrase_unlocks(shown, qtbot: QtBot) -> None:
    door = Doorway()
    view = shown(UnlockView(door.presenter))
    assert view.first_focus() is view.line
    view.line.setText("mochyn daear araf glas")
    qtbot.keyClick(view.line, Qt.Key.Key_Return)
    assert door.opened == [("the open store", ASHA)]


def test_a_wrong_passphrase_says_so_and_keeps_the_keyboard_there(shown, qtbot: QtBot) -> None:
    door = Doorway()
    view = shown(UnlockView(door.presenter))
    view.line.setText("wrong")
    view.button.click()
    assert view.trouble.words() == "That passphrase isn't right. Try again."
    assert view.line.accessibleDescription() == view.trouble.words()
    assert view.line.text() == "wrong"
    qtbot.waitUntil(lambda: view.line.hasFocus())
    assert view.line.selectedText() != ""


def test_while_it_opens_the_button_says_opening_and_a_second_press_does_nothing(shown, qtbot: QtBot) -> None:
    door = Doorway()
    door.at_once = False
    view = shown(UnlockView(door.presenter))
    view.line.setText("mochyn daear araf glas")
    width = view.button.width()
    view.button.click()
    assert view.button.words() == "Opening"
    assert view.button.width() == width
    assert view.line.isEnabled()
    view.button.click()
    qtbot.keyClick(view.line, Qt.Key.Key_Return)
    assert len(door.pending) == 1
    door.finish()
    assert view.button.words() == "Unlock"


def test_a_wait_counts_down_by_itself_and_says_that_nothing_is_deleted(shown) -> None:
    door = Doorway(fault=TooManyTries(20))
    view = shown(UnlockView(door.presenter))
    view.line.setText("guess")
    view.button.click()
    assert view.trouble.words() == (
        "Wait 20 seconds, then try again. Nothing is deleted, however many times you try."
    )
    door.now_ms = 19_001
    door.presenter.tick()
    assert view.trouble.words().startswith("Wait 1 second,")
    door.now_ms = 20_000
    door.presenter.tick()
    assert view.trouble.isHidden()


def test_a_damaged_key_header_is_said_with_its_code_and_starting_empty_is_never_offered(shown) -> None:
    view = shown(UnlockView(Doorway(User("x", "", Path("x"), fault="keys_damaged")).presenter))
    assert "can't find the key for this laptop's store. Nothing has been changed." in view.trouble.words()
    assert "keys_damaged" in view.trouble.words()
    assert not view.button.isEnabled()


@pytest.mark.parametrize("fault", [StoreInUse(), HeaderDamaged("slot")])
def test_every_refusal_of_the_store_reaches_the_screen_with_its_code(shown, fault) -> None:
    door = Doorway(fault=fault)
    view = shown(UnlockView(door.presenter))
    view.line.setText("anything")
    view.button.click()
    assert fault.code in view.trouble.words()
    assert not view.trouble.isHidden()


def test_a_fault_of_ours_says_that_what_was_written_is_saved(shown) -> None:
    door = Doorway(fault=RuntimeError("a bug"))
    view = shown(UnlockView(door.presenter))
    view.line.setText("anything")
    view.button.click()
    assert "What you wrote is saved" in view.trouble.words()
    assert "a bug" not in view.trouble.words()


def test_with_one_user_the_chooser_is_hidden_and_with_two_the_arrows_choose(shown, qtbot: QtBot) -> None:
    assert shown(UnlockView(Doorway().presenter)).chooser.isHidden()
    door = Doorway(ASHA, PRIYA)
    view = shown(UnlockView(door.presenter))
    assert not view.chooser.isHidden()
    qtbot.keyClick(view.line, Qt.Key.Key_Down)
    assert door.presenter.state.chosen == 1
    assert [card.isChecked() for card in view.cards] == [False, True]
    qtbot.keyClick(view.line, Qt.Key.Key_Up)
    assert door.presenter.state.chosen == 0


def test_show_is_a_toggle_with_a_name(shown) -> None:
    view = shown(UnlockView(Doorway().presenter))
    assert view.show_toggle.accessibleName() == "Show passphrase"
    assert view.line.echoMode() == QLineEdit.EchoMode.Password
    view.show_toggle.click()
    assert view.line.echoMode() == QLineEdit.EchoMode.Normal


def test_a_capital_without_shift_shows_the_warning_about_caps_lock(shown, qtbot: QtBot) -> None:
    view = shown(UnlockView(Doorway().presenter))
    assert view.caps.isHidden()
    qtbot.keyClick(view.line, "A", Qt.KeyboardModifier.NoModifier)
    assert not view.caps.isHidden()
    qtbot.keyClick(view.line, "a", Qt.KeyboardModifier.NoModifier)
    assert view.caps.isHidden()


def test_after_a_lock_it_says_that_the_note_is_safe_and_how_much_is_unsent(shown) -> None:
    door = Doorway(stopped_at=datetime(2026, 3, 12, 13, 58), unsent=3)
    view = shown(UnlockView(door.presenter))
    assert view.safe.words() == "Your half-written note is safe. It opens where you stopped at 13:58."
    assert view.unsent.words().startswith("3 things are not sent yet.")


def test_a_cold_start_says_nothing_it_cannot_know(shown) -> None:
    view = shown(UnlockView(Doorway().presenter))
    assert view.safe.isHidden()
    assert view.unsent.isHidden()


@pytest.mark.parametrize("two", [True, False])
def test_forgetting_explains_and_resets_nothing(shown, two: bool) -> None:
    door = Doorway(has_recovery=lambda user: two)
    view = shown(UnlockView(door.presenter))
    view.forgot.click()
    assert view.form.isHidden()
    assert ("Two key holders" in view.help_text.words()) is two
    view.help_back.click()
    assert not view.form.isHidden()
    assert door.tried == []


def test_the_label_is_the_name_of_the_line(shown) -> None:
    view = shown(UnlockView(Doorway().presenter))
    assert view.line.accessibleName() == "Passphrase"
    assert view.label.buddy() is view.line
