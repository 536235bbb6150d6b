"""Every picture a screen names is there: a missing one would break the painting of its page."""

import re
from pathlib import Path

import pytest

from fieldapp.resources import resource

SOURCES = Path(__file__).resolve().parents[2] / "fieldapp"
NAMED = re.compile(
    r"""(?:icon=|show_icon\(|\bIcon\(|IconLine\(\s*|FactLine\(\s*|look_line\(\s*|EmptyState\(\s*)"([a-z0-9-]+)\""""
)


def named():
    found = set()
    for path in SOURCES.rglob("*.py"):
        found |= {(name, path.name) for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    return sorted(found)


def test_the_sources_name_their_pictures_where_this_test_looks():
    assert len(named()) > 80


@pytest.mark.parametrize(("name", "where"), named())
def test_a_picture_that_a_screen_names_is_there_and_can_take_a_colour(name, where):
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in drawn
