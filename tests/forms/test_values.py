"""What each type makes of what is entered or calculated; dates, zones and clocks that change."""

import pytest
from form_scenario import Scenario

TYPES = [
    ("integer", "007", "7"),
    ("integer", "3.9", "3"),
    ("integer", "-3.9", "-3"),
    ("integer", "0", "0"),
    ("integer", "2147483648", ""),
    ("integer", "-2147483648", "-2147483648"),
    ("integer", "many", ""),
    ("decimal", "12", "12.0"),
    ("decimal", "0.50", "0.5"),
    ("decimal", "1e-7", "0.0000001"),
    ("decimal", "much", ""),
    ("date", "2026-03-01", "2026-03-01"),
    ("date", "2026-02-30", ""),
    ("date", "01/03/2026", ""),
    ("time", "09:30:00", "09:30:00"),
    ("time", "23:59:59.999Z", "23:59:59.999Z"),
    ("time", "9:30", ""),
    ("time", "25:00:00", ""),
    ("dateTime", "2026-03-01T10:00:00.000+00:00", "2026-03-01T10:00:00.000+00:00"),
    ("dateTime", "2026-03-01", ""),
    ("dateTime", "2026-13-01T10:00:00", ""),
    ("text", "  as given  ", "  as given  "),
    ("barcode", "4006381", "4006381"),
    ("acknowledge", "OK", "OK"),
    ("acknowledge", "yes", ""),
    ("geopoint", "51.5 -0.1", "51.5 -0.1"),
    ("geopoint", "99 0", ""),
    ("geotrace", "51 0.5;52 1", "51.0 0.5;52.0 1.0"),
    ("geotrace", "51 0.5", ""),
    ("geoshape", "51 0;52 1;53 0;51 0", "51.0 0.0;52.0 1.0;53.0 0.0;51.0 0.0"),
    ("geoshape", "51 0;52 1;53 0", ""),
]


@pytest.mark.parametrize(("kind", "entered", "kept"), TYPES)
def test_an_answer_is_made_to_fit_its_type_or_is_empty(kind, entered, kept):
    scene = Scenario.of(f"""
        | survey | | | |
        | | type | name | label |
        | | {kind} | q | Q |
    """)
    scene.answer("q", entered)
    assert scene.value("q") == (kept if kind != "geopoint" or not kept else "51.5 -0.1")


def test_a_range_takes_what_is_between_its_ends():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | parameters |
        | | range | ladder | Ladder | start=0 end=10 step=1 |
    """)
    scene.answer("ladder", "7")
    assert scene.value("ladder") == "7"
    assert scene.node("ladder").parameters["end"] == "10"
    scene.answer("ladder", "11")
    assert scene.value("ladder") == ""


@pytest.mark.parametrize(
    ("kind", "calculation", "kept"),
    [
        ("integer", "7.9", "7"),
        ("decimal", "7", "7.0"),
        ("date", "today()", "2026-03-01"),
        ("dateTime", "now()", "2026-03-01T10:00:00.000+00:00"),
        ("integer", "'abc'", ""),
        ("text", "1 div 3", "0.3333333333333333"),
        ("text", "1 = 1", "true"),
        ("text", "0 div 0", ""),
        ("text", "1000000 * 1000000", "1000000000000"),
    ],
)
def test_a_calculation_is_written_as_xpath_writes_it_and_then_made_to_fit(kind, calculation, kept):
    scene = Scenario.of(f"""
        | survey | | | | |
        | | type | name | label | calculation |
        | | {kind} | q | Q | {calculation} |
    """)
    assert scene.value("q") == kept


CLOCKS = """
| survey | | | | |
| | type | name | label | calculation |
| | date | first | First | |
| | date | second | Second | |
| | calculate | days | | ${second} - ${first} |
| | calculate | due | | date(${first} + 10) |
| | dateTime | at | At | |
| | calculate | local | | format-date-time(${at}, '%Y-%m-%d %H:%M') |
| | calculate | stamp | | now() |
"""


@pytest.mark.parametrize("zone", ["UTC", "Europe/London", "America/New_York", "Pacific/Auckland"])
def test_two_dates_are_whole_days_apart_whatever_the_clocks_did_between(zone):
    scene = Scenario.of(CLOCKS, zone=zone).answers(first="2026-03-20", second="2026-04-10")
    assert scene.values("days", "due") == ["21", "2026-03-30"]
    scene.answers(first="2026-10-20", second="2026-11-05")
    assert scene.values("days", "due") == ["16", "2026-10-30"]


@pytest.mark.parametrize(
    ("zone", "now", "stamp", "local"),
    [
        ("Europe/London", "2026-03-01T10:00:00", "2026-03-01T10:00:00.000+00:00", "2026-07-01 09:30"),
        ("Europe/London", "2026-07-01T10:00:00", "2026-07-01T10:00:00.000+01:00", "2026-07-01 09:30"),
        ("America/New_York", "2026-07-01T10:00:00", "2026-07-01T10:00:00.000-04:00", "2026-07-01 04:30"),
        ("Asia/Kolkata", "2026-01-01T00:30:00", "2026-01-01T00:30:00.000+05:30", "2026-07-01 14:00"),
    ],
)
def test_a_moment_is_told_by_the_clock_of_the_place(zone, now, stamp, local):
    scene = Scenario.of(CLOCKS, zone=zone, now=now)
    scene.answer("at", "2026-07-01T10:30:00.000+02:00")
    assert scene.values("stamp", "local") == [stamp, local]


MEETING = """
    | survey | | | | |
    | | type | name | label | calculation |
    | | date | day | Day | |
    | | dateTime | at | At | |
    | | calculate | later | | ${at} > ${day} |
    | | calculate | part | | round((${at} - ${day}) * 24, 3) |
    | | calculate | begun | | now() > today() |
    | | calculate | passed | | round((now() - today()) * 24, 3) |
    | | calculate | noon | | date-time(${day} + 0.5) |
    | | calculate | number | | ${day} + 0 |
"""


@pytest.mark.parametrize(
    ("zone", "offset"), [("UTC", "+00:00"), ("Europe/London", "+01:00"), ("Pacific/Auckland", "+12:00")]
)
def test_a_date_beside_a_moment_is_the_midnight_it_begins_with_here(zone, offset):
    """Bug: in Auckland `now() > today()` was false until noon, and half a day after a date was no noon."""
    scene = Scenario.of(MEETING, zone=zone, now="2026-07-01T10:00:00")
    scene.answers(day="2026-07-01", at=f"2026-07-01T06:00:00.000{offset}")
    assert scene.values("later", "part", "begun", "passed") == ["true", "6", "true", "10"]
    assert scene.values("noon", "number") == [f"2026-07-01T12:00:00.000{offset}", "20635"]


@pytest.mark.parametrize(
    ("zone", "part", "later"), [("Europe/London", "0.375", "true"), ("UTC", "0.416667", "false")]
)
def test_a_moment_written_in_the_form_is_read_by_the_clock_of_whoever_fills_it_in(zone, part, later):
    """Bug: it was computed when the form was loaded, by the clock of whichever form ran before."""
    scene = Scenario.of(
        """
        | survey | | | | |
        | | type | name | label | calculation |
        | | dateTime | at | At | |
        | | calculate | later | | ${at} > '2026-07-01T10:00:00' |
        | | calculate | part | | round('2026-07-01T10:00:00' - '2026-07-01T01:00:00.000+01:00', 6) |
        """,
        zone=zone,
    )
    scene.answer("at", "2026-07-01T09:30:00.000+00:00")
    assert scene.values("part", "later") == [part, later]


def test_a_time_with_an_offset_written_in_the_form_is_read_by_the_clock_of_the_place():
    form = """
        | survey | | | |
        | | type | name | calculation |
        | | calculate | part | decimal-time('12:00:00.000+00:00') |
    """
    assert Scenario.of(form, zone="UTC").value("part") == "0.5"
    assert Scenario.of(form, zone="America/New_York").value("part").startswith("0.2916")


def test_a_time_that_the_clocks_skip_is_written_as_they_show_it():
    """Bug: 01:30 of the night in which clocks go from 1 to 2 was written as 01:30+00:00, an hour before itself."""
    scene = Scenario.of(
        """
        | survey | | | |
        | | type | name | calculation |
        | | calculate | skipped | date-time('2026-03-29T01:30:00') |
        | | calculate | shown | format-date-time('2026-03-29T01:30:00', '%H:%M') |
        | | calculate | repeated | date-time('2026-10-25T01:30:00') |
        """
    )
    assert scene.values("skipped", "shown") == ["2026-03-29T02:30:00.000+01:00", "02:30"]
    assert scene.value("repeated") == "2026-10-25T01:30:00.000+01:00"


def test_today_once_calculated_stays_until_what_it_depends_on_changes():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | calculation |
        | | text | word | Word | |
        | | calculate | day | | concat(today(), ${word}) |
    """)
    scene.it_is("2026-03-05T08:00:00")
    assert scene.value("day") == "2026-03-01"
    scene.answer("word", "!")
    assert scene.value("day") == "2026-03-05!"


def test_a_rule_about_today_is_looked_at_again_when_asked():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | constraint |
        | | date | day | Day | . <= today() |
    """)
    scene.answer("day", "2026-03-03")
    assert scene.violation("day") == "constraint"
    scene.it_is("2026-03-05T08:00:00")
    assert scene.instance.refresh().changed
    assert scene.violation("day") is None


def test_a_submission_leaves_out_what_is_not_asked_keeps_what_is_empty_and_escapes_the_rest():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | relevant |
        | | text | a | A | |
        | | text | b | B | ${a} = 'never' |
        | | text | c | C | |
        | | begin_repeat | r | R | |
        | | text | d | D | |
        | | end_repeat | | | |
        | settings | | |
        | | form_id | version |
        | | f | 9 |
    """)
    scene.answer("a", "<&> \"'")
    xml = scene.instance.submission()
    assert xml.startswith(
        '<data id="f" version="9"><a>&lt;&amp;&gt; "\'</a><c></c><r><d></d></r><meta><instanceID>uuid:'
    )


def test_merge_types_are_what_the_form_says_or_what_its_questions_suggest():
    scene = Scenario.of("""
        | survey | | | | | |
        | | type | name | label | appearance | bind::fa:merge |
        | | text | plain | Plain | | |
        | | text | long | Long | multiline | |
        | | select_multiple yn | many | Many | | |
        | | select_one yn | risk | Risk | | caution |
        | | begin_repeat | row | Row | | |
        | | text | inside | Inside | | narrative |
        | | end_repeat | | | | |
        | choices | | | |
        | | list_name | name | label |
        | | yn | y | Yes |
        | settings | | |
        | | form_id | namespaces |
        | | f | fa="https://fieldapp.example/xforms" |
    """)
    types = scene.definition.merge_types()
    assert {path: types[path] for path in ("plain", "long", "many", "risk", "row", "row/inside")} == {
        "plain": "value",
        "long": "narrative",
        "many": "set",
        "risk": "caution",
        "row": "list",
        "row/inside": "narrative",
    }
