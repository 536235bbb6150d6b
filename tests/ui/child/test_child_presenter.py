"""Child mode without a screen: interface design section 4.7, practice design section 5.2."""

import json
from dataclasses import asdict

import pytest
from note_desk import Writing, open_form

from fieldapp.records.drawing import Drawing, Stroke, write
from fieldapp.ui.child.presenter import TRIES, ChildPresenter, may_mean_harm, suggestions

CATHERINE_WHEEL = write(Drawing(1200, 800, (Stroke("red", 7, ((10, 10), (200, 300))),)))


class Door:
    """The way out: one PIN, and what happened at it."""

    def __init__(self, pin="2580"):
        self.pin = pin
        self.locked = self.back = self.hidden = 0

    def has_pin(self):
        return bool(self.pin)

    def is_right(self, secret):
        return secret == self.pin

    def lock(self):
        self.locked += 1

    def hide_screen(self):
        self.hidden += 1

    def came_back(self):
        self.back += 1


def session(tool="houses", language=None):
    """Tansy's turn, from the welcome on."""
    instance = open_form("wishes_and_feelings")
    instance.prefill("ctx_child", "Tansy")
    instance.prefill("ctx_age", "6")
    writing = Writing(instance)
    if language:
        writing.presenter.set_language(language)
    child = ChildPresenter(writing.presenter, Door(), "Tansy", "Nia", tool)
    child.writing = writing
    return child


def begun(tool="houses"):
    """The same, after the child said yes."""
    child = session(tool)
    child.go_on()
    child.answer("yes")
    child.go_on()
    return child


def trail(child):
    child.writing.presenter.flush()
    return [line.split("\t")[1:] for line in child.writing.shelf.values["meta/trail"].splitlines()]


def test_every_session_begins_with_what_is_written_down_and_a_question():
    child = session()
    assert child.state().prompt == "What would you like me to call you?"
    child.go_on()
    assert child.state().prompt == "Is it OK to start?"
    assert child.state().notes[0].startswith("You choose what we do.")


def test_a_no_is_heard_and_no_activity_begins():
    child = session()
    child.go_on()
    child.answer("no")
    child.go_on()
    assert child.state().prompt == "What would make it better?"
    child.go_on()
    assert child.state().screen == "stopped"
    assert not child.state().can_choose


def test_yes_leads_to_the_activity_the_worker_picked():
    assert begun("houses").state().kind == "houses"
    assert begun("ladder").state().prompt == "How safe do you feel at home?"
    assert begun("faces").state().kind == "faces"


def test_without_a_pick_the_child_chooses_among_the_forms_activities():
    child = begun("")
    assert child.state().screen == "choose"
    assert [tile.label for tile in child.state().activities] == [
        "How I feel",
        "Three houses",
        "My ladders",
        "My day",
        "Sorting cards",
        "Someone important to me",
        "My magic wand",
        "Draw anything you like",
    ]


def test_going_to_a_house_answers_which_was_first_and_a_note_stands_in_it():
    child = begun()
    child.write_in("go/houses/worry")
    child.answer("the loud makes my tummy hurt")
    child.go_on()
    assert child.instance.node("go/houses/first_house").value == "worry"
    worry = next(house for house in child.state().houses if house.name == "worry")
    assert [note.words for note in worry.notes] == ["the loud makes my tummy hurt"]


def test_an_empty_house_shows_the_forms_own_invitation():
    houses = {house.name: house for house in begun().state().houses}
    assert houses["dream"].notes == ()
    assert houses["dream"].invitation == "If all the worries were gone, what would it be like?"


def test_a_note_can_be_drawn_and_more_can_be_asked_about_it():
    child = begun()
    child.draw_in("go/houses/good")
    assert child.state().kind == "drawing"
    child.answer(CATHERINE_WHEEL)
    child.more()
    assert child.state().prompt == "Who wrote it?"
    child.answer("drawn")
    child.go_on()
    good = next(house for house in child.state().houses if house.name == "good")
    assert [note.drawing for note in good.notes] == [CATHERINE_WHEEL]
    assert ["good_d", "drawing, 1 line"] in trail(child)


def test_notes_are_moved_by_buttons():
    child = begun()
    for words in ("Pancakes", "Merle"):
        child.write_in("go/houses/good")
        child.answer(words)
        child.go_on()
    second = child.state().houses[0].notes[1].row
    child.open_row(second)
    assert (child.state().can_move_up, child.state().can_move_down) == (True, False)
    child.move_open_note(-1)
    child.go_on()
    assert [note.words for note in child.state().houses[0].notes] == ["Merle", "Pancakes"]


def test_undo_goes_all_the_way_back_to_where_the_child_began():
    child = begun("ladder")
    before = dict(child.writing.shelf.values)
    child.answer("4")
    child.answer("7")
    child.begin("go/houses")
    child.write_in("go/houses/good")
    child.answer("Pan")
    child.answer("Pancakes")
    child.go_on()
    child.write_in("go/houses/good")
    child.answer("Merle")
    child.go_on()
    while child.state().can_undo:
        child.undo()
    child.writing.presenter.flush()
    after = child.writing.shelf.values
    assert child.instance.node("go/ladders/l_safe").value == ""
    assert child.instance.node("hello/ok_go").value == ""
    answered = {k for k, v in after.items() if not k.startswith("meta/") and not k.endswith("]") and v}
    assert answered <= {k for k in before if not k.startswith("meta/")} | {
        "setup/tools",
        "go/houses/first_house",
    }


def test_letters_of_one_word_are_one_thing_to_take_back():
    child = begun("wand")
    child.answer("M")
    child.answer("Me")
    child.answer("Merle")
    child.undo()
    assert child.instance.node("go/wand/wish1").value == ""


def test_every_choice_and_change_of_mind_is_kept_with_its_time():
    child = begun("ladder")
    child.answer("4")
    child.answer("7")
    lines = child.writing.shelf.values["meta/trail"].splitlines()
    assert [line.split("\t")[1:] for line in lines[-2:]] == [["l_safe", "4 of 10"], ["l_safe", "7 of 10"]]
    assert lines[-1].startswith("2026-03-05T14:32:07")


def test_a_skip_is_chose_not_to_say_and_never_an_answer():
    child = begun("ladder")
    child.go_on()
    assert ["l_safe", "chose not to say"] in trail(child)
    assert child.instance.node("go/ladders/l_safe").value == ""


def test_a_step_up_is_asked_only_after_the_child_stood_somewhere():
    child = begun("ladder")
    child.answer("4")
    child.go_on()
    assert child.state().prompt == "What would move you up one step?"


def test_a_part_of_the_day_is_opened_once_and_gone_back_to():
    child = begun("day")
    child.go_on()
    child.open_day_part("bed")
    child.answer("I listen")
    child.go_on()
    child.open_day_part("bed")
    child.answer("I listen on the stairs")
    child.go_on()
    filled = [part for part in child.state().day if part.row]
    assert [(part.label, part.words) for part in filled] == [("Bedtime", "I listen on the stairs")]


def test_cards_lie_on_the_forms_piles():
    child = begun("mat")
    child.answer_at("go/mat/m_home", "good")
    cards = child.state().cards
    assert [choice.label for choice in cards[0].choices] == ["Going well", "So-so", "Not going well", "Pass"]
    assert cards[0].value == "good"


def test_people_and_animals_both_count():
    child = begun("people")
    child.write_in("go/who")
    child.answer("Biscuit the dog")
    child.go_on()
    assert [person.words for person in child.state().people] == ["Biscuit the dog"]


def test_the_session_speaks_the_childs_language_and_gives_the_workers_back():
    child = session(language="English (en)")
    child.set_language("Cymraeg (cy)")
    child.go_on()
    assert child.state().prompt == "Ydy hi'n iawn i ni ddechrau?"
    child.give_back()
    child.try_secret("2580")
    assert child.instance.language == "English (en)"


def test_only_the_pin_leads_out():
    child = begun()
    child.give_back()
    assert child.state().prompt == "Thank you, Tansy. Pass it back to Nia."
    child.try_secret("1111")
    assert child.state().wrong
    assert child.ports.back == 0
    child.try_secret("2580")
    assert child.ports.back == 1


def test_five_wrong_tries_lock_and_nothing_is_lost():
    child = begun("wand")
    child.answer("I want Merle to fetch me")
    child.give_back()
    for _ in range(TRIES):
        child.try_secret("0000")
    assert child.ports.locked == 1
    assert child.writing.shelf.values["go/wand/wish1"] == "I want Merle to fetch me"


def test_not_yet_leads_back_to_what_the_child_was_doing():
    child = begun("ladder")
    child.give_back()
    child.not_yet()
    assert child.state().prompt == "How safe do you feel at home?"


def test_each_lift_of_the_pen_is_in_the_draft_at_once():
    child = begun("draw")
    child.answer(CATHERINE_WHEEL)
    assert child.writing.shelf.values["go/picture"] == CATHERINE_WHEEL


@pytest.mark.parametrize(
    "said",
    [
        "Mae e'n fy mrifo i",
        "Wnaeth e fwrw Mam",
        "Gyfrinach yw hi",
        "Mae gen i glais",
        "Fe drawodd e fi",
        "Mae hi'n feddw",
    ],
)
def test_words_that_may_mean_harm_are_known_as_welsh_says_them(said):
    """Welsh changes a word's first letter: "brifo" was known, and "fy mrifo", hurting me, was not."""
    assert may_mean_harm(said)
    assert not may_mean_harm("Crempogau gyda Merle")


def test_a_low_ladder_and_words_that_may_mean_harm_are_suggested_to_the_worker_only():
    child = begun("ladder")
    child.answer("2")
    child.begin("go/houses")
    child.write_in("go/houses/worry")
    child.answer("He hits the door")
    child.go_on()
    told = {suggestion.text for suggestion in suggestions(child.instance)}
    assert told == {"How safe do you feel at home? 2", "He hits the door"}
    assert "hits" not in json.dumps(asdict(child.state())).replace("He hits the door", "")
    assert not may_mean_harm("Pancakes at Merle's")


@pytest.mark.parametrize("tool", ["houses", "faces", "ladder", "day", "mat", "people", "wand", "draw"])
def test_the_childs_whole_screen_is_one_serialisable_value(tool):
    assert json.dumps(asdict(begun(tool).state()))


def test_a_second_turn_goes_on_without_the_welcome():
    child = begun("wand")
    again = ChildPresenter(child.writing.presenter, Door(), "Tansy", "Nia", "ladder")
    assert again.state().prompt == "How safe do you feel at home?"
