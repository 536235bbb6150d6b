"""Moving a note to a newer version of its form: seen whole, done with one press, undone with another."""

from __future__ import annotations

import pytest
from page_world import ROOT, World, button, texts

from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import start_note
from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert_bytes
from fieldapp.ui.moving.presenter import MovePresenter
from fieldapp.ui.moving.view import MovePage

SHEET = (ROOT / "forms" / "home_visit.md").read_text(encoding="utf-8")


def publish_next(world: World) -> None:
    """The next version asks one question no longer, one in another section, and one more."""
    lines = []
    for line in SHEET.splitlines():
        if line.startswith("| | text | want_to_know |"):
            continue
        if line.startswith("| | text | history_matters |"):
            asked = line
            continue
        if line.startswith("| | begin_group | arrive |"):
            more = asked.replace("history_matters", "weather").replace(
                "history matters for", "weather was like"
            )
            lines += [line, asked, more.replace("|  |", "| yes |", 1)]
            continue
        lines.append(line)
    xml = convert_bytes("\n".join(lines).encode(), "home_visit.md")
    made = load_definition(xml)
    listed = [(form.id, form.version, form.hash) for form in world.store.forms()]
    world.store.put_forms([*listed, (made.id, "2", made.hash)], [xml])


@pytest.fixture
def draft(world: World) -> str:
    begun = start_note(world.workplace, "home_visit", world.scope("Tarrowby"))
    answers = {"prep/want_to_know": "How they sleep", "prep/history_matters": "Moved twice"}
    save_draft(world.workplace, begun.id, answers)
    return begun.id


@pytest.fixture
def page(world: World, draft: str, shown):
    publish_next(world)
    made = shown(MovePage(MovePresenter(world.desk, draft), world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_each_answer_stands_under_what_becomes_of_it(world, draft):
    publish_next(world)
    presenter = MovePresenter(world.desk, draft)
    state = presenter.show(presenter.read())
    parts = {part.fate: part.lines for part in state.parts}
    assert [line.answer for line in parts["gone"]] == ["How they sleep"]
    (moved,) = parts["moved"]
    assert (moved.answer, moved.where) == ("Moved twice", "From 1. Before you go to 2. At the door")
    assert "Date of the visit" in [line.label for line in parts["kept"]]
    assert "5 March 2026" in [line.answer for line in parts["kept"]]
    assert [part.fate for part in state.parts] == ["needed", "gone", "moved", "kept"]


def test_the_page_says_what_stays_and_nothing_has_moved_yet(world, draft, page):
    seen = texts(page)
    assert "Nothing is moved until you say so." in seen
    assert "Your words stay with the note, in the jot pad." in seen
    assert "How they sleep" in seen
    assert world.store.draft(draft).state == "open"


def test_one_press_moves_and_names_the_note_s_new_draft(world, draft, page, qtbot):
    with qtbot.waitSignal(page.moved) as told:
        button(page, "Move to version 2").click()
    fresh = world.store.draft(told.args[0])
    assert fresh.form.version == "2"
    assert fresh.answers["arrive/history_matters"] == "Moved twice"
    assert page.presenter.undo(fresh.id) == ""
    assert world.store.draft(draft).state == "open"


def test_the_keyboard_begins_at_staying(page):
    assert page.window().focusWidget() is page.stay
    assert page.stay.words().startswith("Stay with version")


def test_a_note_of_the_newest_version_says_so_and_offers_the_way_back(world, draft, shown):
    page = shown(MovePage(MovePresenter(world.desk, draft), world.around), 1048, 760)
    page.opened()
    world.settle(page)
    assert "This note has the newest version of its form already." in texts(page)
    assert not page.move_button.isVisible()
    assert page.stay.words() == "Back to the note"


def test_a_draft_finished_meanwhile_is_said_and_nothing_is_lost(world, draft, page):
    world.store.discard(draft)
    button(page, "Move to version 2").click()
    world.settle(page)
    assert not page.move_button.isVisible()
    assert world.store.draft(draft).answers["prep/history_matters"] == "Moved twice"
