"""The key header: one checksummed JSON object in two copies, `keys.a` and `keys.b`.

Promise: a change writes, flushes and reads back one copy before it touches the other, so that at any moment one
whole copy stands; a damaged copy is noticed and mended only from a whole one, after an unlock proved it right. Never
here: keys in the clear, a name beyond the label for the chooser, a guess at what a damaged header meant.
Source: the store's design, "Keys".
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fieldapp.protocol import canonical
from fieldapp.protocol.codes import Malformed
from fieldapp.store.errors import HeaderDamaged, KeyHeaderMissing, KeyHeaderNewer, StorageFailed, StorageFull

COPIES = ("keys.a", "keys.b")
WHAT = "fieldapp key header"
VERSION = 1
LABEL_MAX = 40
HEADER_BYTES_MAX = 65_536


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in the file: who to show in the chooser, and the sealed slots."""

    profile: str
    label: str
    serial: int
    """Grows with each change: of two whole copies the higher one holds."""
    slots: tuple[Mapping[str, Any], ...]

    def slot(self, kind: str) -> Mapping[str, Any] | None:
        """The slot of this type, if there is one."""
        return next((slot for slot in self.slots if slot.get("type") == kind), None)

    def with_slots(self, *slots: Mapping[str, Any]) -> Header:
        """The next header: these slots in place of those of the same types."""
        types = {slot["type"] for slot in slots}
        kept = tuple(slot for slot in self.slots if slot.get("type") not in types)
        return replace(self, serial=self.serial + 1, slots=(*slots, *kept))

    def with_label(self, label: str) -> Header:
        """The next header, shown under another label."""
        return replace(self, serial=self.serial + 1, label=label[:LABEL_MAX])

    def to_bytes(self) -> bytes:
        """As written to a copy."""
        told = {
            "what": WHAT,
            "version": VERSION,
            "profile": self.profile,
            "label": self.label,
            "serial": self.serial,
            "slots": [dict(slot) for slot in self.slots],
        }
        checksum = canonical.sha256_hex(canonical.encode(told))
        return canonical.encode({**told, "checksum": checksum})


def parse(data: bytes) -> Header:
    """The header of these bytes; `HeaderDamaged` or `KeyHeaderNewer` says why there is none."""
    if len(data) > HEADER_BYTES_MAX:
        raise HeaderDamaged("size")
    try:
        told = canonical.parse(data)
    except Malformed as fault:
        raise HeaderDamaged("json") from fault
    if not isinstance(told, dict) or told.get("what") != WHAT:
        raise HeaderDamaged("what")
    checksum = told.pop("checksum", None)
    try:
        whole = canonical.sha256_hex(canonical.encode(told)) == checksum
    except Malformed as fault:
        raise HeaderDamaged("encoding") from fault
    if not whole:
        raise HeaderDamaged("checksum")
    if told.get("version") != VERSION:
        raise KeyHeaderNewer("version")
    if not (isinstance(told.get("profile"), str) and isinstance(told.get("label"), str)):
        raise HeaderDamaged("members")
    if not (isinstance(told.get("serial"), int) and isinstance(told.get("slots"), list) and told["slots"]):
        raise HeaderDamaged("members")
    if not all(isinstance(slot, dict) and isinstance(slot.get("type"), str) for slot in told["slots"]):
        raise HeaderDamaged("slots")
    found = Header(told["profile"], told["label"], told["serial"], tuple(told["slots"]))
    if found.to_bytes() != data:
        raise HeaderDamaged("spelling")
    return found


@dataclass(frozen=True, slots=True)
class Copies:
    """Both copies as found: the one that holds, and whether the other says the same."""

    header: Header
    agree: bool


def read(folder: Path) -> Copies:
    """The header that holds. Raises `KeyHeaderMissing` if neither file is there, else why neither can be used."""
    found: list[Header] = []
    first_fault: Exception | None = None
    missing = 0
    for name in COPIES:
        try:
            found.append(parse((folder / name).read_bytes()))
        except FileNotFoundError:
            missing += 1
        except (HeaderDamaged, KeyHeaderNewer) as fault:
            if isinstance(fault, KeyHeaderNewer):
                raise
            first_fault = first_fault or fault
    if not found:
        if missing == len(COPIES):
            raise KeyHeaderMissing()
        raise first_fault if first_fault is not None else HeaderDamaged("unreadable")
    newest = max(found, key=lambda header: header.serial)
    agree = len(found) == len(COPIES) and found[0].to_bytes() == found[1].to_bytes()
    return Copies(newest, agree)


def write(folder: Path, header: Header) -> None:
    """Put `header` into both copies, one after the other; the second only after the first was read back."""
    data = header.to_bytes()
    for name in COPIES:
        _write_copy(folder / name, data)


def _write_copy(path: Path, data: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if fresh.read_bytes() != data:
                raise StorageFailed("key header read back")
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
        _sync_folder(path.parent)
        if path.read_bytes() != data:
            raise StorageFailed("key header read back")
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise StorageFull("key header") from fault
        raise StorageFailed("key header") from fault


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
