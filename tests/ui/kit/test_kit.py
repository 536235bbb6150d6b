"""The widget kit by keyboard, by ear and by eye: what each widget promises to every screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.records.genogram import Couple, Descent, Node
from fieldapp.records.genogram import Genogram as Drawing
from fieldapp.ui import kit, theme
from fieldapp.ui.kit.focus import reach
from fieldapp.ui.kit.pin_pad import PinPad

TODAY = date(2026, 3, 12)


def page(*pieces: QWidget) -> QWidget:
    return kit.Panel(kit.column(*pieces, None, margins=6))


# -- buttons ------------------------------------------------------------------------------------------------------------


def test_a_busy_button_keeps_its_width_and_ignores_a_second_press(shown, qtbot: QtBot) -> None:
    button = kit.Button("Save decision", "primary")
    shown(page(button))
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    width = button.width()
    button.set_busy("Saving")
    button.click()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []
    assert button.width() >= width
    assert button.accessibleName() == "Saving"
    button.set_busy(None)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]


def test_a_button_without_words_must_have_a_name() -> None:
    button = kit.IconButton("arrow-left", "Back")
    assert button.accessibleName() == "Back"
    assert button.toolTip() == "Back"


def test_an_ampersand_in_words_is_shown_and_is_no_shortcut(shown) -> None:
    label, button = kit.Text("Care & control"), kit.Button("Read & print")
    label.setBuddy(button)
    shown(page(label, button))
    assert label.words() == "Care & control"
    assert button.words() == "Read & print"
    assert button.shortcut().isEmpty()


# -- text ---------------------------------------------------------------------------------------------------------------


def test_text_grows_in_height_when_it_is_narrow_and_is_never_elided(shown) -> None:
    words = kit.Text(
        "Rowan spoke quietly until we were in the garden. He showed me the torch he keeps by his bed."
    )
    assert words.heightForWidth(200) > words.heightForWidth(600) >= theme.current().line("body")
    assert words.minimumSizeHint().width() < 120


def test_text_says_all_its_runs_to_a_screen_reader(shown) -> None:
    words = kit.Text("")
    words.set_runs([kit.Run("Rowan", "bodyStrong"), kit.Run(" asked for a door that shuts.")])
    shown(page(words))
    interface = QAccessible.queryAccessibleInterface(words)
    assert interface.text(QAccessible.Text.Name) == "Rowan asked for a door that shuts."


@pytest.mark.parametrize("said", ["Mae'r tŷ yn oer iawn", "Łódź, ósma rano", "البيت بارد"])
def test_every_script_is_set_and_measured(shown, said: str) -> None:
    words = kit.Text(said)
    shown(page(words))
    assert words.width() >= words.minimumSizeHint().width() > 20


def test_a_toast_stays_whole_when_the_page_under_it_becomes_narrower(qtbot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(1200, 700)
    toast = kit.Toast(ground)
    ground.show()
    toast.show_words("Finished. It will go by itself when there is a signal.")
    ground.resize(1000, 600)
    assert ground.rect().contains(toast.geometry())


# -- fields -------------------------------------------------------------------------------------------------------------


def test_a_field_is_named_by_its_label_and_described_by_hint_and_trouble() -> None:
    line = kit.TextLine()
    frame = kit.FieldFrame("For how long?", line, hint="In minutes")
    assert line.accessibleName() == "For how long?"
    assert frame.label.buddy() is line
    assert line.accessibleDescription() == "In minutes"
    frame.set_trouble("Enter minutes as a number, like 20")
    assert line.accessibleDescription().startswith("Enter minutes as a number, like 20")
    assert not frame.trouble.isHidden()
    frame.set_trouble(None)
    assert frame.trouble.isHidden()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/3/2026", "2026-03-12"),
        ("12.3.26", "2026-03-12"),
        ("1 March 2018", "2018-03-01"),
        ("1 Mawrth 2018", "2018-03-01"),
        ("5 Mar", "2026-03-05"),
        ("2026-03-12", "2026-03-12"),
        ("3/4/75", "1975-04-03"),
        ("31/2/2026", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_here_write_it(typed: str, day: str | None) -> None:
    assert kit.read_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("14:32", "14:32"),
        ("14.32", "14:32"),
        ("1432", "14:32"),
        ("9", "09:00"),
        ("2pm", "14:00"),
        ("12 am", "00:00"),
        ("25:00", None),
        ("13pm", None),
        ("soon", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, time: str | None) -> None:
    assert kit.read_time(typed) == time


def test_what_is_no_day_is_kept_as_typed_and_passed_on(qtbot: QtBot) -> None:
    field = kit.DateField(today=TODAY)
    qtbot.addWidget(field)
    heard: list[str] = []
    field.answered.connect(heard.append)
    qtbot.keyClicks(field.line.line, "soonish")
    assert heard[-1] == "soonish"
    assert field.line.text() == "soonish"


def test_a_typed_day_is_shown_in_words_when_left(shown, qtbot: QtBot) -> None:
    field, other = kit.DateField(today=TODAY), kit.TextLine()
    shown(page(field, other))
    field.line.line.setFocus()
    qtbot.keyClicks(field.line.line, "5/3")
    assert field.value() == "2026-03-05"
    other.setFocus()
    qtbot.waitUntil(lambda: field.line.text() == "5 March 2026")


def test_up_and_down_step_a_number_and_leave_other_words_alone(qtbot: QtBot) -> None:
    field = kit.NumberField("20", unit="minutes")
    qtbot.addWidget(field)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.text() == "21"
    field.set_text("twenty")
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.text() == "twenty"


# -- editors ------------------------------------------------------------------------------------------------------------


def test_an_editor_grows_with_its_words_to_twelve_lines_then_scrolls(shown) -> None:
    editor = kit.KindEditor("words", "One line.")
    shown(page(editor))
    small = editor.heightForWidth(600)
    editor.set_text("\n".join(f"line {n}" for n in range(8)))
    middle = editor.heightForWidth(600)
    editor.set_text("\n".join(f"line {n}" for n in range(40)))
    large = editor.heightForWidth(600)
    editor.set_text("\n".join(f"line {n}" for n in range(80)))
    assert small < middle < large == editor.heightForWidth(600)


def test_tab_leaves_an_editor_and_puts_no_tab_in_it(shown, qtbot: QtBot) -> None:
    first, second = kit.KindEditor("saw", ""), kit.KindEditor("think", "")
    shown(page(first, second))
    first.text_edit.setFocus()
    qtbot.keyClick(first.text_edit, Qt.Key.Key_Tab)
    assert second.text_edit.hasFocus()
    assert first.text() == ""


def test_pasted_words_lose_their_formatting(qtbot: QtBot) -> None:
    from PySide6.QtCore import QMimeData

    editor = kit.KindEditor("words", "")
    qtbot.addWidget(editor)
    pasted = QMimeData()
    pasted.setHtml("<b>On</b> the <i>landing</i>")
    pasted.setText("On the landing")
    editor.text_edit.insertFromMimeData(pasted)
    assert editor.text() == "On the landing"
    assert "<b>" not in editor.text_edit.document().toHtml()


def test_showing_the_same_words_leaves_caret_and_undo_alone(qtbot: QtBot) -> None:
    editor = kit.LinesEditor("He keeps watch")
    qtbot.addWidget(editor)
    editor.set_caret(5)
    editor.insert("really ")
    editor.set_text("He keepsreally  watch"[:0] + editor.text())
    assert editor.caret() == 12
    assert editor.text_edit.document().isUndoAvailable()


def test_only_a_persons_change_is_announced(qtbot: QtBot) -> None:
    editor = kit.LinesEditor("a")
    qtbot.addWidget(editor)
    heard: list[str] = []
    editor.answered.connect(heard.append)
    editor.set_text("b")
    assert heard == []
    editor.insert("c")
    assert len(heard) == 1


def test_the_three_kinds_have_three_labels_and_hints() -> None:
    assert {kit.kind_label(kind) for kind in ("words", "saw", "think")} == {
        "Their words",
        "What I saw",
        "What I think",
    }
    assert kit.kind_label_of("words", "Rowan", "Asha") == "Rowan’s words"
    assert kit.kind_label_of("saw", "Rowan", "Asha") == "What Asha saw"


# -- choosing -----------------------------------------------------------------------------------------------------------

SEEN = [kit.Choice("alone", "Yes, alone"), kit.Choice("with", "With someone"), kit.Choice("no", "Not seen")]


def test_a_row_of_choices_is_one_tab_stop_and_arrows_move_without_choosing(shown, qtbot: QtBot) -> None:
    before, seen, after = kit.TextLine(), kit.Segmented(SEEN), kit.TextLine()
    window = shown(page(before, seen, after))
    heard: list[str] = []
    seen.chosen.connect(heard.append)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget().text() == "Yes, alone"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert window.focusWidget().text() == "With someone"
    assert heard == []
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert heard == ["with"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget().text() == "With someone"


def test_pressing_the_chosen_one_again_takes_the_answer_back_where_that_is_allowed(qtbot: QtBot) -> None:
    free, fixed = kit.Segmented(SEEN, "alone"), kit.Segmented(SEEN, "alone", may_clear=False)
    qtbot.addWidget(free)
    qtbot.addWidget(fixed)
    free._segments[0].click()
    fixed._segments[0].click()
    assert (free.value(), fixed.value()) == ("", "alone")


def test_choices_stand_in_a_column_where_the_row_would_not_fit(shown) -> None:
    seen = kit.Segmented(SEEN)
    wide, narrow = seen.heightForWidth(600), seen.heightForWidth(180)
    assert narrow >= 3 * wide


def test_choices_are_radio_buttons_to_a_screen_reader(shown) -> None:
    seen = kit.Segmented(SEEN, "alone")
    shown(page(seen))
    interface = QAccessible.queryAccessibleInterface(seen._segments[0])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.state().checked


def test_a_long_list_can_be_searched_and_keeps_what_is_ticked_in_sight(qtbot: QtBot) -> None:
    many = kit.ChoiceList([kit.Choice(f"c{n}", f"Choice {n}") for n in range(12)], ("c3",), many=True)
    qtbot.addWidget(many)
    assert not many.find_line.isHidden()
    many.find_line.answered.emit("Choice 11")
    shown = [m.text() for m in many._members if not m.isHidden()]
    assert shown == ["Choice 3", "Choice 11"]


def test_a_name_the_list_no_longer_has_is_not_thrown_away(qtbot: QtBot) -> None:
    many = kit.ChoiceList([kit.Choice("a", "A"), kit.Choice("b", "B")], ("gone", "a"), many=True)
    qtbot.addWidget(many)
    many._members[1].click()
    assert many.values() == ("a", "b", "gone")


# -- cards --------------------------------------------------------------------------------------------------------------


def test_masked_words_show_only_while_held(shown, qtbot: QtBot) -> None:
    masked = kit.MaskedText("Address hidden. Hold to show", "2 Sallow Cottages")
    shown(page(masked))
    seen: list[bool] = []
    masked.shown.connect(lambda: seen.append(True))
    QTest.mousePress(masked, Qt.MouseButton.LeftButton)
    assert not masked.is_open()
    qtbot.waitUntil(masked.is_open, timeout=5_000)
    assert masked.accessibleName() == "2 Sallow Cottages"
    QTest.mouseRelease(masked, Qt.MouseButton.LeftButton)
    assert not masked.is_open()
    assert masked.accessibleName() == "Address hidden. Hold to show"
    assert seen == [True]


def test_a_quote_is_read_with_quote_first() -> None:
    card = kit.QuoteCard("I want a door that shuts.", "Rowan, 5 March.", who="Rowan")
    assert card.accessibleName().startswith("Quote, Rowan: I want a door that shuts.")


def test_a_removed_row_folds_up_and_can_be_put_back() -> None:
    card = kit.RepeatCard("Mair Price")
    card.set_removed(True)
    assert not card.undo.isHidden()
    assert card._body.isHidden()
    card.set_removed(False)
    assert not card._body.isHidden()


def test_differences_are_said_as_words_and_not_by_colour_alone() -> None:
    card = kit.CompareCard("SO", "Sam", "Tue", [kit.Difference("High", "changed")], "Use Sam’s answer")
    texts = [t.words() for t in card.findChildren(kit.Text)]
    assert "High (changed)" in texts


# -- genogram and timeline ----------------------------------------------------------------------------------------------


def person(
    name: str, x: float, row: int, shape: str = "circle", *, child: bool = False, home: bool = False
) -> Node:
    return Node(name, x, row, shape, "8", name, "", child, False, home, False, f"{name}, 8")  # type: ignore[arg-type]


DRAWING = Drawing(
    (
        person("Gareth", 0, 0, "square"),
        person("Ania", 2, 0, home=True),
        person("Maja", 0.4, 1, child=True, home=True),
        person("Rowan", 1.6, 1, "square", child=True, home=True),
    ),
    (Couple("Gareth", "Ania", True),),
    (Descent(("Ania", "Gareth"), ("Maja", "Rowan")),),
    (),
    ("Ania", "Maja", "Rowan"),
    3.0,
    2,
)


def test_arrows_walk_the_genogram_and_enter_chooses(shown, qtbot: QtBot) -> None:
    drawing = kit.Genogram(DRAWING)
    window = shown(page(drawing))
    heard: list[str] = []
    drawing.chosen.connect(heard.append)
    drawing.picture.people["Maja"].setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert window.focusWidget().node.person == "Rowan"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert window.focusWidget().node.person == "Ania"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert heard == ["Ania"]
    drawing.whole.click()
    assert heard == ["Ania", ""]


def test_the_list_twin_holds_everybody_and_takes_over_where_the_drawing_would_not_fit(
    shown, qtbot: QtBot
) -> None:
    drawing = kit.Genogram(DRAWING)
    window = shown(page(drawing), 1000)
    assert not drawing.picture.isHidden()
    assert set(drawing.rows) == {"Gareth", "Ania", "Maja", "Rowan"}
    drawing.twin.click()
    qtbot.waitUntil(drawing.list.isVisible)
    drawing.twin.click()
    qtbot.waitUntil(drawing.picture.isVisible)
    window.resize(180, 700)
    qtbot.waitUntil(drawing.list.isVisible)
    assert drawing.twin.isHidden()


def test_a_chronology_shows_fifty_and_says_of_how_many(shown, qtbot: QtBot) -> None:
    lines = kit.Timeline()
    lines.set_rows([kit.TimelineRow(str(n), "5 Mar", "2026", "phone", f"Call {n}") for n in range(120)])
    shown(kit.Scroll(kit.column(lines)))
    qtbot.waitUntil(lambda: len(lines.cards) == 50)
    assert lines.count.words() == "Showing 1 to 50 of 120"
    lines.more.click()
    qtbot.waitUntil(lambda: len(lines.cards) == 100)
    assert lines.more.words() == "Show 20 more"


def test_arrows_go_through_the_rows_and_enter_opens(shown, qtbot: QtBot) -> None:
    lines = kit.Timeline()
    lines.set_rows([kit.TimelineRow(str(n), "5 Mar", "2026", "phone", f"Call {n}") for n in range(3)])
    window = shown(page(lines))
    qtbot.waitUntil(lines.is_whole)
    heard: list[str] = []
    lines.opened.connect(heard.append)
    lines.cards["0"].setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert heard == ["1"]


# -- messages -----------------------------------------------------------------------------------------------------------


def test_a_dialog_keeps_the_keyboard_gives_the_safe_button_focus_and_esc_leaves(shown, qtbot: QtBot) -> None:
    line = kit.TextLine()
    host = shown(page(line))
    line.setFocus()
    dialog = kit.Dialog(
        host,
        "Stop carrying this family?",
        "It stays at the service.",
        [("stop", "Stop carrying", "danger"), ("keep", "Keep it", "plain")],
        safe="keep",
    )
    heard: list[str] = []
    dialog.answered.connect(heard.append)
    assert dialog.buttons["keep"].hasFocus()
    qtbot.keyClick(dialog.buttons["keep"], Qt.Key.Key_Tab)
    assert dialog.buttons["stop"].hasFocus()
    qtbot.keyClick(dialog.buttons["stop"], Qt.Key.Key_Escape)
    assert heard == [""]
    assert line.hasFocus()


def test_a_dialog_answers_also_when_what_had_the_keyboard_is_gone_meanwhile(shown, qtbot: QtBot) -> None:
    before, other = kit.TextLine(), kit.TextLine()
    host = shown(page(before, other))
    before.setFocus()
    dialog = kit.Dialog(host, "Stop?", "It stays.", [("keep", "Keep it", "plain")], safe="keep")
    heard: list[str] = []
    dialog.answered.connect(heard.append)
    with qtbot.waitSignal(before.destroyed):
        before.deleteLater()
    qtbot.keyClick(dialog.buttons["keep"], Qt.Key.Key_Return)
    assert heard == ["keep"]
    assert other.hasFocus()


def test_a_summary_links_to_every_trouble(qtbot: QtBot) -> None:
    summary = kit.ErrorSummary()
    qtbot.addWidget(summary)
    heard: list[str] = []
    summary.go_requested.connect(heard.append)
    summary.show_troubles("Two answers need another look", [("a", "For how long?"), ("b", "Who was there?")])
    summary.links[1].click()
    assert heard == ["b"]
    summary.show_troubles("", [])
    assert summary.isHidden()


# -- pin, focus ---------------------------------------------------------------------------------------------------------


def test_a_pin_is_entered_by_keys_or_keyboard_and_never_shown(shown, qtbot: QtBot) -> None:
    pad = PinPad()
    shown(page(pad))
    heard: list[str] = []
    pad.entered.connect(heard.append)
    pad.keys["1"].click()
    pad.setFocus()
    qtbot.keyClicks(pad, "2")
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    qtbot.keyClicks(pad, "234")
    assert heard == ["1234"]
    assert min(pad.keys["1"].width(), pad.keys["1"].height()) >= theme.tokens()["size"]["childTargetMin"]


def test_the_find_line_of_a_long_list_has_a_name(shown) -> None:
    choices = kit.ChoiceList([kit.Choice(str(n), f"Choice {n}") for n in range(12)])
    shown(page(choices))
    assert choices.find_line.line.accessibleName() == "Find in this list"


@pytest.mark.parametrize("step", theme.text_steps())
def test_a_line_is_as_tall_measured_as_laid_out_in_every_text_style(qapp, step: float) -> None:
    theme.use(theme.Theme(step=step), qapp)
    for style, kind in theme.tokens()["type"].items():
        if not isinstance(kind, dict) or "line" not in kind:
            continue
        for runs in ([kit.Run("Ŵyth – “ŷ” … Éffi")], [kit.Run("Ivo "), kit.Run("7 years", "caption")]):
            text = kit.Text("", style)
            text.set_runs(runs)
            width = text._natural_width()
            assert text.heightForWidth(width) == round(text._lay(width)[1]), style


def test_the_ring_stands_around_the_whole_control_and_follows_the_keyboard(shown, qtbot: QtBot) -> None:
    first, second = kit.Button("First"), kit.KindEditor("words", "")
    window = shown(page(first, second))
    follower = kit.FocusRing._installed
    assert follower is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    ring = follower.ring
    assert ring is not None
    assert ring.isVisible()
    around = ring.geometry().adjusted(reach(), reach(), -reach(), -reach())
    assert around.contains(second.geometry().adjusted(1, 1, -1, -1))
    assert ring.parentWidget() is window


def test_a_press_with_the_mouse_hides_the_ring_and_the_next_key_that_moves_brings_it_back(
    shown, qtbot: QtBot
) -> None:
    first, second = kit.Button("First"), kit.Button("Second")
    window = shown(page(first, second)).windowHandle()
    follower = kit.FocusRing._installed
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert follower.ring.isVisible()
    QTest.mouseClick(
        window, Qt.MouseButton.LeftButton, pos=first.mapTo(first.window(), first.rect().center())
    )
    assert not follower.ring.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert follower.ring.isVisible()


def test_the_page_scrolls_to_where_the_keyboard_goes(shown, qtbot: QtBot) -> None:
    lines = [kit.TextLine() for _ in range(40)]
    scroll = shown(kit.Scroll(kit.column(*lines, margins=6)), 600, 400)
    assert isinstance(scroll, QScrollArea)
    lines[0].setFocus(Qt.FocusReason.TabFocusReason)
    for line in lines[:-1]:
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert isinstance(scroll.focusWidget(), QLineEdit)
    top = lines[-1].mapTo(scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= scroll.viewport().height() - lines[-1].height()
