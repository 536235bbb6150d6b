"""The published forms carry what merging, filing, visit view and the rules of practice need."""

import pytest

PART_1 = {
    "home_visit": "visit",
    "wishes_and_feelings": "direct_work",
    "early_help_assessment": "assessment",
    "family": "family",
    "person": "person",
    "relationship": "relationship",
    "child": "child",
    "episode": "episode",
    "plan": "plan",
    "decision": "decision",
    "chronology_entry": "chronology_entry",
}


def places(definition):
    return [definition.question(path) for path in definition.paths()]


def stored(definition):
    return [
        info
        for info in places(definition)
        if info.kind in ("question", "repeat") and info.type not in ("note", "calculate", "metadata")
    ]


def test_every_kind_of_part_1_has_a_published_form(definitions):
    assert {name: definition.record for name, definition in definitions.items()} == PART_1


@pytest.mark.parametrize("name", sorted(PART_1))
def test_every_stored_question_says_how_it_merges_and_who_may_see_it(definitions, name):
    definition = definitions[name]
    assert [
        info.form_path for info in stored(definition) if info.sees not in ("all", "child", "restricted")
    ] == []
    types = definition.merge_types()
    assert [info.form_path for info in stored(definition) if info.form_path not in types] == []


@pytest.mark.parametrize("name", sorted(PART_1))
def test_every_caution_choice_has_its_rank(definitions, name):
    unranked = [
        (info.form_path, choice.name)
        for info in stored(definitions[name])
        if info.merge == "caution" and info.choices and info.type != "range"
        for choice in info.choices
        if choice.caution is None
    ]
    assert unranked == []


@pytest.mark.parametrize("name", sorted(PART_1))
def test_not_known_is_never_the_least_careful_answer(definitions, name):
    wrong = [
        info.form_path
        for info in stored(definitions[name])
        if info.merge == "caution" and info.choices
        for choice in info.choices
        if choice.name in ("unknown", "unsure")
        and choice.caution == min(one.caution or 0 for one in info.choices)
    ]
    assert wrong == []


FIELDS = {
    "visit": "date in out access present objectives_seen views risk_now told actions next_visit written_when hazards",
    "visit_child": "person stage seen alone where bed_seen looked with_adults marks view",
    "statement": "words kind before theme response did why_not told_child_on child_said_back objective",
    "direct_work": "person date tools earshot share_with not_with observed meaning feelings_start feelings_end feedback_due drawing",
    "assessment": "started first_meeting why_now history level level_why s_par s_wrk",
    "assessment_child": "person stage seen words day needs",
    "person": "name known_as dob due_date sex_gender ethnicity faith languages interpreter disability comm_profile address_history phones safe_contact reading deceased",
    "relationship": "a b type from to lives_with parental_resp quality source",
    "family": "label members home_language hazards must_not_be_told who_we_are adjustments why_involved",
    "child": "person school sen carer_role risk_level risk_why category advocate likes calming",
    "episode": "level status from to reason criteria decision accepted_by",
    "plan": "type aim objectives contingency adjustments next_review",
    "decision": "question options history_used child_view decided why criteria owner how tell_family_by dissent",
    "chronology_entry": "event_on what source verified impact response for significance analysis state",
}


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_each_kind_has_the_fields_that_practice_names(definitions, kind):
    from fieldapp.records.fields import part_of

    parts = [part for definition in definitions.values() if (part := part_of(definition, kind)) is not None]
    assert parts
    for part in parts:
        there = {name for scope, name in part.fields if scope == part.prefix}
        if kind == "statement" and part.definition.id == "wishes_and_feelings":
            there |= {"share", "harm"}
        assert set(FIELDS[kind].split()) - there == set()


def test_an_objective_and_an_action_have_theirs(definitions):
    from fieldapp.records.fields import part_of

    fields = part_of(definitions["plan"], "plan").fields
    assert {name for scope, name in fields if scope == "objective"} >= set(
        "for change now measure by voice progress actions first_three".split()
    )
    assert {name for scope, name in fields if scope == "objective/action"} >= set(
        "what who by done_on know".split()
    )
    assert {name for scope, name in fields if scope == "objective/progress"} >= set(
        "date value evidence".split()
    )


def test_what_a_child_reads_is_there_in_welsh(definitions):
    form = definitions["wishes_and_feelings"]
    assert form.languages == ("English (en)", "Cymraeg (cy)")
    child_facing = [
        info
        for info in places(form)
        if info.kind in ("question", "group") and info.form_path.startswith(("hello", "go")) and info.label
    ]
    assert child_facing
    same = [
        info.form_path
        for info in child_facing
        if form.question(info.form_path, "Cymraeg (cy)").label == info.label
    ]
    assert same == []


def test_the_three_kinds_of_text_never_share_a_question(definitions):
    mixed = [
        info.form_path
        for definition in definitions.values()
        for info in places(definition)
        if len({"words", "saw", "think"} & set(info.appearance)) > 1
    ]
    assert mixed == []


def test_a_mark_on_a_child_is_restricted_in_every_part(definitions):
    form = definitions["home_visit"]
    marks = [
        info
        for info in places(form)
        if info.form_path.startswith("each_child/c_was/mark") or info.form_path.endswith("c_mark")
    ]
    assert {info.sees for info in marks} == {"restricted"}


def test_the_faces_shown_first_offer_as_many_hard_feelings_as_good_ones(definitions):
    """Six faces are in sight at once: a child must not have to look for "sad"."""
    definition = definitions["wishes_and_feelings"]
    (faces,) = {
        tuple(choice.name for choice in info.choices[:6])
        for info in places(definition)
        if info.choices and any(choice.name == "mixed" for choice in info.choices)
    }
    assert set(faces) == {"happy", "calm", "proud", "sad", "worried", "angry"}
