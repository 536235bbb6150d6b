"""A person chooses between two values, says why, and nothing is closed that was not shown."""

import pytest
from commands_workplace import make_workplace
from paper_service import PaperService

from fieldapp.commands.decide import Choice, decide, questions_beside
from fieldapp.commands.edit_document import (
    add_document,
    delete_document,
    edit_document,
    open_family,
    sign_off,
)
from fieldapp.commands.errors import NothingOpen, StillToChoose, WhyNeeded
from fieldapp.records import meta


@pytest.fixture
def asha(tmp_path, form_files, policy):
    made = make_workplace(tmp_path / "asha", "Asha Patel", form_files, policy)
    yield made
    made.store.close()


@pytest.fixture
def sam(tmp_path, form_files, policy):
    made = make_workplace(tmp_path / "sam", "Sam Brook", form_files, policy)
    yield made
    made.store.close()


@pytest.fixture
def service(asha):
    made = PaperService(asha.clock, asha.entropy)
    child = asha.newest_form("child")[1]
    made.forms.types = child.merge_types()
    return made


@pytest.fixture
def child(asha, sam, service):
    """A child's record on both laptops."""
    scope, _ = open_family(asha, {"label": "Kowalska-Price"})
    doc, _ = add_document(
        asha,
        "child",
        scope,
        {"person": asha.fresh_id(), "risk_level": "medium", "school": "Hillside", "likes": "drawing foxes"},
    )
    service.sync(asha, scope)
    service.sync(sam, scope)
    return doc


def disagree(asha, sam, service, child, mine, theirs):
    """Both change the record apart; Sam's arrives first."""
    scope = asha.store.document(child).scope
    edit_document(sam, child, theirs)
    edit_document(asha, child, mine)
    for workplace in (sam, asha, sam):
        service.sync(workplace, scope)


def settle(service, *workplaces):
    for workplace in (*workplaces, *workplaces):
        scope = next(iter(workplace.store.families())).id
        service.sync(workplace, scope)


def test_a_caution_field_is_decided_with_a_reason_and_the_record_says_why(asha, sam, service, child):
    disagree(asha, sam, service, child, {"risk_level": "high"}, {"risk_level": "low"})
    (question,) = sam.store.questions()
    assert question.merge == "caution"
    with pytest.raises(WhyNeeded):
        decide(sam, child, [Choice("risk_level", "high")])
    assert sam.store.questions() == [question]
    decide(sam, child, [Choice("risk_level", "high", "Asha saw the new bruises' photo log")])
    settle(service, sam, asha)
    for workplace in (asha, sam):
        held = workplace.store.document(child)
        assert held.body["risk_level"] == "high"
        (noted,) = meta.decided(held.body)
        assert (noted.key, noted.why) == ("risk_level", "Asha saw the new bruises' photo log")
        assert workplace.store.questions() == []
        both = {str(each.revision.body.get("risk_level")) for each in workplace.store.revisions(child)}
        assert {"low", "high", "medium"} <= both


def test_something_else_can_be_chosen_than_either_value(asha, sam, service, child):
    disagree(asha, sam, service, child, {"school": "Riverbank"}, {"school": "Millbrook"})
    decide(asha, child, [Choice("school", "Neither: at home since February")])
    settle(service, asha, sam)
    assert sam.store.document(child).body["school"] == "Neither: at home since February"
    assert sam.store.questions() == []


def test_a_decision_must_answer_everything_that_the_other_version_asked(asha, sam, service, child):
    disagree(
        asha,
        sam,
        service,
        child,
        {"school": "Riverbank", "risk_level": "high"},
        {"school": "Millbrook", "risk_level": "low"},
    )
    first, second = asha.store.questions()
    assert {each.key for each in questions_beside(asha, first)} == {first.key, second.key}
    with pytest.raises(StillToChoose) as caught:
        decide(asha, child, [Choice("risk_level", "high", "seen today")])
    assert caught.value.keys == ("school",)
    assert len(asha.store.questions()) == 2
    decide(asha, child, [Choice("risk_level", "high", "seen today"), Choice("school", "Millbrook")])
    settle(service, asha, sam)
    assert sam.store.questions() == []
    assert sam.store.document(child).body["school"] == "Millbrook"


def test_a_question_that_somebody_decided_meanwhile_is_not_decided_again(asha, sam, service, child):
    disagree(asha, sam, service, child, {"school": "Riverbank"}, {"school": "Millbrook"})
    decide(sam, child, [Choice("school", "Millbrook")])
    settle(service, sam, asha)
    before = asha.store.counts().last_counter
    with pytest.raises(NothingOpen):
        decide(asha, child, [Choice("school", "Riverbank")])
    assert asha.store.counts().last_counter == before


def test_two_decisions_at_once_are_an_edit_and_an_edit(asha, sam, service, child):
    disagree(asha, sam, service, child, {"school": "Riverbank"}, {"school": "Millbrook"})
    decide(sam, child, [Choice("school", "Millbrook")])
    decide(asha, child, [Choice("school", "Riverbank")])
    settle(service, sam, asha)
    assert asha.store.document(child).body == sam.store.document(child).body


def test_a_delete_against_an_edit_is_decided_either_way(asha, sam, service, child):
    scope = asha.store.document(child).scope
    delete_document(sam, child)
    edit_document(asha, child, {"school": "Riverbank"})
    for workplace in (sam, asha, sam):
        service.sync(workplace, scope)
    (question,) = asha.store.questions()
    assert question.side_deletes
    decide(asha, child, [Choice("", "keep")])
    settle(service, asha, sam)
    assert not sam.store.document(child).deleted
    assert sam.store.questions() == []


def test_a_deletion_can_be_what_is_chosen(asha, sam, service, child):
    scope = asha.store.document(child).scope
    edit_document(asha, child, {"school": "Riverbank"})
    delete_document(sam, child)
    for workplace in (asha, sam, asha):
        service.sync(workplace, scope)
    decide(asha, child, [Choice("", None)])
    settle(service, asha, sam)
    assert sam.store.document(child).deleted
    assert sam.store.questions() == []


def test_narratives_stand_side_by_side_and_ask_nobody(asha, sam, service, child):
    disagree(asha, sam, service, child, {"likes": "drawing foxes, and Twm the dog"}, {"likes": "swimming"})
    for workplace in (asha, sam):
        accounts = workplace.store.document(child).body["likes"]["accounts"]
        assert [each["text"] for each in accounts] == ["swimming", "drawing foxes, and Twm the dog"]
        assert workplace.store.questions() == []


def test_an_edit_elsewhere_leaves_the_accounts_as_they_are(asha, sam, service, child):
    disagree(asha, sam, service, child, {"likes": "Twm the dog"}, {"likes": "swimming"})
    before = asha.store.document(child).body["likes"]
    edit_document(asha, child, {"school": "Riverbank"})
    settle(service, asha, sam)
    assert sam.store.document(child).body["likes"] == before


def test_signing_off_names_the_document_exactly_as_it_reads(asha, service, child):
    before = dict(asha.store.document(child).body)
    sign_off(asha, child)
    held = asha.store.document(child)
    assert (held.signed_off, held.body) == (True, before)
    assert asha.store.revisions(child)[-1].revision.flags == ("signed_off",)
