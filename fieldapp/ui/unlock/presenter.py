"""What the unlock screen knows: who may unlock, what is being tried, what went wrong. No Qt, no words, no names.

Promise: only the passphrase unlocks; a wrong one empties nothing but its own line; a wait is counted by the clock that
never goes back; whatever is damaged is said with its code, and starting empty is never offered. The passphrase is not
kept here: it passes through.
Source: interface design 4.2; the store's design, "Unlocking".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol

TroubleKind = Literal["wrong", "wait", "damaged", "refused", "unexpected"]


@dataclass(frozen=True, slots=True)
class User:
    """One profile of this laptop as the chooser shows it."""

    id: str
    label: str
    folder: Path
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why it did not open."""

    kind: TroubleKind
    code: str = ""
    sentence: str = ""
    next_step: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class UnlockState:
    """Everything the screen shows."""

    users: tuple[User, ...] = ()
    chosen: int = 0
    opening: bool = False
    trouble: Trouble | None = None
    after_lock: bool = False
    stopped_at: datetime | None = None
    unsent: int | None = None
    forgotten: bool = False
    two_key_holders: bool = False


class Run(Protocol):
    """Runs work aside; later `done` or `failed` is called where the window is (`bridge.Tasks.run`)."""

    def __call__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None: ...


OpenStore = Callable[[User, str], Any]
"""Opens the store of a profile with a passphrase, slowly, on any thread; raises the store's own refusals."""


@dataclass
class UnlockPresenter:
    """The unlock screen's sense. `opened` is told the open store and its user, once."""

    users: Sequence[User]
    open_store: OpenStore
    run: Run
    monotonic_ms: Callable[[], int]
    opened: Callable[[Any, User], None]
    has_recovery: Callable[[User], bool] = lambda user: False
    stopped_at: datetime | None = None
    unsent: int | None = None
    chosen_id: str = ""
    state: UnlockState = field(init=False)
    _told: list[Callable[[UnlockState], None]] = field(init=False, default_factory=list)
    _wait_until_ms: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        users = tuple(self.users)
        chosen = next((n for n, user in enumerate(users) if user.id == self.chosen_id), 0)
        self.state = UnlockState(
            users=users,
            chosen=chosen,
            after_lock=self.unsent is not None,
            stopped_at=self.stopped_at,
            unsent=self.unsent,
        )
        self._look_at_fault()

    def listen(self, told: Callable[[UnlockState], None]) -> None:
        """Hear every new state, and the present one at once."""
        self._told.append(told)
        told(self.state)

    def choose(self, index: int) -> None:
        """Another user of this laptop."""
        if not self.state.opening and 0 <= index < len(self.state.users):
            self._become(replace(self.state, chosen=index, trouble=None, forgotten=False))
            self._look_at_fault()

    def _look_at_fault(self) -> None:
        """A profile whose key header cannot be read says so before anybody types."""
        user = self.state.users[self.state.chosen] if self.state.users else None
        if user is not None and user.fault is not None:
            self._become(replace(self.state, trouble=Trouble("damaged", user.fault)))

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase. Ignored while one is being tried."""
        if self.state.opening or not self.state.users or not passphrase:
            return
        user = self.state.users[self.state.chosen]
        if user.fault is not None:
            return
        self._become(replace(self.state, opening=True, trouble=None))
        self.run(
            lambda: self.open_store(user, passphrase), lambda store: self._done(store, user), self._failed
        )

    def _done(self, store: Any, user: User) -> None:
        self._become(replace(self.state, opening=False))
        self.opened(store, user)

    def _failed(self, fault: Exception) -> None:
        """Say what the refusal says of itself; the store's refusals all carry code and sentence."""
        code = str(getattr(fault, "code", ""))
        wait_s = int(getattr(fault, "wait_s", 0))
        if code in {"passphrase_wrong", "passphrase_wait"}:
            if wait_s > 0:
                self._wait_until_ms = self.monotonic_ms() + wait_s * 1000
                trouble = Trouble("wait", code, seconds=wait_s)
            else:
                trouble = Trouble("wrong", code)
        elif code in {"keys_missing", "keys_damaged", "keys_weakened"}:
            trouble = Trouble("damaged", code)
        elif code:
            sentence = str(getattr(fault, "sentence", ""))
            trouble = Trouble("refused", code, sentence, str(getattr(fault, "next_step", "")))
        else:
            trouble = Trouble("unexpected", type(fault).__name__)
        self._become(replace(self.state, opening=False, trouble=trouble))

    def tick(self) -> None:
        """A second has passed: a wait counts down and ends by itself."""
        trouble = self.state.trouble
        if trouble is None or trouble.kind != "wait":
            return
        left = max(0, -(-(self._wait_until_ms - self.monotonic_ms()) // 1000))
        self._become(replace(self.state, trouble=replace(trouble, seconds=left) if left else None))

    def forgot(self) -> None:
        """Explain what can be done; nothing is reset."""
        if self.state.users:
            user = self.state.users[self.state.chosen]
            self._become(replace(self.state, forgotten=True, two_key_holders=self.has_recovery(user)))

    def remembered(self) -> None:
        """Back from the explanation."""
        self._become(replace(self.state, forgotten=False))

    def _become(self, state: UnlockState) -> None:
        if state == self.state:
            return
        self.state = state
        for told in self._told:
            told(state)
