"""The service's tables and its two kinds of transaction, one code for SQLite and PostgreSQL.

Promise: a write transaction is durable when it returns (SQLite: WAL with synchronous FULL; PostgreSQL:
synchronous_commit never below `on`), and two of them never write one scope at once. A read transaction sees one
moment. Log rows and revisions are never changed or removed by any statement of this room.
Never here: what a revision means. The statements stand beside the functions that use them.
Source: protocol 1 sections 4.7, 5.1, 5.2. Traps met: SQLAlchemy renders FOR UPDATE as nothing on SQLite, and
sqlite3 begins transactions by itself and late; so SQLite is told BEGIN IMMEDIATE by hand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from fieldapp.protocol.codes import ProtocolError

POOL_SIZE = 8
"""As many connections as threads that serve requests: each holds at most one."""

LOCK_WAIT_S = 5

# Alembic's own lock in PostgreSQL, so that two instances starting together migrate once. Any fixed number does.
_MIGRATION_LOCK = 4_201_860

metadata = sa.MetaData()
_BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# One row: whose service this is, and the life of its database.
service = sa.Table(
    "service",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("org_id", sa.String(36), nullable=False),
    sa.Column("org", sa.Text, nullable=False),
    sa.Column("epoch_id", sa.String(36), nullable=False),
    sa.Column("epoch_n", sa.Integer, nullable=False),
    sa.Column("key_id", sa.String(36), nullable=False),
    sa.Column("public_key", sa.String(43), nullable=False),
)

user = sa.Table(
    "user_account",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("team", sa.Text, nullable=False),
    sa.Column("added_ms", _BIG, nullable=False),
    sa.CheckConstraint("role IN ('practitioner', 'manager', 'auditor')", name="user_role"),
)

device = sa.Table(
    "device",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("user_id", sa.ForeignKey("user_account.id"), nullable=False),
    sa.Column("public_key", sa.String(43), nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("app", sa.Text, nullable=False),
    sa.Column("enrolled_ms", _BIG, nullable=False),
    sa.Column("seen_ms", _BIG, nullable=False),
    sa.Column("forked", sa.Boolean, nullable=False),
    sa.Column("have_counter", _BIG, nullable=False),
    sa.Column("manifest", sa.Text),
)

# Codes are kept as hashes only; a spent one remembers its device, for the reply that was lost.
enrol_code = sa.Table(
    "enrol_code",
    metadata,
    sa.Column("code_hash", sa.String(64), primary_key=True),
    sa.Column("user_id", sa.ForeignKey("user_account.id"), nullable=False),
    sa.Column("expires_ms", _BIG, nullable=False),
    sa.Column("device_id", sa.ForeignKey("device.id")),
)

form = sa.Table(
    "form",
    metadata,
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("hash", sa.String(64), nullable=False, unique=True),
    sa.Column("form_id", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("xml", sa.LargeBinary, nullable=False),
    sa.Column("published_ms", _BIG, nullable=False),
)

# A family's log, or a user's own. Its row is the lock of all that is written in it.
scope = sa.Table(
    "scope",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("owner_id", sa.ForeignKey("user_account.id")),
    sa.Column("head", _BIG, nullable=False),
    sa.Column("chain", sa.String(64), nullable=False),
)

# Every revision ever acknowledged: in the record (held is null) or beside it (held is the code of the reason).
revision = sa.Table(
    "revision",
    metadata,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("doc", sa.String(36), nullable=False),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("scope", sa.String(36), nullable=False),
    sa.Column("device", sa.String(36), nullable=False),
    sa.Column("counter", _BIG),
    # The counter, unless another revision has that place already (a forked device): one revision per place.
    sa.Column("place", _BIG),
    sa.Column("prev", sa.String(64)),
    sa.Column("parents", sa.Text, nullable=False),
    sa.Column("deleted", sa.Boolean, nullable=False),
    sa.Column("written", sa.LargeBinary, nullable=False),
    sa.Column("sig", sa.String(86), nullable=False),
    sa.Column("received_ms", _BIG, nullable=False),
    sa.Column("held", sa.String(40)),
    sa.Column("result", sa.Text, nullable=False),
    sa.UniqueConstraint("device", "place", name="one_revision_per_place"),
    sa.Index("revision_by_doc", "doc"),
)

# A scope's dense log. The chain stands at each entry, so any cursor can be checked.
entry = sa.Table(
    "entry",
    metadata,
    sa.Column("scope", sa.ForeignKey("scope.id"), primary_key=True),
    sa.Column("seq", _BIG, primary_key=True, autoincrement=False),
    sa.Column("role", sa.String(4), nullable=False),
    sa.Column("hash", sa.ForeignKey("revision.hash"), nullable=False, unique=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("chain", sa.String(64), nullable=False),
    sa.CheckConstraint("role IN ('main', 'side')", name="entry_role"),
)

# The current state of each document: a projection, which the log can always rebuild.
document = sa.Table(
    "document",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("scope", sa.ForeignKey("scope.id"), nullable=False),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("head", sa.ForeignKey("revision.hash"), nullable=False),
    sa.Column("deleted", sa.String(64)),
    sa.Column("set_by", sa.Text, nullable=False),
    sa.Index("document_by_scope", "scope"),
)

# Who may do what in which family: a projection of the `assignment` documents.
assignment = sa.Table(
    "assignment",
    metadata,
    sa.Column("doc", sa.String(36), primary_key=True),
    sa.Column("user_id", sa.ForeignKey("user_account.id"), nullable=False),
    sa.Column("family", sa.String(36), nullable=False),
    sa.Column("role", sa.String(10), nullable=False),
    sa.Column("from_date", sa.String(10), nullable=False),
    sa.Column("until_date", sa.String(10)),
    sa.Index("assignment_by_family", "family", "user_id"),
    sa.Index("assignment_by_user", "user_id"),
)

# Who once held which family, also after the assignment that said so has changed or gone.
holding = sa.Table(
    "holding",
    metadata,
    sa.Column("user_id", sa.ForeignKey("user_account.id"), primary_key=True),
    sa.Column("family", sa.String(36), primary_key=True),
)


class Mistake(Exception):
    """Something the person at the command line can put right; the message is one clear line."""


@dataclass(frozen=True, slots=True)
class Database:
    """The way in: `writing()` and `reading()`, each one transaction."""

    engine: sa.Engine

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One durable transaction. Waiting too long for a lock is `ProtocolError` lock_timeout; nothing happened."""
        with self._lock_errors(), self.engine.begin() as connection:
            if self.dialect == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_WAIT_S}s'")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One moment of the database, whatever is written meanwhile."""
        options: dict[str, Any] = {"fieldapp_reading": True}
        if self.dialect == "postgresql":
            options["isolation_level"] = "REPEATABLE READ"
        with (
            self._lock_errors(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _lock_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if _is_about_locks(error):
                raise ProtocolError("lock_timeout") from None
            raise

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def _is_about_locks(error: DBAPIError) -> bool:
    """Waited too long, or one of two that waited for each other: both may simply try again."""
    if isinstance(error.orig, sqlite3.OperationalError):
        return getattr(error.orig, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    return getattr(error.orig, "sqlstate", None) in {"55P03", "40P01", "40001"}


def open_database(folder: Path, url: str | None) -> Database:
    """The database at `url` (PostgreSQL), or the SQLite file in the service's folder."""
    if url is None:
        target = sa.URL.create("sqlite+pysqlite", database=str(folder / "service.db"))
        engine = sa.create_engine(
            target,
            hide_parameters=True,
            pool_size=POOL_SIZE,
            max_overflow=0,
            connect_args={"timeout": LOCK_WAIT_S},
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return Database(engine)
    engine = sa.create_engine(
        _postgresql_url(url),
        hide_parameters=True,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_pre_ping=True,
    )
    event.listen(engine, "connect", _prepare_postgresql)
    return Database(engine)


def _postgresql_url(text: str) -> sa.URL:
    try:
        url = sa.make_url(text)
    except (ArgumentError, ValueError):
        raise Mistake("--database is no database URL") from None
    if url.drivername not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise Mistake("--database takes a postgresql:// URL; without it the service uses SQLite in --data")
    return url.set(drivername="postgresql+psycopg")


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """The write lock is taken at the start, so that what is read inside is what is written upon."""
    reading = connection.get_execution_options().get("fieldapp_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _prepare_postgresql(connection: Any, _: ConnectionPoolEntry) -> None:
    """Raise synchronous_commit to `on` where the server's setting is lower; never lower it (section 4.7)."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        if cursor.fetchone()[0] not in {"on", "remote_apply"}:
            cursor.execute("SET synchronous_commit = on")
    connection.commit()


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def migrate(database: Database) -> None:
    """Bring the tables up to what this version needs; a database of a newer version is refused kindly."""
    config = _alembic()
    script = ScriptDirectory.from_config(config)
    with database.engine.begin() as connection:
        if database.dialect == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and current not in {known.revision for known in script.walk_revisions()}:
            raise Mistake("this database was made by a newer version of the service")
        if current != script.get_current_head():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def check_reachable(database: Database) -> None:
    """A `Mistake` in one line if nobody answers at the database's address, or what is there is no database."""
    try:
        with database.engine.connect():
            return
    except OperationalError:
        raise Mistake("the database does not answer") from None
    except DBAPIError:
        raise Mistake("the database is damaged, or is none") from None


def insert_ignoring(database_dialect: str, table: sa.Table) -> Any:
    """An INSERT that leaves an existing row alone: the same statement in both dialects."""
    if database_dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        return postgresql_insert(table)
    from sqlalchemy.dialects.sqlite import insert as sqlite_insert

    return sqlite_insert(table)
