"""The set-up page of direct work on screen: who, who can hear, then an activity, which starts it.

Promise: with child and hearers known, one press begins. The one thing to do is to pick an activity, so no button is
filled until then. What stands lower on the page is made a little in each turn; whoever asks for an activity has them
all at once. Never: another family's name. Source: interface design sections 4.7 and 4.18.
Signals: `back_requested()`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.frame import TOOL_ICONS
from fieldapp.ui.child.grid import TileGrid
from fieldapp.ui.child.setup import SetupActivity, SetupPresenter, SetupState
from fieldapp.ui.child.tile import ChildTile
from fieldapp.ui.kit import (
    Button,
    Choice,
    ChoiceList,
    FieldFrame,
    IconButton,
    Reading,
    Scroll,
    Segmented,
    Slices,
    Text,
    column,
    row,
)
from fieldapp.ui.pages.screen import Island
from fieldapp.ui.words import Words

say = Words("Child")


class SetupPage(QWidget):
    """One page, top to bottom in the order of the questions."""

    back_requested = Signal()

    def __init__(self, presenter: SetupPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        state = presenter.state()
        self.back = IconButton("arrow-left", say("Back"))
        self.back.clicked.connect(self.back_requested)
        title = Text(say("Direct work"), "h2", "ink.strong")
        self._family = Text(state.family, "body", "ink.soft")
        self.rehearse = Button(say("Rehearse with an invented child"), "quiet")
        self.rehearse.clicked.connect(lambda: presenter.rehearse())
        head = row(self.back, column(title, self._family, gap=0), self.rehearse, gap=3)
        head.setStretch(1, 1)
        self.children_list = ChoiceList(
            [Choice(child.id, child.name) for child in state.children], columns=True, may_clear=False
        )
        self.children_list.chosen.connect(presenter.choose_child)
        self.earshot = ChoiceList([], many=True, columns=True)
        self.earshot.answered.connect(presenter.choose_hearing)
        self.language = Segmented(
            [Choice(language, language.partition(" (")[0]) for language in state.languages], may_clear=False
        )
        self.language.chosen.connect(presenter.choose_language)
        self._who = FieldFrame(say("Who are you with?"), self.children_list, style="h3")
        self._hear = FieldFrame(say("Who can hear?"), self.earshot, style="h3")
        self._speak = FieldFrame(say("Which language?"), self.language, style="h3")
        self._what = Text(say("What do you do together? It starts at once."), "h3", "ink.strong")
        self._hint = Text("", "body", "status.decision.ink")
        self._goes_on = Text("", "body", "ink.soft")
        self.activities = TileGrid(tall=True)
        self._tiles: dict[str, ChildTile] = {}
        inside = column(
            self._who,
            self._hear,
            self._speak,
            self._what,
            self._hint,
            self._goes_on,
            Island(self.activities),
            None,
            gap=5,
        )
        reading = column(Reading(inside), margins=("page", 2, "page", "page"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        top = QWidget()
        top.setLayout(head)
        edge = theme.current().space(5)
        head.setContentsMargins(edge, theme.current().space(2), edge, theme.current().space(2))
        whole.addWidget(top)
        whole.addWidget(Scroll(reading), 1)
        presenter.listen(lambda: self._show(presenter.state()))
        self._name = state.name
        self._show(state)
        self._slices = Slices(self)
        self._slices.begin_later(
            [
                partial(self._offer_earshot, state),
                *[partial(self._make_tile, activity) for activity in state.activities],
                lambda: self.activities.show_tiles(list(self._tiles.values())),
            ]
        )

    # What the shell may ask of a page.
    wants_room = True

    def opened(self) -> str:
        """What a listener hears when the page is shown."""
        return self._name

    def first_focus(self) -> QWidget | None:
        """The first unfinished thing: who, else the first activity."""
        if self._presenter.state().ready:
            return next(iter(self.tiles().values()), None)
        return next(iter(self.children_list._members), None)

    def tiles(self) -> dict[str, ChildTile]:
        """The activities by tool."""
        self._slices.finish()
        return dict(self._tiles)

    def is_whole(self) -> bool:
        """True when everything on the page stands."""
        return self._slices.is_whole()

    def _offer_earshot(self, state: SetupState) -> None:
        self.earshot.set_choices(
            [Choice(choice.name, choice.label or choice.name) for choice in state.earshot]
        )
        self.earshot.set_value(self._presenter.hearing)

    def _make_tile(self, activity: SetupActivity) -> None:
        tile = ChildTile(
            activity.label, icon=TOOL_ICONS.get(activity.tool, "star"), shape="above", style="bodyStrong"
        )
        tile.clicked.connect(lambda: self._presenter.begin(activity.tool))
        tile.setEnabled(self._presenter.is_ready)
        self._tiles[activity.tool] = tile

    def _show(self, state: SetupState) -> None:
        self.children_list.set_value(tuple(child.id for child in state.children if child.here))
        self.earshot.set_value(state.hearing)
        self.language.set_value(state.language)
        self._speak.setVisible(len(state.languages) > 1)
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._goes_on.setText(state.goes_on)
        self._goes_on.setVisible(bool(state.goes_on))
        for tile in self._tiles.values():
            tile.setEnabled(state.ready)
