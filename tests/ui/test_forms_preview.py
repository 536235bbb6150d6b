"""Seeing a form before it is published: the real runner, nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert
from fieldapp.resources import form_library
from fieldapp.ui.form.view import FormRunnerPage
from fieldapp.ui.forms_preview import main, preview


def test_a_form_opens_as_a_worker_will_see_it(qapp: QApplication, qtbot: QtBot) -> None:
    window = preview(load_definition(convert(form_library() / "home_visit.md")))
    qtbot.addWidget(window)
    window.show()
    assert isinstance(window.page(), FormRunnerPage)
    assert window.windowTitle() == "Fieldapp"


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
