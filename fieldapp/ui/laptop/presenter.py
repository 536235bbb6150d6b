"""On this laptop, without a window: what Fieldapp keeps here and what the service knows about it.

Promise: every figure is the store's own; a family that is no longer this user's says so; unsent work of any family is
counted beside it; what is not known (how much room is left, when the last contact was) is said to be not known.
"Check my store" changes nothing. Never here: a name in anything that is printed or logged, Qt.
Source: the design of the interface, section 4.12; the store's design; threat model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.store.carried import Carried
from fieldapp.store.errors import StoreError
from fieldapp.ui.laptop.machine import Machine, look_at
from fieldapp.ui.pages.desk import LIMITED_FROM_DAYS, Desk
from fieldapp.ui.pages.wording import ago, capital, local, moment, size
from fieldapp.ui.waiting.presenter import support_code
from fieldapp.ui.words import Words

say = Words("Laptop")


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of "Right now": a strong answer and a quiet rest."""

    icon: str
    what: str
    strong: str
    rest: str
    look: bool = False


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """One family carried."""

    scope: str
    label: str
    children: str
    fresh: str
    look: bool
    unsent: str
    size: str
    name: str


@dataclass(frozen=True, slots=True)
class Space:
    """The disk, in bytes and words; None where the machine does not say."""

    ours: int | None = None
    free: int | None = None
    total: int | None = None
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LaptopState:
    """All that the page shows."""

    line: str = ""
    facts: tuple[FactRow, ...] = ()
    families: tuple[CarriedRow, ...] = ()
    space: Space = field(default_factory=Space)
    sees: str = ""
    sees_more: str = ""
    lost: str = ""
    shared: str = ""
    check: str = ""
    """What the last check found, in a sentence; empty before one."""
    check_ok: bool = True
    checking: bool = False
    empty: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    facts: tuple[FactRow, ...] = ()
    families: tuple[CarriedRow, ...] = ()
    space: Space = field(default_factory=Space)
    unsent: int = 0
    other_users: int = 0
    duty_number: str = ""
    recovery: bool = False


@dataclass(slots=True)
class LaptopPresenter:
    """Shows what is here; `check` looks at the whole store and says what it found."""

    desk: Desk
    folder: Path | None = None
    other_users: Callable[[], int] = lambda: 0
    """How many other people have a store of their own on this laptop."""
    machine: Callable[[Path], Machine] = look_at
    facts: Facts = field(default_factory=Facts)
    checked: str = ""
    check_ok: bool = True
    checking: bool = False

    def read(self) -> Facts:
        """What is here now. Long: call it from a worker."""
        desk = self.desk
        counts, places = desk.store.counts(), desk.carried()
        files = {file.id: file for file in desk.files()}
        mine = desk.my_roles()
        rows = []
        for scope, place in places.items():
            file = files.get(scope)
            if file is not None:
                rows.append(self._row(place, file.label, len(file.children), yours=scope in mine))
            elif place.unsent or place.held:
                rows.append(self._row(place, say("A family you no longer hold"), 0, yours=False))
        machine = self.machine(self.folder) if self.folder is not None else Machine()
        device = desk.store.device()
        return Facts(
            facts=self._facts(len(files), sum(len(file.children) for file in files.values()), len(mine)),
            families=tuple(sorted(rows, key=lambda row: row.label.casefold())),
            space=_space(machine),
            unsent=counts.ready,
            other_users=self.other_users(),
            duty_number=str(device.policy.get("duty_number", "")) if device is not None else "",
            recovery=device is not None and device.recovery is not None,
        )

    def show(self, facts: Facts) -> LaptopState:
        """Take what was read; what the last check found stays."""
        self.facts = facts
        return self.state()

    def begin_check(self) -> LaptopState:
        """Say that the store is being looked through."""
        self.checking, self.checked = True, ""
        return self.state()

    def check(self) -> tuple[str, bool]:
        """Look through the whole store. Long: call it from a worker, then hand the result to `checked_as`."""
        try:
            found = self.desk.store.database.check_integrity()
        except StoreError as fault:
            found = (type(fault).__name__,)
        if not found:
            return say("The store is whole. Nothing was changed."), True
        code = support_code(str(len(found)), found[0])
        return (
            say("The store check found a problem. Nothing was changed. Support code {code}.", code=code),
            False,
        )

    def checked_as(self, sentence: str, ok: bool) -> LaptopState:
        """Show what the check found."""
        self.checking, self.checked, self.check_ok = False, sentence, ok
        return self.state()

    def state(self) -> LaptopState:
        """The page as it stands."""
        facts = self.facts
        count = len(facts.families)
        return LaptopState(
            line=say("Everything Fieldapp keeps here, and what the service knows about it."),
            facts=facts.facts,
            families=facts.families,
            space=facts.space,
            sees=say("Your manager can see how many things have not arrived from this laptop."),
            sees_more=say("They cannot see what they say until they are sent."),
            lost=self._lost(),
            shared=say.count(
                facts.other_users,
                "Shared laptop. One other person has a separate store that you cannot open.",
                "Shared laptop. {n} other people have separate stores that you cannot open.",
            )
            if facts.other_users
            else "",
            check=self.checked,
            check_ok=self.check_ok,
            checking=self.checking,
            empty="" if count else say("Nothing is carried. Families come with the next contact."),
            announce=say(
                "On this laptop, {families}, {unsent} not sent",
                families=say.count(count, "{n} family", "{n} families"),
                unsent=facts.unsent,
            ),
        )

    # -- inside ---------------------------------------------------------------------------------------------------

    def _lost(self) -> str:
        who = (
            say("Only your passphrase, or two key holders acting together, can open what is here.")
            if self.facts.recovery
            else say("Only your passphrase can open what is here. Your organisation has no key holders yet.")
        )
        if self.facts.duty_number:
            return say("Ring {number}, day or night.", number=self.facts.duty_number) + " " + who
        return say("Ring your manager, day or night.") + " " + who

    def _facts(self, families: int, children: int, held: int) -> tuple[FactRow, ...]:
        desk = self.desk
        counts, now, zone = desk.store.counts(), desk.now_ms(), desk.zone
        contact = desk.store.contact()
        carried = ", ".join(
            (
                say.count(families, "{n} family", "{n} families"),
                say.count(children, "{n} child", "{n} children"),
            )
        )
        rest = (
            say("You hold {n} in all.", n=say.count(held, "{n} family", "{n} families"))
            if held != families
            else ""
        )
        if counts.ready:
            since = moment(counts.oldest_unsent_ms or now, now, zone)
            unsent = say("The oldest is from {when}.", when=since)
        else:
            unsent = say("Everything you finished has been sent.")
        if counts.held:
            unsent += " " + say.count(counts.held, "One more is held.", "{n} more are held.")
        days = desk.store.days_of_use()
        return (
            FactRow("users", say("Carried"), f"{carried}.", rest),
            FactRow("inbox", say("Not sent yet"), f"{counts.ready}.", unsent),
            FactRow(
                "clock",
                say("Last contact"),
                say("Never yet.") if contact is None else f"{capital(moment(contact.server_ms, now, zone))}.",
                ""
                if contact is None
                else say("The service has everything you saved before then.")
                if not counts.ready and not counts.held
                else say("What you saved since then, or what is held, is only here."),
            ),
            FactRow(
                "lock", say("Locked with"), say("Your passphrase."), say("Everything here is encrypted.")
            ),
            FactRow(
                "hourglass",
                say("If it stays offline"),
                say("Records close after {n} days of use.", n=LIMITED_FROM_DAYS),
                say("You can still write.")
                if not days
                else say.count(
                    days, "{n} day so far. You can still write.", "{n} days so far. You can still write."
                ),
                look=days >= LIMITED_FROM_DAYS // 2,
            ),
        )

    def _row(self, place: Carried, label: str, children: int, *, yours: bool) -> CarriedRow:
        fresh, look = self._fresh(place, yours=yours)
        parts = []
        if place.unsent:
            parts.append(str(place.unsent))
        if place.held:
            parts.append(say("{n} held", n=place.held))
        unsent = ", ".join(parts) or say("None")
        taken = size(place.bytes)
        return CarriedRow(
            scope=place.scope,
            label=label,
            children=str(children) if children else "",
            fresh=fresh,
            look=look,
            unsent=unsent,
            size=taken,
            name=", ".join(
                (
                    label,
                    say.count(children, "{n} child", "{n} children"),
                    say("last refreshed {when}", when=fresh),
                    say("not sent: {what}", what=unsent),
                    taken,
                )
            ),
        )

    def _fresh(self, place: Carried, *, yours: bool) -> tuple[str, bool]:
        desk = self.desk
        if place.state == "new":
            return say("Made here"), False
        if place.state == "gone" or not yours:
            return say("Not yours now"), True
        if place.diverged:
            return say("Something doesn’t match"), True
        if place.fresh_ms is None:
            return say("Not arrived yet"), True
        now, zone = desk.now_ms(), desk.zone
        days = (local(now, zone).date() - local(place.fresh_ms, zone).date()).days
        if days == 0:
            return capital(moment(place.fresh_ms, now, zone)), not place.complete
        return capital(ago(days)), days > desk.policy.record_old_days or not place.complete


def _space(machine: Machine) -> Space:
    rows = []
    if machine.ours_bytes is not None:
        rows.append((say("Fieldapp"), size(machine.ours_bytes)))
    if machine.total_bytes is not None and machine.free_bytes is not None:
        other = machine.total_bytes - machine.free_bytes - (machine.ours_bytes or 0)
        rows.append((say("Everything else"), size(max(0, other))))
        rows.append((say("Free"), size(machine.free_bytes)))
    return Space(machine.ours_bytes, machine.free_bytes, machine.total_bytes, tuple(rows))
