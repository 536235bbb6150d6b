"""What is asked, what is needed, what cannot stand: relevant, required, readonly, constraint, and what they calculate."""

import pytest
from form_scenario import Scenario

from fieldapp.forms import NotWritable, UnknownPath

VISIT = """
| survey | | | | | |
| | type | name | label | relevant | calculation |
| | integer | age | Age | | |
| | text | job | Job | ${age} > 16 | |
| | begin_group | home | Home | ${job} != '' | |
| | text | street | Street of ${job} | | |
| | begin_group | inside | Inside | ${street} = 'High' | |
| | integer | rooms | Rooms | | |
| | calculate | twice | | | ${rooms} * 2 |
| | end_group | | | | |
| | end_group | | | | |
| | calculate | told | | | concat(${job}, '-', ${street}, '-', ${twice}) |
"""


def test_a_question_is_asked_once_what_it_waits_for_is_so():
    visit = Scenario.of(VISIT)
    assert not visit.asked("job")
    visit.answer("age", "20")
    assert visit.asked("job")


def test_what_is_not_asked_is_empty_for_every_expression_and_comes_back_with_its_answer():
    visit = Scenario.of(VISIT).answers(age="20", job="cook")
    visit.answer("home/street", "High")
    visit.answer("home/inside/rooms", "7")
    assert visit.value("told") == "cook-High-14"
    visit.answer("age", "3")
    assert visit.values("job", "home/street", "told") == ["", "", "--"]
    assert visit.instance.kept(visit.key("home/street")) == "High"
    visit.answer("age", "30")
    assert visit.values("home/street", "home/inside/twice", "told") == ["High", "14", "cook-High-14"]


def test_a_group_that_is_not_asked_takes_everything_in_it_along():
    visit = Scenario.of(VISIT).answers(age="20", job="cook")
    assert visit.asked("home/street")
    assert not visit.asked("home/inside/rooms")
    assert not visit.asked("home/inside/twice")


def test_a_calculation_follows_whatever_it_reads_in_any_order_and_through_any_chain():
    sums = Scenario.of("""
        | survey | | | | |
        | | type | name | label | calculation |
        | | calculate | last | | ${middle} + 1 |
        | | calculate | middle | | ${first} * 2 |
        | | integer | first | First | |
        | | calculate | size | | if(${last} > 5, 'big', 'small') |
    """)
    assert sums.values("last", "middle", "size") == ["", "", "small"]
    sums.answer("first", "3")
    assert sums.values("last", "middle", "size") == ["7", "6", "big"]


def test_a_change_names_what_may_now_look_different_and_nothing_else():
    visit = Scenario.of(VISIT)
    changes = visit.answer("age", "20")
    assert set(changes.changed) == {"age", "job"}
    changes = visit.answer("job", "cook")
    assert "home/street" in changes.changed, "its label shows the job"
    assert "age" not in changes.changed


RULES = """
| survey | | | | | | | | |
| | type | name | label | required | required_message | constraint | constraint_message | readonly |
| | text | why | Why | yes | Say why | | | |
| | text | who | Who | ${why} = 'x' | Say who | | | |
| | integer | low | Low | yes | | . > 5 and . < ${high} | Between 5 and ${high} | |
| | integer | high | High | | | | | |
| | begin_group | box | Box | | | | | ${why} = 'locked' |
| | text | open | Open | | | | | |
| | text | shut | Shut | | | | | yes |
| | end_group | | | | | | | |
"""


def test_an_empty_answer_never_breaks_a_constraint_but_a_needed_one_is_missed():
    rules = Scenario.of(RULES)
    assert rules.violation("why") == "required"
    assert rules.message("why") == "Say why"
    assert rules.violation("low") == "required"
    assert rules.message("low") is None
    assert rules.violation("who") is None


def test_a_constraint_speaks_before_a_missing_answer_and_reads_other_questions():
    rules = Scenario.of(RULES).answers(high="10", low="12")
    assert rules.violation("low") == "constraint"
    assert rules.message("low") == "Between 5 and 10"
    rules.answer("high", "20")
    assert rules.violation("low") is None
    rules.answer("low", "")
    assert rules.violation("low") == "required"


def test_required_can_depend_on_another_answer():
    rules = Scenario.of(RULES)
    rules.answer("why", "x")
    assert rules.node("who").required
    assert rules.message("who") == "Say who"


def test_a_group_is_right_when_everything_asked_in_it_is():
    rules = Scenario.of(RULES)
    assert not rules.node("").valid
    assert rules.node("box").valid
    rules.answers(why="y", low="7", high="9")
    assert rules.node("").valid
    assert rules.instance.violations() == ()


def test_readonly_is_passed_on_from_groups_and_refuses_answers():
    rules = Scenario.of(RULES)
    rules.answer("box/open", "yes")
    with pytest.raises(NotWritable):
        rules.answer("box/shut", "no")
    rules.answer("why", "locked")
    assert rules.node("box/open").readonly
    with pytest.raises(NotWritable):
        rules.answer("box/open", "no")
    assert rules.value("box/open") == "yes"


def test_what_nobody_asks_takes_no_answers_from_people_but_from_the_app():
    visit = Scenario.of(VISIT)
    for path in ("told", "home", "job"):
        with pytest.raises(NotWritable):
            visit.answer(path, "x")
    visit.instance.prefill(visit.key("job"), "cook")
    assert visit.value("job") == ""
    visit.answer("age", "20")
    assert visit.value("job") == "cook"


def test_a_place_that_does_not_exist_is_said_to_be_unknown():
    visit = Scenario.of(VISIT)
    for path in ("nowhere", "home/nowhere", "age/x", "age[1]"):
        with pytest.raises(UnknownPath):
            visit.answer(path, "x")


def test_a_question_with_a_calculation_can_be_written_over_until_the_calculation_gives_something_else():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | calculation |
        | | text | word | Word | |
        | | text | made | Made | concat(${word}, '!') |
    """)
    scene.answer("made", "mine")
    assert scene.value("made") == "mine"
    scene.answer("word", "hey")
    assert scene.value("made") == "hey!"


def test_once_computes_a_value_and_keeps_it():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | calculation |
        | | text | word | Word | |
        | | calculate | kept | | once(${word}) |
    """)
    scene.answer("word", "first")
    scene.answer("word", "second")
    assert scene.value("kept") == "first"
