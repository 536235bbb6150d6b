"""Every type of question has a widget, and every widget gives back what a person put in."""

from typing import get_args

import pytest
from note_desk import open_form
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.forms import Choice, QuestionType
from fieldapp.ui.form.state import Question
from fieldapp.ui.kit import Button
from fieldapp.ui.questions import FACTORIES, NEVER_ASKED, widget_for
from fieldapp.ui.questions.itself import UnansweredHere

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
ROOMS = tuple(Choice(name, name.title()) for name in ("kitchen", "bath", "garden", "garage", "attic"))


def question(kind, value="", **other):
    given = {
        "key": "q",
        "type": kind,
        "field_kind": "plain",
        "label": "What is it?",
        "hint": "",
        "value": value,
        "text": value,
        "choices": (),
        "appearance": (),
        "parameters": (("now", "2026-03-05T14:32+00:00"), ("today", "2026-03-05")),
        "required": False,
        "readonly": False,
        "error": "",
        "restricted": False,
        "restricted_by_form": False,
        "caution": False,
        "whose": "Tansy",
        "name": "What is it?, Tansy",
        "description": "",
    }
    return Question(**{**given, **other})


def test_every_type_of_the_form_engine_has_a_widget_or_a_reason_why_not():
    known = set(FACTORIES) | set(NEVER_ASKED)
    assert set(get_args(QuestionType)) == known
    assert not set(FACTORIES) & set(NEVER_ASKED)


@pytest.mark.parametrize("kind", sorted(FACTORIES))
def test_each_widget_can_be_named_and_shown(kind, shown):
    choices = YES_NO if kind.startswith("select") or kind == "rank" else ()
    widget = widget_for(question(kind, choices=choices))
    shown(widget, 640, 400)
    assert widget.focus_target().accessibleName() == "What is it?, Tansy"


def test_a_type_nobody_knows_shows_itself(shown):
    widget = widget_for(question("hologram"))
    shown(widget, 640, 400)
    assert isinstance(widget, UnansweredHere)


def answers_of(widget):
    heard = []
    widget.answered.connect(heard.append)
    return heard


def test_a_day_is_typed_as_people_write_it(shown, qtbot):
    widget = widget_for(question("date"))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    widget.take_focus()
    qtbot.keyClicks(widget.focus_target(), "4/3/26")
    assert heard[-1] == "2026-03-04"


def test_nothing_rewrites_a_day_while_it_is_typed(shown, qtbot):
    widget = widget_for(question("date"))
    shown(widget, 640, 400)
    widget.take_focus()
    qtbot.keyClicks(widget.focus_target(), "4/3")
    widget.show_question(question("date", "2026-03-04", text="4 March 2026"))
    assert widget.focus_target().text() == "4/3"


def test_a_day_the_form_calls_recent_is_yesterday_with_two_tabs_and_a_space(shown, qtbot):
    widget = widget_for(question("date", appearance=("recent",)))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    widget.take_focus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard[-1] == "2026-03-04"
    assert widget.focus_target().text() == "4 March 2026"


@pytest.mark.parametrize(
    ("form", "key", "offered"),
    [("person", "dob", False), ("plan", "next_review", False), ("chronology_entry", "event_on", True)],
)
def test_today_and_yesterday_are_offered_only_where_a_day_is_mostly_recent(form, key, offered, shown):
    appearance = open_form(form).node(key).appearance
    widget = widget_for(question("date", appearance=appearance))
    shown(widget, 640, 400)
    words = [button.words() for button in widget.findChildren(Button) if button.isVisible()]
    assert words == (["Today", "Yesterday"] if offered else [])


def test_a_choice_takes_back_when_pressed_again(shown, qtbot):
    widget = widget_for(question("select_one", choices=YES_NO))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    widget._segments._segments[0].click()
    widget._segments._segments[0].click()
    assert heard == ["yes", ""]


def test_several_choices_are_one_answer(shown):
    widget = widget_for(question("select_multiple", choices=ROOMS))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    for place in (2, 0):
        widget._list._members[place].click()
    assert heard[-1] == "kitchen garden"


def test_an_order_is_answered_by_moving_and_can_be_kept_as_it_is(shown):
    widget = widget_for(question("rank", choices=ROOMS[:3]))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    widget._keep.click()
    widget._move(2, -1)
    assert heard == ["kitchen bath garden", "kitchen garden bath"]


def test_a_tick_carries_the_question_as_its_words(shown):
    widget = widget_for(question("acknowledge"))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    widget._tick.click()
    assert heard == ["OK"]
    assert not widget.frame.label.isVisible()


def test_a_ladder_in_a_form_is_stepped_on(shown):
    parameters = (("end", "10"), ("start", "0"), ("step", "1"))
    widget = widget_for(question("range", parameters=parameters, appearance=("scale-ladder",)))
    shown(widget, 640, 400)
    heard = answers_of(widget)
    widget._steps.steps()[7].click()
    assert heard == ["7"]


def test_a_drawing_in_a_form_is_kept_at_the_lift_of_the_pen(shown, qtbot):
    from PySide6.QtCore import QPoint, Qt

    widget = widget_for(question("text", appearance=("draw",)))
    shown(widget, 640, 700)
    heard = answers_of(widget)
    canvas = widget.focus_target()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(260, 190))
    assert heard == []
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(260, 190))
    assert heard[0].startswith("1 1200x800;black,")


def test_readonly_answers_are_shown_and_cannot_be_changed(shown):
    widget = widget_for(question("text", "Marchwen Primary", readonly=True))
    shown(widget, 640, 400)
    assert widget.focus_target().isReadOnly()
