"""How much one call of a person may cost: nodes looked at, texts made, patterns walked.

Promise: a form that asks for far more than any form needs is stopped, always at the same place whatever the machine;
nothing here looks at a clock. Stopping raises `BadForm`: while a form opens, that refuses it.
Never here: what is counted (where loops are long: predicates, axes, rows, joins, patterns); the cheap paths are not
counted at all.
Source: threat model row 22 ("step and time budget").
"""

from __future__ import annotations

import threading

from fieldapp.forms.face import BadForm, Problem

EFFORT_MAX = 4_000_000
"""About two seconds of a small laptop's Python. 1,000 rows that each look at all others take a quarter of it."""

TEXT_MAX = 1_000_000
"""Characters of the longest text an expression may make; a revision holds no more (protocol section 3)."""

_CHARACTERS_SHIFT = 4
"""Sixteen characters of a text cost as much as one node."""


class _Effort(threading.local):
    """What is left of the call this thread is in."""

    left: int = EFFORT_MAX


effort = _Effort()


def renew() -> None:
    """A person's next call begins."""
    effort.left = EFFORT_MAX


def spend(amount: int) -> None:
    """So many nodes are looked at. Raises `BadForm` when the call has cost too much."""
    effort.left -= amount
    if effort.left < 0:
        raise BadForm(
            (
                Problem(
                    "The form asks for too much work at once.",
                    "Let fewer rows look at all others, or look at fewer nodes in each calculation.",
                ),
            )
        )


def weigh(length: int) -> None:
    """A text of this length is about to be made. Raises `BadForm` for one that is far too long."""
    if length > TEXT_MAX:
        raise BadForm(
            (Problem("The form makes a text that is far too long.", "Join fewer or shorter texts."),)
        )
    spend(length >> _CHARACTERS_SHIFT)


def joined(parts: list[str], glue: str = "") -> str:
    """Texts one after another, within bounds."""
    length = sum(map(len, parts)) + len(glue) * len(parts)
    if length > 1_000:
        weigh(length)
    return glue.join(parts)
