"""A laptop of the demonstration without a window: the real store, the real commands, the real wire.

Promise: everything it does goes through `commands` and `sync` as the desktop's own does; its link is a switch that
really refuses connections. Used to load the year of history; the day itself is played by the real desktop.
Never here: SQL, a shortcut past a command.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.commands.context import Workplace
from fieldapp.commands.enrol import choose_passphrase, enrol, initials
from fieldapp.commands.unlock import choose_user, unlock
from fieldapp.demo.families.shape import WorkerInfo
from fieldapp.ports import Clock, Entropy, SystemEntropy
from fieldapp.sync.engine import Engine
from fieldapp.sync.engine import values as v
from fieldapp.sync.errands import Errands
from fieldapp.sync.transport import HttpWire, Link, carry
from fieldapp.ui.pages.desk import read_policy

EXCHANGES_MAX = 200
"""Requests in one conversation, at most: a year of four families needs far fewer; more is a loop of ours."""


class StillTalking(RuntimeError):
    """A conversation did not come to an end within EXCHANGES_MAX requests."""


@dataclass(slots=True)
class Laptop:
    """One worker's device, unlocked."""

    worker: WorkerInfo
    base: Path
    passphrase: str = field(repr=False)
    workplace: Workplace
    wire: HttpWire
    errands: Errands

    @property
    def link(self) -> Link:
        """The switch of its network."""
        return self.wire.link

    @property
    def user_id(self) -> str:
        return self.workplace.user_id

    def sync(self) -> None:
        """One conversation with the service, until there is nothing more to say; with a cut link, nothing happens."""
        talk = self.errands.talk(v.SendNow())
        try:
            outgoing = next(talk)
            for _ in range(EXCHANGES_MAX):
                outgoing = talk.send(carry(self.wire, outgoing, self.errands.device, self.errands.device_key))
        except StopIteration:
            return
        talk.close()
        raise StillTalking(f"more than {EXCHANGES_MAX} requests")

    def close(self) -> None:
        """Lock: the store is shut, the connection let go."""
        self.wire.close()
        self.workplace.store.close()


def enrol_laptop(
    base: Path,
    worker: WorkerInfo,
    *,
    service_url: str,
    code: str,
    clock: Clock,
    entropy: Entropy | None = None,
) -> Laptop:
    """Set up a laptop exactly as a worker does: the code, then a passphrase."""
    chance = entropy or SystemEntropy()
    wire = HttpWire(service_url)
    enrolling = enrol(
        base,
        wire,
        service_url=service_url,
        code=code,
        label="Demonstration laptop",
        clock=clock,
        entropy=chance,
    )
    passphrase = "-".join(secrets.choice(WORDS) for _ in range(5))
    store = choose_passphrase(enrolling, passphrase, label=initials(worker.name), clock=clock, entropy=chance)
    workplace = Workplace(store, clock, chance, read_policy(enrolling.device.policy))
    return Laptop(worker, base, passphrase, workplace, wire, Errands(store, clock, Engine(chance)))


WORDS = (
    "amber birch brook candle cedar clover copper daisy ember fern finch gorse harbour hazel heron ivy juniper kestrel "
    "lantern linnet maple meadow moss nettle orchard otter pebble plover quarry reed robin saddle shore sorrel spruce "
    "stile thistle tinder upland velvet walnut warbler willow wren yarrow yew"
).split()


def open_laptop(
    base: Path, worker: WorkerInfo, passphrase: str, *, clock: Clock, entropy: Entropy | None = None
) -> Laptop:
    """Unlock a laptop that was set up before, without a window."""
    chance = entropy or SystemEntropy()
    profile = choose_user(base).profiles[0]
    store = unlock(profile.folder, passphrase, clock=clock, entropy=chance)
    device = store.device()
    if device is None:
        raise RuntimeError("this laptop was never enrolled")
    wire = HttpWire(device.service_url)
    workplace = Workplace(store, clock, chance, read_policy(device.policy))
    return Laptop(worker, base, passphrase, workplace, wire, Errands(store, clock, Engine(chance)))
