"""The passphrase, and only the passphrase, opens the store; a guess is dear; a header is never half changed."""

import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.ports import SteppedClock, SystemEntropy
from fieldapp.protocol import canonical
from fieldapp.store import errors
from fieldapp.store.keys import (
    FLOOR,
    FULL,
    KdfCost,
    KeyRing,
    abandon_profile,
    begin_profile,
    cost_for_this_machine,
    finish_profile,
    header,
    is_strong,
    offer_passphrase,
    profiles,
    slots,
)

CHEAP = KdfCost(64, 1, 1)
RIGHT = "tin hat sea cow"
NEW = "amber kettle fog lane"
PROFILE = "019ca1f0-0000-7000-8000-00000000000a"


@pytest.fixture
def clock():
    return SteppedClock(1_772_366_400_000)


@pytest.fixture
def ring(tmp_path):
    made = KeyRing(tmp_path, floor=CHEAP)
    made.create(PROFILE, RIGHT, "AP", recovery=None, entropy=SystemEntropy(), cost=CHEAP)
    return made


def rewrite(folder, change):
    """Change both copies of the header as somebody would who knows the format, checksum and all."""
    for name in header.COPIES:
        told = json.loads((folder / name).read_bytes())
        change(told)
        told.pop("checksum")
        told["checksum"] = canonical.sha256_hex(canonical.encode(told))
        (folder / name).write_bytes(canonical.encode(told))


def test_the_right_passphrase_gives_the_same_key_each_time(ring, clock):
    key = ring.unlock(RIGHT, clock=clock)
    assert len(key) == 32
    assert ring.unlock(RIGHT, clock=clock) == key


def test_blanks_around_it_and_how_an_accent_was_typed_do_not_matter(tmp_path, clock):
    ring = KeyRing(tmp_path, floor=CHEAP)
    composed, taken_apart = "t\u00ee bach twt", "ti\u0302 bach twt"
    key = ring.create(PROFILE, composed + " yma", "AP", recovery=None, entropy=SystemEntropy(), cost=CHEAP)
    assert ring.unlock(f" {taken_apart} yma ", clock=clock) == key


def test_a_wrong_passphrase_is_refused_and_nothing_is_lost(ring, clock):
    with pytest.raises(errors.WrongPassphrase) as caught:
        ring.unlock("something else", clock=clock)
    assert caught.value.wait_s == 0
    assert ring.unlock(RIGHT, clock=clock)


def test_at_most_ten_tries_are_taken_in_any_five_minutes_and_nothing_is_wiped(ring, clock):
    taken_at, waits = [], set()
    for _ in range(3000):
        with pytest.raises(errors.WrongPassphrase) as caught:
            ring.unlock("a guess that is wrong", clock=clock)
        if isinstance(caught.value, errors.TooManyTries):
            waits.add(caught.value.wait_s)
            clock.advance(1000)
        else:
            taken_at.append(clock.monotonic_ms())
    assert max(waits) <= 90
    assert len(taken_at) > 20
    assert all(later - first >= 300_000 for first, later in zip(taken_at, taken_at[10:], strict=False))
    clock.advance(ring.wait_s(clock) * 1000)
    assert ring.unlock(RIGHT, clock=clock)


def test_the_sixth_try_waits_twenty_seconds(ring, clock):
    for _ in range(5):
        with pytest.raises(errors.WrongPassphrase) as caught:
            ring.unlock("a guess that is wrong", clock=clock)
    assert caught.value.wait_s == 20
    with pytest.raises(errors.TooManyTries):
        ring.unlock(RIGHT, clock=clock)
    clock.advance(20_000)
    assert ring.unlock(RIGHT, clock=clock)


def test_starting_the_program_again_does_not_give_free_tries(ring, clock):
    for _ in range(5):
        with pytest.raises(errors.WrongPassphrase):
            ring.unlock("a guess that is wrong", clock=clock)
    again = KeyRing(ring.folder, floor=CHEAP)
    assert again.wait_s(clock) == 20


def test_a_try_counts_even_if_the_program_is_ended_while_it_is_checked(ring, clock, monkeypatch):
    def ended(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(slots, "open_with_passphrase", ended)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            KeyRing(ring.folder, floor=CHEAP).unlock("a guess that is wrong", clock=clock)
    assert KeyRing(ring.folder, floor=CHEAP).wait_s(clock) == 20


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_years_off_locks_nobody_out(ring, clock, years):
    for _ in range(5):
        with pytest.raises(errors.WrongPassphrase):
            ring.unlock("a guess that is wrong", clock=clock)
    clock.set_wall(clock.wall_ms() + years * 365 * 86_400_000)
    clock.boot_id = "00000000-0000-7000-8000-0000000000b1"
    assert ring.wait_s(clock) <= 20
    clock.advance(20_000)
    assert ring.unlock(RIGHT, clock=clock)


def test_the_note_of_tries_holds_nothing_of_what_was_typed(ring, clock):
    with pytest.raises(errors.WrongPassphrase):
        ring.unlock("mistyped-secret", clock=clock)
    assert "mistyped" not in (ring.folder / "tries").read_text()


def test_a_new_passphrase_opens_the_same_store_and_the_old_one_does_not(ring, clock):
    key = ring.unlock(RIGHT, clock=clock)
    ring.change_passphrase(RIGHT, NEW, clock=clock, entropy=SystemEntropy(), cost=CHEAP)
    assert ring.unlock(NEW, clock=clock) == key
    with pytest.raises(errors.WrongPassphrase):
        ring.unlock(RIGHT, clock=clock)
    a, b = ((ring.folder / name).read_bytes() for name in header.COPIES)
    assert a == b


def test_a_change_that_stops_between_the_copies_holds_for_the_new_passphrase_and_is_mended(
    ring, clock, monkeypatch
):
    key = ring.unlock(RIGHT, clock=clock)
    write_copy = header._write_copy
    written = []

    def once(path, data):
        if written:
            raise KeyboardInterrupt
        written.append(path)
        write_copy(path, data)

    monkeypatch.setattr(header, "_write_copy", once)
    with pytest.raises(KeyboardInterrupt):
        ring.change_passphrase(RIGHT, NEW, clock=clock, entropy=SystemEntropy(), cost=CHEAP)
    monkeypatch.undo()
    assert ring.unlock(NEW, clock=clock) == key
    a, b = ((ring.folder / name).read_bytes() for name in header.COPIES)
    assert a == b
    with pytest.raises(errors.WrongPassphrase):
        ring.unlock(RIGHT, clock=clock)


def test_one_damaged_copy_is_noticed_and_mended_from_the_other_after_the_passphrase_proved_it(ring, clock):
    path = ring.folder / "keys.a"
    whole = path.read_bytes()
    path.write_bytes(whole[:50])
    assert not header.read(ring.folder).agree
    assert ring.unlock(RIGHT, clock=clock)
    assert path.read_bytes() == whole


def test_one_missing_copy_is_mended_too(ring, clock):
    (ring.folder / "keys.b").unlink()
    assert ring.unlock(RIGHT, clock=clock)
    assert header.read(ring.folder).agree


def test_two_damaged_copies_stop_with_a_code_and_change_nothing(ring, clock):
    for name in header.COPIES:
        data = bytearray((ring.folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (ring.folder / name).write_bytes(data)
    before = {name: (ring.folder / name).read_bytes() for name in header.COPIES}
    with pytest.raises(errors.HeaderDamaged) as caught:
        ring.unlock(RIGHT, clock=clock)
    assert caught.value.code == "keys_damaged"
    assert {name: (ring.folder / name).read_bytes() for name in header.COPIES} == before


def test_a_missing_header_stops_and_makes_nothing(tmp_path, clock):
    with pytest.raises(errors.KeyHeaderMissing):
        KeyRing(tmp_path, floor=CHEAP).unlock(RIGHT, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_every_single_flipped_bit_of_a_header_is_found(ring):
    data = (ring.folder / "keys.a").read_bytes()
    for place in range(0, len(data) * 8, 3):
        flipped = bytearray(data)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises((errors.HeaderDamaged, errors.KeyHeaderNewer)):
            header.parse(bytes(flipped))


@pytest.mark.parametrize(
    ("name", "value"), [("memory_kib", 8), ("memory_kib", 2**21), ("passes", 0), ("passes", 99), ("lanes", 0)]
)
def test_a_header_that_asks_for_another_cost_than_fieldapp_writes_is_refused_before_any_work(
    ring, clock, name, value
):
    rewrite(ring.folder, lambda told: told["slots"][0]["kdf"].__setitem__(name, value))
    with pytest.raises(errors.KeyHeaderWeakened):
        ring.unlock(RIGHT, clock=clock)


def test_without_an_explicit_argument_the_floor_is_64_mib_three_passes_four_lanes(ring, clock):
    assert KdfCost(65_536, 3, 4) == FLOOR
    assert KdfCost(262_144, 3, 4) == FULL
    assert cost_for_this_machine().memory_kib >= FLOOR.memory_kib
    with pytest.raises(errors.KeyHeaderWeakened):
        KeyRing(ring.folder).unlock(RIGHT, clock=clock)
    with pytest.raises(errors.KeyHeaderWeakened):
        KeyRing(ring.folder / "x").create(
            PROFILE, RIGHT, "AP", recovery=None, entropy=SystemEntropy(), cost=CHEAP
        )


def test_a_header_made_at_full_cost_opens(tmp_path, clock):
    ring = KeyRing(tmp_path)
    key = ring.create(PROFILE, RIGHT, "AP", recovery=None, entropy=SystemEntropy(), cost=FLOOR)
    assert ring.unlock(RIGHT, clock=clock) == key


def test_a_slot_with_changed_parameters_or_from_another_profile_does_not_open(ring, clock):
    def cheaper_by_one(told):
        told["slots"][0]["kdf"]["passes"] += 1

    rewrite(ring.folder, cheaper_by_one)
    with pytest.raises(errors.WrongPassphrase):
        ring.unlock(RIGHT, clock=clock)

    def back_but_elsewhere(told):
        told["slots"][0]["kdf"]["passes"] -= 1
        told["profile"] = PROFILE[:-1] + "b"

    rewrite(ring.folder, back_but_elsewhere)
    with pytest.raises(errors.WrongPassphrase):
        ring.unlock(RIGHT, clock=clock)


def test_the_organisations_recovery_key_opens_it_and_another_does_not(tmp_path, clock):
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    raw = private.private_bytes_raw()
    ring = KeyRing(tmp_path, floor=CHEAP)
    key = ring.create(
        PROFILE, RIGHT, "AP", recovery=canonical.b64u(public), entropy=SystemEntropy(), cost=CHEAP
    )
    assert ring.has_recovery()
    assert ring.recover(raw) == key
    with pytest.raises(errors.WrongPassphrase):
        ring.recover(X25519PrivateKey.generate().private_bytes_raw())
    ring.seal_anew(key, NEW, entropy=SystemEntropy(), cost=CHEAP)
    assert ring.unlock(NEW, clock=clock) == key
    assert ring.recover(raw) == key


def test_without_a_recovery_key_there_is_no_recovery_slot_and_it_says_so(ring):
    assert not ring.has_recovery()
    with pytest.raises(errors.WrongPassphrase):
        ring.recover(bytes(range(32)))


def test_a_header_holds_no_name_but_the_label(ring):
    told = json.loads((ring.folder / "keys.a").read_bytes())
    assert set(told) == {"what", "version", "profile", "label", "serial", "slots", "checksum"}
    assert told["label"] == "AP"


@pytest.mark.parametrize(
    "easy",
    [
        "",
        "short",
        "password1234",
        "Passw0rd",
        "aaaaaaaaaaaaaaaa",
        "1234567890123",
        "qwertyuiop[]",
        "abcabcabcabc",
        "Fieldapp Fieldapp",
        "passwordpassword",
    ],
)
def test_what_everybody_tries_first_is_too_easy(easy, tmp_path):
    assert not is_strong(easy)
    with pytest.raises(errors.PassphraseTooEasy):
        KeyRing(tmp_path, floor=CHEAP).create(
            PROFILE, easy, "AP", recovery=None, entropy=SystemEntropy(), cost=CHEAP
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "strong", ["tin hat sea cow", "Llanfairpwll98", "the gate by the mill", "x7!kQ2#pL9vB"]
)
def test_twelve_letters_or_four_words_are_enough(strong):
    assert is_strong(strong)


def test_four_random_words_are_offered_and_are_always_strong_enough():
    offered = [offer_passphrase(SystemEntropy()) for _ in range(200)]
    assert all(len(set(each.split())) == 4 and is_strong(each) for each in offered)
    assert len(set(offered)) == 200


def test_profiles_are_listed_by_label_and_an_unfinished_one_is_not(tmp_path, clock):
    entropy = SystemEntropy()
    for label in ("ZB", "AP"):
        id, folder = begin_profile(tmp_path, clock, entropy)
        KeyRing(folder, floor=CHEAP).create(id, RIGHT, label, recovery=None, entropy=entropy, cost=CHEAP)
        finish_profile(folder)
    _, unfinished = begin_profile(tmp_path, clock, entropy)
    assert [each.label for each in profiles(tmp_path)] == ["AP", "ZB"]
    assert all(each.id == each.folder.name for each in profiles(tmp_path))
    abandon_profile(unfinished)
    with pytest.raises(errors.StoreError):
        abandon_profile(profiles(tmp_path)[0].folder)
    assert len(profiles(tmp_path)) == 2


def test_a_profile_with_a_damaged_header_is_listed_with_its_code(tmp_path, clock):
    entropy = SystemEntropy()
    id, folder = begin_profile(tmp_path, clock, entropy)
    KeyRing(folder, floor=CHEAP).create(id, RIGHT, "AP", recovery=None, entropy=entropy, cost=CHEAP)
    settled = finish_profile(folder)
    for name in header.COPIES:
        (settled / name).write_bytes(b"{}")
    assert [(each.id, each.fault) for each in profiles(tmp_path)] == [(id, "keys_damaged")]


def test_a_header_is_never_written_over_one_that_is_there(ring):
    before = (ring.folder / "keys.a").read_bytes()
    with pytest.raises(errors.StoreExists):
        ring.create(PROFILE, NEW, "SB", recovery=None, entropy=SystemEntropy(), cost=CHEAP)
    assert (ring.folder / "keys.a").read_bytes() == before
