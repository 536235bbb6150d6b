"""Between the engine and the world: what the engine asks for is done here, one thing after the other.

Promise: local effects are committed in the engine's order before anything goes out; if one cannot be committed, the
rest is left undone and the engine is told. A request holds exactly the bytes that were signed.
Never here: deciding anything; a thread. `talk` is a generator that yields what must be sent and is given what came
back, so that the loop can drive it over a socket and the simulation can drive many of them in any order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator

from fieldapp.ports import Clock
from fieldapp.protocol.signing import DeviceKey
from fieldapp.protocol.times import format_time
from fieldapp.store import StoreError
from fieldapp.store.exchange import Exchange
from fieldapp.store.outbox import Answer, Unsent
from fieldapp.store.people import KnownDevice as StoreKnownDevice
from fieldapp.store.people import KnownUser
from fieldapp.store.pulling import Place, Received
from fieldapp.store.store import Store
from fieldapp.sync.engine import Engine
from fieldapp.sync.engine import values as v
from fieldapp.sync.transport import Outgoing

Talk = Generator[Outgoing, v.Reply | v.LinkFailed, int | None]


class Errands:
    """One laptop's hands: reads what the engine must know, and performs what it decides."""

    def __init__(self, store: Store, clock: Clock, engine: Engine) -> None:
        self._exchange = Exchange(store)
        self._announce: Callable[[object], None] = store.bus.announce
        self._clock = clock
        self._engine = engine
        self.device = ""
        """The id of the device that signs, as of the last look at the store; empty before enrolment."""
        self.device_key: DeviceKey | None = None
        self._forms_named = set(self._exchange.forms_named())
        self._unnamed = list(self._exchange.unnamed_authors())

    def talk(self, event: v.Event) -> Talk:
        """Go on from `event` until there is nothing to do; returns the monotonic time to be woken at, or None."""
        sending = False
        while True:
            effects = self._engine.handle(event, self.holding(), self._clock.monotonic_ms())
            try:
                if sending and not any(isinstance(effect, v.ApplyResults) for effect in effects):
                    self._exchange.clear_sending()
                sending = False
                request, until_ms = self._perform(effects)
                outgoing = None if request is None else self._outgoing(request)
            except StoreError as fault:
                event = v.LocalFailed("storage_full" if fault.code == "storage_full" else "overloaded")
                continue
            if outgoing is not None:
                sending = isinstance(request, v.SendSync) and bool(request.push)
                event = yield outgoing
            elif until_ms is not None and until_ms <= self._clock.monotonic_ms():
                event = v.Tick()
            else:
                return until_ms

    # -- what the engine must know --------------------------------------------------------------------------------

    def holding(self) -> v.Holding:
        """What this laptop holds, in one consistent view."""
        here = self._exchange.snapshot(self._forms_named)
        if here.device is None or here.device_key is None:
            return v.Holding(device=None)
        self.device, self.device_key = here.device.id, here.device_key
        devices = {each.id: v.KnownDevice(each.user, each.public) for each in here.devices.values()}
        devices[here.device.id] = v.KnownDevice(here.device.user_id, here.device_key.public)
        listed = here.forms_listed_at_ms
        return v.Holding(
            device=here.device.id,
            user=here.device.user_id,
            service=here.device.service_id,
            service_keys=tuple(public for _id, public in here.device.service_keys),
            epoch=here.epoch,
            outbox=tuple(map(_waiting, here.unsent)),
            cursors=tuple(v.Cursor(each.scope, each.seq, each.chain) for each in here.places),
            assignments=tuple(v.Assignment(each.family, each.since, each.until) for each in here.carrying),
            devices=devices,
            forms_lacking=here.forms_lacking,
            forms_listed=None if listed is None else format_time(listed),
            users_unnamed=tuple(self._unnamed),
            diverged=here.diverged,
            ledger_top=here.highest_answered,
            have_counter_told=here.have_counter_told,
            manifest=here.manifest,
        )

    # -- doing ----------------------------------------------------------------------------------------------------

    def _perform(self, effects: tuple[v.Effect, ...]) -> tuple[v.NetworkEffect | None, int | None]:
        until_ms: int | None = None
        for effect in effects:
            match effect:
                case v.Announce(fact):
                    self._announce(fact)
                case v.Wait(moment):
                    until_ms = moment
                case (
                    v.SendSync()
                    | v.FetchHello()
                    | v.FetchForms()
                    | v.FetchForm()
                    | v.FetchDevice()
                    | v.FetchUser()
                ):
                    return effect, None
                case _:
                    self._perform_here(effect)
        return None, until_ms

    def _perform_here(self, effect: v.LocalEffect) -> None:
        """One local effect, one transaction."""
        exchange = self._exchange
        match effect:
            case v.ApplyResults(results):
                exchange.apply_answers([_answer(each) for each in results])
            case v.ApplyPage(before, entries, after, head):
                received = [_received(each) for each in entries]
                exchange.apply_page(_place(before), received, _place(after), head)
                self._note_names(entries)
            case v.AddCursor(scope):
                exchange.add_scope(scope)
            case v.EraseScope(scope, reason):
                exchange.erase_scope(scope, reason)
            case v.ReportDiverged(scope):
                exchange.mark_diverged(scope)
            case v.SendAgain(after):
                exchange.send_again(after)
            case v.KeepTime(time):
                exchange.note_time(time)
            case v.KeepService(keys, epoch, number):
                exchange.keep_service(keys, epoch, number)
            case v.KeepDevice(device, user, public):
                exchange.know_device(StoreKnownDevice(device, user, public))
            case v.KeepUser(user, name, role):
                exchange.know_user(KnownUser(user, name, role))
                self._unnamed = [each for each in self._unnamed if each != user]
            case v.KeepFormList(forms, time):
                exchange.list_forms(forms, time)
            case v.KeepForm(_hash, xml):
                exchange.put_form(xml)

    def _note_names(self, entries: tuple[v.Entry, ...]) -> None:
        """Remember which forms and which people the new entries speak of."""
        known: set[str] | None = None
        for entry in entries:
            revision = entry.envelope.revision
            if revision.form is not None:
                self._forms_named.add(revision.form["hash"])
            if revision.author in self._unnamed:
                continue
            if known is None:
                known = set(self._exchange.store.users())
            if revision.author not in known:
                self._unnamed.append(revision.author)

    def _outgoing(self, request: v.NetworkEffect) -> Outgoing:
        match request:
            case v.FetchHello():
                return Outgoing("GET", "/v1/hello")
            case v.FetchForms(nonce):
                return Outgoing("GET", "/v1/forms", b"", nonce)
            case v.FetchForm(nonce, hash):
                return Outgoing("GET", f"/v1/forms/{hash}", b"", nonce)
            case v.FetchDevice(nonce, device):
                return Outgoing("GET", f"/v1/devices/{device}", b"", nonce)
            case v.FetchUser(nonce, user):
                return Outgoing("GET", f"/v1/users/{user}", b"", nonce)
            case v.SendSync():
                return Outgoing("POST", "/v1/sync", self._sync_body(request), request.nonce)

    def _sync_body(self, request: v.SendSync) -> bytes:
        """The request's JSON. Revisions go in as the bytes that were signed; nothing is written anew."""
        if request.push:
            self._exchange.mark_sending(request.push)
        rest = {
            "epoch": request.epoch,
            "cursors": [[each.scope, each.seq, each.chain] for each in request.cursors],
            "max_bytes": request.max_bytes,
            "manifest": dict(request.manifest),
        }
        text = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode()
        return b'{"push":[' + b",".join(self._exchange.envelopes(request.push)) + b"]," + text[1:]


def _waiting(unsent: Unsent) -> v.Waiting:
    parents = () if unsent.first_parent is None else (unsent.first_parent,)
    return v.Waiting(
        unsent.hash,
        unsent.doc,
        unsent.scope,
        unsent.kind,
        unsent.counter,
        parents,
        unsent.group,
        unsent.size_bytes,
        unsent.stuck,
    )


def _answer(result: v.Result) -> Answer:
    return Answer(result.hash, result.status, result.code, result.detail, result.head, result.seq)


def _place(cursor: v.Cursor) -> Place:
    return Place(cursor.scope, cursor.seq, cursor.chain)


def _received(entry: v.Entry) -> Received:
    return Received(entry.seq, entry.role, entry.envelope)
