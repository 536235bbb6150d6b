"""Child mode without a screen: what the child sees now, every choice and change of mind, and the way back.

Promise: each answer goes into the same live form and the same draft as the worker's, at once; each choice, change of
mind and skip is a line of `meta/trail` with its time; Undo goes all the way back to where the child began. Only the
PIN (or the passphrase) leads out; five wrong tries lock, and nothing is lost. The child's language is the form's.
Never: Qt, a score, praise, a warning on the child's screen. A low ladder or a word that may mean harm suggests
something to the worker, after the laptop came back, and to nobody else.
Source: interface design section 4.7; practice design sections 4.4, 5.0 (harm rule) and 5.2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from fieldapp.forms import Choice, Instance, Key, NodeState, UnknownPath
from fieldapp.records.drawing import NotADrawing, parse
from fieldapp.ui.child.steps import (
    ENDING,
    TIME,
    TOOLS,
    WELCOME,
    Activity,
    Step,
    StepKind,
    activities,
    choice_question,
    drawing_question,
    first_house_question,
    houses_of,
    row_steps,
    steps_of,
    words_question,
)
from fieldapp.ui.form.keys import repeat_of
from fieldapp.ui.form.layout import is_asked, label_of
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.form.reading import answer_in_words
from fieldapp.ui.form.state import Update
from fieldapp.ui.pages.wording import local
from fieldapp.ui.words import Words

say = Words("Child")

TRAIL: Key = "meta/trail"
TRIES = 5
"""Wrong PINs before the laptop locks (interface design section 4.7; threat model, row 3)."""
PIN_DIGITS = 4
LOW_STEP = 4
"""A ladder at or below this suggests the safeguarding steps to the worker; it decides nothing."""

Screen = Literal["step", "choose", "stopped", "pass_back"]


class ChildPorts(Protocol):
    """What child mode asks of the rest of the house."""

    def has_pin(self) -> bool:
        """Whether a pass-back PIN is set; without one the passphrase is asked."""

    def is_right(self, secret: str) -> bool:
        """Whether this is the pass-back PIN (or, without one, the passphrase)."""

    def lock(self) -> None:
        """Lock the laptop now; everything is saved."""

    def hide_screen(self) -> None:
        """Cover the screen."""

    def came_back(self) -> None:
        """The laptop is back with the worker."""


@dataclass(frozen=True, slots=True)
class ChildQuestion:
    """One question on the child's screen."""

    key: Key
    kind: StepKind
    label: str
    hint: str
    value: str
    choices: tuple[Choice, ...]
    many: bool
    start: int
    end: int
    step: int


@dataclass(frozen=True, slots=True)
class HouseNote:
    """One thing in a house: words, a drawing, or both."""

    row: Key
    words: str
    drawing: str


@dataclass(frozen=True, slots=True)
class House:
    """One house with its notes."""

    repeat: Key
    name: str
    title: str
    invitation: str
    can_draw: bool
    notes: tuple[HouseNote, ...]


@dataclass(frozen=True, slots=True)
class DayPart:
    """One part of a day, and what stands in it."""

    name: str
    label: str
    row: Key
    words: str
    feeling: str
    feeling_label: str


@dataclass(frozen=True, slots=True)
class SortCard:
    """One card of the sorting mat, and the pile it lies on."""

    key: Key
    label: str
    value: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody important."""

    row: Key
    words: str


@dataclass(frozen=True, slots=True)
class ActivityTile:
    """One activity to choose."""

    key: Key
    tool: str
    label: str


@dataclass(frozen=True, slots=True)
class ChildState:
    """The child's whole screen."""

    screen: Screen
    prompt: str
    notes: tuple[str, ...]
    kind: StepKind | None
    question: ChildQuestion | None
    houses: tuple[House, ...]
    day: tuple[DayPart, ...]
    cards: tuple[SortCard, ...]
    people: tuple[Person, ...]
    add_person: str
    activities: tuple[ActivityTile, ...]
    in_sheet: bool
    """A note in a house or a bit of a day is open over its page."""
    can_undo: bool
    can_go_back: bool
    can_go_on: bool
    can_do_more: bool
    """An open note has further questions."""
    can_move_up: bool
    can_move_down: bool
    can_choose: bool
    next_text: str
    pass_back: str
    asks_pin: bool
    tries_left: int
    wrong: bool
    language: str


@dataclass(slots=True)
class _Sequence:
    """Steps one after another, and where in them the child is."""

    keys: tuple[Key, ...]
    row: Key = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class _Undo:
    """How to take one thing back."""

    key: Key
    before: str = ""
    row_added: Key = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the worker is told after pass-back; never the child."""

    key: Key
    text: str


@dataclass
class ChildPresenter:
    """One child's turn with the laptop."""

    note: RunnerPresenter
    ports: ChildPorts
    child: str
    worker: str
    tool: str = ""
    """The activity the worker picked on the set-up page, by its name in the form's list of tools."""
    _listeners: list[Callable[[], None]] = field(default_factory=list)
    _stack: list[_Sequence] = field(default_factory=list)
    _undo: list[_Undo] = field(default_factory=list)
    _written: list[Key] = field(default_factory=list)
    """Questions being written in, not yet a line of the trail."""
    _screen: Screen = "step"
    _before_giving_back: Screen = "step"
    _tries: int = 0
    _wrong: bool = False
    _activity: Key = ""
    _worker_language: str = ""

    def __post_init__(self) -> None:
        self._worker_language = self.instance.language
        self._hear_nothing = False
        self.note.subscribe(self._note_changed)
        self._stack = [_Sequence(self._welcome())]
        if self._welcomed():
            self._begin_activity()

    # ---- what is shown -------------------------------------------------------------------------------------------

    @property
    def instance(self) -> Instance:
        """The live form."""
        return self.note.instance

    def listen(self, told: Callable[[], None]) -> None:
        """Be told when the screen is another."""
        self._listeners.append(told)

    def state(self) -> ChildState:
        """The child's screen, now."""
        step = self._step()
        question = self._question(step) if step is not None and self._screen == "step" else None
        shows = step.kind if step is not None and self._screen == "step" else None
        up, down = self._can_move()
        return ChildState(
            screen=self._screen,
            prompt=self._prompt(step, question),
            notes=self._notes(step),
            kind=shows,
            question=question,
            houses=self._houses(step) if shows == "houses" and step else (),
            day=self._day(step) if shows == "day" and step else (),
            cards=self._cards(step) if shows == "cards" and step else (),
            people=self._people(step) if shows == "people" and step else (),
            add_person=self._label(step.key) if shows == "people" and step else "",
            activities=self.activity_tiles(),
            in_sheet=bool(self._here.row),
            can_undo=bool(self._undo),
            can_go_back=self._here.at > 0 or bool(self._here.row),
            can_go_on=self._screen == "step",
            can_do_more=self._can_do_more(),
            can_move_up=up,
            can_move_down=down,
            can_choose=self._started(),
            next_text=self._next_text(),
            pass_back=say(
                "Thank you, {child}. Pass it back to {worker}.", child=self.child, worker=self.worker
            ),
            asks_pin=self.ports.has_pin(),
            tries_left=TRIES - self._tries,
            wrong=self._wrong,
            language=self.instance.language,
        )

    def step_key(self) -> Key:
        """The node the screen is about; "" on screens without one."""
        step = self._step()
        return step.key if step is not None else ""

    def activity_tiles(self) -> tuple[ActivityTile, ...]:
        """What there is to do together."""
        tools = self._tools()
        found = []
        for activity, tool in zip(activities(self.instance), tools, strict=False):
            label = self._label(activity.key)
            found.append(ActivityTile(activity.key, tool.name, label))
        return tuple(found)

    # ---- the child -----------------------------------------------------------------------------------------------

    def answer(self, value: str) -> None:
        """The child chose, wrote or drew: the question on the screen."""
        step = self._step()
        if step is not None:
            self.answer_at(step.key, value)

    def answer_at(self, key: Key, value: str) -> None:
        """The child answered one question."""
        before = self.instance.node(key).value or ""
        if before == value:
            return
        if not self._joins_last(key):
            self._undo.append(_Undo(key, before))
        self.note.enter(key, value)
        if self._is_writing(key):
            if key not in self._written:
                self._written.append(key)
        else:
            self._trail(key, value)
            self.note.flush()
        self._tell()

    def left_writing(self) -> None:
        """The child paused or moved on from writing: the words are a line of the trail."""
        written, self._written = self._written, []
        for key in written:
            try:
                self._trail(key, self.instance.node(key).value or say("taken back"))
            except UnknownPath:
                continue
        self.note.flush()

    def undo(self) -> None:
        """Take back the last thing, as far as to where the child began."""
        if not self._undo:
            return
        last = self._undo.pop()
        if last.row_added:
            self._close_sheets_of(last.row_added)
            self.note.remove_row(last.row_added)
            self.note.forget_removed(last.row_added)
            self._trail(repeat_of(last.row_added), say("taken back"))
        else:
            self.note.enter(last.key, last.before)
            self._trail(last.key, last.before or say("taken back"))
        self.note.flush()
        self._tell()

    def go_on(self) -> None:
        """The next step; leaving one without an answer is "chose not to say"."""
        step = self._step()
        if step is None:
            return
        self.left_writing()
        here = self._here
        if here.row:
            self._stack.pop()
            self._tell()
            return
        self._trail_skip(step)
        if here.at + 1 < len(self._steps(here)):
            here.at += 1
        else:
            self._end_of(here)
        self._tell()

    def more(self) -> None:
        """The next question of an open note."""
        self.left_writing()
        if self._can_do_more():
            self._here.at += 1
        self._tell()

    def go_back(self) -> None:
        """The step before; out of a sheet to its page."""
        self.left_writing()
        here = self._here
        if here.at > 0:
            here.at -= 1
        elif here.row:
            self._stack.pop()
        self._tell()

    def choose_activity(self) -> None:
        """Show what else there is to do."""
        self.left_writing()
        self._screen = "choose"
        self._tell()

    def begin(self, key: Key) -> None:
        """Start an activity, bringing its tool if the worker had not ticked it."""
        tile = next((tile for tile in self.activity_tiles() if tile.key == key), None)
        activity = next((a for a in activities(self.instance) if a.key == key), None)
        if tile is None or activity is None:
            return
        self._bring(tile.tool)
        self._activity = key
        self._stack = [_Sequence(activity.members)]
        self._screen = "step"
        self._trail_text(tile.label, say("began"))
        self._tell()

    def finish_up(self) -> None:
        """On to the ending: what may be shown to whom."""
        ending = f"{TIME}/{ENDING}"
        if ending in self.instance.children(TIME) and self.instance.node(ending).relevant:
            self._activity = ending
            self._stack = [_Sequence((ending,))]
            self._screen = "step"
        self._tell()

    # ---- houses, days, cards, people -----------------------------------------------------------------------------

    def write_in(self, repeat: Key) -> None:
        """A new note in a house, or somebody new: its first question opens."""
        row = self._new_row(repeat)
        self._open_row(row, words_question(self.instance, row))

    def draw_in(self, repeat: Key) -> None:
        """A new drawing in a house."""
        row = self._new_row(repeat)
        self._open_row(row, drawing_question(self.instance, row))

    def open_row(self, row: Key) -> None:
        """Look at a note, a bit of a day, a person again."""
        node = words_question(self.instance, row)
        drawn = drawing_question(self.instance, row)
        if drawn is not None and drawn.value and not (node is not None and node.value):
            node = drawn
        self._open_row(row, node)

    def move_open_note(self, by: int) -> None:
        """The open note up or down in its house."""
        row = self._here.row
        if not row:
            return
        self.note.move_row(row, by)
        self._trail(repeat_of(row), say("moved"))
        self.note.flush()
        self._tell()

    def open_day_part(self, name: str) -> None:
        """A part of the day: what happens then."""
        step = self._step()
        if step is None or step.kind != "day":
            return
        part = next((part for part in self._day(step) if part.name == name), None)
        row = part.row if part is not None else ""
        if not row:
            row = self._new_row(step.key)
            when = choice_question(self.instance, row, faces=False)
            if when is not None:
                self.note.enter(when.key, name)
                self._trail(when.key, name)
        self._open_row(row, words_question(self.instance, row))

    # ---- giving it back ------------------------------------------------------------------------------------------

    def give_back(self) -> None:
        """The child is done, or the worker takes over."""
        self.left_writing()
        self._before_giving_back = self._screen
        self._screen, self._wrong = "pass_back", False
        self._trail_text(say("Give it back"), say("pressed"))
        self.note.flush()
        self._tell()

    def not_yet(self) -> None:
        """Back to what the child was doing."""
        self._screen = self._before_giving_back if self._before_giving_back != "pass_back" else "step"
        self._tell()

    def try_secret(self, secret: str) -> None:
        """The worker's PIN or passphrase; the fifth wrong one locks."""
        if self.ports.is_right(secret):
            self._tries, self._wrong = 0, False
            if self._worker_language and self.instance.language != self._worker_language:
                self.instance.set_language(self._worker_language)
            self.note.flush()
            self.ports.came_back()
            return
        self._tries += 1
        self._wrong = True
        self._tell()
        if self._tries >= TRIES:
            self.note.flush()
            self.ports.lock()

    def hide_screen(self) -> None:
        """Cover the screen at once; what is written stays."""
        self.note.flush()
        self.ports.hide_screen()

    def set_language(self, language: str) -> None:
        """The child's language, one of the form's."""
        self.note.set_language(language)
        self._tell()

    # ---- inside --------------------------------------------------------------------------------------------------

    @property
    def _here(self) -> _Sequence:
        return self._stack[-1]

    def _steps(self, sequence: _Sequence) -> tuple[Step, ...]:
        return (
            row_steps(self.instance, sequence.row) if sequence.row else steps_of(self.instance, sequence.keys)
        )

    def _step(self) -> Step | None:
        here = self._here
        try:
            steps = self._steps(here)
        except UnknownPath:
            return None
        if not steps:
            return None
        here.at = min(here.at, len(steps) - 1)
        return steps[here.at]

    def _welcome(self) -> tuple[Key, ...]:
        return self.instance.children(WELCOME)

    def _started(self) -> bool:
        return self.instance.node(TIME).relevant

    def _welcomed(self) -> bool:
        """The child said yes before: a second turn goes on where the first ended."""
        return self._started()

    def _begin_activity(self) -> None:
        tiles = self.activity_tiles()
        wanted = next((tile for tile in tiles if tile.tool == self.tool), None)
        if wanted is not None:
            self.begin(wanted.key)
        else:
            self._screen = "choose"

    def _end_of(self, here: _Sequence) -> None:
        """After the last step of the welcome: the activity, or a stop; after an activity: what else there is."""
        if here.keys == self._welcome():
            if self._started():
                self._begin_activity()
            else:
                self._screen = "stopped"
        elif self._activity == f"{TIME}/{ENDING}":
            self.give_back()
        else:
            self._screen = "choose"

    def _next_text(self) -> str:
        return say("Done") if self._here.row else say("Next")

    def _can_do_more(self) -> bool:
        here = self._here
        return bool(here.row) and self._screen == "step" and here.at + 1 < len(self._steps(here))

    def _can_move(self) -> tuple[bool, bool]:
        """Whether an open note has others before and after it."""
        row = self._here.row
        if not row or self._screen != "step":
            return False, False
        rows = self._rows(repeat_of(row))
        if row not in rows:
            return False, False
        return rows.index(row) > 0, rows.index(row) < len(rows) - 1

    def _tools(self) -> tuple[Choice, ...]:
        """The choices of the worker's question about tools, in the order of the activities they open."""
        node = self.instance.node(TOOLS)
        by_name = {choice.name: choice for choice in node.choices or ()}
        ordered = []
        for activity in activities(self.instance):
            found = self._tool_of(activity, by_name)
            if found is not None:
                ordered.append(found)
        return tuple(ordered)

    def _tool_of(self, activity: Activity, by_name: dict[str, Choice]) -> Choice | None:
        known = TOOL_OF.get(activity.key.rsplit("/", 1)[-1], "")
        return by_name.get(known)

    def _bring(self, tool: str) -> None:
        brought = (self.instance.node(TOOLS).value or "").split()
        if tool not in brought:
            self.note.enter(TOOLS, " ".join([*brought, tool]))

    def _label(self, key: Key) -> str:
        return label_of(self.instance, key)

    def _prompt(self, step: Step | None, question: ChildQuestion | None) -> str:
        if self._screen == "choose":
            return say("What shall we do?")
        if self._screen == "stopped":
            return say("That is fine. We can stop here.")
        if self._screen == "pass_back":
            return say("Thank you, {child}. Pass it back to {worker}.", child=self.child, worker=self.worker)
        if step is None:
            return ""
        if question is not None:
            return question.label
        label = self._label(step.key)
        if step.kind == "houses":
            return say("{child}: {activity}", child=self.child, activity=label) if self.child else label
        return "" if step.kind == "notes" else label

    def _notes(self, step: Step | None) -> tuple[str, ...]:
        if step is None or self._screen != "step":
            return ()
        return tuple(self._label(key) for key in step.notes)

    def _question(self, step: Step) -> ChildQuestion | None:
        node = self.instance.node(step.key)
        if node.kind != "question" or node.type == "note":
            return None
        given = node.parameters
        return ChildQuestion(
            key=node.key,
            kind=step.kind,
            label=node.label or "",
            hint=node.hint or "",
            value=node.value or "",
            choices=node.choices or (),
            many=node.type == "select_multiple",
            start=int(given.get("start", "0")) if node.type == "range" else 0,
            end=int(given.get("end", "10")) if node.type == "range" else 0,
            step=int(given.get("step", "1")) if node.type == "range" else 1,
        )

    def _houses(self, step: Step) -> tuple[House, ...]:
        first = first_house_question(self.instance, step.key)
        titles = {choice.name: choice.label or "" for choice in first.choices or ()} if first else {}
        found = []
        for repeat in houses_of(self.instance, step.key):
            name = repeat.rsplit("/", 1)[-1]
            title = titles.get(name) or self._label(repeat)
            rows = self._rows(repeat)
            found.append(
                House(
                    repeat=repeat,
                    name=name,
                    title=title,
                    invitation=self._invitation(repeat),
                    can_draw=self._can_draw(repeat),
                    notes=tuple(self._house_note(row) for row in rows),
                )
            )
        return tuple(found)

    def _invitation(self, repeat: Key) -> str:
        """What the form asks about a house, for an empty one."""
        path = self.instance.node(repeat).form_path
        inner = [p for p in self.instance.definition.paths() if p.startswith(f"{path}/")]
        hints = (self.instance.definition.question(p, self.instance.language or None).hint for p in inner)
        return next((hint for hint in hints if hint), "") or say("What goes in this house?")

    def _can_draw(self, repeat: Key) -> bool:
        path = self.instance.node(repeat).form_path
        return any(
            "draw" in self.instance.definition.question(p).appearance
            for p in self.instance.definition.paths()
            if p.startswith(f"{path}/")
        )

    def _house_note(self, row: Key) -> HouseNote:
        words, drawing = words_question(self.instance, row), drawing_question(self.instance, row)
        return HouseNote(row, (words.value or "") if words else "", (drawing.value or "") if drawing else "")

    def _rows(self, repeat: Key) -> tuple[Key, ...]:
        """The rows with something in them: an untouched first one is not there for a child."""
        return tuple(row for row in self.instance.rows(repeat) if not self.instance.untouched(row))

    def _day(self, step: Step) -> tuple[DayPart, ...]:
        path = self.instance.node(step.key).form_path
        when_path = next(
            p
            for p in self.instance.definition.paths()
            if p.startswith(f"{path}/") and self.instance.definition.question(p).type == "select_one"
        )
        rows: dict[str, Key] = {}
        for row in self.instance.rows(step.key):
            when = choice_question(self.instance, row, faces=False)
            if when is not None and when.value:
                rows.setdefault(when.value, row)
        info = self.instance.definition.question(when_path, self.instance.language or None)
        return tuple(self._day_part(choice, rows.get(choice.name, "")) for choice in info.choices or ())

    def _day_part(self, choice: Choice, row: Key) -> DayPart:
        words = words_question(self.instance, row) if row else None
        face = choice_question(self.instance, row, faces=True) if row else None
        labels = {c.name: c.label or c.name for c in (face.choices or ())} if face is not None else {}
        feeling = (face.value or "") if face is not None else ""
        return DayPart(
            name=choice.name,
            label=choice.label or choice.name,
            row=row,
            words=(words.value or "") if words else "",
            feeling=feeling,
            feeling_label=labels.get(feeling, ""),
        )

    def _cards(self, step: Step) -> tuple[SortCard, ...]:
        found = []
        for key in self.instance.children(step.key):
            node = self.instance.node(key)
            if node.relevant and node.type == "select_one":
                found.append(SortCard(key, node.label or "", node.value or "", node.choices or ()))
        return tuple(found)

    def _people(self, step: Step) -> tuple[Person, ...]:
        found = []
        for row in self._rows(step.key):
            words = words_question(self.instance, row)
            found.append(Person(row, (words.value or "") if words else ""))
        return tuple(found)

    def _new_row(self, repeat: Key) -> Key:
        """An untouched row if there is one, else a new one; going to a house first answers which was first."""
        untouched = [row for row in self.instance.rows(repeat) if self.instance.untouched(row)]
        row = untouched[0] if untouched else self.note.add_row(repeat)
        if not untouched:
            self._undo.append(_Undo(repeat, row_added=row))
        group = repeat.rsplit("/", 1)[0]
        first = first_house_question(self.instance, group) if "/" in repeat else None
        name = repeat.rsplit("/", 1)[-1]
        if first is not None and not first.value and name in {c.name for c in first.choices or ()}:
            self.note.enter(first.key, name)
            self._trail(first.key, name)
        return row

    def _open_row(self, row: Key, at: NodeState | None) -> None:
        sequence = _Sequence((), row)
        if at is not None:
            keys = [step.key for step in row_steps(self.instance, row)]
            sequence.at = keys.index(at.key) if at.key in keys else 0
        self._stack.append(sequence)
        self._screen = "step"
        self._tell()

    def _close_sheets_of(self, row: Key) -> None:
        self._stack = [sequence for sequence in self._stack if sequence.row != row] or [
            _Sequence(self._welcome())
        ]

    def _is_writing(self, key: Key) -> bool:
        node = self.instance.node(key)
        return node.type == "text" and "draw" not in node.appearance

    def _joins_last(self, key: Key) -> bool:
        """Letters typed one after another in one field are one thing to take back."""
        return (
            bool(self._undo)
            and self._undo[-1].key == key
            and self._is_writing(key)
            and not self._undo[-1].row_added
        )

    # ---- trail ---------------------------------------------------------------------------------------------------

    def _trail(self, key: Key, value: str) -> None:
        """One line: when, which question, what was answered, in the form's words."""
        node = self.instance.node(key)
        if node.kind == "question" and value and value == (node.value or ""):
            value = self._in_words(node)
        self._trail_text(node.form_path.rsplit("/", 1)[-1], value)

    def _in_words(self, node: NodeState) -> str:
        if "draw" in node.appearance:
            try:
                return say.count(
                    len(parse(node.value or "").strokes), "drawing, {n} line", "drawing, {n} lines"
                )
            except NotADrawing:
                return say("drawing")
        return answer_in_words(node, self.note.now())

    def _trail_text(self, what: str, answer: str) -> None:
        moment = local(self.note.clock.wall_ms(), self.note.clock.zone()).isoformat(timespec="seconds")
        clean = " / ".join(answer.split("\n")).replace("\t", " ")
        before = self.note.kept(TRAIL)
        line = f"{moment}\t{what}\t{clean}"
        self.note.keep({TRAIL: f"{before}\n{line}" if before else line})

    def _trail_skip(self, step: Step) -> None:
        node = self.instance.node(step.key)
        if node.kind == "question" and node.type != "note" and is_asked(node) and not node.value:
            self._trail_text(node.form_path.rsplit("/", 1)[-1], say("chose not to say"))

    def _note_changed(self, update: Update) -> None:
        """Saving trouble and the like reach the screen too."""
        if update.save and not self._hear_nothing:
            self._tell()

    def _tell(self) -> None:
        self._hear_nothing = True
        try:
            for listener in self._listeners:
                listener()
        finally:
            self._hear_nothing = False


TOOL_OF = {
    "feel": "faces",
    "houses": "houses",
    "ladders": "ladder",
    "day": "day",
    "mat": "mat",
    "who": "people",
    "wand": "wand",
    "picture": "draw",
}
"""Which tool of the worker's list opens which part of the form; relevance says so too, but not in words to read."""

_HARM_WORDS = frozenset(
    "hit hits hitting hurt hurts hurting punch punched kick kicked slap slapped bruise bruises blood bleeding "
    "choke choked strangle knife weapon kill killed die dead scared frightened secret secrets touch touched "
    "touching naked drunk locked "
    "bwrw fwrw mwrw brifo frifo mrifo brifodd frifodd taro daro nharo tharo trawodd drawodd cicio gicio nghicio chicio "
    "ciciodd giciodd slapio slapiodd clais glais cleisiau gleisiau nghleisiau chleisiau gwaed waed ngwaed gwaedu waedu "
    "tagu dagu nhagu cyllell gyllell chyllell lladd ladd marw farw ofn hofn ofnus cyfrinach gyfrinach chyfrinach "
    "cyfrinachau gyfrinachau cyffwrdd gyffwrdd nghyffwrdd chyffwrdd cyffyrddodd gyffyrddodd noeth feddw meddw "
    "cloi gloi nghloi".split()
)
"""Words that make the worker look again, in English and Welsh, with the first letters that Welsh changes. A suggestion:
they decide nothing (section 4.7)."""


def suggestions(instance: Instance) -> tuple[Suggestion, ...]:
    """What may need the safeguarding steps: low ladders on caution questions, and words that may mean harm."""
    found = []
    for key in instance.keys():
        node = instance.node(key)
        if node.kind != "question" or not node.value or not is_asked(node) or not key.startswith(TIME):
            continue
        if node.type == "range" and node.merge == "caution" and _number(node.value) <= LOW_STEP:
            number = node.value.removesuffix(".0")
            found.append(
                Suggestion(key, say("{question} {number}", question=node.label or "", number=number))
            )
        elif node.type == "text" and "draw" not in node.appearance and may_mean_harm(node.value):
            found.append(Suggestion(key, node.value))
    return tuple(found)


def may_mean_harm(text: str) -> bool:
    """Whether a word in a child's text may mean harm."""
    words = {word.strip(".,!?;:'\"“”‘’()[]").casefold() for word in text.split()}
    return bool(words & _HARM_WORDS)


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return float("inf")


__all__ = [
    "ChildPorts",
    "ChildPresenter",
    "ChildQuestion",
    "ChildState",
    "Suggestion",
    "may_mean_harm",
    "suggestions",
]
