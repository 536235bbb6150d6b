"""What stands on a page of a note: its questions with what is in their fields, its notes, headings and cards.

Promise: only what is asked now, in the form's order, in the words that eyes and ears get; a closed card gives its title
and how much is missing, and none of its questions are looked at.
Never here: a change of anything, the rail, the tabs, Qt.
Source: interface design section 4.6 (cards, restricted answers), section 3 (names); practice design section 5.0.
"""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.forms import Key, NodeState, UnknownPath
from fieldapp.ui.form import wording
from fieldapp.ui.form.draft import OpenDraft, RemovedRow
from fieldapp.ui.form.gaps import Gaps
from fieldapp.ui.form.layout import is_asked_for, is_shown, label_of
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.reading import field_kind
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.standing import save_state
from fieldapp.ui.form.state import Heading, Item, Note, Question, Repeat, RowCard
from fieldapp.ui.words import Words

say = Words("Form")

ROWS_OPEN_MAX = 3
"""A repeat with more rows than this shows them closed: reading 200 titles is quick, 200 open cards are not."""


class Items:
    """The page's contents as they stand now."""

    def __init__(self, draft: OpenDraft, sitting: Sitting, names: Names, gaps: Gaps) -> None:
        self._draft, self._sitting, self._names, self._gaps = draft, sitting, names, gaps
        self._instance = draft.instance

    def of_page(self) -> tuple[Item, ...]:
        """The page's questions, notes and cards, in order."""
        found: list[Item] = []
        for root in self._draft.layout.roots(self._sitting.place):
            found += self._inside(root, top=True)
        return tuple(found)

    def item(self, key: Key) -> Question | Note | None:
        """One question or note as it stands now; None if it is not asked."""
        try:
            node = self._instance.node(key)
        except UnknownPath:
            return None
        if node.kind != "question" or not node.relevant or not is_shown(node):
            return None
        return self._note(node) if node.type == "note" else self._question(node)

    def field_of_kind(self, kind: str) -> Key | None:
        """The field a jotting moves to: the one with the cursor if it is of that kind, else the first empty, else the first."""
        layout, caret = self._draft.layout, self._draft.caret
        fields = [
            node
            for root in layout.roots(self._sitting.place)
            for node in layout.asked_in(root)
            if node.relevant and field_kind(node) == kind
        ]
        keys = [node.key for node in fields]
        if caret.key in keys:
            return caret.key
        return next((node.key for node in fields if not node.value), keys[0] if keys else None)

    def _inside(self, key: Key, *, top: bool = False) -> Iterator[Item]:
        node = self._instance.node(key)
        if not is_asked_for(self._instance, node):
            return
        if node.kind == "question":
            if is_shown(node):
                yield self._note(node) if node.type == "note" else self._question(node)
        elif node.kind == "repeat":
            yield self._repeat(node)
        else:
            if node.kind == "group" and node.label and not top:
                yield Heading(key, node.label)
            for child in self._instance.children(key):
                yield from self._inside(child)

    # ---- questions and notes -------------------------------------------------------------------------------------

    def _note(self, node: NodeState) -> Note:
        return Note(node.key, node.label or "", strong=_is_strong(node))

    def _question(self, node: NodeState) -> Question:
        kind = field_kind(node)
        text = self._draft.field_text(node)
        error = self._gaps.error(node.key) if node.key in self._sitting.spoken else ""
        by_form = node.sees == "restricted"
        restricted = by_form or node.key in self._draft.restricted
        whose = self._names.whose(node.key)
        saved = save_state(self._draft).at if text and self._draft.journal.is_clean else ""
        what = wording.kind_label(kind) or (node.label or "")
        long_text = kind != "plain" or node.type == "text"
        return Question(
            key=node.key,
            type=node.type or "text",
            field_kind=kind,
            label=node.label or "",
            hint=node.hint or "",
            value=node.value or "",
            text=text,
            choices=node.choices or (),
            appearance=node.appearance,
            parameters=self._parameters(node),
            required=node.required,
            readonly=node.readonly,
            error=error,
            restricted=restricted,
            restricted_by_form=by_form,
            caution=node.merge == "caution",
            whose=whose,
            name=wording.field_name(
                what=what,
                whose=whose,
                question=node.label or "",
                text=wording.words_in(text) if long_text and "draw" not in node.appearance else "",
                saved_at=saved,
                restricted=restricted,
                error=error,
            ),
            description=" ".join(part for part in (wording.kind_hint(kind), node.hint or "", error) if part),
        )

    def _parameters(self, node: NodeState) -> tuple[tuple[str, str], ...]:
        """The form's own, and for days and times what day and time it is."""
        given = dict(node.parameters)
        if node.type in {"date", "time", "dateTime"}:
            now = self._draft.now()
            given |= {"today": now.date().isoformat(), "now": now.isoformat(timespec="minutes")}
        return tuple(sorted(given.items()))

    # ---- cards ---------------------------------------------------------------------------------------------------

    def _repeat(self, node: NodeState) -> Repeat:
        rows = self._instance.rows(node.key)
        cards = [self._card(row, number, len(rows)) for number, row in enumerate(rows)]
        for row, kept in self._draft.removed.items():
            if kept.repeat == node.key:
                at = min(kept.position, len(cards))
                cards.insert(at, _removed_card(row, kept))
        label = label_of(self._instance, node.key)
        add = say("Add another") if rows else say("Add: {what}", what=label)
        return Repeat(node.key, label, tuple(cards), node.rows_fixed, add)

    def _card(self, row: Key, number: int, count: int) -> RowCard:
        title = self._names.card(row)
        is_open = self._sitting.open_rows.get(row, count <= ROWS_OPEN_MAX)
        missing = 0 if is_open else self._draft.tally.of_row(row).missing
        return RowCard(
            key=row,
            title=title,
            position=number,
            count=count,
            missing=missing,
            open=is_open,
            removed=False,
            name=say("{title}, {number} of {count}", title=title, number=number + 1, count=count),
            items=self._card_items(row) if is_open else (),
        )

    def _card_items(self, row: Key) -> tuple[Item, ...]:
        found: list[Item] = []
        for child in self._instance.children(row):
            found += self._inside(child)
        return tuple(found)


def _is_strong(node: NodeState) -> bool:
    """The note that answers a harm question must not be overlooked; it follows a caution field it depends on."""
    name = node.form_path.rsplit("/", 1)[-1]
    return name in wording.STRONG_NOTES


def _removed_card(row: Key, kept: RemovedRow) -> RowCard:
    title = kept.title or say("Card {number}", number=kept.position + 1)
    return RowCard(
        key=row,
        title=title,
        position=-1,
        count=0,
        missing=0,
        open=False,
        removed=True,
        name=title,
        items=(),
    )
