"""A practitioner's laptop with the published forms and one invented family, as commands find it."""

import json
import sys

import pytest
from commands_workplace import ROOT, Family, make_workplace

from fieldapp.commands.edit_document import add_document, open_family
from fieldapp.forms.convert import convert
from fieldapp.records.dates import Policy

sys.path += [str(ROOT / "tests" / "store"), str(ROOT / "tests" / "sync")]  # services: on paper, and real


@pytest.fixture(scope="session")
def form_files():
    """Every form of the library, converted once."""
    return {path.stem: convert(path) for path in sorted((ROOT / "forms").glob("*.md"))}


@pytest.fixture(scope="session")
def policy():
    resources = ROOT / "resources"
    return Policy.from_data(
        json.loads((resources / "policy.json").read_text(encoding="utf-8")),
        json.loads((resources / "holidays.json").read_text(encoding="utf-8")),
    )


@pytest.fixture
def workplace(tmp_path, form_files, policy):
    made = make_workplace(tmp_path / "profile", "Nia Rowlands", form_files, policy)
    yield made
    made.store.close()


@pytest.fixture
def family(workplace) -> Family:
    scope, _ = open_family(workplace, {"label": "Kowalska-Price", "place": "Hafod"})
    people = {}
    for name, more in {
        "Rowan Price": {"dob": "2016-05-02", "sex_gender": "female"},
        "Wilf Price": {"dob": "2019-11-20", "sex_gender": "male"},
        "Bryony Price": {"dob": "1991-01-09", "sex_gender": "female"},
    }.items():
        people[name], _ = add_document(workplace, "person", scope, {"name": name, **more})
    for name in ("Rowan Price", "Wilf Price"):
        add_document(workplace, "child", scope, {"person": people[name], "risk_level": "medium"})
        add_document(
            workplace,
            "relationship",
            scope,
            {"a": people["Bryony Price"], "b": people[name], "type": "parent", "lives_with": "yes"},
        )
    add_document(workplace, "episode", scope, {"level": "3", "status": "child_in_need", "from": "2026-01-05"})
    row = workplace.fresh_id()
    plan, _ = add_document(
        workplace,
        "plan",
        scope,
        {
            "type": "child_in_need",
            "agreed_on": "2026-02-02",
            f"objective[{row}]": 0,
            f"objective[{row}]/for": "Rowan",
            f"objective[{row}]/change": "Rowan sleeps in her own bed",
        },
    )
    return Family(scope, people["Rowan Price"], people["Wilf Price"], people["Bryony Price"], plan, row)
