"""A real laptop for the tests of sync: a real encrypted store, a clock that stands still, chance that repeats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sync_paper import AT_MS, CHANCE, Log, SeededEntropy, Signer, an_id

from fieldapp.ports import SteppedClock
from fieldapp.protocol import canonical, chain
from fieldapp.records.document import FormReference
from fieldapp.store import Device, KnownDevice, Store
from fieldapp.store.exchange import Exchange
from fieldapp.store.pulling import Place, Received
from fieldapp.store.saving import Change, Saved

STORE_KEY = bytes(range(32))


class Laptop:
    """One enrolled laptop, without a link: what it sends and gets is done by hand."""

    def __init__(self, folder: Path, *, seed: int = 1) -> None:
        self.folder = folder
        self.clock = SteppedClock(AT_MS)
        self.entropy = SeededEntropy(seed)
        self.store = Store.create(folder, STORE_KEY, clock=self.clock, entropy=self.entropy, reserve_bytes=0)
        self.me = Signer(an_id())
        self.service = Signer(an_id(), is_service=True)
        self.store.set_device(
            Device(
                self.me.id,
                self.me.user,
                "Asha Vale",
                "practitioner",
                an_id(),
                "Aldermoor",
                self.service.id,
                "http://127.0.0.1:1",
                ((an_id(), self.service.key.public),),
                None,
            ),
            canonical.b64u(self.me.key.private),
        )
        self.exchange = Exchange(self.store)

    def reopen(self) -> None:
        """As after a crash: the connections go, nobody says goodbye."""
        self.store.database._close_connections()
        self.store = Store.open(
            self.folder, STORE_KEY, clock=self.clock, entropy=self.entropy, reserve_bytes=0
        )
        self.exchange = Exchange(self.store)

    def save(self, doc: str, scope: str, body: dict[str, Any] | None, **more: Any) -> Saved:
        kind = more.pop("kind", "visit")
        form: FormReference | None = more.pop("form", None)
        return self.store.save([Change(doc, kind, scope, body, form, **more)])

    def pull(self, log: Log, after: int = 0, upto: int | None = None) -> None:
        """Entries of a log arrive and are applied."""
        end = len(log.entries) if upto is None else upto
        entries = [
            Received(seq, role, envelope)
            for seq, (role, envelope) in enumerate(log.entries, start=1)
            if after < seq <= end
        ]
        self.exchange.apply_page(
            Place(log.scope, after, log.chain(after)),
            entries,
            Place(log.scope, end, log.chain(end)),
            len(log.entries),
        )

    def hears(self, kind: type) -> list[Any]:
        """Facts of this type, as they are announced from now on."""
        heard: list[Any] = []
        self.store.bus.subscribe(kind, heard.append)
        return heard

    def merged(
        self, doc: str, scope: str, body: dict[str, Any], head: str, side: str, *, open: list[dict[str, str]]
    ) -> Any:
        """The service's revision that merges a side into a head."""
        return self.service.writes(doc, scope, body, parents=[head, side], open=open)


def knows(laptop: Laptop, signer: Signer) -> None:
    laptop.exchange.know_device(KnownDevice(signer.id, signer.user, signer.key.public))


__all__ = ["CHANCE", "Laptop", "STORE_KEY", "chain", "knows"]
