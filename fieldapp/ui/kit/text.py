"""Text on a page: set in a token's letters and line height, in runs of different weight, wrapped and never elided.

Promise: a `Text` is as tall as its words need at the width it is given, so a page grows instead of cutting words at
200 %. Screen readers hear its whole text. A paragraph's direction follows its own letters (interface design 10).
Never: markup. What a person wrote is plain characters, whatever signs it holds.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from fieldapp.ui import theme

WIDTHS_KEPT = 6
"""Box layouts ask again and again at a few widths; with one kept, a page of 150 texts was laid out 32 times over."""
LETTERS_OF_OURS = re.compile("[\u0020-\u024f\u2010-\u2027]*")
"""Latin with its accents, dashes, quotes, dots: all in the bundled fonts, so the height of a line is known without laying it out."""
MEASURE_CHARACTERS = 72  # the longest comfortable line; tokens, type.writing


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in its own style or ink; None means that of the `Text`."""

    words: str
    style: str | None = None
    ink: str | None = None
    underline: bool = False


class Text(QLabel):
    """Words in one text style; `set_runs` for a sentence whose parts differ in weight or ink."""

    def __init__(
        self,
        words: str = "",
        style: str = "body",
        ink: str = "ink.body",
        *,
        wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._ink, self._wraps, self._align = style, ink, wrap, align
        self._runs: tuple[Run, ...] = ()
        self._laid: dict[int, tuple[QTextLayout, float, float]] = {}
        self._natural: int | None = None
        self._least: QSize | None = None
        self._tall: int | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show plain `words`, replacing any runs."""
        self.set_runs([Run(words)] if words else [])

    def words(self) -> str:
        """What is shown, without the marks Qt needs."""
        return "".join(run.words for run in self._runs)

    def set_runs(self, runs: list[Run] | tuple[Run, ...]) -> None:
        """Show several runs as one text."""
        if tuple(runs) == self._runs and self._laid:
            return
        self._runs = tuple(runs)
        self._forget()
        super().setText(self.words().replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: str) -> None:
        """Change the colour of the words by token name."""
        if ink != self._ink:
            self._ink = ink
            self._forget()
            self.update()

    def set_style(self, style: str) -> None:
        """Change the text style by token name."""
        if style != self._style:
            self._style = style
            self._forget()
            self.updateGeometry()
            self.update()

    def _forget(self) -> None:
        self._laid.clear()
        self._natural = None
        self._least = None
        self._tall = None

    def _lay(self, width: int) -> tuple[QTextLayout, float, float]:
        """The layout at one width, with its height and the widest line; kept until words or look change."""
        kept = self._laid.get(width)
        if kept is not None:
            return kept
        look = theme.current()
        whole = self.words().replace("\n", "\u2028")
        layout = QTextLayout(whole, look.font(self._style))
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self._wraps else QTextOption.WrapMode.NoWrap
        )
        seen = QStyle.visualAlignment(self.layoutDirection(), self._align)
        option.setAlignment(seen | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        formats, start = [], 0
        for run in self._runs:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, _utf16(run.words)
            shape = QTextCharFormat()
            shape.setFont(look.font(run.style or self._style))
            if run.underline:
                shape.setFontUnderline(True)
            shape.setForeground(
                look.colour(run.ink or self._ink) if self.isEnabled() else look.colour("ink.soft")
            )
            piece.format = shape
            formats.append(piece)
            start += piece.length
        layout.setFormats(formats)
        pitch = self._pitch()
        y = widest = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width if self._wraps else max(width, self._natural_width()))
            height = max(float(pitch), line.height())
            line.setPosition(QPointF(0, y + (height - line.height()) / 2))
            y += height
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        if len(self._laid) >= WIDTHS_KEPT:
            self._laid.pop(next(iter(self._laid)))
        self._laid[width] = (layout, y, widest)
        return layout, y, widest

    def _natural_width(self) -> int:
        if self._natural is None:
            self._natural = self._measure_natural()
        return self._natural

    def _measure_natural(self) -> int:
        look = theme.current()
        longest = 0.0
        for paragraph in self._paragraphs():
            longest = max(
                longest,
                sum(
                    QFontMetricsF(look.font(run.style or self._style)).horizontalAdvance(run.words)
                    for run in paragraph
                ),
            )
        return int(longest) + 2

    def _paragraphs(self) -> list[list[Run]]:
        made: list[list[Run]] = [[]]
        for run in self._runs:
            for number, part in enumerate(run.words.split("\n")):
                if number:
                    made.append([])
                made[-1].append(Run(part, run.style, run.ink))
        return made

    def sizeHint(self) -> QSize:
        natural = self._natural_width()
        if self._wraps:
            letters = QFontMetricsF(theme.current().font(self._style))
            natural = min(natural, int(letters.averageCharWidth() * MEASURE_CHARACTERS))
        return QSize(natural, self.heightForWidth(max(natural, 1)))

    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            self._least = self._measure_least()
        return QSize(self._least)

    def _measure_least(self) -> QSize:
        look = theme.current()
        if not self._wraps:
            return QSize(self._natural_width(), look.line(self._style))
        widest = 0.0
        for run in self._runs:
            letters = QFontMetricsF(look.font(run.style or self._style))
            widest = max([widest, *(letters.horizontalAdvance(word) for word in run.words.split())])
        return QSize(int(widest) + 2, look.line(self._style))

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        if not self._runs:
            return theme.current().line(self._style)
        if self._is_one_line(width):
            return self._line_height()
        return round(self._lay(max(width, 1))[1])

    def _is_one_line(self, width: int) -> bool:
        """Whether all fits into one line, known without laying it out: layouts ask for many widths before one is drawn.
        Letters beyond our own fonts may stand taller, so they are laid out."""
        if width < self._natural_width():
            return False
        return LETTERS_OF_OURS.fullmatch(self.words()) is not None

    def _line_height(self) -> int:
        if self._tall is None:
            look = theme.current()
            letters = [QFontMetricsF(look.font(run.style or self._style)) for run in self._runs]
            tall = max(each.ascent() for each in letters) + max(each.descent() for each in letters)
            self._tall = round(max(self._pitch(), math.ceil(tall)))
        return self._tall

    def _pitch(self) -> int:
        look = theme.current()
        return max([look.line(run.style or self._style) for run in self._runs] or [look.line(self._style)])

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._runs:
            return
        layout, height, _ = self._lay(self.width())
        painter = QPainter(self)
        layout.draw(painter, QPointF(0, max(0.0, (self.height() - height) / 2) if not self._top() else 0.0))

    def _top(self) -> bool:
        """Wrapped text starts at the top of its place; a single line sits in the middle."""
        return bool(self.alignment() & Qt.AlignmentFlag.AlignTop)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {
            QEvent.Type.StyleChange,
            QEvent.Type.EnabledChange,
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.FontChange,
        }:
            self._forget()
            self.updateGeometry()
        super().changeEvent(event)


def _utf16(words: str) -> int:
    """Qt counts in UTF-16 units."""
    return len(words.encode("utf-16-le")) // 2
