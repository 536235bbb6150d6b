"""`fieldapp demo`: the whole main job on invented families, on this machine alone.

With a window: a service, four laptops and a year of history are made in a temporary folder, then Nia's desktop opens
with a switch for the signal. `--headless --out DIR` plays the story of the day by itself, asserts each step, prints
one JSON object and exits 0 only if every step held. `--keep DIR` leaves the laptops' profiles and the service there.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from fieldapp.demo import stage as staging
from fieldapp.demo.stage import Stage


def main(arguments: Sequence[str]) -> int:
    """Run the demonstration; the exit code."""
    named = _parse(arguments)
    folder = Path(tempfile.mkdtemp(prefix="fieldapp-demonstration-"))
    try:
        return _headless(folder, named) if named.headless else _with_a_window(folder)
    finally:
        if named.keep is not None:
            named.keep.mkdir(parents=True, exist_ok=True)
            for name in ("laptops", "service"):
                if (folder / name).exists():
                    shutil.copytree(folder / name, named.keep / name, dirs_exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="fieldapp demo", description="The whole main job on invented families."
    )
    parser.add_argument("--headless", action="store_true", help="play the story by itself, without a window")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where pictures and printouts go (with --headless)"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the profiles and the service here")
    named = parser.parse_args(list(arguments))
    if named.headless and named.out is None:
        parser.error("--headless needs --out DIR")
    return named


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _prepare(folder: Path) -> Stage:
    _say("Making a service and four laptops …")
    stage = staging.set_up(folder)
    _say("Loading twelve months of four families …")
    try:
        staging.load_history(stage)
    except BaseException:
        stage.end()
        raise
    return stage


def _headless(folder: Path, named: argparse.Namespace) -> int:
    from fieldapp.demo.story import Day, Step

    named.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    stage = _prepare(folder)
    day = Day(stage, named.out, _say)
    day.steps.append(Step("all enrolled by code", True, round((time.monotonic() - began) * 1000)))
    try:
        held = day.run()
    finally:
        day.leave()
        stage.end()
    figures = day.figures
    print(
        json.dumps(
            {
                "steps": [
                    {"name": step.name, "ok": step.ok, "ms": step.ms}
                    | ({"trouble": step.trouble} if step.trouble else {})
                    for step in day.steps
                ],
                "families": figures.get("families", 0),
                "revisions": figures.get("revisions", 0),
                "conflicts": figures.get("conflicts", 0),
                "unsent": figures.get("unsent"),
                "equal": figures.get("equal", False),
                "files": day.files,
            },
            ensure_ascii=False,
        )
    )
    return 0 if held else 1


def _with_a_window(folder: Path) -> int:
    from fieldapp.demo.switch import run_with_switch

    stage = _prepare(folder)
    stage.close_laptops()
    try:
        return run_with_switch(stage)
    finally:
        stage.end()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
