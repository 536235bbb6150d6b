"""The catalogue of everything that can go wrong, and the words for it.

Promise: each code says whose fault it is, what a worker reads, and what happens next; nothing else in Fieldapp
invents an error text for the wire. Never here: a name, an answer or an address. Where a sentence needs one it
holds a `{placeholder}`, which only the screen fills. Retired codes stay listed, so that an old log can be read.
Source: protocol 1 section 8; the problem document is RFC 9457.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fieldapp.ports import Entropy

Blame = Literal["ours", "theirs", "yours"]


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    """One way of going wrong: `blame` is ours (a fault in the programs), theirs (the world) or yours (input)."""

    code: str
    blame: Blame
    http: int
    """The HTTP status when it ends a whole request; 200 when it only ever stands inside a result."""
    sentence: str
    next_step: str


def _entries(*rows: tuple[str, Blame, int, str, str]) -> dict[str, ErrorEntry]:
    return {row[0]: ErrorEntry(*row) for row in rows}


_BUSY = "The service is busy. We'll try again by ourselves."
_UNPROVEN = "We couldn't prove this laptop to the service. Your work is safe here."
_NOT_THERE = "The service doesn't have this yet. We'll try again by ourselves."
_UNSENDABLE = "This note couldn't be sent as it is. It is safe here."

ERRORS: dict[str, ErrorEntry] = _entries(
    ("offline", "theirs", 200, "You're offline. Everything is saved on this laptop.", "none"),
    ("overloaded", "theirs", 500, _BUSY, "automatic"),
    ("lock_timeout", "theirs", 503, _BUSY, "automatic"),
    ("unsigned", "ours", 401, _UNPROVEN, "automatic once, then support code"),
    ("bad_signature", "ours", 401, _UNPROVEN, "automatic once, then support code"),
    ("nonce", "theirs", 401, _UNPROVEN, "automatic once, then support code"),
    ("enrol_code", "yours", 403, "That code didn't work. Ask your manager for a new one.", "new code"),
    (
        "device_revoked",
        "theirs",
        403,
        "This laptop has been taken off the system. Your {count} unsent notes are safe.",
        "call manager",
    ),
    (
        "device_forked",
        "theirs",
        200,
        "This laptop looks like a copy of another. Your notes were delivered for checking.",
        "enrol again",
    ),
    (
        "forbidden_scope",
        "theirs",
        200,
        "You don't hold this family. Your note is kept and your manager told.",
        "hand over",
    ),
    ("case_moved", "theirs", 200, "Delivered. {name} now holds this family and will file it.", "none"),
    (
        "case_closed",
        "theirs",
        200,
        "This family's file closed while you were away. Your note waits for filing.",
        "manager refiles",
    ),
    (
        "locked",
        "theirs",
        200,
        "This was signed off. Your change is kept as an addendum.",
        "check addendum",
    ),
    ("invalid_field", "yours", 200, "One answer can't be accepted: {question} {reason}.", "go to field"),
    ("form_unknown", "ours", 200, "One answer can't be accepted: {question} {reason}.", "go to field"),
    ("conflict", "yours", 200, "You and {name} both changed {question}. Please choose.", "decide"),
    ("malformed", "ours", 400, _UNSENDABLE, "support code / split"),
    ("too_large", "yours", 413, _UNSENDABLE, "support code / split"),
    ("parent_unknown", "ours", 200, _NOT_THERE, "automatic"),
    ("not_found", "ours", 404, _NOT_THERE, "automatic"),
    (
        "storage_full",
        "theirs",
        507,
        "This laptop is nearly full. Text is still being saved.",
        "free space",
    ),
    (
        "upgrade_required",
        "theirs",
        426,
        "Update needed to receive changes. Sending still works.",
        "update",
    ),
    (
        "epoch_changed",
        "theirs",
        409,
        "The service was restored. We're checking that nothing is missing.",
        "automatic, then report",
    ),
    (
        "diverged",
        "ours",
        409,
        "Something doesn't match. Your work is safe; support has been told.",
        "support code",
    ),
)


class ProtocolError(Exception):
    """One entry of the catalogue, raised. `detail` is for support: a fixed phrase, never data of a record."""

    def __init__(self, code: str, detail: str | None = None) -> None:
        self.entry = ERRORS[code]
        self.code = code
        self.detail = detail
        super().__init__(code if detail is None else f"{code}: {detail}")


class Malformed(ProtocolError):
    """Bytes or values that are not what protocol 1 allows. The detail names the rule, not the content."""

    def __init__(self, detail: str) -> None:
        super().__init__("malformed", detail)


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None})


def normalise_code(text: str) -> str:
    """An enrolment code as it is compared: capitals, no spaces or hyphens, look-alike letters as digits (2.3)."""
    return text.upper().translate(_LOOKALIKES)


def new_code(entropy: Entropy) -> str:
    """Fifty random bits as ten Crockford base-32 characters, already in the compared form."""
    number = int.from_bytes(entropy.random_bytes(7), "big")
    return "".join(CROCKFORD[number >> (5 * place) & 31] for place in range(CODE_LENGTH))
