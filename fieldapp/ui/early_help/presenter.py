"""The overview of an early help assessment: sections by each child and the family, without a screen.

Promise: each child is assessed apart; what counts as an area of a child is a question of the form with what shows it
beside it (`d_health`, `d_health_t`), so the grid follows the form and not a list of its own; a child whose words are
not there yet is said so before anything else. Copying from a brother or sister does not exist.
Never: Qt, a score, a finished assessment without its gaps named.
Source: interface design section 4.8; practice design section 5.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fieldapp.forms import Instance, Key, NodeState
from fieldapp.ui.form.layout import Place, is_asked, is_asked_for, label_of
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.form.reading import answer_in_words, row_title
from fieldapp.ui.form.state import SaveState, Update
from fieldapp.ui.words import Words, join

say = Words("Early help")

CellMark: TypeAlias = Literal["done", "started", "not_started", "none_yet", "not_needed"]

WITNESS = "_t"
"""What an area's second question ends in: "What shows that?"."""
WORDS_FIELD = "words"
SEEN_FIELD = "seen"
"""The fields of practice that hold a child's own words, and whether the child was seen."""
MINUTES_PER_SECTION = 5
"""How long a worker takes for one area or section, from timing the form by reading it aloud; said as "about"."""

AGREEMENT = "agree"
LEVEL = "level"
FAMILY = ""
"""The column of the whole family."""


@dataclass(frozen=True, slots=True)
class Column:
    """One child, or (key "") the family."""

    key: Key
    title: str
    progress: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one section is for one child, or for the family."""

    mark: CellMark
    text: str
    target: Key
    """The question that Enter opens; "" where there is nothing to open."""
    name: str
    here: bool
    """The next thing to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One section with a cell for each column."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A group of sections under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do before this can be finished."""

    icon: str
    title: str
    detail: str
    target: Key


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one person agreed to, or did not: refusals as plain as consents."""

    agreed: bool
    text: str


@dataclass(frozen=True, slots=True)
class OverviewState:
    """The whole page."""

    title: str
    family: str
    started: str
    save: SaveState
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    todos: tuple[Todo, ...]
    agreements: tuple[Agreement, ...]
    level: str
    next_text: str
    next_target: Key
    name: str


def has_overview(instance: Instance) -> bool:
    """Whether a form is an assessment of each child by areas: a children's repeat with areas in it."""
    return any(
        instance.node(key).kind == "repeat" and (instance.node(key).record or "").startswith("assessment")
        for key in instance.children("")
    )


class OverviewPresenter:
    """The grid of one assessment."""

    def __init__(self, note: RunnerPresenter) -> None:
        self.note = note
        self._listeners: list[Callable[[Update], None]] = []
        self._names: dict[Key, str] = {}
        self._areas_of: dict[Key, tuple[tuple[str, tuple[Key, ...]], ...]] = {}
        self._asked_on: dict[Key, list[NodeState]] = {}
        note.subscribe(self._heard)

    def listen(self, told: Callable[[Update], None]) -> None:
        """Be told when something of the note changed."""
        self._listeners.append(told)

    def state(self) -> OverviewState:
        """The whole page, now."""
        # Asked of the note once for the whole grid: each cell asking anew took half a second (three children).
        self._names = {tab.key: tab.title for tab in self.note.tabs()}
        self._areas_of = {row: tuple(self._areas(row)) for row in self.note.layout.child_rows()}
        self._asked_on = {place.section: self._asked(place) for place in self._family_places()}
        columns = self._columns()
        bands = tuple(self._bands([column.key for column in columns]))
        following = self._next(bands, columns)
        runner = self.note.state()
        return OverviewState(
            title=runner.title,
            family=runner.family,
            started=runner.started,
            save=runner.save,
            columns=columns,
            bands=bands,
            todos=tuple(self._todos(columns, bands)),
            agreements=tuple(self._agreements()),
            level=self._level(),
            next_text=say("Continue: {place}", place=following[0])
            if following[0]
            else say("Check and finish"),
            next_target=following[1],
            name=self._name(runner.title, columns),
        )

    def open(self, target: Key) -> None:
        """Go to the question of a cell."""
        if target:
            self.note.go_to_question(target)

    # ---- grid ----------------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        found = []
        for row in self.note.layout.child_rows():
            areas = self._areas_of[row]
            done = sum(self._mark_of(list(keys)) == "done" for _, keys in areas)
            progress = say("{done} of {all} done", done=done, all=len(areas))
            found.append(Column(row, self._child(row), progress))
        places = self._family_places()
        done = sum(self._mark_of_place(place) == "done" for place in places)
        found.append(Column(FAMILY, say("Family"), say("{done} of {all} done", done=done, all=len(places))))
        return tuple(found)

    def _bands(self, columns: list[Key]) -> Iterator[Band]:
        before, after = self._around_children()
        yield Band(say("Beginning together"), tuple(self._family_line(place, columns) for place in before))
        titles = self._area_titles()
        yield Band(
            say("Each child"),
            tuple(self._child_line(name, title, columns) for name, title in titles.items()),
        )
        yield Band(say("What it all means"), tuple(self._family_line(place, columns) for place in after))

    def _family_line(self, place: Place, columns: list[Key]) -> Line:
        title = label_of(self.note.instance, place.section)
        cells = []
        for column in columns:
            if column == FAMILY:
                cells.append(
                    self._cell(self._mark_of_place(place), self._first_in(place), title, say("Family"))
                )
            else:
                cells.append(
                    Cell(
                        "not_needed",
                        say("Family"),
                        "",
                        f"{title}, {self._child(column)}: {say('Family')}",
                        False,
                    )
                )
        return Line(title, tuple(cells))

    def _child_line(self, name: str, title: str, columns: list[Key]) -> Line:
        cells = []
        for column in columns:
            if column == FAMILY:
                cells.append(Cell("not_needed", say("Per child"), "", f"{title}: {say('Per child')}", False))
                continue
            keys = dict(self._areas_of[column]).get(name, ())
            child = self._child(column)
            if not keys:
                cells.append(
                    Cell("not_needed", say("Not needed"), "", f"{title}, {child}: {say('Not needed')}", False)
                )
                continue
            mark = self._mark_of(list(keys))
            if mark != "done" and self._is_words(keys):
                mark = "none_yet"
            cells.append(self._cell(mark, self._open_key(keys), title, child))
        return Line(title, tuple(cells))

    def _cell(self, mark: CellMark, target: Key, title: str, whose: str) -> Cell:
        text = {
            "done": say("Done"),
            "started": say("Started"),
            "not_started": say("Not started"),
            "none_yet": say("None yet"),
            "not_needed": say("Not needed"),
        }[mark]
        return Cell(mark, text, target, f"{title}, {whose}: {text}", False)

    def _area_titles(self) -> dict[str, str]:
        """The areas of all children, in the form's order, each named once."""
        found: dict[str, str] = {}
        for row in self.note.layout.child_rows():
            child = row_title(self.note.instance, row, self.note.now())
            for name, keys in self._areas_of[row]:
                label = self.note.instance.node(keys[0]).label or name
                found.setdefault(name, _short(name) or _without(label, child))
        return found

    def _areas(self, row: Key) -> Iterator[tuple[str, tuple[Key, ...]]]:
        """The questions of a child, each with the one that says what shows it."""
        instance = self.note.instance
        pending: tuple[str, list[Key]] | None = None
        for key in instance.children(row):
            node = instance.node(key)
            if not node.relevant or not is_asked(node) or key in self.note.given:
                continue
            name = key.rsplit("/", 1)[-1]
            if pending is not None and self._belongs(name, node, pending[0]):
                pending[1].append(key)
                continue
            if pending is not None:
                yield pending[0], tuple(pending[1])
            pending = (name, [key])
        if pending is not None:
            yield pending[0], tuple(pending[1])

    @staticmethod
    def _belongs(name: str, node: NodeState, area: str) -> bool:
        """A witness (`d_health_t`), a reason (`c_seen_why`), or how somebody's words were learnt."""
        return name in {f"{area}{WITNESS}", f"{area}_why"} or (
            area == "c_seen" and (name == "c_how" or node.field == WORDS_FIELD)
        )

    def _is_words(self, keys: tuple[Key, ...]) -> bool:
        """Whether this is where a child's own words go, and none are there."""
        nodes = [self.note.instance.node(key) for key in keys]
        of_words = any(node.field in {WORDS_FIELD, SEEN_FIELD} for node in nodes)
        return of_words and not any(node.field == WORDS_FIELD and node.value for node in nodes)

    def _mark_of(self, keys: list[Key]) -> CellMark:
        return _mark([self.note.instance.node(key) for key in keys])

    def _mark_of_place(self, place: Place) -> CellMark:
        nodes = [
            node for node in self._asked_on[place.section] if not self.note.layout.untouched_row(node.key)
        ]
        if all(node.key in self.note.given or not node.value for node in nodes):
            return "not_started"
        return _mark(nodes)

    def _asked(self, place: Place) -> list[NodeState]:
        """Every question of a page that is asked now."""
        layout = self.note.layout
        return [node for root in layout.roots(place) for node in layout.asked_in(root) if node.relevant]

    def _around_children(self) -> tuple[list[Place], list[Place]]:
        before: list[Place] = []
        after: list[Place] = []
        seen = False
        for section in self.note.layout.relevant_sections():
            if section.of_children:
                seen = True
            else:
                (after if seen else before).append(Place(section.key))
        return before, after

    def _family_places(self) -> list[Place]:
        before, after = self._around_children()
        return before + after

    def _first_in(self, place: Place) -> Key:
        nodes = self._asked_on[place.section]
        unfinished = next((node.key for node in nodes if node.required and not node.value), "")
        return unfinished or (nodes[0].key if nodes else "")

    def _open_key(self, keys: tuple[Key, ...]) -> Key:
        nodes = [self.note.instance.node(key) for key in keys]
        return next((node.key for node in nodes if not node.value), keys[0])

    def _child(self, row: Key) -> str:
        """A child's name as a heading: one not yet named is "The baby"."""
        title = self._names.get(row, "")
        return title[:1].upper() + title[1:]

    def _next(self, bands: tuple[Band, ...], columns: tuple[Column, ...]) -> tuple[str, Key]:
        """The first thing that is begun, else the first not begun."""
        for wanted in (("started",), ("none_yet", "not_started")):
            for band in bands:
                for line in band.lines:
                    for column, cell in zip(columns, line.cells, strict=True):
                        if cell.mark in wanted:
                            title = line.title
                            place = f"{column.title}, {title}" if column.key else title
                            return place, cell.target
        return "", ""

    # ---- beside the grid -----------------------------------------------------------------------------------------

    def _todos(self, columns: tuple[Column, ...], bands: tuple[Band, ...]) -> Iterator[Todo]:
        for place, column in enumerate(columns):
            if not column.key:
                continue
            cells = [line.cells[place] for band in bands for line in band.lines]
            words = next((cell for cell in cells if cell.mark == "none_yet"), None)
            if words is not None:
                yield Todo(
                    "quote",
                    say("Hear from {child}", child=column.title),
                    say("No words from {child} yet", child=column.title),
                    words.target,
                )
        history = next((key for key in self.note.instance.keys() if key.endswith("/history")), "")
        if history and not self.note.instance.node(history).value:
            yield Todo("history", say("Look back"), say("Earlier help is not written about yet"), history)
        for place, column in enumerate(columns):
            cells = [line.cells[place] for band in bands for line in band.lines]
            open_cells = [cell for cell in cells if cell.mark in {"started", "not_started"}]
            if open_cells:
                minutes = len(open_cells) * MINUTES_PER_SECTION
                yield Todo(
                    "square-pen",
                    say.count(
                        len(open_cells),
                        "{n} more section for {whose}",
                        "{n} more sections for {whose}",
                        whose=column.title if column.key else say("the family"),
                    ),
                    say("About {minutes} minutes", minutes=minutes),
                    open_cells[0].target,
                )

    def _agreements(self) -> Iterator[Agreement]:
        instance = self.note.instance
        if AGREEMENT not in instance.children(""):
            return
        for row in instance.rows(AGREEMENT):
            answers = {
                key.rsplit("/", 1)[-1]: instance.node(key)
                for key in instance.children(row)
                if is_asked_for(instance, instance.node(key))
            }
            name = (answers["ag_name"].value or "") if "ag_name" in answers else ""
            if not name:
                continue
            yield from self._agreement_of(name, answers)

    def _agreement_of(self, name: str, answers: dict[str, NodeState]) -> Iterator[Agreement]:
        now = self.note.now()
        agrees = answers.get("ag_yes")
        if agrees is None or not agrees.value:
            yield Agreement(False, say("{person} has not been asked yet.", person=name))
        elif agrees.value == "no":
            yield Agreement(False, say("{person} does not agree.", person=name))
        elif agrees.value == "partly":
            yield Agreement(True, say("{person} agrees in part.", person=name))
        else:
            yield Agreement(True, say("{person} agreed.", person=name))
        share = answers.get("ag_share")
        if share is not None and share.value:
            yield Agreement(True, say("Share with {agencies}.", agencies=answer_in_words(share, now)))
        kept_from = answers.get("ag_not")
        if kept_from is not None and kept_from.value:
            yield Agreement(False, say("Somebody must not be told. It is in the assessment, restricted."))

    def _level(self) -> str:
        key = next((k for k in self.note.instance.keys() if k.endswith(f"/{LEVEL}")), "")
        node = self.note.instance.node(key) if key else None
        if node is None or not node.value:
            return say("Not decided yet. Ask your manager first if you think this should step up or close.")
        return answer_in_words(node, self.note.now())

    def _name(self, title: str, columns: tuple[Column, ...]) -> str:
        told = join([say("{child} {progress}", child=c.title, progress=c.progress) for c in columns if c.key])
        return ", ".join(part for part in (title, told) if part)

    def _heard(self, update: Update) -> None:
        for told in self._listeners:
            told(update)


def _mark(nodes: list[NodeState]) -> CellMark:
    """How far questions are that belong together."""
    asked = [node for node in nodes if node.relevant]
    if not any(node.value for node in asked):
        return "not_started"
    return "started" if any(node.violation for node in asked) else "done"


def _short(name: str) -> str:
    """Names for questions that carry a child's name; an area of another form goes by its own label."""
    return {
        "c_unborn": say("Before birth"),
        "c_seen": say("In their own words"),
        "c_day": say("An ordinary day"),
        "c_carer": say("Looking after others"),
        "c_agree": say("Agrees to this help"),
        "c_sum": say("What this child needs"),
    }.get(name, "")


def _without(label: str, child: str) -> str:
    """ "health and growth" of "Ivo: health and growth", with a large first letter."""
    text = label.removeprefix(f"{child}: ") if child else label
    return text[:1].upper() + text[1:]
