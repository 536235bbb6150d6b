"""Merging: what a document says after two people changed it apart.

What lives here: the one pure function that the service runs at push, under the scope's lock, and that a laptop
runs to preview the same result; and the little state it needs beside a head (`set_by`: who last changed each key).
What never lives here: clock, disk, network, chance, words on screen, permission, and any guess. Wall-clock time
never decides.

The theory (protocol 1 section 6). A revision I edits its first parent, whose body is P; meanwhile the head became
M. A key is *mine* where I differs from P, and *theirs* where M differs from P or where its last change in the
head is one that I has not seen. "Not seen" matters: a value changed and changed back leaves M equal to P, yet
somebody decided it. Only what is both mine and theirs and different needs a rule, and the rule is the key's merge
type: accounts are kept whole beside each other (narrative), members are added and taken away (set), rows are
united by id (list), and for value and caution the head stays and a person is asked. So merging drops no changed
key (I9), one's own offline run alone asks nothing (I8), and the same log gives the same bytes everywhere (I7).

Being deleted counts as the key `""`. A delete never wins against an edit by itself, whichever came first.
Rows come before keys: a row that one side removed stays whole if the other side changed an answer in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from fieldapp.protocol import canonical
from fieldapp.protocol.revision import OpenQuestion, Revision, form_path, is_row, rows_of

MERGE_TYPES = ("narrative", "set", "list", "value", "caution")
DELETED = ""
"""The key that stands for whether the document is deleted."""

Body = Mapping[str, Any]


class Known(Protocol):
    """As much of an earlier revision as merging looks at; a `Revision` is one, a keeper may hand out less."""

    @property
    def parents(self) -> tuple[str, ...]:
        """What it was made from."""

    @property
    def body(self) -> Body | None:
        """What it said; None if it deleted."""

    @property
    def deleted(self) -> bool:
        """Whether it deleted."""

    @property
    def blobs(self) -> list[dict[str, Any]]:
        """Its attachments."""


Lookup = Callable[[str], Known | None]


@dataclass(frozen=True, slots=True)
class SetBy:
    """The person's revision that last changed a key in the head, and whose it is."""

    rev: str
    author: str


@dataclass(frozen=True, slots=True)
class MergeInput:
    """All that a merge depends on. Bodies of deleted revisions are the last ones before the delete."""

    types: Mapping[str, str]
    """Form path to merge type; a path without one is `value`."""
    parent: Body
    incoming: Body | None
    """None when the incoming revision deletes."""
    head: Body
    set_by: Mapping[str, SetBy]
    seen: frozenset[str]
    """Ancestors of the incoming revision, by all parents."""
    me: SetBy
    parent_is_head: bool
    parent_deleted: bool
    head_deleted: str | None
    """The person's delete, if the head is deleted."""
    opens: tuple[OpenQuestion, ...]
    names: frozenset[str]
    """The sides it decides: its parents but the first."""
    line: frozenset[str]
    """Its first parent, that one's first parent, and so on."""


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What the document says now. On a fast-forward the incoming revision itself is the new head."""

    kind: Literal["fast_forward", "merged"]
    body: Body | None
    open: tuple[OpenQuestion, ...]
    status: Literal["accepted", "conflict"]


def merge(told: MergeInput) -> MergeResult:
    """Section 6, whole: pure and total."""
    mine = _mine(told)
    still_open = _still_open(told, mine)
    if told.parent_is_head and not still_open:
        return MergeResult("fast_forward", told.incoming, (), "accepted")
    theirs = _theirs(told)
    if told.incoming is None:
        body, asked = _merge_delete(told, mine, theirs)
    else:
        body, asked = _merge_edit(told, told.incoming, mine, theirs)
    questions = _sorted({*still_open, *asked})
    status: Literal["accepted", "conflict"] = "conflict" if asked else "accepted"
    return MergeResult("merged", body, questions, status)


def _mine(told: MergeInput) -> frozenset[str]:
    """The keys that the incoming revision added, changed or removed."""
    incoming_deleted = told.incoming is None
    keys = set() if told.incoming is None else set(_differing(told.incoming, told.parent))
    if incoming_deleted != told.parent_deleted:
        keys.add(DELETED)
    return frozenset(keys)


def _theirs(told: MergeInput) -> frozenset[str]:
    """The keys that the head changed since P, or whose last change the incoming revision has not seen."""
    keys = set(_differing(told.head, told.parent))
    keys.update(key for key, set_by in told.set_by.items() if set_by.rev not in told.seen)
    if (told.head_deleted is not None) != told.parent_deleted:
        keys.add(DELETED)
    return frozenset(keys)


def _differing(left: Body, right: Body) -> Iterable[str]:
    return (key for key in left.keys() | right.keys() if left.get(key) != right.get(key))


def _still_open(told: MergeInput, mine: frozenset[str]) -> tuple[OpenQuestion, ...]:
    """The head's questions without those that this revision decides, or asked itself and now answers anew."""
    return tuple(
        asked
        for asked in told.opens
        if asked.side not in told.names and not (asked.key in mine and asked.side in told.line)
    )


def _sorted(questions: Iterable[OpenQuestion]) -> tuple[OpenQuestion, ...]:
    return tuple(sorted(questions, key=lambda asked: (asked.key, asked.side)))


def _merge_delete(
    told: MergeInput, mine: frozenset[str], theirs: frozenset[str]
) -> tuple[Body | None, set[OpenQuestion]]:
    """A delete deletes where nothing is theirs; against an edit it becomes a question."""
    if told.head_deleted is not None or not theirs:
        return None, set()
    if (
        DELETED not in mine
    ):  # it deleted nothing: its parent was deleted already, and the head was restored since
        return dict(told.head), set()
    return dict(told.head), {OpenQuestion(DELETED, told.me.rev)}


def _merge_edit(
    told: MergeInput, incoming: Body, mine: frozenset[str], theirs: frozenset[str]
) -> tuple[Body, set[OpenQuestion]]:
    """An edit stands, also against a delete that its author had not seen: then the delete is the question."""
    body, asked = _merge_bodies(told, incoming, mine, theirs)
    delete = told.head_deleted
    if delete is not None and not told.parent_deleted and delete not in told.names:
        asked.add(OpenQuestion(DELETED, delete))
    return body, asked


def _merge_bodies(
    told: MergeInput, incoming: Body, mine: frozenset[str], theirs: frozenset[str]
) -> tuple[dict[str, Any], set[OpenQuestion]]:
    head = told.head
    settled_rows = _settle_rows(told, incoming, mine, theirs)
    body: dict[str, Any] = {}
    asked: set[OpenQuestion] = set()
    for key in sorted(head.keys() | incoming.keys()):
        value, is_asked = _merge_key(told, incoming, key, settled_rows, mine, theirs)
        if value is not None:
            body[key] = value
        if is_asked:
            asked.add(OpenQuestion(key, told.me.rev))
    return body, asked


def _merge_key(
    told: MergeInput,
    incoming: Body,
    key: str,
    settled_rows: Mapping[str, Body],
    mine: frozenset[str],
    theirs: frozenset[str],
) -> tuple[Any, bool]:
    """The key's value after the merge (None: no answer), and whether a person must choose."""
    for row in (*rows_of(key), key) if is_row(key) else rows_of(key):
        if row in settled_rows:
            return settled_rows[row].get(key), False
    ours, parent, stays = incoming.get(key), told.parent.get(key), told.head.get(key)
    if key not in mine:
        return stays, False
    if key not in theirs or stays == ours:
        return ours, False
    kind = _type_taken(told.types.get(form_path(key), "value"), (ours, parent, stays))
    if kind == "narrative":
        return _merge_narrative(told, key, ours, stays), False
    if kind == "set":
        return _merge_set(ours, parent, stays), False
    if kind == "list":
        return (stays if stays is not None else ours), False
    return stays, True


def _settle_rows(
    told: MergeInput, incoming: Body, mine: frozenset[str], theirs: frozenset[str]
) -> dict[str, Body]:
    """Rows that one side removed, outermost first, each with the body that it is taken from, whole.

    A row that goes is taken from an empty body. Moving a row is no answer, so it saves no row from removal.
    """
    settled: dict[str, Body] = {}
    rows = {key for key in told.head.keys() | incoming.keys() if is_row(key)}
    answers = {key for key in mine | theirs if key and not is_row(key)}
    for row in sorted(rows, key=lambda row: (row.count("["), row)):
        if any(outer in settled for outer in rows_of(row)):
            continue
        inside = [key for key in answers if key.startswith(row + "/")]
        if row not in incoming and row in told.parent:
            stays = any(key in theirs for key in inside)
            settled[row] = told.head if stays else {}
        elif row not in told.head and row in theirs:
            stays = any(key in mine for key in inside) or row not in told.parent
            settled[row] = incoming if stays else {}
    return settled


def _type_taken(kind: str, values: tuple[Any, Any, Any]) -> str:
    """The merge type, or `value` when one of the three sides holds what the type does not take."""
    takes: dict[str, type | tuple[type, ...]] = {"narrative": (str, dict), "set": list, "list": int}
    taken = takes.get(kind)
    if taken is None:
        return "value"
    return kind if all(value is None or isinstance(value, taken) for value in values) else "value"


def _merge_set(ours: list[str] | None, parent: list[str] | None, stays: list[str] | None) -> list[str] | None:
    mine, before = set(ours or ()), set(parent or ())
    return sorted((set(stays or ()) | (mine - before)) - (before - mine)) or None


def _merge_narrative(told: MergeInput, key: str, ours: Any, stays: Any) -> Any:
    """Accounts side by side: those of the head that the author had not read, then the author's own."""
    of_head = _accounts(stays, told.set_by.get(key, told.me))
    unread = [account for account in of_head if account["rev"] not in told.seen]
    own = _accounts(ours, told.me)
    if not unread:
        return ours
    if not own and len(unread) == len(of_head):
        return stays
    return {"accounts": [*unread, *own]}


def _accounts(value: Any, set_by: SetBy) -> list[dict[str, Any]]:
    """A narrative as accounts: a plain text is one, of whoever set it; no text is none."""
    if value is None:
        return []
    if isinstance(value, str):
        return [{"author": set_by.author, "rev": set_by.rev, "text": value}]
    return list(value["accounts"])


# --- A document along its log ------------------------------------------------------------------------------------


class Forms(Protocol):
    """What merging must know of forms: what merges how, and which of two was published later."""

    def merge_types(self, form: Mapping[str, Any] | None) -> Mapping[str, str]:
        """Form path to merge type; empty for no form or an unknown one."""

    def later(
        self, left: Mapping[str, Any] | None, right: Mapping[str, Any] | None
    ) -> Mapping[str, Any] | None:
        """The later published of the two; a form before none."""


@dataclass(frozen=True, slots=True)
class DocumentState:
    """A document's head and what merging keeps beside it. `DocumentState()` is a document not yet begun.

    Laptop and service reach the same state from the same log: `follow` for each main entry. A laptop's preview
    of unsent work is a chain of `apply_revision`, whose virtual heads have no hash (`head` is None then).
    """

    head: str | None = None
    body: Body = field(default_factory=dict)
    """The last body, also of a deleted document."""
    deleted: str | None = None
    """The person's revision that deleted it, if it is deleted."""
    open: tuple[OpenQuestion, ...] = ()
    set_by: Mapping[str, SetBy] = field(default_factory=dict)
    form: Mapping[str, Any] | None = None
    blobs: tuple[Mapping[str, Any], ...] = ()
    signed_off: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one incoming revision makes of a document."""

    kind: Literal["fast_forward", "merged"]
    body: Body | None
    open: tuple[OpenQuestion, ...]
    status: Literal["accepted", "conflict"]
    set_by: Mapping[str, SetBy]
    state: DocumentState
    """The document after it. After a merge `state.head` is None until the service's revision has a hash."""


def apply_revision(state: DocumentState, incoming: Revision, forms: Forms, lookup: Lookup) -> Outcome:
    """Fast-forward or merge `incoming` into `state`: the same call for the service's push and a laptop's preview.

    `lookup` finds revisions of this document by hash; ancestors that it does not know are taken as unseen.
    """
    first = incoming.parents[0] if incoming.parents else None
    parent_is_head = first == state.head if first else not state.begun
    form = forms.later(state.form, incoming.form)
    is_plain = parent_is_head and not state.open  # surely a fast-forward: nothing more needs to be read
    told = MergeInput(
        types={} if is_plain else forms.merge_types(form),
        parent=last_body(first, lookup),
        incoming=incoming.body,
        head=state.body,
        set_by=state.set_by,
        seen=frozenset() if is_plain else ancestors(incoming, lookup),
        me=SetBy(incoming.hash, incoming.author),
        parent_is_head=parent_is_head,
        parent_deleted=_is_deleted(first, lookup),
        head_deleted=state.deleted,
        opens=state.open,
        names=frozenset(incoming.parents[1:]),
        line=line(incoming, lookup) if state.open else frozenset(),
    )
    result = merge(told)
    if result.kind == "fast_forward":
        after = follow(state, incoming)
    else:
        parent = lookup(first) if first else None
        after = _advance(
            state,
            SetBy(incoming.hash, incoming.author),
            head=None,
            body=result.body,
            open=result.open,
            form=form,
            blobs=_merge_blobs(incoming.blobs, parent.blobs if parent else [], state.blobs),
            signed_off=False,
        )
    return Outcome(result.kind, result.body, result.open, result.status, after.set_by, after)


def follow(state: DocumentState, main: Revision) -> DocumentState:
    """The document after one more `main` entry of its log, a person's or the service's own."""
    person = main.parents[1] if "auto" in main.flags and len(main.parents) > 1 else main.hash
    return _advance(
        state,
        SetBy(person, main.author),
        head=main.hash,
        body=main.body,
        open=main.open,
        form=main.form,
        blobs=tuple(main.blobs),
        signed_off=main.signed_off,
    )


def _advance(
    state: DocumentState,
    by: SetBy,
    *,
    head: str | None,
    body: Body | None,
    open: tuple[OpenQuestion, ...],
    form: Mapping[str, Any] | None,
    blobs: tuple[Mapping[str, Any], ...],
    signed_off: bool,
) -> DocumentState:
    """Whatever key differs from the head before was set by this person's revision, and no other."""
    last = state.body if body is None else body
    set_by = {**state.set_by, **dict.fromkeys(_differing(last, state.body), by)}
    if (body is None) != (state.deleted is not None):
        set_by[DELETED] = by
    deleted = None if body is not None else state.deleted or by.rev
    return replace(
        state,
        head=head,
        body=last,
        deleted=deleted,
        open=open,
        set_by=set_by,
        form=form,
        blobs=blobs,
        signed_off=signed_off,
        begun=True,
    )


def _merge_blobs(
    ours: list[dict[str, Any]], parent: list[dict[str, Any]], stays: tuple[Mapping[str, Any], ...]
) -> tuple[Mapping[str, Any], ...]:
    """Attachments as a set, in the head's order, then those that this revision added."""
    mine = {canonical.encode(blob): blob for blob in ours}
    before = {canonical.encode(blob) for blob in parent}
    kept = {canonical.encode(dict(blob)): blob for blob in stays}
    merged: dict[bytes, Mapping[str, Any]] = {
        known: blob for known, blob in kept.items() if known in mine or known not in before
    }
    merged.update({known: blob for known, blob in mine.items() if known not in before and known not in kept})
    return tuple(merged.values())


def last_body(hash_: str | None, lookup: Lookup) -> Body:
    """The body of a revision; of a deleted one, the last before it by first parents."""
    while hash_ is not None:
        found = lookup(hash_)
        if found is None:
            break
        if found.body is not None:
            return found.body
        hash_ = found.parents[0] if found.parents else None
    return {}


def _is_deleted(hash_: str | None, lookup: Lookup) -> bool:
    found = lookup(hash_) if hash_ else None
    return found is not None and found.deleted


def ancestors(revision: Revision, lookup: Lookup) -> frozenset[str]:
    """All that the revision has seen: its parents, theirs, and so on. Never itself."""
    found: set[str] = set()
    waiting = list(revision.parents)
    while waiting:
        hash_ = waiting.pop()
        if hash_ in found:
            continue
        found.add(hash_)
        known = lookup(hash_)
        if known is not None:
            waiting.extend(known.parents)
    return frozenset(found)


def line(revision: Revision, lookup: Lookup) -> frozenset[str]:
    """Its first parent, that one's first parent, and so on: the run of edits that it continues."""
    found: set[str] = set()
    hash_ = revision.parents[0] if revision.parents else None
    while hash_ is not None and hash_ not in found:
        found.add(hash_)
        known = lookup(hash_)
        hash_ = known.parents[0] if known is not None and known.parents else None
    return frozenset(found)
