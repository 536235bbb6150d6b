"""Dates, times and moments as texts and numbers, in the zone of whoever fills the form in.

Promises: a date alone is a day of the calendar, so its number is whole and two dates are whole days apart whatever
the clocks did between them; a moment's number counts days of 86,400 s since 1970-01-01T00:00Z; a local time that
the clocks skip or repeat is read as by RFC 5545 and Temporal ("compatible"): the earlier offset.
Never here: asking the machine for the time or its zone. `surroundings` holds both for the evaluation under way.
Sources: ODK XForms specification ("date and time functions"), XML Schema 1.0 part 2 (lexical forms), trace command.
"""

from __future__ import annotations

import re
import threading
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY_MS = 86_400_000
_EPOCH_DAY = date(1970, 1, 1).toordinal()

_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[-+]\d{2}:\d{2})?)?\Z", re.ASCII
)
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[-+]\d{2}:\d{2})?\Z", re.ASCII)
_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d\Z", re.ASCII)


class _Surroundings(threading.local):
    """The time zone and the clock of the instance this thread is evaluating."""

    zone: tzinfo = UTC
    now_ms: int = 0
    """Milliseconds since 1970 of this evaluation; set anew at each call of a person."""


surroundings = _Surroundings()


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name; UTC for a name nobody knows (a laptop's clock may be set up oddly)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


class Moment:
    """A date or a date with time inside an expression: `today()`, `now()`, `date(…)`. Counts as a number there."""

    __slots__ = ("days", "text")

    def __init__(self, text: str, days: float) -> None:
        self.text = text
        self.days = days


def _date_of(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    except ValueError:
        return None


def _offset_of(text: str) -> timezone | None:
    """`Z` or `+01:00` as a zone; None for an offset no place on earth has."""
    if text == "Z":
        return UTC
    if not _OFFSET.match(text):
        return None
    minutes = int(text[1:3]) * 60 + int(text[4:6])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def moment_of(text: str) -> datetime | date | None:
    """The day or the moment (with its zone) a text stands for; None if it is neither."""
    match = _MOMENT.match(text)
    if match is None:
        return None
    day = _date_of(match[1])
    if day is None or match[2] is None:
        return day
    hour, minute, second = int(match[2]), int(match[3] or 0), int(match[4] or 0)
    if second == 60:
        second = 59
    zone: tzinfo | None = surroundings.zone
    if match[6]:
        zone = _offset_of(match[6])
        if zone is None:
            return None
    try:
        return datetime(
            day.year, day.month, day.day, hour, minute, second, int((match[5] or "0")[:6].ljust(6, "0")), zone
        )
    except ValueError:
        return None


def days_of(text: str) -> float | None:
    """The number of a date or moment; None if the text is neither."""
    moment = moment_of(text)
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        return float(moment.toordinal() - _EPOCH_DAY)
    return _ms_of(moment) / DAY_MS


def instant_days_of(text: str) -> float | None:
    """As `days_of`, but a date alone is its first moment here (decimal-date-time counts moments, not days)."""
    moment = moment_of(text)
    if moment is None:
        return None
    return _ms_of(_at_midnight(moment)) / DAY_MS


def beside(one: str, other: str) -> tuple[float, float] | None:
    """The numbers of a date and a moment that meet: the date is the moment it begins here. None for any other two."""
    if len(one) == 10 and other[10:11] == "T":
        days, moment = instant_days_of(one), days_of(other)
    elif len(other) == 10 and one[10:11] == "T":
        moment, days = days_of(one), instant_days_of(other)
        return None if moment is None or days is None else (moment, days)
    else:
        return None
    return None if moment is None or days is None else (days, moment)


def is_day(text: str) -> bool:
    """Whether a text is a date alone."""
    return len(text) == 10 and type(moment_of(text)) is date


def depends_on_zone(text: str) -> bool:
    """Whether a text may be a date, moment or time, whose number can differ from place to place."""
    return _MOMENT.match(text) is not None or _TIME.match(text) is not None


def _at_midnight(moment: datetime | date) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=surroundings.zone)


def _ms_of(moment: datetime) -> int:
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return since.days * DAY_MS + since.seconds * 1000 + since.microseconds // 1000


def local(moment: datetime | date) -> datetime:
    """The same moment on the clock of this place; a time that the clocks skip is what they show instead."""
    whole = _at_midnight(moment)
    try:
        return whole.astimezone(UTC).astimezone(surroundings.zone)
    except OverflowError:
        return whole


def at_ms(unix_ms: float) -> datetime | None:
    """The local moment of milliseconds since 1970; None beyond the calendar."""
    try:
        whole = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=round(unix_ms))
        return whole.astimezone(surroundings.zone)
    except (OverflowError, ValueError):
        return None


def write_moment(moment: datetime) -> str:
    """`2026-03-01T10:00:00.000+00:00`: local time, milliseconds, offset."""
    return moment.isoformat(timespec="milliseconds")


def today() -> Moment:
    """This day, here."""
    day = at_ms(surroundings.now_ms)
    if day is None:
        return NOTHING
    return Moment(day.date().isoformat(), float(day.toordinal() - _EPOCH_DAY))


def now() -> Moment:
    """This moment, here."""
    moment = at_ms(surroundings.now_ms)
    if moment is None:
        return NOTHING
    return Moment(write_moment(moment), surroundings.now_ms / DAY_MS)


NOTHING = Moment("", float("nan"))
"""What is not a date, where a date was wanted."""


def moment_from_days(days: float, *, on_the_clock: bool = False) -> Moment:
    """The day of a whole number; the moment of a broken one.

    `on_the_clock`: the days were counted from a date alone, so that half a day more is noon here.
    """
    if days != days or abs(days) > 3_000_000:
        return NOTHING
    if days == int(days):
        try:
            return Moment(date.fromordinal(int(days) + _EPOCH_DAY).isoformat(), days)
        except (ValueError, OverflowError):
            return NOTHING
    moment = _at_clock(days) if on_the_clock else at_ms(days * DAY_MS)
    return NOTHING if moment is None else Moment(write_moment(moment), days)


def _at_clock(days: float) -> datetime | None:
    """The moment when the clocks here show a part of a day."""
    try:
        shown = datetime(1970, 1, 1) + timedelta(milliseconds=round(days * DAY_MS))  # noqa: DTZ001 - a clock's face
        return local(shown.replace(tzinfo=surroundings.zone))
    except (OverflowError, ValueError):
        return None


_UNPADDED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?\Z", re.ASCII)


def moment_from_text(text: str) -> Moment:
    """What `date('…')` makes of a text: `2026-3-1` is read kindly."""
    loose = _UNPADDED.match(text)
    if loose is None:
        return NOTHING
    moment = moment_of(f"{loose[1]}-{loose[2]:0>2}-{loose[3]:0>2}{loose[4] or ''}")
    if moment is None:
        return NOTHING
    if not isinstance(moment, datetime):
        return Moment(moment.isoformat(), float(moment.toordinal() - _EPOCH_DAY))
    here = local(moment)
    if here.time() == time(0):
        return Moment(here.date().isoformat(), float(here.toordinal() - _EPOCH_DAY))
    return Moment(write_moment(here), _ms_of(moment) / DAY_MS)


def day_fraction_of(text: str) -> float | None:
    """`decimal-time('06:00')` is 0.25: how much of the local day has passed; None if it is no time."""
    match = _TIME.match(text)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    ms = (hour * 60 + minute) * 60_000 + second * 1000 + int((match[4] or "0")[:3].ljust(3, "0"))
    if match[5]:
        zone = _offset_of(match[5])
        if zone is None:
            return None
        moment = datetime(1970, 1, 1, hour, minute, second, tzinfo=zone).astimezone(surroundings.zone)
        ms = (moment.hour * 60 + moment.minute) * 60_000 + moment.second * 1000 + ms % 1000
    return ms / DAY_MS


MONTHS_SHORT = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FORMAT = re.compile(r"%[YymnbdeaHhMS3]")
_FORMAT_DATE = re.compile(r"%[Yymnbdea]")


def _part(sign: str, at: datetime) -> str:
    match sign[1]:
        case "Y":
            return f"{at.year:04}"
        case "y":
            return f"{at.year:04}"[2:]
        case "m":
            return f"{at.month:02}"
        case "n":
            return str(at.month)
        case "b":
            return MONTHS_SHORT[at.month]
        case "d":
            return f"{at.day:02}"
        case "e":
            return str(at.day)
        case "a":
            return DAYS_SHORT[at.weekday()]
        case "H":
            return f"{at.hour:02}"
        case "h":
            return str(at.hour)
        case "M":
            return f"{at.minute:02}"
        case "S":
            return f"{at.second:02}"
        case _:
            return f"{at.microsecond // 1000:03}"


def format_moment(text: str, pattern: str, *, with_time: bool) -> str:
    """A date or moment written by a pattern of `%Y`, `%b` …; the empty text if it is none."""
    moment = moment_of(text)
    if moment is None:
        return ""
    at = local(moment)
    signs = _FORMAT if with_time else _FORMAT_DATE
    return signs.sub(lambda found: _part(found[0], at), pattern)
