"""Today hides no overdue child, promises nothing it does not know, and says what to check before the signal goes."""

from datetime import date

import pytest
from records_scene import TODAY, Scene

from fieldapp.records.files import open_files
from fieldapp.records.today import CarryFacts, before_you_leave, first_fixable, today_page, visit_line


def family(scene, seen_on, status="child_protection", **visit):
    scene.child("Ivo")
    scene.episode(status, "2025-10-24")
    if seen_on:
        scene.visit(seen_on, {"Ivo": {"c_alone": "yes"}}, **visit)
    return scene.file()


@pytest.mark.parametrize(
    ("seen_on", "state", "words"),
    [
        ("2026-02-17", "late", "Late by 2 working days"),
        ("2026-02-19", "today", "Due today"),
        ("2026-03-05", "done", "Done today"),
    ],
)
def test_a_visit_is_late_due_or_done(scene, policy, seen_on, state, words):
    line = visit_line(family(scene, seen_on), policy, TODAY)
    assert (line.state, line.when_words(TODAY)) == (state, words)


def test_a_visit_that_is_due_tomorrow_is_not_today_s(scene, policy):
    assert visit_line(family(scene, "2026-02-20"), policy, TODAY) is None


def test_a_planned_visit_is_today_s_even_where_no_clock_runs(scene, policy):
    line = visit_line(family(scene, "2026-02-12", "early_help", next_visit="2026-03-05"), policy, TODAY)
    assert (line.state, line.when_words(TODAY), line.purpose) == ("planned", "Planned today", "Early help")


def test_a_planned_day_that_passed_without_a_record_is_not_forgotten(scene, policy):
    line = visit_line(family(scene, "2026-02-12", "early_help", next_visit="2026-03-03"), policy, TODAY)
    assert line.when_words(TODAY) == "Planned for Tue 3 March, nothing recorded"


def test_a_child_never_seen_is_due_from_the_day_help_began(scene, policy):
    line = visit_line(family(scene, ""), policy, TODAY)
    assert (line.state, line.seen_words(TODAY)) == ("late", "Ivo never seen by us")


def test_going_there_is_not_enough_a_child_not_seen_stays_late(scene, policy):
    scene.child("Tansy", "2019-11-02")
    family(scene, "2026-02-12")
    scene.visit("2026-03-05", {"Ivo": {"c_alone": "yes"}, "Tansy": {"c_seen": "no"}})
    line = visit_line(scene.file(), policy, TODAY)
    assert (line.state, line.due_children) == ("late", ("Tansy",))


def test_a_missed_visit_starts_no_clock_anew(scene, policy):
    family(scene, "2026-02-17")
    scene.visit("2026-03-04", {}, access="none")
    line = visit_line(scene.file(), policy, TODAY)
    assert (line.state, line.missed) == ("late", 1)


def test_late_comes_before_due_before_planned_before_done(definitions, policy):
    documents = []
    for label, seen_on, status, more in (
        ("Done", "2026-03-05", "child_protection", {}),
        ("Planned", "2026-02-12", "early_help", {"next_visit": "2026-03-05"}),
        ("Due", "2026-02-19", "child_protection", {}),
        ("Late", "2026-02-10", "child_protection", {}),
    ):
        scene = Scene(definitions)
        scene.id = scene.name(label)
        scene.name = lambda thing, label=label, make=scene.name: make(f"{label} {thing}")
        scene.family(label)
        family(scene, seen_on, status, **more)
        documents += scene.documents
    page = today_page(open_files(documents, scene.reader()), policy, TODAY)
    assert [line.label for line in page.visits] == ["Late", "Due", "Planned", "Done"]
    assert page.day_line == "One visit done, three to go."


def test_a_day_without_visits_says_so(policy):
    page = today_page([], policy, TODAY)
    assert (page.title, page.day_line) == ("Thursday 5 March", "No visit is due today.")


def test_a_promise_says_what_is_left_to_do_and_by_when(scene, policy):
    scene.child("Ivo")
    scene.visit(
        "2026-03-04",
        {"Ivo": {"c_alone": "yes", "said": [{"s_words": "A door that shuts.", "s_resp": "now"}]}},
    )
    (promise,) = today_page([scene.file()], policy, TODAY).promises
    assert promise.ask_words() == "Ivo said “A door that shuts.”"
    assert (promise.todo_words(), promise.due_words(TODAY)) == ("Tell Ivo what has happened.", "Due tomorrow")


READY = CarryFacts(
    families_today=("Tarrowby", "Vale"),
    plans_refreshed=(("Tarrowby", date(2026, 3, 5)), ("Vale", date(2026, 2, 26))),
    room_bytes=11 * 1024**3,
    battery_percent=84,
    forms_current=True,
    online=True,
)


def test_a_laptop_that_is_ready_says_so_line_by_line(policy):
    lines = before_you_leave(READY, policy, TODAY)
    assert {line.state for line in lines} == {"ok"}
    assert lines[0].title == "Both families are on this laptop"
    assert first_fixable(lines, online=True) is None


def test_a_plan_older_than_seven_days_is_worth_a_look(policy):
    facts = CarryFacts(**{**_fields(READY), "plans_refreshed": (("Vale", date(2026, 2, 25)),)})
    line = next(line for line in before_you_leave(facts, policy, TODAY) if line.what == "plans")
    assert (line.state, line.detail, line.fix) == ("look", "Vale, refreshed 25 February", "refresh")


def test_what_is_not_known_is_never_ok(policy):
    states = {line.what: line.state for line in before_you_leave(CarryFacts(), policy, TODAY)}
    assert {states[what] for what in ("room", "battery", "forms")} == {"look"}


def test_the_one_button_fixes_what_is_missing_before_what_is_old_and_only_what_can_be_done_now(policy):
    facts = CarryFacts(
        **{**_fields(READY), "not_carried": ("Vale",), "held": 1, "plans_refreshed": (("Tarrowby", None),)}
    )
    lines = before_you_leave(facts, policy, TODAY)
    assert first_fixable(lines, online=True).fix == "carry"
    assert first_fixable(lines, online=False).fix == "open_held"


def _fields(facts):
    return {name: getattr(facts, name) for name in facts.__slots__}
