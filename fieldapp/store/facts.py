"""What the store announces, as frozen values in the past tense, after COMMIT.

Promise: ids and counts only, never a name, an answer or an address. Never here: facts of sync (see fieldapp/sync).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RevisionSaved:
    """Own work was saved: it is durable on this laptop and stands in the outbox. `at_ms` is what screens show."""

    hashes: tuple[str, ...]
    docs: tuple[str, ...]
    scopes: tuple[str, ...]
    at_ms: int


@dataclass(frozen=True, slots=True)
class HeadMoved:
    """A document reads differently now, by an own save, a pull, or an answer of the service."""

    doc: str
    scope: str
    kind: str


@dataclass(frozen=True, slots=True)
class QuestionOpened:
    """Two values stand for one key; a person must choose."""

    doc: str
    key: str


@dataclass(frozen=True, slots=True)
class QuestionClosed:
    """An open question was decided, here or by somebody else."""

    doc: str
    key: str


@dataclass(frozen=True, slots=True)
class DraftSaved:
    """Keystrokes of a draft reached the disk at `at_ms`."""

    draft: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class DraftsChanged:
    """A draft was begun, finished, discarded or put back."""

    draft: str


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """What waits, is held, or was sent has changed."""

    ready: int
    held: int


@dataclass(frozen=True, slots=True)
class ScopeGone:
    """The service ended this laptop's reading of a family: reassigned, closed or unknown."""

    scope: str
    reason: str


@dataclass(frozen=True, slots=True)
class ScopeArrived:
    """A family began to be carried here."""

    scope: str


@dataclass(frozen=True, slots=True)
class FormsArrived:
    """The list of published forms, or the XML of one, has changed here."""

    hashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorageRunLow:
    """The disk was full and the reserve was given up so that text could be saved (code `storage_full`)."""


@dataclass(frozen=True, slots=True)
class StorageRecovered:
    """There is room again: the reserve stands."""
