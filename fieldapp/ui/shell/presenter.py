"""What the frame knows: where we are, what waits, whether we are connected. No Qt, no words.

Promise: the strip tells the truth and never more than is known: what is unknown counts as not sent; "up to date"
needs a finished contact with nothing left. Out of several states the one a person must act on is shown.
Never: a family's name.
Source: interface design sections 1.4 and 2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

Connection = Literal[
    "offline", "online", "sending", "slow", "field_mode", "sign_in", "limited", "busy", "unknown"
]
MANAGER_ROLES = frozenset({"manager"})
WARN_LIMITED_FROM_DAYS = 14  # interface design section 2: warn from day 14 of 30


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers beside the rail's words."""

    drafts: int = 0
    decisions: int = 0
    ready: int = 0
    held: int = 0
    sign_off: int = 0

    @property
    def waiting(self) -> int:
        """Waiting to send counts what is ready and what is held."""
        return self.ready + self.held


@dataclass(frozen=True, slots=True)
class StripFacts:
    """What the store and the sync loop have said last."""

    online: bool | None = None
    sending: tuple[int, int] | None = None
    slow: bool = False
    field_mode: bool = False
    field_mode_until: datetime | None = None
    sign_in_needed: bool = False
    busy: bool = False
    """The service answers, but not as it should."""
    days_without_contact: int = 0
    limited: bool = False
    clock_doubt: bool = False
    disk_low: bool = False
    up_to_date_at: datetime | None = None
    last_sent_at: datetime | None = None
    minutes_to_lock: int | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """What the strip shows."""

    connection: Connection = "unknown"
    at: datetime | None = None
    number: int = 0
    of: int = 0
    until: datetime | None = None
    ready: int = 0
    held: int = 0
    last_sent_at: datetime | None = None
    clock_doubt: bool = False
    disk_low: bool = False
    warn_days: int = 0
    minutes_to_lock: int | None = None


def strip_of(facts: StripFacts, counts: Counts) -> Strip:
    """The strip for these facts: what needs a person first, then what is going on, then how things stand."""
    base = Strip(
        ready=counts.ready,
        held=counts.held,
        last_sent_at=facts.last_sent_at,
        clock_doubt=facts.clock_doubt,
        disk_low=facts.disk_low,
        warn_days=facts.days_without_contact if facts.days_without_contact >= WARN_LIMITED_FROM_DAYS else 0,
        minutes_to_lock=facts.minutes_to_lock,
    )
    if facts.limited:
        return replace(base, connection="limited")
    if facts.sign_in_needed:
        return replace(base, connection="sign_in")
    if facts.field_mode:
        return replace(base, connection="field_mode", until=facts.field_mode_until)
    if facts.online is False:
        return replace(base, connection="offline")
    if facts.busy:
        return replace(base, connection="busy")
    if facts.sending is not None:
        number, of = facts.sending
        return replace(base, connection="slow" if facts.slow else "sending", number=number, of=of)
    if facts.online:
        return replace(base, connection="online", at=facts.up_to_date_at)
    return base


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at this laptop."""

    name: str = ""
    role: str = ""
    initials: str = ""
    role_word: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the program: the page and what it is about (a document's id, never a name)."""

    page: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class ShellState:
    """Everything the frame shows."""

    where: Where = Where("today")
    person: Person = Person()
    counts: Counts = Counts()
    strip: Strip = Strip()
    back: tuple[Where, ...] = ()


BACK_MAX = 30  # places remembered for Alt+Left; more than anyone walks back in a morning


@dataclass
class ShellPresenter:
    """Keeps the frame's state and says when it changes."""

    person: Person = field(default_factory=Person)
    state: ShellState = field(init=False)
    _facts: StripFacts = field(init=False, default_factory=StripFacts)
    _told: list[Callable[[ShellState], None]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.state = ShellState(person=self.person)

    def listen(self, told: Callable[[ShellState], None]) -> None:
        """Hear every new state, and the present one at once."""
        self._told.append(told)
        told(self.state)

    def go(self, page: str, argument: str = "") -> None:
        """Open a place; the one left can be gone back to."""
        where = Where(page, argument)
        if where == self.state.where:
            return
        back = (*self.state.back, self.state.where)[-BACK_MAX:]
        self._become(replace(self.state, where=where, back=back))

    def leave_for(self, page: str, argument: str = "") -> None:
        """Open a place instead of the one left, which is not gone back to: a note that was finished."""
        where = Where(page, argument)
        back = tuple(one for one in self.state.back if one not in {self.state.where, where})
        self._become(replace(self.state, where=where, back=back))

    def forget(self, page: str, argument: str = "") -> None:
        """A place is no more: Alt+Left passes it by."""
        back = tuple(one for one in self.state.back if one != Where(page, argument))
        self._become(replace(self.state, back=back))

    def go_back(self) -> bool:
        """Return to the place before; False when there is none."""
        if not self.state.back:
            return False
        self._become(replace(self.state, where=self.state.back[-1], back=self.state.back[:-1]))
        return True

    def count(self, counts: Counts) -> None:
        """Take new numbers."""
        self._become(replace(self.state, counts=counts, strip=strip_of(self._facts, counts)))

    def learn(self, **facts: object) -> None:
        """Take new facts about the connection by the names of `StripFacts`."""
        self._facts = replace(self._facts, **facts)  # type: ignore[arg-type]
        self._become(replace(self.state, strip=strip_of(self._facts, self.state.counts)))

    def facts(self) -> StripFacts:
        """The facts as last learnt."""
        return self._facts

    def is_manager(self) -> bool:
        """True for whoever signs off."""
        return self.person.role in MANAGER_ROLES

    def _become(self, state: ShellState) -> None:
        if state == self.state:
            return
        self.state = state
        for told in self._told:
            told(state)
