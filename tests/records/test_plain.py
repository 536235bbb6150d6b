"""The plain-language check, on texts a plan might hold."""

import pytest

from fieldapp.records.plain import CHILD_GRADE_MAX, PARENT_GRADE_MAX, check, syllables_in


@pytest.mark.parametrize(
    ("text", "sentences", "words", "syllables", "grade", "longest"),
    [
        (
            "We are worried that Ivo goes to school hungry. From Monday, Bryony will give him breakfast by 8 "
            "each school day. School will tell us how many days he has eaten.",
            3,
            31,
            39,
            3.3,
            12,
        ),
        (
            "Mother to engage appropriately with professionals in order to address the identified concerns "
            "regarding the neglectful presentation of the children and to prioritise their emotional wellbeing "
            "at all times.",
            1,
            29,
            58,
            19.3,
            29,
        ),
        (
            "You told me the shouting makes your tummy hurt. I told Mum. We made a plan. I will come back on Friday.",
            4,
            22,
            25,
            0.0,
            9,
        ),
    ],
)
def test_a_text_is_counted_as_a_reader_would(text, sentences, words, syllables, grade, longest):
    found = check(text, exceptions=False)
    assert (found.sentences, found.words, found.syllables, found.grade, found.longest) == (
        sentences,
        words,
        syllables,
        grade,
        longest,
    )


def test_a_person_s_own_words_are_not_ours_to_simplify():
    ours = "We will come on Friday."
    assert (
        check(f"{ours} “Notwithstanding incomprehensible interdepartmental intransigence.”").grade
        == check(ours).grade
    )


def test_words_of_the_trade_are_named_with_a_plain_one():
    found = check("Mother will engage. Ivo disclosed a worry about contact.")
    assert dict(found.jargon) == {
        "engage": "meet and talk with",
        "disclosed": "told us",
        "contact": "seeing each other",
    }


def test_a_sentence_of_26_words_is_red_and_of_21_amber():
    assert check(" ".join(["go"] * 26) + ".").longest_mark == "red"
    assert check(" ".join(["go"] * 21) + ".").longest_mark == "amber"
    assert check(" ".join(["go"] * 20) + ".").longest_mark == "fine"


def test_in_another_language_only_the_length_of_sentences_is_told():
    found = check("Ola i Marek pójdą do szkoły w piątek rano.", english=False)
    assert (found.words, found.grade, found.jargon) == (9, 0.0, ())


def test_an_empty_text_has_nothing_to_say():
    found = check("")
    assert (found.words, found.sentences, found.grade, found.mean) == (0, 0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("table", 2),
        ("home", 1),
        ("wanted", 2),
        ("helped", 1),
        ("houses", 2),
        ("makes", 1),
        ("8", 1),
        ("rhythm", 1),
    ],
)
def test_syllables_follow_the_rule(word, count):
    assert syllables_in(word, exceptions=False) == count


def test_the_targets_are_a_parent_s_and_a_child_s_reading():
    assert check("We made a plan.").meets(CHILD_GRADE_MAX)
    assert not check("Professionals prioritise emotional wellbeing appropriately.").meets(PARENT_GRADE_MAX)
