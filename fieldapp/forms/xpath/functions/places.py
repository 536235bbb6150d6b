"""Places on earth: areas, distances, inside or outside."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from fieldapp.forms.xpath.code import BooleanCode, Code, NumberCode, Place
from fieldapp.forms.xpath.context import Context
from fieldapp.forms.xpath.functions.table import special
from fieldapp.forms.xpath.numbers import NAN, read_number, round_half_up

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call

EARTH_RADIUS_M = 6_378_100
"""The radius ODK's clients use; a metre of difference would show in a comparison with them."""

Point = tuple[float, float]


def _point(text: str) -> Point | None:
    parts = text.split()
    if not 2 <= len(parts) <= 4:
        return None
    latitude, longitude = read_number(parts[0]), read_number(parts[1])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return latitude, longitude


def _line(texts: list[str]) -> list[Point] | None:
    if len(texts) == 1:
        texts = texts[0].strip().rstrip("; ").split(";")
    found = [_point(text) for text in texts]
    line = [point for point in found if point is not None]
    return line if len(line) == len(found) and len(line) >= 2 else None


def _to_centimetres(value: float) -> float:
    return abs(round_half_up(value * 100) / 100) if value else 0.0


@special("area", "s", "n", "square metres inside a line or shape, or inside points")
def area(context: Context, call: Call, arguments: list[Code]) -> Code:
    texts = arguments[0].texts

    def inside(place: Place) -> float:
        line = _line(texts(place))
        if line is None or len(line) < 3:
            return 0.0
        if line[0] != line[-1]:
            line.append(line[0])
        total = 0.0
        for (latitude, longitude), (next_latitude, next_longitude) in pairwise(line):
            total += math.radians(next_longitude - longitude) * (
                2 + math.sin(math.radians(next_latitude)) + math.sin(math.radians(latitude))
            )
        return _to_centimetres(total * EARTH_RADIUS_M * EARTH_RADIUS_M / 2)

    return NumberCode(inside)


def _metres(one: Point, other: Point) -> float:
    turn = math.radians(one[1] - other[1])
    here, there = math.radians(one[0]), math.radians(other[0])
    cosine = math.sin(here) * math.sin(there) + math.cos(here) * math.cos(there) * math.cos(turn)
    return math.acos(max(-1.0, min(1.0, cosine))) * EARTH_RADIUS_M


@special("distance", "ss*", "n", "metres along a line, or from point to point")
def distance(context: Context, call: Call, arguments: list[Code]) -> Code:
    lists = [argument.texts for argument in arguments]

    def along(place: Place) -> float:
        line = _line([text for texts in lists for text in texts(place)])
        if line is None:
            return NAN
        return _to_centimetres(sum(_metres(one, other) for one, other in pairwise(line)))

    return NumberCode(along)


@special("geofence", "tt", "b", "whether a point is inside a shape")
def geofence(context: Context, call: Call, arguments: list[Code]) -> Code:
    point_text, shape_text = arguments[0].text, arguments[1].text

    def is_inside(place: Place) -> bool:
        point, shape = _point(point_text(place)), _line([shape_text(place)])
        if point is None or shape is None or shape[0] != shape[-1]:
            return False
        latitude, longitude = point
        inside = False
        for (lat_1, long_1), (lat_2, long_2) in pairwise(shape):
            crosses = (lat_2 > latitude) != (lat_1 > latitude)
            if crosses and longitude < (long_1 - long_2) * (latitude - lat_2) / (lat_1 - lat_2) + long_2:
                inside = not inside
        return inside

    return BooleanCode(is_inside)
