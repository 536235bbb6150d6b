"""One unlocked time: the open store, what tells of it, the shell and its pages, until the lock.

Promise: made at unlock, gone at lock; everything a page needs is reached from here, so nothing outlives the lock. The
strip is told what the store and the sync loop said, in their words, on the window's thread.
Never: SQL, a socket, a decision about records.

Pages and where their wishes go: `rooms.py`.
Signals: `lock_requested()`, `cover_requested()`, `look_chosen(Look)`, `stay_open_requested()`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldapp.commands import lock as locking
from fieldapp.commands.context import Workplace
from fieldapp.commands.errors import CommandRefused
from fieldapp.commands.pass_back import has_pin, is_pin
from fieldapp.ports import Clock, Entropy
from fieldapp.protocol.times import parse_time
from fieldapp.store import Store, StoreError, facts
from fieldapp.store.errors import DraftGone
from fieldapp.store.keys import FLOOR, KdfCost
from fieldapp.sync.engine import values as sync_facts
from fieldapp.ui.bridge import Bridge, Tasks
from fieldapp.ui.kit import Banner
from fieldapp.ui.look_file import Look, look_of
from fieldapp.ui.pages.desk import LIMITED_FROM_DAYS, Desk, read_policy
from fieldapp.ui.rooms import ROOMS
from fieldapp.ui.shell import Counts, Person, Shell, ShellPresenter
from fieldapp.ui.shell.help import help_dialog
from fieldapp.ui.window import AppWindow
from fieldapp.ui.words import Words

say = Words("Session")

STORE_FACTS = (
    facts.RevisionSaved,
    facts.HeadMoved,
    facts.QuestionOpened,
    facts.QuestionClosed,
    facts.DraftSaved,
    facts.DraftsChanged,
    facts.OutboxChanged,
    facts.ScopeGone,
    facts.ScopeArrived,
    facts.FormsArrived,
    facts.StorageRunLow,
    facts.StorageRecovered,
)
SYNC_FACTS = (
    sync_facts.SyncStarted,
    sync_facts.SyncProgress,
    sync_facts.SyncFinished,
    sync_facts.ConnectionChanged,
)
COUNTED = (
    facts.RevisionSaved,
    facts.QuestionOpened,
    facts.QuestionClosed,
    facts.DraftsChanged,
    facts.OutboxChanged,
    facts.ScopeGone,
)

_Known = tuple[Counts, dict[str, Any]]
"""How many of what wait, and what the shell is told besides."""


class Session(QObject):
    """Everything of one unlocked time."""

    lock_requested = Signal()
    cover_requested = Signal()
    look_chosen = Signal(object)
    stay_open_requested = Signal()

    def __init__(
        self,
        store: Store,
        folder: Path,
        window: AppWindow,
        *,
        clock: Clock,
        entropy: Entropy,
        make_sync: Callable[[Store], Any] | None,
        check_passphrase: Callable[[str], bool],
        floor: KdfCost = FLOOR,
    ) -> None:
        super().__init__()
        self.folder, self.window, self.clock, self.floor = folder, window, clock, floor
        self._listening = False
        self._forms_asked = 0
        self.is_opening_note = False
        self.prepared_note: Any = None
        """A note read aside, in the moment in which its page is made."""
        self.prepared_setup: Any = None
        """What the set-up page of direct work is about, likewise."""
        self.check_passphrase = check_passphrase
        device = store.device()
        policy = read_policy(device.policy if device is not None else None)
        self.tasks = Tasks(self)
        self.bridge = Bridge(self)
        self.sync = make_sync(store) if make_sync is not None and device is not None else None
        self.workplace = Workplace(
            store, clock, entropy, policy, None if self.sync is None else self.sync.wake
        )
        self.desk = Desk(self.workplace)
        name = device.user_name if device is not None else ""
        initials = "".join(part[0].upper() for part in name.split() if part)[:2]
        self.presenter = ShellPresenter(Person(name, device.role if device is not None else "", initials))
        self.shell = Shell(self.presenter, self.now)
        self._connect()

    # -- for pages ------------------------------------------------------------------------------------------------

    @property
    def store(self) -> Store:
        """The open store."""
        return self.workplace.store

    def now(self) -> datetime:
        """The best reckoning of the local time."""
        moment = datetime.fromtimestamp(self.store.now().at_ms / 1000, UTC)
        return moment.astimezone(ZoneInfo(self.clock.zone()))

    def go(self, page: str, argument: str = "") -> None:
        """Open a page."""
        self.presenter.go(page, argument)

    def go_back(self) -> None:
        """Return to the page before; to Today when there is none."""
        if not self.presenter.go_back():
            self.presenter.go("today")

    def toast(self, sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Say something that is already true."""
        self.shell.toast.show_words(sentence, action=action, then=then)

    def start_note(self, form: str, family: str, about: Mapping[str, str] | None = None) -> None:
        """Begin a note and open it."""
        from fieldapp.commands.start_note import start_note

        self._open_aside(lambda: start_note(self.workplace, form, family, about=about).id)

    def open_note(self, argument: str) -> None:
        """Open a note that was begun before: `draft`, or `draft/key`."""
        if self.shell.has_page("note", argument):
            self.go("note", argument)
        else:
            self._open_aside(lambda: argument)

    def _open_aside(self, begin: Callable[[], str]) -> None:
        """Begin a note and read it aside, then show it. A second press meanwhile is the same wish; whoever has gone
        elsewhere meanwhile is left there."""
        from fieldapp.commands.discard import let_go_untouched
        from fieldapp.ui.form.pages import Prepared, prepare_note

        if self.is_opening_note:
            return
        self.is_opening_note, asked = True, self.presenter.state.where
        before: set[str] = set()

        def work() -> Prepared:
            before.update(draft.id for draft in self.store.drafts())
            return prepare_note(self, begin())

        def done(prepared: Prepared) -> None:
            self.is_opening_note = False
            self._offer_forms()  # the draft was told of before its form was noted as the one last used
            if self.presenter.state.where != asked:
                if prepared.kept.id not in before:
                    let_go_untouched(self.workplace, prepared.kept.id)
                return
            show = self.presenter.leave_for if asked.page == "begin" else self.presenter.go
            self.prepared_note = prepared
            try:
                show("note", prepared.argument)
            finally:
                self.prepared_note = None

        def failed(fault: Exception) -> None:
            self.is_opening_note = False
            if not isinstance(fault, DraftGone):
                raise fault
            self.toast(say(fault.sentence))  # it was let go of after the list that was pressed had been read

        self.tasks.run(work, done, failed)

    def begin_family(self, label: str = "") -> None:
        """Begin a new family: its first page opens in place of the one that asked for it."""
        from fieldapp.commands.start_note import begin_family

        self.presenter.leave_for("note", begin_family(self.workplace, label).id)

    def start_direct_work(self, family: str, child: str) -> None:
        """Set up direct work with a child."""
        self._set_up_direct_work(f"{family}/{child}".rstrip("/"))

    def _set_up_direct_work(self, argument: str) -> None:
        """Read the family aside, then show the set-up page; whoever has gone elsewhere meanwhile is left there."""
        from fieldapp.ui.child.setup import read_setup

        asked = self.presenter.state.where
        show = self.presenter.leave_for if asked.page == "begin" else self.presenter.go
        if self.shell.has_page("direct_work", argument):
            show("direct_work", argument)
            return
        if self.is_opening_note:
            return
        self.is_opening_note = True

        def done(facts: Any) -> None:
            self.is_opening_note = False
            if self.presenter.state.where == asked:
                self.prepared_setup = facts
                try:
                    show("direct_work", argument)
                finally:
                    self.prepared_setup = None

        def failed(fault: Exception) -> None:
            self.is_opening_note = False
            raise fault

        self.tasks.run(lambda: read_setup(self.workplace, argument.partition("/")[0]), done, failed)

    def first_name(self) -> str:
        """What a child calls whoever works here."""
        return self.desk.my_name.split()[0] if self.desk.my_name else ""

    def record_answer(self, statement: str) -> None:
        """Record the answer to something a child asked for."""
        self.go("answer", statement)

    def open_record(self, family: str, record: str) -> None:
        """Open one record of a family's file."""
        self.go("record", f"{family}/{record}")

    def share(self, family: str, record: str = "") -> None:
        """Look through a copy of a record before it leaves; without one, choose among the family's newest."""
        self.go("share", f"{family}/{record}")

    def edit_record(self, record: str, key: str = "") -> None:
        """Open a finished record to be changed, at one of its answers: a draft of its next version."""
        from fieldapp.commands.start_note import reopen_note

        self._open_aside(lambda: f"{reopen_note(self.workplace, record).id}/{key}".rstrip("/"))

    def begin_form(self, form: str) -> None:
        """Begin a form: for the family whose page is open, else the family is asked for first."""
        where = self.presenter.state.where
        if where.page == "family" and where.argument:
            self.begin_for(form, where.argument)
        else:
            self.go("begin", form)

    def begin_for(self, form: str, family: str) -> None:
        """Begin a form for a family, in place of the page that asked which."""
        if form == "wishes_and_feelings":
            self._set_up_direct_work(family)
            return
        self.start_note(form, family)

    def look_was_kept(self) -> None:
        """Settings kept another look: apply it everywhere, at once."""
        kept = self.kept_look()
        if kept is not None:
            self.look_chosen.emit(kept)

    def has_pin(self) -> bool:
        """Whether a pass-back PIN is set."""
        return has_pin(self.workplace)

    def is_pin(self, digits: str) -> bool:
        """Whether these four digits are the pass-back PIN."""
        return is_pin(self.workplace, digits)

    def hand_to_child(self, page: QWidget) -> None:
        """Lay a child's screens over the whole screen; the shell under them cannot be reached."""
        self.shell.flush()
        self.window.push(page)

    def take_back(self) -> None:
        """The child's screens are done with."""
        self.window.pop()

    def send_now(self) -> None:
        """The user asked for sending."""
        if self.sync is not None:
            self.sync.send_now()

    def field_mode(self, for_ms: int | None) -> None:
        """Pause sending for so long; None ends the pause."""
        if self.sync is not None:
            self.sync.field_mode(for_ms)

    def online(self) -> bool | None:
        """Whether the service answers; None while nobody has asked."""
        return self.presenter.facts().online

    # -- life -----------------------------------------------------------------------------------------------------

    def begin_quietly(self, known: _Known | None = None) -> None:
        """Listen and sync without showing the shell: behind the first download."""
        if self._listening:
            return
        self._listening = True
        known = self._read_what_is_known() if known is None else known
        self.bridge.listen(self.store.bus, *STORE_FACTS, *SYNC_FACTS)
        self._learn_what_is_known(known)
        if self.sync is not None:
            self.sync.start()

    def begin(self) -> None:
        """Show the shell where the user was before the lock, else at Today; sync begins."""
        for page, make in ROOMS.items():
            self.shell.add_page(page, partial(make, self))
        # Read before the first page reads aside: behind it, each of these waited (together 50 ms, measured).
        place, known = locking.place_before_lock(self.workplace), self._read_what_is_known()
        self.shell.set_forms(self._named(self._forms_to_begin()))
        self.shell.start()
        self.window.show_page(self.shell)
        self.begin_quietly(known)
        self._return_to(place)

    def _return_to(self, place: Mapping[str, Any] | None) -> None:
        """Where the user was at the lock, once. What has gone since (a draft finished before a crash) is not missed."""
        if not place:
            return
        locking.forget_place(self.workplace)
        try:
            self.shell.restore(dict(place))
        except (StoreError, CommandRefused):
            self.presenter.go("today")

    def kept_look(self) -> Look | None:
        """The look this user chose in Settings; None if they never did."""
        kept = self.store.setting("settings")
        if not isinstance(kept, dict):
            return None
        return look_of(kept)

    def prepare_to_lock(self, profile: str) -> locking.Handover:
        """Put every keystroke and the place into the store. Raises if the disk does not take it: then do not lock."""
        page = self.window.page()
        if page is not None and page is not self.shell and hasattr(page, "flush"):
            page.flush()
        self.shell.flush()
        place = getattr(page, "place_after_lock", None) or self.shell.place()
        inside = place.get("inside", {})
        if isinstance(inside, dict) and "draft" in inside:
            place["draft"] = inside["draft"]
        return locking.prepare_to_lock(
            self.workplace, profile=profile, geometry=self.window.place(), place=place
        )

    def end(self) -> None:
        """Let go of everything: sync, pages, the store."""
        self.bridge.close()
        self.shell.end()
        if self.sync is not None:
            self.sync.stop()
        self.tasks.close()
        self.desk.close()
        self.window.drop_pushed()
        locking.finish_locking(self.workplace)
        self.shell.deleteLater()  # no page of it may look at the closed store, in whatever time is left here

    def may_close(self) -> bool:
        """Whether closing the window loses nothing."""
        return self.shell.may_close()

    def _offer_forms(self) -> None:
        """Read aside what "New note" offers; of several readings the one asked for last counts."""
        self._forms_asked += 1
        asked = self._forms_asked

        def done(forms: tuple[str, ...]) -> None:
            if asked == self._forms_asked:
                self.shell.set_forms(self._named(forms))

        self.tasks.run(self._forms_to_begin, done, _raise)

    def _forms_to_begin(self) -> tuple[str, ...]:
        from fieldapp.ui.begin.presenter import BeginPresenter

        return BeginPresenter(self.desk).forms()

    @staticmethod
    def _named(forms: tuple[str, ...]) -> list[tuple[str, str]]:
        from fieldapp.ui.begin.view import form_words

        return [(form, form_words(form)) for form in forms]

    # -- what is told ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.shell.lock_requested.connect(self.lock_requested)
        self.shell.cover_requested.connect(self.cover_requested)
        self.shell.new_note_requested.connect(self.begin_form)
        self.shell.help_requested.connect(self.show_help)
        self.bridge.on(facts.FormsArrived, lambda _fact: self._offer_forms())
        self.bridge.on(facts.DraftsChanged, lambda _fact: self._offer_forms())
        self.shell.strip_action_requested.connect(self._strip_action)
        for kind in COUNTED:
            self.bridge.on(kind, lambda _fact: self._count())  # type: ignore[arg-type, misc]
        self.bridge.on(sync_facts.SyncStarted, self._sync_started)
        self.bridge.on(sync_facts.SyncProgress, self._sync_progress)
        self.bridge.on(sync_facts.SyncFinished, self._sync_finished)
        self.bridge.on(sync_facts.ConnectionChanged, self._connection_changed)
        self.bridge.on(facts.StorageRunLow, lambda _fact: self.presenter.learn(disk_low=True))
        self.bridge.on(facts.StorageRecovered, lambda _fact: self.presenter.learn(disk_low=False))

    def _count(self) -> None:
        self.presenter.count(self._counts())

    def _counts(self) -> Counts:
        found = self.store.counts()
        return Counts(drafts=found.drafts, decisions=found.decisions, ready=found.ready, held=found.held)

    def _read_what_is_known(self) -> _Known:
        """What the store can say before anybody has asked the service."""
        days = self.store.days_of_use()
        return self._counts(), {
            "clock_doubt": self.store.now().uncertain,
            "days_without_contact": days,
            "limited": days >= LIMITED_FROM_DAYS,
            "disk_low": self.store.is_storage_low(),
            "last_sent_at": self._last_sent(),
        }

    def _learn_what_is_known(self, known: _Known) -> None:
        counts, learnt = known
        self.presenter.count(counts)
        self.presenter.learn(**learnt)
        if learnt["limited"]:
            sentence = say(
                "No contact for 30 days of use. You can write and read what is unsent. Family files open after the "
                "next contact."
            )
            self.shell.show_banner("limited", Banner("decision", sentence, icon="hourglass"))

    def _last_sent(self) -> datetime | None:
        sent = [item.at_ms for item in self.store.waiting().sent if item.status == "sent"]
        return self._local(max(sent)) if sent else None

    def _local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(self.clock.zone()))

    def _sync_started(self, fact: sync_facts.SyncStarted) -> None:
        self.presenter.learn(sending=(1, fact.of) if fact.of else None)

    def _sync_progress(self, fact: sync_facts.SyncProgress) -> None:
        self.presenter.learn(sending=(min(fact.n + 1, fact.of), fact.of) if fact.n < fact.of else None)

    def _sync_finished(self, fact: sync_facts.SyncFinished) -> None:
        learnt: dict[str, Any] = {"sending": None}
        if fact.up_to_date_at is not None:
            learnt["up_to_date_at"] = self._local(parse_time(fact.up_to_date_at))
            learnt["days_without_contact"] = 0
            learnt["limited"] = False
            learnt["clock_doubt"] = self.store.now().uncertain
            self.shell.show_banner("limited", None)
            if self.presenter.facts().limited:
                self.desk.contact_made()
        if fact.answered:
            learnt["last_sent_at"] = self._last_sent()
        self.presenter.learn(**learnt)
        self._count()

    def _connection_changed(self, fact: sync_facts.ConnectionChanged) -> None:
        until = None
        if fact.paused_until_ms is not None:
            left = fact.paused_until_ms - self.clock.monotonic_ms()
            until = self._local(self.store.now().at_ms + left)
        self.presenter.learn(
            online={"online": True, "slow": True, "offline": False, "paused": None}.get(fact.state),
            slow=fact.state == "slow",
            busy=fact.state == "trouble",
            field_mode=fact.state == "paused",
            field_mode_until=until,
        )
        if fact.state == "stopped":
            self._say_stopped(fact.code or "")

    def _say_stopped(self, code: str) -> None:
        """Nothing goes until somebody acts: say it where it stays, in the catalogue's words."""
        from fieldapp.protocol.codes import ERRORS

        entry = ERRORS.get(code)
        if code == "device_revoked":
            sentence = say.count(
                self.presenter.state.counts.ready,
                "This laptop has been taken off the system. Your {n} unsent note is safe. Ring your manager.",
                "This laptop has been taken off the system. Your {n} unsent notes are safe. Ring your manager.",
            )
        else:
            sentence = (
                say(entry.sentence)
                if entry is not None
                else say("Sending has stopped. Your work is safe here.")
            )
        self.shell.show_banner("sealed", Banner("trouble", f"{sentence} ({code})" if code else sentence))

    def show_help(self, page: str) -> None:
        """F1: the keys that work here, and where more help is."""
        help_dialog(self.shell, "sign_off" in self.shell.rail.buttons)

    def _strip_action(self, action: str) -> None:
        if action == "send_now":
            self.field_mode(None)
            self.send_now()
        elif action == "stay_open":
            self.stay_open_requested.emit()
        elif action == "space":
            self.go("laptop")
        elif action == "clock":
            self.toast(
                say(
                    "This laptop's clock and the service's differ. Your notes say both times; nothing is blocked."
                )
            )

    def refresh_words(self) -> None:
        """After another language or look: the shell and its page are made anew."""
        self._offer_forms()
        self.shell.make_again()


def _raise(fault: Exception) -> None:
    raise fault
