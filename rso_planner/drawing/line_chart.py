"""A line chart over weeks: curves with bands, told apart by dashes and marks as well as by colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isfinite

from rso_planner.domain.what_if import Band
from rso_planner.drawing.round_step import round_step

STYLES = ("base", "first", "second", "third")
"""How a curve looks: the baseline without marks, then circle, square, triangle."""

_MOST_STEPS = 4
_WEEK_STEPS = (1, 2, 4, 13, 26, 52, 104)
_MOST_WEEK_LABELS = 4
_MARKS_A_CURVE = 6
_LEFT, _RIGHT, _TOP, _FOOT = 44.0, 12.0, 10.0, 24.0
_MARK_SHAPES = {
    "first": "m-{0} 0a{0} {0} 0 1 0 {1} 0a{0} {0} 0 1 0 -{1} 0z",
    "second": "m-{0} -{0}h{1}v{1}h-{1}z",
    "third": "m0 -{2}l{2} {1}h-{3}z",
}
_MARK_SIZE = 3.6


@dataclass(frozen=True, slots=True)
class Size:
    """How large a chart is drawn, in pixels of the drawing."""

    width: float
    height: float


LARGE = Size(470, 270)
SMALL = Size(290, 180)


@dataclass(frozen=True, slots=True)
class Line:
    """What one curve shows: its name, its look, its figures week by week on the scale of the axis."""

    label: str
    style: str
    bands: Sequence[Band]
    has_band: bool = True


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve as it is drawn: paths of the band, of the line, and of each mark."""

    label: str
    style: str
    bands: tuple[str, ...]
    line: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """All that one picture shows; `title` and `words` are read aloud in its place."""

    name: str
    title: str
    words: str
    size: Size
    curves: tuple[Curve, ...]
    value_ticks: tuple[tuple[float, str], ...]
    week_ticks: tuple[tuple[float, str], ...]
    left: float = _LEFT
    right: float = _RIGHT
    foot: float = _FOOT


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of figures that charts to be compared have in common; it begins at 0."""

    step: int
    ends_at: int
    unit: str = ""


def scale_for(lines: Sequence[Line], unit: str = "") -> Scale:
    """The axis on which every one of the lines has room, its band too."""
    tops = [top for line in lines for band in line.bands for top in (band.mean, band.high) if isfinite(top)]
    highest = max(tops, default=0.0)
    step = round_step(max(highest, 1.0), _MOST_STEPS)
    return Scale(step, step * max(1, -int(-highest // step)), unit)


PERCENT_SCALE = Scale(25, 100, " %")
"""The axis of shares."""


def draw_line_chart(
    lines: Sequence[Line], scale: Scale, size: Size, *, name: str, title: str, words: str
) -> LineChart:
    """Place every curve; a week without a figure is left open."""
    weeks = max(len(line.bands) for line in lines)
    frame = _Frame(size, weeks, scale)
    return LineChart(
        name=name,
        title=title,
        words=words,
        size=size,
        curves=tuple(_curve(frame, line, place) for place, line in enumerate(lines)),
        value_ticks=tuple(
            (frame.y(value), f"{value:,}{scale.unit}") for value in range(0, scale.ends_at + 1, scale.step)
        ),
        week_ticks=tuple(_week_ticks(frame, weeks)),
    )


def mark_path(style: str, x: float, y: float) -> str:
    """The mark of a style around a point, or nothing for the baseline."""
    shape = _MARK_SHAPES.get(style)
    if shape is None:
        return ""
    size = _MARK_SIZE
    return f"M{x:g} {y:g}" + shape.format(size, 2 * size, round(size * 1.25, 2), round(size * 2.5, 2))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns a week and a figure into a place of the drawing."""

    size: Size
    weeks: int
    scale: Scale

    def x(self, week: int) -> float:
        share = (week - 1) / max(1, self.weeks - 1)
        return round(_LEFT + share * (self.size.width - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        room = self.size.height - _TOP - _FOOT
        return round(_TOP + room * (1 - value / self.scale.ends_at), 1)


def _curve(frame: _Frame, line: Line, place: int) -> Curve:
    runs = list(_runs(line.bands))
    every = max(1, frame.weeks // _MARKS_A_CURVE)
    marked = [
        (week, band)
        for run in runs
        for week, band in run
        # The marks of several curves stand at different weeks, so that none hides another's.
        if (week + place * max(1, every // len(STYLES))) % every == 0 or week == frame.weeks
    ]
    marks = [mark_path(line.style, frame.x(week), frame.y(band.mean)) for week, band in marked]
    return Curve(
        label=line.label,
        style=line.style,
        bands=tuple(_band_path(frame, run) for run in runs) if line.has_band else (),
        line="".join(_line_path(frame, run) for run in runs),
        marks=tuple(mark for mark in marks if mark),
    )


_Run = list[tuple[int, Band]]


def _runs(bands: Sequence[Band]) -> Iterator[_Run]:
    """The weeks with a figure, in unbroken runs."""
    weeks = list(enumerate(bands, start=1))
    for is_there, run in groupby(weeks, key=lambda each: isfinite(each[1].mean)):
        if is_there:
            yield list(run)


def _line_path(frame: _Frame, run: _Run) -> str:
    points = [f"{frame.x(week):g} {frame.y(band.mean):g}" for week, band in run]
    # A run of a single week is a dot: a line without length is drawn by its round ends.
    return "M" + "L".join(points if len(points) > 1 else points * 2)


def _band_path(frame: _Frame, run: _Run) -> str:
    above = [f"{frame.x(week):g} {frame.y(band.high):g}" for week, band in run]
    below = [f"{frame.x(week):g} {frame.y(band.low):g}" for week, band in reversed(run)]
    return "M" + "L".join(above + below) + "Z"


def _week_ticks(frame: _Frame, weeks: int) -> Iterator[tuple[float, str]]:
    step = next((each for each in _WEEK_STEPS if weeks <= each * _MOST_WEEK_LABELS), _WEEK_STEPS[-1])
    yield frame.x(1), "week 1"
    for week in range(step, weeks + 1, step):
        if week > 1:
            yield frame.x(week), str(week)
