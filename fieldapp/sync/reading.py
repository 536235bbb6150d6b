"""Reading replies: bytes in, typed values out, or `Unreadable`; nothing in between.

Promise: a reply is taken whole or not at all. What is cut, of another shape, or does not answer what was asked never
becomes half a result (protocol section 4.4: "in a reply that parsed completely").
Never here: whether what it says is true (see `verifying.py`) and what follows from it (see `engine.py`).
Source: protocol sections 2, 3, 4.3, 5.3, 5.4, 5.7 and 8; problem documents are RFC 9457.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.protocol import canonical
from fieldapp.protocol.codes import ERRORS, Malformed
from fieldapp.protocol.revision import Envelope, is_hash, is_uuid
from fieldapp.protocol.signing import is_public_key
from fieldapp.protocol.times import parse_time
from fieldapp.sync.values import Cursor, Entry, Result

STATUSES = ("accepted", "conflict", "held", "refused", "retry")
GONE_REASONS = ("reassigned", "closed", "unknown")


class Unreadable(Exception):
    """Not a reply of the service to this request, or not all of one. The text names the rule, never the content."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """One life of the service's database."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class Hello:
    """Who the service is; `keys` as (id, public), current first."""

    service: str
    org: str
    epoch: Epoch
    time: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What one scope had to say. `entries` is None when one of them has not the shape of a signed revision."""

    cursor: Cursor
    start: int
    entries: tuple[Entry, ...] | None
    head: int
    chain: str
    more: bool


@dataclass(frozen=True, slots=True)
class SyncReply:
    """One round trip's answer."""

    epoch: Epoch
    time: str
    have_counter: int
    results: tuple[Result, ...]
    pages: tuple[Page, ...]
    gone: tuple[tuple[str, str], ...]
    """Scopes that are no longer this user's, with the reason."""
    diverged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A user as others may know them."""

    id: str
    name: str
    role: str


def problem_code(body: bytes) -> str | None:
    """The code of a problem document; None if this is none of ours (a proxy's page, half an answer)."""
    try:
        told = canonical.parse(body)
    except Malformed:
        return None
    if not isinstance(told, dict) or not isinstance(told.get("code"), str):
        return None
    code: str = told["code"]
    return code if code in ERRORS else "overloaded"


def _object(body: bytes) -> dict[str, Any]:
    try:
        told = canonical.parse(body)
    except Malformed as fault:
        raise Unreadable(fault.detail or "malformed") from None
    if not isinstance(told, dict):
        raise Unreadable("not an object")
    return told


def _require(claim: bool, what: str) -> None:
    if not claim:
        raise Unreadable(what)


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    _require(isinstance(value, str), name)
    return str(value)


def _count(told: dict[str, Any], name: str) -> int:
    value = told.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Unreadable(name)
    return value


def _list(told: dict[str, Any], name: str) -> list[Any]:
    value = told.get(name)
    if not isinstance(value, list):
        raise Unreadable(name)
    return value


def _time(told: dict[str, Any], name: str) -> str:
    value = _text(told, name)
    try:
        parse_time(value)
    except Malformed:
        raise Unreadable(name) from None
    return value


def epoch(value: object) -> Epoch:
    """`{"id", "n"}` of hello, enrolment and every sync reply."""
    if not isinstance(value, dict) or not is_uuid(value.get("id")):
        raise Unreadable("epoch")
    return Epoch(_text(value, "id"), _count(value, "n"))


def service_keys(told: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """`keys`: the service's signing keys, current first."""
    found = []
    for key in _list(told, "keys"):
        _require(isinstance(key, dict) and is_public_key(key.get("public")), "keys")
        found.append((_text(key, "id"), _text(key, "public")))
    _require(bool(found), "keys")
    return tuple(found)


def hello(body: bytes) -> Hello:
    """`GET /v1/hello`."""
    told = _object(body)
    _require(is_uuid(told.get("service")), "service")
    return Hello(
        _text(told, "service"),
        _text(told, "org"),
        epoch(told.get("epoch")),
        _time(told, "time"),
        service_keys(told),
    )


def sync(body: bytes, push: Sequence[str], cursors: Sequence[Cursor]) -> SyncReply:
    """`POST /v1/sync`, as the answer to exactly this push and these cursors."""
    told = _object(body)
    pages: list[Page] = []
    gone: list[tuple[str, str]] = []
    diverged: list[str] = []
    asked = {cursor.scope: cursor for cursor in cursors}
    for item in _list(told, "scopes"):
        _require(isinstance(item, dict), "scopes")
        scope = _text(item, "scope")
        _require(scope in asked, "a scope that was not asked for, or twice")
        cursor = asked.pop(scope)
        if "gone" in item:
            _require(item["gone"] in GONE_REASONS, "gone")
            gone.append((scope, _text(item, "gone")))
        elif "diverged" in item:
            diverged.append(scope)
        else:
            pages.append(_page(item, cursor))
    return SyncReply(
        epoch(told.get("epoch")),
        _time(told, "time"),
        _count(told, "have_counter"),
        _results(_list(told, "results"), push),
        tuple(pages),
        tuple(gone),
        tuple(diverged),
    )


def _results(items: list[Any], push: Sequence[str]) -> tuple[Result, ...]:
    """One for each revision pushed, in the same order; only a refused one may come back without its hash."""
    _require(len(items) == len(push), "results")
    found = []
    for item, pushed in zip(items, push, strict=True):
        _require(isinstance(item, dict), "results")
        status = _text(item, "status")
        _require(status in STATUSES, "status")
        _require(item.get("hash") == pushed or (item.get("hash") is None and status == "refused"), "hash")
        code, detail, head, seq = (item.get(name) for name in ("code", "detail", "head", "seq"))
        _require(code is None or isinstance(code, str), "code")
        _require(code is not None or status in ("accepted", "conflict"), "code")
        _require(detail is None or isinstance(detail, str), "detail")
        _require(head is None or is_hash(head), "head")
        _require(seq is None or isinstance(seq, int), "seq")
        found.append(Result(pushed, status, code, detail, head, seq, item.get("again") is True))
    return tuple(found)


def _page(item: dict[str, Any], cursor: Cursor) -> Page:
    chain = _text(item, "chain")
    _require(is_hash(chain), "chain")
    more = item.get("more")
    if not isinstance(more, bool):
        raise Unreadable("more")
    raw = _list(item, "entries")
    entries: list[Entry] | None = []
    for entry in raw:
        _require(isinstance(entry, dict) and entry.get("role") in ("main", "side"), "entries")
        seq = _count(entry, "seq")
        if entries is None:
            continue
        try:
            entries.append(Entry(seq, _text(entry, "role"), Envelope.parse(entry)))
        except Malformed:
            entries = None  # the scope does not match what we can check; the others are read on
    start = _count(item, "from")
    return Page(cursor, start, None if entries is None else tuple(entries), _count(item, "head"), chain, more)


def device(body: bytes, asked: str) -> tuple[str, str]:
    """`GET /v1/devices/ID`: (user, public key)."""
    told = _object(body)
    _require(told.get("id") == asked and is_uuid(told.get("user")), "device")
    _require(is_public_key(told.get("public_key")), "public_key")
    return _text(told, "user"), _text(told, "public_key")


def user(body: bytes, asked: str) -> Person:
    """`GET /v1/users/ID`."""
    told = _object(body)
    _require(told.get("id") == asked, "user")
    return Person(asked, _text(told, "name"), _text(told, "role"))


def forms(body: bytes) -> tuple[tuple[str, str, str], ...]:
    """`GET /v1/forms`: (id, version, hash) of all forms ever published, newest last."""
    found = []
    for form in _list(_object(body), "forms"):
        _require(isinstance(form, dict) and is_hash(form.get("hash")), "forms")
        found.append((_text(form, "id"), _text(form, "version"), _text(form, "hash")))
    return tuple(found)


def form(body: bytes, asked: str) -> bytes:
    """`GET /v1/forms/HASH`: the XML, whose hash is the one that was asked for."""
    _require(canonical.sha256_hex(body) == asked, "form hash")
    return body
