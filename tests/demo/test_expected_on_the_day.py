"""What the demonstration families must show on Thursday 5 March 2026, worked out from a year of their records."""

from datetime import date

import pytest

from fieldapp.demo.families import history, moment
from fieldapp.demo.families.rehearse import rehearse
from fieldapp.records.clocks import other_dues, visit_due
from fieldapp.records.decisions import open_questions
from fieldapp.records.families import family_rows
from fieldapp.records.family import child_line, family_page
from fieldapp.records.fields import Reader
from fieldapp.records.files import open_files
from fieldapp.records.levels import current, earlier
from fieldapp.records.meta import gaps
from fieldapp.records.plans import current_plan, plans
from fieldapp.records.seen import last_seen
from fieldapp.records.timeline import timeline
from fieldapp.records.today import today_page
from fieldapp.records.voice import statements, to_answer, unanswered, unused_sessions


def child(file, name):
    return next(one for one in file.children if one.called == name)


def line(files, policy, today, family, name):
    return child_line(files[family], child(files[family], name), policy, today)


def due(files, policy, today, family, clock):
    return next(one for one in other_dues(files[family], policy, today) if one.clock == clock)


def test_ivo_was_seen_and_seen_alone_on_19_february_and_a_visit_is_due_today(files, policy, today):
    seen = last_seen(files["Tarrowby"], child(files["Tarrowby"], "Ivo"), today)
    assert (seen.last.on, seen.alone.on) == (date(2026, 2, 19), date(2026, 2, 19))
    found = visit_due(files["Tarrowby"], child(files["Tarrowby"], "Ivo"), policy, today)
    assert (found.limit.ends, found.standing.words()) == (today, "due today")


@pytest.mark.parametrize("name", ["Ivo", "Tansy", "Wilf"])
def test_all_three_sleeping_places_were_last_seen_on_22_january_two_visits_ago(files, policy, today, name):
    found = line(files, policy, today, "Tarrowby", name)
    assert (found.seen.bed.on, found.seen.visits_without_bed) == (date(2026, 1, 22), 2)
    assert "Sleeping place last seen 22 January, 2 visits without." in found.warnings


def test_tansy_was_last_alone_on_22_january_and_not_at_the_last_two_visits(files, policy, today):
    found = line(files, policy, today, "Tarrowby", "Tansy")
    assert found.seen.alone.on == date(2026, 1, 22)
    assert "Not alone at the last 2 visits, last alone 22 January." in found.warnings


def test_two_things_tansy_said_are_unanswered(files, policy, today):
    waiting = unanswered(files["Tarrowby"], policy, today)
    assert {one.words for one in waiting} == {"The loud makes my tummy hurt", "I want Merle to fetch me"}
    assert {one.child for one in waiting} == {"Tansy"}
    assert {one.feedback_due for one in waiting} == {date(2026, 1, 26)}


def test_tansy_s_session_is_in_no_plan_or_assessment_and_was_flagged_on_5_february(files, policy, today):
    (unused,) = unused_sessions(files["Tarrowby"], policy, today)
    assert (unused.child, unused.on, unused.since) == ("Tansy", date(2026, 1, 22), date(2026, 2, 5))
    assert unused_sessions(files["Tarrowby"], policy, date(2026, 2, 4)) == ()


def test_tansy_s_risk_is_shown_high_and_undecided(files, policy, today):
    assert line(files, policy, today, "Tarrowby", "Tansy").risk_words == "High, undecided"


def test_the_question_about_tansy_s_risk_came_about_because_two_wrote_without_a_link(files, year):
    (asked,) = open_questions(files["Tarrowby"], year.user("nia"), year.name_of)
    assert asked.sentence == "You and Sam both changed Risk level. Please choose."
    assert (asked.child, asked.until_words()) == ("Tansy", "Until you decide, everyone sees High")
    assert (asked.head.words, [side.words for side in asked.sides]) == ("High", ["Medium"])


def test_both_reasons_for_tansy_s_risk_are_kept_whole_in_the_order_they_arrived(files, year):
    record = files["Tarrowby"].child_record(child(files["Tarrowby"], "Tansy").id)
    accounts = record.value("risk_why")["accounts"]
    assert [year.name_of(account["author"]) for account in accounts] == ["Nia Brackwell", "Sam Tregarth"]
    assert accounts[0]["text"].startswith("Tansy did not speak today")
    assert accounts[1]["text"].startswith("Spoke with Bryony at 22.40")


def test_wilf_was_watched_in_play_on_19_february(files, policy, today):
    found = line(files, policy, today, "Tarrowby", "Wilf")
    assert found.seen.watched.on == date(2026, 2, 19)
    assert found.seen_words == "14 days ago, watched in play"
    assert not found.seen.not_alone_warning


def test_the_visit_to_the_rhydwen_pughs_is_late_by_two_working_days(files, policy, today):
    found = visit_due(files["Rhydwen-Pugh"], child(files["Rhydwen-Pugh"], "Macsen"), policy, today)
    assert (found.limit.ends, found.standing.words()) == (date(2026, 3, 3), "late by 2 working days")


def test_their_yearly_assessment_is_due_in_three_working_days(files, policy, today):
    found = due(files, policy, today, "Rhydwen-Pugh", "assessment_again")
    assert (found.limit.ends, found.standing.words()) == (date(2026, 3, 10), "due in 3 working days")


def test_the_jarzembowicz_first_meeting_is_booked_in_five_and_due_in_seven(files, policy, today):
    found = due(files, policy, today, "Jarzembowicz", "early_help_first_meeting")
    assert policy.standing(found.booked, today).words() == "due in 5 working days"
    assert found.standing.words() == "due in 7 working days"


def test_their_assessment_was_shared_before_its_limit_of_23_february(files, published, policy, today):
    assert "early_help_assessment_shared" not in {
        one.clock for one in other_dues(files["Jarzembowicz"], policy, today)
    }
    before = rehearse([act for act in history() if act.at < moment("2026-02-20", "08:00")], published)
    then = {file.label: file for file in open_files(before.documents(), Reader(before.definition))}
    limit = due(then, policy, date(2026, 2, 19), "Jarzembowicz", "early_help_assessment_shared").limit
    assert limit.ends == date(2026, 2, 23)


def test_their_assessment_is_saved_and_not_complete_with_a_section_for_each_child(files):
    (assessment,) = files["Jarzembowicz"].of("assessment")
    assert not assessment.document.complete
    assert {about.key for about in gaps(assessment.document.body)} == {"finish/fam_say", "finish/child_told"}
    parts = files["Jarzembowicz"].of("assessment_child")
    assert {part.text("c_name") for part in parts} == {"Hania", "the baby"}


def test_the_vale_assessment_is_due_on_16_march_in_seven_working_days(files, policy, today):
    found = due(files, policy, today, "Vale", "social_work_assessment")
    assert (found.limit.ends, found.standing.words()) == (date(2026, 3, 16), "due in 7 working days")


def test_nobody_has_ever_met_juno(files, policy, today):
    found = line(files, policy, today, "Vale", "Juno")
    assert found.seen.last is None
    assert found.seen_words == "never seen by us"


def test_the_core_group_and_the_review_of_the_tarrowbys_have_their_limits(files, policy, today):
    limits = {one.clock: one.limit.ends for one in other_dues(files["Tarrowby"], policy, today)}
    assert limits == {"core_group_next": date(2026, 3, 26), "review_conference_next": date(2026, 7, 20)}


def test_limits_of_the_autumn_were_what_the_minutes_say(files, policy):
    assert policy.limit("initial_conference", date(2025, 10, 6)).ends == date(2025, 10, 27)
    assert due(files, policy, date(2025, 10, 30), "Tarrowby", "core_group_first").limit.ends == date(
        2025, 11, 7
    )


def test_today_shows_the_late_visit_before_the_one_due_and_nothing_else(files, year, policy, today):
    page = today_page(list(files.values()), policy, today, me=year.user("nia"), name_of=year.name_of)
    assert [(one.label, one.when_words(today)) for one in page.visits] == [
        ("Rhydwen-Pugh", "Late by 2 working days"),
        ("Tarrowby", "Due today"),
    ]
    assert (page.title, page.day_line) == ("Thursday 5 March", "Two visits to do.")
    assert page.visits[1].due_children == ("Ivo", "Tansy", "Wilf")


def test_what_was_promised_to_children_is_tansy_s_alone(files, year, policy, today):
    page = today_page(list(files.values()), policy, today, me=year.user("nia"), name_of=year.name_of)
    assert {one.statement.child for one in page.promises} == {"Tansy"}
    assert {one.due_words(today) for one in page.promises} == {"Late by 28 working days"}
    assert {one.todo_words() for one in page.promises} == {"Find an answer, then tell Tansy."}


def test_also_today_names_the_open_question_first_and_the_limits_in_their_order(files, year, policy, today):
    page = today_page(list(files.values()), policy, today, me=year.user("nia"), name_of=year.name_of)
    assert [one.sentence for one in page.also] == [
        "You and Sam both changed Risk level (Tansy). Please choose.",
        "Tansy's session of 22 January is used in no plan or assessment yet.",
        "Rhydwen-Pugh: Yearly assessment due in 3 working days (Tue 10 March).",
        "Jarzembowicz: First team around the child meeting due in 7 working days (Mon 16 March), booked Thu 12 March.",
        "Vale: Social work assessment due in 7 working days (Mon 16 March).",
    ]


def test_the_first_plan_passed_two_of_six_and_the_second_all_six(files, today):
    second, first = plans(files["Tarrowby"], today)
    assert (first.version, first.action_count, first.passed) == ("1", 23, ("owned", "timed"))
    assert (second.version, second.action_count, len(second.first), len(second.passed)) == ("2", 9, 3, 6)
    assert "23 actions. Which matter most?" in first.notes
    assert second.notes == ()


def test_the_plan_says_who_does_what_by_when(files, today):
    by_person = dict(current_plan(files["Tarrowby"], today).actions_by_person())
    assert set(by_person) == {"Bryony", "Elin Hartle", "Joan Petherick", "Merle"}
    assert [action.by for action in by_person["Bryony"]] == sorted(
        action.by for action in by_person["Bryony"]
    )


def test_breakfast_went_from_one_day_in_five_to_three(files, today):
    breakfast = current_plan(files["Tarrowby"], today).objectives[0]
    assert [one.value for one in breakfast.progress if one.value] == ["3 days in 5"]
    assert (breakfast.progress_words, breakfast.blocks) == ("Getting better", 3)


def test_what_gwenno_showed_was_answered_and_she_was_told(files, policy, today):
    (shown,) = [one for one in statements(files["Rhydwen-Pugh"], policy, today) if one.child == "Gwenno"]
    assert (shown.kind, shown.response, shown.told_on) == ("showed", "now", date(2025, 12, 8))
    assert to_answer(files["Rhydwen-Pugh"], policy, today) == ()


def test_each_family_stands_on_its_step(files, today):
    steps = {
        label: (current(file, today).status, current(file, today).level) for label, file in files.items()
    }
    assert steps == {
        "Tarrowby": ("child_protection", "4"),
        "Jarzembowicz": ("early_help", "3"),
        "Rhydwen-Pugh": ("child_in_need", "4"),
        "Vale": ("assessment", "4"),
    }
    assert [step.line() for step in earlier(files["Vale"], today)] == [
        "Early help, level 3, 24 March 2025 to 18 July 2025"
    ]


def test_wilf_s_birth_date_was_put_right(files, today):
    assert child(files["Tarrowby"], "Wilf").born == date(2024, 12, 28)
    assert child(files["Tarrowby"], "Wilf").age_words(today) == "14 months"


@pytest.mark.parametrize(
    ("family", "ages"),
    [
        ("Tarrowby", {"Bryony": 29, "Kit": 33, "Dean": 34, "Ivo": 9, "Tansy": 6}),
        ("Jarzembowicz", {"Ola": 27, "Marek": 31, "Hania": 4}),
        ("Rhydwen-Pugh", {"Eleri": 41, "Tudur": 45, "Gwenno": 11, "Macsen": 13}),
        ("Vale", {"Odette": 68, "Micah": 15, "Juno": 12}),
    ],
)
def test_everybody_is_as_old_as_the_families_say(files, today, family, ages):
    found = {person.called: person.age(today) for person in files[family].people.values()}
    assert {name: found[name] for name in ages} == ages


def test_the_family_page_says_what_a_new_worker_would_ask(files, policy, today):
    page = family_page(files["Tarrowby"], policy, today)
    assert (page.label, page.place, page.chip) == (
        "Tarrowby",
        "Wrenlow",
        "Child protection plan since 24 October 2025",
    )
    assert page.interval_words == "Visits due every 10 working days"
    assert page.decision.line(today).startswith("Last decision, 20 January. Keep the plan.")
    assert [one.called for one in files["Tarrowby"].children] == ["Ivo", "Tansy", "Wilf"]
    assert page.must_not_be_told.startswith("Kit Sallowfield must not be told where Merle lives")
    assert page.open_questions == 1


def test_the_list_of_families_puts_the_overdue_one_first(files, policy, today):
    rows = family_rows(files.values(), policy, today)
    assert [row.label for row in rows] == ["Rhydwen-Pugh", "Jarzembowicz", "Tarrowby", "Vale"]
    assert rows[2].children == "Ivo 9, Tansy 6, Wilf 14 months"
    assert rows[3].last_seen_words == "Juno never seen by us"


def test_every_row_of_the_chronology_has_a_title_and_a_day_that_is_past(files, today):
    for file in files.values():
        rows = timeline(file, today=today)
        assert rows == tuple(
            sorted(rows, key=lambda row: (row.on, row.time, row.main, row.doc), reverse=True)
        )
        assert all(row.title for row in rows)
        assert len(rows) == len(timeline(file))


def test_the_whole_year_fits_its_forms_and_each_document_is_written_once(year):
    written = [act.doc for act in history() if act.kind == "write"]
    assert len(written) == len(set(written))
    assert {document.id for document in year.documents()} >= set(written)


def test_two_rehearsals_give_the_same_documents(year, published):
    again = rehearse(history(), published)
    assert [(one.id, one.body) for one in again.documents()] == [
        (one.id, one.body) for one in year.documents()
    ]
