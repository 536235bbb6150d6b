"""Nothing that was written here can be read from any file, in any spelling, at any moment."""

import base64
import gzip
import os
import random
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
import zstandard
from plaintext_scan import hits, spellings

from fieldapp.records.document import FormReference
from fieldapp.store.keys import KdfCost, KeyRing

VISIT = FormReference("home_visit", "2026.1", "ab" * 32)
ROOT = Path(__file__).resolve().parents[2]
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo zu".split()


def sentinels(count, seed=1):
    """Words that stand nowhere by chance, as long as names and phrases are."""
    chance = random.Random(seed)
    return ["".join(chance.choice(SYLLABLES) for _ in range(6)) for _ in range(count)]


def write_everywhere(laptop, words):
    """Type, save, edit, discard, search and remember these words: each goes through another part of the store."""
    scope = laptop.family(words[0])
    for number, word in enumerate(words):
        way = number % 5
        if way == 0:
            laptop.save(laptop.fresh_id(), scope, {"note": f"{word} said so", "who": word})
        elif way == 1:
            draft = laptop.store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=VISIT)
            laptop.store.put_answers(draft.id, {"note": word}, place={"section": word})
        elif way == 2:
            draft = laptop.store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=VISIT)
            laptop.store.put_answers(draft.id, {"note": word})
            laptop.store.discard(draft.id)
        elif way == 3:
            doc = laptop.fresh_id()
            laptop.save(doc, scope, {"note": word})
            laptop.save(doc, scope, {"note": "written over"})
        else:
            laptop.store.search(word)
            laptop.store.set_setting("place", {"screen": word})
    assert laptop.store.search(words[5])


def test_the_scan_itself_finds_what_is_readable(tmp_path):
    (word,) = sentinels(1)
    for number, data in enumerate(
        [
            *spellings(word),
            base64.b64encode(b"x" * 3 + word.encode() * 3),
            b"..." + zlib.compress(word.encode() * 9),
            b"..." + gzip.compress(word.encode() * 9),
            b"..." + zstandard.compress(word.encode() * 9),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "leak").write_bytes(b"head" + data + b"tail")
        assert hits(folder, [word])


def test_no_word_can_be_read_from_any_file_while_open_after_closing_or_when_backed_up(laptop):
    words = sentinels(300)
    secret = laptop.store_key.hex()
    write_everywhere(laptop, words)
    assert {"store.db", "store.db-wal", "store.db-shm"} <= {path.name for path in laptop.folder.iterdir()}
    assert hits(laptop.folder, [*words, secret]) == []
    laptop.store.database.backup_to(laptop.folder / "copy.db", laptop.store_key)
    laptop.store.settle()
    assert hits(laptop.folder, [*words, secret]) == []
    laptop.store.close()
    assert hits(laptop.folder, [*words, secret]) == []
    assert laptop.store_key not in b"".join(path.read_bytes() for path in laptop.folder.iterdir())


def test_a_big_sort_and_a_rebuild_leave_no_temporary_file(laptop, tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    words = sentinels(60)
    write_everywhere(laptop, words)
    with laptop.store.database.write() as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute(
            "CREATE TEMP TABLE pile AS SELECT words FROM search_text, (SELECT 1 FROM meta) ORDER BY 1"
        )
        connection.execute("SELECT * FROM pile ORDER BY words DESC, random()").fetchall()
        connection.execute("DROP TABLE pile")
    laptop.store.rebuild()
    assert list(temporary.iterdir()) == []
    assert hits(laptop.folder, words) == []


def test_the_key_header_gives_away_neither_passphrase_nor_key(tmp_path):
    from fieldapp.ports import SystemEntropy

    ring = KeyRing(tmp_path, floor=KdfCost(64, 1, 1))
    passphrase = "quokka lantern mosaic fjord"
    key = ring.create(
        "019ca1f0-0000-7000-8000-00000000000a",
        passphrase,
        "AP",
        recovery=None,
        entropy=SystemEntropy(),
        cost=KdfCost(64, 1, 1),
    )
    assert hits(tmp_path, [passphrase, *passphrase.split(), bytes(key).hex()]) == []
    assert bytes(key) not in (tmp_path / "keys.a").read_bytes()


def test_after_a_kill_no_word_can_be_read_either(laptop):
    from test_store_kills import type_until_killed
    from typing_laptop import WORDS

    scope = laptop.family("Ottercombe-Vale")
    laptop.store.close()
    for seed in range(3):
        type_until_killed(laptop, scope, 77 + seed)
        assert hits(laptop.folder, ["Ottercombe-Vale", *{word for word in WORDS if len(word) > 5}]) == []


def test_an_error_never_repeats_what_was_written(laptop):
    (word,) = sentinels(1)
    with pytest.raises(Exception, match="malformed") as caught:
        laptop.save(laptop.fresh_id(), word, {word: word})
    assert word not in repr(caught.value)
    from fieldapp.store import errors

    statement = "INSERT INTO document (id, scope) VALUES (?, ?)"
    with pytest.raises(errors.StoreError) as caught, laptop.store.database.write() as connection:
        connection.execute(statement, (word, word))
    assert word not in repr(caught.value) + caught.value.detail


# Runs in which a word of twelve small letters could hide: plain, as UTF-16 either way round, or as base64.
RUNS = re.compile(rb"[a-z]{12}|(?:[a-z]\x00){12}|(?:\x00[a-z]){12}|[A-Za-z0-9+/]{16}")


@pytest.mark.nightly
def test_ten_thousand_words_typed_and_searched_cannot_be_read(laptop):
    write_everywhere(laptop, sentinels(10_000, seed=2))
    for path in laptop.folder.iterdir():
        # Sealed pages are as good as random: such a run comes about once in some gigabytes.
        assert RUNS.findall(path.read_bytes()) == []


def test_a_store_that_is_open_prints_nothing(laptop, tmp_path):
    """No name or answer on the terminal: SQLCipher's own log is off, also for a wrong key."""
    script = (
        "import sys; from pathlib import Path; from fieldapp.ports import SystemClock, SystemEntropy\n"
        "from fieldapp.store import Store, StoreError\n"
        "try:\n    Store.open(Path(sys.argv[1]), bytes(32), clock=SystemClock(), entropy=SystemEntropy())\n"
        "except StoreError as fault:\n    sys.exit(0 if fault.code == 'store_key' else 1)\n"
    )
    laptop.family("Ottercombe-Vale")
    laptop.store.close()
    done = subprocess.run(
        [sys.executable, "-c", script, str(laptop.folder)],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
