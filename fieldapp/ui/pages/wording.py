"""Ages, distances in days, small figures and sizes as a worker says them. No Qt here: presenters use it.

Promise: one place decides that a child is "14 months", a visit "19 days ago" and a promise "due tomorrow", so that
no two screens differ. The same values give the same words: the day and the zone are passed in.
Never here: reading a clock, colours, anything of one particular screen.
Source: the design of the interface, sections 4 and 10; days and times themselves are written by `ui.words`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from fieldapp.ui import words
from fieldapp.ui.words import Words

say = Words("Wording")

MONTHS_UNTIL_AGED_IN_YEARS = 24
"""Under two years a child's age is told in months, as health visitors and families do."""


def local(moment_ms: int, zone: str) -> datetime:
    """The moment as the clock on the wall shows it here."""
    return datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone(ZoneInfo(zone))


def moment(moment_ms: int, now_ms: int, zone: str) -> str:
    """ "today 12:49", "yesterday 16:05", "Tue 10 March 16:05"."""
    return words.moment(local(moment_ms, zone), now=local(now_ms, zone))


def near_day(day: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", else "Tue 17 March" (with the year when that is not today's)."""
    apart = (day - today).days
    if apart == 0:
        return say("today")
    if apart == 1:
        return say("tomorrow")
    if apart == -1:
        return say("yesterday")
    text = words.short_day(day)
    return text if day.year == today.year else f"{text} {day.year}"


def ago(days: int) -> str:
    """ "today", "yesterday", "19 days ago"."""
    if days <= 0:
        return say("today")
    if days == 1:
        return say("yesterday")
    return say.count(days, "{n} day ago", "{n} days ago")


def age(born: date | None, today: date) -> str:
    """ "8", or "14 months" for the very young; empty when not known or not yet born."""
    if born is None or born > today:
        return ""
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if months >= MONTHS_UNTIL_AGED_IN_YEARS:
        return str(months // 12)
    return say.count(months, "{n} month", "{n} months")


def number(count: int) -> str:
    """ "two"; figures from eleven on."""
    small = (
        say("no"),
        say("one"),
        say("two"),
        say("three"),
        say("four"),
        say("five"),
        say("six"),
        say("seven"),
        say("eight"),
        say("nine"),
        say("ten"),
    )
    return small[count] if 0 <= count < len(small) else str(count)


def capital(text: str) -> str:
    """The words with their first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def size(count_bytes: int) -> str:
    """ "90 MB", "2.1 GB": decimal units, as file managers print them; one decimal below ten."""
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if count_bytes >= 10 * scale:
            return f"{round(count_bytes / scale)} {unit}"
        if count_bytes >= scale:
            return f"{count_bytes / scale:.1f}".removesuffix(".0") + f" {unit}"
    return say.count(count_bytes, "{n} byte", "{n} bytes")


def closed_words() -> str:
    """Why no family's file can be read just now."""
    return say("No contact for 30 days of use. Family files open after the next contact.")


def first_name(name: str) -> str:
    """ "Sam" of "Sam Tregarth"; words that are no name, such as "the baby", stay whole."""
    first = name.split(" ", 1)[0]
    return first if first[:1].isupper() else name


def initials(name: str) -> str:
    """ "ST" of "Sam Tregarth"; at most two letters."""
    parts = name.replace("-", " ").split()
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper() if parts else ""


def day_of(text: str) -> date | None:
    """The day in a text `YYYY-MM-DD` (what follows is not looked at), or None."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
