"""What follows from a change of the live form: what else is kept, which parts of the page are new, told once.

Promise: an answer that the form itself took away or gave is kept like one that was entered; a part of the page that
cannot have changed is not made anew.
Never here: the change itself, what is shown, Qt.
Source: interface design section 4.6; architecture ("The way of one answer").
"""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.forms import Changes, Key, UnknownPath
from fieldapp.forms.answers import text_of
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.gaps import Gaps
from fieldapp.ui.form.journal import DraftValue
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.ports import Listener
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.state import Update


class Following:
    """Follows the live form of one draft, change by change."""

    def __init__(self, draft: OpenDraft, sitting: Sitting, names: Names, gaps: Gaps, tell: Listener) -> None:
        self._draft, self._sitting, self._names, self._gaps = draft, sitting, names, gaps
        self._tell = tell
        self._instance = draft.instance
        self._relevant = {key: self._instance.node(key).relevant for key in self._instance.keys()}
        self._children = names.children()

    def changed(
        self,
        changes: Changes,
        values: Mapping[Key, DraftValue],
        *,
        entered: tuple[Key, ...] = (),
        body: bool = False,
    ) -> None:
        """Take in what a change of the live form brought about, and tell of it once. `values` is what the change itself
        keeps."""
        sitting = self._sitting
        counted = self._draft.tally.follow(changes, entered)
        followed = self._values_that_followed(changes, values)
        self._draft.put({**values, **followed})
        shape = body or bool(changes.added or changes.removed)
        if self._shape_changed(changes) or shape:
            shape = True
            self._draft.layout.look_again()
        children = self._names.children()
        renamed, self._children = children != self._children, children
        shown = tuple(dict.fromkeys((*entered, *changes.changed)))
        spoken_before = len(sitting.spoken)
        sitting.spoken = {key for key in sitting.spoken if self._gaps.error(key)}
        self._tell(
            Update(
                questions=shown,
                body=shape,
                rail=shape or counted,
                tabs=shape or counted or renamed,
                save=True,
                problems=bool(sitting.spoken) or spoken_before != len(sitting.spoken),
                added=changes.added,
            )
        )

    def _shape_changed(self, changes: Changes) -> bool:
        """Whether questions came or went."""
        changed = False
        for key in changes.changed:
            try:
                node = self._instance.node(key)
            except UnknownPath:
                return True
            if self._relevant.get(key) != node.relevant:
                self._relevant[key] = node.relevant
                changed = True
        return changed

    def _values_that_followed(self, changes: Changes, own: Mapping[Key, DraftValue]) -> dict[Key, DraftValue]:
        """Answers that the form itself changed: a choice that a filter took away, a default of a new row."""
        found: dict[Key, DraftValue] = {}
        for key in changes.changed:
            if key in own or key in self._draft.typed:
                continue
            try:
                node = self._instance.node(key)
            except UnknownPath:
                continue
            if node.kind != "question" or node.type in {"note", "calculate", "metadata"}:
                continue
            kept = self._instance.kept(key)
            if kept != text_of(self._draft.values.get(key)):
                found[key] = kept or None
        for row in changes.added:
            for node in self._draft.questions_of(row):
                kept = self._instance.kept(node.key)
                if kept and node.key not in own:
                    found[node.key] = kept
        return found
