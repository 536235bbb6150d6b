"""Forms made to hurt are refused, or finished soon and in little memory; nothing outside their folder is touched."""

import io
import json
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import hostile_forms
import pytest
from form_scenario import Chance, Scenario, xform_of
from hostile_child import peak_mib

from fieldapp.forms import BadForm, FormError, folder_media, load_definition
from fieldapp.forms.check import check, check_bytes
from fieldapp.forms.convert import convert_bytes
from fieldapp.forms.xpath.parser import Malformed, parse
from fieldapp.forms.xpath.patterns import TooHard, pattern_of
from fieldapp.ports import SteppedClock

pytestmark = pytest.mark.timeout(60)
"""What never ends fails here; how soon it ends is measured by the nightly campaign, on a machine at rest."""

SECONDS_MAX = 2
MEMORY_MAX_MIB = 256
"""Of the whole process, the interpreter and the libraries included (threat model row 22)."""
FORMS = Path(__file__).resolve().parents[2] / "forms"
MUTATED_EACH_RUN = 300


KINDS = ("work", "document", "workbook", "sheet", "table", "ten thousand terms")


def cases_of(kind):
    """The hostile forms of a kind; each is of the last kind whose word its name holds."""
    return [
        name
        for name in sorted(hostile_forms.CASES)
        if next((word for word in reversed(KINDS) if word in name), "work") == kind
    ]


def use_apart(names, folder):
    """Use hostile forms in a process of their own: what became of each, and the most memory ever held."""
    forms = []
    for number, name in enumerate(names):
        own = folder / str(number)
        own.mkdir()
        forms.append(str(hostile_forms.write(name, own)))
    child = [sys.executable, str(Path(__file__).with_name("hostile_child.py")), *forms]
    told = subprocess.run(child, capture_output=True, text=True, timeout=120, check=False)
    assert told.returncode == 0, told.stderr[-500:]
    answer = json.loads(told.stdout)
    return dict(zip(names, answer["forms"].values(), strict=True)), answer["peak_mib"]


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_forms_stay_within_their_memory(kind, tmp_path):
    _, peak = use_apart(cases_of(kind), tmp_path)
    assert peak < MEMORY_MAX_MIB


@pytest.mark.nightly
@pytest.mark.timeout(900)
def test_each_hostile_form_is_done_with_in_two_seconds(tmp_path):
    slow = {}
    for number, name in enumerate(sorted(hostile_forms.CASES)):
        folder = tmp_path / str(number)
        folder.mkdir()
        told, _ = use_apart([name], folder)
        if told[name]["cpu_s"] > SECONDS_MAX:
            slow[name] = told[name]["cpu_s"]
    assert slow == {}


TOO_MUCH = ("text that doubles", "triggers for ever", "rows that look at each other", "all depend on all")


def test_forms_that_ask_for_too_much_are_refused_in_words(tmp_path):
    told, _ = use_apart(TOO_MUCH, tmp_path)
    assert {one["outcome"] for one in told.values()} == {"refused"}
    assert {one["why"].partition(".")[0] for one in told.values()} == {
        "The form asks for too much work at once",
        "The form makes a text that is far too long",
    }


def test_a_form_that_asks_for_too_much_when_it_is_begun_cannot_be_published(tmp_path):
    found = check(hostile_forms.write("text that doubles", tmp_path))
    assert [problem.message for problem in found.problems] == ["The form makes a text that is far too long."]


def test_a_thousand_rows_may_look_at_each_other():
    scene = Scenario.of("""
        | survey | | | | | |
        | | type | name | label | repeat_count | calculation |
        | | begin_repeat | r | R | 1000 | |
        | | text | q | Q | | |
        | | calculate | same | | | count(/data/r[q = current()/../q]) |
        | | end_repeat | | | | |
    """)
    assert scene.value("r[1000]/same") == "1000"


def small(expression, column="calculation"):
    return f"""
        | survey | | | | |
        | | type | name | label | {column} |
        | | text | a | A | {"" if column == "calculation" else expression} |
        | | calculate | b | | {expression if column == "calculation" else "1"} |
    """


ENTITY_BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><instance><data id="x">&lol2;</data></instance></model>
</h:head></h:html>"""
EXTERNAL = ENTITY_BOMB.replace(b'<!ENTITY lol "lol">', b'<!ENTITY lol SYSTEM "file:///etc/passwd">')


@pytest.mark.parametrize("xml", [ENTITY_BOMB, EXTERNAL, ENTITY_BOMB.decode().encode("utf-16")])
def test_entities_are_refused(xml):
    with pytest.raises(BadForm, match=r"document type|UTF-8|not readable"):
        load_definition(xml)


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-32", "shift_jis"])
def test_odd_encodings_are_refused(encoding):
    with pytest.raises(BadForm):
        load_definition(f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode("ascii"))


def test_deep_nesting_is_refused():
    deep = "<a>" * 50_000 + "</a>" * 50_000
    with pytest.raises(BadForm, match="nested"):
        load_definition(deep.encode())
    groups = ["| survey | | | |", "| | type | name | label |"]
    groups += [f"| | begin_group | g{i} | G |" for i in range(200)]
    groups += ["| | text | a | A |"] + ["| | end_group | | |"] * 200
    with pytest.raises(BadForm, match="nested"):
        Scenario.of("\n".join(groups))


def workbook(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        workbook({"xl/worksheets/sheet1.xml": b"0" * (80 * 1024 * 1024)}),
        workbook({f"xl/{i}.xml": b"<a/>" for i in range(3_000)}),
        workbook({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        workbook({"xl/workbook.xml": b"<a/>"}),
        b"PK\x03\x04 and nothing behind it",
        b"",
    ],
    ids=["bomb", "many parts", "entities", "empty book", "cut short", "nothing"],
)
def test_workbooks_that_unpack_to_too_much_or_to_nonsense_are_refused(data):
    with pytest.raises(BadForm):
        convert_bytes(data, "form.xlsx")


@pytest.mark.parametrize(
    "name",
    [
        "../secret.csv",
        "/etc/passwd",
        "a/b.csv",
        "..",
        "C:\\x.csv",
        "..%2Fsecret.csv",
        "con:x.csv",
        "a\x00.csv",
    ],
)
def test_a_file_name_that_leads_out_of_the_folder_is_refused(name, tmp_path):
    (tmp_path / "secret.csv").write_text("name,label\na,A\n", encoding="utf-8")
    inside = tmp_path / "forms"
    inside.mkdir()
    assert folder_media(inside)(name) is None
    xml = xform_of("""
        | survey | | | |
        | | type | name | label |
        | | select_one_from_file list.csv | a | A |
    """)
    with pytest.raises(BadForm):
        load_definition(
            xml.replace(b"jr://file-csv/list.csv", b"jr://file-csv/" + name.encode()), folder_media(inside)
        )


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.csv").write_text("name,label\na,A\n", encoding="utf-8")
    inside = tmp_path / "forms"
    inside.mkdir()
    (inside / "list.csv").symlink_to(tmp_path / "secret.csv")
    assert folder_media(inside)("list.csv") is None


@pytest.mark.parametrize(
    "expression",
    [
        " + ".join(["1"] * 10_000),
        " or ".join(["/data/a = 'x'"] * 10_000),
        " - ".join(["1"] * 5_000),
        "(" * 5_000 + "1" + ")" * 5_000,
        "not(" * 3_000 + "1" + ")" * 3_000,
        "-" * 20_000 + "1",
        "/data/a" + "[1]" * 3_000,
        "concat(" + ",".join(["'x'"] * 10_000) + ")",
        "1" * 100_000,
        "'" + "x" * 200_000,
    ],
    ids=["plus", "or", "minus", "brackets", "not", "negations", "predicates", "arguments", "digits", "quote"],
)
def test_an_endless_expression_is_parsed_soon_or_refused(expression):
    try:
        parse(expression)
    except Malformed:
        return


def test_a_long_chain_that_parses_also_runs():
    chain = " or ".join(["/data/a = 'x'"] * 1_000)
    scene = Scenario.of(small(chain))
    assert scene.value("b") == "false"
    scene.answer("a", "x")
    assert scene.value("b") == "true"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^(a+)+$", "a" * 2_000 + "b"),
        ("(a|aa)+$", "a" * 5_000 + "b"),
        ("^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 3_000),
        ("(x+x+)+y", "x" * 3_000),
        ("^.*.*.*.*.*=.*$", "x" * 3_000),
        ("(.*)*(.*)*(.*)*z", "y" * 2_000),
        ("([0-9]{1,50}){1,20}x", "1" * 2_000),
        ("(a|aa)+$", "a" * 60 + "b"),
        ("^(a|b|ab)*$", "ab" * 30 + "c"),
        ("^" + "a?" * 40 + "a" * 40 + "$", "a" * 39),
        ("^" + "(a|a)" * 40 + "$", "a" * 39),
        ("^(a?){40}b$", "a" * 40),
        ("^(?=a*a*a*a*a*b)(a|aa)+$", "a" * 80),
        (".*.*.*.*(.)x\\1", "x" * 300),
    ],
)
def test_a_pattern_that_explodes_elsewhere_ends_here(pattern, text):
    try:
        assert pattern_of(pattern).is_found_in(text) is False
    except TooHard:
        return


def test_a_count_that_asks_for_rows_in_rows_in_rows_ends():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | repeat_count |
        | | begin_repeat | a | A | 1000 |
        | | begin_repeat | b | B | 1000 |
        | | begin_repeat | c | C | 1000 |
        | | text | d | D | |
        | | end_repeat | | | |
        | | end_repeat | | | |
        | | end_repeat | | | |
    """)
    assert scene.rows("a") == 1_000


def test_triggers_that_set_each_other_off_for_ever_are_stopped():
    scene = Scenario.of("""
        | survey | | | | | |
        | | type | name | label | trigger | calculation |
        | | integer | a | A | ${b} | ${b} + 1 |
        | | integer | b | B | ${a} | ${a} + 1 |
    """)
    scene.answer("a", "1")
    assert scene.value("b").isdecimal()


def test_rows_that_look_at_each_other_for_ever_are_stopped():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | calculation |
        | | begin_repeat | r | R | |
        | | text | t | T | |
        | | calculate | c | | count(/data/r[c != current()/../c]) + 1 |
        | | end_repeat | | | |
    """)
    for _ in range(5):
        scene.add("r")
    scene.answer("r[1]/t", "x")
    assert scene.rows("r") == 6


SNIPPETS = [
    "/data",
    "..",
    "position(..)",
    "[1]",
    "'",
    "(",
    ")",
    " and ",
    "//",
    "count(/data/*)",
    "once(.)",
    "* 2",
    ".",
    " div 0",
]


def broken_bytes(xml, chance):
    """A form with a few bytes gone wrong: seldom well-formed."""
    data = bytearray(xml)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = bytes(data[at : at + chance.randint(1, 200)])
            case _:
                data[at:at] = chance.choice([b"<r/>", b"\xff", b"&x;", b"<!--", b"]]>"])
    return bytes(data)


def bent_tree(xml, chance):
    """A well-formed form with elements moved, doubled or lost and expressions spliced: this reaches the engine."""
    root = ElementTree.fromstring(xml)
    parents = [element for element in root.iter() if len(element)]
    for _ in range(chance.randint(1, 5)):
        parent = chance.choice(parents)
        if not len(parent):
            continue
        child = parent[chance.randrange(len(parent))]
        match chance.randrange(7):
            case 0:
                parent.remove(child)
            case 1:
                parent.append(child)
            case 2:
                elsewhere = chance.choice(parents)
                if elsewhere not in list(child.iter()):
                    elsewhere.append(child)
            case 3 if child.attrib:
                name = chance.choice(list(child.attrib))
                value = child.attrib[name]
                at = chance.randint(0, len(value))
                child.set(name, value[:at] + chance.choice(SNIPPETS) + value[at + chance.randint(0, 3) :])
            case 4 if child.attrib:
                other = chance.choice(parents)
                child.attrib.update(other.attrib)
            case 5:
                child.tag = chance.choice(parents).tag
            case _:
                child.text = chance.choice(SNIPPETS)
    return ElementTree.tostring(root)


def mutated(xml, chance):
    """A form with something gone wrong."""
    return broken_bytes(xml, chance) if chance.random() < 0.2 else bent_tree(xml, chance)


def _use(xml):
    """Load a form and answer a little in it; refusing it is fine."""
    try:
        definition = load_definition(xml)
        instance = definition.open(clock=SteppedClock(0, zone_name="UTC"), entropy=Chance(3))
        for key in instance.keys()[:60]:
            state = instance.node(key)
            if (
                state.kind == "question"
                and state.type not in ("note", "calculate", "metadata")
                and state.relevant
            ):
                instance.set(key, "1")
        instance.submission()
    except FormError:
        return False
    return True


@pytest.mark.parametrize("part", range(3))
def test_mutated_forms_are_refused_or_run_to_the_end(part):
    chance = random.Random(part)
    names = ("home_visit", "wishes_and_feelings", "child")
    xml = convert_bytes((FORMS / f"{names[part]}.md").read_bytes(), f"{names[part]}.md")
    outcomes = []
    for _ in range(MUTATED_EACH_RUN // 3):
        outcomes.append(_use(mutated(xml, chance)))
    assert not all(outcomes), "the mutations are too mild to test anything"


@pytest.mark.nightly
@pytest.mark.timeout(1800)
def test_five_thousand_mutated_forms_stay_within_time_and_memory():
    chance = random.Random(20_261_124)
    forms = [convert_bytes(path.read_bytes(), path.name) for path in sorted(FORMS.glob("*.md"))]
    for _ in range(5_000):
        start = time.process_time()
        _use(mutated(chance.choice(forms), chance))
        assert time.process_time() - start < SECONDS_MAX
    assert peak_mib() < MEMORY_MAX_MIB + 64, "with the test runner's own memory"


def test_a_sheet_of_nonsense_is_checked_to_the_end():
    chance = random.Random(5)
    words = [
        "text",
        "${a}",
        "begin_repeat",
        "end_group",
        "|",
        "select_one x",
        "(",
        "'",
        "calculate",
        "a",
        "",
        "1 +",
    ]
    for _ in range(30):
        rows = [" | ".join(chance.choice(words) for _ in range(6)) for _ in range(8)]
        sheet = "| survey | | | | | |\n| | type | name | label | calculation | relevant |\n"
        sheet += "".join(f"| | {row} |\n" for row in rows)
        check_bytes(sheet.encode(), "form.md")
