"""The one keeper of this laptop's data: every use case is one method, one transaction.

Promise: what a method saved is on the disk when it returns, and facts are announced after that; a method that
raises has changed nothing. Never here: the statements themselves (they stand in the modules beside this one, each
taking the open transaction), the network, Qt. Source: the store's design; protocol sections 1 to 7.
The methods for the sync thread stand in the last part of the class and delegate to `outbox.py` and `pulling.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from fieldapp.ports import Clock, Entropy, uuid7

from . import facts, meta, people, reckoning
from .bus import Bus
from .database import RESERVE_BYTES, Connection, Database
from .people import Device, KnownDevice, KnownUser

Result = TypeVar("Result")


class Store:
    """One user's data on one laptop, unlocked. Made by `Store.create` and `Store.open`, ended by `close`."""

    def __init__(self, database: Database, *, clock: Clock, entropy: Entropy) -> None:
        self.database = database
        self.clock = clock
        self.entropy = entropy
        self.bus = Bus()
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
        return store

    def close(self) -> None:
        """End the unlocked session: drafts written in it are not "recovered" at the next unlock."""
        with self.database.write() as connection:
            meta.put(connection, "session", {"id": self.session, "closed": True})
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
