"""How the keys of a body are read: steps, rows, form paths. Pure text.

A key is `step/step/…`; a step is a name, or a name with a row's id in brackets (protocol.md section 1). These are
the few questions that filing and the rules of practice ask of a key. Checking that a key is well formed is the
protocol's work (`fieldapp.protocol.revision`, which also has `form_path` and `is_row`), not this file's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def rows_around(key: str) -> tuple[str, ...]:
    """The row keys that a key stands in, outermost first, its own last if it is a row's key itself."""
    found = []
    end = key.find("]")
    while end != -1:
        found.append(key[: end + 1])
        end = key.find("]", end + 1)
    return tuple(found)


def repeat_of(row_key: str) -> str:
    """The repeat a row belongs to, with the rows around it kept: `a[R]/b[S]` → `a[R]/b`."""
    return row_key[: row_key.rindex("[")]


def row_id(row_key: str) -> str:
    """The id in the brackets of a row's key; the id of the document the row is filed as, if it is filed."""
    return row_key[row_key.rindex("[") + 1 : -1]


def rows_in(body: Mapping[str, Any], repeat: str) -> tuple[str, ...]:
    """The row keys of one repeat in a body, in order: by position, equal positions by row id."""
    start = repeat + "["
    rows = [key for key in body if key.startswith(start) and key.find("]", len(start)) == len(key) - 1]
    return tuple(sorted(rows, key=lambda key: (position_of(body[key]), row_id(key))))


def position_of(value: object) -> int:
    """A row's position; anything else (a body from elsewhere) counts as first."""
    return value if isinstance(value, int) else 0
