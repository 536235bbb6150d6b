"""A laptop in another process, which types and saves until it is killed, and says what it was told is saved.

Not a test: `python -m tests.store.typing_laptop FOLDER SEED` reads the store key (hex) and a scope from its standard
input, then prints one JSON line for everything that a store method has returned from. Whoever reads the lines may
kill it at any moment and then look whether all of it is there.
"""

import json
import random
import sys
from pathlib import Path

from fieldapp.ports import SystemClock, SystemEntropy, uuid7
from fieldapp.records.document import FormReference
from fieldapp.store import Change, Store

FORM = FormReference("home_visit", "2026.1", "ab" * 32)
WORDS = "the kettle was on and Rowan showed me where she sleeps by the window with the blue curtain".split()


def say(**told):
    print(json.dumps(told), flush=True)


def main() -> None:
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    key, scope = (line.strip() for line in (sys.stdin.readline(), sys.stdin.readline()))
    chance = random.Random(seed)
    clock, entropy = SystemClock(), SystemEntropy()
    store = Store.open(folder, bytes.fromhex(key), clock=clock, entropy=entropy, reserve_bytes=0)
    say(opened=True)
    while True:
        doc = uuid7(clock.wall_ms(), entropy)
        draft = store.open_draft(doc=doc, scope=scope, kind="visit", form=FORM)
        text = ""
        for _ in range(chance.randrange(1, 12)):
            text += chance.choice(WORDS) + " "
            store.put_answers(draft.id, {"c_look": text}, place={"caret": len(text)})
            say(typed=text, draft=draft.id)
        if chance.random() < 0.2:
            store.discard(draft.id)
            say(discarded=draft.id)
            continue
        parts = [
            Change(uuid7(clock.wall_ms(), entropy), "visit_child", scope, {"c_look": text}, None)
            for _ in range(chance.randrange(3))
        ]
        change = Change(doc, "visit", scope, {"c_look": text}, None)
        saved = store.save([change, *parts], draft=draft.id)
        say(saved=list(saved.hashes), docs=list(saved.docs), text=text, draft=draft.id)
        if chance.random() < 0.1:
            store.settle()


if __name__ == "__main__":
    main()
