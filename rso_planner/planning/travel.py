"""Minutes on the road: the force's own table where it has the leg, else straight line, detour and speed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

import numpy as np

from rso_planner.domain.place import Place

_METRES_A_KILOMETRE = 1000
_MINUTES_AN_HOUR = 60
_ROUNDING_NOISE = 1e-9
# The distances of thousands of stops at once would take half a gigabyte.
_ROWS_AT_A_TIME = 256


@dataclass(frozen=True, slots=True)
class Stop:
    """An officer's base or a person's home; the two kinds may share identifiers."""

    id: str
    is_base: bool


def base_of(officer_id: str) -> Stop:
    """The stop where an officer's outings start and end."""
    return Stop(officer_id, is_base=True)


def home_of(offender_id: str) -> Stop:
    """The stop where a person is visited."""
    return Stop(offender_id, is_base=False)


@dataclass(frozen=True, kw_only=True)
class TravelTimes:
    """One-way travel minutes between stops, each leg rounded up once.

    `table` maps (from id, to id) to minutes that replace the estimate whole, parking included. The estimate
    adds `parking_minutes` on arrival at a home, except from the same address.
    """

    place_by_stop: Mapping[Stop, Place]
    detour: float
    kilometres_an_hour: float
    parking_minutes: int
    table: Mapping[tuple[str, str], int] = field(default_factory=dict)
    _known: dict[tuple[Stop, Stop], int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def has_table(self) -> bool:
        """Tell whether the force gave minutes of its own; these need not keep the triangle inequality."""
        return bool(self.table)

    def minutes(self, origin: Stop, destination: Stop) -> int:
        """Minutes of the leg.

        Raises:
            KeyError: a stop has no place and the table does not have the leg.
        """
        leg = (origin, destination)
        if leg not in self._known:
            self._known[leg] = self._minutes(origin, destination)
        return self._known[leg]

    def matrix(self, stops: Sequence[Stop]) -> list[list[int]]:
        """Minutes of every leg between the stops as `minutes` gives them: row = origin, column = destination."""
        points = np.array(
            [(place.easting, place.northing) for place in map(self.place_by_stop.get, stops) if place]
        )
        if len(points) != len(stops):
            return [[self.minutes(origin, destination) for destination in stops] for origin in stops]
        parking = np.array([0 if stop.is_base else self.parking_minutes for stop in stops])
        rows: list[list[int]] = []
        for start in range(0, len(points), _ROWS_AT_A_TIME):
            origins = points[start : start + _ROWS_AT_A_TIME]
            metres = np.hypot(*(origins[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
            minutes = np.ceil(self._driving(metres) - _ROUNDING_NOISE).astype(int) + parking
            minutes[metres == 0] = 0
            rows += minutes.tolist()
        return self._with_table(stops, rows)

    def _with_table(self, stops: Sequence[Stop], minutes: list[list[int]]) -> list[list[int]]:
        positions: dict[str, list[int]] = {}
        for position, stop in enumerate(stops):
            positions.setdefault(stop.id, []).append(position)
        for (origin, destination), given in self.table.items():
            for row in positions.get(origin, ()):
                for column in positions.get(destination, ()):
                    minutes[row][column] = given
        return minutes

    def _minutes(self, origin: Stop, destination: Stop) -> int:
        given = self.table.get((origin.id, destination.id))
        if given is not None:
            return given
        here, there = self.place_by_stop[origin], self.place_by_stop[destination]
        if here == there:
            return 0
        driving = ceil(float(self._driving(here.metres_to(there))) - _ROUNDING_NOISE)
        return driving if destination.is_base else driving + self.parking_minutes

    def _driving(self, metres: Any) -> Any:
        return metres / _METRES_A_KILOMETRE * self.detour / self.kilometres_an_hour * _MINUTES_AN_HOUR
