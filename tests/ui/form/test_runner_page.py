"""The form runner as a real window, driven with keys: interface design sections 3, 4.6 and 9."""

import pytest
from note_desk import home_visit, small
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from fieldapp.ui import theme
from fieldapp.ui.form.view import FormRunnerPage
from fieldapp.ui.kit import FocusRing
from fieldapp.ui.questions.text import KindQuestion

TANSY = "each_child[tansy]"
LOOK = f"{TANSY}/c_was/c_look"

MANY = """
| survey | | | |
|---|---|---|---|
| | type | name | label |
| | begin_group | part | Part |
| | begin_repeat | row | Thing |
| | text | what | What? |
| | text | where | Where? |
| | end_repeat | | |
| | end_group | | |
"""


ONE_NEEDED = """
| survey | | | | |
|---|---|---|---|---|
| | type | name | label | required |
| | text | who | Who? | yes |
"""


@pytest.fixture
def page(shown):
    """A visit note on screen, the second child's page open, the child seen."""
    writing = home_visit()
    made = FormRunnerPage(writing.presenter)
    made.writing = writing
    shown(made, 1216, 728)
    writing.presenter.go_to_tab(TANSY)
    writing.presenter.enter(f"{TANSY}/c_seen", "yes")
    made.items.finish_making()
    return made


def test_an_answer_brings_its_follow_up_questions_and_leaves_the_others_alone(page):
    before = page.items.question(f"{TANSY}/c_name")
    assert page.items.question(f"{TANSY}/c_was/c_alone_why") is None
    page.writing.presenter.enter(f"{TANSY}/c_was/c_alone", "no")
    assert page.items.question(f"{TANSY}/c_was/c_alone_why") is not None
    assert page.items.question(f"{TANSY}/c_name") is before


def test_typing_keeps_caret_and_undo_while_the_page_follows(page, qtbot):
    widget = page.items.question(LOOK)
    assert isinstance(widget, KindQuestion)
    widget.take_focus()
    edit = widget.lines().text_edit
    qtbot.keyClicks(edit, "Quiet")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, "Very ")
    assert widget.lines().text() == "Very Quiet"
    assert widget.lines().caret() == 5
    assert page.writing.instance.node(LOOK).value == "Very Quiet"
    edit.undo()
    assert page.writing.instance.node(LOOK).value != "Very Quiet"


def test_the_ring_is_seen_at_the_first_question_of_a_section_opened_by_key(page, qtbot):
    page.focus_question(LOOK)
    follower = FocusRing._installed
    for _ in range(3):  # a page made in this moment gets the keyboard before it is shown and laid out
        qtbot.keyClick(page.window().windowHandle(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait(1)
        assert QApplication.focusWidget() is not None
        assert follower.ring is not None
        assert follower.ring.isVisible()
        place = QApplication.focusWidget().mapTo(page, QApplication.focusWidget().rect().center())
        assert follower.ring.rect().contains(
            follower.ring.mapFrom(page.window(), page.mapTo(page.window(), place))
        )


def test_any_answer_can_be_restricted_where_it_is_written_by_keyboard_alone(page, qtbot):
    page.focus_question(LOOK)
    window = page.window().windowHandle()
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.writing.presenter.item(LOOK).restricted
    assert page.items.question(LOOK).isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert not page.writing.presenter.item(LOOK).restricted


def test_the_keyboard_stays_at_a_card_through_removing_putting_back_moving_and_folding(page, qtbot):
    presenter = page.writing.presenter
    presenter.go_to_section("inside")
    page.items.repeat("inside/present")._add.click()
    _first, second = page.writing.instance.rows("inside/present")
    presenter.enter(f"{second}/p_name", "Kit")

    def press(button):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(button, Qt.Key.Key_Return)
        return QApplication.focusWidget()

    def card():
        return page.items.card(second)

    assert press(card().remove) is card().undo
    assert press(card().undo) is card().remove
    assert press(card().up) is card().down  # it is the first now, and cannot go further
    folded = press(card().toggle)
    assert folded is card()
    assert press(folded) is card().toggle


def test_what_is_typed_in_the_jot_pad_is_kept_before_enter_is_pressed(page, qtbot):
    qtbot.keyClicks(page.jot_pad.input.text_edit, "dinner money")
    page.flush()
    assert page.writing.shelf.place["half_jot"] == "dinner money"
    qtbot.keyClick(page.jot_pad.input.text_edit, Qt.Key.Key_Return)
    page.flush()
    assert page.writing.shelf.place["half_jot"] == ""
    again = FormRunnerPage(page.writing.presenter)
    assert again.jot_pad.input.text() == ""


def test_an_added_card_is_scrolled_to_where_it_is_written_in(page, qtbot):
    page.writing.presenter.go_to_section("inside")
    page.items.repeat("inside/present")._add.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        page.items.repeat("inside/present")._add.click()
        qtbot.waitUntil(lambda: not QApplication.focusWidget().visibleRegion().isEmpty())


def test_the_first_letters_of_an_answer_choose_it(page, qtbot):
    key = f"{TANSY}/c_was/c_place"
    page.focus_question(key)
    qtbot.keyClicks(QApplication.focusWidget(), "ki")
    assert page.writing.instance.node(key).value == "kitchen"
    page.focus_question(f"{TANSY}/c_was/c_alone")
    qtbot.keyClicks(QApplication.focusWidget(), "y")
    assert page.writing.instance.node(f"{TANSY}/c_was/c_alone").value == "yes"


def test_arrows_move_and_space_picks(page, qtbot):
    key = f"{TANSY}/c_was/c_bed"
    page.focus_question(key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.writing.instance.node(key).value == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.writing.instance.node(key).value == "no"


def test_sections_children_and_the_check_have_their_keys(page, qtbot):
    presenter = page.writing.presenter
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert presenter.place.section == "adults"
    qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert presenter.place.section == "each_child"
    presenter.go_to_tab("each_child[ivo]")
    qtbot.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert presenter.place.row == TANSY
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert presenter.is_checking
    assert page.main.words() == "Finish note"


def test_the_jot_pad_is_one_key_away_and_enter_keeps_a_line(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    edit = page.jot_pad.input.text_edit
    assert QApplication.focusWidget() is edit
    qtbot.keyClicks(edit, "Landing light works")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [jot.text for jot in page.writing.presenter.jots()] == ["Landing light works"]
    assert page.jot_pad.input.text() == ""


def test_every_question_has_a_name_that_says_what_whose_and_how_far(page):
    widget = page.items.question(LOOK)
    page.writing.presenter.enter(LOOK, "A school jumper, no coat.")
    assert (
        widget.focus_target()
        .accessibleName()
        .startswith("What I saw, Tansy, How did Tansy look and seem?, 5 words")
    )
    for question in page.items.questions():
        assert question.focus_target().accessibleName() or question.editor.accessibleName()


def test_trouble_is_said_on_leaving_in_the_field_and_in_the_summary(page, qtbot):
    presenter = page.writing.presenter
    presenter.go_to_section("arrive")
    widget = page.items.question("arrive/t_in")
    widget.take_focus()
    qtbot.keyClicks(QApplication.focusWidget(), "soon")
    assert not page.summary.isVisible()
    page.items.question("arrive/access").take_focus()
    assert page.summary.isVisible()
    assert widget.frame.trouble.words() == "Enter a time, like 14:30"
    page.summary.links[0].click()
    assert QApplication.focusWidget() is widget.focus_target()


def test_a_save_that_fails_stands_across_the_page_until_it_works(page):
    page.writing.shelf.works = False
    page.writing.presenter.enter(LOOK, "Quiet")
    page.writing.presenter.flush()
    assert page.save_mark.words() == "Not saved yet. Trying again. Keep this window open."
    assert page._trouble.isVisible()
    assert not page.may_close()
    page.writing.shelf.works = True
    assert page.may_close()
    assert not page._trouble.isVisible()
    assert page.save_mark.words() == "Saved on this laptop 14:32"


def test_two_hundred_cards_stand_closed_until_they_are_opened(shown):
    writing = small(MANY)
    presenter = writing.presenter
    first = writing.instance.rows("part/row")[0]
    presenter.enter(f"{first}/what", "Thing 0")
    for number in range(1, 200):
        row = writing.instance.add_row("part/row").added[0]
        writing.instance.set(f"{row}/what", f"Thing {number}")
    page = FormRunnerPage(presenter)
    shown(page, 1216, 728)
    assert list(page.items.questions()) == []
    last = writing.instance.rows("part/row")[-1]
    presenter.go_to_question(f"{last}/where")
    assert [widget.question.key for widget in page.items.questions()] == [f"{last}/what", f"{last}/where"]


def test_cards_are_added_moved_removed_and_put_back_with_buttons(page):
    presenter = page.writing.presenter
    presenter.go_to_section("inside")
    repeat = page.items.repeat("inside/present")
    first = page.writing.instance.rows("inside/present")[0]
    presenter.enter(f"{first}/p_name", "Bryony")
    repeat._add.click()
    second = page.writing.instance.rows("inside/present")[1]
    assert page.items.question(f"{second}/p_name").focus_target().hasFocus()
    presenter.enter(f"{second}/p_name", "Kit")
    repeat.card(second).up.click()
    assert page.writing.instance.rows("inside/present") == (second, first)
    repeat.card(first).remove.click()
    assert not repeat.card(first).undo.isHidden()
    repeat.card(first).undo.click()
    assert page.writing.instance.node(f"{first}/p_name").value == "Bryony"


def test_the_check_goes_to_a_gap_with_one_press(page):
    page.main.click()
    gap = page.check.gap_views()[0]
    gap.go.click()
    assert page.writing.presenter.place.section == "prep"
    assert page.items.question("prep/purpose").isAncestorOf(QApplication.focusWidget())


def test_finishing_several_gaps_without_a_why_asks_once_for_the_reason_for_all(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.check.gap_views()[3].why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.writing.shelf.finished is None
    assert page.check.why_for_all.hasFocus()
    assert page.check._for_all.trouble.words() == "Say why, in a few words"
    assert not any(gap._frame.trouble.words() for gap in page.check.gap_views())
    qtbot.keyClicks(page.check.why_for_all, "Called away")
    assert not page.check._for_all.trouble.words()


def test_finishing_the_last_gap_without_a_why_asks_for_it_at_its_place(shown, qtbot):
    writing = small(ONE_NEEDED)
    made = shown(FormRunnerPage(writing.presenter), 1216, 728)
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.main.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(made.main, Qt.Key.Key_Return)
    (gap,) = made.check.gap_views()
    assert gap.why.hasFocus()
    assert gap._frame.trouble.words() == "Say why, in a few words"


def test_the_toast_comes_when_the_note_is_finished(page, qtbot):
    page.main.click()
    page.writing.presenter.say_why_for_all("Rehearsal")
    with qtbot.waitSignal(page.finished) as told:
        page.main.click()
    assert told.args == ["Finished. It will go by itself when there is a signal."]


def test_where_it_is_narrow_the_rail_is_a_list_and_the_jot_pad_a_sheet(shown, qtbot):
    page = FormRunnerPage(home_visit().presenter)
    shown(page, 800, 1100)
    assert page._section_button.isVisible()
    assert not page.rail.isVisible()
    assert not page._jot_panel.isVisible()
    page._jot_button.click()
    assert page._jot_panel.isVisible()
    assert page._jot_panel.height() * 2 <= page.height()


def test_at_twice_the_letter_size_nothing_is_cut_off_sideways(shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    page = FormRunnerPage(home_visit().presenter)
    shown(page, 1280, 800)
    page.items.finish_making()
    qapp.processEvents()
    for question in page.items.questions():
        assert question.minimumSizeHint().width() <= question.width()
    assert page.page_scroll.widget().width() <= page.page_scroll.viewport().width()


def test_the_window_is_told_what_stands_on_it(page):
    page.writing.presenter.go_to_tab("each_child[wilf]")
    assert page.accessibleName() == "Home visit, Wilf, section 5 of 9"


def test_the_check_is_read_on_from_finish_note_with_page_down(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bar = page.page_scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.main.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.main, Qt.Key.Key_PageDown)
    assert bar.value() > 0
