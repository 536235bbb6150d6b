"""What the app fills in by itself when a note is begun: context answers, a row for each child and each plan objective.

Promises: only questions with appearance `context` are filled, and what stands beside them in the rows made for a
child or an objective (the name, the age band, the objective's words); numbers as digits, dates as YYYY-MM-DD, yes or
no, empty if not known. Filled once, when the draft is made.
Never: an answer that a person should give; a row for somebody the family's records do not have.
Source: practice.md section 5.0 (*Context*).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fieldapp.forms.face import Definition, QuestionInfo
from fieldapp.records.clocks import VISIT_CLOCKS, visits_due
from fieldapp.records.dates import Policy, day_words
from fieldapp.records.files import FamilyFile, Person
from fieldapp.records.levels import current, earlier
from fieldapp.records.plans import current_plan
from fieldapp.records.seen import WATCHED, all_seen, missed_in_a_row

SOCIAL_WORK = frozenset({"assessment", "child_in_need", "child_protection", "looked_after"})


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A row to add when the note is begun: the repeat's form path, and answers by form path."""

    repeat: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything to fill in at the beginning."""

    answers: Mapping[str, str]
    """By form path, outside rows."""
    rows: tuple[ContextRow, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    file: FamilyFile
    policy: Policy
    today: date
    child: Person | None
    purpose: str
    kind: str


def context(
    definition: Definition,
    file: FamilyFile,
    policy: Policy,
    today: date,
    *,
    child: str = "",
    purpose: str = "",
) -> Context:
    """What a fresh note of this form begins with. `child` is a person's id (direct work); `purpose` the meeting's name."""
    asked = _Asked(file, policy, today, file.people.get(child), purpose, definition.record or definition.id)
    answers: dict[str, str] = {}
    rows: list[ContextRow] = []
    for path in definition.paths():
        info = definition.question(path)
        if "context" not in info.appearance:
            continue
        name = path.rpartition("/")[2]
        if info.repeat is None:
            value = _ANSWERS[name](asked) if name in _ANSWERS else ""
            if value:
                answers[path] = value
        elif info.field == "person" and info.repeat != "":
            rows += _child_rows(definition, info, asked)
        elif info.field == "objective":
            rows += _objective_rows(definition, info, asked)
    return Context(answers, tuple(rows))


def _child_rows(definition: Definition, info: QuestionInfo, asked: _Asked) -> list[ContextRow]:
    """One row for each child of the family, oldest first, the unborn last."""
    repeat = info.repeat or ""
    name = _beside(definition, repeat, "c_name")
    stage = _beside(definition, repeat, "stage")
    return [
        ContextRow(
            repeat,
            {
                info.form_path: child.id,
                **({name: child.called} if name else {}),
                **({stage: child.stage(asked.today)} if stage else {}),
            },
        )
        for child in asked.file.children
        if child.died is None
    ]


def _objective_rows(definition: Definition, info: QuestionInfo, asked: _Asked) -> list[ContextRow]:
    """One row for each objective that the current plan shows first."""
    plan = current_plan(asked.file, asked.today)
    repeat = info.repeat or ""
    change = _beside(definition, repeat, "change")
    return [
        ContextRow(
            repeat,
            {
                info.form_path: objective.row[objective.row.rindex("[") + 1 : -1],
                **({change: objective.change} if change else {}),
            },
        )
        for objective in (plan.first if plan is not None else ())
    ]


def _beside(definition: Definition, repeat: str, name: str) -> str:
    """The form path of a question in a repeat, by its field or its own name."""
    for path in definition.paths():
        info = definition.question(path)
        if (
            info.kind == "question"
            and info.repeat == repeat
            and name in (info.field, path.rpartition("/")[2])
        ):
            return path
    return ""


def _last_alone(asked: _Asked) -> str:
    """`Ivo 19 February, Tansy 22 January, Wilf watched in play 19 February`."""
    found = []
    for child, seen in zip(asked.file.children, all_seen(asked.file, asked.today), strict=True):
        if seen.unborn:
            continue
        if seen.watched is not None:
            found.append(f"{child.called} {WATCHED} {day_words(seen.watched.on, asked.today)}")
        elif seen.alone is not None:
            found.append(f"{child.called} {day_words(seen.alone.on, asked.today)}")
        else:
            found.append(f"{child.called} never")
    return ", ".join(found)


def _due(asked: _Asked) -> str:
    """A visit's: when the children must be seen. An assessment's: when it must be shared, if begun today."""
    if asked.kind == "assessment":
        return asked.policy.limit("early_help_assessment_shared", asked.today).ends.isoformat()
    dues = visits_due(asked.file, asked.policy, asked.today)
    return dues[0].limit.ends.isoformat() if dues else ""


def _next_due(asked: _Asked) -> str:
    step = current(asked.file, asked.today)
    clock = VISIT_CLOCKS.get(step.status) if step is not None else None
    return asked.policy.limit(clock, asked.today).ends.isoformat() if clock else ""


def _level(asked: _Asked) -> str:
    step = current(asked.file, asked.today)
    return step.level if step is not None else ""


def _open_to_social_work(asked: _Asked) -> str:
    step = current(asked.file, asked.today)
    return "yes" if step is not None and step.status in SOCIAL_WORK else "no"


def _age(asked: _Asked) -> str:
    years = asked.child.age(asked.today) if asked.child is not None else None
    return "" if years is None else str(years)


_ANSWERS: Mapping[str, Callable[[_Asked], str]] = {
    "ctx_family": lambda asked: asked.file.label,
    "ctx_level": _level,
    "ctx_last_alone": _last_alone,
    "ctx_no_access": lambda asked: str(missed_in_a_row(asked.file, asked.today)),
    "ctx_due": _due,
    "ctx_next_due": _next_due,
    "ctx_episodes": lambda asked: "; ".join(step.line() for step in earlier(asked.file, asked.today)),
    "ctx_open_sw": _open_to_social_work,
    "ctx_person": lambda asked: asked.child.id if asked.child is not None else "",
    "ctx_child": lambda asked: asked.child.called if asked.child is not None else "",
    "ctx_age": _age,
    "ctx_purpose": lambda asked: asked.purpose,
}
"""The context questions there are. A form that names another gets it empty: the publish check says so."""
