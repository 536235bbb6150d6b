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
