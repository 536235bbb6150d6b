"""A form travels alone: the files it names are written into its XML, or the form is refused."""

import pytest
from form_scenario import Scenario, xform_of

from fieldapp.forms import BadForm
from fieldapp.forms.carrying import carry_files

FORM = """
| survey | | | | | |
| | type | name | label | calculation | choice_filter |
| | select_one_from_file wards.csv | ward | Ward | | town = ${town} |
| | text | town | Town | | |
| | select_one_from_file roads.xml | road | Road | | |
| | calculate | worker | | pulldata('wards', 'worker', 'name', ${ward}) | |
"""

FILES = {
    "wards.csv": 'name,label,town,worker\nw1,"North, <old> & ""new""",A,"Nia\r\nBrackwell"\nw2, Ŵest ,B,Sam\n',
    "roads.xml": '<root><item kind="a&amp;b"><name>r1</name><label>High &lt;St&gt;</label></item></root>',
}


def media(name, files=FILES):
    found = files.get(name)
    return None if found is None else found.encode()


def carried(files=FILES, form=FORM):
    return carry_files(xform_of(form), lambda name: media(name, files))


def seen(scenario):
    shown = []
    for town, ward in (("A", "w1"), ("B", "w2")):
        scenario.answers(town=town, ward=ward, road="r1")
        told = scenario.value("worker"), scenario.choice_labels("ward"), scenario.choice_labels("road")
        shown.append((scenario.value("ward"), *told))
    return shown


def test_a_form_with_its_files_written_in_runs_as_it_did_beside_them():
    beside = Scenario.of(FORM, files=FILES)
    alone = Scenario(carried())
    assert seen(alone) == seen(beside)
    assert seen(alone)[0][0] == "w1"
    assert seen(alone)[1][1] == "Sam"


def test_a_form_without_files_stays_byte_for_byte():
    xml = xform_of("| survey |\n| | type | name | label |\n| | text | said | What was said |\n")
    assert carry_files(xml, None) == xml
    assert carry_files(carried(), None) == carried()


def test_only_the_instances_that_name_files_change():
    xml = xform_of(FORM)
    before, after = xml.partition(b"<instance id=")[0], xml.rpartition(b"/>")[2]
    assert carried().startswith(before)
    assert carried().endswith(after)


@pytest.mark.parametrize(
    "opening", [b"\xef\xbb\xbf", b"", b"<?xml version='1.0' encoding='utf-8'?>\n<!-- \xc5\xb4 -->"]
)
def test_what_stands_before_the_form_moves_nothing(opening):
    xml = xform_of(FORM)
    xml = opening + xml.partition(b"?>")[2].lstrip()
    alone = Scenario(carry_files(xml, media))
    assert seen(alone) == seen(Scenario.of(FORM, files=FILES))


def test_an_instance_written_with_two_tags_is_found_too():
    xml = xform_of(FORM).replace(
        b'src="jr://file-csv/wards.csv"/>', b'src="jr://file-csv/wards.csv"></instance>'
    )
    assert seen(Scenario(carry_files(xml, media))) == seen(Scenario.of(FORM, files=FILES))


def test_answers_of_last_time_are_no_file():
    form = "| survey |\n| | type | name | label | default |\n| | text | town | Town | ${last-saved#town} |\n"
    xml = xform_of(form)
    assert carry_files(xml, None) == xml


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ({}, "wards.csv"),
        ({**FILES, "wards.csv": "name,label,home town,town,worker\nw1,W,x,A,N\n"}, "'home town'"),
        ({**FILES, "wards.csv": "name,label,2nd,town,worker\nw1,W,x,A,N\n"}, "'2nd'"),
        ({**FILES, "wards.csv": "name,label,town,worker\nw1,\x0bW,A,N\n"}, "control"),
        ({**FILES, "roads.xml": "<root"}, "roads.xml"),
    ],
)
def test_what_cannot_be_written_in_is_refused_by_name(files, word):
    with pytest.raises(BadForm) as refused:
        carried(files)
    assert word in str(refused.value)


def test_all_files_that_are_missing_are_named_at_once():
    with pytest.raises(BadForm) as refused:
        carried({})
    assert len(refused.value.problems) == 2
