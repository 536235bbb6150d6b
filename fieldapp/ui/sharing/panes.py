"""Two panes of a page that scroll each for itself; one under the other where there is no room for both.

Promise: beside each other, the panes are as tall as the page's place, so what is done at the right stays in sight
however long the copy at the left is; one under the other they are as tall as what they hold, the steps first.
Never here: words.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import Panel, Scroll, column, row
from fieldapp.ui.pages.screen import WIDEST

WIDE_FROM = 940
"""Logical width from which the copy stands beside the steps (interface design section 9: right under left below)."""


class Panes(QWidget):
    """The copy (a wide pane on sunken ground, called `name`) and the steps (a narrow pane with a foot)."""

    def __init__(
        self, copy: QWidget, steps: QWidget, foot: QWidget, area: QScrollArea, *, side: int, name: str
    ) -> None:
        super().__init__()
        self._name = name
        self._copy, self._steps, self._foot, self._area, self._side = copy, steps, foot, area, side
        self._wide: bool | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._held: QWidget | None = None
        self._narrow: QWidget | None = None
        area.viewport().installEventFilter(self)
        self.arrange()

    def is_wide(self) -> bool:
        """True while the panes stand side by side."""
        return bool(self._wide)

    def arrange(self) -> None:
        """Lay the panes out for the room there is."""
        place = self._area.viewport()
        wide = place.width() / theme.current().step >= WIDE_FROM
        if wide != self._wide:
            self._wide = wide
            self._lay_out()
        if wide:
            self.setFixedHeight(place.height())
            if self._narrow is not None:
                self._narrow.setFixedWidth(round(self._side * theme.current().step))
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(WIDEST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area.viewport() and event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_outer"):
            self.arrange()

    def _lay_out(self) -> None:
        focus = self.window().focusWidget()
        mine = focus if focus is not None and self.isAncestorOf(focus) else None
        old = self._held
        for piece in (self._copy, self._steps, self._foot):
            piece.setParent(self)
        self._held = self._side_by_side() if self._wide else self._one_under_the_other()
        self._outer.addWidget(self._held)
        for piece in (self._copy, self._steps, self._foot):
            piece.show()
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        if mine is not None:
            mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def _side_by_side(self) -> QWidget:
        reading = Scroll(column(self._copy, None, margins=(6, 8)), ground="bg.sunken")
        reading.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # it has nothing to press: arrows and pages scroll it
        reading.setAccessibleName(self._name)
        right = Panel(
            column(Scroll(column(self._steps, None, margins=("gutter", 4, "gutter", 4))), self._foot, gap=0),
            ground="bg.surface",
            edges="leading",
        )
        self._narrow = right
        both = row(right, Panel(column(reading), ground="bg.sunken"), gap=0)
        both.setDirection(
            QBoxLayout.Direction.RightToLeft
        )  # the steps come first for the Tab key and for listeners
        both.setStretch(1, 1)
        holder = QWidget(self)
        holder.setLayout(both)
        return holder

    def _one_under_the_other(self) -> QWidget:
        self._narrow = None
        top = Panel(column(self._steps, margins=(4, "gutter")), ground="bg.surface")
        below = Panel(column(self._copy, margins=(4, "gutter")), ground="bg.sunken")
        holder = QWidget(self)
        holder.setLayout(column(top, Panel(column(self._foot), ground="bg.surface"), below, gap=0))
        return holder
