"""Several choices: names with one space between, in the order of the choices, none twice."""

from __future__ import annotations

from collections.abc import Iterable


def fit(value: str, names: Iterable[str]) -> str:
    """Those of the names that are offered now, in the order they are offered."""
    chosen = set(value.split())
    return " ".join(name for name in dict.fromkeys(names) if name in chosen)
