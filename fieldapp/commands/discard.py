"""Discard an unfinished note: return to the last save. It can be put back for 30 days (see put_back.py).

Promise: nothing that was saved is touched. Never here: deleting a record. Source: the store's design, "Drafts".
"""

from __future__ import annotations

from .context import Workplace


def discard_note(workplace: Workplace, draft: str) -> None:
    """Take the draft off the list of drafts."""
    workplace.store.discard(draft)
