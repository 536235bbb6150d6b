"""The genogram as a drawing to be drawn: who stands where, which lines join them, who shares a home.

Promises: a pure layout. Generations stand in rows, oldest on top; couples stand side by side, a parent of two
families between them; children stand under the middle of their parents, oldest left; nobody stands on anybody. The
same records give the same picture. Squares for men and boys, circles for women and girls, diamonds where it is not
stated or not yet known.
Never: colour, pixels, fonts (units are one person wide); a line that is not on record.
Source: interface.md 4.5; the signs are those usual in social work (McGoldrick, Gerson and Petry, Genograms).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fieldapp.records.files import FamilyFile
from fieldapp.records.kin import SIBLINGS, Kin, Tie

Shape: TypeAlias = Literal["square", "circle", "diamond"]

COUPLE_GAP = 2.0
"""From one partner to the next, in widths of a person: room for the children's line between them."""
PERSON_GAP = 1.2
GENERATIONS_UP = {"parent": 1, "step": 1, "carer": 1, "grandparent": 2}
"""How many rows above `b` the `a` of a relationship stands. A carer stands with the parents."""


RAISING = frozenset({"grandparent", "carer", "step"})
"""Who stands in for parents that are not on record."""


@dataclass(frozen=True, slots=True)
class Node:
    """One person in the picture."""

    person: str
    x: float
    row: int
    shape: Shape
    inside: str
    """The age, inside the shape."""
    label: str
    under: str
    """The role, under the name; whose is left to the lines where there are lines."""
    child: bool
    died: bool
    at_home: bool
    some_nights: bool
    """Stays with the children some nights, or it is not clear: never inside the household's outline."""
    spoken: str


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people joined by a line; `ended` crosses it with two strokes."""

    a: str
    b: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Descent:
    """A line from one or two parents down to their children, oldest first.

    `skips` is true where it comes from grandparents or carers, because no parent is on record: draw it broken.
    """

    parents: tuple[str, ...]
    children: tuple[str, ...]
    skips: bool = False


@dataclass(frozen=True, slots=True)
class OtherTie:
    """A thin line for any other relationship: carer, grandparent without the parent between, friend."""

    a: str
    b: str
    type: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """The picture. `width` in persons, `rows` from 0 (oldest generation) down."""

    nodes: tuple[Node, ...]
    couples: tuple[Couple, ...]
    descents: tuple[Descent, ...]
    others: tuple[OtherTie, ...]
    household: tuple[str, ...]
    """Whom the dashed outline goes round."""
    width: float
    rows: int

    def node(self, person: str) -> Node | None:
        return next((node for node in self.nodes if node.person == person), None)


def draw(file: FamilyFile, ties: Kin, today: date) -> Genogram:
    """The genogram of a family: everybody with a tie, and every child."""
    shown = [
        person
        for person in file.people
        if file.people[person].is_child or any(person in (tie.a, tie.b) for tie in ties.ties)
    ]
    rows = _generations(shown, ties.ties, {child.id for child in file.children})
    descents = _descents(ties, shown)
    places = _places(shown, rows, ties, descents)
    some = {
        person
        for tie in ties.ties
        if tie.lives_with in ("some", "unsure")
        for person in (tie.a, tie.b)
        if person not in ties.household
    }
    nodes = []
    for person in sorted(shown, key=lambda one: (rows[one], places[one])):
        found = file.people[person]
        nodes.append(
            Node(
                person=person,
                x=places[person],
                row=rows[person],
                shape=_shape(found.gender),
                inside=_inside(found.age(today), found.age_words(today)),
                label=found.called,
                under=_under(ties.role_of(person), any(person in descent.parents for descent in descents)),
                child=found.is_child,
                died=found.died is not None,
                at_home=person in ties.household,
                some_nights=person in some,
                spoken=ties.spoken(person, today),
            )
        )
    joined = {frozenset((couple.a, couple.b)) for couple in ties.couples()}
    lined = {
        (parent, child) for descent in descents for parent in descent.parents for child in descent.children
    }
    return Genogram(
        nodes=tuple(nodes),
        couples=tuple(Couple(tie.a, tie.b, tie.ended) for tie in ties.couples()),
        descents=descents,
        others=tuple(
            OtherTie(tie.a, tie.b, tie.type)
            for tie in ties.ties
            if frozenset((tie.a, tie.b)) not in joined
            and (tie.a, tie.b) not in lined
            and not (tie.type in SIBLINGS and any({tie.a, tie.b} <= set(one.children) for one in descents))
            and not (tie.type in SIBLINGS and set(ties.parents_of(tie.a)) & set(ties.parents_of(tie.b)))
        ),
        household=tuple(node.person for node in nodes if node.at_home),
        width=max((node.x for node in nodes), default=0.0) + 1.0,
        rows=max((node.row for node in nodes), default=0) + 1,
    )


def _under(role: str, lined: bool) -> str:
    return role.partition(" of ")[0] if lined else role


def _shape(gender: str) -> Shape:
    shapes: Mapping[str, Shape] = {"female": "circle", "male": "square"}
    return shapes.get(gender, "diamond")


def _inside(years: int | None, words: str) -> str:
    """Years inside the shape; months as `14 m`; nothing for an unborn child (the label says when)."""
    if words.endswith(("month", "months")):
        return f"{words.split()[0]} m"
    return "" if years is None else str(years)


def _generations(shown: Sequence[str], ties: Sequence[Tie], children: set[str]) -> dict[str, int]:
    """The row of each person: children's row, their parents' above it, and so on; rows without anybody closed up."""
    height: dict[str, int] = {person: 0 for person in shown if person in children}
    for _ in range(len(shown) + 1):
        before = dict(height)
        for tie in ties:
            up = GENERATIONS_UP.get(tie.type, 0 if tie.type not in ("relative", "friend", "other") else 1)
            if tie.b in height and tie.a not in height:
                to_child = tie.b in children
                level = up if tie.type in GENERATIONS_UP or to_child else 0
                height[tie.a] = height[tie.b] + level
            elif tie.a in height and tie.b not in height:
                height[tie.b] = height[tie.a] - (GENERATIONS_UP.get(tie.type, 0))
        if height == before:
            break
    for person in shown:
        height.setdefault(person, 1)
    levels = {level: index for index, level in enumerate(sorted(set(height.values()), reverse=True))}
    return {person: levels[height[person]] for person in shown}


def _descents(ties: Kin, shown: Iterable[str]) -> tuple[Descent, ...]:
    """Children by who their parents are (without parents on record: who brings them up); within, oldest first."""
    families: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    there = set(shown)
    for person in there:
        parents = tuple(sorted(parent for parent in ties.parents_of(person) if parent in there))
        elders = (
            ()
            if parents
            else tuple(sorted({tie.a for tie in ties.ties if tie.b == person and tie.type in RAISING}))
        )
        if parents or elders:
            families.setdefault(((parents or elders)[:2], not parents), []).append(person)
    return tuple(
        Descent(parents, tuple(sorted(children, key=lambda one: _by_age(ties, one))), skips)
        for (parents, skips), children in sorted(families.items())
    )


def _by_age(ties: Kin, person: str) -> tuple[date, str]:
    found = ties.people[person]
    return (found.born or found.due or date.max, person)


def _places(
    shown: Sequence[str], rows: Mapping[str, int], ties: Kin, descents: Sequence[Descent]
) -> dict[str, float]:
    """Where each person stands in their row: top row first, each lower row under its parents."""
    places: dict[str, float] = {}
    for row in sorted(set(rows.values())):
        people = [person for person in shown if rows[person] == row]
        wanted = {person: _under_parents(person, descents, places) for person in people}
        order = _chain(people, ties, wanted)
        _spread(order, wanted, ties, places)
    low = min(places.values(), default=0.0)
    return {person: round(x - low, 2) for person, x in places.items()}


def _under_parents(person: str, descents: Sequence[Descent], places: Mapping[str, float]) -> float | None:
    """The place under the middle of one's parents, spread among brothers and sisters; None without parents here."""
    for descent in descents:
        if person in descent.children and all(parent in places for parent in descent.parents):
            middle = sum(places[parent] for parent in descent.parents) / len(descent.parents)
            return middle + (descent.children.index(person) - (len(descent.children) - 1) / 2) * PERSON_GAP
    return None


def _chain(people: Sequence[str], ties: Kin, wanted: Mapping[str, float | None]) -> list[str]:
    """People of one row so that partners stand together: a chain from the one with one partner on.

    An ended tie stands to the left of one still on, so that today's home is together on the right.
    """
    partners: dict[str, list[tuple[bool, str]]] = {person: [] for person in people}
    for tie in ties.couples():
        if tie.a in partners and tie.b in partners:
            partners[tie.a].append((not tie.ended, tie.b))
            partners[tie.b].append((not tie.ended, tie.a))
    order: list[str] = []

    def start(person: str) -> tuple[float, int, bool, str]:
        own = partners[person]
        place = wanted[person]
        return (place if place is not None else 1e6, len(own) != 1, any(on for on, _ in own), person)

    for first in sorted(people, key=start):
        queue = [first]
        while queue:
            person = queue.pop(0)
            if person in order:
                continue
            order.append(person)
            queue = [other for _, other in sorted(partners[person])] + queue
    return _siblings_beside(order, ties, partners)


def _siblings_beside(
    order: list[str], ties: Kin, partners: Mapping[str, Sequence[tuple[bool, str]]]
) -> list[str]:
    """Somebody without a partner here stands after the chain of the brother or sister they belong to."""
    return sorted(
        order,
        key=lambda person: (
            not partners[person] and not ties.children_of(person) and bool(ties.siblings_of(person)),
            order.index(person),
        ),
    )


def _spread(
    order: Sequence[str],
    wanted: Mapping[str, float | None],
    ties: Kin,
    places: dict[str, float],
) -> None:
    """Give each person of a row a place: where wanted if there is room, else the next free one to the right."""
    pairs = {frozenset((tie.a, tie.b)) for tie in ties.couples()}
    with_children = {frozenset(ties.parents_of(child.id)) for child in ties.children}
    last: str | None = None
    for person in order:
        wish = wanted[person]
        if last is None:
            places[person] = wish if wish is not None else 0.0
        else:
            pair = frozenset((last, person))
            gap = COUPLE_GAP if pair in pairs or pair in with_children else PERSON_GAP
            free = places[last] + gap
            places[person] = free if wish is None else max(wish, free)
        last = person
