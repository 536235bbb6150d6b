"""What every test needs: an offscreen platform before Qt is imported, and nothing of the machine's own settings."""

import gc
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHONHASHSEED", "0")

OLD_EVERY = 200
_ended = 0


def pytest_sessionstart():
    """As in the program (`fieldapp.ui.memory`): no thread but the main one takes widgets out of unreachable cycles."""
    gc.disable()


@pytest.fixture(autouse=True)
def cycles_are_collected_between_tests():
    """On the main thread, with no layout under way."""
    global _ended
    yield
    _ended += 1
    gc.collect(2 if _ended % OLD_EVERY == 0 else 1)
