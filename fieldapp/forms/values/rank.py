"""An order of choices: all names, the given ones first as given; empty while nobody has ranked."""

from __future__ import annotations

from collections.abc import Iterable


def fit(value: str, names: Iterable[str]) -> str:
    """The offered names in the order given, those not given after them."""
    given = value.split()
    if not given:
        return ""
    offered = dict.fromkeys(names)
    return " ".join(dict.fromkeys([*(name for name in given if name in offered), *offered]))
