"""A practitioner's laptop with the published forms and one invented family, as commands find it."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.commands.context import Workplace
from fieldapp.ports import SteppedClock, uuid7
from fieldapp.protocol import canonical
from fieldapp.protocol.canonical import b64u
from fieldapp.protocol.signing import DeviceKey
from fieldapp.store import Device, Store

ROOT = Path(__file__).resolve().parents[2]
MORNING_MS = 1_772_704_800_000  # 2026-03-05T10:00:00Z, a Thursday


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


def make_workplace(folder, name, form_files, policy) -> Workplace:
    clock, entropy = SteppedClock(MORNING_MS), SeededEntropy(name)
    store = Store.create(folder, entropy.random_bytes(32), clock=clock, entropy=entropy, reserve_bytes=0)
    ids = [uuid7(MORNING_MS, entropy) for _ in range(4)]
    store.set_device(
        Device(
            ids[0],
            ids[1],
            name,
            "practitioner",
            ids[2],
            "Northmoor Council",
            ids[3],
            "http://127.0.0.1:1",
            (),
            None,
        ),
        b64u(DeviceKey.generate(entropy).private),
    )
    listed = [(id, "2026.1", canonical.sha256_hex(xml)) for id, xml in form_files.items()]
    store.put_forms(listed, list(form_files.values()))
    return Workplace(store, clock, entropy, policy)


@dataclass(frozen=True)
class Family:
    """Ids of an invented family's documents."""

    scope: str
    rowan: str
    wilf: str
    mum: str
    plan: str
    objective: str
