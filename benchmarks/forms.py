"""`python -m benchmarks.forms FORM.xml [--json]`: how fast the form engine loads and answers.

Promises: measures what a worker waits for, on any form: from the XForm's text to a live instance with everything
computed, each change with every consequence settled (`set` returns only then), and for a repeat filling, adding and
removing rows. What changed is then looked at as a screen would, outside the timing: labels and choices are put
together when looked at, some 10 µs a node. Times are milliseconds of wall clock, garbage collection off while timing.
Never: a target or a judgement; compare two engines only in one run on one machine.
Shape of the output: `{"load": {"n", "median_ms", "p95_ms"}, "change": …}`; a form without a repeat has only those two.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from fieldapp.forms import Changes, Instance, NodeState, UnknownPath, folder_media, load_definition
from fieldapp.forms.convert import convert
from fieldapp.ports import SteppedClock, SystemEntropy

LOADS = 15
CHANGES_MAX = 3_000
ROWS_CHANGED_MAX = 200
START_MS = 1_767_225_600_000
"""2026-01-01T00:00Z."""

Timing = dict[str, float]


def _summary(times_ms: list[float]) -> Timing:
    ordered = sorted(times_ms)
    return {
        "n": len(ordered),
        "median_ms": round(statistics.median(ordered), 5),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 5),
    }


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter_ns()
    action()
    return (time.perf_counter_ns() - start) / 1e6


class Bench:
    """One form being measured."""

    def __init__(self, form: Path) -> None:
        self._xml = convert(form)
        self._media = folder_media(form.parent)
        self._random = random.Random(1)
        definition = load_definition(self._xml, self._media)
        self._hidden = {
            path.rpartition("/")[2]
            for path in definition.paths()
            if definition.question(path).type in ("calculate", "metadata")
        }
        """Names of what no screen ever shows."""

    def _open(self) -> Instance:
        definition = load_definition(self._xml, self._media)
        return definition.open(clock=SteppedClock(START_MS, zone_name="UTC"), entropy=SystemEntropy())

    def run(self) -> dict[str, Timing]:
        """All measurements of the form."""
        found = {"load": _summary([_timed(self._open) for _ in range(LOADS)])}
        instance = self._open()
        repeat = self._repeat(instance)
        counting: str | None = None
        if repeat is not None:
            found["first_fill_per_row"] = self._first_fill(instance, repeat)
            counting = self._counting(instance, repeat) if instance.node(repeat).rows_fixed else None
        found["change"] = self._changes(instance, counting)
        if repeat is not None:
            summed = self._with_sum(instance, repeat)
            if summed is not None:
                found["change_with_sum"] = summed
            if counting is not None:
                found["add_row"] = self._count(instance, repeat, counting, 1)
                found["remove_row"] = self._count(instance, repeat, counting, -1)
            elif not instance.node(repeat).rows_fixed:
                found["add_row"] = self._add(instance, repeat)
                found["remove_row"] = self._remove(instance, repeat)
        return found

    # -- what a person does -----------------------------------------------------------------------------------

    def _change_ms(self, instance: Instance, key: str, value: str) -> float:
        """How long an answer takes to settle; everything it changed is looked at afterwards."""
        return self._timed_change(instance, lambda: instance.set(key, value))

    def _timed_change(self, instance: Instance, action: Callable[[], Changes]) -> float:
        start = time.perf_counter_ns()
        changes = action()
        spent_ms = (time.perf_counter_ns() - start) / 1e6
        self._look(instance, changes)
        return spent_ms

    def _look(self, instance: Instance, changes: Changes) -> None:
        for key in changes.changed:
            if key.rpartition("/")[2] not in self._hidden:
                instance.node(key)
        for row in changes.added:
            for key in instance.children(row):
                instance.node(key)

    def _value(self, state: NodeState) -> str | None:
        """An answer of the right kind that is not the present one."""
        number = self._random.randrange(1, 90)
        names = [choice.name for choice in state.choices or ()]
        match state.type:
            case "integer" | "decimal":
                made = str(number)
            case "range":
                made = state.parameters.get("end" if state.value else "start", "1")
            case "text" | "barcode":
                made = f"answer {number}"
            case "date":
                made = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
            case "time":
                made = f"{number % 24:02}:{number % 60:02}:00"
            case "dateTime":
                made = f"2025-06-{number % 28 + 1:02}T{number % 24:02}:00:00.000+00:00"
            case "select_one" | "select_multiple":
                others = [name for name in names if name != state.value]
                made = self._random.choice(others) if others else ""
            case "rank":
                made = " ".join(self._random.sample(names, len(names)))
            case "acknowledge":
                made = "" if state.value else "OK"
            case "geopoint":
                made = f"51.{number} -0.{number} 0 0"
            case _:
                return None
        return made if made and made != state.value else (None if made == state.value else "")

    def _writable(self, instance: Instance, keys: Iterator[str]) -> Iterator[NodeState]:
        for key in keys:
            state = instance.node(key)
            if (
                state.kind == "question"
                and state.relevant
                and not state.readonly
                and state.type
                not in (
                    "calculate",
                    "metadata",
                    "note",
                )
            ):
                yield state

    # -- measurements -----------------------------------------------------------------------------------------

    def _changes(self, instance: Instance, counting: str | None) -> Timing:
        """Each question changed once, but for the one that says how many rows there are."""
        times = []
        for key in instance.keys():
            try:
                now = next(self._writable(instance, iter((key,))), None)
            except UnknownPath:
                continue
            value = self._value(now) if now is not None and key != counting else None
            if now is None:
                continue
            if value is not None:
                times.append(self._change_ms(instance, now.key, value))
            if len(times) >= CHANGES_MAX:
                break
        return _summary(times or [0.0])

    @staticmethod
    def _repeat(instance: Instance) -> str | None:
        """The outermost repeat with the most rows."""
        found = [key for key in instance.keys() if "[" not in key and instance.node(key).kind == "repeat"]
        return max(found, key=lambda key: len(instance.rows(key)), default=None)

    def _row_keys(self, instance: Instance, row: str) -> list[str]:
        return [key for key in instance.keys() if key.startswith(f"{row}/")]

    def _first_fill(self, instance: Instance, repeat: str) -> Timing:
        """Each row's questions answered for the first time, per row."""
        rows = instance.rows(repeat)[:ROWS_CHANGED_MAX]
        by_row: dict[str, list[str]] = {row: [] for row in rows}
        for key in instance.keys():
            row = key[: key.find("]") + 1]
            if row in by_row and key != row:
                by_row[row].append(key)
        times = []
        for keys in by_row.values():
            spent = 0.0
            for key in keys:
                state = instance.node(key)
                value = self._value(state) if any(self._writable(instance, iter((key,)))) else None
                if value is not None:
                    spent += self._change_ms(instance, key, value)
            times.append(spent)
        return _summary(times or [0.0])

    def _with_sum(self, instance: Instance, repeat: str) -> Timing | None:
        """Changes of a number in a row that move something outside of the repeat."""
        rows = instance.rows(repeat)
        tail = self._summed(instance, rows)
        if tail is None:
            return None
        times = []
        for _ in range(ROWS_CHANGED_MAX):
            key = self._random.choice(rows) + tail
            value = self._value(instance.node(key))
            if value is not None:
                times.append(self._change_ms(instance, key, value))
        return _summary(times or [0.0])

    def _summed(self, instance: Instance, rows: tuple[str, ...]) -> str | None:
        if not rows:
            return None
        for state in list(self._writable(instance, iter(self._row_keys(instance, rows[0])))):
            if state.type not in ("integer", "decimal", "range"):
                continue
            for _ in range(5):  # a value drawn may be the one that stands, which moves nothing
                value = self._value(state)
                if value is None:
                    break
                changes = instance.set(state.key, value)
                if any("[" not in key and instance.node(key).kind == "question" for key in changes.changed):
                    return state.key[len(rows[0]) :]
        return None

    def _counting(self, instance: Instance, repeat: str) -> str | None:
        """The question whose number says how many rows there are, if there is one."""
        rows = len(instance.rows(repeat))
        for state in list(self._writable(instance, iter(instance.keys()))):
            if state.type == "integer" and "[" not in state.key and state.value == str(rows):
                instance.set(state.key, str(rows + 1))
                followed = len(instance.rows(repeat)) == rows + 1
                instance.set(state.key, state.value or "")
                if followed:
                    return state.key
        return None

    def _count(self, instance: Instance, repeat: str, counting: str, by: int) -> Timing:
        """Rows that follow a count: one more or one fewer at a time."""
        times = []
        for _ in range(ROWS_CHANGED_MAX // 4):
            wanted = str(len(instance.rows(repeat)) + by)
            times.append(self._change_ms(instance, counting, wanted))
        return _summary(times)

    def _add(self, instance: Instance, repeat: str) -> Timing:
        times = [
            self._timed_change(instance, partial(instance.add_row, repeat))
            for _ in range(ROWS_CHANGED_MAX // 4)
        ]
        return _summary(times)

    def _remove(self, instance: Instance, repeat: str) -> Timing:
        rows = list(instance.rows(repeat))
        times = []
        for _ in range(min(ROWS_CHANGED_MAX // 4, len(rows))):
            row = rows.pop(self._random.randrange(len(rows)))
            times.append(self._timed_change(instance, partial(instance.remove_row, row)))
        return _summary(times)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forms", description=__doc__)
    parser.add_argument("form", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    given = parser.parse_args()
    bench = Bench(given.form)
    gc.collect()
    gc.disable()
    try:
        found = bench.run()
    finally:
        gc.enable()
    order = ("load", "change", "first_fill_per_row", "change_with_sum", "add_row", "remove_row")
    result = {name: found[name] for name in order if name in found}
    if given.json:
        sys.stdout.write(json.dumps(result) + "\n")
        return 0
    for name, timing in result.items():
        sys.stdout.write(
            f"{name:20} n {timing['n']:5}   median {timing['median_ms']:10.4f} ms   p95 {timing['p95_ms']:10.4f} ms\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
