"""Working days and limits, against the calendar of England for 2025 to 2027."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.dates import Policy, WorkingDays, add_hours, add_months, ago_words, weekday_words


@pytest.mark.parametrize(
    ("start", "count", "ends"),
    [
        (date(2026, 3, 5), 2, date(2026, 3, 9)),
        (date(2026, 4, 2), 2, date(2026, 4, 8)),
        (date(2025, 12, 24), 2, date(2025, 12, 30)),
        (date(2026, 3, 26), 10, date(2026, 4, 13)),
        (date(2026, 1, 12), 45, date(2026, 3, 16)),
        (date(2025, 10, 6), 15, date(2025, 10, 27)),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(policy, start, count, ends):
    assert policy.days.add(start, count) == ends
    assert policy.days.between(start, ends) == count


def test_a_limit_on_a_saturday_says_aim_by_friday(policy):
    limit = policy.limit("review_conference_first", date(2025, 11, 30))
    assert (limit.ends, limit.aim_by) == (date(2026, 2, 28), date(2026, 2, 27))


def test_months_keep_the_day_or_take_the_last_of_a_shorter_month():
    assert add_months(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2025, 12, 31), 1) == date(2026, 1, 31)


def test_seventy_two_hours_run_on_the_local_clock_over_the_change_of_summer_time():
    back = datetime(2026, 3, 28, 22, 40)
    assert add_hours(back, 72, "Europe/London").replace(tzinfo=None) == datetime(2026, 3, 31, 23, 40)
    assert add_hours(datetime(2026, 3, 3, 22, 40), 72, "Europe/London").replace(tzinfo=None) == datetime(
        2026, 3, 6, 22, 40
    )


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (date(2026, 3, 16), "due in 7 working days"),
        (date(2026, 3, 10), "due in 3 working days"),
        (date(2026, 3, 5), "due today"),
        (date(2026, 3, 3), "late by 2 working days"),
        (date(2026, 3, 4), "late by 1 working day"),
        (None, "no date to count from"),
    ],
)
def test_a_due_date_says_in_words_how_far_off_it_is(policy, limit, words):
    assert policy.standing(limit, date(2026, 3, 5)).words() == words


def test_due_soon_is_within_three_working_days(policy):
    states = [policy.standing(date(2026, 3, day), date(2026, 3, 5)).state for day in (5, 6, 10, 11)]
    assert states == ["today", "soon", "soon", "due"]


def test_what_the_enrolment_names_replaces_a_default_and_nothing_else(policy):
    import json
    from pathlib import Path

    resources = Path(__file__).resolve().parents[2] / "resources"
    own = Policy.from_data(
        json.loads((resources / "policy.json").read_text()),
        json.loads((resources / "holidays.json").read_text()),
        {
            "limits": {"visit_child_protection": {"working_days": 15, "source": "LP"}},
            "closures": ["2026-03-06"],
        },
    )
    assert own.limit("visit_child_protection", date(2026, 2, 19)).ends == date(2026, 3, 13)
    assert own.spans["visit_child_in_need"] == policy.spans["visit_child_in_need"]


def test_every_limit_names_where_it_comes_from(policy):
    assert {span.source for span in policy.spans.values()} <= set(policy.sources)


def test_a_year_without_holidays_says_that_they_are_not_known(policy):
    assert policy.limit("core_group_first", date(2027, 12, 20)).holidays_known is False
    assert policy.limit("core_group_first", date(2026, 12, 1)).holidays_known is True


def test_days_ago_and_days_to_come_read_as_people_say_them():
    assert ago_words(date(2026, 3, 4), date(2026, 3, 5)) == "yesterday"
    assert ago_words(date(2026, 2, 19), date(2026, 3, 5)) == "14 days ago"
    assert weekday_words(date(2026, 3, 17)) == "Tue 17 March"


@given(
    st.dates(min_value=date(2025, 1, 1), max_value=date(2026, 12, 31)),
    st.integers(min_value=1, max_value=60),
)
def test_counting_on_and_counting_between_agree(start, count):
    days = WorkingDays(frozenset({date(2026, 4, 3), date(2026, 4, 6)}), frozenset({2025, 2026, 2027}))
    ends = days.add(start, count)
    assert days.is_working(ends)
    assert days.between(start, ends) == count
    assert days.between(ends, start) == -count
