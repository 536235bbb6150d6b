"""The code of the first page is read beside the window, while a passphrase is being checked."""

import subprocess
import sys

LOOK = """
import sys
import fieldapp.ui.app
before = set(sys.modules)
from fieldapp.ui.rooms import bring_in
bring_in()
from shiboken6 import Shiboken
brought = [name for name in sys.modules if name not in before]
print("fieldapp.ui.session" in brought and "fieldapp.ui.today.view" in brought)
print([
    (name, key) for name in brought for key, value in vars(sys.modules[name]).items()
    if isinstance(value, Shiboken.Object)
])
"""


def test_what_is_brought_in_beside_the_window_is_code_only_nothing_of_qt_is_made_there():
    found = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert found.stdout.split("\n")[:2] == ["True", "[]"]
