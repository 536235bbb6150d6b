"""Who the service is: its id, its signing key, and the nonces it hands out.

Promise: the private key stays in one file of the service's folder, readable by its owner alone; the database knows
only the public half. A nonce proves by itself that this service made it, and when; nothing is stored for it.
Never here: who is asking. Source: protocol 1 sections 2.1 and 2.2.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from pathlib import Path

from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol import canonical
from fieldapp.protocol.codes import Malformed
from fieldapp.protocol.revision import is_uuid
from fieldapp.protocol.signing import DeviceKey, is_nonce
from fieldapp.service.database import Mistake

NONCE_GOOD_MS = 15 * 60 * 1000
# A second instance's clock may run a little ahead of ours.
_AHEAD_MS = 5_000


@dataclass(frozen=True, slots=True)
class Identity:
    """The service's id and keys, as its folder keeps them."""

    service: str
    key_id: str
    key: DeviceKey
    boot: str

    def make_nonce(self, clock: Clock, entropy: Entropy) -> str:
        """A nonce of now: time, chance, and a code that only this service can make."""
        told = f"{clock.wall_ms():x}.{canonical.b64u(entropy.random_bytes(9))}"
        return f"{told}.{self._seal(told)}"

    def is_good_nonce(self, nonce: str, clock: Clock) -> bool:
        """Whether it is ours and not older than fifteen minutes."""
        told, _, seal = nonce.rpartition(".")
        if not is_nonce(nonce) or not hmac.compare_digest(seal, self._seal(told)):
            return False
        made_ms = int(told.partition(".")[0], 16)
        return -_AHEAD_MS <= clock.wall_ms() - made_ms <= NONCE_GOOD_MS

    def _seal(self, told: str) -> str:
        secret = hashlib.sha256(b"fieldapp-nonce" + self.key.private).digest()
        return canonical.b64u(hmac.digest(secret, told.encode("ascii"), "sha256")[:18])


def _file(folder: Path) -> Path:
    return folder / "identity.json"


def create(folder: Path, clock: Clock, entropy: Entropy) -> Identity:
    """A new service in this folder; a `Mistake` if there is one already."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # with SQLite the whole record lies here, in clear
    path = _file(folder)
    now_ms = clock.wall_ms()
    made = Identity(
        uuid7(now_ms, entropy), uuid7(now_ms, entropy), DeviceKey.generate(entropy), uuid7(now_ms, entropy)
    )
    text = json.dumps(
        {"service": made.service, "key": {"id": made.key_id, "private": canonical.b64u(made.key.private)}}
    )
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Mistake("there is a service in this folder already") from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return made


def load(folder: Path, clock: Clock, entropy: Entropy) -> Identity:
    """The service of this folder; a `Mistake` if there is none, or if its file is damaged."""
    try:
        told = json.loads(_file(folder).read_text(encoding="utf-8"))
        service, key_id = told["service"], told["key"]["id"]
        private = canonical.unb64u(told["key"]["private"])
    except FileNotFoundError:
        raise Mistake("there is no service in this folder; make one with init") from None
    except (ValueError, KeyError, TypeError, Malformed):
        raise Mistake("identity.json in the service's folder is damaged") from None
    if not is_uuid(service) or not is_uuid(key_id) or len(private) != 32:
        raise Mistake("identity.json in the service's folder is damaged")
    return Identity(service, key_id, DeviceKey(private), uuid7(clock.wall_ms(), entropy))


def forget(folder: Path) -> None:
    """Undo `create`, when the database could not be made."""
    _file(folder).unlink(missing_ok=True)
