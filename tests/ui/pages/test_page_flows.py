"""How many presses a day's work takes, counted on the whole window (interface design, section 5).

A press is a key with a command or a click; typing and Tab are free. Sync is not running: nothing here needs it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_world import World
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from fieldapp.commands.edit_document import edit_document
from fieldapp.ui.kit import Button
from fieldapp.ui.session import Session
from fieldapp.ui.window import AppWindow

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Desktop:
    """The window with everything in it, and a count of presses."""

    def __init__(self, session: Session, world: World) -> None:
        self.session, self.world, self.presses = session, world, 0

    @property
    def page(self):  # type: ignore[no-untyped-def]
        return self.session.shell.page_here()

    @property
    def where(self) -> str:
        return self.session.presenter.state.where.page

    def settle(self):  # type: ignore[no-untyped-def]
        while self.session.is_opening_note:
            QTest.qWait(1)
        if hasattr(self.page, "is_settled"):
            self.world.settle(self.page)
        return self.page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        QTest.keyClick(self.session.window.focusWidget(), key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.session.window.focusWidget(), words)


@pytest.fixture
def desktop(world: World, qtbot) -> Iterator[Desktop]:
    window = AppWindow()
    qtbot.addWidget(window)
    session = Session(
        world.store,
        world.folder,
        window,
        clock=world.clock,
        entropy=world.workplace.entropy,
        make_sync=None,
        check_passphrase=lambda _typed: False,
    )
    session.begin()
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made = Desktop(session, world)
    made.settle()
    yield made
    session.bridge.close()
    session.tasks.close()
    session.desk.close()


def test_any_family_is_two_presses_away(desktop, qtbot):
    """Ctrl+K, type · Enter."""
    desktop.press(Qt.Key.Key_K, CTRL)
    desktop.type("tarrow")
    qtbot.waitUntil(lambda: desktop.page.presenter.facts.text == "tarrow", timeout=20_000)
    desktop.press(Qt.Key.Key_Return)
    assert (desktop.where, desktop.presses) == ("family", 2)
    assert desktop.page.accessibleName() == "Tarrowby, 3 children, plan"


def test_a_family_nobody_knows_is_begun_from_the_search_that_did_not_find_it(desktop, qtbot):
    """Ctrl+K, type · Enter on "Add a new family" · Check and finish · Finish note."""
    desktop.press(Qt.Key.Key_K, CTRL)
    desktop.type("Ottercombe")
    qtbot.waitUntil(lambda: desktop.page.presenter.facts.text == "Ottercombe", timeout=20_000)
    desktop.settle()
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert desktop.where == "note"
    (draft,) = [one for one in desktop.world.store.drafts() if one.kind == "family"]
    assert draft.doc == draft.scope
    from fieldapp.commands.finish import finish_note

    finish_note(desktop.world.workplace, draft.id)
    assert desktop.world.store.document(draft.scope).text("label") == "Ottercombe"


def test_deciding_takes_three_presses(desktop):
    """Needs your decision · choose · Save decision."""
    desktop.press(Qt.Key.Key_4, CTRL)
    desktop.press(Qt.Key.Key_Right)
    desktop.page.why.setFocus()
    desktop.type("Sam spoke with Bryony after I wrote mine")
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert desktop.presses == 3
    assert desktop.world.store.counts().decisions == 0


def test_a_held_note_takes_two_presses(desktop):
    """Waiting to send · the filled button: the held item is chosen already."""
    edit_document(
        desktop.world.workplace, desktop.world.scope("Vale"), {"adjustments": "Large print for Odette."}
    )
    desktop.world.answers("held", "forbidden_scope")
    desktop.press(Qt.Key.Key_5, CTRL)
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert (desktop.where, desktop.presses) == ("record", 2)


def test_a_visit_note_is_one_press_from_today(desktop):
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert (desktop.where, desktop.presses) == ("note", 1)


def test_ready_before_leaving_is_one_press(desktop, qtbot):
    """The carry-check button: here one answer waits to be decided."""
    button = next(
        b for b in desktop.page.findChildren(type(desktop.page.primary())) if b.words() == "Decide now"
    )
    button.click()
    assert desktop.where == "decisions"


def test_ctrl_k_in_the_middle_of_a_search_begins_another(desktop):
    desktop.press(Qt.Key.Key_K, CTRL)
    desktop.type("breakfast")
    desktop.settle()
    desktop.press(Qt.Key.Key_K, CTRL)
    desktop.type("tarr")
    assert desktop.settle().words.line.text() == "tarr"


def test_on_an_empty_page_the_keyboard_stands_at_its_name_in_the_rail(desktop):
    desktop.press(Qt.Key.Key_3, CTRL)
    assert desktop.where == "drafts"
    QTest.qWait(20)
    assert desktop.session.window.focusWidget() is desktop.session.shell.rail.buttons["drafts"]


def test_alt_left_comes_back_to_where_the_keyboard_was(desktop):
    start = desktop.session.window.focusWidget()
    desktop.press(Qt.Key.Key_2, CTRL)
    desktop.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desktop.where == "today"
    QTest.qWait(1)
    assert desktop.session.window.focusWidget() is start


def test_every_page_says_its_name_and_state_on_opening(desktop):
    said = []
    for key in (
        Qt.Key.Key_1,
        Qt.Key.Key_2,
        Qt.Key.Key_3,
        Qt.Key.Key_4,
        Qt.Key.Key_5,
        Qt.Key.Key_6,
        Qt.Key.Key_7,
    ):
        desktop.press(key, CTRL)
        said.append(desktop.page.accessibleName())
    assert said == [
        "Today, 2 visits, next Rhydwen-Pugh",
        "Families, 3, 3 on this laptop",
        "Drafts, none",
        "Risk level, two answers, High shown",
        "Waiting to send, nothing is waiting",
        "Find",
        "On this laptop, 3 families, 0 not sent",
    ]


def test_the_window_never_says_a_familys_name_outside(desktop):
    desktop.session.go("family", desktop.world.scope("Tarrowby"))
    desktop.settle()
    assert desktop.session.window.windowTitle() == "Fieldapp"


def on_the_people_of(desktop, label):
    """The page of a family's people, the keyboard on "Change details" of the first."""
    desktop.session.go("people", desktop.world.scope(label))
    desktop.settle()
    change = next(b for b in desktop.page.findChildren(Button) if b.words() == "Change details")
    change.setFocus(Qt.FocusReason.TabFocusReason)
    return desktop


def drafts(desktop):
    return desktop.world.store.drafts()


def test_details_opened_and_left_untouched_leave_no_draft_behind(desktop):
    on_the_people_of(desktop, "Tarrowby").press(Qt.Key.Key_Return)
    assert (desktop.where, len(drafts(desktop))) == ("note", 1)
    desktop.press(Qt.Key.Key_Left, ALT)
    assert (desktop.where, drafts(desktop)) == ("people", [])
    assert desktop.world.store.discarded_drafts() == []


def test_details_left_untouched_for_another_page_are_passed_by_on_the_way_back(desktop):
    on_the_people_of(desktop, "Tarrowby").press(Qt.Key.Key_Return)
    desktop.press(Qt.Key.Key_1, CTRL)
    assert (desktop.where, drafts(desktop)) == ("today", [])
    desktop.press(Qt.Key.Key_Left, ALT)
    assert desktop.where == "people"


def test_one_letter_written_is_a_draft_that_stays(desktop, qtbot):
    on_the_people_of(desktop, "Tarrowby").press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desktop.session.window.focusWidget(), QLineEdit))
    desktop.type("x")
    desktop.press(Qt.Key.Key_Left, ALT)
    assert (desktop.where, len(drafts(desktop))) == ("people", 1)


def test_a_new_note_only_looked_away_from_waits_and_goes_when_left_by_going_back(desktop):
    desktop.session.start_note("home_visit", desktop.world.scope("Tarrowby"))
    desktop.settle()
    desktop.press(Qt.Key.Key_2, CTRL)
    assert len(drafts(desktop)) == 1
    desktop.press(Qt.Key.Key_Left, ALT)
    assert desktop.where == "note"
    desktop.press(Qt.Key.Key_Left, ALT)
    assert (desktop.where, drafts(desktop)) == ("today", [])


def test_direct_work_is_set_up_with_the_keyboard_on_the_first_child_and_all_its_parts_follow(desktop, qtbot):
    scope = desktop.world.scope("Tarrowby")
    desktop.session.start_direct_work(scope, "")
    desktop.settle()
    page = desktop.page
    assert desktop.where == "direct_work"
    qtbot.waitUntil(page.is_whole)
    qtbot.waitUntil(lambda: page.children_list.isAncestorOf(desktop.session.window.focusWidget()))
    names = [choice.label for choice in page._presenter.state().earshot]
    assert [mark.text().replace("&&", "&") for mark in page.earshot._members] == names
    assert all(tile.isVisible() and not tile.isEnabled() for tile in page.tiles().values())


def test_with_the_child_known_the_keyboard_waits_on_the_first_activity(desktop, qtbot):
    scope, child = desktop.world.scope("Tarrowby"), desktop.world.child("Tarrowby", "Tansy")
    desktop.session.start_direct_work(scope, child)
    desktop.settle()
    first = next(iter(desktop.page.tiles().values()))
    qtbot.waitUntil(lambda: desktop.session.window.focusWidget() is first)


def test_whoever_goes_elsewhere_while_direct_work_is_being_read_is_left_there(desktop):
    desktop.session.start_direct_work(desktop.world.scope("Tarrowby"), "")
    desktop.session.go("drafts")
    desktop.settle()
    assert desktop.where == "drafts"


def test_the_way_back_from_direct_work_leads_past_the_page_that_asked_for_the_family(desktop):
    desktop.session.begin_form("wishes_and_feelings")
    desktop.settle()
    assert desktop.where == "begin"
    desktop.session.begin_for("wishes_and_feelings", desktop.world.scope("Tarrowby"))
    desktop.settle()
    assert desktop.where == "direct_work"
    desktop.session.go_back()
    assert desktop.where == "today"


def test_new_note_offers_the_form_that_was_begun_last_first(desktop, qtbot):
    """The draft is told of before its form is noted as used: what was read in between was the old order."""
    offered = lambda: desktop.session.shell._forms[0][0]  # noqa: E731
    assert offered() == "home_visit"
    desktop.session.start_note("early_help_assessment", desktop.world.scope("Tarrowby"))
    desktop.settle()
    qtbot.waitUntil(lambda: offered() == "early_help_assessment")
