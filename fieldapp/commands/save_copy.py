"""Save a copy: the pages and their twin for screen readers, into the folder that the worker chose.

Promise: both files or neither; nothing that is there already is replaced, a number is added to the name instead; only
whoever is signed in to this computer may read them. Nothing is written anywhere else, not even for a moment: the
files themselves are the only readable text outside the store. What could not be written whole is taken away again.
Never here: what is in the copy (`printing`), asking for a folder.
"""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass
from pathlib import Path

from .errors import FolderMissing, FolderNotWritable, NoRoomThere, NotSavedThere
from .printing import Printed

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR})
NAMES_TRIED_MAX = 1_000
ONLY_THE_OWNER = 0o600


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """The two files as they were named in the end."""

    pdf: Path
    twin: Path


def save_copy(printed: Printed, chosen: Path) -> SavedCopy:
    """Write both files. Raises `NoRoomThere`, `FolderNotWritable`, `FolderMissing` or `NotSavedThere`."""
    stem = chosen.with_suffix("") if chosen.suffix.casefold() in {".pdf", ".html"} else chosen
    contents = ((".pdf", printed.pdf), (".html", printed.html.encode("utf-8")))
    for number in range(1, NAMES_TRIED_MAX):
        name = stem.name if number == 1 else f"{stem.name} ({number})"
        paths = [stem.with_name(name + ending) for ending, _ in contents]
        try:
            _write_all(list(zip(paths, (content for _, content in contents), strict=True)))
        except FileExistsError:
            continue
        except OSError as fault:
            raise _refusal(fault) from fault
        return SavedCopy(*paths)
    raise NotSavedThere("no free name")


def _write_all(files: list[tuple[Path, bytes]]) -> None:
    """Write new files whole, or leave none of them."""
    begun: list[Path] = []
    try:
        for path, content in files:
            handle = os.open(
                path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), ONLY_THE_OWNER
            )
            begun.append(path)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
    except OSError:
        for path in begun:
            with contextlib.suppress(OSError):
                path.unlink()
        raise


def _refusal(fault: OSError) -> NoRoomThere | FolderNotWritable | FolderMissing | NotSavedThere:
    detail = errno.errorcode.get(fault.errno or 0, "")
    if fault.errno in NO_ROOM:
        return NoRoomThere(detail)
    if fault.errno in NOT_ALLOWED:
        return FolderNotWritable(detail)
    return FolderMissing(detail) if fault.errno in NOT_THERE else NotSavedThere(detail)
