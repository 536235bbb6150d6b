"""What sync does to the store: answers, pages, families that come and go. Real encrypted stores throughout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sync_laptop import Laptop
from sync_paper import NOW, Log, Signer, an_id

from fieldapp.protocol import canonical, chain
from fieldapp.protocol.revision import Envelope
from fieldapp.store import StoreError, facts
from fieldapp.store.carried import carried
from fieldapp.store.outbox import Answer
from fieldapp.store.pulling import Place, Received
from fieldapp.sync.engine import Engine
from fieldapp.sync.errands import Errands


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "asha")


@pytest.fixture
def sam() -> Signer:
    return Signer(an_id())


def accepted(hash_: str, **more) -> Answer:
    return Answer(hash_, "accepted", **more)


# -- out -----------------------------------------------------------------------------------------------------------


def test_what_is_sent_is_byte_for_byte_what_was_signed(laptop: Laptop) -> None:
    saved = laptop.save(an_id(), an_id(), {"note": "she laughed a lot today “héllo”"})
    (sent,) = laptop.exchange.envelopes(saved.hashes)
    envelope = Envelope.parse(canonical.parse(sent))
    assert envelope.revision.hash == saved.hashes[0]
    assert envelope == saved.envelopes[0]
    (unsent,) = laptop.exchange.snapshot().unsent
    assert unsent.size_bytes == len(sent) + 1


def test_an_accepted_revision_moves_to_the_ledger_and_its_document_is_no_longer_unsent(
    laptop: Laptop,
) -> None:
    doc = an_id()
    saved = laptop.save(doc, an_id(), {"note": "hello"})
    before = laptop.store.document(doc)
    assert before is not None
    assert before.unsent
    laptop.exchange.apply_answers([accepted(saved.hashes[0], seq=3, head=saved.hashes[0])])
    after = laptop.store.document(doc)
    assert after is not None
    assert not after.unsent
    assert after.body == before.body, "answered and not yet pulled: it still reads the same"
    assert laptop.exchange.snapshot().unsent == ()
    assert laptop.exchange.snapshot().highest_answered == 1


def test_a_held_revision_is_shown_with_its_reason_and_new_edits_start_from_the_shadow(
    laptop: Laptop, sam: Signer
) -> None:
    log, doc = Log(an_id()), an_id()
    first = sam.writes(doc, log.scope, {"note": "one"})
    laptop.pull(log.add(first))
    saved = laptop.save(doc, log.scope, {"note": "two"})
    laptop.exchange.apply_answers([Answer(saved.hashes[0], "held", "locked")])
    shown = laptop.store.document(doc)
    assert shown is not None
    assert shown.held == "locked"
    assert shown.body == {"note": "one"}
    again = laptop.save(doc, log.scope, {"note": "three"})
    assert again.envelopes[0].revision.parents == (first.revision.hash,)


def test_a_refused_revision_stays_stuck_with_its_reason(laptop: Laptop) -> None:
    saved = laptop.save(an_id(), an_id(), {"note": "hello"})
    laptop.exchange.apply_answers([Answer(saved.hashes[0], "refused", "too_large")])
    (unsent,) = laptop.exchange.snapshot().unsent
    assert unsent.stuck
    (item,) = laptop.store.waiting().held
    assert (item.status, item.code) == ("stuck", "too_large")


def test_a_revision_told_to_retry_stays_ready_and_counts_its_tries(laptop: Laptop) -> None:
    saved = laptop.save(an_id(), an_id(), {"note": "hello"})
    for _ in range(3):
        laptop.exchange.mark_sending(saved.hashes)
        assert laptop.store.waiting().ready[0].status == "sending"
        laptop.exchange.apply_answers([Answer(saved.hashes[0], "retry", "lock_timeout")])
    (item,) = laptop.store.waiting().ready
    assert (item.status, item.tries, item.code) == ("ready", 3, "lock_timeout")


def test_no_answer_for_one_revision_moves_another(laptop: Laptop) -> None:
    one, two = (laptop.save(an_id(), an_id(), {"note": text}) for text in ("one", "two"))
    laptop.exchange.apply_answers([accepted(two.hashes[0]), accepted("ab" * 32)])
    assert [each.hash for each in laptop.exchange.snapshot().unsent] == [one.hashes[0]]


def test_what_the_service_lost_goes_back_to_the_outbox_and_counts_as_unsent(laptop: Laptop) -> None:
    docs = [an_id() for _ in range(4)]
    saved = [laptop.save(doc, an_id(), {"note": "hello"}) for doc in docs]
    answers = [accepted(each.hashes[0]) for each in saved[:3]]
    laptop.exchange.apply_answers([*answers, Answer(saved[3].hashes[0], "held", "forbidden_scope")])
    laptop.exchange.send_again(2)
    here = laptop.exchange.snapshot()
    assert [each.counter for each in here.unsent] == [3, 4]
    assert here.have_counter_told == 2
    assert here.manifest["unsent"] == 2
    document = laptop.store.document(docs[2])
    assert document is not None
    assert document.unsent
    laptop.exchange.apply_answers([accepted(each.hashes[0]) for each in saved[2:]])
    assert laptop.exchange.snapshot().unsent == ()
    assert laptop.store.waiting().held == ()


def test_a_laptop_that_enrolled_again_counts_from_one_and_sends_nothing_of_the_old_device_again(
    laptop: Laptop,
) -> None:
    saved = [laptop.save(an_id(), an_id(), {"note": "hello"}) for _ in range(3)]
    laptop.exchange.apply_answers([accepted(each.hashes[0]) for each in saved])
    before = laptop.store.device()
    assert before is not None
    laptop.store.set_device(replace(before, id=an_id()), canonical.b64u(Signer(an_id()).key.private))
    assert laptop.exchange.snapshot().highest_answered == 0
    laptop.exchange.send_again(0)
    assert laptop.exchange.snapshot().unsent == ()


def test_the_manifest_counts_and_names_nothing(laptop: Laptop) -> None:
    laptop.save(an_id(), an_id(), {"note": "hello"})
    held = laptop.save(an_id(), an_id(), {"note": "hello"})
    laptop.exchange.apply_answers([Answer(held.hashes[0], "held", "locked")])
    told = laptop.exchange.snapshot().manifest
    assert (told["unsent"], told["held"], told["drafts"], told["last_counter"]) == (1, 1, 0, 2)
    assert told["oldest_unsent"] == NOW
    assert set(told) == {
        "unsent",
        "oldest_unsent",
        "held",
        "drafts",
        "blob_bytes",
        "last_counter",
        "app",
        "free_disk",
    }


# -- in ------------------------------------------------------------------------------------------------------------


def test_a_page_moves_shadow_documents_search_questions_and_cursor_together(
    laptop: Laptop, sam: Signer
) -> None:
    log, doc = Log(an_id()), an_id()
    one = sam.writes(doc, log.scope, {"note": "We walked by the canal"})
    side = laptop.me.writes(doc, log.scope, {"note": "We stayed in"}, parents=[])
    asked = [{"key": "note", "side": side.revision.hash}]
    x = laptop.merged(
        doc, log.scope, {"note": "We walked by the canal"}, one.revision.hash, side.revision.hash, open=asked
    )
    opened, moved = laptop.hears(facts.QuestionOpened), laptop.hears(facts.HeadMoved)
    laptop.pull(log.add(one).add(side, "side").add(x))
    document = laptop.store.document(doc)
    assert document is not None
    assert document.head == x.revision.hash
    assert [(q.key, q.side, q.value) for q in document.open] == [("note", side.revision.hash, "We stayed in")]
    assert [hit.id for hit in laptop.store.search("canal")] == [doc]
    assert laptop.exchange.snapshot().places == (Place(log.scope, 3, log.chain()),)
    assert opened == [facts.QuestionOpened(doc, "note")]
    assert moved == [facts.HeadMoved(doc, log.scope, "visit")]


def test_a_page_that_does_not_begin_at_the_cursor_changes_nothing(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    for _ in range(3):
        log.add(sam.writes(an_id(), log.scope))
    laptop.pull(log, 0, 1)
    with pytest.raises(StoreError):
        laptop.pull(log, 2)
    with pytest.raises(StoreError):
        laptop.pull(log, 0)
    assert laptop.exchange.snapshot().places == (Place(log.scope, 1, log.chain(1)),)
    assert len(laptop.store.documents(log.scope)) == 1


def test_a_page_that_cannot_be_applied_whole_is_not_applied_at_all(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    log.add(sam.writes(an_id(), log.scope)).add(sam.writes(an_id(), log.scope))
    entries = [Received(1, "main", log.entries[0][1]), Received(1, "main", log.entries[1][1])]
    with pytest.raises(StoreError):
        laptop.exchange.apply_page(
            Place(log.scope, 0, chain.START), entries, Place(log.scope, 2, log.chain()), 2
        )
    assert laptop.store.documents(log.scope) == []
    assert laptop.exchange.snapshot().places == ()


def test_a_pull_moves_the_shadow_and_never_an_unsent_edit(laptop: Laptop, sam: Signer) -> None:
    log, doc = Log(an_id()), an_id()
    one = sam.writes(doc, log.scope, {"note": "one", "place": "home"})
    laptop.pull(log.add(one))
    mine = laptop.save(doc, log.scope, {"note": "mine", "place": "home"})
    two = sam.writes(doc, log.scope, {"note": "one", "place": "school"}, parents=[one.revision.hash])
    laptop.pull(log.add(two), 1)
    document = laptop.store.document(doc)
    assert document is not None
    assert document.body == {"note": "mine", "place": "school"}
    assert document.unsent
    assert [each.hash for each in laptop.exchange.snapshot().unsent] == list(mine.hashes)


def test_own_work_seen_in_the_log_is_the_same_revision(laptop: Laptop) -> None:
    log, doc = Log(an_id()), an_id()
    saved = laptop.save(doc, log.scope, {"note": "mine"})
    laptop.exchange.apply_answers([accepted(saved.hashes[0], seq=1, head=saved.hashes[0])])
    laptop.pull(log.add(saved.envelopes[0]))
    document = laptop.store.document(doc)
    assert document is not None
    assert (document.head, document.body) == (saved.hashes[0], {"note": "mine"})


def test_a_page_survives_a_crash_after_it_and_the_next_goes_on_from_it(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    for _ in range(4):
        log.add(sam.writes(an_id(), log.scope))
    laptop.pull(log, 0, 2)
    laptop.reopen()
    laptop.pull(log, 2)
    assert len(laptop.store.documents(log.scope)) == 4


def test_a_scope_is_fresh_when_it_has_been_read_to_its_end(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    for _ in range(3):
        log.add(sam.writes(an_id(), log.scope))

    def is_complete() -> bool:
        (family,) = laptop.store.reading(lambda connection: carried(connection, laptop.me.user))
        return family.complete

    laptop.pull(log, 0, 2)
    assert not is_complete()
    laptop.pull(log, 2)
    assert is_complete()


# -- families come and go --------------------------------------------------------------------------------------------


def test_assignments_read_as_they_stand_in_the_users_own_scope(laptop: Laptop, sam: Signer) -> None:
    own = Log(laptop.me.user)
    family, other, doc = an_id(), an_id(), an_id()
    one = sam.writes(
        doc, own.scope, {"family": family, "role": "worker", "from": "2026-01-05"}, kind="assignment"
    )
    two = sam.writes(an_id(), own.scope, {"family": other, "role": "reader"}, kind="assignment")
    laptop.pull(own.add(one).add(two))
    assert {each.family for each in laptop.exchange.snapshot().carrying} == {family, other}
    ended = {"family": family, "role": "worker", "from": "2026-01-05", "until": "2026-02-01"}
    three = sam.writes(doc, own.scope, ended, kind="assignment", parents=[one.revision.hash])
    laptop.pull(own.add(three), 2)
    until = {each.family: each.until for each in laptop.exchange.snapshot().carrying}
    assert until == {family: "2026-02-01", other: None}


def test_the_own_scope_is_always_the_first_that_is_asked_about(laptop: Laptop) -> None:
    for _ in range(3):
        laptop.exchange.add_scope(an_id())
    laptop.clock.advance(1000)
    laptop.exchange.add_scope(laptop.me.user)
    assert laptop.exchange.snapshot().places[0].scope == laptop.me.user


def test_a_new_family_is_not_asked_about_before_the_service_knows_it(laptop: Laptop) -> None:
    family = an_id()
    laptop.save(family, family, {"name": "Okafor-Hughes"}, kind="family")
    assert laptop.exchange.snapshot().places == ()
    laptop.exchange.add_scope(family)
    assert laptop.exchange.snapshot().places == (Place(family, 0, chain.START),)


def test_a_family_that_is_gone_takes_its_rows_and_leaves_unsent_and_held_work(
    laptop: Laptop, sam: Signer
) -> None:
    log, other = Log(an_id()), Log(an_id())
    theirs, mine, kept_out, delivered = an_id(), an_id(), an_id(), an_id()
    laptop.pull(other.add(sam.writes(an_id(), other.scope, {"note": "Another family by the canal"})))
    laptop.pull(log.add(sam.writes(theirs, log.scope, {"note": "canal"})))
    sent = laptop.save(delivered, log.scope, {"note": "canal, delivered"})
    held = laptop.save(kept_out, log.scope, {"note": "canal, held"})
    unsent = laptop.save(mine, log.scope, {"note": "canal, unsent"})
    laptop.exchange.apply_answers([accepted(sent.hashes[0]), Answer(held.hashes[0], "held", "case_moved")])
    gone = laptop.hears(facts.ScopeGone)
    laptop.exchange.erase_scope(log.scope, "reassigned")
    assert gone == [facts.ScopeGone(log.scope, "reassigned")]
    assert laptop.store.document(theirs) is None
    assert laptop.store.document(delivered) is None
    bodies = {d.id: d.body["note"] for d in laptop.store.documents(log.scope)}
    assert bodies == {mine: "canal, unsent", kept_out: "canal, held"}
    assert [each.hash for each in laptop.exchange.snapshot().unsent] == list(unsent.hashes)
    assert len(laptop.store.search("canal")) == 3
    assert [place.scope for place in laptop.exchange.snapshot().places] == [other.scope]
    laptop.exchange.apply_answers([Answer(unsent.hashes[0], "held", "case_moved")])
    assert laptop.exchange.snapshot().unsent == ()


def test_a_family_that_comes_back_is_read_again_from_its_first_entry(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    saved = laptop.save(an_id(), log.scope, {"note": "mine"})
    laptop.exchange.apply_answers([Answer(saved.hashes[0], "held", "case_moved")])
    log.add(sam.writes(an_id(), log.scope)).add(saved.envelopes[0])
    laptop.exchange.add_scope(log.scope)
    laptop.pull(log, 0, 1)
    laptop.exchange.erase_scope(log.scope, "reassigned")
    laptop.exchange.add_scope(log.scope)
    laptop.pull(log)
    assert len(laptop.store.documents(log.scope)) == 2


def test_a_diverged_scope_is_shown_and_kept(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    laptop.pull(log.add(sam.writes(an_id(), log.scope)))
    laptop.exchange.mark_diverged(log.scope)
    assert laptop.exchange.snapshot().diverged == {log.scope}
    assert len(laptop.store.documents(log.scope)) == 1


# -- about others ----------------------------------------------------------------------------------------------------


def test_the_epoch_is_kept_once_and_never_taken_over_silently(laptop: Laptop) -> None:
    first, second = an_id(), an_id()
    laptop.exchange.keep_service([("k", laptop.service.key.public)], first, 1)
    laptop.exchange.keep_service([("k2", laptop.me.key.public)], second, 2)
    here = laptop.exchange.snapshot()
    assert here.epoch == first
    assert here.device is not None
    assert here.device.service_keys == (("k2", laptop.me.key.public),)


def test_forms_wanted_are_the_newest_of_each_name_and_those_that_are_spoken_of(laptop: Laptop) -> None:
    old, new, other, named = ("ab" * 32, "cd" * 32, "ef" * 32, "01" * 32)
    laptop.exchange.list_forms([("visit", "1", old), ("plan", "1", other), ("visit", "2", new)], NOW)
    log = Log(an_id())
    form = {"id": "letter", "version": "9", "hash": named}
    laptop.pull(log.add(laptop.me.writes(an_id(), log.scope, form=form)))
    assert set(laptop.exchange.snapshot().forms_lacking) == {new, other, named}
    assert old in laptop.exchange.snapshot([old]).forms_lacking


def test_a_form_that_cannot_be_run_is_not_kept_and_breaks_nothing(laptop: Laptop) -> None:
    xml = b"<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:head/></h:html>"
    laptop.exchange.list_forms([("visit", "1", canonical.sha256_hex(xml))], NOW)
    assert laptop.exchange.put_form(xml) is False
    assert laptop.exchange.snapshot().forms_lacking == (canonical.sha256_hex(xml),)


def test_the_engine_is_told_what_the_store_holds(laptop: Laptop, sam: Signer) -> None:
    log = Log(an_id())
    laptop.exchange.add_scope(laptop.me.user)
    laptop.pull(log.add(sam.writes(an_id(), log.scope)))
    saved = laptop.save(an_id(), log.scope, {"note": "x"})
    holding = Errands(laptop.store, laptop.clock, Engine(laptop.entropy)).holding()
    assert [w.hash for w in holding.outbox] == list(saved.hashes)
    assert [c.scope for c in holding.cursors] == [laptop.me.user, log.scope]
    assert holding.users_unnamed == (sam.user,)
    assert holding.devices[laptop.me.id].public == laptop.me.key.public
    assert holding.manifest["unsent"] == 1
