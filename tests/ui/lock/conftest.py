"""A laptop of the demonstration's morning, as the tests of pages have it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pages"))

from page_world import make_template


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template: made once."""
    folder = tmp_path_factory.mktemp("lock") / "profile"
    make_template(folder)
    return folder
