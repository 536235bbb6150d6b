"""Drafts: what was begun, where it stopped, and what can still be put back."""

from __future__ import annotations

from datetime import datetime

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import reopen_note, start_note
from fieldapp.ui.drafts.presenter import DraftsPresenter
from fieldapp.ui.drafts.view import DraftsPage
from fieldapp.ui.kit import Button
from fieldapp.ui.shell import Person, Shell, ShellPresenter
from fieldapp.ui.window import AppWindow

DAY_MS = 24 * 60 * 60 * 1000


def begin(world: World, label: str, form_id: str = "home_visit", kind: str = "visit") -> str:
    form, _ = world.workplace.newest_form(form_id)
    draft = world.store.open_draft(
        doc=world.workplace.fresh_id(), scope=world.scope(label), kind=kind, form=form
    )
    return draft.id


@pytest.fixture
def presenter(world: World) -> DraftsPresenter:
    return DraftsPresenter(world.desk)


@pytest.fixture
def page(world: World, presenter: DraftsPresenter, shown):
    made = shown(DraftsPage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_drafts_stand_by_family_with_where_they_stopped_and_when_they_were_saved(world, presenter):
    draft = begin(world, "Tarrowby")
    save_draft(world.workplace, draft, {"arrive/access": "in"}, place={"key": "arrive/access"})
    begin(world, "Vale")
    state = presenter.show(presenter.read())
    assert [group.label for group in state.groups] == ["Tarrowby", "Vale"]
    row = state.groups[0].rows[0]
    assert row.title == "Home visit"
    assert row.stopped == "You stopped at “Were you let in?”."
    assert row.saved == "Last saved today 09:00"
    assert row.age == "Begun today"
    assert state.announce == "Drafts, 2"


def test_the_draft_written_last_is_the_one_to_go_on_with(world, presenter):
    begin(world, "Tarrowby")
    world.clock.advance(60_000)
    newest = begin(world, "Vale")
    assert presenter.show(presenter.read()).newest == newest


def test_two_unfinished_notes_of_one_kind_are_said_once_above_them(world, presenter):
    begin(world, "Tarrowby")
    begin(world, "Tarrowby")
    group = presenter.show(presenter.read()).groups[0]
    assert group.twins == "Two unfinished notes: Home visit. Look at both before you finish one."


def test_a_removed_draft_is_kept_for_thirty_days_and_comes_back_as_it_was(world, presenter):
    draft = begin(world, "Tarrowby")
    save_draft(world.workplace, draft, {"prep/want_to_know": "Ask about the torch."})
    presenter.discard(draft)
    world.clock.advance(3 * DAY_MS)
    gone = presenter.show(presenter.read()).gone
    assert [(row.title, row.left) for row in gone] == [("Home visit", "Kept for 27 more days")]
    assert presenter.put_back(draft)
    assert world.store.draft(draft).answers["prep/want_to_know"] == "Ask about the torch."
    assert presenter.show(presenter.read()).gone == ()


def test_with_no_drafts_the_page_says_what_comes_here(presenter):
    state = presenter.show(presenter.read())
    assert state.empty == "No drafts. What you begin and do not finish waits here."


def test_the_page_says_that_drafts_stay_here(page):
    assert "Drafts stay on this laptop until you finish them." in texts(page)


def test_going_on_is_the_one_filled_button_and_has_the_keyboard(world, presenter, shown, qtbot):
    draft = begin(world, "Tarrowby")
    begin(world, "Vale")
    world.clock.advance(60_000)
    save_draft(world.workplace, draft, {"arrive/access": "in"})
    page = shown(DraftsPage(presenter, world.around), 1048, 760)
    page.opened()
    world.settle(page)
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Go on writing"]
    with qtbot.waitSignal(page.open_draft_requested) as asked:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [draft]


def test_removing_says_how_long_it_is_kept_and_undo_brings_it_back(world, page, qtbot):
    draft = begin(world, "Tarrowby")
    page.refresh()
    world.settle(page)
    with qtbot.waitSignal(page.removed) as told:
        button(page, "Remove").click()
    assert told.args == [draft, "Removed. It is kept for 30 days."]
    world.settle(page)
    assert "Put back" in texts(page)
    page.undo_remove(draft)
    world.settle(page)
    assert "Go on writing" in texts(page)


def test_pressing_twice_before_the_list_is_drawn_anew_removes_once_and_puts_back_once(world, page):
    begin(world, "Tarrowby")
    page.refresh()
    world.settle(page)
    heard: list[str] = []
    page.removed.connect(lambda draft, _words: heard.append(draft))
    remove = button(page, "Remove")
    remove.click()
    remove.click()
    assert len(heard) == 1
    world.settle(page)
    back = button(page, "Put back")
    back.click()
    back.click()
    world.settle(page)
    assert "Go on writing" in texts(page)


def test_when_the_last_draft_goes_the_keyboard_stays_with_the_drafts(world, presenter, shown, qtbot):
    draft = begin(world, "Tarrowby")
    shell = Shell(ShellPresenter(Person("Nia", "practitioner", "N", "")), lambda: datetime(2026, 3, 5, 9, 0))
    for name in ("today", "drafts"):
        shell.add_page(name, lambda _argument: DraftsPage(presenter, world.around))
    shell.start()
    window = AppWindow()
    window.show_page(shell)
    shown(window)
    shell.presenter.go("drafts")
    page = world.settle(shell.page_here())
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    presenter.discard(draft)
    page.refresh()
    world.settle(page)
    here = shell.rail.buttons["drafts"]
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is here or page.isAncestorOf(QApplication.focusWidget())
    )


def test_notes_about_two_children_say_whose_they_are_and_are_no_twins(world, presenter):
    scope = world.scope("Tarrowby")
    for child in ("Ivo", "Tansy"):
        start_note(world.workplace, "wishes_and_feelings", scope, child=world.child("Tarrowby", child))
    group = presenter.show(presenter.read()).groups[0]
    assert {row.title for row in group.rows} == {"Wishes and feelings, Ivo", "Wishes and feelings, Tansy"}
    assert group.twins == ""


def test_a_change_of_a_childs_record_says_whose(world, presenter):
    scope = world.scope("Tarrowby")
    tansy = world.child("Tarrowby", "Tansy")
    record = next(one for one in world.store.documents(scope, ["child"]) if one.text("person") == tansy)
    reopen_note(world.workplace, record.id)
    (row,) = presenter.show(presenter.read()).groups[0].rows
    assert row.title.endswith(", Tansy")
