"""The set-up from the first page to Today: real widgets, the real service, the real store; only the key is cheap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.demo.central import CentralService
from fieldapp.store.keys import profiles
from fieldapp.ui.enrol.presenter import STEPS
from fieldapp.ui.enrol.view import EnrolView
from fieldapp.ui.shell import Shell
from fieldapp.ui.unlock.view import UnlockView


@pytest.fixture
def start(qapp: QApplication) -> Iterator:  # type: ignore[type-arg]
    made: list[Desk] = []

    def begin(base: Path, service_url: str = "") -> Desk:
        laptop = Desk(base, service_url)
        made.append(laptop)
        return laptop

    yield begin
    for laptop in made:
        laptop.app.close_down()
        laptop.app.window.hide()
        qapp.removeEventFilter(laptop.app)
        laptop.app.deleteLater()


def code_for(service: CentralService, name: str = "Asha Merriman") -> str:
    user = service.administer("user", "add", "--name", name, "--role", "practitioner", "--team", "Marchwen")
    return str(service.administer("enrol-code", user["user"])["code"])


def test_from_the_code_to_today(start, service: CentralService, tmp_path: Path, qtbot: QtBot) -> None:
    laptop = start(tmp_path / "laptop", service.url)
    view = laptop.page
    assert isinstance(view, EnrolView)
    assert view.rail._buttons[0].section.words == "Language"
    view.language_next.click()
    assert view.service_frame.isHidden()
    code = code_for(service)
    view.code.setText(f"{code[:5].lower()} {code[5:]}")
    qtbot.keyClick(view.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.presenter.state.step == "passphrase", timeout=20_000)
    assert "Hello Asha Merriman." in view.hello.words()
    assert len(view.offered.words().split()) == 4
    assert profiles(tmp_path / "laptop") == []  # nothing counts before a passphrase seals the key
    view.use_offered.click()
    assert view.strength.words() == "Strong enough"
    words = view.passphrase.text()
    view.passphrase_next.click()
    qtbot.waitUntil(lambda: view.presenter.state.step == "forget", timeout=20_000)
    assert view.passphrase.text() == ""
    assert "no key holders" in view.forget_text.words()
    view.forget_next.click()
    view.pin.line.setText("2468")
    view.pin_next.click()
    assert view.presenter.state.step == "download"
    qtbot.waitUntil(lambda: view.presenter.state.listed, timeout=20_000)
    assert view.download_words.words().startswith("No families yet.")
    view.start.click()
    assert isinstance(laptop.page, Shell)
    session = laptop.app.session
    assert session.presenter.state.person.name == "Asha Merriman"
    assert session.is_pin("2468")
    assert not session.is_pin("2469")
    strip = session.shell.strip
    qtbot.waitUntil(lambda: strip.words.words().startswith("Online. Up to date at"), timeout=20_000)
    assert strip.unsent.words() == "All sent"
    assert laptop.app.window.windowTitle() == "Fieldapp"
    assert [one.label for one in profiles(tmp_path / "laptop")] == ["AM"]
    laptop.app.lock()
    assert laptop.left == [0]
    again = start(tmp_path / "laptop")
    assert isinstance(again.page, UnlockView)
    again.page.line.setText(words)
    again.page.button.click()
    qtbot.waitUntil(lambda: isinstance(again.page, Shell), timeout=20_000)


def test_a_wrong_code_says_the_one_sentence_and_leaves_nothing(
    start, service: CentralService, tmp_path: Path, qtbot: QtBot
) -> None:
    laptop = start(tmp_path / "laptop", service.url)
    view = laptop.page
    view.language_next.click()
    view.code.setText("00000 00000")
    view.code_next.click()
    assert view.code_next.words() == "Checking the code"
    qtbot.waitUntil(lambda: not view.presenter.state.busy, timeout=20_000)
    assert view.code_frame.trouble.words() == "That code didn't work. Ask your manager for a new one."
    assert list((tmp_path / "laptop" / "profiles").iterdir()) == []


def test_without_a_signal_it_says_that_setting_up_needs_one_once(start, tmp_path: Path, qtbot: QtBot) -> None:
    laptop = start(tmp_path / "laptop", "http://127.0.0.1:9")
    view = laptop.page
    view.language_next.click()
    view.code.setText("00000 00000")
    view.code_next.click()
    qtbot.waitUntil(lambda: not view.presenter.state.busy, timeout=20_000)
    assert "needs a signal once" in view.code_frame.trouble.words()


def test_a_short_code_is_said_before_anything_is_sent(start, tmp_path: Path) -> None:
    view = start(tmp_path / "laptop", "http://127.0.0.1:9").page
    view.language_next.click()
    view.code.setText("ABC")
    view.code_next.click()
    assert "10 characters" in view.code_frame.trouble.words()
    assert not view.presenter.state.busy


def test_giving_up_after_the_code_leaves_no_profile(
    start, service: CentralService, tmp_path: Path, qtbot: QtBot
) -> None:
    laptop = start(tmp_path / "laptop", service.url)
    view = laptop.page
    view.language_next.click()
    view.code.setText(code_for(service))
    view.code_next.click()
    qtbot.waitUntil(lambda: view.presenter.state.step == "passphrase", timeout=20_000)
    laptop.app.window.close()
    assert list((tmp_path / "laptop" / "profiles").iterdir()) == []
    assert laptop.left == [0]


def test_an_easy_passphrase_is_said_in_words_and_refused(
    start, service: CentralService, tmp_path: Path, qtbot: QtBot
) -> None:
    view = start(tmp_path / "laptop", service.url).page
    view.language_next.click()
    view.code.setText(code_for(service))
    view.code_next.click()
    qtbot.waitUntil(lambda: view.presenter.state.step == "passphrase", timeout=20_000)
    view.passphrase.line.setText("password1234")
    view.passphrase.line.textEdited.emit("password1234")
    assert view.strength.words() == "Too easy to guess"
    view.passphrase_next.click()
    assert view.presenter.state.step == "passphrase"
    assert view.passphrase_frame.trouble.words().startswith("Too easy to guess.")


def test_choosing_large_letters_applies_at_once_and_is_there_next_time(start, tmp_path: Path) -> None:
    from fieldapp.ui import theme

    view = start(tmp_path / "laptop").page
    view.text_size.chosen.emit("2.0")
    assert theme.current().step == 2.0
    start(tmp_path / "laptop")
    assert theme.current().step == 2.0


def test_the_steps_are_said_with_how_far_they_are(start, tmp_path: Path) -> None:
    view = start(tmp_path / "laptop").page
    assert len(view.rail._buttons) == len(STEPS)
    view.language_next.click()
    assert [b.section.mark for b in view.rail._buttons][:3] == ["done", "here", "open"]
