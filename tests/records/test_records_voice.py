"""Nothing a child says is left without an answer, and nobody forgets to tell the child."""

from datetime import date

import pytest
from records_scene import TODAY

from fieldapp.records.voice import statements, to_answer, unanswered, unused_sessions


def say(scene, day="2026-03-03", **answered):
    scene.child("Ivo")
    scene.visit(
        day,
        {
            "Ivo": {
                "c_alone": "yes",
                "said": [{"_id": scene.name("said"), "s_words": "I want a door that shuts.", **answered}],
            }
        },
    )
    return scene.file()


def test_words_come_with_who_said_them_when_how_and_what_was_asked(scene, policy):
    file = say(scene, s_before="I asked about his room.", s_theme="home", s_kind="wrote")
    (one,) = statements(file, policy, TODAY)
    assert (one.child, one.on, one.words) == ("Ivo", date(2026, 3, 3), "I want a door that shuts.")
    assert (one.how_words, one.before, one.theme_words) == (
        "wrote on a visit",
        "I asked about his room.",
        "Home and where I sleep",
    )


def test_a_child_should_hear_within_two_working_days(scene, policy):
    (one,) = to_answer(say(scene), policy, TODAY)
    assert (one.feedback_due, one.follow_up) == (date(2026, 3, 5), "respond")
    assert one.follow_up_words(TODAY) == "Nobody has answered this yet: due today"


def test_the_day_agreed_in_the_session_is_the_day_that_counts(scene, policy):
    scene.child("Tansy")
    scene.session("2026-03-03", "Tansy", [{"vo_words": "Fetch me"}], fb_date="2026-03-09")
    (one,) = to_answer(scene.file(), policy, TODAY)
    assert one.feedback_due == date(2026, 3, 9)


@pytest.mark.parametrize(("day", "waiting"), [("2026-03-03", False), ("2026-03-02", True)])
def test_without_a_response_a_statement_is_unanswered_after_two_working_days(scene, policy, day, waiting):
    assert bool(unanswered(say(scene, day), policy, TODAY)) is waiting


@pytest.mark.parametrize(("day", "waiting"), [("2026-02-26", False), ("2026-02-25", True)])
def test_answered_but_not_told_is_unanswered_after_five(scene, policy, day, waiting):
    file = say(scene, day, s_resp="done")
    assert bool(unanswered(file, policy, TODAY)) is waiting


def test_answered_and_told_leaves_nothing_to_do(scene, policy):
    file = say(scene, s_resp="done", s_told="2026-03-04", s_back="Good.")
    assert to_answer(file, policy, TODAY) == ()
    (one,) = statements(file, policy, TODAY)
    assert one.follow_up_words(TODAY) == "Answered: already done. Told on 4 March."
    assert one.standing is None


def test_what_a_child_showed_needs_a_response_and_no_telling(scene, policy):
    file = say(scene, s_kind="showed", s_resp="done")
    assert to_answer(file, policy, TODAY) == ()


def test_what_a_child_showed_without_a_response_still_waits(scene, policy):
    (one,) = to_answer(say(scene, s_kind="showed"), policy, TODAY)
    assert one.follow_up == "respond"


def test_what_is_due_first_stands_first(scene, policy):
    scene.child("Ivo")
    scene.child("Tansy", "2019-11-02")
    scene.session("2026-03-04", "Ivo", [{"vo_words": "later"}], fb_date="2026-03-12")
    scene.session("2026-02-02", "Tansy", [{"vo_words": "sooner"}], fb_date="2026-03-06")
    assert [one.words for one in to_answer(scene.file(), policy, TODAY)] == ["sooner", "later"]
    assert [one.words for one in statements(scene.file(), policy, TODAY)] == ["later", "sooner"]


def plan(scene, voice=""):
    scene.write(
        "plan",
        "plan",
        {
            "agreed_on": "2026-01-20",
            "objective": [
                {"for": "Ivo", "change": "Ivo eats"},
                {"_id": scene.name("goal"), "for": "Ivo", "change": "A door", "voice": voice},
            ],
        },
    )


def test_a_statement_is_linked_by_the_goal_it_names(scene, policy):
    plan(scene)
    (one,) = statements(say(scene, s_resp="plan", s_objective=scene.name("goal")), policy, TODAY)
    assert one.link_words() == "Linked to goal 2."


def test_a_statement_is_linked_by_a_goal_that_quotes_it(scene, policy):
    plan(scene, "“I want a door that shuts.” Ivo, 3 March")
    (one,) = statements(say(scene), policy, TODAY)
    assert one.goal == 2


def test_a_statement_without_a_link_says_so_until_it_is_answered(scene, policy):
    (one,) = statements(say(scene), policy, TODAY)
    assert one.link_words() == "Not linked to anything yet"


def test_a_session_that_nothing_uses_is_flagged_after_ten_working_days(scene, policy):
    scene.child("Tansy")
    scene.session("2026-01-22", "Tansy", [{"vo_words": "Fetch me"}])
    assert unused_sessions(scene.file(), policy, date(2026, 2, 4)) == ()
    (unused,) = unused_sessions(scene.file(), policy, date(2026, 2, 5))
    assert (unused.child, unused.since) == ("Tansy", date(2026, 2, 5))


@pytest.mark.parametrize(
    ("response", "used"), [("plan", True), ("now", True), ("done", True), ("listen", False), ("", False)]
)
def test_a_session_is_used_when_somebody_acts_on_it(scene, policy, response, used):
    scene.child("Tansy")
    scene.session("2026-01-22", "Tansy", [{"vo_words": "Fetch me", "vo_resp": response}])
    assert (unused_sessions(scene.file(), policy, TODAY) == ()) is used


def test_a_session_is_used_when_an_assessment_begun_later_rests_on_it(scene, policy):
    scene.child("Tansy")
    scene.session("2026-01-22", "Tansy", [{"vo_words": "Fetch me"}])
    scene.write(
        "early_help_assessment",
        "assessment",
        {
            "start": {"sdate": "2026-02-02"},
            "each_child": [
                {"c_person": scene.name("person Tansy"), "c_name": "Tansy", "c_seen": "yes", "c_how": ["wf"]}
            ],
        },
    )
    assert unused_sessions(scene.file(), policy, TODAY) == ()
