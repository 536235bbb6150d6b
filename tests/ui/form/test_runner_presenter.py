"""What the form runner promises without a screen: interface design section 4.6."""

import json
import random
from dataclasses import asdict

from note_desk import Writing, home_visit, open_form, small, taken_up_again

from fieldapp.forms import NotWritable
from fieldapp.ui.form.keys import CHECK
from fieldapp.ui.form.tally import Tally

TANSY = "each_child[tansy]"
LOOK = f"{TANSY}/c_was/c_look"

MINUTES = """
| survey | | | | |
|---|---|---|---|---|
| | type | name | label | required |
| | integer | mins | For how long? | |
| | date | born | Date of birth | yes |
| | text | who | Who? | yes |
"""
AFTER_TODAY = """
| survey | | | | |
|---|---|---|---|---|
| | type | name | label | constraint |
| | date | born | Date of birth | . <= today() |
| | select_one yn | told | Were they told? | |
| choices | | | |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
| | yn | unknown | Not known |
"""


def see(writing, child="tansy"):
    writing.presenter.go_to_tab(f"each_child[{child}]")
    writing.presenter.enter(f"each_child[{child}]/c_seen", "yes")


def titles(writing):
    return [section.title for section in writing.presenter.ways().sections]


def test_sections_stand_in_the_forms_order_and_end_with_the_check():
    assert titles(home_visit()) == [
        "1. Before you go",
        "2. At the door",
        "3. Who was there",
        "4. The home",
        "5. Each child",
        "6. What the adults said and how the plan is going",
        "7. What it means",
        "8. What happens next, and the record",
        "Check and finish",
    ]


def test_nobody_answering_the_door_leaves_only_what_can_be_said():
    writing = home_visit()
    writing.presenter.enter("arrive/access", "none")
    assert titles(writing) == [
        "1. Before you go",
        "2. At the door",
        "No access",
        "7. What it means",
        "8. What happens next, and the record",
        "Check and finish",
    ]
    assert writing.presenter.ways().tabs == ()


def test_what_the_app_fills_in_and_what_is_asked_later_is_not_shown():
    writing = home_visit()
    see(writing)
    shown = writing.items()
    said = writing.instance.rows(f"{TANSY}/c_was/said")[0]
    assert f"{TANSY}/c_person" not in shown
    assert f"{said}/s_words" in shown
    assert not any(
        key.startswith(f"{said}/") and key.rsplit("/")[-1] in {"s_resp", "s_told", "s_back"} for key in shown
    )
    assert "next/rough" not in shown


def test_what_the_app_knew_already_is_nobodys_progress():
    writing = home_visit()
    assert [tab.progress for tab in writing.presenter.tabs()][1:] == ["Not started"] * 3
    writing.presenter.enter(f"{TANSY}/c_seen", "yes")
    assert writing.presenter.tabs()[2].progress == "1 of 7 answered"


def test_the_tab_for_all_says_that_it_is_filed_for_each():
    first = home_visit().presenter.tabs()[0]
    assert (first.title, first.progress) == ("All three", "Said once, filed for each")


def test_the_three_kinds_carry_their_labels_and_whose_they_are():
    writing = home_visit()
    see(writing)
    writing.presenter.enter(LOOK, "She wore a school jumper.")
    writing.presenter.flush()
    question = writing.items()[LOOK]
    assert question.field_kind == "saw"
    assert question.name.startswith("What I saw, Tansy, How did Tansy look and seem?, 5 words")
    assert question.name.endswith("saved 14:32")


def test_the_harm_note_is_not_to_be_overlooked():
    writing = home_visit()
    see(writing)
    said = writing.instance.rows(f"{TANSY}/c_was/said")[0]
    assert f"{said}/s_worry_n" not in writing.items()
    writing.presenter.enter(f"{said}/s_worry", "yes")
    note = writing.items()[f"{said}/s_worry_n"]
    assert note.strong
    assert note.text.startswith("Stop asking.")


def test_validation_speaks_on_leaving_and_never_while_typing():
    writing = small(MINUTES)
    writing.presenter.enter("mins", "twenty")
    assert writing.presenter.item("mins").error == ""
    writing.presenter.left("mins")
    assert writing.presenter.item("mins").error == "Enter a number, like 20"
    assert [problem.key for problem in writing.presenter.problems()] == ["mins"]
    writing.presenter.enter("mins", "20")
    assert writing.presenter.item("mins").error == ""
    assert writing.presenter.problems() == ()


def test_passing_over_an_empty_question_says_nothing_but_emptying_an_answer_does():
    writing = small(MINUTES)
    writing.presenter.left("who")
    assert writing.presenter.problems() == ()
    writing.presenter.enter("who", "Bryony")
    writing.presenter.enter("who", "")
    writing.presenter.left("who")
    assert writing.presenter.item("who").error == "Write something here"


def test_a_date_after_today_is_questioned_by_its_own_name():
    writing = small(AFTER_TODAY)
    writing.presenter.enter("born", "1/3/2027")
    writing.presenter.left("born")
    assert writing.presenter.item("born").error == "Date of birth is after today. Check the year."


def test_the_forms_own_sentence_comes_first():
    writing = home_visit()
    writing.presenter.enter("arrive/vdate", "2026-03-09")
    writing.presenter.left("arrive/vdate")
    assert writing.presenter.item("arrive/vdate").error == "A visit cannot be in the future"


def test_a_text_that_is_no_answer_yet_is_kept_as_typed_over_a_restart():
    writing = small(MINUTES)
    writing.presenter.enter("mins", "twenty")
    writing.presenter.flush()
    again = taken_up_again(writing)
    assert again.presenter.item("mins").text == "twenty"
    assert again.presenter.item("mins").value == ""


def test_typing_is_saved_at_the_first_pause():
    writing = home_visit()
    writing.presenter.enter("prep/want_to_know", "Beds")
    writing.pause(399)
    assert writing.shelf.saves == 0
    writing.pause(1)
    assert writing.shelf.values["prep/want_to_know"] == "Beds"


def test_without_a_pause_typing_is_saved_within_two_seconds():
    writing = home_visit()
    text = ""
    for _ in range(20):
        text += "a"
        writing.presenter.enter("prep/want_to_know", text)
        writing.pause(100)
    assert writing.shelf.saves == 1
    assert len(writing.shelf.values["prep/want_to_know"]) >= 19


def test_saved_is_said_only_after_the_commit_returned():
    writing = home_visit()
    writing.shelf.answers_later = True
    writing.presenter.enter("prep/want_to_know", "Beds")
    writing.presenter.flush()
    assert writing.presenter.save_state().mark == "nothing"
    writing.clock.advance(1_000)
    assert writing.presenter.save_state().text == "Saving"
    writing.shelf.waiting(writing.clock.wall_ms())
    assert writing.presenter.save_state().text == "Saved on this laptop 14:32"


def test_a_save_that_does_not_work_keeps_the_words_says_so_and_is_tried_again():
    writing = home_visit()
    writing.shelf.works = False
    writing.presenter.enter("prep/want_to_know", "Beds")
    writing.presenter.flush()
    assert writing.presenter.save_state().text == "Not saved yet. Trying again. Keep this window open."
    assert any(update.assertive and update.announce for update in writing.updates)
    assert not writing.presenter.journal.is_clean
    writing.shelf.works = True
    writing.pause(1_000)
    assert writing.shelf.values["prep/want_to_know"] == "Beds"
    assert writing.presenter.journal.is_clean


def test_a_removed_card_comes_back_to_its_place_with_its_answers():
    writing = home_visit()
    presenter = writing.presenter
    presenter.go_to_section("inside")
    first = writing.instance.rows("inside/present")[0]
    presenter.enter(f"{first}/p_name", "Bryony")
    second = presenter.add_row("inside/present")
    presenter.enter(f"{second}/p_name", "Kit")
    presenter.remove_row(first)
    assert writing.instance.rows("inside/present") == (second,)
    cards = presenter.items()[0].rows
    assert [(card.title, card.removed) for card in cards] == [("Bryony", True), ("Kit", False)]
    presenter.put_back_row(first)
    assert writing.instance.rows("inside/present") == (first, second)
    assert writing.instance.node(f"{first}/p_name").value == "Bryony"


def test_a_removed_card_can_be_put_back_after_a_restart():
    writing = home_visit()
    first = writing.instance.rows("inside/present")[0]
    writing.presenter.enter(f"{first}/p_name", "Bryony")
    second = writing.presenter.add_row("inside/present")
    writing.presenter.enter(f"{second}/p_name", "Kit")
    writing.presenter.remove_row(first)
    writing.presenter.flush()
    again = taken_up_again(writing)
    again.shelf.removed = writing.shelf.removed
    again.presenter.go_to_section("inside")
    again.presenter.put_back_row(first)
    assert again.instance.node(f"{first}/p_name").value == "Bryony"


def test_a_line_half_written_in_the_jot_pad_is_there_again_after_a_restart_and_is_kept_when_the_note_is_finished():
    writing = home_visit()
    writing.presenter.jot_half("ring school ab")
    writing.pause(3_000)
    again = taken_up_again(writing)
    assert again.presenter.half_jot == "ring school ab"
    again.presenter.check()
    again.presenter.say_why_for_all("The family was out")
    again.presenter.finish()
    assert [jot.text for jot in again.presenter.jots()] == ["ring school ab"]
    assert again.presenter.half_jot == ""


def test_the_check_says_nothing_is_written_only_where_nothing_is():
    writing = home_visit()
    first = writing.instance.rows("inside/present")[0]
    writing.presenter.enter("arrive/access", "in")
    writing.presenter.enter(f"{first}/p_name", "Bryony")
    writing.presenter.check()
    empty = {part.key: part.is_empty for part in writing.presenter.check_page().parts}
    assert not empty["inside"]
    assert empty["home"]


def test_a_card_removed_last_of_all_can_be_put_back_after_a_restart():
    writing = home_visit()
    writing.presenter.go_to_section("inside")
    first = writing.presenter.add_row("inside/present")
    writing.presenter.enter(f"{first}/p_name", "Bryony")
    writing.presenter.flush()
    writing.presenter.remove_row(first)  # nothing is written after this
    again = taken_up_again(writing)
    again.presenter.go_to_section("inside")
    assert ("Bryony", True) in [(card.title, card.removed) for card in again.presenter.items()[0].rows]


def test_cards_are_moved_by_buttons_and_keep_their_answers():
    writing = home_visit()
    first = writing.instance.rows("inside/present")[0]
    second = writing.presenter.add_row("inside/present")
    writing.presenter.enter(f"{first}/p_name", "Bryony")
    writing.presenter.enter(f"{second}/p_name", "Kit")
    writing.presenter.move_row(second, -1)
    writing.presenter.flush()
    assert writing.instance.rows("inside/present") == (second, first)
    assert (writing.shelf.values[second], writing.shelf.values[first]) == (0, 1)


def test_a_restricted_answer_is_marked_and_kept_with_the_note():
    writing = home_visit()
    see(writing)
    writing.presenter.restrict(LOOK, True)
    writing.presenter.flush()
    assert writing.presenter.item(LOOK).restricted
    assert LOOK in writing.shelf.values.values()
    assert taken_up_again(writing).presenter.item(LOOK).restricted
    writing.presenter.restrict(LOOK, False)
    writing.presenter.flush()
    assert LOOK not in writing.shelf.values.values()


def test_what_the_form_restricts_is_marked_without_anybody_asking():
    writing = home_visit()
    assert writing.presenter.item("prep/want_to_know").restricted_by_form


def test_jottings_are_timed_and_stay_when_they_are_struck_through_or_moved():
    writing = home_visit()
    see(writing)
    writing.presenter.jot("T. in garden, torch")
    writing.presenter.strike_jot(writing.presenter.jots()[0].id)
    writing.presenter.flush()
    again = taken_up_again(writing)
    assert [(jot.at, jot.text, jot.struck) for jot in again.presenter.jots()] == [
        ("14:32", "T. in garden, torch", True)
    ]
    again.presenter.go_to_tab(TANSY)
    assert again.presenter.move_jotting("torch", "saw")
    assert len(again.presenter.jots()) == 1
    assert any(
        item.text == "torch" for item in again.items().values() if getattr(item, "field_kind", "") == "saw"
    )


def test_the_check_names_every_gap_with_its_place():
    writing = home_visit()
    writing.presenter.check()
    page = writing.presenter.check_page()
    first = page.gaps[0]
    assert (first.label, first.where) == ("Why are you visiting?", "1. Before you go")
    assert page.heading.endswith("answers are missing. Finish anyway and say why?")
    assert not any(gap.key.startswith("inside/present") for gap in page.gaps)


def test_finishing_with_gaps_asks_why_and_then_finishes():
    writing = small(MINUTES)
    writing.presenter.finish()
    assert writing.shelf.finished is None
    writing.presenter.finish()
    assert writing.presenter.check_page().ask_for_all
    assert [gap.ask for gap in writing.presenter.check_page().gaps] == [False, False]
    writing.presenter.say_why("born", "Not known yet")
    assert not writing.presenter.check_page().ask_for_all
    assert [gap.ask for gap in writing.presenter.check_page().gaps] == [False, True]
    writing.presenter.say_why_for_all("Left in a hurry")
    writing.presenter.finish()
    assert writing.shelf.finished == {"born": "Not known yet", "who": "Left in a hurry"}
    assert writing.updates[-1].finished == "Finished. It will go by itself when there is a signal."


def test_reasons_half_written_are_there_after_a_restart():
    writing = small(MINUTES)
    writing.presenter.check()
    writing.presenter.say_why("born", "Not known")
    writing.pause(400)
    again = taken_up_again(writing)
    again.presenter.check()
    assert again.presenter.check_page().gaps[0].why == "Not known"


def test_a_text_that_never_became_an_answer_goes_to_the_jottings_at_the_end():
    writing = small(MINUTES)
    for key, text in (("born", "5 March 2020"), ("who", "Bryony"), ("mins", "twenty")):
        writing.presenter.enter(key, text)
    writing.presenter.check()
    writing.presenter.say_why_for_all("Guessed")
    writing.presenter.finish()
    assert "For how long: twenty" in writing.shelf.values.values()
    assert writing.shelf.finished == {"mins": "Guessed"}


def test_a_finished_note_reads_in_words():
    writing = small(AFTER_TODAY)
    writing.presenter.enter("born", "5/3/2020")
    writing.presenter.enter("told", "unknown")
    writing.presenter.check()
    lines = writing.presenter.check_page().parts[0].lines
    assert [line.value for line in lines] == ["5 March 2020", "Not known"]


def test_choosing_is_asked_for_in_the_answers_own_words():
    form = (
        AFTER_TODAY.replace("| told | Were they told? | |", "| told | Were they told? | |")
        .replace("| type | name | label | constraint |", "| type | name | label | required |")
        .replace(". <= today()", "")
        .replace("| told | Were they told? | |", "| told | Were they told? | yes |")
    )
    writing = small(form)
    writing.presenter.check()
    assert [gap.message for gap in writing.presenter.check_page().gaps] == ["Choose yes, no or not known"]


def test_a_note_opens_where_the_writer_stopped_and_says_what_was_kept_after_a_crash():
    writing = home_visit()
    see(writing)
    writing.presenter.enter(LOOK, "Quiet")
    writing.presenter.caret_moved(LOOK, 5)
    writing.presenter.flush()
    again = taken_up_again(writing, recovered=True, saved_ms=writing.clock.wall_ms())
    assert again.presenter.place.row == TANSY
    assert (again.presenter.caret.key, again.presenter.caret.position) == (LOOK, 5)
    assert again.presenter.state().banner == "We kept everything up to 14:32:07."


def test_a_signed_off_note_and_an_older_form_are_said_at_the_top():
    banner = home_visit(signed_off=True, newer_form=True).presenter.state().banner
    assert banner == (
        "This was signed off. Your change is kept as an addendum. "
        "A newer version of this form exists. Yours stays as it is."
    )


def test_sections_and_children_are_walked_with_the_keys():
    writing = home_visit()
    presenter = writing.presenter
    assert presenter.place.section == "prep"
    for expected in ("arrive", "inside", "home", "each_child", "adults"):
        presenter.next_section()
        assert presenter.place.section == expected
    presenter.go_to_section("each_child")
    assert presenter.place.row == "each_child[ivo]"
    presenter.next_child()
    assert presenter.place.row == TANSY
    presenter.next_page()
    assert presenter.place.row == "each_child[wilf]"
    assert presenter.ways().next_text.startswith("Next: 6.")
    presenter.go_to_section(CHECK)
    assert presenter.is_checking


def test_each_page_says_where_it_is():
    writing = home_visit()
    writing.presenter.go_to_tab(TANSY)
    assert writing.presenter.state().name == "Home visit, Tansy, section 5 of 9"


def test_the_state_is_one_serialisable_value():
    writing = home_visit()
    see(writing)
    written = json.dumps(asdict(writing.presenter.state()))
    assert "Tansy" in written
    writing.presenter.check()
    json.dumps(asdict(writing.presenter.state()))


def test_counting_along_gives_what_counting_anew_gives():
    """A walk by chance through the note, seed printed by the assertion; the two counts must never part."""
    for seed in range(4):
        chance = random.Random(seed)
        writing = home_visit()
        presenter = writing.presenter
        for _ in range(60):
            keys = [k for k in writing.instance.keys() if writing.instance.node(k).kind == "question"]
            key = chance.choice(keys)
            node = writing.instance.node(key)
            value = (
                chance.choice([c.name for c in node.choices])
                if node.choices
                else chance.choice(["", "5", "x y"])
            )
            if node.relevant and not node.readonly and node.type not in {"note", "calculate", "metadata"}:
                presenter.enter(key, value)
            repeats = [
                k
                for k in writing.instance.keys()
                if writing.instance.node(k).kind == "repeat"
                and writing.instance.node(k).relevant
                and k != "each_child"
            ]
            if chance.random() < 0.2:
                try:
                    presenter.add_row(chance.choice(repeats))
                except NotWritable:
                    continue
        anew = Tally(writing.instance, presenter.layout, presenter.given)
        assert presenter._draft.tally.snapshot() == anew.snapshot(), f"seed {seed}"


def test_the_form_speaks_another_language_at_once():
    from note_desk import Writing, open_form

    writing = Writing(open_form("wishes_and_feelings"))
    writing.presenter.set_language("Cymraeg (cy)")
    assert any(update.words for update in writing.updates)
    writing.presenter.go_to_section("hello")
    assert writing.items()["hello/ok_go"].label == "Ydy hi'n iawn i ni ddechrau?"


def test_leaving_saves_first():
    writing = home_visit()
    writing.presenter.enter("prep/want_to_know", "Beds")
    writing.presenter.leave()
    assert writing.shelf.values["prep/want_to_know"] == "Beds"
    assert writing.shelf.left == 1


def test_the_child_whose_page_is_open_is_handed_the_laptop():
    writing = home_visit()
    writing.presenter.go_to_tab(TANSY)
    writing.presenter.hand_to_child()
    assert writing.shelf.handed == [TANSY]


def test_questions_in_no_group_stand_under_the_forms_own_name_everywhere():
    """The plan's first page was called "Kind of plan", its first question, on the way back and in the check."""
    writing = Writing(open_form("plan"))
    presenter = writing.presenter
    presenter.next_page()
    assert presenter.ways().previous_text == "Plan"
    presenter.check()
    assert presenter.check_page().parts[0].title == "Plan"
    assert presenter.check_page().gaps[0].where == "Plan"


def test_a_gap_in_a_card_names_the_cards_it_stands_in():
    """Of a plan's many cards, "On" alone did not say which goal's progress lacks its day."""
    writing = Writing(open_form("plan"))
    presenter = writing.presenter
    (goal,) = writing.instance.rows("objective")
    presenter.enter(f"{goal}/for", "Wilf")
    row = presenter.add_row(f"{goal}/action")
    presenter.enter(f"{row}/who", "Bryony")
    presenter.check()
    gap = next(gap for gap in presenter.check_page().gaps if gap.key == f"{row}/what")
    assert gap.where == "What needs to change, Wilf, Bryony"


def test_whoever_goes_to_another_page_before_the_gaps_are_known_stays_there():
    writing = home_visit()
    writing.shelf.answers_later = True
    writing.presenter.check()
    writing.presenter.go_to_section("inside")
    writing.shelf.waiting_check()
    assert not writing.presenter.is_checking
    assert writing.presenter.place.section == "inside"
    writing.presenter.check()
    writing.shelf.waiting_check()
    assert writing.presenter.is_checking
