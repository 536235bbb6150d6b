"""What the wire promises, tried against real sockets that answer well, badly, by half or not at all."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import threading

import pytest
import zstandard
from sync_paper import SeededEntropy, Signer, an_id
from tiny_server import http, tiny_server

from fieldapp.protocol import signing
from fieldapp.sync import transport
from fieldapp.sync.engine.values import LinkFailed, Reply
from fieldapp.sync.transport import HttpWire, Link, LinkTrouble, Outgoing, carry

BODY = json.dumps({"said": "x" * 3000}).encode()


def asked(url: str, outgoing: Outgoing | None = None, link: Link | None = None) -> Reply | LinkFailed:
    return carry(HttpWire(url, link), outgoing or Outgoing("GET", "/v1/hello"), "", None)


# -- where ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://service.example",
        "http://10.0.0.4",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "https://",
        "service.example",
        "https://user:word@service.example",
        "https://service.example/?x=1",
        "http://127.0.0.1.service.example",
    ],
)
def test_nothing_is_sent_to_an_address_that_is_neither_https_nor_this_machine(url: str) -> None:
    with pytest.raises(transport.AddressRefused):
        HttpWire(url)


def test_https_and_this_machine_are_taken() -> None:
    for url in (
        "https://service.example/fieldapp/",
        "http://127.0.0.1:8000",
        "http://localhost",
        "http://[::1]:9",
    ):
        HttpWire(url)


def test_requests_is_not_imported_until_something_is_sent() -> None:
    told = "import sys, fieldapp.sync.transport as t; t.HttpWire('https://a.example'); print('requests' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=30
    )
    assert said.stdout.strip() == "False"


# -- out -----------------------------------------------------------------------------------------------------------


def test_a_request_is_compressed_and_signed_as_it_is_sent() -> None:
    me = Signer(an_id())
    with tiny_server(http(200, b"{}")) as server:
        reply = carry(HttpWire(server.url), Outgoing("POST", "/v1/sync", BODY, "n-1"), me.id, me.key)
    assert isinstance(reply, Reply)
    heard = server.heard[0]
    assert heard.headers["content-encoding"] == "zstd"
    assert zstandard.ZstdDecompressor().decompress(heard.body) == BODY
    names = {name: heard.headers[name.lower()] for name in ("Content-Digest", "Signature-Input", "Signature")}
    proven = signing.check_request(names, heard.method, heard.path, heard.body, {me.id: me.key.public}.get)
    assert (proven.device, proven.nonce) == (me.id, "n-1")


def test_nothing_goes_along_that_was_not_meant_to(tmp_path, monkeypatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with tiny_server(http(200, b"{}", Set_Cookie="who=you")) as server:
        wire = HttpWire(server.url)
        for _ in range(2):
            assert isinstance(carry(wire, Outgoing("GET", "/v1/hello"), "", None), Reply)
    for heard in server.heard:
        assert set(heard.headers) <= {"host", "user-agent", "accept-encoding", "accept", "connection"}
        assert heard.headers["user-agent"] == "Fieldapp"


def test_a_redirect_is_not_followed() -> None:
    with tiny_server(http(302, b"", Location="http://127.0.0.1:9/elsewhere")) as server:
        reply = asked(server.url)
    assert isinstance(reply, Reply)
    assert reply.status == 302
    assert len(server.heard) == 1


def test_asking_after_thirty_families_takes_less_than_four_kilobytes_up() -> None:
    me = Signer(an_id())
    chance = SeededEntropy(30)
    cursors = [[an_id(), 1000 + number, chance.random_bytes(32).hex()] for number in range(31)]
    manifest = {
        "unsent": 0,
        "oldest_unsent": None,
        "held": 1,
        "drafts": 2,
        "blob_bytes": 0,
        "last_counter": 4711,
        "app": "fieldapp 0.1.0",
        "free_disk": 79_000_000_000,
    }
    told = {"push": [], "epoch": an_id(), "cursors": cursors, "max_bytes": 262_144, "manifest": manifest}
    nonce = "19cadc69a80." + "x" * 12 + "." + "y" * 24
    with tiny_server(http(200, b"{}")) as server:
        body = json.dumps(told, separators=(",", ":")).encode()
        carry(HttpWire(server.url), Outgoing("POST", "/v1/sync", body, nonce), me.id, me.key)
    heard = server.heard[0]
    head_bytes = sum(len(name) + len(value) + 4 for name, value in heard.headers.items())
    assert len(heard.body) + head_bytes + len("POST /v1/sync HTTP/1.1\r\n\r\n") <= 4096


def test_a_large_request_arrives_whole_piece_by_piece() -> None:
    body = SeededEntropy(5).random_bytes(1_500_000)
    with tiny_server(http(200, b"{}")) as server:
        assert isinstance(asked(server.url, Outgoing("POST", "/v1/sync", body)), Reply)
    assert server.heard[0].body == body
    assert "transfer-encoding" not in server.heard[0].headers


# -- back ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (BODY, ""),
        (BODY, "identity"),
        (gzip.compress(BODY, mtime=0), "gzip"),
        (zstandard.ZstdCompressor().compress(BODY), "zstd"),
    ],
)
def test_replies_come_whole_in_every_encoding(packed: bytes, encoding: str) -> None:
    headers = {"Content_Encoding": encoding} if encoding else {}
    with tiny_server(http(200, packed, Fieldapp_Nonce="n-2", **headers)) as server:
        assert asked(server.url) == Reply(200, BODY, "n-2")


def test_an_error_brings_its_nonce_too() -> None:
    with tiny_server(http(401, b'{"code":"nonce"}', Fieldapp_Nonce="n-3")) as server:
        assert asked(server.url) == Reply(401, b'{"code":"nonce"}', "n-3")


def test_a_nonce_of_another_form_is_none() -> None:
    with tiny_server(http(200, b"{}", Fieldapp_Nonce='n";keyid="other')) as server:
        assert asked(server.url) == Reply(200, b"{}", None)


@pytest.mark.parametrize(
    "told",
    [
        http(200, BODY)[:-100],
        http(200, gzip.compress(BODY, mtime=0)[:-9], Content_Encoding="gzip"),
        http(200, zstandard.ZstdCompressor().compress(BODY)[:-9], Content_Encoding="zstd"),
        http(200, BODY, Content_Encoding="zstd"),
        http(200, BODY, Content_Encoding="gzip"),
        http(200, BODY, Content_Encoding="br"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"what is this",
        b"",
    ],
    ids=[
        "cut",
        "cut gzip",
        "cut zstd",
        "not zstd",
        "not gzip",
        "brotli",
        "cut chunk",
        "cut head",
        "nonsense",
        "nothing",
    ],
)
def test_half_an_answer_is_no_answer(told: bytes) -> None:
    with tiny_server(told) as server:
        assert asked(server.url) == LinkFailed("broken")


def test_a_small_reply_that_unpacks_to_hundreds_of_megabytes_is_stopped_early() -> None:
    bomb = zstandard.ZstdCompressor(level=3).compress(bytes(400 * 1024 * 1024))
    assert len(bomb) < 64 * 1024
    with pytest.raises(LinkTrouble):
        transport.unpack(bomb, "zstd")
    with pytest.raises(LinkTrouble):
        transport.unpack(gzip.compress(bytes(64 * 1024 * 1024)), "gzip")


def test_a_window_larger_than_agreed_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27, enable_ldm=True)
    writer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    packed = writer.compress(bytes(range(256)) * 40_000) + writer.flush()
    with pytest.raises(LinkTrouble):
        transport.unpack(packed, "zstd")


def test_a_reply_without_end_is_stopped() -> None:
    endless = b"HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n" + bytes(9 * 1024 * 1024)
    with tiny_server(endless) as server:
        assert asked(server.url) == LinkFailed("broken")


def test_a_service_that_says_nothing_is_a_time_out(monkeypatch) -> None:
    monkeypatch.setattr(transport, "IDLE_READ_TIMEOUT_S", 0.3)
    with tiny_server(lambda _heard: None) as server:
        assert asked(server.url) == LinkFailed("timeout")


def test_nobody_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert asked(f"http://127.0.0.1:{port}") == LinkFailed("unreachable")


def test_a_service_that_goes_away_comes_back_on_a_new_connection() -> None:
    with tiny_server(http(200, b"{}")) as server:
        wire = HttpWire(server.url)
        hello = Outgoing("GET", "/v1/hello")
        assert isinstance(carry(wire, hello, "", None), Reply)
        wire.link.hang_up()
        assert [isinstance(carry(wire, hello, "", None), Reply) for _ in range(2)][-1]


# -- the switch ----------------------------------------------------------------------------------------------------


def test_a_cut_link_lets_nothing_through_and_a_mended_one_does() -> None:
    link = Link()
    with tiny_server(http(200, b"{}")) as server:
        link.cut()
        assert asked(server.url, link=link) == LinkFailed("unreachable")
        assert server.heard == []
        link.mend()
        assert asked(server.url, link=link) == Reply(200, b"{}", None)


def test_cutting_the_link_tears_down_what_is_under_way() -> None:
    link = Link()
    with tiny_server(lambda _heard: None) as server:
        outcome: list[Reply | LinkFailed] = []
        thread = threading.Thread(target=lambda: outcome.append(asked(server.url, link=link)))
        thread.start()
        for _ in range(1000):
            if server.heard:
                break
            thread.join(0.01)
        link.cut()
        thread.join(10)
    assert outcome == [LinkFailed("unreachable")]
