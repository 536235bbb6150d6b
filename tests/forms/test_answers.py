"""A live form, its body and its draft say the same; nothing entered is lost on the way."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.forms import load_definition
from fieldapp.forms.answers import fill, kept_values, to_body, unplaced
from fieldapp.forms.convert import convert, convert_bytes
from fieldapp.ports import SteppedClock
from fieldapp.protocol.revision import check_body

ROOT = Path(__file__).resolve().parents[2]
MORNING = 1_772_701_200_000
"""5 March 2026, 09:00 in London."""

FORMS = ("home_visit", "wishes_and_feelings", "early_help_assessment", "plan", "chronology_entry")


class Counting:
    """Different bytes each time, the same in each run."""

    def __init__(self):
        self.count = 0

    def random_bytes(self, count):
        self.count += 1
        return self.count.to_bytes(count, "big")


@pytest.fixture(scope="module")
def library():
    return {name: load_definition(convert(ROOT / "forms" / f"{name}.md")) for name in FORMS}


def opened(definition):
    return definition.open(clock=SteppedClock(MORNING), entropy=Counting())


def refilled(definition, values):
    return fill(definition, values, clock=SteppedClock(MORNING), entropy=Counting())


ANSWERS = {
    "date": ["2026-03-01", "2026-03-05", "2025-02-28"],
    "time": ["09:50:00", "10:20:00"],
    "dateTime": ["2026-03-05T09:00:00.000+00:00"],
    "integer": ["0", "3", "11"],
    "range": ["0", "4", "10"],
    "acknowledge": ["OK"],
    "text": ["a bed of my own", "Ivo", "ŵ", "two\nlines", "a b"],
}


NOT_ANSWERED = ("note", "calculate", "metadata", "image")


def act(instance, data):
    """One thing a person might do: answer, clear, add, remove or move a row."""
    node = instance.node(data.draw(st.sampled_from(instance.keys())))
    if not node.relevant:
        return
    if node.kind == "question" and not node.readonly and node.type not in NOT_ANSWERED:
        instance.set(node.key, "" if data.draw(st.integers(0, 5)) == 0 else answer(node, data))
    elif node.kind == "repeat" and not node.rows_fixed:
        instance.add_row(node.key)
    elif node.kind == "row":
        siblings = instance.rows(node.key[: node.key.rindex("[")])
        if data.draw(st.booleans()):
            instance.remove_row(node.key)
        else:
            instance.move_row(node.key, data.draw(st.integers(0, len(siblings) - 1)))


def answer(node, data):
    if node.choices is not None and node.type != "range":
        names = [choice.name for choice in node.choices]
        if node.type == "select_multiple":
            return " ".join(data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)))
        return data.draw(st.sampled_from(names))
    return data.draw(st.sampled_from(ANSWERS.get(node.type, ANSWERS["text"])))


def shown(instance, *, whole):
    """What a screen would show of every node that is asked (or of all), apart from the instance's own id."""
    found = {}
    for key in instance.keys():
        node = instance.node(key)
        if node.type == "metadata" or not (whole or node.relevant):
            continue
        found[key] = (
            node.value,
            node.relevant,
            node.required,
            node.valid,
            node.violation,
            node.label,
            node.choices,
        )
        if whole and node.kind == "question" and node.type not in ("note", "calculate"):
            found[key] += (instance.kept(key),)
    return found


PROPERTY = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


@pytest.mark.parametrize("name", FORMS)
@PROPERTY
@given(data=st.data())
def test_a_body_makes_an_instance_that_shows_the_same(library, name, data):
    definition = library[name]
    instance = opened(definition)
    for _ in range(data.draw(st.integers(0, 40))):
        act(instance, data)
    body = to_body(instance)
    check_body(body)
    again = refilled(definition, body)
    assert to_body(again) == body
    assert shown(again, whole=False) == shown(instance, whole=False)


@pytest.mark.parametrize("name", FORMS)
@PROPERTY
@given(data=st.data())
def test_a_draft_gives_back_also_what_is_not_asked_just_now(library, name, data):
    definition = library[name]
    instance = opened(definition)
    for _ in range(data.draw(st.integers(0, 40))):
        act(instance, data)
    again = refilled(definition, kept_values(instance))
    assert kept_values(again) == kept_values(instance)
    assert shown(again, whole=True) == shown(instance, whole=True)


def small(survey, choices=""):
    settings_ = "| settings | | |\n| | form_title | form_id |\n| | Small | small |\n"
    return load_definition(convert_bytes((survey + choices + settings_).encode(), "small.md"))


def test_several_choices_are_a_sorted_list_and_an_empty_answer_is_no_key():
    form = small(
        "| survey | | | |\n| | type | name | label |\n| | select_multiple room | rooms | Rooms |\n| | text | why | Why |\n",
        "| choices | | | |\n| | list_name | name | label |\n| | room | living | Living room |\n| | room | bath | Bathroom |\n",
    )
    instance = opened(form)
    instance.set("rooms", "living bath")
    assert to_body(instance) == {"rooms": ["bath", "living"]}


def test_what_nobody_answered_is_in_no_body():
    form = small(
        "| survey | | | | |\n| | type | name | label | calculation |\n| | integer | a | A | |\n"
        "| | note | n | Note | |\n| | calculate | b | | ${a} + 1 |\n"
    )
    instance = opened(form)
    instance.set("a", "2")
    assert to_body(instance) == {"a": "2"}


def test_an_answer_not_asked_any_more_leaves_the_record_and_stays_in_the_draft():
    form = small(
        "| survey | | | | |\n| | type | name | label | relevant |\n| | text | a | A | |\n| | text | b | B | ${a} = 'yes' |\n"
    )
    instance = opened(form)
    instance.set("a", "yes")
    instance.set("b", "Because")
    instance.set("a", "no")
    assert to_body(instance) == {"a": "no"}
    assert kept_values(instance) == {"a": "no", "b": "Because"}
    again = refilled(form, kept_values(instance))
    again.set("a", "yes")
    assert again.node("b").value == "Because"


def test_a_default_of_today_does_not_come_back_once_it_was_cleared():
    form = small("| survey | | | | |\n| | type | name | label | default |\n| | date | d | Day | today() |\n")
    assert to_body(opened(form)) == {"d": "2026-03-05"}
    assert to_body(refilled(form, {})) == {}
    assert to_body(refilled(form, {"d": "2026-02-19"})) == {"d": "2026-02-19"}


def test_two_people_s_accounts_stay_apart_while_nobody_touches_them():
    form = small("| survey | | | |\n| | type | name | label |\n| | text | why | Why |\n")
    author = "01900000-0000-7000-8000-000000000001"
    accounts = {
        "accounts": [
            {"author": author, "rev": "a" * 64, "text": "Kit spoke for her."},
            {"author": author, "rev": "b" * 64, "text": "The house was quiet."},
        ]
    }
    before = {"why": accounts}
    instance = refilled(form, before)
    assert instance.node("why").value == "Kit spoke for her.\n\nThe house was quiet."
    assert to_body(instance, before) == before
    instance.set("why", "One account now.")
    assert to_body(instance, before) == {"why": "One account now."}


def test_a_row_counted_by_an_answer_keeps_its_record_s_id():
    form = small(
        "| survey | | | | |\n| | type | name | label | repeat_count |\n| | integer | n | How many | |\n"
        "| | begin_repeat | r | Row | ${n} |\n| | text | t | T | |\n| | end_repeat | | | |\n"
    )
    one, two = (f"01900000-0000-7000-9000-00000000000{number}" for number in (1, 2))
    body = {"n": "2", f"r[{two}]": 0, f"r[{two}]/t": "first", f"r[{one}]": 1, f"r[{one}]/t": "second"}
    assert to_body(refilled(form, body)) == body


def test_answers_another_version_of_the_form_had_are_named_not_dropped_in_silence():
    form = small("| survey | | | |\n| | type | name | label |\n| | text | a | A |\n")
    assert unplaced(form, {"a": "1", "old/b": "2", "meta/complete": "yes"}) == ("old/b",)
    assert to_body(refilled(form, {"a": "1", "old/b": "2"})) == {"a": "1"}
