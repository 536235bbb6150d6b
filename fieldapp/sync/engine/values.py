"""What goes into the sync engine and what comes out of it: plain frozen values, nothing that acts.

Promise: this page is the engine's complete vocabulary. What the laptop holds goes in as a `Holding`; what happened
goes in as an event; what must be done comes out as effects, in the order in which they must be done. At most one
effect of a batch speaks to the network and it stands last; the others are local and finish before the next event.
Never here: a socket, a file, a thread, a clock. Texts of the records do not pass through the engine on their way
out: it names revisions by hash, and whoever performs the effect reads the envelopes from the store.
Theory: the design of a protocol as a value machine is that of h11 (events in, bytes out; here effects out).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldapp.protocol.revision import Envelope

# ------------------------------------------------------------------ what the laptop holds


@dataclass(frozen=True, slots=True)
class Waiting:
    """One revision in the outbox, without its text: all that is needed to decide when it may go."""

    hash: str
    doc: str
    scope: str
    kind: str
    counter: int
    parents: tuple[str, ...]
    group: str | None
    size_bytes: int
    """Of its envelope as it stands in a request."""
    stuck: bool = False
    """Refused by the service: it stays, shown with its reason, and is not sent again as it is."""

    @property
    def founds_family(self) -> bool:
        """True for the first revision of a new family's own document; all else in that family waits for it."""
        return self.kind == "family" and self.doc == self.scope and not self.parents


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far this laptop has read one scope's log."""

    scope: str
    seq: int
    chain: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One `assignment` document of this user, as its head reads; dates are `2026-03-01` or absent."""

    family: str
    since: str | None = None
    until: str | None = None

    def is_active(self, date: str) -> bool:
        """True while `since` ≤ `date` < `until`; an absent end is open."""
        return (self.since is None or self.since <= date) and (self.until is None or date < self.until)


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A device whose signatures this laptop can check, and the one user it belongs to."""

    user: str
    public: str


@dataclass(frozen=True, slots=True)
class Holding:
    """What the laptop holds at this moment, read afresh from the store for every event."""

    device: str | None
    """None until the laptop is enrolled: then nothing is ever sent."""
    user: str = ""
    service: str = ""
    service_keys: tuple[str, ...] = ()
    epoch: str | None = None
    outbox: tuple[Waiting, ...] = ()
    """In counter order."""
    cursors: tuple[Cursor, ...] = ()
    """The user's own scope first, then the families in the order in which their news is wanted."""
    assignments: tuple[Assignment, ...] = ()
    devices: Mapping[str, KnownDevice] = field(default_factory=dict)
    forms_lacking: tuple[str, ...] = ()
    """Hashes of forms which revisions name and the laptop does not have."""
    forms_listed: str | None = None
    """Service time at which the list of published forms was last read; None: never."""
    users_unnamed: tuple[str, ...] = ()
    """Users who wrote something here and whose names are not known yet."""
    diverged: frozenset[str] = frozenset()
    """Scopes whose log did not match; they are not read further until they have been reconciled."""
    ledger_top: int = 0
    """The highest counter among revisions answered for good (ledger and held)."""
    have_counter_told: int | None = None
    """The `have_counter` after which the ledger was last sent again."""
    manifest: Mapping[str, object] = field(default_factory=dict)


# ------------------------------------------------------------------ events


@dataclass(frozen=True, slots=True)
class Tick:
    """The time the engine asked to be woken at has come, or its local effects are done."""


@dataclass(frozen=True, slots=True)
class Wake:
    """Something was saved on this laptop."""


@dataclass(frozen=True, slots=True)
class NetworkUp:
    """The machine says that its network has come back."""


@dataclass(frozen=True, slots=True)
class SendNow:
    """The user pressed "Send now"."""


@dataclass(frozen=True, slots=True)
class FieldMode:
    """The user pauses sending until a monotonic moment, or (None) ends the pause."""

    until_ms: int | None


@dataclass(frozen=True, slots=True)
class Reply:
    """The service answered the one outstanding request, completely."""

    status: int
    body: bytes
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class LinkFailed:
    """The outstanding request got no complete answer.

    `reason`: `unreachable` (no connection was made), `timeout` (connected, then silence), `broken` (cut, or not
    what a service of ours would say, such as a hotel's sign-in page).
    """

    reason: str


@dataclass(frozen=True, slots=True)
class LocalFailed:
    """A local effect could not be committed (a full disk): nothing of it was kept."""

    code: str


Event = Tick | Wake | NetworkUp | SendNow | FieldMode | Reply | LinkFailed | LocalFailed


# ------------------------------------------------------------------ facts, for the bus


@dataclass(frozen=True, slots=True)
class SyncStarted:
    """A run of exchanges has begun; `of` own revisions are ready to go."""

    of: int


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """`n` of `of` own revisions have been answered in this run."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class SyncFinished:
    """The run is over. `code` is None when all went well, else the reason in the catalogue's words.

    `up_to_date_at` is the service's time of the last reply in which nothing more was waiting to be read.
    """

    code: str | None
    answered: int
    up_to_date_at: str | None
    next_try_ms: int
    """Monotonic moment of the next try."""


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """How the laptop stands to the service now.

    `state`: `online`, `slow`, `offline`, `paused` (field mode), `trouble` (the service answers, but not as it
    should; `code` says how) or `stopped` (nothing will be sent until somebody acts; `code` says why).
    """

    state: str
    code: str | None = None
    paused_until_ms: int | None = None


Fact = SyncStarted | SyncProgress | SyncFinished | ConnectionChanged


# ------------------------------------------------------------------ effects


@dataclass(frozen=True, slots=True)
class Result:
    """What the service said about one pushed revision (protocol section 4.3)."""

    hash: str
    status: str
    code: str | None = None
    detail: str | None = None
    head: str | None = None
    seq: int | None = None
    again: bool = False

    @property
    def is_final(self) -> bool:
        """True when the revision is safe on the service and may leave the outbox."""
        return self.status in ("accepted", "conflict", "held")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a scope's log, its signature checked."""

    seq: int
    role: str
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class SendSync:
    """`POST /v1/sync`: these revisions, these cursors, and the counts as they are at this moment."""

    nonce: str
    epoch: str | None
    push: tuple[str, ...]
    cursors: tuple[Cursor, ...]
    max_bytes: int
    manifest: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FetchHello:
    """`GET /v1/hello`: the service's keys and epoch, and a nonce."""


@dataclass(frozen=True, slots=True)
class FetchForms:
    """`GET /v1/forms`: all forms ever published."""

    nonce: str


@dataclass(frozen=True, slots=True)
class FetchForm:
    """`GET /v1/forms/HASH`."""

    nonce: str
    hash: str


@dataclass(frozen=True, slots=True)
class FetchDevice:
    """`GET /v1/devices/ID`: the key with which somebody else's revision can be checked."""

    nonce: str
    device: str


@dataclass(frozen=True, slots=True)
class FetchUser:
    """`GET /v1/users/ID`: the name to show."""

    nonce: str
    user: str


NetworkEffect = SendSync | FetchHello | FetchForms | FetchForm | FetchDevice | FetchUser


@dataclass(frozen=True, slots=True)
class KeepService:
    """Keep the service's signing keys (current first) and, the first time, its epoch."""

    keys: tuple[tuple[str, str], ...]
    epoch: str
    epoch_number: int


@dataclass(frozen=True, slots=True)
class KeepTime:
    """Keep the service's time of a reply, for "last server time + monotonic time since"."""

    time: str


@dataclass(frozen=True, slots=True)
class KeepDevice:
    """Keep another device's key."""

    device: str
    user: str
    public: str


@dataclass(frozen=True, slots=True)
class KeepUser:
    """Keep a user's name and role."""

    user: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class KeepFormList:
    """Keep the list of published forms `(id, version, hash)`, newest last, read at `time`."""

    forms: tuple[tuple[str, str, str], ...]
    time: str


@dataclass(frozen=True, slots=True)
class KeepForm:
    """Keep a form's XML, whose hash has been checked."""

    hash: str
    xml: bytes


@dataclass(frozen=True, slots=True)
class ApplyResults:
    """Move answered revisions out of the outbox (or mark them), in one transaction."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class ApplyPage:
    """Apply verified entries of one scope and move its cursor from `before` to `after`, in one transaction.

    `head` is the service's newest number; there may be no entries, when the reply had no room for any.
    """

    before: Cursor
    entries: tuple[Entry, ...]
    after: Cursor
    head: int


@dataclass(frozen=True, slots=True)
class AddCursor:
    """Begin to read a scope, from its first entry."""

    scope: str


@dataclass(frozen=True, slots=True)
class EraseScope:
    """The scope is gone (`reassigned`, `closed` or `unknown`): forget its cursor, rows and attachments.

    Unsent and held work stays.
    """

    scope: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportDiverged:
    """The scope's log does not match what was read before: show it, read no further, keep everything."""

    scope: str


@dataclass(frozen=True, slots=True)
class SendAgain:
    """Put every answered own revision with a counter above `after` back in the outbox (protocol section 4.6)."""

    after: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do until `until_ms` (monotonic), or until an event; None: until an event."""

    until_ms: int | None


@dataclass(frozen=True, slots=True)
class Announce:
    """Tell the rest of the app."""

    fact: Fact


LocalEffect = (
    KeepService
    | KeepTime
    | KeepDevice
    | KeepUser
    | KeepFormList
    | KeepForm
    | ApplyResults
    | ApplyPage
    | AddCursor
    | EraseScope
    | ReportDiverged
    | SendAgain
)
Effect = LocalEffect | NetworkEffect | Wait | Announce
