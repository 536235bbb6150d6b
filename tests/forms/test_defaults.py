"""First values: static, computed, preloaded, set by actions when something happens."""

from form_scenario import Scenario


def test_static_defaults_are_there_and_made_to_fit():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | default |
        | | integer | many | Many | 007 |
        | | decimal | much | Much | 5 |
        | | date | day | Day | 2026-01-05 |
        | | text | word | Word | a-b |
        | | acknowledge | ok | Ok | OK |
    """)
    assert scene.values("many", "much", "day", "word", "ok") == ["7", "5.0", "2026-01-05", "a-b", "OK"]


def test_computed_defaults_are_set_once_at_the_start_and_in_each_new_row():
    scene = Scenario.of("""
        | survey | | | | |
        | | type | name | label | default |
        | | text | place | Place | home |
        | | date | day | Day | today() |
        | | text | both | Both | concat(${place}, '!') |
        | | begin_repeat | row | Row | |
        | | text | seen | Seen | concat(${place}, position(..)) |
        | | end_repeat | | | |
    """)
    assert scene.values("day", "both", "row[1]/seen") == ["2026-03-01", "home!", "home1"]
    scene.answer("place", "school")
    assert scene.value("both") == "home!"
    scene.add("row")
    assert scene.values("row[1]/seen", "row[2]/seen") == ["home1", "school2"]


def test_a_trigger_sets_its_target_when_its_question_changes_and_not_before():
    scene = Scenario.of("""
        | survey | | | | | |
        | | type | name | label | trigger | calculation |
        | | text | word | Word | | |
        | | text | copy | Copy | ${word} | concat('got ', ${word}) |
        | | dateTime | at | At | ${word} | now() |
        | | text | cleared | Cleared | ${word} | |
    """)
    scene.answer("cleared", "soon gone")
    assert scene.values("copy", "at") == ["", ""]
    scene.answer("word", "one")
    assert scene.values("copy", "at", "cleared") == ["got one", "2026-03-01T10:00:00.000+00:00", ""]
    scene.answer("copy", "mine")
    scene.answer("word", "one")
    assert scene.value("copy") == "mine", "nothing changed"
    scene.it_is("2026-06-01T12:00:00")
    scene.answer("word", "two")
    assert scene.values("copy", "at") == ["got two", "2026-06-01T12:00:00.000+01:00"]


def test_a_trigger_in_a_row_stays_in_its_row():
    scene = Scenario.of("""
        | survey | | | | | |
        | | type | name | label | trigger | calculation |
        | | begin_repeat | row | Row | | |
        | | text | word | Word | | |
        | | text | copy | Copy | ${word} | concat(${word}, position(..)) |
        | | end_repeat | | | | |
    """)
    scene.answer("row[1]/word", "a")
    scene.add("row")
    scene.answer("row[2]/word", "b")
    assert scene.values("row[1]/copy", "row[2]/copy") == ["a1", "b2"]


def test_metadata_is_filled_in():
    scene = Scenario.of("""
        | survey | | |
        | | type | name |
        | | start | begun |
        | | end | ended |
        | | today | day |
        | | deviceid | device |
        | | username | user |
        | | email | mail |
        | | phonenumber | phone |
    """)
    assert scene.values("begun", "day", "device", "user", "mail", "phone") == [
        "2026-03-01T10:00:00.000+00:00",
        "2026-03-01",
        "test:device",
        "tester",
        "tester@example.org",
        "0",
    ]
    scene.it_is("2026-03-01T11:30:00")
    assert "<ended>2026-03-01T11:30:00.000+00:00</ended>" in scene.instance.submission()


def test_an_instance_has_an_id_of_its_own_and_the_name_its_form_asks_for():
    scene = Scenario.of("""
        | survey | | | |
        | | type | name | label |
        | | text | who | Who |
        | settings | | | |
        | | form_id | version | instance_name |
        | | note | 3 | concat('Note of ', ${who}) |
    """)
    scene.answer("who", "Ann")
    assert scene.value("meta/instanceName") == "Note of Ann"
    identity = scene.value("meta/instanceID")
    assert identity.startswith("uuid:")
    assert identity[19] == "4", "version 4 of RFC 9562"
    assert scene.definition.id == "note"
    assert scene.definition.version == "3"


XFORM = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Plain</h:title><model>
 <instance>
  <data id="plain" version="1">
   <a>0</a><b/><c/><d>kept?</d>
   <r jr:template=""><x>from template</x><n><y>there</y></n></r>
   <r><x>first</x><n><y>1a</y></n><n><y>1b</y></n></r>
   <orx:meta><orx:instanceID/></orx:meta>
  </data>
 </instance>
 <bind nodeset="/data/a" type="int"/>
 <bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid" readonly="true()"/>
 <setvalue event="odk-instance-first-load" ref="/data/b" value="/data/a + 5"/>
 <setvalue event="odk-instance-load" ref="/data/c">literal text</setvalue>
 <setvalue event="odk-instance-first-load" ref="/data/d" value=""/>
</model></h:head>
<h:body>
 <input ref="/data/a"><label>A is <output value="/data/a"/></label>
  <setvalue event="xforms-value-changed" ref="/data/b" value="/data/a * 10"/></input>
 <input ref="/data/b"><label>B</label>
  <setvalue event="xforms-value-changed" ref="/data/c" value="concat('b=', /data/b)"/></input>
 <group ref="/data/r"><label>R</label><repeat nodeset="/data/r">
  <input ref="/data/r/x"><label>X</label></input>
  <group ref="/data/r/n"><label>N</label><repeat nodeset="/data/r/n">
   <input ref="/data/r/n/y"><label>Y</label></input></repeat></group>
 </repeat></group>
</h:body></h:html>"""


def test_a_plain_xform_runs_its_actions_at_their_events_and_on_from_one_to_the_next():
    scene = Scenario(XFORM.encode())
    assert scene.values("a", "b", "c", "d") == ["0", "5", "literal text", ""]
    assert scene.label("a") == "A is 0"
    scene.answer("a", "2")
    assert scene.values("b", "c") == ["20", "b=20"]


def test_a_new_row_is_a_copy_of_the_template_with_the_rows_the_template_has():
    scene = Scenario(XFORM.encode())
    assert scene.values("r[1]/x", "r[1]/n[2]/y") == ["first", "1b"]
    scene.add("r")
    assert scene.values("r[2]/x", "r[2]/n[1]/y") == ["from template", "there"]
    assert scene.rows("r[2]/n") == 1


def test_names_keep_the_prefix_they_were_written_with():
    scene = Scenario(XFORM.encode())
    assert scene.value("orx:meta/orx:instanceID").startswith("uuid:")


def test_a_form_without_a_meta_block_is_given_the_id_every_submission_needs():
    bare = XFORM.replace("<orx:meta><orx:instanceID/></orx:meta>", "").replace(
        '<bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid" readonly="true()"/>', ""
    )
    assert Scenario(bare.encode()).value("orx:meta/orx:instanceID").startswith("uuid:")
