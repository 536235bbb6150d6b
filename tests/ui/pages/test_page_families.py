"""Families: one line each, with what must be seen before opening anything; a list that is typed into."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import edit_document, open_family
from fieldapp.ui import theme
from fieldapp.ui.families.presenter import FamiliesPresenter
from fieldapp.ui.families.view import FamiliesPage
from fieldapp.ui.kit import Button


@pytest.fixture
def presenter(world: World) -> FamiliesPresenter:
    return FamiliesPresenter(world.desk)


@pytest.fixture
def page(world: World, presenter: FamiliesPresenter, shown):
    made = shown(FamiliesPage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_the_overdue_family_stands_first_and_every_line_names_the_child_longest_unseen(presenter):
    lines = presenter.show(presenter.read()).lines
    assert [(line.label, line.seen) for line in lines] == [
        ("Rhydwen-Pugh", "Macsen 30 days ago, alone"),
        ("Tarrowby", "Ivo 14 days ago, alone"),
        ("Vale", "Juno never seen by us"),
    ]


def test_a_line_says_the_plan_its_review_and_how_fresh_the_records_are(presenter):
    line = next(line for line in presenter.show(presenter.read()).lines if line.label == "Tarrowby")
    assert line.plan == "Plan of 20 January, review by 20 July"
    assert line.fresh == "Refreshed today"
    assert line.mark is not None
    assert line.mark.words == "Needs your decision"


def test_overdue_is_a_filter_and_hides_nothing_else(presenter):
    presenter.show(presenter.read())
    assert [line.label for line in presenter.filter("overdue").lines] == ["Rhydwen-Pugh"]
    assert len(presenter.filter("all").lines) == 3


def test_typing_part_of_a_childs_name_finds_the_family(presenter):
    presenter.show(presenter.read())
    assert [line.label for line in presenter.type("tan").lines] == ["Tarrowby"]
    assert presenter.type("nobody").empty == "No family here matches “nobody”."


def test_unsent_work_is_marked_on_the_familys_line(world, presenter):
    edit_document(world.workplace, world.scope("Vale"), {"adjustments": "Large print for Odette."})
    line = next(line for line in presenter.show(presenter.read()).lines if line.label == "Vale")
    assert line.mark is not None
    assert line.mark.words == "Saved on this laptop"


def test_a_family_opened_here_without_a_signal_is_listed_at_once(world, presenter):
    open_family(world.workplace, {"label": "Ashcombe", "place": "Wrenlow"})
    line = next(line for line in presenter.show(presenter.read()).lines if line.label == "Ashcombe")
    assert line.fresh == "Made on this laptop"


def test_offline_the_list_says_from_when_it_is(world, presenter):
    state = presenter.show(presenter.read(), online=False)
    assert state.notice == "This list may be out of date. It is from 08:50."


def test_without_any_family_the_page_says_where_they_come_from(presenter):
    from fieldapp.ui.families.presenter import Facts

    assert (
        presenter.show(Facts()).empty == "No families yet. They appear here when your manager gives you one."
    )


def test_the_name_on_opening_counts_families_and_those_carried(page):
    assert page.accessibleName() == "Families, 3, 3 on this laptop"


def test_letters_jump_and_enter_opens(world, page, qtbot):
    QTest.keyClicks(page.window().focusWidget(), "v")
    QTest.keyClicks(page.jump.line, "ale")
    with qtbot.waitSignal(page.open_file_requested) as asked:
        QTest.keyClick(page.jump.line, Qt.Key.Key_Return)
    assert asked.args == [world.scope("Vale")]


def test_down_goes_through_the_list_and_the_one_filled_button_says_what_it_opens(world, page, qtbot):
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Open Tarrowby"]
    with qtbot.waitSignal(page.open_file_requested) as asked:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [world.scope("Tarrowby")]


def test_at_twice_the_text_nothing_is_wider_than_the_page(world, presenter, shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    page = shown(FamiliesPage(presenter, world.around), 1216, 720)
    page.opened()
    world.settle(page)
    assert page.scroller.widget().minimumSizeHint().width() <= page.scroller.viewport().width()
    assert "Tarrowby" in texts(page)
    assert button(page, "Open Rhydwen-Pugh")


def test_whoever_works_in_no_family_sees_at_once_all_they_may_open(presenter):
    """A manager oversees families and works none of them: "Mine" would be an empty page."""
    read = presenter.read()
    overseen = replace(read, mine=frozenset())
    state = presenter.show(overseen)
    assert state.which == "all"
    assert len(state.lines) == len(read.lines)
    assert presenter.filter("mine").lines == ()
