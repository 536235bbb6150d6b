"""The frame: keys, places, names, the strip's truth, and its shape by the room that is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import kit, theme, words
from fieldapp.ui.shell import Counts, Person, Shell, ShellPresenter, StripFacts, strip_of
from fieldapp.ui.shell.help import help_dialog
from fieldapp.ui.shell.wording import connection_line, last_sent_words, unsent_words

NOW = datetime(2026, 3, 12, 14, 36)
PAGES = ("today", "families", "drafts", "decisions", "waiting", "search", "laptop", "settings")


class Plain(kit.Page):
    """A page with a header and two lines to type in."""

    def __init__(self, name: str, *, room: bool = False) -> None:
        self.first, self.second = kit.TextLine(), kit.TextLine()
        self.first.setAccessibleName("first")
        header = kit.row(kit.Text(name, "h1", "ink.strong"), None, kit.Button("Go", "primary"))
        super().__init__(header, kit.column(self.first, self.second))
        self.name, self.wants_room = name, room
        self.flushed = 0

    def opened(self) -> str:
        return f"{self.name}, two lines"

    def first_focus(self) -> kit.TextLine:
        return self.first

    def flush(self) -> None:
        self.flushed += 1


@pytest.fixture
def shell(shown, qtbot: QtBot):  # type: ignore[no-untyped-def]
    presenter = ShellPresenter(Person("Asha Merriman", "practitioner", "AM", "Social worker"))
    made = Shell(presenter, lambda: NOW)
    for page in PAGES:
        made.add_page(page, lambda argument, name=page: Plain(name + argument, room=name == "decisions"))
    made.add_page("family", lambda argument: Plain(argument))
    made.set_forms([("home_visit", "Visit note"), ("phone", "Phone call or message")])
    made.start()
    shown(made)
    qtbot.waitUntil(lambda: made.window().focusWidget() is not None)
    return made


def at(shell: Shell) -> str:
    return shell.presenter.state.where.page


@pytest.mark.parametrize(("key", "page"), list(enumerate(PAGES[:7], 1)))
def test_ctrl_and_a_number_go_to_a_page_that_never_shifts(shell, qtbot: QtBot, key: int, page: str) -> None:
    qtbot.keyClick(shell, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert at(shell) == page
    assert shell.rail.buttons[page].isChecked()


def test_a_page_that_is_not_built_is_not_offered(shown) -> None:
    shell = Shell(ShellPresenter(Person(role="manager")), lambda: NOW)
    shell.add_page("today", lambda _: Plain("today"))
    shell.start()
    shown(shell)
    assert list(shell.rail.buttons) == ["today"]


def test_sign_off_is_there_for_managers_only_and_is_ctrl_8(shown, qtbot: QtBot) -> None:
    worker = Shell(ShellPresenter(Person(role="practitioner")), lambda: NOW)
    manager = Shell(ShellPresenter(Person(role="manager")), lambda: NOW)
    assert "sign_off" not in worker.rail.buttons
    manager.add_page("today", lambda _: Plain("today"))
    manager.add_page("sign_off", lambda _: Plain("sign_off"))
    manager.start()
    shown(manager)
    qtbot.keyClick(manager, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert at(manager) == "sign_off"


def test_alt_left_goes_back_and_finds_the_keyboards_old_place(shell, qtbot: QtBot) -> None:
    today = shell.page_here()
    today.second.setFocus()
    shell.presenter.go("families")
    qtbot.waitUntil(lambda: shell.page_here().first.hasFocus())
    qtbot.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.page_here() is today
    qtbot.waitUntil(lambda: today.second.hasFocus())


def test_leaving_a_page_puts_its_last_keystrokes_into_the_store(shell) -> None:
    today = shell.page_here()
    shell.presenter.go("families")
    assert today.flushed == 1


def test_before_another_look_pages_out_of_sight_go_and_their_last_words_are_kept(shell) -> None:
    today = shell.page_here()
    gone: list[str] = []
    today.destroyed.connect(lambda: gone.append("today"))
    kept = today.flush
    today.flush = lambda: (kept(), gone.append("flushed"))
    shell.presenter.go("families")
    gone.clear()
    families = shell.page_here()
    shell.let_go_of_hidden()
    assert gone == ["flushed", "today"]
    assert shell.page_here() is families
    shell.presenter.go("today")
    assert shell.page_here().name == "today"


def test_a_page_with_words_that_the_disk_did_not_take_is_never_thrown_away(shell) -> None:
    shell.presenter.go("family", "written on")
    page = shell.page_here()
    page.may_close = lambda: False
    for number in range(30):
        shell.presenter.go("family", f"another {number}")
    assert not shell.may_close()
    shell.let_go_of_hidden()
    shell.make_again()
    shell.presenter.go("family", "written on")
    assert shell.page_here() is page
    page.may_close = lambda: True
    assert shell.may_close()
    for number in range(30):
        shell.presenter.go("family", f"another {number}")
    shell.presenter.go("family", "written on")
    assert shell.page_here() is not page


def test_f6_goes_round_rail_header_page_and_strip(shell, qtbot: QtBot) -> None:
    page = shell.page_here()
    page.first.setFocus()
    places = [shell.strip, shell.rail, page.header, page.scroller]
    for place in places:
        qtbot.keyClick(shell, Qt.Key.Key_F6)
        assert place.isAncestorOf(shell.window().focusWidget())
    qtbot.keyClick(shell, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.header.isAncestorOf(shell.window().focusWidget())


def test_tab_goes_through_rail_header_page_and_strip_in_that_order(shell, qtbot: QtBot) -> None:
    regions = [shell.rail, shell.page_here().header, shell.page_here().scroller, shell.strip]
    shell.rail.new_note.setFocus()
    seen = [shell.rail.new_note]
    for _ in range(60):
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        if shell.window().focusWidget() is seen[0]:
            break
        seen.append(shell.window().focusWidget())
    order = [next(n for n, region in enumerate(regions) if region.isAncestorOf(w)) for w in seen]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "cover_requested"),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "lock_requested"),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "find_requested"),
    ],
)
def test_hide_lock_and_find_work_from_anywhere(shell, qtbot: QtBot, key, modifier, signal: str) -> None:
    with qtbot.waitSignal(getattr(shell, signal)):
        qtbot.keyClick(shell.page_here().first, key, modifier)


def test_new_note_offers_the_forms_and_is_never_the_filled_button(shell, qtbot: QtBot) -> None:
    assert shell.rail.new_note.property("kind") == "plain"
    menu = shell.open_new_note()
    assert [action.text() for action in menu.actions()] == ["Visit note", "Phone call or message"]
    with qtbot.waitSignal(shell.new_note_requested) as heard:
        menu.actions()[1].trigger()
    assert heard.args == ["phone"]
    menu.close()


def test_in_portrait_what_has_no_room_in_the_bar_stands_under_more(shell, qtbot: QtBot) -> None:
    shell.rail.set_shape("bar")
    seen = [page for page, button in shell.rail.buttons.items() if button.isVisible()]
    assert "settings" not in seen
    assert "laptop" not in seen
    assert shell.rail.more.isVisible()
    menu = shell.rail.more_menu()
    assert [action.text() for action in menu.actions()] == ["On this laptop", "Settings"]
    with qtbot.waitSignal(shell.rail.page_requested) as asked:
        menu.actions()[1].trigger()
    assert asked.args == ["settings"]
    shell.rail.set_shape("full")
    assert not shell.rail.more.isVisible()


def test_collapsed_icons_keep_their_word_as_name_and_tooltip(shell, qtbot: QtBot) -> None:
    shell.presenter.count(Counts(drafts=2))
    shell.presenter.go("decisions")
    assert shell.rail.shape_now() == "icons"
    assert shell.rail.buttons["drafts"].accessibleName() == "Drafts, 2"
    assert shell.rail.buttons["drafts"].toolTip() == "Drafts, 2"


@pytest.mark.parametrize(
    ("size", "step", "shape"),
    [
        ((1280, 800), 1.0, "full"),
        ((1100, 800), 1.0, "icons"),
        ((800, 1280), 1.0, "bar"),
        ((1280, 800), 2.0, "icons"),
        ((1920, 1080), 1.0, "full"),
    ],
)
def test_the_rail_takes_the_shape_there_is_room_for(
    shell, qapp: QApplication, size, step: float, shape: str
) -> None:
    theme.use(replace(theme.current(), step=step), qapp)
    shell.resize(*size)
    assert shell.rail.shape_now() == shape


def test_a_page_that_wants_room_gets_the_full_rail_only_on_a_wide_window(shell) -> None:
    shell.presenter.go("decisions")
    assert shell.rail.shape_now() == "icons"
    shell.resize(1700, 900)
    assert shell.rail.shape_now() == "full"


@pytest.mark.parametrize(
    ("width", "step"), [(640, 1.0), (800, 1.0), (1024, 1.0), (1024, 1.5), (1280, 1.0), (1280, 2.0)]
)
def test_the_strip_never_needs_more_than_the_window_gives(
    shell, qapp: QApplication, width: int, step: float
) -> None:
    shell.presenter.count(Counts(ready=3, held=1))
    shell.presenter.learn(online=False, last_sent_at=datetime(2026, 3, 12, 12, 49), clock_doubt=False)
    theme.use(replace(theme.current(), step=step), qapp)
    shell.resize(width, 700)
    strip = shell.strip
    last = strip.lock.mapTo(strip, strip.lock.rect().bottomRight()).x()
    assert last < strip.width()
    assert strip.hide_screen.width() >= strip.hide_screen.sizeHint().width()
    assert strip.words.words().startswith("Offline.")


def test_banners_stand_in_their_order_and_the_save_failure_is_first(shell) -> None:
    shell.show_banner("info", kit.Banner("info", "We kept everything up to 14:32:07."))
    shell.show_banner("save", kit.Banner("trouble", "Not saved yet. Trying again. Keep this window open."))
    shell.show_banner("limited", kit.Banner("decision", "No contact."))
    shown = [shell._banner_place.itemAt(n).widget().text.words() for n in range(3)]
    assert shown[0].startswith("Not saved yet.")
    assert shown[-1].startswith("We kept")
    shell.show_banner("save", None)
    assert shell._banner_place.count() == 2


def test_the_place_is_ids_and_numbers_and_can_be_returned_to(shell) -> None:
    shell.presenter.go("family", "0190-a")
    place = shell.place()
    assert place == {"page": "family", "argument": "0190-a", "inside": {}}
    shell.presenter.go("today")
    shell.restore(place)
    assert at(shell) == "family"


def test_another_language_makes_the_page_anew_and_keeps_the_place(shell) -> None:
    shell.presenter.go("families")
    before = shell.page_here()
    words.use_language("cy")
    shell.make_again()
    assert at(shell) == "families"
    assert shell.page_here() is not before
    assert shell.rail.buttons["today"].text() == "Heddiw"
    assert shell.strip.lock.words() == "Cloi"


# -- the strip's words ----------------------------------------------------------------------------------------------------


def line(**facts: object) -> str:
    return connection_line(strip_of(StripFacts(**facts), Counts())).whole  # type: ignore[arg-type]


def test_each_state_of_the_strip_has_its_sentence() -> None:
    until = datetime(2026, 3, 12, 17, 0)
    at_12_51 = datetime(2026, 3, 12, 12, 51)
    assert line(online=False) == "Offline. Everything is saved on this laptop."
    assert line(online=True, up_to_date_at=at_12_51) == "Online. Up to date at 12:51."
    assert line(online=True) == "Online. Getting what is new."
    assert line(online=True, sending=(2, 5)) == "Sending 2 of 5."
    assert line(online=True, sending=(2, 5), slow=True) == "Slow signal. Text goes first."
    assert line(field_mode=True, field_mode_until=until) == "Field mode. Sending is paused until 17:00."
    assert line(sign_in_needed=True) == "Sign in again to send. You can keep writing."
    assert line(limited=True).startswith("No contact for 30 days of use.")
    assert line(disk_low=True) == "This laptop is nearly full. Text is still being saved."
    assert line(minutes_to_lock=2) == "Locking in 2 minutes. Your words are saved."


def test_what_is_unknown_is_never_called_up_to_date() -> None:
    assert "Up to date" not in line()
    assert "Up to date" not in line(online=True)
    assert "Online" not in line(online=None, up_to_date_at=datetime(2026, 3, 12, 12, 51))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(), "All sent"),
        (Counts(held=1), "All sent, 1 held"),
        (Counts(ready=3, held=1), "3 not sent yet, 1 held"),
        (Counts(ready=1), "1 not sent yet"),
    ],
)
def test_what_has_not_gone_is_counted_in_words(counts: Counts, said: str) -> None:
    assert unsent_words(strip_of(StripFacts(), counts)) == said


def test_last_sent_is_said_as_a_person_says_it() -> None:
    strip = strip_of(StripFacts(last_sent_at=datetime(2026, 3, 12, 12, 49)), Counts())
    assert last_sent_words(strip, NOW) == "Last sent today 12:49"


def test_waiting_counts_what_is_ready_and_what_is_held() -> None:
    assert Counts(ready=3, held=1).waiting == 4


def test_a_busy_service_is_said_in_the_catalogues_words() -> None:
    assert line(online=None, busy=True) == "The service is busy. We'll try again by ourselves."


def test_f1_asks_for_help_on_the_page_that_is_open(shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.help_requested) as heard:
        qtbot.keyClick(shell.page_here().first, Qt.Key.Key_F1)
    assert heard.args == ["today"]


def test_the_help_names_the_keys_and_esc_takes_it_away(shell, qtbot: QtBot) -> None:
    dialog = help_dialog(shell, False)
    said = " ".join(text.words() for text in dialog.findChildren(kit.Text))
    assert "F9" in said
    assert "Ctrl+8" not in said
    qtbot.keyClick(dialog.buttons["close"], Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_the_help_has_room_for_every_line_also_where_it_must_scroll(
    shell, qapp: QApplication, qtbot: QtBot
) -> None:
    """At twice the size its lines lay over each other, and the last of them under the button."""
    words.use_language("cy")
    theme.use(replace(theme.current(), step=2.0), qapp)
    shell.resize(1280, 800)
    dialog = help_dialog(shell, True)
    qapp.processEvents()
    cut = [
        text.words()
        for text in dialog.findChildren(kit.Text)
        if text.height() < text.heightForWidth(text.width())
    ]
    assert cut == []
    table = next(one for one in dialog.findChildren(kit.Scroll))
    assert table.verticalScrollBar().maximum() > 0
    qtbot.keyClick(dialog.buttons["close"], Qt.Key.Key_Tab)
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.verticalScrollBar().value() > 0


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_number_in_the_rail_stands_clear_of_its_word(shell, qapp: QApplication, language: str) -> None:
    """ "Angen eich penderfyniad" reached into it."""
    words.use_language(language)
    shell.make_again()
    before = shell.rail.width()
    shell.presenter.count(Counts(decisions=8))
    qapp.processEvents()
    button, look = shell.rail.buttons["decisions"], theme.current()
    assert shell.rail.width() == before  # nothing moves when a number comes
    ends = look.space(3) - 2 + look.icon(1) + look.space(3)
    ends += QFontMetrics(look.font("bodyStrong")).horizontalAdvance(button.text())
    number_begins = button.width() - (look.space(3) - 2) + look.space(1) - look.line("label")
    assert number_begins - ends >= look.space(1)


def test_another_look_never_loses_a_keystroke(shell) -> None:
    today = shell.page_here()
    shell.make_again()
    assert today.flushed == 1


def test_a_page_that_is_let_go_saves_first(shell) -> None:
    shell.presenter.go("family", "0190-a")
    page = shell.page_here()
    shell.presenter.go("today")
    before = page.flushed
    shell.forget("family", "0190-a")
    assert page.flushed == before + 1


def test_enter_opens_a_page_from_the_rail(shell, qtbot: QtBot) -> None:
    button = shell.rail.buttons["families"]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert at(shell) == "families"


def test_the_key_of_the_page_that_is_open_brings_the_keyboard_back_to_it(shell, qtbot: QtBot) -> None:
    shell.strip.lock.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(shell.window().windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    page = shell.page_here()
    assert page is not None
    assert page.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_is_at_the_same_thing_after_the_page_was_made_again(shell, qtbot: QtBot) -> None:
    shell.page_here().second.setFocus(Qt.FocusReason.TabFocusReason)
    before = shell.page_here()
    shell.make_again()
    assert shell.page_here() is not before
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shell.page_here().second)
