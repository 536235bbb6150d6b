"""Four invented families and a year of work with them, as dated acts that a runner can play.

Promises: `history()` gives every act in order of time, the same each time; `rehearse.rehearse` plays them in memory.
Never: a real person, place, address or telephone number.
Source: practice.md section 7.
"""

from fieldapp.demo.families import jarzembowicz, rhydwen_pugh, tarrowby, vale
from fieldapp.demo.families.shape import (
    TEAM,
    WORKERS,
    ZONE,
    Act,
    Story,
    Worker,
    WorkerInfo,
    ident,
    moment,
    unix_ms,
)

DEMONSTRATION_DAY = moment("2026-03-05", "09:00")
"""Thursday 5 March 2026, nine in the morning: the day the demonstration opens on."""

__all__ = [
    "Act",
    "DEMONSTRATION_DAY",
    "Story",
    "TEAM",
    "WORKERS",
    "Worker",
    "WorkerInfo",
    "ZONE",
    "history",
    "ident",
    "moment",
    "unix_ms",
]


def history() -> tuple[Act, ...]:
    """Everything that was done before the demonstration's day, in order of time; what is at one time in its own order."""
    every = [*rhydwen_pugh.acts(), *vale.acts(), *tarrowby.acts(), *jarzembowicz.acts()]
    return tuple(sorted(every, key=lambda act: act.at))
