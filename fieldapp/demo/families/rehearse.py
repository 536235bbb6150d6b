"""The year of the demonstration families played in memory: forms filled in, filed, merged; no store, no service.

Promises: each worker has a laptop of their own here, which sees the others' work only while its link is up; what is
written without a link rests on the old text and is merged when the link is back, by the protocol's own rules. So the
undecided conflict of February comes about by itself. Data that a form would not take, or that would be finished with
something missing and no reason, stops the rehearsal with its place.
Never: signatures, files, network: the loader does the same acts through the real commands.
Source: practice.md section 7; protocol.md section 6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fieldapp.demo.families.shape import WORKERS, ZONE, Act, Worker, ident, moment
from fieldapp.forms.answers import fill, to_body
from fieldapp.forms.face import Definition
from fieldapp.ports import SteppedClock
from fieldapp.protocol.canonical import b64u
from fieldapp.protocol.merge import DocumentState, apply_revision
from fieldapp.protocol.revision import Revision
from fieldapp.protocol.times import format_time
from fieldapp.records import meta
from fieldapp.records.document import Document, FormReference, OpenQuestion, Value
from fieldapp.records.filing import Filed, join, refile

BEGUN = moment("2025-03-10", "08:00")


class DoesNotFit(Exception):
    """The written-down data does not fit its form. For the author of the data; holds invented answers only."""


@dataclass(slots=True)
class _SeedEntropy:
    """Ids of rows that nobody named: a count is enough, they are dropped or stay inside one rehearsal."""

    count: int = 0

    def random_bytes(self, count: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(count, "big") if count >= 4 else bytes(count)


@dataclass(frozen=True, slots=True)
class _Forms:
    """What merging asks of forms."""

    by_hash: Mapping[str, Definition]

    def merge_types(self, form: Mapping[str, Any] | None) -> Mapping[str, str]:
        found = self.by_hash.get(form["hash"]) if form is not None else None
        return {} if found is None else dict(found.merge_types())

    def later(
        self, left: Mapping[str, Any] | None, right: Mapping[str, Any] | None
    ) -> Mapping[str, Any] | None:
        return right if right is not None else left


@dataclass(slots=True)
class _Held:
    """One document as somebody sees it."""

    state: DocumentState
    first: Revision
    last: Revision


@dataclass(slots=True)
class _Laptop:
    """One worker's copy, and what they wrote that has not left it."""

    online: bool = True
    documents: dict[str, _Held] = field(default_factory=dict)
    unsent: list[Revision] = field(default_factory=list)


@dataclass(slots=True)
class Rehearsal:
    """The state of everything after the acts played so far."""

    definitions: Mapping[str, Definition]
    """By form id: the forms as published."""
    _laptops: dict[Worker, _Laptop] = field(default_factory=dict)
    _service: dict[str, _Held] = field(default_factory=dict)
    _revisions: dict[str, Revision] = field(default_factory=dict)
    _users: dict[Worker, str] = field(default_factory=dict)
    _counts: dict[Worker, int] = field(default_factory=dict)
    _previous: dict[Worker, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for worker in WORKERS:
            self._laptops[worker.key] = _Laptop()
            self._users[worker.key] = ident(f"user {worker.key}", BEGUN)

    @property
    def revision_count(self) -> int:
        """How many revisions people wrote or the service merged."""
        return len(self._revisions)

    def user(self, worker: Worker) -> str:
        """The user id of a worker."""
        return self._users[worker]

    def name_of(self, user: str) -> str:
        """The name of a user by id."""
        keys = {id_: key for key, id_ in self._users.items()}
        return next((worker.name for worker in WORKERS if worker.key == keys.get(user)), "")

    def definition(self, form: FormReference) -> Definition | None:
        """The form a document names."""
        return self._forms.by_hash.get(form.hash)

    def play(self, acts: Iterable[Act]) -> Rehearsal:
        """Play acts in order; gives itself."""
        for act in acts:
            self._play(act)
        return self

    def documents(self, seen_by: Worker | None = None) -> tuple[Document, ...]:
        """All documents as the service has them, or as one worker's laptop shows them."""
        held = self._service if seen_by is None else self._laptops[seen_by].documents
        unsent = {revision.doc for revision in self._laptops[seen_by].unsent} if seen_by else set()
        return tuple(self._document(doc, one, doc in unsent) for doc, one in held.items())

    @property
    def _forms(self) -> _Forms:
        return _Forms({definition.hash: definition for definition in self.definitions.values()})

    def _play(self, act: Act) -> None:
        laptop = self._laptops[act.who]
        if act.kind == "cut":
            laptop.online = False
        elif act.kind == "mend":
            laptop.online = True
            self._sync(laptop)
        elif act.kind == "write":
            self._save(act, refile((), self._filled(act, {}), self.definitions[act.form], act.doc), act.form)
        elif act.kind == "go_on":
            definition = self.definitions[act.form]
            before = [
                document
                for document in self.documents(act.who)
                if document.id == act.doc or document.text("meta/of") == act.doc
            ]
            root = next(document for document in before if document.id == act.doc)
            body = self._filled(act, join(root, before, definition))
            self._save(act, refile(before, body, definition, act.doc), act.form)
        elif act.kind == "edit":
            self._edit(act)

    def _edit(self, act: Act) -> None:
        held = self._laptops[act.who].documents.get(act.doc)
        if held is None or held.state.form is None:
            raise DoesNotFit(f"{act.at}: an edit of a document that {act.who} does not have")
        body = {key: value for key, value in held.state.body.items() if act.answers.get(key) != ""}
        body |= {key: value for key, value in act.answers.items() if value != ""}
        types = self._forms.merge_types(held.state.form)
        strange = [
            key
            for key in act.answers
            if "/".join(part.partition("[")[0] for part in key.split("/")) not in types
        ]
        if strange:
            raise DoesNotFit(f"{act.at}: {strange[0]} is not in the form")
        self._save(act, [Filed(act.doc, held.last.kind, body)], held.state.form["id"])

    def _filled(self, act: Act, before: Mapping[str, Value]) -> dict[str, Value]:
        """The form as a person would leave it: filled in, checked, finished or saved with its reason."""
        definition = self.definitions[act.form]
        clock = SteppedClock(act.unix_ms, ZONE)
        answers = {**before, **act.answers}
        instance = fill(definition, answers, clock=clock, entropy=_SeedEntropy())
        body = to_body(instance, before)
        lost = [
            key
            for key, value in act.answers.items()
            if not key.startswith("meta/") and body.get(key) != value
        ]
        if lost:
            raise DoesNotFit(f"{act.at} {act.form}: {lost[0]} = {act.answers[lost[0]]!r} does not stay")
        missing = instance.violations()
        if missing and not act.why_open:
            raise DoesNotFit(f"{act.at} {act.form}: {[(one.key, one.kind, one.message) for one in missing]}")
        body |= {key: value for key, value in before.items() if key.startswith("meta/")}
        if not missing:
            return meta.completed(body)
        return meta.with_gaps(
            body,
            ((ident(f"gap {act.doc} {one.key}", act.at), one.key, act.why_open) for one in missing),
        )

    def _save(self, act: Act, filed: Iterable[Filed], form: str) -> None:
        definition = self.definitions[form]
        laptop = self._laptops[act.who]
        for one in filed:
            held = laptop.documents.get(one.doc)
            revision = self._revision(act, one, definition, held)
            self._revisions[revision.hash] = revision
            laptop.unsent.append(revision)
            self._apply(laptop.documents, revision, merge=False)
        if laptop.online:
            self._sync(laptop)

    def _revision(self, act: Act, filed: Filed, definition: Definition, held: _Held | None) -> Revision:
        count = self._counts.get(act.who, 0) + 1
        self._counts[act.who] = count
        wall = format_time(act.unix_ms)
        revision = Revision.parse(
            {
                "v": 1,
                "doc": filed.doc,
                "kind": filed.kind,
                "scope": act.family,
                "parents": [held.state.head] if held is not None and held.state.head else [],
                "body": filed.body,
                "open": [],
                "form": {"id": definition.id, "version": definition.version, "hash": definition.hash},
                "blobs": [],
                "author": self._users[act.who],
                "device": ident(f"device {act.who}", BEGUN),
                "counter": count,
                "prev": self._previous.get(act.who),
                "group": None,
                "written": {
                    "wall": wall,
                    "zone": ZONE,
                    "server": None,
                    "elapsed_ms": None,
                    "boot": ident("boot", BEGUN),
                },
                "flags": sorted(
                    [
                        *(["deleted"] if filed.body is None else []),
                        *(["signed_off"] if act.signed_off else []),
                    ]
                ),
                "salt": b64u(bytes(16)),
            }
        )
        self._previous[act.who] = revision.hash
        return revision

    def _sync(self, laptop: _Laptop) -> None:
        """Send what is unsent, then take everything over; everybody else whose link is up does the same."""
        for revision in laptop.unsent:
            self._apply(self._service, revision, merge=True)
        laptop.unsent.clear()
        for other in self._laptops.values():
            if other.online:
                other.documents = dict(self._service)

    def _apply(self, documents: dict[str, _Held], revision: Revision, *, merge: bool) -> None:
        held = documents.get(revision.doc)
        state = held.state if held is not None else DocumentState()
        outcome = apply_revision(state, revision, self._forms, self._revisions.get)
        after, last = outcome.state, revision
        if merge and outcome.kind == "merged":
            last = self._merged(state, revision, outcome.body, outcome.open)
            self._revisions[last.hash] = last
            after = DocumentState(
                head=last.hash,
                body=after.body,
                deleted=after.deleted,
                open=after.open,
                set_by=after.set_by,
                form=after.form,
                blobs=after.blobs,
                signed_off=after.signed_off,
                begun=True,
            )
        documents[revision.doc] = _Held(after, held.first if held is not None else revision, last)

    def _merged(self, state: DocumentState, side: Revision, body: Any, open_: Iterable[Any]) -> Revision:
        """The service's own revision over a head and a side."""
        return Revision.parse(
            {
                **side.members,
                "parents": [state.head, side.hash],
                "body": dict(body) if body is not None else None,
                "open": [one.to_wire() for one in open_],
                "device": ident("service", BEGUN),
                "counter": None,
                "prev": None,
                "group": None,
                "flags": ["auto"] if body is not None else ["auto", "deleted"],
            }
        )

    def _document(self, doc: str, held: _Held, unsent: bool) -> Document:
        state, last = held.state, held.last
        form = state.form
        return Document(
            id=doc,
            kind=last.kind,
            scope=last.scope,
            body=dict(state.body),
            head=last.hash,
            author=last.author,
            written_at=last.written.wall,
            form=None if form is None else FormReference(form["id"], form["version"], form["hash"]),
            open=tuple(self._question(state, one.key, one.side) for one in state.open),
            created_at=held.first.written.wall,
            created_by=held.first.author,
            deleted=state.deleted is not None,
            signed_off=state.signed_off,
            unsent=unsent,
        )

    def _question(self, state: DocumentState, key: str, side: str) -> OpenQuestion:
        other = self._revisions[side]
        by = state.set_by.get(key)
        setter = self._revisions.get(by.rev) if by is not None else None
        return OpenQuestion(
            key=key,
            side=side,
            value=(other.body or {}).get(key),
            author=other.author,
            written_at=other.written.wall,
            head_author=by.author if by is not None else "",
            head_written_at=setter.written.wall if setter is not None else "",
        )


def rehearse(acts: Iterable[Act], definitions: Iterable[Definition]) -> Rehearsal:
    """Play acts against these published forms."""
    return Rehearsal({definition.id: definition for definition in definitions}).play(acts)
