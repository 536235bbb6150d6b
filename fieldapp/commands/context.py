"""Where commands work: one open store, its clock, the forms and rules that go with it.

Promise: one value, made at unlock and handed to every command; what a command needs and does not find here it takes
as an argument. Never here: widgets, a global, anything that outlives the lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fieldapp.forms import Definition
from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.records.dates import Policy
from fieldapp.records.document import Document, FormReference
from fieldapp.records.fields import Reader
from fieldapp.records.files import FamilyFile, open_file
from fieldapp.store import Store

from .errors import DocumentMissing, FormMissing


@dataclass(frozen=True, slots=True)
class Workplace:
    """One user, unlocked, on one laptop."""

    store: Store
    clock: Clock
    entropy: Entropy
    policy: Policy
    wake_sync: Callable[[], None] | None = None
    """Called after something was saved, so that it goes as soon as there is a signal; None while there is no sync."""
    _reader: Reader = field(init=False, repr=False, compare=False)
    """Kept, since what it learns of a form (4 ms a form) holds for as long as the form does: for ever."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reader", Reader(lambda form: self.store.definition(form.hash)))

    @property
    def user_id(self) -> str:
        """Who works here; empty before enrolment."""
        found = self.store.device()
        return "" if found is None else found.user_id

    def today(self) -> date:
        """The local date, by the best reckoning of now."""
        moment = datetime.fromtimestamp(self.store.now().at_ms / 1000, UTC)
        try:
            return moment.astimezone(ZoneInfo(self.clock.zone())).date()
        except ZoneInfoNotFoundError:
            return moment.date()

    def fresh_id(self) -> str:
        """A new id for a document, a row or a group."""
        return uuid7(self.clock.wall_ms(), self.entropy)

    def definition(self, form: FormReference) -> Definition:
        """The form a document or draft belongs to, in its own version; `FormMissing` while it is not here."""
        found = self.store.definition(form.hash)
        if found is None:
            raise FormMissing()
        return found

    def newest_form(self, form_id: str) -> tuple[FormReference, Definition]:
        """The newest published version of a form; `FormMissing` if none is here."""
        listed = self.store.newest_form(form_id)
        if listed is None:
            raise FormMissing()
        form = FormReference(listed.id, listed.version, listed.hash)
        return form, self.definition(form)

    def document(self, doc: str) -> Document:
        """A document that lives; `DocumentMissing` otherwise."""
        found = self.store.document(doc)
        if found is None or found.deleted:
            raise DocumentMissing()
        return found

    def reader(self) -> Reader:
        """Reads documents through the forms on this laptop."""
        return self._reader

    def family(self, scope: str) -> FamilyFile:
        """Everything this laptop knows of one family."""
        return open_file(self.store.documents(scope), self.reader(), scope)

    def after_save(self) -> None:
        """Something waits to be sent."""
        if self.wake_sync is not None:
            self.wake_sync()
