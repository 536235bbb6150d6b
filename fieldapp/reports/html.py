"""A sheet as one accessible page of HTML: the same words for a screen reader, because the PDF carries no tags.

Promise: headings in order, each answer beside its question, whose words they are said in text and not by colour
alone, drawings as inline SVG with a name; no script, no outside file, nothing to load. Never here: what may be shown.
Source: WCAG 2.2 (1.3.1, 1.1.1, 3.1.1).
"""

from __future__ import annotations

from html import escape

from fieldapp.records.drawing import parse
from fieldapp.reports.pages import WORDS_OF_THE_PAGE, colours_of_the_tokens
from fieldapp.reports.values import Entry, Section, Sheet


def render(sheet: Sheet) -> str:
    """The whole page as text, UTF-8 when written."""
    words = WORDS_OF_THE_PAGE.get(sheet.language, WORDS_OF_THE_PAGE["en"])
    made = sheet.made
    foot = [words["made"].format(at=made.at, by=made.by)]
    foot += [words["version"].format(version=made.version)] if made.version else []
    foot += [words["unsent"]] if made.unsent else []
    foot += [words["for"].format(recipient=made.recipient)] if made.recipient else []
    left_out = f"<p><em>{escape(words['left_out'])}</em></p>" if sheet.left_out and not sheet.large else ""
    body = "\n".join(_section(section, words) for section in sheet.sections)
    return (
        f'<!doctype html>\n<html lang="{sheet.language}"><head><meta charset="utf-8"><title>Document</title></head>\n'
        f"<body><main><h1>{escape(sheet.title)}</h1><p>{escape(sheet.reference)}</p>{left_out}\n{body}\n</main>"
        f"<footer><p>{escape(made.organisation)}</p>{''.join(f'<p>{escape(line)}</p>' for line in foot)}</footer>"
        "</body></html>\n"
    )


def _section(section: Section, words: dict[str, str]) -> str:
    level = section.level + 1
    heading = f"<h{level}>{escape(section.title)}</h{level}>" if section.title else ""
    entries = "".join(_entry(entry, words) for entry in section.entries)
    return f"<section>{heading}<dl>{entries}</dl></section>"


def _entry(entry: Entry, words: dict[str, str]) -> str:
    label = entry.label + (f" ({entry.author})" if entry.author else "")
    if entry.voice == "drawing":
        return f"<dt>{escape(label)}</dt><dd>{_svg(entry)}</dd>"
    kind = f" ({words[entry.voice]})" if entry.voice in ("words", "saw", "think") else ""
    text = "".join(f'<p dir="auto">{escape(line)}</p>' for line in entry.text.splitlines() if line.strip())
    shown = f"<blockquote>{text}</blockquote>" if entry.voice == "words" else text
    return f"<dt>{escape(label)}{escape(kind)}</dt><dd>{shown}</dd>"


def _svg(entry: Entry) -> str:
    drawing, colours = parse(entry.text), colours_of_the_tokens()
    lines = "".join(
        f'<polyline fill="none" stroke="{colours[f"pencil.{stroke.pencil}"]}" stroke-width="{stroke.thickness}" '
        f'stroke-linecap="round" stroke-linejoin="round" points="'
        + " ".join(f"{x},{y}" for x, y in (stroke.points if len(stroke.points) > 1 else stroke.points * 2))
        + '"/>'
        for stroke in drawing.strokes
    )
    size = f'viewBox="0 0 {drawing.width} {drawing.height}" width="600"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(entry.label)}" {size}>{lines}</svg>'
