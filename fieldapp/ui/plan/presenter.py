"""The plan on one page, without a window: goals as columns, what to do if things get worse, is it clear?

Promise: each goal says why it matters, who does what by when, how we will know, and how far it is in words and in
four blocks; "For children" holds the children's own words and what we will do, in few words; checks advise and never
block; nothing restricted stands here. Never here: changing a plan, a score, Qt.
Source: the design of the interface, section 4.9; practice sections 4.6 and 4.7.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from fieldapp.records import plain
from fieldapp.records.dates import day_words
from fieldapp.records.files import FamilyFile
from fieldapp.records.plans import (
    ACTIONS_MAX,
    OBJECTIVES_MAX,
    Action,
    Objective,
    PlanPage,
    current_plan,
    too_many_actions,
)
from fieldapp.records.voice import statements
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.marks import Mark
from fieldapp.ui.pages.wording import capital, closed_words, number
from fieldapp.ui.words import Words, join

say = Words("Plan")

Reader = Literal["parents", "children", "full"]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One action: who, what, by when."""

    who: str
    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal as a column."""

    number: int
    title: str
    why: str
    steps: tuple[StepRow, ...]
    better: str
    done: int
    progress: str


@dataclass(frozen=True, slots=True)
class Clear:
    """One line of "Is it clear?"."""

    ok: bool
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class PlanState:
    """All that the page shows."""

    scope: str = ""
    doc: str = ""
    mark: Mark | None = None
    readers: tuple[tuple[Reader, str], ...] = ()
    reader: Reader = "parents"
    title: str = ""
    under: str = ""
    quotes: tuple[tuple[str, str], ...] = ()
    """(child, words): what the children said that the plan is about."""
    goals: tuple[Goal, ...] = ()
    others: tuple[Goal, ...] = ()
    worse: str = ""
    clear: tuple[Clear, ...] = ()
    foot: str = ""
    may_write: bool = True
    empty: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    page: PlanPage | None = None
    names: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str, int | None], ...] = ()
    """(child, words, goal it is linked to)."""
    may_write: bool = True
    today: date = date.min
    closed: bool = False


@dataclass(slots=True)
class PlanPresenter:
    """One family's current plan; remembers for whom it is shown."""

    desk: Desk
    scope: str
    facts: Facts = field(default_factory=Facts)
    reader: Reader = "parents"

    def read(self) -> Facts:
        """The plan as it stands now. Call it from a worker."""
        desk, today = self.desk, self.desk.today()
        file = desk.file(self.scope)
        if file is None:
            return Facts(today=today, closed=desk.is_limited())
        page = current_plan(file, today)
        return Facts(
            page=page,
            names=tuple(child.called for child in file.children if child.died is None),
            quotes=_quotes(file, desk, today),
            may_write=desk.may_write(self.scope),
            today=today,
        )

    def show(self, facts: Facts) -> PlanState:
        """Take what was read."""
        self.facts = facts
        return self.state()

    def choose_reader(self, reader: Reader) -> PlanState:
        """For parents, for children, or in full."""
        self.reader = reader
        return self.state()

    def state(self) -> PlanState:
        """The page as it stands."""
        page, today = self.facts.page, self.facts.today
        if page is None:
            return PlanState(
                scope=self.scope,
                may_write=self.facts.may_write,
                empty=closed_words() if self.facts.closed else say("No plan yet."),
                announce=say("Plan on one page, no plan yet"),
            )
        full, child = self.reader == "full", self.reader == "children"
        shown = page.objectives if full else page.first
        goals = tuple(_goal(one, today, child=child, full=full) for one in shown)
        others = (
            () if full or child else tuple(_goal(one, today, child=False, full=False) for one in page.others)
        )
        return PlanState(
            scope=self.scope,
            doc=page.record.id,
            mark=marks.of_document(page.record.document),
            readers=(
                ("parents", say("For parents")),
                ("children", say("For children")),
                ("full", say("Full plan")),
            ),
            reader=self.reader,
            title=say("Our plan for {names}", names=join(self.facts.names))
            if self.facts.names
            else say("Our plan"),
            under=_under(page, today),
            quotes=_shown_quotes(self.facts.quotes, all_of_them=child),
            goals=goals,
            others=others,
            worse="" if child else page.contingency,
            clear=_clear(page, self.facts),
            foot=say("Restricted answers never appear here."),
            may_write=self.facts.may_write,
            announce=say.count(
                len(page.objectives), "Plan on one page, {n} goal", "Plan on one page, {n} goals"
            ),
        )


def _quotes(file: FamilyFile, desk: Desk, today: date) -> tuple[tuple[str, str, int | None], ...]:
    """The newest words of each child that may be shown to the family, oldest child first."""
    found: dict[str, tuple[str, str, int | None]] = {}
    for said in statements(file, desk.policy, today):
        if said.share not in ("", "any", "anyone", "all") or said.harm == "yes":
            continue
        before = found.get(said.person)
        if before is None or (before[2] is None and said.goal is not None):
            found[said.person] = (said.child, said.words, said.goal)
    return tuple(found[child.id] for child in file.children if child.id in found)


def _shown_quotes(
    quotes: tuple[tuple[str, str, int | None], ...], *, all_of_them: bool
) -> tuple[tuple[str, str], ...]:
    return tuple((child, words) for child, words, goal in quotes if all_of_them or goal is not None or words)


def _under(page: PlanPage, today: date) -> str:
    parts = [f"{page.type_words}."] if page.type_words else []
    if page.agreed_on is not None:
        parts.append(say("Agreed {day}.", day=f"{day_words(page.agreed_on)} {page.agreed_on.year}"))
    if page.next_review is not None:
        parts.append(say("We look at it again on {day}.", day=day_words(page.next_review, today)))
    return " ".join(parts)


def _goal(one: Objective, today: date, *, child: bool, full: bool) -> Goal:
    return Goal(
        number=one.number,
        title=one.change,
        why="" if child else one.now,
        steps=tuple(_step(action, today, know=full) for action in one.actions),
        better="" if child else one.measure,
        done=one.blocks,
        progress=one.progress_words,
    )


def _step(action: Action, today: date, *, know: bool) -> StepRow:
    what = action.what if not (know and action.know) else f"{action.what} ({action.know})"
    if action.done_on is not None:
        when = say("Done {day}", day=day_words(action.done_on, today))
    elif action.by is not None:
        when = say("By {day}", day=day_words(action.by, today))
    else:
        when = ""
    return StepRow(action.who, what, when)


def _clear(page: PlanPage, facts: Facts) -> tuple[Clear, ...]:
    """What makes a plan easy to follow; advice only."""
    goals, actions = len(page.objectives), page.action_count
    measured = [one for one in page.objectives if _passes(one, "measurable")]
    owned = all(_passes(one, "owned") and _passes(one, "timed") for one in page.objectives)
    told = plain.check(" ".join(_all_text(page)))
    linked = sorted({goal for _, _, goal in facts.quotes if goal is not None})
    age = round(told.reading_age)
    return (
        Clear(
            goals <= OBJECTIVES_MAX,
            capital(say.count(goals, "one goal", "{number} goals", number=number(goals))),
            say("Four or fewer is easiest to follow"),
        ),
        Clear(
            actions <= ACTIONS_MAX and owned,
            too_many_actions(actions)
            if actions > ACTIONS_MAX
            else capital(say.count(actions, "one action", "{number} actions", number=number(actions))),
            say("Each has a name and a date") if owned else say("Some have no name or no date"),
        ),
        Clear(
            len(measured) == goals,
            say("Every goal can be measured")
            if len(measured) == goals
            else say.count(
                goals - len(measured), "One goal can’t be measured yet", "{n} goals can’t be measured yet"
            ),
            "" if len(measured) == goals else say("Say who will see it, and how often"),
        ),
        Clear(
            told.meets(plain.PARENT_GRADE_MAX),
            say("Plain words") if told.meets(plain.PARENT_GRADE_MAX) else say("Some words are hard"),
            say("About reading age {age}", age=age),
        ),
        Clear(
            bool(linked),
            say("Children’s words used") if linked else say("No goal comes from a child’s words yet"),
            say("Goals {numbers} come from them", numbers=join([str(one) for one in linked]))
            if len(linked) > 1
            else say("Goal {number} comes from them", number=linked[0])
            if linked
            else say("Link a goal to what a child said"),
        ),
        *(Clear(False, note, "") for note in page.notes if note != too_many_actions(page.action_count)),
    )


def _passes(one: Objective, test: str) -> bool:
    return all(check.passed for check in one.checks if check.test == test)


def _all_text(page: PlanPage) -> list[str]:
    found = [page.aim, page.contingency]
    for one in page.objectives:
        found += [one.change, one.now, one.measure, *(action.what for action in one.actions)]
    return [text if text.rstrip().endswith((".", "!", "?")) else f"{text}." for text in found if text.strip()]
