"""After any walk everything is as if it had just been computed; after a change only what it reaches was touched."""

from pathlib import Path

import pytest
from form_scenario import Chance, Scenario, xform_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.forms import NotWritable, load_definition
from fieldapp.forms.convert import convert
from fieldapp.forms.xpath.moments import surroundings
from fieldapp.ports import SteppedClock

FORMS = Path(__file__).resolve().parents[2] / "forms"

TANGLE = """
| survey | | | | | | | | | |
| | type | name | label | relevant | calculation | constraint | required | choice_filter | repeat_count |
| | integer | many | Many | | | . < 9 | | | |
| | select_one abc | pick | Pick | | | | yes | | |
| | select_multiple abc | picks | Picks | ${pick} != 'c' | | count-selected(.) < 3 | | name != ${pick} | |
| | begin_group | g | G | ${many} > 1 | | | | | |
| | begin_repeat | row | Row ${pick} | | | | | | |
| | integer | mins | Mins | | | . >= 0 | ${pick} = 'a' | | |
| | text | note | Note | ${mins} > 3 | | | yes | | |
| | calculate | place | | | position(..) | | | | |
| | calculate | part | | | ${mins} div ${total} | | | | |
| | calculate | above | | | count(/data/g/row[mins > current()/../mins]) | | | | |
| | begin_repeat | deep | Deep | ${note} != '' | | | | | |
| | integer | v | V | | | | | | |
| | calculate | w | | | ${v} + ${mins} + ${many} | | | | |
| | end_repeat | | | | | | | | |
| | calculate | sum_v | | | sum(${v}) | | | | |
| | end_repeat | | | | | | | | |
| | calculate | here | | | count(${row}) | | | | |
| | end_group | | | | | | | | |
| | calculate | total | | | sum(${mins}) | | | | |
| | calculate | deepest | | | max(${v}) | | | | |
| | calculate | told | | | join(',', ${note}) | | | | |
| | calculate | filled | | | count-non-empty(${note}) | | | | |
| | begin_repeat | box | Box | | | | | | ${many} |
| | text | t | T | | | | | | |
| | calculate | u | | | concat(${t}, position(..), '/', count(${box})) | | | | |
| | end_repeat | | | | | | | | |
| choices | | | |
| | list_name | name | label |
| | abc | a | Aye |
| | abc | b | Bee |
| | abc | c | Sea |
"""


def stale(instance):
    """Every computation whose stored result is not what computing it now gives."""
    found = []
    surroundings.zone, surroundings.now_ms = instance._zone, instance._clock.wall_ms()
    for row in instance._all_rows(instance.root_row):
        for node in row.scope.nodes:
            around = node.parent is None or (row.parent if node.is_repeat else row).relevant[node.parent.slot]
            if row.relevant[node.slot] != (around and row.own[node.slot]):
                found.append((node.path, "relevant"))
            if not row.relevant[node.slot] and row.values[node.slot]:
                found.append((node.path, "shown"))
        for computation in row.scope.computations:
            node = computation.node
            if computation.what == "relevant" and computation.closure(row) != row.own[node.slot]:
                found.append((node.path, "own relevance"))
            is_shown = computation.what == "calculate" and node.control is None and row.relevant[node.slot]
            if is_shown and node.fit(computation.closure(row)) != row.values[node.slot]:
                found.append((node.path, row.values[node.slot], computation.closure(row)))
            if (
                computation.what in ("required", "readonly")
                and computation.closure(row) != row.flags[computation.flag]
            ):
                found.append((node.path, computation.what))
            is_held = computation.what == "constraint" and row.values[node.slot]
            if is_held and computation.closure(row) != row.flags[computation.flag]:
                found.append((node.path, "constraint"))
    for key in instance.keys():
        state = instance.node(key)
        inside = [other for other in instance.violations() if other.key.startswith(key)]
        if state.kind in ("root", "group", "row") and not key and state.valid == bool(inside):
            found.append((key, "valid"))
    return found


def act(instance, data):
    """One thing a person does."""
    keys = instance.keys()
    repeats = [key for key in keys if instance.node(key).kind == "repeat"]
    what = data.draw(st.integers(0, 9))
    if what < 2 and repeats:
        repeat = data.draw(st.sampled_from(repeats))
        rows = instance.rows(repeat)
        if what == 0 and len(rows) < 5:
            instance.add_row(repeat, at=data.draw(st.integers(0, len(rows))))
        elif rows:
            row = data.draw(st.sampled_from(rows))
            if data.draw(st.booleans()):
                instance.remove_row(row)
            else:
                instance.move_row(row, data.draw(st.integers(0, len(rows) - 1)))
        return
    states = [instance.node(key) for key in keys]
    open_ones = [
        one for one in states if one.kind == "question" and one.type not in ("calculate", "metadata", "note")
    ]
    state = data.draw(st.sampled_from(open_ones))
    names = [choice.name for choice in state.choices or ()]
    value = data.draw(
        st.sampled_from([*names, "", "0", "2", "7", "0.5", "x", "2026-02-01", "OK", " ".join(names[:2])])
    )
    instance.set(state.key, value)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_after_any_walk_every_result_is_what_computing_it_now_gives(data):
    instance = Scenario.of(TANGLE).instance
    for _ in range(data.draw(st.integers(1, 14))):
        try:
            act(instance, data)
        except NotWritable:
            continue
        assert stale(instance) == []


@pytest.mark.parametrize("name", ["home_visit", "wishes_and_feelings", "early_help_assessment"])
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data())
def test_so_are_the_forms_of_the_library(name, data):
    definition = load_definition(convert(FORMS / f"{name}.md"))
    instance = definition.open(clock=SteppedClock(1_772_701_200_000), entropy=Chance())
    for _ in range(8):
        try:
            act(instance, data)
        except NotWritable:
            continue
    assert stale(instance) == []


COUNTING = """
| survey | | | | |
| | type | name | label | calculation |
| | begin_repeat | row | Row | |
| | integer | mins | Mins | |
| | calculate | double | | ${mins} * 2 |
| | end_repeat | | | |
| | calculate | total | | sum(${mins}) |
| | text | far | Far | |
| | calculate | away | | concat(${far}, '!') |
"""


def counted(xml):
    """A scenario whose computations count how often each runs."""
    scene = Scenario(xml)
    ran = {}
    for computation in scene.instance.computations:

        def watching(row, closure=computation.closure, name=computation.node.name):
            ran[name] = ran.get(name, 0) + 1
            return closure(row)

        computation.closure = watching
    return scene, ran


def test_a_change_runs_what_reads_it_in_its_own_row_and_nothing_else():
    scene, ran = counted(xform_of(COUNTING))
    for _ in range(30):
        scene.add("row")
    ran.clear()
    scene.answer("row[7]/mins", "5")
    assert ran == {"double": 1, "total": 1}
    ran.clear()
    scene.answer("far", "x")
    assert ran == {"away": 1}
    ran.clear()
    scene.add("row")
    assert ran == {"double": 1, "total": 1}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 4), st.sampled_from(["", "1", "-3", "0.1", "0.2", "1e15", "9007199254740993"])
        )
    )
)
def test_a_running_sum_is_the_same_float_as_adding_in_order(answers):
    scene = Scenario.of(COUNTING.replace("| | integer | mins", "| | decimal | mins"))
    for _ in range(4):
        scene.add("row")
    for row, value in answers:
        scene.answer(f"row[{row + 1}]/mins", value)
        if value == "-3":
            scene.remove(f"row[{row + 1}]")
            scene.add("row")
        shown = [scene.value(f"row[{place}]/mins") for place in range(1, 6)]
        total = None
        for text in shown:
            number = float(text) if text else float("nan")
            total = number if total is None else total + number
        written = scene.value("total")
        assert (float(written) if written else None) == (None if total != total else total)


def test_an_instance_shares_nothing_with_another_of_the_same_form():
    xml = xform_of(COUNTING)
    definition = load_definition(xml)
    one, other = (definition.open(clock=SteppedClock(0), entropy=Chance(seed)) for seed in (1, 2))
    one.set(one.key_of("/data/row[1]/mins"), "9")
    assert one.node("total").value == "9"
    assert other.node("total").value == ""
