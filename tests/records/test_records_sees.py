"""What must not be seen in the home is not there at all; one child's words stay in that child's file."""

from dataclasses import replace

from fieldapp.records import meta
from fieldapp.records.document import FormReference, OpenQuestion
from fieldapp.records.sees import belongs_to_child, sees, visit_view, visit_views


def the(scene, kind):
    return scene.reader().read(next(one for one in scene.documents if one.kind == kind))


def test_in_visit_view_a_restricted_answer_is_absent_and_only_counted(scene):
    scene.child("Tansy", risk_why="She held her stomach.")
    view = visit_view(the(scene, "child"))
    assert not {"risk_level", "risk_why"} & set(view.document.body)
    assert view.left_out == 2
    assert view.document.body["person"]


def test_an_open_question_on_a_restricted_answer_is_not_shown_in_the_home_either(scene):
    scene.child("Tansy")
    asked = replace(the(scene, "child").document, open=(OpenQuestion("risk_level", "1" * 64, "high"),))
    assert visit_view(scene.reader().read(asked)).document.open == ()


def test_a_restricted_row_goes_with_everything_in_it(scene):
    scene.child("Ivo")
    scene.visit(
        "2026-02-19",
        {
            "Ivo": {
                "c_alone": "yes",
                "c_mark": "yes",
                "mark": [{"m_where": "arm", "m_side": "left", "m_look": "two cm"}],
            }
        },
    )
    view = visit_view(the(scene, "visit_child"))
    assert not [key for key in view.document.body if "mark" in key]
    assert [key for key in view.document.body if key.endswith("c_alone")]


def test_a_contact_is_never_shown_in_the_home_because_it_names_who_called(scene):
    scene.entry("2025-09-09", "contact", "A neighbour rang.")
    scene.entry("2026-02-24", "school", "Tansy was away.")
    shown = visit_views(tuple(scene.documents), scene.reader())
    assert [one.body["what"] for one in shown if one.kind == "chronology_entry"] == ["Tansy was away."]


def test_what_was_restricted_by_hand_is_left_out(scene):
    scene.write(
        "decision",
        "decision",
        {"decided": "Wait", "why": "Because"},
        meta=meta.with_restricted({}, scene.name("r"), "why"),
    )
    view = visit_view(the(scene, "decision"))
    assert set(view.document.body) == {"decided"}


def test_a_whole_record_can_be_restricted_by_hand(scene):
    scene.write("decision", "decision", {"decided": "Wait"}, meta=meta.with_restricted({}, scene.name("r")))
    assert visit_view(the(scene, "decision")).document is None


def test_rough_notes_gaps_and_decisions_of_the_worker_are_not_for_the_home(scene):
    body = meta.with_jotting({}, scene.name("j"), "09:50", "man upstairs")
    body = meta.with_decided(body, scene.name("d"), "school", "Seen by both")
    scene.child("Ivo")
    document = the(scene, "child").document
    shown = visit_view(scene.reader().read(replace(document, body={**document.body, **body})))
    assert not [key for key in shown.document.body if key.startswith("meta/")]


def test_a_record_whose_form_is_not_here_shows_nothing_in_the_home(scene):
    strange = replace(scene.documents[0], form=FormReference("family", "2030.1", "f" * 64))
    assert visit_view(scene.reader().read(strange)).document.body == {}


def test_how_two_people_get_on_stays_out_of_the_home(scene):
    scene.adult("Bryony")
    scene.adult("Kit", "male")
    scene.tie("Kit", "partner", "Bryony", quality="harmful")
    assert "quality" not in visit_view(the(scene, "relationship")).document.body


def test_a_statement_is_for_that_child_alone(scene):
    scene.child("Ivo")
    scene.visit(
        "2026-02-19",
        {"Ivo": {"c_alone": "yes", "said": [{"s_words": "I count to twenty.", "s_worry": "yes"}]}},
    )
    statement = the(scene, "statement")
    assert sees(statement, statement.key("words")) == "child"
    assert sees(statement, statement.key("harm")) == "restricted"


def test_one_child_s_part_does_not_belong_in_another_s_file(scene):
    ivo, tansy = scene.child("Ivo"), scene.child("Tansy")
    scene.visit("2026-02-19", {"Ivo": {"c_alone": "yes"}})
    assert belongs_to_child(the(scene, "visit_child"), ivo)
    assert not belongs_to_child(the(scene, "visit_child"), tansy)
    assert belongs_to_child(the(scene, "family"), tansy)
