"""Setting up direct work, without a screen: who, who can hear, which language, which activity; the activity starts it.

Promise: from a visit note child and hearers are already known, so one press on an activity begins; a session begun
earlier today with the same child is gone on with, not begun again; a rehearsal keeps nothing.
Never: Qt; showing the names of other families. Source: interface design section 4.7.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.commands.context import Workplace
from fieldapp.commands.start_note import start_note
from fieldapp.forms import Choice, Definition, Instance
from fieldapp.records.files import FamilyFile
from fieldapp.store import Draft
from fieldapp.ui.child.presenter import ChildPorts, ChildPresenter
from fieldapp.ui.child.steps import TOOLS, activities
from fieldapp.ui.form.opening import RehearsalPorts, open_runner
from fieldapp.ui.form.ports import Opening
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.pages.wording import first_name, local
from fieldapp.ui.words import Words

say = Words("Child")

FORM = "wishes_and_feelings"
EARSHOT = "setup/earshot"
STARTED = "setup/started"
NOBODY = "none"
REHEARSED_CHILD = "Robin"
"""Invented, of no family; practice design section 7 has none of that name."""


@dataclass(frozen=True, slots=True)
class ChildChoice:
    """One child of the family."""

    id: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class SetupActivity:
    """One activity, in the worker's language."""

    tool: str
    label: str


@dataclass(frozen=True, slots=True)
class SetupState:
    """The whole set-up page."""

    family: str
    children: tuple[ChildChoice, ...]
    earshot: tuple[Choice, ...]
    hearing: tuple[str, ...]
    languages: tuple[str, ...]
    language: str
    activities: tuple[SetupActivity, ...]
    ready: bool
    hint: str
    goes_on: str
    """What is gone on with, if a session with this child was begun earlier today."""
    name: str


@dataclass(frozen=True, slots=True)
class SetupFacts:
    """What the set-up page is about, as it was read."""

    scope: str
    file: FamilyFile
    definition: Definition
    activities: tuple[SetupActivity, ...]


def read_setup(workplace: Workplace, scope: str) -> SetupFacts:
    """Read what the set-up page is about; takes longer than a frame, so beside the window."""
    _, definition = workplace.newest_form(FORM)
    instance = definition.open(clock=workplace.clock, entropy=workplace.entropy)
    offered = activity_choices(definition, definition.default_language, instance)
    return SetupFacts(scope, workplace.family(scope), definition, offered)


class SetupPresenter:
    """The set-up page of one family."""

    def __init__(
        self,
        workplace: Workplace,
        facts: SetupFacts,
        *,
        child: str = "",
        hearing: tuple[str, ...] = (),
        door: ChildPorts,
        begun: Callable[[ChildPresenter, str], None],
    ) -> None:
        self._workplace = workplace
        self._scope = facts.scope
        self._door = door
        self._begun = begun
        self._file, self._definition, self._activities = facts.file, facts.definition, facts.activities
        self._child = child if child in self._file.people else ""
        self._hearing = hearing
        self._language = self._definition.default_language
        self._listeners: list[Callable[[], None]] = []

    def listen(self, told: Callable[[], None]) -> None:
        """Be told when the state is another."""
        self._listeners.append(told)

    def state(self) -> SetupState:
        """The whole page, now."""
        draft = self._draft_of_today()
        goes_on = ""
        if draft is not None:
            at = local(draft.started_at_ms, self._workplace.clock.zone()).strftime("%H:%M")
            goes_on = say("You go on with what was begun at {time}.", time=at)
        return SetupState(
            family=self._file.label,
            children=tuple(
                ChildChoice(each.id, each.called, each.id == self._child)
                for each in self._file.children
                if each.died is None and each.stage(self._workplace.today()) != "unborn"
            ),
            earshot=self._definition.question(EARSHOT, self._worker_language()).choices or (),
            hearing=self._hearing,
            languages=self._definition.languages,
            language=self._language,
            activities=self._activities,
            ready=self.is_ready,
            hint="" if self._child else say("Choose who you are with."),
            goes_on=goes_on,
            name=say("Direct work, set up"),
        )

    @property
    def is_ready(self) -> bool:
        """Whether an activity can begin."""
        return bool(self._child)

    @property
    def hearing(self) -> tuple[str, ...]:
        """Who can hear, as far as it was said."""
        return self._hearing

    def choose_child(self, person: str) -> None:
        """Who the worker is with."""
        self._child = person
        self._tell()

    def choose_hearing(self, names: tuple[str, ...]) -> None:
        """Who can hear; nobody and somebody do not go together, the newer press stands."""
        fresh = set(names) - set(self._hearing)
        if NOBODY in fresh:
            names = (NOBODY,)
        elif fresh:
            names = tuple(name for name in names if name != NOBODY)
        self._hearing = names
        self._tell()

    def choose_language(self, language: str) -> None:
        """The language the child is asked in."""
        self._language = language
        self._tell()

    def begin(self, tool: str) -> None:
        """An activity: the session begins, or goes on, with it."""
        if not self._child:
            return
        found = self._draft_of_today()
        draft = found or start_note(
            self._workplace, FORM, self._scope, child=self._child, language=self._worker_language()
        )
        note = open_runner(self._workplace, draft.id, language=self._worker_language())
        self._write_down(note, tool, fresh=found is None)
        child = self._file.people[self._child]
        self._begun(self._session(note, child.called, tool), draft.id)

    def rehearse(self, tool: str = "") -> None:
        """The same with an invented child; nothing is kept."""
        ports = RehearsalPorts(self._workplace.clock.wall_ms)
        instance = self._definition.open(
            clock=self._workplace.clock, entropy=self._workplace.entropy, language=self._worker_language()
        )
        ports.instance = instance
        note = RunnerPresenter(
            instance,
            ports,
            Opening("", "", self._workplace.clock.wall_ms(), {}),
            clock=self._workplace.clock,
            entropy=self._workplace.entropy,
        )
        self._begun(self._session(note, REHEARSED_CHILD, tool), "")

    def _session(self, note: RunnerPresenter, child: str, tool: str) -> ChildPresenter:
        device = self._workplace.store.device()
        worker = first_name(device.user_name) if device is not None else ""
        session = ChildPresenter(note, self._door, child, worker, tool)
        if self._language and self._language != note.instance.language:
            session.set_language(self._language)
        return session

    def _write_down(self, note: RunnerPresenter, tool: str, *, fresh: bool) -> None:
        if self._hearing:
            note.enter(EARSHOT, " ".join(self._hearing))
        brought = (note.instance.node(TOOLS).value or "").split()
        if tool and tool not in brought:
            note.enter(TOOLS, " ".join([*brought, tool]))
        if fresh:
            note.enter(STARTED, note.now().strftime("%H:%M"))
        note.flush()

    def _draft_of_today(self) -> Draft | None:
        """A session with this child that was begun today and is not finished."""
        if not self._child:
            return None
        today = self._workplace.today()
        zone = self._workplace.clock.zone()
        for draft in self._workplace.store.drafts():
            begun = local(draft.started_at_ms, zone).date()
            same = draft.form.id == FORM and draft.scope == self._scope and begun == today
            if same and draft.answers.get("ctx_person") == self._child:
                return draft
        return None

    def _worker_language(self) -> str:
        return self._definition.default_language

    def _tell(self) -> None:
        for told in self._listeners:
            told()


def activity_choices(definition: Definition, language: str, instance: Instance) -> tuple[SetupActivity, ...]:
    """The activities of the form as the worker's own question about tools calls them."""
    from fieldapp.ui.child.presenter import TOOL_OF

    labels = {
        choice.name: choice.label or choice.name
        for choice in definition.question(TOOLS, language).choices or ()
    }
    found = []
    for activity in activities(instance):
        tool = TOOL_OF.get(activity.key.rsplit("/", 1)[-1], "")
        if tool in labels:
            found.append(SetupActivity(tool, labels[tool]))
    return tuple(found)
