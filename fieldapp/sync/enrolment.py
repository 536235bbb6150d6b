"""Enrolment: once, online, a code from the manager makes this laptop a device of one user.

Promise: the device's key is made and kept in the encrypted store before the code is spent, so a reply that is lost
costs nothing: the same code with the same key, within its half hour, gives the same device. Nothing of the code is
kept. Never here: who may enrol, passphrases, screens.
Source: protocol sections 2.1 to 2.3.
"""

from __future__ import annotations

import json

from fieldapp.ports import Entropy
from fieldapp.protocol import canonical, signing, wire
from fieldapp.protocol.codes import ProtocolError, normalise_code
from fieldapp.protocol.signing import DeviceKey
from fieldapp.store.exchange import APP, Exchange
from fieldapp.store.people import Device
from fieldapp.store.store import Store
from fieldapp.sync.engine import reading
from fieldapp.sync.engine.values import LinkFailed, Reply
from fieldapp.sync.transport import LinkTrouble, Outgoing, Wire, carry

TRIES = 3
"""For a nonce that grew old on the way: hello and enrol once more."""


def enrol(store: Store, wire_: Wire, *, service_url: str, code: str, label: str, entropy: Entropy) -> Device:
    """Make this store's laptop a device of the code's user, and return who it is now.

    Raises `ProtocolError` with a code of the catalogue (`enrol_code`: a wrong, spent or expired code), `LinkTrouble`
    when no whole answer came (try again with the same code), or `reading.Unreadable`, which is not our service.
    """
    key = _own_key(store, entropy)
    for _ in range(TRIES):
        hello, nonce = _hello(wire_)
        reply = _answered(
            carry(wire_, Outgoing("POST", "/v1/enrol", _request(key, code, label, nonce)), "", None)
        )
        if reply.status == 200:
            return _keep(store, key, service_url, hello, reading.enrolled(reply.body))
        told = reading.problem_code(reply.body) or "overloaded"
        if told != "nonce":
            raise ProtocolError(told)
    raise ProtocolError("nonce")


def hello(wire_: Wire) -> reading.Hello:
    """Who answers at this address: shown before anything is typed in."""
    return _hello(wire_)[0]


def _own_key(store: Store, entropy: Entropy) -> DeviceKey:
    """The key this laptop enrols with: made once, kept before it is used."""
    kept = store.setting("device_key")
    if kept is not None:
        return DeviceKey(canonical.unb64u(kept))
    key = DeviceKey.generate(entropy)
    store.set_setting("device_key", canonical.b64u(key.private))
    return key


def _hello(wire_: Wire) -> tuple[reading.Hello, str]:
    reply = _answered(carry(wire_, Outgoing("GET", "/v1/hello"), "", None))
    if reply.status != 200:
        raise ProtocolError(reading.problem_code(reply.body) or "overloaded")
    if reply.nonce is None:
        raise reading.Unreadable("no nonce")
    return reading.hello(reply.body), reply.nonce


def _answered(outcome: Reply | LinkFailed) -> Reply:
    if isinstance(outcome, LinkFailed):
        raise LinkTrouble(outcome.reason)
    return outcome


def _request(key: DeviceKey, code: str, label: str, nonce: str) -> bytes:
    told = {
        "code": normalise_code(code),
        "public_key": key.public,
        "label": label,
        "app": APP,
        "nonce": nonce,
        "proof": signing.enrol_proof(key, code, nonce),
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8")


def _keep(
    store: Store, key: DeviceKey, service_url: str, hello_: reading.Hello, told: wire.EnrolReply
) -> Device:
    if hello_.service != told.service.id:
        raise reading.Unreadable("two services at one address")
    device = Device(
        id=told.device,
        user_id=told.user.id,
        user_name=told.user.name,
        role=told.user.role,
        org_id=told.org.id,
        org=told.org.name,
        service_id=told.service.id,
        service_url=service_url,
        service_keys=tuple((each.id, each.public) for each in told.service.keys),
        recovery=told.recovery_key,
        policy=told.policy,
    )
    store.set_device(device, canonical.b64u(key.private))
    exchange = Exchange(store)
    exchange.keep_service(device.service_keys, told.epoch.id, told.epoch.n)
    exchange.add_scope(device.user_id)
    exchange.note_time(hello_.time)
    return device
