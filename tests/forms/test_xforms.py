"""XForms written by hand, in ways that no spreadsheet gives: the same form is meant, so the same is seen."""

import pytest
from form_scenario import Scenario

from fieldapp.forms import BadForm, UnknownPath, load_definition


def xform(instance, binds="", body="", model=""):
    return (
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
        "xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>T</h:title><model>"
        f"<instance>{instance}</instance>{model}{binds}</model></h:head><h:body>{body}</h:body></h:html>"
    ).encode()


RELATIVE = xform(
    "<data id='x'><age/><home><who/><room><bed/><note/></room></home><said/></data>",
    "<bind id='years' nodeset='age' type='int'/>"
    "<bind nodeset='home/who' relevant='../../age > 1'/>"
    "<setvalue event='odk-instance-first-load' ref='said' value='7'/>",
    "<input bind='years'><label>Age</label>"
    "<setvalue event='xforms-value-changed' ref='../said' value='../age * 2'/></input>"
    "<group ref='home'><label>Home</label><input ref='./who'><label>Who</label></input>"
    "<group ref='room'><label>Room</label><repeat nodeset='.'><input ref='bed'><label>Bed</label>"
    "<setvalue event='xforms-value-changed' ref='../note' value='1'/></input></repeat></group></group>",
)


def test_relative_references_are_read_from_what_they_stand_in():
    """Bug: an action on `../b` was refused as a node that is not in the form."""
    scene = Scenario(RELATIVE)
    assert scene.values("said", "home/who") == ["7", ""]
    assert not scene.asked("home/who")
    scene.answer("age", "3")
    assert scene.value("said") == "6"
    assert scene.asked("home/who")
    scene.add("home/room")
    scene.answer("home/room[2]/bed", "top")
    assert scene.values("home/room[1]/note", "home/room[2]/note") == ["", "1"]
    assert [scene.label(path) for path in ("home", "home/room[2]", "home/room[2]/bed")] == [
        "Home",
        "Room",
        "Bed",
    ]


@pytest.mark.parametrize("where", ["ref='../../../age'", "ref='nowhere'", "ref='../age/x'"])
def test_a_relative_reference_that_leads_nowhere_is_refused(where):
    with pytest.raises(BadForm):
        load_definition(xform("<data id='x'><age/></data>", body=f"<input {where}><label>A</label></input>"))


ROW = "<data id='x'><r><c/></r></data>"
ASKED = "<input ref='/data/r/c'><label>C</label></input>"


@pytest.mark.parametrize(
    ("body", "label"),
    [
        (
            f"<group ref='/data/r'><label>Outer</label><repeat nodeset='/data/r'>{ASKED}</repeat></group>",
            "Outer",
        ),
        (f"<group><label>Outer</label><repeat nodeset='/data/r'>{ASKED}</repeat></group>", "Outer"),
        (f"<group ref='/data/r'><repeat nodeset='/data/r'><label>In</label>{ASKED}</repeat></group>", None),
        (f"<repeat nodeset='/data/r'><label>In</label>{ASKED}</repeat>", None),
    ],
)
def test_a_row_has_the_label_of_the_group_that_wraps_its_repeat(body, label):
    assert Scenario(xform(ROW, body=body)).label("r[1]") == label


def test_an_answer_inside_a_part_of_a_label_is_shown():
    body = "<input ref='/data/a'><label>So <b>it is <output value='/data/a'/>,</b> yes</label></input>"
    scene = Scenario(xform("<data id='x'><a>3</a></data>", body=body))
    assert scene.label("a") == "So it is 3, yes"


def test_a_row_is_named_by_its_number_as_written():
    scene = Scenario(xform(ROW, body=f"<group><repeat nodeset='/data/r'>{ASKED}</repeat></group>"))
    scene.answer("r[1]/c", "x")
    for path in ("r[01]/c", "r[0]/c", "r[+1]/c", "r[1.0]/c"):
        with pytest.raises(UnknownPath):
            scene.answer(path, "x")


def test_the_name_of_a_choice_follows_the_answers_in_its_label():
    """Bug: choices written inside their question kept the label they had when they were chosen."""
    scene = Scenario(
        xform(
            "<data id='x'><who/><pick/><said/></data>",
            "<bind nodeset='/data/said' calculate=\"jr:choice-name(/data/pick, '/data/pick')\"/>",
            "<input ref='/data/who'><label>Who</label></input><select1 ref='/data/pick'><label>Pick</label>"
            "<item><label>With <output value='/data/who'/></label><value>with</value></item></select1>",
        )
    )
    scene.answers(who="Ann", pick="with")
    assert scene.value("said") == "With Ann"
    scene.answer("who", "Bea")
    assert scene.value("said") == "With Bea"


def rows_set_by(ref, inside):
    """A form of three rows in which an answer outside or inside of them sets what `ref` names."""
    action = f'<setvalue event="xforms-value-changed" ref="{ref}" value="\'set\'"/>'
    return Scenario(
        xform(
            "<data id='x'><all/><which>2</which><r><one/><got/></r><r><one/><got/></r><r><one/><got/></r></data>",
            body=f"<input ref='/data/all'><label>All</label>{'' if inside else action}</input>"
            "<input ref='/data/which'><label>Which</label></input><group ref='/data/r'><repeat nodeset='/data/r'>"
            f"<input ref='/data/r/one'><label>One</label>{action if inside else ''}</input></repeat></group>",
        )
    )


@pytest.mark.parametrize(
    ("ref", "inside", "got"),
    [
        ("/data/r/got", False, ["set", "set", "set"]),
        ("/data/r[position() = 1]/got", False, ["set", "", ""]),
        ("/data/r[last()]/got", False, ["", "", "set"]),
        ("/data/r[position() = /data/which]/got", False, ["", "set", ""]),
        ("/data/r[one = 'x']/got", False, ["", "", ""]),
        ("/data/r/got", True, ["", "", "set"]),
        ("/data/r[position() = position(current()/..) - 1]/got", True, ["", "set", ""]),
        ("../../r[1]/got", True, ["set", "", ""]),
    ],
)
def test_an_action_sets_the_rows_that_its_predicates_choose(ref, inside, got):
    """Bug: predicates were passed over, and every row was set."""
    scene = rows_set_by(ref, inside)
    scene.answer("r[3]/one" if inside else "all", "a")
    assert scene.values("r[1]/got", "r[2]/got", "r[3]/got") == got


@pytest.mark.parametrize("ref", ["/data/r[zz = 1]/got", "/data/r[1]/zz", "/data/r[/got", "/data/*[1]"])
def test_an_action_whose_predicates_lead_nowhere_is_refused(ref):
    with pytest.raises(BadForm):
        rows_set_by(ref, inside=False)


def test_an_attribute_can_be_set_and_calculated_also_one_of_a_question():
    """Bug: an action on an attribute that no bind named was refused, and so was a question whose attribute had one."""
    scene = Scenario(
        xform(
            "<data id='x'><word first='' length='' other='kept'/><seen/></data>",
            "<setvalue event='odk-instance-first-load' ref='/data/word/@first' value=\"'none'\"/>"
            "<bind nodeset='/data/word/@length' calculate='string-length(/data/word)'/>"
            "<bind nodeset='/data/seen' calculate=\"concat(/data/word/@first, /data/word/@length)\"/>",
            "<input ref='/data/word'><label>Word</label>"
            "<setvalue event='xforms-value-changed' ref='/data/word/@first' value='substr(.., 0, 1)'/></input>",
        )
    )
    assert scene.value("seen") == "none0"
    scene.answer("word", "tree")
    assert scene.values("word", "seen") == ["tree", "t4"]
    assert '<word other="kept" length="4" first="t">tree</word>' in scene.instance.submission()


@pytest.mark.parametrize(
    "binds",
    [
        "<bind nodeset='/data/a/@zz'/>",
        "<setvalue event='odk-instance-load' ref='/data/a/@zz' value='1'/>",
        "<setvalue event='odk-instance-load' ref='/data/zz/@k' value='1'/>",
    ],
)
def test_an_attribute_that_is_not_in_the_form_is_refused(binds):
    with pytest.raises(BadForm):
        load_definition(xform("<data id='x'><a k=''/></data>", binds))


def test_a_pages_own_markup_around_questions_is_passed_over():
    body = (
        "<h:div class='page'><h:h1>Title</h:h1></h:div>"
        "<h:div><group><label>G</label><h:p><input ref='/data/a'><label>A</label></input></h:p></group></h:div>"
    )
    scene = Scenario(xform("<data id='x'><a/></data>", body=body))
    scene.answer("a", "1")
    assert scene.label("a") == "A"
