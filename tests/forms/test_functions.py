"""Each function an expression can call, by example; the documentation's table says the same."""

from xml.sax.saxutils import escape

import pytest
from form_scenario import Scenario
from function_examples import EXAMPLES, REFUSED, SAMPLE_FORM, SAMPLE_NOW
from functions_page import PAGE, page

from fieldapp.forms import BadForm
from fieldapp.forms.xpath.functions import FUNCTIONS


def result_of(expression):
    xml = SAMPLE_FORM.replace("{expression}", escape(expression, {'"': "&quot;"}))
    return Scenario(xml.encode(), now=SAMPLE_NOW).value("result")


@pytest.mark.parametrize(
    ("name", "expression", "result"), EXAMPLES, ids=[f"{name}-{i}" for i, (name, _, _) in enumerate(EXAMPLES)]
)
def test_a_function_gives_what_its_example_says(name, expression, result):
    assert result_of(expression) == result


def test_every_function_has_an_example():
    assert sorted(FUNCTIONS) == sorted({name for name, _, _ in EXAMPLES})


@pytest.mark.parametrize("name", sorted(name for names in REFUSED.values() for name in names))
def test_a_function_nobody_supports_is_refused_by_name(name):
    with pytest.raises(BadForm, match=f"no function {name}"):
        result_of(f"{name}(/data/s)")


@pytest.mark.parametrize(
    "expression",
    [
        "contains('a')",
        "true(1)",
        "substr('a')",
        "if(1, 2)",
        "pulldata('abc', 'label')",
        "indexed-repeat(/data/r/v, /data/r)",
        "weighted-checklist(1, 2, true())",
        "round(1, 2, 3)",
    ],
)
def test_too_few_or_too_many_arguments_are_refused_when_the_form_is_loaded(expression):
    with pytest.raises(BadForm):
        result_of(expression)


def test_the_documentation_lists_every_function_with_its_examples():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/forms/functions_page.py"
