"""Waiting to send: held first with one next step, then ready, then sent; and no way to throw anything away."""

from __future__ import annotations

import pytest
from page_world import World, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import add_document, edit_document
from fieldapp.commands.finish import finish_note
from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import start_note
from fieldapp.ui import theme
from fieldapp.ui.kit import Button
from fieldapp.ui.waiting.presenter import WaitingPresenter, support_code
from fieldapp.ui.waiting.view import WaitingPage


@pytest.fixture
def presenter(world: World) -> WaitingPresenter:
    return WaitingPresenter(world.desk)


def edit_vale(world: World) -> None:
    edit_document(world.workplace, world.scope("Vale"), {"adjustments": "Large print for Odette."})


def opened(world: World, presenter: WaitingPresenter, shown):  # type: ignore[no-untyped-def]
    page = shown(WaitingPage(presenter, world.around), 1048, 760)
    page.opened()
    return world.settle(page)


def test_with_nothing_waiting_the_page_says_that_everything_was_sent(presenter):
    state = presenter.show(presenter.read(), online=True)
    assert state.empty == "Nothing is waiting. Everything you finished has been sent."
    assert (state.held, state.ready) == ((), ())


def test_what_was_saved_waits_and_goes_by_itself(world, presenter):
    edit_vale(world)
    state = presenter.show(presenter.read(), online=True)
    assert [(row.title, row.under, row.mark.words) for row in state.ready] == [
        ("Family details", "Vale", "Saved on this laptop")
    ]
    assert state.detail is not None
    assert state.detail.reason == "Finished. It will go by itself when there is a signal."


def test_a_new_person_waits_under_their_name_not_as_details_of_the_family(world, presenter):
    draft = start_note(world.workplace, "person", world.scope("Vale"))
    save_draft(world.workplace, draft.id, {"name": "Odo Vale"})
    finish_note(world.workplace, draft.id)
    state = presenter.show(presenter.read(), online=True)
    assert [(row.title, row.under) for row in state.ready] == [("About Odo Vale", "Vale, filed as 2 records")]


def test_offline_send_now_is_off_and_says_why(world, presenter):
    edit_vale(world)
    state = presenter.show(presenter.read(), online=False)
    assert not state.send_enabled
    assert state.send_reason == "No signal. It goes by itself when there is one."
    assert state.line.startswith("You’re offline. Everything is saved on this laptop")


def test_it_is_called_sent_only_after_the_service_has_answered(world, presenter):
    edit_vale(world)
    assert presenter.show(presenter.read()).sent == ()
    world.answers("accepted")
    state = presenter.show(presenter.read())
    assert [(row.title, row.mark.words) for row in state.sent] == [("Family details", "Sent")]
    assert state.ready == ()


@pytest.mark.parametrize(
    ("code", "sentence", "step"),
    [
        (
            "forbidden_scope",
            "You don’t hold this family. Your note is kept.",
            "Read note",
        ),
        ("invalid_field", "One answer can’t be accepted.", "Go to that answer"),
        ("locked", "This was signed off. Your change is kept as an addendum.", "Look at the addendum"),
        (
            "device_forked",
            "This laptop looks like a copy of another. Your notes were delivered for checking.",
            "Send details (no content)",
        ),
    ],
)
def test_a_held_note_stands_first_is_chosen_and_says_one_next_step(world, presenter, code, sentence, step):
    edit_vale(world)
    world.answers("held", code)
    add_document(world.workplace, "person", world.scope("Vale"), {"name": "Nell Vale"})
    state = presenter.show(presenter.read(), online=True)
    assert state.chosen == state.held[0].id
    assert state.detail is not None
    assert (state.detail.reason, state.detail.step_words) == (sentence, step)
    assert state.announce == "Waiting to send, 1 ready, 1 held"
    assert dict(state.detail.facts)["Support code"].startswith("FW-")


def test_what_another_worker_will_file_is_delivered_and_asks_nothing(world, presenter):
    edit_vale(world)
    world.answers("held", "case_moved")
    state = presenter.show(presenter.read())
    assert state.held == ()
    assert state.sent[0].mark.words == "Delivered"
    assert state.detail is not None
    assert state.detail.step == "none"


def test_the_held_step_is_the_filled_button_and_is_two_presses_from_anywhere(world, presenter, shown, qtbot):
    """Waiting to send · filled button: the held item is chosen before anybody presses."""
    edit_vale(world)
    world.answers("held", "forbidden_scope")
    page = opened(world, presenter, shown)
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Read note"]
    with qtbot.waitSignal(page.open_record_requested):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_with_a_signal_send_now_is_the_filled_button(world, presenter, shown, qtbot):
    edit_vale(world)
    page = opened(world, presenter, shown)
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Send now"]
    with qtbot.waitSignal(page.send_now_requested):
        filled[0].click()


def test_up_and_down_go_through_all_items(world, presenter, shown):
    edit_vale(world)
    add_document(world.workplace, "person", world.scope("Vale"), {"name": "Nell Vale"})
    page = opened(world, presenter, shown)
    first = presenter.state().chosen
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    assert presenter.state().chosen != first
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Up)
    assert presenter.state().chosen == first


def test_no_button_on_the_page_throws_anything_away(world, presenter, shown):
    edit_vale(world)
    world.answers("held", "malformed")
    page = opened(world, presenter, shown)
    words = texts(page).casefold()
    assert "held items are never deleted" in words
    for forbidden in ("discard", "remove", "throw away\n"):
        assert forbidden not in words


def test_a_support_code_tells_nothing_and_is_the_same_each_time():
    assert support_code("one", "locked") == support_code("one", "locked")
    assert support_code("one", "locked") != support_code("two", "locked")


def test_at_twice_the_text_nothing_is_wider_than_the_page(world, presenter, shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    edit_vale(world)
    page = shown(WaitingPage(presenter, world.around), 1216, 720)
    page.opened()
    world.settle(page)
    assert page.scroller.widget().minimumSizeHint().width() <= page.scroller.viewport().width()
