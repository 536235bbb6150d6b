"""On this laptop: what is here, what is not sent, who can see what, and a check that changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_world import World, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import edit_document
from fieldapp.store.exchange import Exchange
from fieldapp.ui import theme
from fieldapp.ui.laptop.machine import Machine, look_at
from fieldapp.ui.laptop.presenter import LaptopPresenter
from fieldapp.ui.laptop.view import LaptopPage

SMALL = Machine(256_000_000_000, 11_000_000_000, 90_000_000, 84)


@pytest.fixture
def presenter(world: World) -> LaptopPresenter:
    return LaptopPresenter(world.desk, world.folder, lambda: 0, lambda _folder: SMALL)


@pytest.fixture
def page(world: World, presenter: LaptopPresenter, shown):
    made = shown(LaptopPage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_it_counts_families_children_and_what_is_not_sent(world, presenter):
    edit_document(world.workplace, world.scope("Vale"), {"adjustments": "Large print for Odette."})
    facts = {fact.what: fact for fact in presenter.show(presenter.read()).facts}
    assert facts["Carried"].strong == "3 families, 7 children."
    assert facts["Not sent yet"].strong == "1."
    assert facts["Not sent yet"].rest == "The oldest is from today 09:00."
    assert facts["Last contact"].strong == "Today 08:50."


def test_each_family_says_how_fresh_it_is_and_what_of_it_waits(world, presenter):
    edit_document(world.workplace, world.scope("Vale"), {"adjustments": "Large print for Odette."})
    rows = {row.label: row for row in presenter.show(presenter.read()).families}
    assert rows["Tarrowby"].unsent == "None"
    assert rows["Vale"].unsent == "1"
    assert rows["Vale"].fresh == "Today 08:50"


def test_unsent_work_of_a_family_that_is_gone_is_still_counted_here(world, presenter):
    scope = world.scope("Vale")
    edit_document(world.workplace, scope, {"adjustments": "Large print for Odette."})
    Exchange(world.store).erase_scope(scope, "reassigned")
    rows = {row.scope: row for row in presenter.show(presenter.read()).families}
    assert rows[scope].fresh == "Not yours now"
    assert rows[scope].unsent == "1"


def test_a_manager_sees_how_many_and_not_what(presenter):
    state = presenter.show(presenter.read())
    assert state.sees == "Your manager can see how many things have not arrived from this laptop."
    assert state.sees_more == "They cannot see what they say until they are sent."


def test_checking_the_store_changes_nothing_and_says_so(world, presenter):
    before = (world.folder / "store.db").stat().st_size
    sentence, ok = presenter.check()
    assert (sentence, ok) == ("The store is whole. Nothing was changed.", True)
    assert (world.folder / "store.db").stat().st_size == before


def test_a_machine_that_does_not_say_gives_no_figures(world, tmp_path: Path):
    machine = look_at(tmp_path / "nowhere", tmp_path / "no power")
    assert (machine.total_bytes, machine.battery_percent) == (None, None)
    presenter = LaptopPresenter(world.desk, world.folder, lambda: 0, lambda _folder: Machine())
    assert presenter.show(presenter.read()).space.rows == ()


def test_a_battery_is_read_where_the_system_tells_of_one(tmp_path: Path):
    battery = tmp_path / "BAT0"
    battery.mkdir()
    (battery / "type").write_text("Battery\n")
    (battery / "capacity").write_text("84\n")
    assert look_at(tmp_path, tmp_path).battery_percent == 84


def test_the_check_is_the_filled_button_and_its_answer_is_on_the_page(world, page, qtbot):
    assert page.primary().words() == "Check my store"
    page.check.click()
    qtbot.waitUntil(lambda: "The store is whole. Nothing was changed." in texts(page), timeout=20_000)


def test_down_goes_through_the_families_and_enter_opens_one(world, page, qtbot):
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_file_requested) as asked:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [world.scope("Tarrowby")]


def test_the_name_on_opening_says_families_and_unsent(page):
    assert page.accessibleName() == "On this laptop, 3 families, 0 not sent"


def test_at_twice_the_text_nothing_is_wider_than_the_page(world, presenter, shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    page = shown(LaptopPage(presenter, world.around), 1216, 720)
    page.opened()
    world.settle(page)
    assert page.scroller.widget().minimumSizeHint().width() <= page.scroller.viewport().width()
