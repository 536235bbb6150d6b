"""Protocol time: `2026-03-01T10:00:00.000Z`, always UTC, always three digits of a second.

Promise: one text for one millisecond, both ways. Never here: asking what time it is; callers pass it in.
Source: protocol 1 section 1 (encodings), a profile of RFC 3339.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from fieldapp.protocol.codes import Malformed

_SHAPE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z")
_ORIGIN = datetime(1970, 1, 1, tzinfo=UTC)


def format_time(unix_ms: int) -> str:
    """Milliseconds since 1970 as protocol time."""
    moment = _ORIGIN + timedelta(milliseconds=unix_ms)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z".rjust(24, "0")


def parse_time(text: str) -> int:
    """Milliseconds since 1970, or `Malformed`."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise Malformed("a time of another form")
    year, month, day, hour, minute, second, ms = (int(part) for part in found.groups())
    try:
        moment = datetime(year, month, day, hour, minute, second, ms * 1000, tzinfo=UTC)
    except ValueError:
        raise Malformed("a time that does not exist") from None
    return (moment - _ORIGIN) // timedelta(milliseconds=1)
