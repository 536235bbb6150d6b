"""All figures of this machine in one go: the store's, the form engine's on forms that come with Fieldapp, the window's.

`python -m benchmarks` prints tables to read. Each figure is measured here and now; compare runs on one machine only.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import store
from fieldapp.forms.convert import convert
from fieldapp.resources import form_library

MEASURED = ("home_visit", "early_help_assessment")


def main() -> int:
    """Print everything; the exit code."""
    for name, figure in store.main().items():
        print(f"{name:<48} {figure:>12.3f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in MEASURED:
            file = Path(folder) / f"{name}.xml"
            file.write_bytes(convert(form_library() / f"{name}.md"))
            print(f"\n{name}", flush=True)
            # A process of its own for each form: what one leaves in memory does not slow the next.
            subprocess.run([sys.executable, "-m", "benchmarks.forms", str(file)], check=True)
    print("\nwindow", flush=True)
    subprocess.run([sys.executable, "-m", "benchmarks.window"], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
