"""Settings, without a window: how the screen looks and speaks, the passphrase, the pass-back PIN.

Promise: a change of look applies at once and is kept in the store; the passphrase is changed only with the old one,
and what was typed is let go of as soon as it was used; the PIN opens nothing. Never here: a setting that weakens the
store; Qt.
Source: the design of the interface, sections 4.1 (steps 4 and 6) and 4.15; the store's design, "Keys".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from fieldapp.commands.pass_back import PinNotDigits, has_pin, set_pin
from fieldapp.commands.unlock import change_passphrase
from fieldapp.store.errors import PassphraseTooEasy, StoreError, TooManyTries, WrongPassphrase
from fieldapp.store.keys import FLOOR, KdfCost, is_strong
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.words import LANGUAGES, Words

say = Words("Settings")

Contrast = Literal["light", "highContrast"]
STEPS = (1.0, 1.15, 1.3, 1.5, 2.0)
"""The five sizes of text (design tokens, `type.scaleSteps`; a test holds them together)."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person chose; kept in the store, so it is theirs alone."""

    text_step: float = 1.0
    contrast: Contrast = "light"
    language: str = "en"
    reduced_movement: bool = False
    touch: bool = False


@dataclass(frozen=True, slots=True)
class SettingsState:
    """All that the page shows; never a passphrase or a PIN."""

    preferences: Preferences = field(default_factory=Preferences)
    text_steps: tuple[tuple[float, str], ...] = ()
    contrasts: tuple[tuple[Contrast, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    has_pin: bool = False
    pin_note: str = ""
    pin_trouble: str = ""
    strength: str = ""
    old_trouble: str = ""
    new_trouble: str = ""
    passphrase_note: str = ""
    changing: bool = False
    about: tuple[tuple[str, str], ...] = ()
    announce: str = ""


def read_preferences(kept: Mapping[str, Any] | None) -> Preferences:
    """What was kept; anything unknown or out of range reads as if it had never been chosen."""
    found = dict(kept or {})
    step = found.get("text_step")
    contrast = found.get("contrast")
    language = found.get("language")
    return Preferences(
        text_step=float(step) if step in STEPS else 1.0,
        contrast="highContrast" if contrast == "highContrast" else "light",
        language=str(language) if language in LANGUAGES else "en",
        reduced_movement=found.get("reduced_movement") is True,
        touch=found.get("touch") is True,
    )


@dataclass(slots=True)
class SettingsPresenter:
    """Keeps the choices; asks the commands to change passphrase and PIN."""

    desk: Desk
    folder: Path | None = None
    """The profile's folder, where the key header stands."""
    floor: KdfCost = FLOOR
    version: str = ""
    _state: SettingsState = field(default_factory=SettingsState)

    def read(self) -> Preferences:
        """What was kept."""
        return read_preferences(self.desk.store.setting("settings"))

    def show(self, preferences: Preferences) -> SettingsState:
        """Take what was kept."""
        self._state = replace(
            self._state,
            preferences=preferences,
            text_steps=tuple((step, say("{n} %", n=round(step * 100))) for step in STEPS),
            contrasts=(("light", say("Light")), ("highContrast", say("High contrast"))),
            languages=tuple(LANGUAGES.items()),
            has_pin=has_pin(self.desk.workplace),
            about=self._about(),
            announce=say("Settings"),
        )
        return self._state

    def state(self) -> SettingsState:
        """The page as it stands."""
        return self._state

    def choose(self, **choices: Any) -> SettingsState:
        """Keep a choice of look or language by its name in `Preferences`."""
        kept = read_preferences({**asdict(self._state.preferences), **choices})
        self.desk.store.set_setting("settings", asdict(kept))
        return self.show(kept)

    # -- the PIN --------------------------------------------------------------------------------------------------

    def change_pin(self, pin: str) -> SettingsState:
        """Keep a new pass-back PIN."""
        try:
            set_pin(self.desk.workplace, pin)
        except PinNotDigits:
            self._state = replace(self._state, pin_trouble=say("Choose four digits."), pin_note="")
        else:
            self._state = replace(
                self._state, pin_trouble="", pin_note=say("The new PIN is set."), has_pin=True
            )
        return self._state

    # -- the passphrase -------------------------------------------------------------------------------------------

    def weigh(self, new: str) -> SettingsState:
        """Say how strong a new passphrase is, while it is typed."""
        strength = "" if not new else say("Strong enough") if is_strong(new) else say("Too easy to guess")
        self._state = replace(self._state, strength=strength, new_trouble="", passphrase_note="")
        return self._state

    def begin_change(self, old: str, new: str) -> SettingsState:
        """Look at what was typed; with nothing wrong, say that the change is under way."""
        old_trouble = "" if old else say("Type your passphrase as it is now.")
        new_trouble = (
            ""
            if is_strong(new)
            else say("Too easy to guess. Use four random words, or at least 12 characters.")
        )
        changing = not (old_trouble or new_trouble)
        self._state = replace(
            self._state,
            old_trouble=old_trouble,
            new_trouble=new_trouble,
            changing=changing,
            passphrase_note="",
        )
        return self._state

    def change(self, old: str, new: str) -> str:
        """Seal the key with the new passphrase. Long: call it from a worker; returns what is wrong with the old one.

        An empty return means that from now on only the new passphrase opens this laptop.
        """
        if self.folder is None:
            return say("The passphrase can’t be changed here.")
        workplace = self.desk.workplace
        try:
            change_passphrase(
                self.folder, old, new, clock=workplace.clock, entropy=workplace.entropy, floor=self.floor
            )
        except TooManyTries as fault:
            return say.count(
                fault.wait_s,
                "Wait {n} second, then try again. Nothing is deleted, however many times you try.",
                "Wait {n} seconds, then try again. Nothing is deleted, however many times you try.",
            )
        except WrongPassphrase:
            return say("That passphrase isn’t right. Try again.")
        except PassphraseTooEasy:
            return say("The new one is too easy to guess.")
        except StoreError as fault:
            return f"{say(fault.sentence)} {say(fault.next_step)}".strip()
        return ""

    def changed(self, trouble: str) -> SettingsState:
        """Show how the change went."""
        note = "" if trouble else say("Your passphrase is changed. Use the new one from now on.")
        self._state = replace(
            self._state,
            changing=False,
            old_trouble=trouble,
            passphrase_note=note,
            strength=self._state.strength if trouble else "",
        )
        return self._state

    def _about(self) -> tuple[tuple[str, str], ...]:
        device = self.desk.store.device()
        rows = [(say("Fieldapp"), self.version)] if self.version else []
        if device is not None:
            rows.append((say("Organisation"), device.org))
        rows.append((say("Licence"), say("MIT. Fonts: SIL Open Font Licence. Icons: ISC.")))
        return tuple(rows)
