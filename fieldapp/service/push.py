"""What becomes of a pushed revision: in the record, held beside it, refused, or asked for again later.

Promise: each revision, or each group, is stored with its effect and its result in one transaction, or not at all;
whatever was answered `accepted`, `conflict` or `held` is never dropped; a revision seen before gets its first
answer. Looked at in this order, so that one answer is the answer: shape, device and signature, seen before, fork,
known parents, permission, form, merge.
Never here: HTTP, reading the log out, and how values merge (`protocol/merge`, run here under the scope's lock).
Source: protocol 1 sections 4, 5.1, 5.2, 5.6, 5.8 and 6.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from fieldapp.ports import Clock, Entropy, uuid7
from fieldapp.protocol import canonical, merge
from fieldapp.protocol.chain import START, next_chain
from fieldapp.protocol.codes import Malformed, ProtocolError
from fieldapp.protocol.merge import DocumentState, Outcome, SetBy
from fieldapp.protocol.revision import GROUP_MAX, Envelope, OpenQuestion, Revision, accounts_of, is_uuid
from fieldapp.protocol.signing import verify_hash
from fieldapp.protocol.times import format_time
from fieldapp.protocol.wire import PushItem, parse_push_item
from fieldapp.service import database as db
from fieldapp.service import log, people
from fieldapp.service.forms import Shelf
from fieldapp.service.identity import Identity

Result = dict[str, Any]

# Parsed items are kept between the two looks at them only while they are small together (I19).
_KEEP_PARSED_BYTES = 1024 * 1024

_PLACES_AT_ONCE = 500

_SERVICE_ONLY_FLAGS = frozenset(("auto", "erased"))


class _Unstored(Exception):
    """This revision is not stored: refused, or to be tried again later."""

    def __init__(self, status: str, code: str, detail: str | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail


class _Held(Exception):
    """This revision is kept beside the record, and `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sender:
    """The device that pushes, and its user, as the database has them now."""

    device: str
    public_key: str
    user: people.UserAccount


@dataclass(frozen=True, slots=True)
class LookedAt:
    """An item after a first look: where it writes, what goes together with it, and its fault if it has one."""

    data: memoryview
    scope: str | None
    begins_family: bool
    group: str | None
    kept: PushItem | None
    """The parsed item; None where keeping all of them would take too much memory."""

    def item(self) -> PushItem:
        """The parsed item, parsed again if it was not kept."""
        return parse_push_item(self.data) if self.kept is None else self.kept


def look_at(items: Sequence[memoryview]) -> list[LookedAt]:
    """The first look at all items of a push, before any lock is taken: this is where time goes on a hostile one."""
    keep = sum(len(item) for item in items) <= _KEEP_PARSED_BYTES
    looked: list[LookedAt] = []
    for data in items:
        item = parse_push_item(data)
        if item.envelope is None:
            looked.append(LookedAt(data, None, begins_family=False, group=item.group, kept=item))
            continue
        revision = item.envelope.revision
        begins = revision.kind == "family" and revision.doc == revision.scope and not revision.parents
        looked.append(LookedAt(data, revision.scope, begins, revision.group, item if keep else None))
    return looked


@dataclass(slots=True)
class Push:
    """One push, inside one open write transaction."""

    connection: sa.Connection
    dialect: str
    identity: Identity
    clock: Clock
    entropy: Entropy
    sender: Sender
    shelf: Shelf = field(init=False)
    awaited: set[str] = field(default_factory=set)
    """Families of this push whose first document must be sent again: what belongs to them waits as well."""

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.connection)

    def apply(self, looked: Sequence[LookedAt]) -> list[Result]:
        """Store what can be stored; one result for each item, in order."""
        self._lock(looked)
        results: list[Result] = []
        runs = list(_runs([one.group for one in looked]))
        groups = Counter(looked[start].group for start, _ in runs)
        for start, end in runs:
            group = looked[start].group
            is_scattered = group is not None and groups[group] > 1
            results += self._apply_run(looked[start:end], is_scattered=is_scattered)
        self._count_up()
        return results

    # --- one after another, or together -------------------------------------------------------------------------

    def _lock(self, looked: Sequence[LookedAt]) -> None:
        """Take the sender's row, then all scopes that may be written, in the order of their ids: no deadlock."""
        device = db.device
        self.connection.execute(
            sa.select(device.c.id).where(device.c.id == self.sender.device).with_for_update()
        )
        wanted = {one.scope for one in looked if one.scope is not None}
        if any(one.begins_family for one in looked):
            wanted |= {self.sender.user.id, *people.managers_of(self.connection, self.sender.user.team)}
        self.connection.execute(
            sa.select(db.scope.c.id)
            .where(db.scope.c.id.in_(sorted(wanted)))
            .order_by(db.scope.c.id)
            .with_for_update()
        )

    def _apply_run(self, run: Sequence[LookedAt], *, is_scattered: bool) -> list[Result]:
        """One item, or the members of a group: all of them stored, or none."""
        savepoint = self.connection.begin_nested()
        results: list[Result] = []
        faults: list[_Unstored] = []
        if run[0].group is not None and len(run) > GROUP_MAX:
            faults.append(_Unstored("refused", "malformed", "more than 20 in a group"))
        if is_scattered:
            faults.append(_Unstored("refused", "malformed", "a group that does not stand side by side"))
        for one in run:
            item = one.item()
            try:
                results.append(self._apply_one(item))
            except _Unstored as fault:
                faults.append(fault)
                results.append({"hash": item.hash})
            except (DBAPIError, ProtocolError):
                raise  # of the whole transaction: a lock waited for too long, a database that is gone
            except Exception as error:  # noqa: BLE001 - I17: what nobody foresaw in one item delays no other
                log.unforeseen(error)
                faults.append(_Unstored("retry", "overloaded"))
                results.append({"hash": item.hash})
        if not faults:
            savepoint.commit()
            return results
        savepoint.rollback()
        worst = next((fault for fault in faults if fault.status == "refused"), faults[0])
        if worst.status == "retry":
            self.awaited |= {one.scope for one in run if one.begins_family and one.scope is not None}
        # Answered here for the first time and now undone: a copy of it further on in the group was not answered before.
        undone = {result["hash"] for result in results if not result.get("again")}
        return [
            result
            if result.get("again") and result["hash"] not in undone
            else _unstored(result["hash"], worst)
            for result in results
        ]

    def _apply_one(self, item: PushItem) -> Result:
        envelope = self._genuine(item)
        revision = envelope.revision
        before = self._seen(revision.hash)
        if before is not None:
            return before
        try:
            self._refuse_fork(revision)
            self._check_parents(revision)
            state = self._state(revision.doc)
            self._check_permission(revision, state)
            self._check_is_the_same(revision)
            if not self.shelf.knows(revision.form):
                raise _Held("form_unknown")
            if state.signed_off and not self._is_overseen(revision):
                raise _Held("locked")
        except _Held as reason:
            return self._hold(envelope, reason.code)
        return self._record(envelope, state)

    # --- looking, in the order of section 4.3 -------------------------------------------------------------------

    def _genuine(self, item: PushItem) -> Envelope:
        """Shape, device and signature."""
        envelope = item.envelope
        if envelope is None:
            raise _Unstored("refused", item.code or "malformed", item.detail)
        revision = envelope.revision
        if revision.counter is None or revision.open or _SERVICE_ONLY_FLAGS.intersection(revision.flags):
            raise _Unstored("refused", "malformed", "what only the service writes")
        is_own = revision.device == self.sender.device and revision.author == self.sender.user.id
        if not is_own or not verify_hash(self.sender.public_key, revision.hash, envelope.sig):
            raise _Unstored("refused", "bad_signature")
        return envelope

    def _seen(self, hash_: str) -> Result | None:
        """The first answer to this hash, if there was one."""
        kept = self.connection.execute(
            sa.select(db.revision.c.result).where(db.revision.c.hash == hash_)
        ).scalar_one_or_none()
        return None if kept is None else {**json.loads(kept), "again": True}

    def _refuse_fork(self, revision: Revision) -> None:
        """A place used twice, or a predecessor that is not the one stored, means two laptops with one key."""
        counter = revision.counter or 0
        table = db.revision
        around = self.connection.execute(
            sa.select(table.c.place, table.c.hash, table.c.prev).where(
                table.c.device == revision.device, table.c.place.in_((counter - 1, counter, counter + 1))
            )
        )
        found = {row.place: row for row in around}
        is_fork = counter in found
        if counter - 1 in found and found[counter - 1].hash != revision.prev:
            is_fork = True
        if counter + 1 in found and found[counter + 1].prev != revision.hash:
            is_fork = True
        device = db.device
        if is_fork:
            self.connection.execute(
                sa.update(device).where(device.c.id == revision.device).values(forked=True)
            )
        if is_fork or is_forked(self.connection, revision.device):
            raise _Held("device_forked")

    def _check_parents(self, revision: Revision) -> None:
        """Known, of the same document, and not held; accounts stand as in one of them."""
        table = db.revision
        found = {
            row.hash: row
            for row in self.connection.execute(
                sa.select(table.c.hash, table.c.doc, table.c.kind, table.c.scope, table.c.held).where(
                    table.c.hash.in_(revision.parents)
                )
            )
        }
        own = (revision.doc, revision.kind, revision.scope)
        if any((row.doc, row.kind, row.scope) != own for row in found.values()):
            raise _Unstored("refused", "malformed", "a parent of another document")
        if len(found) < len(revision.parents):
            raise _Unstored("retry", "parent_unknown")
        self._check_accounts(revision)
        for parent in revision.parents:
            if found[parent].held is not None:
                raise _Held(found[parent].held)

    def _check_is_the_same(self, revision: Revision) -> None:
        """A document keeps its scope and kind. Looked at after permission: a stranger learns of no document by it."""
        document = db.document
        begun = self.connection.execute(
            sa.select(document.c.scope, document.c.kind).where(document.c.id == revision.doc)
        ).one_or_none()
        if begun is not None and (begun.scope, begun.kind) != (revision.scope, revision.kind):
            raise _Unstored("refused", "malformed", "a document does not change its scope or kind")

    def _check_accounts(self, revision: Revision) -> None:
        """Only the service makes accounts; a person's revision has them as one of its parents has them."""
        accounts = dict(accounts_of(revision.body or {}))
        if not accounts:
            return
        history = _History(self.connection, revision.doc)
        for parent in revision.parents:
            body = merge.last_body(parent, history.find)
            accounts = {key: value for key, value in accounts.items() if body.get(key) != value}
            if not accounts:
                return
        raise _Unstored("refused", "malformed", "accounts that no parent has")

    def _check_permission(self, revision: Revision, state: DocumentState) -> None:
        scope = self.connection.execute(
            sa.select(db.scope.c.id, db.scope.c.owner_id).where(db.scope.c.id == revision.scope)
        ).one_or_none()
        if scope is not None and scope.owner_id is not None:
            self._check_assigning(revision, state)
        elif revision.kind == "assignment":
            raise _Held("forbidden_scope")
        elif scope is None:
            self._check_beginning(revision)
        else:
            self._check_writing(revision)

    def _check_writing(self, revision: Revision) -> None:
        """In a family: workers write, who oversees also signs off, who held it once delivers."""
        standing = self._standing(revision.scope)
        if standing.role is None:
            raise _Held("case_moved" if standing.held_once else "forbidden_scope")
        if standing.role == "reader" or (revision.signed_off and standing.role != "oversight"):
            raise _Held("forbidden_scope")

    def _check_beginning(self, revision: Revision) -> None:
        """An unknown scope is begun by its `family` document, and by nothing else."""
        if revision.scope in self.awaited and revision.doc != revision.scope:
            raise _Unstored("retry", "overloaded")
        is_family = revision.kind == "family" and revision.doc == revision.scope and not revision.parents
        if not is_family or revision.deleted or self.sender.user.role not in ("practitioner", "manager"):
            raise _Held("forbidden_scope")
        if revision.signed_off:
            raise _Held("forbidden_scope")

    def _check_assigning(self, revision: Revision, state: DocumentState) -> None:
        """In a user's scope stand assignments alone, written by who oversees the family, then and now."""
        if revision.kind != "assignment":
            raise _Held("forbidden_scope")
        said = people.read_assignment(revision.body) if revision.body is not None else None
        named = [state.body.get("family")] if state.begun and state.deleted is None else []
        if revision.body is not None:
            named.append(revision.body.get("family"))
        families = {str(family) for family in named if is_uuid(family)}
        if any(self._standing(family).role != "oversight" for family in families):
            raise _Held("forbidden_scope")
        if not families and (revision.body is None or self.sender.user.role != "manager"):
            raise _Held("forbidden_scope")
        if revision.body is not None and said is None:
            raise _Held("invalid_field")

    def _standing(self, family: str) -> people.Standing:
        return people.standing(self.connection, self.sender.user.id, family, people.today(self.clock))

    def _is_overseen(self, revision: Revision) -> bool:
        if revision.kind == "assignment":
            return True  # it stands in a user's scope, where only who oversees the family got as far as this
        return self._standing(revision.scope).role == "oversight"

    # --- storing ------------------------------------------------------------------------------------------------

    def _hold(self, envelope: Envelope, code: str) -> Result:
        result = {"hash": envelope.revision.hash, "status": "held", "code": code}
        self._store(envelope, result, held=code, is_in_place=self._is_free(envelope.revision))
        return result

    def _is_free(self, revision: Revision) -> bool:
        """Whether no other revision has this place in the device's run; of a forked device there may be two."""
        table = db.revision
        taken = self.connection.execute(
            sa.select(table.c.hash).where(
                table.c.device == revision.device, table.c.place == revision.counter
            )
        )
        return taken.first() is None

    def _record(self, envelope: Envelope, state: DocumentState) -> Result:
        """Into the record: as the new head, or as a side with the service's merge after it."""
        revision = envelope.revision
        if revision.kind == "family" and revision.doc == revision.scope and not state.begun:
            self._begin_scope(revision)
        history = _History(self.connection, revision.doc)
        outcome = merge.apply_revision(state, revision, self.shelf, history.find)
        end = _Log.of(self.connection, revision.scope)
        result: Result = {
            "hash": revision.hash,
            "status": outcome.status,
            "head": revision.hash,
            "seq": end.head + 1,
        }
        if outcome.kind == "fast_forward":
            self._store(envelope, result)
            end.append(revision, "main")
            self._keep_head(revision, outcome.state)
        else:
            merged = self._sign(_merged_members(revision, state, outcome))
            result["head"] = merged.revision.hash
            self._store(envelope, result)
            end.append(revision, "side")
            self._store(merged, {})
            end.append(merged.revision, "main")
            self._keep_head(merged.revision, outcome.state)
        return result

    def _begin_scope(self, revision: Revision) -> None:
        """A new family: its log, its author as worker, the managers of the author's team overseeing it."""
        begun = self.connection.execute(
            db.insert_ignoring(self.dialect, db.scope)
            .values(id=revision.scope, owner_id=None, head=0, chain=START)
            .on_conflict_do_nothing()
        )
        if begun.rowcount == 0:
            return
        user = self.sender.user
        self._assign(user.id, revision.scope, "worker")
        for manager in people.managers_of(self.connection, user.team):
            self._assign(manager, revision.scope, "oversight")

    def _assign(self, user_id: str, family: str, role: str) -> None:
        """The service's own assignment document, in the user's scope."""
        members = {
            "doc": uuid7(self.clock.wall_ms(), self.entropy),
            "kind": "assignment",
            "scope": user_id,
            "parents": [],
            "body": {"family": family, "role": role, "from": people.today(self.clock)},
            "open": [],
            "form": None,
            "blobs": [],
            "author": self.sender.user.id,
            "flags": ["auto"],
        }
        made = self._sign(members)
        self._store(made, {})
        _Log.of(self.connection, user_id).append(made.revision, "main")
        self._keep_head(made.revision, merge.follow(DocumentState(), made.revision))

    def _sign(self, members: Mapping[str, Any]) -> Envelope:
        """A revision of the service's own."""
        now = format_time(self.clock.wall_ms())
        revision = _parsed(
            {
                "v": 1,
                **members,
                "device": self.identity.service,
                "counter": None,
                "prev": None,
                "group": None,
                "written": {
                    "wall": now,
                    "zone": "UTC",
                    "server": now,
                    "elapsed_ms": None,
                    "boot": self.identity.boot,
                },
                "salt": canonical.b64u(self.entropy.random_bytes(16)),
            }
        )
        return Envelope(revision, self.identity.key.sign_hash(revision.hash))

    def _store(
        self, envelope: Envelope, result: Result, held: str | None = None, *, is_in_place: bool = True
    ) -> None:
        revision = envelope.revision
        self.connection.execute(
            sa.insert(db.revision).values(
                hash=revision.hash,
                doc=revision.doc,
                kind=revision.kind,
                scope=revision.scope,
                device=revision.device,
                counter=revision.counter,
                place=revision.counter if is_in_place else None,
                prev=revision.prev,
                parents=json.dumps(revision.parents),
                deleted=revision.deleted,
                written=revision.canonical,
                sig=envelope.sig,
                received_ms=self.clock.wall_ms(),
                held=held,
                result=json.dumps(result),
            )
        )

    def _state(self, doc: str) -> DocumentState:
        """The document as it stands now."""
        table = db.document
        row = self.connection.execute(
            sa.select(table.c.head, table.c.deleted, table.c.set_by).where(table.c.id == doc)
        ).one_or_none()
        if row is None:
            return DocumentState()
        history = _History(self.connection, doc)
        head = history.load(row.head)
        return DocumentState(
            head=row.head,
            body=merge.last_body(row.head, history.find),
            deleted=row.deleted,
            open=tuple(OpenQuestion(asked["key"], asked["side"]) for asked in head["open"]),
            set_by={key: SetBy(*by) for key, by in json.loads(row.set_by).items()},
            form=head["form"],
            blobs=tuple(head["blobs"]),
            signed_off="signed_off" in head["flags"],
            begun=True,
        )

    def _keep_head(self, head: Revision, state: DocumentState) -> None:
        """Bring the projection up to the new head."""
        values = {
            "scope": head.scope,
            "kind": head.kind,
            "head": head.hash,
            "deleted": state.deleted,
            "set_by": json.dumps({key: [by.rev, by.author] for key, by in state.set_by.items()}),
        }
        self.connection.execute(
            db.insert_ignoring(self.dialect, db.document)
            .values(id=head.doc, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )
        if head.kind == "assignment":
            people.keep_assignment(
                self.connection, self.dialect, head.doc, head.scope, head.body, people.today(self.clock)
            )

    def _count_up(self) -> None:
        """Move `have_counter` over all places that are filled without a gap (section 4.6)."""
        device, table = db.device, db.revision
        have: int = self.connection.execute(
            sa.select(device.c.have_counter).where(device.c.id == self.sender.device)
        ).scalar_one()
        reached = have
        while True:
            filled = self.connection.execute(
                sa.select(table.c.place)
                .where(table.c.device == self.sender.device, table.c.place > reached)
                .order_by(table.c.place)
                .limit(_PLACES_AT_ONCE)
            ).scalars()
            dense = sum(1 for ahead, place in enumerate(filled, start=1) if place == reached + ahead)
            reached += dense
            if dense < _PLACES_AT_ONCE:
                break
        if reached > have:
            self.connection.execute(
                sa.update(device).where(device.c.id == self.sender.device).values(have_counter=reached)
            )


class ServiceFault(Exception):
    """The service made a revision that it would refuse from a laptop: a fault of ours, never to be stored."""


def _parsed(members: Mapping[str, Any]) -> Revision:
    try:
        return Revision.parse(members)
    except Malformed as error:
        raise ServiceFault from error


def is_forked(connection: sa.Connection, device_id: str) -> bool:
    """Whether two laptops were seen with this device's key."""
    device = db.device
    return bool(
        connection.execute(sa.select(device.c.forked).where(device.c.id == device_id)).scalar_one_or_none()
    )


def _runs(groups: Sequence[str | None]) -> Iterable[tuple[int, int]]:
    """Start and end of what is stored together: members of one group side by side, all else alone."""
    start = 0
    for position in range(1, len(groups) + 1):
        same = position < len(groups) and groups[position] is not None and groups[position] == groups[start]
        if not same:
            yield start, position
            start = position


def _unstored(hash_: str | None, fault: _Unstored) -> Result:
    result: Result = {"hash": hash_, "status": fault.status, "code": fault.code}
    if fault.detail is not None:
        result["detail"] = fault.detail
    return result


def _merged_members(incoming: Revision, state: DocumentState, outcome: Outcome) -> dict[str, Any]:
    """The service's merge, but for what makes it the service's own (section 6)."""
    after = outcome.state
    return {
        "doc": incoming.doc,
        "kind": incoming.kind,
        "scope": incoming.scope,
        "parents": [state.head, incoming.hash],
        "body": None if outcome.body is None else dict(outcome.body),
        "open": [asked.to_wire() for asked in outcome.open],
        "form": None if after.form is None else dict(after.form),
        "blobs": [dict(blob) for blob in after.blobs],
        "author": incoming.author,
        "flags": ["auto", "deleted"] if outcome.body is None else ["auto"],
    }


@dataclass(slots=True)
class _Log:
    """The end of one scope's log, whose row is locked."""

    connection: sa.Connection
    scope: str
    head: int
    chain: str

    @classmethod
    def of(cls, connection: sa.Connection, scope: str) -> _Log:
        """The log of this scope; its row stays locked until the transaction ends."""
        row = connection.execute(
            sa.select(db.scope.c.head, db.scope.c.chain).where(db.scope.c.id == scope).with_for_update()
        ).one()
        return cls(connection, scope, row.head, row.chain)

    def append(self, revision: Revision, role: str) -> None:
        """One more entry, dense, with the chain over it."""
        self.head += 1
        self.chain = next_chain(self.chain, role, revision.hash)
        self.connection.execute(
            sa.insert(db.entry).values(
                scope=self.scope,
                seq=self.head,
                role=role,
                hash=revision.hash,
                size=len(revision.canonical),
                chain=self.chain,
            )
        )
        self.connection.execute(
            sa.update(db.scope).where(db.scope.c.id == self.scope).values(head=self.head, chain=self.chain)
        )


@dataclass(slots=True)
class _Kept:
    """An earlier revision of the document: its place is known, what it says is loaded when asked for."""

    history: _History
    hash: str
    parents: tuple[str, ...]
    deleted: bool

    @property
    def body(self) -> Mapping[str, Any] | None:
        """What it said."""
        body: Mapping[str, Any] | None = self.history.load(self.hash)["body"]
        return body

    @property
    def blobs(self) -> list[dict[str, Any]]:
        """Its attachments."""
        return list(self.history.load(self.hash)["blobs"])


@dataclass(slots=True)
class _History:
    """The revisions of one document, for merging: their order in memory, one body at a time."""

    connection: sa.Connection
    doc: str
    _places: dict[str, _Kept] | None = None
    _last: tuple[str, Mapping[str, Any]] | None = None

    def find(self, hash_: str) -> _Kept | None:
        """The revision, if it is one of this document."""
        if self._places is None:
            table = db.revision
            found = self.connection.execute(
                sa.select(table.c.hash, table.c.parents, table.c.deleted).where(table.c.doc == self.doc)
            )
            self._places = {
                row.hash: _Kept(self, row.hash, tuple(json.loads(row.parents)), row.deleted) for row in found
            }
        return self._places.get(hash_)

    def load(self, hash_: str) -> Mapping[str, Any]:
        """Its members; the last one asked for is kept, for it is asked for again."""
        if self._last is None or self._last[0] != hash_:
            table = db.revision
            written = self.connection.execute(
                sa.select(table.c.written).where(table.c.hash == hash_)
            ).scalar_one()
            self._last = (hash_, json.loads(written))
        return self._last[1]
