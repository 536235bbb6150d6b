"""Search: any part of a name, any word of a note, also unsent; restricted answers only counted in visit view."""

from __future__ import annotations

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import edit_document
from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import start_note
from fieldapp.ui.search import presenter as search_presenter
from fieldapp.ui.search.presenter import SearchPresenter
from fieldapp.ui.search.view import SearchPage


@pytest.fixture
def presenter(world: World) -> SearchPresenter:
    return SearchPresenter(world.desk)


@pytest.fixture
def page(world: World, presenter: SearchPresenter, shown):
    made = shown(SearchPage(presenter, world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def ask(presenter: SearchPresenter, text: str):  # type: ignore[no-untyped-def]
    presenter.type(text)
    return presenter.show(presenter.read(text))


def found(state, group: str) -> list[str]:  # type: ignore[no-untyped-def]
    return [row.title for one in state.groups if one.group == group for row in one.rows]


def drafts_in(state) -> list[str]:  # type: ignore[no-untyped-def]
    return [row.draft for one in state.groups for row in one.rows if row.draft]


def test_a_family_is_found_by_the_beginning_of_its_name_or_its_place(presenter):
    assert found(ask(presenter, "tarr"), "families")[0] == "Tarrowby"
    assert "Tarrowby" in found(ask(presenter, "wrenlow"), "families")


def test_a_child_is_found_by_the_name_they_go_by_without_accents_or_case(world, presenter):
    edit_document(world.workplace, world.child("Tarrowby", "Tansy"), {"known_as": "Tánsy Bee"})
    assert any("Tansy" in title for title in found(ask(presenter, "TANSY bee"), "children"))


def test_a_note_is_found_by_a_childs_words_and_says_who_when_and_whose_words(presenter):
    state = ask(presenter, "plaits pull")
    row = next(row for one in state.groups if one.group == "notes" for row in one.rows)
    assert row.title == "Wishes and feelings with Tansy"
    assert "doesn't pull" in row.excerpt
    assert "Nia Brackwell" in row.under
    assert row.mark is not None
    assert row.mark.words == "Sent"


def test_unsent_work_is_found_among_drafts_and_waiting(world, presenter):
    edit_document(world.workplace, world.scope("Vale"), {"adjustments": "Large print for Odette."})
    assert found(ask(presenter, "large print"), "drafts") == ["Family details"]


@pytest.mark.parametrize("goes", ["discard", "let_go_untouched"])
@pytest.mark.parametrize("after", ["the search", "the finding"])
def test_a_draft_that_goes_while_it_is_being_found_is_left_out(world, presenter, monkeypatch, after, goes):
    draft = start_note(world.workplace, "home_visit", world.scope("Tarrowby"))
    if goes == "discard":
        save_draft(world.workplace, draft.id, {"think/works": "quincunx"})
    text = "quincunx" if goes == "discard" else "tansy"
    assert draft.id in drafts_in(ask(presenter, text))
    place, name = {
        "the search": (type(world.store), "search"),
        "the finding": (search_presenter, "find"),
    }[after]
    whole = getattr(place, name)

    def and_then_it_is_gone(*given, **more):
        hits = whole(*given, **more)
        getattr(world.store, goes)(draft.id)
        return hits

    monkeypatch.setattr(place, name, and_then_it_is_gone)
    assert draft.id not in drafts_in(ask(presenter, text))


def test_a_form_is_found_by_its_title(presenter):
    assert "Wishes and feelings" in found(ask(presenter, "wishes"), "forms")


def test_in_visit_view_what_is_restricted_is_only_counted(world, presenter):
    word = "sober"
    assert "notes" in [group.group for group in ask(presenter, word).groups]
    world.desk.visit_view = True
    state = ask(presenter, word)
    assert state.restricted == "1 restricted result"
    assert word not in repr(state.groups)


def test_nothing_found_says_so_and_offers_a_new_family(presenter):
    state = ask(presenter, "zebedee")
    assert state.empty == "Nothing on this laptop matches “zebedee”."
    assert state.can_add


def test_an_answer_that_comes_after_more_was_typed_is_not_shown(presenter):
    presenter.type("tarr")
    late = presenter.read("tarr")
    presenter.type("tarrz")
    assert presenter.show(late).groups == ()


def test_typing_finds_and_enter_opens_the_first(world, page, qtbot):
    QTest.keyClicks(page.words.line, "tarrow")
    qtbot.waitUntil(lambda: "Tarrowby" in texts(page), timeout=20_000)
    with qtbot.waitSignal(page.open_file_requested) as asked:
        QTest.keyClick(page.words.line, Qt.Key.Key_Return)
    assert asked.args == [world.scope("Tarrowby")]


def test_down_goes_into_the_results_and_up_comes_back_to_the_field(page, qtbot):
    QTest.keyClicks(page.words.line, "merle")
    qtbot.waitUntil(lambda: len(page._cards) > 2, timeout=20_000)
    QTest.keyClick(page.words.line, Qt.Key.Key_Down)
    assert page.window().focusWidget() in page._cards.values()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Up)
    assert page.window().focusWidget() is page.words.line


def test_no_history_is_kept_when_the_page_is_opened_again(page, qtbot):
    QTest.keyClicks(page.words.line, "tarrow")
    page.opened()
    assert page.words.line.text() == ""
    assert "Type a name, a place or a few words." in texts(page)
    assert "Tarrowby" not in texts(page)


def test_nothing_found_has_one_filled_button(page, qtbot):
    QTest.keyClicks(page.words.line, "zebedee")
    qtbot.waitUntil(lambda: "Nothing on this laptop matches" in texts(page), timeout=20_000)
    assert button(page, "Add a new family").property("kind") == "primary"
    assert page.primary().words() == "Add a new family"


def test_search_can_be_used_again_after_the_page_was_left(world, page, qtbot):
    """The bug: the field was emptied, its results went, and the next letter touched them."""
    QTest.keyClicks(page.words.line, "tarr")
    qtbot.waitUntil(lambda: bool(page._cards), timeout=5000)
    page.opened()
    assert not page._cards
    QTest.keyClicks(page.words.line, "vale")
    qtbot.waitUntil(lambda: bool(page._cards), timeout=5000)
