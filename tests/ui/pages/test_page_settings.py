"""Settings: a look applies at once and is kept; the passphrase needs the old one; the PIN opens nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from fieldapp.commands.pass_back import PinNotDigits, has_pin, is_pin, set_pin
from fieldapp.ports import SystemEntropy
from fieldapp.store.keys import KdfCost, KeyRing
from fieldapp.ui import theme
from fieldapp.ui.kit import Banner, Button
from fieldapp.ui.settings.presenter import STEPS, Preferences, SettingsPresenter, read_preferences
from fieldapp.ui.settings.view import SettingsPage

OLD, NEW = "amber-heron-quarry-willow", "lantern-otter-spruce-thistle"
CHEAP = KdfCost(8 * 1024, 1, 1)
"""For tests only: the floor of the program is far higher, and has tests of its own."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A key header for the passphrase, beside the store."""
    made = tmp_path / "keys"
    made.mkdir()
    KeyRing(made, floor=CHEAP).create(
        "0195c84a-cc20-7ca1-a1b0-fbd067732535", OLD, "NB", recovery=None, entropy=SystemEntropy(), cost=CHEAP
    )
    return made


@pytest.fixture
def presenter(world: World, folder: Path) -> SettingsPresenter:
    return SettingsPresenter(world.desk, folder, CHEAP, "0.1.0")


@pytest.fixture
def page(world: World, presenter: SettingsPresenter, shown):
    made = shown(SettingsPage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_a_chosen_look_is_kept_in_the_store_and_read_again(world, presenter):
    presenter.show(presenter.read())
    presenter.choose(text_step=1.5, contrast="highContrast")
    again = SettingsPresenter(world.desk)
    assert again.read() == Preferences(text_step=1.5, contrast="highContrast")


def test_a_damaged_or_unknown_choice_reads_as_never_chosen():
    assert (
        read_preferences({"text_step": 9, "contrast": "pink", "language": "xx", "touch": "yes"})
        == Preferences()
    )


def test_the_sizes_offered_are_those_of_the_tokens():
    assert theme.text_steps() == STEPS


def test_choosing_a_size_tells_the_window_at_once(page, qtbot):
    with qtbot.waitSignal(page.look_changed) as told:
        page.text_size.chosen.emit("2.0")
    assert told.args[0].text_step == 2.0


def test_an_easy_passphrase_is_refused_in_words_while_it_is_typed(presenter):
    presenter.show(presenter.read())
    assert presenter.weigh("password").strength == "Too easy to guess"
    assert presenter.weigh(NEW).strength == "Strong enough"
    state = presenter.begin_change(OLD, "password")
    assert state.new_trouble.startswith("Too easy to guess.")
    assert not state.changing


def test_only_the_new_passphrase_opens_after_a_change(world, presenter, folder):
    assert presenter.change(OLD, NEW) == ""
    ring = KeyRing(folder, floor=CHEAP)
    assert ring.unlock(NEW, clock=world.clock)
    assert presenter.change(OLD, NEW) == "That passphrase isn’t right. Try again."


def test_a_wrong_old_passphrase_changes_nothing_and_empties_what_was_typed(world, page, folder, qtbot):
    page.old.setText("not the passphrase")
    page.new.setText(NEW)
    page.change.click()
    qtbot.waitUntil(lambda: not page.change.is_busy(), timeout=20_000)
    assert page.old.text() == ""
    assert "That passphrase isn’t right. Try again." in texts(page)
    assert KeyRing(folder, floor=CHEAP).unlock(OLD, clock=world.clock)


def test_the_page_never_holds_a_passphrase_in_its_state(page):
    page.new.setText(NEW)
    QTest.keyClicks(page.new, "x")
    assert NEW not in repr(page.presenter.state())


def test_a_pin_is_four_digits_and_opens_nothing(world):
    assert not has_pin(world.workplace)
    with pytest.raises(PinNotDigits):
        set_pin(world.workplace, "12a4")
    set_pin(world.workplace, "4711")
    assert is_pin(world.workplace, "4711")
    assert not is_pin(world.workplace, "1174")
    assert "4711" not in repr(world.store.setting("pass_back_pin"))


def test_setting_a_pin_says_so_and_empties_the_field(page):
    page.pin.line.setText("4711")
    page.set_pin.click()
    assert page.pin.line.text() == ""
    assert "The new PIN is set." in texts(page)
    assert button(page, "Change PIN")


def test_by_enter_alone_the_passphrase_is_changed_and_it_is_said_where_it_was_typed(
    world, page, folder, qtbot
):
    page.old.setFocus()
    QTest.keyClicks(page.old, OLD)
    QTest.keyClick(page.old, Qt.Key.Key_Return)
    assert page.new.hasFocus()
    QTest.keyClicks(page.new, NEW)
    page.show_words.setChecked(True)
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.change.is_busy(), timeout=20_000)
    note = next(
        one for one in page.findChildren(Banner) if "Use the new one from now on." in one.text.words()
    )
    qtbot.waitUntil(lambda: note.visibleRegion().boundingRect().size() == note.size())
    assert page.old.hasFocus()
    assert page.old.echoMode() == QLineEdit.EchoMode.Password
    assert KeyRing(folder, floor=CHEAP).unlock(NEW, clock=world.clock)


def test_a_pin_of_three_digits_leaves_the_keyboard_where_it_is_typed_again(page):
    QTest.keyClicks(page.pin.line, "258")
    page.set_pin.setFocus()
    QTest.keyClick(page.set_pin, Qt.Key.Key_Space)
    assert "Choose four digits." in texts(page)
    assert page.pin.line.hasFocus()


def test_there_is_one_filled_button(page):
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Change passphrase"]
