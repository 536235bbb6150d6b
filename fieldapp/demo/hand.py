"""A worker's hands and eyes on the real windows: presses, types, looks. Runs inside the desktop's own process.

Promise: everything is done to widgets that a person could reach just then (shown, enabled, not covered by a
hidden page), by the events that a mouse and a keyboard make; nothing calls a presenter or a command. What cannot
be found is an error with the words looked for.
Never here: the story; waiting (the one who drives asks again until it is so).
`QTest.keyClicks` ends the process on letters beyond Latin-1 (seen with 6.11.3), so those come by the input method,
as they do on a real keyboard with a compose key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from fieldapp.ui.child.draw_canvas import DrawCanvas
from fieldapp.ui.kit import Slices
from fieldapp.ui.questions.base import QuestionWidget

Found = TypeVar("Found", bound=QWidget)
Told = dict[str, Any]


class NotThere(LookupError):
    """Nothing on the screen answers to these words now."""


class Hand:
    """Does one thing at a time on the window that is in front."""

    def perform(self, deed: Told) -> Told:
        """Do `{"do": NAME, ...}`; gives what was seen. Raises `NotThere`."""
        name = deed["do"]
        deeds: dict[str, Callable[[Told], Told]] = {
            "press": self._press,
            "keys": self._keys,
            "type": self._type,
            "answer": self._answer,
            "write_in": self._write_in,
            "draw": self._draw,
            "look": self._look,
            "grab": self._grab,
            "outline": self._outline,
            "go_to": self._go_to,
            "resize": self._resize,
        }
        return deeds[name](deed)

    # -- doing ----------------------------------------------------------------------------------------------------

    def _press(self, deed: Told) -> Told:
        words, inside = deed["words"], deed.get("inside")
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self._choose(menu, words)
            return {"pressed": words}
        button = self._button(words, self._within(inside))
        self._click(button)
        return {"pressed": words}

    def _keys(self, deed: Told) -> Told:
        for sequence in deed["keys"]:
            combination = QKeySequence(sequence)[0]  # type: ignore[index]
            # To the window, not the widget: so that shortcuts are found as with a real keyboard.
            top = front().window()
            if not top.isActiveWindow() and QApplication.activePopupWidget() is None:
                top.activateWindow()
                QApplication.processEvents()
            window = top.windowHandle()
            QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
        return {}

    def _type(self, deed: Told) -> Told:
        target = QApplication.focusWidget()
        if target is None:
            raise NotThere("nothing has the keyboard")
        write(target, deed["text"])
        return {}

    def _answer(self, deed: Told) -> Told:
        """Answer the question at `key`: by its choices' words, or by typing."""
        question = self._question(deed["key"])
        for value in deed["words"] if isinstance(deed["words"], list) else [deed["words"]]:
            button = next((b for b in shown(QAbstractButton, question) if words_of(b) == value), None)
            if button is not None:
                if not button.isChecked():
                    self._click(button)
                continue
            target = question.focus_target()
            target.setFocus(Qt.FocusReason.TabFocusReason)
            if not isinstance(target, QLineEdit | QTextEdit):
                raise NotThere(f"{value!r} at {deed['key']}")
            target.selectAll()
            write(target, value)
        return {}

    def _write_in(self, deed: Told) -> Told:
        """Type into the field that is called so."""
        fields: list[QWidget] = [*shown(QLineEdit, front()), *shown(QTextEdit, front())]
        for target in fields:
            if target.accessibleName().startswith(deed["name"]):
                target.setFocus(Qt.FocusReason.TabFocusReason)
                write(target, deed["text"])
                return {}
        raise NotThere(deed["name"])

    def _draw(self, deed: Told) -> Told:
        """Pull the pen over the sheet, along points given as shares of its width and height."""
        canvas = next(iter(shown(DrawCanvas, front())), None)
        if canvas is None:
            raise NotThere("a page to draw on")
        sheet = canvas.paper()
        points = [
            QPoint(round(sheet.x() + x * sheet.width()), round(sheet.y() + y * sheet.height()))
            for x, y in deed["points"]
        ]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[-1])
        return {}

    def _go_to(self, deed: Told) -> Told:
        """Put the keyboard at the question at `key`, as a person does by Tab or by pressing it."""
        self._question(deed["key"]).take_focus()
        return {}

    def _resize(self, deed: Told) -> Told:
        front().resize(deed["width"], deed["height"])
        return {}

    # -- seeing ---------------------------------------------------------------------------------------------------

    def _look(self, _deed: Told) -> Told:
        """The words that can be read now, the questions asked now, and where the keyboard is.

        Whoever looks sees a page when all of it is made (`Slices`), as a person would.
        """
        window = front()
        if any(widget.isVisible() and not one.is_whole() for widget, one in being_made(window)):
            raise NotThere("the rest of the page")
        focus = QApplication.focusWidget()
        return {
            "title": window.windowTitle(),
            "texts": [label.text() for label in shown(QLabel, window) if label.text()],
            "names": sorted({w.accessibleName() for w in shown(QWidget, window) if w.accessibleName()}),
            "buttons": [words_of(button) for button in shown(QAbstractButton, window)],
            "questions": {q.question.key: q.question.value for q in shown(QuestionWidget, window)},
            "at": key_here(focus),
            "focus": "" if focus is None else focus.accessibleName(),
            "caret": caret_of(focus),
        }

    def _grab(self, deed: Told) -> Told:
        picture = front().grab()
        if not picture.save(deed["file"], "PNG"):
            raise OSError("the picture could not be written")
        return {"width": picture.width(), "height": picture.height()}

    def _outline(self, _deed: Told) -> Told:
        """A short sum of what the window looks like: the same picture, the same sum."""
        picture = front().grab().toImage().scaled(320, 200)
        return {"picture": hashlib.sha256(bytes(picture.constBits())).hexdigest()}

    # -- finding --------------------------------------------------------------------------------------------------

    def _within(self, inside: str | None) -> QWidget:
        """The part of the window to look in: the smallest whose accessible name begins with these words."""
        if inside is None:
            return front()
        named = [w for w in shown(QWidget, front()) if w.accessibleName().startswith(inside)]
        if not named:
            raise NotThere(inside)
        return min(named, key=lambda widget: widget.width() * widget.height())

    def _button(self, words: str, inside: QWidget) -> QAbstractButton:
        buttons = [button for button in shown(QAbstractButton, inside) if button.isEnabled()]
        if isinstance(inside, QAbstractButton) and inside.isEnabled():
            buttons.append(inside)
        for exactly in (True, False):
            for button in buttons:
                said = (words_of(button), button.accessibleName())
                if words in said or (not exactly and any(s.startswith(words) for s in said)):
                    return button
        raise NotThere(words)

    def _question(self, key: str) -> QuestionWidget:
        for question in shown(QuestionWidget, front()):
            if question.question.key == key:
                return question
        raise NotThere(key)

    @staticmethod
    def _choose(menu: QMenu, words: str) -> None:
        """Press an entry of the open menu."""
        for action in menu.actions():
            if action.isEnabled() and action.text().replace("&", "") == words:
                place = menu.actionGeometry(action).center()
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
                return
        raise NotThere(words)

    @staticmethod
    def _click(button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(button))


def front() -> QWidget:
    """The window a person looks at: a dialog or menu before the page under it."""
    for found in (
        QApplication.activePopupWidget(),
        QApplication.activeModalWidget(),
        QApplication.activeWindow(),
    ):
        if found is not None and found.isVisible():
            return found
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.width() > 100]
    if not visible:
        raise NotThere("a window")
    return visible[-1]


def shown(kind: type[Found], inside: QWidget) -> Iterator[Found]:
    """All widgets of a kind that can be seen (also by scrolling) inside another."""
    for found in inside.findChildren(kind):
        if found.isVisible():
            yield found


def being_made(window: QWidget) -> Iterator[tuple[QWidget, Slices]]:
    """Every part of the window that is made a little in each turn, and what makes it."""
    for slices in window.findChildren(Slices):
        part = slices.parent()
        if isinstance(part, QWidget):
            yield part, slices


def words_of(button: QAbstractButton) -> str:
    """The words on a button, without the marks of a mnemonic."""
    words = getattr(button, "words", None)
    said = words() if callable(words) else words
    choice = getattr(button, "choice", None)
    if not isinstance(said, str) or not said:
        said = choice.words if choice is not None else button.text()
    return said.replace("&&", "\0").replace("&", "").replace("\0", "&") or button.accessibleName()


def spot(button: QAbstractButton) -> QPoint:
    """A point where a press counts: the middle, or near the leading edge of a mark with words beside it."""
    middle = button.rect().center()
    return middle if button.hitButton(middle) else QPoint(12, middle.y())


def key_here(widget: QWidget | None) -> str:
    """The key of the question that has the keyboard; empty elsewhere."""
    while widget is not None:
        if isinstance(widget, QuestionWidget):
            return widget.question.key
        widget = widget.parentWidget()
    return ""


def caret_of(target: QWidget | None) -> int | None:
    """Where the caret stands, in letters from the start."""
    if isinstance(target, QTextEdit):
        return target.textCursor().position()
    if isinstance(target, QLineEdit):
        return target.cursorPosition()
    return None


def write(target: QWidget, text: str) -> None:
    """Type, letter by letter; what no key of a British keyboard gives comes by the input method."""
    run = ""
    for letter in text:
        if letter.isprintable() and ord(letter) < 256:
            run += letter
            continue
        if run:
            QTest.keyClicks(target, run)
            run = ""
        if letter == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(letter)
            QApplication.sendEvent(target, committed)
    if run:
        QTest.keyClicks(target, run)
