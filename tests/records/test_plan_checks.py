"""What makes an objective clear and measurable."""

from datetime import date

from fieldapp.records.plans import check_objective, vague_words


def passed(**objective):
    given = {
        "change": "",
        "now": "",
        "measure": "",
        "by": None,
        "owners": [],
        "voice": "",
        "names": ["Ivo", "Bryony"],
    } | objective
    return {check.test for check in check_objective(**given) if check.passed}


def test_mother_to_engage_with_professionals_says_nothing_that_can_be_seen():
    found = passed(change="Mother to engage with professionals")
    assert not found & {"specific", "measurable", "baseline"}


def test_breakfast_on_school_days_can_be_seen_counted_and_dated():
    found = passed(
        change="Ivo eats breakfast at home on school days",
        now="1 day in 5",
        measure="Breakfast club register shows 4 in 5",
        by=date(2026, 4, 30),
    )
    assert found >= {"specific", "measurable", "baseline", "timed"}


def test_a_vague_word_is_allowed_when_what_it_means_is_said():
    assert vague_words("Kit will engage, that is come on Fridays at 4.") == ()
    assert vague_words("Kit will engage. That is good.") == ("engage",)


def test_the_endings_of_a_vague_word_do_not_hide_it():
    assert vague_words("Home improves, appropriately supported and monitored.") == (
        "improves",
        "appropriately",
        "supported",
        "monitored",
    )


def test_a_number_without_anybody_to_see_it_is_not_yet_measurable():
    assert "measurable" not in passed(measure="4 days in 5")
    assert "measurable" in passed(measure="4 days in 5, Bryony ticks the chart")


def test_two_names_for_one_action_are_no_owner():
    assert "owned" not in passed(owners=["Bryony and Kit"])
    assert "owned" not in passed(owners=["professionals"])
    assert "owned" in passed(owners=["Bryony", "Nia Brackwell"])


def test_a_date_after_the_next_review_is_too_late():
    assert "timed" not in passed(by=date(2026, 8, 1), next_review=date(2026, 7, 20))


def test_a_child_who_talks_needs_their_own_words_in_the_goal():
    assert "rooted" not in passed(voice="")
    assert "rooted" in passed(voice="I want Merle to fetch me")
    assert "rooted" in passed(voice="", talks=False)
