"""A real encrypted store in a temporary folder, for every test here."""

import pytest
from store_laptop import Laptop, make_laptop

from fieldapp.records.document import FormReference


@pytest.fixture
def laptop(tmp_path):
    made = make_laptop(tmp_path / "profile")
    yield made
    made.store.close()


@pytest.fixture
def make(tmp_path):
    """Makes further laptops by name, and closes them at the end."""
    made = []

    def another(name: str) -> Laptop:
        made.append(make_laptop(tmp_path / name, seed=name, name=name))
        return made[-1]

    yield another
    for each in made:
        each.store.close()


@pytest.fixture
def no_form() -> FormReference:
    """A form that this laptop has heard of and does not have."""
    return FormReference("home_visit", "2026.1", "ab" * 32)
