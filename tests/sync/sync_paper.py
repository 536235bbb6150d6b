"""A laptop on paper: the engine, and just enough memory around it to play both sides of a conversation by hand.

It performs the engine's local effects on plain values, so that each test can say what arrived and look at what the
engine asked for next. The real store and the real service stand in the other tests of this folder.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from fieldapp.ports import uuid7
from fieldapp.protocol import canonical, chain
from fieldapp.protocol.revision import Envelope, Revision
from fieldapp.protocol.signing import DeviceKey
from fieldapp.sync.engine import Engine
from fieldapp.sync.engine import values as v

NOW = "2026-03-02T09:00:00.000Z"
AT_MS = 1_772_442_000_000


@dataclass
class SeededEntropy:
    """Chance that one number repeats."""

    seed: int

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def random_bytes(self, count: int) -> bytes:
        return self._random.randbytes(count)


CHANCE = SeededEntropy(20260302)


def an_id() -> str:
    return uuid7(AT_MS, CHANCE)


@dataclass
class Signer:
    """A device (or the service) with its key, and the revisions it makes."""

    user: str
    id: str = field(default_factory=an_id)
    key: DeviceKey = field(default_factory=lambda: DeviceKey.generate(CHANCE))
    counter: int = 0
    prev: str | None = None
    is_service: bool = False

    def writes(
        self,
        doc: str,
        scope: str,
        body: dict[str, Any] | None = None,
        *,
        kind: str = "visit",
        parents: Iterable[str] = (),
        group: str | None = None,
        form: dict[str, str] | None = None,
        **more: Any,
    ) -> Envelope:
        if not self.is_service:
            self.counter += 1
        members = {
            "v": 1,
            "doc": doc,
            "kind": kind,
            "scope": scope,
            "parents": list(parents),
            "body": {"note": "said hello"} if body is None else body,
            "open": [],
            "form": form,
            "blobs": [],
            "author": self.user,
            "device": self.id,
            "counter": None if self.is_service else self.counter,
            "prev": None if self.is_service else self.prev,
            "group": group,
            "written": {
                "wall": NOW,
                "zone": "Europe/London",
                "server": None,
                "elapsed_ms": None,
                "boot": an_id(),
            },
            "flags": ["auto"] if self.is_service else [],
            "salt": canonical.b64u(CHANCE.random_bytes(16)),
            **more,
        }
        revision = Revision.parse(members)
        if not self.is_service:
            self.prev = revision.hash
        return Envelope(revision, self.key.sign_hash(revision.hash))


def waiting(envelope: Envelope, **more: Any) -> v.Waiting:
    """The envelope as it stands in the outbox."""
    revision = envelope.revision
    assert revision.counter is not None
    told = v.Waiting(
        revision.hash,
        revision.doc,
        revision.scope,
        revision.kind,
        revision.counter,
        revision.parents,
        revision.group,
        len(canonical.encode(envelope.to_wire())),
    )
    return replace(told, **more)


@dataclass
class Log:
    """A scope's log as the service keeps it."""

    scope: str
    entries: list[tuple[str, Envelope]] = field(default_factory=list)

    def add(self, envelope: Envelope, role: str = "main") -> Log:
        self.entries.append((role, envelope))
        return self

    def chain(self, upto: int | None = None) -> str:
        running = chain.START
        for role, envelope in self.entries[:upto]:
            running = chain.next_chain(running, role, envelope.revision.hash)
        return running

    def page(self, after: int = 0, upto: int | None = None) -> dict[str, Any]:
        end = len(self.entries) if upto is None else upto
        return {
            "scope": self.scope,
            "from": after + 1,
            "entries": [
                {"seq": seq, "role": role, **envelope.to_wire()}
                for seq, (role, envelope) in enumerate(self.entries, start=1)
                if after < seq <= end
            ],
            "head": len(self.entries),
            "chain": self.chain(),
            "more": end < len(self.entries),
        }


class Paper:
    """The engine with a holding that its local effects change."""

    def __init__(self, *, enrolled: bool = True) -> None:
        self.me = Signer(an_id())
        self.service = Signer(an_id(), is_service=True)
        self.epoch = an_id()
        self.engine = Engine(SeededEntropy(7))
        self.now_ms = 1_000_000
        self.facts: list[v.Fact] = []
        self.done: list[v.Effect] = []
        self.kept: dict[str, list[v.Entry]] = {}
        self.results: dict[str, v.Result] = {}
        self.request: v.NetworkEffect | None = None
        self.wait_until_ms: int | None = None
        self.nonce = "nonce-1"
        self.holding = v.Holding(
            device=self.me.id if enrolled else None,
            user=self.me.user,
            service=self.service.id,
            service_keys=(self.service.key.public,),
            epoch=self.epoch,
            cursors=(v.Cursor(self.me.user, 0, chain.START),),
            devices={self.me.id: v.KnownDevice(self.me.user, self.me.key.public)},
            forms_listed=NOW,
        )
        self._manifest()

    # -- what happens ---------------------------------------------------------------------------------------

    def save(self, *envelopes: Envelope, **more: Any) -> None:
        """Something was saved here, and the engine is told."""
        self.put(*envelopes, **more)
        self.tell(v.Wake())

    def put(self, *envelopes: Envelope, **more: Any) -> None:
        self.holding = replace(
            self.holding, outbox=self.holding.outbox + tuple(waiting(each, **more) for each in envelopes)
        )
        self._manifest()

    def passes(self, ms: int) -> None:
        """Time passes, and the engine is woken when it asked to be."""
        end = self.now_ms + ms
        while self.request is None and self.wait_until_ms is not None and self.wait_until_ms <= end:
            self.now_ms = max(self.now_ms, self.wait_until_ms)
            self.tell(v.Tick())
        self.now_ms = end

    def tell(self, event: v.Event) -> v.NetworkEffect | None:
        """One event; local effects are performed until the engine asks the network or waits."""
        if isinstance(event, v.Reply | v.LinkFailed):
            self.request = None
        for _ in range(100):
            for effect in self.engine.handle(event, self.holding, self.now_ms):
                self._perform(effect)
            if self.request is not None or self.wait_until_ms is None or self.wait_until_ms > self.now_ms:
                return self.request
            event = v.Tick()
        raise AssertionError("the engine goes round in circles")

    def replies(self, body: object, *, status: int = 200, nonce: str | None = None) -> v.NetworkEffect | None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.tell(v.Reply(status, data, nonce or self.nonce))

    def fails(self, reason: str = "unreachable") -> None:
        self.tell(v.LinkFailed(reason))

    # -- what the service says -------------------------------------------------------------------------------

    def hello(self, **more: Any) -> dict[str, Any]:
        return {
            "service": self.service.id,
            "org": "Aldermoor",
            "epoch": {"id": self.epoch, "n": 1},
            "time": NOW,
            "protocol": [1, 1],
            "keys": [{"id": an_id(), "public": self.service.key.public}],
            **more,
        }

    def answer(self, *scopes: dict[str, Any], status: str = "accepted", **more: Any) -> dict[str, Any]:
        """A reply to the sync under way, which accepts all that was pushed."""
        request = self.sync_request()
        have = max(
            [self.holding.ledger_top, *(w.counter for w in self.holding.outbox if w.hash in request.push)]
        )
        return {
            "epoch": {"id": self.epoch, "n": 1},
            "time": NOW,
            "have_counter": have,
            "results": [{"hash": each, "status": status} for each in request.push],
            "scopes": list(scopes),
            **more,
        }

    def sync_request(self) -> v.SendSync:
        assert isinstance(self.request, v.SendSync), self.request
        return self.request

    def starts(self) -> v.SendSync:
        """Through hello to the first sync."""
        if self.request is None:
            self.tell(v.SendNow())
        if isinstance(self.request, v.FetchHello):
            self.replies(self.hello())
        return self.sync_request()

    # -- performing --------------------------------------------------------------------------------------------

    def _perform(self, effect: v.Effect) -> None:
        self.done.append(effect)
        held = self.holding
        match effect:
            case v.Announce(fact):
                self.facts.append(fact)
            case v.Wait(until_ms):
                self.wait_until_ms = until_ms
            case v.ApplyResults(results):
                self.results |= {each.hash: each for each in results}
                final = {each.hash for each in results if each.is_final}
                stuck = {each.hash for each in results if each.status == "refused"}
                top = max([held.ledger_top, *(w.counter for w in held.outbox if w.hash in final)])
                outbox = tuple(
                    replace(w, stuck=w.stuck or w.hash in stuck) for w in held.outbox if w.hash not in final
                )
                self.holding = replace(held, outbox=outbox, ledger_top=top)
            case v.ApplyPage(before, entries, after, _head):
                assert before in held.cursors
                self.kept.setdefault(before.scope, []).extend(entries)
                self.holding = replace(held, cursors=tuple(after if c == before else c for c in held.cursors))
            case v.AddCursor(scope):
                self.holding = replace(held, cursors=(*held.cursors, v.Cursor(scope, 0, chain.START)))
            case v.EraseScope(scope):
                self.holding = replace(held, cursors=tuple(c for c in held.cursors if c.scope != scope))
            case v.ReportDiverged(scope):
                self.holding = replace(held, diverged=held.diverged | {scope})
            case v.KeepDevice(device, user, public):
                known = {**held.devices, device: v.KnownDevice(user, public)}
                self.holding = replace(held, devices=known)
            case v.KeepService(keys):
                self.holding = replace(held, service_keys=tuple(public for _, public in keys))
            case v.KeepUser(user):
                left = tuple(each for each in held.users_unnamed if each != user)
                self.holding = replace(held, users_unnamed=left)
            case v.KeepForm(hash):
                left = tuple(each for each in held.forms_lacking if each != hash)
                self.holding = replace(held, forms_lacking=left)
            case v.KeepFormList(forms, time):
                self.holding = replace(held, forms_listed=time, forms_lacking=tuple(f[2] for f in forms))
            case v.SendAgain(after):
                self.holding = replace(held, have_counter_told=after)
            case v.KeepTime():
                pass
            case _:
                self.request = effect
        self._manifest()

    def _manifest(self) -> None:
        held = sum(each.status == "held" for each in self.results.values())
        self.holding = replace(self.holding, manifest={"unsent": len(self.holding.outbox), "held": held})

    # -- what the tests look at ----------------------------------------------------------------------------------

    def did(self, kind: type) -> list[Any]:
        return [effect for effect in self.done if isinstance(effect, kind)]

    def told(self, kind: type) -> list[Any]:
        return [fact for fact in self.facts if isinstance(fact, kind)]
