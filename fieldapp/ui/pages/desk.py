"""What every page reads from: this laptop's files, forms, people and the day. No Qt here.

Promise: a family's file is read and understood once, kept, and read anew only after something in that family has
changed (the store says so by `HeadMoved`, after the commit); a page therefore always starts from the projection,
never from a patched copy. Safe to use from the window's thread and from a worker at once.
Never here: words on screen, writing, deciding what is due (that is `records`).
Source: architecture, data rule 2 (screens read a projection); interface section 4 (freshness).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from fieldapp.commands.context import Workplace
from fieldapp.forms.face import Definition
from fieldapp.records.dates import Policy
from fieldapp.records.document import Document, FormReference
from fieldapp.records.fields import Reader
from fieldapp.records.files import FamilyFile, open_file
from fieldapp.resources import resource
from fieldapp.store import facts, shelf
from fieldapp.store.carried import Carried, carried
from fieldapp.ui.pages.wording import first_name, local

LIMITED_FROM_DAYS = 30
"""Days of use without contact after which family files close (protocol section 11): whoever was taken off a family,
or took a laptop away, does not read on for ever."""
READ_TOGETHER_FROM = 4
"""More families than this not yet read are read in one pass (30 families, 6,600 records: 0.4 s against 1.1 s)."""


def read_policy(enrolled: Mapping[str, object] | None = None) -> Policy:
    """The authority's settings: our defaults, and over them what the enrolment named."""
    defaults = json.loads(resource("policy.json").read_text(encoding="utf-8"))
    holidays = json.loads(resource("holidays.json").read_text(encoding="utf-8"))
    return Policy.from_data(defaults, holidays, enrolled)


class Desk:
    """One unlocked store as pages read it: families' files, names, the authority's settings and the day."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self.store = workplace.store
        self._lock = threading.Lock()
        self._files: dict[str, FamilyFile] = {}
        self._moved: dict[str, int] = {}
        self._all_moved = 0
        self._reader = workplace.reader()
        device = self.store.device()
        self.me = device.user_id if device is not None else ""
        self.my_name = device.user_name if device is not None else ""
        self.role = device.role if device is not None else ""
        self.policy = workplace.policy
        self.visit_view = False
        """Nothing restricted is shown on any page while this is on: the laptop stands where the family can see it."""
        self.is_closed = False
        """True after `close`: the store is locked or about to be, and no page may read from it any more."""
        bus = self.store.bus
        self._stops: list[Callable[[], None]] = [
            bus.subscribe(facts.HeadMoved, lambda fact: self._forget(fact.scope)),
            bus.subscribe(facts.ScopeGone, lambda fact: self._forget(fact.scope)),
            bus.subscribe(facts.ScopeArrived, lambda fact: self._forget(fact.scope)),
            bus.subscribe(facts.FormsArrived, lambda fact: self._forget_all()),
        ]

    def close(self) -> None:
        """Stop listening; the files are let go of; nothing is read any more."""
        self.is_closed = True
        for stop in self._stops:
            stop()
        self._forget_all()

    # -- time -----------------------------------------------------------------------------------------------------

    def now_ms(self) -> int:
        """The best reckoning of now."""
        return self.store.now().at_ms

    @property
    def zone(self) -> str:
        """The local time zone."""
        return self.workplace.clock.zone()

    def today(self) -> date:
        """The local day."""
        return local(self.now_ms(), self.zone).date()

    # -- people ---------------------------------------------------------------------------------------------------

    def name(self, user: str) -> str:
        """What a user is called; empty if this laptop was never told."""
        found = self.store.users().get(user)
        return found.name if found is not None else ""

    def my_roles(self) -> dict[str, str]:
        """What this user is to each family, by the assignments that run today: worker, oversight or reader."""
        strength = {"reader": 0, "oversight": 1, "worker": 2}
        today = self.today().isoformat()
        found: dict[str, str] = {}
        for document in self.store.documents(self.me, ["assignment"]):
            family, role = document.text("family"), document.text("role")
            began, ends = document.text("from") or today, document.text("until")
            runs = began <= today and (not ends or today < ends)
            if runs and strength.get(role, -1) > strength.get(found.get(family, ""), -1):
                found[family] = role
        return found

    def may_write(self, scope: str) -> bool:
        """Whether this user may change a family's records; one that was opened here and is not yet known counts."""
        return self.my_roles().get(scope, "worker") != "reader"

    def short_name(self, user: str) -> str:
        """A user by first name, as colleagues say it: "You and Sam both changed …"."""
        return first_name(self.name(user))

    # -- what is carried --------------------------------------------------------------------------------------------

    def carried(self) -> dict[str, Carried]:
        """Each family on this laptop, by its id: freshness, what is not sent, size."""
        found = self.store.reading(lambda connection: carried(connection, self.me))
        return {one.scope: one for one in found}

    def refreshed(self) -> dict[str, date | None]:
        """The day each family's records last came from the service."""
        return {
            scope: None if one.fresh_ms is None else local(one.fresh_ms, self.zone).date()
            for scope, one in self.carried().items()
        }

    def forms_current(self) -> bool | None:
        """Whether every published form is here, as far as was last asked; None if it never was."""
        if self.store.setting("forms_asked_at_ms") is None:
            return None
        return not self.store.reading(shelf.missing)

    # -- files ----------------------------------------------------------------------------------------------------

    def is_limited(self) -> bool:
        """Whether family files are closed until the next contact; writing goes on, and unsent work can be read."""
        return self.store.days_of_use() >= LIMITED_FROM_DAYS

    def contact_made(self) -> None:
        """The service has answered: what was closed is open again."""
        self._forget_all()

    def file(self, scope: str) -> FamilyFile | None:
        """One family's file; None if the family is not here, or closed until the next contact."""
        if self.is_limited() and not self._begun_here(scope):
            return None
        return self._open(scope)

    def _open(self, scope: str) -> FamilyFile | None:
        with self._lock:
            kept, turn = self._files.get(scope), (self._moved.get(scope, 0), self._all_moved)
        if kept is not None:
            return kept
        read = open_file(self.store.documents(scope), self._reader, scope)
        if read.family is None:
            return None
        with self._lock:
            if (self._moved.get(scope, 0), self._all_moved) == turn:  # nothing moved while it was being read
                self._files[scope] = read
        return read

    def unsent_file(self, scope: str) -> FamilyFile:
        """What of a family was written here and not sent: it can be read also while the family's file is closed."""
        mine = [document for document in self.store.documents(scope) if document.unsent or document.held]
        return open_file(mine, self._reader, scope)

    def _begun_here(self, scope: str) -> bool:
        document = self.store.document(scope)
        return document is not None and document.unsent

    def labels(self) -> dict[str, str]:
        """What each family carried here is called, also while its file is closed."""
        return {document.scope: document.text("label") for document in self.store.families()}

    def files(self) -> tuple[FamilyFile, ...]:
        """Every family carried here that can be read, by label."""
        limited = self.is_limited()
        scopes = {
            document.scope: None for document in self.store.families() if document.unsent or not limited
        }
        with self._lock:
            missing = [scope for scope in scopes if scope not in self._files]
        if len(missing) > READ_TOGETHER_FROM:
            self._read_together(missing)
        found = [file for scope in scopes if (file := self._open(scope)) is not None]
        return tuple(sorted(found, key=lambda file: (file.label.casefold(), file.id)))

    def _read_together(self, scopes: Iterable[str]) -> None:
        """Read many families in one pass over the store: a third of the time of one by one."""
        wanted: dict[str, list[Document]] = {scope: [] for scope in scopes}
        with self._lock:
            turns = {scope: (self._moved.get(scope, 0), self._all_moved) for scope in wanted}
        for document in self.store.all_documents():
            if document.scope in wanted:
                wanted[document.scope].append(document)
        for scope, documents in wanted.items():
            read = open_file(documents, self._reader, scope)
            with self._lock:
                if read.family is not None and (self._moved.get(scope, 0), self._all_moved) == turns[scope]:
                    self._files[scope] = read

    def reader(self) -> Reader:
        """Reads documents through their forms."""
        return self._reader

    def definition(self, form: FormReference | None) -> Definition | None:
        """The published form a document names; None if it is not here."""
        return None if form is None else self.store.definition(form.hash)

    def _forget(self, scope: str) -> None:
        with self._lock:
            self._moved[scope] = self._moved.get(scope, 0) + 1
            self._files.pop(scope, None)

    def _forget_all(self) -> None:
        with self._lock:
            self._all_moved += 1
            self._files.clear()
