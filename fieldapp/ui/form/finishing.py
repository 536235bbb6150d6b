"""The end of a note: the check, a reason for each gap, and finishing.

Promise: nothing is finished that was not checked first and saved whole; each gap has its reason, its own or the one for
all; a text that never became an answer goes to the jottings, so nothing typed is lost at the end.
Never here: what is missing (the ports find it, gaps say it), making a note of the draft, Qt.
Source: interface design section 4.6 ("Check and finish"); practice design section 5.0 (gaps need a why).
"""

from __future__ import annotations

from functools import partial

from fieldapp.forms import Key
from fieldapp.ui.form import wording
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.gaps import Gaps
from fieldapp.ui.form.jottings import Jottings
from fieldapp.ui.form.keys import WHY_FOR_ALL
from fieldapp.ui.form.ports import Listener, NotePorts
from fieldapp.ui.form.saving import Saving
from fieldapp.ui.form.sitting import Sitting
from fieldapp.ui.form.standing import banner_at_opening
from fieldapp.ui.form.state import Update
from fieldapp.ui.words import Words

say = Words("Form")


class Finishing:
    """Checks and finishes one note."""

    def __init__(
        self,
        draft: OpenDraft,
        sitting: Sitting,
        gaps: Gaps,
        *,
        saving: Saving,
        jottings: Jottings,
        ports: NotePorts,
        tell: Listener,
    ) -> None:
        self._draft, self._sitting, self._gaps = draft, sitting, gaps
        self._saving, self._jottings = saving, jottings
        self._ports, self._tell = ports, tell
        self._asked = 0

    def check(self) -> None:
        """Show the note as it will read, gaps first; as soon as it is known what is missing, unless the person has gone
        elsewhere in the note by then."""
        self._saving.flush()
        self._asked += 1
        self._ports.check(partial(self._checked, self._asked))

    def leave_check(self) -> None:
        """Back to writing."""
        self._sitting.is_checking = False
        self._sitting.asks_why = False
        focus = self._draft.caret.key
        self._tell(Update(place=True, rail=True, tabs=True, body=True, problems=True, focus=focus))

    def go_elsewhere(self) -> None:
        """Another page is opened: whoever goes there does not wait for the check any more."""
        self._sitting.is_checking = False
        self._asked += 1

    def say_why(self, key: Key, text: str) -> None:
        """Why the note is finished without this answer."""
        self._draft.whys[key] = text
        self._draft.place_changed()

    def say_why_for_all(self, text: str) -> None:
        """One reason for every gap that has none of its own."""
        self._draft.why_for_all = text
        self._draft.place_changed()

    def finish(self) -> None:
        """Finish the note. With gaps, each needs its why; then it is saved, and stays listed as not complete."""
        if self._sitting.is_finishing:
            return
        if not self._sitting.is_checking:
            self.check()
            return
        unsaid = self._gaps.unsaid()
        if unsaid:
            self._sitting.asks_why = True
            at = unsaid[0] if len(unsaid) == 1 else WHY_FOR_ALL
            self._tell(Update(check=True, focus=at, announce=say("Say why, in a few words")))
            return
        self._sitting.is_finishing = True
        self._tell(Update(check=True))
        self._jottings.add(
            self._draft.half_jot
        )  # whoever finishes means it to be kept, with or without Enter
        self._keep_what_is_no_answer()
        self._saving.flush()
        if not self._draft.journal.is_clean:
            self._sitting.is_finishing = False
            self._tell(Update(check=True, save=True))
            return
        self._ports.finish(self._gaps.reasons(), self._finished)

    def _checked(self, asked: int, found: tuple[Key, ...]) -> None:
        if asked != self._asked:
            return
        sitting = self._sitting
        sitting.is_checking = True
        sitting.gaps = self._gaps.with_texts(found)
        sitting.spoken.update(sitting.gaps)
        sitting.visited.update(self._draft.layout.places())
        self._tell(
            Update(
                place=True,
                check=True,
                rail=True,
                tabs=True,
                problems=True,
                announce=wording.gaps_heading(len(sitting.gaps)),
            )
        )

    def _keep_what_is_no_answer(self) -> None:
        """A text that never became an answer goes to the jottings: nothing typed is lost at the end."""
        for key, text in list(self._draft.typed.items()):
            node = self._draft.instance.node(key)
            if node.relevant:
                question = (node.label or "").rstrip("?:")
                self._jottings.add(say("{question}: {text}", question=question, text=text))

    def _finished(self, worked: bool) -> None:
        self._sitting.is_finishing = False
        if worked:
            self._tell(Update(finished=say("Finished. It will go by itself when there is a signal.")))
        elif self._draft.opening.rehearsal:
            self._tell(Update(check=True, announce=banner_at_opening(self._draft)))
        else:
            self._tell(
                Update(
                    check=True,
                    save=True,
                    announce=say("Not saved yet. Trying again. Keep this window open."),
                    assertive=True,
                )
            )
