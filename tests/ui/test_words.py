"""Words: English in the source, Welsh from the catalogue, counts by the language's own rule."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fieldapp.resources import resource
from fieldapp.ui import words
from fieldapp.ui.words import Words


def test_english_counts_one_and_many() -> None:
    say = Words("Nowhere")
    assert say.count(1, "{n} note", "{n} notes") == "1 note"
    assert say.count(0, "{n} note", "{n} notes") == "0 notes"


@pytest.mark.parametrize(("n", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (6, 4), (4, 5), (11, 5)])
def test_welsh_has_six_plural_forms(n: int, form: int) -> None:
    assert words.PLURAL_RULES["cy"][1](n) == form


def test_days_and_times_are_written_as_each_language_writes_them() -> None:
    day = date(2026, 3, 12)
    assert words.day(day) == "Thursday 12 March"
    words.use_language("cy")
    assert words.day(day) == "Dydd Iau 12 Mawrth"


def test_a_time_is_said_as_a_person_says_it() -> None:
    now = datetime(2026, 3, 12, 14, 36)
    assert words.moment(datetime(2026, 3, 12, 12, 49), now=now) == "today 12:49"
    assert words.moment(datetime(2026, 3, 11, 8, 2), now=now) == "yesterday 08:02"
    assert words.moment(datetime(2026, 3, 10, 17, 40), now=now) == "Tue 10 March 17:40"


def test_names_are_joined_as_a_list_is_spoken() -> None:
    assert words.join(["Maja", "Rowan", "Efa"]) == "Maja, Rowan and Efa"
    assert words.join(["Maja"]) == "Maja"


def test_welsh_says_and_in_another_word_before_a_vowel() -> None:
    words.use_language("cy")
    assert words.join(["Maja", "Rowan"]) == "Maja a Rowan"
    assert words.join(["Maja", "Rowan", "Efa"]) == "Maja, Rowan ac Efa"


def test_the_words_of_the_design_are_in_the_catalogue() -> None:
    words.use_language("cy")
    shell = Words("Shell")
    wanted = {
        "Today": "Heddiw",
        "Families": "Teuluoedd",
        "Drafts": "Drafftiau",
        "Needs your decision": "Angen eich penderfyniad",
        "Waiting to send": "Yn aros i'w hanfon",
        "Search": "Chwilio",
        "On this laptop": "Ar y gliniadur hwn",
        "Settings": "Gosodiadau",
    }
    assert {english: shell(english) for english in wanted} == wanted
    assert Words("Strip")("Hide screen") == "Cuddio'r sgrin"
    assert Words("Strip")("Lock") == "Cloi"
    assert Words("Editors")("Their words") == "Eu geiriau nhw"


def test_what_is_not_translated_yet_stands_in_english() -> None:
    words.use_language("cy")
    assert Words("Nowhere")("A sentence nobody has translated.") == "A sentence nobody has translated."


def test_the_catalogue_is_a_file_translators_tools_can_open() -> None:
    head = resource("translations", "fieldapp_cy.ts").read_text(encoding="utf-8")[:200]
    assert "<!DOCTYPE TS>" in head
    assert 'language="cy"' in head
