"""What a child is asked, one thing at a time: the form's child-facing part as a list of steps.

Promise: the steps follow the form's order and relevance; a group or repeat whose appearance names a widget becomes
one step (three houses, my day, sorting cards), any other question is a step of its own, notes stand with the step
after them. A form brings its activities; nothing about them is written here but how they are recognised.
Never here: Qt, answers changed, the worker's own questions.
Source: interface design section 4.7; practice design section 5.0 (widgets degrade) and 5.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fieldapp.forms import Instance, Key, NodeState
from fieldapp.ui.form.keys import repeat_of
from fieldapp.ui.form.layout import is_asked, is_asked_for, is_shown

StepKind: TypeAlias = Literal[
    "faces",
    "ladder",
    "body",
    "drawing",
    "choices",
    "writing",
    "tick",
    "notes",
    "houses",
    "day",
    "cards",
    "people",
]

WELCOME = "hello"
"""The group every session begins with: who is who, what is written down, whether it is all right to start."""
TIME = "go"
"""The group that holds the activities, and the ending."""
ENDING = "end"
"""The last part of `go`: what may be shown to whom."""
TOOLS = "setup/tools"
"""The worker's question that opens the activities."""

_GROUP_WIDGETS: dict[str, StepKind] = {"three-houses": "houses", "sort-mat": "cards"}
_REPEAT_WIDGETS: dict[str, StepKind] = {"my-day-clock": "day"}
_QUESTION_WIDGETS: dict[str, StepKind] = {
    "feelings-faces": "faces",
    "scale-ladder": "ladder",
    "body-map": "body",
    "draw": "drawing",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing asked, with the notes that belong before it."""

    kind: StepKind
    key: Key
    notes: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing to do together: its place in the form and what it is made of."""

    key: Key
    members: tuple[Key, ...]


def can_be_handed_over(instance: Instance) -> bool:
    """Whether this form has a part for a child."""
    return {WELCOME, TIME} <= set(instance.children(""))


def activities(instance: Instance) -> tuple[Activity, ...]:
    """The activities of the form, in its order, asked now or not; the ending is not one of them."""
    found: list[Activity] = []
    for key in instance.children(TIME):
        node = instance.node(key)
        if key == f"{TIME}/{ENDING}" or (node.kind == "question" and not is_shown(node)):
            continue
        if found and node.kind == "question" and instance.node(found[-1].key).kind == "question":
            found[-1] = Activity(found[-1].key, (*found[-1].members, key))
        else:
            found.append(Activity(key, (key,)))
    return tuple(found)


def steps_of(instance: Instance, keys: tuple[Key, ...]) -> tuple[Step, ...]:
    """The steps of these nodes, as the answers so far make them."""
    notes: list[Key] = []
    found: list[Step] = []
    for node, kind in _walk(instance, keys):
        if kind == "notes":
            notes.append(node.key)
            continue
        found.append(Step(kind, node.key, tuple(notes)))
        notes = []
    if notes:
        found.append(Step("notes", notes[0], tuple(notes)))
    return tuple(found)


def row_steps(instance: Instance, row: Key) -> tuple[Step, ...]:
    """The questions of one row: a note in a house, a bit of a day, somebody important."""
    return steps_of(instance, instance.children(row))


def houses_of(instance: Instance, group: Key) -> tuple[Key, ...]:
    """The repeats of a three-houses group."""
    return tuple(key for key in instance.children(group) if instance.node(key).kind == "repeat")


def first_house_question(instance: Instance, group: Key) -> NodeState | None:
    """The question which house comes first, whose choices are the houses' names; answered by going there."""
    names = {key.rsplit("/", 1)[-1] for key in houses_of(instance, group)}
    for key in instance.children(group):
        node = instance.node(key)
        if node.type == "select_one" and {choice.name for choice in node.choices or ()} == names:
            return node
    return None


def words_question(instance: Instance, row: Key) -> NodeState | None:
    """The first question of a row that takes words."""
    return next(
        (n for n in _questions(instance, row) if n.type == "text" and "draw" not in n.appearance), None
    )


def drawing_question(instance: Instance, row: Key) -> NodeState | None:
    """The question of a row that takes a drawing."""
    return next((n for n in _questions(instance, row) if n.type == "text" and "draw" in n.appearance), None)


def choice_question(instance: Instance, row: Key, faces: bool) -> NodeState | None:
    """The first choice in a row: a feeling, or anything else."""
    return next(
        (
            n
            for n in _questions(instance, row)
            if n.type == "select_one" and ("feelings-faces" in n.appearance) == faces
        ),
        None,
    )


def kind_of(node: NodeState) -> StepKind:
    """Which widget asks a question."""
    for appearance in node.appearance:
        if appearance in _QUESTION_WIDGETS:
            return _QUESTION_WIDGETS[appearance]
    if node.type in {"select_one", "select_multiple"}:
        return "choices"
    return "tick" if node.type == "acknowledge" else "writing"


def is_repeat_row_of(row: Key, repeat: Key) -> bool:
    """Whether a row stands in that repeat."""
    return row.endswith("]") and repeat_of(row) == repeat


def _questions(instance: Instance, row: Key) -> Iterator[NodeState]:
    for key in instance.children(row):
        node = instance.node(key)
        if node.relevant and is_asked(node):
            yield node


def _walk(instance: Instance, keys: tuple[Key, ...]) -> Iterator[tuple[NodeState, StepKind]]:
    for key in keys:
        node = instance.node(key)
        if not is_asked_for(instance, node):
            continue
        if node.kind == "question":
            if node.type == "note":
                yield node, "notes"
            elif is_asked(node):
                yield node, kind_of(node)
        elif node.kind == "repeat":
            widget: StepKind = next(
                (_REPEAT_WIDGETS[a] for a in node.appearance if a in _REPEAT_WIDGETS), "people"
            )
            yield node, widget
        else:
            yield from _walk_group(instance, node)


def _walk_group(instance: Instance, node: NodeState) -> Iterator[tuple[NodeState, StepKind]]:
    widget = next((_GROUP_WIDGETS[a] for a in node.appearance if a in _GROUP_WIDGETS), None)
    children = instance.children(node.key)
    if widget is None:
        yield from _walk(instance, children)
        return
    yield node, widget
    if widget == "houses":
        first = first_house_question(instance, node.key)
        rest = tuple(
            key
            for key in children
            if instance.node(key).kind == "question" and (first is None or key != first.key)
        )
        yield from _walk(instance, rest)
