"""What a person types as a date, a time or a number, and the answer it means; and back again for the field.

Promise: type-in comes first: "5 March", "5/3/26", "today", "2pm", "14.30" are all understood, day before month as
it is said in Britain; what is not understood is never thrown away, only not yet an answer.
Never here: Qt, a clock of its own, an opinion on whether the answer is right (the form's constraints have it).
Source: interface design section 6 (DateField, TimeField, NumberField); answers are in the notation of XML Schema,
as ODK XForms uses them.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from fieldapp.ui import words
from fieldapp.ui.words import Words

say = Words("Typed answers")

TYPED = frozenset({"integer", "decimal", "date", "time", "dateTime"})
"""The types whose answer is not simply what stands in the field."""

_DATE = re.compile(
    r"""^(?:[^\W\d]+\.?,?\s+)??                       # a week day, said but not needed
        (?P<day>\d{1,2})(?:st|nd|rd|th)?
        [\s./-]+(?P<month>\d{1,2}|[^\W\d]+)\.?
        (?:[\s./,-]+(?P<year>\d{4}|\d{2}))?$""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = re.compile(
    r"^(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?P<half>am|pm)?$",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"^(?P<hour>\d{2})(?P<minute>\d{2})$")


def understood(kind: str, text: str, *, now: datetime) -> str | None:
    """The answer that `text` means, "" if nothing stands there, None if it cannot be told."""
    clean = " ".join(text.split())
    if not clean:
        return ""
    if kind == "integer":
        return _integer(clean)
    if kind == "decimal":
        return _decimal(clean)
    if kind == "date":
        found = read_date(clean, now.date())
        return None if found is None else found.isoformat()
    if kind == "time":
        return read_time(clean)
    if kind == "dateTime":
        return _date_time(clean, now)
    return text


def shown(kind: str, value: str, *, now: datetime) -> str:
    """An answer as it stands in its field: the way a person would write it."""
    if not value:
        return ""
    if kind == "date":
        return shown_date(value)
    if kind == "time":
        return shown_time(value)
    if kind == "dateTime":
        day, _, rest = value.partition("T")
        return f"{shown_date(day)} {shown_time(rest)}".strip()
    if kind == "decimal":
        return value.removesuffix(".0")
    return value


def shown_date(value: str) -> str:
    """ "5 March 2026"; a value that is no date is shown as it is."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.day} {words.MONTHS[words.language()][day.month - 1]} {day.year}"


def shown_time(value: str) -> str:
    """ "14:05"."""
    return value[:5] if len(value) >= 5 and value[2] == ":" else value


def read_date(text: str, today: date) -> date | None:
    """A date as people type it; without a year, the one that lies nearest to today."""
    lowered = text.casefold().strip(" .")
    for word, days in ((say("today"), 0), (say("yesterday"), -1), (say("tomorrow"), 1)):
        if lowered == word.casefold():
            return today + timedelta(days=days)
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    found = _DATE.match(text)
    if found is None:
        return None
    month = _month(found["month"])
    if month is None:
        return None
    return _nearest(int(found["day"]), month, found["year"], today)


def read_time(text: str) -> str | None:
    """A time of day as people type it, as `HH:MM:SS`."""
    found = _COMPACT_TIME.match(text) or _TIME.match(text)
    if found is None:
        return None
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    half = (parts.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}:00" if hour < 24 and minute < 60 else None


def _integer(text: str) -> str | None:
    plain = text.replace(" ", "").replace(",", "")
    return str(int(plain)) if re.fullmatch(r"[+-]?\d{1,9}", plain, re.ASCII) else None


def _decimal(text: str) -> str | None:
    plain = text.replace(" ", "")
    return plain if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain, re.ASCII) else None


def _date_time(text: str, now: datetime) -> str | None:
    if "T" in text:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return None
        return text
    day_text, _, time_text = text.replace(",", " ").rpartition(" ")
    time_value = read_time(time_text)
    if time_value is None:
        return None
    day = read_date(day_text.strip(), now.date()) if day_text.strip() else now.date()
    if day is None:
        return None
    zone = now.tzinfo if now.tzinfo is not None else ZoneInfo("UTC")
    moment = datetime(day.year, day.month, day.day, int(time_value[:2]), int(time_value[3:5]), tzinfo=zone)
    return moment.isoformat(timespec="milliseconds")


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    wanted = text.casefold()
    for language in dict.fromkeys((words.language(), "en")):
        for number, name in enumerate(words.MONTHS[language], start=1):
            if len(wanted) >= 3 and name.casefold().startswith(wanted):
                return number
    return None


def _nearest(day: int, month: int, year_text: str | None, today: date) -> date | None:
    if year_text:
        year = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
        return _date_or_none(year, month, day)
    near = [
        found
        for year in (today.year - 1, today.year, today.year + 1)
        if (found := _date_or_none(year, month, day)) is not None
    ]
    return min(near, key=lambda found: abs((found - today).days), default=None)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
