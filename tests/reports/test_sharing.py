"""What a child said goes to whom the child said it may go, and to nobody else; what is left out is counted."""

from dataclasses import replace

import pytest

from fieldapp.reports import (
    NothingToPrint,
    assessment_for_parents,
    childs_copy,
    copy_to_share,
    html,
    visit_note,
)
from fieldapp.reports.sharing import names_someone_not_to_tell
from fieldapp.reports.sheets import children_of

TORCH = "If it gets loud I put the torch on"
"""Ivo said it on 22 January; only some people may know."""
BELL = "When I'm empty the bell sounds loud."
"""Ivo said it on 8 January; fine for anyone to know."""


def parts_of(year, root):
    return [each for each in year.documents() if each.text("meta/of") == root.id]


def answered(document, ending, value):
    """The document with another answer wherever it has the question."""
    body = {key: value if key.endswith(ending) else said for key, said in document.body.items()}
    return replace(document, body=body)


@pytest.fixture(scope="session")
def said_in(year):
    """The visit in which something was said, with its parts; `answers` replaces answers by the end of their keys."""

    def find(words, **answers):
        part = next(
            each
            for each in year.documents()
            if each.kind == "statement" and any(words in str(value) for value in each.body.values())
        )
        root = next(each for each in year.documents() if each.id == part.text("meta/of"))
        documents = [root, *parts_of(year, root)]
        for ending, value in answers.items():
            documents = [answered(each, f"/{ending}", value) for each in documents]
        return documents[0], documents[1:]

    return find


def words_of(sheet):
    return html.render(sheet)


@pytest.mark.parametrize("for_whom", ["parent", "other"])
def test_words_that_only_some_people_may_know_are_in_no_copy_that_leaves_the_service(
    read, said_in, made, for_whom
):
    filed = read(*said_in(TORCH))
    for sheet in (
        visit_note(filed, reference="", made=made, for_whom=for_whom),
        copy_to_share(filed, reference="", made=made, for_whom=for_whom),
    ):
        assert TORCH not in words_of(sheet)
        assert "I asked what the torch is for." not in words_of(sheet)
        assert dict(sheet.reasons)["not_shared"] >= 3


def test_a_copy_for_nobody_in_particular_is_as_careful_as_one_that_leaves_the_service(read, said_in, made):
    assert TORCH not in words_of(visit_note(read(*said_in(TORCH)), reference="", made=made))


def test_the_services_own_copy_holds_everything_the_child_said(read, said_in, made):
    own = visit_note(read(*said_in(TORCH)), reference="", made=made, for_whom="service")
    assert TORCH in words_of(own)
    assert "not_shared" not in dict(own.reasons)


def test_words_that_anyone_may_know_are_in_the_parents_copy(read, said_in, made):
    copy = copy_to_share(read(*said_in(BELL)), reference="", made=made)
    assert BELL.replace("'", "&#x27;") in words_of(copy)


@pytest.mark.parametrize("share", ["some", "ask", "notpar", "none", "notasked", ""])
def test_every_answer_but_anyone_keeps_the_words_from_the_parents(read, said_in, made, share):
    filed = read(*said_in(BELL, s_share=share))
    copy = copy_to_share(filed, reference="", made=made)
    assert "the bell sounds loud" not in words_of(copy)
    assert copy.left_out == sum(count for _, count in copy.reasons)


def test_words_that_may_mean_harm_stay_inside_the_service_whoever_may_know(read, said_in, made):
    filed = read(*said_in(BELL, s_worry="yes"))
    assert "the bell sounds loud" not in words_of(copy_to_share(filed, reference="", made=made))
    own = visit_note(filed, reference="", made=made, for_whom="service")
    assert "the bell sounds loud" in words_of(own)


def test_where_two_answers_about_sharing_stand_the_more_careful_one_counts(read, said_in, made):
    from fieldapp.records.document import OpenQuestion

    root, parts = said_in(BELL)
    at = next(n for n, each in enumerate(parts) if any(BELL in str(said) for said in each.body.values()))
    key = next(key for key in parts[at].body if key.endswith("/s_share"))
    parts[at] = replace(parts[at], open=(OpenQuestion(key, "00" * 32, "notpar"),))
    copy = copy_to_share(read(root, parts), reference="", made=made)
    assert "the bell sounds loud" not in words_of(copy)


def test_the_parents_copy_of_a_visit_holds_nothing_else_that_is_a_childs_own(read, said_in, made):
    copy = copy_to_share(read(*said_in(BELL)), reference="", made=made)
    assert "Chapped hands" not in words_of(copy)
    assert "Porridge pan soaking in the sink" in words_of(copy)
    assert dict(copy.reasons)["child"] > 5


def test_a_copy_about_one_child_says_how_much_of_the_others_stays_out(read, said_in, made):
    filed = read(*said_in(BELL))
    ivo = children_of(filed)[0]
    assert len(children_of(filed)) == 3
    copy = visit_note(filed, reference="", made=made, child=ivo, for_whom="service")
    assert dict(copy.reasons)["sibling"] > 5
    assert "tights with a hole at the knee" not in words_of(copy)


def test_what_was_done_in_a_session_goes_to_parents_only_if_the_child_named_both(year, read, newest, made):
    root = newest("direct_work", "Tarrowby")
    key = next(key for key in root.body if key.endswith("/may_tell"))
    barred = next(key for key in root.body if key.endswith("/not_tell"))
    harm = next(key for key in root.body if key.endswith("/harm"))

    def told(may, must_not, for_whom="parent", hurt="no"):
        body = {**root.body, key: may, barred: must_not, harm: hurt}
        return words_of(
            visit_note(read(replace(root, body=body)), reference="", made=made, for_whom=for_whom)
        )

    assert "shadow rabbits" in told(["mum", "dad"], ["nobody"])
    assert "shadow rabbits" not in told(["mum"], ["nobody"])
    assert "shadow rabbits" not in told(["mum", "dad"], ["nobody"], hurt="yes")
    assert "shadow rabbits" not in told(["mum", "dad"], ["dad"])
    assert "shadow rabbits" not in told(["mum", "dad"], ["nobody"], for_whom="other")
    assert "shadow rabbits" in told(["nobody"], ["mum"], for_whom="service")


def test_a_childs_own_copy_holds_their_words_whoever_else_may_know(read, newest, made):
    root = newest("direct_work", "Tarrowby")
    key = next(key for key in root.body if key.endswith("/copy"))
    copy = childs_copy(read(replace(root, body={**root.body, key: "now"})), child="Tansy", made=made)
    assert "shadow rabbits" in words_of(copy)
    assert "not_shared" not in dict(copy.reasons)


@pytest.mark.parametrize(("answer", "why"), [("safe", "safe"), ("no", "unwanted")])
def test_why_a_child_gets_no_copy_is_told_apart(read, newest, made, answer, why):
    root = newest("direct_work", "Tarrowby")
    key = next(key for key in root.body if key.endswith("/copy"))
    with pytest.raises(NothingToPrint) as refused:
        childs_copy(read(replace(root, body={**root.body, key: answer})), child="Tansy", made=made)
    assert refused.value.why == why


def test_the_reasons_add_up_to_what_was_left_out(read, newest, made):
    sheet = assessment_for_parents(read(newest("assessment", "Jarzembowicz")), reference="", made=made)
    assert sheet.left_out == sum(count for _, count in sheet.reasons)
    assert sheet.left_out


def test_a_note_that_names_somebody_who_must_not_be_told_says_that_it_does(read, said_in):
    assert not names_someone_not_to_tell(read(*said_in(BELL, dns=["none"])))
    assert names_someone_not_to_tell(read(*said_in(BELL, dns=["father"])))


def test_each_page_says_across_it_for_whom_alone_it_is(read, newest, made):
    import io

    from pypdf import PdfReader

    from fieldapp.reports import pages

    named = replace(made, recipient="Ms Ash Fennimore")
    laid_out = pages.lay_out(visit_note(read(newest("visit", "Tarrowby")), reference="", made=named))
    found = PdfReader(io.BytesIO(laid_out.pdf)).pages
    assert laid_out.count == len(found) > 1
    assert all("For Ms Ash Fennimore only" in page.extract_text() for page in found)
