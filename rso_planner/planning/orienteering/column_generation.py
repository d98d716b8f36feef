"""A bound on all answers, and good routes, by column generation.

The bound is Lagrange's: for any prices, the prices of all stops and cuts, and for every vehicle the most that a
route is worth above them. It holds at each round, whether the generation has ended or not.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from rso_planner.planning.orienteering.labels import make_labels
from rso_planner.planning.orienteering.packing import Candidate
from rso_planner.planning.orienteering.prices import UNITS, Prices
from rso_planner.planning.orienteering.pricing import (
    Cut,
    RouteMemory,
    RoutePricer,
)
from rso_planner.planning.orienteering.problem import OrienteeringProblem
from rso_planner.planning.orienteering.route_master import RouteMaster
from rso_planner.planning.orienteering.route_pool import RoutePool

_REMEMBERED_AT_FIRST = 8
_SMOOTHING = 0.7
_LEAST_SMOOTHING = 0.3
_SMALL_PART = 4
# What a column costs in a solve of the master, in labels with their extensions.
_WORK_OF_A_COLUMN = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenBound:
    """A bound in parts of a prize, the prices that prove it and the most that a route of each kind is worth."""

    total: int
    prices: Prices
    most: tuple[int, ...]
    cuts: tuple[Cut, ...]


class ColumnGeneration:
    """Generates routes until no better one is left, then sharpens memory and cuts, and goes on."""

    def __init__(self, problem: OrienteeringProblem, label_room: int) -> None:
        self._problem = problem
        self._room = label_room
        self._labels = make_labels(label_room)
        self._pricers = [RoutePricer(problem, vehicle, self._labels) for vehicle, _ in problem.kinds]
        self._memory = RouteMemory(problem, _REMEMBERED_AT_FIRST)
        self._arrays = self._memory.as_arrays()
        self._pool = RoutePool(problem)
        self.master = RouteMaster(problem)
        self.proven: ProvenBound | None = None
        self._tried_with: tuple[int, ProvenBound] | None = None
        self.work = 0
        self.is_exhausted = False

    @property
    def bound(self) -> int:
        """The most that any answer can be worth, as a multiple of the prizes' step."""
        step = self._problem.prize_step
        worth_all = sum(stop.prize for stop in self._problem.stops)
        return worth_all if self.proven is None else min(worth_all, self.proven.total // UNITS // step * step)

    def offer(self, candidates: Iterable[Candidate]) -> None:
        """Let the master take these true routes when they pay."""
        self._pool.add(candidates)

    def run(self, until: int, may_go_on: Callable[[int], bool]) -> None:
        """Go on until so much work is done, nothing is left to do, or the caller, told the bound, says stop."""
        while self.work < until and not self.is_exhausted and may_go_on(self.bound):
            _, prices = self.master.solve()
            self.work += _WORK_OF_A_COLUMN * len(self.master.candidates)
            if self._find_columns(prices):
                continue
            self.is_exhausted = self.is_exhausted or not self._sharpen()

    def find_every_route(self, more_than: int, most_routes: int) -> list[Candidate] | None:
        """Every route that an answer worth more than `more_than` can hold, or none if there are too many."""
        if self.proven is None:
            return None
        slack = self.proven.total - (more_than + self._problem.prize_step) * UNITS
        if self._tried_with == (slack, self.proven):
            return None
        self._tried_with = (slack, self.proven)
        every: list[Candidate] = []
        for kind, (pricer, most) in enumerate(zip(self._pricers, self.proven.most, strict=True)):
            routes = pricer.find_every_route(
                self.proven.prices, most - slack - 1, self.proven.cuts, most_routes - len(every)
            )
            if routes is None:
                return None
            every.extend(Candidate(kind, route) for route in routes)
        return every

    def promising(self, most_visits: int) -> list[Candidate]:
        """The true routes of the master and of those offered that are worth the most, up to so many visits."""
        self._pool.add(each for each in self.master.candidates if len(set(each.route)) == len(each.route))
        _, prices = self.master.solve()
        best = [candidate for candidate, _ in self._pool.best(prices, most_visits)]
        visits = accumulate(len(candidate.route) for candidate in best)
        return [candidate for candidate, total in zip(best, visits, strict=True) if total <= most_visits]

    def _find_columns(self, prices: Prices) -> bool:
        """Look for new routes, the quick ways first; tell whether the master has any."""
        if self._pool.take_best(self.master, prices):
            return True
        share = _SMOOTHING if self.proven else 0.0
        while True:
            smooth = self._smooth(prices, share)
            has_new, is_exact = self._price(smooth, is_loose=False, room=self._room // _SMALL_PART)
            if not is_exact and not has_new:
                has_new, _ = self._price(smooth, is_loose=True, room=self._room)
                if not has_new:
                    has_new, is_exact = self._price(smooth, is_loose=False, room=self._room)
                    self.is_exhausted = not is_exact and not has_new
            if has_new or share == 0.0 or self.is_exhausted:
                return has_new
            share = share / 2 if share > _LEAST_SMOOTHING else 0.0

    def _smooth(self, prices: Prices, share: float) -> Prices:
        return prices if self.proven is None else prices.mixed_with(self.proven.prices, share)

    def _price(self, prices: Prices, *, is_loose: bool, room: int) -> tuple[bool, bool]:
        """Price every kind of vehicle and keep the bound if it is better.

        Tells whether there are new routes, and whether the best of all were found.
        """
        has_new, is_exact = False, True
        total = int(prices.stop.sum() + prices.cut.sum())
        most = []
        for kind, (pricer, (_, count)) in enumerate(zip(self._pricers, self._problem.kinds, strict=True)):
            priced = pricer.price(
                prices, int(prices.kind[kind]), self.master.cuts, self._arrays, is_loose=is_loose, room=room
            )
            self.work += priced.work
            is_exact = is_exact and priced.is_exact
            most.append(max(0, priced.most))
            total += count * most[-1]
            for route in priced.routes:
                has_new = self.master.add(Candidate(kind, route)) or has_new
        if self.proven is None or total < self.proven.total:
            self.proven = ProvenBound(total=total, prices=prices, most=tuple(most), cuts=tuple(self.master.cuts))
        return has_new, is_exact

    def _sharpen(self) -> bool:
        """Remember what the optimum repeats, else cut it off; tell whether anything could be done."""
        optimum, _ = self.master.solve()
        routes = [candidate.route for candidate, _ in self.master.used(optimum)]
        if any([self._memory.widen_along(route) for route in routes]):
            self._arrays = self._memory.as_arrays()
            self.master.close([each for each in self.master.candidates if not self._memory.allows(each.route)])
            return True
        return self.master.add_cuts(optimum) > 0
