"""A laptop of a test: a real encrypted store, a clock that stands still, and chance that repeats."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.ports import SteppedClock, SystemEntropy, uuid7
from fieldapp.protocol.canonical import b64u
from fieldapp.protocol.signing import DeviceKey
from fieldapp.store import Change, Device, Store

NOON_MS = 1_772_366_400_000  # 2026-03-01T12:00:00Z


@dataclass
class SeededEntropy:
    """Chance that one seed repeats."""

    seed: str
    drawn: int = field(default=0)

    def random_bytes(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            self.drawn += 1
            found += hashlib.sha256(f"{self.seed}/{self.drawn}".encode()).digest()
        return found[:count]


@dataclass
class Laptop:
    """One user's store, with what is needed to close it and open it again."""

    folder: Path
    store_key: bytes
    clock: SteppedClock
    entropy: SeededEntropy
    store: Store
    user: str
    device: str

    def fresh_id(self) -> str:
        return uuid7(self.clock.wall_ms(), self.entropy)

    def reopen(self) -> Store:
        self.store.close()
        return self.open_again()

    def open_again(self) -> Store:
        self.store = Store.open(
            self.folder, self.store_key, clock=self.clock, entropy=self.entropy, reserve_bytes=0
        )
        return self.store

    def family(self, label: str = "Kowalska-Price") -> str:
        scope = self.fresh_id()
        self.store.save([Change(scope, "family", scope, {"label": label}, None)])
        return scope

    def save(self, doc: str, scope: str, body: dict | None, kind: str = "visit", **more: object):
        return self.store.save([Change(doc, kind, scope, body, more.pop("form", None), **more)])


def make_laptop(folder: Path, seed: str = "one", name: str = "Nia Rowlands") -> Laptop:
    clock = SteppedClock(NOON_MS)
    entropy = SeededEntropy(seed)
    store_key = entropy.random_bytes(32)
    store = Store.create(folder, store_key, clock=clock, entropy=entropy, reserve_bytes=0)
    user, device = uuid7(NOON_MS, entropy), uuid7(NOON_MS, entropy)
    key = DeviceKey.generate(entropy)
    enrolled = Device(
        id=device,
        user_id=user,
        user_name=name,
        role="practitioner",
        org_id=uuid7(NOON_MS, entropy),
        org="Northmoor Council",
        service_id=uuid7(NOON_MS, entropy),
        service_url="http://127.0.0.1:1",
        service_keys=(("k1", DeviceKey.generate(SystemEntropy()).public),),
        recovery=None,
    )
    store.set_device(enrolled, b64u(key.private))
    return Laptop(folder, store_key, clock, entropy, store, user, device)
