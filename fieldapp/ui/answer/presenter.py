"""Record answer, without a window: the child's words, what we will do about it, and when the child was told.

Promise: the words stay as they were said; only what follows them is asked, in the form's own words; "Finish" saves
one signed revision. What was typed stays when saving is refused. Never here: changing words; Qt.
Source: practice sections 3 (statement), 4.4 (voice to plan) and 5.0 ("Later"); interface design section 5 (two
presses: Record answer, Finish).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from fieldapp.commands.edit_document import edit_document
from fieldapp.forms.face import QuestionInfo
from fieldapp.records.document import Value
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile
from fieldapp.records.plans import current_plan
from fieldapp.records.voice import Statement, statements
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.wording import capital
from fieldapp.ui.words import Words

say = Words("Answer")

FIELDS = ("response", "did", "why_not", "objective", "told_child_on", "child_said_back")
"""What practice asks after a child's words, in order, by its own field names."""
ACTS = frozenset({"plan", "now", "done"})
REFUSES = frozenset({"cannot", "later"})
Kind = Literal["choice", "text", "words", "date"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question."""

    name: str
    key: str
    label: str
    hint: str
    kind: Kind
    choices: tuple[tuple[str, str], ...]
    value: str
    shown: bool
    required: bool


@dataclass(frozen=True, slots=True)
class AnswerState:
    """All that the page shows."""

    doc: str = ""
    scope: str = ""
    title: str = ""
    child: str = ""
    words: str = ""
    about: str = ""
    due: str = ""
    due_look: bool = False
    asked: tuple[Asked, ...] = ()
    troubles: tuple[tuple[str, str], ...] = ()
    missing: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read; `asked` holds the values on record."""

    state: AnswerState = field(default_factory=AnswerState)
    today: date = date.min


@dataclass(slots=True)
class AnswerPresenter:
    """One statement; remembers what is typed until it is saved."""

    desk: Desk
    doc: str
    facts: Facts = field(default_factory=Facts)
    typed: dict[str, str] = field(default_factory=dict)
    troubles: tuple[tuple[str, str], ...] = ()

    def read(self) -> Facts:
        """The statement as it stands now. Call it from a worker."""
        desk, today = self.desk, self.desk.today()
        document = desk.store.document(self.doc)
        file = desk.file(document.scope) if document is not None else None
        if document is None or file is None or document.deleted:
            return Facts(
                AnswerState(doc=self.doc, missing=say("This record isn’t on this laptop any more.")), today
            )
        said = next((one for one in statements(file, desk.policy, today) if one.record.id == self.doc), None)
        if said is None:
            return Facts(
                AnswerState(doc=self.doc, missing=say("This record needs a form that hasn’t arrived yet.")),
                today,
            )
        return Facts(self._state(file, said, today), today)

    def show(self, facts: Facts) -> AnswerState:
        """Take what was read; what is typed stays."""
        self.facts = facts
        return self.state()

    def state(self) -> AnswerState:
        """The page as it stands, with what is typed in place of what is on record."""
        state = self.facts.state
        values = {one.name: self.typed.get(one.name, one.value) for one in state.asked}
        asked = tuple(
            replace(
                one,
                value=values[one.name],
                shown=_is_asked(one.name, values),
                required=_is_required(one.name, values),
            )
            for one in state.asked
        )
        return replace(state, asked=asked, troubles=self.troubles)

    def write(self, name: str, value: str) -> AnswerState:
        """Something was answered."""
        self.typed[name] = value
        self.troubles = tuple(one for one in self.troubles if one[0] != name)
        return self.state()

    def finish(self) -> bool:
        """Save what was answered; False if something is missing, which the state then says."""
        state = self.state()
        self.troubles = tuple(
            (one.name, _missing(one))
            for one in state.asked
            if one.shown and one.required and not one.value.strip()
        )
        wrong = tuple(
            (one.name, say("{what} is after today. Check the year.", what=one.label))
            for one in state.asked
            if one.kind == "date" and one.shown and one.value and self._is_ahead(one.value)
        )
        self.troubles += wrong
        if self.troubles:
            return False
        answers: dict[str, Value | None] = {
            one.key: (one.value.strip() or None) if one.shown else None
            for one in state.asked
            if one.name in self.typed or not one.shown
        }
        on_record = {one.key: one.value for one in self.facts.state.asked}
        changed = {key: value for key, value in answers.items() if (value or "") != on_record[key]}
        if changed:
            edit_document(self.desk.workplace, self.doc, changed)
        self.typed.clear()
        return True

    # -- inside ---------------------------------------------------------------------------------------------------

    def _is_ahead(self, value: str) -> bool:
        try:
            return date.fromisoformat(value) > self.facts.today
        except ValueError:
            return False

    def _state(self, file: FamilyFile, said: Statement, today: date) -> AnswerState:
        record = said.record
        asked = tuple(one for name in FIELDS if (one := self._asked(file, record, name, today)) is not None)
        look = said.standing is not None and said.standing.state in ("late", "today", "soon")
        return AnswerState(
            doc=self.doc,
            scope=file.id,
            title=say("Record answer"),
            child=said.child,
            words=said.words,
            about=f"{said.child}, {said.how_words}. {file.label}.",
            due=capital(said.standing.words()) if said.standing is not None else "",
            due_look=look,
            asked=asked,
            announce=say("Record answer, quote, {child}: {words}", child=said.child, words=said.words),
        )

    def _asked(self, file: FamilyFile, record: Record, name: str, today: date) -> Asked | None:
        info = record.info(name)
        if info is None:
            return None
        choices = tuple((one.name, one.label or one.name) for one in (info.choices or ()))
        if name == "objective":
            plan = current_plan(file, today)
            choices = tuple(
                (
                    goal.row[goal.row.rindex("[") + 1 : -1],
                    say("Goal {n}: {change}", n=goal.number, change=goal.change),
                )
                for goal in (plan.objectives if plan is not None else ())
            )
            if not choices:
                return None
        return Asked(
            name=name,
            key=record.key(name),
            label=_plain(info.label or name),
            hint=_plain(info.hint or ""),
            kind=_kind(info, choices),
            choices=choices,
            value=record.text(name),
            shown=True,
            required=False,
        )


def _kind(info: QuestionInfo, choices: tuple[tuple[str, str], ...]) -> Kind:
    if choices:
        return "choice"
    if info.type == "date":
        return "date"
    return "words" if "words" in info.appearance else "text"


def _is_asked(name: str, values: dict[str, str]) -> bool:
    """What follows from the response: what we do, or why not."""
    response = values.get("response", "")
    if name == "did":
        return response in ACTS
    if name == "why_not":
        return response in REFUSES
    if name == "objective":
        return response == "plan"
    return True


def _is_required(name: str, values: dict[str, str]) -> bool:
    return (name == "response" and not values.get("told_child_on")) or name in ("did", "why_not")


def _missing(one: Asked) -> str:
    return {
        "response": say("Choose what we will do about it."),
        "did": say("Say what exactly, who, and by when."),
        "why_not": say("Say why not, in words you would say to the child."),
    }.get(one.name, say("This is needed."))


def _plain(text: str) -> str:
    """A label without the names that only the note itself would fill in."""
    return " ".join(text.replace("…", " ").split())
