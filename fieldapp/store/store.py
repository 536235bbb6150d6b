"""The one keeper of this laptop's data: every use case is one method, one transaction.

Promise: what a method saved is on the disk when it returns, and facts are announced after that; a method that
raises has changed nothing. Never here: the statements themselves (they stand in the modules beside this one, each
taking the open transaction), the network, Qt. Source: the store's design; protocol sections 1 to 7.
What the sync thread needs stands in `exchange.py`, with `outbox.py` and `pulling.py` behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from fieldapp.forms import Definition
from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol import canonical
from fieldapp.protocol.revision import Envelope
from fieldapp.protocol.signing import DeviceKey
from fieldapp.records.document import Document, FormReference, Value

from . import (
    drafts,
    facts,
    meta,
    outbox,
    people,
    projection,
    questions,
    reckoning,
    saving,
    search,
    shadow,
    shelf,
    waiting,
)
from .bus import Bus
from .database import RESERVE_BYTES, Connection, Database
from .drafts import Draft, DraftKey
from .errors import NotEnrolled, StorageFailed, StorageFull
from .people import Device, KnownDevice, KnownUser
from .questions import OpenQuestionView
from .saving import Change, Saved
from .search import Hit
from .shelf import PublishedForm, Shelf
from .waiting import Counts, Waiting

Result = TypeVar("Result")


class Store:
    """One user's data on one laptop, unlocked. Made by `Store.create` and `Store.open`, ended by `close`."""

    def __init__(self, database: Database, *, clock: Clock, entropy: Entropy) -> None:
        self.database = database
        self.clock = clock
        self.entropy = entropy
        self.bus = Bus()
        self.shelf = Shelf()
        self.session = uuid7(clock.wall_ms(), entropy)
        self.recovered_drafts = False

    # -- life ---------------------------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        folder: Path,
        store_key: bytes,
        *,
        clock: Clock,
        entropy: Entropy,
        reserve_bytes: int = RESERVE_BYTES,
    ) -> Store:
        """Make a new, empty, encrypted store in `folder`; refused where one is."""
        database = Database.create(folder, bytes(store_key), reserve_bytes=reserve_bytes)
        store = cls(database, clock=clock, entropy=entropy)
        store._begin_session()
        return store

    @classmethod
    def open(
        cls,
        folder: Path,
        store_key: bytes,
        *,
        clock: Clock,
        entropy: Entropy,
        reserve_bytes: int = RESERVE_BYTES,
    ) -> Store:
        """Open the store in `folder` after every check; anything wrong is said plainly and changes no file."""
        database = Database.open(folder, bytes(store_key), reserve_bytes=reserve_bytes)
        store = cls(database, clock=clock, entropy=entropy)
        store._begin_session()
        database.keep_reserve()
        return store

    def close(self) -> None:
        """End the unlocked session: drafts written in it are not "recovered" at the next unlock. Safe to call twice."""
        if not self.database.is_open:
            return
        try:
            self.database.run(
                lambda connection: meta.put(connection, "session", {"id": self.session, "closed": True})
            )
        except (StorageFull, StorageFailed):
            # Everything else is saved; that the session ended well is not worth keeping the key in memory for.
            self.recovered_drafts = False
        finally:
            self.database.close()

    def _begin_session(self) -> None:
        """Mark drafts of a session that ended without locking, and count today as a day of use."""
        with self.database.write() as connection:
            before = meta.get(connection, "session")
            if before is not None and not before["closed"]:
                marked = connection.execute(
                    "UPDATE draft SET recovered = 1 WHERE state = 'open' AND session = ?", (before["id"],)
                )
                self.recovered_drafts = marked.rowcount > 0
            meta.put(connection, "session", {"id": self.session, "closed": False})
            connection.execute("UPDATE outbox SET in_flight = 0 WHERE in_flight <> 0")
            drafts.sweep(connection, self.clock.wall_ms())
            reckoning.note_day_of_use(connection, self.clock)

    # -- helpers ------------------------------------------------------------------------------------------------

    def writing(self, work: Callable[[Connection, list[object]], Result]) -> Result:
        """Do `work` in one transaction, then announce the facts that it put in its list.

        On a full disk the reserve is given up and the work is done once more from the start.
        """
        told: list[object] = []

        def attempt(connection: Connection) -> Result:
            told.clear()
            return work(connection, told)

        stood = self.database.reserve_stands
        result = self.database.run(attempt)
        if stood and not self.database.reserve_stands:
            told.append(facts.StorageRunLow())
        self.bus.announce(*told)
        return result

    def reading(self, work: Callable[[Connection], Result]) -> Result:
        """Do `work` in one consistent view."""
        with self.database.read() as connection:
            return work(connection)

    # -- this device and other people ---------------------------------------------------------------------------

    def device(self) -> Device | None:
        """Whose laptop this is; None before enrolment."""
        return self.reading(people.device)

    def device_key(self) -> DeviceKey:
        """This device's private key: it signs requests and revisions, and lives only in the encrypted store."""
        kept = self.setting("device_key")
        if kept is None:
            raise NotEnrolled()
        return DeviceKey(canonical.unb64u(kept))

    def set_device(self, enrolled: Device, private_key: str) -> None:
        """Keep what enrolment gave. `private_key`: base64url of the Ed25519 key that was enrolled."""
        self.writing(lambda connection, _told: people.set_device(connection, enrolled, private_key))

    def users(self) -> Mapping[str, KnownUser]:
        """Everyone whose name this laptop knows, by user id."""
        return self.reading(people.known_users)

    def name(self, user_id: str) -> str:
        """A user's name; their id when nobody told us yet."""
        found = self.users().get(user_id)
        return user_id if found is None else found.name

    def known_devices(self) -> Mapping[str, KnownDevice]:
        """Every device whose signatures can be checked here, by id."""
        return self.reading(people.known_devices)

    def know(self, devices: Sequence[KnownDevice] = (), users: Sequence[KnownUser] = ()) -> None:
        """Keep what the service said about devices and users."""

        def work(connection: Connection, _told: list[object]) -> None:
            now = self.clock.wall_ms()
            for each in devices:
                people.know_device(connection, each, now)
            for user in users:
                people.know_user(connection, user, now)

        self.writing(work)

    # -- single facts -------------------------------------------------------------------------------------------

    def setting(self, name: str, default: Any = None) -> Any:
        """One of the single facts of `meta.NAMES`."""
        return self.reading(lambda connection: meta.get(connection, name, default))

    def set_setting(self, name: str, value: Any) -> None:
        """Write one of the single facts of `meta.NAMES`."""
        self.writing(lambda connection, _told: meta.put(connection, name, value))

    def contact(self) -> reckoning.Contact | None:
        """The last answer of the service."""
        return self.reading(reckoning.contact)

    def now(self) -> reckoning.ShownTime:
        """The best reckoning of now, and whether it is uncertain."""
        return reckoning.shown_time(self.contact(), self.clock)

    def days_of_use(self) -> int:
        """On how many days this store was used since the last contact: a jump of the clock adds one."""
        return len(self.setting("days_of_use", []))

    # -- reading ------------------------------------------------------------------------------------------------

    def document(self, id: str) -> Document | None:
        """One document as it reads now (a deleted one too), or None if nothing of it is here."""
        return self.reading(lambda connection: projection.document(connection, id))

    def documents(
        self, scope: str, kinds: Iterable[str] | None = None, *, deleted: bool = False
    ) -> list[Document]:
        """The documents of one family, or of a user's own scope, oldest first."""
        return self.reading(
            lambda connection: projection.documents(connection, scope=scope, kinds=kinds, deleted=deleted)
        )

    def all_documents(self, kinds: Iterable[str] | None = None, *, deleted: bool = False) -> list[Document]:
        """The documents of all scopes, oldest first."""
        return self.reading(lambda connection: projection.documents(connection, kinds=kinds, deleted=deleted))

    def families(self) -> list[Document]:
        """The family documents carried here."""
        return self.all_documents(["family"])

    def revisions(self, doc: str) -> list[Envelope]:
        """Every revision of a document that is here, in order of the log, then own ones not yet in it."""

        def work(connection: Connection) -> list[Envelope]:
            rows = connection.execute(
                "SELECT hash, canonical, sig FROM revision WHERE doc = ? ORDER BY seq IS NULL, seq, ordinal",
                (doc,),
            )
            return [Envelope(shadow.reread(hash_, data), sig) for hash_, data, sig in rows]

        return self.reading(work)

    def questions(self) -> list[OpenQuestionView]:
        """All open questions, oldest first."""
        return self.reading(lambda connection: questions.open_questions(connection, self.shelf))

    def search(
        self,
        text: str,
        *,
        scope: str | None = None,
        kinds: Iterable[str] | None = None,
        visit_view: bool = False,
        limit: int = search.HITS_MAX,
    ) -> list[Hit]:
        """What holds every word of `text`, newest first; in visit view nothing is found by a restricted answer."""
        return self.reading(
            lambda connection: search.find(
                connection, text, scope=scope, kinds=kinds, visit_view=visit_view, limit=limit
            )
        )

    def waiting(self) -> Waiting:
        """What this laptop finished, and where it has got to."""
        return self.reading(lambda connection: waiting.waiting(connection, self.clock.wall_ms()))

    def counts(self) -> Counts:
        """The figures of rail, strip and manifest."""
        return self.reading(waiting.counts)

    # -- forms --------------------------------------------------------------------------------------------------

    def form(self, form_hash: str) -> bytes | None:
        """A published form's XML, or None while it is not here."""
        return self.reading(lambda connection: shelf.xml(connection, form_hash))

    def forms(self) -> tuple[PublishedForm, ...]:
        """The published forms, newest last."""
        return self.reading(shelf.published)

    def newest_form(self, form_id: str) -> PublishedForm | None:
        """The newest published form of this name that can be opened here."""
        return self.reading(lambda connection: shelf.newest(connection, form_id))

    def definition(self, form_hash: str) -> Definition | None:
        """A published form, parsed once; None while it is not here."""
        return self.reading(lambda connection: self.shelf.definition(connection, form_hash))

    def put_forms(
        self, listed: Sequence[tuple[str, str, str]], xmls: Sequence[bytes] = ()
    ) -> tuple[str, ...]:
        """Keep the service's list of (id, version, hash), newest last, and XML that came; returns hashes still wanted.

        What merges by a form's types reads differently once the form is here, so such documents are worked out anew.
        """

        def work(connection: Connection, told: list[object]) -> tuple[str, ...]:
            if listed:
                shelf.list_forms(connection, listed)
            arrived = tuple(shelf.put(connection, data) for data in xmls)
            if arrived:
                projection.refresh_of_forms(connection, told, self.shelf, arrived)
            if arrived or listed:
                told.append(facts.FormsArrived(arrived))
            return shelf.missing(connection)

        return self.writing(work)

    # -- saving -------------------------------------------------------------------------------------------------

    def save(self, changes: Sequence[Change], *, draft: str | None = None) -> Saved:
        """Save these changes as one filing group, and end `draft`: all of it, durably, or nothing.

        Raises `StorageFull` or `StorageFailed` when the disk does not take it: the text is then still the caller's,
        the draft is as it was, and the same call may be made again.
        """

        return self.save_groups([changes], draft=draft)[0]

    def save_groups(
        self, groups: Sequence[Sequence[Change]], *, draft: str | None = None
    ) -> tuple[Saved, ...]:
        """Save several filing groups, in this order, and end `draft`: all in one transaction, or nothing.

        No group at all only ends the draft: there was nothing in it that the last save did not have.
        """

        def work(connection: Connection, told: list[object]) -> tuple[Saved, ...]:
            saved = tuple(
                saving.save(connection, told, self.shelf, each, clock=self.clock, entropy=self.entropy)
                for each in groups
            )
            if draft is not None:
                drafts.finish(connection, told, draft)
            outbox.tell_counts(connection, told)
            return saved

        return self.writing(work)

    # -- drafts -------------------------------------------------------------------------------------------------

    def open_draft(
        self,
        *,
        doc: str,
        scope: str,
        kind: str,
        form: FormReference,
        bases: Mapping[str, str] | None = None,
        shown: Mapping[str, Value] | None = None,
        filled: Mapping[str, Value] | None = None,
    ) -> Draft:
        """The open draft of a document, begun now if there is none; `filled`: what the app fills in (context, rows).

        Raises `DraftElsewhere` if the document has a draft of another form or family.
        """

        def work(connection: Connection, told: list[object]) -> Draft:
            now = self.clock.wall_ms()
            fresh = uuid7(now, self.entropy)
            id = drafts.open_draft(
                connection,
                told,
                id=fresh,
                key=DraftKey(doc, scope, form.id, form.hash),
                kind=kind,
                form_version=form.version,
                bases=bases or {},
                shown=shown,
                session=self.session,
                at_ms=now,
            )
            if id == fresh and filled:
                drafts.put_answers(
                    connection,
                    told,
                    self.shelf,
                    id,
                    filled,
                    place=None,
                    touched=False,
                    session=self.session,
                    at_ms=now,
                )
            return drafts.draft(connection, id)

        return self.writing(work)

    def move_draft(
        self,
        draft: str,
        *,
        form: FormReference,
        kind: str,
        answers: Mapping[str, Value | None],
        filled: Mapping[str, Value | None],
    ) -> Draft:
        """The draft in another version of its form, holding these answers (None: emptied; `filled`: nobody's own).

        The old one is discarded in the same transaction and can be put back for 30 days. Raises `DraftGone`.
        """

        def work(connection: Connection, told: list[object]) -> Draft:
            now = self.clock.wall_ms()
            fresh = uuid7(now, self.entropy)
            drafts.move(
                connection, told, draft, fresh=fresh, kind=kind, form=form, session=self.session, at_ms=now
            )
            for part, touched in ((filled, False), (answers, True)):
                drafts.put_answers(
                    connection,
                    told,
                    self.shelf,
                    fresh,
                    part,
                    place=None,
                    touched=touched,
                    session=self.session,
                    at_ms=now,
                )
            return drafts.draft(connection, fresh)

        return self.writing(work)

    def put_answers(
        self, draft: str, answers: Mapping[str, Value | None], *, place: Mapping[str, Any] | None = None
    ) -> int:
        """Write these answers to the draft's journal, and where its author is; returns when they were saved.

        None empties an answer. A row of a repeat is written as its position.
        """
        now = self.clock.wall_ms()

        def work(connection: Connection, told: list[object]) -> None:
            drafts.put_answers(
                connection,
                told,
                self.shelf,
                draft,
                answers,
                place=place,
                touched=True,
                session=self.session,
                at_ms=now,
            )

        self.writing(work)
        return now

    def remove_rows(self, draft: str, rows: Iterable[str]) -> None:
        """Take rows of a repeat out of a draft; they can be put back for 30 days."""
        gone = tuple(rows)
        self.writing(
            lambda connection, told: drafts.remove_rows(
                connection, told, self.shelf, draft, gone, self.clock.wall_ms()
            )
        )

    def put_back_row(self, draft: str, row_key: str) -> Mapping[str, Value]:
        """Bring a removed row back; returns its answers."""
        return self.writing(
            lambda connection, told: drafts.put_back_row(
                connection, told, self.shelf, draft, row_key, self.clock.wall_ms()
            )
        )

    def draft(self, id: str, key: DraftKey | None = None) -> Draft:
        """One draft with all in it; with `key`, refused if it belongs to another document, form or family."""
        return self.reading(lambda connection: drafts.draft(connection, id, key))

    def drafts(self) -> list[Draft]:
        """All unfinished notes, last written first."""
        return self.reading(drafts.open_drafts)

    def discarded_drafts(self) -> list[Draft]:
        """What can still be put back."""
        return self.reading(lambda connection: drafts.discarded_drafts(connection, self.clock.wall_ms()))

    def discard(self, draft: str) -> None:
        """Return to the last save; can be undone for 30 days."""
        self.writing(lambda connection, told: drafts.discard(connection, told, draft, self.clock.wall_ms()))

    def let_go_untouched(self, draft: str) -> bool:
        """End a draft in which nothing was ever entered; False, and it stays, if there is anything in it."""
        return self.writing(lambda connection, told: drafts.let_go_untouched(connection, told, draft))

    def put_back(self, draft: str) -> None:
        """Undo a discard."""
        self.writing(lambda connection, told: drafts.put_back(connection, told, self.shelf, draft))

    def note_draft_opened(self, draft: str) -> None:
        """Its author has seen that it was recovered."""
        self.writing(lambda connection, _told: drafts.note_opened(connection, draft))

    # -- upkeep -------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Make shadows, documents and their search text again from the revisions, which alone are the truth."""
        self.writing(lambda connection, told: projection.rebuild(connection, told, self.shelf))

    def settle(self) -> bool:
        """Called when the laptop is idle: fold the log into the main file, and set the reserve aside if it is gone."""
        self.recover_reserve()
        return self.database.settle()

    def check(self) -> tuple[str, ...]:
        """What in the store is not as it was written, in the database's words; empty when all is well."""
        return self.database.check_integrity()

    def is_storage_low(self) -> bool:
        """The disk was full and the reserve was given up; true until there is room again."""
        return not self.database.reserve_stands

    def recover_reserve(self) -> bool:
        """Set the reserve aside again if there is room now; True when it stands."""
        stood = self.database.reserve_stands
        stands = self.database.keep_reserve()
        if stands and not stood:
            self.bus.announce(facts.StorageRecovered())
        return stands
