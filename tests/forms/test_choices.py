"""Choices: written, filtered, from rows, from files, in an order by chance; what is chosen and what is dropped."""

import pytest
from form_scenario import Scenario

from fieldapp.forms import BadForm

PLACES = """
| survey | | | | | |
| | type | name | label | choice_filter | calculation |
| | select_one country | country | Country | | |
| | select_one city | city | City | country = ${country} | |
| | select_multiple city | cities | Cities | country = ${country} | |
| | calculate | echo | | | ${city} |
| | calculate | said | | | jr:choice-name(${city}, '${city}') |
| choices | | | | |
| | list_name | name | label | country |
| | country | uk | United Kingdom | |
| | country | fr | France | |
| | city | ldn | London | uk |
| | city | lee | Leeds | uk |
| | city | par | Paris | fr |
"""


def test_a_filter_offers_what_another_answer_allows():
    scene = Scenario.of(PLACES)
    assert scene.choices("city") == []
    scene.answer("country", "uk")
    assert scene.choices("city") == ["ldn", "lee"]
    assert scene.choice_labels("city") == ["London", "Leeds"]


def test_a_choice_that_a_filter_takes_away_is_dropped_everywhere():
    scene = Scenario.of(PLACES).answers(country="uk", city="ldn", cities="lee ldn")
    assert scene.values("city", "cities", "echo", "said") == ["ldn", "ldn lee", "ldn", "London"]
    changes = scene.answer("country", "fr")
    assert {"city", "cities", "echo", "said"} <= set(changes.changed)
    assert scene.values("city", "cities", "echo", "said") == ["", "", "", ""]


def test_a_name_that_is_not_offered_is_not_taken():
    scene = Scenario.of(PLACES).answers(country="fr", city="ldn")
    assert scene.value("city") == ""
    scene.answer("cities", "par ldn par")
    assert scene.value("cities") == "par"


def test_several_choices_stand_in_the_order_they_are_offered_and_none_twice():
    scene = Scenario.of(PLACES).answers(country="uk", cities="lee  ldn lee")
    assert scene.value("cities") == "ldn lee"


ABC = """
| choices | | | |
| | list_name | name | label |
| | abc | a | Aye |
| | abc | b | Bee |
| | abc | c | Sea |
"""


def test_other_offers_a_line_of_text():
    scene = Scenario.of(
        """
        | survey | | | |
        | | type | name | label |
        | | select_one abc or_other | pick | Pick |
        """
        + ABC
    )
    assert scene.choices("pick") == ["a", "b", "c", "other"]
    assert not scene.asked("pick_other")
    scene.answer("pick", "other")
    scene.answer("pick_other", "dee")
    scene.answer("pick", "a")
    assert not scene.asked("pick_other")


def test_a_rank_holds_every_name_in_the_order_given():
    scene = Scenario.of(
        """
        | survey | | | |
        | | type | name | label |
        | | rank abc | order | Order |
        """
        + ABC
    )
    assert scene.value("order") == ""
    scene.answer("order", "c a")
    assert scene.value("order") == "c a b"


def test_an_order_by_chance_is_the_same_for_the_same_seed_and_moves_with_it():
    scene = Scenario.of(
        """
        | survey | | | | |
        | | type | name | label | parameters |
        | | integer | seed | Seed | |
        | | select_one abc | fixed | Fixed | randomize=true, seed=3 |
        | | select_one abc | follow | Follow | randomize=true, seed=${seed} |
        | | select_one abc | free | Free | randomize=true |
        """
        + ABC
    )
    assert scene.choices("fixed") == ["c", "a", "b"]
    scene.answer("seed", "3")
    assert scene.choices("follow") == ["c", "a", "b"]
    scene.answer("seed", "7")
    assert sorted(scene.choices("follow")) == ["a", "b", "c"]
    assert scene.choices("free") == scene.choices("free")


def test_rows_of_a_repeat_are_choices():
    scene = Scenario.of("""
        | survey | | | |
        | | type | name | label |
        | | begin_repeat | person | Person |
        | | text | called | Called |
        | | end_repeat | | |
        | | select_one ${called} | who | Who |
    """)
    assert scene.choices("who") == []
    scene.answer("person[1]/called", "Ann")
    scene.add("person")
    scene.answer("person[2]/called", "Bea")
    assert scene.choices("who") == ["Ann", "Bea"]
    scene.answer("who", "Bea")
    scene.remove("person[2]")
    assert scene.value("who") == ""


FILES = {
    "fruits.csv": 'name,label,code,title,colour\napple,Apple,x1,"Big, apple",red\nbanana,Banana,x2,Yellow,yellow\n',
    "places.xml": "<root><item><name>a</name><label>A place</label></item></root>",
    "map.geojson": (
        '{"type":"FeatureCollection","features":[{"type":"Feature","id":"g1","geometry":'
        '{"type":"Point","coordinates":[0.5,51.5]},"properties":{"title":"One"}}]}'
    ),
}


def test_choices_come_from_files_beside_the_form_with_the_columns_asked_for():
    scene = Scenario.of(
        """
        | survey | | | | | | |
        | | type | name | label | choice_filter | parameters | calculation |
        | | select_one_from_file fruits.csv | fruit | Fruit | | | |
        | | select_multiple_from_file fruits.csv | codes | Codes | colour = ${colour} | value=code, label=title | |
        | | text | colour | Colour | | | |
        | | select_one_from_file places.xml | place | Place | | | |
        | | select_one_from_file map.geojson | spot | Spot | | | |
        | | calculate | title | | | | pulldata('fruits', 'title', 'name', ${fruit}) |
        | | calculate | where | | | | instance('map')/root/item[id = ${spot}]/geometry |
        """,
        files=FILES,
    )
    assert scene.choice_labels("fruit") == ["Apple", "Banana"]
    scene.answers(fruit="apple", colour="yellow", codes="x2", place="a", spot="g1")
    assert scene.choice_labels("codes") == ["Yellow"]
    assert scene.values("codes", "title", "where") == ["x2", "Big, apple", "51.5 0.5 0 0"]


@pytest.mark.parametrize("name", ["missing.csv", "broken.csv"])
def test_a_file_that_is_not_there_or_not_readable_refuses_the_form(name):
    with pytest.raises(BadForm):
        Scenario.of(
            f"""
            | survey | | | |
            | | type | name | label |
            | | select_one_from_file {name} | fruit | Fruit |
            """,
            files={"broken.csv": "name,label\na,b,c,d\n"},
        )


def test_the_caution_of_choices_is_read_and_ranked():
    scene = Scenario.of(
        """
        | survey | | | |
        | | type | name | label |
        | | select_one level | level | Level |
        | | select_multiple level | levels | Levels |
        | | range | ladder | Ladder |
        | choices | | | | |
        | | list_name | name | label | caution |
        | | level | low | Low | 0 |
        | | level | unknown | Not known | 1 |
        | | level | high | High | 3 |
    """.replace("| | range | ladder | Ladder |", "| | integer | ladder | Ladder |")
    )
    assert [choice.caution for choice in scene.node("level").choices] == [0, 1, 3]
    rank = scene.definition.caution_rank
    assert rank("level", "high") > rank("level", "unknown") > rank("level", "low") > rank("level", "")
    assert rank("levels", "low high") == rank("level", "high")
    assert rank("ladder", "2") > rank("ladder", "7"), "the lower rung is the more cautious"
    assert rank("level", "never heard of") > rank("level", "high"), "what nobody ranked is not taken for mild"


def test_choices_that_depend_on_the_day_stay_until_something_they_depend_on_changes_or_they_are_looked_at_anew():
    """Bug: at midnight the choices changed by themselves, and an answer was kept that was none of them."""
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | choice_filter |
        | | text | word | Word | |
        | | select_one slot | one | One | date(until) >= today() |
        | | select_one slot | two | Two | date(until) >= today() and ${word} != 'x' |
        | choices | | | | |
        | | list_name | name | label | until |
        | | slot | early | Early | 2026-03-03 |
        | | slot | late | Late | 2026-09-03 |
    """)
    scene.answers(one="early", two="early")
    scene.it_is("2026-03-05T08:00:00")
    assert [scene.choices(path) for path in ("one", "two")] == [["early", "late"], ["early", "late"]]
    scene.answer("word", "y")
    assert [scene.choices(path) for path in ("one", "two")] == [["early", "late"], ["late"]]
    assert scene.values("one", "two") == ["early", ""]
    scene.instance.refresh()
    assert (scene.choices("one"), scene.value("one")) == (["late"], "")


def test_a_file_can_be_searched_by_columns_that_answers_name():
    """Bug: only columns in quotation marks were allowed; forms in several languages put them together."""
    scene = Scenario.of(
        """
        | survey | | | | |
        | | type | name | label | calculation |
        | | text | tongue | Tongue | |
        | | text | code | Code | |
        | | calculate | word | | pulldata('2026-words', concat('label_', ${tongue}), 'name', ${code}) |
        | | calculate | name | | pulldata('2026-words', 'name', concat('label_', ${tongue}), 'Ie') |
        """,
        files={"2026-words.csv": "name,label_en,label_cy\ny,Yes,Ie\nn,No,Na\n"},
    )
    assert scene.values("word", "name") == ["", ""]
    scene.answers(tongue="cy", code="n")
    assert scene.values("word", "name") == ["Na", "y"]
    scene.answer("tongue", "en")
    assert scene.values("word", "name") == ["No", ""]
