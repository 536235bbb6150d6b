"""A small signed client: what a laptop sends, written out plainly, so that tests can also send it wrongly."""

import json

import requests

from fieldapp.ports import SystemEntropy, uuid7
from fieldapp.protocol import canonical, signing
from fieldapp.protocol.chain import START, next_chain
from fieldapp.protocol.codes import ERRORS
from fieldapp.protocol.revision import Revision
from fieldapp.protocol.times import format_time

ENTROPY = SystemEntropy()
BOOT = uuid7(1, ENTROPY)
NONCE = "Fieldapp-Nonce"


def new_id():
    return uuid7(1_772_359_200_000, ENTROPY)


class Laptop:
    """One device: its key, its counter, and how it asks."""

    def __init__(self, service, key, told):
        self.service = service
        self.key = key
        self.told = told
        self.device = told["device"]
        self.user = told["user"]["id"]
        self.counter = 0
        self.prev = None
        self.session = requests.Session()
        self.session.trust_env = False
        self.nonce = None

    @classmethod
    def enrol(cls, service, code, key=None, **changes):
        key = key or signing.DeviceKey.generate(ENTROPY)
        reply = ask_to_enrol(service, code, key, **changes)
        assert reply.status_code == 200, reply.text
        return cls(service, key, reply.json())

    # --- requests ---

    def fresh_nonce(self):
        return self.session.get(self.service.url + "/v1/hello").headers[NONCE]

    def ask(self, method, path, body=b"", *, nonce=None, headers=None, signed_body=None):
        """One signed request; an old nonce is renewed once, as section 2.4 has it."""
        for _ in range(2):
            used = nonce or self.nonce or self.fresh_nonce()
            proof = signing.sign_request(
                self.key, self.device, used, method, path, body if signed_body is None else signed_body
            )
            reply = self.session.request(
                method, self.service.url + path, data=body, headers={**proof, **(headers or {})}
            )
            self.nonce = reply.headers[NONCE]
            old = reply.status_code == 401 and reply.json()["code"] == "nonce"
            if nonce is not None or not old:
                return reply
        return reply

    def get(self, path):
        return self.ask("GET", path)

    def post(self, told, **options):
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        return self.ask("POST", "/v1/sync", body, **options)

    def sync(self, push=(), cursors=(), **more):
        """A sync that must succeed; the reply."""
        told = {"push": list(push), "cursors": [list(cursor) for cursor in cursors], **more}
        reply = self.post(told)
        assert reply.status_code == 200, reply.text
        return reply.json()

    def push(self, *items):
        """The results of pushing these."""
        return self.sync(push=items)["results"]

    # --- revisions ---

    def revise(self, doc, scope, body, parents=(), *, kind="visit", sign_with=None, **members):
        """A signed revision, the device's next."""
        self.counter += 1
        rev = {
            "v": 1,
            "doc": doc,
            "kind": kind,
            "scope": scope,
            "parents": list(parents),
            "body": body,
            "open": [],
            "form": None,
            "blobs": [],
            "author": self.user,
            "device": self.device,
            "counter": self.counter,
            "prev": self.prev,
            "group": None,
            "written": {
                "wall": format_time(1_772_359_200_000),
                "zone": "Europe/London",
                "server": None,
                "elapsed_ms": None,
                "boot": BOOT,
            },
            "flags": ["deleted"] if body is None else [],
            "salt": canonical.b64u(ENTROPY.random_bytes(16)),
        }
        rev.update(members)
        item = seal(rev, sign_with or self.key)
        self.prev = hash_of(item)
        return item

    def begin_family(self, body=None):
        """Create a family here and now; its scope."""
        scope = new_id()
        item = self.revise(scope, scope, body or {"name": "Tarrowby"}, kind="family")
        (result,) = self.push(item)
        assert result["status"] == "accepted", result
        return scope

    def assign(self, user, family, role, begins="2026-03-01", **more):
        """Put an assignment into a user's scope; its result."""
        item = self.revise(
            new_id(), user, {"family": family, "role": role, "from": begins, **more}, kind="assignment"
        )
        (result,) = self.push(item)
        return result

    # --- logs ---

    def pull(self, scope, max_bytes=None):
        """The whole log of a scope, checked as a client must (section 5.4); None if there is none."""
        entries, seq, chain = [], 0, START
        for _ in range(1000):
            told = {"cursors": [[scope, seq, chain]]}
            if max_bytes is not None:
                told["max_bytes"] = max_bytes
            reply = self.post(told).json()
            if not reply["scopes"]:
                return entries
            (news,) = reply["scopes"]
            if "gone" in news or "diverged" in news:
                return news
            assert news["from"] == seq + 1
            for entry in news["entries"]:
                assert entry["seq"] == seq + 1
                revision = Revision.parse(entry["rev"])
                seq, chain = entry["seq"], next_chain(chain, entry["role"], revision.hash)
                entries.append({**entry, "hash": revision.hash})
            assert news["more"] == (seq < news["head"])
            if not news["more"]:
                assert chain == news["chain"]
        raise AssertionError("the log does not end")

    def head(self, scope, doc):
        """The newest main entry of a document."""
        return [e for e in self.pull(scope) if e["rev"]["doc"] == doc and e["role"] == "main"][-1]

    def cursor(self, scope):
        """The cursor at the end of a scope's log."""
        chain = START
        entries = self.pull(scope)
        for entry in entries:
            chain = next_chain(chain, entry["role"], entry["hash"])
        return [scope, len(entries), chain]

    def held_families(self):
        """The families of this user's own assignments: what a laptop would pull."""
        return [entry["rev"]["body"]["family"] for entry in self.pull(self.user)]


def seal(rev, key):
    """A revision and its signature, whatever it says."""
    return {"rev": rev, "sig": key.sign_hash(canonical.sha256_hex(canonical.encode(rev)))}


def hash_of(item):
    return canonical.sha256_hex(canonical.encode(item["rev"]))


def ask_to_enrol(service, code, key, *, nonce=None, proof=None, **changes):
    nonce = nonce or requests.get(service.url + "/v1/hello", timeout=30).headers[NONCE]
    told = {
        "code": code,
        "public_key": key.public,
        "label": "NB laptop",
        "app": "0.1.0",
        "nonce": nonce,
        "proof": proof or signing.enrol_proof(key, code, nonce),
        **changes,
    }
    return requests.post(service.url + "/v1/enrol", json=told, timeout=30)


def fails(reply, status, code):
    """A problem document with this code, and a nonce on it."""
    assert reply.status_code == status, reply.text
    told = reply.json()
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert (told["code"], told["status"]) == (code, status)
    assert told["code"] in ERRORS
    assert signing.is_nonce(reply.headers[NONCE])
    return True
