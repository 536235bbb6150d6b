"""A document as the laptop knows it now: the one value that every rule of practice and every screen starts from.

Promise: plain, frozen, complete: what it says, who wrote it and when, and how far it has got (saved, sent, held,
signed). Never here: how it was stored, fetched or merged. A document's text is what the projection gives: the
newest head received, merged with this laptop's own unsent work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# A leaf of a body, exactly as on the wire: text, several choices, a row's position, or a narrative's accounts.
Value = str | list[str] | int | dict[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class FormReference:
    """The published form, by the hash of its XML, that a document's answers belong to."""

    id: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Two values stand for one key and a person must choose. Key `""` asks whether the document is deleted."""

    key: str
    side: str
    """Hash of the revision that holds the other value."""
    value: Value | None = None
    """What the side says at `key`; None if it says nothing there, or is not on this laptop."""
    author: str = ""
    """User id of whoever wrote the side."""
    written_at: str = ""
    head_author: str = ""
    """User id of whoever last set this key in the head; empty: the document's author."""
    head_written_at: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a family, or of a user's own scope."""

    id: str
    kind: str
    scope: str
    body: Mapping[str, Value]
    head: str
    """Hash of the newest revision that this text rests on (an own unsent one, or the head received)."""
    author: str
    """User id of whoever wrote that revision (the person who caused it, if the service merged)."""
    written_at: str
    """When it was written, protocol time; the laptop's own reckoning when it never reached the service."""
    form: FormReference | None = None
    open: tuple[OpenQuestion, ...] = ()
    created_at: str = ""
    """When the document's first revision was written."""
    created_by: str = ""
    deleted: bool = False
    signed_off: bool = False
    unsent: bool = False
    """True while any own revision in it is not yet answered by the service."""
    held: str | None = None
    """The code of the reason, if an own revision of it is held outside the record."""
    flags: tuple[str, ...] = field(default=())

    def text(self, key: str) -> str:
        """The answer at `key` as text; accounts are joined by blank lines, absent is empty."""
        found = self.body.get(key)
        if found is None:
            return ""
        if isinstance(found, str):
            return found
        if isinstance(found, dict):
            return "\n\n".join(account["text"] for account in found["accounts"])
        if isinstance(found, list):
            return " ".join(found)
        return str(found)

    @property
    def complete(self) -> bool:
        """The author finished it with nothing missing."""
        return self.body.get("meta/complete") == "yes"
