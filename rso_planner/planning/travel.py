"""Minutes on the road: the force's own table where it has the leg, else straight line, detour and speed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from rso_planner.domain.place import Place

_METRES_A_KILOMETRE = 1000
_MINUTES_AN_HOUR = 60
_ROUNDING_NOISE = 1e-9


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

    `table` maps (from id, to id) to minutes that replace the estimate whole, parking included. The estimate adds
    `parking_minutes` on arrival at a home, except from the same address.
    """

    place_by_stop: Mapping[Stop, Place]
    detour: float
    kilometres_an_hour: float
    parking_minutes: int
    table: Mapping[tuple[str, str], int] = field(default_factory=dict)
    _known: dict[tuple[Stop, Stop], int] = field(default_factory=dict, repr=False, compare=False)

    def minutes(self, origin: Stop, destination: Stop) -> int:
        """Minutes of the leg.

        Raises:
            KeyError: a stop has no place and the table does not have the leg.
        """
        leg = (origin, destination)
        if leg not in self._known:
            self._known[leg] = self._minutes(origin, destination)
        return self._known[leg]

    def _minutes(self, origin: Stop, destination: Stop) -> int:
        given = self.table.get((origin.id, destination.id))
        if given is not None:
            return given
        here, there = self.place_by_stop[origin], self.place_by_stop[destination]
        if here == there:
            return 0
        kilometres = here.metres_to(there) / _METRES_A_KILOMETRE * self.detour
        driving = ceil(kilometres / self.kilometres_an_hour * _MINUTES_AN_HOUR - _ROUNDING_NOISE)
        return driving if destination.is_base else driving + self.parking_minutes
