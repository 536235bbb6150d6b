"""A whole small county in one process: two laptops, a service, a hostile link, and one number that decides it all.

What is real: the engine, its errands, packing and signing; encrypted stores on disk; the service's own application
on its own database. What is made up: time (stepped), chance (seeded), and the wire, which loses, doubles, delays,
cuts and mangles. Laptops are killed between any two transactions, and so is the service.
The shape is that of TigerBeetle's simulator: everything follows from the seed, so a seed is a bug report.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from fieldapp.ports import SteppedClock, uuid7
from fieldapp.protocol import canonical
from fieldapp.protocol.revision import is_row
from fieldapp.records.document import Document, FormReference
from fieldapp.service import database as db
from fieldapp.service import forms, identity, people
from fieldapp.service.app import Service, make_app
from fieldapp.store import Store, projection
from fieldapp.store.facts import RevisionSaved, ScopeGone
from fieldapp.store.saving import Change
from fieldapp.store.shadow import Revisions
from fieldapp.store.shelf import FormsHere
from fieldapp.sync import enrolment
from fieldapp.sync.engine import Engine
from fieldapp.sync.engine import values as v
from fieldapp.sync.errands import Errands
from fieldapp.sync.transport import Answer, LinkTrouble, Outgoing, carry

START_MS = 1_772_442_000_000
LAST_CHANGED = 3
STORE_KEY = bytes(range(32))
URL = "http://127.0.0.1:1"
FORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:fa="https://fieldapp.example/xforms">
<h:head><h:title>Simulated visit</h:title><model>
<instance><data id="simulated_visit" version="1">
<place/><risk/><topics/><notes/><present jr:template=""><name/><mood/></present></data></instance>
<bind nodeset="/data/place" type="string" fa:merge="value"/>
<bind nodeset="/data/risk" type="string" fa:merge="caution"/>
<bind nodeset="/data/topics" type="string" fa:merge="set"/>
<bind nodeset="/data/notes" type="string" fa:merge="narrative"/>
<bind nodeset="/data/present" fa:merge="list"/>
<bind nodeset="/data/present/name" type="string" fa:merge="value"/>
<bind nodeset="/data/present/mood" type="string" fa:merge="value"/>
</model></h:head>
<h:body>
<input ref="/data/place"><label>Place</label></input>
<input ref="/data/risk"><label>Risk</label></input>
<input ref="/data/topics"><label>Topics</label></input>
<input ref="/data/notes"><label>Notes</label></input>
<group ref="/data/present"><label>Present</label><repeat nodeset="/data/present">
<input ref="/data/present/name"><label>Name</label></input>
<input ref="/data/present/mood"><label>Mood</label></input>
</repeat></group>
</h:body></h:html>"""


class SeededEntropy:
    """Chance from one seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def random_bytes(self, count: int) -> bytes:
        return self._random.randbytes(count)


class FailingEntropy(SeededEntropy):
    """The service's chance, which now and then is out of order when a salt is wanted: so the one revision that
    wanted it (a merge, a new family) is told to retry, and nothing else is."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self.fails_in_a_hundred = 0

    def random_bytes(self, count: int) -> bytes:
        if count == 16 and self._random.randrange(100) < self.fails_in_a_hundred:
            raise OSError("no chance to be had")
        return super().random_bytes(count)


class Killed(BaseException):
    """The power went. Not an `Exception`: nothing may catch it by accident."""


async def inline(work: Callable[[], Any], **_: Any) -> Any:
    """In place of a pool of threads: done here and now."""
    return work()


# -- the service ---------------------------------------------------------------------------------------------------


class SimulatedService:
    """The real application, called without a socket."""

    def __init__(self, folder: Path, clock: SteppedClock, entropy: FailingEntropy) -> None:
        self.folder = folder
        self.clock = clock
        self.entropy = entropy
        self.loop = asyncio.new_event_loop()
        who = identity.create(folder, clock, entropy)
        opened = db.open_database(folder, None)
        db.migrate(opened)
        with opened.writing() as connection:
            connection.execute(
                sa.insert(db.service).values(
                    id=who.service,
                    org_id=self.an_id(),
                    org="Aldermoor",
                    epoch_id=self.an_id(),
                    epoch_n=1,
                    key_id=who.key_id,
                    public_key=who.key.public,
                )
            )
            form = forms.publish(connection, clock, FORM)
        self.form = FormReference(form["id"], form["version"], form["hash"])
        self.database = opened
        self._build()

    def an_id(self) -> str:
        return uuid7(self.clock.wall_ms(), self.entropy)

    def _build(self) -> None:
        who = identity.load(self.folder, self.clock, self.entropy)
        self.app = make_app(Service(who, self.database, self.clock, self.entropy))

    def restart(self) -> None:
        """End, and begin again from what is on the disk."""
        self.database.close()
        self.database = db.open_database(self.folder, None)
        self._build()

    def close(self) -> None:
        self.database.close()
        self.loop.close()

    def new_user(self, name: str, role: str) -> tuple[str, str]:
        with self.database.writing() as connection:
            user = people.add_user(connection, self.clock, self.entropy, name=name, role=role, team="North")
            return user, people.make_code(connection, self.clock, self.entropy, user)

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One request through the whole application."""
        told: dict[str, Any] = {"body": b""}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
            "server": ("127.0.0.1", 1),
            "client": ("127.0.0.1", 2),
            "scheme": "http",
            "root_path": "",
        }
        asked = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            return asked.pop() if asked else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
                told["headers"] = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                told["body"] += message.get("body", b"")

        self.loop.run_until_complete(self.app(scope, receive, send))
        return Answer(told["status"], told["headers"], told["body"])

    # -- looking ---------------------------------------------------------------------------------------------------

    def rows(self, query: sa.Select[Any]) -> list[Any]:
        with self.database.reading() as connection:
            return list(connection.execute(query))

    def digest(self) -> str:
        """Everything that pushing again must not change."""
        told = [
            [
                list(row)
                for row in self.rows(
                    sa.select(db.entry.c.scope, db.entry.c.seq, db.entry.c.hash).order_by(
                        *db.entry.primary_key.columns
                    )
                )
            ],
            [
                list(row)
                for row in self.rows(
                    sa.select(db.revision.c.hash, db.revision.c.held).order_by(db.revision.c.hash)
                )
            ],
            [
                list(row)
                for row in self.rows(
                    sa.select(db.document.c.id, db.document.c.head, db.document.c.set_by).order_by(
                        db.document.c.id
                    )
                )
            ],
            [
                list(row)
                for row in self.rows(
                    sa.select(db.scope.c.id, db.scope.c.head, db.scope.c.chain).order_by(db.scope.c.id)
                )
            ],
        ]
        return canonical.sha256_hex(json.dumps(told).encode())

    def manifests(self) -> str:
        """What the service was last told by each laptop, but for the space on its disk."""
        rows = self.rows(sa.select(db.device.c.manifest).order_by(db.device.c.id))
        told = [{} if row[0] is None else json.loads(row[0]) for row in rows]
        return str([{name: each[name] for name in each if name != "free_disk"} for each in told])

    def head_of(self, doc: str) -> str | None:
        found = self.rows(sa.select(db.document.c.head).where(db.document.c.id == doc))
        return found[0][0] if found else None

    def revision(self, hash_: str) -> dict[str, Any]:
        (row,) = self.rows(sa.select(db.revision.c.written).where(db.revision.c.hash == hash_))
        members: dict[str, Any] = json.loads(row[0])
        return members


# -- the link ------------------------------------------------------------------------------------------------------

FAULTS = (
    "unreachable",
    "request lost",
    "reply lost",
    "reply cut",
    "twice",
    "late again",
    "500 instead",
    "500 after",
    "web page",
    "half a header",
)


@dataclass
class HostileWire:
    """Carries one laptop's requests, or not, or twice, or later, or half."""

    world: World

    def exchange(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        world = self.world
        if world.outage and not world.calm:
            raise LinkTrouble("unreachable")
        fault = None if world.calm or world.chance.random() > world.hostility else world.chance.choice(FAULTS)
        world.note(f"{method} {path}: {fault or 'well'}")
        answer = world.service.answer
        match fault:
            case None:
                return answer(method, path, headers, body)
            case "unreachable":
                raise LinkTrouble("unreachable")
            case "request lost":
                raise LinkTrouble("timeout")
            case "reply lost":
                answer(method, path, headers, body)
                raise LinkTrouble("timeout")
            case "reply cut":
                whole = answer(method, path, headers, body)
                keep = world.chance.randrange(len(whole.body)) if whole.body else 0
                return Answer(whole.status, whole.headers, whole.body[:keep])
            case "twice":
                answer(method, path, headers, body)
                return answer(method, path, headers, body)
            case "late again":
                world.late.append((method, path, dict(headers), body))
                return answer(method, path, headers, body)
            case "500 instead":
                return Answer(500, {}, b'{"code": "overloaded"}')
            case "500 after":
                answer(method, path, headers, body)
                return Answer(502, {}, b"<html>Bad gateway</html>")
            case "web page":
                return Answer(200, {}, b"<html>Sign in to the hotel</html>")
            case _:
                whole = answer(method, path, headers, body)
                return Answer(whole.status, {}, whole.body)


# -- a laptop ------------------------------------------------------------------------------------------------------


class MortalStore(Store):
    """A real store whose machine loses power before or after one of the next transactions."""

    fuse: int | None = None
    dies_after_commit = False

    def writing(self, work: Callable[..., Any]) -> Any:
        if self.fuse is None:
            return super().writing(work)
        self.fuse -= 1
        if self.fuse > 0:
            return super().writing(work)
        self.fuse = None
        if self.dies_after_commit:
            super().writing(work)
        raise Killed


@dataclass
class Preview:
    """How a document read on the laptop that was the last to change it, just before its work went out."""

    doc: str
    pushed: tuple[str, ...]
    body: Mapping[str, Any] | None
    open: frozenset[tuple[str, str]]


class SimulatedLaptop:
    """One worker's laptop, driven one step at a time."""

    def __init__(self, world: World, name: str, role: str) -> None:
        self.world = world
        self.name = name
        self.role = role
        self.folder = world.folder / name
        drift_ms = world.chance.randrange(-3, 4) * 40 * 86_400_000 // 7
        self.clock = SteppedClock(START_MS + drift_ms, boot_id=world.an_id())
        self.entropy = SeededEntropy(f"{world.seed} {name}")
        self.wire = HostileWire(world)
        self.saved: dict[str, dict[str, Any]] = {}
        """Every revision that `save` returned for: what the worker was told is saved."""
        self.user, code = world.service.new_user(name.title(), role)
        self.store = MortalStore.create(
            self.folder, STORE_KEY, clock=self.clock, entropy=self.entropy, reserve_bytes=0
        )
        enrolment.enrol(self.store, self.wire, service_url=URL, code=code, label=name, entropy=self.entropy)
        self._wake_up()

    def _wake_up(self) -> None:
        self.events: list[v.Event] = [v.Tick()]
        self.store.bus.subscribe(RevisionSaved, lambda _saved: self.events.append(v.Wake()))
        self.store.bus.subscribe(ScopeGone, lambda gone: self.world.note(f"{gone.scope[-6:]} is gone"))
        self.errands = Errands(self.store, self.clock, Engine(self.entropy))
        with self.store.database.read() as connection:
            for hash_, data in connection.execute("SELECT hash, canonical FROM revision WHERE own = 1"):
                # Also what was committed in the moment the power went, before anybody was told.
                self.saved.setdefault(hash_, json.loads(data))
        self.talk: Any = None
        self.outgoing: Outgoing | None = None
        self.until_ms: int | None = None

    def kill(self) -> None:
        """No goodbye: connections go, memory goes; what is on the disk is all there is."""
        self.world.note(f"{self.name} is killed")
        if self.talk is not None:
            self.talk.close()
        self.store.database._close_connections()
        self.store = MortalStore.open(
            self.folder, STORE_KEY, clock=self.clock, entropy=self.entropy, reserve_bytes=0
        )
        self._wake_up()

    # -- sync --------------------------------------------------------------------------------------------------------

    @property
    def is_talking(self) -> bool:
        return self.outgoing is not None

    @property
    def is_due(self) -> bool:
        return self.until_ms is not None and self.until_ms <= self.clock.monotonic_ms()

    def step(self) -> None:
        """The next thing sync does: an event is taken up, or the request under way is answered."""
        try:
            if self.outgoing is not None:
                previews = self._previews() if self.outgoing.path == "/v1/sync" else []
                outcome = carry(self.wire, self.outgoing, self.errands.device, self.errands.device_key)
                self.world.compare(self, previews)
                self.outgoing = self.talk.send(outcome)
            elif self.events or self.is_due:
                event = self.events.pop(0) if self.events else v.Tick()
                self.talk = self.errands.talk(event)
                self.outgoing = next(self.talk)
        except StopIteration as ended:
            self.outgoing, self.talk, self.until_ms = None, None, ended.value
        except Killed:
            self.talk = None
            self.kill()

    def _previews(self) -> list[Preview]:
        """Documents whose whole unsent work is in the request, and whose shadow is the service's head (I7)."""
        if not self.has_form:
            return []
        assert self.outgoing is not None
        pushed = [
            canonical.sha256_hex(canonical.encode(item["rev"]))
            for item in canonical.parse(self.outgoing.body, nesting_max=18)["push"]
        ]
        found = []
        with self.store.database.read() as connection:
            for doc in {self.saved[hash_]["doc"] for hash_ in pushed}:
                unseen = connection.execute(
                    "SELECT hash FROM revision WHERE doc = ? AND own = 1 AND seq IS NULL", (doc,)
                ).fetchall()
                shadow = connection.execute("SELECT head FROM shadow WHERE doc = ?", (doc,)).fetchone()
                if {row[0] for row in unseen} - set(pushed):
                    continue
                if (None if shadow is None else shadow[0]) != self.world.service.head_of(doc):
                    continue
                formed = FormsHere(connection, self.store.shelf)
                state, _ = projection.preview(connection, Revisions(connection), formed, doc)
                mine = tuple(hash_ for hash_ in pushed if self.saved[hash_]["doc"] == doc)
                body = None if state.deleted is not None else state.body
                found.append(Preview(doc, mine, body, frozenset((q.key, q.side) for q in state.open)))
        return found

    # -- working -----------------------------------------------------------------------------------------------------

    def save(self, *changes: Change) -> bool:
        """Save, and remember that the worker was told so; False when the power went before anybody was told."""
        try:
            saved = self.store.save(changes)
        except Killed:
            self.kill()
            return False
        for envelope in saved.envelopes:
            self.saved[envelope.revision.hash] = dict(envelope.revision.members)
        self.world.last_changed = [*self.world.last_changed, *(each.doc for each in changes)][-LAST_CHANGED:]
        kinds = ", ".join(f"{change.kind} {change.doc[-6:]}" for change in changes)
        self.world.note(f"{self.name} saves {kinds}: {', '.join(h[:6] for h in saved.hashes)}")
        return True

    def new_family(self) -> None:
        family = self.world.an_id()
        person = Change(self.world.an_id(), "person", family, {"name": self.world.word()}, None)
        founding = Change(family, "family", family, {"name": self.world.word()}, None)
        if self.world.chance.random() < 0.5:
            self.save(founding, person)
        elif self.save(founding):
            self.save(person)

    @property
    def has_form(self) -> bool:
        """Nobody fills in, or merges, a form that has not arrived."""
        return self.store.form(self.world.service.form.hash) is not None

    def families(self) -> list[Document]:
        return self.store.families()

    def new_notes(self) -> None:
        families = self.families()
        if not families or not self.has_form:
            self.new_family()
            return
        family = self.world.chance.choice(families).id
        count = self.world.chance.choice((1, 1, 1, 2, 3))
        self.save(
            *(
                Change(self.world.an_id(), "visit", family, self._edited({}), self.world.service.form)
                for _ in range(count)
            )
        )

    def edit(self) -> None:
        """Change, delete or bring back one document that is here."""
        chance = self.world.chance
        here = [
            each for each in self.store.all_documents(["visit", "person"], deleted=True) if each.held is None
        ]
        if not here:
            self.new_notes()
            return
        note = chance.choice(self._close(here))
        signed_off = self.role == "manager" and chance.random() < 0.03
        body: dict[str, Any] | None
        if note.kind == "person":
            body = {"name": self.world.word()}
        elif not note.deleted and chance.random() < 0.12:
            body = None
        else:
            body = self._edited(dict(note.body))
        self.save(
            Change(
                note.id,
                note.kind,
                note.scope,
                body,
                note.form,
                shown=None if note.deleted else dict(note.body),
                signed_off=signed_off and body is not None,
            )
        )

    def _close(self, here: list[Document]) -> list[Document]:
        """Where people work on the same thing: what was last changed by anybody, as far as it is here."""
        if not self.world.together or self.world.chance.random() >= self.world.together:
            return here
        return [note for note in here if note.id in self.world.last_changed] or here

    def decide(self) -> None:
        """Answer one open question, either way."""
        chance = self.world.chance
        questions = self.store.questions()
        if not questions or not self.has_form:
            self.edit()
            return
        asked = chance.choice(questions)
        note = self.store.document(asked.doc)
        if note is None:
            return
        body: dict[str, Any] | None = dict(note.body)
        assert body is not None
        if asked.key == "":
            if chance.random() < 0.5:
                body = None
        elif chance.random() < 0.5:
            if asked.side_value is None:
                body.pop(asked.key, None)
            elif all(row in body for row in _rows(asked.key)):
                body[asked.key] = asked.side_value
        self.save(
            Change(
                note.id,
                note.kind,
                note.scope,
                body,
                note.form,
                shown=None if note.deleted else dict(note.body),
                decides=(asked.side,),
            )
        )

    def _edited(self, body: dict[str, Any]) -> dict[str, Any]:
        """Up to three answers changed: values, choices, texts, rows."""
        chance, world = self.world.chance, self.world
        for _ in range(chance.choice((1, 1, 2, 3))):
            rows = [key for key in body if is_row(key)]
            match chance.randrange(9):
                case 0:
                    body["place"] = world.word()
                case 1:
                    body["risk"] = chance.choice(("low", "medium", "high"))
                case 2:
                    topics = set(body.get("topics", ())) ^ set(
                        chance.sample(("food", "school", "sleep", "money"), 2)
                    )
                    body["topics"] = sorted(topics)
                case 3:
                    text = body.get("notes", "")
                    body["notes"] = (text + " " if isinstance(text, str) else "") + world.word()
                case 4:
                    row = f"present[{world.an_id()}]"
                    body[row] = len(rows)
                    body[f"{row}/name"] = world.word()
                case 5 if rows:
                    row = chance.choice(rows)
                    body[f"{row}/{chance.choice(('name', 'mood'))}"] = world.word()
                case 6 if rows:
                    gone = chance.choice(rows)
                    body = {k: x for k, x in body.items() if k != gone and not k.startswith(gone + "/")}
                case 7 if rows:
                    body[chance.choice(rows)] = chance.randrange(5)
                case _:
                    body.pop(chance.choice(("place", "risk", "topics", "notes")), None)
        return {key: value for key, value in body.items() if value not in ("", [])}


def _rows(key: str) -> list[str]:
    return [key[: place + 1] for place, letter in enumerate(key) if letter == "]" and place + 1 < len(key)]


# -- the world -----------------------------------------------------------------------------------------------------


@dataclass
class World:
    """Everything, from one seed."""

    seed: int
    folder: Path
    calm: bool = True
    outage: bool = False
    hostility: float = 0.3
    together: float = 0.0
    """How often a change is of what was last changed by anybody: people disagree where they work together."""
    last_changed: list[str] = field(default_factory=list)
    late: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    previews_compared: int = 0
    given: list[tuple[str, str]] = field(default_factory=list)
    """(assignment document, family) that the manager has made in the practitioner's scope."""

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.ids = SeededEntropy(f"{self.seed} ids")
        self.words = 0
        self.clock = SteppedClock(START_MS)
        (self.folder / "service").mkdir(parents=True)
        self.service = SimulatedService(
            self.folder / "service", self.clock, FailingEntropy(f"{self.seed} service")
        )
        self.asha = SimulatedLaptop(self, "asha", "practitioner")
        self.jo = SimulatedLaptop(self, "jo", "manager")
        self.laptops = (self.asha, self.jo)

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.store.close()
        self.service.close()

    def note(self, line: str) -> None:
        self.history.append(line)

    def an_id(self) -> str:
        return uuid7(self.clock.wall_ms(), self.ids)

    def word(self) -> str:
        """A text that nobody else writes, so that a lost one is missed."""
        self.words += 1
        return f"word{self.words}"

    def settle(self) -> None:
        """An ordinary morning: both enrolled, and the manager has given the practitioner a family with notes in it."""
        self.fall_quiet()
        self.jo.new_family()
        for _ in range(2):
            self.jo.new_notes()
        self._assign()
        self.fall_quiet()

    # -- what may happen -----------------------------------------------------------------------------------------------

    def live(self, steps: int) -> None:
        """So many things happen, one after the other."""
        self.calm = False
        for _ in range(steps):
            laptop = self.chance.choice(self.laptops)
            happening: Callable[[], None] = self.chance.choices(
                (
                    laptop.step,
                    laptop.edit,
                    laptop.new_notes,
                    laptop.decide,
                    laptop.new_family,
                    self._pass_time,
                    self._late_arrival,
                    self._change_weather,
                    lambda laptop=laptop: self._blow_fuse(laptop),  # type: ignore[misc]
                    laptop.kill,
                    self.service.restart,
                    self._assign,
                    lambda laptop=laptop: self._press(laptop),  # type: ignore[misc]
                ),
                (50, 16, 6, 5, 3, 14, 4, 3, 3, 1, 1, 4, 3),
            )[0]
            happening()

    def _pass_time(self) -> None:
        ms = self.chance.choice((100, 2_000, 5_000, 30_000, 61_000, 61_000, 16 * 60_000))
        self.advance(ms)

    def advance(self, ms: int) -> None:
        for clock in (self.clock, *(laptop.clock for laptop in self.laptops)):
            clock.advance(ms)

    def _late_arrival(self) -> None:
        if self.late:
            self.note("a request arrives once more")
            self.service.answer(*self.late.pop(self.chance.randrange(len(self.late))))

    def _change_weather(self) -> None:
        self.outage = self.chance.random() < 0.3
        self.hostility = self.chance.choice((0.05, 0.3, 0.6))
        self.service.entropy.fails_in_a_hundred = self.chance.choice((0, 0, 10, 40))

    def _blow_fuse(self, laptop: SimulatedLaptop) -> None:
        laptop.store.fuse = self.chance.randrange(1, 8)
        laptop.store.dies_after_commit = self.chance.random() < 0.5

    def _press(self, laptop: SimulatedLaptop) -> None:
        laptop.events.append(
            self.chance.choice(
                (
                    v.SendNow(),
                    v.NetworkUp(),
                    v.FieldMode(laptop.clock.monotonic_ms() + 90_000),
                    v.FieldMode(None),
                )
            )
        )

    def _assign(self) -> None:
        """The manager gives the practitioner one of her families, or ends what she gave."""
        jo, scope = self.jo, self.asha.user
        today = people.today(self.clock)
        if self.given and self.chance.random() < 0.5:
            doc, family = self.given.pop(self.chance.randrange(len(self.given)))
            body = {"family": family, "role": "worker", "from": today, "until": today}
            jo.save(Change(doc, "assignment", scope, body, None))
            return
        families = jo.families()
        if families:
            doc, family = self.an_id(), self.chance.choice(families).id
            jo.save(
                Change(doc, "assignment", scope, {"family": family, "role": "worker", "from": today}, None)
            )
            self.given.append((doc, family))

    # -- the preview is the result (I7) ----------------------------------------------------------------------------------

    def compare(self, laptop: SimulatedLaptop, previews: list[Preview]) -> None:
        """What the laptop showed before it sent is what the service made of it."""
        for preview in previews:
            stored = self.service.rows(
                sa.select(db.revision.c.hash, db.revision.c.held).where(
                    db.revision.c.hash.in_(preview.pushed)
                )
            )
            if len(stored) < len(preview.pushed) or any(row.held is not None for row in stored):
                continue
            head = self.service.head_of(preview.doc)
            assert head is not None
            made = self.service.revision(head)
            opened = {(asked["key"], asked["side"]) for asked in made["open"]}
            assert made["body"] == preview.body, f"{laptop.name} showed another text than was made of it"
            assert opened == preview.open, f"{laptop.name} showed other questions than were asked"
            self.previews_compared += 1

    # -- quiet ---------------------------------------------------------------------------------------------------------

    def fall_quiet(self) -> None:
        """The storm ends, nobody writes any more; both laptops sync until nothing moves."""
        self.note("quiet")
        self.calm = True
        self.service.entropy.fails_in_a_hundred = 0
        self.late.clear()
        for laptop in self.laptops:
            laptop.store.fuse = None
            laptop.events += [v.FieldMode(None), v.NetworkUp()]
        seen: list[str] = []
        while len(seen) < 4 or seen[-1] != seen[-3]:
            assert len(seen) < 40, "it never comes to rest"
            for laptop in self.laptops:
                self._run_until_idle(laptop)
            seen.append(self.service.digest() + self.service.manifests())
            self.advance(61_000)

    def _run_until_idle(self, laptop: SimulatedLaptop) -> None:
        for _ in range(400):
            if not (laptop.is_talking or laptop.events or laptop.is_due):
                return
            laptop.step()
        raise AssertionError(f"{laptop.name} never comes to rest")
