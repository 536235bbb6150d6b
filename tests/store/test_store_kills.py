"""A process ended at any moment, without warning, loses nothing that was called saved."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def type_until_killed(laptop, scope, seed):
    """Start a typing process, kill it after a number of acknowledgements that the seed gives; returns what it said."""
    chance = random.Random(seed)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.typing_laptop", str(laptop.folder), str(seed)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    child.stdin.write(f"{laptop.store_key.hex()}\n{scope}\n".encode())
    child.stdin.flush()
    said = []
    for _ in range(chance.randrange(1, 60)):
        said.append(json.loads(child.stdout.readline()))
    # Let it run on for a random number of machine steps, so that the kill falls between any two writes.
    for _ in range(chance.randrange(200_000)):
        pass
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    # A line that arrived whole was printed, so its save had returned.
    said += [json.loads(line) for line in rest.splitlines(keepends=True) if line.endswith(b"\n")]
    return said


def check(laptop, said):
    """Everything that was acknowledged is there, whole, and nothing is half there."""
    store = laptop.open_again()
    drafts = {each.id: each for each in store.drafts()}
    saved = {line["draft"]: line for line in said if "saved" in line}
    discarded = {line["discarded"] for line in said if "discarded" in line}
    typed = {line["draft"]: line["typed"] for line in said if "typed" in line}
    for line in saved.values():
        assert [store.document(doc).body["c_look"] for doc in line["docs"]] == [line["text"]] * len(
            line["docs"]
        )
        assert {store.revisions(doc)[0].revision.hash for doc in line["docs"]} == set(line["saved"])
    for id, text in typed.items():
        if id in saved or id in discarded:
            assert id not in drafts
        elif id in drafts:
            assert drafts[id].answers["c_look"].startswith(text)
        else:
            # The kill fell after a save or a discard had committed and before it could say so.
            ended = [each for each in store.all_documents(["visit"]) if each.body["c_look"].startswith(text)]
            assert ended or id in {each.id for each in store.discarded_drafts()}
    last = store.counts().last_counter
    counters = sorted(
        each.revision.counter for doc in store.all_documents() for each in store.revisions(doc.id)
    )
    assert counters == list(range(1, last + 1))
    assert len(store.waiting().ready) == last
    assert store.check() == ()
    before = (store.all_documents(deleted=True), store.counts())
    store.rebuild()
    assert (store.all_documents(deleted=True), store.counts()) == before
    store.close()


def campaign(laptop, kills, seed):
    scope = laptop.family()
    laptop.store.close()
    acknowledged = 0
    for number in range(kills):
        said = type_until_killed(laptop, scope, seed + number)
        acknowledged += len(said)
        check(laptop, said)
    return acknowledged


def test_twenty_kills_while_typing_and_saving_lose_nothing_that_was_called_saved(laptop):
    assert campaign(laptop, 20, 1) > 100


@pytest.mark.nightly
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("hundred", range(10))
def test_a_thousand_kills_lose_nothing_that_was_called_saved(laptop, hundred):
    assert campaign(laptop, 100, 1000 * (hundred + 1)) > 1000
