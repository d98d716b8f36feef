"""The linear master over routes: each stop once, each kind of vehicle as often as there are, and cuts."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from rso_planner.planning.column_master import ColumnMaster, MasterOptimum
from rso_planner.planning.orienteering.packing import Candidate
from rso_planner.planning.orienteering.prices import UNITS, Prices
from rso_planner.planning.orienteering.pricing import MOST_CUTS, Cut
from rso_planner.planning.orienteering.problem import Ints, OrienteeringProblem

_USED = 1e-6
_LEAST_VIOLATION = 0.03
_CUTS_A_ROUND = 8


class RouteMaster:
    """Holds routes as columns, adds cuts, and gives prices."""

    def __init__(self, problem: OrienteeringProblem) -> None:
        self._problem = problem
        self._master = ColumnMaster()
        self._kinds = [self._master.add_row(upper=count) for _, count in problem.kinds]
        self._stops = [self._master.add_row(upper=1.0) for _ in problem.stops]
        self._cut_rows: list[int] = []
        self._columns: dict[Candidate, int] = {}
        self.cuts: list[Cut] = []

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All routes so far, in the order in which they came."""
        return tuple(self._columns)

    def add(self, candidate: Candidate) -> bool:
        """Add a route, unless it is there already."""
        if candidate in self._columns:
            return False
        coefficients = {self._kinds[candidate.kind]: 1.0}
        for stop in candidate.route:
            row = self._stops[stop]
            coefficients[row] = coefficients.get(row, 0.0) + 1.0
        for row, cut in zip(self._cut_rows, self.cuts, strict=True):
            if cut.coefficient(candidate.route):
                coefficients[row] = float(cut.coefficient(candidate.route))
        self._columns[candidate] = self._master.add_column(self._problem.prize_of(candidate.route), coefficients)
        return True

    def cost_in_cuts(self, candidate: Candidate, prices: Prices) -> int:
        """What the cuts cost a route."""
        costs = zip(self.cuts, prices.cut, strict=True)
        return sum(cut.coefficient(candidate.route) * int(cost) for cut, cost in costs if cost)

    def close(self, candidates: Sequence[Candidate]) -> None:
        """Let no solution use these routes any more."""
        for candidate in candidates:
            self._master.close_column(self._columns[candidate])

    def solve(self) -> tuple[MasterOptimum, Prices]:
        """Solve the relaxation; its prices are rounded to whole parts."""
        optimum = self._master.solve()
        whole = np.rint(np.maximum(0.0, np.array(optimum.prices)) * UNITS).astype(np.int64)
        most = np.array([stop.prize for stop in self._problem.stops], np.int64) * UNITS
        return optimum, Prices(
            stop=np.minimum(whole[self._stops], most),
            kind=whole[self._kinds],
            cut=whole[self._cut_rows],
        )

    def used(self, optimum: MasterOptimum) -> Iterator[tuple[Candidate, float]]:
        """The routes that the optimum uses, with their shares."""
        for candidate, column in self._columns.items():
            if optimum.shares[column] > _USED:
                yield candidate, optimum.shares[column]

    def add_cuts(self, optimum: MasterOptimum) -> int:
        """Add the cuts that the optimum breaks most, and say how many."""
        used = [(candidate, share) for candidate, share in self.used(optimum) if share < 1 - _USED]
        room = min(_CUTS_A_ROUND, MOST_CUTS - len(self.cuts))
        broken = sorted(_broken_cuts(used, len(self._stops)), key=lambda each: (-each[0], each[1].stops))
        for _, cut in broken[: max(0, room)]:
            coefficients = {
                column: float(cut.coefficient(candidate.route))
                for candidate, column in self._columns.items()
                if cut.coefficient(candidate.route)
            }
            self._cut_rows.append(self._master.add_row(upper=1.0, coefficients=coefficients))
            self.cuts.append(cut)
        return min(room, len(broken))


def _broken_cuts(used: Sequence[tuple[Candidate, float]], stops: int) -> Iterator[tuple[float, Cut]]:
    visits: Ints = np.zeros((len(used), stops), np.int64)
    for number, (candidate, _) in enumerate(used):
        for stop in candidate.route:
            visits[number, stop] += 1
    shares = np.array([share for _, share in used])
    together = (np.minimum(visits, 1) * shares[:, None]).T @ np.minimum(visits, 1)
    np.fill_diagonal(together, 0.0)
    partners = [np.nonzero(row > _USED)[0].tolist() for row in together]
    triples = {
        tuple(sorted((stop, one, other)))
        for stop in range(stops)
        for one, other in combinations(partners[stop], 2)
    }
    for first, second, third in sorted(triples):
        pairs = together[first, second] + together[first, third] + together[second, third]
        if pairs <= 1 + _LEAST_VIOLATION:
            continue
        over = float(shares @ (visits[:, [first, second, third]].sum(axis=1) // 2)) - 1
        if over > _LEAST_VIOLATION:
            yield over, Cut(stops=(first, second, third))
