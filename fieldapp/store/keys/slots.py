"""Slots: the store key, sealed once for each way of opening it.

Promise: AES-256-GCM whose associated data binds slot type, KDF parameters (or recovery key) and profile, so that a
slot moved, mixed or weakened does not open. Never here: files, tries, a PIN. A slot is a plain JSON object.
Source: NIST SP 800-38D (GCM); RFC 7748 (X25519); RFC 5869 (HKDF); the store's design, "Keys".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fieldapp.ports import Entropy
from fieldapp.protocol import canonical
from fieldapp.store.errors import HeaderDamaged

from .kdf import KdfCost, derive, wipe

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a slot type
RECOVERY = "recovery"
SALT_BYTES = 16
NONCE_BYTES = 12
HKDF_INFO = b"fieldapp recovery slot 1"

Slot = Mapping[str, Any]


def seal_with_passphrase(
    store_key: bytearray, passphrase: str, profile: str, cost: KdfCost, entropy: Entropy
) -> dict[str, Any]:
    """A passphrase slot that holds `store_key`."""
    slot: dict[str, Any] = {
        "type": PASSPHRASE,
        "kdf": {
            "name": "argon2id",
            "memory_kib": cost.memory_kib,
            "passes": cost.passes,
            "lanes": cost.lanes,
            "salt": canonical.b64u(entropy.random_bytes(SALT_BYTES)),
        },
    }
    return _sealed(
        slot, store_key, derive(passphrase, canonical.unb64u(slot["kdf"]["salt"]), cost), profile, entropy
    )


def open_with_passphrase(slot: Slot, passphrase: str, profile: str) -> bytearray | None:
    """The store key, or None if this passphrase does not open this slot."""
    salt = canonical.unb64u(slot["kdf"]["salt"])
    return _opened(slot, derive(passphrase, salt, cost_of(slot)), profile)


def cost_of(slot: Slot) -> KdfCost:
    """What a passphrase slot says a guess costs; `HeaderDamaged` if it does not say it in our words."""
    told = slot.get("kdf")
    if not isinstance(told, dict) or told.get("name") != "argon2id":
        raise HeaderDamaged("kdf")
    numbers = [told.get(name) for name in ("memory_kib", "passes", "lanes")]
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        raise HeaderDamaged("kdf numbers")
    return KdfCost(*(int(number) for number in numbers if number is not None))


def seal_for_recovery(store_key: bytearray, public: str, profile: str, entropy: Entropy) -> dict[str, Any]:
    """A recovery slot: only the organisation's private key, kept offline, opens it."""
    own = X25519PrivateKey.from_private_bytes(entropy.random_bytes(32))
    slot = {"type": RECOVERY, "for": public, "ephemeral": _public_text(own.public_key())}
    shared = own.exchange(X25519PublicKey.from_public_bytes(canonical.unb64u(public)))
    return _sealed(slot, store_key, _recovery_key(shared, slot), profile, entropy)


def open_with_recovery(slot: Slot, private: bytes, profile: str) -> bytearray | None:
    """The store key, or None if this is not the private key that the slot was sealed for."""
    key = X25519PrivateKey.from_private_bytes(private)
    if _public_text(key.public_key()) != slot["for"]:
        return None
    shared = key.exchange(X25519PublicKey.from_public_bytes(canonical.unb64u(slot["ephemeral"])))
    return _opened(slot, _recovery_key(shared, slot), profile)


def _recovery_key(shared: bytes, slot: Slot) -> bytearray:
    """Both public keys go into the derivation, so that a slot names exactly one exchange."""
    salt = canonical.unb64u(slot["ephemeral"]) + canonical.unb64u(slot["for"])
    return bytearray(HKDF(hashes.SHA256(), 32, salt, HKDF_INFO).derive(shared))


def _public_text(key: X25519PublicKey) -> str:
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return canonical.b64u(raw)


def _bound(slot: Slot, profile: str) -> bytes:
    """The associated data: everything of the slot that is not the sealed bytes, and the profile."""
    told = {name: value for name, value in slot.items() if name not in ("nonce", "sealed")}
    return canonical.encode({"use": "fieldapp-key-slot", "profile": profile, "slot": told})


def _sealed(
    slot: dict[str, Any], store_key: bytearray, with_key: bytearray, profile: str, entropy: Entropy
) -> dict[str, Any]:
    nonce = entropy.random_bytes(NONCE_BYTES)
    try:
        sealed = AESGCM(bytes(with_key)).encrypt(nonce, bytes(store_key), _bound(slot, profile))
    finally:
        wipe(with_key)
    return {**slot, "nonce": canonical.b64u(nonce), "sealed": canonical.b64u(sealed)}


def _opened(slot: Slot, with_key: bytearray, profile: str) -> bytearray | None:
    try:
        return bytearray(
            AESGCM(bytes(with_key)).decrypt(
                canonical.unb64u(slot["nonce"]), canonical.unb64u(slot["sealed"]), _bound(slot, profile)
            )
        )
    except InvalidTag:
        return None
    finally:
        wipe(with_key)
