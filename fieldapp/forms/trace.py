"""`python -m fieldapp.forms.trace FORM STEPS.json [--seed N]`: a form run without a screen, for tests and bug reports.

Promises: `{"snapshots": [{"step", "language", "nodes": {PATH: …}}], "submission"}` as JSON on stdout and exit 0; or
nothing on stdout, `{"error": {"kind", "step", "message"}}` as the last line of stderr and exit 2, the kind being
`bad_form`, `unknown_path`, `not_writable` or `bad_step`. Steps are `set` with `value`, `add_repeat`, `remove_repeat`,
`language`, `now`, `snapshot`. Reads FORM, STEPS and the files of FORM's own folder; two runs give the same.
Never here: how a form works. Everything is asked of the face.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NoReturn

from fieldapp.forms import (
    BadForm,
    Definition,
    Instance,
    NodeState,
    NotWritable,
    UnknownPath,
    folder_media,
    load_definition,
)
from fieldapp.forms.convert import convert
from fieldapp.forms.xpath.moments import zone_of
from fieldapp.ports import SteppedClock

ErrorKind = Literal["bad_form", "unknown_path", "not_writable", "bad_step"]
STEPS_BYTES_MAX = 32 * 1024 * 1024
_LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?\Z", re.ASCII)


class TraceError(Exception):
    """A run that cannot go on: its kind, the step (None: none yet) and a sentence."""

    def __init__(self, kind: ErrorKind, step: int | None, message: str) -> None:
        self.kind: ErrorKind = kind
        self.step = step
        self.message = message
        super().__init__(message)


@dataclass(slots=True)
class SeededEntropy:
    """Chance that a seed repeats."""

    seed: int
    _source: random.Random | None = None

    def random_bytes(self, count: int) -> bytes:
        """The next bytes of the seed."""
        if self._source is None:
            self._source = random.Random(self.seed)
        return self._source.randbytes(count)


def _zone_name() -> str:
    """The zone of the environment, UTC if there is none."""
    return os.environ.get("TZ", "").lstrip(":") or "UTC"


def _wall_ms(text: object, step: int) -> int:
    """Milliseconds since 1970 of a local time."""
    if not isinstance(text, str) or not _LOCAL_TIME.match(text):
        raise TraceError("bad_step", step, "the time is not like 2026-03-01T10:00:00")
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=zone_of(_zone_name()))
        return round(moment.astimezone(UTC).timestamp() * 1000)
    except (ValueError, OverflowError):
        raise TraceError("bad_step", step, "there is no such time") from None


DEFAULT_NOW = "2026-01-01T00:00:00"
_VERBS = ("set", "add_repeat", "remove_repeat", "language", "now", "snapshot")


def checked_steps(data: bytes) -> list[dict[str, Any]]:
    """The steps of a STEPS file. Raises `TraceError`."""
    if len(data) > STEPS_BYTES_MAX:
        raise TraceError("bad_step", None, "the steps file is too large")
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError):
        raise TraceError("bad_step", None, "the steps file is not JSON") from None
    if not isinstance(parsed, list):
        raise TraceError("bad_step", None, "the steps are not a list")
    return parsed


def _checked_step(step: object, number: int) -> dict[str, Any]:
    if not isinstance(step, dict):
        raise TraceError("bad_step", number, "a step is not an object")
    verbs = [verb for verb in _VERBS if verb in step]
    if len(verbs) != 1:
        raise TraceError("bad_step", number, "a step needs exactly one verb")
    verb = verbs[0]
    if verb == "snapshot":
        if step[verb] is not True:
            raise TraceError("bad_step", number, "snapshot takes true")
    elif not isinstance(step[verb], str) or (verb == "set" and not isinstance(step.get("value"), str)):
        raise TraceError("bad_step", number, f"a {verb} step takes text")
    return step


class Run:
    """One form and the steps taken in it."""

    def __init__(self, definition: Definition, steps: Sequence[object], seed: int) -> None:
        self._steps = steps
        self._clock = SteppedClock(_wall_ms(DEFAULT_NOW, 0), zone_name=_zone_name())
        first = steps[0] if steps else None
        if isinstance(first, dict) and "now" in first:
            self._clock.set_wall(_wall_ms(_checked_step(first, 0)["now"], 0))
        self._instance: Instance = definition.open(clock=self._clock, entropy=SeededEntropy(seed), seed=seed)
        self._snapshots: list[dict[str, Any]] = []

    def result(self) -> dict[str, Any]:
        """All steps taken: the snapshots and the submission. Raises `TraceError`."""
        is_last_snapshot = False
        for number, step in enumerate(self._steps):
            checked = _checked_step(step, number)
            is_last_snapshot = "snapshot" in checked
            try:
                self._take(checked, number)
            except UnknownPath as error:
                raise TraceError("unknown_path", number, str(error)) from None
            except NotWritable as error:
                raise TraceError("not_writable", number, str(error)) from None
            except BadForm as error:
                raise TraceError("bad_form", number, str(error)) from None
        if not is_last_snapshot:
            self._snapshot(len(self._steps))
        return {"snapshots": self._snapshots, "submission": self._instance.submission()}

    def _take(self, step: dict[str, Any], number: int) -> None:
        instance = self._instance
        if "set" in step:
            instance.set(instance.key_of(step["set"]), step["value"])
        elif "add_repeat" in step:
            instance.add_row(instance.key_of(step["add_repeat"]))
        elif "remove_repeat" in step:
            instance.remove_row(instance.key_of(step["remove_repeat"]))
        elif "language" in step:
            try:
                instance.set_language(step["language"])
            except ValueError as error:
                raise TraceError("bad_step", number, str(error)) from None
        elif "now" in step:
            self._clock.set_wall(_wall_ms(step["now"], number))
        else:
            self._snapshot(number)

    def _snapshot(self, number: int) -> None:
        nodes: dict[str, Any] = {}
        for key in self._instance.keys():
            state = self._instance.node(key)
            if state.kind != "repeat":
                nodes[state.path] = _members(state)
        self._snapshots.append({"step": number, "language": self._instance.language, "nodes": nodes})


def _members(state: NodeState) -> dict[str, Any]:
    members: dict[str, Any] = {
        "value": state.value,
        "relevant": state.relevant,
        "required": state.required,
        "readonly": state.readonly,
        "valid": state.valid,
        "violation": state.violation,
        "constraint_msg": state.constraint_msg,
        "label": state.label,
        "hint": state.hint,
    }
    if state.choices is not None:
        members["choices"] = [{"name": choice.name, "label": choice.label} for choice in state.choices]
    return members


def trace(form: Path, steps: list[Any], seed: int = 1) -> dict[str, Any]:
    """The result of steps taken in a form file. Raises `TraceError`."""
    try:
        definition = load_definition(convert(form), folder_media(form.parent))
        run = Run(definition, steps, seed)
    except BadForm as error:
        raise TraceError("bad_form", None, str(error)) from None
    except OSError:
        raise TraceError("bad_form", None, "the form file cannot be read") from None
    return run.result()


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise TraceError("bad_step", None, message)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = _Arguments(prog="python -m fieldapp.forms.trace", description="Run a form without a screen.")
    parser.add_argument("form", type=Path)
    parser.add_argument("steps", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    try:
        given = parser.parse_args(arguments)
        try:
            data = given.steps.read_bytes()
        except OSError:
            raise TraceError("bad_step", None, "the steps file cannot be read") from None
        result = trace(given.form, checked_steps(data), given.seed)
    except TraceError as error:
        message = {"kind": error.kind, "step": error.step, "message": error.message}
        sys.stderr.write(json.dumps({"error": message}, ensure_ascii=False) + "\n")
        return 2
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
