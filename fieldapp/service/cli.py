"""`fieldapp-service`: everything that a person who runs the service does, as commands.

Promise: each command prints one JSON object and exits 0; a mistake prints one clear line on stderr and exits 2;
each works while `serve` runs. `forms check` and `forms preview` are for authors, read one file and no service, and
say what they found by their own exit codes. `serve` prints its one line when it is ready, and SIGTERM ends it cleanly, after the
requests that are under way. Never here: a name or an answer in a log.
Source: protocol 1 section 14.
"""

from __future__ import annotations

import argparse
import json
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import sqlalchemy as sa

from fieldapp.ports import Clock, Entropy, SharedClock, SystemClock, SystemEntropy, uuid7
from fieldapp.protocol.codes import ProtocolError
from fieldapp.service import authoring, forms, identity, people
from fieldapp.service import database as db

Answer = dict[str, Any]


class _Parser(argparse.ArgumentParser):
    """Mistakes in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        """Say it and exit 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="keys, SQLite file, attachments"
    )
    common.add_argument("--database", metavar="URL", help="postgresql://…, instead of SQLite in DIR")
    common.add_argument("--clock", type=Path, help=argparse.SUPPRESS)

    parser = _Parser(prog="fieldapp-service", description="The central service of Fieldapp.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    init = commands.add_parser("init", parents=[common], help="make a new service")
    init.add_argument("--org", required=True, metavar="NAME")
    init.set_defaults(run=_init)

    serve = commands.add_parser("serve", parents=[common], help="answer laptops")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=0)
    serve.set_defaults(run=_serve)

    user = commands.add_parser("user", help="people who work here").add_subparsers(
        required=True, metavar="COMMAND", parser_class=_Parser
    )
    add = user.add_parser("add", parents=[common], help="add a person")
    add.add_argument("--name", required=True)
    add.add_argument("--role", required=True, choices=people.ROLES)
    add.add_argument("--team", required=True)
    add.set_defaults(run=_add_user)

    code = commands.add_parser("enrol-code", parents=[common], help="a code for a person's new laptop")
    code.add_argument("user", metavar="USER")
    code.set_defaults(run=_enrol_code)

    form = commands.add_parser("forms", help="what people fill in").add_subparsers(
        required=True, metavar="COMMAND", parser_class=_Parser
    )
    publish = form.add_parser("publish", parents=[common], help="publish .md, .xlsx or .xml forms")
    publish.add_argument("files", nargs="+", type=Path, metavar="FILE")
    publish.set_defaults(run=_publish)

    check = form.add_parser("check", help="all mistakes of a form, with sheet, row and column")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true", help="one JSON object instead of sentences")
    check.set_defaults(run=lambda told: sys.exit(authoring.check(told.file, as_json=told.json)))
    preview = form.add_parser("preview", help="open a form as a worker will see it; nothing is kept")
    preview.add_argument("file", type=Path, metavar="FILE")
    preview.set_defaults(run=lambda told: sys.exit(authoring.preview(told.file)))

    status = commands.add_parser("status", parents=[common], help="what is here")
    status.set_defaults(run=_status)
    return parser


class _Open:
    """One service, opened for one command."""

    def __init__(self, told: argparse.Namespace) -> None:
        self.folder: Path = told.data
        self.clock: Clock = SystemClock() if told.clock is None else SharedClock(told.clock)
        self.entropy: Entropy = SystemEntropy()
        self.url: str | None = told.database

    @contextmanager
    def database(self) -> Iterator[tuple[identity.Identity, db.Database]]:
        """Who the service is, and its database, checked to belong together."""
        who = identity.load(self.folder, self.clock, self.entropy)
        opened = db.open_database(self.folder, self.url)
        try:
            db.check_reachable(opened)
            db.migrate(opened)
            with opened.reading() as connection:
                kept = connection.execute(sa.select(db.service.c.id)).scalar_one_or_none()
            if kept != who.service:
                raise db.Mistake("this database does not belong to the service in this folder")
            yield who, opened
        finally:
            opened.close()


def _init(told: argparse.Namespace) -> Answer:
    service = _Open(told)
    if not told.org.strip():
        raise db.Mistake("--org needs a name")
    made = identity.create(service.folder, service.clock, service.entropy)
    try:
        opened = db.open_database(service.folder, service.url)
        try:
            db.check_reachable(opened)
            db.migrate(opened)
            _write_identity(opened, made, service, told.org)
        finally:
            opened.close()
    except BaseException:
        identity.forget(service.folder)
        raise
    return {"service": made.service}


def _write_identity(opened: db.Database, made: identity.Identity, service: _Open, org: str) -> None:
    now_ms = service.clock.wall_ms()
    with opened.writing() as connection:
        if connection.execute(sa.select(db.service.c.id)).first() is not None:
            raise db.Mistake("this database belongs to another service already")
        connection.execute(
            sa.insert(db.service).values(
                id=made.service,
                org_id=uuid7(now_ms, service.entropy),
                org=org,
                epoch_id=uuid7(now_ms, service.entropy),
                epoch_n=1,
                key_id=made.key_id,
                public_key=made.key.public,
            )
        )


def _add_user(told: argparse.Namespace) -> Answer:
    service = _Open(told)
    if not told.name.strip() or not told.team.strip():
        raise db.Mistake("--name and --team need words")
    with service.database() as (_, opened), opened.writing() as connection:
        user = people.add_user(
            connection, service.clock, service.entropy, name=told.name, role=told.role, team=told.team
        )
    return {"user": user}


def _enrol_code(told: argparse.Namespace) -> Answer:
    service = _Open(told)
    with service.database() as (_, opened), opened.writing() as connection:
        if people.find_user(connection, told.user) is None:
            raise db.Mistake("there is no user of this id")
        code = people.make_code(connection, service.clock, service.entropy, told.user)
    return {"code": code}


def _publish(told: argparse.Namespace) -> Answer:
    service = _Open(told)
    read = []
    for path in told.files:
        if not path.is_file():
            raise db.Mistake(f"there is no file {path.name}")
        try:
            read.append(forms.xml_of(path))
            forms.read_form(read[-1])
        except db.Mistake as error:
            raise db.Mistake(f"{path.name}: {error}") from None
    with service.database() as (_, opened), opened.writing() as connection:
        return {"forms": [forms.publish(connection, service.clock, xml) for xml in read]}


def _status(told: argparse.Namespace) -> Answer:
    with _Open(told).database() as (_, opened), opened.reading() as connection:

        def count(query: sa.Select[Any]) -> int:
            return int(connection.execute(query).scalar_one())

        devices = db.device
        manifests = connection.execute(
            sa.select(devices.c.id, devices.c.manifest).where(devices.c.manifest.is_not(None))
        )
        return {
            "devices": count(sa.select(sa.func.count()).select_from(devices)),
            "scopes": count(sa.select(sa.func.count()).select_from(db.scope)),
            "revisions": count(sa.select(sa.func.count()).select_from(db.entry)),
            "held": count(
                sa.select(sa.func.count()).select_from(db.revision).where(db.revision.c.held.is_not(None))
            ),
            "manifests": {row.id: json.loads(row.manifest) for row in manifests},
        }


def _serve(told: argparse.Namespace) -> None:
    from fieldapp.service.app import Service
    from fieldapp.service.serving import server_for

    service = _Open(told)
    with service.database() as (who, opened):
        server = server_for(Service(who, opened, service.clock, service.entropy))

        def end(*_: object) -> None:
            server.should_exit = True

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        with _listening(told.host, told.port) as listener:
            host, port = listener.getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            print(json.dumps({"listening": f"http://{shown}:{port}"}), flush=True)
            server.run(sockets=[listener])


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        listener = socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=512
        )
    except (OSError, OverflowError):
        raise db.Mistake("cannot listen on this host and port") from None
    with listener:
        yield listener


def _is_undecoded(word: object) -> bool:
    """Whether it came as bytes that are no text: Python hands such arguments on as lone surrogates."""
    return isinstance(word, str) and any("\udc80" <= letter <= "\udcff" for letter in word)


def _about_a_file(error: OSError) -> str:
    """What the system says about a file or folder, in one line."""
    where = "" if error.filename is None else f"{str(error.filename)!r}: "
    return f"{where}{(error.strerror or 'cannot be used').lower()}"


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    parser = _parser()
    told = parser.parse_args(arguments)
    if any(_is_undecoded(word) for word in vars(told).values()):
        parser.error("an argument that is not UTF-8 text")
    run: Callable[[argparse.Namespace], Answer | None] = told.run
    try:
        answer = run(told)
    except db.Mistake as error:
        sys.stderr.write(f"fieldapp-service: {' '.join(str(error).split())}\n")
        sys.exit(2)
    except ProtocolError as error:
        sys.stderr.write(f"fieldapp-service: {error.entry.sentence}\n")
        sys.exit(2)
    except OSError as error:
        sys.stderr.write(f"fieldapp-service: {_about_a_file(error)}\n")
        sys.exit(2)
    if answer is not None:
        print(json.dumps(answer, ensure_ascii=False))
    sys.exit(0)
