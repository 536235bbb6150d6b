"""The genogram is a layout of what is on record: nobody on anybody, children under their parents."""

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records_scene import TODAY, Scene

from fieldapp.records.genogram import draw
from fieldapp.records.kin import kin


def drawn(scene):
    file = scene.file()
    return draw(file, kin(file), TODAY)


def hill_family(scene):
    scene.adult("Bryony")
    scene.adult("Kit", "male")
    scene.adult("Dean", "male")
    scene.adult("Merle")
    scene.child("Ivo", "2016-06-14")
    scene.child("Tansy", "2019-11-02")
    scene.child("Wilf", "2024-12-28")
    for child in ("Ivo", "Tansy", "Wilf"):
        scene.tie("Bryony", "parent", child, lives_with="yes")
    for child in ("Ivo", "Tansy"):
        scene.tie("Dean", "parent", child, lives_with="no")
    scene.tie("Kit", "parent", "Wilf", lives_with="some")
    scene.tie("Bryony", "former_partner", "Dean")
    scene.tie("Bryony", "partner", "Kit", lives_with="some")
    scene.tie("Merle", "sibling_full", "Bryony")
    return scene


def test_a_mother_of_two_families_stands_between_the_fathers(scene):
    picture = drawn(hill_family(scene))
    x = {node.label: node.x for node in picture.nodes}
    assert x["Dean"] < x["Bryony"] < x["Kit"]
    assert x["Ivo"] < x["Tansy"] < x["Wilf"]
    assert x["Dean"] < x["Ivo"] < x["Tansy"] < x["Bryony"]


def test_generations_stand_in_rows_and_aunts_with_their_sisters(scene):
    picture = drawn(hill_family(scene))
    rows = {node.label: node.row for node in picture.nodes}
    assert {rows[name] for name in ("Ivo", "Tansy", "Wilf")} == {1}
    assert {rows[name] for name in ("Bryony", "Kit", "Dean", "Merle")} == {0}


def test_the_outline_goes_round_those_who_live_with_the_children_and_not_some_nights(scene):
    picture = drawn(hill_family(scene))
    names = {node.person: node.label for node in picture.nodes}
    assert {names[person] for person in picture.household} == {"Bryony", "Ivo", "Tansy", "Wilf"}
    assert {node.label for node in picture.nodes if node.some_nights} == {"Kit"}


def test_a_tie_that_ended_is_crossed_and_stands_once(scene):
    picture = drawn(hill_family(scene))
    names = {node.person: node.label for node in picture.nodes}
    assert {(names[one.a], names[one.b], one.ended) for one in picture.couples} == {
        ("Bryony", "Dean", True),
        ("Bryony", "Kit", False),
    }


def test_shapes_ages_and_spoken_names_say_who_is_who(scene):
    picture = drawn(hill_family(scene))
    nodes = {node.label: node for node in picture.nodes}
    assert (nodes["Bryony"].shape, nodes["Kit"].shape, nodes["Ivo"].shape) == ("circle", "square", "diamond")
    assert (nodes["Ivo"].inside, nodes["Wilf"].inside) == ("9", "14 m")
    assert nodes["Ivo"].spoken == "Ivo, 9, child of Bryony and Dean, lives with Bryony, Tansy and Wilf"
    assert (nodes["Bryony"].under, nodes["Kit"].under) == ("mum", "dad")
    assert nodes["Merle"].under == "sister of Bryony"


def test_children_brought_up_by_a_grandmother_stand_under_her_with_a_broken_line(scene):
    scene.adult("Odette", born="1957-08-21")
    scene.child("Micah", "2010-07-08")
    scene.child("Juno", "2013-04-17")
    for child in ("Micah", "Juno"):
        scene.tie("Odette", "grandparent", child, lives_with="yes")
    scene.tie("Micah", "sibling_full", "Juno")
    picture = drawn(scene)
    (line,) = picture.descents
    assert line.skips
    assert picture.others == ()
    x = {node.label: node.x for node in picture.nodes}
    assert x["Micah"] < x["Odette"] < x["Juno"]


def test_a_child_with_nobody_on_record_is_still_in_the_picture(scene):
    scene.child("Ivo")
    (node,) = drawn(scene).nodes
    assert (node.label, node.at_home) == ("Ivo", True)


def test_a_family_without_people_is_an_empty_picture(scene):
    picture = drawn(scene)
    assert (picture.nodes, picture.rows) == ((), 1)


NAMES = ("Ada", "Bo", "Cai", "Dee", "Eve", "Fay", "Gus")
TYPES = (
    "parent",
    "partner",
    "former_partner",
    "sibling_full",
    "grandparent",
    "step",
    "carer",
    "friend",
    "relative",
    "other",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    children=st.sets(st.sampled_from(NAMES), max_size=4),
    ties=st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(TYPES),
            st.sampled_from(NAMES),
            st.sampled_from(["yes", "no", "some", ""]),
        ),
        max_size=10,
        unique_by=lambda tie: tie[:3],
    ),
)
def test_whatever_is_on_record_nobody_stands_on_anybody(definitions, children, ties):
    scene = Scene(definitions).family()
    for name in NAMES:
        if name in children:
            scene.child(name)
        else:
            scene.adult(name)
    for a, type_, b, lives in ties:
        if a != b:
            scene.tie(a, type_, b, lives_with=lives)
    picture = drawn(scene)
    for one, other in combinations(picture.nodes, 2):
        assert one.row != other.row or abs(one.x - other.x) >= 1
    assert all(0 <= node.row < picture.rows and 0 <= node.x < picture.width for node in picture.nodes)
    assert drawn(scene) == picture
