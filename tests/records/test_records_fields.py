"""Rules read practice's fields through the form; an undecided caution answer reads as the safer one."""

from dataclasses import replace

import pytest

from fieldapp.records.document import FormReference, OpenQuestion
from fieldapp.records.fields import part_of


def test_a_field_is_found_by_its_name_in_practice_whatever_the_question_is_called(scene):
    scene.child("Ivo")
    scene.visit("2026-02-19", {"Ivo": {"c_alone": "yes", "c_look": "Warm coat, odd gloves."}})
    part = scene.file().visits[0].part_for(scene.name("person Ivo"))
    assert (part.text("seen"), part.text("alone"), part.text("looked")) == (
        "yes",
        "yes",
        "Warm coat, odd gloves.",
    )
    assert part.label("alone") == "Yes"
    assert scene.file().visits[0].record.text("date") == "2026-02-19"


def test_a_name_used_in_two_repeats_means_each_in_its_own_place(scene):
    scene.write(
        "plan",
        "plan",
        {
            "objective": [
                {
                    "for": "Ivo",
                    "change": "Ivo eats",
                    "by": "2026-04-30",
                    "action": [{"what": "Cereal", "who": "Bryony", "action_by": "2026-03-01"}],
                }
            ]
        },
    )
    plan = scene.reader().read(scene.documents[-1])
    (goal,) = plan.rows("objectives")
    (action,) = plan.rows("actions", goal)
    assert (plan.text("by", goal), plan.text("by", action)) == ("2026-04-30", "2026-03-01")
    assert plan.text("by") == ""


def child_with(scene, value, *sides, key="risk_level"):
    scene.child("Tansy")
    document = next(one for one in scene.documents if one.kind == "child")
    body = (
        dict(document.body) | {key: value} if value else {k: v for k, v in document.body.items() if k != key}
    )
    questions = tuple(OpenQuestion(key, str(n) * 64, side) for n, side in enumerate(sides, 1))
    return scene.reader().read(replace(document, body=body, open=questions))


@pytest.mark.parametrize(
    ("head", "side", "shown"),
    [
        ("medium", "high", "high"),
        ("high", "medium", "high"),
        ("low", "unknown", "unknown"),
        ("", "low", "low"),
    ],
)
def test_until_decided_a_risk_level_reads_as_the_higher_rank_and_not_known_is_never_low(
    scene, head, side, shown
):
    record = child_with(scene, head, side)
    assert record.text("risk_level") == shown
    assert record.asked("risk_level")


def test_several_hazards_read_as_all_of_both_until_decided(scene):
    family = replace(
        scene.documents[0],
        body={"label": "T", "hazards": ["dog"]},
        open=(OpenQuestion("hazards", "1" * 64, ["remote"]),),
    )
    assert scene.reader().read(family).chosen("hazards") == ("dog", "remote")


def test_two_texts_of_caution_are_both_shown_until_decided(scene):
    family = replace(
        scene.documents[0],
        body={"label": "T", "must_not_be_told": "Kit, where Merle lives"},
        open=(OpenQuestion("must_not_be_told", "1" * 64, "Dean, where they moved"),),
    )
    assert (
        scene.reader().read(family).text("must_not_be_told")
        == "Kit, where Merle lives\n\nDean, where they moved"
    )


def test_a_ladder_reads_as_the_lower_step_until_decided(scene):
    scene.child("Ivo")
    scene.visit("2026-02-19", {"Ivo": {}}, think={"safety": "7"})
    visit = next(one for one in scene.documents if one.kind == "visit")
    asked = replace(visit, open=(OpenQuestion("think/safety", "1" * 64, "4"),))
    assert scene.reader().read(asked).text("safety") == "4"


def test_an_open_question_on_an_ordinary_answer_reads_as_the_record_has_it(scene):
    record = child_with(scene, "Wrenlow", "Hopestow", key="school")
    assert record.text("school") == "Wrenlow"


def test_a_document_whose_form_is_not_here_says_so_and_reads_as_empty(scene):
    strange = replace(scene.documents[0], form=FormReference("family", "2030.1", "f" * 64))
    record = scene.reader().read(strange)
    assert not record.readable
    assert record.text("label") == ""
    assert record.rows("members") == ()


def test_a_kind_that_a_form_does_not_file_has_no_part_in_it(definitions):
    assert part_of(definitions["person"], "visit") is None
    assert part_of(definitions["home_visit"], "statement").prefix == "each_child/c_was/said"


def test_a_row_s_position_decides_its_place_and_equal_ones_go_by_id(scene):
    one, two, three = (scene.name(f"who {number}") for number in range(3))
    body = {"label": "T", f"members[{one}]": 1, f"members[{two}]": 0, f"members[{three}]": 0}
    record = scene.reader().read(replace(scene.documents[0], body=body))
    first = sorted([two, three])
    assert record.rows("members") == tuple(f"members[{row}]" for row in [*first, one])
