"""A family that is new: begun from a search without a signal, its people, who is a child, and who is what to whom."""

from __future__ import annotations

import pytest
from page_world import World, button, texts
from PySide6.QtTest import QTest

from fieldapp.commands.edit_document import add_document
from fieldapp.commands.finish import finish_note
from fieldapp.commands.notes import open_note
from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import begin_family, start_note
from fieldapp.ui.form.opening import opening_of
from fieldapp.ui.people.presenter import PeoplePresenter
from fieldapp.ui.people.view import PeoplePage


def new_family(world: World) -> str:
    draft = begin_family(world.workplace, " Ottercombe ")
    finish_note(world.workplace, draft.id)
    return draft.scope


def person(world: World, scope: str, name: str, dob: str = "") -> str:
    draft = start_note(world.workplace, "person", scope)
    save_draft(world.workplace, draft.id, {"name": name, **({"dob": dob} if dob else {})})
    return finish_note(world.workplace, draft.id).doc


@pytest.fixture
def scope(world: World) -> str:
    return new_family(world)


@pytest.fixture
def page(world: World, scope: str, shown):
    person(world, scope, "Jess Ottercombe", "2019-03-04")
    person(world, scope, "Kim Ottercombe", "1990-05-06")
    made = shown(PeoplePage(PeoplePresenter(world.desk, scope), world.around), 1048, 760)
    made.opened()
    return world.settle(made)


def test_a_new_family_begins_with_a_document_that_is_its_own_scope(world, scope):
    document = world.store.document(scope)
    assert (document.kind, document.scope, document.text("label")) == ("family", scope, "Ottercombe")
    assert scope in {file.id for file in world.desk.files()}


def test_everybody_added_stands_among_the_familys_members(world, scope):
    jess = person(world, scope, "Jess Ottercombe")
    members = world.desk.file(scope).family
    assert [members.text("who", row) for row in members.rows("members")] == [jess]


def test_everybody_is_named_and_says_that_no_relationship_is_on_record(page):
    assert "Jess Ottercombe, 7" in texts(page)
    assert "Kim Ottercombe, 3" in texts(page)
    assert texts(page).count("Relationship not on record") == 2


def test_a_childs_record_is_offered_for_whoever_may_be_a_child_and_to_nobody_else(page, qtbot):
    names = [b.accessibleName() for b in page.findChildren(type(page.add)) if b.isVisible()]
    assert "Begin a child's record: Jess Ottercombe" in names
    assert "Begin a child's record: Kim Ottercombe" not in names
    with qtbot.waitSignal(page.add_requested) as asked:
        button(page, "Begin a child's record").click()
    jess = next(one.person for one in page.presenter.state().people if one.name.startswith("Jess"))
    assert asked.args == ["child", {"person": jess}]


def test_a_child_begun_here_stands_in_the_family_file_as_a_child(world, scope):
    jess = person(world, scope, "Jess Ottercombe", "2019-03-04")
    draft = start_note(world.workplace, "child", scope, about={"person": jess})
    assert open_note(world.workplace, draft.id).instance.node("person").value == jess
    save_draft(
        world.workplace, draft.id, {"risk_level": "low", "risk_why": "Seen well, at home and at school."}
    )
    finish_note(world.workplace, draft.id)
    assert [child.id for child in world.desk.file(scope).children] == [jess]


def test_the_form_says_which_child_and_which_two_people_it_is_about(world, scope):
    jess, kim = person(world, scope, "Jess Ottercombe"), person(world, scope, "Kim Ottercombe")
    child = start_note(world.workplace, "child", scope, about={"person": jess})
    between = start_note(world.workplace, "relationship", scope, about={"a": kim, "b": jess})
    assert opening_of(world.workplace, child).family == "Jess, Ottercombe"
    assert opening_of(world.workplace, between).family == "Kim, then Jess, Ottercombe"
    assert opening_of(world.workplace, start_note(world.workplace, "person", scope)).family == "Ottercombe"


def test_a_relationship_is_between_two_different_people(page, qtbot):
    jess, kim = (one.person for one in page.presenter.state().people)
    assert not page.go_on.isEnabled()
    page.first._pressed(kim)
    page.second._pressed(kim)
    assert not page.go_on.isEnabled()
    page.second._pressed(jess)
    assert page.go_on.isEnabled()
    with qtbot.waitSignal(page.add_requested) as asked:
        page.go_on.click()
    assert asked.args == ["relationship", {"a": kim, "b": jess}]


def test_whoever_is_related_is_drawn_and_no_longer_marked(world, page, scope):
    jess, kim = (one.person for one in page.presenter.state().people)
    add_document(world.workplace, "relationship", scope, {"a": kim, "b": jess, "type": "parent"})
    page.refresh()
    world.settle(page)
    QTest.qWait(1)
    assert "Relationship not on record" not in texts(page)


def test_half_a_choice_outlives_a_refresh(world, page, scope):
    jess, _kim = (one.person for one in page.presenter.state().people)
    page.first._pressed(jess)
    person(world, scope, "Odd Job Man")
    page.refresh()
    world.settle(page)
    assert page.first.value() == jess
