"""The copy on screen, before it leaves: the same sheet as on paper, with the same words at its head and foot.

Promise: everything the pages hold and nothing else, in their order; the three kinds of words keep their own look; for
whom alone it is stands across it. It is made piece by piece, so that the window goes on answering keys.
Never: where one page ends (that is known of the PDF alone), what may be shown.
Source: interface design section 4.14 (PagePreview). The true pages would need QtPdf, which Fieldapp does not carry.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fieldapp.reports import Entry, Section, Sheet
from fieldapp.reports.pages import MARK_SLOPE, WORDS_OF_THE_PAGE, mark_across
from fieldapp.ui import theme
from fieldapp.ui.form.check_view import DrawingView
from fieldapp.ui.kit import Card, Hairline, IconLine, Text, column, row
from fieldapp.ui.pages.screen import Island, stacked
from fieldapp.ui.words import Words

say = Words("Share")

KINDS = {
    "words": ("quote", "field.words.mark", "field.words.bg", "words"),
    "saw": ("eye", "field.saw.mark", "field.saw.bg", "body"),
    "think": ("lightbulb", "field.think.mark", "bg.surface", "body"),
}
MARK_EVERY = 3
"""The name stands across the sheet once for so many of its widths of height, as it does down a page."""


class Paper(Card):
    """One sheet; `pieces` gives what to call, in turn, to fill it."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        self._lines = column(gap=4, margins=8)
        super().__init__(self._lines, line="line.control", width="control", radius="mark", parent=parent)
        self._sheet, self._mark = sheet, mark_across(sheet)
        self._words = WORDS_OF_THE_PAGE.get(sheet.language, WORDS_OF_THE_PAGE["en"])
        self.setAccessibleName(say("What the copy holds: {title}", title=sheet.title))

    def pieces(self) -> list[Callable[[], Any]]:
        """Its head, each section, its foot."""
        sections = [
            partial(self._add, partial(_section, one, self._sheet, self._words))
            for one in self._sheet.sections
        ]
        return [partial(self._add, self._head), *sections, partial(self._add, self._foot)]

    def _add(self, make: Callable[[], QWidget]) -> None:
        self._lines.addWidget(Island(make()))

    def _head(self) -> QWidget:
        sheet, made = self._sheet, self._sheet.made
        line = row(
            Text(made.organisation, "caption", "ink.soft"), Text(made.at, "caption", "ink.soft"), gap=3
        )
        line.setStretch(0, 1)
        pieces: list[Any] = [line, Text(sheet.title, "h2", "ink.strong")]
        if sheet.reference:
            pieces.append(Text(sheet.reference, "body", "ink.soft"))
        if sheet.left_out and not sheet.large:
            pieces.append(Text(self._words["left_out"], "caption", "ink.soft"))
        return stacked(*pieces, gap=1)

    def _foot(self) -> QWidget:
        made = self._sheet.made
        lines = [self._words["for"].format(recipient=made.recipient)] if made.recipient else []
        lines.append(self._words["made"].format(at=made.at, by=made.by))
        lines += [self._words["version"].format(version=made.version)] if made.version else []
        pieces: list[Any] = [Hairline(), *(Text(one, "caption", "ink.soft") for one in lines)]
        if made.unsent:
            pieces.append(Text(self._words["unsent"], "caption", "status.held.ink"))
        return stacked(*pieces, gap=1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, and pale across it for whom alone it is."""
        super().paintEvent(event)
        if not self._mark:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setFont(look.font("h1"))
        painter.setPen(look.colour("bg.sunken"))
        apart = max(1, round(self.width() * MARK_EVERY / 4))
        for n in range(self.height() // apart + 1):
            painter.save()
            painter.translate(QPointF(self.width() / 2, apart * (n + 0.5)))
            painter.rotate(-MARK_SLOPE)
            wide = self.width() * 2
            tall = look.line("h1")
            painter.drawText(
                QRectF(-wide / 2, -tall / 2, wide, tall), int(Qt.AlignmentFlag.AlignCenter), self._mark
            )
            painter.restore()


def _section(section: Section, sheet: Sheet, words: dict[str, str]) -> QWidget:
    pieces: list[Any] = []
    if section.title:
        pieces.append(Text(section.title, "h3" if section.level == 1 else "bodyStrong", "ink.strong"))
    pieces += [_entry(entry, sheet, words) for entry in section.entries]
    return stacked(*pieces, gap=3)


def _entry(entry: Entry, sheet: Sheet, words: dict[str, str]) -> QWidget:
    """An answer under its question, as on paper; for a listener one name that says whose words they are."""
    kind = KINDS.get(entry.voice)
    label = entry.label if not entry.author else f"{entry.label} ({entry.author})"
    if kind and not sheet.large:
        label = f"{label} · {words[entry.voice]}" if label else words[entry.voice]
    if entry.undecided:
        label = f"{label} · {words['undecided']}"
    pieces: list[Any] = []
    if label and kind:
        pieces.append(IconLine(kind[0], label, ink="ink.soft", icon_ink=kind[1], style="label", wrap=True))
    elif label:
        pieces.append(Text(label, "label", "ink.soft"))
    said = entry.text
    if entry.voice == "drawing":
        pieces.append(DrawingView(entry.text))
        said = say("a drawing")
    elif kind:
        shown = Text(
            entry.text,
            "childBody" if sheet.large else kind[3],
            "ink.strong" if entry.voice == "words" else "ink.body",
        )
        dashed = entry.voice == "think"
        pieces.append(
            Card(
                column(shown, margins=(2, 3)),
                ground=kind[2],
                line="line.control" if dashed else None,
                radius="control",
                dashed=dashed,
            )
        )
    else:
        pieces.append(Text(entry.text, "childBody" if sheet.large else "body", "ink.body"))
    holder = stacked(*pieces, gap=1)
    holder.setAccessibleName(f"{label}: {said}")
    return holder
