"""What goes over the wire, typed: requests and replies of protocol 1 as frozen values.

Promise: a sync request is taken apart without being built: its pushed revisions stay bytes until each is looked at
alone, so that one fault refuses one item, and so that no request can grow large in memory. Replies are read as
strictly as requests. Members that this version does not know are ignored here (inside a revision they are kept).
Never here: permission, storage, HTTP. The rules of one revision stand in `revision`, the strict text in `canonical`.
Source: protocol 1 sections 2, 3, 4.3, 5.3, 7.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from fieldapp.protocol import canonical
from fieldapp.protocol.codes import Malformed, ProtocolError
from fieldapp.protocol.revision import REVISION_BYTES_MAX, Envelope, is_hash, is_uuid
from fieldapp.protocol.times import parse_time

PUSH_MAX = 100
SENT_BYTES_MAX = 2 * 1024 * 1024
UNPACKED_BYTES_MAX = 8 * 1024 * 1024
REPLY_BYTES_MAX = 4 * 1024 * 1024
WINDOW_BYTES_MAX = 8 * 1024 * 1024

# A reply wraps a revision in two levels more than a request does.
REPLY_NESTING_MAX = canonical.NESTING_MAX + 2

# Not in the protocol: what keeps one request within 32 MiB of memory (I19). A cursor is some 300 bytes as Python
# values, the smallest JSON value some 70. A laptop holds tens of families; the densest body that has a meaning,
# a set of one-letter choices, stays below the second figure.
CURSORS_MAX = 20_000
VALUES_MAX = 250_000
MANIFEST_BYTES_MAX = 256 * 1024
MEMBERS_MAX = 100


class Epoch(msgspec.Struct, frozen=True):
    """The life of the service's database."""

    id: str
    n: int


class ServiceKey(msgspec.Struct, frozen=True):
    """One of the service's signing keys."""

    id: str
    public: str


class Hello(msgspec.Struct, frozen=True):
    """The reply to `GET /v1/hello`."""

    service: str
    org: str
    epoch: Epoch
    time: str
    protocol: list[int]
    keys: list[ServiceKey]


class EnrolRequest(msgspec.Struct, frozen=True):
    """`POST /v1/enrol`."""

    code: str
    public_key: str
    label: str
    app: str
    nonce: str
    proof: str


class User(msgspec.Struct, frozen=True):
    """A person who works here; also the reply to `GET /v1/users/ID`."""

    id: str
    name: str
    role: str


class Organisation(msgspec.Struct, frozen=True):
    """Whose service it is."""

    id: str
    name: str


class EnrolService(msgspec.Struct, frozen=True):
    """The service, as a new device learns it."""

    id: str
    keys: list[ServiceKey]


class EnrolReply(msgspec.Struct, frozen=True):
    """The reply to `POST /v1/enrol`."""

    device: str
    user: User
    org: Organisation
    service: EnrolService
    recovery_key: str | None
    policy: dict[str, Any]
    epoch: Epoch


class Device(msgspec.Struct, frozen=True):
    """The reply to `GET /v1/devices/ID`."""

    id: str
    user: str
    public_key: str


class FormEntry(msgspec.Struct, frozen=True):
    """A published form, by the hash of its XML."""

    id: str
    version: str
    hash: str


class FormList(msgspec.Struct, frozen=True):
    """The reply to `GET /v1/forms`: all ever published, newest last."""

    forms: list[FormEntry]


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one pushed revision."""

    hash: str | None
    status: str
    code: str | None = None
    detail: str | None = None
    head: str | None = None
    seq: int | None = None
    again: bool = False


class Entry(msgspec.Struct, frozen=True):
    """One line of a scope's log."""

    seq: int
    role: str
    rev: dict[str, Any]
    sig: str

    def envelope(self) -> Envelope:
        """The signed revision in it, or `Malformed`."""
        return Envelope.parse({"rev": self.rev, "sig": self.sig})


class ScopeNews(msgspec.Struct, frozen=True, rename={"start": "from"}):
    """What the service says about one scope: entries, or that it is gone, or that the histories differ."""

    scope: str
    start: int | None = None
    entries: list[Entry] = []
    head: int | None = None
    chain: str | None = None
    more: bool = False
    gone: str | None = None
    diverged: bool = False


class SyncReply(msgspec.Struct, frozen=True):
    """The reply to `POST /v1/sync`."""

    epoch: Epoch
    time: str
    have_counter: int
    results: list[Result] = []
    scopes: list[ScopeNews] = []


class Problem(msgspec.Struct, frozen=True):
    """An error as RFC 9457 has it, with our `code`."""

    code: str
    status: int = 0
    title: str = ""
    detail: str = ""
    type: str = "about:blank"


_Struct = TypeVar("_Struct", bound=msgspec.Struct)


def read(data: bytes, kind: type[_Struct], *, nesting_max: int = REPLY_NESTING_MAX) -> _Struct:
    """A reply (or the request to enrol) of this kind, or `Malformed`."""
    return convert(canonical.parse(data, nesting_max=nesting_max), kind)


def convert(value: object, kind: type[_Struct]) -> _Struct:
    """JSON values as a typed value, or `Malformed`; the message never repeats what was sent."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError:
        raise Malformed(f"not the shape of {kind.__name__}") from None


def write(value: object) -> bytes:
    """JSON bytes of typed values and plain ones. Not canonical: hashes are always computed from `canonical`."""
    return msgspec.json.encode(value)


# --- The sync request, taken apart -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a client has got in one scope."""

    scope: str
    seq: int
    chain: str

    def to_wire(self) -> list[Any]:
        """As it stands in a request."""
        return [self.scope, self.seq, self.chain]


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """A sync request as received; `push` holds the bytes of each item, not yet looked into."""

    epoch: str | None = None
    push: tuple[memoryview, ...] = field(default=(), repr=False)
    cursors: tuple[Cursor, ...] = ()
    max_bytes: int = REPLY_BYTES_MAX
    manifest: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class PushItem:
    """One pushed item, looked at: its envelope, or the code and detail of why it is none."""

    hash: str | None
    envelope: Envelope | None = None
    code: str | None = None
    detail: str | None = None
    group: str | None = None
    """The group that a faulty item claims to be of; a good one's stands in its revision."""


_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_SPACE_OR_STRING = re.compile(rb"([ \t\n\r]++)|" + _STRING, re.DOTALL)
_VALUE_OR_STRING = re.compile(rb"([\[{,:])|" + _STRING, re.DOTALL)
_BRACKET = re.compile(rb"([\[\]{}])|" + _STRING, re.DOTALL)
_SPACE = re.compile(rb"[ \t\n\r]*+")
_SCALAR = re.compile(_STRING + rb"|[-+.0-9A-Za-z]++", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|.)", re.DOTALL)


def parse_sync_request(data: bytes) -> SyncRequest:
    """The request, or `ProtocolError` malformed or too_large for the whole of it (section 3)."""
    canonical.nesting(data)
    _check_is_json(data)
    view = memoryview(data)
    parts: dict[bytes, tuple[int, int]] = {}
    for name, start, end in _members(data):
        if name in parts:
            raise Malformed("a name twice in one object")
        if len(parts) == MEMBERS_MAX:
            raise Malformed("too many members")
        parts[name] = (start, end)
    return SyncRequest(
        epoch=_text(data, parts.get(b"epoch")),
        push=_pushed(data, view, parts.get(b"push")),
        cursors=_cursors(data, parts.get(b"cursors")),
        max_bytes=_max_bytes(data, parts.get(b"max_bytes")),
        manifest=_manifest(data, parts.get(b"manifest")),
    )


def _check_is_json(data: bytes) -> None:
    """Syntax and UTF-8 of the whole, building nothing.

    The checker takes lone surrogates for a broken text, but they are a fault of one item only, so they are masked
    for it by an escape of the same length.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), 65536):
            decoder.decode(data[start : start + 65536])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    masked = _masked(data)
    try:
        msgspec.json.decode(masked, type=_AnyRequest)
    except (msgspec.MsgspecError, RecursionError):
        raise Malformed("not JSON") from None


class _AnyRequest(msgspec.Struct):
    """An object, none of whose members is looked at."""


def _masked(data: bytes) -> bytes | bytearray:
    """The text with each escaped surrogate replaced; copied only if it has one."""
    copy: bytearray | None = None
    if b"\\u" in data:
        for found in _ESCAPE.finditer(data):
            if found.end() - found.start() == 6:
                copy = bytearray(data) if copy is None else copy
                copy[found.start() : found.end()] = b"\\u0041"
    return data if copy is None else copy


def _without_space(data: bytes) -> bytes:
    """The text without white space between its tokens."""
    kept = bytearray()
    position = 0
    for found in _SPACE_OR_STRING.finditer(data):
        if found.group(1) is not None:
            kept += data[position : found.start()]
            position = found.end()
    kept += data[position:]
    return bytes(kept)


def _end_of_value(data: bytes, start: int) -> int:
    """Where the JSON value that begins at `start` ends; the text is known to be JSON."""
    if data[start : start + 1] not in (b"[", b"{"):
        found = _SCALAR.match(data, start)
        if found is None:
            raise Malformed("not JSON")
        return found.end()
    depth = 0
    for token in _BRACKET.finditer(data, start):
        if token.group(1) is None:
            continue
        depth += 1 if token.group(1) in (b"[", b"{") else -1
        if depth == 0:
            return token.end()
    raise Malformed("not JSON")


def _skip_space(data: bytes, position: int) -> int:
    found = _SPACE.match(data, position)
    return found.end() if found is not None else position


def _members(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each member of the one object that the text is; escapes in names are resolved."""
    position = _skip_space(data, 0) + 1
    while True:
        position = _skip_space(data, position)
        if data[position : position + 1] != b'"':
            return
        end = _end_of_value(data, position)
        name = data[position + 1 : end - 1]
        if b"\\" in name:
            name = canonical.encode(canonical.parse(data[position:end]))[1:-1]
        start = _skip_space(data, _skip_space(data, end) + 1)
        end = _end_of_value(data, start)
        yield name, start, end
        position = _skip_space(data, end) + 1


def _elements(data: bytes, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Start and end of each element of an array."""
    position = _skip_space(data, span[0] + 1)
    while position < span[1] - 1:
        end = _end_of_value(data, position)
        yield position, end
        position = _skip_space(data, _skip_space(data, end) + 1)


def _is_array(data: bytes, span: tuple[int, int]) -> bool:
    return data[span[0] : span[0] + 1] == b"["


def _text(data: bytes, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    value = canonical.parse(data[slice(*span)]) if span[1] - span[0] < 1000 else None
    if not isinstance(value, str):
        raise Malformed("epoch is no id")
    return value


def _pushed(data: bytes, view: memoryview, span: tuple[int, int] | None) -> tuple[memoryview, ...]:
    if span is None:
        return ()
    if not _is_array(data, span):
        raise Malformed("push is no array")
    items: list[memoryview] = []
    for start, end in _elements(data, span):
        if len(items) == PUSH_MAX:
            raise ProtocolError("too_large", "too many revisions in one push")
        items.append(view[start:end])
    return tuple(items)


def _cursors(data: bytes, span: tuple[int, int] | None) -> tuple[Cursor, ...]:
    if span is None:
        return ()
    if not _is_array(data, span):
        raise Malformed("cursors is no array")
    found: dict[str, Cursor] = {}
    for start, end in _elements(data, span):
        if len(found) == CURSORS_MAX:
            raise ProtocolError("too_large", "too many cursors")
        cursor = _cursor(data[start:end])
        if cursor.scope in found:
            raise Malformed("a scope twice in cursors")
        found[cursor.scope] = cursor
    return tuple(found.values())


def _cursor(data: bytes) -> Cursor:
    if len(data) > 1000:  # a cursor takes some 130 bytes
        raise Malformed("a cursor of another shape")
    value = canonical.parse(data)
    if not isinstance(value, list) or len(value) != 3:
        raise Malformed("a cursor of another shape")
    scope, seq, chain = value
    if not is_uuid(scope) or not _is_count(seq) or not is_hash(chain):
        raise Malformed("a cursor of another shape")
    return Cursor(scope, seq, chain)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _max_bytes(data: bytes, span: tuple[int, int] | None) -> int:
    if span is None:
        return REPLY_BYTES_MAX
    value = canonical.parse(data[slice(*span)]) if span[1] - span[0] < 100 else None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Malformed("max_bytes is no count")
    return min(value, REPLY_BYTES_MAX)


_COUNTS = ("unsent", "held", "drafts", "blob_bytes", "last_counter")


def _manifest(data: bytes, span: tuple[int, int] | None) -> Mapping[str, Any] | None:
    if span is None:
        return None
    if span[1] - span[0] > MANIFEST_BYTES_MAX:
        raise ProtocolError("too_large", "a manifest holds counts")
    value = canonical.parse(data[slice(*span)])
    if not isinstance(value, dict):
        raise Malformed("manifest is no object")
    if not all(_is_count(value.get(name, 0)) for name in _COUNTS):
        raise Malformed("a count in the manifest is none")
    free = value.get("free_disk")
    if free is not None and not _is_count(free):
        raise Malformed("a count in the manifest is none")
    if not isinstance(value.get("app", ""), str):
        raise Malformed("app in the manifest is no text")
    oldest = value.get("oldest_unsent")
    if oldest is not None:
        if not isinstance(oldest, str):
            raise Malformed("a time of another form")
        parse_time(oldest)
    return value


def parse_push_item(data: memoryview | bytes) -> PushItem:
    """One pushed item; its faults are its own: refused with malformed or too_large, with its hash if it has one."""
    raw = bytes(data)
    if len(raw) > REVISION_BYTES_MAX:
        raw = _without_space(raw)
    hash_ = None
    try:
        # Escapes may make a text three times as long as its canonical form (an Arabic letter: 2 bytes and 6).
        if len(raw) > 3 * REVISION_BYTES_MAX + 1024 or _values(raw) > VALUES_MAX:
            raise ProtocolError("too_large")
        value = canonical.parse(raw)
        rev = value.get("rev") if isinstance(value, dict) else None
        if not isinstance(rev, dict):
            raise Malformed("an envelope of another shape")
        written = canonical.encode(rev)
        hash_ = canonical.sha256_hex(written)
        if len(written) > REVISION_BYTES_MAX:
            raise ProtocolError("too_large")
        return PushItem(hash_, Envelope.parse(value))
    except ProtocolError as error:
        return PushItem(hash_, code=error.code, detail=error.detail, group=_claimed_group(raw))


def _claimed_group(raw: bytes) -> str | None:
    """The group named by an item that is no revision, found without building it: groups stand or fall together."""
    try:
        members = _member(raw, b"rev")
        value = canonical.parse(_member(members, b"group"))
    except ProtocolError:
        return None
    return value if is_uuid(value) else None


def _member(data: bytes, wanted: bytes) -> bytes:
    """The text of one member of an object; `malformed` if there is none. The last counts, as for most readers."""
    span = None
    if data[:1] == b"{":
        for name, start, end in _members(data):
            if name == wanted:
                span = (start, end)
    if span is None:
        raise Malformed("no such member")
    return data[slice(*span)]


def _values(data: bytes) -> int:
    """About how many values a JSON text holds; the quick count sees commas inside texts too, so it may be checked."""
    quick = sum(data.count(mark) for mark in (b",", b"[", b"{", b":"))
    if quick <= VALUES_MAX:
        return quick
    return sum(1 for found in _VALUE_OR_STRING.finditer(data) if found.group(1))
