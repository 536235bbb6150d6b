"""A record to read, and the answer to something a child said."""

from __future__ import annotations

import pytest
from page_world import World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.records.voice import to_answer
from fieldapp.ui.answer.presenter import AnswerPresenter
from fieldapp.ui.answer.view import AnswerPage
from fieldapp.ui.kit import Button
from fieldapp.ui.record.presenter import RecordPresenter
from fieldapp.ui.record.view import RecordPage


def newest(world: World, kind: str) -> str:
    file = world.desk.file(world.scope("Tarrowby"))
    assert file is not None
    return file.of(kind)[-1].id


def record(world: World, doc: str) -> RecordPresenter:
    return RecordPresenter(world.desk, world.scope("Tarrowby"), doc)


def every_line(state):  # type: ignore[no-untyped-def]
    return [line for part in state.parts for line in part.lines]


def test_a_note_that_was_filed_as_several_records_reads_as_one(world):
    visit = world.desk.file(world.scope("Tarrowby")).visits[-1]
    whole = record(world, visit.record.id).read()
    part = record(world, visit.parts[0].id).read()
    assert whole.parts == part.parts
    assert whole.title == "Home visit, all three children"


def test_the_three_kinds_of_words_are_kept_apart(world):
    kinds = {line.field_kind for line in every_line(record(world, newest(world, "visit")).read())}
    assert {"words", "saw", "think"} <= kinds


def test_two_accounts_stand_each_under_its_name(world):
    file = world.desk.file(world.scope("Tarrowby"))
    tansy = next(one for one in file.of("child") if one.document.open)
    state = record(world, tansy.id).read()
    why = next(line for line in every_line(state) if line.key == "risk_why")
    assert why.value.startswith("Nia Brackwell: Tansy did not speak today")
    assert "\n\nSam Tregarth: Spoke with Bryony" in why.value
    assert state.questions[0].startswith("You and Sam both changed Risk level. Please choose.")


def test_what_a_note_was_finished_without_says_why(world):
    state = record(world, newest(world, "direct_work")).read()
    assert state.gaps[0][0] == "What will we do about it?"
    assert state.gaps[0][1]


def test_in_visit_view_no_restricted_answer_is_in_the_state(world):
    doc = newest(world, "visit")
    assert any(line.restricted for line in every_line(record(world, doc).read()))
    world.desk.visit_view = True
    state = record(world, doc).read()
    assert every_line(state)
    assert not any(line.restricted for line in every_line(state))
    assert state.gaps == ()


def test_a_restricted_record_is_not_shown_in_visit_view_at_all(world):
    file = world.desk.file(world.scope("Tarrowby"))
    call = next(one for one in file.of("chronology_entry") if one.text("type") == "contact")
    world.desk.visit_view = True
    state = record(world, call.id).read()
    assert state.parts == ()
    assert state.missing == "Visit view: this record is restricted and not shown."


def test_a_record_that_is_gone_says_so(world):
    assert record(world, world.workplace.fresh_id()).read().missing == (
        "This record isn’t on this laptop any more."
    )


def test_the_page_reads_like_the_note_and_offers_to_change_it(world, shown, qtbot):
    page = shown(RecordPage(record(world, newest(world, "visit")), world.around), 1048, 760)
    page.opened()
    world.settle(page)
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Change this"]
    assert "Restricted: not shown in visit view" in texts(page)
    with qtbot.waitSignal(page.change_requested):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


# -- the answer ---------------------------------------------------------------------------------------------------


@pytest.fixture
def promise(world: World) -> str:
    file = world.desk.file(world.scope("Tarrowby"))
    assert file is not None
    return to_answer(file, world.desk.policy, world.desk.today())[0].record.id


@pytest.fixture
def answer(world: World, promise: str) -> AnswerPresenter:
    made = AnswerPresenter(world.desk, promise)
    made.show(made.read())
    return made


def test_the_childs_words_stand_on_top_and_only_what_follows_is_asked(answer):
    state = answer.state()
    assert state.words == "I want Merle to fetch me"
    assert state.due == "Late by 28 working days"
    assert next(one.label for one in state.asked if one.shown) == "What will we do about it?"


def test_what_we_do_is_asked_only_for_an_answer_that_acts_and_why_not_only_for_a_refusal(answer):
    def shown(state):  # type: ignore[no-untyped-def]
        return {one.name for one in state.asked if one.shown}

    assert {"did", "why_not"} & shown(answer.state()) == set()
    assert "did" in shown(answer.write("response", "now"))
    assert "why_not" in shown(answer.write("response", "cannot"))


def test_an_answer_is_not_saved_without_saying_what_will_be_done(answer):
    answer.write("response", "now")
    assert not answer.finish()
    assert dict(answer.state().troubles) == {"did": "Say what exactly, who, and by when."}


def test_a_saved_answer_takes_the_promise_off_the_list_and_leaves_the_words_alone(world, answer, promise):
    words = world.desk.reader().read(world.workplace.document(promise)).text("words")
    answer.write("response", "now")
    answer.write("did", "Merle fetches her on Fridays from 6 March.")
    answer.write("told_child_on", "2026-03-05")
    assert answer.finish()
    file = world.desk.file(world.scope("Tarrowby"))
    assert promise not in [one.record.id for one in to_answer(file, world.desk.policy, world.desk.today())]
    assert world.desk.reader().read(world.workplace.document(promise)).text("words") == words


def test_a_day_ahead_of_today_is_asked_about(answer):
    answer.write("response", "heard")
    answer.write("told_child_on", "2027-03-05")
    assert not answer.finish()
    assert dict(answer.state().troubles)["told_child_on"].endswith("is after today. Check the year.")


def test_finish_saves_and_says_that_it_goes_by_itself(world, answer, shown, qtbot):
    page = shown(AnswerPage(answer, world.around), 1048, 760)
    page.opened()
    world.settle(page)
    page._written("response", "now")
    page._written("did", "Merle fetches her on Fridays from 6 March.")
    with qtbot.waitSignal(page.finished) as told:
        button(page, "Finish").click()
    assert told.args == ["Finished. It will go by itself when there is a signal."]


def test_what_is_typed_survives_a_lock_and_a_reading(world, answer, promise, shown):
    page = shown(AnswerPage(answer, world.around), 1048, 760)
    page.opened()
    world.settle(page)
    page._written("response", "now")
    page._written("did", "Merle fetches her")
    kept = page.place()
    again = AnswerPage(AnswerPresenter(world.desk, promise), world.around)
    shown(again, 1048, 760)
    again.opened()
    again.restore(kept)
    world.settle(again)
    values = {one.name: one.value for one in again.presenter.state().asked}
    assert (values["response"], values["did"]) == ("now", "Merle fetches her")
