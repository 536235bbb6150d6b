"""Put back a discarded note, within 30 days.

Promise: it is as it was, to the last letter. Never here: anything about records. Source: interface 4.11.
"""

from __future__ import annotations

from fieldapp.store import Draft

from .context import Workplace


def put_back_note(workplace: Workplace, draft: str) -> Draft:
    """The draft, open again."""
    workplace.store.put_back(draft)
    return workplace.store.draft(draft)


def what_can_be_put_back(workplace: Workplace) -> list[Draft]:
    """Discarded notes of the last 30 days, last discarded first."""
    return workplace.store.discarded_drafts()
