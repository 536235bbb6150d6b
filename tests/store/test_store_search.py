"""Anything written here is found by any of its words, however they are spelt, and only while it is there."""

import pytest

from fieldapp.records.document import FormReference
from fieldapp.store import Change
from fieldapp.store.search import fold

VISIT = FormReference("home_visit", "2026.1", "ab" * 32)


@pytest.fixture
def scope(laptop):
    return laptop.family("Kowalska-Price")


def found(laptop, text, **more):
    return [hit.id for hit in laptop.store.search(text, **more)]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Gran moved from Łódź", "lodz"),
        ("Herr Weiß called", "weiss"),
        ("Siân and Gŵen at tŷ nain", "sian gwen ty"),
        ("Ægir's brother Þór", "aegir thor"),
        ("Đorđe, İnci and Çağla", "dorde inci cagl"),
        ("they are RELATED TO THE STRAẞE", "strasse related"),
        ("he said “don’t go”", "don't"),
        ("Zoë’s nan", "zoe's"),
        ("the café by the mill", "CAFE"),
        ("unfinished last word", "unfin"),
    ],
)
def test_case_accents_and_strokes_do_not_matter(laptop, scope, written, asked):
    visit = laptop.fresh_id()
    laptop.save(visit, scope, {"note": written})
    assert found(laptop, asked) == [visit]


def test_all_words_must_be_there_and_only_the_last_may_be_unfinished(laptop, scope):
    visit = laptop.fresh_id()
    laptop.save(visit, scope, {"note": "the settee by the window"})
    assert found(laptop, "settee wind") == [visit]
    assert found(laptop, "sett window") == []
    assert found(laptop, "settee door") == []


@pytest.mark.parametrize(
    "odd", ["", "  ", '"', "*", "AND", "NOT the", "a OR b", "words:", "(", "x" * 5000, "^", "-a"]
)
def test_nothing_typed_breaks_the_search(laptop, scope, odd):
    laptop.store.search(odd)


def test_unsent_notes_and_open_drafts_are_found_and_say_which_they_are(laptop, scope):
    visit = laptop.fresh_id()
    laptop.save(visit, scope, {"note": "lantern in the hall"})
    draft = laptop.store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=VISIT)
    laptop.store.put_answers(draft.id, {"note": "lantern on the stair"})
    assert {(hit.source, hit.id) for hit in laptop.store.search("lantern")} == {
        ("document", visit),
        ("draft", draft.id),
    }


def test_what_was_written_over_is_no_longer_found(laptop, scope):
    visit = laptop.fresh_id()
    laptop.save(visit, scope, {"note": "first thoughts about lanterns"})
    laptop.save(visit, scope, {"note": "second thoughts about kettles"})
    assert found(laptop, "lanterns") == []
    assert found(laptop, "kettles") == [visit]
    laptop.save(visit, scope, None)
    assert found(laptop, "kettles") == []


def test_a_draft_is_no_longer_found_as_a_draft_once_it_is_saved_or_discarded(laptop, scope):
    first = laptop.store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=VISIT)
    laptop.store.put_answers(first.id, {"note": "lantern"})
    laptop.store.save([Change(first.doc, "visit", scope, {"note": "lantern"}, None)], draft=first.id)
    assert [(hit.source, hit.id) for hit in laptop.store.search("lantern")] == [("document", first.doc)]
    second = laptop.store.open_draft(doc=laptop.fresh_id(), scope=scope, kind="visit", form=VISIT)
    laptop.store.put_answers(second.id, {"note": "kettle"})
    laptop.store.discard(second.id)
    assert laptop.store.search("kettle") == []
    laptop.store.put_back(second.id)
    assert found(laptop, "kettle") == [second.id]


def test_newest_is_shown_first_and_an_edited_note_moves_up(laptop, scope):
    docs = [laptop.fresh_id() for _ in range(3)]
    for doc in docs:
        laptop.save(doc, scope, {"note": f"lantern {doc}"})
    assert found(laptop, "lantern") == docs[::-1]
    laptop.save(docs[0], scope, {"note": "lantern again"})
    assert found(laptop, "lantern") == [docs[0], docs[2], docs[1]]


def test_a_search_can_be_kept_to_one_family_or_some_kinds(laptop, scope):
    other = laptop.family("Hughes")
    mine, theirs = laptop.fresh_id(), laptop.fresh_id()
    laptop.save(mine, scope, {"note": "lantern"})
    laptop.save(theirs, other, {"note": "lantern"}, kind="plan")
    assert found(laptop, "lantern", scope=other) == [theirs]
    assert found(laptop, "lantern", kinds=["visit"]) == [mine]


def test_an_answer_restricted_by_hand_is_found_at_the_desk_and_not_in_visit_view(laptop, scope):
    visit = laptop.fresh_id()
    row = f"meta/restricted[{laptop.fresh_id()}]"
    laptop.save(visit, scope, {"note": "lantern", "who": "the neighbour rang", row: 0, f"{row}/key": "who"})
    assert found(laptop, "neighbour") == [visit]
    assert found(laptop, "neighbour", visit_view=True) == []
    assert found(laptop, "lantern", visit_view=True) == [visit]


def test_ids_and_the_apps_own_words_are_not_what_people_search_for(laptop, scope):
    visit = laptop.fresh_id()
    laptop.save(visit, scope, {"c_person": scope, "meta/complete": "yes", "note": "lantern"})
    assert found(laptop, "yes") == []
    assert found(laptop, scope[:8]) == []


def test_folding_gives_the_same_for_the_index_and_for_the_query():
    for text in ("Łódź", "Weiß", "ŷ", "Straße", "Ǻngström", "Œuvre"):
        assert fold(fold(text)) == fold(text)
