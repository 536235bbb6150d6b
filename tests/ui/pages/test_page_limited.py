"""After thirty days of use without contact family files close; writing, drafts and unsent work do not."""

from __future__ import annotations

import pytest
from page_world import World, texts

from fieldapp.commands.edit_document import edit_document
from fieldapp.commands.finish import finish_note
from fieldapp.commands.start_note import begin_family, start_note
from fieldapp.ui.begin.presenter import BeginPresenter
from fieldapp.ui.families.presenter import FamiliesPresenter
from fieldapp.ui.family.presenter import FamilyPresenter
from fieldapp.ui.family.view import FamilyFilePage
from fieldapp.ui.pages.desk import LIMITED_FROM_DAYS
from fieldapp.ui.pages.wording import closed_words
from fieldapp.ui.record.presenter import RecordPresenter
from fieldapp.ui.search.presenter import SearchPresenter
from fieldapp.ui.today.presenter import TodayPresenter


def used_without_contact(world: World, days: int) -> None:
    """The store was opened on so many days since the service last answered."""
    world.store.set_setting("days_of_use", [f"2026-04-{day + 1:02}" for day in range(days)])
    world.desk.contact_made()


@pytest.fixture
def tarrowby(world: World) -> str:
    return world.scope("Tarrowby")


@pytest.fixture
def limited(world: World, tarrowby: str) -> World:
    used_without_contact(world, LIMITED_FROM_DAYS)
    return world


def shown_by(presenter):
    return presenter.show(presenter.read())


def test_on_the_day_before_everything_is_open(world, tarrowby):
    used_without_contact(world, LIMITED_FROM_DAYS - 1)
    assert world.desk.file(tarrowby) is not None


def test_no_page_shows_a_familys_file_and_each_says_why(limited, tarrowby):
    assert shown_by(FamilyPresenter(limited.desk, tarrowby)).missing == closed_words()
    assert shown_by(TodayPresenter(limited.desk)).empty == closed_words()
    families = shown_by(FamiliesPresenter(limited.desk))
    assert (families.lines, families.empty) == ((), closed_words())


def test_a_search_finds_nothing_of_it(limited):
    search = SearchPresenter(limited.desk)
    search.type("breakfast")
    assert search.show(search.read("breakfast")).groups == ()


def test_a_record_that_was_sent_is_closed_and_one_that_was_not_can_be_read(world, tarrowby):
    records = world.desk.file(tarrowby).of("decision")
    edit_document(world.workplace, records[0].id, {"dissent": "Merle would rather have waited."})
    used_without_contact(world, LIMITED_FROM_DAYS)
    assert shown_by(RecordPresenter(world.desk, tarrowby, records[0].id)).missing == ""
    assert shown_by(RecordPresenter(world.desk, tarrowby, records[1].id)).missing == closed_words()


def test_a_note_can_be_begun_for_every_family_and_a_family_too(limited, tarrowby):
    assert tarrowby in {family.scope for family in BeginPresenter(limited.desk).families()}
    assert start_note(limited.workplace, "home_visit", tarrowby).scope == tarrowby
    draft = begin_family(limited.workplace, "Ottercombe")
    finish_note(limited.workplace, draft.id)
    assert limited.desk.file(draft.scope).label == "Ottercombe"


def test_the_next_contact_opens_everything_again(limited, tarrowby, shown):
    page = shown(FamilyFilePage(FamilyPresenter(limited.desk, tarrowby), limited.around), 1048, 760)
    page.opened()
    limited.settle(page)
    assert closed_words() in texts(page)
    used_without_contact(limited, 0)
    page.refresh()
    limited.settle(page)
    assert "Chronology" in texts(page)
