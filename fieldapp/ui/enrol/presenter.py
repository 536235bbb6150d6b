"""The set-up's sense: which step, what is being done, what went wrong. No Qt, no words, and no code or passphrase kept.

Promise: one question a step; nothing counts until the code was taken and a passphrase seals the key; giving up before
that leaves nothing behind; what goes wrong with the code is said in the service's one sentence, whatever the reason.
Source: interface design 4.1; protocol section 2.3; the store's design, "Keys".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from fieldapp.protocol.codes import normalise_code
from fieldapp.ui.unlock.presenter import Run

Step = Literal["language", "code", "passphrase", "forget", "pin", "download"]
STEPS: tuple[Step, ...] = ("language", "code", "passphrase", "forget", "pin", "download")
CODE_LENGTH = 10  # protocol section 2.3
TroubleKind = Literal["code", "code_short", "offline", "address", "easy", "pin", "refused", "unexpected"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a step did not go."""

    kind: TroubleKind
    code: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One family of the first download."""

    family: str
    name: str
    state: Literal["waiting", "arriving", "ready"]


@dataclass(frozen=True, slots=True)
class EnrolState:
    """Everything the set-up shows."""

    step: Step = "language"
    busy: bool = False
    trouble: Trouble | None = None
    service_known: bool = True
    offered: str = ""
    strong: bool | None = None
    user_name: str = ""
    organisation: str = ""
    two_key_holders: bool = False
    families: tuple[Arrival, ...] = ()
    listed: bool = False
    """The service has said which families there are."""
    lost: bool = False
    """The signal went during the first download."""

    @property
    def ready(self) -> int:
        """How many families are here."""
        return sum(one.state == "ready" for one in self.families)


class Begun(Protocol):
    """What the service said: who this laptop now belongs to."""

    @property
    def device(self) -> Any: ...


@dataclass
class EnrolPresenter:
    """Asks the commands; each slow one runs aside."""

    begin: Callable[[str, str], Any]
    """(service address, code) to a set-up under way."""
    seal: Callable[[Any, str], Any]
    """(set-up, passphrase) to the open store."""
    give_up: Callable[[Any], None]
    offer: Callable[[], str]
    is_strong: Callable[[str], bool]
    set_pin: Callable[[Any, str], None]
    sealed: Callable[[Any], None]
    """Told the open store, once: the first download can begin."""
    done: Callable[[], None]
    """The person goes on to Today."""
    run: Run
    service_url: str = ""
    state: EnrolState = field(init=False)
    _begun: Any = field(init=False, default=None)
    _store: Any = field(init=False, default=None)
    _told: list[Callable[[EnrolState], None]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.state = EnrolState(service_known=bool(self.service_url))

    def listen(self, told: Callable[[EnrolState], None]) -> None:
        """Hear every new state, and the present one at once."""
        self._told.append(told)
        told(self.state)

    def language_chosen(self) -> None:
        """On to the code."""
        self._step("code")

    def enter_code(self, code: str, service_url: str = "") -> None:
        """Spend the code; spaces, dashes and letters that look like digits are taken as meant."""
        if self.state.busy:
            return
        url = (self.service_url or service_url).strip()
        if not url:
            self._trouble(Trouble("address"))
            return
        if len(normalise_code(code)) != CODE_LENGTH:
            self._trouble(Trouble("code_short"))
            return
        self._become(replace(self.state, busy=True, trouble=None))
        self.run(lambda: self.begin(url, code), self._has_begun, self._failed)

    def _has_begun(self, begun: Any) -> None:
        self._begun = begun
        device = begun.device
        state = replace(
            self.state,
            busy=False,
            step="passphrase",
            trouble=None,
            offered=self.offer(),
            strong=None,
            user_name=device.user_name,
            organisation=device.org,
            two_key_holders=device.recovery is not None,
        )
        self._become(state)

    def offer_again(self) -> None:
        """Four other words."""
        self._become(replace(self.state, offered=self.offer()))

    def weigh(self, passphrase: str) -> None:
        """Say how strong it is, while it is typed."""
        self._become(
            replace(self.state, strong=self.is_strong(passphrase) if passphrase else None, trouble=None)
        )

    def choose_passphrase(self, passphrase: str) -> None:
        """Seal the key with it."""
        if self.state.busy:
            return
        if not self.is_strong(passphrase):
            self._trouble(Trouble("easy"))
            return
        begun = self._begun
        self._become(replace(self.state, busy=True, trouble=None))
        self.run(lambda: self.seal(begun, passphrase), self._has_sealed, self._failed)

    def _has_sealed(self, store: Any) -> None:
        self._begun, self._store = None, store
        self._become(replace(self.state, busy=False, step="forget", offered="", strong=None))
        self.sealed(store)

    def understood(self) -> None:
        """Read what happens if it is forgotten."""
        self._step("pin")

    def choose_pin(self, pin: str) -> None:
        """Keep the pass-back PIN; without one the passphrase is asked for."""
        if pin and (len(pin) != 4 or not (pin.isascii() and pin.isdigit())):
            self._trouble(Trouble("pin"))
            return
        if pin:
            self.set_pin(self._store, pin)
        self._step("download")

    def arrived(self, families: tuple[Arrival, ...], *, listed: bool, online: bool | None) -> None:
        """How far the first download is."""
        lost = online is False and any(one.state != "ready" for one in families)
        self._become(replace(self.state, families=families, listed=listed, lost=lost or online is False))

    def start(self) -> None:
        """On to Today; what has not arrived follows."""
        if self._store is not None:
            self.done()

    def stop(self) -> None:
        """The window closes in the middle: before the key is sealed nothing is left."""
        begun, self._begun = self._begun, None
        if begun is not None:
            self.give_up(begun)

    def _failed(self, fault: Exception) -> None:
        name = type(fault).__name__
        code = str(getattr(fault, "code", "") or getattr(fault, "reason", ""))
        if code == "enrol_code":
            trouble = Trouble("code", code)
        elif name in {"LinkTrouble", "Unreadable"}:
            trouble = Trouble("offline" if name == "LinkTrouble" else "address", code)
        elif name == "AddressRefused":
            trouble = Trouble("address", code)
        elif code == "passphrase_easy":
            trouble = Trouble("easy", code)
        elif code:
            entry = getattr(fault, "entry", None)
            sentence = str(getattr(fault, "sentence", "") or getattr(entry, "sentence", ""))
            trouble = Trouble("refused", code, sentence)
        else:
            trouble = Trouble("unexpected", name)
        self._become(replace(self.state, busy=False, trouble=trouble))

    def _trouble(self, trouble: Trouble) -> None:
        self._become(replace(self.state, trouble=trouble))

    def _step(self, step: Step) -> None:
        self._become(replace(self.state, step=step, trouble=None))

    def _become(self, state: EnrolState) -> None:
        if state != self.state:
            self.state = state
            for told in self._told:
                told(state)
