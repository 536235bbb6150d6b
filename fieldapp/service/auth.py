"""Who is asking: every request proves itself, and device and user are read from the database each time.

Promise: checked in the order of protocol 1 section 2.4, before anything is unpacked. Nothing is cached, and there
is no session. Never here: what the asker may do.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from starlette.datastructures import Headers

from fieldapp.ports import Clock
from fieldapp.protocol.codes import ProtocolError
from fieldapp.protocol.signing import CONTENT_DIGEST, SIGNATURE, SIGNATURE_INPUT, check_request
from fieldapp.service import people
from fieldapp.service.identity import Identity
from fieldapp.service.push import Sender

SIGNED_HEADERS = (CONTENT_DIGEST, SIGNATURE_INPUT, SIGNATURE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived: nothing of it is believed yet."""

    method: str
    path: str
    headers: Headers
    body: bytes

    def signed_headers(self) -> dict[str, str]:
        """The three headers of the proof; `unsigned` if one is missing, `bad_signature` if one stands twice."""
        values = {name: self.headers.getlist(name) for name in SIGNED_HEADERS}
        if not all(values.values()):
            raise ProtocolError("unsigned")
        if any(len(found) > 1 for found in values.values()):
            raise ProtocolError("bad_signature", "a header twice")
        return {name: found[0] for name, found in values.items()}


def prove(connection: sa.Connection, identity: Identity, clock: Clock, asked: Asked) -> Sender:
    """The device that signed this request, and its user."""

    def public_of(device_id: str) -> str | None:
        device = people.find_device(connection, device_id)
        return None if device is None else device.public_key

    proven = check_request(asked.signed_headers(), asked.method, asked.path, asked.body, public_of)
    if not identity.is_good_nonce(proven.nonce, clock):
        raise ProtocolError("nonce")
    device = people.find_device(connection, proven.device)
    user = None if device is None else people.find_user(connection, device.user)
    if device is None or user is None:
        raise ProtocolError("bad_signature", "unknown key")
    return Sender(device.id, device.public_key, user)
