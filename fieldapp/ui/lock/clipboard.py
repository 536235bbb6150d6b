"""What was copied here does not stay on the clipboard: gone after ten seconds, and at once on lock or cover.

Promise: only what this program put there is cleared; another program's copy is left alone.
Source: threat model row 10; the store's design, "Memory hygiene".
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEAR_MS = 10_000


class ClipboardGuard(QObject):
    """Watches the program's clipboard."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_MS)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._copied)

    def _copied(self) -> None:
        """Something was copied: by this program if it owns the clipboard, or (where the platform cannot say) if it
        is the one in front. Only a mark of the text is remembered, to know it again."""
        active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        if self._clipboard.text() and (self._clipboard.ownsClipboard() or active):
            self._ours = hash(self._clipboard.text())
            self._timer.start()
        else:
            self._ours = None
            self._timer.stop()

    def clear(self) -> None:
        """Empty it, if what is there came from here."""
        self._timer.stop()
        if self._ours is not None and hash(self._clipboard.text()) == self._ours:
            self._ours = None
            self._clipboard.clear()
