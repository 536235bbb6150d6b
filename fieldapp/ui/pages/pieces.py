"""Small pieces that several pages share: a card with a heading, a row of facts, the line under a page's title.

Promise: each is made of the kit and of tokens; nothing here knows a family. Never here: words of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from fieldapp.ui.kit import (
    Button,
    Card,
    Hairline,
    IconLine,
    Run,
    SyncMark,
    Text,
    column,
    row,
    set_margins,
)
from fieldapp.ui.pages.marks import Mark

Piece = QWidget | QLayout | int | None


def heading(title: str, under: str = "", *beside: QWidget, style: str = "h1") -> QWidget:
    """The page's title with a quiet line under it, and what stands at the trailing edge."""
    words = column(Text(title, style, "ink.strong"), gap=0)
    if under:
        words.addWidget(Text(under, "body", "ink.soft"))
    holder = QWidget()
    line = row(words, *beside, gap=3)
    line.setStretch(0, 1)
    for index in range(1, line.count()):
        line.setAlignment(line.itemAt(index).widget(), Qt.AlignmentFlag.AlignVCenter)  # type: ignore[union-attr, arg-type]
    holder.setLayout(line)
    return holder


def titled(title: str, *pieces: Piece, beside: Sequence[QWidget] = (), count: str = "") -> Card:
    """A card with a heading line, a hairline, and pieces edge to edge under it."""
    words = Text("", "h3", "ink.strong")
    words.set_runs([Run(title), *([Run("  " + count, "body", "ink.soft")] if count else [])])
    line = row(words, *beside, gap=3, margins=(3, 4))
    line.setStretch(0, 1)
    inside = column(line, gap=0)
    for piece in pieces:
        if isinstance(piece, QWidget):
            inside.addWidget(piece)
        elif isinstance(piece, QLayout):
            inside.addLayout(piece)
    return Card(inside)


def ruled(widgets: Sequence[QWidget], *, first: bool = False) -> QVBoxLayout:
    """Widgets one under another with a hairline between (and before the first, if asked)."""
    inside = column(gap=0)
    for index, widget in enumerate(widgets):
        if index or first:
            inside.addWidget(Hairline())
        inside.addWidget(widget)
    return inside


def ruled_inset(widgets: Sequence[QWidget]) -> QVBoxLayout:
    """The same, with room at the edges, so that a chosen row's colour stays inside the card's round corners."""
    inside = ruled(widgets)
    set_margins(inside, 1)
    return inside


def padded(*pieces: Piece, gap: int | str = 2, v: int | str = 3, h: int | str = 4) -> QWidget:
    """Pieces one under another with the room that a card's rows have."""
    holder = QWidget()
    layout = column(*pieces, gap=gap)
    set_margins(layout, (v, h))
    holder.setLayout(layout)
    return holder


def mark_of(mark: Mark, *, wrap: bool = False) -> SyncMark:
    """The mark drawn."""
    return SyncMark(mark.kind, mark.words, mark.sentence, wrap=wrap)


class FactLine(IconLine):
    """An icon and words that are as tall as they need at the width they ask for, so that facts sit close together."""

    def sizeHint(self) -> QSize:
        asked = super().sizeHint()
        return QSize(
            asked.width(), self.heightForWidth(asked.width()) if self.hasHeightForWidth() else asked.height()
        )


def look_line(icon: str, words: str, *, look: bool, wrap: bool = True) -> IconLine:
    """A small fact; amber and heavier when it needs a look (the words say so too)."""
    return FactLine(
        icon,
        words,
        ink="status.decision.ink" if look else "ink.soft",
        style="label" if look else "caption",
        wrap=wrap,
    )


def link(words: str, *, icon: str | None = None) -> Button:
    """A quiet, small button that leads somewhere."""
    return Button(words, "quiet", icon=icon, height="controlCompact")
