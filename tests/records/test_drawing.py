"""A child's drawing survives as text: promises of fieldapp.records.drawing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.drawing import (
    BYTES_MAX,
    PENCILS,
    Drawing,
    NotADrawing,
    Stroke,
    is_drawing,
    parse,
    thin,
    write,
)

points = st.lists(st.tuples(st.integers(0, 1200), st.integers(0, 800)), min_size=1, max_size=2)
strokes = st.builds(Stroke, st.sampled_from(PENCILS), st.integers(1, 60), points.map(tuple))
drawings = st.builds(
    Drawing, st.just(1200), st.just(800), st.lists(strokes, min_size=1, max_size=8).map(tuple)
)


@given(drawings)
def test_a_drawing_comes_back_stroke_for_stroke(drawing):
    assert parse(write(drawing)) == drawing


def test_an_empty_page_is_no_answer():
    assert write(Drawing(1200, 800)) == ""


def test_thinning_keeps_every_point_within_the_tolerance_and_both_ends():
    wave = [(x, round(400 + 100 * math.sin(x / 40))) for x in range(0, 1200, 2)]
    kept = thin(wave, 1.0)
    assert kept[0] == wave[0]
    assert kept[-1] == wave[-1]
    assert len(kept) < len(wave) / 3
    assert set(kept) <= set(wave)


def test_a_furious_scribble_still_fits_and_keeps_every_stroke():
    scribble = tuple(
        (int(600 + 590 * math.sin(i * 1.7)), int(400 + 390 * math.cos(i * 2.3))) for i in range(8000)
    )
    drawing = Drawing(
        1200, 800, tuple(Stroke("red", 6, scribble[i * 400 : (i + 1) * 400]) for i in range(20)) * 8
    )
    text = write(drawing)
    assert len(text) <= BYTES_MAX
    assert len(parse(text).strokes) == 160


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "2 1200x800",
        "1 0x800",
        "1 1200x800;black,6",
        "1 1200x800;tartan,6,1 2",
        "1 1200x800;black,6,1",
    ],
)
def test_what_is_not_a_drawing_is_refused_not_guessed(text):
    assert not is_drawing(text)
    with pytest.raises(NotADrawing):
        parse(text)


def test_a_stroke_rubbed_out_is_gone_and_the_others_stay():
    one, two = Stroke("blue", 4, ((1, 1), (5, 5))), Stroke("pink", 4, ((9, 9),))
    page = Drawing(1200, 800).with_stroke(one).with_stroke(two)
    assert page.without(0).strokes == (two,)
