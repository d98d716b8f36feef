"""Good routes of crews under given prices, and bounds over all of them (`route_search.py`, `completions.py`)."""

from dataclasses import dataclass

import numpy as np

from rso_planner.planning.columns.completions import (
    Completions,
    Neighbours,
    find_promising,
    make_completions,
    make_neighbours,
)
from rso_planner.planning.columns.field_week import ALONE, OPTIONS, FieldWeek, Flags, Ints
from rso_planner.planning.columns.offers import Region, make_region, most_offered
from rso_planner.planning.columns.route_search import KEPT, MOST_STOPS, price_crews
from rso_planner.planning.columns.walk import follow_walk

_PROMISING_PERMILLE = 920
_LONGEST_WALK = 16


class Finder:
    """Prices crews of one week; what does not change with the prices is made once.

    `spans[0 or 1, x, r, p]` are the earliest and latest starts, those of the week unless others are given.
    """

    def __init__(self, week: FieldWeek, spans: Ints | None = None) -> None:
        self._week = week
        self._region = make_region(week, spans)
        self._near = make_neighbours(week.leg, week.stops)
        self._base, self._skills = _kinds(week)
        self._promising: dict[int, Flags] = {}

    def look(
        self,
        crews: Ints,
        lead: Ints,
        along: Ints,
        is_lone: Flags,
        roads: Ints,
        is_taken: Flags | None = None,
        *,
        is_rough: bool = False,
    ) -> "Prospect":
        """What the crews can do under these prices; where `is_rough`, only with stops that promised much before.

        `lead[x, k, p]` is what leading option k at stop p is worth to shift x, `along[x, p]` what going along is,
        both without travel; a lone shift is offered the stops that are `is_lone`, a crew of two all others, and
        nobody those that are `is_taken`. `roads[x]` is the price of a minute on the road.
        """
        taken = np.zeros(self._week.stops, dtype=np.bool_) if is_taken is None else is_taken
        kinds, groups = self._groups(crews)
        completions = self._complete(crews, kinds, groups, lead, along, is_lone, taken, roads, is_rough=is_rough)
        return Prospect(self._region, self._near, completions, crews, groups, lead, along, is_lone, taken, roads)

    def _groups(self, crews: Ints) -> tuple[Ints, Ints]:
        """Kinds of a base and skills; of each crew's two the kind: its base, and the skills of both."""
        sides = np.where(crews == ALONE, crews[:, :1], crews)
        skills = self._skills[sides].max(axis=1) if len(sides) else np.zeros((0, OPTIONS), dtype=np.int64)
        numbers = self._base[sides] * 2**OPTIONS + (skills @ 2 ** np.arange(OPTIONS))[:, None]
        kinds, groups = np.unique(numbers, return_inverse=True)
        return kinds.astype(np.int64), groups.reshape(sides.shape).astype(np.int64)

    def _complete(
        self,
        crews: Ints,
        kinds: Ints,
        groups: Ints,
        lead: Ints,
        along: Ints,
        is_lone: Flags,
        is_taken: Flags,
        roads: Ints,
        *,
        is_rough: bool,
    ) -> Completions:
        week, count = self._week, len(kinds)
        values = np.zeros((count, week.stops), dtype=np.int64)
        most_offered(self._region, crews, groups, lead, along, is_lone, is_taken, values)
        if is_rough:
            for group, kind in enumerate(kinds.tolist()):
                values[group][~self._promising.get(kind, np.ones(week.stops, dtype=np.bool_))] = 0
        bases, minutes = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
        road, homeward = np.full((2, count), 2**60, dtype=np.int64)
        prices = roads[crews[:, 0]] + np.where(crews[:, 1] == ALONE, 0, roads[crews[:, 1]])
        sides = np.where(crews == ALONE, crews[:, :1], crews)
        for side in range(2):
            bases[groups[:, side]] = week.base[sides[:, side]]
            np.maximum.at(minutes, groups[:, side], week.field_minutes[sides[:, side]])
            np.minimum.at(road, groups[:, side], prices)
            np.minimum.at(homeward, groups[:, side], roads[sides[:, side]])
        found = make_completions(values, bases, minutes, road, homeward, week.on_site, week.leg, self._near)
        if not is_rough:
            for group, kind in enumerate(kinds.tolist()):
                self._promising[kind] = np.zeros(week.stops, dtype=np.bool_)
                find_promising(
                    found,
                    group,
                    values[group],
                    week.on_site,
                    int(minutes[group]),
                    _PROMISING_PERMILLE,
                    self._promising[kind],
                )
        return found


@dataclass(frozen=True, slots=True)
class Prospect:
    """What crews are offered at some prices, with the tables that guide the search for their routes."""

    region: Region
    near: Neighbours
    completions: Completions
    crews: Ints
    groups: Ints
    lead: Ints
    along: Ints
    is_lone: Flags
    is_taken: Flags
    roads: Ints

    def best(self, floors: Ints, *, keep: int, most_nodes: int) -> tuple[Ints, Ints]:
        """For each crew the most that any route is worth, exact or too great, and good routes above its floor."""
        return self._find(np.arange(len(self.crews)), floors, keep, most_nodes, is_exclusive=False)

    def apart(self, order: Ints, *, most_nodes: int) -> Ints:
        """A good route for each crew in this order, of shifts and stops that none before it has."""
        floors = np.zeros(len(order), dtype=np.int64)
        return self._find(order, floors, 1, most_nodes, is_exclusive=True)[1]

    def walks(self, number: int) -> list[tuple[int, int]]:
        """The stops and codes of the walk that promises a lone shift the most; it need be no route."""
        walk = np.full((2, _LONGEST_WALK), -1, dtype=np.int64)
        length = follow_walk(
            self.region,
            self.near,
            self.completions,
            int(self.groups[number, 0]),
            self.crews[number],
            self.lead,
            self.along,
            self.is_lone,
            self.is_taken,
            int(self.roads[self.crews[number, 0]]),
            walk,
        )
        return [(int(stop), int(code)) for stop, code in walk[:, :length].T]

    def _find(
        self, order: Ints, floors: Ints, keep: int, most_nodes: int, *, is_exclusive: bool
    ) -> tuple[Ints, Ints]:
        most = floors.copy()
        routes = np.full((len(order), keep, KEPT + MOST_STOPS), -1, dtype=np.int64)
        if len(order):
            price_crews(
                self.region,
                self.near,
                self.completions,
                self.crews[order],
                self.groups[order],
                self.lead,
                self.along,
                self.is_lone,
                self.is_taken.copy(),
                self.roads,
                most,
                routes,
                most_nodes,
                is_exclusive,
            )
        return most, routes


def _kinds(week: FieldWeek) -> tuple[Ints, Flags]:
    """For each shift a number of its base, and in which options its worker may lead most stops."""
    places: dict[object, int] = {}
    base = [
        places.setdefault(
            (week.leg[base, : week.stops].tobytes(), week.leg[: week.stops, base].tobytes()), len(places)
        )
        for base in week.base
    ]
    leads = week.may_lead.sum(axis=2)
    skills = 2 * leads > leads.max(axis=0, initial=1)
    return np.array(base, dtype=np.int64), skills[week.worker]
