"""Keystrokes are safe before anybody has pressed anything, and a draft is never taken for another."""

import pytest

from fieldapp.records.document import FormReference
from fieldapp.store import Change, DraftKey, errors, facts

VISIT = FormReference("home_visit", "2026.1", "ab" * 32)
NEWER = FormReference("home_visit", "2026.2", "cd" * 32)
ROW = "019ca1f0-0000-7000-8000-0000000000c1"
OTHER_ROW = "019ca1f0-0000-7000-8000-0000000000c2"
CHILD = f"each_child[{ROW}]"


@pytest.fixture
def scope(laptop):
    return laptop.family()


@pytest.fixture
def draft(laptop, scope):
    return laptop.store.open_draft(
        doc=laptop.fresh_id(),
        scope=scope,
        kind="visit",
        form=VISIT,
        filled={"ctx_family": "Kowalska-Price", CHILD: 0, f"{CHILD}/c_name": "Rowan"},
    )


def test_what_was_typed_is_there_after_the_store_is_opened_again(laptop, draft):
    laptop.store.put_answers(
        draft.id,
        {f"{CHILD}/c_look": "settled on the settee", "home_c": ["cold", "damp"]},
        place={"caret": 21},
    )
    kept = laptop.reopen().draft(draft.id)
    assert kept.answers == {
        "ctx_family": "Kowalska-Price",
        CHILD: 0,
        f"{CHILD}/c_name": "Rowan",
        f"{CHILD}/c_look": "settled on the settee",
        "home_c": ["cold", "damp"],
    }
    assert kept.place == {"caret": 21}
    assert kept.touched == {f"{CHILD}/c_look", "home_c"}


def test_saving_a_draft_says_when(laptop, draft):
    told = []
    laptop.store.bus.subscribe(facts.DraftSaved, told.append)
    laptop.clock.advance(120_000)
    at_ms = laptop.store.put_answers(draft.id, {"a": "b"})
    assert at_ms == laptop.clock.wall_ms()
    assert told == [facts.DraftSaved(draft.id, at_ms)]
    assert laptop.store.draft(draft.id).saved_at_ms == at_ms


def test_an_answer_that_was_emptied_is_gone_and_known_to_be_emptied(laptop, draft):
    laptop.store.put_answers(draft.id, {"a": "words", "home_c": ["cold"]})
    laptop.store.put_answers(draft.id, {"a": "", "home_c": None})
    kept = laptop.store.draft(draft.id)
    assert "a" not in kept.answers
    assert kept.emptied == {"a", "home_c"}


def test_a_removed_row_goes_with_all_in_it_and_comes_back_with_all_in_it(laptop, draft):
    inside = {f"{CHILD}/c_look": "settled", f"{CHILD}/said[{OTHER_ROW}]": 0}
    laptop.store.put_answers(draft.id, {**inside, "elsewhere": "stays"})
    laptop.store.remove_rows(draft.id, [CHILD])
    assert laptop.store.draft(draft.id).answers == {"ctx_family": "Kowalska-Price", "elsewhere": "stays"}
    back = laptop.store.put_back_row(draft.id, CHILD)
    assert back == {CHILD: 0, f"{CHILD}/c_name": "Rowan", **inside}
    assert laptop.store.draft(draft.id).answers == {
        "ctx_family": "Kowalska-Price",
        "elsewhere": "stays",
        **back,
    }


def test_going_on_with_a_document_opens_the_draft_it_has(laptop, scope, draft):
    again = laptop.store.open_draft(doc=draft.doc, scope=scope, kind="visit", form=VISIT, filled={"x": "y"})
    assert again.id == draft.id
    assert "x" not in again.answers


def test_a_draft_is_refused_for_another_form_version_or_family(laptop, scope, draft):
    other = laptop.family("Hughes")
    for wrong in (
        {"scope": scope, "form": NEWER},
        {"scope": other, "form": VISIT},
    ):
        with pytest.raises(errors.DraftElsewhere):
            laptop.store.open_draft(doc=draft.doc, kind="visit", **wrong)
    right = DraftKey(draft.doc, scope, VISIT.id, VISIT.hash)
    assert laptop.store.draft(draft.id, right).id == draft.id
    for wrong in (
        DraftKey(laptop.fresh_id(), scope, VISIT.id, VISIT.hash),
        DraftKey(draft.doc, other, VISIT.id, VISIT.hash),
        DraftKey(draft.doc, scope, VISIT.id, NEWER.hash),
    ):
        with pytest.raises(errors.DraftElsewhere):
            laptop.store.draft(draft.id, wrong)


def test_a_discarded_draft_can_be_put_back_for_thirty_days_as_it_was(laptop, draft):
    laptop.store.put_answers(draft.id, {"a": "half a sentence"}, place={"caret": 4})
    before = laptop.store.draft(draft.id)
    laptop.store.discard(draft.id)
    assert laptop.store.drafts() == []
    laptop.clock.advance(29 * 86_400_000)
    laptop.reopen()
    assert [each.id for each in laptop.store.discarded_drafts()] == [draft.id]
    laptop.store.put_back(draft.id)
    after = laptop.store.draft(draft.id)
    assert (after.answers, after.place, after.state) == (before.answers, before.place, "open")
    laptop.store.discard(draft.id)
    laptop.clock.advance(31 * 86_400_000)
    laptop.reopen()
    assert laptop.store.discarded_drafts() == []
    with pytest.raises(errors.DraftGone):
        laptop.store.put_back(draft.id)


def test_a_discarded_draft_takes_no_more_keystrokes(laptop, draft):
    laptop.store.discard(draft.id)
    with pytest.raises(errors.DraftGone):
        laptop.store.put_answers(draft.id, {"a": "b"})


def test_putting_back_never_displaces_a_newer_draft_of_the_document(laptop, scope, draft):
    laptop.store.discard(draft.id)
    newer = laptop.store.open_draft(doc=draft.doc, scope=scope, kind="visit", form=VISIT)
    with pytest.raises(errors.DraftElsewhere):
        laptop.store.put_back(draft.id)
    assert [each.id for each in laptop.store.drafts()] == [newer.id]


def test_saving_ends_the_draft_in_the_same_transaction(laptop, scope, draft):
    change = Change(draft.doc, "visit", scope, {"c_look": "settled"}, None)
    laptop.store.save([change], draft=draft.id)
    assert laptop.store.drafts() == []
    assert laptop.store.document(draft.doc).body == {"c_look": "settled"}


def test_a_save_that_fails_leaves_the_draft_as_it_was(laptop, scope, draft):
    laptop.store.put_answers(draft.id, {"a": "half a sentence"})
    before = laptop.store.draft(draft.id)
    with pytest.raises(Exception, match="malformed"):
        laptop.store.save([Change(draft.doc, "visit", scope, {"b": 1.5}, None)], draft=draft.id)
    assert laptop.store.draft(draft.id) == before


def test_after_a_stop_without_locking_the_draft_is_simply_there_marked_recovered(laptop, draft):
    laptop.store.put_answers(draft.id, {"a": "half a sent"})
    laptop.store.database.close()  # the process ends here: nobody said goodbye
    store = laptop.open_again()
    assert store.recovered_drafts
    kept = store.draft(draft.id)
    assert kept.recovered
    assert kept.answers["a"] == "half a sent"
    store.note_draft_opened(draft.id)
    assert not store.draft(draft.id).recovered


def test_after_a_lock_nothing_is_called_recovered(laptop, draft):
    laptop.store.put_answers(draft.id, {"a": "half a sent"})
    store = laptop.reopen()
    assert not store.recovered_drafts
    assert not store.draft(draft.id).recovered


def test_only_drafts_written_in_the_session_that_ended_badly_are_recovered(laptop, scope, draft):
    laptop.reopen()
    second = laptop.store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=VISIT)
    laptop.store.database.close()
    store = laptop.open_again()
    assert {each.id: each.recovered for each in store.drafts()} == {draft.id: False, second.id: True}
