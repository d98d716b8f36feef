"""A local search for tours, from Python: it can be paused, and keeps the best tours and a pool of routes."""

from collections.abc import Iterator, Sequence

import numpy as np

from rso_planner.planning.orienteering.problem import Ints, OrienteeringProblem, Route
from rso_planner.planning.orienteering.ruin_and_insert import Hunt, Pool, hunt_for_prizes
from rso_planner.planning.orienteering.tours import Ground, Tours, copy_tours, prize_and_travel, retime

_MOST_POOLED = 20_000
_ROAD_WORTH = 0.04
"""What a way of mean length costs, as a share of the mean prize, to prefer the shorter of two like tours."""


class PrizeHunt:
    """Searches for tours worth more; the same seed and the same calls find the same tours."""

    def __init__(self, problem: OrienteeringProblem, seed: int) -> None:
        self._problem = problem
        self._ground = make_ground(problem)
        self._hunt = Hunt(
            now=make_tours(problem, self._ground),
            trial=make_tours(problem, self._ground),
            best=make_tours(problem, self._ground),
            state=np.array([1, 0, 0, 0], np.int64),
            pool=_make_pool(len(problem.stops)),
        )
        self.seed(seed)
        self._mean_prize = sum(stop.prize for stop in problem.stops) / max(1, len(problem.stops))
        self._road_worth = _ROAD_WORTH * self._mean_prize / max(1.0, float(problem.travel.mean()))

    def seed(self, seed: int) -> None:
        """Choose the random numbers of what follows."""
        self._hunt.state[0] = (seed * 2_654_435_761 + 88_172_645) % 4_294_967_291 + 1

    @property
    def prize(self) -> int:
        """The prizes of the best tours."""
        return int(self._hunt.state[2])

    @property
    def routes(self) -> tuple[Route, ...]:
        """The best tours, one for each vehicle."""
        return tuple(_routes(self._hunt.best))

    def pooled_routes(self) -> Iterator[tuple[int, Route]]:
        """Routes of good tours, each with the vehicle that drove it."""
        pool = self._hunt.pool
        for number in range(int(pool.used[0])):
            yield int(pool.vehicle[number]), tuple(pool.stops[number, : pool.length[number]].tolist())

    def take(self, routes: Sequence[Route]) -> None:
        """Go on from these tours, and hold them for the best if they are."""
        tours = make_tours(self._problem, self._ground)
        for tour, route in enumerate(routes):
            tours.length[tour] = len(route)
            tours.place[tour, 1 : len(route) + 1] = route
            tours.tour_of[list(route)] = tour
            retime(self._ground, tours, tour)
        copy_tours(tours, self._hunt.now)
        copy_tours(tours, self._hunt.trial)
        prize = prize_and_travel(self._ground, tours)[0]
        if prize > self.prize:
            copy_tours(tours, self._hunt.best)
            self._hunt.state[2] = prize

    def run(self, work: int, goal: int) -> None:
        """Search once from hot to cold, with so many positions tried, or until the goal is reached."""
        self._hunt.state[1] = 0
        self._hunt.state[3] = goal
        hunt_for_prizes(self._ground, self._hunt, work, self._mean_prize, self._road_worth)


def make_tours(problem: OrienteeringProblem, ground: Ground) -> Tours:
    """A tour without stops for each vehicle."""
    fleet, stops = len(problem.vehicles), len(problem.stops)
    zeros = np.zeros((fleet, stops + 2), np.int64)
    tours = Tours(zeros, zeros.copy(), zeros.copy(), np.zeros(fleet, np.int64), np.full(stops, -1, np.int64))
    for tour in range(fleet):
        retime(ground, tours, tour)
    return tours


def _routes(tours: Tours) -> Iterator[Route]:
    for tour, length in enumerate(tours.length):
        yield tuple(tours.place[tour, 1 : length + 1].tolist())


def make_ground(problem: OrienteeringProblem) -> Ground:
    """The problem as the compiled part needs it."""
    stops = len(problem.stops)
    others = problem.travel.shape[0] - stops
    never = 2**40

    def of_places(values: Sequence[int], elsewhere: int) -> Ints:
        return np.array([*values, *[elsewhere] * others], np.int64)

    def of_vehicles(values: Sequence[int]) -> Ints:
        return np.array(values, np.int64)

    return Ground(
        travel=problem.travel,
        travel_to=np.ascontiguousarray(problem.travel.T),
        service=of_places([stop.service for stop in problem.stops], 0),
        opens=of_places([stop.opens for stop in problem.stops], 0),
        closes=of_places([stop.closes for stop in problem.stops], never),
        prize=of_places([stop.prize for stop in problem.stops], 0),
        first=of_vehicles([vehicle.first_place for vehicle in problem.vehicles]),
        last=of_vehicles([vehicle.last_place for vehicle in problem.vehicles]),
        leaves=of_vehicles([vehicle.leaves_at for vehicle in problem.vehicles]),
        back=of_vehicles([vehicle.back_by for vehicle in problem.vehicles]),
        near=problem.nearest,
    )


def _make_pool(stops: int) -> Pool:
    return Pool(
        stops=np.zeros((_MOST_POOLED, stops), np.int64),
        length=np.zeros(_MOST_POOLED, np.int64),
        vehicle=np.zeros(_MOST_POOLED, np.int64),
        table=np.zeros(4 * _MOST_POOLED, np.int64),
        marks=np.random.default_rng(0).integers(1, 2**62, stops, dtype=np.int64),
        used=np.zeros(1, np.int64),
    )
