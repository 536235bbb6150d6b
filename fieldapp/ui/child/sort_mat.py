"""Cards to sort: one card at a time, and the piles of the form to put it on.

Promise: one press puts the card down; a card on a pile can be taken up again; the piles are the form's own words,
"Pass" among them. Nothing is dragged, nothing is counted against anybody.
Source: interface design section 4.7 ("cards to sort, piles as in the form"); practice design section 5.2.
Signals: `sorted(key, choice)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.presenter import SortCard
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.tile import ChildTile
from fieldapp.ui.kit import Card, Scroll, Text, column
from fieldapp.ui.words import Words

say = Words("Child")


class SortMat(QWidget):
    """The card in hand over the piles."""

    sorted = Signal(str, str)

    def __init__(self, cards: Sequence[SortCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self._cards = tuple(cards)
        self._in_hand = ""
        self._card_words = Text("", "childTitle", "child.ink", align=Qt.AlignmentFlag.AlignHCenter)
        self._hand = Card(
            column(self._card_words, margins=5),
            ground="child.paper",
            line="child.tile.line",
            width="selected",
        )
        self._piles: dict[str, ChildTile] = {}
        self._lists: dict[str, QVBoxLayout] = {}
        self._lying: dict[str, list[ChildTile]] = {}
        mat = QHBoxLayout()
        mat.setSpacing(look.size("childGap"))
        for choice in cards[0].choices if cards else ():
            pile = ChildTile(choice.label or choice.name, style="childBody")
            pile.clicked.connect(lambda _=False, name=choice.name: self._put(name))
            self._piles[choice.name] = pile
            lying = QVBoxLayout()
            lying.setContentsMargins(0, 0, 0, 0)
            lying.setSpacing(look.space(2))
            self._lists[choice.name] = lying
            self._lying[choice.name] = []
            holder = QVBoxLayout()
            holder.setSpacing(look.size("childGap"))
            holder.addWidget(pile)
            holder.addLayout(lying)
            holder.addStretch(1)
            mat.addLayout(holder, 1)
        inside = QVBoxLayout()
        room = look.space(2)
        inside.setContentsMargins(room, room, room, room)
        inside.setSpacing(look.size("childGap"))
        inside.addWidget(self._hand)
        inside.addLayout(mat, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        self._roving = Roving(self, list(self._piles.values()))
        self.show_cards(cards)

    def show_cards(self, cards: Sequence[SortCard]) -> None:
        """The cards as they lie now; the next one not lying anywhere comes to hand."""
        self._cards = tuple(cards)
        held = next((card for card in cards if card.key == self._in_hand), None)
        if held is None or held.value:
            self._in_hand = next((card.key for card in cards if not card.value), "")
        held = next((card for card in cards if card.key == self._in_hand), None)
        self._card_words.setText(held.label if held else say("Every card has a place."))
        for name, pile in self._piles.items():
            pile.setEnabled(held is not None)
            words = held.label if held else ""
            pile.setAccessibleName(f"{pile.words()}: {words}" if words else pile.words())
            self._lay_down(name)

    def piles(self) -> dict[str, ChildTile]:
        """The piles by choice."""
        return dict(self._piles)

    def lying(self, name: str) -> list[QAbstractButton]:
        """The cards on one pile."""
        return list(self._lying[name])

    def in_hand(self) -> str:
        """The card to put down, or "" when all lie."""
        return self._in_hand

    def focus_first(self) -> None:
        """Put the keyboard on the first pile."""
        first = next(iter(self._piles.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_down(self, name: str) -> None:
        lying = [card for card in self._cards if card.value == name and card.key != self._in_hand]
        tiles = self._lying[name]
        while len(tiles) > len(lying):
            gone = tiles.pop()
            self._lists[name].removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(tiles) < len(lying):
            tile = ChildTile("", style="words")
            tile.clicked.connect(lambda _=False, tile=tile: self._take_up(tile))
            tiles.append(tile)
            self._lists[name].addWidget(tile)
        for tile, card in zip(tiles, lying, strict=True):
            tile.set_words(card.label)
            tile.setProperty("card", card.key)
            tile.setAccessibleName(say("{card}, take it up again", card=card.label))

    def _put(self, name: str) -> None:
        if self._in_hand:
            key, self._in_hand = self._in_hand, ""
            self.sorted.emit(key, name)

    def _take_up(self, tile: ChildTile) -> None:
        self._in_hand = str(tile.property("card"))
        self.sorted.emit(self._in_hand, "")
