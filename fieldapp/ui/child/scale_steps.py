"""The ladder: steps that rise from the lowest number to the highest; a little figure stands on the chosen one.

Promise: one press chooses; the number is on the step and in its name ("4, on a ladder from 0 to 10"); the two ends
are said in words. One Tab stop, arrows walk the steps, Space stands on one. Pressing the chosen step again steps off.
Never: a score, a smiling top or a crying bottom; colour alone.
Source: interface design section 4.7 (Ladder, `ScaleSteps`); practice design section 5.2 (0 to 10).
Signals: `chosen(str)` the number, or "" when stepped off.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.faces import paint_figure
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.tile import mixed
from fieldapp.ui.kit.paint import box
from fieldapp.ui.words import Words

say = Words("Child")

LOWEST = 0.3
"""Height of the lowest step as a part of the highest."""


class _Step(QAbstractButton):
    """One step; painted by itself so that it is a real button to a screen reader."""

    def __init__(self, number: int, part: float, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self._part = number, part
        self.setText(str(number))
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def nextCheckState(self) -> None:
        """The ladder decides which step is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        fill = mixed(look.colour("feelings.sad"), look.colour("illustration.childHill2"), self._part)
        if self.isChecked():
            fill = look.colour("child.chosen")
        elif self.underMouse() or self.isDown():
            fill = mixed(fill, look.colour("child.chosen"), 0.2)
        box(
            painter,
            QRectF(self.rect()),
            fill=fill,
            line=look.colour("child.chosen" if self.isChecked() else "child.tile.line"),
            width=look.stroke("selected"),
            radius=look.radius("control"),
        )
        painter.setFont(look.font("childBody"))
        painter.setPen(look.colour("child.tile" if self.isChecked() else "child.ink"))
        foot = QRectF(
            0, self.height() - look.line("childBody") - look.space(3), self.width(), look.line("childBody")
        )
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), str(self.number))

    def focus_area(self) -> tuple[QWidget, object, int]:
        """The ring follows the step."""
        return self, self.rect(), theme.current().radius("control")


class ScaleSteps(QWidget):
    """The whole ladder with its two ends in words."""

    chosen = Signal(str)

    def __init__(
        self,
        start: int = 0,
        end: int = 10,
        step: int = 1,
        *,
        value: str = "",
        lowest: str = "",
        highest: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        numbers = list(range(start, end + 1, max(step, 1)))
        self._lowest, self._highest, self._small = lowest, highest, small
        last = max(len(numbers) - 1, 1)
        self._steps = [
            _Step(number, index / last, self._step_name(number, start, end, index, last), self)
            for index, number in enumerate(numbers)
        ]
        for button in self._steps:
            button.clicked.connect(lambda _=False, button=button: self._pressed(button))
        self._roving = Roving(self, self._steps)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Expanding if not small else QSizePolicy.Policy.Fixed,
        )
        self.set_value(value)

    def _step_name(self, number: int, start: int, end: int, index: int, last: int) -> str:
        words = self._lowest if index == 0 else self._highest if index == last else ""
        plain = say("{number}, on a ladder from {start} to {end}", number=number, start=start, end=end)
        return f"{plain}, {words}" if words else plain

    def value(self) -> str:
        """The number chosen, or ""."""
        return next((str(step.number) for step in self._steps if step.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Stand on a step; "" or an unknown number on none."""
        plain = value.removesuffix(".0")
        for button in self._steps:
            button.setChecked(str(button.number) == plain)
        self._roving.set_buttons(self._steps)
        self.update()

    def steps(self) -> list[QAbstractButton]:
        """The steps, lowest first."""
        return list(self._steps)

    def focus_first(self) -> None:
        """Put the keyboard on the chosen step, or the lowest."""
        chosen = next((step for step in self._steps if step.isChecked()), self._steps[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self, button: _Step) -> None:
        value = "" if button.isChecked() else str(button.number)
        self.set_value(value)
        self.chosen.emit(value)

    def _figure_height(self) -> int:
        look = theme.current()
        return look.space(10) if self._small else look.size("childTarget")

    def _words_height(self) -> int:
        look = theme.current()
        if not (self._lowest or self._highest):
            return 0
        return look.line(self._word_style()) + look.space(2)

    def _word_style(self) -> str:
        return "caption" if self._small else "childBody"

    def sizeHint(self) -> QSize:
        look = theme.current()
        edge = look.size("childTargetMin") if not self._small else look.size("control")
        tall = self._figure_height() + self._words_height()
        tall += look.size("childTarget") * (3 if not self._small else 1)
        return QSize((edge + look.space(2)) * len(self._steps), tall)

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        edge = look.size("control")
        tall = self._figure_height() + self._words_height() + look.size("childTargetMin")
        return QSize((edge + look.space(1)) * min(len(self._steps), 6), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self._arrange()
            self.updateGeometry()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Steps side by side, rising to the trailing end."""
        look = theme.current()
        count = len(self._steps)
        gap = look.space(2) if self.width() > count * look.size("childTargetMin") else look.space(1)
        wide = (self.width() - gap * (count - 1)) / max(count, 1)
        foot = self.height() - self._words_height()
        tallest = foot - self._figure_height()
        lowest = max(look.size("control"), tallest * LOWEST)
        for index, button in enumerate(self._steps):
            tall = lowest + (tallest - lowest) * index / max(count - 1, 1)
            place = count - 1 - index if self.isRightToLeft() else index
            button.setGeometry(round(place * (wide + gap)), round(foot - tall), round(wide), round(tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        if self._words_height():
            painter.setFont(look.font(self._word_style()))
            painter.setPen(look.colour("child.ink" if not self._small else "ink.soft"))
            line = QRectF(
                0, self.height() - look.line(self._word_style()), self.width(), look.line(self._word_style())
            )
            lead, trail = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
            if self.isRightToLeft():
                lead, trail = trail, lead
            painter.drawText(line, int(lead | Qt.AlignmentFlag.AlignVCenter), self._lowest)
            painter.drawText(line, int(trail | Qt.AlignmentFlag.AlignVCenter), self._highest)
        chosen = next((step for step in self._steps if step.isChecked()), None)
        if chosen is not None:
            tall = self._figure_height() - look.space(1)
            wide = tall * 0.6
            place = QRectF(chosen.geometry().center().x() - wide / 2, chosen.y() - tall, wide, tall)
            paint_figure(painter, place)
