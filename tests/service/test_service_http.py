"""Who is asking, how bodies travel, and how errors look."""

import gzip
import json
import os
import socket
import zlib
from http.client import HTTPResponse

import pytest
import requests
import zstandard
from service_client import NONCE, fails, hash_of, new_id
from service_running import RunningService

from fieldapp.protocol import signing
from fieldapp.protocol.signing import is_nonce

MIB = 1024 * 1024


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """SQLite alone: nothing here depends on the database."""
    running = RunningService(tmp_path_factory.mktemp("http") / "s").start()
    yield running
    running.stop()
    assert running.said_on_stderr() == ""


# --- hello, devices, users, forms ---


def test_hello_is_open_to_all(service):
    reply = requests.get(service.url + "/v1/hello", timeout=30)
    told = reply.json()
    assert told["service"] == service.id
    assert told["org"] == "Meadowshire"
    assert told["protocol"] == [1, 1]
    assert set(told["epoch"]) == {"id", "n"}
    assert set(told["keys"][0]) == {"id", "public"}
    assert told["time"].startswith("2026-03-0")
    assert is_nonce(reply.headers[NONCE])


def test_a_device_and_a_user_are_named_to_those_who_are_enrolled(team):
    nia, sam = team.nia, team.sam
    assert sam.get(f"/v1/devices/{nia.device}").json() == {
        "id": nia.device,
        "user": nia.user,
        "public_key": nia.key.public,
    }
    assert sam.get(f"/v1/users/{nia.user}").json() == {
        "id": nia.user,
        "name": "Nia Brackwell",
        "role": "practitioner",
    }
    fails(requests.get(f"{team.service.url}/v1/users/{nia.user}", timeout=30), 401, "unsigned")


@pytest.mark.parametrize("path", ["/v1/devices/", "/v1/users/", "/v1/forms/"])
@pytest.mark.parametrize("wanted", ["01890a5d-ac96-774b-bcce-b302099a8057", "ab" * 32, "x", "%00", "%F0"])
def test_what_is_not_there_is_not_found(team, path, wanted):
    assert fails(team.nia.get(path + wanted), 404, "not_found")


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/"), ("GET", "/v1/sync"), ("POST", "/v1/hello"), ("PUT", "/v1/sync"), ("GET", "/v2/hello")],
)
def test_there_is_no_such_route(service, method, path):
    assert fails(requests.request(method, service.url + path, timeout=30), 404, "not_found")


def test_forms_come_newest_last_and_their_bytes_have_their_hash(team, visit_form):
    folder = team.service.folder
    second = folder / "second.xml"
    second.write_text((folder / "visit.xml").read_text().replace('version="1"', 'version="2"'))
    (newer,) = team.service.command("forms", "publish", str(second))["forms"]
    again = team.service.command("forms", "publish", str(second), str(folder / "visit.xml"))["forms"]
    assert again == [newer, visit_form]
    listed = team.nia.get("/v1/forms").json()["forms"]
    assert listed[-1] == newer
    assert visit_form in listed
    reply = team.nia.get(f"/v1/forms/{newer['hash']}")
    assert reply.content == second.read_bytes()


# --- the proof of a request ---


def test_a_request_without_one_of_the_three_headers_is_unsigned(team):
    nia = team.nia
    proof = signing.sign_request(nia.key, nia.device, nia.fresh_nonce(), "GET", "/v1/forms", b"")
    for name in proof:
        part = {key: value for key, value in proof.items() if key != name}
        assert fails(requests.get(nia.service.url + "/v1/forms", headers=part, timeout=30), 401, "unsigned")
    assert requests.get(nia.service.url + "/v1/forms", headers=proof, timeout=30).status_code == 200


def test_any_change_to_a_signed_request_is_a_bad_signature(team):
    nia, sam = team.nia, team.sam
    nonce = nia.fresh_nonce()
    body = b"{}"
    proof = signing.sign_request(nia.key, nia.device, nonce, "POST", "/v1/sync", body)
    url = nia.service.url + "/v1/sync"
    named = proof["Signature-Input"]

    def sent(**changes):
        headers = {**proof, **changes.pop("headers", {})}
        return requests.post(
            changes.pop("url", url), data=changes.pop("data", body), headers=headers, timeout=30
        )

    assert sent().status_code == 200
    for changed in (
        {"data": b"{ }"},
        {"headers": {"Content-Digest": signing.content_digest(b"{ }")}},
        {"headers": {"Signature-Input": named.replace(nia.device, sam.device)}},
        {"headers": {"Signature-Input": named.replace(nia.device, new_id())}},
        {"headers": {"Signature-Input": named.replace("fa=", "sig=")}},
        {"headers": {"Signature-Input": named + ";x"}},
        {"headers": {"Signature-Input": named.replace('"@method" "@path"', '"@path" "@method"')}},
        {"headers": {"Signature-Input": named.replace(nonce, nia.fresh_nonce())}},
        {"headers": {"Signature": proof["Signature"].replace("fa=:", "fa=:A", 1)}},
        {"headers": {"Signature": "fa=::"}},
        {"headers": {"Content-Digest": "sha-256=::"}},
    ):
        assert fails(sent(**changed), 401, "bad_signature")
    get = signing.sign_request(nia.key, nia.device, nonce, "GET", "/v1/forms", b"")
    other = requests.get(f"{nia.service.url}/v1/users/{nia.user}", headers=get, timeout=30)
    assert fails(other, 401, "bad_signature")


def test_an_old_or_foreign_nonce_is_renewed_by_the_reply(team):
    nia = team.nia
    nonce = nia.fresh_nonce()
    clock, now_ms = team.service.clock, team.service.clock.wall_ms()
    try:
        team.service.advance(minutes=14)
        assert nia.ask("GET", "/v1/forms", nonce=nonce).status_code == 200
        team.service.advance(minutes=2)
        reply = nia.ask("GET", "/v1/forms", nonce=nonce)
        assert fails(reply, 401, "nonce")
        assert nia.ask("GET", "/v1/forms", nonce=reply.headers[NONCE]).status_code == 200
    finally:
        clock.set_wall(now_ms)
    for foreign in ("x", nonce[:-1] + ("A" if nonce[-1] != "A" else "B"), "..", "zz.zz.zz"):
        assert fails(nia.ask("GET", "/v1/forms", nonce=foreign), 401, "nonce")
    assert fails(nia.ask("GET", "/v1/forms", nonce="é"), 401, "bad_signature")


def test_a_nonce_may_be_used_again(team):
    nonce = team.nia.fresh_nonce()
    assert [team.nia.ask("GET", "/v1/forms", nonce=nonce).status_code for _ in range(3)] == [200] * 3


def test_the_signature_is_looked_at_before_the_nonce_and_both_before_the_body(team):
    nia = team.nia
    reply = nia.post(b"not json", nonce="old", signed_body=b"other")
    assert fails(reply, 401, "bad_signature")
    assert fails(nia.post(b"not json", nonce="old"), 401, "nonce")
    assert fails(nia.post(b"not json"), 400, "malformed")


# --- bodies ---


def packed(nia, data, encoding):
    return nia.ask("POST", "/v1/sync", data, headers={"Content-Encoding": encoding})


def test_bodies_travel_as_zstd_gzip_or_as_they_are(team):
    nia = team.nia
    plain = json.dumps({"manifest": {"unsent": 2}}).encode()
    streamed = zstandard.ZstdCompressor(write_checksum=True).compressobj()
    for data, encoding in (
        (plain, "identity"),
        (gzip.compress(plain), "gzip"),
        (gzip.compress(plain[:5]) + gzip.compress(plain[5:]), "GZIP"),
        (zstandard.compress(plain), "zstd"),
        (streamed.compress(plain) + streamed.flush(), "zstd"),
    ):
        assert packed(nia, data, encoding).status_code == 200


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(b"{}", "br", id="no such encoding"),
        pytest.param(b"{}", "gzip, zstd", id="two encodings"),
        pytest.param(b"{}", "gzip", id="gzip that is none"),
        pytest.param(b"{}", "zstd", id="zstd that is none"),
        pytest.param(b"", "gzip", id="empty gzip"),
        pytest.param(b"", "zstd", id="empty zstd"),
        pytest.param(gzip.compress(b"{}" + b" " * 5000)[:-9], "gzip", id="gzip cut short"),
        pytest.param(gzip.compress(b"{}") + b"x", "gzip", id="bytes after gzip"),
        pytest.param(zlib.compress(b"{}"), "gzip", id="zlib sent as gzip"),
        pytest.param(
            zstandard.compress(b"{}" + os.urandom(4000).hex().encode())[:-9], "zstd", id="zstd cut short"
        ),
        pytest.param(zstandard.compress(b"{}") + b"x", "zstd", id="bytes after zstd"),
        pytest.param(zstandard.compress(b"{}")[:3], "zstd", id="zstd of three bytes"),
    ],
)
def test_a_broken_or_unknown_encoding_is_malformed(team, data, encoding):
    assert fails(packed(team.nia, data, encoding), 400, "malformed")


def test_a_flipped_bit_in_a_checked_body_is_malformed(team):
    whole = bytearray(
        zstandard.ZstdCompressor(write_checksum=True).compress(b'{"x": "' + b"ab" * 500 + b'"}')
    )
    whole[-1] ^= 1
    assert fails(packed(team.nia, bytes(whole), "zstd"), 400, "malformed")


def test_limits_hold_as_sent_and_unpacked(team):
    nia = team.nia
    assert fails(nia.post(b" " * (2 * MIB + 1)), 413, "too_large")
    assert nia.post(b"{" + b" " * (2 * MIB - 2) + b"}").status_code == 200
    for pack, encoding in ((gzip.compress, "gzip"), (zstandard.compress, "zstd")):
        assert packed(nia, pack(b"{" + b" " * (8 * MIB - 2) + b"}"), encoding).status_code == 200
        assert fails(packed(nia, pack(b"{" + b" " * (8 * MIB - 1) + b"}"), encoding), 413, "too_large")


def test_a_window_over_eight_mebibytes_is_too_large(team):
    told = zstandard.ZstdCompressionParameters.from_level(3, window_log=24, write_content_size=False)
    large = zstandard.ZstdCompressor(compression_params=told).compressobj()
    assert fails(packed(team.nia, large.compress(b"{}") + large.flush(), "zstd"), 413, "too_large")


def test_a_hundred_revisions_fit_and_one_more_does_not(team):
    assert fails(team.nia.post({"push": [1] * 101}), 413, "too_large")
    assert len(team.nia.post({"push": [1] * 100}).json()["results"]) == 100


def test_nothing_is_applied_when_the_request_itself_is_wrong(team):
    family = team.nia.begin_family()
    note = team.nia.revise(new_id(), family, {"date": "1"})
    deep = json.loads("[" * 20 + "]" * 20)
    for told in (
        {"push": [note], "cursors": [[family, 0, "x"]]},
        {"push": [note], "max_bytes": "x"},
        {"push": [note], "x": deep},
        {"push": [note, {"rev": deep}]},
    ):
        assert fails(team.nia.post(told), 400, "malformed")
    assert len(team.nia.pull(family)) == 1
    assert "again" not in team.nia.push(note)[0]


@pytest.mark.parametrize("accepted", ["zstd", "gzip", "zstd;q=0, gzip", "identity", "br", ""])
def test_replies_come_in_an_encoding_that_was_accepted(team, accepted):
    nia = team.nia
    proof = signing.sign_request(nia.key, nia.device, nia.fresh_nonce(), "GET", "/v1/forms", b"")
    reply = requests.get(
        nia.service.url + "/v1/forms",
        headers={**proof, "Accept-Encoding": accepted},
        stream=True,
        timeout=30,
    )
    used = reply.headers.get("Content-Encoding", "identity")
    raw = reply.raw.read(decode_content=False)
    assert used in (*accepted.replace(";q=0", "-no").split(", "), "identity")
    unpack = {"zstd": zstandard.decompress, "gzip": gzip.decompress}.get(used, bytes)
    assert "forms" in json.loads(unpack(raw))


# --- in the open ---


def test_a_cut_connection_harms_nobody(service):
    host, port = service.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(b"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    assert requests.get(service.url + "/v1/hello", timeout=30).status_code == 200


GARBAGE = {
    "no request": b"HELLO\r\n\r\n",
    "no header": b"GET /v1/hello HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n",
    "a header without end": b"GET /v1/hello HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 66_000,
    "a length below nothing": b"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "no chunk": b"POST /v1/sync HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
}


@pytest.mark.parametrize("sent", GARBAGE.values(), ids=GARBAGE)
def test_what_is_no_request_is_answered_like_any_other_error(tmp_path, sent):
    """Section 2.2: every reply carries a nonce, errors too, and every error has its code."""
    service = RunningService(tmp_path / "s").start()
    host, port = service.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(sent)
        reply = HTTPResponse(line)
        reply.begin()
        told = json.loads(reply.read())
        assert (reply.status, told["code"], told["status"]) == (400, "malformed", 400)
        assert reply.headers["Content-Type"] == "application/problem+json"
        assert is_nonce(reply.headers[NONCE])
    assert requests.get(service.url + "/v1/hello", timeout=30).status_code == 200
    service.stop()


def test_a_captured_request_sent_again_changes_nothing(team):
    """Threat row 18: replays have no new effect, and row 19: altered or late they have none at all."""
    nia = team.nia
    family = nia.begin_family()
    note = nia.revise(new_id(), family, {"date": "1"})
    body = json.dumps({"push": [note]}).encode()
    proof = signing.sign_request(nia.key, nia.device, nia.fresh_nonce(), "POST", "/v1/sync", body)
    url = nia.service.url + "/v1/sync"
    for _ in range(20):
        reply = requests.post(url, data=body, headers=proof, timeout=30)
        assert reply.json()["results"][0]["hash"] == hash_of(note)
    assert len(nia.pull(family)) == 2
