"""What waits for a choice is told in words; what was chosen says why, over what, and by whom."""

from datetime import date

from records_scene import TODAY

from fieldapp.records.decisions import called, decisions, last_decision, open_questions, record_will_say
from fieldapp.records.document import OpenQuestion

NIA, SAM, MARCUS = "nia", "sam", "marcus"
NAMES = {NIA: "Nia Brackwell", SAM: "Sam Tregarth", MARCUS: "Marcus Tildesey"}


def name_of(user):
    return NAMES.get(user, "")


def disputed(scene, key="risk_level", head="high", side="medium", head_author=NIA, side_author=SAM):
    scene.child("Tansy")
    document = next(one for one in scene.documents if one.kind == "child")
    question = OpenQuestion(
        key, "1" * 64, side, side_author, "2026-02-21T23:20:00.000Z", head_author, "2026-02-19T11:26:00.000Z"
    )
    scene.change(
        document.id,
        body={**document.body, **({key: head} if key else {})},
        open=(question,),
        author=head_author,
    )
    return scene.file()


def test_whoever_looks_is_named_first_and_called_you(scene):
    file = disputed(scene)
    assert [open_questions(file, me, name_of)[0].sentence for me in (NIA, SAM, MARCUS)] == [
        "You and Sam both changed Risk level. Please choose.",
        "You and Nia both changed Risk level. Please choose.",
        "Nia and Sam both changed Risk level. Please choose.",
    ]


def test_a_question_shows_both_values_as_the_form_words_them(scene):
    (asked,) = open_questions(disputed(scene), NIA, name_of)
    assert (asked.head.words, asked.sides[0].words, asked.child) == ("High", "Medium", "Tansy")
    assert asked.until_words() == "Until you decide, everyone sees High"


def test_an_ordinary_answer_has_no_safer_value_to_show(scene):
    (asked,) = open_questions(disputed(scene, "school", "Wrenlow", "Hopestow"), NIA, name_of)
    assert (asked.merge, asked.until_words()) == ("value", "")


def test_removed_here_and_changed_there_says_that_it_is_kept(scene):
    (asked,) = open_questions(disputed(scene, "", "", None), NIA, name_of)
    assert asked.sentence == "Sam removed this; you changed it. It is kept until you choose."


def test_somebody_this_laptop_does_not_know_is_somebody(scene):
    (asked,) = open_questions(disputed(scene, side_author="stranger"), NIA, name_of)
    assert asked.sentence == "You and Somebody both changed Risk level. Please choose."


def test_the_record_will_say_what_stands_over_what_by_whom_and_why(scene):
    (asked,) = open_questions(disputed(scene), NIA, name_of)
    assert record_will_say(asked, "High", "She held her stomach.", "Nia Brackwell", TODAY) == (
        "Risk level, Tansy: High. Chosen by Nia Brackwell on 5 March 2026, over Medium (Sam Tregarth, 21 February). "
        "Why: She held her stomach."
    )
    assert "over High (Nia Brackwell, 19 February) and Medium" in record_will_say(
        asked, "Low", "", "Nia Brackwell", TODAY
    )


def test_decisions_stand_newest_first_with_their_reasons(scene):
    scene.write(
        "decision",
        "one",
        {"decided_on": "2025-10-06", "decided": "Enquiry.", "why": "Three reports."},
        signed_off=True,
    )
    scene.write(
        "decision", "two", {"decided_on": "2026-01-20", "decided": "Keep the plan.", "why": "It holds."}
    )
    found = decisions(scene.file())
    assert [(one.on, one.decided, one.confirmed) for one in found] == [
        (date(2026, 1, 20), "Keep the plan.", False),
        (date(2025, 10, 6), "Enquiry.", True),
    ]
    assert last_decision(scene.file()).line(TODAY) == "Last decision, 20 January. Keep the plan."


def test_a_family_without_decisions_has_none(scene):
    assert last_decision(scene.file()) is None
    assert open_questions(scene.file(), NIA, name_of) == ()


def disputed_plan(scene):
    scene.write(
        "plan",
        "plan",
        {
            "type": "cp",
            "aim": "Mornings and nights.",
            "objective": [
                {"for": "Ivo", "change": "Ivo eats breakfast", "by": "2026-04-30"},
                {"for": "Wilf", "change": "Wilf sleeps in his own cot", "by": "2026-04-15"},
            ],
        },
    )
    document = next(one for one in scene.documents if one.kind == "plan")
    key = next(key for key, value in document.body.items() if value == "2026-04-15")
    question = OpenQuestion(
        key, "1" * 64, "2026-04-20", SAM, "2026-02-21T23:20:00.000Z", NIA, "2026-02-19T11:26:00.000Z"
    )
    scene.change(document.id, open=(question,), author=NIA)
    return scene.file()


def test_a_day_reads_as_a_day_and_says_whose_card_it_stands_in(scene):
    (asked,) = open_questions(disputed_plan(scene), NIA, name_of)
    assert (asked.head.words, asked.sides[0].words) == ("15 April 2026", "20 April 2026")
    assert asked.cards == ("Wilf",)
    said = record_will_say(asked, "20 April 2026", "", "Nia Brackwell", TODAY)
    assert said.startswith("By when?, Wilf: 20 April 2026. Chosen by Nia Brackwell")


def test_a_quoted_label_leaves_its_full_stop_to_the_sentence_around_it():
    assert called("How is it now? Number, date or fact.") == "“How is it now? Number, date or fact”"
    assert called("Risk level") == "Risk level"


def test_a_label_that_is_a_sentence_stands_in_quotes_within_another(scene):
    (asked,) = open_questions(disputed_plan(scene), NIA, name_of)
    assert asked.sentence == "You and Sam both changed “By when?”. Please choose."
