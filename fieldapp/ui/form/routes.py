"""The ways about a note: the rail of sections, the children's tabs, what comes before and after the page shown.

Promise: the rail and the tabs tell how far each page has got; a page that the writer has not left yet is never said to
miss something, unless at the check.
Never here: going there, Qt, a change of anything.
Source: interface design section 4.6 (rail, marks, tabs, "3 of 5 answered").
"""

from __future__ import annotations

from fieldapp.forms import Key
from fieldapp.ui.form import wording
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.keys import CHECK
from fieldapp.ui.form.layout import Place, Section, section_title
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.state import RailSection, SectionMark, SiblingTab, Ways
from fieldapp.ui.form.tally import Count
from fieldapp.ui.words import Words

say = Words("Form")


class Routes:
    """Where one can go from here, as it stands now."""

    def __init__(self, draft: OpenDraft, sitting: Sitting, names: Names) -> None:
        self._draft, self._sitting, self._names = draft, sitting, names
        self._layout = draft.layout

    def ways(self) -> Ways:
        """Tabs, sections and what comes before and after: the ways about the note."""
        sections = self._rail()
        number = next((n for n, s in enumerate(sections, start=1) if s.here), len(sections))
        return Ways(
            tabs=self.tabs(),
            sections=sections,
            section_number=number,
            section_count=len(sections),
            empty="" if self._draft.anything_written() else say("Nothing written yet. Start anywhere."),
            next_text=self.next_text(),
            previous_text=self.previous_text(),
        )

    def tabs(self) -> tuple[SiblingTab, ...]:
        """What is said once, then each child; none when the note is about no child."""
        rows = self._layout.child_rows()
        if not rows:
            return ()
        shared = self._layout.children
        if shared is None:
            return ()
        on_child = bool(self._sitting.place.row) and not self._sitting.is_checking
        first = wording.all_children(len(rows))
        tabs = [
            SiblingTab(
                key="",
                title=first,
                progress=say("Said once, filed for each"),
                here=not on_child and not self._sitting.is_checking,
                done=False,
                wrong=0,
                name=say("{tab}, said once, filed for each", tab=first),
            )
        ]
        return (*tabs, *(self._tab(shared, row) for row in rows))

    def neighbour(self, by: int) -> Place | None:
        """The page before (-1) or after (+1); None at the ends."""
        places = self._layout.places()
        if self._sitting.place not in places:
            return places[0] if places and by > 0 else None
        to = places.index(self._sitting.place) + by
        return places[to] if 0 <= to < len(places) else None

    def next_text(self) -> str:
        """What comes after this page."""
        following = self.neighbour(1)
        if following is None:
            return say("Check and finish")
        return say("Next: {page}", page=self._names.page(following))

    def previous_text(self) -> str:
        """What came before this page; "" on the first."""
        before = self.neighbour(-1)
        return "" if before is None else self._names.page(before)

    def page_name(self) -> str:
        """ "Home visit, Rowan, section 3 of 7" """
        keys = [section.key for section in self._layout.relevant_sections()]
        place, checking = self._sitting.place, self._sitting.is_checking
        here = len(keys) if checking or place.section not in keys else keys.index(place.section)
        return say(
            "{form}, {whose}, section {number} of {count}",
            form=self._draft.instance.definition.title,
            whose=self._draft.opening.family if checking else self._names.whose_page(place),
            number=here + 1,
            count=len(keys) + 1,
        )

    # ---- rail ----------------------------------------------------------------------------------------------------

    def _rail(self) -> tuple[RailSection, ...]:
        found = [self._rail_section(section) for section in self._layout.relevant_sections()]
        title = say("Check and finish")
        found.append(
            RailSection(
                key=CHECK,
                title=title,
                mark="here" if self._sitting.is_checking else "not_started",
                note="",
                name=title,
                here=self._sitting.is_checking,
            )
        )
        return tuple(found)

    def _rail_section(self, section: Section) -> RailSection:
        sitting = self._sitting
        title = section_title(self._draft.instance, section.key)
        here = section.key == sitting.place.section and not sitting.is_checking
        places = [p for p in self._layout.places() if p.section == section.key]
        counts = [self._draft.tally.of_place(place) for place in places]
        left = [place in sitting.visited and place != sitting.place for place in places]
        missing = sum(
            count.missing for count, was in zip(counts, left, strict=True) if was or sitting.is_checking
        )
        mark, note = _mark(here, counts, all(p in sitting.visited for p in places), missing)
        spoken = {
            "done": say("done"),
            "here": say("here now"),
            "started": say("started"),
            "not_started": say("not started"),
            "missing": note,
        }[mark]
        return RailSection(section.key, title, mark, note, f"{title}, {spoken}", here)

    # ---- tabs ----------------------------------------------------------------------------------------------------

    def _tab(self, section: Section, row: Key) -> SiblingTab:
        place = Place(section.key, row)
        count = self._draft.tally.of_place(place)
        title = self._names.child(row) or say(
            "Child {number}", number=self._draft.instance.rows(section.key).index(row) + 1
        )
        done = count.answered > 0 and not count.missing
        if not count.answered:
            progress = say("Not started")
        elif done:
            progress = say("Finished")
        else:
            progress = say("{done} of {all} answered", done=count.answered_needed, all=count.needed)
        here = place == self._sitting.place and not self._sitting.is_checking
        return SiblingTab(row, title, progress, here, done, count.wrong, f"{title}, {progress}")


def _mark(here: bool, counts: list[Count], visited: bool, missing: int) -> tuple[SectionMark, str]:
    note = wording.missing_count(missing) if missing else ""
    if here:
        return "here", note
    if missing:
        return "missing", note
    if all(not count.missing and (count.answered or count.needed or visited) for count in counts):
        return "done", ""
    return ("started" if any(count.answered for count in counts) else "not_started"), ""
