"""The plan on one page: goals as columns, the children's words, is it clear; and nothing restricted."""

from __future__ import annotations

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.ui import theme
from fieldapp.ui.kit import Button, GoalColumn
from fieldapp.ui.plan.presenter import PlanPresenter
from fieldapp.ui.plan.view import PlanPage


@pytest.fixture
def presenter(world: World) -> PlanPresenter:
    return PlanPresenter(world.desk, world.scope("Tarrowby"))


@pytest.fixture
def page(world: World, presenter: PlanPresenter, shown):
    made = shown(PlanPage(presenter, world.around), 1216, 760)
    made.print_requested.connect(lambda _family: None)
    made.opened()
    return world.settle(made)


def test_a_button_that_nobody_would_hear_is_not_shown(world, presenter, shown):
    alone = shown(PlanPage(presenter, world.around), 1216, 760)
    alone.opened()
    world.settle(alone)
    assert "Print" not in texts(alone)
    assert alone.primary().words() == "Change plan"


def test_the_current_plan_stands_with_its_first_three_goals(presenter):
    state = presenter.show(presenter.read())
    assert state.title == "Our plan for Ivo, Tansy and Wilf"
    assert state.under == "Child protection plan. Agreed 20 January 2026. We look at it again on 20 July."
    assert [goal.number for goal in state.goals] == [1, 2, 3]
    assert state.announce == "Plan on one page, 3 goals"


def test_each_goal_says_who_does_what_by_when_and_how_far_it_is(presenter):
    goal = presenter.show(presenter.read()).goals[0]
    assert goal.title == "Ivo eats breakfast at home on school days"
    assert goal.steps[0].who == "Bryony"
    assert goal.steps[0].when == "By 26 January"
    assert (goal.done, goal.progress) == (3, "Getting better")


def test_for_children_it_holds_their_words_and_what_we_will_do_and_no_more(presenter):
    presenter.show(presenter.read())
    state = presenter.choose_reader("children")
    assert {child for child, _ in state.quotes} >= {"Ivo", "Tansy"}
    assert {goal.why for goal in state.goals} == {""}
    assert state.worse == ""


def test_checks_advise_in_words(presenter):
    titles = [one.title for one in presenter.show(presenter.read()).clear]
    assert "Three goals" in titles
    assert "Every goal can be measured" in titles
    assert "Plain words" in titles


def test_without_a_plan_the_page_says_so_and_offers_to_start_one(world, shown):
    presenter = PlanPresenter(world.desk, world.scope("Vale"))
    page = shown(PlanPage(presenter, world.around), 1216, 760)
    page.opened()
    world.settle(page)
    assert "No plan yet." in texts(page)
    assert button(page, "Start a plan").property("kind") == "primary"


def test_ctrl_p_and_the_one_filled_button_print(world, page, qtbot):
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Print"]
    with qtbot.waitSignal(page.print_requested) as asked:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [world.scope("Tarrowby")]


def test_goals_stand_side_by_side_and_one_under_another_at_twice_the_text(
    world, presenter, page, shown, qapp
):
    first, second, _ = page.findChildren(GoalColumn)
    assert second.mapTo(page, second.rect().topLeft()).y() == first.mapTo(page, first.rect().topLeft()).y()
    theme.use(theme.Theme(step=2.0), qapp)
    large = shown(PlanPage(presenter, world.around), 1216, 720)
    large.opened()
    world.settle(large)
    first, second, _ = large.findChildren(GoalColumn)
    assert second.mapTo(large, second.rect().topLeft()).y() > first.mapTo(large, first.rect().topLeft()).y()
    assert large.scroller.widget().minimumSizeHint().width() <= large.scroller.viewport().width()
