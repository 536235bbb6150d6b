"""A store opens only when everything is as it must be, and what does not open is left as it is."""

import hashlib
import sqlite3

import pytest
from sqlcipher3 import dbapi2

from fieldapp.records.document import FormReference
from fieldapp.store import Store, errors, schema
from fieldapp.store.database import Database

FORM = FormReference("home_visit", "2026.1", "ab" * 32)


def fingerprint(folder):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def refuses(laptop, expected, store_key=None):
    """Opening raises exactly this, with a sentence and a next step, and no file is changed, made or taken away."""
    before = fingerprint(laptop.folder)
    with pytest.raises(errors.StoreError) as caught:
        Store.open(laptop.folder, store_key or laptop.store_key, clock=laptop.clock, entropy=laptop.entropy)
    assert type(caught.value) is expected
    assert str(caught.value).endswith(".")
    assert caught.value.next_step
    assert fingerprint(laptop.folder) == before


@pytest.fixture
def closed(laptop):
    """A store with a saved note, closed."""
    scope = laptop.family()
    laptop.save(laptop.fresh_id(), scope, {"c_look": "settled on the settee"})
    laptop.store.close()
    return laptop


def test_a_closed_store_opens_again_with_everything_in_it(laptop):
    scope = laptop.family("Kowalska-Price")
    store = laptop.reopen()
    assert [family.id for family in store.families()] == [scope]


def test_a_wrong_key_is_refused(closed):
    refuses(closed, errors.WrongStoreKey, store_key=bytes(32))


def test_a_plain_sqlite_file_is_refused(closed):
    path = closed.folder / "store.db"
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE document (id)")
    plain.commit()
    plain.close()
    refuses(closed, errors.StoreNotEncrypted)


def test_a_missing_store_is_said_and_no_empty_one_takes_its_place(closed):
    (closed.folder / "store.db").unlink()
    refuses(closed, errors.StoreMissing)
    assert not (closed.folder / "store.db").exists()


def test_an_emptied_store_file_is_refused_and_not_filled(closed):
    (closed.folder / "store.db").write_bytes(b"")
    refuses(closed, errors.StoreDamaged)


@pytest.mark.parametrize("cut_bytes", [1, 100, 4095])
def test_a_store_cut_within_a_page_is_refused(closed, cut_bytes):
    path = closed.folder / "store.db"
    path.write_bytes(path.read_bytes()[:-cut_bytes])
    refuses(closed, errors.StoreDamaged)


@pytest.mark.parametrize("pages", [1, 5, 20])
def test_a_store_with_whole_pages_missing_is_refused(closed, pages):
    path = closed.folder / "store.db"
    path.write_bytes(path.read_bytes()[: -4096 * pages])
    refuses(closed, errors.StoreDamaged)


def test_a_store_of_a_newer_app_is_left_alone(closed):
    store = Database.open(closed.folder, closed.store_key, reserve_bytes=0)
    with store.write() as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    store.close()
    refuses(closed, errors.StoreNewer)


def test_somebody_elses_encrypted_file_is_not_taken_for_a_store(closed):
    path = closed.folder / "store.db"
    path.unlink()
    other = dbapi2.connect(str(path), isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{closed.store_key.hex()}'\"")
    other.execute("CREATE TABLE notes (id)")
    other.close()
    refuses(closed, errors.StoreDamaged)


def test_a_store_is_never_made_over_one_that_is_there(closed):
    before = fingerprint(closed.folder)
    with pytest.raises(errors.StoreExists):
        Store.create(closed.folder, closed.store_key, clock=closed.clock, entropy=closed.entropy)
    assert fingerprint(closed.folder) == before


def test_an_open_store_has_every_setting_of_the_design(laptop):
    def settings(connection):
        names = (
            "cipher_version",
            "cipher_memory_security",
            "temp_store",
            "journal_mode",
            "synchronous",
            "foreign_keys",
        )
        return {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in names}

    with laptop.store.database.write() as connection:
        seen = settings(connection)
    assert seen.pop("cipher_version").startswith("4.")
    expected = {
        "cipher_memory_security": "1",
        "temp_store": "2",
        "journal_mode": "wal",
        "synchronous": "2",
        "foreign_keys": "1",
    }
    assert seen == expected
    assert laptop.store.reading(settings) | expected == laptop.store.reading(settings)


def test_the_reading_connection_cannot_write(laptop):
    with pytest.raises(errors.StoreError):
        laptop.store.reading(lambda connection: connection.execute("DELETE FROM meta"))


def test_a_migration_that_fails_leaves_the_old_version_working(laptop, monkeypatch):
    scope = laptop.family()
    laptop.store.close()
    broken = "CREATE TABLE extra (id TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n"
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, "0002_broken.sql"))
    monkeypatch.setattr(schema, "steps_after", lambda version: [(2, broken)] if version < 2 else [])
    with pytest.raises(errors.StoreError):
        laptop.open_again()
    monkeypatch.undo()
    store = laptop.open_again()
    assert [family.id for family in store.families()] == [scope]
    tables = store.reading(
        lambda connection: [r[0] for r in connection.execute("SELECT name FROM sqlite_master")]
    )
    assert "extra" not in tables


def test_two_users_on_one_laptop_see_nothing_of_each_other(make):
    asha, sam = make("Asha"), make("Sam")
    scope = asha.family("Kowalska-Price")
    draft = asha.store.open_draft(
        doc=asha.fresh_id(), scope=scope, kind="visit", form=FORM, filled={"a": "half a sentence"}
    )
    for _ in range(5):
        asha.store.close()
        assert sam.store.families() == []
        assert sam.store.search("kowalska") == []
        sam.store.close()
        asha.open_again()
        assert [each.id for each in asha.store.drafts()] == [draft.id]
        assert len(asha.store.families()) == 1
        sam.open_again()
    asha.store.close()
    with pytest.raises(errors.WrongStoreKey):
        Store.open(asha.folder, sam.store_key, clock=sam.clock, entropy=sam.entropy)


def test_a_store_that_another_process_has_open_is_left_to_it(laptop):
    scope = laptop.family()
    refuses(laptop, errors.StoreInUse)
    laptop.save(laptop.fresh_id(), scope, {"c_look": "settled on the settee"})
    laptop.store.close()
    assert [family.id for family in laptop.reopen().families()] == [scope]
