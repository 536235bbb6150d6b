"""Families, without a window: one line for each, with what a worker must see before opening anything.

Promise: plan start, review and the child longest unseen stand on every line; Mine, Carried, Overdue and All only
filter; a family that is assigned but not here is listed and says so. Never here: a score, an average, a family this
user may not open.
Source: the design of the interface, section 4.4; inspection report paragraph 46 through practice section 2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from fieldapp.records.families import FamilyRow, family_rows
from fieldapp.ui import words
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.marks import Mark
from fieldapp.ui.pages.wording import ago, closed_words, local
from fieldapp.ui.words import Words

say = Words("Families")

Which = Literal["mine", "carried", "overdue", "all"]


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One family in the list."""

    scope: str
    label: str
    place: str
    children: str
    status: str
    seen: str
    seen_look: bool
    plan: str
    fresh: str
    fresh_look: bool
    due: str
    due_look: bool
    mark: Mark | None
    carried: bool
    name: str
    """What a screen reader says of the line."""


@dataclass(frozen=True, slots=True)
class FamiliesState:
    """All that the page shows."""

    filters: tuple[tuple[Which, str], ...] = ()
    which: Which = "mine"
    find: str = ""
    lines: tuple[FamilyLine, ...] = ()
    empty: str = ""
    notice: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    lines: tuple[FamilyLine, ...] = ()
    mine: frozenset[str] = frozenset()
    overdue: frozenset[str] = frozenset()
    since: str = ""
    limited: bool = False


@dataclass(slots=True)
class FamiliesPresenter:
    """Holds the filter and what is typed to jump."""

    desk: Desk
    facts: Facts = field(default_factory=Facts)
    chosen: Which | None = None
    find: str = ""
    online: bool | None = None

    def read(self) -> Facts:
        """The list as it stands now. Long: call it from a worker."""
        desk = self.desk
        if desk.is_limited():
            return Facts(limited=True)
        today, roles, here = desk.today(), desk.my_roles(), desk.carried()
        files = desk.files()
        rows = family_rows(files, desk.policy, today)
        fresh = desk.refreshed()
        lines = []
        for row in rows:
            place = here.get(row.id)
            since = fresh.get(row.id)
            old = since is not None and (today - since).days > desk.policy.record_old_days
            if place is not None and place.state == "new":
                told = say("Made on this laptop")
            elif since is None:
                told = say("Not refreshed yet")
            else:
                told = say("Refreshed {when}", when=ago((today - since).days))
            lines.append(_line(row, told, old))
        there = {row.id for row in rows}
        missing = [scope for scope in roles if scope not in there]
        lines += [_not_here(scope) for scope in missing]
        contact = desk.store.contact()
        return Facts(
            lines=tuple(lines),
            mine=frozenset(scope for scope in (*there, *missing) if roles.get(scope, "worker") == "worker"),
            overdue=frozenset(row.id for row in rows if row.overdue),
            since="" if contact is None else words.clock(local(contact.server_ms, desk.zone)),
        )

    def show(self, facts: Facts, *, online: bool | None = None) -> FamiliesState:
        """Take what was read; the filter stays."""
        self.facts, self.online = facts, online
        return self.state()

    def filter(self, which: Which) -> FamiliesState:
        """Show another part of the list."""
        self.chosen = which
        return self.state()

    @property
    def which(self) -> Which:
        """The part of the list in sight: what was chosen, else one's own, else all (a manager works no family)."""
        if self.chosen is not None:
            return self.chosen
        return "mine" if self.facts.mine or not self.facts.lines else "all"

    def type(self, text: str) -> FamiliesState:
        """Narrow the list to what matches."""
        self.find = text
        return self.state()

    def state(self) -> FamiliesState:
        """The page as it stands."""
        every = self.facts.lines
        lines = [line for line in every if self._shown(line)]
        if self.facts.limited:
            empty = closed_words()
        elif not every:
            empty = say("No families yet. They appear here when your manager gives you one.")
        elif not lines and self.find.strip():
            empty = say("No family here matches “{text}”.", text=self.find.strip())
        elif not lines and self.which == "overdue":
            empty = say("No family is overdue.")
        else:
            empty = "" if lines else say("No family here. Look under “All I may open”.")
        carried = sum(line.carried for line in every)
        count = say.count(len(every), "{n} family", "{n} families")
        return FamiliesState(
            filters=(
                ("mine", say("Mine")),
                ("carried", say("Carried")),
                ("overdue", say("Overdue")),
                ("all", say("All I may open")),
            ),
            which=self.which,
            find=self.find,
            lines=tuple(lines),
            empty=empty,
            notice=self._notice(),
            announce=say("Families, {n}, {carried} on this laptop", n=len(every), carried=carried)
            if every
            else f"{count}. {empty}",
        )

    def _shown(self, line: FamilyLine) -> bool:
        scope = line.scope
        chosen = {
            "mine": scope in self.facts.mine,
            "carried": line.carried,
            "overdue": scope in self.facts.overdue,
            "all": True,
        }[self.which]
        wanted = self.find.casefold().split()
        text = f"{line.label} {line.place} {line.children}".casefold()
        return chosen and all(word in text for word in wanted)

    def _notice(self) -> str:
        if self.online is False and self.facts.since:
            return say("This list may be out of date. It is from {time}.", time=self.facts.since)
        return ""


def _line(row: FamilyRow, fresh: str, old: bool) -> FamilyLine:
    due = ""
    if row.due is not None:
        what = row.due.standing.words()
        due = say("Visit {when}", when=what)
    late = row.due is not None and row.due.standing.state in ("late", "today", "soon")
    seen_look = row.due is not None and row.due.standing.state in ("late", "today")
    mark = (
        marks.held()
        if row.held
        else marks.decision()
        if row.open_questions
        else marks.saved()
        if row.unsent
        else None
    )
    said = ", ".join(
        part
        for part in (
            row.label,
            row.children,
            row.place,
            row.status,
            say("Last seen: {words}", words=row.last_seen_words) if row.last_seen_words else "",
            due,
            row.plan_words,
            fresh,
            mark.words if mark else "",
        )
        if part
    )
    return FamilyLine(
        scope=row.id,
        label=row.label,
        place=row.place,
        children=row.children,
        status=row.status,
        seen=row.last_seen_words,
        seen_look=seen_look,
        plan=row.plan_words,
        fresh=fresh,
        fresh_look=old,
        due=due,
        due_look=late,
        mark=mark,
        carried=True,
        name=said,
    )


def _not_here(scope: str) -> FamilyLine:
    """A family that was given to this user and has not arrived."""
    label = say("A family of yours")
    return FamilyLine(
        scope=scope,
        label=label,
        place="",
        children="",
        status=say("Not on this laptop"),
        seen="",
        seen_look=False,
        plan="",
        fresh=say("Carry it when you have a signal."),
        fresh_look=True,
        due="",
        due_look=False,
        mark=None,
        carried=False,
        name=f"{label}, {say('Not on this laptop')}. {say('Carry it when you have a signal.')}",
    )
