"""The clocks that run for a family on a day: visits, assessments, meetings, each with its limit and whose rule it is.

Promises: a visit clock runs from the last visit at which that child was seen, child by child; an assessment's from
the day it (or the referral) began; a meeting's from the one before. A date that somebody has booked is shown beside
the limit, not in place of it. What is late is never left out.
Never: a limit in code (`dates.Policy` holds them); attendance, telephone or a missed visit as a reason to start anew.
Source: practice.md section 4.1, where each clock has its statute or guidance. Not yet: supervision, copies, accuracy
points, return interviews and strategy discussions, whose forms come later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.records.dates import Limit, Policy, Standing
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, Person
from fieldapp.records.levels import Step, current
from fieldapp.records.seen import last_seen
from fieldapp.words import Words

say = Words("Clocks")

VISIT_CLOCKS = {
    "child_protection": "visit_child_protection",
    "child_in_need": "visit_child_in_need",
    "looked_after": "visit_looked_after",
}
"""The clock of visits by status. Early help and assessments have no statutory visit: only what was planned."""


def _clock_words() -> dict[str, str]:
    return {
        "visit_child_protection": say("Child protection visit"),
        "visit_child_in_need": say("Child in need visit"),
        "visit_looked_after": say("Looked-after visit"),
        "social_work_assessment": say("Social work assessment"),
        "early_help_assessment_shared": say("Assessment to share with the family"),
        "early_help_first_meeting": say("First team around the child meeting"),
        "assessment_again": say("Yearly assessment"),
        "core_group_first": say("Core group"),
        "core_group_next": say("Core group"),
        "review_conference_first": say("Review conference"),
        "review_conference_next": say("Review conference"),
        "initial_conference": say("Initial conference"),
    }


@dataclass(frozen=True, slots=True)
class Due:
    """Something that must have happened by a day."""

    limit: Limit
    standing: Standing
    child: str = ""
    """The id of the child's person, where the clock is one child's."""
    booked: date | None = None
    record: Record | None = None
    """What the clock started from."""

    @property
    def clock(self) -> str:
        return self.limit.clock

    @property
    def what(self) -> str:
        return _clock_words().get(self.clock, self.clock.replace("_", " "))


def visit_due(file: FamilyFile, child: Person, policy: Policy, today: date) -> Due | None:
    """When this child must next be seen; None where no clock runs (early help, unborn, help ended).

    A child never seen is due from the day the step began.
    """
    step = current(file, today)
    clock = VISIT_CLOCKS.get(step.status) if step is not None else None
    seen = last_seen(file, child, today)
    if step is None or clock is None or seen.unborn or child.died is not None:
        return None
    start = seen.last.on if seen.last is not None else step.since
    limit = policy.limit(clock, start)
    return Due(
        limit,
        policy.standing(limit.ends, today),
        child.id,
        record=seen.last.record if seen.last is not None else step.record,
    )


def visits_due(file: FamilyFile, policy: Policy, today: date) -> tuple[Due, ...]:
    """The same for every child, the earliest first."""
    found = [due for child in file.children if (due := visit_due(file, child, policy, today)) is not None]
    return tuple(sorted(found, key=lambda due: due.limit.ends))


def other_dues(file: FamilyFile, policy: Policy, today: date) -> tuple[Due, ...]:
    """Assessments and meetings that are due, the earliest limit first."""
    step = current(file, today)
    if step is None:
        return ()
    found = [*_assessments(file, step, policy, today), *_meetings(file, step, policy, today)]
    return tuple(sorted(found, key=lambda due: (due.limit.ends, due.clock)))


def planned_visit(file: FamilyFile, today: date) -> date | None:
    """The day the latest visit set for the next one."""
    past = [visit for visit in file.visits if visit.on <= today]
    return past[-1].record.date("next_visit") if past else None


def _assessments(file: FamilyFile, step: Step, policy: Policy, today: date) -> list[Due]:
    found = []
    begun = sorted(
        (
            (started, record)
            for record in file.of("assessment")
            if (started := record.date("started")) is not None and started <= today
        ),
        key=lambda pair: (pair[0], pair[1].id),
    )
    if step.status == "assessment" and not any(
        started >= step.since and record.document.signed_off for started, record in begun
    ):
        found.append(_due(policy, "social_work_assessment", step.since, today, step.record))
    finished = [pair for pair in begun if pair[1].document.complete]
    if finished and step.status != "assessment":
        found.append(_due(policy, "assessment_again", finished[-1][0], today, finished[-1][1]))
    if step.status == "early_help" and begun:
        started, record = begun[-1]
        if set(record.chosen("copies")) <= {"none"}:
            found.append(_due(policy, "early_help_assessment_shared", started, today, record))
        if not _events(file, ("meeting",), since=started, until=today):
            found.append(
                _due(
                    policy,
                    "early_help_first_meeting",
                    started,
                    today,
                    record,
                    booked=record.date("first_meeting"),
                )
            )
    return found


def _meetings(file: FamilyFile, step: Step, policy: Policy, today: date) -> list[Due]:
    """Core groups and conferences while a child protection plan stands."""
    if step.status != "child_protection":
        return []
    initial = _events(file, ("conference_initial",), since=step.since, until=today)
    if not initial:
        return []
    started, first = initial[-1]
    groups = _events(file, ("core_group",), since=started, until=today)
    reviews = _events(file, ("conference_review",), since=started, until=today)
    return [
        _due(policy, "core_group_next", groups[-1][0], today, groups[-1][1])
        if groups
        else _due(policy, "core_group_first", started, today, first),
        _due(policy, "review_conference_next", reviews[-1][0], today, reviews[-1][1])
        if reviews
        else _due(policy, "review_conference_first", started, today, first),
    ]


def _events(
    file: FamilyFile, types: tuple[str, ...], *, since: date, until: date
) -> list[tuple[date, Record]]:
    """Accepted chronology entries of these types within two days, oldest first."""
    found = [
        (on, record)
        for record in file.of("chronology_entry")
        if record.text("type") in types
        and record.text("state") in ("", "accepted")
        and (on := record.date("event_on")) is not None
        and since <= on <= until
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _due(
    policy: Policy, clock: str, start: date, today: date, record: Record, booked: date | None = None
) -> Due:
    limit = policy.limit(clock, start)
    return Due(limit, policy.standing(limit.ends, today), booked=booked, record=record)
