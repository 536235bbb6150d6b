"""A sheet as A4 pages (PDF), made without a network and without a temporary file.

Promise: every page says what it is, for whom and about whom, which version, when and by whom it was made, its number
of how many, and whether anything on it has not reached the service yet. The three kinds of words look different in
colour and in black and white: a bar and a sand ground for their words, a plain bar for what was seen, a dashed bar
for what is thought. Drawings are drawn as lines, never as a picture file.
Never here: what may be printed (`reading`), the document's name (it is always "Document": no child's name leaks
into a print queue or a file's metadata).
Sizes are points on paper; the screen's tokens are pixels and do not apply here, the colours do.
"""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fieldapp.records.drawing import Drawing, parse
from fieldapp.reports.values import Entry, Made, Sheet
from fieldapp.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FACES = {
    "Body": "AtkinsonHyperlegibleNext-Regular.ttf",
    "Strong": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "Words": "AtkinsonHyperlegibleNext-Medium.ttf",
    "Slanted": "AtkinsonHyperlegibleNext-Italic.ttf",
    "Arabic": "NotoSansArabic.ttf",
}
MARGIN_MM = 20
SIZES: dict[bool, dict[str, float]] = {
    False: {"title": 18, "h1": 13, "h2": 11, "label": 9, "text": 10.5, "words": 11.5, "foot": 8},
    True: {"title": 26, "h1": 20, "h2": 18, "label": 14, "text": 18, "words": 18, "foot": 9},
}
"""Point sizes: a record, and a child's copy (practice design section 6: 18 point)."""
MARK_SIZE, MARK_SLOPE, MARK_PLACES = 24, 32, (0.22, 0.5, 0.78)
"""The recipient's name across a page: points, degrees, and how far up the page it stands."""

WORDS_OF_THE_PAGE = {
    "en": {
        "page": "Page {n} of {m}",
        "made": "Made {at} by {by}",
        "version": "Version {version}",
        "unsent": "Contains records not sent yet",
        "for": "For {recipient}. Do not copy or send on.",
        "mark": "For {recipient} only",
        "words": "Their words",
        "saw": "What was seen",
        "think": "The worker's view",
        "left_out": "Some answers are not part of this copy.",
        "undecided": "Two answers stand; the more careful one is shown",
    },
    "cy": {
        "page": "Tudalen {n} o {m}",
        "made": "Gwnaed {at} gan {by}",
        "version": "Fersiwn {version}",
        "unsent": "Yn cynnwys cofnodion heb eu hanfon eto",
        "for": "I {recipient}. Peidiwch â'i gopïo na'i anfon ymlaen.",
        "mark": "I {recipient} yn unig",
        "words": "Eu geiriau nhw",
        "saw": "Beth welwyd",
        "think": "Barn y gweithiwr",
        "left_out": "Nid yw rhai atebion yn rhan o'r copi hwn.",
        "undecided": "Mae dau ateb; dangosir yr un mwyaf gofalus",
    },
}


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF, whole, in memory, and how many pages it has."""

    pdf: bytes
    count: int


def render(sheet: Sheet) -> bytes:
    """The sheet as a PDF, whole, in memory."""
    return lay_out(sheet).pdf


def mark_across(sheet: Sheet) -> str:
    """What stands across each page in pale letters: for whom alone the copy is. Empty if it names nobody."""
    words = WORDS_OF_THE_PAGE.get(sheet.language, WORDS_OF_THE_PAGE["en"])
    return words["mark"].format(recipient=sheet.made.recipient) if sheet.made.recipient else ""


def lay_out(sheet: Sheet) -> Pages:
    """The sheet as a PDF with the number of its pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    _register_faces()
    colours = colours_of_the_tokens()
    margin = MARGIN_MM * mm
    words = WORDS_OF_THE_PAGE.get(sheet.language, WORDS_OF_THE_PAGE["en"])

    def build(pages_in_all: int) -> tuple[bytes, int]:
        out = io.BytesIO()
        counted = [0]

        def furniture(canvas: Canvas, _document: object) -> None:
            counted[0] += 1
            _draw_furniture(canvas, sheet, words, colours, counted[0], pages_in_all, margin)

        document = BaseDocTemplate(
            out, pagesize=A4, title="Document", author="", subject="", lang=sheet.language, invariant=True
        )
        width, height = A4
        body = Frame(
            margin,
            margin + 8 * mm,
            width - 2 * margin,
            height - 2 * margin - 16 * mm,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        document.addPageTemplates([PageTemplate(id="page", frames=[body], onPage=furniture)])
        document.build(_story(sheet, words, colours))
        return out.getvalue(), counted[0]

    _, pages_in_all = build(0)
    return Pages(build(pages_in_all)[0], pages_in_all)


@lru_cache(maxsize=1)
def _register_faces() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    pdfmetrics.registerFontFamily("Body", normal="Body", bold="Strong", italic="Slanted", boldItalic="Strong")


@lru_cache(maxsize=1)
def colours_of_the_tokens() -> dict[str, str]:
    """Every token colour by name, and the pencils as `pencil.NAME`; paper is light whatever the screen is."""
    tokens: dict[str, Any] = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    found = {name: entry["value"] for name, entry in tokens["colour"]["light"].items()}
    found |= {f"pencil.{name}": value for name, value in tokens["pencils"].items() if value.startswith("#")}
    return found


def _draw_furniture(
    canvas: Canvas,
    sheet: Sheet,
    words: dict[str, str],
    colours: dict[str, str],
    number: int,
    pages_in_all: int,
    margin: float,
) -> None:
    """The head and foot of one page."""
    made = sheet.made
    width, height = canvas._pagesize
    size = SIZES[False]["foot"]
    _draw_mark_across(canvas, mark_across(sheet), colours)
    canvas.saveState()
    canvas.setFont("Body", size)
    canvas.setFillColor(colours["ink.soft"])
    top = height - margin + 2
    canvas.drawString(margin, top, made.organisation)
    canvas.drawRightString(width - margin, top, made.at)
    canvas.setStrokeColor(colours["line.hair"])
    canvas.setLineWidth(0.75)
    line = margin + 6
    canvas.line(margin, line, width - margin, line)
    left = words["for"].format(recipient=made.recipient) if made.recipient else _reference_line(sheet, words)
    canvas.drawString(margin, line - size - 4, left)
    canvas.drawRightString(
        width - margin, line - size - 4, words["page"].format(n=number, m=pages_in_all or number)
    )
    canvas.drawString(margin, line - 2 * size - 7, _made_line(made, words))
    if made.unsent:
        canvas.setFillColor(colours["status.held.ink"])
        canvas.drawRightString(width - margin, line - 2 * size - 7, words["unsent"])
    canvas.restoreState()


def _draw_mark_across(canvas: Canvas, mark: str, colours: dict[str, str]) -> None:
    """Three times up the page, under its words, so that no photograph of a page is nobody's."""
    if not mark:
        return
    width, height = canvas._pagesize
    canvas.saveState()
    canvas.setFillColor(colours["bg.sunken"])
    canvas.setFont("Strong", MARK_SIZE)
    for part in MARK_PLACES:
        canvas.saveState()
        canvas.translate(width / 2, height * part)
        canvas.rotate(MARK_SLOPE)
        canvas.drawCentredString(0, 0, mark)
        canvas.restoreState()
    canvas.restoreState()


def _reference_line(sheet: Sheet, words: dict[str, str]) -> str:
    return f"{sheet.title}. {sheet.reference}"


def _made_line(made: Made, words: dict[str, str]) -> str:
    line = words["made"].format(at=made.at, by=made.by)
    return f"{line}. {words['version'].format(version=made.version)}" if made.version else line


def _story(sheet: Sheet, words: dict[str, str], colours: dict[str, str]) -> list[Any]:
    from reportlab.platypus import KeepTogether, Paragraph, Spacer

    sizes = SIZES[sheet.large]
    styles = _styles(sizes, colours)
    story: list[Any] = [
        Paragraph(_markup(sheet.title), styles["title"]),
        Paragraph(_markup(sheet.reference), styles["reference"]),
    ]
    if sheet.left_out and not sheet.large:
        story.append(Paragraph(_markup(words["left_out"]), styles["left_out"]))
    waiting: list[Any] = []  # headings that go to the page of the first answer below them
    for section in sheet.sections:
        blocks = [_block(entry, words, styles, colours, sheet.large) for entry in section.entries]
        if section.title:
            waiting.append(Paragraph(_markup(section.title), styles["h1" if section.level == 1 else "h2"]))
        if not blocks:
            continue
        if waiting:
            blocks[0] = KeepTogether([*waiting, blocks[0]])
            waiting = []
        story += [*blocks, Spacer(1, sizes["text"] * 0.5)]
    return story + waiting


def _styles(sizes: dict[str, float], colours: dict[str, str]) -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    def style(name: str, face: str, size: float, colour: str, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=face,
            fontSize=size,
            leading=size * 1.4,
            textColor=colours[colour],
            splitLongWords=1,
            **more,
        )

    return {
        "title": style("title", "Strong", sizes["title"], "ink.strong", spaceAfter=2),
        "reference": style("reference", "Body", sizes["text"], "ink.soft", spaceAfter=sizes["text"]),
        "h1": style("h1", "Strong", sizes["h1"], "ink.strong", spaceBefore=sizes["h1"] * 0.6, spaceAfter=3),
        "h2": style("h2", "Strong", sizes["h2"], "ink.strong", spaceBefore=sizes["h2"] * 0.5, spaceAfter=2),
        "label": style("label", "Body", sizes["label"], "ink.soft"),
        "plain": style("plain", "Body", sizes["text"], "ink.body"),
        "words": style("words", "Words", sizes["words"], "ink.strong"),
        "saw": style("saw", "Body", sizes["text"], "ink.body"),
        "think": style("think", "Body", sizes["text"], "ink.body"),
        "note": style("note", "Slanted", sizes["text"], "ink.soft"),
        "left_out": style("left_out", "Slanted", sizes["label"], "ink.soft", spaceAfter=sizes["label"]),
    }


def _block(
    entry: Entry, words: dict[str, str], styles: dict[str, Any], colours: dict[str, str], large: bool
) -> Any:
    """One entry: its label, then its text with the bar of its kind."""
    from reportlab.platypus import Paragraph, Table, TableStyle

    label = entry.label if not entry.author else f"{entry.label} ({entry.author})"
    if not large and entry.voice in ("words", "saw", "think"):
        label = f"{label} · {words[entry.voice]}"
    if entry.undecided:
        label = f"{label} · {words['undecided']}"
    rows: list[list[Any]] = [[Paragraph(_markup(label), styles["label"])]] if entry.label else []
    if entry.voice == "drawing":
        rows.append([_picture(parse(entry.text), colours)])
    else:
        style = styles[entry.voice]
        rows += [[Paragraph(_markup(line), style)] for line in entry.text.splitlines() if line.strip()]
    table = Table(rows, colWidths=["100%"], splitByRow=1, hAlign="LEFT")
    first = 1 if entry.label else 0
    look: list[tuple[Any, ...]] = [
        ("NOSPLIT", (0, 0), (0, first)),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 6),
    ]
    if entry.voice in ("words", "saw", "think"):
        area = ((0, first), (-1, -1))
        look += [("LEFTPADDING", *area, 8), ("TOPPADDING", *area, 2), ("BOTTOMPADDING", *area, 4)]
    if entry.voice == "words":
        look += [
            ("BACKGROUND", *area, colours["field.words.bg"]),
            ("LINEBEFORE", *area, 2.5, colours["field.words.line"]),
        ]
    elif entry.voice == "saw":
        look += [("LINEBEFORE", *area, 2, colours["field.saw.mark"])]
    elif entry.voice == "think":
        look += [("LINEBEFORE", *area, 1.25, colours["field.think.mark"], "butt", (3, 2))]
    table.setStyle(TableStyle(look))
    return table


def _picture(drawing: Drawing, colours: dict[str, str]) -> Any:
    """The drawing as lines on its own paper, as wide as the column and at most half a page high."""
    from reportlab.platypus import Flowable

    class Picture(Flowable):  # type: ignore[misc]
        """Strokes scaled to the room there is; page units run down, points run up."""

        def wrap(self, width: float, height: float) -> tuple[float, float]:
            self.scale = min(width / drawing.width, 340 / drawing.height)
            return drawing.width * self.scale, drawing.height * self.scale + 6

        def draw(self) -> None:
            canvas, scale, high = self.canv, self.scale, drawing.height * self.scale
            canvas.saveState()
            canvas.setFillColor(colours["pencil.paper"])
            canvas.setStrokeColor(colours["line.hair"])
            canvas.roundRect(0, 3, drawing.width * scale, high, 6, stroke=1, fill=1)
            edge = canvas.beginPath()
            edge.roundRect(0, 3, drawing.width * scale, high, 6)
            canvas.clipPath(edge, stroke=0, fill=0)
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            for stroke in drawing.strokes:
                canvas.setStrokeColor(colours[f"pencil.{stroke.pencil}"])
                canvas.setLineWidth(stroke.thickness * scale)
                line = canvas.beginPath()
                x, y = stroke.points[0]
                line.moveTo(x * scale, 3 + high - y * scale)
                for x, y in stroke.points[1:] or stroke.points:
                    line.lineTo(x * scale, 3 + high - y * scale)
                canvas.drawPath(line)
            canvas.restoreState()

    return Picture()


def _markup(text: str) -> str:
    """Plain text made safe for reportlab's markup; right-to-left words are shaped, ordered and given their font."""
    from xml.sax.saxutils import escape

    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return escape(text)
    from arabic_reshaper import reshape
    from bidi.algorithm import get_display

    shown = get_display(reshape(text))
    parts, arabic = [], False
    for letter in shown:
        is_arabic = unicodedata.bidirectional(letter) in ("R", "AL", "AN")
        if is_arabic != arabic and letter != " ":
            parts.append("<font name='Arabic'>" if is_arabic else "</font>")
            arabic = is_arabic
        parts.append(escape(letter))
    return "".join(parts) + ("</font>" if arabic else "")
