"""The chronology: one row for each thing that happened, in order, with nothing restricted in its lines."""

from datetime import date

from records_scene import TODAY

from fieldapp.records import meta
from fieldapp.records.timeline import short, timeline


def busy(scene):
    scene.child("Ivo")
    scene.child("Tansy", "2019-11-02")
    scene.visit("2026-02-19", {"Ivo": {"c_alone": "yes", "said": [{"s_words": "I count to twenty."}]}, "Tansy": {"c_alone": "sib"}},
                think={"works": "Breakfast holds.", "worries": "Someone upstairs."})  # fmt: skip
    scene.session("2026-01-22", "Tansy", [{"vo_words": "The loud makes my tummy hurt"}])
    scene.entry(
        "2026-02-24",
        "school",
        "Tansy was away.",
        **{"for": [{"for_person": scene.name("person Tansy"), "for_name": "Tansy"}]},
    )
    scene.entry("2025-10-06", "police", "Police came at night.")
    scene.entry("2025-09-01", "health", "Weighed.", state="declined", state_why="Routine.")
    scene.write(
        "decision",
        "decision",
        {
            "decided_on": "2026-01-20",
            "decided": "Keep the plan.",
            "why": "It holds.",
            "owner": "Marcus Tildesey",
        },
    )
    return scene.file()


def test_everything_stands_by_the_day_it_happened_newest_first(scene):
    rows = timeline(busy(scene), today=TODAY)
    assert [row.title for row in rows] == [
        "School or nursery",
        "Home visit, both children",
        "Three Houses with Tansy",
        "Decision: Keep the plan.",
        "Police",
        "Health",
    ]
    assert [row.on for row in rows] == sorted((row.on for row in rows), reverse=True)


def test_a_visit_says_who_was_seen_and_nothing_restricted(scene):
    row = next(row for row in timeline(busy(scene)) if row.kind == "visit")
    assert row.lines == ("Ivo seen alone, Tansy seen.", "Breakfast holds.")
    assert row.time == "10:00"


def test_a_child_s_words_stand_in_quotes(scene):
    row = next(row for row in timeline(busy(scene)) if row.kind == "direct_work")
    assert row.quoted
    assert row.lines == ("“The loud makes my tummy hurt”",)


def test_each_filter_shows_its_own(scene):
    file = busy(scene)

    def titles(only):
        return [row.title for row in timeline(file, only=only)]

    assert titles("visits") == ["Home visit, both children"]
    assert titles("words") == ["Ivo said", "Three Houses with Tansy", "Tansy said"]
    assert titles("decisions") == ["Decision: Keep the plan."]
    assert (titles("school"), titles("health"), titles("police")) == (
        ["School or nursery"],
        ["Health"],
        ["Police"],
    )


def test_choosing_a_child_keeps_theirs_and_what_is_everybody_s(scene):
    file = busy(scene)
    titles = [row.title for row in timeline(file, person=scene.name("person Ivo"))]
    assert "Home visit, both children" in titles
    assert "Police" in titles
    assert not {"School or nursery", "Three Houses with Tansy"} & set(titles)


def test_key_events_are_what_workers_chose_and_declined_ones_stay_among_everything(scene):
    file = busy(scene)
    keys = {row.title for row in timeline(file, key_events=True)}
    assert keys == {"School or nursery", "Police", "Decision: Keep the plan."}
    declined = next(row for row in timeline(file) if row.title == "Health")
    assert declined.lines[-1] == "Declined."


def test_years_can_be_chosen(scene):
    assert {row.on.year for row in timeline(busy(scene), years=[2025])} == {2025}


def test_what_was_written_long_after_says_so(scene):
    scene.entry("2025-01-10", "health", "Born early.")
    assert timeline(scene.file())[0].added_later
    scene.entry("2025-12-30", "health", "Weighed.")
    assert not timeline(scene.file())[0].added_later


def test_a_row_carries_how_far_its_record_has_got(scene):
    scene.entry("2026-02-24", "school")
    doc = scene.documents[-1].id
    assert timeline(scene.file())[0].mark == "sent"
    scene.change(doc, unsent=True)
    assert timeline(scene.file())[0].mark == "unsent"
    scene.change(doc, held="forbidden_scope")
    assert timeline(scene.file())[0].mark == "held"


def test_a_missed_visit_says_nobody_answered(scene):
    scene.visit("2026-02-26", {}, access="none")
    (row,) = timeline(scene.file())
    assert (row.title, row.event) == ("No answer at the door", "missed")


def test_a_note_finished_with_a_gap_is_not_complete(scene):
    scene.write(
        "home_visit", "v", {"arrive": {"vdate": "2026-02-26", "access": "in"}}, meta=meta.completed({})
    )
    scene.write("home_visit", "w", {"arrive": {"vdate": "2026-02-27", "access": "in"}})
    assert [row.complete for row in timeline(scene.file())] == [False, True]


def test_a_long_text_is_cut_after_a_sentence_or_at_a_word():
    assert short("One. " * 60, 22) == "One. One. One. One."
    assert short("word " * 60, 22) == "word word word word …"
    assert short("Short\n\nand flat.") == "Short and flat."


def test_a_family_without_records_has_an_empty_chronology(scene):
    assert timeline(scene.file(), today=date(2026, 3, 5)) == ()


def test_a_decision_with_nothing_decided_yet_has_no_empty_colon(scene):
    asked = {"decided_on": "2026-03-05", "question": "Should Tansy be seen each week?"}
    scene.write("decision", "decision", asked)
    assert [row.title for row in timeline(scene.file(), only="decisions")] == ["Decision"]
