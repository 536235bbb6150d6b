"""What the store costs, as figures of one run: `python -m benchmarks.store` prints them as JSON.

Promise: a save is compared with a bare SQLCipher transaction that writes the very same rows, in turns, in the same
process; times are of real files with durable commits. Never here: a pass or a fail (machines differ; the README quotes
figures with the machine they come from). Source of the targets: the store's design, "Numbers it must show".
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fieldapp.ports import SystemClock, SystemEntropy, uuid7
from fieldapp.protocol.canonical import b64u
from fieldapp.protocol.revision import Envelope
from fieldapp.protocol.signing import DeviceKey
from fieldapp.store import Change, Device, Store, outbox, projection, search, shadow
from fieldapp.store.database import Database
from fieldapp.store.shadow import Revisions

SAVES = 200
NOTES = 10_000
BULK = 500
NOTE_BYTES = 2_048
QUERIES = 300
FAMILIES = 30
REVISIONS = 10_000
SEED = 20260301

CLOCK, ENTROPY = SystemClock(), SystemEntropy()


def words(count: int = 4_000) -> list[str]:
    """A vocabulary with the spread of a natural one, accents among it."""
    chance = random.Random(SEED)
    parts = "ba ce di fô gu ha jé ki lo mŵ na pe qi ro sŷ ta ve wi xo zu".split()
    return ["".join(chance.choice(parts) for _ in range(chance.randrange(1, 5))) for _ in range(count)]


def text(chance: random.Random, vocabulary: list[str], size_bytes: int) -> str:
    """Words by Zipf's law until the size is reached."""
    found, length = [], 0
    while length < size_bytes:
        word = vocabulary[min(int(chance.paretovariate(0.8)), len(vocabulary) - 1)]
        found.append(word)
        length += len(word.encode()) + 1
    return " ".join(found)


def fresh(folder: Path) -> Store:
    """An enrolled store on the disk."""
    store = Store.create(folder, bytes(range(32)), clock=CLOCK, entropy=ENTROPY, reserve_bytes=0)
    ids = [uuid7(CLOCK.wall_ms(), ENTROPY) for _ in range(4)]
    key = DeviceKey.generate(ENTROPY)
    store.set_device(
        Device(
            ids[0], ids[1], "Nia", "practitioner", ids[2], "Northmoor", ids[3], "http://127.0.0.1:1", (), None
        ),
        b64u(key.private),
    )
    return store


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1e6


def save_ratio(base: Path) -> dict[str, float]:
    """A save of a 4 KB note against the bare transaction that writes its rows."""
    chance, vocabulary = random.Random(SEED), words()
    store = fresh(base / "saving")
    bare = Database.create(base / "bare", bytes(range(32)), reserve_bytes=0)
    with bare.write() as connection:
        connection.execute("INSERT INTO meta VALUES ('counter', '0')")
        connection.execute("INSERT INTO meta VALUES ('prev', 'null')")
    scope = uuid7(CLOCK.wall_ms(), ENTROPY)
    store.save([Change(scope, "family", scope, {"label": "Kowalska-Price"}, None)])
    _copy_rows(store, bare, scope)
    ours, theirs = [], []
    for _ in range(SAVES):
        doc = uuid7(CLOCK.wall_ms(), ENTROPY)
        body = {f"part/answer_{number}": text(chance, vocabulary, 200) for number in range(20)}
        ours.append(timed(lambda doc=doc, body=body: store.save([Change(doc, "visit", scope, body, None)])))
        theirs.append(_copy_rows(store, bare, doc))
    store.close()
    bare.close()
    return {
        "save_ms_median": round(statistics.median(ours), 2),
        "bare_ms_median": round(statistics.median(theirs), 2),
        "save_ratio": round(statistics.median(ours) / statistics.median(theirs), 2),
    }


ROWS = (
    (
        "revision",
        "hash, doc, kind, scope, author, device, counter, first_parent, canonical, sig, role, seq, own, arrived_at_ms",
        "doc",
    ),
    ("outbox", "hash, doc, scope, counter, filing_group, saved_at_ms", "doc"),
    (
        "document",
        "id, scope, kind, head, body, open, form, author, written_at, created_at, created_by, flags, deleted,"
        " signed_off, unsent, held",
        "id",
    ),
    ("search_text", "source, id, scope, kind, words, restricted", "id"),
)


def _copy_rows(store: Store, bare: Database, doc: str) -> float:
    """Write the rows of one saved document into the bare database in one transaction; returns its milliseconds."""
    statements: list[tuple[str, tuple[Any, ...]]] = []
    with store.database.read() as connection:
        for table, columns, by in ROWS:
            (row,) = connection.execute(f"SELECT {columns} FROM {table} WHERE {by} = ?", (doc,)).fetchall()
            marks = ", ".join("?" * len(row))
            statements.append((f"INSERT INTO {table} ({columns}) VALUES ({marks})", row))
        for name in ("counter", "prev"):
            (value,) = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
            statements.append(("UPDATE meta SET value = ? WHERE name = ?", (value, name)))

    def write() -> None:
        with bare.write() as connection:
            for statement, values in statements:
                connection.execute(statement, values)

    return timed(write)


def search_p95(base: Path) -> dict[str, float]:
    """Two words, the last one a beginning, among 10,000 notes of 2 KB."""
    chance, vocabulary = random.Random(SEED), words()
    store = fresh(base / "searching")
    scope = uuid7(CLOCK.wall_ms(), ENTROPY)
    store.save([Change(scope, "family", scope, {"label": "Kowalska-Price"}, None)])
    for _ in range(NOTES // BULK):
        with store.database.write() as connection:
            for _ in range(BULK):
                doc = uuid7(CLOCK.wall_ms(), ENTROPY)
                note = search.fold(text(chance, vocabulary, NOTE_BYTES))
                search.put(connection, "document", doc, scope, "visit", note, "")
    store.close()
    store = Store.open(base / "searching", bytes(range(32)), clock=CLOCK, entropy=ENTROPY, reserve_bytes=0)
    times = []
    for _ in range(QUERIES):
        first, second = (vocabulary[min(int(chance.paretovariate(0.8)), 3_999)] for _ in range(2))
        asked = f"{first} {second[: max(2, len(second) - 1)]}"
        times.append(timed(lambda asked=asked: store.search(asked)))
    store.close()
    times.sort()
    return {
        "search_ms_median": round(statistics.median(times), 2),
        "search_ms_p95": round(times[int(len(times) * 0.95)], 2),
    }


def unlock_to_documents(base: Path) -> dict[str, float]:
    """From the store key to every document of 30 families, with 10,000 revisions in the store."""
    chance, vocabulary = random.Random(SEED), words()
    store = fresh(base / "unlocking")
    per_family = REVISIONS // FAMILIES
    for _ in range(FAMILIES):
        scope = uuid7(CLOCK.wall_ms(), ENTROPY)
        docs = [uuid7(CLOCK.wall_ms(), ENTROPY) for _ in range(per_family // 5)]
        with store.database.write():
            store.save([Change(scope, "family", scope, {"label": text(chance, vocabulary, 20)}, None)])
            for number in range(per_family):
                body = {f"part/answer_{place}": text(chance, vocabulary, 120) for place in range(8)}
                store.save([Change(docs[number % len(docs)], "visit", scope, body, None)])
        with store.database.write() as connection:
            _arrive(store, connection, scope)
    store.close()
    times = []
    for _ in range(5):
        start = time.perf_counter_ns()
        store = Store.open(
            base / "unlocking", bytes(range(32)), clock=CLOCK, entropy=ENTROPY, reserve_bytes=0
        )
        opened = (time.perf_counter_ns() - start) / 1e6
        found = store.all_documents()
        store.counts()
        store.questions()
        store.drafts()
        times.append(((time.perf_counter_ns() - start) / 1e6, opened, len(found)))
        store.close()
    total, opened, count = min(times)
    return {
        "unlock_to_documents_ms": round(total, 1),
        "of_which_open_ms": round(opened, 1),
        "documents": count,
    }


def _arrive(store: Store, connection: Any, scope: str) -> None:
    """All of a family has been sent, accepted and shown back by the service's log."""
    rows = connection.execute("SELECT hash FROM outbox WHERE scope = ? ORDER BY counter", (scope,)).fetchall()
    answers = [outbox.Answer(row[0], "accepted", seq=seq) for seq, row in enumerate(rows, start=1)]
    outbox.apply_answers(connection, [], store.shelf, answers, CLOCK.wall_ms())
    revisions = Revisions(connection)
    for answer in answers:
        revision = revisions(answer.hash)
        if revision is not None and answer.seq is not None:
            shadow.apply_entry(
                connection,
                revisions,
                Envelope(revision, ""),
                role="main",
                seq=answer.seq,
                at_ms=CLOCK.wall_ms(),
            )
    docs = [row[0] for row in connection.execute("SELECT id FROM document WHERE scope = ?", (scope,))]
    projection.refresh(connection, [], store.shelf, docs, revisions)


def main() -> dict[str, float]:
    """All figures of the store."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        return {**save_ratio(base), **search_p95(base), **unlock_to_documents(base)}


if __name__ == "__main__":
    json.dump(main(), sys.stdout, indent=2)
    print()
