"""The demonstration with a window: Nia's real desktop in its own process, and beside it a small switch for the signal.

Promise: "No signal" really cuts the link of Nia's laptop (her program watches a file for it); closing the switch ends
the demonstration. The passphrase made for this run is shown here, because nobody chose it.
Never here: anything of the desktop itself.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.demo.stage import Stage
from fieldapp.demo.worker import Seated
from fieldapp.ui import theme
from fieldapp.ui.kit import Button, Text, Tick, column, row


def run_with_switch(stage: Stage) -> int:
    """Open Nia's desktop and the switch; returns when the switch is closed."""
    app = QApplication([sys.argv[0]])
    theme.use(theme.Theme())
    nia = Seated(stage.base("nia"), stage.clock.path, stage.folder / "nia.no-signal", offscreen=False)
    nia.start()
    window = _switch(nia, stage.passphrases["nia"])
    window.show()
    try:
        return app.exec()
    finally:
        nia.leave()


def _switch(nia: Seated, passphrase: str) -> QWidget:
    window = QWidget()
    window.setWindowTitle("Fieldapp demonstration")
    window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    switch = Tick("No signal")
    switch.toggled.connect(lambda on: nia.lose_signal() if on else nia.find_signal())
    copy = Button("Copy", "quiet", icon="copy", height="controlCompact")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(passphrase))
    window.setLayout(
        column(
            Text("Nia's passphrase", "label", "ink.soft"),
            row(Text(passphrase, "bodyStrong", "ink.strong", wrap=False), copy, None, gap=3),
            switch,
            Text("Close this window to end the demonstration.", "caption", "ink.soft", wrap=False),
            gap=3,
            margins=5,
        )
    )
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.adjustSize()
    window.move(screen.right() - window.width(), screen.bottom() - window.height())
    return window
