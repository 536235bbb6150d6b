"""What one day's work in an invented family looks like, before anybody plays it: dated acts, in a neutral shape.

Promises: an act says who did what, when by the clock on the wall, in which form, with which answers by key; ids are
made from names, so two loadings give the same documents. Nobody in here exists, nor do the places.
Never: playing an act (`rehearse` does it in memory, the demonstration's loader through the real commands).
Source: practice.md section 7.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from fieldapp.ports import uuid7
from fieldapp.records.document import Value

ZONE = "Europe/London"

Worker: TypeAlias = Literal["nia", "dilys", "sam", "marcus"]
"""Nia Brackwell and Sam Tregarth, social workers; Dilys Orme-Hale, early help advisor; Marcus Tildesey, manager."""

ActKind: TypeAlias = Literal["write", "go_on", "edit", "assign", "cut", "mend"]
"""write: fill in a form and finish it · go_on: open it again whole and finish it again · edit: change some answers of
one document · assign: give a worker a family · cut, mend: this worker's laptop loses and regains the link."""


@dataclass(frozen=True, slots=True)
class WorkerInfo:
    """Who a worker is at the service."""

    key: Worker
    name: str
    role: Literal["practitioner", "manager"]
    title: str


WORKERS: tuple[WorkerInfo, ...] = (
    WorkerInfo("nia", "Nia Brackwell", "practitioner", "Social worker"),
    WorkerInfo("dilys", "Dilys Orme-Hale", "practitioner", "Early help advisor"),
    WorkerInfo("sam", "Sam Tregarth", "practitioner", "Social worker, emergency duty"),
    WorkerInfo("marcus", "Marcus Tildesey", "manager", "Team manager"),
)
TEAM = "Hill and Valley"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody did. Fields not named by a kind of act are empty."""

    at: datetime
    """Local time, without zone: Europe/London."""
    who: Worker
    kind: ActKind
    family: str = ""
    """The scope's id."""
    form: str = ""
    """The id of the form (write, go_on)."""
    doc: str = ""
    """The root's document (write, go_on), or the one document (edit)."""
    answers: Mapping[str, Value] = field(default_factory=dict)
    """By key. In an edit an empty text takes an answer away."""
    why_open: str = ""
    """Why it was finished with something missing; empty: it must be complete."""
    signed_off: bool = False
    to: Worker | None = None
    """Who is given the family (assign)."""
    role: Literal["worker", "oversight", "reader"] = "worker"

    @property
    def unix_ms(self) -> int:
        return unix_ms(self.at)


def unix_ms(at: datetime) -> int:
    """A local moment of the families' own time zone, in milliseconds since 1970."""
    return round(at.replace(tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class _NameEntropy:
    """Bytes from a name: the same name, the same id."""

    name: str

    def random_bytes(self, count: int) -> bytes:
        return hashlib.sha256(self.name.encode()).digest()[:count]


def ident(name: str, at: datetime) -> str:
    """The id of something called `name` in this data, made at a moment."""
    return uuid7(unix_ms(at), _NameEntropy(name))


def flat(tree: Mapping[str, Any], name: str, at: datetime, inside: str = "") -> dict[str, Value]:
    """Answers as written down here, by key: a mapping is a group, a list of mappings the rows of a repeat.

    A row may bring its own id as `_id`; else it is made from the form's name and the row's place.
    """
    found: dict[str, Value] = {}
    for step, value in tree.items():
        if step == "_id" or value in ("", [], None):
            continue
        key = f"{inside}/{step}" if inside else step
        if isinstance(value, Mapping):
            found |= flat(value, name, at, key)
        elif _is_rows(value):
            for index, row in enumerate(value):
                row_key = f"{key}[{row.get('_id') or ident(f'{name} {key} {index}', at)}]"
                found[row_key] = index
                found |= flat(row, name, at, row_key)
        elif isinstance(value, list):
            found[key] = sorted(value)
        else:
            found[key] = value.isoformat() if isinstance(value, date) else str(value)
    return found


def _is_rows(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and bool(value)
        and isinstance(value[0], Mapping)
    )


def moment(day: str, clock: str = "09:00") -> datetime:
    """`2026-02-19` and `10:30` as a local moment."""
    return datetime.fromisoformat(f"{day}T{clock}:00")


@dataclass(slots=True)
class Story:
    """Writes down one family's acts, with its ids at hand."""

    name: str
    begun: datetime
    acts: list[Act] = field(default_factory=list)
    family: str = ""

    def __post_init__(self) -> None:
        self.family = ident(f"family {self.name}", self.begun)

    def id(self, thing: str) -> str:
        """The id of a thing of this family that was made when its file was begun: a person, a child."""
        return ident(f"{self.name} {thing}", self.begun)

    def write(
        self,
        at: datetime,
        who: Worker,
        form: str,
        thing: str,
        answers: Mapping[str, Any],
        *,
        why_open: str = "",
        signed_off: bool = False,
    ) -> str:
        """Somebody fills in a form and finishes it; gives the id of its document."""
        doc = self.family if form == "family" else self.id(thing)
        self.acts.append(
            Act(
                at,
                who,
                "write",
                self.family,
                form,
                doc,
                flat(answers, f"{self.name} {thing}", at),
                why_open,
                signed_off,
            )
        )
        return doc

    def go_on(
        self,
        at: datetime,
        who: Worker,
        form: str,
        doc: str,
        answers: Mapping[str, Any],
        *,
        why_open: str = "",
    ) -> None:
        """Somebody opens a whole form again and adds to it."""
        self.acts.append(
            Act(at, who, "go_on", self.family, form, doc, flat(answers, f"{doc} on", at), why_open)
        )

    def edit(self, at: datetime, who: Worker, doc: str, answers: Mapping[str, Value]) -> None:
        """Somebody changes answers of one document, by key."""
        self.acts.append(Act(at, who, "edit", self.family, "", doc, dict(answers)))

    def assign(self, at: datetime, to: Worker) -> None:
        """Marcus gives a worker this family."""
        self.acts.append(Act(at, "marcus", "assign", self.family, to=to))

    def link(self, at: datetime, who: Worker, *, cut: bool) -> None:
        """A worker's laptop loses the link, or has it again."""
        self.acts.append(Act(at, who, "cut" if cut else "mend"))

    def person(self, at: datetime, who: Worker, key: str, **answers: Any) -> str:
        """A person of this family; children get their `child` document apart."""
        return self.write(at, who, "person", f"person {key}", answers)

    def tie(self, at: datetime, who: Worker, a: str, type_: str, b: str, **answers: Any) -> None:
        """`a` is `b`'s …: a relationship, by the keys of two persons."""
        self.write(
            at,
            who,
            "relationship",
            f"tie {a} {type_} {b}",
            {"a": self.id(f"person {a}"), "b": self.id(f"person {b}"), "type": type_, **answers},
        )

    def entry(
        self,
        at: datetime,
        who: Worker,
        type_: str,
        what: str,
        source: str,
        *,
        on: str = "",
        children: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
        **answers: Any,
    ) -> str:
        """A chronology entry; `children` are keys of persons with what it meant for each."""
        on = on or at.date().isoformat()
        rows = [
            {
                "_id": ident(f"{self.name} {on} {type_} {key}", at),
                "for_person": self.id(f"person {key}"),
                "for_name": (names or {}).get(key, key.capitalize()),
                "for_impact": impact,
            }
            for key, impact in (children or {}).items()
        ]
        return self.write(
            at,
            who,
            "chronology_entry",
            f"entry {on} {type_} {what[:24]}",
            {
                "type": type_,
                "event_on": on,
                "event_exact": "exact",
                "what": what,
                "source": source,
                "verified": answers.pop("verified", "yes"),
                "for": rows,
                "state": "accepted",
                **answers,
            },
        )
