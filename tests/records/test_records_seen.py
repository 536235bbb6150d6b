"""A child was seen when a worker met them; everything else is not seeing."""

from datetime import date

from records_scene import TODAY

from fieldapp.records.seen import last_seen, missed_in_a_row, sightings

BED = {"c_alone": "yes", "c_bed": "yes", "c_bed_d": "Dry."}


def seen_of(scene, name="Tansy", today=TODAY):
    file = scene.file()
    child = next(one for one in file.children if one.called == name)
    return last_seen(file, child, today)


def test_a_visit_at_which_a_child_was_not_seen_is_no_sighting(scene):
    scene.child("Tansy")
    scene.visit("2026-02-05", {"Tansy": {"c_alone": "yes"}})
    scene.visit("2026-02-19", {"Tansy": {"c_seen": "no"}})
    assert seen_of(scene).last.on == date(2026, 2, 5)


def test_with_a_brother_or_sister_is_not_alone(scene):
    scene.child("Tansy")
    scene.visit("2026-02-19", {"Tansy": {"c_alone": "sib"}})
    found = seen_of(scene)
    assert (found.last.on, found.alone) == (date(2026, 2, 19), None)
    assert found.words(TODAY) == "14 days ago, not alone"


def test_direct_work_with_nobody_in_hearing_counts_as_alone(scene):
    scene.child("Tansy")
    scene.session("2026-01-22", "Tansy")
    assert seen_of(scene).alone.on == date(2026, 1, 22)


def test_direct_work_with_somebody_in_hearing_counts_as_seen_only(scene):
    scene.child("Tansy")
    scene.session("2026-01-22", "Tansy", earshot=["teacher"])
    found = seen_of(scene)
    assert found.last.on == date(2026, 1, 22)
    assert found.alone is None


def test_meeting_somewhere_else_is_seen_but_not_at_home(scene):
    scene.child("Tansy")
    scene.visit("2026-02-19", {"Tansy": {"c_alone": "yes"}}, access="elsewhere")
    found = seen_of(scene)
    assert found.last is not None
    assert found.home is None


def test_a_meeting_or_a_school_day_is_no_sighting(scene):
    scene.child("Tansy")
    scene.entry("2026-02-24", "school")
    scene.entry("2026-02-12", "core_group")
    assert seen_of(scene).last is None
    assert seen_of(scene).words(TODAY) == "never seen by us"


def test_being_met_for_an_assessment_is_said_but_starts_no_clock(scene):
    scene.child("Hania", "2021-08-19")
    scene.write(
        "early_help_assessment",
        "assessment",
        {
            "start": {"sdate": "2026-02-02"},
            "each_child": [
                {"c_person": scene.name("person Hania"), "c_name": "Hania", "c_stage": "pre", "c_seen": "yes"}
            ],
        },
    )
    found = seen_of(scene, "Hania")
    assert found.last is None
    assert found.words(TODAY) == "met for the assessment of 2 February"


def test_two_visits_in_a_row_without_alone_are_a_warning_and_one_is_not(scene):
    scene.child("Tansy")
    scene.visit("2026-01-22", {"Tansy": {"c_alone": "yes"}})
    scene.visit("2026-02-05", {"Tansy": {"c_alone": "sib"}})
    assert not seen_of(scene).not_alone_warning
    scene.visit("2026-02-19", {"Tansy": {"c_alone": "no", "c_alone_why": "refpar"}})
    assert seen_of(scene).not_alone_warning
    assert "Not alone at the last 2 visits, last alone 22 January." in seen_of(scene).warnings(TODAY, 2)


def test_a_session_alone_in_between_ends_the_run_of_visits_not_alone(scene):
    scene.child("Tansy")
    scene.visit("2026-02-05", {"Tansy": {"c_alone": "no", "c_alone_why": "time"}})
    scene.session("2026-02-10", "Tansy")
    scene.visit("2026-02-19", {"Tansy": {"c_alone": "no", "c_alone_why": "time"}})
    assert seen_of(scene).visits_not_alone == 1


def test_a_child_who_does_not_talk_yet_is_watched_in_play_and_never_warned_about_alone(scene):
    scene.child("Wilf", "2024-12-28")
    for day in ("2026-02-05", "2026-02-19"):
        scene.visit(day, {"Wilf": {"c_stage": "pre", "c_alone": "no", "c_alone_why": "baby"}})
    found = seen_of(scene, "Wilf")
    assert (found.talks, found.watched.on) == (False, date(2026, 2, 19))
    assert found.words(TODAY) == "14 days ago, watched in play"
    assert not found.not_alone_warning


def test_a_sleeping_place_left_out_at_two_visits_is_a_warning(scene):
    scene.child("Tansy")
    scene.visit("2026-01-22", {"Tansy": dict(BED)})
    scene.visit("2026-02-05", {"Tansy": {"c_alone": "yes", "c_bed": "no"}})
    assert not seen_of(scene).bed_warning(2)
    scene.visit("2026-02-19", {"Tansy": {"c_alone": "yes", "c_bed": "no"}})
    assert seen_of(scene).bed_warning(2)
    assert not seen_of(scene).bed_warning(3)


def test_a_visit_of_tomorrow_has_not_happened_yet(scene):
    scene.child("Tansy")
    scene.visit("2026-03-06", {"Tansy": {"c_alone": "yes"}})
    assert seen_of(scene).last is None


def test_a_worker_s_own_unsent_visit_counts_at_once_and_is_marked(scene):
    scene.child("Tansy")
    scene.visit("2026-03-05", {"Tansy": {"c_alone": "yes"}})
    part = next(one for one in scene.documents if one.kind == "visit_child")
    scene.change(part.id, unsent=True)
    found = seen_of(scene)
    assert (found.last.on, found.last.unsent) == (TODAY, True)


def test_each_child_is_seen_or_not_for_themselves(scene):
    scene.child("Ivo")
    scene.child("Tansy", "2019-11-02")
    scene.visit("2026-02-19", {"Ivo": {"c_alone": "yes"}, "Tansy": {"c_seen": "no"}})
    file = scene.file()
    assert [len(sightings(file, child.id)) for child in file.children] == [1, 0]


def test_an_unborn_child_is_not_said_to_be_unseen(scene):
    scene.write("person", "person the baby", {"name": "Baby", "due_date": "2026-04-28"})
    scene.write("child", "child the baby", {"person": scene.name("person the baby")})
    assert seen_of(scene, "Baby").words(TODAY) == "not born yet"


def test_missed_visits_count_until_somebody_opens(scene):
    scene.visit("2026-01-08", {}, access="in")
    scene.visit("2026-01-22", {}, access="none")
    scene.visit("2026-02-05", {}, access="door")
    assert missed_in_a_row(scene.file(), TODAY) == 2
    scene.visit("2026-02-19", {}, access="in")
    assert missed_in_a_row(scene.file(), TODAY) == 0
