"""The sync engine: what to send, what to believe, what to do next. It decides; it touches nothing.

Rules that hold here:
* Events and the passing of time go in, effects come out (`values.py` is the whole vocabulary). No socket, file,
  thread, clock or generator of its own; chance comes through the `Entropy` port. One seed replays a history.
* At most one request is under way. What follows from a reply is decided only when all of it has been read, and what
  the laptop holds is read afresh before the next decision.
* A revision leaves the outbox only for its own hash with a final status in such a reply (protocol section 4.4). No
  HTTP status, and nothing said about another revision, moves it.
* Nothing is applied whose place in the log, chain or signature has not been checked (section 5.4). What does not match
  is reported as diverged, and that scope is read no further; it is never skipped and never repaired by guessing.
* Every wait ends by itself, except where a person must act: not enrolled, or the service's database has another epoch
  (section 10, to be reconciled); then nothing moves and nothing is lost.
Never here: what a conflict means (the service merges, a person decides), or the words on a screen.
Shape: h11's `Connection`, one object that is handed what arrived and answers with what to do.
"""

from __future__ import annotations

from dataclasses import replace

from fieldapp.ports import Entropy
from fieldapp.protocol import chain
from fieldapp.sync.engine import batching, reading, verifying
from fieldapp.sync.engine.values import (
    AddCursor,
    Announce,
    ApplyPage,
    ApplyResults,
    ConnectionChanged,
    Cursor,
    Effect,
    EraseScope,
    Event,
    FetchDevice,
    FetchForm,
    FetchForms,
    FetchHello,
    FetchUser,
    FieldMode,
    Holding,
    KeepDevice,
    KeepForm,
    KeepFormList,
    KeepService,
    KeepTime,
    KeepUser,
    KnownDevice,
    LinkFailed,
    LocalFailed,
    NetworkEffect,
    NetworkUp,
    Reply,
    ReportDiverged,
    Result,
    SendAgain,
    SendNow,
    SendSync,
    SyncFinished,
    SyncProgress,
    SyncStarted,
    Tick,
    Wait,
    Wake,
)

BACKOFF_FIRST_MS = 2_000
BACKOFF_MAX_MS = 5 * 60_000
OFFLINE_BACKOFF_MAX_MS = 40_000
"""While no connection can be made a try costs almost nothing, and the first one after the network returns must come
within 60 s even on a machine that does not say so: 40 s of waiting, and up to 15 s of a connection attempt before."""
POLL_MS = 60_000
"""Never faster (protocol section 13)."""
TELL_EMPTIED_MS = 8_000
"""An emptied outbox is told within 60 s (section 7). Soon, so that a manager who looks sees that nothing is missing and a
laptop closed a moment later has said so; not at once, so that the next note of somebody who goes on writing tells it."""
NONCE_GOOD_MS = 14 * 60_000
"""One minute less than the service allows."""
PULL_BYTES_START = 256 * 1024
PULL_BYTES_MIN = 16 * 1024
PULL_BYTES_MAX = 4 * 1024 * 1024
SLOW_MS = 6_000
"""A round trip that takes this long is called a slow signal: two of the 3 s round trips of section 13."""
FRUITLESS_MAX = 3
"""Replies in a row which promise more and bring nothing, before we stop asking for a while."""
FAULTS_BEFORE_SUSPICION = 2
"""Failures of the service in a row with one lone item, before that item is sent last and by itself."""


class Engine:
    """One laptop's side of the conversation. `handle` is all there is."""

    def __init__(self, entropy: Entropy) -> None:
        self._entropy = entropy
        # The conversation
        self._awaiting: NetworkEffect | None = None
        self._asked_at_ms = 0
        self._nonce = ""
        self._nonce_at_ms = 0
        self._nonce_repeated = False
        self._service_asked = False
        self._service_time: str | None = None
        # The run under way
        self._running = False
        self._synced = False
        self._more: frozenset[str] = frozenset()
        self._asked_scopes: frozenset[str] = frozenset()
        self._fruitless = 0
        self._of = 0
        self._answered = 0
        self._pages: tuple[reading.Page, ...] = ()
        self._devices_new: dict[str, KnownDevice] = {}
        self._devices_unknown: frozenset[str] = frozenset()
        self._keys_renewed = False
        self._batch = batching.Batch()
        self._probing: tuple[str, ...] = ()
        # Between runs
        self._next_try_ms = 0
        self._failures = 0
        self._retries = 0
        self._put_off: frozenset[str] = frozenset()
        self._put_off_until_ms = 0
        self._suspects: frozenset[str] = frozenset()
        self._faults = 0
        self._batch_bytes = batching.BATCH_BYTES_START
        self._pull_bytes = PULL_BYTES_START
        self._told: tuple[object, object] | None = None
        self._gone: dict[str, str] = {}
        self._closed: dict[str, tuple[int, str]] = {}
        self._diverged: frozenset[str] = frozenset()
        self._unobtainable: frozenset[str] = frozenset()
        self._unobtainable_date = ""
        self._connection: ConnectionChanged | None = None
        self._paused_until_ms: int | None = None
        self._pressed = False
        self._halted: str | None = None
        self._forked = False

    # ---------------------------------------------------------------- the one way in

    def handle(self, event: Event, holding: Holding, now_ms: int) -> tuple[Effect, ...]:
        """What must be done now that `event` has happened, the laptop holds `holding`, and it is `now_ms`.

        The last effect is either a request, whose outcome is the next event that matters, or a `Wait`. A `Wait`
        until `now_ms` means: perform the rest, then come back at once with a `Tick` and a fresh holding.
        """
        out: list[Effect] = []
        again = False
        match event:
            case Reply():
                again = self._on_reply(event, holding, now_ms, out)
            case LinkFailed(reason):
                self._on_link_failed(reason, now_ms, out)
            case LocalFailed(code):
                self._awaiting = None
                self._fail(code, now_ms, out, ceiling_ms=BACKOFF_MAX_MS)
            case FieldMode(until_ms):
                self._paused_until_ms = until_ms
                self._pressed = False
                if until_ms is None and self._failures == 0:
                    self._next_try_ms = now_ms
            case SendNow():
                self._pressed = True
                self._halted = None
                self._try_at_once(now_ms)
            case NetworkUp():
                self._try_at_once(now_ms)
            case Wake():
                if self._failures == 0:
                    self._next_try_ms = min(self._next_try_ms, now_ms)
            case Tick():
                pass
        if self._awaiting is None:
            if again:
                out.append(Wait(now_ms))
            else:
                self._go_on(holding, now_ms, out)
        return tuple(out)

    def _try_at_once(self, now_ms: int) -> None:
        """A network that came up, or a person, ends every wait (protocol section 4.8)."""
        self._failures = 0
        self._retries = 0
        self._put_off = frozenset()
        self._next_try_ms = min(self._next_try_ms, now_ms)

    # ---------------------------------------------------------------- deciding what is next

    def _go_on(self, holding: Holding, now_ms: int, out: list[Effect]) -> None:
        if holding.device is None:
            out.append(Wait(None))
            return
        if self._halted is not None:
            out.append(Wait(None))
            return
        if self._paused_until_ms is not None and not self._pressed:
            if now_ms < self._paused_until_ms:
                if self._running:
                    self._running = False
                    out.append(Announce(SyncFinished(None, self._answered, None, self._paused_until_ms)))
                self._show(ConnectionChanged("paused", None, self._paused_until_ms), out)
                out.append(Wait(self._paused_until_ms))
                return
            self._paused_until_ms = None
            self._next_try_ms = min(self._next_try_ms, now_ms)
        if not self._running:
            due_ms = self._next_try_ms
            if self._put_off and self._failures == 0:
                due_ms = min(due_ms, self._put_off_until_ms)
            if now_ms < due_ms:
                out.append(Wait(due_ms))
                return
            self._begin(holding, now_ms, out)
        self._next_step(holding, now_ms, out)

    def _begin(self, holding: Holding, now_ms: int, out: list[Effect]) -> None:
        self._running = True
        self._synced = False
        self._more = frozenset()
        self._asked_scopes = frozenset()
        self._fruitless = 0
        self._keys_renewed = False
        self._answered = 0
        self._of = len(batching.sendable(holding.outbox))
        if now_ms >= self._put_off_until_ms:
            self._put_off = frozenset()
        out.append(Announce(SyncStarted(self._of)))

    def _next_step(self, holding: Holding, now_ms: int, out: list[Effect]) -> None:
        """The next thing this run needs, in order of importance; when nothing is left, the run is over."""
        if not self._nonce or now_ms - self._nonce_at_ms > NONCE_GOOD_MS or not self._service_asked:
            self._ask(FetchHello(), now_ms, out)
            return
        if self._tidy_scopes(holding, out):
            out.append(Wait(now_ms))
            return
        batch = batching.choose(
            holding.outbox, size_bytes=self._batch_bytes, put_off=self._put_off, suspects=self._suspects
        )
        if batch.oversize:
            out.append(ApplyResults(tuple(Result(one, "refused", "too_large") for one in batch.oversize)))
            out.append(Wait(now_ms))
            return
        cursors = self._cursors(holding)
        news = not self._synced or bool(self._more) or any(c.scope not in self._asked_scopes for c in cursors)
        if batch.push or self._probing or news:
            self._batch = batch
            push = () if self._probing else batch.push
            request = SendSync(
                self._nonce, holding.epoch, push, cursors, self._pull_bytes, dict(holding.manifest)
            )
            self._ask(request, now_ms, out)
            return
        if not self._ask_for_forms_and_names(holding, now_ms, out):
            self._finish(None, holding, now_ms, out)

    def _tidy_scopes(self, holding: Holding, out: list[Effect]) -> bool:
        """Begin to read newly assigned families, and close those that are gone once their work has been sent."""
        before = len(out)
        held = {cursor.scope for cursor in holding.cursors}
        own = next((cursor.seq for cursor in holding.cursors if cursor.scope == holding.user), 0)
        waiting = {one.scope for one in batching.sendable(holding.outbox)}
        for scope, reason in sorted(self._gone.items()):
            if scope not in waiting:
                out.append(EraseScope(scope, reason))
                self._closed[scope] = (own, self._date)
                del self._gone[scope]
        if self._date:
            for assignment in holding.assignments:
                family = assignment.family
                if family in held or not assignment.is_active(self._date):
                    continue
                if self._closed.get(family) == (own, self._date):
                    continue  # the service has just said that it is gone; ask again when something has changed
                held.add(family)
                out.append(AddCursor(family))
        return len(out) > before

    def _cursors(self, holding: Holding) -> tuple[Cursor, ...]:
        """The scopes to ask about. A diverged one is left out, but the user's own always stands in a request."""
        skipped = self._gone.keys() | self._diverged | holding.diverged
        own = tuple(c for c in holding.cursors if c.scope == holding.user)
        if not own:
            own = (Cursor(holding.user, 0, chain.START),)
        others = tuple(c for c in holding.cursors if c.scope != holding.user and c.scope not in skipped)
        return own + others

    def _ask_for_forms_and_names(self, holding: Holding, now_ms: int, out: list[Effect]) -> bool:
        if self._unobtainable_date != self._date:
            self._unobtainable, self._unobtainable_date = frozenset(), self._date
        if holding.forms_listed is None or holding.forms_listed[:10] != self._date:
            self._ask(FetchForms(self._nonce), now_ms, out)
            return True
        for form in holding.forms_lacking:
            if form not in self._unobtainable:
                self._ask(FetchForm(self._nonce, form), now_ms, out)
                return True
        for user in holding.users_unnamed:
            if user not in self._unobtainable:
                self._ask(FetchUser(self._nonce, user), now_ms, out)
                return True
        return False

    @property
    def _date(self) -> str:
        """The service's UTC date, by its last reply; empty until there was one."""
        return (self._service_time or "")[:10]

    def _ask(self, request: NetworkEffect, now_ms: int, out: list[Effect]) -> None:
        self._awaiting = request
        self._asked_at_ms = now_ms
        self._nonce_repeated = False
        if isinstance(request, SendSync):
            self._asked_scopes = frozenset(cursor.scope for cursor in request.cursors)
        out.append(request)

    # ---------------------------------------------------------------- ends of a run

    def _finish(self, code: str | None, holding: Holding, now_ms: int, out: list[Effect]) -> None:
        self._running = False
        self._pressed = False
        self._failures = 0
        told = (holding.manifest.get("unsent"), holding.manifest.get("held"))
        self._next_try_ms = now_ms + (POLL_MS if told == self._told else TELL_EMPTIED_MS)
        if not self._put_off:
            self._retries = 0
        wait_until_ms = self._next_try_ms
        if self._put_off:
            wait_until_ms = min(wait_until_ms, self._put_off_until_ms)
        out.append(Announce(SyncFinished(code, self._answered, self._service_time, wait_until_ms)))
        out.append(Wait(wait_until_ms))

    def _fail(self, code: str, now_ms: int, out: list[Effect], *, ceiling_ms: int) -> None:
        """This run ends here; the next one comes after a random part of a growing time."""
        self._running = False
        self._pressed = False
        self._pages = ()
        self._next_try_ms = now_ms + self._jitter_ms(self._failures, ceiling_ms)
        self._failures += 1
        self._show(ConnectionChanged("offline" if code == "offline" else "trouble", code), out)
        out.append(Announce(SyncFinished(code, self._answered, None, self._next_try_ms)))

    def _halt(self, code: str, out: list[Effect]) -> None:
        """Only a person can go on from here. Everything stays as it is."""
        self._halted = code
        self._service_asked = False  # whoever goes on begins by asking who is there
        self._running = False
        self._pages = ()
        self._show(ConnectionChanged("stopped", code), out)
        out.append(Announce(SyncFinished(code, self._answered, None, 0)))

    def _jitter_ms(self, failures: int, ceiling_ms: int) -> int:
        """Full jitter: anything from nothing to the ceiling of this try, so that a whole team never returns at once."""
        ceiling = min(ceiling_ms, BACKOFF_FIRST_MS << min(failures, 16))
        return int.from_bytes(self._entropy.random_bytes(6), "big") % (ceiling + 1)

    def _show(self, state: ConnectionChanged, out: list[Effect]) -> None:
        if state != self._connection:
            self._connection = state
            out.append(Announce(state))

    # ---------------------------------------------------------------- what arrived

    def _on_link_failed(self, reason: str, now_ms: int, out: list[Effect]) -> None:
        asked, self._awaiting = self._awaiting, None
        if reason != "unreachable" and isinstance(asked, SendSync):
            self._batch_bytes = max(batching.BATCH_BYTES_MIN, self._batch_bytes // 2)
            self._pull_bytes = max(PULL_BYTES_MIN, self._pull_bytes // 2)
        self._fail("offline", now_ms, out, ceiling_ms=OFFLINE_BACKOFF_MAX_MS)

    def _on_reply(self, reply: Reply, holding: Holding, now_ms: int, out: list[Effect]) -> bool:
        """True when local effects must be done before the next decision."""
        asked, self._awaiting = self._awaiting, None
        if asked is None:
            return False
        if reply.nonce is not None:
            self._nonce, self._nonce_at_ms = reply.nonce, now_ms
        if reply.status != 200:
            return self._on_problem(asked, reply, holding, now_ms, out)
        try:
            match asked:
                case SendSync():
                    return self._on_sync(asked, reply, holding, now_ms, out)
                case FetchHello():
                    return self._on_hello(reply, holding, now_ms, out)
                case FetchDevice():
                    return self._on_device(asked, reply, holding, now_ms, out)
                case FetchForms():
                    forms = reading.forms(reply.body)
                    out.append(KeepFormList(forms, self._service_time or ""))
                case FetchForm():
                    out.append(KeepForm(asked.hash, reading.form(reply.body, asked.hash)))
                    self._unobtainable |= {asked.hash}  # if it cannot be kept, it is not asked for all day
                case FetchUser():
                    user = reading.user(reply.body, asked.user)
                    out.append(KeepUser(user.id, user.name, user.role))
        except reading.Unreadable:
            # Not from our service, or not all of it: as if it had never arrived.
            self._on_link_failed("broken", now_ms, out)
            return False
        return True

    def _on_problem(
        self, asked: NetworkEffect, reply: Reply, holding: Holding, now_ms: int, out: list[Effect]
    ) -> bool:
        code = reading.problem_code(reply.body)
        if reply.status == 413 and code is None and self._batch.units > 1:
            code = "too_large"  # a proxy on the way says so; of one lone item only the service may
        if code == "nonce" and not self._nonce_repeated and reply.nonce is not None:
            self._nonce_repeated = True
            self._awaiting = replace(asked, nonce=reply.nonce) if not isinstance(asked, FetchHello) else asked
            self._asked_at_ms = now_ms
            out.append(self._awaiting)
            return False
        if isinstance(asked, SendSync) and asked.push and code in ("too_large", "malformed"):
            return self._on_whole_request_refused(asked, code, out)
        if code == "not_found":
            match asked:
                case FetchDevice(device=device):
                    self._devices_unknown |= {device}
                    return self._believe(holding, now_ms, out)
                case FetchForm(hash=hash):
                    self._unobtainable |= {hash}
                    return True
                case FetchUser(user=user):
                    self._unobtainable |= {user}
                    return True
                case _:
                    pass
        if isinstance(asked, SendSync) and asked.push and (reply.status >= 500 or reply.status == 413):
            self._suspect(asked)
        self._probing = ()
        if code in ("unsigned", "bad_signature", "nonce"):
            self._nonce = ""
        if code is None:
            self._fail("overloaded", now_ms, out, ceiling_ms=OFFLINE_BACKOFF_MAX_MS)
        else:
            self._fail(code, now_ms, out, ceiling_ms=BACKOFF_MAX_MS)
        return False

    def _suspect(self, asked: SendSync) -> None:
        """The service fell over this request: send less, and at last the lone culprit behind everybody else."""
        self._faults += 1
        if self._batch.units > 1:
            self._batch_bytes = max(1, self._batch.size_bytes // 2)
        elif self._faults >= FAULTS_BEFORE_SUSPICION:
            self._suspects |= set(asked.push)

    def _on_whole_request_refused(self, asked: SendSync, code: str, out: list[Effect]) -> bool:
        """One item may have spoiled the request for all (too deep, too big): find it, and let the others go on."""
        if self._batch.units > 1:
            self._batch_bytes = max(1, self._batch.size_bytes // 2)
        elif code == "too_large":
            out.append(ApplyResults(tuple(Result(one, "refused", code) for one in asked.push)))
        else:
            # Alone and still refused: its own fault only if a request without it is taken.
            self._probing = asked.push
        return True

    # ---------------------------------------------------------------- hello

    def _on_hello(self, reply: Reply, holding: Holding, now_ms: int, out: list[Effect]) -> bool:
        told = reading.hello(reply.body)
        if reply.nonce is None:
            raise reading.Unreadable("no nonce")
        if told.service != holding.service:
            self._fail("bad_signature", now_ms, out, ceiling_ms=BACKOFF_MAX_MS)
            return False
        self._service_time = told.time
        out.append(KeepTime(told.time))
        if holding.epoch is not None and told.epoch.id != holding.epoch:
            self._halt("epoch_changed", out)
            return False
        self._service_asked = True
        out.append(KeepService(told.keys, told.epoch.id, told.epoch.number))
        return True

    # ---------------------------------------------------------------- one round trip

    def _on_sync(
        self, asked: SendSync, reply: Reply, holding: Holding, now_ms: int, out: list[Effect]
    ) -> bool:
        told = reading.sync(reply.body, asked.push, asked.cursors)
        self._synced = True
        self._failures = 0
        self._faults = 0
        self._service_time = told.time
        self._told = (asked.manifest.get("unsent"), asked.manifest.get("held"))
        out.append(KeepTime(told.time))
        self._forked |= any(result.code == "device_forked" for result in told.results)
        is_slow = now_ms - self._asked_at_ms >= SLOW_MS
        if self._forked:
            self._show(ConnectionChanged("trouble", "device_forked"), out)
        else:
            self._show(ConnectionChanged("slow" if is_slow else "online"), out)
        if self._probing:
            out.append(ApplyResults(tuple(Result(one, "refused", "malformed") for one in self._probing)))
            self._probing = ()
        self._take_results(told.results, holding, now_ms, out)
        if holding.epoch is not None and told.epoch.id != holding.epoch:
            self._halt("epoch_changed", out)
            return False
        self._send_again(told, holding, out)
        for scope, reason in told.gone:
            if any(cursor.scope == scope for cursor in holding.cursors):
                self._gone[scope] = reason
        for scope in told.diverged:
            self._report_diverged(scope, out)
        self._more = frozenset(page.cursor.scope for page in told.pages if page.more)
        if self._more:
            self._pull_bytes = min(PULL_BYTES_MAX, self._pull_bytes * 2)
        brought = any(result.is_final for result in told.results) or any(page.entries for page in told.pages)
        self._fruitless = 0 if brought or not self._more else self._fruitless + 1
        if self._fruitless > FRUITLESS_MAX:
            self._fail("overloaded", now_ms, out, ceiling_ms=BACKOFF_MAX_MS)
            return False
        self._pages = told.pages
        self._devices_new = {}
        self._devices_unknown = frozenset()
        return self._believe(holding, now_ms, out)

    def _take_results(
        self, results: tuple[Result, ...], holding: Holding, now_ms: int, out: list[Effect]
    ) -> None:
        if not results:
            return
        out.append(ApplyResults(results))
        answered = {result.hash for result in results if result.status != "retry"}
        again = {result.hash for result in results if result.status == "retry"}
        self._suspects -= answered
        self._put_off = (self._put_off - answered) | again
        if again:
            self._put_off_until_ms = (
                now_ms + BACKOFF_FIRST_MS + self._jitter_ms(self._retries, BACKOFF_MAX_MS)
            )
            self._retries += 1
        if len(answered) == len(results):
            self._batch_bytes = min(batching.BATCH_BYTES_MAX, self._batch_bytes * 2)
        self._answered += len(answered)
        left = sum(one.hash not in answered for one in batching.sendable(holding.outbox))
        self._of = max(self._of, self._answered + left)
        out.append(Announce(SyncProgress(self._answered, self._of)))

    def _send_again(self, told: reading.SyncReply, holding: Holding, out: list[Effect]) -> None:
        """Protocol section 4.6: what we know as answered and the service does not hold is sent again, once for each
        value told. While the first missing one still waits in the outbox, nothing is missing yet."""
        have = told.have_counter
        final = {result.hash for result in told.results if result.is_final}
        top = max([holding.ledger_top, *(one.counter for one in holding.outbox if one.hash in final)])
        if top <= have or holding.have_counter_told == have:
            return
        left = [one for one in batching.sendable(holding.outbox) if one.hash not in final]
        if not any(one.counter == have + 1 for one in left):
            out.append(SendAgain(have))

    def _report_diverged(self, scope: str, out: list[Effect]) -> None:
        if scope not in self._diverged:
            self._diverged |= {scope}
            out.append(ReportDiverged(scope))

    # ---------------------------------------------------------------- believing what was pulled

    def _on_device(
        self, asked: FetchDevice, reply: Reply, holding: Holding, now_ms: int, out: list[Effect]
    ) -> bool:
        user, public = reading.device(reply.body, asked.device)
        out.append(KeepDevice(asked.device, user, public))
        self._devices_new[asked.device] = KnownDevice(user, public)
        return self._believe(holding, now_ms, out)

    def _believe(self, holding: Holding, now_ms: int, out: list[Effect]) -> bool:
        """Ask for the next key that is lacking; when none is, check the pages and apply what is right."""
        signers = verifying.Signers(
            holding.service, holding.service_keys, {**holding.devices, **self._devices_new}
        )
        for device in verifying.unknown_devices(self._pages, signers):
            if device not in self._devices_unknown:
                self._ask(FetchDevice(self._nonce, device), now_ms, out)
                return False
        pages, self._pages = self._pages, ()
        for page in pages:
            scope = page.cursor.scope
            if scope in self._diverged or scope in holding.diverged:
                continue
            try:
                entries, after = verifying.check(page, signers)
            except verifying.ServiceKeyUnknown:
                if self._keys_renewed:
                    self._report_diverged(scope, out)
                else:  # ask hello for its keys once, then for this page again
                    self._keys_renewed = True
                    self._service_asked = False
                    self._more |= {scope}
            except verifying.Mismatch:
                self._report_diverged(scope, out)
            else:
                out.append(ApplyPage(page.cursor, entries, after, page.head))
        self._more -= self._diverged | holding.diverged
        return True
