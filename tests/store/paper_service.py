"""A service on paper: the rules of the log and of merging, for tests of what a laptop shows. Nothing is checked.

It takes revisions as a service would (protocol sections 4 and 6), keeps one log per scope, and gives pages to a
laptop's `pulling.apply_page`. The real service is tested in tests/service and against laptops in tests/sync.
"""

from collections import defaultdict

from fieldapp.ports import uuid7
from fieldapp.protocol import canonical, chain
from fieldapp.protocol.merge import DocumentState, apply_revision, follow
from fieldapp.protocol.revision import Envelope, Revision
from fieldapp.protocol.signing import DeviceKey
from fieldapp.store import exchange, outbox, pulling


class NoForms:
    """Every key is `value` unless `types` says otherwise."""

    def __init__(self, types=None):
        self.types = types or {}

    def merge_types(self, form):
        return self.types

    def later(self, left, right):
        return left if right is None else right


class PaperService:
    def __init__(self, clock, entropy, types=None):
        self.clock, self.entropy = clock, entropy
        self.id = uuid7(clock.wall_ms(), entropy)
        self.key = DeviceKey.generate(entropy)
        self.forms = NoForms(types)
        self.logs = defaultdict(list)
        self.states = {}
        self.known = {}

    def push(self, laptop, *, only=None, hold=None):
        """Take what waits on a laptop and answer it. `hold`: a code, for all of it."""
        answers = []
        for item in laptop.store.reading(outbox.unsent):
            if only is not None and item.hash not in only:
                continue
            (envelope,) = (
                each for each in laptop.store.revisions(item.doc) if each.revision.hash == item.hash
            )
            if hold is not None:
                answers.append(outbox.Answer(item.hash, "held", code=hold))
            else:
                answers.append(outbox.Answer(item.hash, *self.take(envelope)))
        exchange.Exchange(laptop.store).apply_answers(answers)
        return [answer.status for answer in answers]

    def take(self, envelope):
        """One revision into the log; returns its status, as the service answers."""
        incoming = envelope.revision
        self.known[incoming.hash] = incoming
        state = self.states.get(incoming.doc, DocumentState())
        outcome = apply_revision(state, incoming, self.forms, self.known.get)
        if outcome.kind == "fast_forward":
            self.append("main", envelope)
            self.states[incoming.doc] = follow(state, incoming)
        else:
            self.append("side", envelope)
            own = self.merged(state, incoming, outcome)
            self.append("main", own)
            self.states[incoming.doc] = follow(state, own.revision)
        return (outcome.status,)

    def merged(self, state, incoming, outcome):
        members = {
            **incoming.members,
            "parents": [state.head, incoming.hash],
            "body": outcome.body,
            "open": [asked.to_wire() for asked in outcome.open],
            "device": self.id,
            "counter": None,
            "prev": None,
            "group": None,
            "flags": ["auto"] if outcome.body is not None else ["auto", "deleted"],
            "salt": canonical.b64u(self.entropy.random_bytes(16)),
        }
        revision = Revision.parse(members)
        self.known[revision.hash] = revision
        return Envelope(revision, self.key.sign_hash(revision.hash))

    def append(self, role, envelope):
        log = self.logs[envelope.revision.scope]
        before = log[-1][0] if log else pulling.Place(envelope.revision.scope, 0, chain.START)
        place = pulling.Place(
            before.scope, before.seq + 1, chain.next_chain(before.chain, role, envelope.revision.hash)
        )
        log.append((place, pulling.Received(place.seq, role, envelope)))

    def pull(self, laptop, scope, *, page=100):
        """Give a laptop what it lacks of a scope, in pages of at most `page` entries; yields after each page."""
        own = exchange.Exchange(laptop.store)
        if scope not in {place.scope for place in laptop.store.reading(pulling.places)}:
            own.add_scope(scope)
        while True:
            (here,) = (place for place in laptop.store.reading(pulling.places) if place.scope == scope)
            left = self.logs[scope][here.seq : here.seq + page]
            if not left:
                return
            own.apply_page(here, [entry for _, entry in left], left[-1][0], len(self.logs[scope]))
            yield left[-1][0].seq

    def sync(self, laptop, scope):
        statuses = self.push(laptop)
        for _ in self.pull(laptop, scope):
            pass
        return statuses
