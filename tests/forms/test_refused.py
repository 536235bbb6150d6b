"""Forms that cannot run are refused when they are loaded, each for its own reason, all reasons at once."""

import pytest
from form_scenario import Scenario, table

from fieldapp.forms import BadForm, load_definition
from fieldapp.forms.check import check_bytes


def survey(*rows):
    lines = [
        "| survey | | | | | | | | | |",
        "| | type | name | label | relevant | calculation | constraint | choice_filter | repeat_count | trigger |",
        *(f"| | {row} |" for row in rows),
        "| choices | | | |",
        "| | list_name | name | label |",
        "| | yn | y | Yes |",
        "| | yn | n | No |",
    ]
    return "\n".join(lines) + "\n"


SHEETS = {
    "an unknown type": survey("foo | a | A"),
    "an unknown list": survey("select_one nolist | a | A"),
    "a name twice": survey("text | a | A", "text | a | A"),
    "a name with a blank": survey("text | a b | A"),
    "no name": survey("text | | A"),
    "a group without an end": survey("begin_group | g | G", "text | a | A"),
    "an end without a group": survey("text | a | A", "end_group | g"),
    "a repeat closed as a group": survey("begin_repeat | r | R", "text | a | A", "end_group | r"),
    "an unknown reference in a label": survey("text | a | A ${zz}"),
    "an unknown reference in a calculation": survey("calculate | a | | | ${zz} + 1"),
    "an unknown path": survey("calculate | a | | | /data/zz + 1"),
    "an unknown path inside a group": survey(
        "begin_group | g | G", "calculate | a | | | ../zz", "end_group | g"
    ),
    "another root": survey("calculate | a | | | /other/a"),
    "an unknown function": survey("calculate | a | | | frobnicate(1)"),
    "an unknown function in a constraint": survey("text | a | A | | | nonsense(.)"),
    "an unknown function in relevance": survey("text | a | A | nonsense(1)"),
    "an unknown function in a choice filter": survey("select_one yn | a | A | | | | nonsense(name)"),
    "too few arguments": survey("calculate | a | | | contains('x')"),
    "an expression that ends too early": survey("calculate | a | | | 1 +"),
    "a bracket not closed": survey("calculate | a | | | (1 + 2"),
    "a bracket closed twice": survey("calculate | a | | | (1 + 2))"),
    "a quotation mark not closed": survey("calculate | a | | | 'abc"),
    "two operands without an operator": survey("calculate | a | | | 1 2"),
    "an operator of another language": survey("calculate | a | | | 1 == 1"),
    "a sign that means nothing": survey("calculate | a | | | 1 # 2"),
    "a variable": survey("calculate | a | | | $x + 1"),
    "an axis that is none": survey("calculate | a | | | sideways::b"),
    "a calculation of itself": survey("calculate | a | | | ${a} + 1"),
    "a calculation of its own dot": survey("calculate | a | | | . + 1"),
    "two calculations of each other": survey("calculate | a | | | ${b} + 1", "calculate | b | | | ${a} + 1"),
    "three calculations in a ring": survey(
        "calculate | a | | | ${b}", "calculate | b | | | ${c}", "calculate | c | | | ${a}"
    ),
    "relevance of itself": survey("text | a | A | ${a} = 'x'"),
    "two questions relevant by each other": survey("text | a | A | ${b} = 'x'", "text | b | B | ${a} = 'x'"),
    "a group relevant by what is in it": survey(
        "begin_group | g | G | ${a} = 'x'", "text | a | A", "end_group | g"
    ),
    "relevance and calculation in a ring": survey(
        "text | a | A | ${b} > 1", "calculate | b | | | string-length(${a})"
    ),
    "a group and a calculation in a ring": survey(
        "begin_group | g | G | ${c} = 'x'", "text | a | A", "end_group | g", "calculate | c | | | ${a}"
    ),
    "a ring inside a repeat": survey(
        "begin_repeat | r | R", "calculate | a | | | ${b}", "calculate | b | | | ${a}", "end_repeat | r"
    ),
    "a calculation of itself where it never comes to it": survey("calculate | a | | | if(1 > 2, ${a}, 1)"),
    "an argument too many for current()": survey("calculate | a | | | current(1)"),
    "a step from what is no list": survey("calculate | a | | | instance()/root"),
    "a sum of itself": survey("begin_repeat | r | R", "calculate | a | | | sum(${a})", "end_repeat | r"),
    "an unknown instance": survey("calculate | a | | | instance('nowhere')/root/item/name"),
    "a choice name of no choice": survey("text | a | A", "calculate | b | | | jr:choice-name(${a}, '${a}')"),
    "a pattern that cannot be": survey("text | a | A | | | regex(., '(')"),
    "no survey": "| settings | |\n| | form_id |\n| | x |\n",
    "nothing at all": "",
}


@pytest.mark.parametrize("why", SHEETS)
def test_a_sheet_with_a_mistake_is_refused(why):
    with pytest.raises(BadForm) as refused:
        Scenario.of(SHEETS[why])
    assert refused.value.problems
    assert check_bytes(table(SHEETS[why]).encode(), "form.md").problems


ALLOWED = {
    "a constraint that looks at its own answer": survey("integer | a | A | | | . > 1 and ${a} < 9"),
    "once": survey("calculate | a | | | once(random())"),
    "a position": survey("begin_repeat | r | R", "calculate | a | | | position(..)", "end_repeat | r"),
    "a count of the repeat one is in": survey(
        "begin_repeat | r | R",
        "text | b | B | count(${r}) > 1",
        "calculate | a | | | count(${r})",
        "end_repeat | r",
    ),
    "a predicate on the repeat one is in": survey(
        "begin_repeat | r | R",
        "text | b | B",
        "calculate | a | | | count(/data/r[a != '' and b = current()/../b])",
        "end_repeat | r",
    ),
    "a label that shows what depends on it": survey("text | a | A ${b}", "calculate | b | | | ${a}"),
    "a trigger that sets what sets it off": survey(
        "text | a | A", "text | b | B | | concat(${b}, 'x') | | | | ${a}"
    ),
    "required by what it decides": survey("text | a | A", "text | b | B | ${a} = 'x'"),
}


@pytest.mark.parametrize("why", ALLOWED)
def test_what_only_looks_like_a_cycle_is_not_refused(why):
    Scenario.of(ALLOWED[why])


def xform(
    instance="<data id='x'><a/></data>",
    binds="",
    body="<input ref='/data/a'><label>A</label></input>",
    model="",
):
    return (
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
        "xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>T</h:title><model>"
        f"<instance>{instance}</instance>{model}{binds}</model></h:head><h:body>{body}</h:body></h:html>"
    ).encode()


XFORMS = {
    "not XML": b"just words",
    "XML of another kind": b"<html><body/></html>",
    "XML cut short": xform()[:200],
    "no instance": b"<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:head><model/></h:head></h:html>",
    "an empty instance": xform(instance=""),
    "a bind of nothing": xform(binds="<bind nodeset='/data/zz'/>"),
    "a bind without a nodeset": xform(binds="<bind type='string'/>"),
    "an unknown type of answer": xform(binds="<bind nodeset='/data/a' type='colour'/>"),
    "a question of nothing": xform(body="<input ref='/data/zz'><label>A</label></input>"),
    "a question without a ref": xform(body="<input><label>A</label></input>"),
    "two questions of one node": xform(body="<input ref='/data/a'/><input ref='/data/a'/>"),
    "an unknown kind of question": xform(body="<holograph ref='/data/a'/>"),
    "a repeat of nothing": xform(body="<group><repeat nodeset='/data/zz'/></group>"),
    "an action at an unknown event": xform(model="<setvalue event='full-moon' ref='/data/a' value='1'/>"),
    "an action that sets nothing": xform(
        model="<setvalue event='odk-instance-load' ref='/data/zz' value='1'/>"
    ),
    "an action with a broken value": xform(
        model="<setvalue event='odk-instance-load' ref='/data/a' value='1 +'/>"
    ),
    "a broken output": xform(body="<input ref='/data/a'><label><output value='1 +'/></label></input>"),
    "an unknown text": xform(body="<input ref='/data/a'><label ref=\"jr:itext('nope')\"/></input>"),
    "an instance without an id": xform(model="<instance><root/></instance>"),
    "a range without ends": xform(body="<range ref='/data/a'><label>A</label></range>"),
    "an appearance that calls another program": xform(
        body="<input ref='/data/a' appearance='ex:org.example(x=1)'><label>A</label></input>"
    ),
    "an empty expression": xform(binds="<bind nodeset='/data/a' calculate=''/>"),
}


@pytest.mark.parametrize("why", XFORMS)
def test_an_xform_with_a_mistake_is_refused(why):
    with pytest.raises(BadForm):
        load_definition(XFORMS[why])


def test_all_mistakes_are_listed_at_once_with_sheet_row_and_column():
    found = check_bytes(
        table("""
        | survey | | | | | | |
        | | type | name | label | calculation | relevant | constraint |
        | | text | a | A ${zz} | | | |
        | | foo | b | B | | ${yy} = 1 | |
        | | text | a | dup | | | |
        | | select_one nolist | c | C | | | |
        | | calculate | d | | foo(1) + | | |
        | | calculate | e | | foo(1) | | |
        | | calculate | f | | ${g} + 1 | | |
        | | calculate | g | | ${f} + 1 | | |
        | | begin_group | grp | G | | | |
        | | integer | h | H | | . + ${a} = ) | /data/nope > 2 |
        | | end_group | | | | | |
        | choices | | | |
        | | list_name | name | label |
        | | yn | y | Yes |
        | | yn | y | Yes |
        """).encode(),
        "form.md",
    )
    assert found.definition is None
    assert [(problem.sheet, problem.row, problem.column) for problem in found.problems] == [
        ("survey", 2, "label"),
        ("survey", 3, "relevant"),
        ("survey", 3, "type"),
        ("survey", 4, "name"),
        ("survey", 5, "type"),
        ("survey", 6, "calculation"),
        ("survey", 7, "calculation"),
        ("survey", 8, "calculation"),
        ("survey", 11, "relevant"),
        ("survey", 11, "constraint"),
        ("choices", 3, "name"),
    ]


def test_a_mistake_says_what_to_do_and_holds_the_forms_own_words_only():
    found = check_bytes(
        survey("calculate | total | | | summ(${total2})", "integer | total2 | T").encode(), "form.md"
    )
    assert len(found.problems) == 1
    assert str(found.problems[0]) == (
        "sheet survey, row 2, column calculation: there is no function summ() (column 1 of summ( /data/total2 )). "
        "Did you mean sum()?"
    )


def test_a_form_without_mistakes_is_returned_with_advice_for_what_it_leaves_to_defaults():
    found = check_bytes(survey("text | a | A").encode(), "form.md")
    assert found.problems == ()
    assert found.definition is not None
    assert {(advice.row, advice.column) for advice in found.advice} == {
        (2, "bind::fa:merge"),
        (2, "bind::fa:sees"),
    }


def test_the_column_of_a_mistake_is_exact():
    with pytest.raises(BadForm, match="at column 9 of"):
        Scenario.of(survey("calculate | a | | | 1 + 2 + ) 3"))


def test_one_mistake_never_hides_the_others():
    found = check_bytes(
        table("""
        | survey | | | | | | | |
        | | type | name | label | calculation | constraint | trigger | choice_filter |
        | | text | a | A | | | | |
        | | text | 1b | B | | | | |
        | | text | | C | | | | |
        | | begin_group | g | G | | | | |
        | | select_one yn | d | D | | . > | | |
        | | end_repeat | | | | | | |
        | | calculate | e | | | | | |
        | | text | f | F | | | ${zz} | |
        | | select_one yn | h | H | | | | q = 1) |
        | | rank | j | J | | | | |
        | choices | | | |
        | | list_name | name | label |
        | | yn | | No |
        | | yn | yes | Yes |
        """).encode(),
        "form.md",
    )
    assert [(problem.sheet, problem.row, problem.column) for problem in found.problems] == [
        ("survey", 3, "name"),
        ("survey", 4, "name"),
        ("survey", 5, "type"),
        ("survey", 6, "constraint"),
        ("survey", 7, "type"),
        ("survey", 8, "calculation"),
        ("survey", 9, "trigger"),
        ("survey", 10, "choice_filter"),
        ("survey", 11, "type"),
        ("choices", 2, "name"),
    ]
    assert all(problem.what_to_do for problem in found.problems)


def test_lists_that_are_missing_are_named_where_they_are_used_even_without_a_choices_sheet():
    found = check_bytes(
        table("""
        | survey | | | |
        | | type | name | label |
        | | select_one yn | a | A |
        | | select_multiple many | b | B |
        """).encode(),
        "form.md",
    )
    assert [(problem.row, problem.column) for problem in found.problems] == [(2, "type"), (3, "type")]
