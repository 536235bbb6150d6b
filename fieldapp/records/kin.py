"""Who is whose: relationships read as a net, the household, and each person's place in words.

Promises: every relationship on record counts once, in the direction it was written; the household is who lives with
the children; a tie that has ended stays, marked as ended. Words are made from what is on record and nothing else.
Never: a relationship guessed from a shared surname or a note.
Source: practice.md section 3 (`relationship`); interface.md 4.5 (the genogram's spoken names).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, Person
from fieldapp.words import Words, join

say = Words("Kin")

PARENT = "parent"
COUPLES = frozenset({"partner", "former_partner"})
SIBLINGS = frozenset({"sibling_full", "sibling_half", "sibling_step"})


def _role_words() -> dict[str, tuple[str, str, str]]:
    """What a woman, a man and somebody unstated is called in each kind of relationship."""
    former, friend = say("former partner"), say("friend of the family")
    other = say("known to the family")
    return {
        "parent": (say("mum"), say("dad"), say("parent")),
        "step": (say("step-mum"), say("step-dad"), say("step-parent")),
        "grandparent": (say("gran"), say("grandad"), say("grandparent")),
        "sibling_full": (say("sister"), say("brother"), say("brother or sister")),
        "sibling_half": (say("half-sister"), say("half-brother"), say("half-brother or half-sister")),
        "sibling_step": (say("step-sister"), say("step-brother"), say("step-brother or step-sister")),
        "partner": (say("partner"),) * 3,
        "former_partner": (former, former, former),
        "carer": (say("carer"),) * 3,
        "relative": (say("relative"),) * 3,
        "friend": (friend, friend, friend),
        "other": (other, other, other),
    }


@dataclass(frozen=True, slots=True)
class Tie:
    """One relationship: `a` is `b`'s `type`."""

    record: Record
    a: str
    b: str
    type: str
    lives_with: str
    """yes, some, no, unsure or empty."""
    ended: bool
    quality: str
    parental_resp: str


@dataclass(frozen=True, slots=True)
class Kin:
    """The net of one family's relationships."""

    people: Mapping[str, Person]
    children: tuple[Person, ...]
    ties: tuple[Tie, ...]
    household: frozenset[str]
    """Who lives with the children, the children with them."""

    def parents_of(self, person: str) -> tuple[str, ...]:
        """Whoever they live with first."""
        found = [tie for tie in self.ties if tie.type == PARENT and tie.b == person]
        return tuple(tie.a for tie in sorted(found, key=lambda tie: (tie.lives_with != "yes", tie.a)))

    def children_of(self, person: str) -> tuple[str, ...]:
        return tuple(tie.b for tie in self.ties if tie.type == PARENT and tie.a == person)

    def couples(self) -> tuple[Tie, ...]:
        """Partners and former partners, each pair once (a tie still on before one that ended)."""
        pairs: dict[frozenset[str], Tie] = {}
        for tie in sorted(self.ties, key=lambda tie: tie.ended):
            if tie.type in COUPLES:
                pairs.setdefault(frozenset((tie.a, tie.b)), tie)
        return tuple(pairs.values())

    def siblings_of(self, person: str) -> tuple[str, ...]:
        return tuple(
            tie.b if tie.a == person else tie.a
            for tie in self.ties
            if tie.type in SIBLINGS and person in (tie.a, tie.b)
        )

    def role_of(self, person: str) -> str:
        """What somebody is to the children: `mum`, `dad of Wilf`, `gran`; empty for a child and for nobody's kin.

        With a tie to every child the children are not named. Somebody tied to an adult only: `sister of Bryony`.
        """
        found = self.people.get(person)
        if found is None or found.is_child:
            return ""
        ties = [tie for tie in self.ties if person in (tie.a, tie.b)]
        to_children = [
            (tie, child) for child in self.children for tie in ties if tie.a == person and tie.b == child.id
        ]
        if to_children:
            role = self._word(to_children[0][0].type, found)
            named = [child.called for tie, child in to_children if tie.type == to_children[0][0].type]
            return (
                role
                if len(named) == len(self.children)
                else say("{role} of {names}", role=role, names=join(named))
            )
        for tie in ties:
            other = tie.b if tie.a == person else tie.a
            if other in self.people and (tie.a == person or tie.type in SIBLINGS | COUPLES):
                return say(
                    "{role} of {names}", role=self._word(tie.type, found), names=self.people[other].called
                )
        return ""

    def lives_with(self, person: str) -> tuple[str, ...]:
        """Who somebody lives with, by the household."""
        if person not in self.household:
            return ()
        return tuple(other for other in self.people if other in self.household and other != person)

    def spoken(self, person: str, today: date) -> str:
        """One sentence for a listener: name, age, whose child or what to the children, who they live with."""
        found = self.people.get(person)
        if found is None:
            return ""
        parts = [found.called]
        if age := found.age_words(today):
            parts.append(age)
        if parents := [self.people[one].called for one in self.parents_of(person) if one in self.people]:
            parts.append(say("child of {names}", names=join(parents)))
        elif role := self.role_of(person):
            parts.append(role)
        if others := [self.people[one].called for one in self.lives_with(person)]:
            parts.append(say("lives with {names}", names=join(others)))
        return ", ".join(parts)

    @staticmethod
    def _word(type_: str, person: Person) -> str:
        female, male, unstated = _role_words().get(type_, ("", "", ""))
        return {"female": female, "male": male}.get(person.gender, unstated)


def kin(file: FamilyFile) -> Kin:
    """The net of a family's relationships."""
    ties = tuple(
        Tie(
            record=record,
            a=a,
            b=b,
            type=record.text("type"),
            lives_with=record.text("lives_with"),
            ended=record.text("to") != "" or record.text("type") == "former_partner",
            quality=record.text("quality"),
            parental_resp=record.text("parental_resp"),
        )
        for record in sorted(file.of("relationship"), key=lambda record: record.id)
        if (a := record.text("a")) in file.people and (b := record.text("b")) in file.people
    )
    return Kin(file.people, file.children, ties, _household(file, ties))


def _household(file: FamilyFile, ties: Iterable[Tie]) -> frozenset[str]:
    """The children and whoever lives with one of them, directly or through somebody who does.

    "Some nights" and "not clear" do not put somebody in the household; a child who lives with nobody named here is
    taken to live with the brothers and sisters, because that is where a visit would look.
    """
    groups: list[set[str]] = [{person} for person in file.people]
    for tie in ties:
        if tie.lives_with == "yes":
            together = [group for group in groups if tie.a in group or tie.b in group]
            groups = [group for group in groups if group not in together] + [set().union(*together)]
    ids = {child.id for child in file.children}
    alone = {one for group in groups if len(group) == 1 for one in group}
    biggest = max(groups, key=lambda group: (len(group & ids), len(group)), default=set())
    return frozenset(biggest | (ids & alone) if biggest & ids else ids)
