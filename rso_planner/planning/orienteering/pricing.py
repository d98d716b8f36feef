"""The best routes of a kind of vehicle under given prices, and what the best of all can be worth at most."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rso_planner.planning.orienteering.every_route import grow_every_route, make_served
from rso_planner.planning.orienteering.labels import (
    Follow,
    Labels,
    Memory,
    Offer,
    Region,
    grow_labels,
    make_labels,
    most_that_follows,
)
from rso_planner.planning.orienteering.prices import UNITS, Prices
from rso_planner.planning.orienteering.problem import Ints, OrienteeringProblem, Route, Vehicle

MOST_REMEMBERED = 40
MOST_CUTS = 60
_BUCKETS = 500
_ROUTES_A_ROUND = 80
_ROOM_FOR_EVERY_ROUTE = 400_000
# Routes are sought near the most that the relaxation without memory allows first, and only then near the price.
_THRESHOLDS = (0.9, 0.7, 0.45, 0.2, 0.0)
_WORTH_ADDING = UNITS // 100_000
_QUICKER_THAN_LABELS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Of any three stops, at most one route of a solution serves two or more."""

    stops: tuple[int, int, int]

    def coefficient(self, route: Route) -> int:
        """How often a route makes use of the one."""
        return sum(route.count(stop) for stop in self.stops) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedRoutes:
    """Routes worth more than the price of their vehicle, best first, and the most that any route is worth.

    That is sharp only if `is_exact`; `work` counts labels with their extensions.
    """

    routes: tuple[Route, ...]
    most: int
    is_exact: bool
    work: int


class RouteMemory:
    """For each stop, the stops that a route which comes by remembers: the nearest at first, more where needed."""

    def __init__(self, problem: OrienteeringProblem, size: int) -> None:
        self.members: list[list[int]] = problem.nearest[:, :size].tolist()
        self._stops = len(problem.stops)

    def widen_along(self, route: Route) -> bool:
        """Make every stop between the two visits of a stop remember it; tell whether there was room."""
        last: dict[int, int] = {}
        has_widened = False
        for at, stop in enumerate(route):
            for between in route[last.get(stop, at) + 1 : at]:
                members = self.members[between]
                if stop not in members and len(members) < MOST_REMEMBERED:
                    members.append(stop)
                    has_widened = True
            last[stop] = at
        return has_widened

    def allows(self, route: Route) -> bool:
        """Tell whether a route repeats no stop that it still remembers."""
        known: set[int] = set()
        for stop in route:
            if stop in known:
                return False
            known = (known & set(self.members[stop])) | {stop}
        return True

    def as_arrays(self) -> Memory:
        """The same for the compiled part."""
        members = np.zeros((self._stops, MOST_REMEMBERED), np.int64)
        position = np.full((self._stops, self._stops), -1, np.int64)
        for stop, row in enumerate(self.members):
            members[stop, : len(row)] = row
            position[stop, row] = np.arange(len(row))
        return Memory(members, np.array([len(row) for row in self.members], np.int64), position)


class RoutePricer:
    """Prices routes of one kind of vehicle; the room for labels is shared with the pricers of other kinds."""

    def __init__(self, problem: OrienteeringProblem, vehicle: Vehicle, labels: Labels) -> None:
        self._prizes = np.array([stop.prize for stop in problem.stops], np.int64)
        self._labels = labels
        self._region, self._is_slow_enough = _make_region(problem, vehicle)
        buckets = int(self._region.closes.max(initial=0)) // self._region.width + 1
        shape = (len(problem.stops), buckets)
        self._follow = Follow(np.zeros(shape, np.int64), np.zeros(shape, np.int32), np.zeros(shape, np.int64))
        self._found = np.zeros(_ROUTES_A_ROUND, np.int64)

    def price(
        self, prices: Prices, kind_price: int, cuts: Sequence[Cut], memory: Memory, *, is_loose: bool, room: int
    ) -> PricedRoutes:
        """The best routes that pay their stops, cuts and vehicle, with no more labels than there is room for.

        If loose, some good ones, quickly.
        """
        offer = self._offer(prices, cuts)
        ceiling = most = self._most_of_all(offer)
        floor = kind_price + _WORTH_ADDING
        work = self._follow.most.size * len(self._prizes) // _QUICKER_THAN_LABELS
        values = np.zeros(_ROUTES_A_ROUND, np.int64)
        for share in _THRESHOLDS:
            threshold = floor + int(share * max(0, ceiling - floor))
            count, used = grow_labels(
                self._region,
                memory,
                offer,
                self._follow,
                threshold,
                self._labels,
                self._found,
                values,
                is_loose,
                room,
            )
            work += (used if used >= 0 else room) * len(self._prizes)
            if count or used < 0:
                break
            if not is_loose:
                most = min(most, threshold)
        is_exact = used >= 0 and not is_loose
        if is_exact and count:
            most = int(values[:count].max())
        best_first = np.argsort(-values[:count], kind="stable")
        return PricedRoutes(
            routes=tuple(_route_to(self._labels, int(self._found[each])) for each in best_first),
            most=most,
            is_exact=is_exact,
            work=work,
        )

    def find_every_route(
        self, prices: Prices, threshold: int, cuts: Sequence[Cut], most_routes: int
    ) -> tuple[Route, ...] | None:
        """Every set of stops with a route worth more than the threshold, or none if there are too many."""
        offer = self._offer(prices, cuts)
        self._most_of_all(offer)
        found = np.zeros(most_routes, np.int64)
        room = make_labels(_ROOM_FOR_EVERY_ROUTE)
        served = make_served(_ROOM_FOR_EVERY_ROUTE, self._prizes.size)
        count, used = grow_every_route(self._region, offer, self._follow, threshold, room, served, found)
        if used < 0:
            return None
        by_stops: dict[tuple[int, ...], Route] = {}
        for label in found[:count]:
            route = _route_to(room, int(label))
            by_stops.setdefault(tuple(sorted(route)), route)
        return tuple(by_stops.values())

    def _offer(self, prices: Prices, cuts: Sequence[Cut]) -> Offer:
        bits = np.zeros(self._prizes.size, np.int64)
        for number, cut in enumerate(cuts):
            bits[list(cut.stops)] |= 1 << number
        cost = np.zeros(MOST_CUTS, np.int64)
        cost[: len(cuts)] = prices.cut
        return Offer(np.maximum(0, self._prizes * UNITS - prices.stop), bits, cost)

    def _most_of_all(self, offer: Offer) -> int:
        """Fill in what may follow, and give what a whole route may be worth at most."""
        region, follow = self._region, self._follow
        if self._is_slow_enough:
            most_that_follows(region, offer, follow)
        else:
            follow.most[:] = follow.other[:] = offer.value.sum()
            follow.by[:] = -1
        can_start = region.first <= region.closes
        bucket = np.where(can_start, region.first, 0) // region.width
        whole = offer.value + follow.most[np.arange(offer.value.size), bucket]
        return int(whole[can_start].max(initial=0))


def _route_to(labels: Labels, label: int) -> Route:
    back: list[int] = []
    while label >= 0:
        back.append(int(labels.stop[label]))
        label = int(labels.before[label])
    return tuple(reversed(back))


def _make_region(problem: OrienteeringProblem, vehicle: Vehicle) -> tuple[Region, bool]:
    stops = len(problem.stops)
    travel = np.ascontiguousarray(problem.travel[:stops, :stops])
    service = np.array([stop.service for stop in problem.stops], np.int64)
    opens = np.array([stop.opens for stop in problem.stops], np.int64)
    way_home = service + problem.travel[:stops, vehicle.last_place]
    latest = np.array([stop.closes for stop in problem.stops], np.int64)
    closes = np.minimum(latest, vehicle.back_by - _least_way_home(service, travel, way_home))
    closes[closes < opens] = -1
    ends = np.minimum(latest, vehicle.back_by - way_home)
    first = np.maximum(opens, vehicle.leaves_at + problem.travel[vehicle.first_place, :stops])
    steps = (service[:, None] + travel)[~np.eye(stops, dtype=bool)]
    least_step = int(steps.min(initial=vehicle.back_by + 1))
    width = max(1, min(least_step, int(closes.max(initial=0)) // _BUCKETS))
    least_value = 1 if _is_never_shorter_by_a_stop(problem, vehicle, service) else 0
    return Region(travel, service, opens, closes, ends, first, width, least_value), least_step >= 1


def _least_way_home(service: Ints, travel: Ints, way_home: Ints) -> Ints:
    """From the start at each stop to the last place, straight or by other stops, whichever is sooner."""
    least = way_home
    for _ in range(service.size):
        shorter = np.minimum(least, (service[:, None] + travel + least[None, :]).min(axis=1, initial=2**40))
        if np.array_equal(shorter, least):
            break
        least = shorter
    return least


def _is_never_shorter_by_a_stop(problem: OrienteeringProblem, vehicle: Vehicle, service: Ints) -> bool:
    stops = len(problem.stops)
    froms = [*range(stops), vehicle.first_place]
    tos = [*range(stops), vehicle.last_place]
    direct = problem.travel[np.ix_(froms, tos)]
    return all(
        bool(
            (
                direct <= problem.travel[froms, via][:, None] + service[via] + problem.travel[via, tos][None, :]
            ).all()
        )
        for via in range(stops)
    )
