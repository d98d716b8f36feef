"""The master over routes: prices, cuts that it breaks, and what is taken from the pool."""

import numpy as np
import pytest

from rso_planner.planning.orienteering import OrienteeringProblem, Stop, Vehicle
from rso_planner.planning.orienteering.packing import Candidate, pack
from rso_planner.planning.orienteering.prices import UNITS, Prices
from rso_planner.planning.orienteering.route_master import RouteMaster
from rso_planner.planning.orienteering.route_pool import RoutePool

PAIRS = tuple(Candidate(0, route) for route in ((0, 1), (1, 2), (0, 2)))


def triangle(vehicles: int = 3) -> OrienteeringProblem:
    """Three stops of 10 prizes each, with vehicles that can serve any."""
    return OrienteeringProblem(
        stops=tuple(Stop(prize=10, service=1, opens=0, closes=100) for _ in range(3)),
        vehicles=(Vehicle(first_place=3, last_place=3, leaves_at=0, back_by=100),) * vehicles,
        travel=np.ones((4, 4), np.int64),
    )


def test_halves_of_three_routes_break_a_cut_and_the_cut_forbids_them() -> None:
    master = RouteMaster(triangle())
    assert [master.add(pair) for pair in (*PAIRS, PAIRS[0])] == [True, True, True, False]
    optimum, _ = master.solve()
    assert optimum.value == pytest.approx(30)
    assert master.add_cuts(optimum) == 1
    assert master.cuts[0].stops == (0, 1, 2)
    optimum, prices = master.solve()
    assert optimum.value == pytest.approx(20)
    assert prices.cut.tolist() == [20 * UNITS - prices.stop.sum() - 3 * prices.kind[0]]
    assert master.add_cuts(optimum) == 0


def test_a_route_that_comes_after_a_cut_is_in_it() -> None:
    master = RouteMaster(triangle())
    for pair in PAIRS[:2]:
        master.add(pair)
    master.add(PAIRS[2])
    master.add_cuts(master.solve()[0])
    master.add(Candidate(0, (1, 0)))
    master.add(Candidate(0, (2, 1)))
    assert master.solve()[0].value == pytest.approx(20)


def test_no_price_of_a_stop_is_above_its_prize() -> None:
    master = RouteMaster(triangle())
    master.add(Candidate(0, (0, 1, 2)))
    prices = master.solve()[1]
    assert (prices.stop <= 10 * UNITS).all()


def test_the_pool_gives_what_pays_and_nothing_twice() -> None:
    problem = triangle()
    master, pool = RouteMaster(problem), RoutePool(problem)
    pool.add(PAIRS)
    pool.add(PAIRS)
    assert len(pool) == 3
    dear = Prices(stop=np.array([10, 10, 4]) * UNITS, kind=np.array([5 * UNITS]), cut=np.zeros(0, np.int64))
    assert pool.best(dear, 3) == [(PAIRS[1], UNITS), (PAIRS[2], UNITS), (PAIRS[0], -5 * UNITS)]
    assert pool.take_best(master, dear)
    assert master.candidates == PAIRS[1:]
    assert not pool.take_best(master, dear)


def test_prices_are_mixed_and_an_unknown_cut_costs_nothing() -> None:
    new = Prices(stop=np.array([10]), kind=np.array([20]), cut=np.array([8, 8]))
    old = Prices(stop=np.array([20]), kind=np.array([0]), cut=np.array([0]))
    mixed = new.mixed_with(old, 0.75)
    assert (mixed.stop.tolist(), mixed.kind.tolist(), mixed.cut.tolist()) == ([18], [5], [2, 2])


def test_the_best_packing_is_chosen_and_its_bound_is_its_worth() -> None:
    problem = triangle(vehicles=2)
    candidates = [*PAIRS, Candidate(0, (2,))]
    packing = pack(problem, candidates, more_than=20, nodes=10)
    assert set(packing.chosen) == {PAIRS[0], candidates[3]}
    assert packing.bound == 30


def test_a_packing_that_cannot_be_better_proves_the_value_known() -> None:
    assert pack(triangle(vehicles=1), PAIRS, more_than=20, nodes=10).bound == 20
    assert pack(triangle(vehicles=1), PAIRS, more_than=20, nodes=10).chosen == ()
    assert pack(triangle(), (), more_than=0, nodes=10).bound == 0
