"""The demonstration's central service: the real program, in a process of its own, on this machine only.

Promise: started with the same command line as any service (protocol 1, section 14), on a loopback address, with a
SQLite file in its folder; it is ended by its own process id and nothing else is touched. The people, codes and forms
are made with the same commands an administrator uses.
Never here: any knowledge of what the service does inside.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fieldapp.resources import form_library

READY_WITHIN_S = 30
STOPPED_WITHIN_S = 15


class ServiceTrouble(RuntimeError):
    """The demonstration's service did not do what it was told; the text says which command."""


class CentralService:
    """One service folder, its administration and, between `start` and `stop`, its running process."""

    def __init__(self, folder: Path, clock_file: Path) -> None:
        self.folder = folder
        self.clock_file = clock_file
        self.url = ""
        self._process: subprocess.Popen[str] | None = None

    def administer(self, *words: str) -> Mapping[str, Any]:
        """One command of the service's command line; its one JSON object."""
        from fieldapp.service.cli import main

        out, complaint = io.StringIO(), io.StringIO()
        told = [*words, "--data", str(self.folder), "--clock", str(self.clock_file)]
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(complaint):
                main(told)
        except SystemExit as ended:
            status = ended.code
        if status:
            raise ServiceTrouble(f"{words[0]}: {complaint.getvalue().strip()}")
        found: Mapping[str, Any] = json.loads(out.getvalue())
        return found

    def publish_library(self) -> Sequence[Mapping[str, str]]:
        """Publish every form that comes with Fieldapp."""
        files = sorted(str(path) for path in form_library().glob("*.md"))
        found: Sequence[Mapping[str, str]] = self.administer("forms", "publish", *files)["forms"]
        return found

    def start(self) -> None:
        """Start `serve` and wait for the one line that says it listens."""
        command = [
            sys.executable,
            *("-m", "fieldapp.service", "serve"),
            *("--data", str(self.folder), "--clock", str(self.clock_file)),
        ]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_plain_environment())
        self._process = process
        line = ""
        if process.stdout is not None and select.select([process.stdout], [], [], READY_WITHIN_S)[0]:
            line = process.stdout.readline()
        if not line:
            self.stop()
            raise ServiceTrouble("serve did not begin to listen")
        self.url = json.loads(line)["listening"]

    def stop(self) -> None:
        """End the process that `start` began."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOPPED_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOPPED_WITHIN_S)
        if process.stdout is not None:
            process.stdout.close()

    def status(self) -> Mapping[str, Any]:
        """What the service says it holds."""
        return self.administer("status")


def _plain_environment() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1"}
