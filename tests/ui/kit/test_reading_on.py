"""A long page is read with the keyboard, whatever on it has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.ui import kit


@pytest.fixture
def page(shown):
    """Two buttons in the header and ten screens of words under it."""
    buttons = kit.row(kit.Button("Print"), kit.Button("Change this", "primary"))
    made = kit.Page(buttons, kit.column(*(kit.Text(f"Line {n}") for n in range(200))))
    shown(made, 600, 400)
    made.header.findChildren(kit.Button)[1].setFocus(Qt.FocusReason.TabFocusReason)
    return made


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_page_down_and_page_up_scroll_from_a_button_in_the_header(page, qtbot):
    bar = page.scroller.verticalScrollBar()
    press(qtbot, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.pageStep()
    press(qtbot, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_end_and_home_go_to_the_end_and_back(page, qtbot):
    bar = page.scroller.verticalScrollBar()
    press(qtbot, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    press(qtbot, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_with_ctrl_the_keys_are_left_to_the_sections_of_a_note(page, qtbot):
    press(qtbot, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.scroller.verticalScrollBar().value() == 0
