"""Two people at one laptop's keys at once: each gets their key.

The bug: two Argon2id derivations in one process stopped each other for ever (a check of the passphrase in child mode
beside an unlock, or two enrolments).
"""

from concurrent.futures import ThreadPoolExecutor

from fieldapp.store.keys.kdf import FLOOR, derive


def test_two_derivations_at_once_both_come_to_an_end():
    with ThreadPoolExecutor(4) as pool:
        keys = list(pool.map(lambda n: bytes(derive("four quiet words", bytes(16), FLOOR)), range(6)))
    assert len(set(keys)) == 1
