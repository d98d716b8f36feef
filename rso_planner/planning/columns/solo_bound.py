"""How good any plan could be: the week in which the two officers of a visit are planned each for himself.

Every plan is such a week: each officer's day is one route, each visit has one lead and, where two are needed, one
officer who goes along. What is forgotten is that the two are there on one day and at one time: each earns a fixed
share of the visit, by the minutes that it takes of each. Prices come from a linear program over routes; the bound
is computed from them in whole numbers and holds for any prices.
"""

from collections import Counter
from dataclasses import replace

import numpy as np

from rso_planner.planning.column_master import MasterNotSolvedError
from rso_planner.planning.columns.crew_columns import Reviews
from rso_planner.planning.columns.field_week import OPTIONS, FieldWeek, Ints
from rso_planner.planning.columns.master import Master, Row
from rso_planner.planning.columns.offers import CODES, NEVER, SECOND
from rso_planner.planning.columns.prices import (
    Aim,
    Prices,
    along_values,
    lead_values,
    minute_prices,
    priced_gains,
    priced_reviews,
    road_prices,
)
from rso_planner.planning.columns.pricing import Finder
from rso_planner.planning.columns.route_search import KEPT
from rso_planner.planning.columns.week_cuts import WeekCuts
from rso_planner.planning.compact.recombine import DayPart
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.week_index import WeekIndex

_ROUTES_A_SHIFT = 4
_MOST_NODES = 400
_SMOOTHING = 0.5
_ROUNDS_TO_ALL = 4
_PARTS_OF_THE_GAP = 10
_LARGEST_HOPE = 1.3
_LEAST_GAIN = 1e-4

Stop = tuple[int, int]
"""A stop of a route and the code of what the officer does there."""


class SoloBound:
    """The master over single officers' routes; routes stay from one aim to the next."""

    def __init__(self, index: WeekIndex, week: FieldWeek, cuts: WeekCuts) -> None:
        self._index, self._week, self._cuts = index, week, cuts
        self._reviews = Reviews(index)
        self._master = Master(week, cuts)
        self._finder = Finder(week, _spans_with_somebody(week))
        self._seen: set[object] = set()
        self._gains_of_lead = np.stack([self._share_of_lead(week.gains[:, :, t]) for t in range(4)], axis=2)
        self._gains_of_second = (week.gains - self._gains_of_lead).max(axis=0)
        self._shift_number = {
            (int(officer), int(day)): number
            for number, (officer, day) in enumerate(zip(week.worker, week.day, strict=True))
        }

    def add_parts(self, parts: list[DayPart]) -> None:
        """Add the routes of these parts' officers."""
        for column in parts:
            for officer, minutes in column.minutes:
                stops = []
                for trip in column.trips:
                    if officer in trip.officers:
                        code = int(trip.with_assessment) if officer == trip.lead else SECOND
                        stops.append((trip.person, code))
                self._add(self._shift_number[officer, column.day], tuple(stops), minutes)

    def add_reviews(self, places: list[Stop]) -> None:
        """Add reviews done by officers."""
        for number, officer in places:
            if (number, officer) not in self._seen:
                self._seen.add((number, officer))
                self._master.add(self._reviews.gains(number), self._reviews.entries(number, officer))

    def prove(self, aim: Aim, start: Prices, reached: int, known: int, rounds: int, limit: SafetyLimit) -> int:
        """No plan that holds what is held has more of the aim than this whole number of points.

        `reached` is what a plan has: routes are priced as exactly as the distance to it makes worth while. Work
        that starts far above the bound that is `known` already is given up.
        """
        self._master.aim_at(aim)
        best = self._shared(start)
        bound, _ = self._evaluate(aim, best, 0)
        for number in range(rounds):
            if limit.is_reached or bound > _LARGEST_HOPE * max(1, known):
                break
            try:
                found = self._master.solve()
            except MasterNotSolvedError:
                break
            mixed = best.mixed_with(found, _SMOOTHING)
            slack = aim.fineness * max(0, bound - reached) // (_PARTS_OF_THE_GAP * max(1, self._week.shifts))
            is_last = number == rounds - 1
            if number % _ROUNDS_TO_ALL and not is_last and self._evaluate(aim, mixed, slack, is_rough=True)[1]:
                best = mixed
                continue
            proved, added = self._evaluate(aim, mixed, slack)
            if not added:
                mixed = found
                proved, added = self._evaluate(aim, found, slack)
            gained = bound - proved
            bound, best = min(bound, proved), mixed
            if not added or 0 <= gained < _LEAST_GAIN * bound:
                break
        return bound

    def _evaluate(self, aim: Aim, prices: Prices, slack: int, *, is_rough: bool = False) -> tuple[int, int]:
        """The bound that the prices prove, and how many routes were added that they like.

        Routes worth less than `slack` above the price of their shift are not looked for. A rough look has only the
        stops that promised much before: its routes are of use, its bound is none.
        """
        week = self._week
        gains = priced_gains(aim, prices)
        of_lead = self._share_of_lead(gains)
        lead = lead_values(week, self._cuts, aim, prices)
        lead = np.where(lead > NEVER, lead - gains + of_lead, NEVER)[week.worker]
        along = along_values(week, self._cuts, aim, prices)
        of_second = (gains - of_lead).max(axis=0)
        along = np.where((of_second > 0) & (along > NEVER), along + of_second - prices.along, NEVER)[week.worker]
        prospect = self._finder.look(
            week.solos,
            lead,
            along,
            np.ones(week.stops, dtype=np.bool_),
            road_prices(week, aim, prices),
            is_rough=is_rough,
        )
        most, routes = prospect.best(prices.shift + slack, keep=_ROUTES_A_SHIFT, most_nodes=_MOST_NODES)
        added = sum(
            self._add_route(shift, route)
            for shift in range(week.shifts)
            for route in routes[shift]
            if route[0] > prices.shift[shift] + slack
        )
        for shift in np.flatnonzero(most > np.maximum(routes[:, 0, 0], prices.shift + slack)).tolist():
            # The bound counts walks that are no routes; unless the master knows them, its prices never answer.
            stops = tuple(prospect.walks(shift))
            added += self._add(shift, stops, int(week.field_minutes[shift]) + self._extra(stops))
        officers, costs = self._reviews.cheapest(minute_prices(aim, prices))
        profit = priced_reviews(aim, prices) - costs
        self.add_reviews([(number, int(officers[number])) for number in np.flatnonzero(profit > 0).tolist()])
        total = (
            int(most.sum()) + int(np.maximum(profit, 0).sum()) + int(prices.stop.sum()) + int(prices.along.sum())
        )
        total += int((prices.minute * week.week_minutes).sum())
        total += int((prices.cut * self._cuts.most[:, None]).sum())
        total -= sum(int(price) * held.least for price, held in zip(prices.held, aim.held, strict=True))
        return total // aim.fineness, added

    def _add_route(self, shift: int, route: Ints) -> bool:
        stops = [divmod(int(key), CODES) for key in route[KEPT:] if key >= 0]
        return self._add(shift, tuple(stops), int(route[3]))

    def _add(self, shift: int, stops: tuple[Stop, ...], minutes: int) -> bool:
        key = (shift, tuple(sorted(stops)))
        if key in self._seen:
            return False
        self._seen.add(key)
        gains = np.zeros(5, dtype=np.int64)
        for person, code in stops:
            gains[:4] += self._gains_of_lead[code, person] if code < OPTIONS else self._gains_of_second[person]
        self._master.add(gains.tolist(), self._entries(shift, stops, minutes))
        return True

    def _entries(self, shift: int, stops: tuple[Stop, ...], minutes: int) -> list[tuple[Row, int]]:
        officer = int(self._week.worker[shift])
        entries: list[tuple[Row, int]] = [(("shift", shift, 0), 1)]
        if self._week.is_short[officer]:
            entries.append((("minute", officer, 0), minutes))
        units = np.zeros(len(self._cuts.most), dtype=np.int64)
        counts: Counter[Row] = Counter()
        for person, code in stops:
            if code < OPTIONS:
                counts["stop", person, 0] += 1
                units += self._cuts.lead[:, officer, code, person]
            else:
                counts["along", person, 0] += 1
                units += self._cuts.along[:, officer, person]
        entries += counts.items()
        found = np.flatnonzero(units * self._week.is_short[officer])
        entries += [(("cut", int(cut), officer), int(units[cut])) for cut in found]
        return entries

    def _extra(self, stops: tuple[Stop, ...]) -> int:
        return sum(int(self._week.extra[code, person]) for person, code in stops if code < OPTIONS)

    def _share_of_lead(self, gains: Ints) -> Ints:
        """The lead's share of `gains[k, p]`, rounded up: all of it where nobody need go along."""
        week = self._week
        of_lead, of_both = week.on_site + week.extra, 2 * week.on_site + week.extra
        shared = -(-gains * of_lead // np.maximum(1, of_both))
        found: Ints = np.where(week.needs_two, shared, gains)
        return found

    def _shared(self, prices: Prices) -> Prices:
        """Prices of crews as prices for the two of a crew."""
        of_lead = self._share_of_lead(np.repeat(prices.stop[None], OPTIONS, axis=0)).max(axis=0)
        return replace(prices, stop=of_lead, along=np.maximum(0, prices.stop - of_lead))


def _spans_with_somebody(week: FieldWeek) -> Ints:
    """The earliest and latest starts; where two are needed, only while somebody else could be there."""
    spans = np.stack([week.earliest, week.latest])
    for shift in range(week.shifts):
        crews = week.crews[(week.crews == shift).any(axis=1)]
        others = np.unique(crews[crews != shift])
        if len(others):
            can = week.latest[others] >= week.earliest[others]
            opens = np.where(can, week.earliest[others], 10**6).min(axis=(0, 1))
            closes = np.where(can, week.latest[others], -1).max(axis=(0, 1))
        else:
            opens, closes = np.full(week.stops, 10**6), np.full(week.stops, -1)
        spans[0, shift] = np.where(week.needs_two, np.maximum(spans[0, shift], opens), spans[0, shift])
        spans[1, shift] = np.where(week.needs_two, np.minimum(spans[1, shift], closes), spans[1, shift])
    return spans
