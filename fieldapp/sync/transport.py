"""The wire: one signed, compressed request at a time, and a reply only when all of it has arrived.

Promise: nothing leaves except over https, or http to this machine itself; every request but `hello` and `enrol` is
signed with the device's key; a reply that is cut, too big or does not unpack is a failure, never a short reply; a
link that has been cut lets nothing through, not even what is under way.
Never here: what to send or what a reply means; a proxy's login, a cookie, a redirect, a bearer token.
Source: protocol sections 2.4, 2.5, 3 and 4.8; RFC 9421, RFC 9530. The traps of zstandard (its `max_output_size` is
ignored when a frame states its size, and a cut frame ends in silence) are why unpacking is counted here, piece by
piece, and why the end of a frame is checked.
"""

from __future__ import annotations

import io
import socket
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

import zstandard

from fieldapp.protocol import signing
from fieldapp.protocol.signing import DeviceKey
from fieldapp.sync.engine.values import LinkFailed, Reply

CONNECT_TIMEOUT_S = 15.0
IDLE_READ_TIMEOUT_S = 60.0
SENT_BYTES_MAX = 8 * 1024 * 1024
"""Of a reply as it travels: twice what a full page of 4 MiB is without compression."""
UNPACKED_BYTES_MAX = 16 * 1024 * 1024
WINDOW_BYTES_MAX = 8 * 1024 * 1024
PIECE_BYTES = 64 * 1024
WORTH_COMPRESSING_BYTES = 400
ZSTD_LEVEL = 9
"""Tried on a batch of forty notes: level 9 is a third smaller than level 3 and still far quicker than any radio."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class LinkTrouble(Exception):
    """No complete answer came. `reason` as in `LinkFailed`: unreachable, timeout or broken."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class AddressRefused(Exception):
    """The service's address is neither https nor this machine: nothing is ever sent there."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request before it is packed. `nonce` None: an open request, not signed."""

    method: str
    path: str
    body: bytes = field(default=b"", repr=False)
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole, still packed. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class Wire(Protocol):
    """Whatever carries bytes to the service: the real one is `HttpWire`, the simulation has a hostile one."""

    def exchange(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One request and its whole answer, or `LinkTrouble`."""


class Link:
    """The laptop's link as a switch. While it is cut every connection is refused and those under way are torn down.

    The demonstration's "no signal" is this; stopping the sync thread uses `hang_up`.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_cut = False
        self._open: set[socket.socket] = set()

    @property
    def is_cut(self) -> bool:
        """True while nothing can get through."""
        return self._is_cut

    def cut(self) -> None:
        """From now on nothing gets through."""
        with self._lock:
            self._is_cut = True
        self.hang_up()

    def mend(self) -> None:
        """Connections can be made again."""
        with self._lock:
            self._is_cut = False

    def hang_up(self) -> None:
        """Tear down what is under way; new connections are a matter of `cut` and `mend`."""
        with self._lock:
            torn, self._open = self._open, set()
        for connection in torn:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed already, which is what was wanted

    def check(self) -> None:
        """`LinkTrouble` while cut."""
        if self._is_cut:
            raise LinkTrouble("unreachable")

    def carries(self, connection: socket.socket) -> None:
        """A connection has been made: it lives only as long as the link is not cut."""
        with self._lock:
            if not self._is_cut:
                self._open = {each for each in self._open if each.fileno() != -1}
                self._open.add(connection)
                return
        connection.close()
        raise ConnectionRefusedError("the link is cut")


class HttpWire:
    """HTTP through `requests`, which is imported only when the first request is made."""

    def __init__(self, service_url: str, link: Link | None = None, *, ca_file: str | None = None) -> None:
        self._base = checked_address(service_url)
        self._link = link or Link()
        self._ca_file = ca_file
        self._session: Any = None

    @property
    def link(self) -> Link:
        """The switch this wire goes through."""
        return self._link

    def exchange(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One request over a kept connection; nothing is followed, nothing is unpacked."""
        import requests

        from_reading: Any = vars(requests.exceptions)["BaseHTTPError"]
        self._link.check()
        if self._session is None:
            self._session = self._new_session()
        try:
            with self._session.request(
                method,
                self._base + path,
                data=io.BytesIO(body)
                if body
                else None,  # sent in pieces: the time-out is for each, not for all
                headers=dict(headers),
                timeout=(CONNECT_TIMEOUT_S, IDLE_READ_TIMEOUT_S),
                allow_redirects=False,
                stream=True,
            ) as response:
                data = _read_all(response)
                named = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status_code, named, data)
        except requests.exceptions.ConnectTimeout:
            raise LinkTrouble("unreachable") from None
        except requests.exceptions.Timeout:
            raise LinkTrouble("timeout") from None
        except requests.exceptions.ConnectionError as fault:
            self._link.check()
            raise LinkTrouble(_reason(fault)) from None
        except from_reading as fault:
            # What urllib3 raises while a body is read piece by piece; requests does not translate it there.
            self._link.check()
            raise LinkTrouble(_reason(fault)) from None
        except (requests.exceptions.RequestException, OSError):
            raise LinkTrouble("broken") from None

    def close(self) -> None:
        """Let go of kept connections, also of one under way in another thread."""
        self._link.hang_up()
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _new_session(self) -> Any:
        import requests
        from requests.adapters import HTTPAdapter

        link = self._link

        class LinkedAdapter(HTTPAdapter):
            """Hands each new socket to the link, so that cutting it reaches what is under way."""

            def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
                super().init_poolmanager(*args, **kwargs)
                pools = self.poolmanager.pool_classes_by_scheme
                self.poolmanager.pool_classes_by_scheme = {
                    scheme: _linked_pool(pool, link) for scheme, pool in pools.items()
                }

        session = requests.Session()
        session.mount("https://", LinkedAdapter(max_retries=0))
        session.mount("http://", LinkedAdapter(max_retries=0))
        session.auth = _no_auth  # else a .netrc on this machine would add a password of its own
        session.trust_env = (
            urlsplit(self._base).scheme == "https"
        )  # a proxy has no business between us and ourselves
        session.headers.clear()
        session.headers["User-Agent"] = "Fieldapp"
        session.cookies.set_policy(_no_cookies())
        if self._ca_file is not None:
            session.verify = self._ca_file
        return session


def _no_auth(request: Any) -> Any:
    return request


def _no_cookies() -> Any:
    from http.cookiejar import DefaultCookiePolicy

    return DefaultCookiePolicy(allowed_domains=[])


def _linked_pool(pool: Any, link: Link) -> Any:
    """The same pool of connections, each of which the link knows."""

    class LinkedConnection(pool.ConnectionCls):  # type: ignore[misc]  # requests has no types of its own
        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            link.carries(made)
            return made

    return type("LinkedPool", (pool,), {"ConnectionCls": LinkedConnection})


def checked_address(service_url: str) -> str:
    """The address without a slash at its end; only https, or http to this machine, is taken."""
    parts = urlsplit(service_url)
    if parts.username is not None or parts.query or parts.fragment or not parts.hostname:
        raise AddressRefused("an address with more than a host and a path, or without a host")
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return service_url.rstrip("/")
    raise AddressRefused("neither https nor this machine")


def _read_all(response: Any) -> bytes:
    """The body as it travelled, counted while it comes. One whose end nobody announced cannot be known to be whole."""
    if "Content-Length" not in response.headers and "Transfer-Encoding" not in response.headers:
        raise LinkTrouble("broken")
    gathered = bytearray()
    while piece := response.raw.read(PIECE_BYTES, decode_content=False):
        gathered += piece
        if len(gathered) > SENT_BYTES_MAX:
            raise LinkTrouble("broken")
    told = response.headers.get("Content-Length")
    if told is not None and told.isdigit() and int(told) != len(gathered):
        raise LinkTrouble("broken")
    return bytes(gathered)


def _reason(fault: Exception) -> str:
    """Whether a connection was ever made: only then may the service have heard us."""
    text = repr(fault)
    for sign in ("NewConnectionError", "NameResolutionError", "Connection refused", "getaddrinfo"):
        if sign in text:
            return "unreachable"
    if "ReadTimeout" in text or "timed out" in text:
        return "timeout"
    return "broken"


# -- packing and unpacking ------------------------------------------------------------------------------------------


def pack(body: bytes) -> tuple[bytes, dict[str, str]]:
    """The body as it travels, with the header that says how; small ones go as they are."""
    if len(body) < WORTH_COMPRESSING_BYTES:
        return body, {}
    packed = zstandard.ZstdCompressor(level=ZSTD_LEVEL, write_content_size=True).compress(body)
    return (packed, {"Content-Encoding": "zstd"}) if len(packed) < len(body) else (body, {})


def unpack(body: bytes, encoding: str) -> bytes:
    """The reply as it was written; `LinkTrouble` when it is cut, too big, or in another encoding."""
    match encoding.strip().lower():
        case "" | "identity":
            unpacked = body
        case "gzip":
            unpacked = _gunzip(body)
        case "zstd":
            unpacked = _unzstd(body)
        case _:
            raise LinkTrouble("broken")
    if len(unpacked) > UNPACKED_BYTES_MAX:
        raise LinkTrouble("broken")
    return unpacked


def _gunzip(body: bytes) -> bytes:
    opened = zlib.decompressobj(wbits=31)
    try:
        unpacked = opened.decompress(body, UNPACKED_BYTES_MAX + 1)
    except zlib.error:
        raise LinkTrouble("broken") from None
    if not opened.eof or opened.unused_data:
        raise LinkTrouble("broken")
    return unpacked


def _unzstd(body: bytes) -> bytes:
    opened = zstandard.ZstdDecompressor(max_window_size=WINDOW_BYTES_MAX).decompressobj()
    unpacked = bytearray()
    try:
        # A small piece of input can hold a very large output, so the input is fed in small pieces and counted.
        for start in range(0, len(body), 1024):
            unpacked += opened.decompress(body[start : start + 1024])
            if len(unpacked) > UNPACKED_BYTES_MAX:
                raise LinkTrouble("broken")
    except zstandard.ZstdError:
        raise LinkTrouble("broken") from None
    if not opened.eof or opened.unused_data:
        raise LinkTrouble("broken")
    return bytes(unpacked)


# -- signing ----------------------------------------------------------------------------------------------------------


def carry(wire: Wire, outgoing: Outgoing, device: str, key: DeviceKey | None) -> Reply | LinkFailed:
    """Pack, sign, send, read and unpack: one request from bytes to the engine's event."""
    body, headers = pack(outgoing.body)
    headers["Accept-Encoding"] = "zstd, gzip"
    if outgoing.body:
        headers["Content-Type"] = "application/json"
    if outgoing.nonce is not None:
        if key is None:
            raise ValueError("a signed request needs the device's key")
        headers |= signing.sign_request(key, device, outgoing.nonce, outgoing.method, outgoing.path, body)
    try:
        answer = wire.exchange(outgoing.method, outgoing.path, headers, body)
        unpacked = unpack(answer.body, answer.headers.get("content-encoding", ""))
    except LinkTrouble as trouble:
        return LinkFailed(trouble.reason)
    nonce = answer.headers.get(signing.NONCE.lower())
    return Reply(answer.status, unpacked, nonce if signing.is_nonce(nonce) else None)
