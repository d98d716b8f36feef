"""The orienteering engine against plain enumeration: the prize, the bound, and the same answer each time."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from rso_planner.planning.orienteering import OrienteeringAnswer, OrienteeringProblem, Stop, Vehicle
from rso_planner.planning.orienteering.solve_orienteering import Effort, solve_with_effort
from tests.planning.orienteering.slow_twin import best_prize, draw_problem, times

SMALL = Effort(positions=40_000, extensions=4_000_000, nodes=50, rounds=2, label_room=50_000)


def broken_rules(problem: OrienteeringProblem, answer: OrienteeringAnswer) -> list[str]:
    """What is wrong with an answer."""
    served = [stop for route in answer.routes for stop in route]
    found = []
    if len(answer.routes) != len(problem.vehicles):
        found.append("not one route a vehicle")
    if len(served) != len(set(served)):
        found.append("a stop is served twice")
    if sum(problem.prize_of(route) for route in answer.routes) != answer.prize:
        found.append("the prize is not that of the routes")
    for vehicle, route in zip(problem.vehicles, answer.routes, strict=True):
        if route and times(problem, vehicle, route) is None:
            found.append(f"{route} is late")
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("is_metric", [True, False])
def test_small_problems_are_solved_like_by_enumeration(seed: int, is_metric: bool) -> None:
    problem = draw_problem(seed, vehicles=1 + seed % 3, is_metric=is_metric)
    answer = solve_with_effort(problem, SMALL, seed=seed)
    best = best_prize(problem)
    assert broken_rules(problem, answer) == []
    assert answer.prize == best
    assert answer.bound >= best


@pytest.mark.parametrize("seed", range(6))
def test_no_answer_exceeds_the_bound_however_little_is_done(seed: int) -> None:
    problem = draw_problem(seed, vehicles=2)
    least = Effort(positions=1, extensions=1, nodes=1, rounds=1, label_room=60)
    answer = solve_with_effort(problem, least, seed=seed)
    assert broken_rules(problem, answer) == []
    assert answer.prize <= best_prize(problem) <= answer.bound


def test_the_bound_closes_where_routes_overlap() -> None:
    """Three stops, two of which fit a route, two vehicles of which each could take any two."""
    far = 100
    travel = np.array([[0, 10, 10, far], [10, 0, 10, far], [10, 10, 0, far], [far, far, far, 0]], np.int64)
    problem = OrienteeringProblem(
        stops=tuple(Stop(prize=7, service=10, opens=0, closes=500) for _ in range(3)),
        vehicles=(Vehicle(first_place=3, last_place=3, leaves_at=0, back_by=2 * far + 30),),
        travel=travel,
    )
    answer = solve_with_effort(problem, SMALL, seed=0)
    assert (answer.prize, answer.bound) == (14, 14)
    assert answer.gap == 0


def test_without_a_stop_in_reach_nothing_is_gathered() -> None:
    travel = np.array([[0, 90], [90, 0]], np.int64)
    problem = OrienteeringProblem(
        stops=(Stop(prize=5, service=0, opens=0, closes=500),),
        vehicles=(Vehicle(first_place=1, last_place=1, leaves_at=0, back_by=100),),
        travel=travel,
    )
    answer = solve_with_effort(problem, SMALL, seed=0)
    assert (answer.routes, answer.prize, answer.bound) == (((),), 0, 0)


_ONCE = """
import json
from rso_planner.planning.orienteering.solve_orienteering import Effort, solve_with_effort
from tests.planning.orienteering.slow_twin import draw_problem
effort = Effort(positions=3_000, extensions=200_000, nodes=20, rounds=1, label_room=20_000)
answer = solve_with_effort(draw_problem(3, stops=14), effort, seed=5)
print(json.dumps([answer.routes, answer.prize, answer.bound]))
"""


def _answer_of_a_process(**environment: str) -> object:
    ran = subprocess.run(
        [sys.executable, "-c", _ONCE],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def test_other_processes_give_the_same_answer_compiled_or_not() -> None:
    one = _answer_of_a_process(PYTHONHASHSEED="1")
    assert _answer_of_a_process(PYTHONHASHSEED="2") == one
    assert _answer_of_a_process(NUMBA_DISABLE_JIT="1") == one


def test_a_vehicle_must_start_at_a_place_of_its_own() -> None:
    with pytest.raises(ValueError, match="after the stops"):
        OrienteeringProblem(
            stops=(Stop(prize=1, service=0, opens=0, closes=1),),
            vehicles=(Vehicle(first_place=0, last_place=1, leaves_at=0, back_by=1),),
            travel=np.zeros((2, 2), np.int64),
        )
