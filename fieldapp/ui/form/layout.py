"""Where everything of a form stands on the page: sections, the children's tabs, questions, cards.

Promise: the form's order is the page's order. A top-level group or repeat is a section; loose questions and notes
belong to the section before them; a top-level repeat that is filed as a record of its own (`fa:record`) is the
children: one tab for each. What the app fills in, what is asked later, what waits for the attachments and what the
form works out for itself are not shown.
Never here: Qt, progress, saving. Reads the live instance and nothing else.
Source: interface design section 4.6; practice design section 5.0 (context, later, image, untouched rows).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.forms import Instance, Key, NodeState
from fieldapp.ui.form.keys import rows_around, top, top_row

NEVER_SHOWN_TYPES = frozenset({"calculate", "metadata", "image", "audio", "video", "file"})
NEVER_SHOWN_APPEARANCES = frozenset({"context", "later"})


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its main node and what is loose after it."""

    key: Key
    members: tuple[Key, ...]
    of_children: bool
    """The section that holds the children's tabs."""


@dataclass(frozen=True, slots=True)
class Place:
    """One page of the runner: a section, and in the children's section the row of one child."""

    section: Key
    row: Key = ""


def is_shown(node: NodeState) -> bool:
    """Whether this question is ever put to the person writing the note."""
    return node.type not in NEVER_SHOWN_TYPES and not NEVER_SHOWN_APPEARANCES.intersection(node.appearance)


def is_asked(node: NodeState) -> bool:
    """Whether a person can answer it: shown, and not a note."""
    return node.kind == "question" and node.type != "note" and is_shown(node)


def is_asked_for(instance: Instance, node: NodeState) -> bool:
    """Whether a node is asked now. A repeat's relevance is that of its rows; without rows it can be added to."""
    if node.kind != "repeat" or not node.relevant:
        return node.relevant
    rows = instance.rows(node.key)
    return not rows or any(instance.node(row).relevant for row in rows)


def label_of(instance: Instance, key: Key) -> str:
    """The label of a node; a repeat is called what its rows are called."""
    node = instance.node(key)
    if node.label or node.kind != "repeat":
        return node.label or ""
    rows = instance.rows(key)
    if rows:
        return instance.node(rows[0]).label or ""
    return instance.definition.question(node.form_path, instance.language or None).label or ""


def section_title(instance: Instance, key: Key) -> str:
    """What a section is called: questions that stand in no group are the form's own page, not their first question's."""
    own = "" if instance.node(key).kind == "question" else label_of(instance, key)
    return own or instance.definition.title


class Layout:
    """The sections and places of one instance."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self.sections = tuple(_sections(instance))
        self._relevant: tuple[Section, ...] | None = None
        self._section_of = {top(member): section for section in self.sections for member in section.members}

    @property
    def children(self) -> Section | None:
        """The section with a tab for each child, if the form has one."""
        return next((section for section in self.sections if section.of_children), None)

    def child_rows(self) -> tuple[Key, ...]:
        """The children's rows, in order; none while that section is not asked."""
        section = self.children
        if section is None:
            return ()
        return tuple(row for row in self._instance.rows(section.key) if self._instance.node(row).relevant)

    def section_of(self, key: Key) -> Section | None:
        """The section a node stands in."""
        return self._section_of.get(top(key))

    def place_of(self, key: Key) -> Place | None:
        """The page a node stands on."""
        section = self.section_of(key)
        if section is None:
            return None
        return Place(section.key, top_row(key) if section.of_children else "")

    def relevant_sections(self) -> tuple[Section, ...]:
        """The sections that are asked now and have something to show; kept until `look_again`."""
        if self._relevant is None:
            self._relevant = tuple(section for section in self.sections if self._has_something(section))
        return self._relevant

    def look_again(self) -> None:
        """Questions or rows came or went: what is asked must be looked up anew."""
        self._relevant = None

    def places(self) -> tuple[Place, ...]:
        """All pages in the order of the form; the children's section once for each child."""
        found: list[Place] = []
        for section in self.relevant_sections():
            if section.of_children:
                found += [Place(section.key, row) for row in self.child_rows()]
            else:
                found.append(Place(section.key))
        return tuple(found)

    def roots(self, place: Place) -> tuple[Key, ...]:
        """The nodes whose insides make up a page, in order."""
        section = next(s for s in self.sections if s.key == place.section)
        if not place.row:
            return section.members
        return (place.row, *section.members[1:])

    def asked_in(self, key: Key) -> Iterator[NodeState]:
        """Every question in `key` that a person can answer, relevant or not, rows included."""
        node = self._instance.node(key)
        if node.kind == "question":
            if is_asked(node):
                yield node
            return
        inner = self._instance.rows(key) if node.kind == "repeat" else self._instance.children(key)
        for child in inner:
            yield from self.asked_in(child)

    def untouched_row(self, key: Key) -> Key:
        """The row around `key` that nobody has written in yet and that will be dropped at save, or ""."""
        children = self.children
        for row in rows_around(key):
            if children is not None and row == top_row(row) and top(row) == children.key:
                continue
            if self._instance.untouched(row):
                return row
        return ""

    def _has_something(self, section: Section) -> bool:
        if section.of_children:
            return bool(self.child_rows())
        return any(self._shows(member) for member in section.members)

    def _shows(self, key: Key) -> bool:
        node = self._instance.node(key)
        if not is_asked_for(self._instance, node):
            return False
        if node.kind == "question":
            return is_shown(node)
        if node.kind == "repeat":
            return True
        return any(self._shows(child) for child in self._instance.children(key))


def _sections(instance: Instance) -> Iterator[Section]:
    members: list[Key] = []
    of_children = False
    for key in instance.children(""):
        node = instance.node(key)
        if node.kind == "question" and not is_shown(node):
            continue
        if node.kind != "question" and not any(True for _ in _ever_shown(instance, key)):
            continue
        if node.kind in {"group", "repeat"} and members:
            yield Section(members[0], tuple(members), of_children)
            members, of_children = [], False
        if node.kind == "repeat" and node.record is not None:
            of_children = True
        members.append(key)
    if members:
        yield Section(members[0], tuple(members), of_children)


def _ever_shown(instance: Instance, key: Key) -> Iterator[Key]:
    node = instance.node(key)
    if node.kind == "repeat":
        if _asks_something(instance, node):
            yield key
    elif node.kind == "question" and is_shown(node):
        yield key
    elif node.kind == "group":
        for child in instance.children(key):
            yield from _ever_shown(instance, child)


def _asks_something(instance: Instance, repeat: NodeState) -> bool:
    """Whether rows of a repeat hold anything to show; a list that only the app fills in does not."""
    definition = instance.definition
    inside = (path for path in definition.paths() if path.startswith(f"{repeat.form_path}/"))
    return any(
        info.kind == "question"
        and info.type not in NEVER_SHOWN_TYPES
        and not NEVER_SHOWN_APPEARANCES.intersection(info.appearance)
        for info in map(definition.question, inside)
    )
