"""Moving about in a note: by the rail, the tabs, page by page, section by section, or straight to a question.

Promise: what was typed is saved before another page opens, and the page's name is announced; after the last page comes
the check.
Never here: what the rail and the tabs show, Qt.
Source: interface design section 4.6 (rail, tabs, keys).
"""

from __future__ import annotations

from fieldapp.forms import Key
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.finishing import Finishing
from fieldapp.ui.form.keys import CHECK, rows_around
from fieldapp.ui.form.layout import Place
from fieldapp.ui.form.ports import Listener
from fieldapp.ui.form.routes import Routes
from fieldapp.ui.form.saving import Saving
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.state import Update


class Moving:
    """Opens the pages of one note."""

    def __init__(
        self,
        draft: OpenDraft,
        sitting: Sitting,
        routes: Routes,
        *,
        finishing: Finishing,
        saving: Saving,
        tell: Listener,
    ) -> None:
        self._draft, self._sitting, self._routes = draft, sitting, routes
        self._finishing, self._saving, self._tell = finishing, saving, tell
        self._layout = draft.layout

    def to_section(self, key: Key) -> None:
        """Open a section from the rail; the children's section opens at the first unfinished child."""
        if key == CHECK:
            self._finishing.check()
            return
        section = next((s for s in self._layout.relevant_sections() if s.key == key), None)
        if section is None:
            return
        if section.of_children:
            rows = self._layout.child_rows()
            unfinished = (r for r in rows if self._draft.tally.of_place(Place(key, r)).missing)
            self._go(Place(key, next(unfinished, rows[0])))
        else:
            self._go(Place(key))

    def to_tab(self, key: Key) -> None:
        """Open a child's page, or (key "") what is said once."""
        if key:
            place = self._layout.place_of(key)
            if place is not None:
                self._go(place)
            return
        shared = [place for place in self._layout.places() if not place.row]
        if not shared:
            return
        seen = [place for place in shared if place in self._sitting.visited]
        unfinished = next((place for place in shared if self._draft.tally.of_place(place).missing), None)
        self._go(unfinished or (seen[-1] if seen else shared[0]))

    def to_next_page(self) -> None:
        """The next section or child; after the last, the check."""
        following = self._routes.neighbour(1)
        if following is None:
            self._finishing.check()
        else:
            self._go(following)

    def to_previous_page(self) -> None:
        """The section or child before this one."""
        if self._sitting.is_checking:
            self._finishing.leave_check()
            return
        before = self._routes.neighbour(-1)
        if before is not None:
            self._go(before)

    def by_sections(self, by: int) -> None:
        """The next section (+1) or the one before (-1), past the other children."""
        sections = [section.key for section in self._layout.relevant_sections()]
        sitting = self._sitting
        here = len(sections) if sitting.is_checking else sections.index(sitting.place.section)
        to = here + by
        if to >= len(sections):
            self._finishing.check()
        elif to >= 0:
            self.to_section(sections[to])

    def to_next_child(self) -> None:
        """The next child's tab; after the last, what is said once."""
        tabs = [tab.key for tab in self._routes.tabs()]
        if tabs:
            row = self._sitting.place.row
            here = row if row in tabs else ""
            self.to_tab(tabs[(tabs.index(here) + 1) % len(tabs)])

    def to_question(self, key: Key) -> None:
        """Open the page, and the card, that a question stands in, and put the cursor there."""
        place = self._layout.place_of(key)
        if place is None:
            return
        for row in rows_around(key):
            self._sitting.open_rows[row] = True
        self._go(place, focus=key)

    def _go(self, place: Place, focus: Key = "") -> None:
        self._saving.flush()
        self._finishing.go_elsewhere()
        self._sitting.place = place
        self._sitting.visited.add(place)
        name = self._routes.page_name()
        self._tell(
            Update(place=True, body=True, rail=True, tabs=True, problems=True, focus=focus, announce=name)
        )
