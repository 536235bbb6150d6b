"""The whole system under a hostile link, from one seed: after quiet, the promises of protocol section 15 hold.

`FIELDAPP_SEED=4711 pytest tests/simulation` replays one history. Seeds that once failed stand in `FOUND` for good.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from simulated_world import SimulatedLaptop, World

from fieldapp.protocol import canonical, signing
from fieldapp.protocol.merge import DocumentState, apply_revision, follow, last_body
from fieldapp.protocol.revision import Envelope, Revision
from fieldapp.service import database as db
from fieldapp.service import people
from fieldapp.store.shelf import FormsHere

STEPS = 100
TOGETHER = 0.5
"""How often people change the same thing in the histories that begin with everybody enrolled."""
ORDINARY = 20
NIGHTLY = 3000
FOUND_STEPS = 140
FOUND: dict[int, str] = {
    13: "an assignment overtook the new family it speaks of, which had been told to retry: held/forbidden_scope",
}
"""Seeds that once broke a promise within so many steps, and what was wrong."""
ONE = os.environ.get("FIELDAPP_SEED")
SEEDS = [int(ONE)] if ONE else [*range(1, ORDINARY + 1)]


@pytest.fixture
def folder(tmp_path: Path, scratch: Path) -> Path:
    return scratch / tmp_path.name


def closeness(seed: int) -> float:
    """Every second history starts from nothing, the others from an ordinary morning."""
    return TOGETHER if seed % 2 else 0


def play(seed: int, folder: Path, steps: int = STEPS, together: float = TOGETHER) -> Counter[str]:
    """One history and all its checks: what it came to. A failure names its seed and tells the history."""
    world = World(seed, folder, together=together)
    try:
        if together:
            world.settle()
        world.live(steps)
        world.fall_quiet()
        check_everything_arrived_once(world)
        check_everyone_reads_the_same(world)
        check_logs(world)
        check_merges_are_deterministic(world)
        check_status_is_true(world)
        check_sending_again_changes_nothing(world)
        return reached(world)
    except BaseException as fault:
        tail = "\n".join(world.history[-60:])
        raise AssertionError(f"seed {seed}: {fault}\n{tail}") from fault
    finally:
        world.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_saved_is_ever_lost_whatever_the_link_does(seed: int, folder: Path) -> None:
    play(seed, folder, together=closeness(seed))


@pytest.mark.parametrize("seed", FOUND)
def test_what_once_went_wrong_goes_well(seed: int, folder: Path) -> None:
    play(seed, folder, FOUND_STEPS, together=0)


def test_the_histories_reach_what_they_are_for(folder: Path) -> None:
    """A simulation in which nobody ever disagrees, dies or loses a family would pass and prove nothing."""
    wanted = {
        "accepted",
        "conflict",
        "held case_moved",
        "a preview compared",
        "a delete in the record",
        "a question decided",
        "a laptop killed",
        "a family gone",
    }
    found: Counter[str] = Counter()
    for seed in range(500, 530):
        if not wanted <= found.keys():
            found += play(seed, folder / str(seed))
    assert wanted <= found.keys()


@pytest.mark.nightly
@pytest.mark.timeout(6 * 3600)
def test_nothing_saved_is_ever_lost_in_thousands_of_histories(folder: Path) -> None:
    for seed in range(100_000, 100_000 + NIGHTLY):
        play(seed, folder / str(seed), together=closeness(seed))


def test_one_seed_is_one_history(folder: Path) -> None:
    told = []
    for name in ("once", "again"):
        world = World(77, folder / name, together=TOGETHER)
        world.settle()
        world.live(80)
        told.append((world.history, world.service.digest()))
        world.close()
    assert told[0] == told[1]


def reached(world: World) -> Counter[str]:
    """What this history came to, so that it can be seen that histories come to something."""
    found: Counter[str] = Counter()
    for row in world.service.rows(sa.select(db.revision.c.result, db.revision.c.written, db.revision.c.held)):
        result, members = json.loads(row.result), json.loads(row.written)
        if members["counter"] is None:
            continue
        found[" ".join(filter(None, (result["status"], result.get("code"))))] += 1
        found["a delete in the record"] += row.held is None and members["body"] is None
        found["a question decided"] += len(members["parents"]) > 1
    found["a preview compared"] = world.previews_compared
    found["a laptop killed"] = sum("is killed" in line for line in world.history)
    found["a family gone"] = sum("is gone" in line for line in world.history)
    return +found


# -- I1, I2, I16 ---------------------------------------------------------------------------------------------------


def check_everything_arrived_once(world: World) -> None:
    """Every save that a worker was told of is on the service, whole, and no outbox holds anything."""
    on_service = {
        row.hash: row
        for row in world.service.rows(
            sa.select(db.revision.c.hash, db.revision.c.written, db.revision.c.held)
        )
    }
    in_log = [row.hash for row in world.service.rows(sa.select(db.entry.c.hash))]
    assert len(in_log) == len(set(in_log))
    for laptop in world.laptops:
        assert laptop.store.counts().unsent_revisions == 0, f"{laptop.name}'s outbox did not drain"
        for hash_, members in laptop.saved.items():
            assert hash_ in on_service, f"{laptop.name}'s {hash_[:6]} is not on the service"
            row = on_service[hash_]
            assert json.loads(row.written) == members
            assert (row.held is None) == (hash_ in in_log)
            # A family taken away, a note signed off: else nobody here writes where they may not.
            assert row.held in (None, "case_moved", "locked"), f"{laptop.name}'s {hash_[:6]} is {row.held}"


# -- I3, I4, I5 ----------------------------------------------------------------------------------------------------


def check_everyone_reads_the_same(world: World) -> None:
    """Same head, same chain, same bodies, same questions, and no number skipped or repeated."""
    scopes = {row.id: row for row in world.service.rows(sa.select(db.scope))}
    heads = {row.id: row for row in world.service.rows(sa.select(db.document))}
    for laptop in world.laptops:
        with laptop.store.database.read() as connection:
            held = connection.execute(
                "SELECT id, seq, chain, diverged FROM scope WHERE state = 'held'"
            ).fetchall()
            for scope, seq, chain, diverged in held:
                assert not diverged, f"{laptop.name} reports a scope as diverged"
                assert (seq, chain) == (scopes[scope].head, scopes[scope].chain), f"{laptop.name} is behind"
                seqs = [
                    row[0]
                    for row in connection.execute(
                        "SELECT seq FROM revision WHERE scope = ? AND seq IS NOT NULL ORDER BY seq", (scope,)
                    )
                ]
                assert seqs == list(range(1, seq + 1)), f"{laptop.name} skipped or repeated a number"
        carried = {scope for scope, *_ in held}
        assert carried == {laptop.user, *families_of(world, laptop)}, f"{laptop.name} carries other families"
        here = {each.id: each for each in laptop.store.all_documents(deleted=True) if each.scope in carried}
        for doc, row in heads.items():
            if row.scope not in carried:
                continue
            made = world.service.revision(row.head)
            reads = here[doc]
            assert reads.deleted == (made["body"] is None)
            if made["body"] is not None:
                assert reads.body == made["body"], f"{laptop.name} reads {doc[-6:]} otherwise"
            opened = {(asked["key"], asked["side"]) for asked in made["open"]}
            assert {(asked.key, asked.side) for asked in reads.open} == opened
            assert not reads.unsent


def families_of(world: World, laptop: SimulatedLaptop) -> set[str]:
    """The families that the user's assignments give today, by the service's own books."""
    today = people.today(world.clock)
    given = world.service.rows(sa.select(db.assignment).where(db.assignment.c.user_id == laptop.user))
    return {
        row.family
        for row in given
        if row.from_date <= today and (row.until_date is None or today < row.until_date)
    }


def check_logs(world: World) -> None:
    """A device's revisions of one document stand in the log in the order in which they were made."""
    by_line: dict[tuple[str, str], list[int]] = defaultdict(list)
    query = (
        sa.select(db.entry.c.scope, db.entry.c.seq, db.revision)
        .join(db.revision, db.revision.c.hash == db.entry.c.hash)
        .order_by(db.entry.c.scope, db.entry.c.seq)
    )
    for row in world.service.rows(query):
        if row.counter is not None:
            by_line[row.doc, row.device].append(row.counter)
    for counters in by_line.values():
        assert counters == sorted(counters)


# -- I7, I8 --------------------------------------------------------------------------------------------------------


def check_merges_are_deterministic(world: World) -> None:
    """Each laptop, merging the log by itself with its own forms, comes to the service's own revisions."""
    for laptop in world.laptops:
        with laptop.store.database.read() as connection:
            formed = FormsHere(connection, laptop.store.shelf)
            known: dict[str, Revision] = {}
            states: dict[str, DocumentState] = defaultdict(DocumentState)
            waiting: dict[str, Revision] = {}
            rows = connection.execute(
                "SELECT role, canonical, sig FROM revision WHERE seq IS NOT NULL ORDER BY scope, seq"
            )
            for role, data, sig in rows:
                revision = Envelope.parse({"rev": json.loads(data), "sig": sig}).revision
                known[revision.hash] = revision
                doc = revision.doc
                if role == "side":
                    waiting[doc] = revision
                    continue
                incoming = waiting.pop(doc, revision)
                outcome = apply_revision(states[doc], incoming, formed, known.get)
                assert (outcome.kind == "merged") == (incoming is not revision)
                assert outcome.body == revision.body
                if incoming is not revision:
                    assert outcome.open == revision.open
                    check_nobody_is_asked_about_himself(states[doc], incoming, outcome.open, known)
                    check_no_change_is_dropped(states[doc], incoming, revision, known)
                states[doc] = follow(states[doc], revision)


def check_nobody_is_asked_about_himself(
    before: DocumentState, incoming: Revision, asked: Any, known: dict[str, Revision]
) -> None:
    for question in asked:
        if question.side != incoming.hash or question.key == "":
            continue
        by = before.set_by.get(question.key)
        assert by is not None
        assert known[by.rev].device != incoming.device, "a device was asked about its own answer"


def check_no_change_is_dropped(
    before: DocumentState, incoming: Revision, merged: Revision, known: dict[str, Revision]
) -> None:
    """Whatever either side wrote is in the merged text, in one of its accounts, or asked about (I2, I9)."""
    if merged.body is None or incoming.body is None:
        return
    parent = last_body(incoming.parents[0] if incoming.parents else None, known.get)
    asked = {(question.key, question.side) for question in merged.open}
    for side, body in ((incoming.hash, incoming.body), (None, before.body)):
        for key, value in body.items():
            if not isinstance(value, str) or parent.get(key) == value:
                continue
            kept = merged.body.get(key)
            texts = [each["text"] for each in kept["accounts"]] if isinstance(kept, dict) else [kept]
            assert value in texts or (key, side) in asked, f"a changed {key.rpartition('/')[2]} was dropped"


# -- I20 -----------------------------------------------------------------------------------------------------------


def check_status_is_true(world: World) -> None:
    """What the service was last told of each laptop is so, and the strip may say "All sent"."""
    for laptop in world.laptops:
        device = laptop.store.device()
        assert device is not None
        (row,) = world.service.rows(sa.select(db.device.c.manifest).where(db.device.c.id == device.id))
        told = json.loads(row.manifest)
        counts = laptop.store.counts()
        with laptop.store.database.read() as connection:
            (held,) = connection.execute("SELECT count(*) FROM held WHERE settled_at_ms IS NULL").fetchone()
        assert (told["unsent"], told["held"]) == (0, held)
        assert counts.ready == 0
        held_there = world.service.rows(
            sa.select(db.revision.c.hash).where(
                db.revision.c.device == device.id, db.revision.c.held.is_not(None)
            )
        )
        with laptop.store.database.read() as connection:
            held_here = {row[0] for row in connection.execute("SELECT hash FROM held")}
        assert held_here == {row.hash for row in held_there}


# -- I6 ------------------------------------------------------------------------------------------------------------


def check_sending_again_changes_nothing(world: World) -> None:
    """Any prefix again, interleaved anyhow: same answers, same record."""
    before = world.service.digest()
    for _ in range(4):
        laptop = world.chance.choice(world.laptops)
        results = push_again(world, laptop)
        assert all(result.get("again") is True for result in results)
    assert world.service.digest() == before


def push_again(world: World, laptop: SimulatedLaptop) -> list[dict[str, Any]]:
    with laptop.store.database.read() as connection:
        rows = connection.execute(
            "SELECT canonical, sig FROM revision WHERE own = 1 ORDER BY counter LIMIT ?",
            (world.chance.randrange(1, 40),),
        ).fetchall()
        key = laptop.store.device_key()
        device = laptop.store.device()
    assert device is not None
    envelopes = [{"rev": json.loads(data), "sig": sig} for data, sig in rows]
    groups = {each["rev"]["group"] for each in envelopes[-1:]}
    envelopes = [
        each for each in envelopes if each["rev"]["group"] not in groups or each["rev"]["group"] is None
    ]
    body = canonical.encode({"push": envelopes, "cursors": []})
    nonce = world.service.answer("GET", "/v1/hello", {}, b"").headers["fieldapp-nonce"]
    headers = signing.sign_request(key, device.id, nonce, "POST", "/v1/sync", body)
    answer = world.service.answer("POST", "/v1/sync", headers, body)
    assert answer.status == 200, answer.body
    told: dict[str, Any] = json.loads(answer.body)
    return list(told["results"])
