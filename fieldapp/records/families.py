"""The list of families: one row each, with what a worker must see before opening anything.

Promises: plan start, review and last seen on every row (inspection report paragraph 46); a row tells the child
longest unseen, never an average; Overdue and Mine are filters, not scores.
Never: a family in the list that this laptop neither carries nor may open.
Source: interface.md 4.4; practice.md sections 1.3 and 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fieldapp.records.clocks import Due, visits_due
from fieldapp.records.dates import Policy, day_words
from fieldapp.records.files import FamilyFile
from fieldapp.records.levels import current
from fieldapp.records.plans import current_plan
from fieldapp.records.seen import Seen, all_seen
from fieldapp.words import Words

say = Words("Families")


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One family in the list."""

    id: str
    label: str
    place: str
    children: str
    """`Ivo 9, Tansy 6, Wilf 14 months`."""
    status: str
    level: str
    seen: tuple[Seen, ...]
    last_seen: date | None
    """Of the child longest unseen; None if a child was never seen, or there is none to see."""
    last_seen_words: str
    due: Due | None
    plan_from: date | None
    plan_review: date | None
    plan_words: str
    """`Plan of 20 January, review by 20 July`; `No plan yet`."""
    unsent: int
    held: int
    open_questions: int
    overdue: bool


def family_rows(files: Iterable[FamilyFile], policy: Policy, today: date) -> tuple[FamilyRow, ...]:
    """All rows: overdue families first, then by name."""
    rows = [family_row(file, policy, today) for file in files]
    return tuple(sorted(rows, key=lambda row: (not row.overdue, row.label, row.id)))


def family_row(file: FamilyFile, policy: Policy, today: date) -> FamilyRow:
    """The row of one family on a day."""
    step = current(file, today)
    seen = [one for one in all_seen(file, today) if not one.unborn]
    never = [one for one in seen if one.last is None]
    oldest = min(
        (one for one in seen if one.last is not None),
        key=lambda one: one.last.on if one.last else today,
        default=None,
    )
    dues = visits_due(file, policy, today)
    plan = current_plan(file, today)
    if never:
        words = say("{child} {seen}", child=file.called(never[0].person), seen=never[0].words(today))
    elif oldest is not None:
        words = say("{child} {seen}", child=file.called(oldest.person), seen=oldest.words(today))
    else:
        words = ""
    return FamilyRow(
        id=file.id,
        label=file.label,
        place=file.place,
        children=", ".join(f"{child.called} {child.age_words(today)}".strip() for child in file.children),
        status=step.status_words if step is not None else say("Help has ended"),
        level=step.level if step is not None else "",
        seen=tuple(seen),
        last_seen=None if never or oldest is None or oldest.last is None else oldest.last.on,
        last_seen_words=words,
        due=dues[0] if dues else None,
        plan_from=plan.agreed_on if plan is not None else None,
        plan_review=plan.next_review if plan is not None else None,
        plan_words=_plan_words(plan.agreed_on, plan.next_review, today)
        if plan is not None
        else say("No plan yet"),
        unsent=sum(record.document.unsent for record in file.records),
        held=sum(record.document.held is not None for record in file.records),
        open_questions=sum(len({one.key for one in record.document.open}) for record in file.records),
        overdue=bool(dues) and dues[0].standing.state == "late",
    )


def _plan_words(agreed_on: date | None, review: date | None, today: date) -> str:
    agreed = day_words(agreed_on, today) if agreed_on is not None else ""
    if review is None:
        return say("Plan of {day}", day=agreed) if agreed else say("Plan")
    by = day_words(review, today)
    return (
        say("Plan of {day}, review by {review}", day=agreed, review=by)
        if agreed
        else say("Plan, review by {review}", review=by)
    )
