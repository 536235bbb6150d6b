"""Ed25519: who wrote a revision, and who is asking.

Promise: a device proves itself afresh with every request and every revision; there is no token to steal. The
private key never leaves `DeviceKey`. Never here: storing keys, asking the time, deciding what a device may do.
Source: protocol 1 sections 1, 2.3 and 2.4; RFC 8032, HTTP Message Signatures (RFC 9421, one fixed form of it),
Content-Digest (RFC 9530).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fieldapp.ports import Entropy
from fieldapp.protocol import canonical
from fieldapp.protocol.codes import Malformed, ProtocolError, normalise_code

CONTENT_DIGEST = "Content-Digest"
SIGNATURE_INPUT = "Signature-Input"
SIGNATURE = "Signature"
NONCE = "Fieldapp-Nonce"

_NONCE = r"[A-Za-z0-9\-_.]{1,200}"
_NONCE_SHAPE = re.compile(_NONCE)
_INPUT = re.compile(
    r'fa=(\("@method" "@path" "content-digest"\);keyid="([0-9a-f-]{36})"'
    rf';nonce="({_NONCE})";alg="ed25519")'
)
_SIGNED = re.compile(r"fa=:([A-Za-z0-9+/]{86}==):")


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """A device's Ed25519 key; printing it shows nothing."""

    private: bytes = field(repr=False)

    @classmethod
    def generate(cls, entropy: Entropy) -> DeviceKey:
        """A fresh key."""
        return cls(entropy.random_bytes(32))

    @property
    def public(self) -> str:
        """The public key, as the wire has it."""
        raw = (
            self._key().public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        )
        return canonical.b64u(raw)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature over `message`."""
        return self._key().sign(message)

    def sign_hash(self, hash_hex: str) -> str:
        """A revision's signature: over the 32 bytes of its hash."""
        return canonical.b64u(self.sign(bytes.fromhex(hash_hex)))

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.private)


def is_public_key(text: object) -> bool:
    """Whether `text` is the wire form of an Ed25519 public key."""
    if not isinstance(text, str):
        return False
    try:
        return len(canonical.unb64u(text)) == 32
    except Malformed:
        return False


def _is_genuine(public: str, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(canonical.unb64u(public)).verify(signature, message)
    except (InvalidSignature, ValueError, Malformed):
        return False
    return True


def verify_hash(public: str, hash_hex: str, sig: str) -> bool:
    """Whether `sig` is this key's signature of a revision with this hash."""
    try:
        signature = canonical.unb64u(sig)
    except Malformed:
        return False
    return _is_genuine(public, bytes.fromhex(hash_hex), signature)


def content_digest(body: bytes) -> str:
    """RFC 9530 with SHA-256, of the body as sent."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode('ascii')}:"


def signature_base(method: str, path: str, digest: str, params: str) -> bytes:
    """The four lines that are signed, joined by LF, none at the end."""
    return "\n".join(
        (
            f'"@method": {method}',
            f'"@path": {path}',
            f'"content-digest": {digest}',
            f'"@signature-params": {params}',
        )
    ).encode("utf-8")


def sign_request(
    key: DeviceKey, device: str, nonce: str, method: str, path: str, body: bytes
) -> dict[str, str]:
    """The three headers that prove a request; `body` is what goes over the wire, already compressed."""
    params = f'("@method" "@path" "content-digest");keyid="{device}";nonce="{nonce}";alg="ed25519"'
    digest = content_digest(body)
    signature = key.sign(signature_base(method, path, digest, params))
    return {
        CONTENT_DIGEST: digest,
        SIGNATURE_INPUT: f"fa={params}",
        SIGNATURE: f"fa=:{base64.b64encode(signature).decode('ascii')}:",
    }


@dataclass(frozen=True, slots=True)
class ProvenRequest:
    """What a signed request has proved: which device asks, and with which nonce (its age is checked next)."""

    device: str
    nonce: str


def check_request(
    headers: Mapping[str, str],
    method: str,
    path: str,
    body: bytes,
    public_of: Callable[[str], str | None],
) -> ProvenRequest:
    """Who signed this request; `ProtocolError` unsigned or bad_signature, in the order of section 2.4.

    `headers` is read by the three names as they are spelled here, so pass a mapping that ignores case, or one
    with these spellings. The nonce's age is the service's to judge, after this.
    """
    return check_head(headers, method, path, canonical.sha256_hex(body), public_of)


def check_head(
    headers: Mapping[str, str],
    method: str,
    path: str,
    body_sha256: str,
    public_of: Callable[[str], str | None],
) -> ProvenRequest:
    """The same for a body that was hashed while it streamed in."""
    told = [headers.get(name) for name in (CONTENT_DIGEST, SIGNATURE_INPUT, SIGNATURE)]
    digest, params, signed = told
    if digest is None or params is None or signed is None:
        raise ProtocolError("unsigned")
    shape, signature = _INPUT.fullmatch(params), _SIGNED.fullmatch(signed)
    if shape is None or signature is None:
        raise ProtocolError("bad_signature", "headers of another form")
    right = base64.b64encode(bytes.fromhex(body_sha256)).decode("ascii")
    if digest != f"sha-256=:{right}:":
        raise ProtocolError("bad_signature", "digest of another body")
    public = public_of(shape[2])
    if public is None:
        raise ProtocolError("bad_signature", "unknown key")
    try:
        raw = base64.b64decode(signature[1], validate=True)
    except binascii.Error:
        raise ProtocolError("bad_signature", "headers of another form") from None
    if not _is_genuine(public, signature_base(method, path, digest, shape[1]), raw):
        raise ProtocolError("bad_signature")
    return ProvenRequest(shape[2], shape[3])


def is_nonce(text: object) -> bool:
    """Whether `text` has a nonce's form (section 2.2)."""
    return isinstance(text, str) and _NONCE_SHAPE.fullmatch(text) is not None


def code_hash(code: str) -> str:
    """What the service keeps of an enrolment code: SHA-256 of its compared form."""
    return canonical.sha256_hex(normalise_code(code).encode("utf-8"))


def enrol_message(code: str, nonce: str, public_key: str) -> bytes:
    """The 32 bytes that a new device signs to show that it holds its key and knows the code."""
    told = {
        "use": "fieldapp-enrol",
        "code": code_hash(code),
        "nonce": nonce,
        "public_key": public_key,
    }
    return hashlib.sha256(canonical.encode(told)).digest()


def enrol_proof(key: DeviceKey, code: str, nonce: str) -> str:
    """The proof that goes with `POST /v1/enrol`."""
    return canonical.b64u(key.sign(enrol_message(code, nonce, key.public)))


def is_enrol_proof(public_key: str, code: str, nonce: str, proof: str) -> bool:
    """Whether `proof` fits the code, the nonce and the key."""
    try:
        signature = canonical.unb64u(proof)
    except Malformed:
        return False
    return _is_genuine(public_key, enrol_message(code, nonce, public_key), signature)
