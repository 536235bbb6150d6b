"""How far a thing has got, in the words of its mark. No Qt here: presenters use it, views draw it as a `SyncMark`.

Promise: "Sent" only for what the service has taken into the record, "Saved on this laptop" only for what is on the
disk, and what is not known counts as not sent. Never here: colours, icons; a mark without its whole sentence.
Source: the design of the interface, section 2.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fieldapp.records.document import Document
from fieldapp.ui.words import Words

say = Words("Marks")

MarkKind = Literal["saved", "sending", "sent", "decision", "held", "restricted"]


@dataclass(frozen=True, slots=True)
class Mark:
    """The word beside an item, its kind, and the whole sentence for a screen reader."""

    kind: MarkKind
    words: str
    sentence: str


def draft(at: str = "") -> Mark:
    """An unfinished note in a list."""
    sentence = say("Draft, saved on this laptop {time}. Not finished, so it stays here.", time=at)
    return Mark(
        "saved", say("Draft, saved on this laptop"), sentence if at else say("Draft, saved on this laptop")
    )


def saved(at: str = "") -> Mark:
    """Finished; will go by itself."""
    sentence = say("Saved on this laptop {time}. It goes by itself when there is a signal.", time=at)
    return Mark(
        "saved", say("Saved on this laptop"), sentence if at else say("Saved on this laptop. Not sent yet.")
    )


def sending() -> Mark:
    """On its way, not done."""
    return Mark("sending", say("Sending"), say("Sending now. It is not there yet."))


def sent(at: str = "") -> Mark:
    """The service has it."""
    return Mark(
        "sent",
        say("Sent"),
        say("Sent {time}. The service has it.", time=at) if at else say("Sent. The service has it."),
    )


def delivered(name: str = "") -> Mark:
    """The service has it, for somebody else to file."""
    words = say("Delivered to {name}", name=name) if name else say("Delivered")
    return Mark("sent", words, say("{words}. The service has it.", words=words))


def decision() -> Mark:
    """Two answers stand; somebody must choose."""
    return Mark("decision", say("Needs your decision"), say("Needs your decision. Both answers are safe."))


def held() -> Mark:
    """Kept safe outside the record; needs something from its author."""
    return Mark("held", say("Held"), say("Held. It is safe, and needs something from you."))


def restricted(words: str = "") -> Mark:
    """Not shown in visit view."""
    return Mark("restricted", words or say("Restricted"), say("Restricted: not shown in visit view"))


def of_document(document: Document) -> Mark:
    """The mark of a saved document: the state that most needs a person first."""
    if document.held is not None:
        return held()
    if document.open:
        return decision()
    return saved() if document.unsent else sent()
