"""The catalogues: gathered from the source, and in Welsh complete, whole and in the same shape as the English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fieldapp.commands.errors import CommandRefused
from fieldapp.protocol.codes import ERRORS
from fieldapp.resources import resource
from fieldapp.store.errors import StoreError
from fieldapp.ui import catalogue, words

PLACES = re.compile(r"\{[a-z_]*\}")
ENDS = ".?!:…"

# What is the same in both languages, for a reason.
NAMES_AND_ALIKE = {"Fieldapp", "PIN", "brown", "partner"}


# One term for one thing: what stands in the Welsh, whatever its first letter has turned into.
TERMS = {
    "passphrase": "yfrinymadrodd",
    "laptop": "liniadur",
    "famil": "eulu",
    "draft": "rafft",
    r"plans?\b": "ynllun",
    "decision|decide": "enderfyn",
    "assessment": "asesiad",
    "manager": "rheolwr",
    "service": "gwasanaeth",
    "restricted": "yfyngedig",
    "visit view": "olwg ymweliad",
    "key holder": "deil",
    "encrypt": "amgrypt",
    "wishes and feelings": "ymuniadau a theimladau",
    "chronolog": "ronoleg",
    "early help": "ymorth cyn",
}


def welsh() -> list[tuple[str, str, str]]:
    """(context, English, Welsh) of every finished sentence, a counted one once for each of its forms."""
    read = words.read_catalogue("cy")
    plain = [(context, source, text) for (context, source), text in read.plain.items()]
    return plain + [(*key, form) for key, forms in read.counted.items() for form in forms]


def a_catalogue(folder: Path, inside: str) -> Path:
    path = folder / "fieldapp_cy.ts"
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="cy">\n'
    path.write_text(f"{head}<context><name>Strip</name>{inside}</context></TS>\n", encoding="utf-8")
    return path


def test_every_sentence_of_the_interface_has_a_finished_welsh_translation() -> None:
    left = catalogue.unfinished("cy", catalogue.sentences())
    missing = [f"{one.where} [{one.context}] {one.source}" for one in left]
    assert missing == [], "\n".join(["not yet in Welsh:", *missing])


def test_every_refusal_can_be_said_in_welsh() -> None:
    """What goes wrong was once said in English only, on whatever screen."""

    def below(kind: type) -> list[type]:
        return [kind, *(deeper for each in kind.__subclasses__() for deeper in below(each))]

    refusals = [*below(StoreError), *below(CommandRefused)]
    said = {text for one in refusals for text in (one.sentence, one.next_step) if text}  # type: ignore[attr-defined]
    said |= {entry.sentence for entry in ERRORS.values()}
    words.use_language("cy")
    say = words.Words("Whatever screen")
    assert [text for text in sorted(said) if say(text) == text] == []


def test_welsh_keeps_every_place_for_a_value() -> None:
    """A counted form may say the number in a word of its own, so `{n}` and `{number}` may stand there or not."""
    read = words.read_catalogue("cy")
    wrong = [
        (context, source, text)
        for (context, source), text in read.plain.items()
        if sorted(PLACES.findall(source)) != sorted(PLACES.findall(text))
    ]
    for (context, source), forms in read.counted.items():
        wanted = set(PLACES.findall(source)) | {"{n}"}
        must = wanted - {"{n}", "{number}"}
        wrong += [
            (context, source, form) for form in forms if not must <= set(PLACES.findall(form)) <= wanted
        ]
    assert wrong == []


def test_every_counted_sentence_in_welsh_has_six_forms_none_of_them_empty() -> None:
    counted = words.read_catalogue("cy").counted
    assert [key for key, forms in counted.items() if len(forms) != 6 or not all(forms)] == []


def test_no_welsh_sentence_is_the_english_one() -> None:
    alike = [
        (context, source)
        for context, source, text in welsh()
        if text == source and source not in NAMES_AND_ALIKE and re.search(r"[A-Za-z]", PLACES.sub("", source))
    ]
    assert alike == []


@pytest.mark.parametrize("english", TERMS)
def test_one_thing_has_one_welsh_name(english: str) -> None:
    """As docs/words.md lists them: "Cyfrinair" once stood on a page where a passphrase was asked for."""
    other = [
        (context, source, text)
        for context, source, text in welsh()
        if re.search(english, PLACES.sub("", source), re.IGNORECASE) and TERMS[english] not in text.lower()
    ]
    assert other == []


def test_a_welsh_sentence_ends_as_the_english_one_does() -> None:
    """A full stop, a question mark or none: pieces that stand in a line or are spoken one after the other rely on it."""
    odd = [
        (context, source, text)
        for context, source, text in welsh()
        if {source.rstrip()[-1:], text.rstrip()[-1:]} & set(ENDS)
        and source.rstrip()[-1:] != text.rstrip()[-1:]
    ]
    assert odd == []


def test_a_welsh_sentence_has_as_many_lines_as_the_english_one() -> None:
    odd = [
        (context, source, text) for context, source, text in welsh() if source.count("\n") != text.count("\n")
    ]
    assert odd == []


def test_asking_the_catalogue_for_help_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundled = resource("translations", "fieldapp_cy.ts")
    before = bundled.read_bytes()
    with pytest.raises(SystemExit) as ended:
        catalogue.main(["--help", "--folder", str(tmp_path)])
    assert ended.value.code == 0
    assert "--check" in capsys.readouterr().out
    assert bundled.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_a_word_that_the_catalogue_does_not_know_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        catalogue.main(["--folder", str(tmp_path), "now"])
    assert ended.value.code == 2
    assert "now" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_checking_lists_what_is_not_translated_and_leaves_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_catalogue(tmp_path, "<message><source>Lock</source><translation>Cloi</translation></message>")
    before = path.read_bytes()
    assert catalogue.main(["--check", "--folder", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "[Strip] Hide screen" in told
    assert "[Strip] Lock\n" not in told
    assert path.read_bytes() == before


def test_gathering_keeps_what_is_translated_and_adds_the_rest_as_unfinished(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_catalogue(tmp_path, "<message><source>Lock</source><translation>Cloi</translation></message>")
    assert catalogue.main(["--folder", str(tmp_path)]) == 0
    assert f"cy: 1 of {len(catalogue.sentences())} " in capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert "<translation>Cloi</translation>" in text
    assert '<translation type="unfinished"></translation>' in text


def test_a_counted_sentence_with_too_few_forms_is_asked_for_again(tmp_path: Path) -> None:
    """It was once written as finished with six empty forms, and the screen would have stood empty."""
    count = "<numerusform>dim ymweliadau</numerusform><numerusform>{n} ymweliad</numerusform>"
    path = tmp_path / "fieldapp_cy.ts"
    path.write_text(
        '<TS version="2.1" language="cy"><context><name>Today</name><message numerus="yes"><source>{n} visits'
        f"</source><translation>{count}</translation></message></context></TS>",
        encoding="utf-8",
    )
    visits = catalogue.Sentence("Today", "{n} visits", True, "today/presenter.py")
    assert catalogue.unfinished("cy", [visits], tmp_path) == [visits]
    assert catalogue.write(path, "cy", [visits]) == (1, 0)


def test_a_sentence_that_comes_back_brings_its_translation(tmp_path: Path) -> None:
    path = a_catalogue(
        tmp_path,
        '<message><source>Lock</source><translation type="vanished">Cloi</translation></message>',
    )
    lock = catalogue.Sentence("Strip", "Lock", False, "shell/strip.py")
    assert catalogue.unfinished("cy", [lock], tmp_path) == [lock]
    assert catalogue.write(path, "cy", [lock]) == (1, 1)
    assert catalogue.unfinished("cy", [lock], tmp_path) == []
