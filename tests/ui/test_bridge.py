"""Work aside gives way: `fieldapp/ui/bridge.py`."""

import sys

from fieldapp.ui.bridge import GIVE_WAY_S, Tasks


def test_with_work_aside_the_window_waits_for_its_turn_less_than_a_millisecond(qapp):
    """The bug: each of the many calls of one painting waited Python's 5 ms for work aside, 50 ms in all."""
    tasks = Tasks(qapp)
    assert sys.getswitchinterval() <= GIVE_WAY_S < 0.001
    tasks.close()
