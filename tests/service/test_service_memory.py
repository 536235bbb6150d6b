"""I19: whatever is sent, a request takes at most 32 MiB of memory (seen as the growth of the process's peak)."""

import gzip
from pathlib import Path

import pytest
import zstandard
from service_client import new_id
from service_running import RunningService

from fieldapp.protocol import canonical

MIB = 1024 * 1024


@pytest.fixture(scope="module")
def laptop(tmp_path_factory):
    """A laptop of a service on SQLite: parsing comes before any database."""
    running = RunningService(tmp_path_factory.mktemp("memory") / "s").start()
    made = running.laptop(running.add_user("Nia Brackwell"))
    family = made.begin_family()
    made.sync(cursors=[[family, 0, "0" * 64]])
    yield made
    running.stop()


def service_peak_kib(service):
    """The most memory that the service ever had resident."""
    text = Path(f"/proc/{service.process.pid}/status").read_text()
    return int(next(line for line in text.splitlines() if line.startswith("VmHWM")).split()[1])


def reset_peak(service):
    Path(f"/proc/{service.process.pid}/clear_refs").write_text("5")


def hostile_bodies():
    """What a device that means harm could send: each a fraction of the limits, each costly to build naively."""
    bomb = zstandard.compress(b" " * (200 * MIB))
    yield "a zstd bomb", bomb, "zstd"
    yield "a gzip bomb", gzip.compress(b"0" * (200 * MIB)), "gzip"
    for name, text in (
        ("empty arrays", b'{"push":[{"rev":{"x":[' + b"[]," * 700_000 + b"[]]}}]}"),
        ("numbers", b'{"push":[{"rev":[' + b"1," * (3 * MIB) + b"1]}]}"),
        ("names", b'{"push":[{"rev":{' + b'"":0,' * 400_000 + b'"":0}}]}'),
        ("texts", b'{"push":[' + b'{"rev":{"a":"' + b"\\u0641" * (MIB + MIB // 4) + b'"}}' + b"]}"),
        ("a manifest", b'{"manifest":{"x":[' + b"[]," * 700_000 + b"[]]}}"),
        ("cursors", b'{"cursors":[' + b"[1,2,3]," * MIB + b"[1,2,3]]}"),
        ("an epoch", b'{"epoch":"' + "😀".encode() * (2 * MIB - 10) + b'"}'),
    ):
        yield name, zstandard.compress(text), "zstd"


@pytest.mark.parametrize(("data", "encoding"), [pytest.param(d, e, id=n) for n, d, e in hostile_bodies()])
def test_no_request_takes_more_than_32_mebibytes(laptop, data, encoding):
    service = laptop.service
    reset_peak(service)
    before = service_peak_kib(service)
    reply = laptop.ask("POST", "/v1/sync", data, headers={"Content-Encoding": encoding})
    assert reply.status_code in (200, 400, 413)
    if reply.status_code == 200:
        assert {result["status"] for result in reply.json()["results"]} <= {"refused"}
    assert service_peak_kib(service) - before < 32 * 1024


def test_a_full_push_and_a_full_pull_take_no_more_either(laptop):
    service = laptop.service
    family = laptop.begin_family()
    notes = [laptop.revise(new_id(), family, {"notes": "x" * 1_000_000}) for _ in range(7)]
    reset_peak(service)
    before = service_peak_kib(service)
    assert {result["status"] for result in laptop_push(laptop, notes)} == {"accepted"}
    assert len(laptop.pull(family)) == 8
    assert service_peak_kib(service) - before < 32 * 1024


def laptop_push(laptop, notes):
    """Push packed, for as sent only 2 MiB are taken."""
    body = zstandard.compress(b'{"push":[' + b",".join(map(canonical.encode, notes)) + b"]}")
    reply = laptop.ask("POST", "/v1/sync", body, headers={"Content-Encoding": "zstd"})
    return reply.json()["results"]
