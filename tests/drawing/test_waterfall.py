"""The waterfall leads from the one total to the other, and every figure on it can be read."""

import re
from itertools import pairwise

import pytest

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.reconciliation import Bridge, BridgeLine, CountUnit
from rso_planner.drawing.waterfall import NARROW, WIDE, Bar, Layout, Waterfall, draw_waterfall
from tests.drawing.reconciliations import EFFECTS

LAYOUTS = pytest.mark.parametrize("layout", [WIDE, NARROW], ids=lambda layout: layout.name)


def make_bridge(force_total: int, *effects: int) -> Bridge:
    """A bridge with so many causes; UNEXPLAINED is not among them."""
    lines = tuple(
        BridgeLine(cause=cause, people=max(abs(effect), 1), effect=effect)
        for cause, effect in zip(Cause, effects, strict=False)
    )
    return Bridge(
        unit=CountUnit.PEOPLE, force_total=force_total, register_total=force_total + sum(effects), lines=lines
    )


def corners(bar: Bar) -> list[tuple[float, float]]:
    """The corners of a bar's shape."""
    return [(float(x), float(y)) for x, y in (each.split(",") for each in bar.points.split())]


def left_and_right(bar: Bar) -> tuple[float, float]:
    """How far the bar reaches across."""
    across = [x for x, _ in corners(bar)]
    return min(across), max(across)


EXAMPLES = {
    "every cause": make_bridge(98, *EFFECTS.values()),
    "two causes": make_bridge(43, -30, 12),
    "down to nothing": make_bridge(5, -5),
    "nothing at all": make_bridge(0),
    "no effect": make_bridge(7, 0, 0),
    "thousands": make_bridge(2041, 3, -7, 1),
    "thousands and a large effect": make_bridge(150, 1, 4000, -1),
    "from nothing": make_bridge(0, 12),
    "a short bar at the edge": make_bridge(1000, 800, 120),
}


@LAYOUTS
@pytest.mark.parametrize("bridge", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_everything_stands_inside_the_drawing_and_no_figure_covers_a_bar(bridge: Bridge, layout: Layout) -> None:
    picture = draw_waterfall(bridge, layout)
    assert len(picture.bars) == len(bridge.lines) + 2
    for bar in picture.bars:
        left, right = left_and_right(bar)
        assert layout.left - 7 <= left < right <= layout.width
        assert 0 <= bar.top < bar.bottom < picture.height
        room = len(bar.value) * 7.2
        begin, end = {
            "start": (bar.value_x, bar.value_x + room),
            "end": (bar.value_x - room, bar.value_x),
            "middle": (bar.value_x - room / 2, bar.value_x + room / 2),
        }[bar.anchor]
        assert begin >= 0
        assert end <= layout.width
        if bar.is_inside:
            assert left < begin
            assert end < right
        else:
            assert end <= left or begin >= right


@LAYOUTS
def test_rows_do_not_cover_one_another(layout: Layout) -> None:
    bars = draw_waterfall(EXAMPLES["every cause"], layout).bars
    assert all(above.bottom < below.top for above, below in pairwise(bars))
    assert all(above.label_y < below.label_y for above, below in pairwise(bars))


@LAYOUTS
def test_each_bar_begins_where_the_one_above_it_ended(layout: Layout) -> None:
    bars = draw_waterfall(make_bridge(100, 80, -60, 40), layout).bars
    for above, below in pairwise(bars[:-1]):
        assert above.next_x in left_and_right(below)
    assert bars[-2].next_x == left_and_right(bars[-1])[1]


def test_direction_shows_in_sign_shape_and_colour() -> None:
    more, fewer, none = draw_waterfall(make_bridge(100, 40, -40, 0), WIDE).bars[1:4]
    assert [each.value for each in (more, fewer, none)] == ["+40", "\N{MINUS SIGN}40", "0"]
    assert [each.style for each in (more, fewer, none)] == ["more", "fewer", "none"]
    assert corners(more)[2][0] == left_and_right(more)[1]
    assert corners(fewer)[2][0] == left_and_right(fewer)[0]
    assert len(corners(none)) == 4
    assert [each.words for each in (more, none)] == [
        "People not at home are counted: 40 differences, the register counts 40 more",
        "Visit on one list only: 1 difference, no effect on the total",
    ]


def test_what_is_not_explained_looks_different() -> None:
    line = BridgeLine(cause=Cause.UNEXPLAINED, people=3, effect=3)
    bridge = Bridge(unit=CountUnit.PEOPLE, force_total=9, register_total=12, lines=(line,))
    assert [bar.style for bar in draw_waterfall(bridge, WIDE).bars] == ["total", "rest", "total"]


def test_an_effect_too_small_to_draw_to_scale_still_points_its_way() -> None:
    bars = draw_waterfall(make_bridge(150, 1, 40_000, -1), WIDE).bars
    for bar, tip in ((bars[1], 1), (bars[3], 0)):
        left, right = left_and_right(bar)
        assert right - left >= 4
        assert corners(bar)[2][0] == (left, right)[tip]


def begins_at(bridge: Bridge) -> int:
    """Where the scale begins."""
    return draw_waterfall(bridge, WIDE).begins_at


def test_the_scale_is_cut_only_where_the_causes_would_be_too_small_to_see() -> None:
    assert begins_at(make_bridge(98, *EFFECTS.values())) == 0
    assert begins_at(make_bridge(50, 100)) == 0
    assert 1900 < begins_at(make_bridge(1983, 14, -3)) < 1983
    assert begins_at(make_bridge(1983)) == 0


@LAYOUTS
@pytest.mark.parametrize("bridge", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_the_scale_has_a_few_round_figures_in_their_places(bridge: Bridge, layout: Layout) -> None:
    picture: Waterfall = draw_waterfall(bridge, layout)
    counts = [int(label.replace(",", "")) for _, label in picture.ticks]
    assert 1 <= len(counts) <= 7
    steps = {after - before for before, after in pairwise(counts)}
    assert len(steps) <= 1
    assert all(re.fullmatch(r"[125]0*", str(step)) for step in steps)
    assert picture.ticks[0] == (layout.left, f"{picture.begins_at:,}")
