"""Is the write-ahead log as it was written? Looked at before SQLite sees it, and only after a stop without locking.

Promise: damage in the middle of the log is said, not skipped. SQLite takes the first frame whose checksum fails for
the end of the log, which is right for a write that was cut off and silently drops saved work if a bit has flipped. A
cut-off write has nothing whole behind it; damage has: the next frame's checksum goes on from what the damaged frame
says, or should have said. Never here: repairing, decrypting, changing a byte.
Known limit: the very last frame of a log cannot be told from a cut-off write. Store.settle() folds the log into the
main file, whose every page is authenticated, as soon as the laptop is idle.
Source: SQLite file format, section 4 ("The Write-Ahead Log").
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

HEADER_BYTES = 32
FRAME_HEADER_BYTES = 24
PAGE_BYTES = 4096
"""SQLCipher 4's page size, which this store never changes."""
MAGIC = 0x377F0682
MASK = 0xFFFFFFFF

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    salts: bytes
    computed_over: bytes
    """The first eight bytes of its header, and its page."""
    sums: Sums
    commits: bool
    """It ends a transaction."""


def is_damaged(path: Path) -> bool:
    """True if the log holds something whole behind something that is not as it was written."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return False
    if len(data) <= HEADER_BYTES:
        return False
    magic, _version, page_bytes = struct.unpack_from(">III", data)
    header_sums: Sums = struct.unpack_from(">II", data, 24)
    big_endian = bool(magic & 1)
    if magic & ~1 != MAGIC or page_bytes != PAGE_BYTES:
        return _chains_anyhow(data)
    if _sums((0, 0), data[:24], big_endian) != header_sums:
        return _chains_anyhow(data)
    frames = list(_frames(data))
    salts = data[16:24]
    before = header_sums
    for place, frame in enumerate(frames):
        computed = _sums(before, frame.computed_over, big_endian)
        if frame.salts == salts and computed == frame.sums:
            before = computed
            continue
        return _goes_on(frame, frames[place + 1 :], (computed, frame.sums), salts, big_endian)
    return False


def _goes_on(
    failed: _Frame, frames: list[_Frame], seeds: tuple[Sums, ...], salts: bytes, big_endian: bool
) -> bool:
    """Whether a committed transaction of this log stands in, or behind, the frame that failed.

    Without a commit behind it, it may be a long transaction that was cut off while SQLite was rewriting its frames.
    """
    committed = failed.commits
    for frame in frames:
        if frame.salts != salts:
            return False
        if not any(_sums(seed, frame.computed_over, big_endian) == frame.sums for seed in seeds):
            return False
        committed = committed or frame.commits
        if committed:
            return True
        seeds = (frame.sums,)
    return False


def _chains_anyhow(data: bytes) -> bool:
    """The log's own header is not whole: if its frames follow from one another, it was damaged, not begun."""
    frames = list(_frames(data))
    for first, second in pairwise(frames):
        if first.salts == second.salts and any(
            _sums(first.sums, second.computed_over, big_endian) == second.sums for big_endian in (False, True)
        ):
            return True
    return len(frames) == 1 and frames[0].sums != (0, 0)


def _frames(data: bytes) -> Iterator[_Frame]:
    step = FRAME_HEADER_BYTES + PAGE_BYTES
    for start in range(HEADER_BYTES, len(data) - step + 1, step):
        header = data[start : start + FRAME_HEADER_BYTES]
        page = data[start + FRAME_HEADER_BYTES : start + step]
        sums: Sums = struct.unpack(">II", header[16:])
        yield _Frame(header[8:16], header[:8] + page, sums, commits=header[4:8] != bytes(4))


def _sums(before: Sums, data: bytes, big_endian: bool) -> Sums:
    """SQLite's running checksum over words in the byte order that the log's magic number names."""
    words = array("I", data)
    if (sys.byteorder == "big") != big_endian:
        words.byteswap()
    first, second = before
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & MASK
        second = (second + odd + first) & MASK
    return first, second
