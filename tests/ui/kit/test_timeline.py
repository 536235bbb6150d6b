"""A long chronology by keyboard: one Tab stop, arrows inside it (interface design section 3)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.ui import kit


@pytest.fixture
def lines(shown, qtbot):
    """Forty rows and, after them in reading order, a button; the keyboard on the first row."""
    made = kit.Timeline()
    made.set_rows([kit.TimelineRow(str(n), "5 Mar", "2026", "phone", f"Call {n}") for n in range(40)])
    made.after = kit.Button("Open the plan")
    shown(kit.Scroll(kit.column(made, made.after)), 600, 400)
    qtbot.waitUntil(made.is_whole)
    made.cards["0"].setFocus(Qt.FocusReason.TabFocusReason)
    return made


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget()


def test_one_tab_leads_past_all_the_rows(lines, qtbot):
    assert press(qtbot, Qt.Key.Key_Tab) is lines.after


def test_tab_comes_back_to_the_row_it_left(lines, qtbot):
    assert press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab) is lines.after
    assert press(qtbot, Qt.Key.Key_Backtab) is lines.cards["2"]


def test_home_and_end_go_to_the_first_and_the_last_row(lines, qtbot):
    assert press(qtbot, Qt.Key.Key_End) is lines.cards["39"]
    assert press(qtbot, Qt.Key.Key_Home) is lines.cards["0"]


def test_a_sentence_that_ends_in_a_full_stop_is_read_with_one(shown):
    made = kit.Timeline()
    made.set_rows(
        [kit.TimelineRow("1", "5 Mar", "2026", "phone", "Call", ("Nobody was in.",), mark_words="Sent")]
    )
    shown(made)
    assert made.cards["1"].accessibleName() == "5 Mar. 2026. Call. Nobody was in. Sent"
