"""True routes met by the local search, priced all at once."""

from collections.abc import Iterable

import numpy as np

from rso_planner.planning.orienteering.packing import Candidate
from rso_planner.planning.orienteering.prices import UNITS, Prices
from rso_planner.planning.orienteering.problem import Ints, OrienteeringProblem
from rso_planner.planning.orienteering.route_master import RouteMaster

_TAKEN_AT_ONCE = 60


class RoutePool:
    """Holds routes, each once, and finds those that pay at given prices."""

    def __init__(self, problem: OrienteeringProblem) -> None:
        self._problem = problem
        self._candidates: dict[Candidate, None] = {}
        self._visits: Ints = np.zeros((0, len(problem.stops)), np.int64)

    def __len__(self) -> int:
        return len(self._candidates)

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Add the routes that are new."""
        new = [each for each in dict.fromkeys(candidates) if each not in self._candidates]
        visits = np.zeros((len(new), len(self._problem.stops)), np.int64)
        for row, candidate in enumerate(new):
            visits[row, list(candidate.route)] = 1
        self._candidates.update(dict.fromkeys(new))
        self._visits = np.concatenate([self._visits, visits])

    def best(self, prices: Prices, count: int) -> list[tuple[Candidate, int]]:
        """The routes worth the most above all prices but those of cuts, each with that worth."""
        candidates = list(self._candidates)
        prizes = np.array([stop.prize for stop in self._problem.stops], np.int64) * UNITS
        kinds = np.array([candidate.kind for candidate in candidates], np.int64)
        worth = self._visits @ (prizes - prices.stop) - prices.kind[kinds]
        best_first = np.argsort(-worth, kind="stable")[:count]
        return [(candidates[each], int(worth[each])) for each in best_first]

    def take_best(self, master: RouteMaster, prices: Prices) -> bool:
        """Give the master the routes that pay best; tell whether any was new to it."""
        has_new = False
        for candidate, worth in self.best(prices, _TAKEN_AT_ONCE):
            if worth > master.cost_in_cuts(candidate, prices):
                has_new = master.add(candidate) or has_new
        return has_new
