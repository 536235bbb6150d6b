"""Ways around a form or a page: one tab a child, the sections of a form, filters over a list.

Promise: progress is said in words under each name, troubles are counted in words; a row is one Tab stop, arrows move
and Enter or Space opens. Signals: `opened(str)` with the tab's key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.choices import _Roving
from fieldapp.ui.kit.layout import Flow
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.kit.text import Text

SectionMark = Literal["done", "here", "open", "missing"]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key, its name and what it says of itself."""

    key: str
    words: str
    detail: str = ""
    trouble: bool = False


class _TabButton(QAbstractButton):
    def __init__(self, tab: Tab, *, boxed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tab, self._boxed = tab, boxed
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_tab(tab)

    def show_tab(self, tab: Tab) -> None:
        self.tab = tab
        self.setText(tab.words.replace("&", "&&"))
        self.setAccessibleName(f"{tab.words}, {tab.detail}" if tab.detail else tab.words)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The row decides which is chosen."""

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(look.font("bodyStrong")).horizontalAdvance(self.tab.words)
        if self.tab.detail:
            wide = max(wide, QFontMetrics(look.font("caption")).horizontalAdvance(self.tab.detail))
        tall = look.line("bodyStrong") + (look.line("caption") if self.tab.detail else 0) + look.space(3)
        return QSize(wide + 2 * look.space(4) + 4, max(tall, look.size("control")))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, hover = self.isChecked(), self.underMouse()
        whole = QRectF(self.rect())
        if on and self._boxed:
            path = QPainterPath()
            radius, thick = look.radius("control") + 2, look.space(1)
            grown = whole.adjusted(0.5, 0.5, -0.5, radius * 2)
            path.addRoundedRect(grown, radius, radius)
            painter.fillPath(path, look.colour("bg.surface"))
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, whole.width(), thick), look.colour("accent.base"))
            painter.restore()
            painter.setPen(QPen(look.colour("line.hair"), look.stroke("hair")))
            painter.drawPath(path)
        elif hover:
            box(
                painter,
                whole.adjusted(2, 2, -2, -2),
                fill=look.colour("bg.hover"),
                radius=look.radius("control"),
            )
        if on and not self._boxed:
            bar = QRectF(0, whole.height() - look.space(1) + 1, whole.width(), look.space(1) - 1)
            painter.fillRect(bar, look.colour("accent.base"))
        pad = look.space(4) + 2
        y = (self.height() - look.line("bodyStrong") - (look.line("caption") if self.tab.detail else 0)) / 2
        area = QRectF(pad, y, self.width() - 2 * pad + 2, look.line("bodyStrong"))
        align = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("bodyStrong"))
        painter.setPen(look.colour("accent.base" if on else "ink.strong" if self._boxed else "ink.soft"))
        painter.drawText(area, align, self.tab.words)
        if self.tab.detail:
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("status.held.ink" if self.tab.trouble else "ink.soft"))
            under = QRectF(area.x(), area.bottom(), area.width(), look.line("caption"))
            painter.drawText(under, align, self.tab.detail)


class SiblingTabs(_Roving):
    """All children first, then each child; the open one stands on the page."""

    opened = Signal(str)

    def __init__(
        self, tabs: Sequence[Tab] = (), here: str = "", *, boxed: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._boxed = boxed
        self._flow = Flow(gap=1, line_gap=0)
        self.setLayout(self._flow)
        self._tabs: list[_TabButton] = []
        self.set_tabs(tabs, here)

    def set_tabs(self, tabs: Sequence[Tab], here: str) -> None:
        """Show these tabs with `here` open; the same keys keep their buttons and the keyboard's place."""
        if [b.tab.key for b in self._tabs] != [t.key for t in tabs]:
            for old in self._tabs:
                self._flow.removeWidget(old)
                old.setParent(None)
                old.deleteLater()
            self._tabs = [_TabButton(tab, boxed=self._boxed) for tab in tabs]
            for button in self._tabs:
                button.clicked.connect(lambda _=False, b=button: self.opened.emit(b.tab.key))
                self._flow.addWidget(button)
            self._adopt(list(self._tabs))
        for button, tab in zip(self._tabs, tabs, strict=True):
            button.show_tab(tab)
            button.setChecked(tab.key == here)
        self._place_stop()
        self.updateGeometry()


class UnderlineTabs(SiblingTabs):
    """Plain tabs with a line under the open one: parts of one page."""

    def __init__(self, tabs: Sequence[Tab] = (), here: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(tabs, here, boxed=False, parent=parent)


class _FilterButton(QAbstractButton):
    def __init__(self, tab: Tab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tab = tab
        self.setText(tab.words.replace("&", "&&"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """The row decides which is chosen."""

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(look.font("label")).horizontalAdvance(self.tab.words)
        return QSize(wide + 2 * look.space(3) + 2, look.size("controlCompact"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            box(
                painter,
                QRectF(self.rect()),
                fill=look.colour("bg.selected" if on else "bg.hover"),
                line=look.colour("accent.base") if on else None,
                width=look.stroke("control"),
                radius=look.radius("control"),
            )
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("accent.base" if on else "ink.soft"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tab.words)


class FilterRow(_Roving):
    """Filters over a list: All · Visits · Children's words. One is on."""

    opened = Signal(str)

    def __init__(self, tabs: Sequence[Tab], here: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(gap=1)
        self.setLayout(flow)
        self._tabs = [_FilterButton(tab) for tab in tabs]
        for button in self._tabs:
            button.clicked.connect(lambda _=False, b=button: self._press(b.tab.key))
            flow.addWidget(button)
        self._adopt(list(self._tabs))
        self.set_here(here)

    def _press(self, key: str) -> None:
        self.set_here(key)
        self.opened.emit(key)

    def set_here(self, here: str) -> None:
        """Show which filter is on."""
        for button in self._tabs:
            button.setChecked(button.tab.key == here)
        self._place_stop()


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a form and how far it is, in words when something is missing."""

    key: str
    words: str
    mark: SectionMark = "open"
    detail: str = ""
    spoken: str = ""


_SECTION_ICON = {
    "done": ("circle-check", "status.sent.ink"),
    "here": ("contrast", "accent.base"),
    "open": ("circle", "ink.soft"),
    "missing": ("circle-alert", "status.decision.ink"),
}


class _SectionButton(QAbstractButton):
    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._label = Text("", "body", "ink.body", parent=self)
        self._detail = Text("", "label", "status.decision.ink", parent=self)
        for piece in (self._label, self._detail):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_section(section)

    def nextCheckState(self) -> None:
        """The rail decides which is open."""

    def show_section(self, section: Section) -> None:
        self.section = section
        here = section.mark == "here"
        self._label.setText(section.words)
        self._label.set_style("bodyStrong" if here else "body")
        self._label.set_ink("accent.base" if here else "ink.body")
        self._detail.setText(section.detail)
        self._detail.setVisible(bool(section.detail))
        self.setText(section.words.replace("&", "&&"))
        said = section.spoken or section.detail
        self.setAccessibleName(f"{section.words}, {said}" if said else section.words)
        self.setChecked(here)
        self.updateGeometry()
        self._arrange()
        self.update()

    def _lead(self) -> int:
        look = theme.current()
        return look.space(3) + look.icon(1) + look.space(2)

    def sizeHint(self) -> QSize:
        wide = self._label.sizeHint().width() + self._lead() + theme.current().space(2)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        return QSize(
            self._label.minimumSizeHint().width() + self._lead() + look.space(2), look.size("control")
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        room = max(1, width - self._lead() - look.space(2))
        tall = self._label.heightForWidth(room)
        if self.section.detail:
            tall += self._detail.heightForWidth(room)
        return max(tall + 2 * look.space(2) + 4, look.size("control"))

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = theme.current()
        room = max(1, self.width() - self._lead() - look.space(2))
        x = look.space(2) if self.isRightToLeft() else self._lead()
        tall = self._label.heightForWidth(room)
        below = self._detail.heightForWidth(room) if self.section.detail else 0
        top = (self.height() - tall - below) // 2
        self._label.setGeometry(x, top, room, tall)
        self._detail.setGeometry(x, top + tall, room, below)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        if self.section.mark == "here" or self.underMouse():
            box(
                painter,
                QRectF(self.rect()),
                fill=look.colour("bg.surface" if self.section.mark == "here" else "bg.hover"),
                radius=look.radius("control"),
            )
        name, ink = _SECTION_ICON[self.section.mark]
        edge = look.icon(1)
        x = self.width() - look.space(3) - edge if self.isRightToLeft() else look.space(3)
        y = self._label.y() + (look.line("body") - edge) / 2
        draw_icon(painter, name, look.colour(ink), QPointF(x, y), edge)


class SectionRail(_Roving):
    """The sections of a form down the side, each with its mark: done, here, not started, so many missing."""

    opened = Signal(str)

    def __init__(self, sections: Sequence[Section] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space(1) // 2)
        self._column.addStretch(1)
        self._buttons: list[_SectionButton] = []
        self.set_sections(sections)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; the same keys keep their buttons and the keyboard's place."""
        if [b.section.key for b in self._buttons] != [s.key for s in sections]:
            for old in self._buttons:
                self._column.removeWidget(old)
                old.setParent(None)
                old.deleteLater()
            self._buttons = [_SectionButton(section) for section in sections]
            for number, button in enumerate(self._buttons):
                button.clicked.connect(lambda _=False, b=button: self.opened.emit(b.section.key))
                self._column.insertWidget(number, button)
            self._adopt(list(self._buttons))
        for button, section in zip(self._buttons, sections, strict=True):
            button.show_section(section)
        self._place_stop()


class TabLine(QWidget):
    """The hairline on which `SiblingTabs` stand, broken under the open one; put it just below them."""

    def __init__(self, tabs: SiblingTabs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self.setFixedHeight(theme.current().stroke("hair"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("line.hair"))
        for button in self._tabs._tabs:
            if button.isChecked():
                start = self.mapFromGlobal(button.mapToGlobal(button.rect().topLeft())).x() + 1
                painter.fillRect(
                    QRect(start, 0, button.width() - 2, self.height()), theme.current().colour("bg.surface")
                )
