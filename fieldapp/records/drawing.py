"""A child's drawing as one line of plain text, so that it is saved, sent and merged exactly as safely as words.

Promise: what was drawn comes back stroke for stroke, in whole page units, at any size, on screen and on paper.
Never here: pixels, files, fonts, widgets. Screens and printouts render what `parse` gives.

The text: `1 WIDTHxHEIGHT` then `;PENCIL,THICKNESS,x y dx dy dx dy ...` for each stroke, in the order drawn. The
leading 1 is the version. The first point is absolute, every further one the step from the point before, all whole
page units; a lone point is a dot. A rubbed-out stroke is simply absent. Numbers only, and pencil names from the
design tokens: nothing in it can be read as a name or an instruction.

Each stroke is thinned once, at the lift of the pen (Ramer 1972, Douglas and Peucker 1973): points within a
tolerance of the line between their neighbours go. A page that still passes `BYTES_MAX` loses, in one linear pass
each time, the points closest together, the spacing doubling until it fits. A revision may hold 1 MiB in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

VERSION = "1"
BYTES_MAX = 256 * 1024
"""Largest text of one drawing (practice: the form library's convention for `draw`)."""
POINTS_MAX = 400_000
"""More points than any drawing within BYTES_MAX can hold; a longer text is refused before it is unpacked."""
PENCILS = ("black", "blue", "red", "green", "yellow", "brown", "purple", "pink")

Point = tuple[int, int]


class NotADrawing(ValueError):
    """The text is not a drawing of a version known here; it is kept as it is and shown as words."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One pull of the pen: pencil name, thickness in page units, and the points it passed."""

    pencil: str
    thickness: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page of strokes; width and height in page units."""

    width: int
    height: int
    strokes: tuple[Stroke, ...] = ()

    def with_stroke(self, stroke: Stroke) -> Drawing:
        """The same page with one stroke more on top."""
        return Drawing(self.width, self.height, (*self.strokes, stroke))

    def without(self, index: int) -> Drawing:
        """The same page with the stroke at `index` rubbed out."""
        return Drawing(self.width, self.height, self.strokes[:index] + self.strokes[index + 1 :])


def write(drawing: Drawing) -> str:
    """The drawing as text of at most `BYTES_MAX`; an empty page is the empty text (no answer)."""
    if not drawing.strokes:
        return ""
    text = _write(drawing, spacing=0)
    spacing = 2
    while len(text) > BYTES_MAX:
        text = _write(drawing, spacing)
        spacing *= 2
    return text


def parse(text: str) -> Drawing:
    """The drawing in `text`; raises `NotADrawing` for anything that `write` could not have made."""
    if not text:
        raise NotADrawing("empty")
    head, *parts = text.split(";")
    try:
        version, size = head.split(" ")
        width, height = (int(side) for side in size.split("x"))
    except ValueError as wrong:
        raise NotADrawing("head") from wrong
    if (
        version != VERSION
        or not (0 < width <= 100_000 and 0 < height <= 100_000)
        or len(text) > 4 * BYTES_MAX
    ):
        raise NotADrawing("version or size")
    return Drawing(width, height, tuple(_parse_stroke(part) for part in parts))


def is_drawing(text: str) -> bool:
    """Whether `text` can be rendered as a drawing."""
    try:
        parse(text)
    except NotADrawing:
        return False
    return True


def _write(drawing: Drawing, spacing: int) -> str:
    parts = [f"{VERSION} {drawing.width}x{drawing.height}"]
    for stroke in drawing.strokes:
        points = _spaced(stroke.points, spacing)
        numbers = [*points[0]]
        for (x0, y0), (x1, y1) in pairwise(points):
            numbers += (x1 - x0, y1 - y0)
        parts.append(f"{stroke.pencil},{stroke.thickness}," + " ".join(map(str, numbers)))
    return ";".join(parts)


def _parse_stroke(part: str) -> Stroke:
    try:
        pencil, thickness_text, numbers_text = part.split(",")
        thickness = int(thickness_text)
        numbers = [int(number) for number in numbers_text.split(" ")]
    except ValueError as wrong:
        raise NotADrawing("stroke") from wrong
    if pencil not in PENCILS or not 0 < thickness <= 1000 or len(numbers) % 2 or len(numbers) > POINTS_MAX:
        raise NotADrawing("stroke")
    x, y = numbers[0], numbers[1]
    points = [(x, y)]
    for step in range(2, len(numbers), 2):
        x, y = x + numbers[step], y + numbers[step + 1]
        points.append((x, y))
    return Stroke(pencil, thickness, tuple(points))


def _spaced(points: Sequence[Point], spacing: int) -> Sequence[Point]:
    """The points at least `spacing` page units from the last one kept, and both ends."""
    if spacing == 0 or len(points) < 3:
        return points
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= spacing:
            kept.append((x, y))
    kept.append(points[-1])
    return kept


def thin(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The fewest of `points` whose line stays within `tolerance` page units of every point left out."""
    if len(points) < 3:
        return list(points)
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        furthest, distance = first, -1.0
        for index in range(first + 1, last):
            away = _distance(points[index], points[first], points[last])
            if away > distance:
                furthest, distance = index, away
        if distance > tolerance:
            keep[furthest] = True
            spans += [(first, furthest), (furthest, last)]
    return [point for point, kept in zip(points, keep, strict=True) if kept]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far `point` lies from the segment `start`-`end`, in page units."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    along = 0.0 if length2 == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length2))
    return float(((px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2) ** 0.5)
