"""The week's visits on a map in British National Grid metres: bases, homes, and nothing fetched from anywhere."""

from dataclasses import dataclass
from math import cos, hypot, pi, sin

from rso_planner.domain.place import Place
from rso_planner.domain.plan_words import WEEKDAYS
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.visit_plan import Assignment

WIDTH = 1000.0
_SHORTEST, _TALLEST = 420.0, 700.0
_MARGIN = 30.0
STRIP = 44.0
"""The height of the strip below the map that holds the grid's labels and the scale bar."""

_NARROWEST_METRES = 2_000.0
_APART = 23.0
_ROUNDS = 80
_STEPS = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A visit's sign: `shape` is a polygon about its centre, `true_*` is where the home is."""

    x: float
    y: float
    true_x: float
    true_y: float
    weekday: int
    number: int
    shape: str
    words: str

    @property
    def is_moved(self) -> bool:
        """Tell whether the sign stands beside its place, so that a line must lead there."""
        return hypot(self.x - self.true_x, self.y - self.true_y) > 3


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the National Grid with its label in kilometres."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class VisitMap:
    """All that the map shows, in pixels of a drawing `WIDTH` wide; north is up, the strip is not in `height`."""

    height: float
    eastings: tuple[GridLine, ...]
    northings: tuple[GridLine, ...]
    bases: tuple[tuple[float, float], ...]
    symbols: tuple[Symbol, ...]
    scale_width: float
    scale_words: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """The piece of the grid that is drawn, and how large."""

    west: float
    north: float
    per_metre: float
    height: float

    def at(self, place: Place) -> tuple[float, float]:
        return (
            round((place.easting - self.west) * self.per_metre, 1),
            round((self.north - place.northing) * self.per_metre, 1),
        )


def shape_of(weekday: int, size: float = 1.0) -> str:
    """The sign of a weekday (0 is Monday) as the points of a polygon about 0,0."""
    corners, radius, turn = (
        (24, 10.5, 0.0),
        (4, 13.5, pi / 4),
        (3, 17.0, -pi / 2),
        (4, 14.0, 0.0),
        (5, 12.5, -pi / 2),
        (6, 12.0, 0.0),
        (8, 12.0, pi / 8),
    )[weekday]
    angles = [turn + 2 * pi * corner / corners for corner in range(corners)]
    return " ".join(f"{cos(each) * radius * size:.1f},{sin(each) * radius * size:.1f}" for each in angles)


def draw_visit_map(planned_week: PlannedWeek, number_by_trip: dict[Assignment, int]) -> VisitMap | None:
    """Place every visit whose home is known; None where no visit has a known place."""
    homes = [
        (trip, number, offender.place)
        for trip, number in number_by_trip.items()
        if (offender := planned_week.offender_by_id.get(trip.offender_id)) and offender.place
    ]
    if not homes:
        return None
    bases = sorted({officer.base for officer in planned_week.force.officers})
    frame = _frame([*bases, *(place for _, _, place in homes)])
    true = [frame.at(place) for _, _, place in homes]
    moved = _push_apart(true, [frame.at(base) for base in bases], frame.height)
    symbols = tuple(
        Symbol(*now, *then, trip.on.weekday(), number, shape_of(trip.on.weekday()), _words(trip, number))
        for (trip, number, _), now, then in zip(homes, moved, true, strict=True)
    )
    step = next((each for each in _STEPS if WIDTH / frame.per_metre / each <= 9), _STEPS[-1])
    return VisitMap(
        height=frame.height,
        eastings=_grid_lines(frame.west, WIDTH / frame.per_metre, step, frame.per_metre),
        northings=_grid_lines(-frame.north, frame.height / frame.per_metre, step, frame.per_metre, -1),
        bases=tuple(frame.at(base) for base in bases),
        symbols=symbols,
        scale_width=round(step * frame.per_metre, 1),
        scale_words=f"{step / 1000:g} km",
    )


def _words(trip: Assignment, number: int) -> str:
    return f"Visit {number}, {WEEKDAYS[trip.on.weekday()]}"


def _frame(places: list[Place]) -> _Frame:
    west, east = (pick(each.easting for each in places) for pick in (min, max))
    south, north = (pick(each.northing for each in places) for pick in (min, max))
    across, up = max(east - west, _NARROWEST_METRES), max(north - south, _NARROWEST_METRES)
    inside = WIDTH - 2 * _MARGIN
    height = min(_TALLEST, max(_SHORTEST, inside * up / across + 2 * _MARGIN))
    per_metre = min(inside / across, (height - 2 * _MARGIN) / up)
    return _Frame(
        west=(west + east) / 2 - WIDTH / per_metre / 2,
        north=(south + north) / 2 + height / per_metre / 2,
        per_metre=per_metre,
        height=round(height, 1),
    )


def _grid_lines(start: float, length: float, step: int, per_metre: float, sign: int = 1) -> tuple[GridLine, ...]:
    first = -(-start // step) * step
    count = int((start + length - first) // step) + 1
    metres = [first + step * index for index in range(count)]
    return tuple(GridLine(round((each - start) * per_metre, 1), f"{sign * each / 1000:g}") for each in metres)


def _push_apart(
    true: list[tuple[float, float]], bases: list[tuple[float, float]], height: float
) -> list[tuple[float, float]]:
    """Move signs that cover each other or a base a little aside, in a fixed order, so always alike."""
    places = [list(each) for each in true]
    fixed = [list(each) for each in bases]
    for _ in range(_ROUNDS):
        is_settled = True
        for index, one in enumerate(places):
            for other in [*places[:index], *fixed]:
                gap = hypot(one[0] - other[0], one[1] - other[1])
                if gap >= _APART:
                    continue
                is_settled = False
                _part(one, other, gap, index, other in fixed)
            one[0] = min(max(one[0], 16.0), WIDTH - 16)
            one[1] = min(max(one[1], 16.0), height - 16)
        if is_settled:
            break
    return [(round(x, 1), round(y, 1)) for x, y in places]


def _part(one: list[float], other: list[float], gap: float, index: int, is_fixed: bool) -> None:
    # Two at one place part along an angle of their own, the golden angle times their turn.
    angle = index * 2.399963
    east, north = ((one[0] - other[0]) / gap, (one[1] - other[1]) / gap) if gap > 0.1 else (cos(angle), sin(angle))
    way = (_APART - gap) / (1 if is_fixed else 2) + 0.1
    one[0], one[1] = one[0] + east * way, one[1] + north * way
    if not is_fixed:
        other[0], other[1] = other[0] - east * way, other[1] - north * way
