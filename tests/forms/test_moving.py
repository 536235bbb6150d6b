"""From version 1 of a form to version 2: kept, moved, needs an answer, no longer asked; nothing dropped."""

from form_scenario import Chance, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.forms import load_definition
from fieldapp.forms.answers import fill, kept_values, text_of, unplaced
from fieldapp.forms.convert import convert_bytes
from fieldapp.forms.moving import match_places, plan_move
from fieldapp.ports import SteppedClock

MORNING = 1_772_701_200_000
LISTS = """
| choices | | | |
| | list_name | name | label |
| | risk | low | Low |
| | risk | medium | Medium |
| | risk | high | High |
| | scale | low | Lower |
| | scale | high | Higher |
"""


def version(survey, number="1"):
    sheet = (
        f"{table(survey)}{table(LISTS)}| settings | | |\n| | form_id | version |\n| | visit | {number} |\n"
    )
    return load_definition(convert_bytes(sheet.encode(), "visit.md"))


def written(definition, answers=(), rows=()):
    """What a draft keeps after these rows and answers."""
    instance = definition.open(clock=SteppedClock(MORNING), entropy=Chance())
    for repeat, row in rows:
        instance.add_row(repeat, row)
    for key, value in dict(answers).items():
        instance.prefill(key, value)
    return kept_values(instance)


def moved(old, new, values):
    return plan_move(old, new, values, clock=SteppedClock(MORNING), entropy=Chance())


def opened(definition, values):
    return fill(definition, values, clock=SteppedClock(MORNING), entropy=Chance())


FIRST = """
| survey | | | | |
| | type | name | label | required |
| | begin_group | house | The house | |
| | text | rooms | Who sleeps where? | |
| | select_one risk | worry | How worried are you? | yes |
| | end_group | | | |
| | text | pets | Any animals? | |
"""


def test_an_answer_that_stands_where_it_stood_is_kept():
    old = version(FIRST)
    move = moved(old, version(FIRST, "2"), written(old, {"house/rooms": "All in one", "house/worry": "low"}))
    assert [(one.key, one.label, one.answer) for one in move.kept] == [
        ("house/rooms", "Who sleeps where?", "All in one"),
        ("house/worry", "How worried are you?", "Low"),
    ]
    assert (move.moved, move.needed, move.gone, move.left) == ((), (), (), ())
    assert move.values == {"house/rooms": "All in one", "house/worry": "low"}


def test_a_question_asked_in_another_section_takes_its_answer_with_it():
    old = version(FIRST)
    new = version(
        """
        | survey | | | |
        | | type | name | label |
        | | begin_group | night | The night |
        | | text | rooms | Where does each child sleep? |
        | | end_group | | |
        """
    )
    move = moved(old, new, written(old, {"house/rooms": "All in one"}))
    (one,) = move.moved
    assert (one.key, one.to, one.before, one.after) == (
        "house/rooms",
        "night/rooms",
        "The house",
        "The night",
    )
    assert move.values == {"night/rooms": "All in one"}


def test_a_question_of_another_name_is_known_by_the_field_it_fills():
    sheet = """
    | survey | | | |
    | | type | name | label | bind::fa:field |
    | | date | {name} | When were the children seen? | seen |
    | settings | | |
    | | form_id | namespaces |
    | | visit | fa="https://fieldapp.example/xforms" |
    """
    old, new = (
        load_definition(convert_bytes(table(sheet.format(name=name)).encode(), "visit.md"))
        for name in ("c_seen", "seen_on")
    )
    assert match_places(old, new) == {"c_seen": "seen_on"}


def test_what_is_no_longer_asked_is_left_to_be_read_in_words():
    old = version(FIRST)
    new = version("| survey | | | |\n| | type | name | label |\n| | text | pets | Any animals? |")
    move = moved(old, new, written(old, {"house/worry": "high", "pets": "A dog"}))
    assert [(one.label, one.answer, one.to) for one in move.gone] == [("How worried are you?", "High", None)]
    assert move.left == move.gone
    assert move.values == {"pets": "A dog"}


def test_a_choice_that_is_gone_needs_an_answer_and_says_what_it_was():
    old = version(FIRST)
    new = version(FIRST.replace("select_one risk", "select_one scale"), "2")
    move = moved(old, new, written(old, {"house/worry": "medium"}))
    (one,) = move.needed
    assert (one.key, one.label, one.where, one.earlier) == (
        "house/worry",
        "How worried are you?",
        "The house",
        "Medium",
    )
    assert [left.answer for left in move.left] == ["Medium"]
    assert "house/worry" not in move.values


def test_of_several_choices_those_that_remain_are_kept_and_the_whole_answer_is_left():
    old = version("| survey | | | |\n| | type | name | label |\n| | select_multiple risk | what | What? |")
    new = version("| survey | | | |\n| | type | name | label |\n| | select_multiple scale | what | What? |")
    move = moved(old, new, written(old, {"what": "medium high"}))
    assert move.values == {"what": ["high"]}
    assert [(left.label, left.answer) for left in move.left] == [("What?", "High, Medium")]
    assert [one.earlier for one in move.needed] == ["High, Medium"]


def test_a_new_question_that_must_be_answered_is_named_and_one_with_a_default_has_it():
    old = version("| survey | | | |\n| | type | name | label |\n| | text | pets | Any animals? |")
    new = version(
        """
        | survey | | | | | |
        | | type | name | label | required | default |
        | | text | pets | Any animals? | | |
        | | text | school | How is school? | yes | |
        | | date | seen | Seen on | yes | today() |
        """
    )
    move = moved(old, new, written(old, {"pets": "A dog"}))
    assert [(one.key, one.earlier) for one in move.needed] == [("school", "")]
    assert move.values == {"pets": "A dog", "seen": "2026-03-05"}


REPEAT = """
| survey | | | |
| | type | name | label |
| | begin_repeat | {repeat} | Children |
| | text | {name} | Name |
| | end_repeat | | |
"""


def test_rows_keep_their_ids_and_their_order():
    old = version(REPEAT.format(repeat="child", name="called"))
    new = version(
        """
        | survey | | | |
        | | type | name | label |
        | | begin_group | family | The family |
        | | begin_repeat | child | Children |
        | | begin_group | who | Who |
        | | text | called | Name |
        | | end_group | | |
        | | end_repeat | | |
        | | end_group | | |
        """
    )
    values = {"child[b]": 0, "child[b]/called": "Ivo", "child[a]": 1, "child[a]/called": "Wilf"}
    move = moved(old, new, values)
    assert move.values == {
        "family/child[b]": 0,
        "family/child[b]/who/called": "Ivo",
        "family/child[a]": 1,
        "family/child[a]/who/called": "Wilf",
    }
    assert [(one.before, one.after) for one in move.moved] == [("Children", "The family")] * 2


def test_a_question_that_leaves_its_rows_is_another_question():
    old = version(REPEAT.format(repeat="child", name="called"))
    new = version("| survey | | | |\n| | type | name | label |\n| | text | called | Name |")
    move = moved(
        old, new, {"child[b]": 0, "child[b]/called": "Ivo", "child[a]": 1, "child[a]/called": "Wilf"}
    )
    assert [one.answer for one in move.gone] == ["Ivo", "Wilf"]
    assert move.values == {}


def test_two_questions_of_one_name_are_not_guessed_between():
    twice = """
    | survey | | | |
    | | type | name | label |
    | | begin_group | {0} | One |
    | | text | note | Note |
    | | end_group | | |
    | | begin_group | {1} | Two |
    | | text | note | Note |
    | | end_group | | |
    """
    old, new = version(twice.format("a", "b")), version(twice.format("a", "c"))
    assert match_places(old, new) == {"a/note": "a/note", "b/note": "c/note"}
    assert match_places(old, version(twice.format("c", "d"))) == {}


def test_what_the_app_keeps_goes_along_and_speaks_of_the_new_place():
    old = version(FIRST)
    new = version(FIRST.replace("| house |", "| home |"))
    values = {
        "house/rooms": "All in one",
        "meta/restricted[r]": 0,
        "meta/restricted[r]/key": "house/rooms",
        "meta/jot[j]": 0,
        "meta/jot[j]/text": "cold",
    }
    move = moved(old, new, values)
    assert move.values == {
        "home/rooms": "All in one",
        "meta/restricted[r]": 0,
        "meta/restricted[r]/key": "home/rooms",
        "meta/jot[j]": 0,
        "meta/jot[j]/text": "cold",
    }


def test_two_people_s_accounts_stay_apart_while_both_may_write():
    accounts = {"accounts": [{"author": "nia", "rev": "0" * 64, "text": "Calm"}]}
    long = "| survey | | | | |\n| | type | name | label | appearance |\n| | text | saw | What I saw | multiline |"
    old, short = version(long), version(long.replace("multiline", ""), "2")
    assert moved(old, version(long, "2"), {"saw": accounts}).values == {"saw": accounts}
    assert moved(old, short, {"saw": accounts}).values == {"saw": "Calm"}


def test_a_drawing_that_is_no_longer_asked_stays_with_the_note_at_its_place():
    old = version(
        "| survey | | | | |\n| | type | name | label | appearance |\n| | text | picture | Draw | draw |"
    )
    new = version("| survey | | | |\n| | type | name | label |\n| | text | pets | Any animals? |")
    move = moved(old, new, {"picture": "1 M0,0"})
    assert move.values == {"picture": "1 M0,0"}
    assert move.left == ()


# -- any two versions -------------------------------------------------------------------------------------------------

TYPES = (
    "text",
    "integer",
    "date",
    "select_one risk",
    "select_one scale",
    "select_multiple risk",
    "calculate",
)
PLACES = ("", "g", "g/h", "r", "r/i", "r/s", "t")
"""Where a question may stand: h and i are groups, r, s and t repeats."""
TEXTS = ("12", "a word", "2026-03-01", "low", "medium", "low high", "1.5")


@st.composite
def surveys(draw):
    """A sheet with some of ten questions, each of any type, anywhere."""
    homes = {f"q{n}": draw(st.sampled_from((None, *PLACES))) for n in range(10)}
    kinds = {name: draw(st.sampled_from(TYPES)) for name in homes}

    def inside(place):
        rows = [
            f"| | {kinds[name]} | {name} | {name.upper()} | {'1 + 1' if kinds[name] == 'calculate' else ''} |"
            for name, home in homes.items()
            if home == place
        ]
        for inner in PLACES:
            if inner and inner.rpartition("/")[0] == place:
                kind = "repeat" if inner[-1] in "rst" else "group"
                held = inside(inner)
                if held:
                    rows += [
                        f"| | begin_{kind} | {inner[-1]} | {inner} | |",
                        *held,
                        f"| | end_{kind} | | | |",
                    ]
        return rows

    rows = inside("") or ["| | text | only | Only | |"]
    return "\n".join(["| survey | | | | |", "| | type | name | label | calculation |", *rows])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=surveys(), after=surveys(), data=st.data())
def test_nothing_is_dropped_between_any_two_versions(before, after, data):
    old, new = version(before), version(after, "2")
    instance = old.open(clock=SteppedClock(MORNING), entropy=Chance())
    for repeat in [key for key in instance.keys() if instance.node(key).kind == "repeat"]:
        for _ in range(data.draw(st.integers(0, 2))):
            instance.add_row(repeat)
    for key in instance.keys():
        if instance.node(key).kind == "question" and data.draw(st.booleans()):
            instance.prefill(key, data.draw(st.sampled_from(TEXTS)))
    values = kept_values(instance)
    values["meta/jot[x]/text"] = "cold"
    values["nowhere"] = "of an older version still"
    move = moved(old, new, values)
    answers = {key: value for key, value in values.items() if not key.endswith("]")}
    here = [one.key for one in (*move.kept, *move.moved)]
    left = [one.key for one in move.left]
    assert sorted([*here, *left, "meta/jot[x]/text", "nowhere"]) == sorted(answers)
    for one in (*move.kept, *move.moved):
        assert text_of(move.values[one.to]) == text_of(values[one.key])
    for one in move.left:
        chosen = {choice.name: choice.label for choice in instance.node(one.key).choices or ()}
        said = [chosen.get(word, word) for word in text_of(values[one.key]).split()]
        assert all(word in one.answer for word in said)
    assert move.values["meta/jot[x]/text"] == "cold"
    assert move.values["nowhere"] == "of an older version still"
    again = opened(new, move.values)
    beside = {"meta/jot[x]/text", *unplaced(new, move.values)}
    assert kept_values(again) == {key: value for key, value in move.values.items() if key not in beside}
