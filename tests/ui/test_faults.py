"""A fault of ours: said, kept out of the logs in all but its place, and survived."""

from __future__ import annotations

import sys
import threading

import pytest

from fieldapp.ui.faults import catch_faults, support_lines


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window is told, with Python's own hooks put back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[str] = []
    catch_faults(told.append)
    return told


def fault() -> tuple:  # type: ignore[type-arg]
    from fieldapp.ui.words import Words

    try:
        Words("Nowhere")("{child} asked for a door", worker="Asha")
    except KeyError:
        return sys.exc_info()
    raise AssertionError("no fault")


def test_support_gets_places_and_never_a_value() -> None:
    kind, error, trace = fault()
    lines = support_lines(kind, trace)
    assert lines[0] == "KeyError"
    assert any(line.strip().startswith("fieldapp/words.py:") for line in lines)
    assert "door" not in "\n".join(lines)
    assert str(error) not in "\n".join(lines)


def test_the_window_is_told_and_the_text_on_stderr_holds_no_message(
    heard: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(*fault())
    assert heard == ["KeyError"]
    assert "door" not in capsys.readouterr().err


def test_a_fault_on_another_thread_is_told_too(heard: list[str]) -> None:
    def work() -> None:
        raise RuntimeError("a child's name")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert heard == ["RuntimeError"]
