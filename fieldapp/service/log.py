"""What the service writes to its log when something unforeseen happens: where, and of what type; never what was sent.

An exception's own text may repeat a name or an answer, so it is left out.
"""

from __future__ import annotations

import logging
import traceback

_log = logging.getLogger("fieldapp.service")


def unforeseen(error: Exception) -> None:
    """One line for whoever looks after the service."""
    places = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    _log.error("unforeseen %s at %s", type(error).__name__, " < ".join(reversed(places[-6:])))
