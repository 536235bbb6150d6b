"""The frame in its longer language: nothing of the strip is cut at any size, and another language changes all of it."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.ui import theme, words
from fieldapp.ui.shell.presenter import Strip
from fieldapp.ui.shell.strip import StatusStrip

NOW = datetime(2026, 3, 12, 14, 36)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("width", "step"), [(640, 1.0), (800, 1.0), (800, 1.5), (1024, 1.5), (1280, 1.0), (1280, 2.0)]
)
def test_every_word_left_in_the_strip_stands_whole(
    shown, qapp: QApplication, language: str, width: int, step: float
) -> None:
    """On a laptop held upright, at half as large again, "Wedi'i gadw ar y gliniadur hwn." was cut."""
    words.use_language(language)
    theme.use(replace(theme.current(), step=step), qapp)
    strip = StatusStrip(lambda: NOW)
    strip.show_strip(Strip(clock_doubt=True))
    shown(strip, width, strip.height())
    assert strip.words.width() >= strip.words.sizeHint().width()
    for button in (strip.hide_screen, strip.lock, strip.doubt):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.accessibleName() or button.text()


def test_another_language_changes_every_word_of_the_strip(shown) -> None:
    """The doubt about the clock stayed in the language before."""
    strip = shown(StatusStrip(lambda: NOW), 1280, 40)
    strip.show_strip(Strip(clock_doubt=True))
    assert strip.doubt.text() == "Clock uncertain"
    words.use_language("cy")
    strip.show_strip(Strip(clock_doubt=True))
    assert (strip.doubt.text(), strip.lock.text()) == ("Cloc ansicr", "Cloi")
    assert strip.accessibleName() == "Statws"
