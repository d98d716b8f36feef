"""The local search: tours stay within the times, and it finds, repeats, pools and takes over what it should."""

from itertools import pairwise

import numpy as np
import pytest

from rso_planner.planning.orienteering.hunting import PrizeHunt
from rso_planner.planning.orienteering.problem import OrienteeringProblem
from tests.planning.orienteering.slow_twin import best_prize, draw_problem, times

NEVER = 10**9


def check_tours(problem: OrienteeringProblem, hunt: PrizeHunt) -> None:
    """Every best tour keeps the times, and the prize is theirs."""
    served = [stop for route in hunt.routes for stop in route]
    assert len(served) == len(set(served))
    assert hunt.prize == problem.prize_of(tuple(served))
    for vehicle, route in zip(problem.vehicles, hunt.routes, strict=True):
        assert not route or times(problem, vehicle, route) is not None


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("is_metric", [True, False])
def test_the_search_finds_the_best_of_a_small_problem(seed: int, is_metric: bool) -> None:
    problem = draw_problem(seed, is_metric=is_metric)
    hunt = PrizeHunt(problem, seed)
    hunt.run(100_000, NEVER)
    check_tours(problem, hunt)
    assert hunt.prize == best_prize(problem)


def test_every_pooled_route_keeps_the_times_and_no_two_serve_the_same() -> None:
    problem = draw_problem(5, stops=25, vehicles=3)
    hunt = PrizeHunt(problem, 5)
    hunt.run(100_000, NEVER)
    check_tours(problem, hunt)
    pooled = list(hunt.pooled_routes())
    assert len(pooled) > 3
    assert all(times(problem, problem.vehicles[vehicle], route) is not None for vehicle, route in pooled)
    assert len({frozenset(route) for _, route in pooled}) == len(pooled)


def test_the_same_seed_searches_the_same_way_and_another_does_not() -> None:
    problem = draw_problem(2, stops=30, vehicles=3)

    def trace(seed: int) -> list[tuple[int, tuple[int, ...]]]:
        hunt = PrizeHunt(problem, seed)
        hunt.run(30_000, NEVER)
        return list(hunt.pooled_routes())

    assert trace(1) == trace(1)
    assert trace(1) != trace(2)


def test_the_search_stops_at_its_goal() -> None:
    problem = draw_problem(3, stops=30, vehicles=2)
    hunt = PrizeHunt(problem, 0)
    hunt.run(10**12, 40)
    assert hunt.prize >= 40


def test_better_tours_from_elsewhere_are_taken_over_and_worse_ones_leave_the_best() -> None:
    problem = draw_problem(3, stops=30, vehicles=2)
    good, new = PrizeHunt(problem, 0), PrizeHunt(problem, 1)
    good.run(100_000, NEVER)
    new.take(good.routes)
    assert (new.prize, new.routes) == (good.prize, good.routes)
    new.take(((), ()))
    assert new.routes == good.routes
    new.run(20_000, NEVER)
    check_tours(problem, new)


def test_latest_starts_are_the_mirror_of_earliest_ones() -> None:
    """A tour put off to its latest starts keeps the times; a unit later at any stop, and it does not."""
    from rso_planner.planning.orienteering.hunting import make_ground, make_tours
    from rso_planner.planning.orienteering.tours import insert_stop

    problem = draw_problem(1, stops=12, vehicles=1)
    hunt = PrizeHunt(problem, 1)
    hunt.run(50_000, NEVER)
    route = hunt.routes[0]
    assert len(route) >= 2
    ground = make_ground(problem)
    tours = make_tours(problem, ground)
    for after, stop in enumerate(route):
        insert_stop(ground, tours, 0, after, stop)
    assert tours.start[0, 1 : len(route) + 1].tolist() == times(problem, problem.vehicles[0], route)
    for at in range(1, len(route) + 1):
        latest = int(tours.latest[0, at])
        assert _can_start(problem, route[at - 1 :], latest)
        assert not _can_start(problem, route[at - 1 :], latest + 1)


def _can_start(problem: OrienteeringProblem, rest: tuple[int, ...], time: int) -> bool:
    """Tell whether a vehicle that starts at the first of these stops at that time keeps all times after."""
    for here, after in pairwise(rest):
        if time > problem.stops[here].closes:
            return False
        time += problem.stops[here].service + int(problem.travel[here, after])
        time = max(time, problem.stops[after].opens)
    last = problem.stops[rest[-1]]
    home = int(problem.travel[rest[-1], problem.vehicles[0].last_place])
    return time <= last.closes and time + last.service + home <= problem.vehicles[0].back_by


def test_numbers_drawn_lie_between_nought_and_one() -> None:
    from rso_planner.planning.orienteering.ruin_and_insert import draw

    state = np.array([1, 0, 0, 0], np.int64)
    drawn = [draw(state) for _ in range(2_000)]
    assert 0 <= min(drawn) < 0.01
    assert 0.99 < max(drawn) < 1
    assert sum(drawn) / len(drawn) == pytest.approx(0.5, abs=0.03)
