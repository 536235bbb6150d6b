"""The service's command line: one JSON object, or one clear line and exit 2."""

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
import requests
from service_client import Laptop, new_id
from service_running import RunningService

from fieldapp.forms import load_definition
from fieldapp.ports import SteppedClock, SystemEntropy

ROOT = Path(__file__).resolve().parents[2]


def run(*words, program=("-m", "fieldapp.service")):
    return subprocess.run(
        [sys.executable, *program, *map(str, words)], capture_output=True, text=True, timeout=60, check=False
    )


def test_a_service_is_made_once(tmp_path):
    made = run("init", "--data", tmp_path / "d", "--org", "Meadowshire")
    assert made.returncode == 0
    assert list(json.loads(made.stdout)) == ["service"]
    again = run("init", "--data", tmp_path / "d", "--org", "Meadowshire")
    assert (again.returncode, again.stdout) == (2, "")
    assert len(again.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["status"],
        ["status", "--data", "nowhere"],
        ["init", "--data", "here"],
        ["serve", "--data", "nowhere"],
        ["user", "add", "--data", "nowhere", "--name", "N", "--role", "boss", "--team", "T"],
        ["user", "add", "--data", "nowhere", "--name", "N", "--role", "manager", "--team", "T"],
        ["enrol-code", "--data", "nowhere", "x"],
        ["status", "--data", "nowhere", "--database", "mysql://x/y"],
        ["status", "--data", "nowhere", "--database", "postgresql://x:y/z"],
        ["forms", "publish", "--data", "nowhere", "missing.md"],
        ["init", "--data", "a_file", "--org", "Meadowshire"],
        ["init", "--data", "a_file/within", "--org", "Meadowshire"],
        ["init", "--data", "here", "--org", "\udcff"],
        ["status", "--data", "a_file"],
        ["serve", "--data", "damaged"],
        ["status", "--data", "damaged"],
    ],
    ids=lambda words: ascii(" ".join(words)),
)
def test_a_mistake_is_one_clear_line_and_exit_2(words, tmp_path):
    (tmp_path / "a_file").write_text("no folder")
    if "damaged" in words:
        RunningService(tmp_path / "d")
        (tmp_path / "d" / "data").rename(tmp_path / "damaged")
        (tmp_path / "damaged" / "service.db").write_bytes(b"no database" * 1000)
    told = subprocess.run(
        [sys.executable, "-m", "fieldapp.service", *words],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (told.returncode, told.stdout) == (2, "")
    assert len(told.stderr.splitlines()) == 1
    assert "Traceback" not in told.stderr


def test_no_code_for_a_user_that_is_not_there(fresh_service):
    told = run("enrol-code", *fresh_service.where[:2], new_id())
    assert (told.returncode, len(told.stderr.splitlines())) == (2, 1)


def test_a_database_that_does_not_answer_is_said(tmp_path):
    url = f"postgresql://app@/x?host={tmp_path}"
    told = run("init", "--data", tmp_path / "d", "--org", "Meadowshire", "--database", url)
    assert (told.returncode, len(told.stderr.splitlines())) == (2, 1)
    assert not (tmp_path / "d" / "identity.json").exists()


def test_a_database_of_another_service_is_refused(fresh_service, tmp_path):
    run("init", "--data", tmp_path / "other", "--org", "Elsewhere")
    (fresh_service.data / "service.db").replace(tmp_path / "kept.db")
    (tmp_path / "other" / "service.db").replace(fresh_service.data / "service.db")
    told = run("status", *fresh_service.where[:2])
    assert (told.returncode, len(told.stderr.splitlines())) == (2, 1)


def test_the_private_key_is_its_owners_alone(fresh_service):
    assert (fresh_service.data / "identity.json").stat().st_mode & 0o077 == 0


def test_the_folder_of_the_record_is_its_owners_alone(fresh_service):
    assert fresh_service.data.stat().st_mode & 0o077 == 0


def test_serve_prints_one_line_and_ends_cleanly(fresh_service):
    process = subprocess.Popen(
        [sys.executable, "-m", "fieldapp.service", "serve", *fresh_service.where],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    told = json.loads(process.stdout.readline())
    assert list(told) == ["listening"]
    assert told["listening"].startswith("http://127.0.0.1:")
    assert requests.get(told["listening"] + "/v1/hello", timeout=30).status_code == 200
    process.send_signal(signal.SIGTERM)
    out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (0, "", "")


def test_the_other_commands_work_while_it_serves(fresh_service):
    fresh_service.start()
    words = ["--name", "Nia Brackwell", "--role", "practitioner", "--team", "North"]
    user = fresh_service.command("user", "add", *words)["user"]
    code = fresh_service.command("enrol-code", user)["code"]
    nia = Laptop.enrol(fresh_service, code)
    family = nia.begin_family()
    nia.push(nia.revise(new_id(), new_id(), {"date": "1"}))
    told = fresh_service.command("status")
    assert told == {"devices": 1, "scopes": 2, "revisions": 2, "held": 1, "manifests": {}}
    assert len(nia.pull(family)) == 1


def test_a_port_that_is_taken_is_said(fresh_service):
    fresh_service.start()
    port = fresh_service.url.rpartition(":")[2]
    told = run("serve", *fresh_service.where, "--port", port)
    assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)


def test_forms_of_every_kind_are_published_and_a_bad_one_publishes_nothing(fresh_service, tmp_path):
    sheet = tmp_path / "note.md"
    sheet.write_text(
        "| survey | | | |\n| | type | name | label |\n| | text | said | What was said |\n"
        "| settings | | | |\n| | form_id | version | form_title |\n| | note | 1 | Note |\n"
    )
    (published,) = fresh_service.command("forms", "publish", str(sheet))["forms"]
    assert (published["id"], published["version"]) == ("note", "1")
    for name, text in (
        ("broken.xml", "<a>"),
        ("empty.xml", "<a/>"),
        ("entity.xml", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'),
        ("form.txt", "x"),
        ("wrong.md", "| survey |\n| | type | name |\n| | nonsense | x |\n"),
    ):
        path = tmp_path / name
        path.write_text(text)
        told = run("forms", "publish", *fresh_service.where[:2], sheet, path)
        assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (2, "", 1), name
        assert name in told.stderr


WITH_A_FILE = (
    "| survey |\n| | type | name | label | calculation |\n"
    "| | select_one_from_file wards.csv | ward | Ward | |\n"
    "| | calculate | worker | | pulldata('wards', 'worker', 'name', ${ward}) |\n"
    "| settings |\n| | form_id | version |\n| | wards_note | 1 |\n"
)


def test_a_form_is_published_with_the_table_beside_it_and_runs_on_a_laptop_without(fresh_service, tmp_path):
    sheet = tmp_path / "wards_note.md"
    sheet.write_text(WITH_A_FILE)
    (tmp_path / "wards.csv").write_text("name,label,worker\nw1,North,Nia Brackwell\nw2,South,Sam Tarling\n")
    (published,) = fresh_service.command("forms", "publish", str(sheet))["forms"]
    fresh_service.start()
    nia = fresh_service.laptop(fresh_service.add_user("Nia Brackwell"))
    xml = nia.get(f"/v1/forms/{published['hash']}").content
    assert sha256(xml).hexdigest() == published["hash"]
    instance = load_definition(xml).open(clock=SteppedClock(0), entropy=SystemEntropy())
    instance.set("ward", "w2")
    assert [choice.label for choice in instance.node("ward").choices] == ["North", "South"]
    assert instance.node("worker").value == "Sam Tarling"


@pytest.mark.parametrize(
    ("table", "word"),
    [
        (None, "wards.csv"),
        ("name,label,home town,worker\nw1,North,x,Nia\n", "home town"),
        ("name,label\nw1,North,too,many\n", "more cells than columns"),
    ],
)
def test_a_form_whose_table_cannot_travel_is_refused_with_its_name(fresh_service, tmp_path, table, word):
    sheet = tmp_path / "wards_note.md"
    sheet.write_text(WITH_A_FILE)
    if table is not None:
        (tmp_path / "wards.csv").write_text(table)
    told = run("forms", "publish", *fresh_service.where[:2], sheet)
    assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)
    assert word in told.stderr
    checked = run("forms", "check", sheet)
    assert checked.returncode == 1
    assert word in checked.stdout


def test_check_lists_every_mistake_of_a_form_with_its_place_and_what_to_do(tmp_path):
    sheet = tmp_path / "bad.md"
    sheet.write_text(
        "| survey |\n| | type | name | label | relevant | calculation |\n"
        "| | txt | a | A | | |\n"
        "| | text | b | B | ${nobody} = 1 | |\n"
        "| | calculate | c | | | unknown-function(1) |\n"
        "| | calculate | d | | | 1 + |\n"
        "| | select_one nowhere | e | E | | |\n"
    )
    told = run("forms", "check", sheet)
    assert told.returncode == 1
    head, *mistakes = told.stdout.splitlines()
    assert head == "bad.md: 5 mistakes. The form can't be published."
    places = [line.strip().partition(":")[0] for line in mistakes[:5]]
    assert places == [
        "sheet survey, row 2, column type",
        "sheet survey, row 3, column relevant",
        "sheet survey, row 4, column calculation",
        "sheet survey, row 5, column calculation",
        "sheet survey, row 6, column type",
    ]
    problems = json.loads(run("forms", "check", sheet, "--json").stdout)["problems"]
    assert [(one["sheet"], one["row"], one["column"]) for one in problems][1] == ("survey", 3, "relevant")
    assert all(one["what_to_do"] for one in problems)


def test_check_passes_a_form_that_can_be_published_and_gives_advice(tmp_path):
    sheet = tmp_path / "note.md"
    sheet.write_text("| survey |\n| | type | name | label |\n| | text | said | What was said |\n")
    told = run("forms", "check", sheet)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines()[0] == "note.md: no mistakes. The form can be published."
    assert "sheet survey, row 2, column bind::fa:merge" in told.stdout


@pytest.mark.parametrize("verb", ["check", "preview"])
def test_a_form_that_is_not_there_is_said_in_one_line(verb, tmp_path):
    told = run("forms", verb, tmp_path / "none.md")
    assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)


def test_preview_starts_the_desktop_on_the_form(tmp_path):
    sheet = tmp_path / "bad.md"
    sheet.write_text("| survey |\n| | type | name | label |\n| | txt | a | A |\n")
    told = run("forms", "preview", sheet)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("sheet survey, row 2, column type")


def test_nothing_that_was_said_is_in_any_log(fresh_service):
    fresh_service.start()
    nia = fresh_service.laptop(fresh_service.add_user("Nia Brackwell"))
    family = nia.begin_family({"name": "Tarrowby"})
    nia.push(nia.revise(new_id(), family, {"notes": "sentinel words"}))
    nia.post(b'{"push": [{"rev": "sentinel words"}]')
    fresh_service.process.terminate()
    assert fresh_service.process.wait(30) == 0
    assert fresh_service.process.stdout.read() == b""
    assert fresh_service.said_on_stderr() == ""
