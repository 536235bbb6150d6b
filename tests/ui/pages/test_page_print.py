"""Check before you share: who a copy is for, what it holds and what stays out, and two files that hold just that."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_world import MORNING_MS, STORE_KEY, World, button, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldapp.commands.edit_document import edit_document
from fieldapp.commands.save_copy import save_copy
from fieldapp.ports import SteppedClock, SystemEntropy
from fieldapp.records.sees import sees
from fieldapp.store import Store
from fieldapp.ui import kit, theme, words
from fieldapp.ui.kit.order import stops
from fieldapp.ui.sharing.presenter import EVERYONE, FILE, SOMEBODY, ShareChoice, SharePresenter, is_surname_of
from fieldapp.ui.sharing.view import SharePage
from fieldapp.ui.window import AppWindow

TORCH = "If it gets loud I put the torch on"
"""Ivo said it on 22 January; only some people may know."""
PASSPHRASE = "four invented random words"


def is_right(passphrase: str) -> bool:
    """Whether this is what the worker chose; the laptop's own check takes a second by design."""
    return passphrase == PASSPHRASE


PORRIDGE = "Cereal, two bowls and spoons on the low shelf"
"""Seen in the home that day; the family may know."""


@pytest.fixture
def tarrowby(world: World):  # type: ignore[no-untyped-def]
    file = world.desk.file(world.scope("Tarrowby"))
    assert file is not None
    return file


@pytest.fixture
def visit(tarrowby) -> str:  # type: ignore[no-untyped-def]
    return next(one.record.id for one in tarrowby.visits if one.on.isoformat() == "2026-01-22")


@pytest.fixture
def session(tarrowby) -> str:  # type: ignore[no-untyped-def]
    return tarrowby.of("direct_work")[-1].id


def person(file, called: str) -> str:  # type: ignore[no-untyped-def]
    return next(one.id for one in file.people.values() if one.called == called)


@pytest.fixture
def open_page(world: World, shown, qtbot):  # type: ignore[no-untyped-def]
    """Opens the page for a record and waits until it stands still."""

    def opened(doc: str, width: int = 1216, height: int = 760) -> SharePage:
        page = SharePage(SharePresenter(world.desk, world.scope("Tarrowby"), doc), world.around, is_right)
        shown(page, width, height)
        page.opened()
        return settled(page, qtbot)

    return opened


def settled(page: SharePage, qtbot) -> SharePage:  # type: ignore[no-untyped-def]
    qtbot.waitUntil(lambda: page.is_settled() and not page.presenter.state().making, timeout=20_000)
    qtbot.wait(5)
    return page


def choose(page: SharePage, name: str, qtbot) -> SharePage:  # type: ignore[no-untyped-def]
    """Press the reader with this name."""
    next(one for one in page.findChildren(kit.Radio) if one.text() == name).click()
    return settled(page, qtbot)


def write_surname(page: SharePage, typed: str) -> None:
    line = page.window().focusWidget()
    assert isinstance(line, kit.TextLine)
    QTest.keyClicks(line, typed)


def ask_where(page: SharePage, qtbot) -> QFileDialog:  # type: ignore[no-untyped-def]
    """Press save and type the passphrase: the window that asks for a folder."""
    page.press_primary()
    qtbot.wait(5)
    QTest.keyClicks(page.window().focusWidget(), PASSPHRASE)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.findChildren(QFileDialog)), timeout=20_000)
    return page.findChildren(QFileDialog)[0]


def saved_in(page: SharePage, folder: Path, qtbot) -> list[Path]:  # type: ignore[no-untyped-def]
    """Save the copy there, through the window that asks for a folder."""
    asking = ask_where(page, qtbot)
    asking.setDirectory(str(folder))
    asking.selectFile(page.presenter.file_name())
    qtbot.wait(5)
    asking.accept()
    qtbot.waitUntil(lambda: bool(page.presenter.saved or page.presenter.problem), timeout=20_000)
    return sorted(folder.iterdir())


def restricted_texts(world: World, scope: str) -> list[str]:
    """Every restricted answer in words that this family's notes hold."""
    file = world.desk.file(scope)
    assert file is not None
    return [
        value
        for record in file.of("visit", "visit_child", "statement", "direct_work")
        for key, value in record.document.body.items()
        if isinstance(value, str) and len(value) > 24 and sees(record, key) == "restricted"
    ]


# -- who it is for ------------------------------------------------------------------------------------------------


def test_nobody_is_chosen_beforehand_and_nothing_can_be_saved(open_page, visit):
    page = open_page(visit)
    assert "Choose who it is for." in texts(page)
    assert not page.save.isEnabled()
    assert isinstance(page.window().focusWidget(), kit.Radio)


def test_parents_and_carers_of_the_children_are_offered_with_what_they_are(open_page, visit):
    names = {one.name: one.detail for one in open_page(visit).presenter.state().readers}
    assert names["Bryony Tarrowby"] == "Mum"
    assert names["Kit Sallowfield"] == "Dad of Wilf"
    assert list(names)[-2:] == ["Somebody else", "Our own paper file"]


def test_a_parent_is_offered_only_the_children_they_care_for(open_page, visit, tarrowby, world, qtbot):
    page = choose(open_page(visit), "Kit Sallowfield", qtbot)
    state = page.presenter.state()
    assert state.choice.about == world.child("Tarrowby", "Wilf")
    assert state.about == ()
    assert "Tarrowby: Wilf Tarrowby" in texts(page)


def test_a_parent_of_all_children_may_have_all_of_them_in_one_copy(open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    assert [name for _, name in page.presenter.state().about] == ["Ivo", "Tansy", "Wilf", "All of them"]
    next(one for one in page.findChildren(kit.Radio) if one.text() == "All of them").click()
    settled(page, qtbot)
    assert page.presenter.state().choice.about == EVERYONE
    assert not any(one.title.startswith("The parts of") for one in page.presenter.state().hidden)


def test_somebody_who_is_not_on_record_is_named_with_who_they_are(open_page, visit, qtbot):
    page = open_page(visit)
    next(one for one in page.findChildren(kit.Radio) if one.text() == "Somebody else").click()
    qtbot.wait(5)
    QTest.keyClicks(page.window().focusWidget(), "Ash Fennimore")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(page.window().focusWidget(), "class teacher")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    settled(page, qtbot)
    assert page.presenter.state().chosen.detail == "class teacher"
    assert "For Ash Fennimore. Do not copy or send on." in texts(page)


def test_somebody_else_gets_no_more_than_a_parent(world, visit, tarrowby):
    presenter = SharePresenter(world.desk, tarrowby.id, visit)
    facts = presenter.read(ShareChoice(reader=SOMEBODY, name="Ash Fennimore"))
    assert TORCH not in facts.printed.html
    assert "Tired eyes, cheerful" not in facts.printed.html


# -- what is in it, what stays out --------------------------------------------------------------------------------


def test_words_that_not_everybody_may_know_are_counted_and_not_shown(open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    assert TORCH not in texts(page)
    assert PORRIDGE in texts(page)
    assert "9 answers about what a child said" in texts(page)


def test_our_own_file_holds_what_the_child_said_for_some_people_only(open_page, visit, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    assert TORCH in texts(page)
    assert page.save.isEnabled()
    assert not page.presenter.state().surname_asked


@pytest.mark.parametrize("reader", ["Bryony Tarrowby", "Our own paper file"])
def test_no_restricted_words_are_on_the_page_or_in_the_files(
    open_page, world, visit, tarrowby, reader, tmp_path, qtbot
):
    secret = restricted_texts(world, tarrowby.id)
    assert len(secret) > 3
    page = choose(open_page(visit), reader, qtbot)
    seen = texts(page) + page.presenter.facts.printed.html
    assert "restricted answers" in texts(page)
    assert [one for one in secret if one in seen] == []


def test_whose_words_are_in_the_copy_is_said_before_it_leaves(open_page, visit, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    said = dict(page.presenter.state().inside)
    assert said["quote"] == "The words of Ivo, Kit and Bryony"
    assert said["file-text"].endswith("answers are in it")


def test_a_note_that_names_somebody_who_must_not_be_told_warns_before_a_copy_leaves(world, visit, tarrowby):
    presenter = SharePresenter(world.desk, tarrowby.id, visit)
    bryony = ShareChoice(reader=person(tarrowby, "Bryony"))
    assert presenter.read(bryony).state.warning.startswith("This note names somebody who must not be told.")
    assert presenter.read(ShareChoice(reader=FILE)).state.warning == ""
    world.desk.visit_view = True
    assert presenter.read(bryony).state.warning == ""


def test_visit_view_tells_that_something_is_left_out_but_not_what(open_page, world, visit, qtbot):
    world.desk.visit_view = True
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    assert [one.title for one in page.presenter.state().hidden] == ["Some answers are not part of this copy"]
    assert "restricted" not in texts(page).casefold()


def test_no_copy_is_made_of_a_restricted_record(open_page, world, tarrowby):
    call = next(one for one in tarrowby.of("chronology_entry") if one.text("type") == "contact")
    page = open_page(call.id)
    assert "This record is restricted. No copy of it leaves Fieldapp." in texts(page)
    world.desk.visit_view = True
    hidden = SharePresenter(world.desk, tarrowby.id, call.id).read(ShareChoice()).state
    assert hidden.missing == "Visit view: this record is restricted and not shown."


def test_a_kind_of_record_without_a_copy_says_so(open_page, tarrowby):
    assert "There is no copy to make of this kind of record yet." in texts(open_page(tarrowby.id))


def test_work_that_was_not_sent_yet_is_marked_on_the_page_and_on_paper(world, open_page, visit, qtbot):
    key = next(key for key in world.workplace.document(visit).body if key.endswith("/works"))
    edit_document(world.workplace, visit, {key: "She showed me the chart by herself."})
    page = choose(open_page(visit), "Our own paper file", qtbot)
    assert "Some of this has not been sent yet. Every page says so." in texts(page)
    assert "Contains records not sent yet" in texts(page)


# -- a child's own copy -------------------------------------------------------------------------------------------


def test_a_child_who_asked_to_keep_it_safe_is_obeyed_and_nothing_is_offered(open_page, session):
    page = open_page(session)
    assert "Tansy asked us to keep this safe." in texts(page)
    assert page.presenter.state().readers == ()
    assert page.primary() is None
    assert not page.save.isVisible()


def answer_about_a_copy(world: World, session: str, answer: str) -> None:
    key = next(key for key in world.workplace.document(session).body if key.endswith("/copy"))
    edit_document(world.workplace, session, {key: answer})


def test_a_child_who_wanted_no_copy_gets_none(world, open_page, session, qtbot):
    answer_about_a_copy(world, session, "no")
    page = choose(open_page(session), "Tansy", qtbot)
    assert "Tansy did not want a copy. None is made." in texts(page)
    assert not page.save.isVisible()


def test_a_childs_own_copy_holds_their_words_and_can_be_in_their_language(world, open_page, session, qtbot):
    answer_about_a_copy(world, session, "now")
    page = choose(open_page(session), "Tansy", qtbot)
    assert "shadow rabbits" in texts(page)
    assert "Everybody else’s words" in texts(page)
    assert "pressing until the chalk broke" not in texts(page)
    page._choose_language("cy")
    settled(page, qtbot)
    assert page.presenter.facts.printed.sheet.language == "cy"
    assert page.save.isEnabled()


# -- looking twice ------------------------------------------------------------------------------------------------


def test_a_copy_that_leaves_the_service_can_be_saved_only_when_the_surname_matches(open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    write_surname(page, "Tarrow")
    assert not page.save.isEnabled()
    write_surname(page, "by")
    assert page.save.isEnabled()


def test_another_surname_is_said_when_the_line_is_left(open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    write_surname(page, "Oxspring")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert "That isn’t the name above." in texts(page)
    assert not page.save.isEnabled()


@pytest.mark.parametrize(
    ("typed", "name", "same"),
    [
        ("tarrowby", "Bryony Tarrowby", True),
        ("  Bryony   Tarrowby ", "Bryony Tarrowby", True),
        ("Llwyd", "Siân Llŵyd", True),
        ("O’Dell", "Ros O'Dell", True),
        ("Bryony", "Bryony Tarrowby", False),
        ("row", "Bryony Tarrowby", False),
        ("", "Bryony Tarrowby", False),
    ],
)
def test_a_surname_is_the_same_however_a_hand_writes_it(typed, name, same):
    assert is_surname_of(typed, name) is same


def test_the_surname_is_asked_again_for_another_reader(open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    write_surname(page, "Tarrowby")
    button(page, "Change").click()
    choose(page, "Kit Sallowfield", qtbot)
    assert not page.save.isEnabled()
    assert page.presenter.state().typed == ""


def test_what_is_typed_stays_when_the_family_changes_meanwhile(world, open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    write_surname(page, "Tarro")
    key = next(key for key in world.workplace.document(visit).body if key.endswith("/works"))
    edit_document(world.workplace, visit, {key: "She showed me the chart by herself."})
    qtbot.waitUntil(lambda: "She showed me the chart by herself." in texts(page), timeout=20_000)
    line = page.window().focusWidget()
    assert isinstance(line, kit.TextLine)
    assert line.text() == "Tarro"


def test_a_copy_made_for_an_earlier_choice_cannot_be_saved(world, visit, tarrowby):
    presenter = SharePresenter(world.desk, tarrowby.id, visit)
    presenter.show(presenter.read(presenter.choice))
    presenter.choose(FILE)
    facts = presenter.read(presenter.choice)
    presenter.show(facts)
    assert presenter.copy_shown() is facts.printed
    presenter.choose(person(tarrowby, "Bryony"))
    presenter.type_surname("Tarrowby")
    assert presenter.copy_shown() is None
    presenter.show(facts)
    assert presenter.copy_shown() is None


def test_what_was_chosen_is_there_again_after_a_lock(world, open_page, visit, tarrowby, shown, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    kept = page.place()
    again = SharePage(SharePresenter(world.desk, tarrowby.id, visit), world.around, is_right)
    shown(again, 1216, 760)
    again.opened()
    again.restore(kept)
    settled(again, qtbot)
    assert again.presenter.state().chosen.name == "Bryony Tarrowby"
    assert not again.save.isEnabled()


# -- saving -------------------------------------------------------------------------------------------------------


def test_the_copy_is_saved_as_pages_and_as_a_twin_for_a_screen_reader(open_page, visit, tmp_path, qtbot):
    folder = tmp_path / "stick"
    folder.mkdir()
    page = choose(open_page(visit), "Our own paper file", qtbot)
    twin, pdf = saved_in(page, folder, qtbot)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert TORCH in twin.read_text(encoding="utf-8")
    assert "These two files are not locked" in texts(page)
    assert page.window().focusWidget() is page.done


def test_the_files_are_named_after_nobody_and_readable_by_their_owner_alone(
    open_page, visit, tmp_path, qtbot
):
    folder = tmp_path / "stick"
    folder.mkdir()
    page = choose(open_page(visit), "Our own paper file", qtbot)
    found = saved_in(page, folder, qtbot)
    assert [one.name for one in found] == ["Copy 2026-03-05.html", "Copy 2026-03-05.pdf"]
    assert [stat.S_IMODE(one.stat().st_mode) & 0o077 for one in found] == [0, 0]


def test_the_window_that_asks_for_a_folder_has_no_name_in_its_title(open_page, visit, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    asking = ask_where(page, qtbot)
    assert asking.windowTitle() == "Fieldapp"
    asking.reject()
    assert page.save.isEnabled()
    assert page.presenter.saved == ""


def test_the_passphrase_is_asked_once_more_and_a_wrong_one_is_said(open_page, visit, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    page.save.click()
    QTest.keyClicks(page.window().focusWidget(), "not this one")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "That passphrase isn’t right. Try again." in texts(page), timeout=20_000)
    assert page.findChildren(QFileDialog) == []
    line = page.window().focusWidget()
    assert isinstance(line, kit.TextLine)
    assert (line.text(), line.echoMode()) == ("", kit.TextLine.EchoMode.Password)


def test_leaving_the_question_for_the_passphrase_saves_nothing(open_page, visit, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    page.save.click()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    qtbot.wait(50)
    assert page.findChildren(QFileDialog) == []
    assert page.save.isEnabled()
    assert page.window().focusWidget() is page.save


def test_a_file_that_is_there_already_is_never_replaced(world, visit, tarrowby, tmp_path):
    printed = SharePresenter(world.desk, tarrowby.id, visit).read(ShareChoice(reader=FILE)).printed
    (tmp_path / "Copy.html").write_text("somebody's own page")
    saved = save_copy(printed, tmp_path / "Copy.pdf")
    assert saved.pdf.name == "Copy (2).pdf"
    assert saved.twin.name == "Copy (2).html"
    assert (tmp_path / "Copy.html").read_text() == "somebody's own page"
    assert not (tmp_path / "Copy.pdf").exists()


@contextlib.contextmanager
def hardly_any_room() -> Iterator[None]:
    """Until the end, no file may grow over a kilobyte: what a full stick answers, without one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_024, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def not_allowed_in(folder: Path) -> Iterator[None]:
    """Until the end, whoever runs this may not write in the folder; root is somebody else for the while."""
    folder.chmod(0o500)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if was == 0:
            os.seteuid(0)
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (
            "full",
            "There is no room left there. Nothing was shared, and nothing is lost. Choose another place.",
        ),
        (
            "locked",
            "You can't save in that folder. Nothing was shared, and nothing is lost. Choose another place.",
        ),
        (
            "gone",
            "That folder isn't there any more. Nothing was shared, and nothing is lost. Choose another place.",
        ),
    ],
)
def test_where_a_copy_cannot_be_saved_is_said_and_nothing_is_lost(
    open_page, visit, tmp_path, qtbot, trouble, sentence
):
    folder = tmp_path / "stick"
    folder.mkdir()
    page = choose(open_page(visit), "Our own paper file", qtbot)
    target = folder / "away" / "Copy.pdf" if trouble == "gone" else folder / "Copy.pdf"
    around = {"full": hardly_any_room, "locked": lambda: not_allowed_in(folder)}.get(
        trouble, contextlib.nullcontext
    )
    with around():
        page.save_to(str(target))
        qtbot.waitUntil(lambda: bool(page.presenter.problem or page.presenter.saved), timeout=20_000)
    assert sentence in texts(page)
    assert list(folder.iterdir()) == []
    assert page.save.isEnabled()
    page.save_to(str(folder / "Copy.pdf"))
    qtbot.waitUntil(lambda: bool(page.presenter.saved), timeout=20_000)
    assert len(list(folder.iterdir())) == 2


def test_after_saving_the_page_begins_anew_when_it_is_opened_again(open_page, visit, tmp_path, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    page.save_to(str(tmp_path / "Copy.pdf"))
    qtbot.waitUntil(lambda: bool(page.presenter.saved), timeout=20_000)
    page.opened()
    settled(page, qtbot)
    assert page.presenter.state().chosen is None
    assert not page.save.isEnabled()


# -- keyboard, ears, eyes -----------------------------------------------------------------------------------------


def test_it_can_be_done_with_the_keyboard_alone(open_page, visit, tmp_path, qtbot):
    page = open_page(visit)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    settled(page, qtbot)
    write_surname(page, "Tarrowby")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(5)
    QTest.keyClicks(page.window().focusWidget(), PASSPHRASE)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.findChildren(QFileDialog)), timeout=20_000)
    page.findChildren(QFileDialog)[0].reject()
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page.cancel, Qt.Key.Key_Return)


def test_the_keyboard_goes_through_the_steps_and_then_to_the_copy(open_page, visit, qtbot):
    page = choose(open_page(visit), "Bryony Tarrowby", qtbot)
    write_surname(page, "Tarrowby")
    found = [one.accessibleName() or one.text() for one in stops(page)]
    assert found == [
        "Back",
        "Change who it is for: Bryony Tarrowby",
        "Ivo",
        "Type the surname of the person receiving it",
        "Save the copy",
        "Cancel",
        "What the copy holds",
    ]


def test_a_listener_hears_whose_words_each_answer_is(open_page, visit, qtbot):
    page = choose(open_page(visit), "Our own paper file", qtbot)
    names = [one.accessibleName() for one in page.findChildren(QWidget)]
    assert any(
        one.startswith("Exact words, or what they did · Their words: If it gets loud") for one in names
    )
    assert any(one.startswith("Hidden: 13 restricted answers.") for one in names)
    assert "Step 2: What stays hidden" in names
    assert re.fullmatch(r"Check before you share, \d pages", page.spoken())


@pytest.mark.parametrize(("step", "language"), [(1.0, "en"), (2.0, "en"), (2.0, "cy")])
def test_no_word_is_cut_off_and_nothing_scrolls_sideways(
    open_page, visit, tarrowby, qtbot, qapp, step, language
):
    words.use_language(language)
    theme.use(theme.Theme(step=step), qapp)
    page = open_page(visit)
    page._choose(person(tarrowby, "Bryony"))
    settled(page, qtbot)
    qtbot.wait(100)
    cut = [
        one.words()
        for one in page.findChildren(kit.Text)
        if one.isVisible()
        and one.words()
        and (
            one.height() < (one.heightForWidth(one.width()) if one.hasHeightForWidth() else 0) - 1
            or one.width() < one.minimumSizeHint().width() - 2
        )
    ]
    wide = [
        one
        for one in page.findChildren(kit.Scroll)
        if one.horizontalScrollBar().maximum() > 0 and one.isVisible()
    ]
    theme.use(theme.Theme(), qapp)
    assert cut == []
    assert wide == []


def test_there_is_one_filled_button_in_every_state(open_page, visit, tmp_path, qtbot):
    page = open_page(visit)

    def filled() -> list[str]:
        return [
            one.words()
            for one in page.findChildren(kit.Button)
            if one.property("kind") == "primary" and one.isVisible()
        ]

    assert filled() == ["Save the copy"]
    choose(page, "Our own paper file", qtbot)
    assert filled() == ["Save the copy"]
    page.save_to(str(tmp_path / "Copy.pdf"))
    qtbot.waitUntil(lambda: bool(page.presenter.saved), timeout=20_000)
    assert filled() == ["Done"]


# -- the way there ------------------------------------------------------------------------------------------------


@pytest.fixture
def program(morning: Path, tmp_path: Path, qtbot):  # type: ignore[no-untyped-def]
    """The unlocked program, with its shell and all its pages."""
    from fieldapp.ui.session import Session

    folder = tmp_path / "program"
    shutil.copytree(morning, folder)
    clock, entropy = SteppedClock(MORNING_MS), SystemEntropy()
    store = Store.open(folder, STORE_KEY, clock=clock, entropy=entropy, reserve_bytes=0)
    window = AppWindow()
    session = Session(
        store, folder, window, clock=clock, entropy=entropy, make_sync=None, check_passphrase=lambda _: True
    )
    session.begin()
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield session
    session.end()
    window.hide()
    window.deleteLater()


def here(session, qtbot):  # type: ignore[no-untyped-def]
    qtbot.waitUntil(lambda: session.shell.page_here().is_settled(), timeout=20_000)
    qtbot.wait(20)
    return session.shell.page_here()


def test_print_on_a_record_leads_to_its_copy_and_back(program, qtbot):
    family = next(file for file in program.desk.files() if file.label == "Tarrowby")
    program.open_record(family.id, family.visits[-1].record.id)
    button(here(program, qtbot), "Print").click()
    page = here(program, qtbot)
    assert isinstance(page, SharePage)
    assert "Home visit, all three children, Tarrowby" in texts(page)
    page.cancel.click()
    assert program.presenter.state.where.page == "record"


def test_control_p_on_a_record_does_the_same(program, qtbot):
    family = next(file for file in program.desk.files() if file.label == "Tarrowby")
    program.open_record(family.id, family.visits[-1].record.id)
    page = here(program, qtbot)
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(here(program, qtbot), SharePage)


def test_print_in_a_family_file_offers_its_newest_records(program, qtbot):
    family = next(file for file in program.desk.files() if file.label == "Tarrowby")
    program.go("family", family.id)
    menu = here(program, qtbot).more_menu()
    next(one for one in menu.actions() if one.text() == "Print").trigger()
    page = here(program, qtbot)
    assert "What do you want to share?" in texts(page)
    rows = {one.accessibleName(): one for one in page.findChildren(kit.RowCard)}
    rows["Home visit, all three children, Thu 22 January"].click()
    assert "Who is it for?" in texts(here(program, qtbot))
