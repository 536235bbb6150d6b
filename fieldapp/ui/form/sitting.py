"""One sitting at a note: which page is open, which cards, where the writer has been and what was spoken of.

Promise: nothing here is an answer, and nothing here outlives the open page; a note opened again begins where the
writer stopped, else at the first page that misses something.
Never here: words, saving, Qt.
Source: interface design section 4.6 (opening where the writer stopped; errors spoken of when a field is left).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldapp.forms import Key
from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.keys import rows_around
from fieldapp.ui.form.layout import Place


@dataclass(slots=True)
class Sitting:
    """Where the writer is and has been, since the page was opened."""

    place: Place
    """The page shown, or under "Check and finish" the one that was."""
    visited: set[Place] = field(default_factory=set)
    open_rows: dict[Key, bool] = field(default_factory=dict)
    """The cards that were opened or closed; the others are as their number has it."""
    spoken: set[Key] = field(default_factory=set)
    """The questions whose error is shown."""
    ever_answered: set[Key] = field(default_factory=set)
    is_checking: bool = False
    """Whether "Check and finish" is shown."""
    gaps: list[Key] = field(default_factory=list)
    """What the last check found missing or wrong, in the note's order."""
    asks_why: bool = False
    """Whether gaps without a reason are asked for one."""
    is_finishing: bool = False


def begun(draft: OpenDraft) -> Sitting:
    """A sitting at its first page, with the cards open that the writer was in."""
    places = draft.layout.places()
    written_in, asked_for = (draft.layout.place_of(key) for key in (draft.caret.key, draft.opening.at))
    if draft.caret.key and written_in in places:
        sitting = Sitting(written_in, open_rows=dict.fromkeys(rows_around(draft.caret.key), True))
    elif draft.opening.at and asked_for in places:
        sitting = Sitting(asked_for)
    else:
        unfinished = (place for place in places if draft.tally.of_place(place).missing)
        first = places[0] if places else Place(draft.layout.sections[0].key)
        sitting = Sitting(next(unfinished, first))
    sitting.visited.add(sitting.place)
    return sitting
