"""Working days, limits and how far off they are: every clock of practice runs through here.

Promises: England's working days (Monday to Friday less bank holidays and the authority's own closures); day 0 is the
day of the event; weeks are seven days; months keep the day's number or take the last day of a shorter month; hours
run on the local clock over a change of summer time. A limit on a day that is no working day has two dates: the limit
itself, and "aim by" the working day before. Every limit names its source.
Never: today's date (it is passed in), a limit in code (they stand in the policy), a score.
Source: practice.md section 4.1; the statute or guidance of each limit is named in `resources/policy.json`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from fieldapp.words import Words, day_and_month, short_day

say = Words("Dates")

ONE_DAY = timedelta(days=1)
SATURDAY = 5

Unit: TypeAlias = Literal["working_days", "weeks", "months", "hours"]
UNITS: tuple[Unit, ...] = ("working_days", "weeks", "months", "hours")

State: TypeAlias = Literal["due", "soon", "today", "late", "never", "unknown"]
"""How a due date stands: more than three working days off, within three, today, past, no date to count from, or
not to be told from here because the record on this laptop is too old."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days people work. A year without a file counts Monday to Friday only, and `knows` says so."""

    holidays: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    @classmethod
    def from_data(cls, data: Mapping[str, Any], closures: Iterable[str] = ()) -> WorkingDays:
        """From the shape of `resources/holidays.json`; `closures` are the authority's own, as dates."""
        days = {date.fromisoformat(day) for day in data["days"]}
        days.update(date.fromisoformat(day) for day in closures)
        return cls(frozenset(days), frozenset(data["years"]))

    def knows(self, day: date) -> bool:
        """Whether the bank holidays of that year are known."""
        return day.year in self.years

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (before it, if negative)."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative if `end` lies before."""
        if end < start:
            return -self.between(end, start)
        return sum(self.is_working(start + ONE_DAY * step) for step in range(1, (end - start).days + 1))

    def on_or_before(self, day: date) -> date:
        """`day`, or the working day before it: what to aim by."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day


def add_months(day: date, count: int) -> date:
    """The same day's number `count` months on, or the last day of a shorter month."""
    month = day.year * 12 + day.month - 1 + count
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def add_hours(moment: datetime, count: int, zone: str) -> datetime:
    """`count` hours of real time after a local moment, told in the same local zone."""
    local = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
    return (local.astimezone(ZoneInfo("UTC")) + timedelta(hours=count)).astimezone(ZoneInfo(zone))


@dataclass(frozen=True, slots=True)
class Span:
    """How long a clock runs, in exactly one unit, and where that comes from."""

    unit: Unit
    count: int
    source: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Span:
        unit = next(name for name in UNITS if name in data)
        return cls(unit, int(data[unit]), str(data.get("source", "")))

    def after(self, day: date, days: WorkingDays) -> date:
        """The date on which a clock of this length, started on `day`, runs out."""
        if self.unit == "working_days":
            return days.add(day, self.count)
        if self.unit == "weeks":
            return day + timedelta(weeks=self.count)
        if self.unit == "months":
            return add_months(day, self.count)
        return day + timedelta(hours=self.count)

    def words(self) -> str:
        """`10 working days`, `6 weeks`, `1 month`."""
        if self.unit == "weeks":
            return say.count(self.count, "{n} week", "{n} weeks")
        if self.unit == "months":
            return say.count(self.count, "{n} month", "{n} months")
        if self.unit == "hours":
            return say.count(self.count, "{n} hour", "{n} hours")
        return say.count(self.count, "{n} working day", "{n} working days")


@dataclass(frozen=True, slots=True)
class Policy:
    """The authority's settings that the rules of practice read."""

    spans: Mapping[str, Span]
    days: WorkingDays
    sources: Mapping[str, str] = field(default_factory=dict)
    sleeping_place_every_visits: int = 2
    due_soon_working_days: int = 3
    look_percent: int = 80
    plan_old_days: int = 7
    record_old_days: int = 7

    @classmethod
    def from_data(
        cls,
        defaults: Mapping[str, Any],
        holidays: Mapping[str, Any],
        enrolled: Mapping[str, Any] | None = None,
    ) -> Policy:
        """From the shapes of `resources/policy.json` and `holidays.json`; what the enrolment's policy names wins."""
        own = enrolled or {}
        limits = {**defaults["limits"], **own.get("limits", {})}
        closures = [*defaults.get("closures", ()), *own.get("closures", ())]

        def number(name: str) -> int:
            return int(own.get(name, defaults[name]))

        return cls(
            spans=MappingProxyType({name: Span.from_data(span) for name, span in limits.items()}),
            days=WorkingDays.from_data(holidays, closures),
            sources=MappingProxyType(dict(defaults.get("sources", {}))),
            sleeping_place_every_visits=number("sleeping_place_every_visits"),
            due_soon_working_days=number("due_soon_working_days"),
            look_percent=number("look_percent"),
            plan_old_days=number("plan_old_days"),
            record_old_days=number("record_old_days"),
        )

    def limit(self, clock: str, start: date) -> Limit:
        """When the named clock, started on `start`, runs out."""
        span = self.spans[clock]
        ends = span.after(start, self.days)
        return Limit(clock, start, ends, self.days.on_or_before(ends), span, self.days.knows(ends))

    def standing(self, limit: date | None, today: date) -> Standing:
        """How far off a date is, in working days, and how it is shown."""
        if limit is None:
            return Standing("never", 0, None)
        off = self.days.between(today, limit)
        if limit < today:
            return Standing("late", max(1, -off), limit)
        if limit == today:
            return Standing("today", 0, limit)
        return Standing("soon" if off <= self.due_soon_working_days else "due", off, limit)


@dataclass(frozen=True, slots=True)
class Limit:
    """One clock that runs: when it began, when it ends, what to aim by, and whose rule it is."""

    clock: str
    start: date
    ends: date
    aim_by: date
    span: Span
    holidays_known: bool = True

    @property
    def source(self) -> str:
        return self.span.source


@dataclass(frozen=True, slots=True)
class Standing:
    """How a due date stands today. `working_days` counts to it, or since it when late."""

    state: State
    working_days: int
    on: date | None

    def words(self) -> str:
        """What a worker reads: `due in 7 working days`, `late by 2 working days`, `due today`."""
        if self.state == "late":
            return say.count(self.working_days, "late by {n} working day", "late by {n} working days")
        if self.state == "today":
            return say("due today")
        if self.state == "never":
            return say("no date to count from")
        if self.state == "unknown":
            return say("not known here")
        if self.working_days == 0:
            return say("due {day}", day=day_words(self.on)) if self.on else say("due")
        return say.count(self.working_days, "due in {n} working day", "due in {n} working days")


def day_words(day: date, today: date | None = None) -> str:
    """`5 March`; with a year where it is not this year's; without `today` never a year."""
    return day_and_month(day, today=today)


def weekday_words(day: date) -> str:
    """`Tue 17 March`."""
    return short_day(day)


def ago_words(day: date, today: date) -> str:
    """`today`, `yesterday`, `19 days ago`."""
    since = (today - day).days
    if since <= 0:
        return say("today")
    return say("yesterday") if since == 1 else say.count(since, "{n} day ago", "{n} days ago")
