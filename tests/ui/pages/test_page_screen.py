"""What all pages do alike: reading aside, showing the newest, saying trouble, keeping to what changed."""

from __future__ import annotations

from datetime import date

import pytest
from page_world import Bench, World, button, texts
from PySide6.QtWidgets import QWidget

from fieldapp.store.errors import StoreDamaged
from fieldapp.ui.kit import Button, Text
from fieldapp.ui.pages import marks, wording
from fieldapp.ui.pages.screen import Columns, Growing, Island, Screen, Slot, placed, stacked
from fieldapp.ui.pages.writing import at_ms
from fieldapp.ui.today.presenter import TodayPresenter
from fieldapp.ui.today.view import TodayPage

TROUBLE = "Something went wrong here. What you wrote is saved. Carry on, or open this page again."
DAY_MS = 24 * 60 * 60 * 1000


class Counting(Screen):
    """A page that says how often it was read."""

    def __init__(self, world: World) -> None:
        super().__init__(world.around)
        self.title = "the count"
        self.readings = 0
        self.trouble: Exception | None = None
        self.words = Text("")
        self.set_page(QWidget(), stacked(self.words))

    def read_aside(self):  # type: ignore[no-untyped-def]
        self.readings += 1
        number, trouble = self.readings, self.trouble

        def read() -> int:
            if trouble is not None:
                raise trouble
            return number

        return read

    def take(self, facts: int) -> None:
        self.words.setText(f"reading {facts}")


@pytest.fixture
def page(world: World, shown):
    made = shown(Counting(world), 800, 600)
    made.opened()
    return world.settle(made)


def test_several_wishes_to_refresh_become_one_reading(world, page):
    for _ in range(5):
        page.refresh()
    world.settle(page)
    assert page.readings == 2
    assert "reading 2" in texts(page)


def test_a_page_out_of_sight_reads_again_only_when_it_is_opened(world, page):
    page.hide()
    page.refresh()
    assert page.readings == 1
    page.show()
    page.opened()
    world.settle(page)
    assert page.readings == 2


def test_opening_it_again_with_nothing_new_reads_nothing(world, page):
    page.opened()
    assert page.readings == 1


@pytest.mark.parametrize("trouble", [None, StoreDamaged("the store is torn")])
def test_a_reading_that_comes_after_its_page_is_gone_troubles_nobody(world, qtbot, trouble):
    made = Counting(world)
    made.trouble = trouble
    told: list[str] = []
    made.destroyed.connect(lambda: told.append("gone"))
    made.show()
    made.opened()
    made.deleteLater()
    qtbot.waitUntil(lambda: told == ["gone"])
    world.tasks.wait()
    with qtbot.captureExceptions() as faults:
        qtbot.wait(1)
    assert (made.readings, faults) == (1, [])


def test_on_another_day_or_in_visit_view_it_reads_again(world, page):
    world.clock.advance(DAY_MS)
    page.opened()
    world.settle(page)
    assert page.readings == 2
    world.desk.visit_view = True
    page.opened()
    world.settle(page)
    assert page.readings == 3


def test_trouble_says_what_is_safe_and_offers_to_open_again(world, page, qtbot):
    page.trouble = StoreDamaged("test")
    with qtbot.captureExceptions() as raised:
        page.refresh()
        qtbot.waitUntil(lambda: TROUBLE in texts(page), timeout=20_000)
    assert [kind for kind, _, _ in raised] == [StoreDamaged]
    page.trouble = None
    button(page, "Open again").click()
    world.settle(page)
    assert TROUBLE not in texts(page)


def test_a_reading_that_takes_long_says_what_is_being_opened_and_then_a_way_back(page):
    page._say_opening()
    assert "Opening the count" in texts(page)
    page._offer_way_back()
    assert "Alt+Left goes back." in texts(page)


def test_a_slot_is_made_anew_only_for_another_value_and_keeps_the_keyboard(shown, qtbot):
    made: list[QWidget] = []

    def build() -> QWidget:
        from fieldapp.ui.kit import Button

        made.append(placed(Button("Press"), "press"))
        return stacked(made[-1])

    slot = Slot()
    shown(Bench(slot), 300, 200)
    slot.fill(1, build)
    made[0].setFocus()
    slot.fill(1, build)
    assert len(made) == 1
    slot.fill(2, build)
    assert slot.window().focusWidget() is made[1]


def test_the_keyboard_finds_its_row_again_at_the_end_of_a_long_list(shown, qtbot):
    def build():
        return Growing(
            [lambda number=number: placed(Button(f"row {number}"), f"row {number}") for number in range(200)]
        )

    slot = Slot()
    shown(Bench(slot), 300, 200)
    slot.fill(1, build)
    slot.content().finish()
    last = slot.content().findChildren(Button)[-1]
    qtbot.waitUntil(last.isVisible)
    last.setFocus()
    slot.fill(2, build)
    assert slot.window().focusWidget().words() == "row 199"


def test_an_island_is_as_tall_as_its_words_need(shown):
    words = Text("one two three four five six seven eight nine ten " * 4)
    island = Island(stacked(words))
    shown(Bench(island), 300, 400)
    assert island.height() >= words.heightForWidth(island.width())


def test_a_long_list_stands_in_part_at_once_and_whole_soon(shown, qtbot):
    rows = [lambda number=number: Text(f"row {number}") for number in range(60)]
    growing = Growing(rows)
    assert growing.findChildren(Text)
    shown(Bench(growing), 300, 400)
    qtbot.waitUntil(growing.is_whole, timeout=20_000)
    assert len(growing.findChildren(Text)) == 60


def test_a_fact_about_another_day_is_told_by_its_distance():
    today = date(2026, 3, 5)
    assert wording.near_day(date(2026, 3, 6), today) == "tomorrow"
    assert wording.near_day(date(2026, 3, 17), today) == "Tue 17 March"
    assert wording.near_day(date(2025, 12, 24), today) == "Wed 24 December 2025"
    assert [wording.ago(days) for days in (0, 1, 19)] == ["today", "yesterday", "19 days ago"]


def test_a_very_young_child_is_told_in_months():
    today = date(2026, 3, 5)
    assert wording.age(date(2024, 12, 28), today) == "14 months"
    assert wording.age(date(2016, 6, 14), today) == "9"
    assert wording.age(date(2026, 4, 28), today) == ""


def test_sizes_are_told_as_file_managers_do():
    assert [wording.size(n) for n in (0, 999, 1_500, 90_400_000, 11_000_000_000)] == [
        "0 bytes",
        "999 bytes",
        "1.5 KB",
        "90 MB",
        "11 GB",
    ]


def test_a_time_that_is_none_reads_as_the_beginning_and_stops_nothing():
    assert at_ms("yesterday") == 0


def test_unknown_is_never_called_sent(world):
    from fieldapp.commands.edit_document import edit_document

    scope = world.scope("Vale")
    edit_document(world.workplace, scope, {"adjustments": "Large print for Odette."})
    assert marks.of_document(world.workplace.document(scope)).words == "Saved on this laptop"
    world.answers("retry", "overloaded")
    assert marks.of_document(world.workplace.document(scope)).words == "Saved on this laptop"
    world.answers("accepted")
    assert marks.of_document(world.workplace.document(scope)).words == "Sent"


def test_a_family_that_moved_while_it_was_read_is_read_again(world):
    scope = world.scope("Vale")
    before = world.desk.file(scope)
    assert before is world.desk.file(scope)
    from fieldapp.commands.edit_document import edit_document

    edit_document(world.workplace, scope, {"place": "Hopestow"})
    after = world.desk.file(scope)
    assert after is not None
    assert after.place == "Hopestow"


def test_today_is_read_without_the_window(world):
    """A presenter imports no Qt: its state is one value that can be written down."""
    presenter = TodayPresenter(world.desk)
    assert "VisitRow" in repr(presenter.show(presenter.read()))
    assert TodayPage.title is not None


def test_after_the_store_is_locked_a_page_reads_nothing(world, page):
    """A wish to refresh may be waiting while the laptop locks; the store behind it is closed by then."""
    world.desk.close()
    page.refresh()
    page._read()
    page.opened()
    assert page.readings == 1


def test_below_1280_the_right_column_goes_under_the_left(world, shown):
    """Width of a page beside the full rail in a window of 1280, and alone in one of 800."""
    today = shown(TodayPage(TodayPresenter(world.desk), world.around), 1048, 800)
    today.opened()
    world.settle(today)
    columns = today.findChild(Columns)
    assert columns is not None
    assert columns.is_wide()
    today.resize(800, 1200)
    world.settle(today)
    assert not columns.is_wide()
    assert columns.width() <= 800
