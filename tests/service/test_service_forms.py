"""What the service reads from a form: its name, and what merges how."""

from pathlib import Path

import pytest

from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert
from fieldapp.service.forms import FormRefused, read_form

LIBRARY = sorted((Path(__file__).resolve().parents[2] / "forms").glob("*.md"))


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_service_and_laptop_read_the_same_merge_types(path):
    xml = convert(path)
    facts, definition = read_form(xml), load_definition(xml)
    assert (facts.id, facts.version) == (definition.id, definition.version)
    told = dict(definition.merge_types())
    assert {key: facts.merge_types.get(key, "value") for key in told} == told
    assert {facts.merge_types[key] for key in facts.merge_types.keys() - told.keys()} <= {"value"}


def xform(binds="", body=""):
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:fa="https://fieldapp.example/xforms"><h:head><model><instance>'
        f'<data id="f" version="2"><a/><select/></data></instance>{binds}</model></h:head>'
        f"<h:body>{body}</h:body></h:html>"
    ).encode()


@pytest.mark.parametrize(
    ("binds", "body", "expected"),
    [
        ("", '<input ref="/data/a" appearance="multiline"/>', {"a": "narrative"}),
        ("", '<input ref="/data/a" appearance="w2 multiline"/>', {"a": "narrative"}),
        ("", '<input ref="/data/a" appearance="multilines"/>', {}),
        ("", '<select ref="/data/a"/>', {"a": "set"}),
        ("", '<select1 ref="/data/a"/>', {}),
        ("", '<group ref="/data/a"><repeat nodeset="/data/a"/></group>', {"a": "list"}),
        ('<bind nodeset="/data/a" fa:merge="set"/>', '<select1 ref="/data/a"/>', {"a": "set"}),
        ('<bind nodeset="/data/a" fa:merge="value"/>', '<select ref="/data/a"/>', {"a": "value"}),
        ('<bind nodeset="/data/a" merge="set"/>', "", {"a": "value"}),
        ('<bind nodeset="/data/a" xmlns:x="urn:x" x:merge="set"/>', "", {"a": "value"}),
        ('<bind nodeset="/data/a"/>', '<select ref="/data/a"/>', {"a": "set"}),
    ],
)
def test_merge_types_and_their_defaults(binds, body, expected):
    facts = read_form(xform(binds, body))
    assert (facts.id, facts.version, facts.merge_types) == ("f", "2", expected)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<a/>",
        b"<a>",
        xform('<bind nodeset="/data/a" fa:merge="guess"/>'),
        b"<!DOCTYPE x><x/>",
        b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>',
        b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>',
        b"<a>" * 5000,
        b"<a>" * 500 + b"</a>" * 500,
    ],
)
def test_what_is_no_safe_form_is_refused(xml):
    with pytest.raises(FormRefused):
        read_form(xml)
