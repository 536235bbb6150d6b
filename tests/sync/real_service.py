"""The real service: it serves as another process, and is told what to do through its own command line."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from fieldapp.service import cli


class RealService:
    """One service in one folder. `url` while it serves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self._process: subprocess.Popen[str] | None = None
        self.command("init", "--org", "Aldermoor")

    def command(self, *words: str) -> dict[str, Any]:
        """One command of `fieldapp-service`, run here to spare the start of a process, and what it printed."""
        printed = io.StringIO()
        with redirect_stdout(printed), pytest.raises(SystemExit) as ended:
            cli.main([*words, "--data", str(self.folder)])
        assert ended.value.code == 0
        told: dict[str, Any] = json.loads(printed.getvalue())
        return told

    def start(self, port: int = 0) -> None:
        """Serve, on any port or on one that was used before."""
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "fieldapp.service",
                "serve",
                "--port",
                str(port),
                "--data",
                str(self.folder),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.url = json.loads(self._process.stdout.readline())["listening"]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def stop(self, *, kill: bool = False) -> None:
        """End the process we started, kindly or not."""
        process, self._process = self._process, None
        if process is None:
            return
        if kill:
            process.kill()
        else:
            process.terminate()
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()

    def add_user(self, name: str, role: str = "practitioner", team: str = "North") -> tuple[str, str]:
        """A person, and a code for their laptop."""
        user = self.command("user", "add", "--name", name, "--role", role, "--team", team)["user"]
        return user, self.command("enrol-code", user)["code"]


@contextmanager
def real_service(folder: Path) -> Iterator[RealService]:
    """A service that serves for as long as the block runs."""
    service = RealService(folder)
    service.start()
    try:
        yield service
    finally:
        service.stop()
