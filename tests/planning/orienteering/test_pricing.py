"""Pricing by labels against the slow twin: the most that a route is worth, and every route above a threshold."""

from random import Random

import numpy as np
import pytest

from rso_planner.planning.orienteering.labels import make_labels
from rso_planner.planning.orienteering.prices import UNITS, Prices
from rso_planner.planning.orienteering.pricing import Cut, PricedRoutes, RouteMemory, RoutePricer
from rso_planner.planning.orienteering.problem import OrienteeringProblem
from tests.planning.orienteering.slow_twin import best_relaxed_value, draw_problem, every_route, times

ROOM = 100_000
CUTS = (Cut(stops=(0, 1, 2)), Cut(stops=(1, 3, 4)), Cut(stops=(2, 4, 5)))


def draw_prices(problem: OrienteeringProblem, seed: int) -> Prices:
    """Some stops cost nothing, some all that they are worth."""
    random = Random(seed)
    prizes = [stop.prize for stop in problem.stops]
    return Prices(
        stop=np.array([random.choice((0, prize // 3, prize // 2, prize)) * UNITS for prize in prizes], np.int64),
        kind=np.zeros(len(problem.kinds), np.int64),
        cut=np.array([random.choice((0, 2, 5)) * UNITS for _ in CUTS], np.int64),
    )


def price(problem: OrienteeringProblem, prices: Prices, memory: RouteMemory, room: int = ROOM) -> PricedRoutes:
    """The best routes of the first vehicle, whose own price is nothing."""
    pricer = RoutePricer(problem, problem.vehicles[0], make_labels(room))
    return pricer.price(prices, 0, CUTS, memory.as_arrays(), is_loose=False, room=room)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("is_metric", [True, False])
@pytest.mark.parametrize("remembered", [1, 3, 7])
def test_the_best_route_is_that_of_the_slow_twin(seed: int, is_metric: bool, remembered: int) -> None:
    problem = draw_problem(seed, stops=7, is_metric=is_metric)
    prices = draw_prices(problem, seed)
    memory = RouteMemory(problem, remembered)
    values = [stop.prize * UNITS - int(cost) for stop, cost in zip(problem.stops, prices.stop, strict=True)]
    cuts = [(cut.stops, int(cost)) for cut, cost in zip(CUTS, prices.cut, strict=True)]
    best = best_relaxed_value(problem, problem.vehicles[0], memory.members, values, cuts)

    priced = price(problem, prices, memory)
    assert priced.is_exact
    assert priced.most == pytest.approx(best, abs=UNITS // 100_000)
    assert all(times(problem, problem.vehicles[0], route) is not None for route in priced.routes)


def test_a_room_that_is_full_gives_a_bound_that_is_too_high_at_worst() -> None:
    problem = draw_problem(4, stops=20)
    prices = Prices(stop=np.zeros(20, np.int64), kind=np.zeros(2, np.int64), cut=np.zeros(3, np.int64))
    memory = RouteMemory(problem, 9)
    whole, cramped = price(problem, prices, memory), price(problem, prices, memory, room=9)
    assert whole.is_exact
    assert not cramped.is_exact
    assert cramped.most >= whole.most


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("is_metric", [True, False])
def test_every_route_above_a_threshold_is_found(seed: int, is_metric: bool) -> None:
    problem = draw_problem(seed, stops=7, is_metric=is_metric)
    prices = draw_prices(problem, seed)
    vehicle = problem.vehicles[0]

    def worth(route: tuple[int, ...]) -> int:
        at_stops = sum(problem.stops[stop].prize * UNITS - int(prices.stop[stop]) for stop in route)
        at_cuts = zip(CUTS, prices.cut, strict=True)
        return at_stops - sum(cut.coefficient(route) * int(cost) for cut, cost in at_cuts)

    every = {tuple(sorted(route)): worth(route) for route in every_route(problem, vehicle)}
    threshold = sorted(every.values())[len(every) // 2] if every else 0
    wanted = {stops for stops, value in every.items() if value > threshold}

    pricer = RoutePricer(problem, vehicle, make_labels(ROOM))
    found = pricer.find_every_route(prices, threshold, CUTS, ROOM)
    assert found is not None
    assert {tuple(sorted(route)) for route in found} == wanted
    assert all(times(problem, vehicle, route) is not None for route in found)


def test_too_many_routes_are_none() -> None:
    problem = draw_problem(1, stops=9)
    pricer = RoutePricer(problem, problem.vehicles[0], make_labels(ROOM))
    assert pricer.find_every_route(draw_prices(problem, 1), -1, CUTS, 1) is None


def test_what_a_route_repeats_is_remembered_all_along() -> None:
    memory = RouteMemory(draw_problem(0, stops=6), 1)
    repeated = (0, 1, 2, 0, 3)
    assert memory.allows(repeated)
    assert memory.widen_along(repeated)
    assert not memory.allows(repeated)
    assert not memory.allows((0, 2, 1, 0))
    assert memory.allows((0, 3, 0)), "3 has no reason to remember 0"
    assert not memory.widen_along(repeated), "there is nothing more to remember"


def test_a_cut_counts_every_second_visit() -> None:
    cut = Cut(stops=(1, 2, 3))
    assert [cut.coefficient(route) for route in ((1,), (1, 2), (1, 5, 3, 2), (1, 2, 1, 3))] == [0, 1, 1, 2]
