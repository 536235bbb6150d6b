"""Canonical text against an independent implementation, and the small encodings around it."""

import json
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.ports import SteppedClock, SystemEntropy, uuid7
from fieldapp.protocol import canonical, signing, wire
from fieldapp.protocol.codes import CODE_LENGTH, CROCKFORD, ERRORS, Malformed, new_code, normalise_code
from fieldapp.protocol.revision import Written, boot_id, is_uuid, rows_of
from fieldapp.protocol.times import format_time, parse_time

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.INTEGER_MAX, canonical.INTEGER_MAX) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
@settings(max_examples=300, deadline=None)
def test_canonical_bytes_are_those_of_rfc_8785(value):
    written = canonical.encode(value)
    assert written == rfc8785.dumps(value)
    assert canonical.parse(written) == value
    assert canonical.encode(canonical.parse(json.dumps(value, indent=1).encode())) == written


@pytest.mark.parametrize(
    "value", [1.0, 2**53, -(2**53), "\ud800", {"\udc00": 1}, {1: 2}, b"x", {"a": {1, 2}}]
)
def test_what_has_no_canonical_form_is_not_written(value):
    with pytest.raises(Malformed):
        canonical.encode(value)


def test_endless_nesting_is_refused_without_falling_over():
    with pytest.raises(Malformed):
        canonical.parse(b"[" * 100_000)
    with pytest.raises(Malformed):
        canonical.parse(b"[" * 100_000 + b"]" * 100_000, nesting_max=200_000)
    deep = []
    for _ in range(50_000):
        deep = [deep]
    with pytest.raises(Malformed):
        canonical.encode(deep)


@given(st.binary(max_size=70))
def test_base64url_has_one_spelling(data):
    assert canonical.unb64u(canonical.b64u(data)) == data


@pytest.mark.parametrize("text", ["A", "AB", "AA=", "A+", "A/", "AA==", "A A", "é"])
def test_any_other_spelling_of_base64url_is_refused(text):
    with pytest.raises(Malformed):
        canonical.unb64u(text)


@given(st.integers(-62_135_596_800_000, 253_402_300_799_999))
def test_a_time_has_one_text(unix_ms):
    assert parse_time(format_time(unix_ms)) == unix_ms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.0000Z",
        "2026-03-01T10:00:00.000z",
        "2026-03-01t10:00:00.000Z",
        "2026-03-01T10:00:00.000+00:00",
        "2026-13-01T10:00:00.000Z",
        "2026-02-29T10:00:00.000Z",
        "2026-03-01T24:00:00.000Z",
        "2026-03-01T10:00:60.000Z",
        "2026-03-01T10:00:00.000Z\n",
        "٢٠٢٦-03-01T10:00:00.000Z",
    ],
)
def test_another_text_is_no_time(text):
    with pytest.raises(Malformed):
        parse_time(text)


def test_a_code_is_fifty_random_bits_and_reads_as_it_is_written():
    codes = {new_code(SystemEntropy()) for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) == set(CROCKFORD)
    assert all(normalise_code(code) == code for code in codes)


def test_a_boot_is_named_by_an_id_of_the_protocol_whatever_the_machine_calls_it():
    linux = "5b0e2f0e-1c52-4f6e-9a55-0d6f0a3b7c11"
    assert is_uuid(boot_id(linux))
    assert boot_id(linux) == boot_id(linux) != boot_id(linux.replace("5b", "5c"))
    assert boot_id(boot_id(linux)) == boot_id(linux)
    assert is_uuid(boot_id(""))
    written = Written.now(SteppedClock(1_772_359_200_000, boot_id=linux))
    assert written.to_wire() == {
        "wall": "2026-03-01T10:00:00.000Z",
        "zone": "Europe/London",
        "server": None,
        "elapsed_ms": None,
        "boot": boot_id(linux),
    }


def test_ids_made_here_are_ids_of_the_protocol():
    assert is_uuid(uuid7(1_772_359_200_000, SystemEntropy()))


def test_the_rows_around_a_key_come_outermost_first():
    one, two = (uuid7(number, SystemEntropy()) for number in (1, 2))
    key = f"plan/objective[{one}]/action[{two}]/by"
    assert rows_of(key) == (f"plan/objective[{one}]", f"plan/objective[{one}]/action[{two}]")
    assert rows_of(rows_of(key)[1]) == (rows_of(key)[0],)
    assert rows_of("visit/date") == ()


def test_a_device_key_does_not_show_itself():
    key = signing.DeviceKey.generate(SystemEntropy())
    assert key.private.hex() not in repr(key)
    assert repr(key.private) not in repr(key)


CODES = """
offline overloaded lock_timeout unsigned bad_signature nonce enrol_code device_revoked device_forked
forbidden_scope case_moved case_closed locked invalid_field form_unknown conflict malformed too_large
parent_unknown not_found storage_full upgrade_required epoch_changed diverged
"""


def test_the_catalogue_is_that_of_the_protocol():
    assert set(ERRORS) == set(CODES.split())
    assert all(entry.sentence.endswith(".") and entry.next_step for entry in ERRORS.values())


PINNED = "91680d5920319dfe04da7de0ec49f62af6be062b7f38ad7b8f92ad051b29e98a"


def test_the_wire_is_pinned():
    """When this fails, the wire has changed: decide whether `protocol` in hello must rise (section 12), then pin anew."""
    structs = sorted(
        (name, kind.__struct_encode_fields__)
        for name, kind in vars(wire).items()
        if isinstance(kind, type) and issubclass(kind, wire.msgspec.Struct) and not name.startswith("_")
        if kind is not wire.msgspec.Struct
    )
    vectors = (Path(__file__).parents[1] / "vectors" / "protocol-vectors.json").read_bytes()
    told = {
        "structs": [[name, list(fields)] for name, fields in structs],
        "codes": sorted([entry.code, entry.http] for entry in ERRORS.values()),
        "vectors": canonical.sha256_hex(vectors),
    }
    assert canonical.sha256_hex(canonical.encode(told)) == PINNED
