"""Small questions about keys: which row, which repeat, what lies inside what. Text only.

Promise: the same reading of a key everywhere in the form runner. Never here: a form, an answer, Qt.
Source: keys as in a revision's body, `each_child[ROW]/c_seen` (protocol section 1).
"""

from __future__ import annotations

from fieldapp.forms import Key

CHECK: Key = "#check"
"""The section that every form ends with."""

WHY_FOR_ALL: Key = "#why"
"""The one reason for all gaps, as a place for the keyboard."""

OF_THE_APP = "meta/"
"""How keys of a draft begin that are no answers."""


def top(key: Key) -> Key:
    """The first step without its row: `each_child` of `each_child[R]/c_seen`."""
    return key.split("/", 1)[0].partition("[")[0]


def top_row(key: Key) -> Key:
    """The outermost row if it is the first step: `each_child[R]`, else ""."""
    first = key.split("/", 1)[0]
    return first if first.endswith("]") else ""


def rows_around(key: Key) -> tuple[Key, ...]:
    """The row keys that `key` is or lies in, outermost first."""
    steps = key.split("/")
    return tuple("/".join(steps[: end + 1]) for end, step in enumerate(steps) if step.endswith("]"))


def repeat_of(row_key: Key) -> Key:
    """The repeat a row stands in."""
    return row_key[: row_key.rindex("[")]


def row_id(row_key: Key) -> str:
    """The id between the brackets at the end."""
    return row_key[row_key.rindex("[") + 1 : -1]


def inside(key: Key, outer: Key) -> bool:
    """Whether `key` is `outer` or lies in it."""
    return outer == "" or key == outer or key.startswith((f"{outer}/", f"{outer}["))
