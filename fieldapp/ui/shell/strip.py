"""The status strip: how we are connected, what has not gone, hide and lock.

Promise: always in sight, never a spinner; its number changes in place; changes of the connection are announced
politely, sending only at its start and end. When room is short it keeps what a person can act on and says the rest
shorter, never cut.
Signals: `action_requested(str)` (send_now, sign_in, stay_open, space), `waiting_requested()`, `hide_requested()`,
`lock_requested()`, `clock_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import Button, Hairline, Icon, Panel, Run, Text, announce
from fieldapp.ui.shell import wording
from fieldapp.ui.shell.presenter import Strip
from fieldapp.ui.words import Words

say = Words("Strip")


def _strip_button(
    words: str, icon: str, *, ink: str = "ink.body", key: str | None = None, quiet: bool = False
) -> Button:
    return Button(
        words,
        "quiet",
        icon=icon,
        height="controlCompact",
        ink=ink,
        key=key,
        style="caption" if quiet else "label",
        icon_place=0,
        wrap=False,
    )


class StatusStrip(Panel):
    """The strip at the foot of the window."""

    action_requested = Signal(str)
    waiting_requested = Signal()
    clock_requested = Signal()
    hide_requested = Signal()
    lock_requested = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(ground="bg.surface", edges="top", parent=parent)
        self._now, self._strip, self._action = now, Strip(), ""
        self._spoken = ""
        self.icon = Icon("hard-drive", "ink.body", 0)
        self.words = Text("", "label", "ink.soft", wrap=False)
        self.action = Button("", "quiet", height="controlCompact", wrap=False)
        self.rule = Hairline(upright=True)
        self.unsent = _strip_button("", "inbox", quiet=True)
        self.last = _strip_button("", "clock", quiet=True)
        self.last.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.last.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.doubt = _strip_button(say("Clock uncertain"), "clock", ink="status.decision.ink")
        self.hide_screen = _strip_button(say("Hide screen"), "eye-off", key="F9")
        self.lock = _strip_button(say("Lock"), "lock", key="Ctrl L")
        look = theme.current()
        line = QHBoxLayout(self)
        line.setContentsMargins(look.space(5), 0, look.space(4), 0)
        line.setSpacing(look.space(2))
        for piece in (
            self.icon,
            self.words,
            self.action,
            2,
            self.rule,
            2,
            self.unsent,
            self.last,
            self.doubt,
        ):
            if isinstance(piece, int):
                line.addSpacing(look.space(piece) // 2)
            else:
                line.addWidget(piece, 0, Qt.AlignmentFlag.AlignVCenter)
        self.rule.setFixedHeight(look.line("body"))
        line.addStretch(1)
        line.addWidget(self.hide_screen, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.size("statusStrip"))
        self.setAccessibleName(say("Status"))
        self.action.clicked.connect(lambda: self.action_requested.emit(self._action))
        self.unsent.clicked.connect(self.waiting_requested)
        self.doubt.clicked.connect(self.clock_requested)
        self.hide_screen.clicked.connect(self.hide_requested)
        self.lock.clicked.connect(self.lock_requested)
        self.show_strip(self._strip)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.current().size("statusStrip"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "lock"):
            self.setFixedHeight(theme.current().size("statusStrip"))
            self.rule.setFixedHeight(theme.current().line("body"))
            self._fit()

    def show_strip(self, strip: Strip) -> None:
        """Show how things stand; a new sentence about the connection is announced."""
        self._strip = strip
        line = wording.connection_line(strip)
        self.icon.show_icon(line.icon, line.ink)
        self._action = line.action
        self.action.set_words(line.action_words)
        self.unsent.set_words(wording.unsent_words(strip))
        self.unsent.setAccessibleDescription(say("Opens Waiting to send"))
        self.last.set_words(wording.last_sent_words(strip, self._now()))
        self.setAccessibleName(say("Status"))
        self.setAccessibleDescription(line.whole)
        steady = line.strong if strip.connection == "sending" else line.whole
        said = strip.connection if strip.connection == "sending" else steady
        if said != self._spoken:
            if self._spoken and self.isVisible():
                announce(self, line.whole)
            self._spoken = said
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say it in full, or drop in turn: last sent, the keys, the second sentence, how much is unsent; at last let
        the buttons stand as icons, with their words for a listener and under the pointer."""
        line = wording.connection_line(self._strip)
        wants_action = bool(line.action_words)
        for level in range(7):
            long = level < 3 or not line.rest or (wants_action and level < 4)
            runs = [Run(line.strong, "label", "ink.strong")]
            if line.rest and long:
                runs.append(Run(" " + line.rest, "caption", "ink.soft"))
            self.words.set_runs(runs)
            self.action.setVisible(wants_action)
            self.last.setVisible(level < 1 and bool(self.last.words()))
            self.doubt.setVisible(self._strip.clock_doubt)
            self.unsent.setVisible(level < 4)
            self.rule.setVisible(level < 4)
            for button, words, shortened in (
                (self.doubt, say("Clock uncertain"), level >= 5),
                (self.hide_screen, say("Hide screen"), level >= 6),
                (self.lock, say("Lock"), level >= 6),
            ):
                button.set_words("" if shortened else words)
                button.setAccessibleName(words if shortened else "")
                button.setToolTip(words if shortened else "")
            self.hide_screen.set_key("F9" if level < 2 else None)
            self.lock.set_key("Ctrl L" if level < 2 else None)
            layout = self.layout()
            if layout is None:
                return
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                break
        layout = self.layout()
        if layout is not None:
            layout.activate()
