"""A small chart of a figure over days, for a printed page; the axis begins at 0 and the last value is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.paper import PaperTrend
from rso_planner.drawing.round_step import round_step

WIDTH, HEIGHT = 230.0, 150.0
_LEFT, _RIGHT, _TOP, _FOOT = 34.0, 40.0, 12.0, 20.0
_MOST_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """A chart as it is drawn; `title` and `words` are read aloud in its place."""

    name: str
    title: str
    words: str
    line: str
    points: tuple[tuple[float, float], ...]
    last: str
    value_ticks: tuple[tuple[float, str], ...]
    first_day: str
    last_day: str
    width: float = WIDTH
    height: float = HEIGHT
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    foot: float = HEIGHT - _FOOT


def draw_trend(trend: PaperTrend, number: int) -> TrendChart:
    """Place every value by its day."""
    step = round_step(max(*trend.values, 1), _MOST_STEPS)
    top = step * max(1, -(-max(trend.values) // step))
    points = tuple(
        (_x(day, trend.days), _y(value, top)) for day, value in zip(trend.days, trend.values, strict=True)
    )
    return TrendChart(
        name=f"trend-{number}",
        title=trend.title,
        words=trend.sentence,
        line="M" + "L".join(f"{x:g} {y:g}" for x, y in points),
        points=points,
        last=f"{trend.values[-1]:,}",
        value_ticks=tuple((_y(value, top), f"{value:,}") for value in range(0, top + 1, step)),
        first_day=_short(trend.days[0]),
        last_day=_short(trend.days[-1]),
    )


def _x(day: date, days: Sequence[date]) -> float:
    span = (days[-1] - days[0]).days
    share = (day - days[0]).days / span if span else 1.0
    return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)


def _y(value: int, top: int) -> float:
    return round(_TOP + (HEIGHT - _TOP - _FOOT) * (1 - value / top), 1)


def _short(day: date) -> str:
    return f"{day:%d/%m/%y}"
