"""Which notes can be begun, and for which families. No Qt, no words.

Promise: only forms that are published and on this laptop are offered, last used first; only families this user may
write to. On a family's own page nothing more is asked.
Source: interface design section 2 ("New note").
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.commands.start_note import new_note_menu
from fieldapp.ui.pages.desk import Desk

NOTES = ("home_visit", "wishes_and_feelings", "phone_call", "early_help_assessment", "jotting")
"""The forms that are notes, in the order of the design; every other published form belongs to a record's own page."""


@dataclass(frozen=True, slots=True)
class Family:
    """One family a note can be begun for."""

    scope: str
    label: str
    children: tuple[str, ...]


@dataclass
class BeginPresenter:
    """Reads what can be begun."""

    desk: Desk

    def forms(self) -> tuple[str, ...]:
        """The forms to offer, last used first."""
        here = [form for form in new_note_menu(self.desk.workplace) if form in NOTES]
        used = set(self.desk.store.setting("used_forms", []))
        never = sorted((form for form in here if form not in used), key=NOTES.index)
        return (*(form for form in here if form in used), *never)

    def families(self) -> tuple[Family, ...]:
        """Everybody this user may write to. Long: call it from a worker."""
        found = []
        if self.desk.is_limited():  # the files are closed; whom a note is about can still be said
            labels = sorted(self.desk.labels().items(), key=lambda one: one[1].casefold())
            return tuple(Family(scope, label, ()) for scope, label in labels if self.desk.may_write(scope))
        for file in self.desk.files():
            if self.desk.may_write(file.id):
                names = tuple(child.called for child in file.children)
                found.append(Family(file.id, file.label, names))
        return tuple(found)
