"""From a live form to the entries a reader may have.

Promise: an answer that is restricted, by the form (`fa:sees`) or by the worker (`meta/restricted`), reaches no sheet;
neither does one child's part another child's. What is not relevant or not answered is not printed, nor are context
questions and questions that are asked later and have no answer yet.
Never here: layout; deciding who asks. Source: practice design sections 3 (*sees*), 4.8 and 6.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from fieldapp.forms.face import Choice, Instance, NodeState
from fieldapp.records.drawing import is_drawing
from fieldapp.reports.values import Entry, Section, Voice

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}
NEVER_PRINTED = frozenset({"note", "calculate", "metadata", "image", "audio", "video", "file"})


class NothingToPrint(ValueError):
    """After leaving out what this reader must not see, nothing is left (or the child asked for no copy)."""


@dataclass(slots=True)
class Reader:
    """Reads a live form for one reader.

    `wants` says which questions this printout holds; `restricted` names keys the worker restricted by hand;
    `only_rows` names, for each repeat filed as a record of its own, the rows this printout may hold (None: all);
    `accounts` gives the separate accounts of a narrative with their authors' names, where several stand.
    """

    instance: Instance
    wants: Callable[[NodeState], bool]
    restricted: Collection[str] = ()
    only_rows: Callable[[NodeState], bool] = lambda row: True
    accounts: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    language: str = "en"
    left_out: int = 0

    def sections(self) -> tuple[Section, ...]:
        """All sections that hold anything, in the form's order."""
        return tuple(self._inside("", "", 1))

    def _inside(self, key: str, title: str, level: int) -> list[Section]:
        """The sections of a group or row: its own entries first, then those nested in it."""
        entries: list[Entry] = []
        nested: list[Section] = []
        for child_key in self.instance.children(key):
            node = self.instance.node(child_key)
            if not node.relevant:
                continue
            if node.kind == "question":
                entries += self._entries(node)
            elif node.kind == "group" and level > 1 and not node.label:
                inner = self._inside(child_key, "", level)
                nested += inner
            elif node.kind == "group":
                nested += self._inside(child_key, node.label or title, level)
            elif node.kind == "repeat":
                nested += self._rows(node, level)
        here = [Section(title, tuple(entries), level)] if entries else []
        return here + nested

    def _rows(self, repeat: NodeState, level: int) -> list[Section]:
        found: list[Section] = []
        for row_key in self.instance.rows(repeat.key):
            row = self.instance.node(row_key)
            if not row.relevant or self.instance.untouched(row_key):
                continue
            if not self.only_rows(row):
                continue
            sections = self._inside(row_key, row.label or repeat.label or "", level + 1)
            if sections:
                found += [replace(sections[0], title=self._row_title(row, repeat)), *sections[1:]]
        return found

    def _row_title(self, row: NodeState, repeat: NodeState) -> str:
        """A row is called by its first answered short question, as on its card on screen."""
        for key in self.instance.children(row.key):
            node = self.instance.node(key)
            short = node.type in {"text", "select_one"} and "context" not in node.appearance
            if node.kind == "question" and node.relevant and short and node.value and self._may_see(node):
                answer = self.answer(node)
                if len(answer) <= 48 and not is_drawing(answer):
                    return f"{row.label or repeat.label or ''}: {answer}".lstrip(": ")
        return row.label or repeat.label or ""

    def _may_see(self, node: NodeState) -> bool:
        return node.sees != "restricted" and node.key not in self.restricted

    def _entries(self, node: NodeState) -> list[Entry]:
        if node.type in NEVER_PRINTED or not node.value or "context" in node.appearance:
            return []
        if not self._may_see(node):
            self.left_out += 1
            return []
        if not self.wants(node):
            return []
        label = node.label or ""
        voice = self.voice(node)
        if voice == "drawing" and not is_drawing(node.value):
            voice = "plain"
        told = self.accounts.get(node.key)
        if told and len(told) > 1:
            return [Entry(label, text, voice, author) for author, text in told]
        return [Entry(label, self.answer(node), voice)]

    @staticmethod
    def voice(node: NodeState) -> Voice:
        """Whose an answer is, by the form's appearance."""
        for name, voice in (("draw", "drawing"), ("words", "words"), ("saw", "saw"), ("think", "think")):
            if name in node.appearance:
                return voice  # type: ignore[return-value]
        return "plain"

    def answer(self, node: NodeState) -> str:
        """The answer as a reader reads it: choices by label, days by name, a tick as yes."""
        value = node.value or ""
        if node.type in {"select_one", "select_multiple", "rank"}:
            labels = {choice.name: choice_text(choice) for choice in node.choices or ()}
            names = value.split() if node.type != "select_one" else [value]
            return ", ".join(labels.get(name, name) for name in names)
        if node.type == "acknowledge":
            return {"cy": "Ydy"}.get(self.language, "Yes")
        if node.type == "date":
            return day_text(value, self.language)
        if node.type == "dateTime":
            return moment_text(value, self.language)
        if node.type == "time":
            return value[:5]
        if node.type == "range" and node.parameters.get("end"):
            return f"{value} / {node.parameters['end']}"
        return value


def choice_text(choice: Choice) -> str:
    """A choice as shown: its label in the active language, or its name where the form gives none."""
    return choice.label or choice.name


def day_text(value: str, language: str = "en") -> str:
    """`2026-03-05` as `5 March 2026`; anything else as it stands."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.day} {MONTHS.get(language, MONTHS['en'])[day.month - 1]} {day.year}"


def moment_text(value: str, language: str = "en") -> str:
    """`2026-03-05T14:32:00.000+00:00` as `5 March 2026, 14:32`: the writer's own clock, as recorded."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{day_text(value, language)}, {at:%H:%M}"
