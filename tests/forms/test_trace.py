"""The trace command: a form run without a screen gives its contract's output, values and errors."""

import json
import os
import subprocess
import sys

import pytest
from form_scenario import table

AGE = """
| survey | | | | | |
| | type | name | label | constraint | constraint_message |
| | integer | age | Age | . < 19 | Under 19 only |
"""

VISIT = """
| survey | | | | |
| | type | name | label | calculation |
| | begin_repeat | visit | Visit | |
| | integer | mins | Minutes | |
| | end_repeat | | | |
| | note | thanks | Thank you | |
| | calculate | total | | sum(${mins}) |
"""


class Desk:
    """A folder with a form, and the command run in a process of its own."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, form, steps, *arguments, zone="UTC", name="form.md"):
        path = self.folder / name
        path.write_text(table(form) if name.endswith(".md") else form, encoding="utf-8")
        written = self.folder / "steps.json"
        written.write_text(steps if isinstance(steps, str) else json.dumps(steps), encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-m", "fieldapp.forms.trace", str(path), str(written), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "TZ": zone},
            timeout=60,
        )

    def result(self, form, steps, *arguments, **more):
        done = self.run(form, steps, *arguments, **more)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def error(self, form, steps, **more):
        done = self.run(form, steps, **more)
        assert done.returncode == 2
        assert done.stdout == ""
        return json.loads(done.stderr.strip().splitlines()[-1])["error"]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_a_violation_is_told_with_the_forms_own_words(desk):
    result = desk.result(AGE, [{"set": "/data/age", "value": "20"}])
    assert [snapshot["step"] for snapshot in result["snapshots"]] == [1]
    assert result["snapshots"][0]["language"] == ""
    assert result["snapshots"][0]["nodes"]["/data/age"] == {
        "value": "20",
        "relevant": True,
        "required": False,
        "readonly": False,
        "valid": False,
        "violation": "constraint",
        "constraint_msg": "Under 19 only",
        "label": "Age",
        "hint": None,
    }


def test_rows_are_summed_and_move_up_and_snapshots_stand_where_they_were_asked_for(desk):
    result = desk.result(
        VISIT,
        [
            {"set": "/data/visit[1]/mins", "value": "30"},
            {"add_repeat": "/data/visit"},
            {"set": "/data/visit[2]/mins", "value": "15"},
            {"snapshot": True},
            {"remove_repeat": "/data/visit[1]"},
        ],
    )
    first, last = result["snapshots"]
    assert (first["step"], first["nodes"]["/data/total"]["value"]) == (3, "45")
    assert (last["step"], last["nodes"]["/data/total"]["value"]) == (5, "15")
    assert [path for path in last["nodes"] if "visit" in path] == ["/data/visit[1]", "/data/visit[1]/mins"]
    assert result["submission"].startswith(
        '<data id="data"><visit><mins>15</mins></visit><thanks></thanks><total>15<'
    )


def test_a_last_snapshot_is_not_taken_twice(desk):
    assert len(desk.result(AGE, [{"snapshot": True}])["snapshots"]) == 1
    assert len(desk.result(AGE, [])["snapshots"]) == 1


def test_two_runs_give_the_same_and_another_seed_another(desk):
    form = """
        | survey | | | |
        | | type | name | calculation |
        | | calculate | chance | random() |
        | | calculate | id | uuid() |
    """
    once, again, other = (desk.run(form, [], *seed).stdout for seed in ((), (), ("--seed", "2")))
    assert once == again
    assert once != other


def test_the_clock_can_be_set_before_the_form_loads_and_later(desk):
    form = """
        | survey | | | | |
        | | type | name | label | calculation |
        | | text | word | Word | |
        | | calculate | day | | today() |
        | | calculate | at | | concat(${word}, now()) |
    """
    steps = [
        {"now": "2026-07-01T10:00:00"},
        {"now": "2026-12-24T18:00:00"},
        {"set": "/data/word", "value": "x"},
    ]
    nodes = desk.result(form, steps, zone="Europe/London")["snapshots"][0]["nodes"]
    assert nodes["/data/day"]["value"] == "2026-07-01"
    assert nodes["/data/at"]["value"] == "x2026-12-24T18:00:00.000+00:00"


def test_files_beside_the_form_are_read_and_no_others(desk):
    form = """
        | survey | | | |
        | | type | name | label |
        | | select_one_from_file list.csv | pick | Pick |
    """
    assert desk.error(form, [])["kind"] == "bad_form"
    (desk.folder / "list.csv").write_text("name,label\na,Aye\n", encoding="utf-8")
    nodes = desk.result(form, [{"set": "/data/pick", "value": "a"}])["snapshots"][0]["nodes"]
    assert nodes["/data/pick"]["choices"] == [{"name": "a", "label": "Aye"}]


def test_a_csv_form_says_the_same_as_a_markdown_one(desk):
    form = '"survey"\n,"type","name","label"\n,"integer","age","Age"\n'
    nodes = desk.result(form, [{"set": "/data/age", "value": "7"}], name="form.csv")["snapshots"][0]["nodes"]
    assert nodes["/data/age"]["value"] == "7"


@pytest.mark.parametrize(
    ("steps", "kind", "step"),
    [
        ([{"snapshot": True}, {"set": "/data/nowhere", "value": "x"}], "unknown_path", 1),
        ([{"set": "/data/visit/mins", "value": "1"}], "unknown_path", 0),
        ([{"set": "/data/visit[2]/mins", "value": "1"}], "unknown_path", 0),
        ([{"set": "/data/visit", "value": "1"}], "unknown_path", 0),
        ([{"set": "/other", "value": "1"}], "unknown_path", 0),
        ([{"set": "total", "value": "1"}], "unknown_path", 0),
        ([{"add_repeat": "/data/total"}], "unknown_path", 0),
        ([{"add_repeat": "/data/visit[1]"}], "unknown_path", 0),
        ([{"remove_repeat": "/data/visit[7]"}], "unknown_path", 0),
        ([{"remove_repeat": "/data/visit"}], "unknown_path", 0),
        ([{"set": "/data/total", "value": "1"}], "not_writable", 0),
        ([{"set": "/data/thanks", "value": "1"}], "not_writable", 0),
        ([{"set": "/data/visit[1]", "value": "1"}], "not_writable", 0),
        ([{"set": "/data", "value": "1"}], "not_writable", 0),
        ([{"fly": True}], "bad_step", 0),
        (["set"], "bad_step", 0),
        ([{"set": "/data/visit[1]/mins"}], "bad_step", 0),
        ([{"set": "/data/visit[1]/mins", "value": 7}], "bad_step", 0),
        ([{"set": 1, "value": "7"}], "bad_step", 0),
        ([{"now": "tomorrow"}], "bad_step", 0),
        ([{"snapshot": True}, {"now": "2026-02-30T10:00:00"}], "bad_step", 1),
        ([{"language": "Klingon"}], "bad_step", 0),
        ([{"snapshot": "yes"}], "bad_step", 0),
        ({"set": "/data"}, "bad_step", None),
        ("not json", "bad_step", None),
    ],
)
def test_a_step_that_cannot_be_taken_says_which_and_why(desk, steps, kind, step):
    error = desk.error(VISIT, steps)
    assert (error["kind"], error["step"]) == (kind, step)
    assert error["message"]


def test_a_form_that_cannot_run_is_told_before_any_step(desk):
    error = desk.error("| survey | | |\n| | type | name | calculation |\n| | calculate | a | foo(1) |\n", [])
    assert (error["kind"], error["step"]) == ("bad_form", None)
    assert desk.error("not xml", [], name="form.xml")["kind"] == "bad_form"
    assert desk.error("x", [], name="form.docx")["kind"] == "bad_form"
