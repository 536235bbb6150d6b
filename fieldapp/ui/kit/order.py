"""The order of reading: what the Tab key follows, whatever was built first.

Promise: left to right and top to bottom as the layouts stand, mirrored by them; a part that was made anew keeps its
place in the order, which Qt's own chain (the order of making) would lose. Hidden and disabled widgets are passed over.
Source: interface design section 3 (order: rail, header, page, strip).
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedLayout, QStackedWidget, QWidget


def widgets_in_reading_order(place: QWidget) -> Iterator[QWidget]:
    """`place` itself, then everything in it."""
    if not place.isVisible():
        return
    yield place
    inside = place.widget() if isinstance(place, QScrollArea) else None
    if inside is not None:
        yield from widgets_in_reading_order(inside)
        return
    if isinstance(place, QStackedWidget):
        current = place.currentWidget()
        if current is not None:
            yield from widgets_in_reading_order(current)
        return
    laid_out: set[int] = set()
    layout = place.layout()
    if layout is not None:
        for widget in _laid_out(layout):
            laid_out.add(id(widget))
            yield from widgets_in_reading_order(widget)
    for child in place.children():
        if isinstance(child, QWidget) and id(child) not in laid_out and not child.isWindow():
            yield from widgets_in_reading_order(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        current = layout.currentWidget()
        if current is not None:
            yield current
        return
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def stops(place: QWidget) -> list[QWidget]:
    """Where the Tab key stops inside `place`, in reading order."""
    return [
        widget
        for widget in widgets_in_reading_order(place)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def first_stop(place: QWidget) -> QWidget | None:
    """The first of them."""
    for widget in widgets_in_reading_order(place):
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.focusProxy() is None
        ):
            return widget
    return None
