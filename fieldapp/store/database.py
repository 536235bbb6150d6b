"""The encrypted file and the only two connections to it: one writes, one reads.

Promise: one process has a store open at a time, since two would not hear of each other's changes; it is opened only
after every check of the store's design has passed (encrypted, a cipher that answers, memory wiping on, no temporary
files, durable commits, a wrong key fails); `write()` returns after COMMIT or changes nothing. Never here: a new empty store in place of one that is missing or damaged, an unencrypted one,
SQL about the field's work (see the modules beside this one). Source: SQLCipher 4 API documentation; SQLite
documentation on WAL and PRAGMA synchronous; docs/decisions.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock
from filelock import Timeout as FileLockTimeout
from sqlcipher3 import dbapi2

from . import schema, wal_check
from .errors import (
    CipherMissing,
    StorageFailed,
    StorageFull,
    StoreDamaged,
    StoreError,
    StoreExists,
    StoreInUse,
    StoreMissing,
    StoreNewer,
    StoreNotEncrypted,
    WrongStoreKey,
)

Connection = Any
"""A `sqlcipher3.dbapi2.Connection`; the package has no types of its own."""

Result = TypeVar("Result")

STORE_FILE = "store.db"
RESERVE_FILE = "reserve"
HELD_FILE = "held"
"""Held by the process that has the store open; the system lets go of it when that process ends, however it ends."""
RESERVE_BYTES = 20 * 1024 * 1024
"""Kept free so that text can still be saved on a full disk (the store's design: 20 MiB)."""
PLAIN_SQLITE = b"SQLite format 3\x00"
PAGE_BYTES = 4096
BUSY_TIMEOUT_MS = 15_000
READ_CACHE_KIB = 16_384


class Database:
    """One open encrypted file. Make it with `Database.open` or `Database.create`."""

    def __init__(self, folder: Path, store_key: bytes, reserve_bytes: int) -> None:
        self.folder = folder
        self.path = folder / STORE_FILE
        self._reserve = folder / RESERVE_FILE
        self._reserve_bytes = reserve_bytes
        self._write_lock = threading.RLock()
        self._read_lock = threading.RLock()
        self._depth = 0
        self._writing_thread = 0
        self._reader: Connection | None = None
        self._held = FileLock(folder / HELD_FILE, timeout=0, mode=0o600, thread_local=False)
        try:
            self._held.acquire()
        except FileLockTimeout:
            raise StoreInUse("held") from None
        except OSError as fault:
            raise StorageFailed(type(fault).__name__) from fault
        try:
            self._writer: Connection = _connect(self.path, store_key)
        except BaseException:
            self._held.release()
            raise

    # -- opening ------------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path, store_key: bytes, *, reserve_bytes: int = RESERVE_BYTES) -> Database:
        """Make a new store in `folder`, which must not have one."""
        path = folder / STORE_FILE
        if path.exists():
            raise StoreExists()
        folder.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        made: Database | None = None
        try:
            made = cls(folder, store_key, reserve_bytes)
            _set_and_check(made._writer)
            made._migrate()
            # From here on the main file itself opens, whatever happens to its log.
            made._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            made._start_reading(store_key)
            made.keep_reserve()
            _sync_folder(folder)
        except BaseException:
            # Nothing was ever saved in it: what this call made, this call takes away.
            if made is not None:
                made._close_connections()
            for name in (STORE_FILE, f"{STORE_FILE}-wal", f"{STORE_FILE}-shm", RESERVE_FILE, HELD_FILE):
                (folder / name).unlink(missing_ok=True)
            raise
        return made

    @classmethod
    def open(cls, folder: Path, store_key: bytes, *, reserve_bytes: int = RESERVE_BYTES) -> Database:
        """Open the store in `folder`, or say plainly why not and leave every file as it is."""
        path = folder / STORE_FILE
        _check_file(path)
        _check_wrong_key_fails(path)
        try:
            opened = cls(folder, store_key, reserve_bytes)
        except dbapi2.Error as fault:
            raise translated(fault) from fault
        try:
            opened._check_ours()
            _set_and_check(opened._writer)
            opened._migrate()
            opened._start_reading(store_key)
        except dbapi2.Error as fault:
            opened._close_connections()
            raise translated(fault) from fault
        except BaseException:
            opened._close_connections()
            raise
        return opened

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it. Safe to call twice."""
        with self._write_lock, self._read_lock:
            if self._writer is None:
                return
            if self._reader is not None:
                self._reader.close()
                self._reader = None
            try:
                # A full disk cannot take it now: then the log stays beside the file, and the next open has it.
                self.settle()
            finally:
                self._close_connections()

    @property
    def is_open(self) -> bool:
        """False after `close`."""
        return self._writer is not None

    def _close_connections(self) -> None:
        for connection in (self._reader, self._writer):
            if connection is not None:
                connection.close()
        self._reader = None
        self._writer = None
        self._held.release()

    # -- using --------------------------------------------------------------------------------------------------

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction on the writing connection: leaving it normally means committed and on the disk.

        Nested use joins the outer transaction. On any fault all of it is undone.
        """
        with self._write_lock:
            if self._writer is None:
                raise StoreError("closed")
            if self._depth:
                self._depth += 1
                try:
                    yield self._writer
                finally:
                    self._depth -= 1
                return
            try:
                self._writer.execute("BEGIN IMMEDIATE")
            except dbapi2.Error as fault:
                raise translated(fault) from fault
            self._depth = 1
            self._writing_thread = threading.get_ident()
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except dbapi2.Error as fault:
                self._undo()
                raise translated(fault) from fault
            except BaseException:
                self._undo()
                raise
            finally:
                self._depth = 0
                self._writing_thread = 0

    def run(self, work: Callable[[Connection], Result]) -> Result:
        """Do `work` in one transaction; on a full disk give up the reserve and do it once more from the start."""
        try:
            with self.write() as connection:
                return work(connection)
        except StorageFull:
            if not self.give_up_reserve():
                raise
        with self.write() as connection:
            return work(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """The reading connection, in one consistent view for as long as it is held.

        A thread in the middle of `write()` reads through its own transaction, so it sees its own work.
        """
        if self._writing_thread == threading.get_ident():
            yield self._writer
            return
        with self._read_lock:
            if self._reader is None:
                raise StoreError("closed")
            outermost = not self._reader.in_transaction
            try:
                if outermost:
                    self._reader.execute("BEGIN")
                yield self._reader
            except dbapi2.Error as fault:
                raise translated(fault) from fault
            finally:
                if outermost and self._reader is not None and self._reader.in_transaction:
                    self._reader.execute("COMMIT")

    def _undo(self) -> None:
        if self._writer is not None and self._writer.in_transaction:
            try:
                self._writer.execute("ROLLBACK")
            except dbapi2.Error as fault:
                # SQLite rolls back by itself on a full disk or an I/O error; asking again then says so.
                if "no transaction is active" not in str(fault):
                    raise translated(fault) from fault

    # -- the reserve --------------------------------------------------------------------------------------------

    def keep_reserve(self) -> bool:
        """Set the reserve aside again if there is room for it and as much again. True when it stands."""
        if self._reserve_bytes == 0:
            return True
        if self._reserve.exists() and self._reserve.stat().st_size >= self._reserve_bytes:
            return True
        if shutil.disk_usage(self.folder).free < 3 * self._reserve_bytes:
            return False
        fresh = self._reserve.with_suffix(".new")
        try:
            with fresh.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._reserve_bytes)
                else:
                    for _ in range(self._reserve_bytes // 65_536):
                        file.write(bytes(65_536))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._reserve)
        except OSError:
            # No room after all: saving must go on without it, and the strip says that the disk is low.
            fresh.unlink(missing_ok=True)
            return False
        return True

    def give_up_reserve(self) -> bool:
        """Free the reserve so that one more save fits. False when it was already given up."""
        if not self._reserve.exists():
            return False
        self._reserve.unlink()
        return True

    @property
    def reserve_stands(self) -> bool:
        """False once the disk has been full: shown as `storage_full` until there is room again."""
        return self._reserve_bytes == 0 or self._reserve.exists()

    # -- checks -------------------------------------------------------------------------------------------------

    def _check_ours(self) -> None:
        """The file opens with this key and is a store that this app can use."""
        try:
            (owner,) = self._writer.execute("PRAGMA application_id").fetchone()
            (version,) = self._writer.execute("PRAGMA user_version").fetchone()
            self._writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as fault:
            raise translated(fault) from fault
        if owner != schema.APPLICATION_ID:
            raise StoreDamaged("application_id")
        if version > len(schema.STEPS):
            raise StoreNewer(f"version {version}")
        if version < 1:
            raise StoreDamaged("user_version")

    def _start_reading(self, store_key: bytes) -> None:
        self._reader = _connect(self.path, store_key)
        _set_and_check(self._reader)
        self._reader.execute("PRAGMA query_only = ON")
        self._reader.execute(f"PRAGMA cache_size = -{READ_CACHE_KIB}")

    def _migrate(self) -> None:
        """Bring the tables up to date; a step that fails leaves the old version as it was."""
        (version,) = self._writer.execute("PRAGMA user_version").fetchone()
        for number, script in schema.steps_after(version):
            with self.write() as connection:
                for statement in schema.statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number:d}")

    def settle(self) -> bool:
        """Fold the write-ahead log into the main file, where every page is authenticated. True if all of it went."""
        with self._write_lock:
            if self._writer is None or self._depth:
                return False
            try:
                busy, _logged, _moved = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except dbapi2.OperationalError as fault:
                if _is_disk_trouble(fault) is None and "locked" not in str(fault):
                    raise translated(fault) from fault
                return False
            return not busy

    def check_integrity(self) -> tuple[str, ...]:
        """What is damaged, in SQLite's and SQLCipher's own words; empty when all is as it was written.

        Asked on the writing connection: on one that only reads, FTS5's check goes by the shape of the index that it
        remembers from before other connections wrote, and now and then calls a whole index corrupt (seen with SQLite
        3.53; a fresh connection and queries on either find nothing wrong). Saving waits meanwhile: for idle times.
        """
        found: list[str] = []
        with self.write() as connection:
            found += [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
            if not found:
                found += [r[0] for r in connection.execute("PRAGMA integrity_check") if r[0] != "ok"]
                found += [f"foreign key: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        return tuple(found)

    def backup_to(self, path: Path, store_key: bytes) -> None:
        """Write an encrypted copy through SQLite's own backup; `path` must not exist."""
        if path.exists():
            raise StoreExists("backup")
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        copy = _connect(path, store_key)
        try:
            with self.read() as connection:
                connection.backup(copy)
        finally:
            copy.close()


def _connect(path: Path, store_key: bytes, mode: str = "mode=rw") -> Connection:
    """A connection that has been given its key before anything else happened on it."""
    if len(store_key) != 32:
        raise WrongStoreKey("key length")
    connection = dbapi2.connect(
        f"file:{_uri_path(path)}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_MS / 1000,
        cached_statements=512,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{bytes(store_key).hex()}'\"")
    return connection


def _uri_path(path: Path) -> str:
    from urllib.parse import quote

    return quote(path.absolute().as_posix())


def _set_and_check(connection: Connection) -> None:
    """Set what the store's design asks for and read each setting back: a driver that ignores one is refused."""
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if row is None or not str(row[0]).startswith("4."):
        raise CipherMissing("cipher_version")
    asked: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        ("cipher_memory_security", "ON", ("1",)),
        ("temp_store", "MEMORY", ("2",)),
        ("journal_mode", "WAL", ("wal",)),
        ("synchronous", "FULL", ("2",)),
        ("foreign_keys", "ON", ("1",)),
        ("trusted_schema", "OFF", ("0",)),
        ("secure_delete", "ON", ("1",)),
    )
    for name, value, expected in asked:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        seen = connection.execute(f"PRAGMA {name}").fetchone()
        if seen is None or str(seen[0]).lower() not in expected:
            raise CipherMissing(name)


def _check_file(path: Path) -> None:
    """Before any driver touches it: the file is there, not empty, whole pages, and not plain SQLite."""
    if not path.exists():
        raise StoreMissing()
    size_bytes = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(len(PLAIN_SQLITE))
    if start == PLAIN_SQLITE:
        raise StoreNotEncrypted()
    if size_bytes < PAGE_BYTES or size_bytes % PAGE_BYTES:
        raise StoreDamaged("size")
    if wal_check.is_damaged(path.with_name(path.name + "-wal")):
        raise StoreDamaged("log")


def _check_wrong_key_fails(path: Path) -> None:
    """A random key must not open the file: else nothing is encrypted, whatever the driver says.

    Opened as immutable, so that neither the file nor its log is touched.
    """
    probe = _connect(path, os.urandom(32), "mode=ro&immutable=1")
    try:
        probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as fault:
        if isinstance(fault, dbapi2.OperationalError) and _is_disk_trouble(fault):
            raise translated(fault) from fault
        return
    finally:
        probe.close()
    raise StoreNotEncrypted("wrong key opens it")


def _is_disk_trouble(fault: Exception) -> type[StoreError] | None:
    text = str(fault)
    if "disk is full" in text:
        return StorageFull
    if "disk I/O error" in text or "unable to open database file" in text or "readonly database" in text:
        return StorageFailed
    return None


def translated(fault: Exception) -> StoreError:
    """A driver's fault as one of ours. The driver's text may quote a value, so only its kind goes on."""
    text = str(fault)
    trouble = _is_disk_trouble(fault)
    if trouble is not None:
        return trouble(getattr(fault, "sqlite_errorname", "") or "")
    if "file is not a database" in text or "file is encrypted" in text:
        return WrongStoreKey("not a database")
    if "disk image is malformed" in text or "corrupt" in text:
        return StoreDamaged("malformed")
    if "database is locked" in text or "busy" in text:
        return StoreInUse("locked")
    return StoreError(type(fault).__name__ + ": " + text)


def _sync_folder(folder: Path) -> None:
    """Make new names in `folder` durable, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
