"""Invariants of merging over random histories: several laptops, one service, everything that a body can hold.

The history machine below is a service in miniature: it applies revisions as the push does, with the same function,
and lets each laptop pull, edit offline, decide and delete. Each failure replays from one example.
"""

import uuid
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.protocol import canonical
from fieldapp.protocol.merge import DocumentState, apply_revision, follow, last_body
from fieldapp.protocol.revision import Revision, check_body, form_path, rows_of

TYPES = {
    "date": "value",
    "risk": "caution",
    "topics": "set",
    "notes": "narrative",
    "row": "list",
    "row/name": "value",
    "row/words": "narrative",
    "row/inner": "list",
    "row/inner/by": "value",
}
FORM = {"id": "f", "version": "1", "hash": "ab" * 32}
ROWS = [str(uuid.UUID(int=(7 << 76) | (8 << 60) | number)) for number in range(1, 4)]


def an_id(number):
    return str(uuid.UUID(int=(7 << 76) | (8 << 60) | (1000 + number)))


class Shelf:
    """One form, known to all."""

    def merge_types(self, form):
        return TYPES if form else {}

    def later(self, left, right):
        return right if left is None else left


def make(author, parents, body, *, device=None, counter=1, flags=(), open_=(), salt=0):
    """A revision, unsigned: merging looks at nothing that a signature covers."""
    return Revision.parse(
        {
            "v": 1,
            "doc": an_id(0),
            "kind": "visit",
            "scope": an_id(1),
            "parents": list(parents),
            "body": body,
            "open": [asked.to_wire() for asked in open_],
            "form": FORM,
            "blobs": [],
            "author": an_id(10 + author),
            "device": an_id(20 + (author if device is None else device)),
            "counter": counter,
            "prev": None if counter in (None, 1) else "00" * 32,
            "group": None,
            "written": {
                "wall": "2026-03-01T10:00:00.000Z",
                "zone": "UTC",
                "server": None,
                "elapsed_ms": None,
                "boot": an_id(2),
            },
            "flags": sorted({*flags, *(["deleted"] if body is None else [])}),
            "salt": canonical.b64u(salt.to_bytes(16, "big")),
        }
    )


@dataclass
class Service:
    """The log of one document, and its head."""

    known: dict = field(default_factory=dict)
    state: DocumentState = field(default_factory=DocumentState)
    log: list = field(default_factory=list)
    salt: int = 0

    def push(self, revision):
        """Apply one revision as the service does; the outcome, and the head before it."""
        before = self.state
        self.known[revision.hash] = revision
        outcome = apply_revision(before, revision, Shelf(), self.known.get)
        if outcome.kind == "fast_forward":
            self.log.append(("main", revision))
            self.state = outcome.state
            return before, outcome
        self.salt += 1
        merged = make(
            int(revision.author[-4:], 16) - 1010,
            [before.head, revision.hash],
            None if outcome.body is None else dict(outcome.body),
            device=99,
            counter=None,
            flags=["auto"],
            open_=outcome.open,
            salt=self.salt,
        )
        self.known[merged.hash] = merged
        self.log += [("side", revision), ("main", merged)]
        self.state = follow(before, merged)
        return before, outcome


@dataclass
class Laptop:
    """One author: the newest head pulled, and own revisions that nobody has seen yet."""

    number: int
    service: Service
    counter: int = 0
    head: str | None = None
    shadow: DocumentState = field(default_factory=DocumentState)
    unsent: list = field(default_factory=list)

    def body(self):
        """What this laptop's newest revision says, or the head pulled."""
        if self.unsent:
            known = {**self.service.known, **{one.hash: one for one in self.unsent}}
            return dict(last_body(self.unsent[-1].hash, known.get))
        return dict(self.shadow.body)

    def write(self, body, decides=()):
        self.counter += 1
        parent = self.unsent[-1].hash if self.unsent else self.shadow.head
        parents = ([parent] if parent else []) + [side for side in decides if side != parent]
        salt = self.number * 10_000 + self.counter
        made = make(self.number, parents, body, counter=self.counter, salt=salt)
        self.unsent.append(made)
        return made

    def preview(self):
        """The shadow merged with what is unsent: what the screens show."""
        known = {**self.service.known, **{one.hash: one for one in self.unsent}}
        state = self.shadow
        for revision in self.unsent:
            state = apply_revision(state, revision, Shelf(), known.get).state
        return state

    def pull(self):
        self.shadow = self.service.state


texts = st.sampled_from(["1", "2", "3"])


@st.composite
def edits(draw, body):
    """A body made from another by a few changes, rows with their questions included."""
    changed = dict(body)
    for _ in range(draw(st.integers(1, 3))):
        what = draw(st.sampled_from(["value", "set", "text", "row", "inner", "answer", "drop", "drop row"]))
        rows = sorted(key for key in changed if key.startswith("row[") and key.endswith("]"))
        outer = [key for key in rows if key.count("[") == 1]
        if what == "value":
            changed[draw(st.sampled_from(["date", "risk", "untyped"]))] = draw(texts)
        elif what == "set":
            chosen = draw(st.sets(st.sampled_from("abc"), min_size=1))
            changed["topics"] = sorted(chosen)
        elif what == "text":
            changed["notes"] = draw(texts)
        elif what == "row":
            changed[f"row[{draw(st.sampled_from(ROWS))}]"] = draw(st.integers(0, 3))
        elif what == "inner" and outer:
            row = draw(st.sampled_from(outer))
            changed[f"{row}/inner[{draw(st.sampled_from(ROWS))}]"] = draw(st.integers(0, 3))
        elif what == "answer" and rows:
            row = draw(st.sampled_from(rows))
            names = ["name", "words"] if row.count("[") == 1 else ["by"]
            changed[f"{row}/{draw(st.sampled_from(names))}"] = draw(texts)
        elif what == "drop" and changed:
            key = draw(st.sampled_from(sorted(changed)))
            if not key.endswith("]"):
                del changed[key]
        elif what == "drop row" and rows:
            row = draw(st.sampled_from(rows))
            changed = {k: v for k, v in changed.items() if k != row and not k.startswith(row + "/")}
    return changed


@st.composite
def histories(draw, laptops=3, steps=16, deletes=True):
    """A service with a random history, and the outcome of each push in it."""
    service = Service()
    people = [Laptop(number, service) for number in range(laptops)]
    people[0].write(draw(edits({})))
    outcomes = [(people[0], one, *service.push(one)) for one in people[0].unsent]
    people[0].unsent.clear()
    for laptop in people:
        laptop.pull()
    if laptops > 1 and draw(st.booleans()):  # half of the histories begin with a dispute
        for laptop, level in zip(people[:2], ("1", "2"), strict=True):
            laptop.write({**laptop.body(), "risk": level})
            outcomes.append((laptop, laptop.unsent[0], *service.push(laptop.unsent.pop())))
    for _ in range(draw(st.integers(1, steps))):
        laptop = draw(st.sampled_from(people))
        step = draw(st.sampled_from(["edit", "edit", "push", "pull", "delete", "decide", "decide"]))
        if step == "edit":
            laptop.write(draw(edits(laptop.body())))
        elif step == "delete" and deletes:
            laptop.write(None)
        elif step == "decide" and not laptop.unsent and service.state.open:
            laptop.pull()
            asked = draw(st.sampled_from(laptop.shadow.open))
            laptop.write(draw(edits(laptop.body())), decides=[asked.side])
        elif step == "pull" and not laptop.unsent:
            laptop.pull()
        elif step == "push":
            for one in laptop.unsent:
                outcomes.append((laptop, one, *service.push(one)))
            laptop.unsent.clear()
            laptop.pull()
    for laptop in people:
        for one in laptop.unsent:
            outcomes.append((laptop, one, *service.push(one)))
        laptop.unsent.clear()
        laptop.pull()
    return service, outcomes


@given(histories())
@settings(max_examples=150, deadline=None)
def test_a_merge_gives_a_body_that_may_be_stored(history):
    service, _ = history
    for _, revision in service.log:
        if revision.body is not None:
            check_body(dict(revision.body))
        assert list(revision.open) == sorted(set(revision.open), key=lambda asked: (asked.key, asked.side))


@given(histories())
@settings(max_examples=100, deadline=None)
def test_the_same_log_gives_the_same_bytes(history):
    """I7: replaying what people wrote, in the order of the log, gives every merge again, to the byte."""
    service, _ = history
    replayed = Service()
    for _, revision in service.log:
        if "auto" not in revision.flags:
            replayed.push(revision)
    assert [(role, one.canonical) for role, one in replayed.log] == [
        (role, one.canonical) for role, one in service.log
    ]


@given(histories())
@settings(max_examples=100, deadline=None)
def test_following_the_log_gives_the_state_that_the_service_keeps(history):
    """A laptop that only reads main entries knows who set what, as the service does."""
    service, _ = history
    state = DocumentState()
    for role, revision in service.log:
        if role == "main":
            state = follow(state, revision)
    assert state == service.state


@given(histories())
@settings(max_examples=200, deadline=None)
def test_no_changed_key_is_dropped(history):
    """I9: what a revision changed is in the head, or is asked about, or merged by its type, or its row was settled."""
    service, outcomes = history
    for _, revision, before, outcome in outcomes:
        if revision.body is None or outcome.body is None:
            continue
        parent = dict(last_body(revision.parents[0] if revision.parents else None, service.known.get))
        for key in revision.body.keys() | parent.keys():
            mine = revision.body.get(key)
            if mine == parent.get(key) or outcome.body.get(key) == mine:
                continue
            asked = {(one.key, one.side) for one in outcome.open}
            kind = TYPES.get(form_path(key), "value")
            if (key, revision.hash) in asked:
                continue
            if any(
                row not in outcome.body or row not in revision.body
                for row in (*rows_of(key), key)
                if "[" in row
            ):
                continue  # a row that one side removed: settled whole
            if kind == "set":
                added = set(mine or ()) - set(parent.get(key) or ())
                assert added <= set(outcome.body.get(key) or ())
            elif kind == "narrative":
                merged = outcome.body[key]
                assert mine is None or (revision.author, mine) in {
                    (account["author"], account["text"]) for account in merged["accounts"]
                }
            else:
                assert kind == "list", (key, kind)
                assert key in before.body


@given(histories())
@settings(max_examples=150, deadline=None)
def test_no_value_of_the_head_is_lost_without_a_trace(history):
    """I2: a merge leaves the head's value where it asks, and takes its author's only where they had seen it."""
    _, outcomes = history
    for _, revision, before, outcome in outcomes:
        if outcome.kind != "merged" or outcome.body is None or revision.body is None:
            continue
        for one in outcome.open:
            if one.side == revision.hash and one.key:
                assert outcome.body.get(one.key) == before.body.get(one.key)


@given(histories(laptops=1))
@settings(max_examples=200, deadline=None)
def test_ones_own_offline_run_alone_asks_nothing(history):
    """I8, with a single author: whatever is edited, deleted and restored, nothing is ever a question."""
    _, outcomes = history
    assert {outcome.status for _, _, _, outcome in outcomes} == {"accepted"}


@st.composite
def late_runs(draw):
    """An offline run on a base, while others changed keys that the run does not touch."""
    service = Service()
    mine, theirs = Laptop(0, service), Laptop(1, service)
    base = {"date": "1", "risk": "1", "notes": "1", "topics": ["a"]}
    service.push(mine.write(base))
    mine.unsent.clear()
    mine.pull()
    theirs.pull()
    for _ in range(draw(st.integers(1, 3))):
        theirs.write({**theirs.body(), "risk": draw(texts)})
    for _ in range(draw(st.integers(1, 6))):
        body = {**mine.body(), "date": draw(texts), "notes": draw(texts)}
        body["topics"] = sorted(draw(st.sets(st.sampled_from("abc"), min_size=1)))
        mine.write(body)
    order = [mine] * len(mine.unsent) + [theirs] * len(theirs.unsent)
    return service, {0: mine, 1: theirs}, draw(st.permutations(order))


@given(late_runs())
@settings(max_examples=150, deadline=None)
def test_a_run_that_touches_other_keys_asks_nothing_however_it_interleaves(run):
    """I8: one's own earlier edits, merged before one's later ones, are never somebody else's."""
    service, people, order = run
    for laptop in order:
        _, outcome = service.push(laptop.unsent.pop(0))
        assert outcome.status == "accepted"
    assert people[0].unsent == []


@given(histories(), st.data())
@settings(max_examples=150, deadline=None)
def test_the_preview_is_what_the_service_will_say(history, data):
    """I7: shadow plus unsent work, merged on the laptop, is the head after the push, if nobody came between."""
    service, _ = history
    laptop = Laptop(7, service)
    laptop.pull()
    other = Laptop(8, service)
    other.pull()
    for _ in range(data.draw(st.integers(1, 3))):
        other.write(data.draw(edits(other.body())))
    for _ in range(data.draw(st.integers(1, 4))):
        laptop.write(None if data.draw(st.integers(0, 5)) == 0 else data.draw(edits(laptop.body())))
    for one in other.unsent:
        service.push(one)
    laptop.shadow = service.state
    shown = laptop.preview()
    for one in laptop.unsent:
        service.push(one)
    said = service.state
    assert (shown.body, shown.deleted, shown.open, shown.set_by) == (
        said.body,
        said.deleted,
        said.open,
        said.set_by,
    )


@given(histories())
@settings(max_examples=60, deadline=None)
def test_a_decision_closes_every_question_of_its_side(history):
    service, _ = history
    state = service.state
    if not state.open:
        return
    side = state.open[0].side
    decision = make(0, [state.head, side], dict(state.body), counter=9_000, salt=5)
    _, outcome = service.push(decision)
    assert side not in {asked.side for asked in outcome.open}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_people_merging_rows_keep_both_rows(order):
    service = Service()
    people = [Laptop(0, service), Laptop(1, service)]
    service.push(people[0].write({"date": "1"}))
    people[0].unsent.clear()
    for number in order:
        people[number].pull()
    for number, laptop in enumerate(people):
        laptop.shadow = service.state
        laptop.write({"date": "1", f"row[{ROWS[number]}]": 0, f"row[{ROWS[number]}]/name": "x"})
    for number in order:
        service.push(people[number].unsent[0])
    assert {f"row[{row}]" for row in ROWS[:2]} <= service.state.body.keys()
