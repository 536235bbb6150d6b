"""Nia's laptop on the demonstration's morning, made quickly: a real encrypted store with a year of four families.

The year is rehearsed in memory (`demo.families.rehearse`), then laid into the store as the service's log would lay
it, so marks, questions and freshness are the store's own. One template is made per run; each test gets a copy.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.commands.context import Workplace
from fieldapp.demo.families import DEMONSTRATION_DAY, history, unix_ms
from fieldapp.demo.families.rehearse import Rehearsal, rehearse
from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert
from fieldapp.ports import SteppedClock, SystemEntropy, uuid7
from fieldapp.protocol import chain
from fieldapp.protocol.canonical import b64u
from fieldapp.protocol.revision import Envelope, Revision
from fieldapp.protocol.signing import DeviceKey
from fieldapp.protocol.times import format_time
from fieldapp.store import Change, Device, KnownUser, Store
from fieldapp.store.exchange import Exchange
from fieldapp.store.pulling import Place, Received
from fieldapp.ui.bridge import Bridge, Tasks
from fieldapp.ui.pages.desk import Desk, read_policy
from fieldapp.ui.pages.screen import Around

ROOT = Path(__file__).resolve().parents[3]
STORE_KEY = bytes(range(32))
MORNING_MS = unix_ms(DEMONSTRATION_DAY)
BOOT = "00000000-0000-7000-8000-0000000000b1"
"""The laptop was started again since the night: what passed since the last contact is told by the wall."""
SETTLED_WITHIN_MS = 20_000
NOT_SIGNED = b64u(bytes(64))
"""What is laid into the store by hand was verified by nobody; the store does not look at signatures again."""


class Bench(QWidget):
    """A window of a test's own, to lay one piece on."""

    def __init__(self, piece: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.addWidget(piece)
        layout.addStretch(1)


@dataclass
class Link:
    """Whether the service answers, as a test wants it."""

    online: bool | None = True
    field_mode: bool = False


@dataclass
class World:
    """One laptop with everything around a page."""

    folder: Path
    clock: SteppedClock
    workplace: Workplace
    desk: Desk
    tasks: Tasks
    bridge: Bridge
    link: Link = field(default_factory=Link)
    widgets: list[QWidget] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.workplace.store

    @property
    def around(self) -> Around:
        return Around(
            self.desk, self.tasks, self.bridge, lambda: self.link.online, lambda: self.link.field_mode
        )

    def scope(self, label: str) -> str:
        return next(file.id for file in self.desk.files() if file.label == label)

    def child(self, label: str, called: str) -> str:
        file = self.desk.file(self.scope(label))
        assert file is not None
        return next(child.id for child in file.children if child.called == called)

    def settle(self, page: Any) -> Any:
        """Wait until the page has shown the newest reading."""
        waited = 0
        while not page.is_settled() and waited < SETTLED_WITHIN_MS:
            QTest.qWait(10)
            waited += 10
        assert page.is_settled(), "the page never settled"
        QTest.qWait(1)
        return page

    def answers(self, status: str = "accepted", code: str | None = None, detail: str | None = None) -> None:
        """The service answers everything that waits."""
        from fieldapp.store.outbox import Answer

        exchange = Exchange(self.store)
        hashes = [unsent.hash for unsent in exchange.snapshot().unsent]
        exchange.apply_answers([Answer(one, status, code, detail) for one in hashes])

    def close(self) -> None:
        self.bridge.close()
        self.tasks.close()
        self.desk.close()
        self.store.close()


def make_template(folder: Path) -> None:
    """The store of Nia's laptop as the night's sync left it."""
    xmls = [convert(path) for path in sorted((ROOT / "forms").glob("*.md"))]
    definitions = [load_definition(xml) for xml in xmls]
    played = rehearse(history(), definitions)
    clock, chance = SteppedClock(MORNING_MS - 600_000), SystemEntropy()
    store = Store.create(folder, STORE_KEY, clock=clock, entropy=chance, reserve_bytes=0)
    key = DeviceKey.generate(chance)
    store.set_device(
        Device(
            id=uuid7(MORNING_MS, chance),
            user_id=played.user("nia"),
            user_name="Nia Brackwell",
            role="practitioner",
            org_id=uuid7(MORNING_MS, chance),
            org="Northmoor Council",
            service_id=uuid7(MORNING_MS, chance),
            service_url="http://127.0.0.1:1",
            service_keys=(("k1", DeviceKey.generate(chance).public),),
            recovery=None,
        ),
        b64u(key.private),
    )
    names = {
        "nia": "Nia Brackwell",
        "sam": "Sam Tregarth",
        "dilys": "Dilys Orme-Hale",
        "marcus": "Marcus Tildesey",
    }
    store.know(users=[KnownUser(played.user(who), name, "practitioner") for who, name in names.items()])  # type: ignore[arg-type]
    store.put_forms([(d.id, d.version, d.hash) for d in definitions], xmls)
    exchange = Exchange(store)
    exchange.list_forms([(d.id, d.version, d.hash) for d in definitions], format_time(clock.wall_ms()))
    hers = {"Tarrowby", "Rhydwen-Pugh", "Vale"}
    logs = _logs(played)
    for scope, entries in logs.items():
        label = next(r.body["label"] for _, r in entries if r.kind == "family" and r.body)
        if label in hers:
            _lay(exchange, scope, entries)
            _assign(exchange, played, scope, chance)
    exchange.note_time(format_time(clock.wall_ms()))
    store.close()


def _logs(played: Rehearsal) -> dict[str, list[tuple[str, Revision]]]:
    """Each family's log: sides just before the revision that merged them."""
    revisions = list(played._revisions.values())
    sides = {r.parents[1] for r in revisions if "auto" in r.flags and len(r.parents) > 1}
    by_hash = {r.hash: r for r in revisions}
    logs: dict[str, list[tuple[str, Revision]]] = {}
    for revision in revisions:
        if revision.hash in sides:
            continue
        log = logs.setdefault(revision.scope, [])
        if "auto" in revision.flags and len(revision.parents) > 1:
            log.append(("side", by_hash[revision.parents[1]]))
        log.append(("main", revision))
    return logs


def _lay(exchange: Exchange, scope: str, entries: list[tuple[str, Revision]]) -> None:
    running = chain.START
    received = []
    for seq, (role, revision) in enumerate(entries, start=1):
        running = chain.next_chain(running, role, revision.hash)
        received.append(Received(seq, role, Envelope(revision, NOT_SIGNED)))
    place = Place(scope, len(entries), running)
    exchange.apply_page(Place(scope, 0, chain.START), received, place, len(entries))


def _assign(exchange: Exchange, played: Rehearsal, scope: str, chance: SystemEntropy) -> None:
    """Nia holds this family: an assignment in her own scope, as the service writes it."""
    me = played.user("nia")
    place = next((p for p in exchange.snapshot().places if p.scope == me), Place(me, 0, chain.START))
    revision = Revision.parse(
        {
            "v": 1,
            "doc": uuid7(MORNING_MS, chance),
            "kind": "assignment",
            "scope": me,
            "parents": [],
            "body": {"family": scope, "role": "worker", "from": "2025-01-01"},
            "open": [],
            "form": None,
            "blobs": [],
            "author": played.user("marcus"),
            "device": uuid7(MORNING_MS, chance),
            "counter": 1,
            "prev": None,
            "group": None,
            "written": {
                "wall": format_time(MORNING_MS),
                "zone": "Europe/London",
                "server": None,
                "elapsed_ms": None,
                "boot": uuid7(MORNING_MS, chance),
            },
            "flags": [],
            "salt": b64u(chance.random_bytes(16)),
        }
    )
    after = Place(me, place.seq + 1, chain.next_chain(place.chain, "main", revision.hash))
    entry = Received(place.seq + 1, "main", Envelope(revision, NOT_SIGNED))
    exchange.apply_page(place, [entry], after, after.seq)


def open_world(template: Path, folder: Path) -> World:
    """A copy of the template, unlocked on the morning."""
    shutil.copytree(template, folder)
    clock, chance = SteppedClock(MORNING_MS, boot_id=BOOT), SystemEntropy()
    store = Store.open(folder, STORE_KEY, clock=clock, entropy=chance, reserve_bytes=0)
    workplace = Workplace(store, clock, chance, read_policy())
    bridge = Bridge()
    from fieldapp.ui.session import STORE_FACTS, SYNC_FACTS

    bridge.listen(store.bus, *STORE_FACTS, *SYNC_FACTS)
    return World(folder, clock, workplace, Desk(workplace), Tasks(), bridge)


def texts(widget: QWidget) -> str:
    """Everything that can be read on a page, in order of the tree."""
    from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

    from fieldapp.ui.kit import Button, Text

    found = []
    for child in widget.findChildren(QWidget):
        if not child.isVisibleTo(widget):
            continue
        if isinstance(child, Text | Button):
            found.append(child.words())
        elif isinstance(child, QLabel | QAbstractButton | QLineEdit):
            found.append(child.text())
    return "\n".join(found)


def button(widget: QWidget, words: str) -> Any:
    """The first button in sight with these words."""
    from fieldapp.ui.kit import Button

    return next(b for b in widget.findChildren(Button) if b.words() == words and b.isVisibleTo(widget))


__all__ = ["Change", "Link", "World", "button", "make_template", "open_world", "texts"]
