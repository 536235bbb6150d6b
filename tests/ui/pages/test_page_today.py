"""Today: what a worker sees before leaving, and can do with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import edit_document
from fieldapp.records.today import CarryFacts
from fieldapp.ui import theme
from fieldapp.ui.kit import Button, RowCard
from fieldapp.ui.laptop.machine import Machine
from fieldapp.ui.today.presenter import TodayPresenter
from fieldapp.ui.today.view import TodayPage

PLENTY = Machine(256_000_000_000, 90_000_000_000, 5_000_000, 84)


@pytest.fixture
def presenter(world: World) -> TodayPresenter:
    return TodayPresenter(world.desk, world.folder, lambda _folder: PLENTY)


@pytest.fixture
def page(world: World, presenter: TodayPresenter, shown):
    made = shown(TodayPage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_a_late_visit_comes_before_one_that_is_due_today(presenter):
    state = presenter.show(presenter.read())
    assert [(row.label, row.when) for row in state.visits] == [
        ("Rhydwen-Pugh", "Late by 2 working days"),
        ("Tarrowby", "Due today"),
    ]


def test_each_visit_says_which_child_was_longest_unseen_and_amber_says_it_too(presenter):
    state = presenter.show(presenter.read())
    facts = {row.label: row.facts for row in state.visits}
    assert facts["Tarrowby"][0].words == "Ivo last seen 14 days ago"
    assert facts["Tarrowby"][0].look


def test_a_warning_that_is_true_of_three_children_is_said_once_with_their_names(presenter):
    words = [fact.words for row in presenter.show(presenter.read()).visits for fact in row.facts]
    assert "Ivo, Tansy and Wilf: Sleeping place last seen 22 January, 2 visits without." in words


def test_a_promise_stands_with_the_childs_words_until_it_is_answered_and_told(world, presenter):
    before = presenter.show(presenter.read())
    assert [row.quote for row in before.promises] == [
        "I want Merle to fetch me",
        "The loud makes my tummy hurt",
    ]
    statement = before.promises[0].doc
    record = world.desk.reader().read(world.workplace.document(statement))
    answers = {"response": "now", "told_child_on": "2026-03-05"}
    edit_document(world.workplace, statement, {record.key(name): value for name, value in answers.items()})
    after = presenter.show(presenter.read())
    assert statement not in [row.doc for row in after.promises]


def test_before_you_leave_says_ok_or_look_in_words_and_has_one_button(presenter):
    state = presenter.show(presenter.read(), online=True)
    by_what = {check.what: check for check in state.checks}
    assert by_what["families"].title == "Both families are on this laptop"
    assert by_what["items"].title == "One answer needs your decision"
    assert by_what["battery"].title == "Battery 84 %"
    assert state.fix is not None
    assert (state.fix.words, state.fix.enabled) == ("Decide now", True)


def test_what_the_machine_does_not_say_is_told_as_not_known(world):
    presenter = TodayPresenter(world.desk, world.folder, lambda _folder: Machine())
    titles = [check.title for check in presenter.show(presenter.read()).checks]
    assert "Room on this laptop is not known" in titles
    assert "Battery is not known" in titles


def test_offline_the_refresh_is_off_and_says_why_and_how_old_the_plan_is(world, presenter):
    facts = presenter.read()
    from datetime import date

    from fieldapp.records.today import before_you_leave

    carry = CarryFacts(
        families_today=("Tarrowby",),
        plans_refreshed=(("Tarrowby", date(2026, 2, 20)),),
        room_bytes=90_000_000_000,
        battery_percent=84,
        forms_current=True,
    )
    old = replace(facts, carry=carry, checks=before_you_leave(carry, world.desk.policy, facts.today))
    fix = presenter.show(old, online=False).fix
    assert fix is not None
    assert fix.words == "Refresh that plan"
    assert not fix.enabled
    assert fix.note == "You’re offline, so this can’t be refreshed now. The plan here is from 20 February."


def test_with_nothing_due_the_page_says_so_and_offers_to_open_a_family(world, presenter, shown):
    facts = presenter.read()
    assert facts.page is not None
    nothing = replace(facts, page=replace(facts.page, visits=()))
    state = presenter.show(nothing)
    assert state.empty == "No visit is due today."
    page = shown(TodayPage(presenter, world.around), 1048, 760)
    page._show(state)
    with_button = button(page, "Open a family")
    assert with_button.property("kind") == "primary"


def test_the_page_has_exactly_one_filled_button(page):
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Start visit note"]


def test_opening_puts_the_keyboard_on_the_first_visit_and_says_the_day(page):
    assert page.window().focusWidget().words() == "Start visit note"
    assert page.accessibleName() == "Today, 2 visits, next Rhydwen-Pugh"


def test_down_goes_to_the_next_visit_and_ctrl_enter_starts_its_note(world, page, qtbot):
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.start_visit_requested) as asked:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [world.scope("Tarrowby")]


def test_record_answer_is_one_press_from_the_promise(page, qtbot):
    with qtbot.waitSignal(page.record_answer_requested) as asked:
        button(page, "Record answer").click()
    assert asked.args == [page.presenter.state().promises[0].doc]


def test_a_fact_from_the_store_makes_the_page_read_again(world, page, qtbot):
    with qtbot.waitSignal(page.refreshed):
        edit_document(world.workplace, world.scope("Tarrowby"), {"place": "Wrenlow Top"})
    world.settle(page)
    assert "Wrenlow Top" in texts(page)


def test_a_part_that_did_not_change_keeps_its_widgets_and_the_keyboard(world, page, qtbot):
    start = page.window().focusWidget()
    with qtbot.waitSignal(page.refreshed):
        edit_document(world.workplace, world.scope("Vale"), {"adjustments": "Large print for Odette."})
    world.settle(page)
    assert page.window().focusWidget() is start


def test_at_twice_the_text_nothing_is_wider_than_the_page(world, presenter, shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    page = shown(TodayPage(presenter, world.around), 1216, 720)
    page.opened()
    world.settle(page)
    assert page.scroller.widget().minimumSizeHint().width() <= page.scroller.viewport().width()


def test_whoever_oversees_a_family_reads_under_also_today_that_its_visit_is_late(world, shown, monkeypatch):
    """A manager's Today said "No visit is due today." of a team with one visit late and one due."""
    oversees = dict.fromkeys(world.desk.my_roles(), "oversight")
    monkeypatch.setattr(type(world.desk), "my_roles", lambda _desk: oversees)
    made = shown(
        TodayPage(TodayPresenter(world.desk, world.folder, lambda _folder: PLENTY), world.around), 1048, 760
    )
    made.opened()
    page = world.settle(made)
    assert "No visit of yours is due today." in texts(page)
    assert "Rhydwen-Pugh: visit late by 2 working days." in texts(page)
    assert "Tarrowby: visit due today." in texts(page)
    row = next(b for b in page.findChildren(RowCard) if b.text().startswith("Rhydwen-Pugh: visit"))
    opened = []
    page.open_file_requested.connect(opened.append)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened == [world.scope("Rhydwen-Pugh")]
