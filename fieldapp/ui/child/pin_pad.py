"""The way out of child mode: the kit's pad for the pass-back PIN, or the passphrase where no PIN is set.

Promise: a wrong try says so and how many are left, and begins again; nothing tells which digit was wrong.
Never: keeping what was entered; counting (the presenter does).
Source: interface design section 4.7; threat model row 3. Signals: `tried(str)`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.child.tile import ChildTile
from fieldapp.ui.kit import Text, TextLine, announce
from fieldapp.ui.kit.pin_pad import PinPad
from fieldapp.ui.words import Words

say = Words("Child")


class WayOut(QWidget):
    """Asks for the PIN, or for the passphrase."""

    tried = Signal(str)

    def __init__(self, *, pin: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = Text("", "childBody", "child.ink", align=Qt.AlignmentFlag.AlignHCenter)
        self._message.hide()
        self.pad: PinPad | None = None
        self.line: TextLine | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().size("childGap"))
        layout.addWidget(self._message)
        if pin:
            self.pad = PinPad()
            self.pad.entered.connect(self.tried)
            layout.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(self.pad)
        else:
            self._ask_passphrase(layout)

    def _ask_passphrase(self, layout: QVBoxLayout) -> None:
        line = TextLine(size="large")
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setAccessibleName(say("Passphrase"))
        line.returnPressed.connect(self._try_line)
        self.line = line
        self.enter = ChildTile(say("Take it back"), look="filled")
        self.enter.clicked.connect(self._try_line)
        layout.addWidget(Text(say("Passphrase"), "childBody", "child.ink"))
        layout.addWidget(line)
        layout.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(line)

    def show_wrong(self, left: int) -> None:
        """The try was wrong; begin again."""
        words = say.count(left, "That isn't it. {n} try left.", "That isn't it. {n} tries left.")
        if self.pad is not None:
            self.pad.clear()
        elif self.line is not None:
            self.line.clear()
        self._message.setText(words)
        self._message.show()
        announce(self, words)

    def message(self) -> str:
        """What is said about the last try."""
        return "" if self._message.isHidden() else self._message.words()

    def _try_line(self) -> None:
        if self.line is not None and self.line.text():
            self.tried.emit(self.line.text())
