"""The child's widgets under finger, pen and keys: sizes, names, undo, and what is kept when."""

import pytest
from note_desk import library
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from test_child_presenter import begun, session

from fieldapp.forms import Choice
from fieldapp.records.drawing import parse
from fieldapp.ui import theme, words
from fieldapp.ui.child.body_map import PLACES, BodyMap
from fieldapp.ui.child.draw_canvas import PAGE_HEIGHT, DrawCanvas
from fieldapp.ui.child.faces import FACES
from fieldapp.ui.child.feelings import FeelingPicker
from fieldapp.ui.child.frame import ChildFrame
from fieldapp.ui.child.houses import NoteTile
from fieldapp.ui.child.scale_steps import ScaleSteps

FEELINGS = tuple(Choice(name, name.title()) for name in [*list(FACES)[:8], "pass"])
LEAST = 64


def pull(qtbot, canvas, *points):
    first, *rest = points
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*first))
    for point in rest:
        qtbot.mouseMove(canvas, QPoint(*point))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*rest[-1]))


@pytest.fixture
def canvas(shown):
    return shown(DrawCanvas(name="Draw anything you like"), 900, 600)


def test_a_line_is_told_of_when_the_pen_lifts_and_not_before(canvas, qtbot):
    told = []
    canvas.drawn.connect(told.append)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(300, 200))
    assert told == []
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert len(parse(told[0]).strokes) == 1


def test_undo_goes_all_the_way_back_also_after_a_restart(canvas, qtbot, shown):
    for y in (100, 200, 300):
        pull(qtbot, canvas, (100, y), (400, y))
    again = shown(DrawCanvas(canvas.text()), 900, 600)
    for left in (2, 1, 0):
        again.undo()
        assert again.stroke_count() == left
    assert again.text() == ""
    assert not again.can_undo()


def test_the_rubber_takes_whole_lines_and_that_can_be_undone(canvas, qtbot):
    pull(qtbot, canvas, (100, 100), (500, 100))
    pull(qtbot, canvas, (100, 300), (500, 300))
    canvas.set_tool("rubber")
    pull(qtbot, canvas, (300, 80), (300, 120))
    assert canvas.stroke_count() == 1
    canvas.undo()
    assert canvas.stroke_count() == 2


def test_a_new_page_never_wipes(canvas, qtbot):
    pull(qtbot, canvas, (100, 100), (500, 100))
    canvas.new_page()
    pull(qtbot, canvas, (100, 200), (500, 200))
    drawing = parse(canvas.text())
    assert drawing.height == 2 * PAGE_HEIGHT
    assert len(drawing.strokes) == 2
    assert all(y >= PAGE_HEIGHT for _, y in drawing.strokes[1].points)
    canvas.go_to_page(0)
    assert canvas.stroke_count() == 2


def test_turning_the_screen_keeps_every_line_in_page_units(canvas, qtbot):
    pull(qtbot, canvas, (100, 100), (500, 300))
    before = canvas.text()
    canvas.resize(500, 900)
    QApplication.processEvents()
    assert canvas.text() == before


def test_the_keyboard_can_draw(canvas, qtbot):
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(5):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.stroke_count() == 1
    assert canvas.accessibleName() == "Draw anything you like, drawing, 1 line"


def test_new_parts_are_drawn_into_the_kept_picture(canvas, qtbot):
    """Repainting all strokes at every movement is what made dense drawings unusable: it must not happen."""
    for number in range(20):
        pull(qtbot, canvas, (50, 20 * number + 20), (800, 20 * number + 20))
    kept = canvas._kept_picture()
    pull(qtbot, canvas, (50, 500), (800, 500))
    assert canvas._kept_picture().cacheKey() != 0
    assert canvas._picture is kept


def test_feelings_come_six_at_a_time_with_pass_in_sight(shown, qtbot):
    picker = shown(FeelingPicker(FEELINGS), 1100, 500)
    assert [tile.words() for tile in picker.seen()] == [
        "Happy",
        "Excited",
        "Calm",
        "Proud",
        "Loved",
        "Sad",
        "Pass",
        "Something else",
    ]
    picker.more().click()
    assert [tile.words() for tile in picker.seen()] == ["Worried", "Scared", "Pass", "Something else"]


def test_one_feeling_or_many_as_the_form_asks(shown):
    one = shown(FeelingPicker(FEELINGS), 1100, 500)
    one.tiles()["happy"].click()
    one.tiles()["calm"].click()
    assert one.value() == "calm"
    many = shown(FeelingPicker(FEELINGS, many=True), 1100, 500)
    many.tiles()["happy"].click()
    many.tiles()["calm"].click()
    assert many.value() == "happy calm"
    many.tiles()["pass"].click()
    assert many.value() == "pass"


def test_every_feeling_of_the_form_has_a_face_of_its_own():
    choices = library("wishes_and_feelings").question("go/feel/feel_now").choices
    assert {choice.name for choice in choices} <= {*FACES, "pass"}


def test_the_ladder_is_walked_with_arrows_and_stood_on_with_space(shown, qtbot):
    ladder = shown(ScaleSteps(), 1100, 500)
    told = []
    ladder.chosen.connect(told.append)
    ladder.focus_first()
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert told == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert told == ["4"]
    assert QApplication.focusWidget().accessibleName() == "4, on a ladder from 0 to 10"


def test_a_place_in_the_body_is_touched_or_picked_by_its_word(shown, qtbot):
    choices = [Choice(name, name.title()) for name in PLACES]
    body = shown(BodyMap(choices), 900, 600)
    body.tiles()["tummy"].click()
    figure = body.figure()
    area = PLACES["head"][0]
    scale, corner = figure._scale()
    spot = QPointF(area.center().x() * scale, area.center().y() * scale) + corner
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert body.value() == "head tummy"


@pytest.fixture
def frame(shown):
    def made(child, width=1280, height=800):
        window = ChildFrame()
        window.show_session(child)
        shown(window, width, height)
        return window

    return made


@pytest.mark.parametrize("tool", ["houses", "faces", "ladder", "day", "mat", "people", "wand", "draw", ""])
def test_every_target_is_big_enough_for_a_child(tool, frame, qapp):
    window = frame(begun(tool))
    qapp.processEvents()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= LEAST, button.text()


@pytest.mark.parametrize("tool", ["houses", "faces", "ladder", "day", "mat", "people", "wand", "draw", ""])
def test_every_target_has_a_name_and_the_keyboard_reaches_the_first(tool, frame, qtbot):
    window = frame(begun(tool))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
    assert window.accessibleName()


def test_the_first_page_takes_the_keyboard_at_once(frame, qtbot):
    window = frame(session())
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit | QLineEdit | QPlainTextEdit))
    assert window.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 1280)])
def test_the_foot_row_keeps_its_places(width, height, frame):
    window = frame(begun("ladder"), width, height)
    foot = window.hide_it.mapTo(window, QPoint(0, 0))
    give = window.give.mapTo(window, window.give.rect().topRight())
    window._presenter.begin("go/houses")
    QApplication.processEvents()
    assert window.hide_it.mapTo(window, QPoint(0, 0)) == foot
    assert window.give.mapTo(window, window.give.rect().topRight()) == give


def test_houses_stand_one_at_a_time_in_portrait(frame, qapp):
    window = frame(begun("houses"), 800, 1280)
    qapp.processEvents()
    houses = window._content.inner
    assert [view.isVisible() for view in houses.houses()] == [True, False, False]
    houses._after.click()
    assert [view.isVisible() for view in houses.houses()] == [False, True, False]


def test_a_long_list_of_notes_is_walked_with_big_arrows(frame, qapp):
    child = begun("houses")
    for number in range(12):
        child.write_in("go/houses/good")
        child.answer(f"Good thing {number}")
        child.go_on()
    window = frame(child)
    qapp.processEvents()
    good = window._content.inner.houses()[0]
    assert good.tiles()[-1].isVisible()
    assert not good.tiles()[0].isVisible()
    for _ in range(12):
        good.up.click()
    assert good.tiles()[0].isVisible()


def test_enter_opens_writing_in_a_house_and_the_note_that_stands_there(frame, qtbot):
    child = begun("houses")
    window = frame(child)
    qtbot.keyClick(window._content.inner.houses()[0].write, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hasattr(QApplication.focusWidget(), "toPlainText"))
    qtbot.keyClicks(QApplication.focusWidget(), "Pancakes")
    qtbot.keyClick(window.next, Qt.Key.Key_Return)
    assert [note.words for note in child.state().houses[0].notes] == ["Pancakes"]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(NoteTile)))
    note = next(one for one in window.findChildren(NoteTile) if one.isVisible())
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hasattr(QApplication.focusWidget(), "toPlainText"))


def test_writing_in_a_house_with_the_keyboard(frame, qtbot):
    child = begun("houses")
    window = frame(child)
    window._content.inner.houses()[0].write.click()
    qtbot.waitUntil(lambda: hasattr(QApplication.focusWidget(), "toPlainText"))
    qtbot.keyClicks(QApplication.focusWidget(), "Pancakes")
    window.next.click()
    assert [note.words for note in child.state().houses[0].notes] == ["Pancakes"]


def test_undo_in_a_drawing_takes_its_lines_back_first(frame, qtbot):
    child = begun("draw")
    window = frame(child)
    canvas = window._content.canvas
    pull(qtbot, canvas, (100, 100), (300, 100))
    pull(qtbot, canvas, (100, 200), (300, 200))
    window.undo.click()
    assert len(parse(child.instance.node("go/picture").value).strokes) == 1
    window.undo.click()
    assert child.instance.node("go/picture").value == ""


def test_closing_the_window_asks_for_the_way_back(frame):
    child = begun("wand")
    window = frame(child)
    window.close()
    assert window.isVisible()
    assert child.state().screen == "pass_back"


def test_the_pin_is_typed_or_pressed_and_a_wrong_one_says_so(frame, qtbot):
    child = begun("wand")
    window = frame(child)
    window.give.click()
    way_out = window._content.inner
    for digit in "1111":
        way_out.pad.type_digit(digit)
    assert way_out.message() == "That isn't it. 4 tries left."
    for digit in "2580":
        way_out.pad.type_digit(digit)
    assert child.ports.back == 1


def test_f9_hides_the_screen_at_once(frame, qtbot):
    child = begun("wand")
    window = frame(child)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert child.ports.hidden == 1


def test_nothing_is_cut_off_at_twice_the_letter_size(frame, qapp):
    theme.use(theme.Theme(step=2.0), qapp)
    window = frame(session())
    qapp.processEvents()
    assert window.prompt.width() <= window.width()
    assert window.give.width() >= window.give.minimumSizeHint().width()


def test_the_childs_language_is_spoken_everywhere_on_the_screen_and_only_there(frame):
    child = session(language="English (en)")
    window = frame(child)
    child.set_language("Cymraeg (cy)")
    assert words.language() == "cy"
    child.give_back()
    child.try_secret("2580")
    window.end_session()
    assert words.language() == "en"


def test_a_save_that_fails_tells_the_child_that_the_picture_is_safe(frame, qtbot):
    child = begun("draw")
    window = frame(child)
    child.writing.shelf.works = False
    pull(qtbot, window._content.canvas, (100, 100), (300, 100))
    assert window.trouble.words() == "That didn't work. Your picture is safe."
    assert not window.trouble.isHidden()
