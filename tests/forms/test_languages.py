"""Labels, hints, messages and choices in the language of the moment; answers inside them; Markdown left alone."""

import pytest
from form_scenario import Scenario

TWO = """
| survey | | | | | | | | | |
| | type | name | label::English (en) | label::Cymraeg (cy) | hint::English (en) | constraint | constraint_message::English (en) | constraint_message::Cymraeg (cy) | calculation |
| | text | who | Name | Enw | The name | . != 'x' | Not x | Dim x | |
| | select_one yn | ok | Is ${who} ok? | Ydy ${who} yn iawn? | | | | | |
| | note | said | **Hello** ${who}, ${ok} | Helo *${who}* | | | | | |
| | calculate | word | | | | | | | jr:choice-name(${ok}, '${ok}') |
| choices | | | | |
| | list_name | name | label::English (en) | label::Cymraeg (cy) |
| | yn | y | Yes | Ie |
| | yn | n | No | Na |
"""


def test_everything_written_changes_with_the_language():
    scene = Scenario.of(TWO).answers(who="x", ok="y")
    assert scene.definition.languages == ("English (en)", "Cymraeg (cy)")
    assert scene.instance.language == "English (en)"
    assert [scene.label("who"), scene.label("ok"), scene.message("who"), scene.choice_labels("ok")] == [
        "Name",
        "Is x ok?",
        "Not x",
        ["Yes", "No"],
    ]
    assert scene.value("word") == "Yes"
    changes = scene.speak("Cymraeg (cy)")
    assert {"who", "ok", "word"} <= set(changes.changed)
    assert [scene.label("who"), scene.label("ok"), scene.message("who"), scene.choice_labels("ok")] == [
        "Enw",
        "Ydy x yn iawn?",
        "Dim x",
        ["Ie", "Na"],
    ]
    assert scene.value("word") == "Ie", "a choice's name is in the language of the moment"


def test_markdown_is_left_as_written_and_answers_are_filled_in():
    scene = Scenario.of(TWO).answers(who="Ann", ok="n")
    assert scene.label("said") == "**Hello** Ann, n"


def test_a_language_the_form_has_not_is_refused():
    scene = Scenario.of(TWO)
    with pytest.raises(ValueError, match="no language"):
        scene.speak("Klingon")


def test_a_form_can_be_opened_in_a_language():
    scene = Scenario.of(TWO)
    opened = scene.definition.open(clock=scene.clock, entropy=_Nothing(), language="Cymraeg (cy)")
    assert opened.node("who").label == "Enw"


class _Nothing:
    def random_bytes(self, count):
        return bytes(count)


def test_white_space_in_a_label_becomes_single_spaces():
    scene = Scenario.of(
        """
        | survey | | | |
        | | type | name | label |
        | | text | a | Line one&#10;line   two |
    """.replace("&#10;", "  ")
    )
    assert scene.label("a") == "Line one line two"


def test_the_definition_knows_labels_without_anybody_filling_in():
    definition = Scenario.of(TWO).definition
    info = definition.question("ok", "Cymraeg (cy)")
    assert info.label == "Ydy … yn iawn?"
    assert [choice.label for choice in info.choices] == ["Ie", "Na"]
    assert definition.question("who").hint == "The name"
    assert definition.question("word").type == "calculate"


def test_a_label_that_shows_only_an_answer_is_none_until_there_is_one():
    scene = Scenario.of("""
        | survey | | | | | |
        | | type | name | label | constraint | constraint_message |
        | | text | word | Word | . != 'x' | ${other} |
        | | text | other | Other | | |
        | | note | said | ${other} | | |
        | | begin_group | none | | | |
        | | text | in | In | | |
        | | end_group | | | | |
    """)
    scene.answer("word", "x")
    assert (scene.label("said"), scene.message("word"), scene.label("none")) == (None, None, None)
    scene.answer("other", " so ")
    assert (scene.label("said"), scene.message("word")) == ("so", "so")
