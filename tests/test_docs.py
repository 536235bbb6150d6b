"""The pages say what is true: links lead somewhere, commands exist, keys and sentences are the program's own."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from fieldapp.protocol.codes import ERRORS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("resources/**/*.md")],
    key=lambda page: page.as_posix(),
)
GUIDE = ROOT / "docs" / "worker-guide.md"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TARGET = re.compile(r"`make ([a-z]+)|^make ([a-z]+)", re.M)
ROOMS = "|".join(folder.name for folder in (ROOT / "fieldapp").iterdir() if folder.is_dir())
PATH_IN_CODE = re.compile(
    rf"`((?:fieldapp|forms|tests|resources|requirements|installer|benchmarks|\.ci|{ROOMS})/[\w./-]+)`"
)
"""A path as the pages write it: from the root, or, in the map of the architecture, from a room."""
MODULE = re.compile(r"python -m (fieldapp[\w.]*|benchmarks[\w.]*)")


def name(page):
    return page.relative_to(ROOT).as_posix()


def each_page(test):
    return pytest.mark.parametrize("page", PAGES, ids=name)(test)


@cache
def headings(page):
    """The anchors that a page's headings make."""
    lines = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in lines}


@cache
def source(folder="fieldapp"):
    """All Python of a folder as one text."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / folder).rglob("*.py")))


def table(page, heading):
    """The rows of the first table under a heading, as lists of cells."""
    after = page.read_text(encoding="utf-8").split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("| ").split(" | ") for line in after.splitlines() if line.startswith("|")]
    return rows[2:]


@each_page
def test_every_link_leads_to_a_file_of_the_project_and_a_heading_in_it(page):
    broken = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        inside = target == ROOT or ROOT in target.parents
        if not inside or not target.exists() or (anchor and anchor not in headings(target)):
            broken.append(link)
    assert broken == []


@each_page
def test_every_make_target_that_is_named_exists(page):
    there = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {one or other for one, other in TARGET.findall(page.read_text(encoding="utf-8"))}
    assert named - there == set()


@each_page
def test_every_file_that_is_named_in_full_exists(page):
    words = page.read_text(encoding="utf-8")
    named = {path for path in PATH_IN_CODE.findall(words) if "TYPE" not in path and "LANGUAGE" not in path}
    bases = (ROOT, ROOT / "fieldapp")
    assert [path for path in sorted(named) if not any((base / path).exists() for base in bases)] == []


@each_page
def test_every_module_that_is_started_exists(page):
    missing = []
    for module in set(MODULE.findall(page.read_text(encoding="utf-8"))):
        path = ROOT.joinpath(*module.split("."))
        if not path.with_suffix(".py").is_file() and not (path / "__main__.py").is_file():
            missing.append(module)
    assert missing == []


def test_no_picture_lies_about_unused():
    shown = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if link.endswith(".png")
    }
    assert set((ROOT / "docs" / "pictures").iterdir()) - shown == set()


def test_every_command_of_the_service_is_told_to_administrators():
    told = subprocess.run(
        [sys.executable, "-m", "fieldapp.service", "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"^    ([a-z-]+)", told, re.M)
    assert commands
    page = (ROOT / "docs" / "administrators.md").read_text(encoding="utf-8")
    assert [command for command in commands if f"fieldapp-service {command}" not in page] == []


KEYS_OF_QT = {"Tab", "Esc"}
"""Keys that Qt itself gives their meaning."""


def test_every_key_of_the_guide_is_a_key_of_the_program():
    words = source("fieldapp/ui")
    unknown = []
    for keys, _ in table(GUIDE, "Keys"):
        for key in keys.split(", "):
            page = re.fullmatch(r"Ctrl\+([1-8])", key)
            known = (
                key in KEYS_OF_QT
                or f'"{key}"' in words
                or (page is not None and re.search(rf'": {page[1]},$', words, re.M))
                or f"Qt.Key.Key_{key.replace('Pg', 'Page')}: bar." in words
                or (key == "Ctrl+E" and "Key_E and event.modifiers()" in words)
            )
            if not known:
                unknown.append(key)
    assert unknown == []


def test_every_sentence_of_the_guide_is_said_by_the_program():
    flat = re.sub(r'"\s*\n\s*"', "", source().replace("’", "'"))
    flat += "\n".join(entry.sentence for entry in ERRORS.values())
    unsaid = []
    for said, _ in table(GUIDE, "Sentences worth knowing"):
        pieces = [said] if said in flat else re.split(r"(?<=\.) ", said)
        unsaid += [piece for piece in pieces if piece not in flat]
    assert unsaid == []


def test_every_decision_says_what_was_decided_and_has_its_number():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    for number, page in enumerate(pages, start=1):
        words = page.read_text(encoding="utf-8")
        assert page.name.startswith(f"{number:04}-"), page.name
        assert words.startswith(f"# {number}. "), page.name
        assert "**Decided**" in words, page.name
