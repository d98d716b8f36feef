"""PyVRP on a team orienteering instance with time windows: each customer an optional client with its prize."""

import time

import pyvrp

from rso_planner.planning.orienteering import OrienteeringProblem

# A unit of road costs a little, so that PyVRP prefers the shorter of two tours with the same prizes, as ours does.
_PARTS_OF_A_PRIZE = 100


class CpuTime:
    """Tells PyVRP to stop after so many seconds of its own process, whatever else the machine does."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.process_time() + seconds

    def __call__(self, _best_cost: float) -> bool:
        """Tell whether the time is over."""
        return time.process_time() >= self._ends_at


def solve_by_pyvrp(problem: OrienteeringProblem, seconds: float, seed: int) -> list[list[int]]:
    """The routes that PyVRP finds, as the stops' numbers."""
    first, stops = problem.vehicles[0], len(problem.stops)
    order = [first.first_place, *range(stops)]
    travel = problem.travel[order][:, order].copy()
    data = pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0) for _ in order],
        clients=[
            pyvrp.Client(
                location=1 + number,
                service_duration=stop.service,
                tw_early=stop.opens,
                tw_late=stop.closes,
                prize=stop.prize * _PARTS_OF_A_PRIZE,
                required=False,
            )
            for number, stop in enumerate(problem.stops)
        ],
        depots=[pyvrp.Depot(0)],
        vehicle_types=[
            pyvrp.VehicleType(num_available=len(problem.vehicles), tw_early=first.leaves_at, tw_late=first.back_by)
        ],
        distance_matrices=[travel // 10],
        duration_matrices=[travel],
    )
    best = pyvrp.solve(data, CpuTime(seconds), seed=seed, collect_stats=False).best
    if not best.is_feasible():
        return []
    return [[stop.idx for stop in route.schedule() if stop.is_client()] for route in best.routes()]
