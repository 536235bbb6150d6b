"""The life of the program on screen: set-up or unlock, the unlocked time, cover, lock; then another process.

Promise: the first screen waits for nothing it does not show; the key derivation runs beside the window; a lock ends
this process, whatever else goes wrong, except when the disk did not take the last words: then it stays open and says
so. One window, one title.
Never: records, SQL, HTTP; those are commands, store and sync.
Source: interface design 4.1, 4.2, 4.16; the store's design, "Unlocking" and "Locking replaces the process".
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from fieldapp.commands import unlock as unlocking
from fieldapp.commands.lock import Handover
from fieldapp.ports import Clock, Entropy, SystemClock
from fieldapp.store import Store
from fieldapp.store.errors import StoreError
from fieldapp.store.keys import FLOOR, KdfCost, KeyRing, profiles_folder, wipe
from fieldapp.ui import look_file, theme, words
from fieldapp.ui.bridge import Tasks
from fieldapp.ui.cover import CoverPresenter, CoverWindow
from fieldapp.ui.faults import catch_faults
from fieldapp.ui.kit import Banner, FocusRing
from fieldapp.ui.lock.clipboard import ClipboardGuard
from fieldapp.ui.lock.idle import IdleLock
from fieldapp.ui.lock.spare import Spare, say_shown, wait_for_handover
from fieldapp.ui.lock.system import SystemLock
from fieldapp.ui.memory import Sweeper
from fieldapp.ui.rooms import bring_in
from fieldapp.ui.unlock.presenter import UnlockPresenter, User
from fieldapp.ui.unlock.view import UnlockView
from fieldapp.ui.window import AppWindow
from fieldapp.ui.words import Words

say = Words("App")
LOOK_MS = 5_000  # how often the idle lock looks
SPARE_AFTER_MS = 3_000  # the next spare starts when the unlock has settled, not during it
FOLLOW_MS = 300
LEAVE_AFTER_MS = 10_000  # if the spare never says that it is shown, this process goes all the same


@dataclass(frozen=True, slots=True)
class Options:
    """How the program was started."""

    profiles: Path | None = None
    service_url: str = ""
    clock_file: Path | None = None
    link_file: Path | None = None
    waiting: bool = False
    spares: bool = True
    program: tuple[str, ...] = ("fieldapp",)
    """The module, and its own words, that a fresh process is started as."""

    def as_arguments(self) -> list[str]:
        """The same, for the process that takes over."""
        made: list[str] = []
        for name, value in (
            ("--profiles", self.profiles),
            ("--service", self.service_url or None),
            ("--clock", self.clock_file),
            ("--link", self.link_file),
        ):
            if value is not None:
                made += [name, str(value)]
        return made


class _Crossing(QObject):
    """Brings a call from another thread to the window's."""

    handover = Signal(bytes)
    shown = Signal(bool)
    fault = Signal(str)


class Application(QObject):
    """The program. `start` shows its window; `leave` is called with the exit code when this process may end."""

    def __init__(
        self,
        options: Options,
        clock: Clock,
        entropy: Entropy,
        *,
        leave: Callable[[int], None],
        make_sync: Callable[[Store], Any] | None = None,
        floor: KdfCost = FLOOR,
        cost: KdfCost | None = None,
    ) -> None:
        super().__init__()
        self.options, self.clock, self.entropy, self.leave = options, clock, entropy, leave
        self._make_sync, self._floor, self._cost = make_sync, floor, cost
        self._folder = profiles_folder(options.profiles).parent
        self.tasks = Tasks(self)
        self.session: Any = None
        self.profile = ""
        self.spare: Spare | None = None
        self._locking = False
        self._handover: Handover | None = None
        self._crossing = _Crossing()
        self._crossing.handover.connect(self._take_over)
        self._crossing.shown.connect(lambda _shown: self._go(0))
        self._crossing.fault.connect(self._say_fault)
        self._gone = False
        self._apply_look(look_file.read_look(self._folder))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            FocusRing.install(app)
            app.focusWindowChanged.connect(self._window_came)
        self.window = AppWindow()
        self.window.may_close = self._may_close
        self.window.closed.connect(self._closed)
        self.cover_presenter = CoverPresenter(
            has_pin=lambda: self.session is not None and self.session.has_pin(),
            check_pin=lambda digits: self.session is not None and self.session.is_pin(digits),
            check_passphrase=self.check_passphrase,
            run=self.tasks.run,
            uncovered=self._uncovered,
            lock=self.lock,
        )
        self.cover_window: CoverWindow | None = None
        self.idle = IdleLock()
        self._own_clock = SystemClock()
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look_at_idle)
        self.sweeper = Sweeper(lambda: self.idle.quiet_ms(self._own_clock.monotonic_ms()), self)
        self.system_lock = SystemLock(self)
        self.system_lock.locked.connect(self.lock)
        self.clipboard = ClipboardGuard(QGuiApplication.clipboard(), self)

    # -- starting -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first screen, or wait to take over."""
        if self.options.waiting:
            self._show_unlock()
            wait_for_handover(self._crossing.handover.emit)
            return
        self._show_first()
        self.window.show()

    def catch_faults(self) -> None:
        """From now on a fault of ours is said on screen and the window goes on."""
        catch_faults(self._crossing.fault.emit)

    def _say_fault(self, kind: str) -> None:
        if self.session is None:
            return
        sentence = say(
            "Something went wrong here. What you wrote is saved. Carry on, or open this page again."
        )
        self.session.shell.show_banner("info", Banner("trouble", f"{sentence} ({kind})"))

    def _show_first(self) -> None:
        chooser = unlocking.choose_user(self.options.profiles)
        if chooser.is_first_start:
            self._show_enrol()
        else:
            self._show_unlock()

    def _take_over(self, line: bytes) -> None:
        """The process before has locked and handed over; an ended pipe means that it is not needed."""
        if not line.strip():
            self._go(0)
            return
        self._handover = Handover.from_bytes(line)
        self._show_unlock()
        self.window.stand_at(self._handover.geometry)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.repaint()
        say_shown()

    def _users(self) -> list[User]:
        chooser = unlocking.choose_user(self.options.profiles)
        return [User(one.id, one.label, one.folder, one.fault) for one in chooser.profiles]

    def _show_unlock(self) -> None:
        given = self._handover
        presenter = UnlockPresenter(
            self._users(),
            self._open_store,
            self.tasks.run,
            self.clock.monotonic_ms,
            self._unlocked,
            has_recovery=self._has_recovery,
            stopped_at=None if given is None or given.saved_at_ms is None else self._local(given.saved_at_ms),
            unsent=None if given is None else given.unsent,
            chosen_id="" if given is None else given.profile,
        )
        view = UnlockView(presenter)
        view.language_requested.connect(self._choose_language)
        view.help_requested.connect(presenter.forgot)
        self.window.show_page(view)

    def _open_store(self, user: User, passphrase: str) -> Store:
        """Beside the window; so is what the first page is made of read here, not in the turn that shows it."""
        bring_in()
        return unlocking.unlock(
            user.folder, passphrase, clock=self.clock, entropy=self.entropy, floor=self._floor
        )

    def _has_recovery(self, user: User) -> bool:
        try:
            return KeyRing(user.folder, floor=self._floor).has_recovery()
        except StoreError:
            return False

    def check_passphrase(self, passphrase: str) -> bool:
        """Whether this is the passphrase of who is here; slow, and counts as a try."""
        ring = KeyRing(self.session.folder, floor=self._floor)
        try:
            wipe(ring.unlock(passphrase, clock=self.clock))
        except StoreError:
            return False
        return True

    def _local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(self.clock.zone()))

    # -- first enrolment ------------------------------------------------------------------------------------------

    def _show_enrol(self) -> None:
        from fieldapp.ui.enrol.flow import make_enrolment

        view = make_enrolment(self)
        view.look_requested.connect(self._look_from_enrol)
        self.window.show_page(view)

    def _look_from_enrol(self, name: str, value: object) -> None:
        kept = look_file.read_look(self._folder)
        look = replace(kept, **{name: value})  # type: ignore[arg-type]
        look_file.write_look(self._folder, look)
        self._apply_look(look)
        if name == "language":
            self._show_enrol()

    # -- the unlocked time ----------------------------------------------------------------------------------------

    def _unlocked(self, store: Store, user: User) -> None:
        page = self.window.page()
        if isinstance(page, UnlockView):
            page.forget_passphrase()
        self.open_session(store, user.folder, user.id).begin()
        self.settle()

    def open_session(self, store: Store, folder: Path, profile: str) -> Any:
        """The open store becomes an unlocked time; its look and language apply."""
        from fieldapp.ui.session import Session

        self.profile = profile
        self.session = Session(
            store,
            folder,
            self.window,
            clock=self.clock,
            entropy=self.entropy,
            make_sync=self._make_sync,
            check_passphrase=self.check_passphrase,
            floor=self._floor,
        )
        self.session.lock_requested.connect(self.lock)
        self.session.cover_requested.connect(self.cover)
        self.session.look_chosen.connect(self.choose_look)
        self.session.stay_open_requested.connect(self.stay_open)
        kept = self.session.kept_look()
        if kept is not None and kept != self._look:
            look_file.write_look(self._folder, kept)
            self._apply_look(kept)
        return self.session

    def settle(self) -> None:
        """After the unlock: cover and spare are made ready, the idle lock begins to watch."""
        self.idle = IdleLock()
        self._watch.start()
        QTimer.singleShot(0, self, self._make_cover)
        QTimer.singleShot(SPARE_AFTER_MS, self, self.system_lock.watch)
        if self.options.spares:
            QTimer.singleShot(SPARE_AFTER_MS, self, self._make_spare)

    def _make_cover(self) -> None:
        if self.cover_window is None and self.session is not None:
            self.cover_window = CoverWindow(self.cover_presenter, self._now)
            self.cover_window.prepare(self.window)

    def _now(self) -> datetime:
        """The time on the cover: with a store, without, and with one that cannot be read; it is asked while painting."""
        try:
            if self.session is not None:
                return self.session.now()  # type: ignore[no-any-return]
        except StoreError:
            pass
        return self._local(self.clock.wall_ms())

    def _make_spare(self) -> None:
        if self.spare is None and self.session is not None and not self._locking:
            self.spare = Spare(self.options.as_arguments(), self.options.program)

    # -- cover ----------------------------------------------------------------------------------------------------

    def cover(self) -> None:
        """Hide the screen, now."""
        if self.session is None:
            return
        self._make_cover()
        self.cover_presenter.cover()
        if self.cover_window is not None:
            self.cover_window.show_cover(self.window)
        self.clipboard.clear()

    def _uncovered(self) -> None:
        self.window.raise_()
        self.window.activateWindow()

    # -- lock -----------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Lock: the last keystrokes to the store, a fresh process in this place, and this one ends."""
        if self.session is None or self._locking:
            return
        self._locking = True
        self._make_cover()
        if self.cover_window is not None:
            self.cover_window.show_cover(self.window)
        try:
            handover = self.session.prepare_to_lock(self.profile)
        except StoreError as fault:
            self._stay_open(fault)
            return
        self.clipboard.clear()
        self._watch.stop()
        self.session.end()
        self.session = None
        self.window.hide()
        self._hand_over(handover.to_bytes())

    def _stay_open(self, fault: StoreError) -> None:
        """The disk did not take the last words: they stay on screen, and it is said."""
        self._locking = False
        if self.cover_window is not None and not self.cover_presenter.state.covered:
            self.cover_window.hide()
        self.session.shell.show_banner("save", Banner("trouble", f"{say(fault.sentence)} ({fault.code})"))

    def _hand_over(self, line: bytes) -> None:
        spare = self.spare if self.spare is not None and self.spare.is_waiting() else None
        if not self.options.spares:
            self._go(0)
            return
        for _ in range(2):
            try:
                spare = spare or Spare(self.options.as_arguments(), self.options.program)
            except OSError:
                break
            if spare.hand_over(line):
                self.spare = spare
                spare.when_shown(self._crossing.shown.emit)
                QTimer.singleShot(LEAVE_AFTER_MS, self, lambda: self._go(0))
                return
            spare = None
        self._go(0)

    def _go(self, code: int) -> None:
        if not self._gone:
            self._gone = True
            if self.cover_window is not None:
                self.cover_window.hide()
            self.leave(code)

    # -- closing --------------------------------------------------------------------------------------------------

    def _may_close(self) -> bool:
        if self.session is None or self._locking:
            return True
        try:
            if not self.session.may_close():
                return False
            self.session.prepare_to_lock(self.profile)
        except StoreError as fault:
            self._stay_open(fault)
            return False
        return True

    def _closed(self) -> None:
        """The window was closed: as at a lock, but nobody takes over."""
        if self._locking:
            return
        page = self.window.page()
        give_up = getattr(getattr(page, "presenter", None), "stop", None)
        if give_up is not None:
            give_up()  # a set-up that was not finished leaves nothing
        if self.session is not None:
            self._locking = True
            self.session.end()
            self.session = None
        if self.spare is not None:
            self.spare.dismiss()
        self._go(0)

    # -- idle -----------------------------------------------------------------------------------------------------

    def _window_came(self, window: QWindow | None) -> None:
        """Every key and press comes to a window first; a filter on the whole program would cost each of its events."""
        if window is not None:
            window.installEventFilter(self)  # the same filter again is still one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.idle.touched(self._own_clock.monotonic_ms(), typing=bool(event.text().strip()))
        elif kind in {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.TouchBegin,
            QEvent.Type.TabletPress,
            QEvent.Type.Wheel,
        }:
            self.idle.touched(self._own_clock.monotonic_ms())
        return False

    def stay_open(self) -> None:
        """ "Stay open" on the strip."""
        self.idle.stay_open(self._own_clock.monotonic_ms())
        self._look_at_idle()

    def _look_at_idle(self) -> None:
        if self.session is None:
            return
        verdict, minutes = self.idle.look(self._own_clock.monotonic_ms(), self._own_clock.wall_ms())
        if verdict == "lock":
            self.lock()
            return
        self.session.presenter.learn(minutes_to_lock=minutes if verdict == "warn" else None)

    # -- the demonstration's signal --------------------------------------------------------------------------------

    def follow_link(self, link: Any, file: Path) -> None:
        """Cut the link while `file` exists, mend it when it is gone: the demonstration's "no signal"."""
        self._link_watch = QTimer(self)
        self._link_watch.setInterval(FOLLOW_MS)
        self._link_watch.timeout.connect(lambda: self._follow(link, file))
        self._link_watch.start()
        self._follow(link, file)

    def _follow(self, link: Any, file: Path) -> None:
        cut = file.exists()
        if cut and not link.is_cut:
            link.cut()
        elif not cut and link.is_cut:
            link.mend()
            if self.session is not None and self.session.sync is not None:
                self.session.sync.network_up()

    def close_down(self) -> None:
        """After the event loop: nothing of a session is left, whatever ended it."""
        if self.session is not None:
            self.session.end()
            self.session = None
        if self.spare is not None and not self._locking:
            self.spare.dismiss()
        self.tasks.wait()
        self.sweeper.stop()

    # -- look and language ----------------------------------------------------------------------------------------

    def choose_look(self, look: look_file.Look) -> None:
        """Another size, contrast or language: at once, everywhere."""
        if look == self._look:
            return
        look_file.write_look(self._folder, look)
        if self.session is not None:
            self.session.shell.let_go_of_hidden()
        self._apply_look(look)
        if self.session is not None:
            self.session.refresh_words()

    def _choose_language(self, code: str) -> None:
        look = replace(self._look, language=code)
        look_file.write_look(self._folder, look)
        self._apply_look(look)
        self._show_unlock()

    def _apply_look(self, look: look_file.Look) -> None:
        self._look = look
        words.use_language(look.language)
        theme.use(
            theme.Theme(
                contrast="highContrast" if look.contrast == "highContrast" else "light",
                step=look.text_step,
                touch=look.touch,
                reduced_motion=look.reduced_movement,
            )
        )


def machine_label() -> str:
    """What the service calls this laptop, unless somebody renames it."""
    return platform.node() or "laptop"
