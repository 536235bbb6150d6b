"""The cover's sense: covered, asked for, let through, or locked after five wrong tries. No Qt.

Promise: what is under the cover is not touched; the pass-back PIN only guards the screen and is checked against the
open store; without one, the passphrase is asked for. The fifth wrong try locks, and nothing is lost by it.
Source: interface design 4.16; threat model row 3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from fieldapp.ui.unlock.presenter import Run

TRIES_MAX = 5  # threat model row 3: 5 tries, then lock


@dataclass(frozen=True, slots=True)
class CoverState:
    """What the cover shows: nothing but the hills until somebody asks to come back."""

    covered: bool = False
    asking: bool = False
    by_pin: bool = True
    checking: bool = False
    wrong: int = 0


@dataclass
class CoverPresenter:
    """`has_pin` and `check_pin` ask the open store; `check_passphrase` is slow and runs aside."""

    has_pin: Callable[[], bool]
    check_pin: Callable[[str], bool]
    check_passphrase: Callable[[str], bool]
    run: Run
    uncovered: Callable[[], None]
    lock: Callable[[], None]
    state: CoverState = field(init=False, default_factory=CoverState)
    _told: list[Callable[[CoverState], None]] = field(init=False, default_factory=list)

    def listen(self, told: Callable[[CoverState], None]) -> None:
        """Hear every new state, and the present one at once."""
        self._told.append(told)
        told(self.state)

    def cover(self) -> None:
        """The cover is up."""
        self._become(CoverState(covered=True, by_pin=self.has_pin()))

    def ask(self) -> None:
        """Any key or tap: show the way back."""
        if self.state.covered and not self.state.asking:
            self._become(replace(self.state, asking=True))

    def turn_away(self) -> None:
        """Nobody answered: hills alone again. Wrong tries still count."""
        if self.state.asking and not self.state.checking:
            self._become(replace(self.state, asking=False))

    def try_pin(self, digits: str) -> None:
        """Four digits were entered."""
        if self.state.asking and self.state.by_pin:
            self._answer(self.check_pin(digits))

    def try_passphrase(self, passphrase: str) -> None:
        """The passphrase, where no PIN is set."""
        if not self.state.asking or self.state.by_pin or self.state.checking or not passphrase:
            return
        self._become(replace(self.state, checking=True))
        self.run(lambda: self.check_passphrase(passphrase), self._answer, self._could_not_check)

    def _could_not_check(self, fault: Exception) -> None:
        """A refusal to check counts as wrong: the cover never opens by accident."""
        self._answer(False)

    def _answer(self, right: Any) -> None:
        if right:
            self._become(CoverState())
            self.uncovered()
            return
        wrong = self.state.wrong + 1
        self._become(replace(self.state, checking=False, wrong=wrong))
        if wrong >= TRIES_MAX:
            self.lock()

    def _become(self, state: CoverState) -> None:
        if state != self.state:
            self.state = state
            for told in self._told:
                told(state)
