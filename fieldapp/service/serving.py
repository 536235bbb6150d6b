"""The HTTP server as we run it: uvicorn, with our own end and our own answer to what is no HTTP.

Promise: also what never reaches a route, because it cannot be read as a request, is answered with a problem document
and a nonce. Never here: routes. Source: protocol 1 sections 2.2 and 3. Trap met: uvicorn answers such bytes by itself,
in plain text, below the application.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, h11

from fieldapp.protocol.signing import NONCE
from fieldapp.service.app import Service, make_app, problem


class Server(uvicorn.Server):
    """Ends by our own signals, with exit code 0."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None: the command catches them before the socket is open."""
        yield


def server_for(service: Service) -> Server:
    """The server, not yet running."""

    class Protocol(H11Protocol):
        """HTTP/1.1 whose answer to garbage is ours."""

        def send_400_response(self, msg: str) -> None:
            """Say that it was no request, with a nonce as on every reply, and hang up."""
            if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
                self.transport.close()  # an answer is under way or gone already
                return
            told = problem("malformed", "not a request of HTTP/1.1")
            nonce = service.identity.make_nonce(service.clock, service.entropy)
            headers = [*told.raw_headers, (NONCE.lower().encode(), nonce.encode()), (b"connection", b"close")]
            for event in (
                h11.Response(status_code=told.status_code, headers=headers, reason=b"Bad Request"),
                h11.Data(data=bytes(told.body)),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
            self.transport.close()

    return Server(
        uvicorn.Config(
            make_app(service),
            http=Protocol,
            access_log=False,
            log_level="warning",
            server_header=False,
            date_header=False,
            lifespan="off",
            timeout_graceful_shutdown=20,
            timeout_keep_alive=75,
        )
    )
