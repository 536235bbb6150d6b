"""The set-up as a person sees it: steps down the side with their marks, one question a page, one filled button.

Promise: every step says in plain words what it is for; pasting is allowed; strength is said in words; Enter does what
the filled button does; the first download can go on in the background.
Signals: `look_requested(str, object)`: language, text_step or contrast, chosen on the first page, at once.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from fieldapp.ui import theme, words
from fieldapp.ui.enrol.presenter import STEPS, Arrival, EnrolPresenter, EnrolState, Step, Trouble
from fieldapp.ui.kit import (
    Button,
    Card,
    Choice,
    FieldFrame,
    Flow,
    Hairline,
    IconLine,
    Panel,
    ProgressBar,
    Scroll,
    Section,
    SectionRail,
    Segmented,
    Text,
    TextLine,
    UnitLine,
    announce,
    column,
    row,
)
from fieldapp.ui.kit.marks import IconLine as Line
from fieldapp.ui.words import Words

say = Words("Enrol")


def step_words(step: Step) -> str:
    """The step's name in the list."""
    return {
        "language": say("Language"),
        "code": say("Your code"),
        "passphrase": say("Choose a passphrase"),
        "forget": say("If you forget it"),
        "pin": say("Pass-back PIN"),
        "download": say("First download"),
    }[step]


def trouble_words(trouble: Trouble) -> str:
    """What the page says of what went wrong."""
    kind = trouble.kind
    if kind == "code":
        return say("That code didn't work. Ask your manager for a new one.")
    if kind == "code_short":
        return say("The code has 10 characters. Type both groups of five.")
    if kind == "offline":
        return say("Setting up needs a signal once. After this you can work without one.")
    if kind == "address":
        return say("Nobody answers at that address. Check it with your manager.")
    if kind == "easy":
        return say("Too easy to guess. Use the four words, or at least 12 characters.")
    if kind == "pin":
        return say("Choose four digits.")
    if kind == "refused":
        return f"{say(trouble.sentence)} ({trouble.code})"
    return say(
        "Something went wrong here. Nothing was changed. Try again, or ring support with code {code}.",
        code=trouble.code,
    )


class EnrolView(QWidget):
    """The pages of the set-up."""

    look_requested = Signal(str, object)

    def __init__(self, presenter: EnrolPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._step: Step | None = None
        self.rail = SectionRail()
        self.rail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rail.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look = theme.current()
        side = Panel(
            column(Text(say("Setting up Fieldapp"), "h3", "ink.strong"), 2, self.rail, None, margins=(6, 4)),
            ground="bg.rail",
        )
        side.setMinimumWidth(look.size("rail") + look.space(10))
        self.side = side
        self.pages: dict[Step, QWidget] = {}
        self._stack = QStackedLayout()
        makers = {
            "language": self._language_page,
            "code": self._code_page,
            "passphrase": self._passphrase_page,
            "forget": self._forget_page,
            "pin": self._pin_page,
            "download": self._download_page,
        }
        for step in STEPS:
            page = makers[step]()
            self.pages[step] = page
            self._stack.addWidget(page)
        surface = Panel(ground="bg.surface")
        surface.setLayout(self._stack)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(side)
        beside.addWidget(surface, 1)
        presenter.listen(self._show)

    def _page(self, title: str, *pieces: QWidget | QHBoxLayout | Flow | int | None) -> QWidget:
        """One question: a title, its pieces, in the reading width."""
        look = theme.current()
        inner = QWidget()
        inner.setLayout(column(Text(title, "h1", "ink.strong"), *pieces, None, gap=4))
        inner.setMaximumWidth(look.size("readingWidth"))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(look.space("page"), look.space(12), look.space("page"), look.space(6))
        line.addWidget(inner, 1)
        line.addStretch(0)
        return Scroll(holder)

    def _language_page(self) -> QWidget:
        look = theme.current()
        self.language = Segmented(
            [Choice(code, name) for code, name in words.LANGUAGES.items()], words.language(), may_clear=False
        )
        self.text_size = Segmented(
            [Choice(str(step), say("{n} %", n=round(step * 100))) for step in theme.text_steps()],
            str(look.step),
            may_clear=False,
        )
        self.contrast = Segmented(
            [Choice("light", say("Light")), Choice("highContrast", say("High contrast"))],
            look.contrast,
            may_clear=False,
        )
        self.language.chosen.connect(lambda code: self.look_requested.emit("language", code))
        self.text_size.chosen.connect(lambda step: self.look_requested.emit("text_step", float(step)))
        self.contrast.chosen.connect(lambda name: self.look_requested.emit("contrast", name))
        self.language_next = Button(say("Go on"), "primary", height="controlTouch")
        self.language_next.clicked.connect(self.presenter.language_chosen)
        return self._page(
            say("Which language?"),
            FieldFrame(say("Language"), self.language),
            FieldFrame(say("Text size"), self.text_size),
            FieldFrame(say("Contrast"), self.contrast),
            2,
            row(self.language_next, None),
        )

    def _code_page(self) -> QWidget:
        self.service = TextLine(size="large")
        self.service_frame = FieldFrame(
            say("Address of your organisation's service"),
            self.service,
            hint=say("Your manager gives it with the code. It begins with https://"),
        )
        self.code = TextLine(size="large", placeholder="XXXXX XXXXX")
        self.code.setInputMethodHints(
            Qt.InputMethodHint.ImhUppercaseOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.code_frame = FieldFrame(
            say("Type the 10-character code from your manager"),
            self.code,
            hint=say("Two groups of five. O and 0, I and 1 count as the same."),
        )
        self.code_next = Button(say("Use this code"), "primary", height="controlTouch")
        self.code_next.clicked.connect(self._send_code)
        self.code.returnPressed.connect(self._send_code)
        self.service.returnPressed.connect(self._send_code)
        self.code.textEdited.connect(self._group_code)
        return self._page(
            say("Your code"),
            Text(
                say("Setting up needs a signal once. After this you can work without one."),
                "body",
                "ink.soft",
            ),
            self.service_frame,
            self.code_frame,
            row(self.code_next, None),
        )

    def _group_code(self, typed: str) -> None:
        """Two groups of five, without moving a caret that stands inside."""
        plain = typed.replace(" ", "").replace("-", "").upper()[:10]
        grouped = f"{plain[:5]} {plain[5:]}" if len(plain) > 5 else plain
        if grouped != typed and self.code.cursorPosition() == len(typed):
            self.code.setText(grouped)

    def _send_code(self) -> None:
        self.presenter.enter_code(self.code.text(), self.service.text())

    def _passphrase_page(self) -> QWidget:
        self.hello = Text("", "body", "ink.body")
        self.offered = Text("", "words", "ink.strong")
        self.use_offered = Button(say("Use these words"), height="controlCompact")
        self.other_words = Button(say("Four other words"), "quiet", height="controlCompact")
        box = Card(
            column(
                Text(say("Four random words nobody chose"), "label", "ink.soft"),
                self.offered,
                Flow(self.use_offered, self.other_words, gap=3),
                gap=2,
                margins=4,
            ),
            ground="bg.sunken",
        )
        self.show_toggle = Button(
            say("Show"), "quiet", icon="eye", height="controlCompact", ink="ink.strong", wrap=False
        )
        self.show_toggle.setCheckable(True)
        self.show_toggle.setAccessibleName(say("Show passphrase"))
        self.passphrase = UnitLine(button=self.show_toggle, touch=True)
        self.passphrase.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase_frame = FieldFrame(
            say("Your passphrase"),
            self.passphrase,
            hint=say("At least 12 characters or four words. Pasting is fine. Nothing else is asked of it."),
        )
        self.strength = Line("circle", "", style="label", wrap=True)
        self.passphrase_next = Button(say("Use this passphrase"), "primary", height="controlTouch")
        self.use_offered.clicked.connect(self._take_offered)
        self.other_words.clicked.connect(self.presenter.offer_again)
        self.show_toggle.toggled.connect(self._reveal)
        self.passphrase.answered.connect(self.presenter.weigh)
        self.passphrase_next.clicked.connect(self._send_passphrase)
        self.passphrase.line.returnPressed.connect(self._send_passphrase)
        return self._page(
            say("Choose a passphrase"),
            self.hello,
            box,
            self.passphrase_frame,
            self.strength,
            row(self.passphrase_next, None),
        )

    def _take_offered(self) -> None:
        self.passphrase.set_text(self.presenter.state.offered)
        self.presenter.weigh(self.presenter.state.offered)
        self.show_toggle.setChecked(True)
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, on: bool) -> None:
        self.passphrase.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.show_toggle.set_words(say("Hide") if on else say("Show"))
        self.show_toggle.setAccessibleName(say("Show passphrase"))

    def _send_passphrase(self) -> None:
        self.presenter.choose_passphrase(self.passphrase.text())

    def _forget_page(self) -> QWidget:
        self.forget_text = Text("", "body")
        self.forget_next = Button(say("I have read this"), "primary", height="controlTouch")
        self.forget_next.clicked.connect(self.presenter.understood)
        return self._page(say("If you forget it"), self.forget_text, row(self.forget_next, None))

    def _pin_page(self) -> QWidget:
        self.pin = UnitLine(digits=6, touch=True)
        self.pin.line.setMaxLength(4)
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.pin_frame = FieldFrame(
            say("Four digits"), self.pin, hint=say("This is not a key. It only guards the screen.")
        )
        self.pin_next = Button(say("Use this PIN"), "primary", height="controlTouch")
        self.pin_skip = Button(say("Ask for the passphrase instead"), "quiet")
        self.pin_next.clicked.connect(self._send_pin)
        self.pin.line.returnPressed.connect(self._send_pin)
        self.pin_skip.clicked.connect(lambda: self.presenter.choose_pin(""))
        return self._page(
            say("Pass-back PIN"),
            Text(
                say(
                    "You type it when a child gives the laptop back, and when you come back to a hidden screen."
                ),
                "body",
            ),
            self.pin_frame,
            Flow(self.pin_next, self.pin_skip, gap=4),
        )

    def _send_pin(self) -> None:
        if len(self.pin.text()) != 4:
            self.presenter.choose_pin(self.pin.text() or "?")
            return
        self.presenter.choose_pin(self.pin.text())

    def _download_page(self) -> QWidget:
        self.download_words = Text("", "body", "ink.body")
        self.bar = ProgressBar()
        self.arrivals = QVBoxLayout()
        self.arrivals.setSpacing(0)
        self._lines: dict[str, IconLine] = {}
        self.start = Button(say("Start"), "primary", height="controlTouch")
        self.start.clicked.connect(self.presenter.start)
        self.arrivals.setContentsMargins(0, 0, 0, 0)
        list_card = Card(self.arrivals)
        self.list_card = list_card
        return self._page(
            say("First download"), self.download_words, self.bar, list_card, row(self.start, None)
        )

    def first_focus(self) -> QWidget:
        """The step's own question."""
        step = self.presenter.state.step
        code = self.code if self.presenter.state.service_known else self.service
        return {
            "language": self.language_next,
            "code": code,
            "passphrase": self.passphrase.line,
            "forget": self.forget_next,
            "pin": self.pin.line,
            "download": self.start,
        }[step]

    def _show(self, state: EnrolState) -> None:
        here = STEPS.index(state.step)
        marks = [
            Section(step, step_words(step), "done" if n < here else "here" if n == here else "open")
            for n, step in enumerate(STEPS)
        ]
        self.rail.set_sections(marks)
        self.service_frame.setVisible(not state.service_known)
        self._show_trouble(state)
        self._show_passphrase(state)
        self._show_forget(state)
        if state.step == "download":
            self._show_download(state)
        self.code_next.set_busy(say("Checking the code") if state.busy and state.step == "code" else None)
        busy = state.busy and state.step == "passphrase"
        self.passphrase_next.set_busy(say("Sealing") if busy else None)
        if state.step != self._step:
            self._step = state.step
            self._stack.setCurrentWidget(self.pages[state.step])
            announce(self, step_words(state.step))
            if state.step != "passphrase":
                self.passphrase.line.clear()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self, state: EnrolState) -> None:
        said = trouble_words(state.trouble) if state.trouble is not None else None
        frames = {
            "code": self.service_frame
            if state.trouble and state.trouble.kind == "address"
            else self.code_frame,
            "passphrase": self.passphrase_frame,
            "pin": self.pin_frame,
        }
        for frame in {self.code_frame, self.service_frame, self.passphrase_frame, self.pin_frame}:
            chosen = frames.get(state.step)
            if chosen is self.service_frame and state.service_known:
                chosen = self.code_frame
            frame.set_trouble(said if frame is chosen else None)
        if said:
            announce(self, said)

    def _show_passphrase(self, state: EnrolState) -> None:
        self.hello.setText(
            say(
                "Hello {name}. This passphrase opens this laptop, with or without a signal. Only you know it.",
                name=state.user_name,
            )
        )
        self.offered.setText(state.offered)
        self.strength.setVisible(state.strong is not None)
        if state.strong is not None:
            icon, ink = (
                ("circle-check", "status.sent.ink")
                if state.strong
                else ("circle-alert", "status.decision.ink")
            )
            self.strength.show_line(
                icon, say("Strong enough") if state.strong else say("Too easy to guess"), ink
            )

    def _show_forget(self, state: EnrolState) -> None:
        self.forget_text.setText(
            say(
                "Two key holders in your organisation, together, can reopen this laptop. Nobody can do it alone, and "
                "you will be told."
            )
            if state.two_key_holders
            else say(
                "Nobody can reopen this laptop without your passphrase: your organisation has no key holders yet. What "
                "was sent stays safe at the service."
            )
        )

    def _show_download(self, state: EnrolState) -> None:
        self.download_words.setText(download_words(state))
        self.bar.set_progress(state.ready, max(len(state.families), 1))
        self.bar.setVisible(bool(state.families))
        self.list_card.setVisible(bool(state.families))
        for one in state.families:
            line = self._lines.get(one.family)
            if line is None:
                line = IconLine("circle", "", style="body", place=1, wrap=True)
                holder = QWidget()
                holder.setLayout(row(line, margins=(2, 4)))
                if self._lines:
                    self.arrivals.addWidget(Hairline())
                self.arrivals.addWidget(holder)
                self._lines[one.family] = line
            icon, ink = {
                "ready": ("circle-check", "status.sent.ink"),
                "arriving": ("circle-arrow-up", "status.sending.ink"),
                "waiting": ("circle", "ink.soft"),
            }[one.state]
            line.show_line(icon, arrival_words(one), ink)
            line.set_ink("ink.body")


def arrival_words(one: Arrival) -> str:
    """One line of the list."""
    name = one.name or say("A family")
    return {
        "ready": say("{name}, ready", name=name),
        "arriving": say("{name}, arriving", name=name),
        "waiting": say("{name}, waiting", name=name),
    }[one.state]


def download_words(state: EnrolState) -> str:
    """How far the first download is, in items."""
    of = len(state.families)
    if state.lost and of:
        return say(
            "The signal went. {ready} of {of} families are ready. The rest will follow.",
            ready=state.ready,
            of=of,
        )
    if state.lost:
        return say("The signal went. Your families will follow by themselves.")
    if not state.listed and not of:
        return say("Asking which families are yours.")
    if not of:
        return say("No families yet. They appear here when your manager gives you one.")
    first = next((one.name for one in state.families if one.state == "ready" and one.name), "")
    if state.ready == of:
        return say.count(
            of, "{n} family is ready. You can start.", "All {n} families are ready. You can start."
        )
    if first:
        return say("{name} is ready. You can start.", name=first)
    return say("Your families are arriving. You can start; they follow.")
