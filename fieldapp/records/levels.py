"""The level of help a family has had, step by step, and which step it stands on now.

Promises: each step is an `episode` with the day its clocks started, its reason and its criteria; the current one is
the latest that has begun and not ended. Ended steps stay readable, newest first, for the question "what was tried
before".
Never: a level worked out from anything else, a score, a prediction.
Source: practice.md section 3 (`episode`) and the trace of paragraphs 13, 20 and 24.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.records.dates import day_words
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile
from fieldapp.words import Words

say = Words("Levels")

ENDED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """One level of help, from a day until a day."""

    record: Record
    level: str
    status: str
    """As the form names it: early_help, assessment, child_in_need, child_protection, looked_after, care_leaver, closed."""
    since: date
    until: date | None

    @property
    def status_words(self) -> str:
        return self.record.label("status")

    def chip(self, today: date) -> str:
        """`Child protection plan since 24 October 2025`."""
        return say("{status} since {day}", status=self.status_words, day=_with_year(self.since))

    def line(self) -> str:
        """One earlier step in a line: status, level, dates and why it ended."""
        since = _with_year(self.since)
        if self.until is None:
            return say(
                "{status}, level {level}, {since}", status=self.status_words, level=self.level, since=since
            )
        return say(
            "{status}, level {level}, {since} to {until}",
            status=self.status_words,
            level=self.level,
            since=since,
            until=_with_year(self.until),
        )


def _with_year(day: date) -> str:
    return f"{day_words(day)} {day.year}"


def steps(file: FamilyFile) -> tuple[Step, ...]:
    """All steps, oldest first."""
    found = [
        Step(record, record.text("level"), record.text("status"), since, record.date("to"))
        for record in file.of("episode")
        if (since := record.date("from")) is not None
    ]
    return tuple(sorted(found, key=lambda step: (step.since, step.record.id)))


def current(file: FamilyFile, today: date) -> Step | None:
    """The step the family stands on; None if there is none, or help has ended."""
    now = [step for step in steps(file) if step.since <= today and (step.until is None or step.until > today)]
    return now[-1] if now and now[-1].status != ENDED else None


def earlier(file: FamilyFile, today: date) -> tuple[Step, ...]:
    """Steps that have ended, newest first."""
    return tuple(step for step in reversed(steps(file)) if step.until is not None and step.until <= today)
