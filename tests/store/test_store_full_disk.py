"""On a full or failing disk the words stay, the worker is told what to do, and the same save works once there is room."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAPTOP = [sys.executable, "-m", "tests.store.full_disk_laptop"]


def run(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def on_a_small_disk(folder):
    """Run the laptop on a real disk of 16 MiB: in a mount namespace of its own, as root or as anybody."""
    inside = f"mount -t tmpfs -o size=16m tmpfs {folder} && exec {' '.join(LAPTOP)} {folder}"
    for own in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        code, out, _ = run([*own, "sh", "-c", inside])
        if code == 0:
            return json.loads(out)
    return None


@pytest.fixture
def told(tmp_path):
    found = on_a_small_disk(tmp_path) if shutil.which("unshare") else None
    if found is None:
        # No small disk to be had on this machine: a limit on the size of files makes the same writes fail.
        code, out, err = run([*LAPTOP, str(tmp_path), str(600 * 1024)])
        assert code == 0, err.decode()
        found = json.loads(out)
    return found


def test_a_full_disk_loses_nothing_and_says_what_to_do(told):
    assert told["refused"] in ("storage_full", "storage_failed")
    assert told["save"] == told["refused"]
    assert told["sentence"].startswith("Not saved yet.")
    assert told["next_step"]
    assert told["draft_kept"]
    assert told["draft_still_kept"]
    assert told["counter"] == 1
    assert told["opens_on_a_full_disk"]
    assert told["saved_after_making_room"]
    assert told["check"] == []


def test_text_can_be_saved_on_a_full_disk_for_as_long_as_the_reserve_lasts(told):
    assert told["reserve"]
    assert told["typed_on_the_full_disk"]
    assert told["reserve_again"]
    if told["refused"] == "storage_full":
        assert told["low"]
        assert told["facts"][0] == "StorageRunLow"


def test_a_disk_that_fails_writes_is_said_in_its_own_words(tmp_path):
    code, out, err = run([*LAPTOP, str(tmp_path), str(600 * 1024)])
    assert code == 0, err.decode()
    found = json.loads(out)
    assert found["refused"] == "storage_failed"
    assert found["draft_still_kept"]
    assert found["saved_after_making_room"]
    assert found["check"] == []
