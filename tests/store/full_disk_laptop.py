"""A laptop whose disk fills up. Not a test: `python -m tests.store.full_disk_laptop FOLDER [FILE_LIMIT]` prints what happened.

With FILE_LIMIT (bytes) no file may grow beyond it: writes then fail as on a failing disk. Without it, FOLDER stands on
a small disk of its own, which is filled to the last byte.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

from fieldapp.records.document import FormReference
from fieldapp.store import Change, errors, facts
from tests.store.store_laptop import make_laptop

FORM = FormReference("home_visit", "2026.1", "ab" * 32)
TEXT = "she showed me the room she shares with Rowan. "


def fill(path):
    """Write until nothing more fits."""
    with path.open("ab", buffering=0) as file:
        size = 1 << 16
        while size:
            try:
                file.write(os.urandom(size))
            except OSError:
                size //= 2


def main():
    base = Path(sys.argv[1])
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else None
    laptop = make_laptop(base / "profile")
    store = laptop.store
    store.database._reserve_bytes = 2 << 20
    told = {"reserve": store.recover_reserve(), "facts": []}
    for fact in (facts.StorageRunLow, facts.StorageRecovered):
        store.bus.subscribe(fact, lambda it: told["facts"].append(type(it).__name__))
    scope = laptop.family("Kowalska-Price")
    draft = store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=FORM)
    store.put_answers(draft.id, {"c_look": TEXT})
    filler = base / "filler"

    def make_full():
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        else:
            fill(filler)

    def make_room():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        else:
            filler.unlink()

    make_full()
    # Go on typing: with the reserve this works on for a while, then it is refused, and nothing saved is touched.
    text, typed, refused = TEXT, TEXT, None
    for _ in range(400):
        text += TEXT * 40
        try:
            store.put_answers(draft.id, {"c_look": text})
            typed = text
        except errors.StoreError as fault:
            refused = fault
            break
    told["typed_on_the_full_disk"] = typed != TEXT
    told["refused"] = refused.code
    told["sentence"] = str(refused)
    told["next_step"] = refused.next_step
    told["low"] = store.is_storage_low()
    told["draft_kept"] = store.draft(draft.id).answers["c_look"] == typed
    change = Change(draft.doc, "visit", scope, {"c_look": text}, None)
    try:
        store.save([change], draft=draft.id)
        told["save"] = "saved"
    except errors.StoreError as fault:
        told["save"] = fault.code
    told["counter"] = store.counts().last_counter
    told["draft_still_kept"] = store.draft(draft.id).answers["c_look"] == typed
    store.close()
    laptop.open_again()
    store = laptop.store
    told["opens_on_a_full_disk"] = store.draft(draft.id).answers["c_look"] == typed
    make_room()
    # The same call again, once there is room: nothing was lost in between.
    store.put_answers(draft.id, {"c_look": text})
    store.save([change], draft=draft.id)
    told["saved_after_making_room"] = store.document(draft.doc).body["c_look"] == text
    store.database._reserve_bytes = 2 << 20
    store.settle()
    told["reserve_again"] = (laptop.folder / "reserve").exists()
    told["check"] = list(store.check())
    store.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
