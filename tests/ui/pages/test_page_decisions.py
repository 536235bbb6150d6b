"""Needs your decision: both answers, nothing chosen beforehand, a reason for what is dangerous, three presses."""

from __future__ import annotations

from collections import namedtuple
from dataclasses import replace

import pytest
from page_world import World, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.records.meta import decided
from fieldapp.ui import theme
from fieldapp.ui.decisions.presenter import OTHER, DecisionsPresenter, _joined
from fieldapp.ui.decisions.view import DecisionsPage
from fieldapp.ui.kit import Button

Version = namedtuple("Version", "hash parents body author")
View = namedtuple("View", "side side_author head_author key")
Standing = namedtuple("Standing", "id body")
WHY = "Sam spoke with Bryony after I wrote mine"


@pytest.fixture
def presenter(world: World) -> DecisionsPresenter:
    return DecisionsPresenter(world.desk)


@pytest.fixture
def page(world: World, presenter: DecisionsPresenter, shown):
    made = shown(DecisionsPage(presenter, world.around), 1216, 760)
    made.opened()
    return world.settle(made)


def test_the_page_opens_on_the_oldest_question_with_nothing_chosen(presenter):
    state = presenter.show(presenter.read())
    assert state.heading == "You and Sam both changed Risk level"
    assert [item.title for item in state.needs] == ["Risk level"]
    assert state.picked is None
    assert state.record_says == ""


def test_both_answers_say_who_where_when_and_why_they_were_given(presenter):
    question = presenter.show(presenter.read()).question
    assert question is not None
    mine, sams = question.answers
    assert (mine.who, mine.words, mine.choose) == ("You", "High", "Use my answer")
    assert mine.when.startswith("On this laptop, ")
    assert (sams.who, sams.words, sams.choose) == ("Sam Tregarth", "Medium", "Use Sam’s answer")
    assert sams.when.startswith("From Sam’s laptop, ")
    assert mine.beside.startswith("Tansy did not speak today")
    assert sams.beside.startswith("Spoke with Bryony")


def test_until_it_is_decided_the_more_cautious_answer_is_in_force(presenter):
    state = presenter.show(presenter.read())
    assert state.question is not None
    assert state.question.until == "Until you decide, everyone sees High"
    assert state.question.before == "Not known"
    assert state.announce == "Risk level, two answers, High shown"


def test_accounts_that_were_both_kept_are_listed_beside_it(presenter):
    state = presenter.show(presenter.read())
    assert [(item.title, item.line) for item in state.both] == [("Why this level?", "Both accounts stand")]
    kept = presenter.go(state.both[0].id)
    assert kept.settled is not None
    assert [account.who for account in kept.settled.accounts] == ["You", "Sam Tregarth"]


def test_a_caution_answer_is_not_saved_without_a_reason_and_what_was_chosen_stays(presenter):
    presenter.show(presenter.read())
    presenter.pick("")
    assert presenter.press() is None
    state = presenter.state()
    assert dict(state.troubles) == {"why": "Say why in one line. It is kept with the decision."}
    assert state.picked == ""


def test_what_was_typed_is_still_there_after_looking_elsewhere(presenter):
    state = presenter.show(presenter.read())
    presenter.write_why(WHY)
    presenter.go(state.both[0].id)
    assert presenter.go(state.needs[0].id).why == WHY


def test_the_record_will_say_what_stands_over_what_by_whom_and_why(presenter):
    state = presenter.show(presenter.read())
    assert state.question is not None
    presenter.pick(state.question.answers[1].side)
    says = presenter.write_why(WHY).record_says
    assert says.startswith("Risk level, Tansy: Medium. Chosen by Nia Brackwell on 5 March 2026, over High")
    assert says.endswith(f"Why: {WHY}")


def test_a_decision_is_saved_with_its_reason_and_closes_the_question(world, presenter):
    state = presenter.show(presenter.read())
    assert state.question is not None
    presenter.pick(state.question.answers[1].side)
    presenter.write_why(WHY)
    decision = presenter.press()
    assert decision is not None
    after = presenter.save(decision)
    assert after.empty == "Nothing needs a decision."
    document = world.workplace.document(state.question.doc)
    assert document.body["risk_level"] == "medium"
    assert [one.why for one in decided(document.body)] == [WHY]
    assert world.store.counts().decisions == 0


def test_something_else_is_a_third_answer_that_takes_both_into_account(world, presenter):
    presenter.show(presenter.read())
    presenter.pick(OTHER)
    presenter.write_why(WHY)
    assert presenter.press() is None
    assert "other" in dict(presenter.state().troubles)
    presenter.write_other("unknown")
    decision = presenter.press()
    assert decision is not None
    presenter.save(decision)
    assert world.workplace.document(decision.doc).body["risk_level"] == "unknown"


def test_a_decision_takes_three_presses_with_the_keyboard_alone(world, page, qtbot):
    """Open the page · choose · save; typing the reason is free."""
    radio = page.window().focusWidget()
    QTest.keyClick(radio, Qt.Key.Key_Right)
    assert page.presenter.state().picked != ""
    page.why.setFocus()
    QTest.keyClicks(page.why, WHY)
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(page.why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    world.settle(page)
    assert "Nothing needs a decision." in texts(page)


def test_something_else_can_be_answered_with_the_keyboard_alone(page):
    sides = [answer.side for answer in page.presenter.state().question.answers]
    QTest.keyClick(page._cards[sides[0]].radio, Qt.Key.Key_Down)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    assert page.presenter.state().other


def test_left_and_right_choose_between_the_answers_and_down_is_something_else(page):
    sides = [answer.side for answer in page.presenter.state().question.answers]
    first = page._cards[sides[0]].radio
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert page.presenter.state().picked == sides[0]
    QTest.keyClick(page._cards[sides[0]].radio, Qt.Key.Key_Right)
    assert page.presenter.state().picked == sides[1]
    QTest.keyClick(page._cards[sides[1]].radio, Qt.Key.Key_Down)
    assert page.presenter.state().picked == OTHER


def test_saving_too_early_says_what_is_missing_and_brings_the_keyboard_there(page):
    page.save.click()
    assert "Choose an answer first." in texts(page)
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Right)
    page.save.click()
    assert page.window().focusWidget() is page.why


def test_there_is_one_filled_button(page):
    filled = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.words() for b in filled] == ["Save decision"]


def test_offline_a_decision_is_saved_here_and_the_page_says_so(world, presenter):
    state = presenter.show(presenter.read(), online=False)
    assert state.note == "Saved here now. Sent when you are online."


def test_a_question_somebody_else_decided_meanwhile_goes_away_by_itself(world, page, qtbot):
    from fieldapp.commands.decide import Choice, decide

    question = page.presenter.state().question
    with qtbot.waitSignal(page.refreshed):
        decide(world.workplace, question.doc, [Choice("risk_level", "high", "Read both.")])
    world.settle(page)
    assert page.presenter.state().empty == "Nothing needs a decision."


def test_at_twice_the_text_the_answers_stand_one_under_the_other(world, presenter, shown, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    page = shown(DecisionsPage(presenter, world.around), 1216, 720)
    page.opened()
    world.settle(page)
    first, second = page._cards.values()
    assert second.mapTo(page, second.rect().topLeft()).y() > first.mapTo(page, first.rect().topLeft()).y()
    assert page.scroller.widget().minimumSizeHint().width() <= page.scroller.viewport().width()


@pytest.fixture
def two_questions(world, page):
    """The record's question, and after it one about a day."""
    facts = page.presenter.facts
    (case,) = facts.cases
    (risk,) = case.questions
    day = replace(
        risk,
        id=f"{risk.doc}|day",
        title="By when?",
        heading="You and Sam both changed “By when?”",
        editor="date",
        choices=(),
        why_required=False,
        answers=tuple(
            replace(one, words=f"{n} April 2026", beside="") for n, one in enumerate(risk.answers, 15)
        ),
    )
    page.take(replace(facts, cases=(replace(case, questions=(risk, day)),)))
    return page


def test_next_answer_brings_the_keyboard_to_the_first_answer_of_the_next_question(two_questions):
    page = two_questions
    page.first_focus().setFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Right)
    page.why.setFocus()
    QTest.keyClicks(page.why, WHY)
    QTest.keyClick(page.why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.presenter.state().question.title == "By when?"
    assert page.window().focusWidget() is next(iter(page._cards.values())).radio
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    line = page.window().focusWidget()
    assert line.accessibleName() == "Your new answer"
    assert "Today" not in texts(page)


def test_a_day_written_as_something_else_will_stand_in_the_record_as_a_day(world, presenter):
    question = presenter.show(presenter.read()).question
    _, plan = world.workplace.newest_form("plan")
    by = replace(question, key="objective[r1]/by", editor="date", choices=())
    presenter.pick(OTHER)
    presenter.write_other("2026-04-20")
    kept, case = presenter._of(presenter.here), replace(presenter.facts.cases[0], definition=plan)
    assert presenter._chosen_words(case, by, kept) == "20 April 2026"


def test_something_else_of_a_row_of_choices_is_asked_to_be_chosen_not_written(presenter):
    presenter.show(presenter.read())
    presenter.pick(OTHER)
    presenter.press()
    assert dict(presenter.state().troubles)["other"] == "Choose the answer that should stand."


def test_a_card_taken_out_here_and_changed_there_is_told_of_and_one_added_is_told_of_once(world):
    row, new = "objective[r1]/action[a1]", "objective[r1]/action[a2]"
    base = {
        "objective[r1]": 0,
        "objective[r1]/for": "Wilf",
        row: 0,
        f"{row}/what": "Weigh Wilf",
        f"{row}/who": "Joan",
    }
    nia = {key: value for key, value in base.items() if not key.startswith(row)}
    nia |= {new: 0, f"{new}/what": "Ring the school", f"{new}/who": "Nia", f"{new}/action_by": "2026-03-12"}
    sam = {**base, f"{row}/who": "Elin Hartle"}
    stands = {**base, **nia, **sam}
    revisions = {
        one.hash: one
        for one in (
            Version("base", (), base, "nia"),
            Version("nias", ("base",), nia, "nia"),
            Version("sams", ("base",), sam, "sam"),
        )
    }
    view = View("sams", "sam", "nia", "objective[r1]/by")
    document = Standing("plan", stands)
    names = {"nia": "Nia Brackwell", "sam": "Sam Tregarth"}
    _, plan = world.workplace.newest_form("plan")
    lines = [one.line for one in _joined(document, [view], revisions, plan, "sam", names.get)]
    assert lines == [
        "Wilf, Weigh Wilf: You set Elin Hartle",
        "Nia added Ring the school",
        "Nia took out Weigh Wilf. It stays, because it was changed meanwhile.",
    ]
