"""Feelings to pick: drawn faces with their words, six at a time, then "Something else" for the rest.

Promise: the form's own feelings in the form's own words and order; one or many, as the form asks; "Pass" is always in
sight where the form has it. One Tab stop, arrows move, Space picks; picking the chosen one again takes it back.
Never: a face without its word, a feeling the form does not have.
Source: interface design section 4.7 (Feelings, `FeelingPicker`).
Signals: `chosen(str)`: the name, several names with a blank between, or "".
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fieldapp.forms import Choice
from fieldapp.ui.child.faces import face_picture
from fieldapp.ui.child.grid import TileGrid
from fieldapp.ui.child.tile import ChildTile
from fieldapp.ui.words import Words

say = Words("Child")

SHOWN_AT_ONCE = 6
PASS = "pass"  # noqa: S105  a choice, not a secret


class FeelingPicker(TileGrid):
    """Faces in a grid that fits the width."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[Choice], *, value: str = "", many: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(tall=True, parent=parent)
        self._choices, self._many = tuple(choices), many
        self._set = 0
        self._tiles: dict[str, ChildTile] = {}
        for choice in self._choices:
            tile = ChildTile(
                choice.label or choice.name,
                picture=face_picture(choice.name),
                shape="above",
                checkable=True,
                parent=self,
            )
            tile.clicked.connect(lambda _=False, name=choice.name: self._pressed(name))
            self._tiles[choice.name] = tile
        self._more = ChildTile(say("Something else"), icon="plus", shape="above", look="dashed", parent=self)
        self._more.clicked.connect(self._show_more)
        self.set_value(value)
        self._open_at_choice()

    def value(self) -> str:
        """What is chosen."""
        return " ".join(name for name, tile in self._tiles.items() if tile.isChecked())

    def set_value(self, value: str) -> None:
        """Show what is chosen."""
        names = set(value.split())
        for name, tile in self._tiles.items():
            tile.setChecked(name in names)

    def tiles(self) -> dict[str, ChildTile]:
        """Every face by its name, shown or not."""
        return dict(self._tiles)

    def more(self) -> ChildTile:
        """The tile that leads to the rest."""
        return self._more

    def focus_first(self) -> None:
        """Put the keyboard on the chosen face, or the first."""
        shown = self._shown()
        chosen = next((t for t in shown if t.isChecked()), shown[0] if shown else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _sets(self) -> list[list[str]]:
        """The feelings six at a time; "Pass" stays beside whichever six are shown."""
        names = [choice.name for choice in self._choices if choice.name != PASS]
        return [names[i : i + SHOWN_AT_ONCE] for i in range(0, len(names), SHOWN_AT_ONCE)] or [[]]

    def _shown(self) -> list[ChildTile]:
        found = [self._tiles[name] for name in self._sets()[self._set]]
        if PASS in self._tiles:
            found.append(self._tiles[PASS])
        if len(self._sets()) > 1:
            found.append(self._more)
        return found

    def _open_at_choice(self) -> None:
        chosen = set(self.value().split()) - {PASS}
        self._set = next((i for i, names in enumerate(self._sets()) if chosen & set(names)), 0)
        self._show_set()

    def _show_more(self) -> None:
        self._set = (self._set + 1) % len(self._sets())
        self._show_set()
        self._shown()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_set(self) -> None:
        for tile in [*self._tiles.values(), self._more]:
            tile.hide()
        self.show_tiles(self._shown())

    def _pressed(self, name: str) -> None:
        tile = self._tiles[name]
        if not self._many:
            for other in self._tiles.values():
                other.setChecked(other is tile and tile.isChecked())
        elif tile.isChecked():  # "Pass" and feelings do not go together: the newer press stands
            for other_name, other in self._tiles.items():
                if (name == PASS) != (other_name == PASS):
                    other.setChecked(False)
        self.chosen.emit(self.value())
