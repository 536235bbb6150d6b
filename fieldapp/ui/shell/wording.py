"""The frame's words: what each state of the strip says, in full and when room is short."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.ui import words
from fieldapp.ui.shell.presenter import Strip
from fieldapp.ui.words import Words

say = Words("Shell")


@dataclass(frozen=True, slots=True)
class Line:
    """An icon with a strong first sentence and a quiet rest."""

    icon: str
    ink: str
    strong: str
    rest: str = ""
    action: str = ""
    action_words: str = ""

    @property
    def whole(self) -> str:
        """The full sentence, as a screen reader says it."""
        return f"{self.strong} {self.rest}".strip()


def connection_line(strip: Strip) -> Line:
    """The first thing on the strip."""
    if strip.minutes_to_lock is not None:
        count = say.count(strip.minutes_to_lock, "Locking in {n} minute.", "Locking in {n} minutes.")
        return Line("lock", "ink.body", count, say("Your words are saved."), "stay_open", say("Stay open"))
    if strip.disk_low:
        return Line(
            "hard-drive",
            "status.decision.ink",
            say("This laptop is nearly full."),
            say("Text is still being saved."),
            "space",
            say("See what uses space"),
        )
    kind = strip.connection
    if kind == "offline":
        return Line("wifi-off", "ink.body", say("Offline."), say("Everything is saved on this laptop."))
    if kind == "online":
        # Before the first whole look there is no time to say; "not checked for a signal" would be untrue by then.
        rest = (
            say("Getting what is new.")
            if strip.at is None
            else say("Up to date at {time}.", time=words.clock(strip.at))
        )
        return Line("wifi", "status.sent.ink", say("Online."), rest)
    if kind == "sending":
        return Line(
            "circle-arrow-up",
            "status.sending.ink",
            say("Sending {number} of {of}.", number=strip.number, of=strip.of),
        )
    if kind == "slow":
        return Line("signal-low", "status.sending.ink", say("Slow signal."), say("Text goes first."))
    if kind == "field_mode":
        rest = (
            say("Sending is paused until {time}.", time=words.clock(strip.until))
            if strip.until is not None
            else say("Sending is paused.")
        )
        return Line("pause", "status.decision.ink", say("Field mode."), rest, "send_now", say("Send now"))
    if kind == "sign_in":
        return Line(
            "key-round",
            "status.decision.ink",
            say("Sign in again to send."),
            say("You can keep writing."),
            "sign_in",
            say("Sign in"),
        )
    if kind == "busy":
        return Line(
            "refresh-cw", "ink.body", say("The service is busy."), say("We'll try again by ourselves.")
        )
    if kind == "limited":
        return Line(
            "hourglass",
            "status.held.ink",
            say("No contact for 30 days of use."),
            say("You can write and read what is unsent. Family files open after the next contact."),
        )
    if strip.warn_days:
        count = say.count(
            strip.warn_days, "No contact for {n} day of use.", "No contact for {n} days of use."
        )
        return Line("hourglass", "status.decision.ink", count, say("Family files close after 30."))
    return Line("hard-drive", "ink.body", say("Saved on this laptop."), say("Not checked for a signal yet."))


def unsent_words(strip: Strip) -> str:
    """How much has not gone."""
    if strip.ready:
        count = say.count(strip.ready, "{n} not sent yet", "{n} not sent yet")
        return say("{count}, {held} held", count=count, held=strip.held) if strip.held else count
    return say("All sent, {held} held", held=strip.held) if strip.held else say("All sent")


def last_sent_words(strip: Strip, now: datetime) -> str:
    """When something last went."""
    if strip.last_sent_at is None:
        return ""
    return say("Last sent {when}", when=words.moment(strip.last_sent_at, now=now))


def page_words(page: str) -> str:
    """The rail's word for a page."""
    return {
        "today": say("Today"),
        "sign_off": say("Sign-off"),
        "families": say("Families"),
        "drafts": say("Drafts"),
        "decisions": say("Needs your decision"),
        "waiting": say("Waiting to send"),
        "search": say("Search"),
        "laptop": say("On this laptop"),
        "settings": say("Settings"),
        "more": say("More"),
    }[page]


def short_page_words(page: str) -> str:
    """The bottom bar's word for a page."""
    short = {"decisions": say("Decide"), "waiting": say("Waiting")}
    return short.get(page) or page_words(page)


def role_words(role: str, word: str) -> str:
    """The organisation's word for the role, else ours."""
    if word:
        return word
    return {"manager": say("Manager"), "auditor": say("Auditor")}.get(role, say("Practitioner"))
