"""A sync request is taken apart strictly, and one bad item is the fault of that item alone."""

import copy
import json
from pathlib import Path

import pytest

from fieldapp.protocol import wire
from fieldapp.protocol.codes import Malformed, ProtocolError

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "protocol-vectors.json").read_text(encoding="utf-8")
)
ITEM = {key: VECTORS["revisions"][0][key] for key in ("rev", "sig")}
SCOPE = ITEM["rev"]["scope"]


def request(**parts):
    return json.dumps(parts).encode()


def test_every_part_may_be_absent():
    assert wire.parse_sync_request(b" {} ") == wire.SyncRequest()


def test_a_whole_request_is_read():
    told = wire.parse_sync_request(
        request(
            epoch="e",
            push=[ITEM, 5],
            cursors=[[SCOPE, 3, "ab" * 32]],
            max_bytes=2**40,
            manifest={"unsent": 1, "oldest_unsent": None, "news": [1]},
            later={"unknown": True},
        )
    )
    assert told.epoch == "e"
    assert told.cursors == (wire.Cursor(SCOPE, 3, "ab" * 32),)
    assert told.max_bytes == wire.REPLY_BYTES_MAX
    assert told.manifest == {"unsent": 1, "oldest_unsent": None, "news": [1]}
    assert [wire.parse_push_item(item).code for item in told.push] == [None, "malformed"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"5",
        b"{",
        b'{"push": [}',
        b'{"push": [1,]}',
        b'{"push": [01]}',
        b'{"push": [NaN]}',
        b'{"push": [{"rev": "\xff"}]}',
        b'{"push": ["\x01"]}',
        b'{"push": [1]} x',
        b"\xef\xbb\xbf{}",
        b'{"push": 5}',
        b'{"push": {}}',
        b'{"push": null}',
        b'{"push": [], "push": []}',
        b'{"push": [], "pu\\u0073h": []}',
        b'{"epoch": 5}',
        b'{"cursors": 5}',
        b'{"cursors": [[]]}',
        b'{"max_bytes": "1"}',
        b'{"max_bytes": 1.0}',
        b'{"max_bytes": -1}',
        b'{"max_bytes": true}',
        b'{"manifest": []}',
        b'{"manifest": {"unsent": -1}}',
        b'{"manifest": {"unsent": 1.5}}',
        b'{"manifest": {"a": 1, "a": 2}}',
        b'{"manifest": {"oldest_unsent": "yesterday"}}',
        b'{"x": ' + b"[" * 16 + b"]" * 16 + b"}",
        b'{"push": [{"rev": ' + b"[" * 14 + b"]" * 14 + b"}]}",
        request(cursors=[[SCOPE, -1, "0" * 64]]),
        request(cursors=[[SCOPE, 0, "0" * 63]]),
        request(cursors=[[SCOPE.upper(), 0, "0" * 64]]),
        request(cursors=[[SCOPE, 0, "0" * 64], [SCOPE, 0, "0" * 64]]),
    ],
)
def test_a_wrong_request_is_malformed_as_a_whole(body):
    with pytest.raises(Malformed):
        wire.parse_sync_request(body)


def test_sixteen_levels_are_taken():
    assert wire.parse_sync_request(b'{"x": ' + b"[" * 15 + b"]" * 15 + b"}") == wire.SyncRequest()


def test_brackets_inside_texts_are_no_nesting():
    assert wire.parse_sync_request(b'{"x": "' + b'[{\\"' * 40 + b'"}') == wire.SyncRequest()


def test_more_than_a_hundred_revisions_are_too_large():
    with pytest.raises(ProtocolError) as raised:
        wire.parse_sync_request(request(push=[1] * 101))
    assert raised.value.code == "too_large"
    assert len(wire.parse_sync_request(request(push=[1] * 100)).push) == 100


def change(**members):
    item = copy.deepcopy(ITEM)
    item["rev"].update(members)
    return json.dumps(item).encode()


@pytest.mark.parametrize(
    "item",
    [
        b"5",
        b"null",
        b"{}",
        b'{"rev": 5, "sig": "x"}',
        change(later=1.5),
        change(later=1).replace(b'"later": 1', b'"later": 1e0'),
        change(later=1).replace(b'"later": 1', b'"later": 1, "later": 1'),
        change(later=2**53),
        change(later="x").replace(b'"later": "x"', b'"later": "\\ud800"'),
    ],
)
def test_what_has_no_canonical_form_is_refused_without_a_hash(item):
    told = wire.parse_sync_request(b'{"push": [' + item + b"," + json.dumps(ITEM).encode() + b"]}")
    bad, good = (wire.parse_push_item(part) for part in told.push)
    assert (bad.hash, bad.envelope, bad.code) == (None, None, "malformed")
    assert good.hash == VECTORS["revisions"][0]["hash"]
    assert good.code is None


def shape_faults():
    rev = ITEM["rev"]
    written = rev["written"]
    yield from (
        {"v": 2},
        {"v": True},
        {"doc": rev["doc"].upper()},
        {"doc": rev["doc"].replace("-7000-", "-4000-")},
        {"doc": rev["doc"].replace("-8000-", "-c000-")},
        {"kind": "Visit"},
        {"kind": "v" * 65},
        {"kind": "visit\n"},
        {"scope": None},
        {"parents": ["ab"]},
        {"parents": ["ab" * 32, "ab" * 32]},
        {"parents": None},
        {"body": []},
        {"body": None},
        {"flags": ["deleted"]},
        {"flags": ["signed_off", "auto"]},
        {"flags": ["auto", "auto"]},
        {"flags": ["new"]},
        {"open": None},
        {"open": [{"key": "a"}]},
        {"form": {}},
        {"form": {**rev["form"], "hash": "x"}},
        {"form": {**rev["form"], "version": 3}},
        {"blobs": [{"sha256": "ab" * 32}]},
        {"author": "asha"},
        {"counter": 0},
        {"counter": "1"},
        {"counter": 2},
        {"prev": "ab" * 32},
        {"group": "x"},
        {"salt": "AAAA"},
        {"salt": "AAAAAAAAAAAAAAAAAAAAAB"},
        {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="},
        {"written": {**written, "wall": "2026-03-01T10:00:00Z"}},
        {"written": {**written, "wall": "2026-02-30T10:00:00.000Z"}},
        {"written": {**written, "zone": None}},
        {"written": {**written, "elapsed_ms": "1"}},
        {"written": {**written, "boot": "x"}},
        {"written": {key: value for key, value in written.items() if key != "server"}},
    )


@pytest.mark.parametrize("members", list(shape_faults()), ids=str)
def test_a_revision_of_another_shape_is_malformed(members):
    told = wire.parse_push_item(change(**members))
    assert (told.envelope, told.code) == (None, "malformed")
    assert told.hash is not None


@pytest.mark.parametrize("name", sorted(ITEM["rev"]))
def test_every_member_is_required(name):
    item = copy.deepcopy(ITEM)
    del item["rev"][name]
    assert wire.parse_push_item(json.dumps(item).encode()).code == "malformed"


def test_a_revision_over_a_mebibyte_is_too_large_and_keeps_its_hash():
    told = wire.parse_push_item(change(later="x" * wire.REVISION_BYTES_MAX))
    assert told.code == "too_large"
    assert told.hash is not None


def test_white_space_and_escapes_do_not_count():
    body = {"notes": "\u0641" * 500_000}
    spaced = change(body=body).replace(b'"notes"', b" " * 2_000_000 + b'"notes"')
    assert len(spaced) > 4 * wire.REVISION_BYTES_MAX
    assert wire.parse_push_item(spaced).code is None


def test_a_swarm_of_tiny_values_is_refused_before_it_is_built():
    swarm = b'{"rev": {"later": [' + b"[]," * 2_000_000 + b"[]]}}"
    told = wire.parse_push_item(swarm)
    assert (told.code, told.hash) == ("too_large", None)


def test_a_long_text_full_of_commas_is_no_swarm():
    assert wire.parse_push_item(change(body={"notes": "," * 600_000})).code is None


def test_a_reply_is_typed_and_ignores_what_it_does_not_know():
    reply = wire.read(
        json.dumps(
            {
                "epoch": {"id": "e", "n": 1, "more": 1},
                "time": "2026-03-01T10:00:00.000Z",
                "have_counter": 3,
                "results": [{"hash": "ab" * 32, "status": "accepted", "head": "cd" * 32, "seq": 1}],
                "scopes": [
                    {
                        "scope": SCOPE,
                        "from": 1,
                        "entries": [{"seq": 1, "role": "main", **ITEM}],
                        "head": 1,
                        "chain": "ab" * 32,
                        "more": False,
                    },
                    {"scope": SCOPE, "gone": "unknown"},
                ],
            }
        ).encode(),
        wire.SyncReply,
    )
    assert reply.results[0].status == "accepted"
    assert reply.scopes[0].start == 1
    assert reply.scopes[0].entries[0].envelope().revision.hash == VECTORS["revisions"][0]["hash"]
    assert reply.scopes[1].gone == "unknown"
    with pytest.raises(Malformed):
        wire.read(b'{"epoch": 5}', wire.SyncReply)
