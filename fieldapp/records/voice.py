"""What children said, showed, wrote or drew, and what became of it. Nothing a child says is left without an answer.

Promises: each statement keeps its exact words, what was asked or happening before, who was there to hear it said, and
what was answered; it is never joined with what a worker saw or thinks. A statement without a response after two
working days, or answered but not told to the child after five, is unanswered. A session that no plan, assessment or
response uses is flagged after ten working days. What a baby or a child without speech showed needs a response, not a
telling.
Never: a statement left out because its follow-up is late; a theme guessed from words.
Source: practice.md section 4.4; inspection report paragraphs 3, 17, 33 and 44; [WA] for the two days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fieldapp.protocol.revision import form_path
from fieldapp.records.dates import Policy, Standing, day_words
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, record_day
from fieldapp.records.keys import row_id, rows_around
from fieldapp.records.plans import goal_of
from fieldapp.words import Words

say = Words("Voice")

FollowUp: TypeAlias = Literal["respond", "tell", "told", "answered"]
"""What is left to do: find a response, tell the child, nothing (told), nothing (only shown, and answered)."""

USING_RESPONSES = frozenset({"plan", "done", "now"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a child said or showed, with its answer."""

    record: Record
    source: Record | None
    """The visit or session it was said in."""
    person: str
    child: str
    """What the child is called."""
    on: date | None
    words: str
    kind: str
    """said, wrote, drew or showed."""
    before: str
    theme: str
    theme_words: str
    response: str
    response_words: str
    did: str
    why_not: str
    share: str
    harm: str
    told_on: date | None
    said_back: str
    goal: int | None
    """The number of the plan's goal it is linked to."""
    feedback_due: date | None
    follow_up: FollowUp
    standing: Standing | None
    """How far off telling the child is; None when nothing is left to do."""
    unanswered: bool

    @property
    def how_words(self) -> str:
        """`said to us on a visit`, `drew in a session`."""
        if self.source is not None and self.source.kind == "visit":
            return {
                "wrote": say("wrote on a visit"),
                "drew": say("drew on a visit"),
                "showed": say("showed on a visit"),
            }.get(self.kind, say("said on a visit"))
        return {
            "wrote": say("wrote in a session"),
            "drew": say("drew in a session"),
            "showed": say("showed in a session"),
        }.get(self.kind, say("said in a session"))

    def link_words(self) -> str:
        """How it is tied to the plan: its goal, or that nothing is yet. Empty where no goal is needed."""
        if self.goal is not None:
            return say("Linked to goal {number}.", number=self.goal)
        if self.response == "plan":
            return say("Meant for the plan, not linked to a goal yet")
        return "" if self.response else say("Not linked to anything yet")

    def follow_up_words(self, today: date) -> str:
        """The line under the words: what is left to do and by when, or what was answered and when."""
        if self.follow_up == "told" and self.told_on is not None:
            return say(
                "Answered: {answer}. Told on {day}.",
                answer=self.response_words.lower(),
                day=day_words(self.told_on, today),
            )
        if self.follow_up == "answered":
            return say("Answered: {answer}.", answer=self.response_words.lower())
        left = (
            say("Nobody has answered this yet")
            if self.follow_up == "respond"
            else say("Tell {child} what happened", child=self.child)
        )
        return f"{left}: {self.standing.words()}" if self.standing is not None else left


@dataclass(frozen=True, slots=True)
class Unused:
    """A session whose words nothing uses yet."""

    record: Record
    person: str
    child: str
    on: date
    since: date
    """From this day it was flagged."""


def statements(file: FamilyFile, policy: Policy, today: date) -> tuple[Statement, ...]:
    """Everything children said in this family, newest first."""
    found = [_statement(file, record, policy, today) for record in file.of("statement")]
    newest = sorted(
        found, key=lambda one: (one.on or date.min, one.record.document.created_at, one.record.id)
    )
    return tuple(reversed(newest))


def to_answer(file: FamilyFile, policy: Policy, today: date) -> tuple[Statement, ...]:
    """What still needs a response or a telling, the earliest due first: "Promised to children"."""
    open_ones = [one for one in statements(file, policy, today) if one.follow_up in ("respond", "tell")]
    return tuple(sorted(open_ones, key=lambda one: (one.feedback_due or date.max, one.record.id)))


def unanswered(file: FamilyFile, policy: Policy, today: date) -> tuple[Statement, ...]:
    """The statements that have waited too long, earliest due first."""
    return tuple(one for one in to_answer(file, policy, today) if one.unanswered)


def unused_sessions(file: FamilyFile, policy: Policy, today: date) -> tuple[Unused, ...]:
    """Direct work that no plan, assessment or response uses ten working days on, oldest first."""
    span = policy.spans["session_used"]
    found = []
    for session in file.of("direct_work"):
        on = session.date("date")
        if on is None or _used(file, session, on, today):
            continue
        since = span.after(on, policy.days)
        if today >= since:
            person = session.text("person")
            found.append(Unused(session, person, file.called(person), on, since))
    return tuple(sorted(found, key=lambda one: (one.on, one.record.id)))


def _statement(file: FamilyFile, record: Record, policy: Policy, today: date) -> Statement:
    source = file.find(record.of)
    person = _person_of(file, record, source)
    on = (source.date("date") if source is not None else None) or record_day(record)
    told_on = record.date("told_child_on")
    response = record.text("response")
    kind = record.text("kind") or "said"
    due = _feedback_due(record, source, on, policy)
    follow_up = _follow_up(kind, response, told_on)
    late_from = policy.spans["statement_told" if response else "statement_answered"]
    return Statement(
        record=record,
        source=source,
        person=person,
        child=file.called(person),
        on=on,
        words=record.text("words"),
        kind=kind,
        before=record.text("before"),
        theme=record.text("theme"),
        theme_words=record.label("theme"),
        response=response,
        response_words=record.label("response"),
        did=record.text("did"),
        why_not=record.text("why_not"),
        share=record.text("share"),
        harm=record.text("harm"),
        told_on=told_on,
        said_back=record.text("child_said_back"),
        goal=goal_of(file, record, today),
        feedback_due=due,
        follow_up=follow_up,
        standing=policy.standing(due, today) if follow_up in ("respond", "tell") else None,
        unanswered=(
            follow_up in ("respond", "tell") and on is not None and today > late_from.after(on, policy.days)
        ),
    )


def _person_of(file: FamilyFile, record: Record, source: Record | None) -> str:
    """Whose words: the child whose row the statement stands in, else the child the session was with."""
    part = record.part
    own = next((key for key in record.document.body if key.endswith(f"[{record.id}]")), "")
    for row in reversed(rows_around(own)[:-1]):
        around = file.find(row_id(row))
        if around is not None and part is not None and form_path(row) != part.prefix:
            return around.text("person")
    return source.text("person") if source is not None else ""


def _feedback_due(record: Record, source: Record | None, on: date | None, policy: Policy) -> date | None:
    """When the child should hear: as agreed in the session, else the authority's days after it."""
    agreed = record.date("feedback_due") or (source.date("feedback_due") if source is not None else None)
    if agreed is not None or on is None:
        return agreed
    return policy.limit("child_told", on).ends


def _follow_up(kind: str, response: str, told_on: date | None) -> FollowUp:
    if not response:
        return "respond"
    if told_on is not None:
        return "told"
    return "answered" if kind == "showed" else "tell"


def _used(file: FamilyFile, session: Record, on: date, today: date) -> bool:
    """Whether anything rests on a session: a response that acts, a goal, or an assessment begun since."""
    own = [record for record in file.of("statement") if record.of == session.id]
    if any(record.text("response") in USING_RESPONSES for record in own):
        return True
    if any(goal_of(file, record, today) is not None for record in own):
        return True
    person = session.text("person")
    return any(
        part.text("person") == person
        and (root := file.find(part.of)) is not None
        and (root.date("started") or date.min) >= on
        and "wf" in part.chosen("how")
        for part in file.of("assessment_child")
    )
