"""For whoever writes forms: what is wrong with one, and how it will look. Needs no service, no database.

Promises: `check` prints every mistake of a form at once, each with sheet, row and column and what to do, and says by
its exit code whether the form can be published (0), cannot (1), or cannot be read (2). `preview` starts the desktop
program on the form, as a process of its own, so that the service needs no windows.
Never: publishing; changing a file.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fieldapp.forms import BadForm, Checked, Problem, folder_media
from fieldapp.service import database as db
from fieldapp.service import forms


def check(path: Path, *, as_json: bool) -> int:
    """Print what is wrong with a form file; the exit code."""
    found = _checked(path)
    if as_json:
        told = {"problems": _listed(found.problems), "advice": _listed(found.advice)}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print("\n".join(_sentences(path.name, found)))
    return 1 if found.problems else 0


def _checked(path: Path) -> Checked:
    """The engine's own check, and what only publishing asks: that the form's files can travel in it."""
    from fieldapp.forms.carrying import carry_files
    from fieldapp.forms.check import check as check_form
    from fieldapp.forms.convert import convert

    try:
        found = check_form(path)
        if not found.problems:
            forms.read_form(carry_files(convert(path), folder_media(path.parent)))
    except OSError:
        raise db.Mistake(f"{path.name} can't be read") from None
    except BadForm as refused:
        return Checked(refused.problems, found.advice)
    except forms.FormRefused as refused:
        return Checked((Problem(f"{str(refused)[:1].upper()}{str(refused)[1:]}."),), found.advice)
    return found


def _listed(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "sheet": problem.sheet,
            "row": problem.row,
            "column": problem.column,
            "place": problem.place,
            "message": problem.message,
            "what_to_do": problem.what_to_do,
        }
        for problem in problems
    ]


def _sentences(name: str, found: Checked) -> Iterator[str]:
    """One line for each mistake, then one for each piece of advice."""
    count = len(found.problems)
    if count:
        yield f"{name}: {count} {'mistake' if count == 1 else 'mistakes'}. The form can't be published."
    else:
        yield f"{name}: no mistakes. The form can be published."
    for problem in found.problems:
        yield f"  {problem}"
    if found.advice:
        yield "Advice (the form works without):"
    for problem in found.advice:
        yield f"  {problem}"


def preview(path: Path) -> int:
    """Open a form in the desktop's own runner, as another process; its exit code."""
    if not path.is_file():
        raise db.Mistake(f"there is no file {path.name}")
    return subprocess.run([*_desktop(), "forms-preview", str(path)], check=False).returncode


def _desktop() -> list[str]:
    """How the desktop program is started: this Python's, or the one installed beside this program."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable)
        desktop = beside.with_name(f"fieldapp{beside.suffix}")
        if not desktop.is_file():
            raise db.Mistake("the desktop program is not installed beside this one")
        return [str(desktop)]
    if importlib.util.find_spec("PySide6") is None:
        raise db.Mistake("the desktop program is not installed here")
    return [sys.executable, "-m", "fieldapp"]
