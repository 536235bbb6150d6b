"""Gathers every sentence of the interface into the catalogues: `python -m fieldapp.ui.catalogue`.

Promise: reads the source, runs nothing of it; what is translated stays; a sentence that is gone is marked vanished and
its translation kept; new ones are added as unfinished, with the file they stand in as a note for the translator.
`--check` writes nothing: it lists what has no finished translation and fails if there is any.
Source: the Qt Linguist TS format, version 2.1, so translators can use Linguist, Weblate and the like.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from fieldapp.resources import resource
from fieldapp.words import EVERYWHERE, LANGUAGES, PLURAL_RULES

PROGRAM = Path(__file__).resolve().parents[1]
REFUSALS = ("store", "commands", "protocol")
"""What goes wrong brings its own sentence, and the screen that shows it says it: `say(refused.sentence)`."""
SENTENCE_OF_AN_ENTRY = 3
"""Its place in `_entries` of `protocol/codes.py`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence to translate."""

    context: str
    source: str
    counted: bool
    where: str


def sentences(root: Path = PROGRAM) -> list[Sentence]:
    """Every sentence said anywhere below `root`, in order of file and line."""
    found: dict[tuple[str, str], Sentence] = {}
    for path in sorted(root.rglob("*.py")):
        for one in _in_file(path, root):
            found.setdefault((one.context, one.source), one)
    for room in REFUSALS:
        for path in sorted((root / room).rglob("*.py")):
            for text in _refusals(path):
                where = path.relative_to(root).as_posix()
                found.setdefault((EVERYWHERE, text), Sentence(EVERYWHERE, text, False, where))
    return list(found.values())


def _refusals(path: Path) -> Iterator[str]:
    """The sentence and the next step of each class of refusal, and the sentence of each entry on the wire."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named: dict[str, ast.expr] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for name, value in _assigned(node.body):
                if name in {"sentence", "next_step"}:
                    yield from _text(value, {})
        else:
            named.update(_assigned([node]))
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_entries":
            for entry in call.args:
                if isinstance(entry, ast.Tuple):
                    yield from _text(entry.elts[SENTENCE_OF_AN_ENTRY], named)


def _assigned(lines: Sequence[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for line in lines:
        if isinstance(line, ast.Assign | ast.AnnAssign) and line.value is not None:
            targets = line.targets if isinstance(line, ast.Assign) else [line.target]
            yield from ((target.id, line.value) for target in targets if isinstance(target, ast.Name))


def _text(value: ast.expr, named: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(value, ast.Name):
        value = named.get(value.id, value)
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value


def _in_file(path: Path, root: Path) -> Iterator[Sentence]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    speakers: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            context = _context(node.value)
            if context is not None:
                speakers.update({t.id: context for t in node.targets if isinstance(t, ast.Name)})
    where = path.relative_to(root).as_posix()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        named = node.func
        counted = isinstance(named, ast.Attribute) and named.attr == "count"
        speaker = named.value if isinstance(named, ast.Attribute) and counted else named
        context = speakers.get(speaker.id) if isinstance(speaker, ast.Name) else _context(speaker)
        place = 2 if counted else 0
        if context is None or len(node.args) <= place:
            continue
        text = node.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
            yield Sentence(context, text.value, counted, where)


def _context(node: ast.AST) -> str | None:
    """The context of `Words("Context")`."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Words"
        and node.args
    ):
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            return first.value
    return None


@dataclass(frozen=True, slots=True)
class _Kept:
    text: str
    forms: tuple[str, ...]
    state: str


def _read(path: Path) -> dict[tuple[str, str], _Kept]:
    if not path.is_file():
        return {}
    kept: dict[tuple[str, str], _Kept] = {}
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            text = "" if forms else translation.text or ""
            key = (context.findtext("name") or "", message.findtext("source") or "")
            kept[key] = _Kept(text, forms, translation.get("type", ""))
    return kept


def write(path: Path, language: str, said: list[Sentence]) -> tuple[int, int]:
    """Write the catalogue of one language; returns how many sentences there are and how many are translated."""
    kept = _read(path)
    present = {(one.context, one.source) for one in said}
    amount = PLURAL_RULES[language][0]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    contexts: dict[str, list[str]] = {}
    done = 0
    for one in said:
        old = kept.get((one.context, one.source))
        finished = _is_finished(one, old, amount)
        done += finished
        contexts.setdefault(one.context, []).append(_message(one, old, finished, amount))
    for (context, source), old in kept.items():
        if (context, source) not in present and context and (old.text or any(old.forms)):
            gone = Sentence(context, source, bool(old.forms), "")
            contexts.setdefault(context, []).append(_message(gone, old, False, amount, vanished=True))
    for context in sorted(contexts):
        lines += ["<context>", f"    <name>{escape(context)}</name>", *contexts[context], "</context>"]
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")
    return len(said), done


def _is_finished(one: Sentence, kept: _Kept | None, amount: int) -> bool:
    if kept is None or kept.state == "unfinished":
        return False
    return len(kept.forms) == amount and all(kept.forms) if one.counted else bool(kept.text)


def _message(one: Sentence, old: _Kept | None, finished: bool, amount: int, *, vanished: bool = False) -> str:
    state = ' type="vanished"' if vanished else "" if finished else ' type="unfinished"'
    if one.counted:
        forms = old.forms if old is not None and len(old.forms) == amount else ("",) * amount
        inner = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in forms)
        translation = f"        <translation{state}>{inner}\n        </translation>"
    else:
        translation = f"        <translation{state}>{escape(old.text if old else '')}</translation>"
    note = f"        <extracomment>{escape(one.where)}</extracomment>\n" if one.where else ""
    numerus = ' numerus="yes"' if one.counted else ""
    return f"    <message{numerus}>\n        <source>{escape(one.source)}</source>\n{note}{translation}\n    </message>"


def unfinished(language: str, said: list[Sentence], folder: Path | None = None) -> list[Sentence]:
    """The sentences that have no finished translation in the catalogue of `language`, as it stands on disk."""
    kept = {key: one for key, one in _read(_catalogue_file(language, folder)).items() if not one.state}
    amount = PLURAL_RULES[language][0]
    return [one for one in said if not _is_finished(one, kept.get((one.context, one.source)), amount)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Bring every catalogue up to date and say how far each is; with `--check`, only say."""
    options = _options(arguments)
    said, left = sentences(), 0
    for language in LANGUAGES:
        if language == "en":
            continue
        if not options.check:
            write(_catalogue_file(language, options.folder), language, said)
        open_ones = unfinished(language, said, options.folder)
        left += len(open_ones)
        sys.stdout.write(f"{language}: {len(said) - len(open_ones)} of {len(said)} sentences translated\n")
        if options.check:
            sys.stdout.writelines(f"  {one.where} [{one.context}] {one.source}\n" for one in open_ones)
    return 1 if options.check and left else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m fieldapp.ui.catalogue",
        description="Gather every sentence of the interface into the catalogues of the other languages.",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; list the sentences without a finished translation, and fail if there are any",
    )
    parser.add_argument(
        "--folder", type=Path, metavar="FOLDER", help="where the catalogues are, if not with the program"
    )
    return parser.parse_args(arguments)


def _catalogue_file(language: str, folder: Path | None) -> Path:
    name = f"fieldapp_{language}.ts"
    return resource("translations", name) if folder is None else folder / name


if __name__ == "__main__":
    raise SystemExit(main())
