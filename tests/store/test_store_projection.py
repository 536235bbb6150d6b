"""What screens show: the newest head received, merged with own unsent work, by the service's own rules."""

import pytest
from paper_service import PaperService

from fieldapp.protocol.revision import Envelope, Revision
from fieldapp.store import Change, facts


@pytest.fixture
def asha(make):
    return make("Asha Patel")


@pytest.fixture
def sam(make):
    return make("Sam Brook")


@pytest.fixture
def service(asha):
    return PaperService(asha.clock, asha.entropy)


@pytest.fixture
def scope(asha, sam, service):
    family = asha.family()
    service.sync(asha, family)
    service.sync(sam, family)
    return family


@pytest.fixture
def visit(asha, sam, service, scope):
    doc = asha.fresh_id()
    asha.save(doc, scope, {"risk": "medium", "school": "Hillside", "plan": "weekly"})
    service.sync(asha, scope)
    service.sync(sam, scope)
    return doc


def body(laptop, doc):
    return dict(laptop.store.document(doc).body)


def test_what_another_laptop_saved_is_shown_once_pulled(asha, sam, service, scope, visit):
    assert body(sam, visit) == body(asha, visit)
    held = sam.store.document(visit)
    assert (held.author, held.unsent) == (asha.user, False)
    assert held.created_by == asha.user


@pytest.mark.parametrize(
    ("server", "elapsed_ms"),
    [
        ("9999-12-31T23:59:59.999Z", 1),
        ("0001-01-01T00:00:00.000Z", -1),
        ("2026-03-01T10:00:00.000Z", 2**53 - 1),
    ],
)
def test_a_laptop_that_claims_an_impossible_time_stops_nobody(asha, sam, service, scope, server, elapsed_ms):
    """Section 7: no request is refused for its clock. One such note stopped every laptop of the family."""
    saved = sam.save(sam.fresh_id(), scope, {"risk": "low"})
    members = dict(saved.envelopes[0].revision.members)
    members["written"] = {**members["written"], "server": server, "elapsed_ms": elapsed_ms}
    claimed = Revision.parse(members)
    service.take(Envelope(claimed, service.key.sign_hash(claimed.hash)))
    for _ in service.pull(asha, scope):
        pass
    assert asha.store.document(claimed.doc).written_at == members["written"]["wall"]


def test_a_pull_never_overwrites_unsent_work(asha, sam, service, scope, visit):
    asha.save(visit, scope, {**body(asha, visit), "school": "Riverbank"})
    sam.save(visit, scope, {**body(sam, visit), "plan": "daily"})
    service.sync(sam, scope)
    for _ in service.pull(asha, scope):
        pass
    assert body(asha, visit) == {"risk": "medium", "school": "Riverbank", "plan": "daily"}
    assert asha.store.document(visit).unsent


def test_the_preview_equals_what_the_service_then_says(asha, sam, service, scope, visit):
    asha.save(visit, scope, {**body(asha, visit), "school": "Riverbank", "risk": "high"})
    sam.save(visit, scope, {**body(sam, visit), "plan": "daily", "risk": "low"})
    service.sync(sam, scope)
    for _ in service.pull(asha, scope):
        pass
    previewed = body(asha, visit)
    service.sync(asha, scope)
    service.sync(sam, scope)
    assert body(asha, visit) == previewed == body(sam, visit) == service.states[visit].body


def test_a_question_is_open_once_the_service_asks_it_and_tells_both_sides(asha, sam, service, scope, visit):
    told = []
    asha.store.bus.subscribe(facts.QuestionOpened, told.append)
    asha.save(visit, scope, {**body(asha, visit), "risk": "high"})
    sam.save(visit, scope, {**body(sam, visit), "risk": "low"})
    service.sync(sam, scope)
    assert asha.store.questions() == []
    assert service.sync(asha, scope) == ["conflict"]
    service.sync(sam, scope)
    for laptop in (asha, sam):
        (question,) = laptop.store.questions()
        assert (question.key, question.base_value) == ("risk", "medium")
        assert (question.head_value, question.head_author) == ("low", sam.user)
        assert (question.side_value, question.side_author) == ("high", asha.user)
        assert laptop.store.counts().decisions == 1
    assert told == [facts.QuestionOpened(visit, "risk")]
    (asked,) = asha.store.document(visit).open
    assert (asked.value, asked.author, asked.head_author) == ("high", asha.user, sam.user)


def test_a_decision_closes_the_question_at_once_here_and_everywhere_once_sent(
    asha, sam, service, scope, visit
):
    asha.save(visit, scope, {**body(asha, visit), "risk": "high"})
    sam.save(visit, scope, {**body(sam, visit), "risk": "low"})
    for laptop in (sam, asha, sam):
        service.sync(laptop, scope)
    (question,) = sam.store.questions()
    held = sam.store.document(visit)
    told = []
    sam.store.bus.subscribe(facts.QuestionClosed, told.append)
    sam.store.save(
        [
            Change(
                visit,
                "visit",
                scope,
                {**held.body, "risk": "high"},
                None,
                shown=held.body,
                decides=(question.side,),
            )
        ]
    )
    assert sam.store.questions() == []
    assert told == [facts.QuestionClosed(visit, "risk")]
    service.sync(sam, scope)
    service.sync(asha, scope)
    assert asha.store.questions() == []
    assert body(asha, visit)["risk"] == "high"


def test_saving_a_preview_claims_and_decides_nothing_of_the_others(asha, sam, service, scope, visit):
    asha.save(visit, scope, {**body(asha, visit), "risk": "high"})
    sam.save(visit, scope, {**body(sam, visit), "risk": "low", "plan": "daily"})
    service.sync(sam, scope)
    for _ in service.pull(asha, scope):
        pass
    shown = asha.store.document(visit)
    asha.store.save(
        [Change(visit, "visit", scope, {**shown.body, "school": "Riverbank"}, None, shown=shown.body)]
    )
    newest = asha.store.revisions(visit)[-1].revision
    assert newest.body == {"risk": "high", "school": "Riverbank", "plan": "weekly"}
    assert service.sync(asha, scope) == ["conflict", "accepted"]
    (question,) = asha.store.questions()
    assert (question.key, question.head_value, question.side_value) == ("risk", "low", "high")
    assert body(asha, visit) == {"risk": "low", "school": "Riverbank", "plan": "daily"}


def test_ones_own_offline_run_never_asks_a_question(asha, service, scope, visit):
    for level in ("high", "low", "medium", "high"):
        asha.save(visit, scope, {**body(asha, visit), "risk": level})
    assert set(service.sync(asha, scope)) == {"accepted"}
    assert asha.store.questions() == []
    assert body(asha, visit)["risk"] == "high"


def test_own_work_does_not_flicker_while_its_merge_is_on_the_way(asha, sam, service, scope, visit):
    """The page that brings a side may end before the merge of it: the words stay on screen all the same."""
    asha.save(visit, scope, {**body(asha, visit), "school": "Riverbank"})
    sam.save(visit, scope, {**body(sam, visit), "plan": "daily"})
    service.sync(sam, scope)
    service.push(asha)
    assert body(asha, visit)["school"] == "Riverbank"
    for _ in service.pull(asha, scope, page=1):
        assert body(asha, visit)["school"] == "Riverbank"
    assert body(asha, visit) == {"risk": "medium", "school": "Riverbank", "plan": "daily"}


def test_what_is_held_outside_the_record_is_said_and_new_edits_start_from_the_record(
    asha, service, scope, visit
):
    asha.save(visit, scope, {**body(asha, visit), "risk": "high"})
    service.push(asha, hold="locked")
    held = asha.store.document(visit)
    assert (held.held, held.body["risk"], held.unsent) == ("locked", "medium", False)
    assert [item.code for item in asha.store.waiting().held] == ["locked"]
    asha.save(visit, scope, {**held.body, "plan": "daily"})
    newest = asha.store.revisions(visit)[-1].revision
    assert newest.parents == (service.states[visit].head,)
    assert service.sync(asha, scope) == ["accepted"]


def test_an_unsent_edit_on_top_of_a_held_one_waits_outside_with_it(asha, service, scope, visit):
    first = asha.save(visit, scope, {**body(asha, visit), "risk": "high"})
    asha.save(visit, scope, {**body(asha, visit), "plan": "daily"})
    service.push(asha, only=first.hashes, hold="case_moved")
    assert body(asha, visit) == {"risk": "medium", "school": "Hillside", "plan": "weekly"}


def test_a_new_note_that_is_held_is_still_shown_with_its_words(asha, service, scope):
    doc = asha.fresh_id()
    asha.save(doc, scope, {"note": "she said it quietly"})
    service.push(asha, hold="forbidden_scope")
    held = asha.store.document(doc)
    assert (held.body, held.held) == ({"note": "she said it quietly"}, "forbidden_scope")
    assert [hit.id for hit in asha.store.search("quietly")] == [doc]


def test_delivered_with_a_reason_is_listed_as_sent_not_as_held(asha, service, scope):
    asha.save(asha.fresh_id(), scope, {"note": "a"})
    service.push(asha, hold="case_moved")
    waiting = asha.store.waiting()
    assert (waiting.held, [item.status for item in waiting.sent if item.code]) == ((), ["delivered"])
    assert asha.store.counts().held == 0


def test_an_edit_against_a_delete_stands_and_asks(asha, sam, service, scope, visit):
    asha.save(visit, scope, None)
    sam.save(visit, scope, {**body(sam, visit), "plan": "daily"})
    service.sync(asha, scope)
    assert asha.store.document(visit).deleted
    assert service.sync(sam, scope) == ["conflict"]
    (question,) = sam.store.questions()
    assert (question.key, question.side_deletes) == ("", True)
    assert not sam.store.document(visit).deleted
    service.sync(asha, scope)
    assert not asha.store.document(visit).deleted


def test_everything_on_screen_can_be_made_again_from_the_revisions_alone(asha, sam, service, scope, visit):
    """Data rule 1: the log is the truth, heads are a projection."""
    asha.save(visit, scope, {**body(asha, visit), "risk": "high"})
    sam.save(visit, scope, {**body(sam, visit), "risk": "low", "plan": "daily"})
    for laptop in (sam, asha, sam):
        service.sync(laptop, scope)
    asha.save(visit, scope, {**body(asha, visit), "plan": "monthly"})
    asha.save(asha.fresh_id(), scope, {"note": "held one"})
    service.push(
        asha, only=(asha.store.revisions(asha.store.all_documents()[-1].id)[0].revision.hash,), hold="locked"
    )
    asha.save(asha.fresh_id(), scope, {"note": "unsent one"})
    asha.save(asha.fresh_id(), scope, None)
    for laptop in (asha, sam):
        before = (
            laptop.store.all_documents(deleted=True),
            laptop.store.questions(),
            laptop.store.counts(),
            laptop.store.search("one"),
        )
        laptop.store.rebuild()
        after = (
            laptop.store.all_documents(deleted=True),
            laptop.store.questions(),
            laptop.store.counts(),
            laptop.store.search("one"),
        )
        assert [set(map(str, each)) if isinstance(each, list) else each for each in after] == [
            set(map(str, each)) if isinstance(each, list) else each for each in before
        ]


@pytest.mark.parametrize("seed", range(12))
def test_random_histories_of_two_laptops_agree_in_the_end_and_lose_nothing(
    asha, sam, service, scope, visit, seed
):
    import random

    chance = random.Random(seed)
    keys, values = ("risk", "school", "plan", "extra"), ("one", "two", "three")
    written = set()
    for _ in range(40):
        laptop = chance.choice((asha, sam))
        move = chance.random()
        if move < 0.55:
            held = laptop.store.document(visit)
            key, value = chance.choice(keys), chance.choice(values)
            change = Change(visit, "visit", scope, {**held.body, key: value}, None, shown=held.body)
            written.update(laptop.store.save([change]).hashes)
        elif move < 0.75:
            service.push(laptop)
        elif move < 0.9:
            for _ in service.pull(laptop, scope, page=chance.choice((1, 2, 50))):
                pass
        else:
            laptop.store.rebuild()
    for laptop in (asha, sam, asha, sam):
        service.sync(laptop, scope)
    assert body(asha, visit) == body(sam, visit) == service.states[visit].body
    shown = [{(each.key, each.side) for each in laptop.store.questions()} for laptop in (asha, sam)]
    assert shown[0] == shown[1] == {(each.key, each.side) for each in service.states[visit].open}
    for laptop in (asha, sam):
        assert written <= {each.revision.hash for each in laptop.store.revisions(visit)}
        assert laptop.store.counts().unsent_revisions == 0
