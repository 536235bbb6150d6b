"""A menu that the keyboard can go on with at once.

Promise: shown where asked, with its first entry already chosen, so that Enter and the arrows work without a first press.
Never here: what stands in a menu.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def pop_up(menu: QMenu, at: QPoint) -> None:
    """Show `menu` with its upper corner at a place of the screen."""
    menu.popup(at)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
