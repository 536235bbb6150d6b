"""A long page made a little at a time: `fieldapp/ui/kit/slices.py`."""

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.ui.kit import Slices
from fieldapp.ui.kit import slices as slices_module

ALL = list(range(12))
SLOW_MS = 0.001


@pytest.fixture
def page(shown, monkeypatch):
    """A page whose steps are so slow that each needs a turn of its own."""
    QApplication.processEvents()
    monkeypatch.setattr(slices_module, "BUDGET_MS", SLOW_MS)
    return shown(QWidget(), 200, 100)


def steps(done, numbers=ALL):
    def step(number):
        sum(range(1_000))  # longer than the budget
        done.append(number)

    return [lambda number=number: step(number) for number in numbers]


def test_steps_are_done_in_order_the_first_at_once_and_the_rest_in_later_turns(page, qtbot):
    done, slices = [], Slices(page)
    slices.begin(steps(done))
    assert done == [0]
    assert not slices.is_whole()
    with qtbot.waitSignal(slices.whole):
        pass
    assert done == ALL
    assert slices.is_whole()


def test_between_two_steps_the_window_answers(page, qtbot):
    done, slices = [], Slices(page)
    seen = []
    QTimer.singleShot(0, lambda: seen.append(len(done)))
    slices.begin(steps(done))
    with qtbot.waitSignal(slices.whole):
        pass
    assert seen[0] < len(ALL)


def test_newer_steps_replace_what_is_left_of_older_ones(page, qtbot):
    done, slices = [], Slices(page)
    slices.begin(steps(done))
    slices.begin(steps(done, [100, 101]))
    assert not slices.is_whole()
    with qtbot.waitSignal(slices.whole):
        pass
    assert done == [0, 100, 101]


def test_a_step_may_begin_others(page):
    done, slices = [], Slices(page)
    slices.begin([lambda: slices.begin(steps(done, [7, 8])), *steps(done)])
    slices.finish()
    assert done == [7, 8]


def test_finishing_does_the_rest_now_and_says_so_once(page, qtbot):
    done, slices = [], Slices(page)
    said = []
    slices.whole.connect(lambda: said.append(len(done)))
    slices.begin(steps(done))
    slices.finish()
    slices.finish()
    QApplication.processEvents()
    assert done == ALL
    assert said == [len(ALL)]


def test_out_of_sight_nothing_is_made_and_back_in_sight_it_goes_on(page, qtbot):
    done, slices = [], Slices(page)
    slices.begin(steps(done))
    page.hide()
    for _ in ALL:
        QApplication.processEvents()
    assert done == [0]
    page.show()
    qtbot.waitUntil(slices.is_whole)
    assert done == ALL


def test_a_page_that_was_thrown_away_makes_nothing_more(page):
    gone = QWidget(page)
    gone.show()
    done, slices = [], Slices(gone)
    slices.begin(steps(done))
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    for _ in ALL:
        QApplication.processEvents()
    assert done == [0]


def test_what_was_stopped_is_not_made(page):
    done, slices = [], Slices(page)
    slices.begin(steps(done))
    slices.stop()
    slices.finish()
    assert done == [0]


def test_two_parts_of_a_page_share_the_time_of_a_turn(page, qtbot):
    done, first, second = [], Slices(page), Slices(page)
    first.begin(steps(done))
    second.begin(steps(done, [100, 101]))
    assert done == [0]
    with qtbot.waitSignals([first.whole, second.whole]):
        pass
    assert sorted(done) == [*ALL, 100, 101]
