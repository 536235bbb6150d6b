"""What people type as days, times and numbers, and what is meant by it."""

from datetime import UTC, datetime

import pytest

from fieldapp.ui.questions.typed import shown, understood

NOW = datetime(2026, 3, 5, 14, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5 March 2026", "2026-03-05"),
        ("5/3/2026", "2026-03-05"),
        ("5.3.26", "2026-03-05"),
        ("5-3", "2026-03-05"),
        ("Thursday 5 March", "2026-03-05"),
        ("Thu, 5th Mar 2026", "2026-03-05"),
        ("2026-03-05", "2026-03-05"),
        ("today", "2026-03-05"),
        ("yesterday", "2026-03-04"),
        ("28 December", "2025-12-28"),
        ("3 January", "2026-01-03"),
        ("", ""),
        ("31/2/2026", None),
        ("soon", None),
        ("13/13/2026", None),
    ],
)
def test_days(typed, meant):
    assert understood("date", typed, now=NOW) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:05", "14:05:00"),
        ("14.05", "14:05:00"),
        ("1405", "14:05:00"),
        ("9", "09:00:00"),
        ("2pm", "14:00:00"),
        ("12 am", "00:00:00"),
        ("25:00", None),
        ("13pm", None),
        ("later", None),
    ],
)
def test_times(typed, meant):
    assert understood("time", typed, now=NOW) == meant


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("integer", "20", "20"),
        ("integer", "1,000", "1000"),
        ("integer", "twenty", None),
        ("integer", "2.5", None),
        ("decimal", "2.5", "2.5"),
        ("decimal", ".5", ".5"),
        ("decimal", "half", None),
    ],
)
def test_numbers(kind, typed, meant):
    assert understood(kind, typed, now=NOW) == meant


def test_a_day_and_a_time_in_one_line():
    assert understood("dateTime", "5 March 2026 14:05", now=NOW) == "2026-03-05T14:05:00.000+00:00"
    assert understood("dateTime", "14:05", now=NOW) == "2026-03-05T14:05:00.000+00:00"
    assert understood("dateTime", "whenever", now=NOW) is None


def test_answers_stand_in_their_fields_as_a_person_writes_them():
    assert shown("date", "2026-03-05", now=NOW) == "5 March 2026"
    assert shown("time", "14:05:00", now=NOW) == "14:05"
    assert shown("dateTime", "2026-03-05T14:05:00.000+00:00", now=NOW) == "5 March 2026 14:05"
    assert shown("decimal", "2.0", now=NOW) == "2"
