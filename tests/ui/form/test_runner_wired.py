"""The runner on a real store, through the real commands and the session of the shell: from a visit begun to filed."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldapp.commands.edit_document import add_document
from fieldapp.commands.pass_back import set_pin
from fieldapp.commands.start_note import reopen_note, start_note
from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert_bytes
from fieldapp.ui.child.afterwards_view import AfterwardsPage
from fieldapp.ui.child.frame import ChildFrame
from fieldapp.ui.child.setup_view import SetupPage
from fieldapp.ui.early_help.view import AssessmentPage
from fieldapp.ui.form.opening import open_runner
from fieldapp.ui.form.pages import forget_note
from fieldapp.ui.form.view import FormRunnerPage
from fieldapp.ui.moving.view import MovePage
from fieldapp.ui.session import Session
from fieldapp.ui.window import AppWindow

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pages"))
from full_disk import no_room
from page_world import make_template, open_world

PIN = "2580"


@pytest.fixture(scope="session")
def morning(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runner-morning") / "profile"
    make_template(folder)
    return folder


@pytest.fixture
def world(morning, tmp_path, qapp):
    made = open_world(morning, tmp_path / "profile")
    yield made
    made.close()


@pytest.fixture
def session(world, qtbot):
    """Nia's unlocked time in a real window."""
    window = AppWindow()
    qtbot.addWidget(window)
    made = Session(
        world.store,
        world.folder,
        window,
        clock=world.clock,
        entropy=world.workplace.entropy,
        make_sync=None,
        check_passphrase=lambda secret: secret == "four plain words here",
    )
    set_pin(world.workplace, PIN)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.begin()
    yield made
    made.end()


def begin(session, world, qtbot, form="home_visit"):
    """Begin a note as a button does, and wait for its page."""
    session.start_note(form, world.scope("Tarrowby"))
    qtbot.waitUntil(lambda: session.presenter.state.where.page == "note")


def visit(world):
    return start_note(world.workplace, "home_visit", world.scope("Tarrowby"))


def rows_of(presenter):
    return {tab.title: tab.key for tab in presenter.tabs() if tab.key}


def test_a_visit_begins_with_its_children_and_what_the_records_know(world):
    presenter = open_runner(world.workplace, visit(world).id)
    assert [tab.title for tab in presenter.tabs()] == ["All three", "Ivo", "Tansy", "Wilf"]
    assert [tab.progress for tab in presenter.tabs()][1:] == ["Not started"] * 3
    state = presenter.state()
    assert state.family == "Tarrowby"
    assert state.started == "Started 09:00 today. Written by Nia Brackwell."
    assert state.ways.empty == "Nothing written yet. Start anywhere."


def test_what_is_typed_is_in_the_store_and_comes_back_where_the_writer_stopped(world):
    draft = visit(world)
    presenter = open_runner(world.workplace, draft.id)
    tansy = rows_of(presenter)["Tansy"]
    presenter.go_to_tab(tansy)
    presenter.enter(f"{tansy}/c_seen", "yes")
    presenter.enter(f"{tansy}/c_was/c_look", "Quiet until we were in the garden.")
    presenter.caret_moved(f"{tansy}/c_was/c_look", 12)
    presenter.jot("Torch on the landing")
    presenter.restrict(f"{tansy}/c_was/c_look", True)
    presenter.flush()
    again = open_runner(world.workplace, draft.id)
    assert again.place.row == tansy
    assert (again.caret.key, again.caret.position) == (f"{tansy}/c_was/c_look", 12)
    assert again.item(f"{tansy}/c_was/c_look").text == "Quiet until we were in the garden."
    assert again.item(f"{tansy}/c_was/c_look").restricted
    assert [jot.text for jot in again.jots()] == ["Torch on the landing"]


def test_a_card_removed_from_the_draft_comes_back_from_the_store(world):
    draft = visit(world)
    presenter = open_runner(world.workplace, draft.id)
    first = presenter.instance.rows("inside/present") or ()
    presenter.enter("arrive/access", "in")
    first = presenter.instance.rows("inside/present")[0]
    presenter.enter(f"{first}/p_name", "Bryony")
    second = presenter.add_row("inside/present")
    presenter.enter(f"{second}/p_name", "Kit")
    presenter.remove_row(first)
    presenter.flush()
    again = open_runner(world.workplace, draft.id)
    assert again.instance.rows("inside/present") == (second,)
    again.put_back_row(first)
    again.flush()
    assert again.instance.node(f"{first}/p_name").value == "Bryony"
    assert open_runner(world.workplace, draft.id).instance.rows("inside/present") == (first, second)


def test_a_full_disk_keeps_the_words_and_is_tried_again(world):
    draft = visit(world)
    presenter = open_runner(world.workplace, draft.id)
    with no_room():
        presenter.enter("prep/want_to_know", "Beds")
        presenter.flush()
        assert presenter.save_state().mark == "not_saved"
    world.clock.advance(1_000)
    presenter.tick()
    assert presenter.save_state().mark == "saved"
    assert open_runner(world.workplace, draft.id).item("prep/want_to_know").text == "Beds"


def test_finishing_with_gaps_files_the_visit_on_each_child(world):
    draft = visit(world)
    presenter = open_runner(world.workplace, draft.id)
    told = []
    presenter.subscribe(lambda update: told.append(update.finished) if update.finished else None)
    presenter.enter("arrive/access", "in")
    for row in rows_of(presenter).values():
        presenter.enter(f"{row}/c_seen", "yes")
        presenter.enter(f"{row}/c_was/c_alone", "yes")
    presenter.check()
    presenter.say_why_for_all("Written up tonight")
    presenter.finish()
    assert told == ["Finished. It will go by itself when there is a signal."]
    saved = [d for d in world.store.documents(world.scope("Tarrowby")) if d.unsent]
    assert sorted(d.kind for d in saved) == ["visit", "visit_child", "visit_child", "visit_child"]
    assert all(not d.complete for d in saved if d.kind == "visit")
    assert world.store.drafts() == []


def test_the_visit_of_three_children_takes_no_more_than_ten_presses(session, world, qtbot):
    """Interface design section 5: unlock → finished note; typing and Tab are free. Choosing by letters is typing."""
    presses = 0

    def press(button):
        nonlocal presses
        presses += 1
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    begin(session, world, qtbot)
    presses += 1  # "Start visit note" on Today
    page = session.shell.page_here()
    presenter = page._presenter

    def type_at(key, letters):
        page.focus_question(key)
        QTest.keyClicks(QApplication.focusWidget(), letters)

    presenter.go_to_section("arrive")
    type_at("arrive/access", "yes, i")
    rows = list(rows_of(presenter).values())
    presenter.go_to_tab(rows[0])
    presses += 1  # the first child's tab
    for number, row in enumerate(rows):
        type_at(f"{row}/c_seen", "y")
        type_at(f"{row}/c_was/c_alone", "y")
        if number < 2:
            press(page.next)
    press(page.main)
    qtbot.waitUntil(lambda: presenter.is_checking)
    page.check.why_for_all.setFocus()
    QTest.keyClicks(page.check.why_for_all, "Written up tonight")
    press(page.main)
    assert presses <= 10
    assert world.store.drafts() == []
    assert session.shell.toast.text.words() == "Finished. It will go by itself when there is a signal."


def test_from_a_visit_note_two_presses_hand_the_laptop_to_the_child(session, world, qtbot):
    begin(session, world, qtbot)
    page = session.shell.page_here()
    assert isinstance(page, FormRunnerPage)
    tansy = rows_of(page._presenter)["Tansy"]
    page._presenter.go_to_tab(tansy)
    page._presenter.enter(f"{tansy}/c_seen", "yes")
    page._presenter.enter(f"{tansy}/c_was/c_alone", "yes")
    qtbot.mouseClick(page.hand, Qt.MouseButton.LeftButton)
    setup = session.shell.page_here()
    assert isinstance(setup, SetupPage)
    assert [child.name for child in setup._presenter.state().children if child.here] == ["Tansy"]
    assert setup._presenter.state().hearing == ("none",)
    qtbot.mouseClick(setup.tiles()["houses"], Qt.MouseButton.LeftButton)
    assert isinstance(session.window.page(), ChildFrame)


def begin_direct_work(session, world, tool="wand"):
    family, child = world.scope("Tarrowby"), world.child("Tarrowby", "Tansy")
    session.go("direct_work", f"{family}/{child}")
    session.shell.page_here()._presenter.begin(tool)
    frame = session.window.page()
    frame._presenter.go_on()
    frame._presenter.answer("yes")
    frame._presenter.go_on()
    return frame


def test_the_child_writes_into_a_draft_and_the_worker_sees_what_happens_next_first(session, world):
    frame = begin_direct_work(session, world)
    frame._presenter.answer("I want Merle to fetch me, I am scared")
    frame._presenter.give_back()
    frame._presenter.try_secret("1111")
    assert session.window.page() is frame
    frame._presenter.try_secret(PIN)
    assert session.window.page() is session.shell
    page = session.shell.page_here()
    assert isinstance(page, AfterwardsPage)
    state = page._presenter.state()
    assert state.child == "Tansy"
    assert state.suggestions == ("I want Merle to fetch me, I am scared",)
    assert page._presenter._value("after/fb_date") == "2026-03-09"
    draft = world.store.drafts()[0]
    assert draft.answers["go/wand/wish1"] == "I want Merle to fetch me, I am scared"
    assert "meta/trail" in draft.answers


def test_a_yes_to_action_today_opens_the_steps_and_going_on_opens_the_record(session, world):
    frame = begin_direct_work(session, world)
    frame._presenter.give_back()
    frame._presenter.try_secret(PIN)
    page = session.shell.page_here()
    assert page._steps.isHidden()
    page._presenter.note.enter("after/harm", "yes")
    assert not page._steps.isHidden()
    assert page._steps.text.words().startswith("Stop asking.")
    page._presenter.note.enter("after/fb_date", "")
    page.main.click()
    assert isinstance(session.shell.page_here(), AfterwardsPage)
    page._presenter.note.enter("after/fb_date", "2026-03-09")
    page.main.click()
    runner = session.shell.page_here()
    assert isinstance(runner, FormRunnerPage)
    assert runner._presenter.place.section == "after"


def test_a_second_turn_on_the_same_day_goes_on_with_the_same_note(session, world):
    frame = begin_direct_work(session, world)
    frame._presenter.give_back()
    frame._presenter.try_secret(PIN)
    family, child = world.scope("Tarrowby"), world.child("Tarrowby", "Tansy")
    session.shell.forget("direct_work", f"{family}/{child}")
    session.go("direct_work", f"{family}/{child}")
    setup = session.shell.page_here()
    assert setup._presenter.state().goes_on == "You go on with what was begun at 09:00."
    setup._presenter.begin("ladder")
    assert session.window.page()._presenter.state().prompt == "How safe do you feel at home?"
    assert len(world.store.drafts()) == 1


def test_a_rehearsal_keeps_nothing(session, world):
    session.go("direct_work", world.scope("Tarrowby"))
    setup = session.shell.page_here()
    assert setup._presenter.state().hint == "Choose who you are with."
    setup.rehearse.click()
    frame = session.window.page()
    frame._presenter.go_on()
    frame._presenter.answer("yes")
    frame._presenter.give_back()
    frame._presenter.try_secret(PIN)
    assert session.shell.page_here() is setup
    assert world.store.drafts() == []


def test_five_wrong_pins_lock_the_laptop(session, world, qtbot):
    frame = begin_direct_work(session, world)
    frame._presenter.give_back()
    with qtbot.waitSignal(session.lock_requested):
        for _ in range(5):
            frame._presenter.try_secret("0000")


def test_an_assessment_opens_on_its_overview_and_enter_opens_a_section(session, world, qtbot):
    begin(session, world, qtbot, "early_help_assessment")
    page = session.shell.page_here()
    assert isinstance(page, AssessmentPage)
    assert page.is_on_overview()
    cells = page.overview.grid.cells()
    line = next(i for i, line in enumerate(cells) if line[0].cell.name.startswith("Health and growth, Ivo"))
    cells[line][0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cells[line][0], Qt.Key.Key_Return)
    assert not page.is_on_overview()
    assert page.runner._presenter.place.row.startswith("each_child[")
    page.runner.back.click()
    assert page.is_on_overview()


def test_locking_puts_the_last_keystrokes_into_the_store(session, world, qtbot):
    begin(session, world, qtbot)
    page = session.shell.page_here()
    page._presenter.enter("prep/want_to_know", "Beds")
    session.prepare_to_lock("profile")
    assert world.store.drafts()[0].answers["prep/want_to_know"] == "Beds"


def test_a_fresh_note_is_neither_signed_off_nor_of_an_older_form(world):
    from fieldapp.ui.form.opening import opening_of

    kept = visit(world)
    opening = opening_of(world.workplace, world.store.draft(kept.id))
    assert not opening.signed_off
    assert not opening.newer_form


def test_pressing_twice_while_a_note_opens_begins_one(session, world, qtbot):
    session.start_note("home_visit", world.scope("Tarrowby"))
    begin(session, world, qtbot)
    assert len(world.store.drafts()) == 1


def test_whoever_goes_elsewhere_while_a_note_opens_is_left_there_and_no_empty_note_stays(
    session, world, qtbot
):
    session.start_note("home_visit", world.scope("Tarrowby"))
    session.go("families")
    qtbot.waitUntil(lambda: not session.is_opening_note)
    assert session.presenter.state.where.page == "families"
    assert world.store.drafts() == []


def test_a_note_that_stands_already_is_shown_as_it_was_left(session, world, qtbot):
    begin(session, world, qtbot)
    page = session.shell.page_here()
    page._presenter.enter("prep/want_to_know", "Beds")
    session.go("today")
    session.open_note(page._draft)
    assert session.shell.page_here() is page


def test_one_draft_stands_on_one_page_only(session, world):
    draft = visit(world)
    session.go("note", draft.id)
    first = session.shell.page_here()
    first._presenter.enter("prep/want_to_know", "Beds")
    session.go("note", f"{draft.id}/arrive")
    second = session.shell.page_here()
    assert second is not first
    assert second._presenter.item("prep/want_to_know").text == "Beds"
    second._presenter.enter("prep/want_to_know", "Beds and heating")
    session.go("note", draft.id)
    assert session.shell.page_here()._presenter.item("prep/want_to_know").text == "Beds and heating"


def test_a_saved_visit_opened_again_counts_what_its_author_wrote_as_written(world):
    """The bug: every answer of a reopened note counted as filled in by the app, so all of it read "not started"."""
    saved = [d for d in world.store.documents(world.scope("Tarrowby"), ["visit"]) if not d.deleted]
    draft = reopen_note(world.workplace, max(saved, key=lambda d: d.written_at).id)
    presenter = open_runner(world.workplace, draft.id)
    tabs = {tab.title: tab.progress for tab in presenter.tabs()}
    assert "Ivo" in tabs
    assert "Not started" not in tabs.values()


def test_a_newer_version_is_offered_in_the_note_moved_to_and_taken_back(session, world, qtbot):
    begin(session, world, qtbot)
    first = session.shell.page_here()
    old = first._draft
    first._presenter.enter("prep/want_to_know", "Beds")
    sheet = (Path(__file__).resolve().parents[3] / "forms" / "home_visit.md").read_text(encoding="utf-8")
    kept = [line for line in sheet.splitlines() if not line.startswith("| | text | want_to_know |")]
    xml = convert_bytes("\n".join(kept).encode(), "home_visit.md")
    listed = [(form.id, form.version, form.hash) for form in world.store.forms()]
    world.store.put_forms([*listed, ("home_visit", "2", load_definition(xml).hash)], [xml])
    forget_note(session, old)
    session.go("today")
    session.go("note", old)
    note = session.shell.page_here()
    assert note._presenter.instance.node("prep/want_to_know").value == "Beds"
    note._banner.button.click()
    page = session.shell.page_here()
    assert isinstance(page, MovePage)
    qtbot.waitUntil(page.is_settled)
    page.move_button.click()
    moved = session.shell.page_here()
    assert moved._draft != old
    assert [jot.text.rpartition("? ")[2] for jot in moved._presenter.jots()] == ["Beds"]
    assert moved._presenter.state().banner == ""
    session.shell.toast.button.click()
    back = session.shell.page_here()
    assert back._draft == old
    assert back._presenter.instance.node("prep/want_to_know").value == "Beds"
    session.go_back()
    assert session.presenter.state.where.page == "today"


def test_staying_leads_back_to_the_note_as_it_was(session, world, qtbot):
    draft = visit(world)
    session.go("note", draft.id)
    session.presenter.leave_for("move", draft.id)
    page = session.shell.page_here()
    qtbot.waitUntil(page.is_settled)
    page.stay.click()
    assert session.shell.page_here()._draft == draft.id


def test_direct_work_is_not_offered_with_a_child_who_is_not_born_yet(session, world):
    scope = world.scope("Rhydwen-Pugh")
    baby = {"name": "The baby Pugh", "known_as": "the baby", "due_date": "2026-04-28"}
    person, _ = add_document(world.workplace, "person", scope, baby)
    add_document(world.workplace, "child", scope, {"person": person})
    assert "the baby" in [child.called for child in world.workplace.family(scope).children]
    session.go("direct_work", scope)
    offered = [child.name for child in session.shell.page_here()._presenter.state().children]
    assert offered == ["Macsen", "Gwenno"]
