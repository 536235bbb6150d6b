"""A laptop of the demonstration's morning for every test of a page, copied from one template per run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_world import World, make_template, open_world


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template: made once."""
    folder = tmp_path_factory.mktemp("morning") / "profile"
    make_template(folder)
    return folder


@pytest.fixture
def world(morning: Path, tmp_path: Path, qapp: object) -> Iterator[World]:
    """Nia's laptop, unlocked."""
    made = open_world(morning, tmp_path / "profile")
    yield made
    made.close()
