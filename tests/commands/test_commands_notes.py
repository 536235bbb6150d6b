"""From "New note" to filed: what the app fills in, what a finished note becomes, and how it is changed again."""

import pytest

from fieldapp.commands.discard import discard_note
from fieldapp.commands.errors import FormMissing, NoLaterQuestion, WhyNeeded
from fieldapp.commands.finish import check_note, finish_note
from fieldapp.commands.notes import open_note
from fieldapp.commands.put_back import put_back_note, what_can_be_put_back
from fieldapp.commands.record_answer import later_questions, record_answer
from fieldapp.commands.save_draft import jot, put_back_row, remove_row, save_draft
from fieldapp.commands.start_note import new_note_menu, reopen_note, start_note
from fieldapp.records import meta
from fieldapp.records.keys import row_id, rows_in


@pytest.fixture
def draft(workplace, family):
    return start_note(workplace, "home_visit", family.scope)


def children_of(draft):
    return rows_in(draft.answers, "each_child")


def write(workplace, draft, **answers):
    """Answer by the question's own path, as its author would: groups and rows in full."""
    save_draft(workplace, draft.id, answers)


def visit_with_words(workplace, draft):
    """A visit with something Rowan said, short of complete; returns the rows of the two children and of the words."""
    rowan, wilf = children_of(draft)
    said = f"{rowan}/c_was/said[{workplace.fresh_id()}]"
    note = open_note(workplace, draft.id)
    where = next(key for key in note.definition.paths() if key.endswith("/said"))
    said = f"{rowan}{where[len('each_child') :]}[{workplace.fresh_id()}]"
    access = next(key for key in note.definition.paths() if key.endswith("access"))
    seen = next(key for key in note.definition.paths() if key.endswith("/c_seen"))
    save_draft(
        workplace,
        draft.id,
        {
            access: "in",
            f"{rowan}{seen[len('each_child') :]}": "yes",
            f"{wilf}{seen[len('each_child') :]}": "yes",
            said: 0,
            f"{said}/s_words": "I don't like it when it's dark",
            f"{said}/s_before": "I asked about bedtime",
        },
    )
    return rowan, wilf, said


def test_a_visit_begins_with_a_row_for_each_child_and_what_the_records_say(workplace, family, draft):
    rows = children_of(draft)
    assert [draft.answers[f"{row}/c_person"] for row in rows] == [family.rowan, family.wilf]
    assert [draft.answers[f"{row}/c_name"] for row in rows] == ["Rowan", "Wilf"]
    assert [draft.answers[f"{row}/c_stage"] for row in rows] == ["prim", "prim"]
    context = {key: value for key, value in draft.answers.items() if key.startswith("ctx_")}
    assert context["ctx_family"] == "Kowalska-Price"
    assert context["ctx_level"] == "3"
    assert context["ctx_no_access"] == "0"
    assert context["ctx_last_alone"] == "Rowan never, Wilf never"
    assert context["ctx_next_due"] > "2026-03-05"
    (objective,) = (key for key in draft.answers if key.endswith("/o_id"))
    assert draft.answers[objective] == family.objective
    assert draft.touched == frozenset()


def test_what_the_form_fills_in_by_itself_is_in_the_draft_too(workplace, draft):
    (date,) = (key for key in draft.answers if key.endswith("vdate"))
    assert draft.answers[date] == "2026-03-05"


def test_direct_work_begins_with_the_child_it_is_with(workplace, family):
    draft = start_note(workplace, "wishes_and_feelings", family.scope, child=family.rowan)
    assert draft.kind == "direct_work"
    assert {draft.answers[key] for key in draft.answers if key.startswith("ctx_")} >= {
        family.rowan,
        "Rowan",
        "9",
    }


def test_an_early_help_assessment_begins_with_the_children_and_the_household(workplace, family):
    draft = start_note(workplace, "early_help_assessment", family.scope)
    assert [draft.answers[f"{row}/c_person"] for row in children_of(draft)] == [family.rowan, family.wilf]
    assert {draft.answers[key] for key in draft.answers if key.endswith("/h_person")} == {family.mum}


def test_the_menu_lists_published_forms_last_used_first(workplace, family):
    start_note(workplace, "wishes_and_feelings", family.scope, child=family.rowan)
    start_note(workplace, "home_visit", family.scope)
    assert new_note_menu(workplace)[:2] == ("home_visit", "wishes_and_feelings")


def test_a_form_that_has_not_arrived_is_said(workplace, family):
    with pytest.raises(FormMissing):
        start_note(workplace, "meeting_notes", family.scope)


def test_a_note_opens_again_exactly_as_it_was_left(workplace, draft):
    rowan, _wilf, said = visit_with_words(workplace, draft)
    note = open_note(workplace, draft.id)
    assert note.instance.node(f"{said}/s_words").value == "I don't like it when it's dark"
    assert note.instance.rows("each_child") == children_of(draft)
    assert note.instance.node(f"{rowan}/c_name").value == "Rowan"


def test_a_note_with_gaps_is_saved_only_with_a_reason_and_stays_not_complete(workplace, family, draft):
    visit_with_words(workplace, draft)
    missing = check_note(workplace, draft.id)
    assert missing
    before = workplace.store.draft(draft.id)
    with pytest.raises(WhyNeeded):
        finish_note(workplace, draft.id)
    assert workplace.store.draft(draft.id) == before
    done = finish_note(workplace, draft.id, why="the children had to leave for school")
    assert not done.complete
    visit = workplace.store.document(done.doc)
    assert not visit.complete
    gaps = [each for doc in done.docs for each in meta.gaps(workplace.store.document(doc).body)]
    assert {each.key for each in gaps} == {each.key for each in missing}
    assert {each.why for each in gaps} == {"the children had to leave for school"}
    assert workplace.store.drafts() == []


def test_a_finished_visit_is_filed_for_each_child_and_for_each_thing_said_in_one_group(
    workplace, family, draft
):
    rowan, wilf, said = visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    kinds = {doc: workplace.store.document(doc).kind for doc in done.docs}
    assert kinds[done.doc] == "visit"
    assert kinds[row_id(rowan)] == kinds[row_id(wilf)] == "visit_child"
    assert kinds[row_id(said)] == "statement"
    assert done.docs[0] == done.doc
    assert len({workplace.store.revisions(doc)[0].revision.group for doc in done.docs}) == 1
    statement = workplace.store.document(row_id(said))
    assert statement.body[f"{said}/s_words"] == "I don't like it when it's dark"
    assert statement.body["meta/of"] == done.doc
    other = workplace.store.document(row_id(wilf))
    assert not any("dark" in str(value) for value in other.body.values())


def test_a_repeats_first_row_that_nobody_touched_is_not_an_answer(workplace, draft):
    visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    body = workplace.store.document(done.doc).body
    assert rows_in(body, next(k[: k.index("[")] for k in body if k.startswith("each_child[")))
    untouched = [key for key in body if key.endswith("]") and ("todo[" in key or "present[" in key)]
    assert untouched == []


def test_changing_a_filed_note_writes_only_the_documents_that_say_something_else(workplace, family, draft):
    _, _, said = visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    again = reopen_note(workplace, done.doc)
    assert again.doc == done.doc
    save_draft(workplace, again.id, {f"{said}/s_words": "I don't like it when it's dark, I said"})
    second = finish_note(workplace, again.id, why="short of time")
    assert second.docs == (row_id(said),)
    statement = workplace.store.revisions(row_id(said))
    assert statement[1].revision.parents == (statement[0].revision.hash,)


def test_reopening_from_a_childs_part_opens_the_whole_note(workplace, draft):
    rowan, _, said = visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    again = reopen_note(workplace, row_id(rowan))
    assert again.doc == done.doc
    assert open_note(workplace, again.id).instance.node(f"{said}/s_before").value == "I asked about bedtime"


def test_reopening_and_finishing_without_a_change_writes_nothing(workplace, draft):
    visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    before = workplace.store.counts().last_counter
    again = reopen_note(workplace, done.doc)
    second = finish_note(workplace, again.id, why="short of time")
    assert second.docs == ()
    assert workplace.store.counts().last_counter == before
    assert workplace.store.drafts() == []


def test_removing_something_said_deletes_its_document_in_the_same_group(workplace, draft):
    _, _, said = visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    again = reopen_note(workplace, done.doc)
    remove_row(workplace, again.id, said)
    second = finish_note(workplace, again.id, why="said by a neighbour, not by Rowan")
    assert workplace.store.document(row_id(said)).deleted
    assert row_id(said) in second.docs
    groups = {workplace.store.revisions(doc)[-1].revision.group for doc in second.docs}
    assert len(groups) == 1


def test_a_removed_row_of_a_draft_can_be_put_back(workplace, draft):
    _, _, said = visit_with_words(workplace, draft)
    remove_row(workplace, draft.id, said)
    assert said not in workplace.store.draft(draft.id).answers
    put_back_row(workplace, draft.id, said)
    assert workplace.store.draft(draft.id).answers[f"{said}/s_before"] == "I asked about bedtime"


def test_a_removed_row_of_a_saved_note_can_be_put_back_before_it_is_finished(workplace, draft):
    _, _, said = visit_with_words(workplace, draft)
    done = finish_note(workplace, draft.id, why="short of time")
    again = reopen_note(workplace, done.doc)
    remove_row(workplace, again.id, said)
    put_back_row(workplace, again.id, said)
    second = finish_note(workplace, again.id, why="short of time")
    assert not workplace.store.document(row_id(said)).deleted
    assert row_id(said) not in second.docs


def test_jottings_stay_with_the_note_with_the_minute_they_were_typed(workplace, draft):
    visit_with_words(workplace, draft)
    jot(workplace, draft.id, "kettle on, radio loud")
    workplace.clock.advance(120_000)
    jot(workplace, draft.id, "R. shows bedroom")
    done = finish_note(workplace, draft.id, why="short of time")
    kept = meta.jottings(workplace.store.document(done.doc).body)
    assert [(each.at[11:16], each.text) for each in kept] == [
        ("10:00", "kettle on, radio loud"),
        ("10:02", "R. shows bedroom"),
    ]


def test_later_questions_are_answered_in_the_filed_statement(workplace, draft):
    _, _, said = visit_with_words(workplace, draft)
    finish_note(workplace, draft.id, why="short of time")
    doc = row_id(said)
    fields = {info.field for _key, info in later_questions(workplace, doc)}
    assert {"response", "did", "why_not", "told_child_on"} <= fields
    record_answer(workplace, doc, {"response": "plan", "did": "A night light, by Friday"})
    body = workplace.store.document(doc).body
    assert body[f"{said}/s_resp"] == "plan"
    assert body[f"{said}/s_words"] == "I don't like it when it's dark"
    with pytest.raises(NoLaterQuestion):
        record_answer(workplace, doc, {f"{said}/s_words": "other words"})


def test_what_was_entered_and_is_not_asked_any_more_is_kept_in_the_draft_and_not_in_the_record(
    workplace, draft
):
    rowan, _, _ = visit_with_words(workplace, draft)
    note = open_note(workplace, draft.id)
    alone_path = next(key for key in note.definition.paths() if key.endswith("/c_alone"))
    seen_path = next(key for key in note.definition.paths() if key.endswith("/c_seen"))
    alone, seen = (f"{rowan}{path[len('each_child') :]}" for path in (alone_path, seen_path))
    save_draft(workplace, draft.id, {alone: "yes"})
    save_draft(workplace, draft.id, {seen: "no"})
    again = open_note(workplace, draft.id)
    assert again.instance.kept(alone) == "yes"
    assert not again.instance.node(alone).relevant
    done = finish_note(workplace, draft.id, why="short of time")
    assert all(alone not in workplace.store.document(doc).body for doc in done.docs)


def test_a_discarded_note_is_put_back_as_it_was(workplace, draft):
    visit_with_words(workplace, draft)
    before = workplace.store.draft(draft.id).answers
    discard_note(workplace, draft.id)
    assert [each.id for each in what_can_be_put_back(workplace)] == [draft.id]
    assert put_back_note(workplace, draft.id).answers == before


def test_more_than_twenty_documents_go_in_several_groups_in_one_transaction(workplace, family, draft):
    _, _, said = visit_with_words(workplace, draft)
    inside = said[: said.index("said[")] + "said"
    for number in range(30):
        row = f"{inside}[{workplace.fresh_id()}]"
        save_draft(workplace, draft.id, {row: number + 1, f"{row}/s_words": f"number {number}"})
    done = finish_note(workplace, draft.id, why="short of time")
    assert len(done.docs) == 34
    assert [len(each.docs) for each in done.saved] == [20, 14]
    assert done.docs[0] == done.doc
    assert len({each.group for each in done.saved}) == 2


def test_sync_is_woken_by_a_finished_note_and_by_nothing_less(workplace, family, tmp_path):
    from dataclasses import replace

    woken = []
    here = replace(workplace, wake_sync=lambda: woken.append(1))
    draft = start_note(here, "home_visit", family.scope)
    visit_with_words(here, draft)
    assert woken == []
    finish_note(here, draft.id, why="short of time")
    assert woken == [1]
