"""A card that was taken away: one line, with its way back."""

from PySide6.QtCore import Qt

from fieldapp.ui import kit
from fieldapp.ui.kit.focus import reach


def test_the_ring_around_put_back_leaves_the_words_beside_it_readable(shown):
    card = kit.RepeatCard("Weigh Wilf every two weeks at home")
    card.set_removed(True)
    shown(kit.Panel(kit.column(card, None, margins=6)), 700, 400)
    card.undo.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.undo.x() - card._note.geometry().right() > reach()
