"""The authority's defaults, as the program reads them."""

import json
from pathlib import Path

import pytest

from fieldapp.records.dates import Policy

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def policy() -> Policy:
    resources = ROOT / "resources"
    return Policy.from_data(
        json.loads((resources / "policy.json").read_text(encoding="utf-8")),
        json.loads((resources / "holidays.json").read_text(encoding="utf-8")),
    )


@pytest.fixture(scope="session")
def definitions():
    """The published forms of the library by id, converted once."""
    from fieldapp.forms import load_definition
    from fieldapp.forms.convert import convert

    found = [load_definition(convert(path)) for path in sorted((ROOT / "forms").glob("*.md"))]
    return {definition.id: definition for definition in found}


@pytest.fixture
def scene(definitions):
    """An empty family to write documents for."""
    from records_scene import Scene

    return Scene(definitions).family()
