"""Whatever is pressed, in whatever order, the program stands, and what a page shows is what the store has."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from random_hands import RandomHands

from fieldapp.ui import theme, words

ACTIONS = 180
NIGHTLY = 300
ONE = os.environ.get("FIELDAPP_SEED")
SEEDS = [int(ONE)] if ONE else [1, 2, 3]


@pytest.fixture(autouse=True)
def somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A copy that is saved somewhere is saved here; the next test begins in the ordinary look."""
    monkeypatch.chdir(tmp_path)
    yield
    words.use_language("en")
    theme.use(theme.Theme())


def play(seed: int, morning: Path, base: Path, qtbot: QtBot) -> RandomHands:
    """One hour of it; a fault names its seed and what was done before."""
    folder = base / f"profiles-{seed}" / "nia"
    shutil.copytree(morning, folder)
    with qtbot.captureExceptions() as faults:
        hands = RandomHands(seed, folder)

        def look() -> None:
            assert not faults, f"seed {seed}: {faults[0][1]!r} after {hands.told[-30:]}"

        try:
            hands.work(ACTIONS, look)
            unlike = hands.unlike()
        finally:
            hands.leave()
        look()
    assert unlike == [], f"seed {seed}: {hands.told[-60:]}"
    shutil.rmtree(folder.parent)
    return hands


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_pressed_the_program_stands_and_keeps_what_it_shows(
    seed: int, morning: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    hands = play(seed, morning, tmp_path, qtbot)
    assert len(hands.told) > ACTIONS // 2


@pytest.mark.nightly
@pytest.mark.timeout(6 * 3600)
def test_whatever_is_pressed_through_many_hours_the_program_stands(
    morning: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    for seed in range(1_000, 1_000 + NIGHTLY):
        play(seed, morning, tmp_path, qtbot)
