"""From a note as filed to the entries a reader may have.

Promise: an answer that is restricted, by the form (`fa:sees`, also of a repeat around it; no mark counts as
restricted) or by the worker (`meta/restricted`), reaches no sheet, not even inside another question's label or a
heading; neither does one child's part another child's. What is not relevant or not answered is not printed, nor are
context questions and questions that are asked later and have no answer yet.
Never here: layout; deciding who asks. Source: practice design sections 3 (*sees*), 4.8 and 6.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from fieldapp.forms.face import Choice, NodeState
from fieldapp.records.drawing import is_drawing
from fieldapp.reports.filed import Filed
from fieldapp.reports.values import Entry, Reason, Section, Voice

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}
NEVER_PRINTED = frozenset({"note", "calculate", "metadata", "image", "audio", "video", "file"})
TITLE_LETTERS_MAX = 48
NUMBERED = re.compile(r"^\d+\.\s+")
"""`3. Who was there`: on screen the sections are counted; on paper some are left out, so the count would limp."""


class NothingToPrint(ValueError):
    """After leaving out what this reader must not see, nothing is left (or the child asked for no copy).

    `why`: `empty`; `safe`, the child asked that it be kept safe; `unwanted`, the child wanted no copy.
    """

    def __init__(self, sentence: str, why: Literal["empty", "safe", "unwanted"] = "empty") -> None:
        super().__init__(sentence)
        self.why = why


@dataclass(slots=True)
class Reader:
    """Reads a filed note for one reader.

    `wants` says which questions this printout holds, of those that may be read; `holds_row` which rows; `hides` why a
    readable question must not be seen by this reader, if so. What is hidden is counted, by why, in `reasons`.
    """

    filed: Filed
    wants: Callable[[NodeState], bool] = lambda node: True
    holds_row: Callable[[NodeState], bool] = lambda row: True
    hides: Callable[[NodeState], Reason | None] = lambda node: None
    language: str = "en"
    speaker: str = ""
    """Whose words words are, where no row says it: the child of a session."""
    reasons: Counter[Reason] = field(default_factory=Counter)

    @property
    def left_out(self) -> int:
        """How many answers were left out of what has been read so far."""
        return self.reasons.total()

    def sections(self) -> tuple[Section, ...]:
        """All sections that hold anything, in the form's order."""
        return tuple(self._inside("", "", 1, self.speaker))

    def entries(self, key: str) -> list[Entry]:
        """The entries of one question, group or row, without headings; of a key that is not there none."""
        return [entry for section in self.inside(key) for entry in section.entries]

    def inside(self, key: str, level: int = 1) -> list[Section]:
        """The sections of one part of the form: a question, a group, a repeat or a row."""
        if key not in self.filed.instance.keys():
            return []
        node = self.filed.instance.node(key)
        if not node.relevant:
            return []
        if node.kind == "question":
            entries = self._entries(node, self.speaker)
            return [Section("", tuple(entries), level)] if entries else []
        if node.kind == "repeat":
            return self._rows(node, level - 1, self.speaker)
        return self._inside(key, self._title(node), level, self.speaker)

    def _inside(self, key: str, title: str, level: int, speaker: str, named: str = "") -> list[Section]:
        """The sections of a group or row: its own entries first, then those nested in it. `named`: its title's key."""
        entries: list[Entry] = []
        nested: list[Section] = []
        for child_key in self.filed.instance.children(key):
            node = self.filed.instance.node(child_key)
            if not node.relevant:
                continue
            if node.kind == "question" and node.key != named:
                entries += self._entries(node, speaker)
            elif node.kind == "group" and "[" in key:
                inner = self._inside(child_key, "", level, speaker)
                if inner and not inner[0].title:
                    entries += inner[0].entries
                    inner = inner[1:]
                nested += inner
            elif node.kind == "group":
                nested += self._inside(child_key, self._title(node) or title, level, speaker)
            elif node.kind == "repeat":
                nested += self._rows(node, level, speaker)
        if entries:
            return [Section(title, tuple(entries), level), *nested]
        if nested and title and key:
            # A heading of its own, or its rows would stand under the section before.
            return [Section(title, (), level), *nested]
        return nested

    def _rows(self, repeat: NodeState, level: int, speaker: str) -> list[Section]:
        found: list[Section] = []
        instance = self.filed.instance
        for row_key in instance.rows(repeat.key):
            row = instance.node(row_key)
            if not row.relevant or instance.untouched(row_key):
                continue
            if not self.holds_row(row):
                self.reasons["sibling"] += self._count(row_key)
                continue
            named, name, is_text = self._name(row)
            inner = self._inside(row_key, "", level + 1, name if is_text and name else speaker, named)
            if inner and inner[0].title:
                inner = [Section("", (), level + 1), *inner]
            if inner:
                found += [replace(inner[0], title=self._row_title(row, repeat, name)), *inner[1:]]
            elif name:
                found.append(Section(self._row_title(row, repeat, name), (), level + 1))
        return found

    def _name(self, row: NodeState) -> tuple[str, str, bool]:
        """The question a row is called by, its answer, and whether that is a name and not a choice.

        It is the first question asked in it, if that is a short plain one: `Name`, `When?`.
        """
        for key in self.filed.instance.children(row.key):
            node = self.filed.instance.node(key)
            if "context" in node.appearance:
                continue
            if node.kind != "question" or not node.relevant or self.voice(node) != "plain":
                break
            if node.type not in {"text", "select_one"} or not node.value or self._kept_from(node):
                break
            answer = self.answer(node)
            if len(answer) > TITLE_LETTERS_MAX:
                break
            return node.key, answer, node.type == "text"
        return "", "", False

    def _row_title(self, row: NodeState, repeat: NodeState, name: str) -> str:
        label = self._title(row) or self._title(repeat)
        if repeat.record and name:
            return name
        return f"{label}: {name}" if name and label else name or label

    def _title(self, node: NodeState) -> str:
        return NUMBERED.sub("", self.filed.label(node))

    def _kept_from(self, node: NodeState) -> Reason | None:
        """Why this reader must not see an answer; None if they may."""
        return self.hides(node) if self.filed.may_be_read(node) else "restricted"

    def _count(self, key: str) -> int:
        """How many answers stand in a row that is left out."""
        return sum(
            1
            for inner in self.filed.instance.keys()
            if inner.startswith(key + "/") and self._is_answer(self.filed.instance.node(inner))
        )

    @staticmethod
    def _is_answer(node: NodeState) -> bool:
        return (
            node.kind == "question"
            and node.relevant
            and bool(node.value)
            and node.type not in NEVER_PRINTED
            and "context" not in node.appearance
        )

    def _entries(self, node: NodeState, speaker: str) -> list[Entry]:
        if not self._is_answer(node):
            return []
        kept = self._kept_from(node)
        if kept is not None:
            self.reasons[kept] += 1
            return []
        if not self.wants(node):
            return []
        label = self.filed.label(node)
        voice = self.voice(node)
        if voice == "drawing" and not is_drawing(node.value or ""):
            voice = "plain"
        whose = speaker if voice == "words" else self.filed.author(node.key) if voice != "plain" else ""
        told = self.filed.accounts.get(node.key)
        if told and len(told) > 1:
            return [
                Entry(label, text, voice, author, author if voice in ("saw", "think") else whose)
                for author, text in told
            ]
        undecided = node.key in self.filed.undecided
        return [Entry(label, self.answer(node), voice, whose=whose, undecided=undecided)]

    @staticmethod
    def voice(node: NodeState) -> Voice:
        """Whose an answer is, by the form's appearance."""
        if "draw" in node.appearance:
            return "drawing"
        if "words" in node.appearance:
            return "words"
        if "saw" in node.appearance:
            return "saw"
        return "think" if "think" in node.appearance else "plain"

    def answer(self, node: NodeState) -> str:
        """The answer as a reader reads it: choices by label, days by name, a tick as yes."""
        value = node.value or ""
        if node.type in {"select_one", "select_multiple", "rank"}:
            labels = {choice.name: choice_text(choice) for choice in node.choices or ()}
            names: Iterable[str] = value.split() if node.type != "select_one" else [value]
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
            return f"{value}/{node.parameters['end']}"
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
