"""Bad input and bad luck, at the real windows: each says its sentence and what to do next, and loses nothing."""

import hashlib
import shutil
import sqlite3

import pytest
from at_the_desk import PASSPHRASE, Desk, line_to, set_up
from PySide6.QtCore import Qt

from fieldapp.commands.edit_document import add_document
from fieldapp.commands.errors import FormMissing
from fieldapp.demo.central import CentralService
from fieldapp.ports import SharedClock, SystemClock
from fieldapp.ui import theme, words
from fieldapp.ui.kit import FocusRing
from fieldapp.ui.shell import Shell
from fieldapp.ui.unlock.view import UnlockView

WAIT_MS = 30_000


@pytest.fixture(autouse=True)
def look(qapp):
    words.use_language("en")
    FocusRing.install(qapp)
    theme.use(theme.Theme(), qapp)


@pytest.fixture
def service(tmp_path):
    """The real service in a process of its own, with the form library published."""
    clock = SharedClock(tmp_path / "clock.json")
    clock.set_wall(SystemClock().wall_ms())
    central = CentralService(tmp_path / "service", clock.path)
    central.administer("init", "--org", "Marchwen")
    central.publish_library()
    central.start()
    yield central
    central.stop()


@pytest.fixture
def sit_down(qapp):
    """Starts the program on a laptop; ended after the test."""
    made = []

    def sit(base, service_url=""):
        made.append(Desk(base, service_url))
        return made[-1]

    yield sit
    for desk in made:
        desk.app.close_down()
        desk.app.window.hide()
        qapp.removeEventFilter(desk.app)
        desk.app.deleteLater()


def code_for(service, name="Asha Merriman"):
    user = service.administer("user", "add", "--name", name, "--role", "practitioner", "--team", "Marchwen")
    return str(service.administer("enrol-code", user["user"])["code"])


@pytest.fixture
def base(service, tmp_path):
    """A laptop that is set up, and locked."""
    made = tmp_path / "laptop"
    set_up(made, service.url, code_for(service))
    return made


def profile_of(base):
    (folder,) = [path.parent for path in base.rglob("store.db")]
    return folder


def fingerprint(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def begin_family(desk, label):
    workplace = desk.app.session.workplace
    scope = workplace.fresh_id()
    add_document(workplace, "family", scope, {"label": label}, doc=scope)
    return scope


def families(desk):
    return {document.text("label") for document in desk.app.session.store.families()}


def unlocked(desk, qtbot):
    """At Today, with the forms here."""
    desk.unlock()
    qtbot.waitUntil(lambda: isinstance(desk.page, Shell), timeout=WAIT_MS)
    return desk


def with_forms(desk, qtbot):
    def here():
        try:
            desk.app.session.workplace.newest_form("family")
        except FormMissing:
            return False
        return True

    qtbot.waitUntil(here, timeout=WAIT_MS)
    return desk


def strip_says(desk):
    strip = desk.app.session.shell.strip
    return f"{strip.words.words()} | {strip.unsent.words()}"


def test_a_code_that_was_used_already_is_refused_and_leaves_nothing(sit_down, service, tmp_path, qtbot):
    code = code_for(service)
    set_up(tmp_path / "first", service.url, code)
    view = sit_down(tmp_path / "second", service.url).page
    view.language_next.click()
    view.code.setText(code)
    qtbot.keyClick(view.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.code_frame.trouble.words()), timeout=WAIT_MS)
    assert view.code_frame.trouble.words() == "That code didn't work. Ask your manager for a new one."
    assert view.presenter.state.step == "code"
    assert list((tmp_path / "second" / "profiles").iterdir()) == []


def test_after_a_wrong_passphrase_the_right_one_opens_what_was_saved(sit_down, base, qtbot):
    desk = with_forms(unlocked(sit_down(base), qtbot), qtbot)
    begin_family(desk, "Ottercombe")
    desk.app.lock()
    again = sit_down(base)
    again.unlock("not the passphrase at all")
    qtbot.waitUntil(lambda: bool(again.page.trouble.text()), timeout=WAIT_MS)
    assert "That passphrase isn't right. Try again." in again.page.trouble.text()
    assert families(unlocked(again, qtbot)) == {"Ottercombe"}


def test_an_unreadable_key_file_is_said_and_its_twin_or_a_copy_opens_everything(
    sit_down, base, tmp_path, qtbot
):
    desk = with_forms(unlocked(sit_down(base), qtbot), qtbot)
    begin_family(desk, "Ottercombe")
    desk.app.lock()
    profile = profile_of(base)
    shutil.copytree(profile, tmp_path / "copy")
    for name in ("keys.a", "keys.b"):
        (profile / name).write_bytes(b"\x00" * 40)
    before = fingerprint(profile)
    again = sit_down(base)
    again.unlock()
    qtbot.waitUntil(lambda: bool(again.page.trouble.text()), timeout=WAIT_MS)
    assert "can't find the key for this laptop's store" in again.page.trouble.text().replace("’", "'")
    assert fingerprint(profile) == before
    shutil.copy2(tmp_path / "copy" / "keys.b", profile / "keys.b")  # one of the two is enough
    assert families(unlocked(sit_down(base), qtbot)) == {"Ottercombe"}


def test_a_store_that_is_not_ours_is_said_and_left_as_it_is(sit_down, base, qtbot):
    profile = profile_of(base)
    (profile / "store.db").unlink()
    other = sqlite3.connect(profile / "store.db")
    other.execute("CREATE TABLE holiday_photos (name TEXT)")
    other.commit()
    other.close()
    before = fingerprint(profile)["store.db"]
    desk = sit_down(base)
    desk.unlock()
    qtbot.waitUntil(lambda: bool(desk.page.trouble.text()), timeout=WAIT_MS)
    assert "isn't encrypted, so Fieldapp won't open it. Nothing has been changed." in desk.page.trouble.text()
    assert fingerprint(profile)["store.db"] == before
    assert isinstance(desk.page, UnlockView)


@pytest.mark.parametrize(
    ("mood", "sentence"),
    [
        ("500", "The service is busy. We'll try again by ourselves."),
        ("nonsense", "Offline. Everything is saved on this laptop."),
        ("a web page", "Offline. Everything is saved on this laptop."),
        ("half an answer", "Offline. Everything is saved on this laptop."),
    ],
)
def test_while_the_service_answers_badly_work_goes_on_and_it_is_sent_by_itself_afterwards(
    mood, sentence, sit_down, service, tmp_path, qtbot
):
    with line_to(service.url) as (line, url):
        base = tmp_path / "laptop"
        set_up(base, url, code_for(service))
        desk = with_forms(unlocked(sit_down(base), qtbot), qtbot)
        qtbot.waitUntil(lambda: "All sent" in strip_says(desk), timeout=WAIT_MS)
        line.mood = mood
        begin_family(desk, "Ottercombe")
        qtbot.waitUntil(lambda: sentence in strip_says(desk), timeout=WAIT_MS)
        assert "1 not sent yet" in strip_says(desk)
        begin_family(desk, "Vale End")
        assert families(desk) == {"Ottercombe", "Vale End"}
        line.mood = "well"
        qtbot.waitUntil(lambda: "All sent" in strip_says(desk), timeout=90_000)
        assert families(desk) == {"Ottercombe", "Vale End"}
        desk.app.lock()
    assert service.status()["revisions"] >= 2


def test_without_a_network_everything_can_be_written_and_is_there_after_a_lock(
    sit_down, base, service, qtbot
):
    desk = with_forms(unlocked(sit_down(base), qtbot), qtbot)
    service.stop()
    begin_family(desk, "Ottercombe")
    qtbot.waitUntil(
        lambda: "Offline. Everything is saved on this laptop." in strip_says(desk), timeout=WAIT_MS
    )
    desk.app.lock()
    again = unlocked(sit_down(base), qtbot)
    assert families(again) == {"Ottercombe"}
    assert PASSPHRASE not in again.app.window.windowTitle()
