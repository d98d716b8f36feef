"""Stops with prizes and windows, vehicles with times, and how long each way takes; all in whole numbers."""

from dataclasses import dataclass
from functools import cached_property
from math import gcd

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Route = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place that one vehicle may serve once; service starts between `opens` and `closes`."""

    prize: int
    service: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """One route: it leaves its first place not before `leaves_at` and is at its last place by `back_by`."""

    first_place: int
    last_place: int
    leaves_at: int
    back_by: int


@dataclass(frozen=True, kw_only=True)
class OrienteeringProblem:
    """Which stops to serve, and in which order, for the most prizes.

    `travel[a][b]` is the time from place a to place b. The places are the stops, in their order, and after them
    those where vehicles start and end. The triangle inequality is not asked for: a vehicle goes straight from one
    stop that it serves to the next.
    """

    stops: tuple[Stop, ...]
    vehicles: tuple[Vehicle, ...]
    travel: Ints

    def __post_init__(self) -> None:
        places = self.travel.shape[0]
        if self.travel.shape != (places, places) or places < len(self.stops):
            raise ValueError("travel is a square table over the stops and the places of the vehicles")
        if self.travel.min(initial=0) < 0 or any(stop.service < 0 or stop.opens < 0 for stop in self.stops):
            raise ValueError("times are never negative")
        if any(stop.prize < 0 for stop in self.stops):
            raise ValueError("prizes are never negative")
        for vehicle in self.vehicles:
            ends = (vehicle.first_place, vehicle.last_place)
            if not all(len(self.stops) <= place < places for place in ends) or vehicle.leaves_at < 0:
                raise ValueError("a vehicle starts and ends at places after the stops, at no negative time")

    @cached_property
    def kinds(self) -> tuple[tuple[Vehicle, int], ...]:
        """The vehicles that differ, each with how many there are of it."""
        counts: dict[Vehicle, int] = {}
        for vehicle in self.vehicles:
            counts[vehicle] = counts.get(vehicle, 0) + 1
        return tuple(counts.items())

    @cached_property
    def prize_step(self) -> int:
        """What every sum of prizes is a multiple of."""
        return gcd(*(stop.prize for stop in self.stops)) or 1

    @cached_property
    def nearest(self) -> Ints:
        """For each stop all stops, nearest first: itself, then the others."""
        distance = self.travel[: len(self.stops), : len(self.stops)].copy()
        np.fill_diagonal(distance, -1)
        return np.argsort(distance, axis=1, kind="stable").astype(np.int64)

    def prize_of(self, route: Route) -> int:
        """The prizes of a route."""
        return sum(self.stops[stop].prize for stop in route)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrienteeringAnswer:
    """A route for each vehicle, their prize, and a bound that no answer exceeds.

    It is not reproducible if the clock, which is only a safety net, cut the work short.
    """

    routes: tuple[Route, ...]
    prize: int
    bound: int
    is_reproducible: bool

    @property
    def gap(self) -> float:
        """The share of the bound that is not reached; 0 is proven optimal."""
        return (self.bound - self.prize) / max(self.bound, 1)
