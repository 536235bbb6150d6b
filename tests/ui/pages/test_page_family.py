"""The family file: people, chronology, their words, plan and decisions; and what visit view leaves out."""

from __future__ import annotations

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import add_document, edit_document
from fieldapp.commands.finish import finish_note
from fieldapp.commands.save_draft import save_draft
from fieldapp.ui import theme
from fieldapp.ui.family.presenter import FamilyPresenter
from fieldapp.ui.family.view import FamilyFilePage
from fieldapp.ui.kit import Button, Genogram, MaskedText


@pytest.fixture
def presenter(world: World) -> FamilyPresenter:
    return FamilyPresenter(world.desk, world.scope("Tarrowby"))


@pytest.fixture
def page(world: World, presenter: FamilyPresenter, shown):
    made = shown(FamilyFilePage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def read(presenter):
    return presenter.show(presenter.read())


def test_the_head_says_what_stands_since_when_and_how_fresh_it_is(presenter):
    state = read(presenter)
    assert (state.label, state.place) == ("Tarrowby", "Wrenlow")
    assert state.chip == "Child protection plan since 24 October 2025"
    assert state.fresh == "Refreshed today"
    assert state.announce == "Tarrowby, 3 children, plan"


def test_each_child_says_when_they_were_last_seen_and_how_and_amber_comes_with_words(presenter):
    children = {row.name: row for row in read(presenter).children}
    assert children["Ivo, 9"].seen == "14 days ago, alone"
    assert children["Tansy, 6"].seen == "14 days ago, not alone"
    assert children["Wilf, 14 months"].seen == "14 days ago, watched in play"
    assert all(row.look for row in children.values())
    assert "Not alone at the last 2 visits, last alone 22 January." in children["Tansy, 6"].warnings


def test_an_undecided_risk_shows_the_more_cautious_level_and_says_that_it_is_undecided(presenter):
    state = read(presenter)
    tansy = next(row for row in state.children if row.name.startswith("Tansy"))
    assert tansy.risk == "High, undecided"
    assert state.questions[0].sentence == "You and Sam both changed Risk level. Please choose."
    assert state.questions[0].until == "Until you decide, everyone sees High"


def test_somebody_whose_relationship_is_not_on_record_is_named_beside_the_drawing(world, presenter, page):
    assert read(presenter).unplaced == ()
    form, _ = world.workplace.newest_form("person")
    draft = world.store.open_draft(
        doc=world.workplace.fresh_id(), scope=presenter.scope, kind="person", form=form
    )
    save_draft(world.workplace, draft.id, {"name": "Unknown man, grey van", "known_as": "Unknown man"})
    finish_note(world.workplace, draft.id)
    assert [person.name for person in read(presenter).unplaced] == ["Unknown man"]
    page.refresh()
    world.settle(page)
    assert "Relationship not on record: Unknown man" in texts(page)


def test_choosing_a_child_narrows_the_chronology_and_the_words(world, presenter):
    whole = read(presenter)
    tansy = world.child("Tarrowby", "Tansy")
    narrowed = presenter.choose_person_to(tansy)
    assert narrowed.person_name == "Tansy"
    assert 0 < len(narrowed.rows) < len(whole.rows)
    assert {quote.child for quote in narrowed.quotes} == {"Tansy"}
    assert presenter.choose_person_to("").rows == whole.rows


def test_filters_and_years_only_narrow(presenter):
    whole = read(presenter)
    police = presenter.choose_filter("police")
    assert 0 < len(police.rows) < len(whole.rows)
    presenter.choose_filter("all")
    assert {row.year for row in presenter.choose_year(2026).rows} == {2026}
    presenter.choose_year(0)
    assert all(row.title for row in presenter.only_key_events(True).rows)


def test_a_statement_says_who_when_how_what_it_is_linked_to_and_what_is_left_to_do(presenter):
    read(presenter)
    quotes = presenter.show_all_quotes(True).quotes
    loud = next(quote for quote in quotes if "tummy" in quote.words)
    assert loud.about == "Tansy, 22 January, said in a session. Not linked to anything yet"
    assert loud.follow_up == "Nobody has answered this yet: late by 28 working days"
    assert loud.open


def test_an_unfinished_note_stands_first_in_the_chronology_with_where_it_stopped(world, presenter):
    form, _ = world.workplace.newest_form("home_visit")
    draft = world.store.open_draft(
        doc=world.workplace.fresh_id(), scope=presenter.scope, kind="visit", form=form
    )
    row = f"each_child[{world.workplace.fresh_id()}]"
    answers = {row: 0, f"{row}/c_name": "Ivo Tarrowby", f"{row}/c_was/c_look": "Tired."}
    save_draft(world.workplace, draft.id, answers, place={"key": f"{row}/c_was/c_look"})
    first = read(presenter).rows[0]
    assert first.draft == draft.id
    assert first.lines == ("You stopped at Ivo, “How did Ivo look and seem?”.",)
    assert first.mark.words == "Draft, saved on this laptop"


def test_what_was_saved_here_is_marked_until_the_service_has_it(world, presenter):
    decision = next(row for row in read(presenter).rows if row.title.startswith("Decision"))
    assert decision.mark.words == "Sent"
    edit_document(world.workplace, decision.doc, {"dissent": "Merle would rather have waited."})
    again = next(row for row in read(presenter).rows if row.doc == decision.doc)
    assert again.mark.words == "Saved on this laptop"


def test_visit_view_leaves_restricted_parts_out_of_the_state_itself(presenter):
    before = read(presenter)
    assert before.cautions
    assert any(row.restricted for row in before.rows)
    presenter.set_visit_view(True)
    assert presenter.state().label == ""
    after = read(presenter)
    assert after.cautions == ()
    assert not any(row.restricted for row in after.rows)
    assert {row.risk for row in after.children} == {""}
    assert after.questions == ()
    assert presenter.address() == ""
    assert "Kit Sallowfield must not be told" not in repr(after)


def test_a_family_that_is_not_here_says_so_and_shows_nothing(world):
    state = read(FamilyPresenter(world.desk, world.workplace.fresh_id()))
    assert state.missing == "This family isn’t on this laptop, and it isn’t one of yours."
    assert state.rows == ()


def test_the_page_has_one_filled_button_and_ctrl_enter_starts_the_note(page, qtbot):
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Start visit note"]
    with qtbot.waitSignal(page.start_visit_requested):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_pressing_somebody_in_the_drawing_narrows_the_page_and_whole_family_resets_it(world, page):
    drawing = page.findChild(Genogram)
    drawing.picture.people[world.child("Tarrowby", "Ivo")].click()
    assert page.presenter.state().person_name == "Ivo"
    world.settle(page)
    assert "Only Ivo. Show the whole family" in texts(page)
    button(page, "Only Ivo. Show the whole family").click()
    assert page.presenter.state().person == ""


def test_who_reads_the_family_as_a_list_keeps_the_list_when_something_changes(world, page):
    button(page, "Show as list").click()
    page.refresh()
    world.settle(page)
    assert page.findChild(Genogram).rows[world.child("Tarrowby", "Ivo")].isVisible()
    button(page, "Show as drawing").click()
    page.refresh()
    world.settle(page)
    assert page.findChild(Genogram).picture.isVisible()


def test_turning_visit_view_on_takes_everything_away_at_once_and_says_so(world, page, qtbot):
    assert "must not be told" in texts(page).casefold()
    page._turn_visit_view()
    assert "must not be told" not in texts(page).casefold()
    world.settle(page)
    assert "Visit view: restricted parts are hidden" in texts(page)
    assert "must not be told" not in texts(page).casefold()
    button(page, "Leave visit view").click()
    world.settle(page)
    assert "must not be told" in texts(page).casefold()


def test_an_address_shows_only_while_it_is_held(world, presenter, shown, qtbot):
    person = world.child("Tarrowby", "Ivo")
    row = f"address_history[{world.workplace.fresh_id()}]"
    edit_document(world.workplace, person, {row: 0, f"{row}/address": "The lane end"})
    page = shown(FamilyFilePage(presenter, world.around), 1048, 760)
    page.opened()
    world.settle(page)
    assert "The lane end" not in repr(page.presenter.state())
    masked = page.findChild(MaskedText)
    assert masked.accessibleName() == "Address hidden. Hold to show"
    with qtbot.waitSignal(page.address_shown):
        QTest.keyPress(masked, Qt.Key.Key_Space)
    assert masked.accessibleName() == "The lane end"
    QTest.keyRelease(masked, Qt.Key.Key_Space)
    assert masked.accessibleName() == "Address hidden. Hold to show"


def test_enter_on_a_row_opens_its_record_and_ctrl_e_adds_a_key_event(page, qtbot):
    first = next(iter(page.timeline.cards.values()))
    first.setFocus()
    with qtbot.waitSignal(page.open_record_requested):
        QTest.keyClick(first, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.key_event_requested):
        QTest.keyClick(first, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_what_else_can_be_done_is_a_menu_in_words(page):
    assert "Print" not in [action.text() for action in page.more_menu().actions()]
    page.print_requested.connect(lambda _family: None)
    words = [action.text() for action in page.more_menu().actions() if action.text()]
    assert words[:2] == ["Visit view: hide restricted parts", "Print"]
    assert "Add a person" in words
    assert "Add a decision" in words


def test_a_reader_of_the_family_is_offered_nothing_to_write(world, presenter, monkeypatch, shown):
    monkeypatch.setattr(type(world.desk), "may_write", lambda _desk, _scope: False)
    page = shown(FamilyFilePage(presenter, world.around), 1048, 760)
    page.opened()
    world.settle(page)
    assert page.primary() is None
    assert "Record answer" not in texts(page)


def test_at_twice_the_text_nothing_is_wider_than_the_page(world, presenter, shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    page = shown(FamilyFilePage(presenter, world.around), 1216, 720)
    page.opened()
    world.settle(page)
    assert page.scroller.widget().minimumSizeHint().width() <= page.scroller.viewport().width()


def test_what_happened_today_without_a_time_has_its_day_under_today_and_not_the_year(world, presenter):
    event = {
        "type": "school",
        "event_on": "2026-03-05",
        "event_exact": "exact",
        "what": "Tansy was in school.",
    }
    add_document(world.workplace, "chronology_entry", presenter.scope, {**event, "source": "School"})
    first = read(presenter).rows[0]
    assert (first.date, first.date_under) == ("Today", "5 Mar")
