"""The bridge as a waterfall: from the force's total, cause by cause, to the register's.

Direction shows in a bar's shape and sign as well as in its colour: it points to the right where the register
counts more, to the left where it counts fewer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.reconciliation import Bridge, BridgeLine
from rso_planner.domain.reconciliation_words import effect_words
from rso_planner.drawing.round_step import round_step

_BAR_HEIGHT = 20.0
_NARROWEST_BAR = 4.0
_POINT = 7.0
_DIAMOND = 6.0
_LETTER = 7.6  # the width of a figure in bold of 13 pixels
_GAP = 6.0
_FOOT = 24.0
_MOST_TICKS = 5
_CUT_FROM = 2.0
"""The scale is cut where what lies below the lowest total is so many times what happens above it."""

_Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things stand, in pixels of the drawing: labels left of the bars or, where narrow, above them."""

    name: str
    width: float
    left: float
    right: float
    row_height: float
    label_y: float
    bar_y: float


WIDE = Layout(name="wide", width=720, left=236, right=664, row_height=31, label_y=20, bar_y=5)
NARROW = Layout(name="narrow", width=360, left=6, right=330, row_height=48, label_y=15, bar_y=21)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: a total or a cause; `points` are the corners of its shape, `words` say it in full."""

    label: str
    label_y: float
    style: str
    points: str
    value: str
    value_x: float
    value_y: float
    anchor: str
    is_inside: bool
    words: str
    next_x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """All that the picture shows; `begins_at` is 0 or where the cut scale begins."""

    layout: Layout
    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    begins_at: int


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns a count into a place across the drawing."""

    layout: Layout
    begins_at: int
    ends_at: int
    step: int

    def x(self, count: int) -> float:
        share = (count - self.begins_at) / (self.ends_at - self.begins_at)
        return round(self.layout.left + share * (self.layout.right - self.layout.left), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        for count in range(self.begins_at, self.ends_at + 1, self.step):
            yield self.x(count), f"{count:,}"


def draw_waterfall(bridge: Bridge, layout: Layout) -> Waterfall:
    """Place every bar, the force's total first and the register's last."""
    totals = [bridge.force_total]
    for line in bridge.lines:
        totals.append(totals[-1] + line.effect)
    scale = _scale(layout, totals)
    bars = [_total_bar(scale, 0, "The force counts", bridge.force_total)]
    bars += [_cause_bar(scale, row, line, totals[row - 1]) for row, line in enumerate(bridge.lines, start=1)]
    bars.append(_total_bar(scale, len(bars), "The register counts", bridge.register_total))
    return Waterfall(
        layout=layout,
        height=len(bars) * layout.row_height + _FOOT,
        bars=tuple(bars),
        ticks=tuple(scale.ticks()),
        begins_at=scale.begins_at,
    )


def _scale(layout: Layout, totals: list[int]) -> _Scale:
    low, high = min(totals), max(totals)
    span = high - low
    is_cut = span > 0 and low > _CUT_FROM * span
    wanted = low - span // 2 if is_cut else min(low, 0)
    step = round_step(high - wanted, _MOST_TICKS)
    begins_at = wanted // step * step
    return _Scale(layout, begins_at, max(high, begins_at + 1), step)


def _total_bar(scale: _Scale, row: int, label: str, total: int) -> Bar:
    start, end = scale.layout.left, max(scale.x(total), scale.layout.left + 1)
    top = row * scale.layout.row_height + scale.layout.bar_y
    bottom = top + _BAR_HEIGHT
    points = [(start, top), (end, top), (end, bottom), (start, bottom)]
    return _bar(scale, row, label, "total", points, f"{total:,}", f"{label} {total:,}", end)


def _cause_bar(scale: _Scale, row: int, line: BridgeLine, before: int) -> Bar:
    title, after = CAUSE_WORDS[line.cause].title, before + line.effect
    top = row * scale.layout.row_height + scale.layout.bar_y
    side = "more" if line.effect > 0 else "fewer"
    words = f"{title}: {count_in_words(line.people, 'difference')}, " + (
        f"the register counts {abs(line.effect):,} {side}" if line.effect else "no effect on the total"
    )
    style = "rest" if line.cause is Cause.UNEXPLAINED else side if line.effect else "none"
    points = _shape(scale.x(before), abs(scale.x(after) - scale.x(before)), top, line.effect)
    return _bar(scale, row, title, style, points, effect_words(line.effect), words, scale.x(after))


def _shape(x: float, length: float, top: float, effect: int) -> _Points:
    """A bar that points the way it goes, or a diamond where it goes nowhere."""
    middle, bottom = top + _BAR_HEIGHT / 2, top + _BAR_HEIGHT
    if effect == 0:
        return [(x - _DIAMOND, middle), (x, middle - _DIAMOND), (x + _DIAMOND, middle), (x, middle + _DIAMOND)]
    way = 1 if effect > 0 else -1
    tip = x + way * max(length, _NARROWEST_BAR)
    neck = tip - way * min(_POINT, abs(tip - x))
    return [(x, top), (neck, top), (tip, middle), (neck, bottom), (x, bottom)]


def _bar(
    scale: _Scale,
    row: int,
    label: str,
    style: str,
    points: _Points,
    value: str,
    words: str,
    next_x: float,
) -> Bar:
    layout = scale.layout
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top = row * layout.row_height + layout.bar_y
    room = len(value) * _LETTER + _GAP
    if right - left > room + 2 * _POINT:
        x, anchor = (left + right) / 2, "middle"
    elif right + room <= layout.width:
        x, anchor = right + _GAP, "start"
    else:
        x, anchor = left - _GAP, "end"
    return Bar(
        label=label,
        label_y=row * layout.row_height + layout.label_y,
        style=style,
        points=" ".join(f"{x:g},{y:g}" for x, y in points),
        value=value,
        value_x=round(x, 1),
        value_y=top + 15,
        anchor=anchor,
        is_inside=anchor == "middle",
        words=words,
        next_x=next_x,
        top=top,
        bottom=top + _BAR_HEIGHT,
    )
