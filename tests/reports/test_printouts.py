"""What is printed, from the demonstration families' real notes; and above all what is not."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from fieldapp.protocol.revision import form_path
from fieldapp.records.drawing import Drawing, Stroke, write
from fieldapp.reports import NothingToPrint, assessment_for_parents, childs_copy, html, pages, visit_note
from fieldapp.reports.filed import narrowest
from fieldapp.reports.values import Entry, Section, Sheet


def words_in(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def flat(text: str) -> str:
    return "".join(text.split())


def marked(year, root):
    """The documents of a note with a known word in every answer that only named people may read."""
    definition = year.definition(root.form)
    sentinels = []

    def mark(document):
        body = {}
        for key, value in document.body.items():
            secret = (
                not key.startswith("meta/")
                and not key.endswith("]")
                and narrowest(definition, form_path(key)) == "restricted"
                and definition.question(form_path(key)).type == "text"
            )
            if secret:
                sentinels.append(f"Quillwort{len(sentinels)}")
                value = sentinels[-1]
            body[key] = value
        return replace(document, body=body)

    parts = [d for d in year.documents() if d.text("meta/of") == root.id]
    return mark(root), [mark(part) for part in parts], sentinels


def printouts(filed, made):
    for sheet_of in (
        lambda: visit_note(filed, reference="Family", made=made),
        lambda: assessment_for_parents(filed, reference="Family", made=made),
        lambda: childs_copy(filed, child="Child", made=made),
    ):
        try:
            sheet = sheet_of()
        except NothingToPrint:
            continue
        yield words_in(pages.render(sheet)) + html.render(sheet)


@pytest.mark.parametrize(
    ("kind", "label"),
    [("visit", "Tarrowby"), ("direct_work", "Tarrowby"), ("assessment", "Jarzembowicz")],
)
def test_a_restricted_answer_is_in_none_of_the_printouts(year, read, newest, made, kind, label):
    root, parts, sentinels = marked(year, newest(kind, label))
    shown = "".join(printouts(read(root, parts), made))
    assert shown
    if kind == "visit":
        assert sentinels
    assert [word for word in sentinels if word in shown] == []


def test_an_answer_restricted_by_hand_is_not_printed_either(read, newest, made):
    root = newest("visit", "Tarrowby")
    key = next(k for k, v in root.body.items() if k.endswith("/works") and isinstance(v, str))
    said = root.text(key)
    row = "01890a5d-ac96-774b-bcce-b302099a8057"
    body = {**root.body, f"meta/restricted[{row}]": 0, f"meta/restricted[{row}]/key": key}
    open_note = visit_note(read(root), reference="Tarrowby", made=made)
    closed_note = visit_note(read(replace(root, body=body)), reference="Tarrowby", made=made)
    assert flat(said[:40]) in flat(words_in(pages.render(open_note)))
    assert flat(said[:40]) not in flat(words_in(pages.render(closed_note)))
    assert closed_note.left_out == open_note.left_out + 1


def test_one_childs_note_holds_no_other_childs_part(year, read, newest, made):
    root = newest("visit", "Tarrowby")
    parts = [d for d in year.documents() if d.kind == "visit_child" and d.text("meta/of") == root.id]
    assert len(parts) > 1
    filed = read(root)
    for part in parts:
        row = next(k for k in part.body if k.endswith(f"[{part.id}]"))
        person, own = part.text(f"{row}/c_person"), part.text(f"{row}/c_was/c_look")
        shown = flat(words_in(pages.render(visit_note(filed, reference="", made=made, child=person))))
        assert flat(own[:30]) in shown
        for other in parts:
            if other.id != part.id:
                other_row = next(k for k in other.body if k.endswith(f"[{other.id}]"))
                assert flat(other.text(f"{other_row}/c_was/c_look")[:30]) not in shown


def test_the_parents_copy_holds_nothing_that_is_a_childs_own(year, read, newest, made):
    root = newest("assessment", "Jarzembowicz")
    sheet = assessment_for_parents(read(root), reference="Jarzembowicz", made=made)
    shown = flat(words_in(pages.render(sheet)))
    definition = year.definition(root.form)
    childs = [
        value
        for part in (root, *[d for d in year.documents() if d.text("meta/of") == root.id])
        for key, value in part.body.items()
        if not key.startswith("meta/")
        and not key.endswith("]")
        and isinstance(value, str)
        and len(value) > 20
        and narrowest(definition, form_path(key)) == "child"
    ]
    assert childs
    assert [value for value in childs if flat(value[:40]) in shown] == []
    assert sheet.left_out >= len(childs)


def test_a_child_who_asked_to_keep_it_safe_gets_nothing_printed(read, newest, made):
    root = newest("direct_work", "Tarrowby")
    key = next(k for k in root.body if k.endswith("/copy"))
    wanted = childs_copy(read(replace(root, body={**root.body, key: "now"})), child="Tansy", made=made)
    assert "tummy" in words_in(pages.render(wanted))
    with pytest.raises(NothingToPrint):
        childs_copy(read(replace(root, body={**root.body, key: "safe"})), child="Tansy", made=made)


def test_every_page_says_which_text_it_is_who_made_it_and_that_it_is_unsent(read, newest, made):
    pdf = pages.render(visit_note(read(newest("visit", "Tarrowby")), reference="Tarrowby", made=made))
    found = PdfReader(io.BytesIO(pdf)).pages
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        text = page.extract_text()
        assert f"Page {number} of {len(found)}" in text
        assert "Version a1b2c3d4" in text
        assert "Nia Brackwell" in text
        assert "Contains records not sent yet" in text


def test_the_files_own_details_name_nobody(read, newest, made):
    pdf = pages.render(visit_note(read(newest("visit", "Tarrowby")), reference="Tarrowby", made=made))
    details = " ".join(str(value) for value in (PdfReader(io.BytesIO(pdf)).metadata or {}).values())
    assert "Tarrowby" not in details
    assert "Brackwell" not in details


def test_the_html_twin_has_a_language_headings_in_order_and_answers_beside_questions(read, newest, made):
    page = html.render(visit_note(read(newest("visit", "Tarrowby")), reference="Tarrowby", made=made))
    assert '<html lang="en">' in page
    assert page.index("<h1>") < page.index("<h2>")
    assert page.count("<dt>") == page.count("<dd>") > 5
    assert "<script" not in page
    assert "http" not in page


def a_sheet(made, *sections, large=False):
    return Sheet("Wishes and feelings", "Ivo", tuple(sections), made, "en", large, 0)


def test_a_drawing_stands_on_the_page_of_its_title_while_there_is_room(made):
    drawing = write(Drawing(1200, 800, (Stroke("black", 7, ((10, 10), (900, 700))),)))
    told = Section("Our time", (Entry("Draw anything you like", drawing, "drawing"),), 1)
    pdf = pages.render(a_sheet(made, told, large=True))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize("lines", range(30, 70))
def test_a_heading_is_never_the_last_thing_on_a_page(made, lines):
    before = Section("Before", tuple(Entry("", f"Line {n}", "plain") for n in range(lines)), 1)
    over = Section("What the adults said", (), 1)
    inner = Section("View of a parent", (Entry("What did they say?", "We are managing.", "words"),), 2)
    found = [
        page.extract_text()
        for page in PdfReader(io.BytesIO(pages.render(a_sheet(made, before, over, inner)))).pages
    ]
    (page,) = [text for text in found if "What the adults said" in text]
    assert "View of a parent" in page
    assert "We are managing." in page
