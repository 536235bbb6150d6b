"""The engine's promises, one conversation at a time, with the service played by hand (protocol sections 2 to 5)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sync_paper import NOW, Log, Paper, Signer, an_id

from fieldapp.protocol import canonical
from fieldapp.sync.engine import batching
from fieldapp.sync.engine import machine as engine
from fieldapp.sync.engine import values as v


@pytest.fixture
def paper() -> Paper:
    return Paper()


def problem(code: str) -> bytes:
    return json.dumps({"type": "about:blank", "title": code, "status": 500, "code": code}).encode()


# -- beginning -----------------------------------------------------------------------------------------------------


def test_a_laptop_that_is_not_enrolled_never_speaks() -> None:
    paper = Paper(enrolled=False)
    paper.tell(v.SendNow())
    paper.tell(v.NetworkUp())
    assert paper.request is None
    assert paper.wait_until_ms is None


def test_the_first_thing_asked_is_who_is_there(paper: Paper) -> None:
    assert isinstance(paper.tell(v.Tick()), v.FetchHello)


def test_the_first_sync_carries_the_own_scope_the_epoch_and_the_counts(paper: Paper) -> None:
    request = paper.starts()
    assert request.cursors == (v.Cursor(paper.me.user, 0, "0" * 64),)
    assert request.epoch == paper.epoch
    assert request.manifest == {"unsent": 0, "held": 0}
    assert request.nonce == paper.nonce


def test_another_service_at_the_same_address_is_told_nothing(paper: Paper) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.tell(v.Tick())
    paper.replies(paper.hello(service=an_id()))
    assert not isinstance(paper.request, v.SendSync)
    assert paper.told(v.ConnectionChanged)[-1].code == "bad_signature"


# -- results -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["accepted", "conflict"])
def test_a_revision_leaves_the_outbox_for_its_own_final_status(paper: Paper, status: str) -> None:
    note = paper.me.writes(an_id(), an_id())
    paper.put(note)
    assert paper.starts().push == (note.revision.hash,)
    paper.replies(paper.answer(status=status))
    assert paper.holding.outbox == ()
    assert paper.results[note.revision.hash].status == status


def test_a_held_revision_leaves_the_outbox_with_its_reason(paper: Paper) -> None:
    note = paper.me.writes(an_id(), an_id())
    paper.put(note)
    paper.starts()
    told = [{"hash": note.revision.hash, "status": "held", "code": "forbidden_scope"}]
    paper.replies(paper.answer(results=told))
    assert paper.results[note.revision.hash].code == "forbidden_scope"
    assert paper.holding.outbox == ()


def test_a_refused_revision_stays_stuck_and_the_others_go_on(paper: Paper) -> None:
    bad, good = paper.me.writes(an_id(), an_id()), paper.me.writes(an_id(), an_id())
    paper.put(bad, good)
    paper.starts()
    told = [
        {"hash": None, "status": "refused", "code": "malformed"},
        {"hash": good.revision.hash, "status": "accepted"},
    ]
    paper.replies(paper.answer(results=told, have_counter=0))
    assert [w.hash for w in paper.holding.outbox if w.stuck] == [bad.revision.hash]
    assert len(paper.holding.outbox) == 1


def test_a_revision_told_to_retry_stays_and_is_tried_later_without_delaying_others(paper: Paper) -> None:
    slow = paper.me.writes(an_id(), an_id())
    paper.put(slow)
    paper.starts()
    paper.replies(
        paper.answer(
            results=[{"hash": slow.revision.hash, "status": "retry", "code": "lock_timeout"}], have_counter=0
        )
    )
    assert paper.request is None
    other = paper.me.writes(an_id(), an_id())
    paper.save(other)
    assert paper.sync_request().push == (other.revision.hash,)
    paper.replies(paper.answer(have_counter=0))
    paper.passes(engine.BACKOFF_MAX_MS)
    assert paper.sync_request().push == (slow.revision.hash,)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: json.dumps(told).encode()[:-20],
        lambda told: b"<html>Welcome to the hotel</html>",
        lambda told: json.dumps({**told, "results": []}).encode(),
        lambda told: json.dumps({**told, "results": told["results"][::-1]}).encode(),
        lambda told: json.dumps({**told, "results": [{"hash": None, "status": "accepted"}] * 2}).encode(),
        lambda told: json.dumps(
            {**told, "results": [{**r, "status": "fine"} for r in told["results"]]}
        ).encode(),
        lambda told: json.dumps({**told, "scopes": None}).encode(),
        lambda told: json.dumps({**told, "have_counter": -1}).encode(),
    ],
    ids=["cut", "web page", "no results", "other order", "no hash", "no such status", "no scopes", "counter"],
)
def test_nothing_is_applied_from_a_reply_that_is_not_whole(paper: Paper, spoil) -> None:
    paper.put(paper.me.writes(an_id(), an_id()), paper.me.writes(an_id(), an_id()))
    paper.starts()
    paper.replies(spoil(paper.answer()))
    assert len(paper.holding.outbox) == 2
    assert not paper.did(v.ApplyResults)
    assert paper.wait_until_ms is not None


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 413, 429, 500, 502, 503, 507])
def test_no_http_status_moves_a_revision(paper: Paper, status: int) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.starts()
    paper.replies(b"", status=status)
    assert len(paper.holding.outbox) == 1
    assert not paper.did(v.ApplyResults)


def test_a_result_that_comes_again_is_taken_like_the_first(paper: Paper) -> None:
    note = paper.me.writes(an_id(), an_id())
    paper.put(note)
    paper.starts()
    paper.replies(
        paper.answer(results=[{"hash": note.revision.hash, "status": "accepted", "again": True, "seq": 4}])
    )
    assert paper.holding.outbox == ()


# -- order ---------------------------------------------------------------------------------------------------------


def test_everything_in_a_new_family_waits_until_the_family_has_been_answered(paper: Paper) -> None:
    family, elsewhere = an_id(), an_id()
    other = paper.me.writes(an_id(), elsewhere)
    founding = paper.me.writes(family, family, kind="family")
    person = paper.me.writes(an_id(), family, kind="person")
    paper.put(other, founding, person)
    assert paper.starts().push == (founding.revision.hash, other.revision.hash)
    paper.replies(paper.answer(have_counter=2))
    assert paper.sync_request().push == (person.revision.hash,)


def test_an_assignment_waits_until_every_new_family_has_been_answered(paper: Paper) -> None:
    family = an_id()
    founding = paper.me.writes(family, family, kind="family")
    given = paper.me.writes(an_id(), an_id(), {"family": family, "role": "worker"}, kind="assignment")
    paper.put(founding, given)
    assert paper.starts().push == (founding.revision.hash,)
    paper.replies(paper.answer())
    assert paper.sync_request().push == (given.revision.hash,)


def test_a_group_that_holds_its_family_goes_whole_and_at_once(paper: Paper) -> None:
    family, group = an_id(), an_id()
    founding = paper.me.writes(family, family, kind="family", group=group)
    child = paper.me.writes(an_id(), family, kind="child", group=group)
    paper.put(founding, child)
    assert paper.starts().push == (founding.revision.hash, child.revision.hash)


def test_a_later_edit_never_overtakes_an_earlier_unanswered_one(paper: Paper) -> None:
    doc, scope = an_id(), an_id()
    first = paper.me.writes(doc, scope)
    second = paper.me.writes(doc, scope, {"note": "more"}, parents=[first.revision.hash])
    paper.put(first, second)
    paper.starts()
    told = [
        {"hash": first.revision.hash, "status": "retry", "code": "lock_timeout"},
        {"hash": second.revision.hash, "status": "retry", "code": "parent_unknown"},
    ]
    paper.replies(paper.answer(results=told, have_counter=0))
    third = paper.me.writes(doc, scope, {"note": "yet more"}, parents=[second.revision.hash])
    paper.save(third)
    assert paper.sync_request().push == ()
    paper.replies(paper.answer(have_counter=0))
    paper.passes(engine.BACKOFF_MAX_MS)
    assert paper.sync_request().push == tuple(each.revision.hash for each in (first, second, third))


def test_what_was_built_on_a_refused_revision_waits_with_it(paper: Paper) -> None:
    doc, scope = an_id(), an_id()
    first = paper.me.writes(doc, scope)
    second = paper.me.writes(doc, scope, {"note": "more"}, parents=[first.revision.hash])
    paper.put(first, stuck=True)
    paper.put(second)
    assert paper.starts().push == ()


def test_a_batch_starts_at_64_kib_doubles_on_success_and_halves_on_time_out(paper: Paper) -> None:
    notes = [paper.me.writes(an_id(), an_id(), {"note": "x" * 9_000}) for _ in range(60)]
    paper.put(*notes)
    size = paper.holding.outbox[0].size_bytes
    assert len(paper.starts().push) == 64 * 1024 // size
    paper.replies(paper.answer())
    assert len(paper.sync_request().push) == 128 * 1024 // size
    paper.fails("timeout")
    paper.passes(engine.OFFLINE_BACKOFF_MAX_MS)
    assert len(paper.sync_request().push) == 64 * 1024 // size


def test_a_batch_never_falls_below_one_revision_or_one_whole_group(paper: Paper) -> None:
    scope, group = an_id(), an_id()
    paper.put(*[paper.me.writes(an_id(), scope, {"note": "x" * 400_000}, group=group) for _ in range(3)])
    assert len(paper.starts().push) == 3
    for _ in range(6):
        paper.fails("timeout")
        paper.passes(engine.OFFLINE_BACKOFF_MAX_MS)
    assert len(paper.sync_request().push) == 3


def test_at_most_a_hundred_revisions_go_in_one_request(paper: Paper) -> None:
    paper.put(*[paper.me.writes(an_id(), an_id(), {"note": "x"}) for _ in range(130)])
    paper.starts()
    paper.replies(paper.answer())
    assert len(paper.sync_request().push) <= batching.REVISIONS_MAX


def test_a_group_too_big_for_any_request_is_shown_as_stuck_and_not_sent(paper: Paper) -> None:
    scope, group = an_id(), an_id()
    paper.put(*[paper.me.writes(an_id(), scope, {"note": "x" * 900_000}, group=group) for _ in range(10)])
    assert paper.starts().push == ()
    assert {each.code for each in paper.results.values()} == {"too_large"}


# -- one bad item --------------------------------------------------------------------------------------------------


def test_one_item_that_spoils_the_whole_request_is_found_and_the_others_go_on(paper: Paper) -> None:
    notes = [paper.me.writes(an_id(), an_id()) for _ in range(8)]
    bad = notes[5].revision.hash
    paper.put(*notes)
    paper.starts()
    for _ in range(40):
        if paper.request is None:
            break
        if bad in paper.sync_request().push:
            paper.replies(problem("malformed"), status=400)
        else:
            paper.replies(paper.answer(have_counter=5))
    assert [w.hash for w in paper.holding.outbox] == [bad]
    assert paper.results[bad].code == "malformed"


def test_nothing_is_marked_stuck_when_the_request_is_refused_whatever_it_holds(paper: Paper) -> None:
    paper.put(*[paper.me.writes(an_id(), an_id()) for _ in range(4)])
    paper.starts()
    for _ in range(40):
        if paper.request is None:
            break
        paper.replies(problem("malformed"), status=400)
    assert not any(w.stuck for w in paper.holding.outbox)
    assert paper.wait_until_ms is not None
    assert paper.wait_until_ms > paper.now_ms - 1


def test_an_item_that_brings_the_service_down_delays_no_other(paper: Paper) -> None:
    notes = [paper.me.writes(an_id(), an_id()) for _ in range(5)]
    bad = notes[0].revision.hash
    paper.put(*notes)
    paper.starts()
    for _ in range(60):
        if len(paper.holding.outbox) == 1:
            break
        if paper.request is None:
            paper.passes(engine.BACKOFF_MAX_MS)
        if isinstance(paper.request, v.FetchHello):
            paper.replies(paper.hello())
        elif bad in paper.sync_request().push:
            paper.replies(problem("overloaded"), status=500)
        else:
            paper.replies(paper.answer(have_counter=0))
    assert [w.hash for w in paper.holding.outbox] == [bad]
    assert not paper.holding.outbox[0].stuck


def test_a_proxy_that_finds_the_request_too_large_is_sent_less(paper: Paper) -> None:
    paper.put(*[paper.me.writes(an_id(), an_id(), {"note": "x" * 9_000}) for _ in range(6)])
    paper.starts()
    asked = 0
    while paper.holding.outbox and asked < 30:
        asked += 1
        if len(paper.sync_request().push) > 2:
            paper.replies(b"<html>413</html>", status=413)
        else:
            paper.replies(paper.answer())
    assert paper.holding.outbox == ()


# -- nonce and proof -----------------------------------------------------------------------------------------------


def test_an_old_nonce_is_repeated_once_with_the_nonce_of_that_reply(paper: Paper) -> None:
    paper.starts()
    paper.replies(problem("nonce"), status=401, nonce="nonce-2")
    assert paper.sync_request().nonce == "nonce-2"
    paper.replies(problem("nonce"), status=401, nonce="nonce-3")
    assert paper.request is None
    assert paper.told(v.ConnectionChanged)[-1] == v.ConnectionChanged("trouble", "nonce")


def test_a_nonce_older_than_the_service_allows_is_not_used(paper: Paper) -> None:
    paper.starts()
    paper.replies(paper.answer())
    paper.tell(v.FieldMode(paper.now_ms + 20 * 60_000))
    paper.passes(20 * 60_000)
    assert isinstance(paper.request, v.FetchHello)


@pytest.mark.parametrize("code", ["unsigned", "bad_signature", "device_revoked", "upgrade_required"])
def test_a_laptop_that_is_not_believed_keeps_everything_and_says_why(paper: Paper, code: str) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.starts()
    paper.replies(problem(code), status=401)
    assert len(paper.holding.outbox) == 1
    assert paper.told(v.ConnectionChanged)[-1].code == code
    assert paper.wait_until_ms is not None


# -- waiting -------------------------------------------------------------------------------------------------------


def test_the_first_try_after_the_network_returned_comes_within_60_seconds_with_no_new_save(
    paper: Paper,
) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.starts()
    for _ in range(200):
        paper.fails("unreachable")
        assert paper.wait_until_ms is not None
        # 15 s may be spent in a connection attempt that began just before the network came back
        assert paper.wait_until_ms - paper.now_ms + 15_000 <= 60_000
        paper.passes(60_000)
        assert paper.request is not None


def test_trouble_of_the_service_is_waited_out_between_nothing_and_five_minutes(paper: Paper) -> None:
    paper.starts()
    waits = []
    for _ in range(40):
        paper.replies(problem("overloaded"), status=500)
        assert paper.wait_until_ms is not None
        waits.append(paper.wait_until_ms - paper.now_ms)
        paper.passes(engine.BACKOFF_MAX_MS)
    assert max(waits) <= engine.BACKOFF_MAX_MS
    assert max(waits[:3]) <= 8_000
    assert len(set(waits)) > 30
    assert max(waits) > engine.BACKOFF_MAX_MS // 2


@pytest.mark.parametrize("event", [v.NetworkUp(), v.SendNow()])
def test_a_network_that_comes_up_or_a_person_ends_the_waiting(paper: Paper, event: v.Event) -> None:
    paper.starts()
    for _ in range(8):
        paper.replies(problem("overloaded"), status=500)
        paper.passes(engine.BACKOFF_MAX_MS)
    paper.replies(problem("overloaded"), status=500)
    paper.tell(event)
    assert paper.request is not None


def test_a_save_does_not_end_the_waiting_while_the_service_is_in_trouble(paper: Paper) -> None:
    paper.starts()
    for _ in range(6):
        paper.replies(problem("overloaded"), status=500)
        if paper.wait_until_ms is not None and paper.wait_until_ms > paper.now_ms + 5_000:
            break
        paper.passes(engine.BACKOFF_MAX_MS)
    paper.save(paper.me.writes(an_id(), an_id()))
    assert paper.request is None


def test_a_save_is_sent_at_once_when_all_is_well(paper: Paper) -> None:
    paper.starts()
    paper.replies(paper.answer())
    note = paper.me.writes(an_id(), an_id())
    paper.save(note)
    assert paper.sync_request().push == (note.revision.hash,)


def test_an_emptied_outbox_is_told_in_one_more_sync_within_60_seconds(paper: Paper) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    assert paper.starts().manifest["unsent"] == 1
    began = paper.now_ms
    paper.replies(paper.answer())
    paper.passes(60_000)
    assert paper.sync_request().manifest["unsent"] == 0
    assert paper.wait_until_ms is not None
    assert paper.wait_until_ms - began <= 60_000


def test_a_quiet_laptop_asks_no_faster_than_every_60_seconds(paper: Paper) -> None:
    paper.starts()
    paper.replies(paper.answer())
    for _ in range(10):
        assert paper.request is None
        assert paper.wait_until_ms is not None
        assert paper.wait_until_ms - paper.now_ms >= 60_000
        paper.passes(60_000)
        paper.replies(paper.answer())


def test_field_mode_sends_nothing_until_it_ends_by_itself(paper: Paper) -> None:
    paper.starts()
    paper.replies(paper.answer())
    paper.tell(v.FieldMode(paper.now_ms + 3_600_000))
    paper.save(paper.me.writes(an_id(), an_id()))
    paper.tell(v.NetworkUp())
    paper.passes(3_599_000)
    assert paper.request is None
    paper.passes(2_000)
    assert paper.request is not None


def test_send_now_goes_through_field_mode_once(paper: Paper) -> None:
    paper.starts()
    paper.replies(paper.answer())
    paper.tell(v.FieldMode(paper.now_ms + 600_000))
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.tell(v.SendNow())
    assert len(paper.sync_request().push) == 1
    paper.replies(paper.answer())
    assert paper.holding.outbox == ()
    paper.passes(120_000)
    assert paper.request is None


def test_a_full_disk_keeps_what_was_answered_in_the_outbox_and_tries_again(paper: Paper) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.starts()
    paper.request = None
    effects = paper.engine.handle(
        v.Reply(200, json.dumps(paper_answer(paper)).encode(), "n"), paper.holding, paper.now_ms
    )
    assert any(isinstance(effect, v.ApplyResults) for effect in effects)
    paper.tell(v.LocalFailed("storage_full"))  # the store could not commit
    assert len(paper.holding.outbox) == 1
    paper.passes(engine.BACKOFF_MAX_MS)
    assert paper.request is not None


def paper_answer(paper: Paper) -> dict:
    hashes = [w.hash for w in paper.holding.outbox]
    return {
        "epoch": {"id": paper.epoch, "n": 1},
        "time": NOW,
        "have_counter": 1,
        "results": [{"hash": each, "status": "accepted"} for each in hashes],
        "scopes": [],
    }


# -- have_counter --------------------------------------------------------------------------------------------------


def test_what_the_service_does_not_hold_is_sent_again_once_for_each_value_told(paper: Paper) -> None:
    paper.holding = replace(paper.holding, ledger_top=9)
    paper.starts()
    paper.replies(paper.answer(have_counter=4))
    assert [each.after for each in paper.did(v.SendAgain)] == [4]
    paper.passes(60_000)
    paper.replies(paper.answer(have_counter=4))
    assert len(paper.did(v.SendAgain)) == 1
    paper.passes(60_000)
    paper.replies(paper.answer(have_counter=6))
    assert [each.after for each in paper.did(v.SendAgain)] == [4, 6]


def test_a_hole_that_still_waits_in_the_outbox_is_no_loss(paper: Paper) -> None:
    first, second = paper.me.writes(an_id(), an_id()), paper.me.writes(an_id(), an_id())
    paper.put(first, second)
    paper.starts()
    told = [
        {"hash": first.revision.hash, "status": "retry", "code": "lock_timeout"},
        {"hash": second.revision.hash, "status": "accepted"},
    ]
    paper.replies(paper.answer(results=told, have_counter=0))
    assert not paper.did(v.SendAgain)


# -- pulling -------------------------------------------------------------------------------------------------------


def with_family(paper: Paper) -> Log:
    family = an_id()
    paper.holding = replace(paper.holding, cursors=(*paper.holding.cursors, v.Cursor(family, 0, "0" * 64)))
    return Log(family)


def test_a_page_is_applied_with_its_cursor(paper: Paper) -> None:
    log = with_family(paper)
    log.add(paper.me.writes(log.scope, log.scope, kind="family")).add(
        paper.service.writes(an_id(), log.scope)
    )
    paper.starts()
    paper.replies(paper.answer(log.page()))
    assert [each.seq for each in paper.kept[log.scope]] == [1, 2]
    assert v.Cursor(log.scope, 2, log.chain()) in paper.holding.cursors


def test_more_pages_are_asked_for_until_there_are_none(paper: Paper) -> None:
    log = with_family(paper)
    for _ in range(7):
        log.add(paper.me.writes(an_id(), log.scope))
    paper.starts()
    for upto in (3, 5, 7):
        cursor = next(c for c in paper.sync_request().cursors if c.scope == log.scope)
        assert cursor.chain == log.chain(cursor.seq)
        paper.replies(paper.answer(log.page(cursor.seq, upto)))
    assert paper.request is None
    assert [each.seq for each in paper.kept[log.scope]] == list(range(1, 8))


def test_a_service_that_promises_more_and_brings_nothing_is_left_alone_for_a_while(paper: Paper) -> None:
    log = with_family(paper)
    log.add(paper.me.writes(an_id(), log.scope))
    paper.starts()
    for _ in range(20):
        if paper.request is None:
            break
        paper.replies(paper.answer(log.page(0, 0)))
    assert paper.request is None
    assert paper.wait_until_ms is not None


def test_an_unknown_device_is_asked_for_before_its_work_is_believed(paper: Paper) -> None:
    log, sam = with_family(paper), Signer(an_id())
    log.add(sam.writes(an_id(), log.scope))
    paper.starts()
    paper.replies(paper.answer(log.page()))
    assert isinstance(paper.request, v.FetchDevice)
    assert paper.request.device == sam.id
    assert log.scope not in paper.kept
    paper.replies({"id": sam.id, "user": sam.user, "public_key": sam.key.public})
    assert len(paper.kept[log.scope]) == 1


def test_a_device_that_the_service_does_not_know_makes_its_scope_diverged(paper: Paper) -> None:
    log, sam = with_family(paper), Signer(an_id())
    log.add(sam.writes(an_id(), log.scope))
    paper.starts()
    paper.replies(paper.answer(log.page()))
    paper.replies(problem("not_found"), status=404)
    assert [each.scope for each in paper.did(v.ReportDiverged)] == [log.scope]
    assert log.scope not in paper.kept


def spoilt(page: dict, **more) -> dict:
    return {**page, **more}


@pytest.mark.parametrize(
    "how",
    ["gap", "repeat", "start", "chain", "head", "role", "signature", "author", "scope", "auto", "shape"],
)
def test_nothing_that_does_not_match_is_shown_as_genuine(paper: Paper, how: str) -> None:
    log, other = with_family(paper), with_family(paper)
    forger = Signer(an_id())
    first = paper.me.writes(an_id(), log.scope)
    second = paper.me.writes(an_id(), log.scope)
    if how == "signature":
        second = replace(second, sig=forger.key.sign_hash(second.revision.hash))
    if how == "author":
        second = replace(paper.me, user=an_id()).writes(an_id(), log.scope)
    if how == "scope":
        second = paper.me.writes(an_id(), other.scope)
    if how == "auto":
        second = paper.me.writes(an_id(), log.scope, flags=["auto"])
    page = log.add(first).add(second).page()
    match how:
        case "gap":
            page["entries"][1]["seq"] = 3
        case "repeat":
            page["entries"][1]["seq"] = 1
        case "start":
            page["from"] = 2
        case "chain":
            page["chain"] = "ab" * 32
        case "head":
            page["head"] = 1
        case "role":
            page["entries"][1]["role"] = "side"
        case "shape":
            del page["entries"][1]["rev"]["salt"]
    fine = other.add(paper.me.writes(an_id(), other.scope)).page()
    paper.starts()
    paper.replies(paper.answer(page, fine))
    assert log.scope not in paper.kept
    assert [each.scope for each in paper.did(v.ReportDiverged)] == [log.scope]
    assert len(paper.kept[other.scope]) == 1, "one scope's trouble is no other's"
    paper.passes(60_000)
    assert log.scope not in {c.scope for c in paper.sync_request().cursors}


def test_new_keys_of_the_service_are_asked_for_once(paper: Paper) -> None:
    log, renewed = with_family(paper), Signer(an_id(), is_service=True)
    renewed.id = paper.service.id
    log.add(renewed.writes(an_id(), log.scope))
    paper.starts()
    paper.replies(paper.answer(log.page()))
    assert isinstance(paper.request, v.FetchHello)
    keys = [{"id": an_id(), "public": key} for key in (renewed.key.public, paper.service.key.public)]
    paper.replies(paper.hello(keys=keys))
    paper.replies(paper.answer(log.page()))
    assert len(paper.kept[log.scope]) == 1


def test_a_key_that_is_not_the_services_is_not_believed_after_asking(paper: Paper) -> None:
    log, forger = with_family(paper), Signer(an_id(), is_service=True)
    forger.id = paper.service.id
    log.add(forger.writes(an_id(), log.scope))
    paper.starts()
    paper.replies(paper.answer(log.page()))
    paper.replies(paper.hello())
    paper.replies(paper.answer(log.page()))
    assert log.scope not in paper.kept
    assert [each.scope for each in paper.did(v.ReportDiverged)] == [log.scope]


def test_the_service_saying_diverged_stops_that_scope_and_no_other(paper: Paper) -> None:
    log, other = with_family(paper), with_family(paper)
    paper.starts()
    paper.replies(paper.answer({"scope": log.scope, "diverged": True, "head": 3}))
    assert [each.scope for each in paper.did(v.ReportDiverged)] == [log.scope]
    paper.passes(60_000)
    assert {c.scope for c in paper.sync_request().cursors} == {paper.me.user, other.scope}


# -- families come and go --------------------------------------------------------------------------------------------


def test_an_active_assignment_adds_the_familys_cursor(paper: Paper) -> None:
    family, ended, later = an_id(), an_id(), an_id()
    paper.holding = replace(
        paper.holding,
        assignments=(
            v.Assignment(family, "2026-03-02"),
            v.Assignment(ended, "2026-01-01", "2026-03-02"),
            v.Assignment(later, "2026-03-03"),
        ),
    )
    assert {c.scope for c in paper.starts().cursors} == {paper.me.user, family}


def test_what_is_unsent_for_a_family_that_is_gone_goes_first_and_then_the_family_is_erased(
    paper: Paper,
) -> None:
    log = with_family(paper)
    paper.starts()
    late = paper.me.writes(an_id(), log.scope)
    paper.put(late)
    paper.replies(paper.answer({"scope": log.scope, "gone": "reassigned"}))
    assert not paper.did(v.EraseScope)
    request = paper.sync_request()
    assert request.push == (late.revision.hash,)
    assert log.scope not in {c.scope for c in request.cursors}
    told = [{"hash": late.revision.hash, "status": "held", "code": "case_moved"}]
    paper.replies(paper.answer(results=told))
    assert paper.did(v.EraseScope) == [v.EraseScope(log.scope, "reassigned")]


def test_a_family_that_is_gone_is_not_asked_for_again_until_something_changes(paper: Paper) -> None:
    log = with_family(paper)
    paper.holding = replace(paper.holding, assignments=(v.Assignment(log.scope),))
    paper.starts()
    paper.replies(paper.answer({"scope": log.scope, "gone": "unknown"}))
    assert paper.request is None
    assert len(paper.did(v.EraseScope)) == 1
    assert not paper.did(v.AddCursor)


# -- epoch -----------------------------------------------------------------------------------------------------------


def test_another_epoch_stops_everything_and_loses_nothing(paper: Paper) -> None:
    log = with_family(paper)
    log.add(paper.me.writes(an_id(), log.scope))
    paper.put(paper.me.writes(an_id(), log.scope))
    paper.starts()
    paper.replies(paper.answer(log.page(), epoch={"id": an_id(), "n": 2}))
    assert log.scope not in paper.kept
    assert paper.request is None
    assert paper.told(v.ConnectionChanged)[-1] == v.ConnectionChanged("stopped", "epoch_changed")
    paper.save(paper.me.writes(an_id(), log.scope))
    paper.tell(v.NetworkUp())
    paper.passes(3_600_000)
    assert paper.request is None
    assert len(paper.holding.outbox) == 1


def test_a_restored_service_is_noticed_before_anything_is_sent_to_it(paper: Paper) -> None:
    paper.put(paper.me.writes(an_id(), an_id()))
    paper.tell(v.Tick())
    paper.replies(paper.hello(epoch={"id": an_id(), "n": 2}))
    assert paper.request is None
    assert len(paper.holding.outbox) == 1


# -- forms and names ---------------------------------------------------------------------------------------------------


def test_forms_are_asked_for_after_enrolment_and_then_daily(paper: Paper) -> None:
    xml = b"<h:html/>"
    form = canonical.sha256_hex(xml)
    paper.holding = replace(paper.holding, forms_listed=None)
    paper.starts()
    paper.replies(paper.answer())
    assert isinstance(paper.request, v.FetchForms)
    paper.replies({"forms": [{"id": "visit", "version": "1", "hash": form}]})
    assert isinstance(paper.request, v.FetchForm)
    paper.replies(xml)
    assert paper.did(v.KeepForm) == [v.KeepForm(form, xml)]
    assert paper.request is None
    paper.passes(60_000)
    paper.replies(paper.answer(time="2026-03-03T00:00:10.000Z"))
    assert isinstance(paper.request, v.FetchForms)


def test_a_form_that_is_not_what_its_name_says_is_not_kept(paper: Paper) -> None:
    paper.holding = replace(paper.holding, forms_lacking=("ab" * 32,))
    paper.starts()
    paper.replies(paper.answer())
    paper.replies(b"<h:html>forged</h:html>")
    assert not paper.did(v.KeepForm)


def test_a_form_that_the_laptop_cannot_keep_is_asked_for_once_a_day(paper: Paper) -> None:
    xml = b"<h:html/>"
    form = canonical.sha256_hex(xml)
    paper.holding = replace(paper.holding, forms_lacking=(form,))
    paper.starts()
    paper.replies(paper.answer())
    paper.replies(xml)
    paper.holding = replace(paper.holding, forms_lacking=(form,))
    paper.passes(60_000)
    paper.replies(paper.answer())
    assert paper.request is None


def test_names_are_asked_for_last_and_one_that_does_not_exist_only_once_a_day(paper: Paper) -> None:
    jane, nobody = an_id(), an_id()
    paper.holding = replace(paper.holding, users_unnamed=(nobody, jane))
    paper.starts()
    paper.replies(paper.answer())
    paper.replies(problem("not_found"), status=404)
    paper.replies({"id": jane, "name": "Jane Cole", "role": "practitioner"})
    assert paper.did(v.KeepUser) == [v.KeepUser(jane, "Jane Cole", "practitioner")]
    paper.passes(60_000)
    paper.replies(paper.answer())
    assert paper.request is None


# -- thin links ------------------------------------------------------------------------------------------------------


def test_forty_notes_and_the_news_of_thirty_families_take_at_most_three_round_trips(paper: Paper) -> None:
    logs = [with_family(paper) for _ in range(30)]
    for log in logs:
        log.add(paper.me.writes(an_id(), log.scope, {"note": "news " * 200}))
    paper.put(*[paper.me.writes(an_id(), logs[0].scope, {"note": "x" * 2_000}) for _ in range(40)])
    paper.starts()
    trips = 0
    while paper.request is not None or paper.told(v.SyncFinished)[-1:] == []:
        trips += 1
        paper.replies(paper.answer(*([log.page() for log in logs] if trips == 1 else [])))
    paper.passes(engine.TELL_EMPTIED_MS)
    assert paper.sync_request().manifest["unsent"] == 0
    assert trips + 1 <= 3
    assert all(len(paper.kept[log.scope]) == 1 for log in logs)


def test_one_note_takes_one_round_trip(paper: Paper) -> None:
    paper.starts()
    paper.replies(paper.answer())
    paper.save(paper.me.writes(an_id(), an_id(), {"note": "x" * 2_000}))
    paper.replies(paper.answer())
    assert paper.request is None
    assert paper.holding.outbox == ()


# -- what is told ------------------------------------------------------------------------------------------------------


def test_the_strip_is_told_how_many_of_how_many_have_gone(paper: Paper) -> None:
    notes = [paper.me.writes(an_id(), an_id(), {"note": "x" * 30_000}) for _ in range(5)]
    paper.put(*notes)
    paper.starts()
    while paper.request is not None:
        paper.replies(paper.answer())
    assert paper.told(v.SyncStarted)[-1].of == 5
    progress = [(each.n, each.of) for each in paper.told(v.SyncProgress)]
    assert progress[-1] == (5, 5)
    assert progress == sorted(progress)
    finished = paper.told(v.SyncFinished)[-1]
    assert (finished.code, finished.answered, finished.up_to_date_at) == (None, 5, NOW)


def test_a_laptop_that_looks_like_a_copy_is_told_so_for_as_long_as_it_runs(paper: Paper) -> None:
    note = paper.me.writes(an_id(), an_id())
    paper.put(note)
    paper.starts()
    told = [{"hash": note.revision.hash, "status": "held", "code": "device_forked"}]
    paper.replies(paper.answer(results=told, have_counter=0))
    paper.passes(60_000)
    paper.replies(paper.answer(have_counter=0))
    assert paper.told(v.ConnectionChanged)[-1] == v.ConnectionChanged("trouble", "device_forked")


def test_offline_online_and_slow_are_told_when_they_change(paper: Paper) -> None:
    paper.starts()
    paper.fails("unreachable")
    paper.passes(60_000)
    paper.fails("unreachable")
    paper.passes(60_000)
    paper.now_ms += engine.SLOW_MS
    paper.replies(paper.answer())
    paper.passes(60_000)
    paper.replies(paper.answer())
    assert [each.state for each in paper.told(v.ConnectionChanged)] == ["offline", "slow", "online"]
