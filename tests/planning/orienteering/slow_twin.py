"""Small orienteering problems drawn at random, and plain, slow answers to the questions that the engine asks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

import numpy as np

from rso_planner.planning.orienteering import OrienteeringProblem, Stop, Vehicle
from rso_planner.planning.orienteering.problem import Route


def draw_problem(seed: int, *, stops: int = 8, vehicles: int = 2, is_metric: bool = True) -> OrienteeringProblem:
    """Stops on a square with tight windows, too many for the vehicles, which differ from seed to seed."""
    random = Random(seed)
    places = [(random.randint(0, 60), random.randint(0, 60)) for _ in range(stops + 2)]
    travel = np.array(
        [[int(((x - u) ** 2 + (y - v) ** 2) ** 0.5) + 1 for u, v in places] for x, y in places], np.int64
    )
    if not is_metric:
        travel = np.array([[random.randint(0, 50) for _ in places] for _ in places], np.int64)
    opens = [random.randint(0, 120) for _ in range(stops)]
    return OrienteeringProblem(
        stops=tuple(
            Stop(
                prize=random.randint(1, 30),
                service=random.choice((0, 5, 10)) if not is_metric else 10,
                opens=each,
                closes=each + random.randint(0, 60),
            )
            for each in opens
        ),
        vehicles=tuple(
            Vehicle(
                first_place=stops + random.randint(0, 1),
                last_place=stops + random.randint(0, 1),
                leaves_at=random.choice((0, 0, 20)),
                back_by=random.choice((120, 160, 160)),
            )
            for _ in range(vehicles)
        ),
        travel=travel,
    )


def times(problem: OrienteeringProblem, vehicle: Vehicle, route: Route) -> list[int] | None:
    """When service starts at each stop of a route, or none if the route comes too late."""
    starts = []
    time, place = vehicle.leaves_at, vehicle.first_place
    for stop in route:
        time = max(time + int(problem.travel[place, stop]), problem.stops[stop].opens)
        if time > problem.stops[stop].closes:
            return None
        starts.append(time)
        time, place = time + problem.stops[stop].service, stop
    return starts if time + problem.travel[place, vehicle.last_place] <= vehicle.back_by else None


def every_route(problem: OrienteeringProblem, vehicle: Vehicle) -> Iterator[Route]:
    """Every route of one vehicle that keeps the times and serves no stop twice."""

    def longer(route: Route) -> Iterator[Route]:
        for stop in range(len(problem.stops)):
            if stop not in route:
                extended = (*route, stop)
                if times(problem, vehicle, extended) is not None:
                    yield extended
                if _is_in_time(problem, vehicle, extended):
                    yield from longer(extended)

    yield from longer(())


def _is_in_time(problem: OrienteeringProblem, vehicle: Vehicle, route: Route) -> bool:
    """Tell whether the vehicle reaches the last stop in time, whether it then comes home or not."""
    late = Vehicle(
        first_place=vehicle.first_place,
        last_place=vehicle.last_place,
        leaves_at=vehicle.leaves_at,
        back_by=10**6,
    )
    return times(problem, late, route) is not None


def best_prize(problem: OrienteeringProblem) -> int:
    """The most that all vehicles together can gather, by trying every set of stops for every vehicle."""
    worth = [_prize_by_set(problem, vehicle) for vehicle in problem.vehicles]

    @cache
    def best(vehicle: int, taken: int) -> int:
        if vehicle == len(worth):
            return 0
        with_route = (
            prize + best(vehicle + 1, taken | stops)
            for stops, prize in worth[vehicle].items()
            if not stops & taken
        )
        return max(best(vehicle + 1, taken), max(with_route, default=0))

    return best(0, 0)


def _prize_by_set(problem: OrienteeringProblem, vehicle: Vehicle) -> Mapping[int, int]:
    return {sum(1 << stop for stop in route): problem.prize_of(route) for route in every_route(problem, vehicle)}


def best_relaxed_value(
    problem: OrienteeringProblem,
    vehicle: Vehicle,
    members: Sequence[Sequence[int]],
    values: Sequence[int],
    cuts: Sequence[tuple[tuple[int, int, int], int]],
) -> int:
    """The most that a route is worth that may repeat a stop which it no longer remembers.

    `members` are the stops that each stop remembers, `values` what a visit is worth, `cuts` three stops each with
    what every second visit to any of them costs.
    """

    def best(route: Route, known: frozenset[int], worth: int) -> int:
        most = worth - _cost(route, cuts) if times(problem, vehicle, route) is not None else 0
        for stop in range(len(problem.stops)):
            extended = (*route, stop)
            if stop in known or (route and route[-1] == stop) or not _is_in_time(problem, vehicle, extended):
                continue
            most = max(most, best(extended, known & frozenset(members[stop]) | {stop}, worth + values[stop]))
        return most

    return best((), frozenset(), 0)


def _cost(route: Route, cuts: Sequence[tuple[tuple[int, int, int], int]]) -> int:
    return sum(sum(route.count(stop) for stop in three) // 2 * cost for three, cost in cuts)
