""" "What happens next" on screen: the first thing a worker sees after the laptop came back.

Promise: nothing else is shown before it; what was said is quoted as a suggestion, quietly; "yes" to action today
opens the steps at once. One filled button, which goes on to the record. Source: interface design section 4.7.
Signals: `go_on_requested()`.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.forms import Key
from fieldapp.ui import theme
from fieldapp.ui.child.afterwards import AfterwardsPresenter
from fieldapp.ui.form.column import ItemColumn
from fieldapp.ui.form.state import Update
from fieldapp.ui.kit import (
    Banner,
    Button,
    Card,
    IconLine,
    Reading,
    Scroll,
    SyncMark,
    Text,
    announce,
    column,
    row,
)
from fieldapp.ui.words import Words

say = Words("Child")


class AfterwardsPage(QWidget):
    """One column of questions."""

    go_on_requested = Signal()

    def __init__(self, presenter: AfterwardsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        state = presenter.state()
        self.save_mark = SyncMark("saved", "")
        self.main = Button(say("Go on to the record"), "primary")
        self.main.clicked.connect(self._go_on)
        title = Text(say("What happens next"), "h2", "ink.strong")
        head = row(
            column(title, Text(state.child, "body", "ink.soft"), gap=0), self.save_mark, self.main, gap=3
        )
        head.setStretch(0, 1)
        self._steps = Banner("trouble", "")
        self._number = IconLine("phone", "", ink="status.held.ink", style="bodyStrong", wrap=True)
        self._suggested = self._suggestions(state.suggestions)
        self.items = ItemColumn()
        self.items.answered.connect(presenter.note.enter)
        self.items.left.connect(presenter.note.left)
        inside = column(self._suggested, self._steps, self._number, self.items, None, gap=5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        top = QWidget()
        top.setLayout(head)
        edge = theme.current().space(6)
        head.setContentsMargins(edge, theme.current().space(2), edge, theme.current().space(2))
        whole.addWidget(top)
        whole.addWidget(Scroll(column(Reading(inside), margins=("page", 3, "page", "page"))), 1)
        presenter.listen(self._heard)
        self._show()

    # What the shell may ask of a page.
    wants_room = True

    def opened(self) -> str:
        """What a listener hears when the page is shown."""
        return say("What happens next, {child}", child=self._presenter.state().child)

    def first_focus(self) -> QWidget | None:
        """The first question without an answer."""
        for question in self.items.questions():
            if not question.question.text:
                QTimer.singleShot(0, question, question.take_focus)
                return None
        return self.main

    def flush(self) -> None:
        """Put the last keystrokes into the store, now."""
        self._presenter.note.flush()

    def may_close(self) -> bool:
        """False while something typed is not saved."""
        self._presenter.note.flush()
        return self._presenter.note.journal.is_clean

    def _suggestions(self, texts: tuple[str, ...]) -> QWidget:
        """What may need the steps below: a suggestion, never a finding."""
        pieces: list[QWidget] = [
            IconLine(
                "info",
                say("You may want to look at this again. It decides nothing."),
                ink="ink.strong",
                style="bodyStrong",
                wrap=True,
            )
        ]
        pieces += [
            IconLine("quote", text, ink="ink.body", icon_ink="field.words.mark", style="body", wrap=True)
            for text in texts
        ]
        card = Card(column(*pieces, gap=2, margins=4))
        card.setVisible(bool(texts))
        return card

    def _heard(self, update: Update) -> None:
        if update.body:
            self._show()
        for key in update.questions:
            item = self._presenter.note.item(key)
            if item is not None:
                self.items.show_item(item)
        if update.questions:
            self._show_steps()
        if update.focus:
            self._focus(update.focus)
        if update.announce:
            announce(self, update.announce, assertive=update.assertive)
        self._show_save()

    def _show(self) -> None:
        self.items.show_items(self._presenter.items())
        self._show_steps()
        self._show_save()

    def _show_steps(self) -> None:
        state = self._presenter.state()
        was_open = not self._steps.isHidden()
        self._steps.setVisible(bool(state.steps))
        self._steps.show_state("trouble", state.steps)
        self._number.setVisible(bool(state.steps and state.duty_number))
        self._number.setText(say("Duty number: {number}", number=state.duty_number))
        if state.steps and not was_open:
            announce(self._steps, state.steps)

    def _show_save(self) -> None:
        save = self._presenter.note.save_state()
        self.save_mark.setVisible(bool(save.text))
        kind = {"saved": "saved", "saving": "sending"}.get(save.mark, "trouble")
        self.save_mark.show_mark(kind, save.text)  # type: ignore[arg-type]
        due = self._presenter.note.due_in_ms()
        if due is not None:
            self._timer.start(max(due, 0))

    def _focus(self, key: Key) -> None:
        widget = self.items.question(key)
        if widget is not None:
            widget.take_focus()

    def _go_on(self) -> None:
        if self._presenter.may_go_on():
            self.go_on_requested.emit()

    def _tick(self) -> None:
        self._presenter.note.tick()
        self._show_save()
