"""What is wrong or missing in a note, in words: at a question, in the list of a page, and at "Check and finish".

Promise: an answer is wrong or missing here exactly when the form says so; a text that is no answer yet is wrong. What
stands in the way of complete is what finishing found, never a reading of its own.
Never here: when to speak of it, Qt, a change of anything.
Source: interface design section 4.6 ("Check and finish"); practice design section 5.0 (required binds at complete).
"""

from __future__ import annotations

from fieldapp.forms import Key, NodeState, UnknownPath
from fieldapp.ui.form import wording
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.layout import Place, is_asked
from fieldapp.ui.form.naming import Names
from fieldapp.ui.form.reading import parts
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.state import CheckPage, Gap, Problem


class Gaps:
    """Errors, problems and gaps as they stand now."""

    def __init__(self, draft: OpenDraft, sitting: Sitting, names: Names) -> None:
        self._draft, self._sitting, self._names = draft, sitting, names

    def error(self, key: Key) -> str:
        """What is wrong with an answer now, in words; "" if nothing is."""
        try:
            node = self._draft.instance.node(key)
        except UnknownPath:
            return ""
        if not node.relevant:
            return ""
        return self.wrong(node) or (wording.missing(node) if node.required and not node.value else "")

    def wrong(self, node: NodeState) -> str:
        """What is wrong with what was entered; "" also when nothing was."""
        if node.key in self._draft.typed:
            return wording.misfit(node)
        if node.violation == "constraint":
            return wording.wrong(node, self._draft.now().date())
        return ""

    def problems(self) -> tuple[Problem, ...]:
        """The answers on this page that need another look and have been spoken of."""
        if self._sitting.is_checking:
            return ()
        found = []
        place_of = self._draft.layout.place_of
        here = [key for key in self._sitting.spoken if place_of(key) == self._sitting.place]
        for key in self._draft.in_order(here):
            message = self.error(key)
            if message:
                found.append(Problem(key, self._draft.instance.node(key).label or "", message))
        return tuple(found)

    def check_page(self) -> CheckPage:
        """Gaps first, then the note as it will read."""
        draft, gaps = self._draft, self.gaps()
        heading = wording.gaps_heading(len(gaps))
        read = parts(draft.instance, draft.layout, frozenset(draft.restricted), draft.now())
        asked = self._sitting.asks_why and len(self.unsaid()) > 1
        return CheckPage(heading, draft.why_for_all, asked, gaps, read, self._sitting.is_finishing)

    def gaps(self) -> tuple[Gap, ...]:
        """Every answer that stands between this note and complete."""
        found = []
        unsaid = self.unsaid()
        pages: dict[Place, str] = {}
        for key in self._sitting.gaps:
            node = self._draft.instance.node(key)
            found.append(
                Gap(
                    key=key,
                    label=node.label or "",
                    where=self._names.where(key, pages),
                    message=self.wrong(node) or wording.missing(node),
                    why=self._draft.whys.get(key, ""),
                    ask=self._sitting.asks_why and unsaid == [key],
                )
            )
        return tuple(found)

    def reasons(self) -> dict[Key, str]:
        """Each gap with its own reason, or the one for all."""
        for_all = self._draft.why_for_all.strip()
        return {key: self._draft.whys.get(key, "").strip() or for_all for key in self._sitting.gaps}

    def unsaid(self) -> list[Key]:
        """The gaps that have no reason yet, neither their own nor the one for all."""
        return [key for key, why in self.reasons().items() if not why]

    def with_texts(self, missing: tuple[Key, ...]) -> list[Key]:
        """What finishing would find missing or wrong, and texts that are no answers yet."""
        node_of = self._draft.instance.node
        found = [key for key in missing if is_asked(node_of(key))]
        also = [key for key in self._draft.typed if key not in found and node_of(key).relevant]
        return self._draft.in_order([*found, *also]) if also else found
