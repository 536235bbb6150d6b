"""The signed revision: the only thing that syncs, and the shape it must have.

Promise: what is read here is kept whole. Members that this version does not know are kept, hashed and sent on
unchanged; the hash is always computed, never believed. What does not have the shape is `Malformed`.
Never here: who may write it, whether its parents exist, how it merges, how it is signed.
Source: protocol 1 section 1. Names follow Namespaces in XML 1.0 (NCName); ids RFC 9562 section 5.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from fieldapp.ports import Clock
from fieldapp.protocol import canonical
from fieldapp.protocol.codes import Malformed
from fieldapp.protocol.times import format_time, parse_time

Body = Mapping[str, Any]
"""Leaf keys to values: str, sorted list of str, int (a row's position) or {"accounts": [...]}, as in the JSON."""

REVISION_BYTES_MAX = 1024 * 1024
GROUP_MAX = 20
FLAGS = ("auto", "deleted", "erased", "signed_off")
MEMBERS = (
    "v",
    "doc",
    "kind",
    "scope",
    "parents",
    "body",
    "open",
    "form",
    "blobs",
    "author",
    "device",
    "counter",
    "prev",
    "group",
    "written",
    "flags",
    "salt",
)

_UUID_TEXT = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_UUID = re.compile(_UUID_TEXT)
_HASH = re.compile(r"[0-9a-f]{64}")
_KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_STEP = f"[{_START}][{_START}\\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*(?:\\[{_UUID_TEXT}\\])?"
_KEY = re.compile(f"{_STEP}(?:/{_STEP})*")
_ROW = re.compile(r"\[[^\]]*\]")


def is_uuid(value: object) -> bool:
    """A UUID of version 7 in lower case, and nothing else."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_hash(value: object) -> bool:
    """A SHA-256 in lower-case hexadecimal."""
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


def is_key(value: object) -> bool:
    """Whether `value` is written as a body key: steps of XML names, each with at most one row."""
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def form_path(key: str) -> str:
    """The question's place in its form: the key without its rows. Merge types are found by it."""
    return _ROW.sub("", key)


def is_row(key: str) -> bool:
    """Whether the key is a row's own key, which holds the row's position."""
    return key.endswith("]")


def rows_of(key: str) -> tuple[str, ...]:
    """The keys of the rows that `key` stands in, outermost first; a row's own key is not among them."""
    return tuple(key[: found.end()] for found in _ROW.finditer(key) if found.end() < len(key))


def check_body(body: object) -> None:
    """`Malformed` unless `body` is a flat object of answers in which every key stands beside its rows' keys."""
    if not isinstance(body, dict):
        raise Malformed("a body that is no object")
    for key, value in body.items():
        if not is_key(key):
            raise Malformed("a key of another form")
        if is_row(key):
            if not _is_integer(value):
                raise Malformed("a row without a position")
        else:
            _check_answer(value)
        if any(row not in body for row in rows_of(key)):
            raise Malformed("a key without its row")


def _check_answer(value: object) -> None:
    if isinstance(value, str):
        if not value:
            raise Malformed("an empty answer")
    elif isinstance(value, list):
        if not value or not all(isinstance(item, str) for item in value):
            raise Malformed("choices that are not texts")
        if any(left >= right for left, right in pairwise(value)):
            raise Malformed("choices out of order")
    elif isinstance(value, dict):
        _check_accounts(value)
    else:
        raise Malformed("an answer of another type")


def _check_accounts(value: Mapping[str, object]) -> None:
    accounts = value.get("accounts")
    if not isinstance(accounts, list) or not accounts:
        raise Malformed("an answer of another type")
    for account in accounts:
        if not isinstance(account, dict):
            raise Malformed("an account of another shape")
        if not is_uuid(account.get("author")) or not is_hash(account.get("rev")):
            raise Malformed("an account of another shape")
        text = account.get("text")
        if not isinstance(text, str) or not text:
            raise Malformed("an account without a text")


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Two values stand for one key and a person must choose; key `""` asks whether the document is deleted."""

    key: str
    side: str

    def to_wire(self) -> dict[str, str]:
        """As it stands in the service's revision."""
        return {"key": self.key, "side": self.side}


@dataclass(frozen=True, slots=True)
class Written:
    """When a revision was written, as far as a laptop with a doubtful clock can say."""

    wall: str
    zone: str
    server: str | None
    elapsed_ms: int | None
    boot: str

    @classmethod
    def now(cls, clock: Clock, server: str | None = None, elapsed_ms: int | None = None) -> Written:
        """What `clock` says now; `server` is the last time heard from the service in this boot, and since when."""
        return cls(format_time(clock.wall_ms()), clock.zone(), server, elapsed_ms, boot_id(clock.boot()))

    def to_wire(self) -> dict[str, Any]:
        """As it stands in a revision."""
        return {
            "wall": self.wall,
            "zone": self.zone,
            "server": self.server,
            "elapsed_ms": self.elapsed_ms,
            "boot": self.boot,
        }


def boot_id(boot: str) -> str:
    """The machine's name for this boot as an id of version 7.

    Linux hands out a version 4; only equality matters here, so version and variant are set and the rest is kept.
    """
    if is_uuid(boot):
        return boot
    digits = re.sub(r"[^0-9a-f]", "", boot.lower()).ljust(32, "0")[:32]
    digits = digits[:12] + "7" + digits[13:16] + "8" + digits[17:]
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of one document, whole: `members` as received, its canonical bytes and its hash.

    Make one with `Revision.parse`, which checks the shape; the properties only name what is inside.
    """

    members: Mapping[str, Any]
    canonical: bytes = field(repr=False)
    hash: str

    @classmethod
    def parse(cls, members: object) -> Revision:
        """The revision of these members, or `Malformed`."""
        if not isinstance(members, dict):
            raise Malformed("a revision that is no object")
        _check_shape(members)
        data = canonical.encode(members)
        return cls(members, data, canonical.sha256_hex(data))

    @property
    def doc(self) -> str:
        """The document it is a version of."""
        return str(self.members["doc"])

    @property
    def kind(self) -> str:
        """What kind of document: visit, plan, family …"""
        return str(self.members["kind"])

    @property
    def scope(self) -> str:
        """Whose log it stands in: a family's, or a user's own."""
        return str(self.members["scope"])

    @property
    def parents(self) -> tuple[str, ...]:
        """What the author edited first; then the sides that this revision decides."""
        return tuple(self.members["parents"])

    @property
    def body(self) -> Body | None:
        """The answers, or None when it deletes."""
        body: Body | None = self.members["body"]
        return body

    @property
    def open(self) -> tuple[OpenQuestion, ...]:
        """Questions that wait for a person; only the service's own revisions carry any."""
        return tuple(OpenQuestion(asked["key"], asked["side"]) for asked in self.members["open"])

    @property
    def form(self) -> Mapping[str, Any] | None:
        """`{"id", "version", "hash"}` of the form that the answers belong to."""
        form: Mapping[str, Any] | None = self.members["form"]
        return form

    @property
    def blobs(self) -> list[dict[str, Any]]:
        """Its attachments, by content."""
        return list(self.members["blobs"])

    @property
    def author(self) -> str:
        """The user whose device wrote it, or who caused the service to."""
        return str(self.members["author"])

    @property
    def device(self) -> str:
        """The device whose key signed it; the service's own: the service's id."""
        return str(self.members["device"])

    @property
    def counter(self) -> int | None:
        """Dense per device from 1; None on the service's own."""
        counter: int | None = self.members["counter"]
        return counter

    @property
    def prev(self) -> str | None:
        """This device's revision before it."""
        prev: str | None = self.members["prev"]
        return prev

    @property
    def group(self) -> str | None:
        """Revisions of one group commit together."""
        group: str | None = self.members["group"]
        return group

    @property
    def written(self) -> Written:
        """When, as the device says."""
        told = self.members["written"]
        return Written(told["wall"], told["zone"], told["server"], told["elapsed_ms"], told["boot"])

    @property
    def flags(self) -> tuple[str, ...]:
        """Of auto, deleted, erased, signed_off."""
        return tuple(self.members["flags"])

    @property
    def salt(self) -> str:
        """Sixteen random bytes, so that nobody can guess a body from its hash."""
        return str(self.members["salt"])

    @property
    def deleted(self) -> bool:
        """Whether it deletes the document."""
        return self.members["body"] is None

    @property
    def signed_off(self) -> bool:
        """Whether a manager signed the document off with it."""
        return "signed_off" in self.members["flags"]


def _check_shape(members: Mapping[str, Any]) -> None:
    missing = [name for name in MEMBERS if name not in members]
    if missing:
        raise Malformed(f"no member {missing[0]}")
    for name, is_right in _SHAPES.items():
        if not is_right(members[name]):
            raise Malformed(f"member {name} of another form")
    if members["body"] is not None:
        check_body(members["body"])
    if ("deleted" in members["flags"]) != (members["body"] is None):
        raise Malformed("flag deleted without a null body, or the other way")
    if (members["prev"] is not None) != (members["counter"] is not None and members["counter"] > 1):
        raise Malformed("prev does not go with counter")


def _is_version(value: object) -> bool:
    return _is_integer(value) and value == 1


def _is_kind(value: object) -> bool:
    return isinstance(value, str) and _KIND.fullmatch(value) is not None


def _are_parents(value: object) -> bool:
    return isinstance(value, list) and all(map(is_hash, value)) and len(set(value)) == len(value)


def _is_body(value: object) -> bool:
    return value is None or isinstance(value, dict)


def _are_questions(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(asked, dict)
        and (asked.get("key") == "" or is_key(asked.get("key")))
        and is_hash(asked.get("side"))
        for asked in value
    )


def _is_form(value: object) -> bool:
    return value is None or (
        isinstance(value, dict)
        and isinstance(value.get("id"), str)
        and isinstance(value.get("version"), str)
        and is_hash(value.get("hash"))
    )


def _are_blobs(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(blob, dict)
        and is_hash(blob.get("sha256"))
        and _is_integer(blob.get("size"))
        and blob["size"] >= 0
        and all(isinstance(blob.get(name), str) for name in ("type", "role", "name"))
        for blob in value
    )


def _is_counter(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 1)


def _is_prev(value: object) -> bool:
    return value is None or is_hash(value)


def _is_group(value: object) -> bool:
    return value is None or is_uuid(value)


def _is_time(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        parse_time(value)
    except Malformed:
        return False
    return True


def _is_written(value: object) -> bool:
    return (
        isinstance(value, dict)
        and {"wall", "zone", "server", "elapsed_ms", "boot"} <= value.keys()
        and _is_time(value["wall"])
        and isinstance(value["zone"], str)
        and (value["server"] is None or _is_time(value["server"]))
        and (value["elapsed_ms"] is None or _is_integer(value["elapsed_ms"]))
        and is_uuid(value["boot"])
    )


def _are_flags(value: object) -> bool:
    return (
        isinstance(value, list)
        and all(isinstance(flag, str) and flag in FLAGS for flag in value)
        and value == sorted(set(value))
    )


def _is_salt(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return len(canonical.unb64u(value)) == 16
    except Malformed:
        return False


_SHAPES = {
    "v": _is_version,
    "doc": is_uuid,
    "kind": _is_kind,
    "scope": is_uuid,
    "parents": _are_parents,
    "body": _is_body,
    "open": _are_questions,
    "form": _is_form,
    "blobs": _are_blobs,
    "author": is_uuid,
    "device": is_uuid,
    "counter": _is_counter,
    "prev": _is_prev,
    "group": _is_group,
    "written": _is_written,
    "flags": _are_flags,
    "salt": _is_salt,
}


@dataclass(frozen=True, slots=True)
class Envelope:
    """A revision with its signature, as it travels."""

    revision: Revision
    sig: str

    def to_wire(self) -> dict[str, Any]:
        """`{"rev", "sig"}`; the hash is never sent beside it."""
        return {"rev": self.revision.members, "sig": self.sig}

    @classmethod
    def parse(cls, item: object) -> Envelope:
        """The envelope of this JSON object, or `Malformed`; the signature's truth is checked elsewhere."""
        if not isinstance(item, dict) or "rev" not in item or not isinstance(item.get("sig"), str):
            raise Malformed("an envelope of another shape")
        return cls(Revision.parse(item["rev"]), item["sig"])


def accounts_of(body: Body) -> Iterator[tuple[str, Any]]:
    """The narratives of a body that hold accounts instead of one text."""
    return ((key, value) for key, value in body.items() if isinstance(value, dict))


def form_reference(form_id: str, version: str, form_hash: str) -> dict[str, str]:
    """A form as a revision names it."""
    return {"id": form_id, "version": version, "hash": form_hash}
