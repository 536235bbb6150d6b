"""The overview of an early help assessment: interface design section 4.8."""

from dataclasses import replace

import pytest
from note_desk import NOW, Writing, open_form
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.ports import SteppedClock
from fieldapp.ui import theme, words
from fieldapp.ui.early_help.presenter import OverviewPresenter, has_overview
from fieldapp.ui.early_help.view import AssessmentPage
from fieldapp.ui.form.view import FormRunnerPage
from fieldapp.ui.kit import Text

HANIA = "each_child[hania]"
UNBORN = "each_child[unborn]"


@pytest.fixture
def writing():
    """The assessment of a family with a girl of four and an unborn child, as it is begun."""
    clock = SteppedClock(NOW)
    instance = open_form("early_help_assessment", clock)
    instance.rename_row(instance.rows("each_child")[0], "hania")
    instance.add_row("each_child", "unborn")
    given = {"start/sdate"}
    for row, name, stage in ((HANIA, "Hania", "pre"), (UNBORN, "Unborn", "unborn")):
        for question, value in (("c_person", name), ("c_name", name), ("c_stage", stage)):
            instance.prefill(f"{row}/{question}", value)
            given.add(f"{row}/{question}")
    return Writing(instance, given=frozenset(given), clock=clock)


@pytest.fixture
def overview(writing):
    return OverviewPresenter(writing.presenter)


def cell(overview, title, whose):
    state = overview.state()
    place = [column.title for column in state.columns].index(whose)
    line = next(line for band in state.bands for line in band.lines if line.title == title)
    return line.cells[place]


def test_only_an_assessment_of_each_child_has_an_overview(writing):
    assert has_overview(writing.instance)
    assert not has_overview(open_form("home_visit"))
    assert not has_overview(open_form("wishes_and_feelings"))


def test_each_child_is_assessed_apart_and_the_family_has_its_own_column(overview):
    assert [column.title for column in overview.state().columns] == ["Hania", "Unborn", "Family"]
    assert cell(overview, "Health and growth", "Family").text == "Per child"
    assert cell(overview, "1. Why now", "Hania").text == "Family"


def test_cells_say_how_far_each_area_is(overview, writing):
    assert cell(overview, "Health and growth", "Hania").text == "Not started"
    writing.presenter.enter(f"{HANIA}/d_health", "some")
    assert cell(overview, "Health and growth", "Hania").text == "Started"
    writing.presenter.enter(f"{HANIA}/d_health_t", "The dentist saw her teeth.")
    assert cell(overview, "Health and growth", "Hania").text == "Done"
    assert cell(overview, "Health and growth", "Unborn").text == "Not needed"


def test_what_the_app_filled_in_starts_nothing(overview):
    assert cell(overview, "1. Why now", "Family").text == "Not started"


def test_a_child_without_words_is_named_before_anything_else(overview, writing):
    assert cell(overview, "In their own words", "Hania").text == "None yet"
    first = overview.state().todos[0]
    assert (first.title, first.detail) == ("Hear from Hania", "No words from Hania yet")
    writing.presenter.enter(f"{HANIA}/c_seen", "yes")
    writing.presenter.enter(f"{HANIA}/c_how", writing.instance.node(f"{HANIA}/c_how").choices[0].name)
    writing.presenter.enter(f"{HANIA}/c_words", "I like the goat")
    assert cell(overview, "In their own words", "Hania").text == "Done"


def test_refusals_stand_as_plain_as_consents(overview, writing):
    first = writing.instance.rows("agree")[0]
    for name, value in (("ag_name", "Ola"), ("ag_role", "mother"), ("ag_yes", "yes")):
        writing.presenter.enter(f"{first}/{name}", value)
    second = writing.presenter.add_row("agree")
    for name, value in (("ag_name", "Marek"), ("ag_role", "father"), ("ag_yes", "no")):
        writing.presenter.enter(f"{second}/{name}", value)
    assert [(each.agreed, each.text) for each in overview.state().agreements] == [
        (True, "Ola agreed."),
        (False, "Marek does not agree."),
    ]


def test_the_filled_button_goes_on_with_what_is_begun(overview, writing):
    writing.presenter.enter(f"{HANIA}/d_feel", "high")
    state = overview.state()
    assert state.next_text == "Continue: Hania, Feelings and behaviour"
    assert state.next_target == f"{HANIA}/d_feel_t"


def test_the_page_says_how_far_each_child_is(overview):
    assert overview.state().name.startswith(
        "Early help assessment, Hania 0 of 10 done and Unborn 0 of 2 done"
    )


def test_arrows_move_over_the_grid_and_enter_opens_a_cell(overview, shown, qtbot):
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728)
    grid = page.overview.grid
    grid.cell(5, 0).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert here is grid.cell(7, 0)
    assert here.accessibleName() == "Health and growth, Hania: Not started"
    qtbot.keyClick(here, Qt.Key.Key_Return)
    assert not page.is_on_overview()
    assert page.runner._presenter.place.row == HANIA
    assert page.runner.items.question(f"{HANIA}/d_health").isAncestorOf(QApplication.focusWidget())


def test_the_grid_is_made_a_little_in_each_turn_and_the_keyboard_need_not_wait_for_it(overview, shown, qtbot):
    page = AssessmentPage(overview, FormRunnerPage(overview.note))
    grid = page.overview.grid
    assert not grid.is_whole()
    first = page.first_focus()
    assert not grid.is_whole()
    shown(page, 1216, 728)
    qtbot.waitUntil(grid.is_whole)
    assert first is grid.first_open()
    assert [button.cell for line in grid.cells() for button in line] == [
        cell for band in overview.state().bands for line in band.lines for cell in line.cells
    ]


def test_down_goes_on_to_a_line_that_would_have_followed_in_the_next_turn(overview, shown, qtbot):
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728)
    grid = page.overview.grid
    grid.cell(0, 0).setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is grid.cell(6, 0)


def test_a_change_keeps_the_cells_and_says_how_far_each_child_is_now(overview, shown, qtbot):
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728)
    before = [button for line in page.overview.grid.cells() for button in line]
    page.overview.main.click()
    overview.note.enter(f"{HANIA}/d_health", "some")
    overview.note.enter(f"{HANIA}/d_health_t", "The dentist saw her teeth.")
    page.runner.back.click()
    after = [button for line in page.overview.grid.cells() for button in line]
    assert all(one is other for one, other in zip(before, after, strict=True))
    said = [text.words() for text in page.overview.grid.findChildren(Text)]
    assert "1 of 10 done" in said


def test_the_runners_way_back_leads_to_the_grid(overview, shown):
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728)
    page.overview.main.click()
    assert not page.is_on_overview()
    overview.note.enter("start/why_now", "Ola asked for help with mornings")
    page.runner.back.click()
    assert page.is_on_overview()
    assert cell(overview, "1. Why now", "Family").text == "Started"


def test_ctrl_enter_on_the_grid_goes_on_with_the_assessment(overview, shown, qtbot):
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728)
    page.overview.grid.first_open().setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.is_on_overview()
    assert page.runner._presenter.place.section == "start"


def test_the_grid_and_its_header_give_way_to_large_words_in_welsh(overview, shown, qapp, qtbot):
    """At twice the size the filled button was cut and "Heb ddechrau" stood half outside its cell."""
    words.use_language("cy")
    theme.use(replace(theme.current(), step=2.0), qapp)
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728).overview
    for button in (page.hand, page.main):
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= button.sizeHint().height()
    qtbot.waitUntil(page.grid.is_whole)
    qapp.processEvents()
    cells = [cell for line in page.grid.cells() for cell in line]
    assert [one.text() for one in cells if one.height() < one.heightForWidth(one.width())] == []


def test_earlier_help_is_a_hint_only_where_there_was_some(writing):
    assert writing.presenter.item("start/history").hint == ""
    writing.instance.prefill("ctx_episodes", "Child in need, 2023")
    assert writing.presenter.item("start/history").hint == "Earlier help: Child in need, 2023"


def test_back_from_a_section_the_grid_is_still_one_tab_stop(overview, shown, qtbot):
    page = shown(AssessmentPage(overview, FormRunnerPage(overview.note)), 1216, 728)
    grid = page.overview.grid
    grid.cell(5, 0).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.show_overview()
    stops = [cell for line in grid.cells() for cell in line if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [QApplication.focusWidget()]
