"""Saved means saved: signed, numbered, in the outbox, searchable, in one transaction, or not at all."""

import pytest

from fieldapp.protocol.revision import Revision
from fieldapp.protocol.signing import verify_hash
from fieldapp.store import Change, errors, facts


def test_a_saved_note_is_a_signed_revision_in_the_outbox_and_on_screen(laptop):
    scope = laptop.family()
    visit = laptop.fresh_id()
    saved = laptop.save(visit, scope, {"c_look": "settled on the settee"})
    (envelope,) = laptop.store.revisions(visit)
    revision = Revision.parse(envelope.revision.members)
    assert revision.hash == saved.hashes[0]
    assert verify_hash(laptop.store.device_key().public, revision.hash, envelope.sig)
    assert (revision.author, revision.device) == (laptop.user, laptop.device)
    assert laptop.store.document(visit).body == {"c_look": "settled on the settee"}
    assert laptop.store.document(visit).unsent
    assert [item.doc for item in laptop.store.waiting().ready] == [scope, visit]


def test_revisions_of_a_device_are_numbered_without_a_hole_and_each_names_the_one_before(laptop):
    scope = laptop.family()
    for number in range(5):
        laptop.save(laptop.fresh_id(), scope, {"n": str(number)})
    everything = [each for doc in laptop.store.all_documents() for each in laptop.store.revisions(doc.id)]
    ordered = sorted((each.revision for each in everything), key=lambda revision: revision.counter)
    assert [revision.counter for revision in ordered] == [1, 2, 3, 4, 5, 6]
    assert [revision.prev for revision in ordered] == [None, *(revision.hash for revision in ordered[:-1])]


def test_several_changes_become_one_group_and_one_change_none(laptop):
    scope = laptop.family()
    docs = [laptop.fresh_id() for _ in range(3)]
    group = laptop.store.save([Change(doc, "visit_child", scope, {"c": doc}, None) for doc in docs])
    assert group.group is not None
    assert {laptop.store.revisions(doc)[0].revision.group for doc in docs} == {group.group}
    assert laptop.save(laptop.fresh_id(), scope, {"a": "b"}).group is None
    assert laptop.store.counts().ready == 3


def test_a_group_of_more_than_twenty_or_with_a_document_twice_is_refused_whole(laptop):
    scope = laptop.family()
    many = [Change(laptop.fresh_id(), "visit", scope, {"a": "b"}, None) for _ in range(21)]
    with pytest.raises(errors.StoreError):
        laptop.store.save(many)
    twice = [Change(scope, "family", scope, {"label": each}, None) for each in ("one", "two")]
    with pytest.raises(errors.StoreError):
        laptop.store.save(twice)
    assert laptop.store.counts().last_counter == 1


def test_several_groups_are_saved_in_one_transaction_or_not_at_all(laptop):
    scope = laptop.family()
    good = [Change(laptop.fresh_id(), "visit", scope, {"a": "b"}, None)]
    bad = [Change(laptop.fresh_id(), "visit", scope, {"a b": "a key that no form has"}, None)]
    with pytest.raises(Exception, match="malformed"):
        laptop.store.save_groups([good, bad])
    assert laptop.store.counts().last_counter == 1
    assert laptop.store.document(good[0].doc) is None
    assert laptop.store.search("b") == []


def test_an_edit_goes_on_from_the_last_one(laptop):
    scope = laptop.family()
    visit = laptop.fresh_id()
    first = laptop.save(visit, scope, {"a": "one"})
    second = laptop.save(visit, scope, {"a": "two"})
    third = laptop.save(visit, scope, None)
    revisions = [each.revision for each in laptop.store.revisions(visit)]
    assert [each.parents for each in revisions] == [(), first.hashes, second.hashes]
    assert revisions[2].flags == ("deleted",)
    assert laptop.store.document(visit).deleted
    assert laptop.store.documents(scope, ["visit"]) == []
    assert third.docs == (visit,)


def test_an_edit_that_began_before_ones_own_later_save_goes_on_from_that_save(laptop):
    scope = laptop.family()
    visit = laptop.fresh_id()
    first = laptop.save(visit, scope, {"a": "one", "b": "one"})
    second = laptop.save(visit, scope, {"a": "one", "b": "decided meanwhile"})
    laptop.save(visit, scope, {"a": "typed in the old draft", "b": "one"}, edited=first.hashes[0])
    newest = laptop.store.revisions(visit)[-1].revision
    assert newest.parents == second.hashes
    assert laptop.store.document(visit).body == {"a": "typed in the old draft", "b": "decided meanwhile"}


def test_facts_are_told_after_the_save_is_durable(laptop):
    scope = laptop.family()
    told = []

    def listen(fact):
        # Another connection sees it already: it is committed.
        told.append((type(fact).__name__, laptop.store.counts().last_counter))

    for fact in (facts.RevisionSaved, facts.HeadMoved, facts.OutboxChanged):
        laptop.store.bus.subscribe(fact, listen)
    laptop.save(laptop.fresh_id(), scope, {"a": "b"})
    assert told == [("HeadMoved", 2), ("RevisionSaved", 2), ("OutboxChanged", 2)]


def test_a_save_that_fails_tells_nothing_and_changes_nothing(laptop):
    told = []
    laptop.store.bus.subscribe(facts.RevisionSaved, told.append)
    with pytest.raises(Exception, match="malformed"):
        laptop.save("not an id", "not an id", {"a": "b"})
    assert told == []
    assert laptop.store.counts().last_counter == 0


def test_one_listeners_fault_does_not_keep_the_others_from_hearing(laptop):
    heard = []

    def fails(_):
        raise ValueError("a listener's own fault")

    laptop.store.bus.subscribe(facts.RevisionSaved, fails)
    laptop.store.bus.subscribe(facts.RevisionSaved, heard.append)
    scope = laptop.fresh_id()
    with pytest.raises(ValueError, match="own fault"):
        laptop.store.save([Change(scope, "family", scope, {"label": "a"}, None)])
    assert len(heard) == 1
    assert laptop.store.counts().last_counter == 1


def test_before_enrolment_nothing_can_be_saved(tmp_path, laptop):
    from fieldapp.store import Store

    store = Store.create(
        tmp_path / "fresh", bytes(range(32)), clock=laptop.clock, entropy=laptop.entropy, reserve_bytes=0
    )
    scope = laptop.fresh_id()
    with pytest.raises(errors.NotEnrolled):
        store.save([Change(scope, "family", scope, {"label": "a"}, None)])
    store.close()


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE revision SET canonical = x'7b7d'", "never changes"),
        ("UPDATE revision SET sig = 'x'", "never changes"),
        ("DELETE FROM outbox", "only with an answer"),
        ("DELETE FROM revision", "never removed"),
        ("UPDATE revision SET own = 0", "never changes"),
    ],
)
def test_the_database_itself_refuses_to_lose_or_change_a_saved_revision(laptop, statement, rule):
    laptop.family()
    with pytest.raises(errors.StoreError) as caught, laptop.store.database.write() as connection:
        connection.execute(statement)
    assert rule in caught.value.detail
    assert laptop.store.counts().last_counter == 1


def test_the_database_refuses_a_hole_in_the_device_counter(laptop):
    scope = laptop.family()
    skipping = (
        "INSERT INTO revision (hash, doc, kind, scope, author, device, counter, canonical, sig, own, arrived_at_ms)"
        " SELECT substr('0' || hash, 1, 64), doc, kind, scope, author, device, 9, canonical, sig, 1, 0"
        " FROM revision WHERE doc = ?"
    )
    with pytest.raises(errors.StoreError) as caught, laptop.store.database.write() as connection:
        connection.execute(skipping, (scope,))
    assert "no holes" in caught.value.detail


def test_what_was_written_says_the_services_time_when_the_boot_is_the_same(laptop):
    from fieldapp.store import reckoning

    scope = laptop.family()
    laptop.store.writing(
        lambda connection, _told: reckoning.note_contact(
            connection, laptop.clock, "2026-03-01T12:30:00.000Z", laptop.clock.wall_ms() + 1_800_000
        )
    )
    laptop.clock.advance(60_000)
    visit = laptop.fresh_id()
    laptop.save(visit, scope, {"a": "b"})
    written = laptop.store.revisions(visit)[0].revision.written
    assert (written.server, written.elapsed_ms) == ("2026-03-01T12:30:00.000Z", 60_000)
    assert laptop.store.document(visit).written_at == "2026-03-01T12:31:00.000Z"
    assert laptop.store.now().uncertain
    laptop.clock.boot_id = "00000000-0000-7000-8000-0000000000b9"
    other = laptop.fresh_id()
    laptop.save(other, scope, {"a": "b"})
    assert laptop.store.revisions(other)[0].revision.written.server is None


def test_saving_works_with_any_clock(laptop):
    for years in (-10, 10):
        laptop.clock.set_wall(laptop.clock.wall_ms() + years * 365 * 86_400_000)
        scope = laptop.family(f"Family {years}")
        assert laptop.store.document(scope).body["label"] == f"Family {years}"


def test_a_day_of_use_is_counted_once_however_often_the_store_is_opened(laptop):
    assert laptop.store.days_of_use() == 1
    laptop.reopen()
    assert laptop.store.days_of_use() == 1
    laptop.clock.advance(3 * 86_400_000)
    laptop.reopen()
    assert laptop.store.days_of_use() == 2
