"""The window's thread types and saves, the sync thread applies pages, a worker searches: none sees half of another."""

import threading

from paper_service import PaperService

from fieldapp.records.document import FormReference
from fieldapp.store import StoreError

VISIT = FormReference("home_visit", "2026.1", "ab" * 32)
ROUNDS = 25


def run_together(*works):
    """All of these at once; the first fault of any is raised."""
    faults = []
    start = threading.Barrier(len(works))

    def guarded(work):
        start.wait()
        try:
            work()
        except (AssertionError, StoreError, ValueError, LookupError, TypeError) as fault:
            faults.append(fault)  # raised again in the test's own thread

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    if faults:
        raise faults[0]


def test_typing_saving_syncing_and_searching_at_once_lose_nothing(make):
    asha, sam = make("Asha Patel"), make("Sam Brook")
    service = PaperService(asha.clock, asha.entropy)
    scope = asha.family("Kowalska-Price")
    service.sync(asha, scope)
    service.sync(sam, scope)
    for number in range(ROUNDS):
        sam.save(sam.fresh_id(), scope, {"note": f"lantern from Sam {number}"})
    service.push(sam)
    draft = asha.store.open_draft(doc=asha.fresh_id(), scope=scope, kind="visit", form=VISIT)
    ids = [asha.fresh_id() for _ in range(ROUNDS)]
    groups = []

    def types():
        for number in range(ROUNDS):
            asha.store.put_answers(draft.id, {"note": "kettle " * number, "count": str(number)})

    def saves():
        for number, doc in enumerate(ids):
            asha.save(doc, scope, {"note": f"lantern from Asha {number}"})

    def syncs():
        for _ in range(ROUNDS):
            for _ in service.pull(asha, scope, page=2):
                pass
            service.push(asha)

    def searches():
        for _ in range(ROUNDS):
            found = asha.store.search("lantern")
            known = {document.id for document in asha.store.documents(scope)}
            groups.append({hit.id for hit in found} <= known)

    run_together(types, saves, syncs, searches)
    assert all(groups)
    service.sync(asha, scope)
    assert asha.store.draft(draft.id).answers["count"] == str(ROUNDS - 1)
    assert len(asha.store.documents(scope, ["visit"])) == 2 * ROUNDS
    assert asha.store.counts().unsent_revisions == 0
    assert asha.store.counts().last_counter == ROUNDS + 1
    assert asha.store.check() == ()


def test_a_thread_that_writes_reads_its_own_work_and_others_do_not_until_it_is_committed(laptop):
    scope = laptop.family()
    seen = []

    def look():
        seen.append(laptop.store.document(scope).text("label"))

    with laptop.store.database.write() as connection:
        connection.execute("UPDATE document SET body = json_set(body, '$.label', 'half done')")
        assert laptop.store.document(scope).text("label") == "half done"
        other = threading.Thread(target=look)
        other.start()
        other.join(30)
    assert seen == ["Kowalska-Price"]
    look()
    assert seen[-1] == "half done"
