"""The store's tables, as numbered steps; each is applied once, in one transaction together with its number.

Promise: a store of any released version is brought up to date or stays exactly as it was. A store made by a newer
app is refused kindly and left alone. Never here: data in code, or a step that was released and then edited.
`PRAGMA user_version` holds the number of the last step applied; `application_id` says that the file is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

APPLICATION_ID = 0x46415050
"""The letters FAPP, in SQLite's header field for the owner of a file."""

STEPS: tuple[str, ...] = ("0001_first.sql",)
"""File names in order; the position (from 1) is the schema version."""


def steps_after(version: int) -> Iterator[tuple[int, str]]:
    """The steps that a store at `version` still needs, as (number, SQL)."""
    for number, name in enumerate(STEPS, start=1):
        if number > version:
            yield number, files(__name__).joinpath(name).read_text(encoding="utf-8")


def statements(script: str) -> Iterator[str]:
    """The single statements of a script. A trigger's inner semicolons do not end it; `complete_statement` knows."""
    from sqlcipher3 import dbapi2

    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if gathered.strip() and dbapi2.complete_statement(gathered):
            yield gathered
            gathered = ""
    if gathered.strip() and not all(line.lstrip().startswith("--") for line in gathered.strip().splitlines()):
        raise ValueError("a schema step ends in the middle of a statement")
