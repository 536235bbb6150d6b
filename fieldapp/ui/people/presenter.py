"""Who is who in a family, as a list to keep in order. No Qt.

Promise: everybody on record is named, also whoever the drawing cannot place; a child's record is offered only for
somebody who may be a child. Never here: writing (a form does that), the drawing.
Source: practice design section 3 (`person`, `child`, `relationship`); interface design section 4.5.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldapp.records.family import PersonLine, family_page
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.wording import closed_words
from fieldapp.ui.words import Words

say = Words("People")

GROWN_UP_AT = 18
"""Children Act 1989, section 105(1): a child is a person under the age of eighteen."""


@dataclass(frozen=True, slots=True)
class PersonState:
    """One person's line."""

    person: str
    name: str
    about: str
    """Age, role and household in one sentence; what is missing of them is said."""
    placed: bool
    """Whether it is on record what they are to somebody here."""
    child_record: str
    """The document of their record as a child; empty if there is none."""
    may_be_child: bool


@dataclass(frozen=True, slots=True)
class PeopleState:
    """All that the page shows."""

    label: str = ""
    people: tuple[PersonState, ...] = ()
    may_write: bool = False
    missing: str = ""
    announce: str = ""


@dataclass
class PeoplePresenter:
    """Reads one family's people."""

    desk: Desk
    scope: str
    first: str = ""
    second: str = ""
    _state: PeopleState = field(default_factory=PeopleState)

    def read(self) -> PeopleState:
        """Everybody as they stand on record. Long: call it from a worker."""
        file = self.desk.file(self.scope)
        if file is None or file.family is None:
            closed = self.desk.is_limited()
            return PeopleState(missing=closed_words() if closed else say("This family isn’t on this laptop."))
        page = family_page(file, self.desk.policy, self.desk.today())
        records = {record.text("person"): record.id for record in file.of("child")}
        drawn = {node.person for node in page.genogram.nodes}
        tied = {person for tie in file.of("relationship") for person in (tie.text("a"), tie.text("b"))}
        people = tuple(self._person(line, records, drawn & tied) for line in page.people)
        return PeopleState(
            label=page.label,
            people=people,
            may_write=self.desk.may_write(self.scope),
            announce=say("People in the family {family}", family=page.label),
        )

    def show(self, state: PeopleState) -> PeopleState:
        """The newest reading becomes the state."""
        self._state = state
        here = {one.person for one in state.people}
        self.first, self.second = (one if one in here else "" for one in (self.first, self.second))
        return state

    def state(self) -> PeopleState:
        """As last read."""
        return self._state

    def choose(self, first: str, second: str) -> None:
        """Whom the new relationship is between."""
        self.first, self.second = first, second

    def may_relate(self) -> bool:
        """Two different people are chosen."""
        return bool(self.first and self.second) and self.first != self.second

    def _person(self, line: PersonLine, records: dict[str, str], placed: set[str]) -> PersonState:
        person = line.person
        words = line.spoken.removeprefix(person.called).removeprefix(", ")
        age = person.age(self.desk.today())
        return PersonState(
            person=person.id,
            name=person.name or person.called,
            about=words,
            placed=person.id in placed,
            child_record=records.get(person.id, ""),
            may_be_child=person.id not in records
            and person.died is None
            and (age is None or age < GROWN_UP_AT),
        )
