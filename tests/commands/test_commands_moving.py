"""An unfinished note in a newer version of its form: seen, moved, undone, finished; nothing dropped."""

import re

import pytest
from commands_workplace import ROOT

from fieldapp.commands.discard import discard_note
from fieldapp.commands.finish import finish_note
from fieldapp.commands.move_note import NothingNewer, RecordsWouldGo, look_at_move, move_back, move_note
from fieldapp.commands.notes import answers_of, open_note
from fieldapp.commands.put_back import what_can_be_put_back
from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import reopen_note, start_note
from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert_bytes
from fieldapp.records import meta
from fieldapp.records.keys import rows_in
from fieldapp.store.errors import DraftGone

SHEET = (ROOT / "forms" / "home_visit.md").read_text(encoding="utf-8")


def without(sheet, name):
    """The sheet without one question."""
    lines = [line for line in sheet.splitlines() if not re.match(rf"\|\s*\|[^|]*\|\s*{name}\s*\|", line)]
    assert len(lines) == len(sheet.splitlines()) - 1
    return "\n".join(lines) + "\n"


def renamed(sheet, old, new):
    """The sheet with a group, repeat or question of another name, references included."""
    made = re.sub(rf"(\|\s*\|[^|]*\|\s*){old}(\s*\|)", rf"\g<1>{new}\g<2>", sheet)
    return made.replace(f"${{{old}}}", f"${{{new}}}")


def publish(workplace, sheet):
    """The next version of the home visit, as it comes with a contact."""
    xml = convert_bytes(sheet.encode(), "home_visit.md")
    made = load_definition(xml)
    listed = [(form.id, form.version, form.hash) for form in workplace.store.forms()]
    workplace.store.put_forms([*listed, (made.id, made.version, made.hash)], [xml])
    return made


@pytest.fixture
def draft(workplace, family):
    begun = start_note(workplace, "home_visit", family.scope)
    rowan, _wilf = rows_in(begun.answers, "each_child")
    save_draft(
        workplace,
        begun.id,
        {
            "prep/want_to_know": "How they sleep",
            "prep/history_matters": "Moved twice",
            "arrive/access": "in",
            f"{rowan}/c_seen": "yes",
        },
    )
    return workplace.store.draft(begun.id)


def test_a_draft_opens_in_its_own_version_after_a_newer_one_has_come(workplace, draft):
    publish(workplace, without(SHEET, "want_to_know"))
    assert open_note(workplace, draft.id).definition.hash == draft.form.hash
    assert open_note(workplace, draft.id).instance.node("prep/want_to_know").value == "How they sleep"


def test_with_nothing_newer_there_is_nothing_to_move_to(workplace, draft):
    with pytest.raises(NothingNewer):
        look_at_move(workplace, draft.id)


def test_what_is_no_draft_any_more_is_not_moved(workplace, draft):
    publish(workplace, without(SHEET, "want_to_know"))
    discard_note(workplace, draft.id)
    with pytest.raises(DraftGone):
        move_note(workplace, draft.id)


def test_looking_changes_nothing(workplace, draft):
    newer = publish(workplace, renamed(without(SHEET, "want_to_know"), "prep", "before"))
    seen = look_at_move(workplace, draft.id)
    assert seen.form.hash == newer.hash
    assert [one.answer for one in seen.move.gone] == ["How they sleep"]
    assert "before/history_matters" in [one.to for one in seen.move.moved]
    assert workplace.store.draft(draft.id) == draft


def test_a_moved_note_holds_everything_and_its_old_self_can_be_put_back(workplace, draft):
    newer = publish(workplace, renamed(without(SHEET, "want_to_know"), "prep", "before"))
    moved = move_note(workplace, draft.id)
    assert moved.form.hash == newer.hash
    assert (moved.doc, moved.scope, moved.started_at_ms) == (draft.doc, draft.scope, draft.started_at_ms)
    answers = answers_of(moved)
    assert answers["before/history_matters"] == "Moved twice"
    assert [jotting.text for jotting in meta.jottings(answers)] == [
        "What do you need to find out or see today? How they sleep"
    ]
    untouched = {key for key in draft.answers if key not in draft.touched}
    assert {key for key in moved.answers if key not in moved.touched} == {
        key.replace("prep/", "before/") for key in untouched
    }
    assert [(one.id, one.form.hash) for one in what_can_be_put_back(workplace)] == [
        (draft.id, draft.form.hash)
    ]


def test_undo_brings_the_note_back_in_its_own_version(workplace, draft):
    publish(workplace, without(SHEET, "want_to_know"))
    moved = move_note(workplace, draft.id)
    save_draft(workplace, moved.id, {"prep/history_matters": "Moved twice since May"})
    back = move_back(workplace, moved.id, draft.id)
    assert (back.form, back.answers) == (draft.form, draft.answers)
    assert [one.id for one in what_can_be_put_back(workplace)] == [moved.id]


def test_a_saved_note_moved_and_saved_again_keeps_every_record_and_answer(workplace, family, draft):
    finish_note(workplace, draft.id, why="they had to leave")
    before = {doc.id: doc for doc in workplace.store.documents(family.scope, ["visit", "visit_child"])}
    newer = publish(workplace, renamed(without(SHEET, "want_to_know"), "prep", "before"))
    again = reopen_note(workplace, draft.doc)
    assert again.form.hash == draft.form.hash
    moved = move_note(workplace, again.id)
    finish_note(workplace, moved.id, why="they had to leave")
    after = {doc.id: doc for doc in workplace.store.documents(family.scope, ["visit", "visit_child"])}
    assert set(after) == set(before)
    visit = after[draft.doc]
    assert visit.form.hash == newer.hash
    assert visit.body["before/history_matters"] == "Moved twice"
    assert not any(key.startswith("prep/") for key in visit.body)
    assert [jotting.text for jotting in meta.jottings(visit.body)] == [
        "What do you need to find out or see today? How they sleep"
    ]
    for doc in set(before) - {draft.doc}:
        assert after[doc].body == before[doc].body


def test_a_note_filed_as_records_the_newer_version_has_not_stays_in_its_own(workplace, draft):
    finish_note(workplace, draft.id, why="they had to leave")
    publish(workplace, renamed(SHEET, "each_child", "children_seen"))
    again = reopen_note(workplace, draft.doc)
    with pytest.raises(RecordsWouldGo):
        move_note(workplace, again.id)
    assert workplace.store.draft(again.id) == again


def test_a_draft_never_filed_moves_its_rows_wherever_they_are_asked(workplace, draft):
    publish(workplace, renamed(SHEET, "arrive", "door"))
    moved = move_note(workplace, draft.id)
    assert rows_in(moved.answers, "each_child") == rows_in(draft.answers, "each_child")
    assert moved.answers["door/access"] == "in"
