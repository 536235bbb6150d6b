"""Everything the demonstration's day needs before it begins: service, laptops, families, a year of history.

Promise: made in one folder, by the real programs; after `prepare` each laptop's store is equal to the service by head
and chain of every family, or it says where not. The clock stands at the demonstration's day.
Never here: what happens on the day (`story`), pictures.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from fieldapp.demo.central import CentralService
from fieldapp.demo.families import DEMONSTRATION_DAY, TEAM, WORKERS, Worker, history, unix_ms
from fieldapp.demo.history import play
from fieldapp.demo.laptop import Laptop, enrol_laptop, open_laptop
from fieldapp.ports import SharedClock
from fieldapp.store.exchange import Exchange

ORGANISATION = "Hollin and Wrenlow Council"
BEGUN_BEFORE_FIRST = timedelta(hours=1)
TOLD_AGAIN_ROUNDS = 3

Heads = Mapping[str, tuple[int, str]]
"""Scope → (head, chain)."""


@dataclass(slots=True)
class Stage:
    """The demonstration's world."""

    folder: Path
    clock: SharedClock
    central: CentralService
    laptops: dict[str, Laptop] = field(default_factory=dict)
    passphrases: dict[str, str] = field(default_factory=dict, repr=False)
    devices: dict[str, str] = field(default_factory=dict)

    def base(self, worker: str) -> Path:
        """The folder of a worker's profiles."""
        return self.folder / "laptops" / worker

    def open_laptops(self) -> None:
        """Unlock every laptop without a window."""
        for worker in WORKERS:
            self.laptops[worker.key] = open_laptop(
                self.base(worker.key), worker, self.passphrases[worker.key], clock=self.clock
            )

    def close_laptops(self) -> None:
        """Lock every laptop that was opened without a window."""
        for laptop in self.laptops.values():
            laptop.close()
        self.laptops.clear()

    def end(self) -> None:
        """Stop what was started."""
        self.close_laptops()
        self.central.stop()

    def heads_at_the_service(self) -> dict[str, tuple[int, str]]:
        """Head and chain of every log, as the service's own database has them."""
        connection = sqlite3.connect(f"{(self.central.folder / 'service.db').as_uri()}?mode=ro", uri=True)
        try:
            rows = connection.execute("SELECT id, head, chain FROM scope").fetchall()
        finally:
            connection.close()
        return {scope: (head, chain) for scope, head, chain in rows}


def set_up(folder: Path) -> Stage:
    """A service with its people and forms, and each worker's laptop enrolled by code."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = SharedClock(folder / "clock.json")
    first = min(act.at for act in history())
    clock.set_wall(unix_ms(first - BEGUN_BEFORE_FIRST))
    central = CentralService(folder / "service", clock.path)
    stage = Stage(folder, clock, central)
    central.administer("init", "--org", ORGANISATION)
    users = {
        worker.key: central.administer(
            "user", "add", "--name", worker.name, "--role", worker.role, "--team", TEAM
        )["user"]
        for worker in WORKERS
    }
    central.publish_library()
    central.start()
    codes = {key: central.administer("enrol-code", user)["code"] for key, user in users.items()}

    def enrol(key: Worker) -> Laptop:
        worker = next(each for each in WORKERS if each.key == key)
        base = stage.base(key)
        base.mkdir(parents=True)
        return enrol_laptop(base, worker, service_url=central.url, code=codes[key], clock=clock)

    with ThreadPoolExecutor(2) as pool:  # the key derivations are the slow part, and run beside each other
        for laptop in pool.map(enrol, users):
            key = laptop.worker.key
            stage.laptops[key] = laptop
            stage.passphrases[key] = laptop.passphrase
            device = laptop.workplace.store.device()
            stage.devices[key] = "" if device is None else device.id
    for laptop in stage.laptops.values():
        laptop.sync()
    return stage


def load_history(stage: Stage, told: Callable[[int, int], None] = lambda done, of: None) -> None:
    """Play the year, then let every laptop hear the rest; the clock comes to the demonstration's day."""
    play(history(), stage.laptops, stage.clock, told=told)
    stage.clock.set_wall(unix_ms(DEMONSTRATION_DAY))
    for _ in range(TOLD_AGAIN_ROUNDS):
        for laptop in stage.laptops.values():
            laptop.sync()


def differences(stage: Stage, heads: Mapping[str, Heads]) -> list[str]:
    """Where a laptop's place in a family differs from the service's; empty when all are equal."""
    central = stage.heads_at_the_service()
    return [
        f"{worker}: {scope}"
        for worker, held in heads.items()
        for scope, place in held.items()
        if central.get(scope) != place
    ]


def heads_on(laptop: Laptop) -> dict[str, tuple[int, str]]:
    """Place and chain of every log this laptop carries."""
    return {
        place.scope: (place.seq, place.chain) for place in Exchange(laptop.workplace.store).snapshot().places
    }
