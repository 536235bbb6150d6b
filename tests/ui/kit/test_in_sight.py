"""What has the keyboard stays wholly in sight on a page that scrolls: interface design sections 3 and 9."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.ui import kit, theme


class PageWithFoot(QWidget):
    """Forty lines that scroll, and under them a foot that stays."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [kit.TextLine() for _ in range(40)]
        self.above = kit.Text("It grows. " * 60)
        self.above.hide()
        self.scroll = kit.Scroll(kit.column(self.above, *self.lines, margins=6))
        self.foot = kit.Panel(kit.column(kit.Button("Save", "primary"), margins=6))
        self.foot.hide()
        self.setLayout(kit.column(self.scroll, self.foot, gap=0))

    def last_wholly_seen(self):
        return [line for line in self.lines if self.shows(line)][-1]

    def shows(self, line):
        top = line.mapTo(self.scroll.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + line.height() <= self.scroll.viewport().height()


@pytest.fixture
def page(shown, qtbot):
    """The keyboard stands on the last line that is in sight."""
    made = shown(PageWithFoot(), 600, 500)
    made.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
    target = made.last_wholly_seen()
    while QApplication.focusWidget() is not target:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    made.here = target
    return made


def test_a_foot_that_appears_leaves_what_has_the_keyboard_in_sight(page, qtbot):
    page.foot.show()
    qtbot.waitUntil(lambda: page.shows(page.here))


def test_a_part_above_that_grows_leaves_what_has_the_keyboard_in_sight(page, qtbot):
    page.above.show()
    qtbot.waitUntil(lambda: page.lines[0].y() > page.above.height() > 0)
    qtbot.waitUntil(lambda: page.shows(page.here))


def test_larger_text_leaves_what_has_the_keyboard_in_sight(page, qtbot):
    before = page.here.height()
    theme.use(theme.Theme(step=1.5), QApplication.instance())
    qtbot.waitUntil(lambda: page.here.height() > before and page.shows(page.here))


def test_where_a_person_scrolled_it_away_it_is_left(page, qtbot):
    bar = page.scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.foot.show()
    qtbot.waitUntil(lambda: page.foot.height() > 0 and bar.maximum() > 0)
    QApplication.processEvents()
    assert not page.shows(page.here)
