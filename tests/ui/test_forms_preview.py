"""Seeing a form before it is published: the real runner, nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert
from fieldapp.resources import form_library
from fieldapp.ui.form.state import Update
from fieldapp.ui.form.view import FormRunnerPage
from fieldapp.ui.forms_preview import main, preview
from fieldapp.ui.kit import Banner


def test_a_form_opens_as_a_worker_will_see_it(qapp: QApplication, qtbot: QtBot) -> None:
    window = preview(load_definition(convert(form_library() / "home_visit.md")))
    qtbot.addWidget(window)
    window.show()
    assert isinstance(window.page(), FormRunnerPage)
    assert window.windowTitle() == "Fieldapp"


def test_a_form_is_seen_under_a_banner_that_says_rehearsal(qapp: QApplication, qtbot: QtBot) -> None:
    window = preview(load_definition(convert(form_library() / "wishes_and_feelings.md")))
    qtbot.addWidget(window)
    window.show()
    shown = [banner.text.words() for banner in window.findChildren(Banner) if banner.isVisible()]
    assert shown == ["Rehearsal. Nothing is kept, and nothing can be finished."]


def test_a_rehearsal_never_says_that_anything_was_saved_or_finished(qapp: QApplication, qtbot: QtBot) -> None:
    window = preview(load_definition(convert(form_library() / "home_visit.md")))
    qtbot.addWidget(window)
    page = window.page()
    assert isinstance(page, FormRunnerPage)
    presenter = page._presenter
    heard: list[Update] = []
    presenter.subscribe(heard.append)
    presenter.enter("prep/want_to_know", "How they sleep")
    presenter.flush()
    assert presenter.save_state().text == ""
    presenter.check()
    assert presenter.gaps() != ()
    presenter.say_why_for_all("Only looking.")
    presenter.finish()
    assert [update.finished for update in heard if update.finished] == []
    assert heard[-1].announce.startswith("Rehearsal.")


def test_a_form_with_choices_from_a_file_beside_it_opens(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "wards.csv").write_text("name,label\nw1,North\n", encoding="utf-8")
    form, picture = tmp_path / "form.md", tmp_path / "form.png"
    form.write_text(
        "| survey |\n| | type | name | label |\n| | select_one_from_file wards.csv | ward | Ward |\n",
        encoding="utf-8",
    )
    assert main([str(form), "--picture", str(picture)]) == 0
    assert picture.stat().st_size > 0


def test_every_mistake_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text(
        "| survey |\n| | type | name | label | relevant |\n| | text | a | A | ${b} |\n| | text | c | C | no(1) |\n",
        encoding="utf-8",
    )
    assert main([str(bad)]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in told] == [
        "sheet survey, row 2, column relevant",
        "sheet survey, row 3, column relevant",
    ]


def test_what_is_wrong_with_a_spreadsheet_is_said_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text("| survey |\n| | type | name | label |\n| | no_such_type | q | Q |\n", encoding="utf-8")
    assert main([str(bad)]) == 2
    assert capsys.readouterr().err.strip() != ""


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.md")]) == 2
    assert "can't be read" in capsys.readouterr().err
