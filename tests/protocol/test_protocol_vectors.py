"""Every vector of protocol 1, one test each: the bytes that both ends are pinned to."""

import hashlib
import json
from pathlib import Path

import pytest

from fieldapp.protocol import canonical, chain, signing
from fieldapp.protocol.codes import Malformed, normalise_code
from fieldapp.protocol.merge import MergeInput, SetBy, merge
from fieldapp.protocol.revision import Envelope, OpenQuestion, Revision, check_body, form_path

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "protocol-vectors.json").read_text(encoding="utf-8")
)
KEYS = VECTORS["keys"]
DEVICE_KEY = signing.DeviceKey(bytes.fromhex(KEYS["device"]["private"]))


def named(section):
    return [
        pytest.param(case, id=str(case.get("name", number))) for number, case in enumerate(VECTORS[section])
    ]


@pytest.mark.parametrize("case", named("canonical"))
def test_one_value_has_one_way_of_being_written(case):
    data = case["json"].encode("utf-8")
    if case.get("refused"):
        with pytest.raises(Malformed):
            canonical.encode(canonical.parse(data))
        return
    written = canonical.encode(canonical.parse(data))
    assert written.hex() == case["hex"]
    assert canonical.sha256_hex(written) == case["sha256"]


@pytest.mark.parametrize("case", named("revisions"))
def test_a_revision_has_one_hash_and_one_signature(case):
    revision = Revision.parse(case["rev"])
    who = KEYS["service" if revision.counter is None else "device"]
    assert revision.canonical.hex() == case["canonical"]
    assert revision.hash == case["hash"]
    assert signing.DeviceKey(bytes.fromhex(who["private"])).sign_hash(revision.hash) == case["sig"]
    assert signing.verify_hash(who["public"], revision.hash, case["sig"])
    assert Envelope.parse({"rev": case["rev"], "sig": case["sig"]}).to_wire()["rev"] == case["rev"]


def test_the_chain_runs_over_the_log():
    reached = VECTORS["chain"]["start"]
    assert reached == chain.START
    for entry in VECTORS["chain"]["entries"]:
        reached = chain.next_chain(reached, entry["role"], entry["hash"])
        assert reached == entry["chain"]


@pytest.mark.parametrize("case", named("codes"))
def test_an_enrolment_code_is_read_kindly(case):
    assert normalise_code(case["in"]) == case["out"]


def test_enrolment_proves_code_nonce_and_key():
    case = VECTORS["enrol"]
    assert DEVICE_KEY.public == case["public_key"]
    assert normalise_code(case["code"]) == case["normal"]
    assert signing.code_hash(case["code"]) == case["code_sha256"]
    message = signing.enrol_message(case["code"], case["nonce"], case["public_key"])
    assert message.hex() == case["signed_sha256"]
    assert message == hashlib.sha256(case["canonical"].encode()).digest()
    assert signing.enrol_proof(DEVICE_KEY, case["code"], case["nonce"]) == case["proof"]
    assert signing.is_enrol_proof(case["public_key"], case["code"], case["nonce"], case["proof"])


@pytest.mark.parametrize("case", named("requests"))
def test_a_request_is_signed_over_four_lines(case):
    body = bytes.fromhex(case["body_hex"])
    headers = signing.sign_request(
        DEVICE_KEY, case["device"], case["nonce"], case["method"], case["path"], body
    )
    assert headers == case["headers"]
    params = headers["Signature-Input"].removeprefix("fa=")
    base = signing.signature_base(case["method"], case["path"], headers["Content-Digest"], params)
    assert base.decode() == case["base"]
    proven = signing.check_request(
        headers, case["method"], case["path"], body, {case["device"]: DEVICE_KEY.public}.get
    )
    assert (proven.device, proven.nonce) == (case["device"], case["nonce"])


@pytest.mark.parametrize("case", named("form_paths"))
def test_a_key_without_its_rows_is_the_form_path(case):
    assert form_path(case["key"]) == case["path"]


@pytest.mark.parametrize("case", named("bodies"))
def test_a_body_is_flat_and_complete(case):
    if case["valid"]:
        check_body(case["body"])
    else:
        with pytest.raises(Malformed):
            check_body(case["body"])


@pytest.mark.parametrize("case", named("merge"))
def test_a_merge_gives_what_the_text_says(case):
    result = merge(
        MergeInput(
            types=case["types"],
            parent=case["parent"],
            incoming=case["incoming"],
            head=case["head"],
            set_by={key: SetBy(**by) for key, by in case["set_by"].items()},
            seen=frozenset(case["seen"]),
            me=SetBy(**case["me"]),
            parent_is_head=case["parent_is_head"],
            parent_deleted=case["parent_deleted"],
            head_deleted=case["head_deleted"],
            opens=tuple(OpenQuestion(**asked) for asked in case["opens"]),
            names=frozenset(case["names"]),
            line=frozenset(case["line"]),
        )
    )
    assert {
        "kind": result.kind,
        "body": result.body,
        "open": [asked.to_wire() for asked in result.open],
        "status": result.status,
    } == case["result"]
