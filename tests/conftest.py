"""What every test needs: an offscreen platform before Qt is imported, and nothing of the machine's own settings."""

import gc
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHONHASHSEED", "0")

OLD_EVERY = 200
_ended = 0


def pytest_make_parametrize_id(val, argname):
    """Packed bytes stay out of a test's name: gzip writes the time into them, and workers must agree on names."""
    if isinstance(val, bytes):
        try:
            val.decode()
        except UnicodeDecodeError:
            return argname
    return None


@pytest.fixture(autouse=True)
def cycles_are_collected_between_tests_with_windows(request):
    """As in the program (`fieldapp.ui.memory`): only the main thread takes widgets out of unreachable cycles.

    So Python's own looking is off while there are windows, and done here, with no layout under way.
    """
    global _ended
    if "qapp" not in request.fixturenames:
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        yield
        return
    gc.disable()
    yield
    _ended += 1
    gc.collect(2 if _ended % OLD_EVERY == 0 else 1)
