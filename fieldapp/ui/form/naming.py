"""What the pages, children and cards of a note are called.

Promise: a child is called by the first name unless two here share it; a card by its first answer, else by its place
("Action 4"); every part of the page uses these names.
Never here: state of its own, what is missing, Qt.
Source: interface design section 3 (names) and section 4.6.
"""

from __future__ import annotations

from fieldapp.forms import Key
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.keys import repeat_of, rows_around, top_row
from fieldapp.ui.form.layout import Place, label_of, section_title
from fieldapp.ui.form.reading import row_title
from fieldapp.ui.pages.wording import first_name
from fieldapp.ui.words import Words

say = Words("Form")


class Names:
    """The names as the answers give them now."""

    def __init__(self, draft: OpenDraft) -> None:
        self._draft = draft

    def row(self, row: Key) -> str:
        """The first answer in a row; "" if there is none."""
        return row_title(self._draft.instance, row, self._draft.now())

    def card(self, row: Key) -> str:
        """The card's first answer; without one its place, as "Action 4"."""
        repeat = repeat_of(row)
        number = self._draft.instance.rows(repeat).index(row) + 1
        return self.row(row) or say(
            "{what} {number}", what=label_of(self._draft.instance, repeat), number=number
        )

    def child(self, row: Key) -> str:
        """A child's first name, unless two children here share it: then what tells them apart."""
        title = self.row(row)
        short = first_name(title)
        others = [first_name(self.row(other)) for other in self._draft.layout.child_rows() if other != row]
        return title if short in others else short

    def children(self) -> tuple[str, ...]:
        """Each child in full, to see whether one is called otherwise than before."""
        return tuple(self.row(row) for row in self._draft.layout.child_rows())

    def page(self, place: Place) -> str:
        """A section's title, or the child whose page it is."""
        if place.row:
            return self.child(place.row) or say("next child")
        return section_title(self._draft.instance, place.section)

    def whose(self, key: Key) -> str:
        """The child or family that a question is about."""
        row = top_row(key)
        children = self._draft.layout.children
        if row and children is not None and repeat_of(row) == children.key:
            return self.child(row)
        return self._draft.opening.family

    def whose_page(self, place: Place) -> str:
        """The child or family that a page is about."""
        return self.child(place.row) if place.row else self._draft.opening.family

    def where(self, key: Key, pages: dict[Place, str]) -> str:
        """Page and cards, as "What needs to change, Wilf, Progress 2": of ten cards each may ask for a date. `pages`
        keeps the titles that were worked out for other gaps."""
        place = self._draft.layout.place_of(key)
        if place is None:
            return ""
        if place not in pages:
            pages[place] = self.page(place)
        cards = [self.card(row) for row in rows_around(key) if row != place.row]
        return ", ".join([pages[place], *cards])
