"""Rows: added, removed, moved, counted, nested, and what looks across them."""

import pytest
from form_scenario import Scenario

from fieldapp.forms import NotWritable, UnknownPath

ADULTS = """
| survey | | | | |
| | type | name | label | calculation |
| | begin_repeat | adult | An adult | |
| | text | who | Who | |
| | integer | mins | Minutes | |
| | calculate | place | | position(..) |
| | calculate | share | | ${mins} div sum(/data/adult/mins) |
| | begin_repeat | said | Said | |
| | text | words | Words | |
| | calculate | where | | concat(position(..), '/', position(../..)) |
| | calculate | whose | | ${who} |
| | end_repeat | | | |
| | calculate | lines | | count(${said}) |
| | end_repeat | | | |
| | calculate | total | | sum(${mins}) |
| | calculate | adults | | count(${adult}) |
| | calculate | names | | join(', ', ${who}) |
| | calculate | second | | indexed-repeat(${who}, ${adult}, 2) |
| | calculate | grown | | count(/data/adult[mins > 20]) |
"""


def two_adults():
    scene = Scenario.of(ADULTS)
    scene.answer("adult[1]/who", "Ann")
    scene.answer("adult[1]/mins", "30")
    scene.add("adult")
    scene.answer("adult[2]/who", "Bea")
    scene.answer("adult[2]/mins", "10")
    return scene


def test_rows_are_counted_summed_joined_and_picked():
    scene = two_adults()
    assert scene.values("total", "adults", "names", "second", "grown") == ["40", "2", "Ann, Bea", "Bea", "1"]
    assert scene.values("adult[1]/share", "adult[2]/share") == ["0.75", "0.25"]


def test_later_rows_move_up_when_one_is_removed_and_keep_their_keys():
    scene = two_adults()
    bea = scene.key("adult[2]")
    changes = scene.remove("adult[1]")
    assert scene.key("adult[1]") == bea
    assert len(changes.removed) == 1
    assert scene.values("adult[1]/place", "adult[1]/share", "total", "names", "second") == [
        "1",
        "1",
        "10",
        "Bea",
        "",
    ]


def test_a_sum_of_no_rows_or_of_an_empty_answer_is_not_a_number():
    scene = two_adults()
    scene.answer("adult[2]/mins", "")
    assert scene.value("total") == ""
    scene.remove("adult[2]")
    assert scene.value("total") == "30"
    scene.remove("adult[1]")
    assert scene.values("total", "adults") == ["", "0"]


def test_a_row_in_a_row_knows_both_its_places_and_its_owner():
    scene = two_adults()
    scene.add("adult[2]/said")
    first = scene.rows("adult[2]/said")
    assert first == 1, "a fresh row's nested repeat starts as in the template: empty"
    scene.add("adult[2]/said")
    assert scene.values("adult[2]/said[2]/where", "adult[2]/said[2]/whose", "adult[2]/lines") == [
        "2/2",
        "Bea",
        "2",
    ]
    scene.remove("adult[1]")
    assert scene.value("adult[1]/said[2]/where") == "2/1"


def test_a_row_carries_the_label_of_the_group_around_its_repeat():
    scene = two_adults()
    assert scene.label("adult[2]") == "An adult"


def test_a_row_can_be_given_its_records_id_and_a_place():
    scene = two_adults()
    changes = scene.add("adult", row_id="0190a000-0000-7000-8000-000000000001", at=0)
    assert changes.added == ("adult[0190a000-0000-7000-8000-000000000001]",)
    assert scene.value("names") == ", Ann, Bea"
    assert scene.value("adult[2]/place") == "2"


def test_a_moved_row_keeps_its_key_and_everything_follows():
    scene = two_adults()
    ann = scene.key("adult[1]")
    scene.instance.move_row(ann, 1)
    assert scene.key("adult[2]") == ann
    assert scene.values("names", "second", "adult[1]/place") == ["Bea, Ann", "Ann", "1"]


def test_a_row_nobody_has_touched_says_so():
    scene = two_adults()
    scene.add("adult")
    assert scene.instance.untouched(scene.key("adult[3]"))
    scene.answer("adult[3]/who", "Cy")
    assert not scene.instance.untouched(scene.key("adult[3]"))


def test_a_row_is_named_by_its_place_or_not_at_all():
    scene = two_adults()
    for path in ("adult[3]", "adult[0]", "adult[1]/who[1]", "adult/who", "adult[x]"):
        with pytest.raises(UnknownPath):
            scene.node(path)
    with pytest.raises(UnknownPath):
        scene.add("adult[1]")
    with pytest.raises(UnknownPath):
        scene.remove("adult")


COUNTED = """
| survey | | | | | |
| | type | name | label | repeat_count | calculation |
| | integer | many | How many | | |
| | begin_repeat | child | Child | ${many} | |
| | text | name1 | Name | | |
| | calculate | place | | | position(..) |
| | end_repeat | | | | |
| | begin_repeat | fixed | Fixed | 3 | |
| | text | what | What | | |
| | end_repeat | | | | |
| | begin_repeat | more | More | ${many} + 1 | |
| | text | other | Other | | |
| | end_repeat | | | | |
"""


def test_a_count_is_followed_at_once_both_ways():
    scene = Scenario.of(COUNTED)
    assert [scene.rows(name) for name in ("child", "fixed", "more")] == [0, 3, 0]
    scene.answer("many", "2")
    assert [scene.rows(name) for name in ("child", "fixed", "more")] == [2, 3, 3]
    scene.answer("child[2]/name1", "Mia")
    scene.answer("many", "1")
    scene.answer("many", "2")
    assert scene.value("child[2]/name1") == "", "the last rows go with their data"


def test_an_unknown_count_changes_nothing_and_a_negative_one_is_none():
    scene = Scenario.of(COUNTED)
    scene.answer("many", "2")
    scene.answer("many", "")
    assert scene.rows("child") == 2
    scene.answer("many", "-4")
    assert scene.rows("child") == 0


def test_rows_that_follow_a_count_are_not_added_or_removed_by_hand():
    scene = Scenario.of(COUNTED)
    scene.answer("many", "2")
    with pytest.raises(NotWritable):
        scene.add("child")
    with pytest.raises(NotWritable):
        scene.remove("child[1]")


def test_a_count_of_a_billion_is_cut_to_what_a_laptop_bears():
    scene = Scenario.of(
        COUNTED.replace("| | begin_repeat | fixed | Fixed | 3 | |", "| | begin_repeat | fixed | F | 1 | |")
    )
    scene.answer("many", "2000000000")
    assert scene.rows("child") + scene.rows("more") <= 20_000


def test_rows_can_look_at_the_row_before_without_being_a_cycle():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | calculation |
        | | begin_repeat | day | Day | |
        | | integer | in | In | |
        | | calculate | so_far | | ${in} + coalesce(indexed-repeat(${so_far}, ${day}, position(..) - 1), 0) |
        | | calculate | same | | count(../../day[in = current()/../in]) |
        | | end_repeat | | | |
    """)
    scene.answer("day[1]/in", "5")
    for number, value in ((2, "7"), (3, "5")):
        scene.add("day")
        scene.answer(f"day[{number}]/in", value)
    assert scene.values("day[1]/so_far", "day[2]/so_far", "day[3]/so_far") == ["5", "12", "17"]
    assert scene.values("day[1]/same", "day[2]/same") == ["2", "1"]
    scene.answer("day[1]/in", "6")
    assert scene.value("day[3]/so_far") == "18"
    scene.remove("day[2]")
    assert scene.value("day[2]/so_far") == "11"


def test_a_repeat_that_is_not_asked_keeps_its_rows():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | relevant |
        | | text | show | Show | |
        | | begin_repeat | row | Row | ${show} = 'y' |
        | | text | what | What | |
        | | end_repeat | | | |
    """)
    scene.answer("show", "y")
    scene.answer("row[1]/what", "kept")
    scene.add("row")
    scene.answer("show", "n")
    assert not scene.asked("row[2]")
    assert scene.value("row[1]/what") == ""
    assert "<row>" not in scene.instance.submission()
    scene.answer("show", "y")
    assert scene.values("row[1]/what", "row[2]/what") == ["kept", ""]


@pytest.mark.parametrize(
    ("expression", "seen"),
    [
        ("count(/data/r[position(.) > 1])", ["0", "1", "2", "1"]),
        ("/data/r[position(.) = 2]/v", ["", "b", "b", "c"]),
        ("join('', /data/r/v[position(..) != 1])", ["", "b", "bc", "c"]),
    ],
)
def test_positions_can_be_asked_for_from_outside_of_the_rows(expression, seen):
    """Bug: adding a row stopped with an error while something outside asked for the position of rows."""
    scene = Scenario.of(f"""
        | survey | | | | |
        | | type | name | label | calculation |
        | | begin_repeat | r | R | |
        | | text | v | V | |
        | | end_repeat | | | |
        | | calculate | got | | {expression} |
    """)
    scene.answer("r[1]/v", "a")
    found = [scene.value("got")]
    for number, value in ((2, "b"), (3, "c")):
        scene.add("r")
        scene.answer(f"r[{number}]/v", value)
        found.append(scene.value("got"))
    scene.remove("r[2]")
    assert [*found, scene.value("got")] == seen
