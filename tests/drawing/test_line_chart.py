"""Curves stand where their figures are, on a scale that begins at 0 and has room for every band."""

import re

import pytest

from rso_planner.domain.what_if import Band
from rso_planner.drawing.line_chart import (
    LARGE,
    PERCENT_SCALE,
    SMALL,
    STYLES,
    Line,
    LineChart,
    draw_line_chart,
    scale_for,
)
from rso_planner.drawing.round_step import round_step

NAN = float("nan")


def line(*means: float, style: str = "first", half: float = 0.0) -> Line:
    """A curve of these figures."""
    return Line("Made-up", style, [Band(mean=each, low=each - half, high=each + half) for each in means])


def draw(*lines: Line) -> LineChart:
    """The large picture of these."""
    return draw_line_chart(lines, scale_for(lines), LARGE, name="n", title="Made-up", words="Made up.")


def points(path: str) -> list[tuple[float, float]]:
    """The corners of a path."""
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]


@pytest.mark.parametrize(
    ("length", "most", "step"), [(1, 4, 1), (4, 4, 1), (5, 4, 2), (9, 4, 5), (41, 4, 20), (560, 4, 200), (0, 5, 1)]
)
def test_steps_are_round(length: float, most: int, step: int) -> None:
    assert round_step(length, most) == step


def test_the_scale_begins_at_0_and_ends_above_the_highest_band() -> None:
    scale = scale_for([line(3, 38, half=4), line(10, NAN)])
    assert (scale.step, scale.ends_at) == (20, 60)
    assert scale_for([line(40)]).ends_at == 40
    assert scale_for([line(NAN)]).ends_at == scale_for([line(0)]).ends_at == 1


def test_figures_stand_in_proportion() -> None:
    (curve,) = draw(line(0, 20, 40)).curves
    (left, bottom), (middle, half), (right, top) = points(curve.line)
    assert left < middle < right
    assert (bottom - half) == pytest.approx(half - top)
    assert top < half < bottom, "more is further up"
    chart = draw(line(0, 20, 40))
    assert [label for _, label in chart.value_ticks] == ["0", "10", "20", "30", "40"]
    assert chart.value_ticks[0][0] == bottom
    assert chart.value_ticks[-1][0] == top


def test_everything_is_inside_the_picture() -> None:
    chart = draw(line(*range(1, 53), half=1), line(*[7] * 52, style="base"))
    for curve in chart.curves:
        for path in (curve.line, *curve.bands):
            assert all(0 <= x <= LARGE.width and 0 <= y <= LARGE.height for x, y in points(path))


def test_a_week_without_a_figure_is_left_open() -> None:
    (curve,) = draw(line(1, 2, NAN, 4)).curves
    assert curve.line.count("M") == 2
    assert len(curve.bands) == 2
    assert "nan" not in curve.line + "".join(curve.bands)
    assert draw(line(NAN, NAN)).curves[0].line == ""


def test_a_single_week_is_a_dot_with_its_mark() -> None:
    (curve,) = draw(line(5)).curves
    assert len(points(curve.line)) == 2
    assert len(curve.marks) == 1


def test_curves_are_told_apart_without_colour() -> None:
    curves = draw(*(line(*range(52), style=style) for style in STYLES)).curves
    assert curves[0].marks == ()
    shapes = {curve.marks[-1].split("m", maxsplit=1)[1] for curve in curves[1:]}
    assert len(shapes) == len(STYLES) - 1
    first_marks = [curve.marks[0].split("m", maxsplit=1)[0] for curve in curves[1:]]
    assert len(set(first_marks)) == len(first_marks), "marks of several curves hide one another"


@pytest.mark.parametrize(
    ("weeks", "labels"),
    [
        (1, ["week 1"]),
        (4, ["week 1", "2", "3", "4"]),
        (13, ["week 1", "4", "8", "12"]),
        (52, ["week 1", "13", "26", "39", "52"]),
        (104, ["week 1", "26", "52", "78", "104"]),
        (520, ["week 1", "104", "208", "312", "416", "520"]),
    ],
)
def test_weeks_are_labelled(weeks: int, labels: list[str]) -> None:
    chart = draw_line_chart([line(*[1] * weeks)], PERCENT_SCALE, SMALL, name="n", title="t", words="w")
    assert [label for _, label in chart.week_ticks] == labels
    assert [label for _, label in chart.value_ticks][-1] == "100 %"
