"""The look of Fieldapp: tokens become a palette, letters, one style sheet and numbers for the painters.

Promise: every colour, letter size, space, radius and duration on any screen comes from `resources/tokens.json`
through this module; text grows in the five steps of the tokens and the sizes that hold text grow with it; changing
contrast or step takes effect at once, without a restart.
Never: a widget, a word, or a colour of its own. A test reads every file of `ui` for literals.
Source: interface design sections 8 and 11; contrast rule WCAG 2.2 AA 1.4.3 and 1.4.11.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from PySide6.QtCore import QEasingCurve
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from fieldapp.resources import resource

Contrast = Literal["light", "highContrast"]
SCALES_WITH_TEXT = frozenset(
    {
        "statusStrip",
        "toolbar",
        "control",
        "controlCompact",
        "controlTouch",
        "row",
        "rowCompact",
        "readingWidth",
    }
)


@cache
def tokens() -> dict[str, Any]:
    """The token file as it stands; read once."""
    read: dict[str, Any] = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    return read


@dataclass(frozen=True)
class Theme:
    """One look: a contrast and a text step. Painters ask it for colours, letters and sizes by token name."""

    contrast: Contrast = "light"
    step: float = 1.0
    touch: bool = False
    reduced_motion: bool = False
    _fonts: dict[str, QFont] = field(default_factory=dict, init=False, compare=False, repr=False)
    _colours: dict[str, QColor] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def is_high_contrast(self) -> bool:
        """True when choices need an outline besides a fill."""
        return self.contrast == "highContrast"

    def colour(self, name: str) -> QColor:
        """A colour of the interface: `accent.base`; of a child's screens: `child.sky`; of a picture: `hill1`."""
        found = self._colours.get(name)
        if found is None:
            found = QColor(self._hex(name))
            self._colours[name] = found
        return found

    def _hex(self, name: str) -> str:
        ours = tokens()["colour"][self.contrast]
        if name in ours:
            return str(ours[name]["value"])
        group, _, member = name.partition(".")
        if group == "child":
            return str(tokens()["colour"]["child"][member]["value"])
        if group in {"illustration", "pencils", "feelings"}:
            return str(tokens()[group][member])
        raise KeyError(f"no colour token named {name}")

    def font(self, style: str) -> QFont:
        """The letters of one text style (`body`, `h1`, `words` …) at the person's text step."""
        found = self._fonts.get(style)
        if found is None:
            kind = tokens()["type"][style]
            found = QFont(font_families())
            found.setPixelSize(round(kind["size"] * self.step))
            found.setWeight(QFont.Weight(kind["weight"]))
            found.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
            self._fonts[style] = found
        return QFont(found)

    def line(self, style: str) -> int:
        """The height of one line of a text style."""
        return round(tokens()["type"][style]["line"] * self.step)

    def size(self, name: str) -> int:
        """A size token; those that hold text grow with the text step, and controls grow to touch size."""
        if name == "control" and self.touch:
            name = "controlTouch"
        value = tokens()["size"][name]
        return round(value * self.step) if name in SCALES_WITH_TEXT else int(value)

    def icon(self, place: int = 1) -> int:
        """An icon's edge: place 0 to 3 in the tokens' row of sizes, growing with text up to half as much again."""
        return round(tokens()["icons"]["sizes"][place] * min(self.step, 1.5))

    def space(self, name: int | str) -> int:
        """A space token: 1 to 12, `page` or `gutter`."""
        return int(tokens()["space"][str(name)])

    def radius(self, name: str) -> int:
        """A corner token."""
        return int(tokens()["radius"][name])

    def stroke(self, name: str) -> int:
        """A line width token."""
        return int(tokens()["stroke"][name])

    def duration(self, name: str) -> int:
        """Milliseconds of a movement; nothing moves when movement is reduced."""
        if self.reduced_motion and name in {"quick", "calm", "slow", "saveMarkSettle"}:
            return 0
        return int(tokens()["duration"][name])

    def easing(self) -> QEasingCurve:
        """The one way anything moves."""
        return QEasingCurve(QEasingCurve.Type.OutCubic)


_current = Theme()


def current() -> Theme:
    """The look in use; ask each time you paint, never keep it."""
    return _current


def text_steps() -> tuple[float, ...]:
    """The sizes of text a person can choose."""
    return tuple(tokens()["type"]["scaleSteps"])


@cache
def _load_fonts() -> tuple[str, ...]:
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        for family in QFontDatabase.applicationFontFamilies(number):
            if family not in families:
                families.append(family)
    return tuple(families)


def font_families() -> list[str]:
    """Our letters first, then the bundled fallback, then the system's: no script is refused."""
    ours = _load_fonts()
    named = tokens()["font"]
    return [named["family"], *[f for f in ours if not f.startswith(named["family"])], *named["fallback"]]


def palette(theme: Theme) -> QPalette:
    """The palette for everything that Qt draws itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "bg.window",
        QPalette.ColorRole.WindowText: "ink.body",
        QPalette.ColorRole.Base: "bg.surface",
        QPalette.ColorRole.AlternateBase: "bg.sunken",
        QPalette.ColorRole.Text: "ink.body",
        QPalette.ColorRole.Button: "bg.surface",
        QPalette.ColorRole.ButtonText: "ink.strong",
        QPalette.ColorRole.BrightText: "ink.strong",
        QPalette.ColorRole.Highlight: "accent.base",
        QPalette.ColorRole.HighlightedText: "ink.onAccent",
        QPalette.ColorRole.ToolTipBase: "bg.surface",
        QPalette.ColorRole.ToolTipText: "ink.strong",
        QPalette.ColorRole.Link: "accent.base",
        QPalette.ColorRole.LinkVisited: "accent.base",
        QPalette.ColorRole.PlaceholderText: "ink.placeholder",
        QPalette.ColorRole.Light: "bg.surface",
        QPalette.ColorRole.Mid: "line.hair",
        QPalette.ColorRole.Dark: "line.control",
        QPalette.ColorRole.Shadow: "line.control",
    }
    for role, name in roles.items():
        made.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink.soft"))
    return made


def style_sheet(theme: Theme) -> str:
    """The one style sheet with every token's value filled in; an unknown name is an error."""

    def value(match: re.Match[str]) -> str:
        group, _, member = match.group(1).partition(".")
        if group == "font":
            kind = tokens()["type"][member]
            return (
                f"font-size: {round(kind['size'] * theme.step)}px; font-weight: {kind['weight']}; font-family: "
                + ", ".join(f'"{name}"' for name in font_families())
                + ";"
            )
        if group == "inner":  # a control's height without its padding and border
            rest = 2 * (theme.space(1) + theme.stroke("control"))
            return f"{theme.size(member) - rest}px"
        if group == "scroll":
            edge = theme.space(3)
            return f"{ {'width': edge, 'radius': edge // 4, 'margin': edge // 4}[member] }px".replace(" ", "")
        if group in {"space", "radius", "stroke", "size"}:
            return f"{getattr(theme, group)(member)}px"
        return theme.colour(match.group(1)).name()

    return re.sub(r"\$\{([A-Za-z0-9.]+)\}", value, resource("fieldapp.qss").read_text(encoding="utf-8"))


def use(theme: Theme, app: QApplication | None = None) -> Theme:
    """Make `theme` the look of the whole program, now. Widgets hear of it as a style change."""
    global _current
    running = app or QApplication.instance()
    if not isinstance(running, QApplication):
        raise RuntimeError("a theme needs the running application")
    _load_fonts()
    _current = theme
    style = QStyleFactory.create("Fusion")
    if running.style().objectName() != "fusion" and not running.styleSheet():
        running.setStyle(style)
    running.setPalette(palette(theme))
    running.setFont(theme.font("body"))
    running.setStyleSheet(style_sheet(theme))
    return theme


def contrast_ratio(first: str, second: str) -> float:
    """The ratio of two `#rrggbb` colours by the formula of WCAG 2.2."""

    def luminance(value: str) -> float:
        parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((luminance(first), luminance(second)))
    return (bright + 0.05) / (dark + 0.05)
