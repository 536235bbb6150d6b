"""Believing a page of a log: places without a gap, the running hash, and every signature.

Promise: what `check` returns may be applied; anything that does not match is `Mismatch`, for the whole page, and is
never skipped (protocol section 5.4, invariants I4 and I15).
Never here: fetching a key that is missing (`unknown_devices` names them; the engine asks).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.protocol import chain, signing
from fieldapp.protocol.revision import Revision
from fieldapp.sync.engine.reading import Page
from fieldapp.sync.engine.values import Cursor, Entry, KnownDevice

SERVICE_FLAGS = ("auto", "erased")
"""Only the service may set these; in anyone else's revision they are a forgery."""


class Mismatch(Exception):
    """The page is not the continuation of what was read before, or not genuine. Says which rule, no content."""


class ServiceKeyUnknown(Mismatch):
    """The service signed with a key that this laptop has not been told of; its keys may have been renewed."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Whose signatures can be checked."""

    service: str
    service_keys: tuple[str, ...]
    devices: Mapping[str, KnownDevice]


def unknown_devices(pages: Iterable[Page], signers: Signers) -> tuple[str, ...]:
    """Devices whose keys are needed before these pages can be checked, in order of appearance."""
    wanted: dict[str, None] = {}
    for page in pages:
        for entry in page.entries or ():
            device = entry.envelope.revision.device
            if device != signers.service and device not in signers.devices:
                wanted[device] = None
    return tuple(wanted)


def check(page: Page, signers: Signers) -> tuple[tuple[Entry, ...], Cursor]:
    """The page's entries and the cursor after them, when all of it is right; else `Mismatch`."""
    if page.entries is None:
        raise Mismatch("an entry that is no signed revision")
    if page.start != page.cursor.seq + 1:
        raise Mismatch("the page begins elsewhere")
    seq, running = page.cursor.seq, page.cursor.chain
    for entry in page.entries:
        seq += 1
        if entry.seq != seq:
            raise Mismatch("a gap or a repeat")
        revision = entry.envelope.revision
        if revision.scope != page.cursor.scope:
            raise Mismatch("a revision of another scope")
        _check_signature(revision, entry.envelope.sig, signers)
        running = chain.next_chain(running, entry.role, revision.hash)
    if seq > page.head or (seq < page.head) != page.more:
        raise Mismatch("the page does not end where it says")
    if seq == page.head and running != page.chain:
        raise Mismatch("another chain")
    return page.entries, Cursor(page.cursor.scope, seq, running)


def _check_signature(revision: Revision, sig: str, signers: Signers) -> None:
    if revision.device == signers.service:
        if not any(signing.verify_hash(key, revision.hash, sig) for key in signers.service_keys):
            raise ServiceKeyUnknown("not signed by a key of the service")
        return
    known = signers.devices.get(revision.device)
    if known is None:
        raise Mismatch("nobody knows the device")
    if not signing.verify_hash(known.public, revision.hash, sig):
        raise Mismatch("not signed by its device")
    if known.user != revision.author:
        raise Mismatch("the author is not the device's user")
    if revision.open or any(flag in SERVICE_FLAGS for flag in revision.flags):
        raise Mismatch("it claims to be the service's")
