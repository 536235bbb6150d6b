"""The navigation rail: a word and an icon a page, counts in plain numbers, one tinted; as icons when room is short.

Promise: Ctrl+1…8 never shift; a collapsed icon keeps its word as tooltip and name ("Drafts, 2"); only "Needs your
decision" has a tinted count. One Tab stop a page, as the pages are few and each is a place.
Signals: `page_requested(str)`, `new_note_requested()`.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import Avatar, Button, Panel, Text, column
from fieldapp.ui.kit.menu import pop_up
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.shell import wording
from fieldapp.ui.shell.presenter import ShellState
from fieldapp.ui.words import Words

say = Words("Rail")
ICONS = {
    "today": "sun",
    "sign_off": "stamp",
    "more": "menu",
    "families": "users",
    "drafts": "file-pen",
    "decisions": "split",
    "waiting": "inbox",
    "search": "search",
    "laptop": "laptop",
    "settings": "settings",
}
WIDEST = (1 << 24) - 1  # QWIDGETSIZE_MAX, which PySide6 does not export
UPPER = ("today", "sign_off", "families", "drafts", "decisions", "waiting", "search")
LOWER = ("laptop", "settings")
KEYS = {
    "today": 1,
    "families": 2,
    "drafts": 3,
    "decisions": 4,
    "waiting": 5,
    "search": 6,
    "laptop": 7,
    "sign_off": 8,
}


COUNTED = frozenset({"drafts", "decisions", "waiting", "sign_off"})
"""Pages with a number beside the word. Its room is kept always, so that nothing moves when a number comes."""


class RailButton(QAbstractButton):
    """One page of the rail."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self._count, self._icons, self._bar = page, 0, False, False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def nextCheckState(self) -> None:
        """The shell decides where we are."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the page, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def show_count(self, count: int) -> None:
        """The number beside the word; none for nothing."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def show_shape(self, *, icons: bool, bar: bool) -> None:
        """Word and icon, icon alone, or icon over word."""
        self._icons, self._bar = icons, bar
        self._name()
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return wording.short_page_words(self.page) if self._bar else wording.page_words(self.page)

    def _name(self) -> None:
        words = wording.page_words(self.page)
        name = f"{words}, {self._count}" if self._count else words
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(name if self._icons else "")

    def sizeHint(self) -> QSize:
        look = theme.current()
        if self._bar:
            words = self._words() + (f" ({self._count})" if self._count else "")
            wide = QFontMetrics(look.font("caption")).horizontalAdvance(words)
            return QSize(wide + look.space(2), look.icon(1) + look.line("caption") + look.space(4))
        if self._icons:
            return QSize(look.size("railCollapsed") - look.space(4), look.size("minTarget") + look.space(5))
        wide = QFontMetrics(look.font("bodyStrong")).horizontalAdvance(self._words())
        lead = look.icon(1) + 2 * look.space(3) - 2
        room = look.line("label") + look.space(2) if self.page in COUNTED else 0
        return QSize(
            lead + wide + max(room + look.space(1) // 2, 2 * look.space(3) + 2), look.size("control")
        )

    def _badge_width(self) -> int:
        look = theme.current()
        wide = QFontMetrics(look.font("label")).horizontalAdvance(str(self._count))
        return max(wide + look.space(2), look.line("label"))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        here, hover = self.isChecked(), self.underMouse()
        if (here and not self._bar) or hover:
            box(
                painter,
                QRectF(self.rect()),
                fill=look.colour("bg.surface" if here else "bg.hover"),
                line=look.colour("accent.base") if here and look.is_high_contrast else None,
                width=look.stroke("selected"),
                radius=look.radius("control"),
            )
        ink = look.colour("accent.base" if here else "ink.soft")
        if self._bar:
            self._paint_bar(painter, ink)
        elif self._icons:
            edge = look.icon(1)
            place = QPointF((self.width() - edge) / 2, (self.height() - edge) / 2)
            draw_icon(painter, ICONS[self.page], ink, place, edge, mirror=self.isRightToLeft())
            if self._count:
                self._paint_badge(painter)
        else:
            self._paint_full(painter, ink, here)

    def _paint_full(self, painter: QPainter, ink, here: bool) -> None:  # type: ignore[no-untyped-def]
        look = theme.current()
        edge, pad, mirrored = look.icon(1), look.space(3) - 2, self.isRightToLeft()
        x = self.width() - pad - edge if mirrored else pad
        middle = QPointF(x, (self.height() - edge) / 2)
        draw_icon(painter, ICONS[self.page], ink, middle, edge, mirror=mirrored)
        painter.setFont(look.font("bodyStrong"))
        painter.setPen(ink)
        lead = pad + edge + look.space(3)
        area = self.rect().adjusted(0 if mirrored else lead, 0, -lead if mirrored else 0, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(align | Qt.AlignmentFlag.AlignLeading), self._words())
        if not self._count:
            return
        words = str(self._count)
        painter.setFont(look.font("label"))
        inner = self._badge_width()
        left = pad - look.space(1) if mirrored else self.width() - pad - inner + look.space(1)
        cell = QRect(left, (self.height() - look.line("label")) // 2, inner, look.line("label"))
        if self.page == "decisions":
            box(painter, QRectF(cell), fill=look.colour("status.decision.bg"), radius=look.radius("mark"))
            painter.setPen(look.colour("status.decision.ink"))
        else:
            painter.setPen(look.colour("ink.strong"))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_badge(self, painter: QPainter) -> None:
        look = theme.current()
        words = str(self._count)
        font = look.font("caption")
        font.setWeight(look.font("label").weight())
        wide = max(QFontMetrics(font).horizontalAdvance(words) + look.space(2), look.space(4))
        tall = min(look.line("caption"), self.height() // 2)
        left = look.space(1) if self.isRightToLeft() else self.width() - wide - look.space(1) // 2
        cell = QRectF(left, look.space(1) // 2, wide, tall)
        tinted = self.page == "decisions"
        box(
            painter,
            cell,
            fill=look.colour("status.decision.bg" if tinted else "bg.surface"),
            line=look.colour("line.hair") if look.is_high_contrast else None,
            radius=look.radius("mark"),
        )
        painter.setFont(font)
        painter.setPen(look.colour("status.decision.ink" if tinted else "ink.strong"))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_bar(self, painter: QPainter, ink) -> None:  # type: ignore[no-untyped-def]
        look = theme.current()
        edge = look.icon(1)
        draw_icon(painter, ICONS[self.page], ink, QPointF((self.width() - edge) / 2, look.space(2)), edge)
        font = look.font("caption")
        font.setWeight(look.font("label").weight())
        painter.setFont(font)
        painter.setPen(ink)
        words = self._words() + (f" ({self._count})" if self._count else "")
        area = self.rect().adjusted(0, edge + look.space(2), 0, -look.space(1))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)


class NavRail(Panel):
    """The rail in its three shapes: full, icons, bar along the bottom."""

    page_requested = Signal(str)
    new_note_requested = Signal()

    def __init__(self, *, manager: bool, parent: QWidget | None = None) -> None:
        super().__init__(ground="bg.rail", parent=parent)
        self._shape = "full"
        self.new_note = Button(say("New note"), icon="plus", ink="accent.base")
        self.buttons: dict[str, RailButton] = {}
        for page in (*UPPER, *LOWER):
            if page == "sign_off" and not manager:
                continue
            button = RailButton(page, self)
            button.clicked.connect(lambda _=False, p=page: self.page_requested.emit(p))
            self.buttons[page] = button
        self.more = RailButton("more", self)
        self.more.clicked.connect(self.open_more)
        self.avatar = Avatar("")
        self.name = Text("", "label", "ink.strong")
        self.role = Text("", "caption", "ink.soft")
        self.person = QWidget(self)
        names = column(self.name, self.role, gap=0)
        line = QHBoxLayout(self.person)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space(2))
        line.addWidget(self.avatar)
        line.addLayout(names, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setSpacing(theme.current().space(1) // 2)
        self.new_note.clicked.connect(self.new_note_requested)
        self.setAccessibleName(say("Pages"))
        self._arrange()

    def offer_only(self, pages: Collection[str]) -> None:
        """Take away the buttons of pages that are not there: nothing is offered that leads nowhere."""
        for page in [page for page in self.buttons if page not in pages]:
            gone = self.buttons.pop(page)
            self._line.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def more_menu(self) -> QMenu:
        """What the bottom bar has no room for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for page in LOWER:
            if page in self.buttons:
                action = menu.addAction(wording.page_words(page))
                action.triggered.connect(lambda _=False, p=page: self.page_requested.emit(p))
        return menu

    def open_more(self) -> None:
        """Show it over the bar."""
        menu = self.more_menu()
        top = self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
        pop_up(menu, top)

    def set_shape(self, shape: str) -> None:
        """`full`, `icons` or `bar`."""
        if shape != self._shape:
            self._shape = shape
            self._arrange()

    def shape_now(self) -> str:
        """The shape it has."""
        return self._shape

    def _arrange(self) -> None:
        look = theme.current()
        bar, icons = self._shape == "bar", self._shape == "icons"
        line = self._line
        while line.count():
            line.takeAt(0)
        for page, button in self.buttons.items():
            button.show_shape(icons=icons, bar=bar)
            button.setVisible(not bar or page in UPPER)
        self.more.show_shape(icons=icons, bar=bar)
        self.more.setVisible(bar)
        self.new_note.set_words("" if icons else say("New note"))
        self.new_note.setAccessibleName(say("New note") if icons else "")
        self.new_note.setToolTip(say("New note") if icons else "")
        self.person.setVisible(self._shape == "full")
        line.addWidget(self.new_note)
        if bar:
            line.setDirection(QBoxLayout.Direction.LeftToRight)
            line.setContentsMargins(look.space(2), look.space(1), look.space(2), look.space(1))
            for button in self.buttons.values():
                if not button.isHidden():
                    line.addWidget(button, 1)
            line.addWidget(self.more, 1)
            self.setMinimumWidth(0)
            self.setMaximumWidth(WIDEST)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            return
        side = look.space(2) if icons else look.space(3) - 2
        line.setDirection(QBoxLayout.Direction.TopToBottom)
        line.setContentsMargins(side, look.space(3), side, look.space(3))
        line.addSpacing(look.space(2))
        for page, button in self.buttons.items():
            if page == LOWER[0]:
                line.addStretch(1)
            line.addWidget(button)
        if not icons:
            line.addSpacing(look.space(4))
            line.addWidget(self.person)
        wide = look.size("railCollapsed" if icons else "rail")
        if not icons:
            wide = max(wide, line.minimumSize().width())
        self.setFixedWidth(wide)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def make_again(self) -> None:
        """Take words and look anew."""
        self._arrange()

    def show_state(self, state: ShellState) -> None:
        """Where we are, the counts, who is here."""
        counts = {
            "drafts": state.counts.drafts,
            "decisions": state.counts.decisions,
            "waiting": state.counts.waiting,
            "sign_off": state.counts.sign_off,
        }
        for page, button in self.buttons.items():
            button.setChecked(page == state.where.page)
            button.show_count(counts.get(page, 0))
        self.more.setChecked(state.where.page in LOWER)
        self.avatar.set_initials(state.person.initials)
        self.name.setText(state.person.name)
        self.role.setText(wording.role_words(state.person.role, state.person.role_word))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.current()
        painter = QPainter(self)
        if look.is_high_contrast:
            edge = self.rect()
            if self._shape == "bar":
                edge.setHeight(look.stroke("hair"))
            elif self.isRightToLeft():
                edge.setWidth(look.stroke("hair"))
            else:
                edge.setLeft(edge.right() + 1 - look.stroke("hair"))
            painter.fillRect(edge, look.colour("line.hair"))
        if self.person.isVisible():
            y = self.person.y() - look.space(2)
            side = look.space(3) - 2
            painter.fillRect(side, y, self.width() - 2 * side, look.stroke("hair"), look.colour("line.hair"))
