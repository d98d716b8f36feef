"""Minutes on the road, by the rule of rules.md under Workload."""

from collections.abc import Mapping

import pytest

from rso_planner.domain.place import Place
from rso_planner.planning.travel import TravelTimes, base_of, home_of

BASE, HOME = base_of("A"), home_of("P")
CORNER = Place(300_000, 400_000)


def make_travel(
    home: Place, table: Mapping[tuple[str, str], int] | None = None, base: Place = CORNER
) -> TravelTimes:
    """The standard policy's travel: detour 1.35, 30 km/h, 5 minutes to park."""
    return TravelTimes(
        place_by_stop={BASE: base, HOME: home, home_of("Q"): home, home_of("A"): home},
        detour=1.35,
        kilometres_an_hour=30.0,
        parking_minutes=5,
        table=table or {},
    )


def test_straight_line_times_detour_at_the_speed_and_parking_at_the_visit() -> None:
    # 10 km x 1.35 at 30 km/h = 27 minutes.
    travel = make_travel(Place(306_000, 408_000))

    assert travel.minutes(BASE, HOME) == 27 + 5


def test_nobody_parks_at_base() -> None:
    assert make_travel(Place(306_000, 408_000)).minutes(HOME, BASE) == 27


def test_the_same_address_takes_no_minutes() -> None:
    travel = make_travel(Place(306_000, 408_000))

    assert travel.minutes(HOME, home_of("Q")) == 0
    assert make_travel(CORNER).minutes(BASE, HOME) == 0


@pytest.mark.parametrize(
    ("metres", "minutes"),
    [(1, 1), (370, 1), (371, 2), (1000, 3), (10_000, 27), (10_001, 28)],
)
def test_a_leg_is_rounded_up_once(metres: int, minutes: int) -> None:
    # 1,000 m x 1.35 at 30 km/h = 2.7 minutes; 370 m are 0.999 and 371 m 1.0017.
    travel = make_travel(Place(300_000 + metres, 400_000))

    assert travel.minutes(HOME, BASE) == minutes
    assert travel.minutes(BASE, HOME) == minutes + 5


def test_a_table_replaces_the_leg_one_way_parking_included() -> None:
    travel = make_travel(Place(306_000, 408_000), {("A", "P"): 12})

    assert travel.minutes(BASE, HOME) == 12
    assert travel.minutes(HOME, BASE) == 27


def test_a_base_and_a_home_may_share_an_identifier() -> None:
    travel = make_travel(Place(306_000, 408_000))

    assert travel.minutes(home_of("A"), BASE) == 27


def test_a_stop_without_a_place_has_no_leg_unless_the_table_has_it() -> None:
    nowhere = home_of("R")

    with pytest.raises(KeyError):
        make_travel(CORNER).minutes(BASE, nowhere)
    assert make_travel(CORNER, {("A", "R"): 9}).minutes(BASE, nowhere) == 9


@pytest.mark.parametrize("table", [{}, {("A", "P"): 12, ("P", "Q"): 3, ("X", "P"): 1}])
def test_the_matrix_gives_the_same_minutes(table: Mapping[tuple[str, str], int]) -> None:
    travel = TravelTimes(
        place_by_stop={
            BASE: CORNER,
            base_of("B"): Place(303_700, 401_111),
            HOME: Place(306_000, 408_000),
            home_of("Q"): Place(306_000, 408_000),
            home_of("S"): Place(300_371, 400_000),
        },
        detour=1.35,
        kilometres_an_hour=30.0,
        parking_minutes=5,
        table=table,
    )
    stops = list(travel.place_by_stop)

    assert travel.matrix(stops) == [[travel.minutes(here, there) for there in stops] for here in stops]


def test_the_matrix_of_many_stops_gives_the_same_minutes() -> None:
    """Made in blocks of rows: no leg is lost or moved at their borders."""
    places = {
        home_of(f"P{n:03}"): Place(300_000 + 731 * n % 40_000, 400_000 + 977 * n % 30_000) for n in range(600)
    }
    travel = TravelTimes(place_by_stop=places, detour=1.35, kilometres_an_hour=30.0, parking_minutes=5)
    stops = list(places)
    matrix = travel.matrix(stops)
    assert [len(row) for row in matrix] == [600] * 600
    for row in (0, 255, 256, 257, 511, 512, 599):
        assert matrix[row] == [travel.minutes(stops[row], there) for there in stops]
