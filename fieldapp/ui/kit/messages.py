"""What the program says to a person: banner, toast, dialog, empty place, summary of troubles, progress.

Promise (interface design 4.17): a banner for a state that lasts, one sentence and at most one thing to do; a toast
only for what is already true, at least six seconds, longer while it is looked at; a dialog only to ask before
sharing, handing over, signing off or stopping, its buttons verbs, the safe one with the keyboard. Words a screen
reader must not miss are announced.
Never: a code instead of a sentence, "OK", a message that takes text away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget
from shiboken6 import isValid

from fieldapp.ui import theme
from fieldapp.ui.kit.button import Button, Kind
from fieldapp.ui.kit.icon import Icon
from fieldapp.ui.kit.layout import Card, Flow, Scroll, column, row
from fieldapp.ui.kit.marks import IconLine
from fieldapp.ui.kit.order import first_stop
from fieldapp.ui.kit.paint import box
from fieldapp.ui.kit.text import Run, Text
from fieldapp.ui.words import Words

say = Words("Messages")


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Have a screen reader say `words`: politely, or at once for the one thing that must interrupt."""
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if assertive
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)


BannerKind = Literal["trouble", "decision", "info"]
_BANNER = {
    "trouble": ("circle-alert", "status.held"),
    "decision": ("triangle-alert", "status.decision"),
    "info": ("square-check", "status.saved"),
}


class Banner(QFrame):
    """A state that lasts, across the top of a page. Signal: `acted()`."""

    acted = Signal()

    def __init__(
        self,
        kind: BannerKind,
        words: str | Sequence[Run],
        *,
        action: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: BannerKind = kind
        default, tone = _BANNER[kind]
        self._icon = Icon(icon or default, f"{tone}.ink")
        self.text = Text("", "bodyStrong" if kind == "trouble" else "body", f"{tone}.ink")
        self.button = Button(action, "quiet", ink=f"{tone}.ink", height="controlCompact")
        self.button.clicked.connect(self.acted)
        layout = row(self._icon, self.text, self.button, gap=3, margins=(2, 4))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.show_state(kind, words, action)

    def show_state(self, kind: BannerKind, words: str | Sequence[Run], action: str = "") -> None:
        """Show another state in the same place."""
        self._kind = kind
        default, tone = _BANNER[kind]
        self._icon.show_icon(default, f"{tone}.ink")
        self.text.set_ink(f"{tone}.ink")
        self.text.set_style("bodyStrong" if kind == "trouble" else "body")
        self.text.set_runs([Run(words)] if isinstance(words, str) else list(words))
        self.button.set_words(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(self.text.words())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        tone = _BANNER[self._kind][1]
        outline = look.colour(f"{tone}.ink") if look.is_high_contrast else None
        box(
            QPainter(self),
            QRectF(self.rect()),
            fill=look.colour(f"{tone}.bg"),
            line=outline,
            radius=look.radius("control"),
        )


class Toast(Card):
    """One line bottom right for something already true; stays while looked at. Signals: `acted()`, `gone()`."""

    acted = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._icon = Icon("square-check", "status.saved.ink")
        self.text = Text("", "body", "ink.strong")
        self.button = Button("", "quiet")
        layout = row(self._icon, self.text, self.button, gap=3, margins=(2, 4))
        layout.setStretch(1, 1)
        super().__init__(layout, line="line.control", parent=parent)
        self._host, self._row = parent, layout
        self.button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def show_words(
        self,
        words: str,
        *,
        action: str = "",
        then: Callable[[], None] | None = None,
        icon: str = "square-check",
    ) -> None:
        """Say it; an earlier one gives way."""
        self._icon.show_icon(icon)
        self.text.setText(words)
        self.button.set_words(action)
        self.button.setVisible(bool(action))
        self._action = then
        self.setAccessibleName(words)
        self.place()
        self.show()
        self.raise_()
        announce(self, words)
        self._timer.start(theme.current().duration("toastMin"))

    def place(self) -> None:
        """Bottom at the trailing edge of what holds it, above the strip."""
        host = self._host
        look = theme.current()
        edge = look.space(4)
        most = min(look.size("readingWidth"), host.width() - 2 * edge)
        wide = min(max(self.sizeHint().width(), most // 2), most)
        tall = max(self._row.totalHeightForWidth(wide), look.size("toolbar") - look.space(2))
        x = edge if host.isRightToLeft() else host.width() - wide - edge
        self.setGeometry(x, host.height() - tall - edge, wide, tall)

    def _act(self) -> None:
        then, self._action = self._action, None
        self.hide()
        self.acted.emit()
        if then is not None:
            then()

    def _leave(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start(theme.current().duration("toastMin"))
            return
        self.hide()
        self.gone.emit()


class _Roomy(Scroll):
    """What a dialog asks or shows: as tall as it needs, and scrolled, by the keyboard too, where the window is lower."""

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__(content)
        self._content = content
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        layout = self._content.layout()
        return layout.totalHeightForWidth(width) if layout is not None else self._content.sizeHint().height()

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.current().line("body"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self._content.minimumSizeHint().height() > self.height() or (
            self.heightForWidth(self.width()) > self.height()
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if cut else Qt.FocusPolicy.NoFocus)


class Dialog(QWidget):
    """A question over the page, with the page dimmed behind it; Esc and the safe button take it away.

    Signal: `answered(str)` with the name of the button; "" when left by Esc. It is part of the window, so it is covered
    and locked with it and survives turning the screen.
    """

    answered = Signal(str)

    def __init__(
        self,
        host: QWidget,
        title: str,
        body: str | QWidget,
        buttons: Sequence[tuple[str, str, Kind]],
        *,
        safe: str,
        icon: str = "circle-alert",
    ) -> None:
        super().__init__(host)
        self._host = host
        self._before = host.window().focusWidget()
        self.title = Text(title, "h2", "ink.strong")
        inner = _Roomy(body, title) if isinstance(body, QWidget) else Text(body, "body")
        self.buttons: dict[str, Button] = {}
        line = Flow(gap=3, end=True)
        for name, words, kind in buttons:
            button = Button(words, kind)
            button.clicked.connect(lambda _=False, n=name: self.close_with(n))
            self.buttons[name] = button
            line.addWidget(button)
        head = row(Icon(icon, "accent.base", 2), self.title, gap=3)
        head.setStretch(1, 1)
        self._inside = column(head, inner, line, gap=4, margins=6)
        self._card = Card(self._inside, line="line.control", radius="dialog", parent=self)
        self.setAccessibleName(title)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self._place()
        self.show()
        self.raise_()
        self.buttons[safe].setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, f"{title}. {body}" if isinstance(body, str) else title)

    def close_with(self, name: str) -> None:
        """Take the dialog away with an answer; the keyboard goes back where it was, if that is still there."""
        self.hide()
        self._host.removeEventFilter(self)
        before = (
            self._before if self._before is not None and isValid(self._before) else first_stop(self._host)
        )
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(name)
        self.deleteLater()

    def _place(self) -> None:
        look = theme.current()
        wide = min(look.size("readingWidth") * 3 // 4, self.width() - 2 * look.space(4))
        tall = self._inside.totalHeightForWidth(wide)
        tall = min(max(tall, look.size("toolbar")), self.height() - 2 * look.space(4))
        self._card.setGeometry((self.width() - wide) // 2, (self.height() - tall) // 2, wide, tall)

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""

        inside = [
            w
            for w in self.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
        ]
        if not inside:
            return True
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else -1
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_with("")
        elif event.key() == Qt.Key.Key_Tab:
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Backtab:
            self.focusNextPrevChild(False)
        event.accept()

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:

        scrim = theme.tokens()["elevation"]["scrim"]
        colour = QColor(scrim["colour"])
        colour.setAlphaF(scrim["alpha"])
        QPainter(self).fillRect(self.rect(), colour)


class EmptyState(Card):
    """Says that there is nothing, and what will bring something. Signal: `acted()`."""

    acted = Signal()

    def __init__(
        self, icon: str, words: str, *, action: str = "", kind: Kind = "plain", parent: QWidget | None = None
    ) -> None:
        self.text = Text(words, "body", "ink.body")
        self.button = Button(action, kind)
        layout = row(Icon(icon, "ink.strong"), self.text, self.button, gap=3, margins=4)
        layout.setStretch(1, 1)
        super().__init__(layout, line="line.control", width="control", dashed=True, parent=parent)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        self.setAccessibleName(words)


class ErrorSummary(Card):
    """All troubles of a page, each a link to its question. Signal: `go_requested(str)` with the question's key."""

    go_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._title = IconLine(
            "circle-alert", "", ink="status.held.ink", style="bodyStrong", place=1, wrap=True
        )
        self._list = column(gap=1)
        layout = column(self._title, self._list, gap=2, margins=4)
        super().__init__(layout, line="status.held.ink", width="selected", radius="control", parent=parent)
        self.links: list[Button] = []
        self.hide()

    def show_troubles(self, title: str, troubles: Sequence[tuple[str, str]]) -> None:
        """Show (key, words) pairs; none hides the box."""
        for link in self.links:
            self._list.removeWidget(link)
            link.deleteLater()
        self.links = []
        self._title.setText(title)
        self.setAccessibleName(title)
        for key, words in troubles:
            link = Button(words, "quiet", align=Qt.AlignmentFlag.AlignLeading)
            link.clicked.connect(lambda _=False, k=key: self.go_requested.emit(k))
            self._list.addWidget(link)
            self.links.append(link)
        self.setVisible(bool(troubles))


class ProgressBar(QWidget):
    """A bar in counted items; it steps when movement is reduced."""

    def __init__(self, *, done: int = 0, of: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of = done, of
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, of: int) -> None:
        """So many of so many."""
        self._done, self._of = done, max(of, 1)
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.size("control"), look.space(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        radius = look.radius("mark")
        ink = look.colour("status.sending.ink")
        box(
            painter, whole, fill=look.colour("bg.surface"), line=ink, width=look.stroke("hair"), radius=radius
        )
        part = QRectF(whole)
        part.setWidth(whole.width() * min(self._done / self._of, 1))
        if self.isRightToLeft():
            part.moveRight(whole.right())
        if self._done:
            box(painter, part, fill=ink, radius=radius)


class ProgressPanel(Card):
    """Counted items on their way, with pause and go on. Signals: `pause_requested()`, `resume_requested()`."""

    pause_requested = Signal()
    resume_requested = Signal()

    def __init__(self, *, pausable: bool = True, parent: QWidget | None = None) -> None:
        self.line = IconLine("circle-arrow-up", "", ink="status.sending.ink", style="label", place=0)
        self.amount = Text("", "caption", "ink.soft", wrap=False)
        self.button = Button(say("Pause"), "quiet", height="controlCompact")
        self.bar = ProgressBar()
        head = row(self.line, None, self.amount, self.button, gap=2)
        super().__init__(column(head, self.bar, gap=2, margins=4), parent=parent)
        self._paused = False
        self.button.setVisible(pausable)
        self.button.clicked.connect(self._pressed)

    def show_progress(
        self, words: str, done: int, of: int, *, amount: str = "", paused: bool = False
    ) -> None:
        """Say how far it is, in items."""
        self._paused = paused
        self.line.setText(words)
        self.amount.setText(amount)
        self.amount.setVisible(bool(amount))
        self.bar.set_progress(done, of)
        self.button.set_words(say("Go on") if paused else say("Pause"))
        self.setAccessibleName(f"{words}. {amount}" if amount else words)

    def _pressed(self) -> None:
        (self.resume_requested if self._paused else self.pause_requested).emit()


__all__ = [
    "Banner",
    "Dialog",
    "EmptyState",
    "ErrorSummary",
    "ProgressBar",
    "ProgressPanel",
    "Toast",
    "announce",
]
