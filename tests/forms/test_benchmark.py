"""The measuring command runs on any form and prints one object of the agreed shape (figures are not judged here)."""

import json
import subprocess
import sys

import pytest
from form_scenario import xform_of

PLAIN = """
| survey | | | | |
| | type | name | label | calculation |
| | integer | a | A | |
| | select_one yn | b | B | |
| | calculate | c | | ${a} + 1 |
| choices | | | |
| | list_name | name | label |
| | yn | y | Yes |
| | yn | n | No |
"""

ROWS = """
| survey | | | | | |
| | type | name | label | calculation | repeat_count |
| | integer | n | N | | |
| | begin_repeat | r | R | | COUNT |
| | integer | m | M | | |
| | end_repeat | | | | |
| | calculate | total | | sum(${m}) | |
"""


def measured(form, folder):
    path = folder / "form.xml"
    path.write_bytes(xform_of(form))
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.forms", str(path), "--json"],
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (PLAIN, ["load", "change"]),
        (
            ROWS.replace("COUNT", ""),
            ["load", "change", "first_fill_per_row", "change_with_sum", "add_row", "remove_row"],
        ),
        (ROWS.replace("COUNT", "3"), ["load", "change", "first_fill_per_row", "change_with_sum"]),
    ],
    ids=["no repeat", "free rows", "fixed rows"],
)
def test_a_form_is_measured_for_what_it_has(form, names, tmp_path):
    result = measured(form, tmp_path)
    assert list(result) == names
    assert all(set(timing) == {"n", "median_ms", "p95_ms"} for timing in result.values())
