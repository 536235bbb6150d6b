"""Reading replies: bytes in, typed values out, or `Unreadable`; nothing in between.

Promise: a reply is taken whole or not at all. What is cut, of another shape, or does not answer what was asked never
becomes half a result (protocol section 4.4: "in a reply that parsed completely").
Never here: whether what it says is true (see `verifying.py`) and what follows from it (see `engine.py`).
Source: protocol sections 2, 3, 4.3, 5.3, 5.4, 5.7 and 8; problem documents are RFC 9457.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fieldapp.protocol import canonical, wire
from fieldapp.protocol.codes import ERRORS, Malformed
from fieldapp.protocol.revision import is_hash, is_uuid
from fieldapp.protocol.signing import is_public_key
from fieldapp.protocol.times import parse_time
from fieldapp.sync.engine.values import Cursor, Entry, Result

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


def problem_code(body: bytes) -> str | None:
    """The code of a problem document; None if this is none of ours (a proxy's page, half an answer)."""
    try:
        told = wire.read(body, wire.Problem)
    except Malformed:
        return None
    return told.code if told.code in ERRORS else "overloaded"


@contextmanager
def _taken_whole() -> Iterator[None]:
    try:
        yield
    except Malformed as fault:
        raise Unreadable(fault.detail or "malformed") from None


def _require(claim: bool, what: str) -> None:
    if not claim:
        raise Unreadable(what)


def _check_time(text: str) -> str:
    try:
        parse_time(text)
    except Malformed:
        raise Unreadable("time") from None
    return text


def _epoch(told: wire.Epoch) -> Epoch:
    _require(is_uuid(told.id) and told.n >= 0, "epoch")
    return Epoch(told.id, told.n)


def _keys(told: Sequence[wire.ServiceKey]) -> tuple[tuple[str, str], ...]:
    _require(bool(told) and all(is_public_key(key.public) for key in told), "keys")
    return tuple((key.id, key.public) for key in told)


def hello(body: bytes) -> Hello:
    """`GET /v1/hello`."""
    with _taken_whole():
        told = wire.read(body, wire.Hello)
    _require(is_uuid(told.service), "service")
    return Hello(told.service, told.org, _epoch(told.epoch), _check_time(told.time), _keys(told.keys))


def enrolled(body: bytes) -> wire.EnrolReply:
    """`POST /v1/enrol`: who this device is from now on."""
    with _taken_whole():
        told = wire.read(body, wire.EnrolReply)
    ids = (told.device, told.user.id, told.org.id, told.service.id, told.epoch.id)
    _require(all(is_uuid(each) for each in ids), "ids")
    _keys(told.service.keys)
    return told


def sync(body: bytes, push: Sequence[str], cursors: Sequence[Cursor]) -> SyncReply:
    """`POST /v1/sync`, as the answer to exactly this push and these cursors."""
    with _taken_whole():
        told = wire.read(body, wire.SyncReply)
    pages: list[Page] = []
    gone: list[tuple[str, str]] = []
    diverged: list[str] = []
    asked = {cursor.scope: cursor for cursor in cursors}
    for news in told.scopes:
        _require(news.scope in asked, "a scope that was not asked for, or twice")
        cursor = asked.pop(news.scope)
        if news.gone is not None:
            _require(news.gone in GONE_REASONS, "gone")
            gone.append((news.scope, news.gone))
        elif news.diverged:
            diverged.append(news.scope)
        else:
            pages.append(_page(news, cursor))
    _require(told.have_counter >= 0, "have_counter")
    return SyncReply(
        _epoch(told.epoch),
        _check_time(told.time),
        told.have_counter,
        _results(told.results, push),
        tuple(pages),
        tuple(gone),
        tuple(diverged),
    )


def _results(told: Sequence[wire.Result], push: Sequence[str]) -> tuple[Result, ...]:
    """One for each revision pushed, in the same order; only a refused one may come back without its hash."""
    _require(len(told) == len(push), "results")
    found = []
    for each, pushed in zip(told, push, strict=True):
        _require(each.status in STATUSES, "status")
        _require(each.hash == pushed or (each.hash is None and each.status == "refused"), "hash")
        _require(each.code is not None or each.status in ("accepted", "conflict"), "code")
        _require(each.head is None or is_hash(each.head), "head")
        found.append(Result(pushed, each.status, each.code, each.detail, each.head, each.seq, each.again))
    return tuple(found)


def _page(news: wire.ScopeNews, cursor: Cursor) -> Page:
    if news.start is None or news.head is None or news.chain is None:
        raise Unreadable("a page without its place")
    _require(is_hash(news.chain), "chain")
    return Page(cursor, news.start, _entries(news.entries), news.head, news.chain, news.more)


def _entries(told: Sequence[wire.Entry]) -> tuple[Entry, ...] | None:
    """None when one has not the shape of a revision: that scope does not match, and the others are read on."""
    _require(all(entry.role in ("main", "side") for entry in told), "role")
    try:
        return tuple(Entry(entry.seq, entry.role, entry.envelope()) for entry in told)
    except Malformed:
        return None


def device(body: bytes, asked: str) -> tuple[str, str]:
    """`GET /v1/devices/ID`: (user, public key)."""
    with _taken_whole():
        told = wire.read(body, wire.Device)
    _require(told.id == asked and is_uuid(told.user) and is_public_key(told.public_key), "device")
    return told.user, told.public_key


def user(body: bytes, asked: str) -> wire.User:
    """`GET /v1/users/ID`."""
    with _taken_whole():
        told = wire.read(body, wire.User)
    _require(told.id == asked, "user")
    return told


def forms(body: bytes) -> tuple[tuple[str, str, str], ...]:
    """`GET /v1/forms`: (id, version, hash) of all forms ever published, newest last."""
    with _taken_whole():
        told = wire.read(body, wire.FormList)
    _require(all(is_hash(form.hash) for form in told.forms), "hash")
    return tuple((form.id, form.version, form.hash) for form in told.forms)


def form(body: bytes, asked: str) -> bytes:
    """`GET /v1/forms/HASH`: the XML, whose hash is the one that was asked for."""
    _require(canonical.sha256_hex(body) == asked, "form hash")
    return body
