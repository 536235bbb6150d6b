"""The pad for four digits, for the ear and for the eye."""

from PySide6.QtCore import Qt

from fieldapp.ui import kit
from fieldapp.ui.kit.focus import reach
from fieldapp.ui.kit.pin_pad import PinPad


def test_the_pad_says_how_many_digits_are_in_and_never_which(shown, qtbot):
    pad = PinPad()
    shown(kit.Panel(kit.column(pad, None, margins=6)), 600, 600)
    assert pad.accessibleName() == "0 of 4 digits"
    qtbot.keyClicks(pad, "25")
    assert pad.accessibleName() == "2 of 4 digits"
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.accessibleName() == "1 of 4 digits"
    qtbot.keyClicks(pad, "111")
    assert pad.accessibleName() == "4 of 4 digits"
    pad.clear()
    assert pad.accessibleName() == "0 of 4 digits"


def test_the_ring_around_the_pad_does_not_touch_its_keys(shown):
    pad = PinPad()
    shown(kit.Panel(kit.column(pad, None, margins=6)), 600, 600)
    keys = [key.geometry() for key in pad.keys.values()]
    inside = pad.rect().adjusted(reach(), reach(), -reach(), -reach())
    assert all(inside.contains(key) for key in keys)
