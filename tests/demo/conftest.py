"""The demonstration's year, rehearsed once in memory from the published forms."""

import json
from datetime import date
from pathlib import Path

import pytest

from fieldapp.demo.families import history
from fieldapp.demo.families.rehearse import rehearse
from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert
from fieldapp.records.dates import Policy
from fieldapp.records.fields import Reader
from fieldapp.records.files import open_files

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 3, 5)


@pytest.fixture(scope="session")
def policy() -> Policy:
    resources = ROOT / "resources"
    return Policy.from_data(
        json.loads((resources / "policy.json").read_text(encoding="utf-8")),
        json.loads((resources / "holidays.json").read_text(encoding="utf-8")),
    )


@pytest.fixture(scope="session")
def published():
    """The form library, as published."""
    return [load_definition(convert(path)) for path in sorted((ROOT / "forms").glob("*.md"))]


@pytest.fixture(scope="session")
def year(published):
    """The whole year, played to the morning of the demonstration's day."""
    return rehearse(history(), published)


@pytest.fixture(scope="session")
def files(year):
    """Each family's file as the service has it, by label."""
    found = open_files(year.documents(), Reader(year.definition))
    return {file.label: file for file in found}
