"""Check before you share, on screen: the copy at the left, three steps at the right, one filled button that saves it.

Promise: shows the presenter's state; a line that is being typed is never made anew; the copy is made and written
aside, so the window always answers; the button is there for the copy that is shown and for no other. Cancel goes
back; nothing has left the laptop until both files stand in the folder that was chosen. The passphrase is asked before.
Source: interface design section 4.14 and its picture 14.
Signals: `back_requested()`, `record_chosen(str, str)` (family, record), `saved(str)` with the words that say so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QScrollArea, QWidget

from fieldapp.commands.errors import CommandRefused
from fieldapp.ui import theme
from fieldapp.ui.kit import (
    Avatar,
    Banner,
    Button,
    Card,
    Chip,
    Choice,
    ChoiceList,
    Dialog,
    EmptyState,
    FieldFrame,
    Flow,
    Hairline,
    Icon,
    IconButton,
    IconLine,
    NumberDisc,
    Radio,
    Reading,
    RowCard,
    Segmented,
    Text,
    TextLine,
    announce,
    column,
    row,
    set_margins,
)
from fieldapp.ui.pages.pieces import FactLine, ruled
from fieldapp.ui.pages.screen import Around, Screen, Slot, placed, stacked
from fieldapp.ui.sharing.panes import Panes
from fieldapp.ui.sharing.paper import Paper
from fieldapp.ui.sharing.presenter import HiddenLine, ShareChoice, SharePresenter, ShareState
from fieldapp.ui.words import Words

say = Words("Share")

SIDE_WIDTH = 480
COPY_WIDTH = "readingWidth"


class SharePage(Screen):
    """One copy, looked through before it leaves."""

    wants_room = True
    back_requested = Signal()
    record_chosen = Signal(str, str)
    saved = Signal(str)

    def __init__(
        self,
        presenter: SharePresenter,
        around: Around,
        check_passphrase: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self._check_passphrase = check_passphrase
        self.title = say("Check before you share")
        self._state = ShareState()
        self._told = ""
        self._go_on = False
        self._paper: Paper | None = None
        self._surname: FieldFrame | None = None
        self._bar, self._list, self._copy = Slot(), Slot(), Slot()
        self._notes, self._who, self._what, self._whose = Slot(), Slot(), Slot(), Slot()
        self.save = Button(say("Save the copy"), "primary", icon="file-text")
        self.cancel = Button(say("Cancel"), "quiet")
        self.done = Button(say("Done"), "primary", icon="check")
        self.again = Button(say("Save it once more"))
        steps = stacked(self._notes, self._who, self._what, self._whose, gap=5)
        self._panes = Panes(
            Reading(column(self._copy), size=COPY_WIDTH),
            steps,
            self._make_foot(),
            self.scroller,
            side=SIDE_WIDTH,
            name=say("What the copy holds"),
        )
        whole = QWidget()
        self._alone = QWidget()
        self._alone.setLayout(column(Reading(column(self._list)), margins=("page", 0, "page", 6)))
        whole.setLayout(column(self._alone, self._panes, gap=0))
        self._body.setContentsMargins(0, 0, 0, 0)
        self.set_page(self._bar, whole)
        self._connect()

    def _connect(self) -> None:
        self.save.clicked.connect(self._ask_passphrase)
        self.again.clicked.connect(self._ask_passphrase)
        self.cancel.clicked.connect(self.back_requested)
        self.done.clicked.connect(self.back_requested)

    # -- what a screen gives --------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Any]:
        return partial(self.presenter.read, self.presenter.choice)

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def concerns(self, fact: object) -> bool:
        scope = getattr(fact, "scope", None)
        return scope is None or scope == self.presenter.scope

    def spoken(self) -> str:
        return self._state.announce

    def opened(self) -> str:
        if self._state.saved:
            self._show(self.presenter.begin_anew())
            self.refresh()
        return super().opened()

    def first_focus(self) -> QWidget | None:
        return self._first_unfinished()

    def place(self) -> dict[str, Any]:
        """What was chosen, so that a lock loses nothing of it; the surname is looked at again."""
        return {"choice": asdict(self.presenter.choice), "naming": self.presenter.naming}

    def restore(self, place: dict[str, Any]) -> None:
        """Go on with it."""
        kept = dict(place.get("choice", {}))
        self.presenter.choice = ShareChoice(**{name: str(value) for name, value in kept.items()})
        self.presenter.naming = bool(place.get("naming", False))
        self.refresh()

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: ShareState) -> None:
        was_making, self._state = self._state.making, state
        self._bar.fill((state.title, state.under, state.pages), lambda: self._make_bar(state))
        alone = bool(state.missing or state.records) or not state.title
        self._list.fill(
            (state.missing, state.records),
            lambda: self._make_list(state) if state.missing or state.records else None,
        )
        self._panes.setVisible(not alone)
        self._alone.setVisible(alone)
        if alone:
            return
        self._notes.fill((state.saved, state.problem, state.warning), lambda: _notes(state))
        who = (state.readers, state.chosen, state.naming, state.about, state.languages, state.choice.about)
        self._who.fill((*who, state.choice.language), lambda: self._make_who(state))
        what = (state.chosen, state.hidden, state.nothing, state.making)
        self._what.fill(what, lambda: _what(state) if state.chosen is not None else None)
        asked = state.surname_asked and not state.nothing
        self._whose.fill((asked, state.chosen), lambda: self._make_surname(state) if asked else None)
        if self._surname is not None and asked:
            self._surname.set_trouble(state.trouble or None)
        self._show_buttons(state)
        self._copy.fill(
            (state.sheet, state.inside, state.unsent, state.nothing, state.making, state.chosen is None),
            lambda: self._make_copy(state),
        )
        if self._paper is not None and state.sheet is not None and self._paper.property("new"):
            self._paper.setProperty("new", False)
            self.in_turn(*self._paper.pieces())
        self._tell(state)
        self._lead_on(state)
        if state.making != was_making and self._surname is not None and self._surname.editor.hasFocus():
            self._reveal_soon(self._surname.editor)

    def _show_buttons(self, state: ShareState) -> None:
        had = self.window().focusWidget()
        is_saved = bool(state.saved)
        self.done.setVisible(is_saved)
        self.again.setVisible(is_saved)
        self.save.setVisible(not is_saved and not state.nothing)
        self.cancel.setVisible(not is_saved)
        self._care.setVisible(not is_saved)
        self.save.setEnabled(state.ready)
        self.again.setEnabled(state.ready)
        if is_saved and had is self.save:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_on(self, state: ShareState) -> None:
        """After a choice the keyboard stands at what comes next; at saving, once the copy is there."""
        if not self._go_on:
            return
        waiting = state.making and not state.surname_asked
        changes = [one for one in self._who.findChildren(Button) if one.property("place") == "change"]
        target: QWidget | None = changes[0] if changes else None
        if not waiting or target is None:
            self._go_on = False
            target = self._first_unfinished()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal_soon(target)

    def _reveal_soon(self, widget: QWidget) -> None:
        """Once the parts have found their places."""
        QTimer.singleShot(0, widget, partial(_reveal, widget))

    def _tell(self, state: ShareState) -> None:
        """What a listener hears when it comes: saved, refused, nothing to share, how many pages."""
        pages = say.count(state.pages, "PDF, {n} page", "PDF, {n} pages") if state.pages else ""
        said = state.problem or state.saved or state.nothing or state.trouble or pages
        if said and said != self._told:
            announce(self, said)
        self._told = said

    def _make_bar(self, state: ShareState) -> QWidget:
        back = IconButton("arrow-left", say("Back"))
        back.clicked.connect(self.back_requested)
        title = Flow(Text(state.title, "h1", "ink.strong"), gap=3, line_gap=0)
        if state.pages:
            title.addWidget(Chip(say.count(state.pages, "PDF, {n} page", "PDF, {n} pages")))
        words = column(title, gap=0)
        if state.under:
            words.addWidget(Text(state.under, "body", "ink.soft"))
        line = row(column(placed(back, "back"), None, gap=0), words, gap=2)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _make_list(self, state: ShareState) -> QWidget:
        pieces: list[Any] = []
        if state.missing:
            pieces.append(EmptyState(state.missing_icon, state.missing))
        rows: list[QWidget] = []
        for one in state.records:
            words = column(
                Text(one.title, "bodyStrong", "ink.strong"), Text(one.when, "caption", "ink.soft"), gap=0
            )
            line = row(Icon(one.icon, "ink.soft"), words, gap=3, margins=(3, 4))
            line.setStretch(1, 1)
            card = RowCard(line, f"{one.title}, {one.when}")
            card.clicked.connect(partial(self.record_chosen.emit, state.scope, one.doc))
            rows.append(placed(card, one.doc))
        if rows:
            inside = ruled(rows)
            set_margins(inside, 1)
            pieces.append(Card(inside))
        return stacked(*pieces, gap=4)

    def _make_who(self, state: ShareState) -> QWidget:
        pieces: list[Any] = [_step(1, say("Who is it for?"))]
        if state.naming:
            pieces.append(self._make_naming(state))
        elif state.chosen is None:
            choices = [Choice(one.key, one.name, one.detail) for one in state.readers]
            readers = ChoiceList(choices, may_clear=False)
            readers.setAccessibleName(say("Who is it for?"))
            readers.chosen.connect(self._choose)
            pieces.append(placed(readers, "readers"))
        else:
            chosen = state.chosen
            words = column(Text(chosen.name, "bodyStrong", "ink.strong"), gap=0)
            if chosen.detail:
                words.addWidget(Text(chosen.detail, "caption", "ink.soft"))
            change = Button(say("Change"), "quiet")
            change.setAccessibleName(say("Change who it is for: {name}", name=chosen.name))
            change.clicked.connect(partial(self._choose, ""))
            lead = Avatar(chosen.initials) if chosen.initials else Icon("file-text", "ink.soft", 2)
            line = row(lead, words, placed(change, "change"), gap=3, margins=(3, 4))
            line.setStretch(1, 1)
            pieces.append(Card(line, line="line.control", width="control", radius="control"))
        if state.about:
            about = ChoiceList(
                [Choice(key, words) for key, words in state.about],
                state.choice.about,
                columns=True,
                may_clear=False,
            )
            about.chosen.connect(self._choose_about)
            pieces.append(FieldFrame(say("Which child is this copy about?"), placed(about, "about")))
        if state.languages:
            languages = Segmented(
                [Choice(code, words) for code, words in state.languages],
                state.choice.language,
                may_clear=False,
            )
            languages.chosen.connect(self._choose_language)
            pieces.append(FieldFrame(say("In which language?"), placed(languages, "language")))
        return stacked(*pieces, gap=3)

    def _make_naming(self, state: ShareState) -> QWidget:
        name, role = TextLine(), TextLine()
        use = Button(say("Use this name"))
        other = Button(say("Choose from the list"), "quiet")
        use.setEnabled(False)
        name.textChanged.connect(lambda typed: use.setEnabled(bool(typed.strip())))

        def named() -> None:
            if name.text().strip():
                self._go_on = True
                self._show(self.presenter.name_somebody(name.text(), role.text()))
                self.refresh()

        use.clicked.connect(named)
        name.returnPressed.connect(lambda: role.setFocus(Qt.FocusReason.TabFocusReason))
        role.returnPressed.connect(named)
        other.clicked.connect(partial(self._choose, ""))
        placed(name, "name")
        holder = stacked(
            FieldFrame(say("Their whole name"), name),
            FieldFrame(
                say("Who they are"), role, hint=say("For example: class teacher at Marsh Lane School")
            ),
            Flow(use, other, gap=3),
            gap=3,
        )
        self._naming = name
        return holder

    def _make_surname(self, state: ShareState) -> QWidget:
        line = TextLine(state.typed)
        line.textEdited.connect(self._typed)
        line.left.connect(self._left)
        line.returnPressed.connect(self.press_primary)
        words = say("Type the surname of the person receiving it")
        frame = FieldFrame(words, placed(line, "surname"))
        frame.label.hide()
        self._surname = frame
        why = say("A copy in the wrong hands can put a child at risk. Typing the name makes you look twice.")
        line.setAccessibleDescription(why)
        return stacked(_step(3, words), frame, Text(why, "caption", "ink.soft"), gap=3)

    def _make_copy(self, state: ShareState) -> QWidget:
        self._paper = None
        if state.nothing:
            return EmptyState("file-text", state.nothing)
        if state.making:
            return _quiet(say("Making the pages"))
        if state.sheet is None:
            return EmptyState(
                "printer", say("Choose who it is for. What the copy holds is shown here first.")
            )
        self._paper = Paper(state.sheet)
        self._paper.setProperty("new", True)
        note = say("This is what the pages will hold. The saved copy is laid out on A4.")
        return stacked(_inside(state), self._paper, Text(note, "caption", "ink.soft"), gap=3)

    def _make_foot(self) -> QWidget:
        buttons = Flow(self.save, self.done, self.again, self.cancel, gap=3)
        self._care = Text(
            say("A saved copy is not locked. Keep it as you would a paper file."), "caption", "ink.soft"
        )
        line = row(buttons, self._care, gap=4)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(column(Hairline(), line, gap=3, margins=("gutter", 0, "gutter", 4)))
        self.done.hide()
        self.again.hide()
        return holder

    def _first_unfinished(self) -> QWidget | None:
        """What is to be done next: who, the surname, saving."""
        state = self._state
        if state.records or state.missing:
            rows = self._list.findChildren(RowCard)
            return rows[0] if rows else self._bar.findChild(IconButton)
        if state.naming:
            return self._naming
        if state.chosen is None:
            return self._who.findChild(Radio)
        if state.surname_asked and self._surname is not None and not state.ready:
            return self._surname.editor
        if state.saved:
            return self.done
        return self.save if state.ready else self.cancel

    # -- what a person does ---------------------------------------------------------------------------------------

    def _choose(self, reader: str) -> None:
        self._go_on = True
        self._show(self.presenter.choose(reader))
        self.refresh()

    def _choose_about(self, child: str) -> None:
        self._show(self.presenter.choose_about(child))
        self.refresh()

    def _choose_language(self, code: str) -> None:
        self._show(self.presenter.choose_language(code))
        self.refresh()

    def _typed(self, typed: str) -> None:
        self._show(self.presenter.type_surname(typed))

    def _left(self) -> None:
        self._show(self.presenter.leave_surname())

    def _ask_passphrase(self) -> None:
        """Once more, so that nobody else takes a copy from a laptop that stands unlocked for a moment."""
        if self.presenter.copy_shown() is not None:
            self._show_question("")

    def _show_question(self, trouble: str) -> None:
        line = TextLine()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        frame = FieldFrame(say("Your passphrase"), line)
        frame.set_trouble(trouble or None)
        why = Text(say("What you save can be read without Fieldapp, so it asks who you are."), "body")
        asking = Dialog(
            self,
            say("Passphrase, once more"),
            stacked(why, frame, gap=3),
            [("stop", say("Cancel"), "quiet"), ("go", say("Go on"), "plain")],
            safe="stop",
            icon="lock-keyhole",
        )
        line.returnPressed.connect(partial(asking.close_with, "go"))
        asking.answered.connect(lambda answer: self._question_answered(answer, line.text()))
        line.setFocus(Qt.FocusReason.TabFocusReason)
        if trouble:
            announce(self, trouble)

    def _question_answered(self, answer: str, typed: str) -> None:
        """The passphrase is looked at aside: the key behind it takes about a second to make."""
        if answer != "go" or self.save.is_busy():
            return
        self._set_busy(say("Checking"))
        self.around.tasks.run(
            partial(self._check_passphrase, typed), self._was_checked, self._was_not_saved, asker=self
        )

    def _was_checked(self, right: bool) -> None:
        self._set_busy(None)
        if right:
            self._ask_where()
        else:
            self._show_question(say("That passphrase isn’t right. Try again."))

    def _set_busy(self, words: str | None) -> None:
        for one in (self.save, self.again):
            one.set_busy(words)

    def _ask_where(self) -> None:
        """The platform's own window for a folder; what is there already is never replaced, so it need not ask."""
        if self.presenter.copy_shown() is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        asking = QFileDialog(self, "Fieldapp", folder)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setOption(QFileDialog.Option.DontConfirmOverwrite)
        asking.setNameFilter(say("PDF and its twin for screen readers") + " (*.pdf)")
        asking.setDefaultSuffix("pdf")
        asking.selectFile(self.presenter.file_name())
        asking.fileSelected.connect(self.save_to)
        asking.open()

    def save_to(self, chosen: str) -> None:
        """Write the copy that is shown, aside."""
        printed = self.presenter.copy_shown()
        if printed is None or not chosen or self.save.is_busy():
            return
        self._set_busy(say("Saving"))
        self.around.tasks.run(
            partial(self.presenter.save, printed, Path(chosen)),
            self._was_saved,
            self._was_not_saved,
            asker=self,
        )

    def _was_saved(self, saved: Any) -> None:
        self._set_busy(None)
        self._show(self.presenter.was_saved(saved))
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(self._state.saved)

    def _was_not_saved(self, fault: Exception) -> None:
        self._set_busy(None)
        if not isinstance(fault, CommandRefused):
            raise fault
        self._show(self.presenter.was_refused(fault))
        (self.again if self.again.isVisible() else self.save).setFocus(Qt.FocusReason.OtherFocusReason)


def _reveal(widget: QWidget) -> None:
    """Scroll the pane until the widget is in sight, with a margin (interface design section 3)."""
    place = widget.parentWidget()
    while place is not None and not isinstance(place, QScrollArea):
        place = place.parentWidget()
    if place is not None:
        place.ensureWidgetVisible(widget, 0, theme.current().space(12))


def _step(number: int, words: str) -> QWidget:
    line = row(NumberDisc(number), Text(words, "h3", "ink.strong"), gap=3)
    line.setStretch(1, 1)
    holder = QWidget()
    holder.setLayout(line)
    holder.setAccessibleName(say("Step {n}: {what}", n=number, what=words))
    return holder


def _notes(state: ShareState) -> QWidget | None:
    """What went wrong, what was done, what to read first."""
    pieces: list[QWidget] = []
    if state.problem:
        pieces.append(Banner("trouble", state.problem))
    if state.saved:
        pieces.append(Banner("info", state.saved))
    if state.warning and not state.saved:
        pieces.append(Banner("decision", state.warning))
    return stacked(*pieces, gap=3) if pieces else None


def _what(state: ShareState) -> QWidget:
    pieces: list[Any] = [_step(2, say("What stays hidden"))]
    if state.making:
        return stacked(*pieces, _quiet(say("Making the pages")), gap=3)
    if state.nothing:
        return stacked(
            *pieces, IconLine("info", state.nothing, ink="ink.body", style="body", wrap=True), gap=3
        )
    lines = [_hidden(one) for one in state.hidden]
    if not lines:
        lines = [
            _hidden(
                HiddenLine("circle-check", say("Nothing is left out"), say("This reader may have all of it"))
            )
        ]
    rows = ruled(lines, first=True)
    rows.addWidget(Hairline())
    pieces.append(rows)
    return stacked(*pieces, gap=2)


def _inside(state: ShareState) -> QWidget:
    """What the copy holds, in a line over it, and whether any of it has not been sent."""
    facts: list[QWidget] = [
        FactLine(icon, words, ink="ink.strong", style="label", wrap=True) for icon, words in state.inside
    ]
    if state.unsent:
        facts.append(FactLine("square-check", state.unsent, ink="status.saved.ink", style="label", wrap=True))
    holder = QWidget()
    holder.setLayout(Flow(*facts, gap=4, line_gap=1))
    told = [*(words for _, words in state.inside), *([state.unsent] if state.unsent else [])]
    holder.setAccessibleName(say("What is in it") + ": " + ", ".join(told))
    return holder


def _hidden(one: HiddenLine) -> QWidget:
    words = column(
        Text(one.title, "bodyStrong", "ink.strong"), Text(one.detail, "caption", "ink.soft"), gap=0
    )
    line = row(column(Icon(one.icon, "restricted.ink"), None, gap=0), words, gap=3, margins=(1, 0))
    line.setStretch(1, 1)
    holder = QWidget()
    holder.setLayout(line)
    holder.setAccessibleName(say("Hidden: {what}. {why}", what=one.title, why=one.detail))
    return holder


def _quiet(words: str) -> QWidget:
    return IconLine("loader-circle", words, ink="ink.soft", style="body", wrap=True)
