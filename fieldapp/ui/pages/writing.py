"""Times as revisions and records write them, turned into numbers and days for screens. No Qt here.

Promise: a text that is no time reads as the beginning of all time (0), which screens show as nothing: what a foreign
record holds can never stop a page from opening. Never here: wording.
"""

from __future__ import annotations

from fieldapp.protocol.codes import ProtocolError
from fieldapp.protocol.times import parse_time


def at_ms(written: str) -> int:
    """Milliseconds of a protocol time; 0 when it is none."""
    try:
        return parse_time(written)
    except ProtocolError:
        return 0
