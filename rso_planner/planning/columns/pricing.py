"""The best route of each crew under given prices: depth-first over elementary routes, guided by completions.

At every stop the search goes first where the stops behind promise the most (`completions.py`), and gives up what
cannot beat the routes found. It is exact when it ends by itself; when it is cut, the most that is still open
bounds what was not looked at. All numbers are whole, so that a value is the same on every machine.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from rso_planner.planning.columns.completions import (
    HOPELESS,
    Completions,
    Neighbours,
    find_promising,
    make_completions,
    make_neighbours,
)
from rso_planner.planning.columns.field_week import ALONE, OPTIONS, FieldWeek, Flags, Ints
from rso_planner.planning.columns.offers import (
    BASE,
    CODE,
    CODES,
    EARLIEST,
    EXTRA_A,
    FIELD,
    LATEST,
    ROWS,
    VALUE,
    WEEK,
    Region,
    fill_offer,
    make_region,
    most_offered,
)
from rso_planner.planning.compiled import compiled, compiled_in_place

MOST_STOPS = 8
KEPT = 5
"""A kept route: its value, field and whole minutes of each worker (a, b, a, b), then its stops, then -1."""

_STOP, _OPTION, _ENDS, _GAINED, _FIELD_A, _FIELD_B, _TOTAL_A, _TOTAL_B, _OUTING_A, _OUTING_B = range(10)
_TO_STOP, _BY_OPTION, _WAY, _PROMISE = range(4)
_NEVER = -(2**60)
_PROMISING_PERMILLE = 920
_LONGEST_WALK = 16


class Finder:
    """Prices crews of one week; what does not change with the prices is made once.

    `spans[0 or 1, x, r, p]` are the earliest and latest starts, those of the week unless others are given.
    """

    def __init__(self, week: FieldWeek, spans: Ints | None = None) -> None:
        self._week = week
        self._region = make_region(week) if spans is None else make_region(week)._replace(spans=spans)
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
        """Kinds of a base and skills, and of each crew's two the place of its kind: that base, and both's skills."""
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
        """The stops and codes of the walk that promises a lone shift the most: not a route, as stops may come again."""
        walk = np.full((2, _LONGEST_WALK), -1, dtype=np.int64)
        length = _walk(
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
            _price_crews(
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
    """For each shift a number of the place where it starts, and in which options its worker leads at most stops."""
    places: dict[object, int] = {}
    base = [
        places.setdefault((week.leg[base, : week.stops].tobytes(), week.leg[: week.stops, base].tobytes()), len(places))
        for base in week.base
    ]
    leads = week.may_lead.sum(axis=2)
    skills = 2 * leads > leads.max(axis=0, initial=1)
    return np.array(base, dtype=np.int64), skills[week.worker]


@compiled
def _price_crews(
    region: Region,
    near: Neighbours,
    completions: Completions,
    crews: Ints,
    groups: Ints,
    lead: Ints,
    along: Ints,
    is_lone: Any,
    is_taken: Any,
    roads: Ints,
    most: Ints,
    routes: Ints,
    most_nodes: int,
    is_exclusive: bool,
) -> None:
    stops = len(region.on_site)
    most_ways = region.shift[:, ROWS].max() ** 2
    steps = np.empty((MOST_STOPS + 1, 4, (1 + OPTIONS) * stops * most_ways), np.int64)
    room = np.empty((4, (1 + OPTIONS) * stops), np.int64)
    first = np.empty(stops + 1, np.int64)
    is_gone = np.zeros(len(region.shift), np.bool_)
    prices = np.zeros(2, np.int64)
    for number in range(len(crews)):
        crew = crews[number]
        other = crew[0] if crew[1] == ALONE else crew[1]
        routes[number, :, 0] = most[number]
        if is_exclusive and (is_gone[crew[0]] or is_gone[other]):
            continue
        if fill_offer(region, crew, lead, along, is_lone, is_taken, room, first) == 0:
            continue
        prices[0], prices[1] = roads[crew[0]], 0 if crew[1] == ALONE else roads[other]
        most[number] = _search(
            region, near, completions, groups[number], room, first, crew, prices, steps, routes[number], most_nodes
        )
        if is_exclusive and routes[number, 0, KEPT] >= 0:
            is_gone[crew[0]], is_gone[other] = True, True
            for place in range(KEPT, KEPT + MOST_STOPS):
                if routes[number, 0, place] >= 0:
                    is_taken[routes[number, 0, place] // CODES] = True


@compiled
def _search(
    region: Region,
    near: Neighbours,
    completions: Completions,
    groups: Ints,
    offer: Ints,
    first: Ints,
    crew: Ints,
    roads: Ints,
    steps: Ints,
    kept: Ints,
    most_nodes: int,
) -> int:
    """Keep the best routes above the floor; the most that any route is worth, exact if the nodes are enough."""
    floor = kept[0, 0]
    stops = len(region.on_site)
    path = np.zeros((10, MOST_STOPS + 1), np.int64)
    path[_STOP, 0], path[_OUTING_A, 0], path[_OUTING_B, 0] = -1, -1, -1
    count, tried = np.zeros(MOST_STOPS + 1, np.int64), np.zeros(MOST_STOPS + 1, np.int64)
    is_used = np.zeros(stops, np.bool_)
    depth, nodes, most = 0, 1, floor
    count[0] = _expand(region, near, completions, groups, offer, first, crew, roads, path, 0, is_used, steps[0], floor)
    while depth >= 0 and nodes <= most_nodes:
        at = tried[depth]
        if at >= count[depth] or steps[depth, _PROMISE, at] <= kept[-1, 0]:
            depth -= 1
            if depth >= 0:
                is_used[path[_STOP, depth + 1]] = False
            continue
        tried[depth] += 1
        stop, option, way = steps[depth, _TO_STOP, at], steps[depth, _BY_OPTION, at], steps[depth, _WAY, at]
        _step(region, offer, path, crew, roads, depth, stop, option, way)
        if path[_GAINED, depth + 1] > kept[-1, 0]:
            _keep(region, offer, path, kept, crew, roads, depth + 1, floor)
        if depth + 1 == MOST_STOPS:
            most = max(most, steps[depth, _PROMISE, at])
            continue
        is_used[stop] = True
        depth += 1
        nodes += 1
        tried[depth] = 0
        count[depth] = _expand(
            region,
            near,
            completions,
            groups,
            offer,
            first,
            crew,
            roads,
            path,
            depth,
            is_used,
            steps[depth],
            kept[-1, 0],
        )
    most = max(most, kept[0, 0])
    while depth >= 0:
        if tried[depth] < count[depth]:
            most = max(most, steps[depth, _PROMISE, tried[depth]])
        depth -= 1
    return most


@compiled
def _expand(
    region: Region,
    near: Neighbours,
    completions: Completions,
    groups: Ints,
    offer: Ints,
    first: Ints,
    crew: Ints,
    roads: Ints,
    path: Ints,
    depth: int,
    is_used: Any,
    steps: Ints,
    needed: int,
) -> int:
    """The ways on that promise more than is needed, the most promising first; how many there are."""
    stops = len(region.on_site)
    here = path[_STOP, depth]
    size, start, end = 0, 0, stops
    is_listed = here >= 0 and _far_promise(region, completions, groups, crew, roads, path, depth, near) <= needed
    if is_listed:
        start, end = near.starts[here], near.starts[here + 1]
    base, minutes = region.shift[crew[0], BASE], region.shift[crew[0], FIELD] - path[_FIELD_A, depth]
    gained, road = path[_GAINED, depth], roads[0] + (roads[1] if here >= 0 else 0)
    ways = region.shift[crew[0], ROWS] * (1 if crew[1] == ALONE else region.shift[crew[1], ROWS])
    for number in range(start, end):
        stop = near.stops[number] if is_listed else number
        row = completions.place[groups[0], stop]
        if is_used[stop] or first[stop] == first[stop + 1] or row < 0:
            continue
        # What one of the two could still do, told in a moment, rules most stops out.
        leg = region.leg[base if here < 0 else here, stop]
        rest = minutes - leg - region.on_site[stop]
        if rest < 0:
            continue
        onward = completions.unit * _onward(completions, groups[0], row, rest, here)
        value = gained + offer[VALUE, first[stop + 1] - 1] - road * leg
        if value + onward <= needed:
            continue
        for option in range(first[stop], first[stop + 1]):
            for way in range(ways):
                if not _step(region, offer, path, crew, roads, depth, stop, option, way):
                    continue
                promise = _promise(region, completions, groups, crew, path, depth + 1, here)
                if promise > needed:
                    steps[_TO_STOP, size], steps[_BY_OPTION, size] = stop, option
                    steps[_WAY, size], steps[_PROMISE, size] = way, promise
                    size += 1
    if size > 1:
        order = np.argsort(-steps[_PROMISE, :size], kind="mergesort")
        for row in range(4):
            steps[row, :size] = steps[row, :size][order]
    return size


@compiled_in_place
def _promise(
    region: Region, completions: Completions, groups: Ints, crew: Ints, path: Ints, depth: int, before: int
) -> int:
    """The most that a route is worth that goes on from where the path stands."""
    stop = path[_STOP, depth]
    least = -HOPELESS
    for side in range(2):
        if crew[side] == ALONE:
            continue
        group = groups[side]
        row = completions.place[group, stop]
        if row < 0:
            return _NEVER
        left = region.shift[crew[side], FIELD] - path[_FIELD_A + side, depth]
        least = min(least, _onward(completions, group, row, left, before))
    if least <= HOPELESS:
        return _NEVER
    return path[_GAINED, depth] + completions.unit * least


@compiled_in_place
def _far_promise(
    region: Region,
    completions: Completions,
    groups: Ints,
    crew: Ints,
    roads: Ints,
    path: Ints,
    depth: int,
    near: Neighbours,
) -> int:
    """The most that a route is worth that goes on to a stop out of reach."""
    least = -HOPELESS
    for side in range(2):
        if crew[side] == ALONE:
            continue
        left = region.shift[crew[side], FIELD] - path[_FIELD_A + side, depth] - near.reach - 1
        least = min(least, completions.far[groups[side], completions.pad + left])
    if least <= HOPELESS:
        return _NEVER
    return path[_GAINED, depth] + completions.unit * least - (roads[0] + roads[1]) * (near.reach + 1)


@compiled_in_place
def _go(
    region: Region, path: Ints, depth: int, shift: int, row: int, last: int, stop: int, side: int
) -> tuple[int, int]:
    """The road minutes of one worker to the stop, -1 for an outing gone by, and the earliest start there."""
    outing = region.outing[shift, row]
    before = path[_OUTING_A + side, depth]
    path[_OUTING_A + side, depth + 1] = outing
    start = region.spans[EARLIEST, shift, row, stop]
    base = region.shift[shift, BASE]
    if outing < before:
        return -1, start
    if depth == 0:
        return region.leg[base, stop], start
    if outing > before:
        return region.leg[last, base] + region.leg[base, stop], start
    road = region.leg[last, stop]
    return road, max(start, path[_ENDS, depth] + road)


@compiled_in_place
def _has_minutes(region: Region, path: Ints, depth: int, shift: int, stop: int, side: int) -> bool:
    back = region.leg[stop, region.shift[shift, BASE]]
    if path[_FIELD_A + side, depth] + back > region.shift[shift, FIELD]:
        return False
    return bool(path[_TOTAL_A + side, depth] + back <= region.shift[shift, WEEK])


@compiled_in_place
def _step(
    region: Region, offer: Ints, path: Ints, crew: Ints, roads: Ints, depth: int, stop: int, option: int, way: int
) -> bool:
    """Go on to the stop in the given rows of both workers; False when it does not fit."""
    last, on_site = path[_STOP, depth], region.on_site[stop]
    value = path[_GAINED, depth] + offer[VALUE, option]
    start, latest = 0, 10**6
    rows_b = 1 if crew[1] == ALONE else region.shift[crew[1], ROWS]
    for side in range(2):
        shift = crew[side]
        if shift == ALONE:
            continue
        row = way % rows_b if side else way // rows_b
        road, soonest = _go(region, path, depth, shift, row, last, stop, side)
        if road < 0:
            return False
        start, latest = max(start, soonest), min(latest, region.spans[LATEST, shift, row, stop])
        value -= roads[side] * road
        path[_FIELD_A + side, depth + 1] = path[_FIELD_A + side, depth] + road + on_site
        path[_TOTAL_A + side, depth + 1] = (
            path[_TOTAL_A + side, depth] + road + on_site + offer[EXTRA_A + side, option]
        )
        if not _has_minutes(region, path, depth + 1, shift, stop, side):
            return False
    path[_STOP, depth + 1], path[_OPTION, depth + 1] = stop, option
    path[_ENDS, depth + 1], path[_GAINED, depth + 1] = start + on_site, value
    return start <= latest


@compiled
def _find_same(kept: Ints, offer: Ints, path: Ints, length: int, floor: int) -> int:
    """The place of the kept route with the same options in any order, else the last place."""
    for place in range(len(kept)):
        if kept[place, 0] <= floor:
            break
        if kept[place, KEPT + length - 1] < 0 or (length < MOST_STOPS and kept[place, KEPT + length] >= 0):
            continue
        matched = 0
        for depth in range(1, length + 1):
            key = path[_STOP, depth] * CODES + offer[CODE, path[_OPTION, depth]]
            for other in range(length):
                if kept[place, KEPT + other] == key:
                    matched += 1
        if matched == length:
            return place
    return len(kept) - 1


@compiled
def _keep(
    region: Region, offer: Ints, path: Ints, kept: Ints, crew: Ints, roads: Ints, length: int, floor: int
) -> None:
    """Keep the route as far as it goes, with the way back to base, if it is among the best."""
    last, value = path[_STOP, length], path[_GAINED, length]
    for side in range(2):
        if crew[side] != ALONE:
            value -= roads[side] * region.leg[last, region.shift[crew[side], BASE]]
    if value <= kept[-1, 0]:
        return
    place = _find_same(kept, offer, path, length, floor)
    if value <= kept[place, 0]:
        return
    while place > 0 and kept[place - 1, 0] < value:
        kept[place] = kept[place - 1]
        place -= 1
    kept[place] = -1
    kept[place, 0] = value
    for side in range(2):
        back = 0 if crew[side] == ALONE else region.leg[last, region.shift[crew[side], BASE]]
        kept[place, 1 + side] = path[_FIELD_A + side, length] + back
        kept[place, 3 + side] = path[_TOTAL_A + side, length] + back
    for depth in range(1, length + 1):
        kept[place, KEPT + depth - 1] = path[_STOP, depth] * CODES + offer[CODE, path[_OPTION, depth]]


@compiled
def _walk(
    region: Region,
    near: Neighbours,
    completions: Completions,
    group: int,
    crew: Ints,
    lead: Ints,
    along: Ints,
    is_lone: Any,
    is_taken: Any,
    road: int,
    walk: Ints,
) -> int:
    """Follow the tables from base to base; the number of stops."""
    stops, shift = len(region.on_site), crew[0]
    offer = np.empty((4, (1 + OPTIONS) * stops), np.int64)
    first = np.empty(stops + 1, np.int64)
    fill_offer(region, crew, lead, along, is_lone, is_taken, offer, first)
    here, before, left, size = -1, -1, region.shift[shift, FIELD], 0
    while size < walk.shape[1]:
        best, there, remains = _NEVER, -1, 0
        if here >= 0 and region.leg[here, region.shift[shift, BASE]] <= left:
            best = -road * region.leg[here, region.shift[shift, BASE]]
        for stop in range(stops):
            row = completions.place[group, stop]
            if row < 0 or stop in (here, before) or first[stop] == first[stop + 1]:
                continue
            leg = region.leg[region.shift[shift, BASE] if here < 0 else here, stop]
            is_far = here >= 0 and leg > near.reach
            if is_far:
                leg = near.reach + 1
            rest = left - leg - region.on_site[stop]
            if rest < 0:
                continue
            onward = _onward(completions, group, row, rest, -1 if is_far else here)
            if onward <= HOPELESS:
                continue
            value = offer[VALUE, first[stop + 1] - 1] - road * leg + completions.unit * onward
            if value > best:
                best, there, remains = value, stop, rest
        if there < 0:
            break
        walk[0, size], walk[1, size] = there, offer[CODE, first[there + 1] - 1]
        is_new_far = here >= 0 and region.leg[here, there] > near.reach
        before, here, left = -1 if is_new_far else here, there, remains
        size += 1
    return size


@compiled_in_place
def _onward(completions: Completions, group: int, row: int, left: int, before: int) -> int:
    """What the table says of going on from a stop, not back to the one before."""
    at, width = completions.pad + left, completions.far.shape[1]
    if before >= 0 and completions.tables[group, row, width + at] == before:
        return completions.tables[group, row, 2 * width + at]
    return completions.tables[group, row, at]
