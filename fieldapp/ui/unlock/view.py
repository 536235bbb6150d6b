"""The unlock screen: hills, who, passphrase, one filled button; after a lock, that the half-written note is safe.

Promise: looks the same to a stranger whoever works here: the label of the key header and no name of anybody else.
Focus is in the passphrase; Enter unlocks; Up and Down choose the user; "Show" is a toggle named "Show passphrase";
the warning about Caps Lock appears only when it is on.
Signals: `language_requested(str)`, `help_requested()`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fieldapp.ui import theme, words
from fieldapp.ui.kit import (
    Avatar,
    Button,
    Flow,
    Hairline,
    Icon,
    IconLine,
    Panel,
    RowCard,
    Run,
    Scroll,
    Text,
    UnitLine,
    announce,
    column,
    row,
)
from fieldapp.ui.kit.hills import Hills
from fieldapp.ui.unlock.presenter import Trouble, UnlockPresenter, UnlockState, User
from fieldapp.ui.words import Words

say = Words("Unlock")
HILLS_FROM = 900  # logical pixels: narrower windows give all their room to the form


def trouble_words(trouble: Trouble) -> str:
    """What the screen says of a failed try."""
    if trouble.kind == "wrong":
        return say("That passphrase isn't right. Try again.")
    if trouble.kind == "wait":
        return say.count(
            trouble.seconds,
            "Wait {n} second, then try again. Nothing is deleted, however many times you try.",
            "Wait {n} seconds, then try again. Nothing is deleted, however many times you try.",
        )
    if trouble.kind == "damaged":
        return say(
            "Fieldapp can't find the key for this laptop's store. Nothing has been changed. "
            "Ring support with code {code}.",
            code=trouble.code,
        )
    if trouble.kind == "refused":
        sentences = f"{say(trouble.sentence)} {say(trouble.next_step)}".strip()
        return f"{sentences} ({trouble.code})"
    return say(
        "Something went wrong here. What you wrote is saved. Try again, or ring support with code {code}.",
        code=trouble.code,
    )


class _UserCard(RowCard):
    """One user: initials and label, and a tick when chosen."""

    def __init__(self, user: User) -> None:
        label = user.label or say("Unknown")
        self.tick = Icon("check", "accent.base")
        line = row(
            Avatar(label[:2].upper()), Text(label, "bodyStrong", "ink.strong"), self.tick, gap=3, margins=3
        )
        line.setStretch(1, 1)
        super().__init__(line, label, ground="bg.surface", line="line.control")
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """The presenter decides who is chosen."""

    def show_chosen(self, on: bool) -> None:
        self.setChecked(on)
        self.tick.setVisible(on)


class UnlockView(QWidget):
    """The screen. `fresh` facts come from its presenter."""

    language_requested = Signal(str)
    help_requested = Signal()

    def __init__(self, presenter: UnlockPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._opening = False
        self._spoken = ""
        self._build()
        self._connect()
        presenter.listen(self._show)
        announce(self, say("Unlock Fieldapp, passphrase, hidden"))

    def _build(self) -> None:
        look = theme.current()
        self.hills = Hills()
        self.title = Text(say("Unlock Fieldapp"), "h1", "ink.strong")
        self.under = Text(say("You can unlock and write without a signal."), "body", "ink.soft")
        self.who = Text(say("Who is using this laptop?"), "label", "ink.strong")
        self.cards = [_UserCard(user) for user in self.presenter.state.users]
        self.chooser = QWidget()
        choosing = Flow(*self.cards, gap=3)
        self.chooser.setLayout(column(self.who, choosing, gap=2))
        self.show_toggle = Button(
            say("Show"), "quiet", icon="eye", height="controlCompact", ink="ink.strong", wrap=False
        )
        self.show_toggle.setCheckable(True)
        self.show_toggle.setAccessibleName(say("Show passphrase"))
        self.passphrase = UnitLine(button=self.show_toggle, touch=True)
        self.line = self.passphrase.line
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setAccessibleName(say("Passphrase"))
        self.label = Text(say("Passphrase"), "label", "ink.strong")
        self.label.setBuddy(self.line)
        self.caps = IconLine(
            "triangle-alert", say("Caps Lock is on."), ink="status.decision.ink", style="label"
        )
        self.trouble = IconLine("circle-alert", "", ink="status.held.ink", style="label", wrap=True)
        self.button = Button(say("Unlock"), "primary", height="controlTouch")
        self.forgot = Button(say("I have forgotten my passphrase"), "quiet")
        other = "cy" if words.language() == "en" else "en"
        self.language = Button(words.LANGUAGES[other], "quiet")
        self.language.clicked.connect(lambda: self.language_requested.emit(other))
        links = QHBoxLayout()
        links.addWidget(self.forgot)
        links.addStretch(1)
        links.addWidget(self.language)
        self.rule = Hairline()
        self.safe = IconLine("square-check", "", ink="ink.soft", style="caption", place=1, wrap=True)
        self.unsent = IconLine("inbox", "", ink="ink.soft", style="caption", place=1, wrap=True)
        self.form = QWidget()
        self.form.setLayout(
            column(
                column(self.title, self.under, gap=1),
                4,
                self.chooser,
                2,
                column(self.label, self.passphrase, self.caps, self.trouble, gap=2),
                1,
                self.button,
                links,
                6,
                self.rule,
                self.safe,
                self.unsent,
                gap=3,
            )
        )
        self.help_title = Text(say("If you have forgotten it"), "h1", "ink.strong")
        self.help_text = Text("", "body")
        self.help_back = Button(say("Try the passphrase again"), "primary")
        self.help = QWidget()
        self.help.setLayout(column(self.help_title, self.help_text, row(self.help_back, None), None, gap=4))
        narrow = QWidget()
        narrow.setLayout(column(None, self.form, self.help, None, gap=0))
        narrow.setMaximumWidth(look.size("readingWidth") * 4 // 5)
        holder = QWidget()
        centred = QHBoxLayout(holder)
        centred.setContentsMargins(look.space(6), look.space(6), look.space(6), look.space(6))
        centred.addStretch(1)
        centred.addWidget(narrow, 8)
        centred.addStretch(1)
        self.scroller = Scroll(holder)
        self.foot = Panel(ground="bg.surface", edges="top")
        self.connection = Text("", "label", "ink.soft")
        self.connection.set_runs(
            [
                Run(say("Nothing here needs a signal."), "label", "ink.strong"),
                Run(" " + say("You can still unlock and write."), "caption", "ink.soft"),
            ]
        )
        self.help_button = Button(
            say("Help"),
            "quiet",
            icon="circle-question-mark",
            height="controlCompact",
            ink="ink.strong",
            wrap=False,
        )
        foot = row(
            Icon("hard-drive", "ink.body", 0), self.connection, self.help_button, gap=2, margins=(1, 5)
        )
        foot.setStretch(1, 1)
        self.foot.setLayout(foot)
        self.foot.setMinimumHeight(look.size("statusStrip"))
        right = Panel(column(self.scroller), ground="bg.surface")
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.hills, 7)
        beside.addWidget(right, 9)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(beside, 1)
        outer.addWidget(self.foot)
        self.setFocusProxy(self.line)

    def _connect(self) -> None:
        self.button.clicked.connect(self._unlock)
        self.line.returnPressed.connect(self._unlock)
        self.show_toggle.toggled.connect(self._reveal)
        self.forgot.clicked.connect(self.presenter.forgot)
        self.help_back.clicked.connect(self.presenter.remembered)
        self.help_button.clicked.connect(self.help_requested)
        for number, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, n=number: self._choose(n))
        self.line.installEventFilter(self)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.presenter.tick)

    def first_focus(self) -> QWidget:
        """The passphrase."""
        return self.line

    def _choose(self, number: int) -> None:
        self.presenter.choose(number)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock(self) -> None:
        self.presenter.unlock(self.line.text())

    def _reveal(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.show_toggle.set_words(say("Hide") if on else say("Show"))
        self.show_toggle.set_icon("eye-off" if on else "eye")
        self.show_toggle.setAccessibleName(say("Show passphrase"))

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and len(self.cards) > 1:
                self.presenter.choose((self.presenter.state.chosen + step) % len(self.cards))
                return True
            self._watch_caps(event)
        return bool(super().eventFilter(watched, event))

    def _watch_caps(self, event: QKeyEvent) -> None:
        """Qt does not tell the lock's state; a capital without Shift, or a small letter with it, gives it away."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()
        elif letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(letter.isupper() != shifted)

    def _show(self, state: UnlockState) -> None:
        self.form.setVisible(not state.forgotten)
        self.help.setVisible(state.forgotten)
        self.chooser.setVisible(len(state.users) > 1)
        for number, card in enumerate(self.cards):
            card.show_chosen(number == state.chosen)
        if len(state.users) == 1 and state.users[0].label:
            self.label.setText(say("Passphrase for {label}", label=state.users[0].label))
        self.button.set_busy(say("Opening") if state.opening else None)
        self.caps.hide()
        self._show_trouble(state)
        self.safe.setVisible(state.stopped_at is not None)
        if state.stopped_at is not None:
            self.safe.set_runs(
                [
                    Run(say("Your half-written note is safe."), "label", "ink.strong"),
                    Run(
                        " " + say("It opens where you stopped at {time}.", time=words.clock(state.stopped_at))
                    ),
                ]
            )
        self.unsent.setVisible(bool(state.unsent))
        if state.unsent:
            self.unsent.setText(
                say.count(
                    state.unsent,
                    "{n} thing is not sent yet. It goes by itself when there is a signal.",
                    "{n} things are not sent yet. They go by themselves when there is a signal.",
                )
            )
        self.rule.setVisible(state.stopped_at is not None or bool(state.unsent))
        if state.forgotten:
            self._explain(state)

    def _show_trouble(self, state: UnlockState) -> None:
        trouble = state.trouble
        said = trouble_words(trouble) if trouble is not None else ""
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        self.passphrase.set_trouble(trouble is not None)
        self.line.setAccessibleDescription(said)
        if trouble is not None and trouble.kind == "wait":
            if not self._second.isActive():
                self._second.start()
        else:
            self._second.stop()
        key = trouble.kind if trouble is not None else ""
        if key and key != self._spoken:
            announce(self, said)
            if not state.opening:
                self.line.selectAll()
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._spoken = key
        blocked = trouble is not None and trouble.kind == "damaged"
        self.passphrase.setEnabled(not blocked)
        self.button.setEnabled(not blocked)

    def _explain(self, state: UnlockState) -> None:
        if state.two_key_holders:
            text = say(
                "Two key holders in your organisation, together, can reopen this laptop. Nobody can do it alone, and "
                "you will be told.\n\nRing your manager and say that you have forgotten your passphrase. Everything on "
                "this laptop stays as it is until then."
            )
        else:
            text = say(
                "Nobody else can open this laptop's store: your organisation set it up without key holders.\n\n"
                "Everything on this laptop stays as it is. If you remember the passphrase it opens again, however "
                "long that takes. What was sent is safe at the service. Ring your manager to go on working."
            )
        self.help_text.setText(text)
        announce(self, text)
        self.help_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_passphrase(self) -> None:
        """Empty the line: when the store is open or the screen goes."""
        self.line.clear()
        self.line.setModified(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hills.setVisible(self.width() / theme.current().step >= HILLS_FROM)
