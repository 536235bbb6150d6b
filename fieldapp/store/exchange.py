"""The store as the sync thread uses it: each method one use case, one transaction.

Promise: nothing outside fieldapp/store writes SQL; what sync needs stands here, and nothing else of the store is
needed by it. Facts are announced after COMMIT. Never here: the network, and any decision about what to send.
Source: protocol sections 3 to 7; the store's design ("One Store object is the only way in").
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from fieldapp.forms.face import BadForm
from fieldapp.protocol import canonical
from fieldapp.protocol.signing import DeviceKey

from . import meta, outbox, people, pulling
from .database import Connection
from .outbox import Answer, Unsent
from .people import Device, KnownDevice, KnownUser
from .pulling import Carrying, Place, Received
from .store import Store

APP = f"fieldapp {version('fieldapp')}"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What this laptop holds, as far as sync must know it."""

    device: Device | None
    device_key: DeviceKey | None
    epoch: str | None
    """The life of the service's database that this laptop has been talking to."""
    unsent: tuple[Unsent, ...]
    places: tuple[Place, ...]
    diverged: frozenset[str]
    carrying: tuple[Carrying, ...]
    devices: Mapping[str, KnownDevice]
    forms_lacking: tuple[str, ...]
    forms_listed_at_ms: int | None
    """Service time at which the list of forms was last read."""
    highest_answered: int
    have_counter_told: int | None
    manifest: Mapping[str, Any]


class Exchange:
    """What goes out of one open store and what comes into it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    # -- what is here --------------------------------------------------------------------------------------------

    def snapshot(self, forms_named: Iterable[str] = ()) -> Snapshot:
        """All that deciding what to do next depends on, in one consistent view."""
        free = shutil.disk_usage(self.store.database.folder).free

        def work(connection: Connection) -> Snapshot:
            device = people.device(connection)
            key = meta.get(connection, "device_key")
            epoch = meta.get(connection, "epoch")
            return Snapshot(
                device=device,
                device_key=None if key is None else DeviceKey(canonical.unb64u(key)),
                epoch=None if epoch is None else epoch["id"],
                unsent=outbox.unsent(connection),
                places=pulling.places(connection),
                diverged=pulling.diverged(connection),
                carrying=pulling.carrying(connection),
                devices=people.known_devices(connection),
                forms_lacking=pulling.forms_lacking(connection, forms_named),
                forms_listed_at_ms=meta.get(connection, "forms_asked_at_ms"),
                highest_answered=outbox.highest_answered(connection),
                have_counter_told=meta.get(connection, "have_counter"),
                manifest=outbox.manifest(connection, APP, free),
            )

        return self.store.reading(work)

    # -- out ----------------------------------------------------------------------------------------------------

    def envelopes(self, hashes: Sequence[str]) -> tuple[bytes, ...]:
        """Signed revisions as JSON."""
        return self.store.reading(lambda connection: outbox.envelopes(connection, hashes))

    def mark_sending(self, hashes: Iterable[str]) -> None:
        """These are on their way."""
        now = self.store.clock.wall_ms()
        self.store.writing(lambda connection, _told: outbox.mark_sending(connection, hashes, now))

    def clear_sending(self) -> None:
        """Nothing is on its way any more."""
        self.store.writing(lambda connection, _told: outbox.clear_sending(connection))

    def apply_answers(self, answers: Sequence[Answer]) -> None:
        """Move what is answered out of the outbox; mark what was refused or must be tried again."""
        now = self.store.clock.wall_ms()
        self.store.writing(
            lambda connection, told: outbox.apply_answers(connection, told, self.store.shelf, answers, now)
        )

    def send_again(self, after: int) -> None:
        """Put answered revisions above this counter back in the outbox."""
        now = self.store.clock.wall_ms()
        self.store.writing(
            lambda connection, told: outbox.send_again(connection, told, self.store.shelf, after, now)
        )

    # -- in -----------------------------------------------------------------------------------------------------

    def apply_page(self, before: Place, entries: Sequence[Received], after: Place, head: int) -> None:
        """Verified entries and their cursor, in one transaction; `head` is the service's newest number."""
        now = self.store.clock.wall_ms()
        self.store.writing(
            lambda connection, told: pulling.apply_page(
                connection, told, self.store.shelf, before, entries, after, head, now
            )
        )

    def add_scope(self, scope: str) -> None:
        """Begin to read a scope."""
        now = self.store.clock.wall_ms()
        self.store.writing(lambda connection, _told: pulling.add_scope(connection, scope, now))

    def erase_scope(self, scope: str, reason: str) -> None:
        """Forget a family that is gone; undelivered work stays."""
        files = self.store.writing(
            lambda connection, told: pulling.erase_scope(connection, told, self.store.shelf, scope, reason)
        )
        pulling.remove_files(self.store.database.folder, files)

    def mark_diverged(self, scope: str) -> None:
        """Show that a scope's log does not match."""
        self.store.writing(lambda connection, _told: pulling.mark_diverged(connection, scope))

    # -- about others -------------------------------------------------------------------------------------------

    def keep_service(self, keys: Sequence[tuple[str, str]], epoch: str, epoch_number: int) -> None:
        """The service's keys, and its epoch the first time."""
        self.store.writing(
            lambda connection, _told: pulling.keep_service(connection, keys, epoch, epoch_number)
        )

    def note_time(self, server: str) -> None:
        """The service's time of a reply that has just come."""
        self.store.writing(lambda connection, _told: pulling.note_time(connection, self.store.clock, server))

    def know_device(self, device: KnownDevice) -> None:
        """Another device's key."""
        now = self.store.clock.wall_ms()
        self.store.writing(lambda connection, _told: people.know_device(connection, device, now))

    def know_user(self, user: KnownUser) -> None:
        """A user's name and role."""
        now = self.store.clock.wall_ms()
        self.store.writing(lambda connection, _told: people.know_user(connection, user, now))

    def unnamed_authors(self) -> tuple[str, ...]:
        """Authors without a name here."""
        return self.store.reading(pulling.unnamed_authors)

    # -- forms --------------------------------------------------------------------------------------------------

    def list_forms(self, listed: Sequence[tuple[str, str, str]], at: str) -> None:
        """The list of published forms, read at a service time."""
        self.store.writing(lambda connection, told: pulling.list_forms(connection, told, listed, at))

    def put_form(self, xml: bytes) -> bool:
        """A form whose hash has been checked. False, and nothing kept, for one that this app cannot run.

        Its documents then show their answers without its words, and merge only on the service, until an update.
        """
        try:
            self.store.writing(
                lambda connection, told: pulling.put_form(connection, told, self.store.shelf, xml)
            )
        except BadForm:
            return False
        return True

    def forms_named(self) -> frozenset[str]:
        """Forms that documents here belong to."""
        return self.store.reading(pulling.forms_named)
