"""A note as it will be read: every answer in words, part after part. For "Check and finish" and for card titles.

Promise: what stands here is what the finished note says, in the form's order and language; unanswered questions are
left out. Never here: Qt, gaps, saving.
Source: interface design section 4.6 ("one page that reads like the final note").
"""

from __future__ import annotations

from datetime import datetime

from fieldapp.forms import Instance, Key, NodeState
from fieldapp.ui.form.layout import Layout, is_asked, is_asked_for, is_shown, label_of, section_title
from fieldapp.ui.form.state import FieldKind, ReadLine, ReadPart
from fieldapp.ui.questions import typed
from fieldapp.ui.words import Words, join

say = Words("Form")

TITLE_LENGTH_MAX = 60
"""Longest title of a card, in characters: about one line of the page at 100 % text."""


def field_kind(node: NodeState) -> FieldKind:
    """Which of the three kinds a question is, by its appearance; else plain."""
    for kind in ("words", "saw", "think"):
        if kind in node.appearance:
            return kind  # type: ignore[return-value]
    return "plain"


def is_drawing_question(node: NodeState) -> bool:
    """Whether the answer is a child's drawing."""
    return node.type == "text" and "draw" in node.appearance


def answer_in_words(node: NodeState, now: datetime) -> str:
    """The answer as a reader sees it."""
    value = node.value or ""
    if not value:
        return ""
    if node.type in {"select_one", "select_multiple", "rank"}:
        labels = {choice.name: choice.label or choice.name for choice in node.choices or ()}
        chosen = [
            labels.get(name, name) for name in ([value] if node.type == "select_one" else value.split())
        ]
        return join(chosen) if node.type == "select_multiple" else ", ".join(chosen)
    if node.type == "acknowledge":
        return say("Yes")
    if node.type == "range":
        end = node.parameters.get("end", "")
        return say("{number} of {end}", number=value.removesuffix(".0"), end=end) if end else value
    return typed.shown(node.type or "text", value, now=now)


def row_title(instance: Instance, row: Key, now: datetime) -> str:
    """The first answer shown in a row, in one line; "" if there is none."""
    found = _first_answer(instance, row, now)
    one_line = " ".join(found.split())
    if len(one_line) <= TITLE_LENGTH_MAX:
        return one_line
    return one_line[:TITLE_LENGTH_MAX].rsplit(" ", 1)[0] + "…"


def parts(
    instance: Instance, layout: Layout, restricted: frozenset[Key], now: datetime
) -> tuple[ReadPart, ...]:
    """The whole note."""
    found: list[ReadPart] = []
    for place in layout.places():
        node = instance.node(place.row or place.section)
        title = row_title(instance, place.row, now) if place.row else section_title(instance, place.section)
        reader = _Reader(instance, layout, restricted, now)
        reader.start(node.key, title, 1)
        for root in layout.roots(place):
            reader.walk(root, top=True)
        found += reader.ended()
    return tuple(found)


class _Reader:
    """Collects lines into parts; a group or a row with lines opens a part of its own."""

    def __init__(self, instance: Instance, layout: Layout, restricted: frozenset[Key], now: datetime) -> None:
        self._instance, self._layout, self._restricted, self._now = instance, layout, restricted, now
        self._parts: list[tuple[Key, str, int, list[ReadLine]]] = []

    def start(self, key: Key, title: str, level: int) -> None:
        self._parts.append((key, title, level, []))

    def ended(self) -> list[ReadPart]:
        empty = not any(lines for _, _, _, lines in self._parts)
        return [
            ReadPart(key, title, level, tuple(lines), empty and level == 1)
            for key, title, level, lines in self._parts
            if lines or level == 1
        ]

    def walk(self, key: Key, *, top: bool = False) -> None:
        node = self._instance.node(key)
        if not is_asked_for(self._instance, node):
            return
        if node.kind == "question":
            self._line(node)
        elif node.kind == "repeat":
            for number, row in enumerate(self._instance.rows(key), start=1):
                if self._instance.untouched(row):
                    continue
                self.start(row, f"{label_of(self._instance, key)} {number}".strip(), 2)
                self._inside(row)
        else:
            if not top and node.kind == "group" and node.label:
                self.start(key, node.label, 2)
            self._inside(key)

    def _inside(self, key: Key) -> None:
        for child in self._instance.children(key):
            self.walk(child)

    def _line(self, node: NodeState) -> None:
        if not is_asked(node) or not node.value:
            return
        drawing = is_drawing_question(node)
        self._parts[-1][3].append(
            ReadLine(
                key=node.key,
                label=node.label or "",
                value=node.value if drawing else answer_in_words(node, self._now),
                field_kind=field_kind(node),
                drawing=drawing,
                restricted=node.sees == "restricted" or node.key in self._restricted,
            )
        )


def _first_answer(instance: Instance, key: Key, now: datetime) -> str:
    for child in instance.children(key):
        node = instance.node(child)
        if not node.relevant:
            continue
        if node.kind == "group":
            found = _first_answer(instance, child, now)
            if found:
                return found
        elif node.kind == "question" and is_shown(node) and is_asked(node) and node.value:
            if is_drawing_question(node):
                return say("A drawing")
            return answer_in_words(node, now)
    return ""
