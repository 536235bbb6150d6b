"""Where the simulation writes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from simulated_world import inline

from fieldapp.service import app


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The service works where it is called: one thread, so that one seed is one history."""
    monkeypatch.setattr(app, "run_sync", inline)


@pytest.fixture(scope="session")
def scratch() -> Iterator[Path]:
    """A folder in memory where the system has one: durability is not what is tried here, and disks are slow."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="fieldapp-simulation-", dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder)
