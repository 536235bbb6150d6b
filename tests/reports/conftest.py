"""The demonstration's year in memory, read together again as notes that can be printed."""

from pathlib import Path

import pytest

from fieldapp.demo.families import history
from fieldapp.demo.families.rehearse import rehearse
from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert
from fieldapp.ports import SteppedClock, SystemEntropy
from fieldapp.records.filing import OF
from fieldapp.reports.filed import read_filed
from fieldapp.reports.values import Made

ROOT = Path(__file__).resolve().parents[2]
MARCH_MS = 1_772_700_000_000


@pytest.fixture(scope="session")
def year():
    forms = [load_definition(convert(path)) for path in sorted((ROOT / "forms").glob("*.md"))]
    return rehearse(history(), forms)


@pytest.fixture(scope="session")
def read(year):
    """Reads a note by its document, among all documents of its family."""

    def together(root, others=None, language="en"):
        everything = others if others is not None else year.documents()
        parts = [each for each in everything if each.text(OF) == root.id]
        return read_filed(
            root,
            parts,
            year.definition(root.form),
            name_of=year.name_of,
            clock=SteppedClock(MARCH_MS),
            entropy=SystemEntropy(),
            language=language,
        )

    return together


@pytest.fixture(scope="session")
def newest(year):
    """The newest document of a kind, in a family whose label is given."""

    def find(kind, label):
        family = next(d for d in year.documents() if d.kind == "family" and d.text("label") == label)
        found = [d for d in year.documents() if d.kind == kind and d.scope == family.scope and not d.deleted]
        return max(found, key=lambda d: d.written_at)

    return find


@pytest.fixture
def made():
    return Made("Nia Brackwell", "5 March 2026, 14:32", "Hollin Council", "", True, "a1b2c3d4")
