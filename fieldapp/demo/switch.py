"""The demonstration with a window: Nia's real desktop in its own process, and beside it a small switch for the signal.

Promise: "No signal" really cuts the link of Nia's laptop (her program watches a file for it); closing the switch ends
the demonstration. The passphrase made for this run is shown here, because nobody chose it.
Never here: anything of the desktop itself.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.demo.stage import Stage
from fieldapp.demo.worker import Seated
from fieldapp.ui import theme
from fieldapp.ui.kit import Text, Tick, column


def run_with_switch(stage: Stage) -> int:
    """Open Nia's desktop and the switch; returns when either is closed."""
    app = QApplication([sys.argv[0]])
    theme.use(theme.Theme())
    nia = Seated(stage.base("nia"), stage.clock.path, stage.folder / "nia.no-signal", offscreen=False)
    nia.start()
    window = QWidget()
    window.setWindowTitle("Fieldapp demonstration")
    switch = Tick("No signal")
    switch.toggled.connect(lambda on: nia.lose_signal() if on else nia.find_signal())
    secret = Text(f"Nia's passphrase: {stage.passphrases['nia']}", "body", "ink.strong")
    secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    window.setLayout(
        column(secret, switch, Text("Close this window to end.", "caption", "ink.soft"), gap=3, margins=5)
    )
    window.show()
    try:
        return app.exec()
    finally:
        nia.leave()
