"""What the records work out is said in the language of the screen, not only what a button says."""

from datetime import date

import pytest

from fieldapp import words
from fieldapp.records.dates import Span, Standing, ago_words, day_words, weekday_words
from fieldapp.records.decisions import open_questions
from fieldapp.records.document import OpenQuestion
from fieldapp.records.today import CarryFacts, before_you_leave

TODAY = date(2026, 3, 5)


@pytest.fixture(autouse=True)
def welsh():
    words.use_language("cy")
    yield
    words.use_language("en")


def test_how_far_off_a_limit_is_counts_in_welsh():
    assert Standing("late", 1, TODAY).words() == "1 diwrnod gwaith yn hwyr"
    assert Standing("late", 2, TODAY).words() == "2 ddiwrnod gwaith yn hwyr"
    assert Standing("soon", 3, TODAY).words() == "ymhen 3 diwrnod gwaith"
    assert Standing("today", 0, TODAY).words() == "i fod heddiw"


def test_days_and_spans_are_welsh():
    assert day_words(date(2025, 10, 24), TODAY) == "24 Hydref 2025"
    assert weekday_words(date(2026, 3, 17)) == "Maw 17 Mawrth"
    assert ago_words(date(2026, 3, 3), TODAY) == "2 ddiwrnod yn ôl"
    assert Span("months", 1).words() == "1 mis"


def test_what_to_check_before_leaving_is_welsh(policy):
    lines = before_you_leave(CarryFacts(families_today=("A", "B"), undecided=2, unsent=1), policy, TODAY)
    assert lines[0].title == "Mae'r ddau deulu ar y gliniadur hwn"
    assert "Mae angen eich penderfyniad ar 2 ateb" in [line.title for line in lines]


def test_whoever_looks_is_chi_on_both_sides_of_a_question(scene):
    """Decisions looked for "Chi" among sides that said "You", and took one's own answer for a stranger's."""
    scene.child("Tansy")
    document = next(one for one in scene.documents if one.kind == "child")
    question = OpenQuestion(
        "risk_level", "1" * 64, "medium", "nia", "2026-02-21T23:20:00.000Z", "sam", "2026-02-19T11:26:00.000Z"
    )
    scene.change(document.id, body={**document.body, "risk_level": "high"}, open=(question,), author="sam")
    (asked,) = open_questions(scene.file(), "nia", {"sam": "Sam Tregarth"}.get)
    assert asked.sides[0].author_name == words.Words("Decisions")("You") == "Chi"
    assert asked.sentence == "Chi a Sam: newidiwyd Risk level gan y ddau. Dewiswch."
    assert asked.until_words().startswith("Nes i chi benderfynu, mae pawb yn gweld ")
