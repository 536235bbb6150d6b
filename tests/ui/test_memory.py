"""Widgets in unreachable cycles are destroyed on the window's thread and nowhere else."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget

from fieldapp.ui.memory import OLD_EVERY, QUIET_MS, Sweeper


class Told:
    """Notes on which thread it goes."""

    def __init__(self, where):
        self.where = where

    def __del__(self):
        self.where.append(threading.get_ident())


def leave_a_cycle(where):
    widget = QWidget()
    widget.told = Told(where)
    widget.itself = widget


def make_many_objects():
    kept = [[[] for _ in range(100)] for _ in range(2_000)]
    del kept


@pytest.fixture
def sweeper(qapp):
    gc.enable()  # as Python starts
    made = Sweeper(lambda: QUIET_MS)
    yield made
    made.stop()
    assert gc.isenabled()
    gc.disable()


def test_another_thread_that_makes_many_objects_destroys_no_widget(sweeper):
    where = []
    leave_a_cycle(where)
    busy = threading.Thread(target=make_many_objects)
    busy.start()
    busy.join()
    assert where == []
    for _ in range(OLD_EVERY):
        sweeper.look()
    assert where == [threading.get_ident()]


def test_while_somebody_types_the_whole_heap_is_not_looked_through(qapp):
    quiet = [0]
    sweeper = Sweeper(lambda: quiet[0])
    where = []
    old = Told(where)
    old.itself = old
    gc.collect(1)  # twice looked at and found in use: it is old now
    gc.collect(1)
    del old
    for _ in range(OLD_EVERY):
        sweeper.look()
    assert where == []
    quiet[0] = QUIET_MS
    sweeper.look()
    assert where == [threading.get_ident()]
    sweeper.stop()
