"""WCAG 2.2 AA on every page, checked on the real widgets: names, room for words, one filled button, no names in titles.

What only a person can judge (whether a name is the right one, whether a picture is calm) is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from fieldapp.ui import kit, words
from fieldapp.ui.kit.order import stops

PAGES = (
    "today",
    "families",
    "family",
    "drafts",
    "decisions",
    "waiting",
    "search",
    "laptop",
    "settings",
    "begin",
    "plan",
    "people",
    "note",
    "direct_work",
    "share",
)


def each_page(running) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """Open one page after the other, each standing still when its name comes."""
    for page in PAGES:
        running.open(page)
        yield page


def name_of(widget: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    spoken = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return widget.accessibleName() or spoken


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)[:60]!r}"


def test_everything_the_keyboard_reaches_has_a_name(program) -> None:
    running = program()
    nameless = [
        f"{page}: {type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for page in each_page(running)
        for widget in stops(running.window)
        if not name_of(widget).strip()
    ]
    assert nameless == []


@pytest.mark.parametrize(("step", "language"), [(1.0, "en"), (2.0, "en"), (1.0, "cy"), (2.0, "cy")])
def test_no_word_is_cut_off(program, step: float, language: str) -> None:
    """Welsh is the longer one; a language may need four tenths more room than English (interface design 10)."""
    words.use_language(language)
    running = program(step=step)
    cut = []
    for page in each_page(running):
        for text in running.window.findChildren(kit.Text):
            if text.isVisible() and text.words() and is_cut(text):
                cut.append(f"{page}: {told(text)} {text.width()}×{text.height()}")
        for button in running.window.findChildren(kit.Button):
            if button.isVisible() and button.width() < button.minimumSizeHint().width() - 1:
                cut.append(f"{page}: {told(button)} {button.width()} < {button.minimumSizeHint().width()}")
    assert cut == []


def is_cut(text: kit.Text) -> bool:
    """True when some of its words cannot be seen."""
    least = text.minimumSizeHint()
    needed = text.heightForWidth(text.width()) if text.hasHeightForWidth() else least.height()
    return text.height() < needed - 1 or text.width() < least.width() - 2


@pytest.mark.parametrize("step", [1.0, 2.0])
def test_nothing_has_to_be_scrolled_sideways(program, step: float) -> None:
    running = program(step=step)
    wide = [
        f"{page}: {type(area.widget()).__name__} {area.widget().width()} > {area.viewport().width()}"
        for page in each_page(running)
        for area in running.window.findChildren(QScrollArea)
        if area.isVisible() and area.widget() is not None and area.widget().width() > area.viewport().width()
    ]
    assert wide == []


def test_a_page_has_at_most_one_filled_button(program) -> None:
    running = program()
    for page in each_page(running):
        filled = [
            told(button)
            for button in running.window.findChildren(kit.Button)
            if button.isVisible() and button.property("kind") == "primary"
        ]
        assert len(filled) <= 1, f"{page}: {filled}"


def test_targets_are_big_enough(program) -> None:
    """2.5.8: at least 24 by 24."""
    running = program()
    small = [
        f"{page}: {told(widget)} {widget.width()}×{widget.height()}"
        for page in each_page(running)
        for widget in stops(running.window)
        if min(widget.width(), widget.height()) < 24 and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus
    ]
    assert small == []


def test_no_window_ever_has_a_name_in_its_title(program) -> None:
    running = program()
    titles = set()
    for _page in each_page(running):
        titles |= {
            w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle()
        }
    assert titles == {"Fieldapp"}


def test_every_page_is_announced_when_it_opens(program) -> None:
    running = program()
    for page in PAGES:
        here = running.open(page)
        assert here.accessibleName().strip() or here.opened().strip(), page
