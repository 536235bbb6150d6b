"""One run of the demonstration, as a user starts it: a real service and three real desktops, each its own process."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
WITHIN_S = 600


@dataclass(frozen=True)
class PlayedDay:
    """What the run said, and every place where it may have left something."""

    exit_code: int
    told: dict[str, Any]
    out: Path
    kept: Path
    temporary: Path
    home: Path
    errors: str

    def step(self, name):
        return next((step for step in self.told["steps"] if step["name"] == name), None)


@pytest.fixture(scope="session")
def day(tmp_path_factory):
    """The day, played once."""
    base = tmp_path_factory.mktemp("day")
    folders = {name: base / name for name in ("out", "kept", "temporary", "home")}
    for folder in folders.values():
        folder.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        "TMPDIR": str(folders["temporary"]),
        "HOME": str(folders["home"]),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "fieldapp", "demo", "--headless"]
    command += ["--out", str(folders["out"]), "--keep", str(folders["kept"])]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=WITHIN_S, check=False
    )
    (line,) = done.stdout.splitlines()
    return PlayedDay(done.returncode, json.loads(line), errors=done.stderr, **folders)
