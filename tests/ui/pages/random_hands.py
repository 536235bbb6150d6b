"""Somebody at the real program who presses whatever is there, from one seed: keys, letters, the pointer, the lock.

Not pressed: F9 (a cover asks for a passphrase that this laptop has none of; it has tests of its own).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from page_world import BOOT, MORNING_MS, STORE_KEY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from fieldapp.commands.notes import open_note
from fieldapp.forms.answers import kept_values
from fieldapp.ports import SteppedClock, SystemEntropy
from fieldapp.store import Store
from fieldapp.store.keys import KdfCost
from fieldapp.ui.app import Application, Options
from fieldapp.ui.form.view import FormRunnerPage

CHEAP = KdfCost(64, 1, 1)
SIZES = ((1280, 800), (1024, 700), (800, 1200))
KEYS = (
    *[Qt.Key.Key_Tab] * 14,
    *[Qt.Key.Key_Backtab] * 3,
    *[Qt.Key.Key_Space] * 8,
    *[Qt.Key.Key_Return] * 6,
    *[Qt.Key.Key_Down] * 5,
    *[Qt.Key.Key_Right] * 4,
    *[Qt.Key.Key_Escape] * 3,
    *[Qt.Key.Key_Up, Qt.Key.Key_Left] * 2,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F6),
)
WITH_CTRL = (
    *(
        Qt.Key.Key_N,
        Qt.Key.Key_F,
        Qt.Key.Key_J,
        Qt.Key.Key_Z,
        Qt.Key.Key_K,
        Qt.Key.Key_P,
        Qt.Key.Key_S,
        Qt.Key.Key_A,
    ),
    *(Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Comma, Qt.Key.Key_L),
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7),
)
SAID = ("a", "Ivo", "was in bed", "7", "2026", "“x”", "[why?]", "ŵy", "1.5", "-")
ROOMS = (
    "visit",
    "direct work",
    "assessment",
    "share",
    "family",
    "decisions",
    "settings",
    "search",
    "laptop",
    "plan",
)


class RandomHands:
    """Nia's laptop, and what was done at it. `told` is every action, newest last."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.clock = SteppedClock(MORNING_MS, boot_id=BOOT)
        self.told: list[str] = []
        self.locked = 0
        self._sit_down()

    def work(self, actions: int, after_each: Callable[[], None]) -> None:
        """So many actions, `after_each` between them; every now and then another room is gone to straight."""
        for count in range(actions):
            if self.app.session is None:
                self.locked += 1
                self._stand_up()
                self._sit_down()
            if count % 60 == 0:
                self._go_somewhere()
            self._act()
            QTest.qWait(self.chance.choice((0, 0, 1, 5, 20, 60)))
            if self.chance.random() < 0.05:
                self.clock.advance(self.chance.choice((1_000, 5_000, 60_000)))
            after_each()

    def unlike(self) -> list[str]:
        """Lock, and name each answer of a note that is not, when it is opened again, what stood on the page."""
        session = self.app.session
        if session is None:
            return []
        session.prepare_to_lock("nia")
        found = []
        for page in session.shell.findChildren(FormRunnerPage):
            if session.store.draft(page._draft).state == "open":
                shown = kept_values(page._presenter.instance)
                again = kept_values(open_note(session.workplace, page._draft).instance)
                found += [
                    f"{key}: {shown.get(key)!r} on the page, {again.get(key)!r} when opened again"
                    for key in sorted({*shown, *again})
                    if shown.get(key) != again.get(key)
                ]
        return found

    def leave(self) -> None:
        """Close the program."""
        if self.app.session is not None:
            self.app.lock()
        self._stand_up()

    # -- the laptop -----------------------------------------------------------------------------------------------

    def _sit_down(self) -> None:
        entropy = SystemEntropy()
        store = Store.open(self.folder, STORE_KEY, clock=self.clock, entropy=entropy, reserve_bytes=0)
        self.app = Application(
            Options(profiles=self.folder.parent, spares=False),
            self.clock,
            entropy,
            leave=lambda code: self.told.append(f"left with {code}"),
            floor=CHEAP,
            cost=CHEAP,
        )
        self.app.open_session(store, self.folder, "nia").begin()
        self.app.settle()
        self.app.window.resize(*self.chance.choice(SIZES))
        self.app.window.show()
        self.app.window.activateWindow()
        QTest.qWait(100)

    def _stand_up(self) -> None:
        self.app.close_down()
        self.app.window.hide()
        self.app.window.deleteLater()
        if self.app.cover_window is not None:
            self.app.cover_window.deleteLater()
        QApplication.instance().removeEventFilter(self.app)  # type: ignore[union-attr]
        self.app.deleteLater()
        QTest.qWait(1)

    # -- what is done ---------------------------------------------------------------------------------------------

    def _go_somewhere(self) -> None:
        session, room = self.app.session, self.chance.choice(ROOMS)
        family = self.chance.choice(session.desk.files()).id
        self.told.append(f"goes to {room}")
        match room:
            case "visit":
                session.start_note("home_visit", family)
            case "direct work":
                session.start_direct_work(family, "")
            case "assessment":
                session.start_note("early_help_assessment", family)
            case "share":
                session.share(family)
            case "family" | "plan":
                session.go(room, family)
            case _:
                session.go(room)
        QTest.qWait(200)

    def _act(self) -> None:
        window = QApplication.activePopupWidget() or QApplication.activeWindow() or self.app.window
        focus = QApplication.activePopupWidget() or QApplication.focusWidget() or window
        kind = self.chance.random()
        if kind < 0.62:
            key = self.chance.choice(KEYS)
            back = key == Qt.Key.Key_Backtab
            self._tell(focus, key.name)
            QTest.keyClick(
                focus, key, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
            )
        elif kind < 0.70:
            key = self.chance.choice(WITH_CTRL)
            self._tell(focus, f"Ctrl+{key.name}")
            QTest.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)
        elif kind < 0.82:
            words = self.chance.choice(SAID)
            self._tell(focus, words)
            self._type(focus, words)
        else:
            self._press(window)

    def _type(self, focus: QWidget, words: str) -> None:
        for letter in words:
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, focus, key, letter, Qt.KeyboardModifier.NoModifier)
            if QApplication.focusWidget() is not focus:
                return

    def _press(self, window: QWidget) -> None:
        there = [
            piece
            for kind in (QAbstractButton, QLineEdit, QTextEdit)
            for piece in window.findChildren(kind)
            if piece.isVisible() and piece.isEnabled() and not piece.visibleRegion().isEmpty()
            if self.app.session is None or piece is not self.app.session.shell.strip.hide_screen
        ]
        if there:
            piece = self.chance.choice(there)
            self._tell(piece, "pressed")
            on = piece.viewport() if isinstance(piece, QAbstractScrollArea) else piece
            QTest.mouseClick(on, Qt.MouseButton.LeftButton, pos=piece.visibleRegion().boundingRect().center())

    def _tell(self, piece: QWidget, what: str) -> None:
        self.told.append(f"{type(piece).__name__} “{piece.accessibleName()[:30]}”: {what}")
