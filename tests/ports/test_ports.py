"""Time and chance as ports: promises of fieldapp.ports."""

import uuid

from fieldapp.ports import SharedClock, SystemClock, SystemEntropy, uuid7

MARCH_MS = 1_772_700_000_000
DAY_MS = 86_400_000


def test_a_shared_clock_says_the_same_in_every_process_that_reads_its_file(tmp_path):
    one, other = SharedClock(tmp_path / "clock"), SharedClock(tmp_path / "clock")
    one.set_wall(MARCH_MS)
    assert 0 <= other.wall_ms() - MARCH_MS < 60_000
    assert other.boot() == one.boot()


def test_moving_a_shared_clock_forward_counts_as_time_that_has_passed(tmp_path):
    clock = SharedClock(tmp_path / "clock")
    clock.set_wall(MARCH_MS)
    before = clock.monotonic_ms()
    clock.set_wall(MARCH_MS + DAY_MS)
    assert DAY_MS - 60_000 < clock.monotonic_ms() - before < DAY_MS + 60_000


def test_moving_a_shared_clock_back_never_makes_time_run_backwards(tmp_path):
    clock = SharedClock(tmp_path / "clock")
    clock.set_wall(MARCH_MS)
    before = clock.monotonic_ms()
    clock.set_wall(MARCH_MS - DAY_MS)
    assert clock.monotonic_ms() >= before


def test_an_identifier_is_of_version_seven_and_carries_its_time():
    made = uuid.UUID(uuid7(MARCH_MS, SystemEntropy()))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert int.from_bytes(made.bytes[:6], "big") == MARCH_MS


def test_time_since_the_start_of_the_machine_never_goes_back():
    clock = SystemClock()
    first = clock.monotonic_ms()
    assert clock.monotonic_ms() >= first
