"""The routes of protocol 1, and what every reply carries: a nonce, a known encoding, and an error with a code.

Promise: an error is a problem document (RFC 9457) whose `code` is in the catalogue; what nobody foresaw is
`overloaded`, and its cause is logged by the name of its type and its place in our code, never with what was sent.
Nothing is applied on any 4xx or 5xx. A reply to a push is built after its commit. Memory per request is bounded:
bodies are counted while they arrive and while they unpack, and only as many requests are worked on at once as
there are threads.
Never here: SQL, merging, permission. Source: protocol 1 sections 2, 3 and 5.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import anyio
import sqlalchemy as sa
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fieldapp.ports import Clock, Entropy
from fieldapp.protocol import wire
from fieldapp.protocol.codes import ERRORS, Malformed, ProtocolError
from fieldapp.protocol.revision import is_hash, is_uuid
from fieldapp.protocol.signing import NONCE, is_enrol_proof, is_public_key
from fieldapp.protocol.times import format_time
from fieldapp.service import database as db
from fieldapp.service import encodings, forms, log, people
from fieldapp.service.auth import Asked, Sender, prove
from fieldapp.service.identity import Identity
from fieldapp.service.pull import Pull
from fieldapp.service.push import Push, is_forked, look_at

# A body that is too large is still read to its end, up to here, so that the answer reaches a client that sends
# first and listens later; nothing of it is kept.
_DRAINED_BYTES_MAX = 64 * 1024 * 1024
_LABEL_MAX = 500


@dataclass(frozen=True, slots=True)
class Service:
    """All that the routes need, built once."""

    identity: Identity
    database: db.Database
    clock: Clock
    entropy: Entropy
    threads: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(db.POOL_SIZE))

    # --- open to all --------------------------------------------------------------------------------------------

    def hello(self, _: Asked) -> Any:
        """Who the service is."""
        with self.database.reading() as connection:
            row = self._row(connection)
        return {
            "service": row.id,
            "org": row.org,
            "epoch": _epoch(row),
            "time": self._now(),
            "protocol": [1, 1],
            "keys": _keys(row),
        }

    def enrol(self, asked: Asked) -> Any:
        """A code and a key make a device; the order of the checks is that of section 2.3."""
        told = wire.read(_unpacked(asked), wire.EnrolRequest)
        if not is_public_key(told.public_key):
            raise Malformed("no public key")
        for text in (told.label, told.app):
            if len(text) > _LABEL_MAX or "\0" in text:
                raise Malformed("a label that cannot be kept")
        if not self.identity.is_good_nonce(told.nonce, self.clock):
            raise ProtocolError("nonce")
        if not is_enrol_proof(told.public_key, told.code, told.nonce, told.proof):
            raise ProtocolError("bad_signature")
        with self.database.writing() as connection:
            device = people.enrol(
                connection,
                self.clock,
                self.entropy,
                code=told.code,
                public_key=told.public_key,
                label=told.label,
                app=told.app,
            )
            user = people.find_user(connection, device.user)
            row = self._row(connection)
        if user is None:
            raise ProtocolError("enrol_code")
        return {
            "device": device.id,
            "user": {"id": user.id, "name": user.name, "role": user.role},
            "org": {"id": row.org_id, "name": row.org},
            "service": {"id": row.id, "keys": _keys(row)},
            "recovery_key": None,
            "policy": {},
            "epoch": _epoch(row),
        }

    # --- signed -------------------------------------------------------------------------------------------------

    def sync(self, asked: Asked) -> Any:
        """Push, then pull, in one round trip."""
        with self.database.reading() as connection:
            sender = prove(connection, self.identity, self.clock, asked)
        told = wire.parse_sync_request(_unpacked(asked))
        looked = look_at(told.push)
        with self.database.writing() as connection:
            push = Push(connection, self.database.dialect, self.identity, self.clock, self.entropy, sender)
            results = push.apply(looked)
            have_counter = self._keep_seen(connection, sender, told)
        with self.database.reading() as connection:
            row = self._row(connection)
            scopes = [] if is_forked(connection, sender.device) else self._news(connection, sender, told)
        head = wire.write(
            {"epoch": _epoch(row), "time": self._now(), "have_counter": have_counter, "results": results}
        )
        return b"".join((head[:-1], b',"scopes":[', b",".join(scopes), b"]}"))

    def _news(self, connection: sa.Connection, sender: Sender, told: wire.SyncRequest) -> list[bytes]:
        pull = Pull(connection, sender.user, people.today(self.clock), told.max_bytes)
        return list(pull.news(told.cursors))

    def _keep_seen(self, connection: sa.Connection, sender: Sender, told: wire.SyncRequest) -> int:
        """Write down that the device was here (so every sync commits something), and its latest counts."""
        values: dict[str, Any] = {"seen_ms": self.clock.wall_ms()}
        if told.manifest is not None:
            values["manifest"] = json.dumps(told.manifest)
        connection.execute(sa.update(db.device).where(db.device.c.id == sender.device).values(values))
        have: int = connection.execute(
            sa.select(db.device.c.have_counter).where(db.device.c.id == sender.device)
        ).scalar_one()
        return have

    def device(self, asked: Asked, *, wanted: str) -> Any:
        """Whose device that is, and its key."""
        with self.database.reading() as connection:
            prove(connection, self.identity, self.clock, asked)
            found = people.find_device(connection, wanted) if is_uuid(wanted) else None
        if found is None:
            raise ProtocolError("not_found")
        return {"id": found.id, "user": found.user, "public_key": found.public_key}

    def user(self, asked: Asked, *, wanted: str) -> Any:
        """A colleague's name, for the screen."""
        with self.database.reading() as connection:
            prove(connection, self.identity, self.clock, asked)
            found = people.find_user(connection, wanted) if is_uuid(wanted) else None
        if found is None:
            raise ProtocolError("not_found")
        return {"id": found.id, "name": found.name, "role": found.role}

    def forms(self, asked: Asked) -> Any:
        """All forms ever published."""
        with self.database.reading() as connection:
            prove(connection, self.identity, self.clock, asked)
            return {"forms": forms.listed(connection)}

    def form(self, asked: Asked, *, wanted: str) -> Any:
        """The XML of a form, whose hash is its name."""
        with self.database.reading() as connection:
            prove(connection, self.identity, self.clock, asked)
            xml = forms.find_xml(connection, wanted) if is_hash(wanted) else None
        if xml is None:
            raise ProtocolError("not_found")
        return Xml(xml)

    def _now(self) -> str:
        return format_time(self.clock.wall_ms())

    def _row(self, connection: sa.Connection) -> Any:
        return connection.execute(sa.select(db.service)).one()


@dataclass(frozen=True, slots=True)
class Xml:
    """A reply that is not JSON."""

    data: bytes


def _epoch(row: Any) -> dict[str, Any]:
    return {"id": row.epoch_id, "n": row.epoch_n}


def _keys(row: Any) -> list[dict[str, str]]:
    return [{"id": row.key_id, "public": row.public_key}]


def _unpacked(asked: Asked) -> bytes:
    told = asked.headers.getlist("content-encoding")
    return encodings.unpack(asked.body, ", ".join(told) if told else None)


# --- requests and replies ----------------------------------------------------------------------------------------

Work = Callable[..., Any]


async def _answer(service: Service, work: Work, request: Request, *, signed: bool) -> Response:
    """Read the body within its limit, work in a thread, and send what comes of it."""
    accepted = request.headers.get("accept-encoding")
    try:
        body = await _body(request)
        asked = Asked(request.method, _path(request), request.headers, body or b"")
        if signed:
            asked.signed_headers()
        if body is None:
            raise ProtocolError("too_large")
        reply = await run_sync(partial(work, asked, **request.path_params), limiter=service.threads)
    except ProtocolError as error:
        return problem(error.code, error.detail)
    except ClientDisconnect:
        return problem("malformed", "a cut request")  # nobody is there to read it
    except Exception as error:  # noqa: BLE001 - the outer edge: whatever it is becomes 500 overloaded, and is logged
        log.unforeseen(error)
        return problem("overloaded")
    if isinstance(reply, Xml):
        data, kind = reply.data, "application/xml"
    else:
        data = reply if isinstance(reply, bytes) else wire.write(reply)
        kind = "application/json"
    packed, encoding = encodings.pack(data, accepted)
    headers = {"Vary": "Accept-Encoding", "Cache-Control": "no-store"}
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    return Response(packed, media_type=kind, headers=headers)


def _path(request: Request) -> str:
    """The path as it was sent, which is what was signed."""
    raw = request.scope.get("raw_path")
    return raw.decode("latin-1") if isinstance(raw, bytes) else request.url.path


async def _body(request: Request) -> bytes | None:
    """The body as sent, having kept no more than the limit; None if it is larger."""
    kept = bytearray()
    arrived = 0
    async for piece in request.stream():
        arrived += len(piece)
        if arrived <= wire.SENT_BYTES_MAX:
            kept += piece
        else:
            kept.clear()
        if arrived > _DRAINED_BYTES_MAX:
            break
    return bytes(kept) if arrived <= wire.SENT_BYTES_MAX else None


def problem(code: str, detail: str | None = None) -> Response:
    """An error as it is told: a problem document whose code is in the catalogue."""
    entry = ERRORS[code]
    told: dict[str, Any] = {
        "type": "about:blank",
        "title": entry.sentence,
        "status": entry.http,
        "code": code,
    }
    if detail is not None:
        told["detail"] = detail
    return Response(
        wire.write(told),
        status_code=entry.http,
        media_type="application/problem+json",
        headers={"Cache-Control": "no-store"},
    )


async def _not_found(_: Request, __: Exception) -> Response:
    return problem("not_found")


def make_app(service: Service) -> ASGIApp:
    """The ASGI application."""

    def route(path: str, method: str, work: Work, *, signed: bool = True) -> Route:
        async def endpoint(request: Request) -> Response:
            return await _answer(service, work, request, signed=signed)

        return Route(path, endpoint, methods=[method], name=path)

    app = Starlette(
        routes=[
            route("/v1/hello", "GET", service.hello, signed=False),
            route("/v1/enrol", "POST", service.enrol, signed=False),
            route("/v1/sync", "POST", service.sync),
            route("/v1/devices/{wanted}", "GET", service.device),
            route("/v1/users/{wanted}", "GET", service.user),
            route("/v1/forms", "GET", service.forms),
            route("/v1/forms/{wanted}", "GET", service.form),
        ],
        exception_handlers={404: _not_found, 405: _not_found},
    )
    app.router.redirect_slashes = False
    return _WithNonce(app, service)


@dataclass(frozen=True, slots=True)
class _WithNonce:
    """Every reply carries a nonce, errors too: the outermost layer, which nothing gets past."""

    app: ASGIApp
    service: Service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the header to whatever comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_with_nonce(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                nonce = self.service.identity.make_nonce(self.service.clock, self.service.entropy)
                headers = [*message.get("headers", []), (NONCE.lower().encode(), nonce.encode())]
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self.app(scope, receive, send_with_nonce)
        except Exception as error:  # noqa: BLE001 - the outer edge, as above
            log.unforeseen(error)
            if not started:
                await problem("overloaded")(scope, receive, send_with_nonce)
