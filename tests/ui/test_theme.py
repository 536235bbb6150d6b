"""The look: every colour and size comes from the tokens, and the tokens keep their promise to the eye."""

from __future__ import annotations

import ast
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QPainterPath, QRawFont
from PySide6.QtWidgets import QApplication

from fieldapp.resources import resource
from fieldapp.ui import theme

UI = Path(theme.__file__).parent
LATIN = "ŵŷŴŶẁẃẅỳłŁńśźżąęćóäöüßéàâêîôûñçøåæœşğıțășžčďěňřšťůőűðþ‘’“”–—…•€£"


def pairs() -> list[tuple[str, str, str, float]]:
    return [
        (look, pair["fg"], pair["bg"], pair["need"])
        for look in ("light", "highContrast", "child")
        for pair in theme.tokens()["contrast"][look]
    ]


@pytest.mark.parametrize(("look", "ink", "ground", "need"), pairs())
def test_every_pair_of_tokens_can_be_read(look: str, ink: str, ground: str, need: float) -> None:
    colours = theme.tokens()["colour"][look]
    assert theme.contrast_ratio(colours[ink]["value"], colours[ground]["value"]) >= need


def test_the_file_of_tokens_tells_its_ratios_truly() -> None:
    wrong = [
        (look, pair["fg"], pair["bg"])
        for look in ("light", "highContrast", "child")
        for pair in theme.tokens()["contrast"][look]
        if abs(
            theme.contrast_ratio(
                theme.tokens()["colour"][look][pair["fg"]]["value"],
                theme.tokens()["colour"][look][pair["bg"]]["value"],
            )
            - pair["ratio"]
        )
        > 0.01
    ]
    assert wrong == []
    assert theme.tokens()["contrast"]["summary"]["pairs"] == len(pairs())


def test_both_contrasts_name_the_same_colours() -> None:
    light, high = theme.tokens()["colour"]["light"], theme.tokens()["colour"]["highContrast"]
    assert light.keys() == high.keys()


def test_the_style_sheet_is_filled_from_tokens_alone() -> None:
    raw = resource("fieldapp.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|\d+px", raw)
    for contrast in ("light", "highContrast"):
        for step in theme.text_steps():
            sheet = theme.style_sheet(theme.Theme(contrast=contrast, step=step))  # type: ignore[arg-type]
            assert "${" not in sheet


LITERALS = re.compile(
    r"""["']\#[0-9A-Fa-f]{6}["']|QColor\(\s*["'\d]|setPixelSize\(\s*\d|setPointSize|setStyleSheet|set(?:Fixed|Minimum)(?:Width|Height|Size)\(\s*[1-9]\d*\s*[,)]|Qt\.GlobalColor\.(?!transparent)"""
)


def test_no_screen_has_a_colour_or_size_of_its_own() -> None:
    found = [
        f"{path.relative_to(UI)}:{number}: {line.strip()}"
        for path in sorted(UI.rglob("*.py"))
        if path.name != "theme.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LITERALS.search(line)
    ]
    assert found == []


def test_every_token_a_screen_names_exists() -> None:
    """Colours, text styles, sizes and icons are named by strings; a wrong one would only show when painted."""
    colours = set(theme.tokens()["colour"]["light"])
    groups = {name.partition(".")[0] for name in colours}
    icons = {path.stem for path in resource("icons").glob("*.svg")}
    wrong = []
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            first = words[0] if words and node.args and isinstance(node.args[0], ast.Constant) else None
            if called == "colour" and first and first not in colours:
                try:
                    theme.Theme().colour(first)
                except KeyError:
                    wrong.append(f"{path.name}:{node.lineno} colour {first}")
            if called in {"Icon", "IconLine", "EmptyState", "IconButton"} and first and first not in icons:
                wrong.append(f"{path.name}:{node.lineno} icon {first}")
            for keyword in node.keywords:
                named = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
                if not isinstance(named, str) or not named:
                    continue
                if keyword.arg in {"icon", "icon_after"} and named not in icons:
                    wrong.append(f"{path.name}:{node.lineno} icon {named}")
                if (
                    keyword.arg in {"ink", "ground", "icon_ink"}
                    and named.partition(".")[0] in groups
                    and named not in colours
                ):
                    wrong.append(f"{path.name}:{node.lineno} {keyword.arg} {named}")
    assert wrong == []


def test_the_bundled_letters_hold_welsh_polish_and_the_latin_we_meet(qapp: QApplication) -> None:
    theme.font_families()
    for path in sorted(resource("fonts").glob("Atkinson*.ttf")):
        raw = QRawFont(str(path), 16.0)
        assert [c for c in LATIN if not raw.supportsCharacter(ord(c))] == [], path.name
    arabic = QRawFont(str(resource("fonts", "NotoSansArabic.ttf")), 16.0)
    assert all(arabic.supportsCharacter(ord(c)) for c in "ابتثحخدرسشصعغفقكلمنهويپچڈگں")
    assert theme.tokens()["font"]["family"] in QFontDatabase.families()


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_each_weight_of_the_tokens_has_its_own_face(qapp: QApplication, weight: int) -> None:
    theme.font_families()
    faces = {
        QFontDatabase.weight(theme.tokens()["font"]["family"], s)
        for s in QFontDatabase.styles(theme.tokens()["font"]["family"])
    }
    assert weight in faces


def test_text_grows_in_five_steps_and_nothing_is_smaller_than_thirteen(qapp: QApplication) -> None:
    assert theme.text_steps() == (1.0, 1.15, 1.3, 1.5, 2.0)
    assert min(kind["size"] for kind in theme.tokens()["type"].values() if isinstance(kind, dict)) == 13
    plain = theme.Theme()
    double = replace(plain, step=2.0)
    for style in ("caption", "body", "words", "h1"):
        assert double.font(style).pixelSize() == 2 * plain.font(style).pixelSize()
    assert double.size("control") == 2 * plain.size("control")


def test_reduced_movement_stands_still() -> None:
    still = theme.Theme(reduced_motion=True)
    assert [still.duration(n) for n in ("quick", "calm", "slow")] == [0, 0, 0]
    assert still.duration("toastMin") == 6000


def test_this_qt_keeps_count_of_none() -> None:
    """PySide6 6.12.0 dropped a reference to None at every void call on Python 3.11 and aborted in a paint loop."""
    before = sys.getrefcount(None)
    for _ in range(1000):
        QPainterPath().lineTo(1, 1)
    assert abs(sys.getrefcount(None) - before) < 50


def test_no_icon_travels_that_nothing_shows() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in UI.parent.rglob("*.py"))
    said += resource("tokens.json").read_text(encoding="utf-8")
    assert [
        path.stem for path in sorted(resource("icons").glob("*.svg")) if f'"{path.stem}"' not in said
    ] == []
