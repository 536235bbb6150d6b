"""Where a select's choices come from: written items, a list of the form, a file, or rows of a repeat.

Promises: choices are put together when looked at; of a list without a filter the names are known once for all.
Never here: what fits a value to the choices (`values/select_one` and its like), widgets.
Source: ODK XForms specification, `<item>`, `<itemset>`; XLSForm choices, `choice_filter`, parameters `value`, `label`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fieldapp.forms.definition.model import Element
from fieldapp.forms.definition.texts import Text
from fieldapp.forms.face import Choice
from fieldapp.forms.xpath.code import Item
from fieldapp.forms.xpath.context import Read


class ChoiceSource:
    """The choices of one question."""

    __slots__ = ("changes", "reads", "written")

    def __init__(self) -> None:
        self.changes = False
        """Whether the names can differ from row to row or from moment to moment."""
        self.reads: list[Read] = []
        """What the choices and their labels depend on."""
        self.written: tuple[Element, ...] | None = None
        """The elements of a list written in the form, unfiltered."""

    def names(self, row: Any) -> Sequence[str]:
        """The names offered in a row now, in order."""
        raise NotImplementedError

    def shown(self, row: Any, language: str) -> tuple[Choice, ...]:
        """The choices offered in a row now."""
        raise NotImplementedError

    def label_of(self, row: Any, name: str, language: str) -> str:
        """The label of one choice; "" if it is not offered."""
        raise NotImplementedError


class WrittenChoices(ChoiceSource):
    """`<item>`s inside the control."""

    __slots__ = ("_items", "_names")

    def __init__(self, items: list[tuple[str, Text | None]]) -> None:
        super().__init__()
        self._items = items
        self._names = tuple(name for name, _ in items)

    def names(self, row: Any) -> Sequence[str]:
        return self._names

    def shown(self, row: Any, language: str) -> tuple[Choice, ...]:
        return tuple(
            Choice(name, (text.shown(row, language) or "") if text else name) for name, text in self._items
        )

    def label_of(self, row: Any, name: str, language: str) -> str:
        for offered, text in self._items:
            if offered == name:
                return text.raw_shown(row, language) if text else name
        return ""


LabelOf = Callable[[Item, str], str]


class ListedChoices(ChoiceSource):
    """An `<itemset>`: nodes, and from each a name and a label."""

    __slots__ = ("_fixed_names", "_label", "_nodes", "_shown", "_value", "caution")

    def __init__(
        self,
        nodes: Callable[[Any], list[Any]],
        value: Callable[[Any], str],
        label: LabelOf | None,
        *,
        fixed: list[Element] | None,
        caution: Callable[[Any], int | None],
        changes: bool,
    ) -> None:
        super().__init__()
        self._nodes = nodes
        self._value = value
        self._label = label
        self.caution = caution
        self.changes = changes
        self.written = tuple(fixed) if fixed is not None else None
        self._fixed_names: tuple[str, ...] | None = None
        self._shown: dict[str, tuple[Choice, ...]] = {}
        """By language, for a list that shows no answers and is never filtered."""

    def names(self, row: Any) -> Sequence[str]:
        if not self.changes and self._fixed_names is not None:
            return self._fixed_names
        value = self._value
        item = Item(None, 1, 1, row)
        found = []
        for node in self._nodes(row):
            item.node = node
            found.append(value(item))
        if not self.changes:
            self._fixed_names = tuple(found)
        return found

    def label_of(self, row: Any, name: str, language: str) -> str:
        for place, node in enumerate(self._nodes(row), 1):
            item = Item(node, place, 1, row)
            if self._value(item) == name:
                return name if self._label is None else self._label(item, language)
        return ""

    def shown(self, row: Any, language: str) -> tuple[Choice, ...]:
        if self.changes or self.reads:
            return self._shown_now(row, language)
        known = self._shown.get(language)
        if known is None:
            known = self._shown[language] = self._shown_now(row, language)
        return known

    def _shown_now(self, row: Any, language: str) -> tuple[Choice, ...]:
        found = []
        for place, node in enumerate(self._nodes(row), 1):
            item = Item(node, place, 1, row)
            name = self._value(item)
            label = name if self._label is None else self._label(item, language)
            found.append(Choice(name, " ".join(label.split()), self.caution(node)))
        return tuple(found)


def caution_of(node: Any) -> int | None:
    """The rank in the `caution` column of a choice (practice.md section 5.0)."""
    if type(node) is not Element:
        return None
    text = node.first("caution").strip()
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
