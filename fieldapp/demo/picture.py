"""Ivo's drawing: the torch, Wilf laughing in its light, and the loud in black behind them.

Promise: pure; each stroke is a pencil and its points as shares of the sheet, as a nine-year-old pulls them: round
things not quite round, the black pressed hard and back and forth.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

Point = tuple[float, float]
Stroke = tuple[str, tuple[Point, ...]]

SHEET_RATIO = 1.5
"""A sheet is half as wide again as it is high; round things are drawn flatter by that much."""
WOBBLE = 0.012


def strokes() -> tuple[Stroke, ...]:
    """All pulls of the pen, in the order of drawing."""
    return (
        ("brown", _line((0.08, 0.80), (0.20, 0.70), (0.225, 0.75), (0.105, 0.86), (0.08, 0.80))),
        ("brown", _line((0.20, 0.70), (0.215, 0.66), (0.255, 0.755), (0.225, 0.75))),
        ("yellow", _line((0.235, 0.68), (0.40, 0.50), (0.52, 0.38))),
        ("yellow", _line((0.245, 0.71), (0.42, 0.60), (0.53, 0.55))),
        ("yellow", _line((0.255, 0.74), (0.42, 0.71), (0.54, 0.72))),
        ("blue", _round((0.70, 0.52), 0.155, 0.0, 2.05 * pi)),
        ("blue", _round((0.645, 0.47), 0.018, 0.0, 2 * pi)),
        ("blue", _round((0.755, 0.46), 0.018, 0.0, 2 * pi)),
        ("red", _round((0.70, 0.54), 0.085, 0.12 * pi, 0.88 * pi)),
        ("red", _line((0.622, 0.59), (0.66, 0.60), (0.74, 0.602), (0.778, 0.59))),
        (
            "brown",
            _line(
                (0.62, 0.33),
                (0.64, 0.25),
                (0.67, 0.31),
                (0.70, 0.24),
                (0.73, 0.31),
                (0.77, 0.26),
                (0.78, 0.34),
            ),
        ),
        ("blue", _line((0.66, 0.75), (0.60, 0.90), (0.80, 0.90), (0.745, 0.75))),
        ("black", _scribble((0.07, 0.08), (0.34, 0.40), 13)),
        ("black", _scribble((0.05, 0.14), (0.30, 0.34), 9)),
    )


def _line(*corners: Point) -> tuple[Point, ...]:
    """From corner to corner, with points between, so that the hand is seen to move."""
    points = [corners[0]]
    for (x0, y0), (x1, y1) in pairwise(corners):
        points += [(x0 + (x1 - x0) * step / 4, y0 + (y1 - y0) * step / 4) for step in range(1, 5)]
    return tuple(points)


def _round(middle: Point, reach: float, start: float, end: float) -> tuple[Point, ...]:
    """An arc; `reach` as a share of the sheet's width, angles in radians clockwise from the right."""
    steps = 28
    found = []
    for step in range(steps + 1):
        angle = start + (end - start) * step / steps
        size = reach * (1 + WOBBLE * sin(5 * angle))
        found.append((middle[0] + size * cos(angle), middle[1] + size * SHEET_RATIO * sin(angle)))
    return tuple(found)


def _scribble(corner: Point, other: Point, times: int) -> tuple[Point, ...]:
    """Back and forth between two edges, slanting on."""
    (x0, y0), (x1, y1) = corner, other
    found = []
    for turn in range(times + 1):
        share = turn / times
        x = x0 + (x1 - x0) * share
        found.append(
            (x + 0.02 * sin(3 * turn), y0 + 0.04 * sin(2 * turn) if turn % 2 else y1 - 0.05 * sin(turn))
        )
    return _line(*found)
