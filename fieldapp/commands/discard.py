"""Discard an unfinished note: return to the last save. It can be put back for 30 days (see put_back.py).

Promise: nothing that was saved is touched. A draft ends without a trace only if nobody ever entered anything in it.
Never here: deleting a record. Source: the store's design, "Drafts".
"""

from __future__ import annotations

from .context import Workplace


def discard_note(workplace: Workplace, draft: str) -> None:
    """Take the draft off the list of drafts."""
    workplace.store.discard(draft)


HALF_SAID = ("half_jot", "whys", "why_for_all", "removed")
"""What a person may have written that lies with the draft's place, not among its answers."""


def let_go_untouched(workplace: Workplace, draft: str) -> bool:
    """End a draft that was opened and left without a letter in it; False, and it stays, if there is anything in it."""
    kept = next((one for one in workplace.store.drafts() if one.id == draft), None)
    if kept is None or any(kept.place.get(what) for what in HALF_SAID):
        return False
    return workplace.store.let_go_untouched(draft)
