"""A bit that flips on the disk is found, wherever it is, and never read as if nothing had happened."""

import random
import shutil

import pytest

from fieldapp.store import Store, errors

FRAME = 24 + 4096


def fill(laptop, notes=12):
    scope = laptop.family()
    for number in range(notes):
        laptop.save(laptop.fresh_id(), scope, {"c_look": f"note {number} " + "a line of words " * 60})


def finds_damage(laptop, folder):
    """Whether opening, or the check of a store that opens, says that something is wrong."""
    try:
        store = Store.open(
            folder, laptop.store_key, clock=laptop.clock, entropy=laptop.entropy, reserve_bytes=0
        )
    except errors.StoreError:
        return True
    try:
        return store.check() != ()
    except errors.StoreError:
        return True
    finally:
        store.close()


def flip(path, bit):
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def flips(laptop, tmp_path, count):
    fill(laptop)
    laptop.store.close()
    size_bits = (laptop.folder / "store.db").stat().st_size * 8
    chance = random.Random(20260301)
    missed = []
    for bit in [*range(0, 200, 7), *(chance.randrange(size_bits) for _ in range(count))]:
        copy = tmp_path / "copy"
        shutil.copytree(laptop.folder, copy)
        flip(copy / "store.db", bit)
        if not finds_damage(laptop, copy):
            missed.append(bit)
        shutil.rmtree(copy)
    return missed


def test_single_flipped_bits_of_a_store_are_found(laptop, tmp_path):
    assert flips(laptop, tmp_path, 120) == []


@pytest.mark.nightly
def test_a_thousand_single_flipped_bits_of_a_store_are_found(laptop, tmp_path):
    assert flips(laptop, tmp_path, 1000) == []


def test_an_undamaged_store_is_not_called_damaged(laptop, tmp_path):
    fill(laptop)
    laptop.store.close()
    assert not finds_damage(laptop, laptop.folder)


def logged(laptop, tmp_path):
    """A copy of a store as a kill leaves it: main file and a write-ahead log with several saves in it."""
    laptop.store.settle()
    fill(laptop)
    copy = tmp_path / "killed"
    shutil.copytree(laptop.folder, copy)
    assert (copy / "store.db-wal").stat().st_size > 5 * FRAME
    return copy


def test_a_flipped_bit_in_the_middle_of_the_log_is_found_and_the_saves_behind_it_are_not_dropped(
    laptop, tmp_path
):
    copy = logged(laptop, tmp_path)
    log = (copy / "store.db-wal").read_bytes()
    frames = (len(log) - 32) // FRAME
    chance = random.Random(7)
    for _ in range(40):
        frame = chance.randrange(frames - 1)
        (copy / "store.db-wal").write_bytes(log)
        flip(copy / "store.db-wal", 8 * (32 + frame * FRAME) + chance.randrange(8 * FRAME))
        before = (copy / "store.db-wal").read_bytes()
        with pytest.raises(errors.StoreDamaged):
            Store.open(copy, laptop.store_key, clock=laptop.clock, entropy=laptop.entropy)
        assert (copy / "store.db-wal").read_bytes() == before


def test_a_flipped_bit_in_the_header_of_the_log_is_found(laptop, tmp_path):
    copy = logged(laptop, tmp_path)
    log = (copy / "store.db-wal").read_bytes()
    for bit in range(0, 256, 5):
        (copy / "store.db-wal").write_bytes(log)
        flip(copy / "store.db-wal", bit)
        with pytest.raises(errors.StoreDamaged):
            Store.open(copy, laptop.store_key, clock=laptop.clock, entropy=laptop.entropy)


def test_a_write_that_was_cut_off_is_no_damage_and_everything_before_it_is_there(laptop, tmp_path):
    copy = logged(laptop, tmp_path)
    saved = len(laptop.store.all_documents())
    log = (copy / "store.db-wal").read_bytes()
    torn = log[-FRAME : -FRAME + 500] + bytes(FRAME - 500)
    (copy / "store.db-wal").write_bytes(log + torn)
    store = Store.open(copy, laptop.store_key, clock=laptop.clock, entropy=laptop.entropy, reserve_bytes=0)
    assert len(store.all_documents()) == saved
    store.close()
