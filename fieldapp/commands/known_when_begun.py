"""What the app fills in when a note is begun: context questions, a row for each child, each plan objective.

Promise: only what the records on this laptop say, once, when the draft is made; text as for a label, numbers as
digits, dates as YYYY-MM-DD, yes or no; empty if not known. Never here: an answer that a person should give; copying
earlier answers (interface 4.6: nothing is copied in silently). A form asks by the names of its context questions, so
a new form needs no change here unless it asks for something new.
Source: practice section 5.0 ("Context"), 5.1 to 5.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fieldapp.forms import Definition
from fieldapp.forms.face import Instance
from fieldapp.records.clocks import VISIT_CLOCKS, other_dues, visits_due
from fieldapp.records.dates import Policy, day_words
from fieldapp.records.files import FamilyFile, Person
from fieldapp.records.keys import row_id
from fieldapp.records.kin import kin
from fieldapp.records.levels import current, earlier
from fieldapp.records.plans import current_plan
from fieldapp.records.seen import last_seen, missed_in_a_row
from fieldapp.words import Words

say = Words("Beginning a note")

CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a note is begun about."""

    file: FamilyFile
    policy: Policy
    today: date
    kind: str
    """What the form is filed as: visit, direct_work, assessment …"""
    child: Person | None = None
    """Direct work is with one child."""
    purpose: str = ""
    """The meeting or decision it is for, if the worker said so."""


def fill_in(
    instance: Instance, definition: Definition, begun: Beginning, fresh_id: Callable[[], str]
) -> None:
    """Answer the context questions of a fresh instance, and make the rows that the records call for."""
    for path in definition.paths():
        info = definition.question(path)
        if info.kind != "question" or CONTEXT not in info.appearance:
            continue
        name = path.rpartition("/")[2]
        if info.repeat is None:
            value = _single(name, begun)
            if value:
                instance.prefill(path, value)
        elif name in ROWS:
            _make_rows(instance, info.repeat, path, ROWS[name](begun), fresh_id)


def _make_rows(
    instance: Instance,
    repeat: str,
    context_path: str,
    rows: Iterator[Mapping[str, str]],
    fresh_id: Callable[[], str],
) -> None:
    """One row for each mapping of question names to values, in place of the repeat's untouched first instance."""
    wanted = list(rows)
    if not wanted or "[" in repeat:
        return
    there = instance.rows(repeat)
    inside = context_path.rpartition("/")[0]
    for place, answers in enumerate(wanted):
        if place < len(there):
            row = instance.rename_row(there[place], fresh_id())
        else:
            row = instance.add_row(repeat, fresh_id(), restoring=True).added[0]
        for name, value in answers.items():
            key = row + f"{inside}/{name}"[len(repeat) :]
            if value and key in instance.keys():
                instance.prefill(key, value)


# -- rows -----------------------------------------------------------------------------------------------------------


def _children(begun: Beginning) -> Iterator[Mapping[str, str]]:
    for child in begun.file.children:
        if child.died is None:
            yield {"c_person": child.id, "c_name": child.called, "c_stage": child.stage(begun.today)}


def _household(begun: Beginning) -> Iterator[Mapping[str, str]]:
    ties = kin(begun.file)
    for person in begun.file.people.values():
        if person.id in ties.household and not person.is_child and person.died is None:
            yield {"h_person": person.id, "h_name": person.name, "h_rel": ties.role_of(person.id)}


def _objectives(begun: Beginning) -> Iterator[Mapping[str, str]]:
    plan = current_plan(begun.file, begun.today)
    for objective in plan.objectives if plan is not None else ():
        yield {"o_id": row_id(objective.row), "o_what": objective.change}


ROWS: dict[str, Callable[[Beginning], Iterator[Mapping[str, str]]]] = {
    "c_person": _children,
    "h_person": _household,
    "o_id": _objectives,
}
"""The context question that says what a repeat has rows of."""


# -- single answers -------------------------------------------------------------------------------------------------


def _single(name: str, begun: Beginning) -> str:
    found = ANSWERS.get(name)
    return "" if found is None else found(begun)


def _last_alone(begun: Beginning) -> str:
    """`Ivo 5 March, Wilf never`: children who talk, each with the day they were last seen alone."""
    told = []
    for child in begun.file.children:
        seen = last_seen(begun.file, child, begun.today)
        if seen.talks and not seen.unborn:
            when = say("never") if seen.alone is None else day_words(seen.alone.on, begun.today)
            told.append(f"{child.called} {when}")
    return ", ".join(told)


def _due(begun: Beginning) -> str:
    if begun.kind == "visit":
        found = [due.limit.ends for due in visits_due(begun.file, begun.policy, begun.today)]
    else:
        found = [
            due.limit.ends
            for due in other_dues(begun.file, begun.policy, begun.today)
            if "assessment" in due.clock
        ]
    return min(found).isoformat() if found else ""


def _next_due(begun: Beginning) -> str:
    """When the next visit falls due if the children are seen today."""
    step = current(begun.file, begun.today)
    clock = VISIT_CLOCKS.get(step.status) if step is not None else None
    return "" if clock is None else begun.policy.limit(clock, begun.today).ends.isoformat()


def _level(begun: Beginning) -> str:
    step = current(begun.file, begun.today)
    return "" if step is None else step.level


def _episodes(begun: Beginning) -> str:
    return "; ".join(step.line() for step in earlier(begun.file, begun.today))


def _open_to_social_work(begun: Beginning) -> str:
    step = current(begun.file, begun.today)
    return "yes" if step is not None and step.status != "early_help" else "no"


def _age(begun: Beginning) -> str:
    years = None if begun.child is None else begun.child.age(begun.today)
    return "" if years is None else str(years)


ANSWERS: dict[str, Callable[[Beginning], str]] = {
    "ctx_family": lambda begun: begun.file.label,
    "ctx_level": _level,
    "ctx_last_alone": _last_alone,
    "ctx_no_access": lambda begun: str(missed_in_a_row(begun.file, begun.today)),
    "ctx_due": _due,
    "ctx_next_due": _next_due,
    "ctx_episodes": _episodes,
    "ctx_open_sw": _open_to_social_work,
    "ctx_person": lambda begun: "" if begun.child is None else begun.child.id,
    "ctx_child": lambda begun: "" if begun.child is None else begun.child.called,
    "ctx_age": _age,
    "ctx_purpose": lambda begun: begun.purpose,
}
"""Context questions outside repeats, by name."""
