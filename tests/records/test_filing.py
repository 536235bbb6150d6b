"""One form becomes several documents and is itself again; each child's part stays with that child."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.protocol.revision import check_body
from fieldapp.records import meta
from fieldapp.records.document import Document, FormReference
from fieldapp.records.filing import Filed, groups, join, record_kinds, refile, split

ROOT_ID = "01900000-0000-7000-8000-000000000001"


def row_id(number: int) -> str:
    return f"01900000-0000-7000-9000-{number:012d}"


TEXT = st.text(alphabet=st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=12)


@st.composite
def visits(draw):
    """The body of a home visit with any number of adults, children, things said and marks."""
    body: dict = {"prep/purpose": "cp"}
    if draw(st.booleans()):
        body["think/worries"] = draw(TEXT)
    if draw(st.booleans()):
        body["home/rooms"] = sorted(draw(st.sets(st.sampled_from(["kitchen", "living", "bath"]), min_size=1)))
    numbers = iter(range(10_000))

    def rows(repeat: str, count: int) -> list[str]:
        ids = draw(st.permutations([row_id(next(numbers)) for _ in range(count)]))
        found = [f"{repeat}[{one}]" for one in ids]
        body.update({key: position for position, key in enumerate(found)})
        return found

    for adult in rows("inside/present", draw(st.integers(0, 2))):
        body[f"{adult}/p_name"] = draw(TEXT)
    keys = ["prep/purpose"]
    for child in rows("each_child", draw(st.integers(0, 3))):
        body[f"{child}/c_name"] = draw(TEXT)
        keys.append(f"{child}/c_name")
        if draw(st.booleans()):
            body[f"{child}/c_was/c_look"] = draw(TEXT)
        for said in rows(f"{child}/c_was/said", draw(st.integers(0, 3))):
            body[f"{said}/s_words"] = draw(TEXT)
            keys.append(f"{said}/s_words")
        for mark in rows(f"{child}/c_was/mark", draw(st.integers(0, 2))):
            body[f"{mark}/m_look"] = draw(TEXT)
    if draw(st.booleans()):
        body = meta.completed(body)
    else:
        gaps = draw(st.lists(st.sampled_from(keys), max_size=3))
        body = meta.with_gaps(body, [(row_id(next(numbers)), key, draw(TEXT)) for key in gaps])
    for _ in range(draw(st.integers(0, 2))):
        body = meta.with_jotting(body, row_id(next(numbers)), "09:50", draw(TEXT))
    if draw(st.booleans()):
        body = meta.with_restricted(body, row_id(next(numbers)), draw(st.sampled_from(keys)))
    if draw(st.booleans()):
        body = meta.with_decided(body, row_id(next(numbers)), draw(st.sampled_from(keys)), "Seen by both")
    return body


def documents(filed, definition) -> list[Document]:
    form = FormReference(definition.id, definition.version, definition.hash)
    return [
        Document(one.doc, one.kind, ROOT_ID, one.body, head="", author="", written_at="", form=form)
        for one in filed
        if one.body is not None
    ]


def filed_and_joined(body, definition):
    there = documents(split(body, definition, ROOT_ID), definition)
    return there, join(there[0], there[1:], definition)


@pytest.fixture(scope="session")
def visit_form(definitions):
    return definitions["home_visit"]


PROPERTY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@PROPERTY
@given(body=visits())
def test_what_is_split_and_joined_is_what_it_was(visit_form, body):
    there, again = filed_and_joined(body, visit_form)
    assert again == body
    assert documents(split(again, visit_form, ROOT_ID), visit_form) == there


@PROPERTY
@given(body=visits())
def test_every_document_is_well_formed_by_the_protocol(visit_form, body):
    for filed in split(body, visit_form, ROOT_ID):
        check_body(filed.body)


@PROPERTY
@given(body=visits())
def test_a_child_s_answers_stand_in_no_other_child_s_document(visit_form, body):
    for filed in split(body, visit_form, ROOT_ID):
        if filed.kind != "visit_child":
            continue
        others = [key for key in filed.body if key.startswith("each_child[") and f"[{filed.doc}]" not in key]
        assert others == []


@PROPERTY
@given(body=visits())
def test_saving_again_what_is_there_writes_nothing(visit_form, body):
    there, again = filed_and_joined(body, visit_form)
    assert refile(there, again, visit_form, ROOT_ID) == ()


def one_child(visit_form):
    child, said = f"each_child[{row_id(1)}]", f"each_child[{row_id(1)}]/c_was/said[{row_id(2)}]"
    body = {
        "prep/purpose": "cp",
        child: 3,
        f"{child}/c_name": "Wilf",
        said: 0,
        f"{said}/s_words": "Banged the spoon and laughed",
    }
    return body, child, said, split(body, visit_form, ROOT_ID)


def test_a_row_s_place_stands_around_it_and_nought_in_its_own_document(visit_form):
    _, child, said, filed = one_child(visit_form)
    visit, part, statement = (one.body for one in filed)
    assert visit == {"prep/purpose": "cp", child: 3}
    assert part == {child: 0, f"{child}/c_name": "Wilf", said: 0, "meta/of": ROOT_ID}
    assert statement == {
        child: 0,
        said: 0,
        f"{said}/s_words": "Banged the spoon and laughed",
        "meta/of": ROOT_ID,
    }


def test_each_form_says_what_its_parts_are_filed_as(definitions):
    assert record_kinds(definitions["home_visit"]) == {
        "": "visit",
        "each_child": "visit_child",
        "each_child/c_was/said": "statement",
    }
    assert record_kinds(definitions["wishes_and_feelings"]) == {"": "direct_work", "after/voice": "statement"}
    assert record_kinds(definitions["early_help_assessment"]) == {
        "": "assessment",
        "each_child": "assessment_child",
    }
    assert record_kinds(definitions["plan"]) == {"": "plan"}


def test_taking_a_row_away_deletes_its_documents_in_the_same_change(visit_form):
    body, child, _, filed = one_child(visit_form)
    there = documents(filed, visit_form)
    left = {key: value for key, value in body.items() if not key.startswith(child)}
    changed = refile(there, left, visit_form, ROOT_ID)
    assert [(one.doc, one.body) for one in changed] == [
        (ROOT_ID, {"prep/purpose": "cp"}),
        (row_id(1), None),
        (row_id(2), None),
    ]


def test_a_document_whose_row_was_taken_away_elsewhere_is_shown_in_its_place(visit_form):
    _body, child, _, filed = one_child(visit_form)
    visit, *parts = documents(filed, visit_form)
    elsewhere = replace(visit, body={"prep/purpose": "cp", f"each_child[{row_id(9)}]": 0})
    shown = join(elsewhere, parts, visit_form)
    assert shown[child] == 1
    assert shown[f"{child}/c_name"] == "Wilf"


def test_a_row_whose_document_was_deleted_is_gone_with_all_that_was_in_it(visit_form):
    _body, _child, _, filed = one_child(visit_form)
    visit, part, statement = documents(filed, visit_form)
    gone = [replace(part, deleted=True), replace(statement, deleted=True)]
    assert join(visit, gone, visit_form) == {"prep/purpose": "cp"}


def test_something_said_outlives_the_row_around_it_when_somebody_went_on_with_it(visit_form):
    _, child, said, filed = one_child(visit_form)
    visit, part, statement = documents(filed, visit_form)
    shown = join(visit, [replace(part, deleted=True), statement], visit_form)
    assert shown[f"{said}/s_words"] == "Banged the spoon and laughed"
    assert child in shown


def test_a_part_that_has_not_arrived_on_this_laptop_is_not_written_over(visit_form):
    _body, _child, _said, filed = one_child(visit_form)
    visit, part, _ = documents(filed, visit_form)
    shown = join(visit, [part], visit_form)
    changed = refile([visit, part], shown | {"prep/purpose": "cin"}, visit_form, ROOT_ID)
    assert [one.doc for one in changed] == [ROOT_ID]


def test_a_new_row_is_filed_even_when_nothing_is_answered_in_it_yet(visit_form):
    body, _, _, filed = one_child(visit_form)
    changed = refile(
        documents(filed, visit_form), body | {f"each_child[{row_id(5)}]": 4}, visit_form, ROOT_ID
    )
    assert [one.doc for one in changed] == [ROOT_ID, row_id(5)]


def test_more_than_twenty_documents_go_in_several_groups_outer_ones_first(visit_form):
    child = f"each_child[{row_id(1)}]"
    body = {child: 0} | {f"{child}/c_was/said[{row_id(number)}]": number for number in range(100, 130)}
    made = groups(split(body, visit_form, ROOT_ID))
    assert [len(group) for group in made] == [20, 12]
    assert [one.kind for one in made[0][:3]] == ["visit", "visit_child", "statement"]


def test_complete_is_said_in_every_document_and_a_gap_where_its_question_is(visit_form):
    body, _child, said, _ = one_child(visit_form)
    assert all(one.body["meta/complete"] == "yes" for one in split(meta.completed(body), visit_form, ROOT_ID))
    open_ = meta.with_gaps(body, [(row_id(7), f"{said}/s_before", "Noise in the yard")])
    visit, part, statement = split(open_, visit_form, ROOT_ID)
    assert meta.gaps(statement.body)[0].why == "Noise in the yard"
    assert meta.gaps(visit.body) == meta.gaps(part.body) == ()


def test_a_form_without_parts_is_one_document(definitions):
    body = {"name": "Wilf Tarrowby", "dob": "2024-12-28"}
    assert split(body, definitions["person"], ROOT_ID) == (Filed(ROOT_ID, "person", body),)
