"""Settings on screen: how it looks and speaks, the passphrase, the pass-back PIN, about.

Promise: a choice applies at once, without a restart; passphrases are typed unseen unless shown on purpose and are
emptied as soon as they were used.
Source: the design of the interface, section 4.15.
Signals: `look_changed(object)` with the new `Preferences`: the window makes theme and pages anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldapp.ui.kit import (
    Banner,
    Button,
    Card,
    Choice,
    FieldFrame,
    Flow,
    Reading,
    Segmented,
    Text,
    TextLine,
    Tick,
    UnitLine,
    announce,
    column,
    row,
)
from fieldapp.ui.pages.pieces import heading
from fieldapp.ui.pages.screen import Around, Screen, Slot, stacked
from fieldapp.ui.settings.presenter import SettingsPresenter, SettingsState
from fieldapp.ui.words import Words

say = Words("Settings")


class SettingsPage(Screen):
    """What this person chose."""

    look_changed = Signal(object)

    def __init__(self, presenter: SettingsPresenter, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.presenter = presenter
        self.title = say("Settings")
        self._state = SettingsState()
        state = presenter.show(presenter.read())
        self.text_size = Segmented(
            [Choice(str(step), words) for step, words in state.text_steps], may_clear=False
        )
        self.contrast = Segmented([Choice(key, words) for key, words in state.contrasts], may_clear=False)
        self.language = Segmented([Choice(key, words) for key, words in state.languages], may_clear=False)
        self.movement = Tick(say("Reduce movement"), detail=say("Nothing slides or fades."))
        self.touch = Tick(say("Larger buttons for touch"))
        self.old = self._secret()
        self.new = self._secret()
        self.show_words = Tick(say("Show what I type"))
        self.change = Button(say("Change passphrase"), "primary")
        self._strength = Text("", "label", "ink.soft")
        self.old_frame = FieldFrame(say("Your passphrase now"), self.old)
        self.new_frame = FieldFrame(
            say("New passphrase"), self.new, hint=say("Four random words, or at least 12 characters.")
        )
        self.pin = UnitLine(digits=4)
        self.pin.line.setMaxLength(4)
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.set_pin = Button(say("Set PIN"))
        self.pin_frame = FieldFrame(
            say("Pass-back PIN"),
            self.pin,
            hint=say("Four digits. This is not a key. It only guards the screen."),
        )
        self._passphrase_note, self._pin_note, self._about = Slot(), Slot(), Slot()
        self._make()
        self._connect()
        self._show(state)

    def _secret(self) -> TextLine:
        line = TextLine()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _make(self) -> None:
        def part(title: str, *pieces: Any) -> Card:
            return Card(column(Text(title, "h3", "ink.strong"), *pieces, gap=4, margins=5))

        look = part(
            say("How it looks"),
            FieldFrame(say("Text size"), self.text_size),
            FieldFrame(say("Contrast"), self.contrast),
            FieldFrame(say("Language"), self.language),
            self.movement,
            self.touch,
        )
        passphrase = part(
            say("Passphrase"),
            self._passphrase_note,
            self.old_frame,
            self.new_frame,
            self._strength,
            self.show_words,
            row(self.change, None),
        )
        pin = part(say("Pass-back PIN"), self._pin_note, self.pin_frame, row(self.set_pin, None))
        pages = stacked(look, passphrase, pin, self._about, gap=4)
        self.set_page(heading(say("Settings")), Reading(column(pages)))

    def _connect(self) -> None:
        self.text_size.chosen.connect(lambda value: self._choose(text_step=float(value)))
        self.contrast.chosen.connect(lambda value: self._choose(contrast=value))
        self.language.chosen.connect(lambda value: self._choose(language=value))
        self.movement.clicked.connect(lambda: self._choose(reduced_movement=self.movement.isChecked()))
        self.touch.clicked.connect(lambda: self._choose(touch=self.touch.isChecked()))
        self.new.textEdited.connect(lambda text: self._show(self.presenter.weigh(text)))
        self.show_words.toggled.connect(self._show_typed)
        self.old.returnPressed.connect(self.new.setFocus)
        self.new.returnPressed.connect(self.change.click)
        self.change.clicked.connect(self._change)
        self.set_pin.clicked.connect(self._set_pin)
        self.pin.line.returnPressed.connect(self._set_pin)

    # -- Screen ---------------------------------------------------------------------------------------------------

    def read_aside(self) -> Callable[[], Any]:
        return self.presenter.read

    def take(self, facts: Any) -> None:
        self._show(self.presenter.show(facts))

    def concerns(self, fact: object) -> bool:
        return False

    def spoken(self) -> str:
        return self._state.announce

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, state: SettingsState) -> None:
        self._state = state
        chosen = state.preferences
        self.text_size.set_value(str(chosen.text_step))
        self.contrast.set_value(chosen.contrast)
        self.language.set_value(chosen.language)
        self.movement.setChecked(chosen.reduced_movement)
        self.touch.setChecked(chosen.touch)
        self._strength.setText(state.strength)
        self._strength.setVisible(bool(state.strength))
        self.old_frame.set_trouble(state.old_trouble or None)
        self.new_frame.set_trouble(state.new_trouble or None)
        self.pin_frame.set_trouble(state.pin_trouble or None)
        self.set_pin.set_words(say("Change PIN") if state.has_pin else say("Set PIN"))
        self.change.set_busy(say("Changing") if state.changing else None)
        # In its own part, above the field that the keyboard goes to: at the top of the page nobody saw it.
        for slot, note in ((self._passphrase_note, state.passphrase_note), (self._pin_note, state.pin_note)):
            slot.fill(note, partial(_note, note))
        self._about.fill(state.about, lambda: _about(state))

    # -- what a person does ---------------------------------------------------------------------------------------

    def _choose(self, **choices: Any) -> None:
        state = self.presenter.choose(**choices)
        self._show(state)
        self.look_changed.emit(state.preferences)

    def _show_typed(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for line in (self.old, self.new):
            line.setEchoMode(mode)

    def _change(self) -> None:
        old, new = self.old.text(), self.new.text()
        state = self.presenter.begin_change(old, new)
        self._show(state)
        if not state.changing:
            (self.old if state.old_trouble else self.new).setFocus()
            announce(self, state.old_trouble or state.new_trouble)
            return
        self.around.tasks.run(
            lambda: self.presenter.change(old, new), self._changed, self._failed_to_change, asker=self
        )

    def _changed(self, trouble: str) -> None:
        state = self.presenter.changed(trouble)
        self.old.clear()
        if not trouble:
            self.new.clear()
            self.show_words.setChecked(False)
        self._show(state)
        announce(self, trouble or state.passphrase_note)
        self.old.setFocus()

    def _failed_to_change(self, fault: Exception) -> None:
        self._show(
            self.presenter.changed(
                say("The passphrase was not changed. The old one still opens this laptop.")
            )
        )
        raise fault

    def _set_pin(self) -> None:
        state = self.presenter.change_pin(self.pin.text())
        self.pin.line.clear()
        self._show(state)
        announce(self, state.pin_trouble or state.pin_note)
        self.pin.line.setFocus()


def _note(words: str) -> QWidget | None:
    return Banner("info", words) if words else None


def _about(state: SettingsState) -> QWidget | None:
    if not state.about:
        return None
    inside = column(Text(say("About"), "h3", "ink.strong"), gap=2, margins=5)
    for what, words in state.about:
        line = Flow(Text(what, "body", "ink.soft", wrap=False), Text(words, "body", "ink.strong"), gap=3)
        inside.addLayout(line)
    return Card(inside)
