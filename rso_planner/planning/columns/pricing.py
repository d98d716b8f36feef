"""The best route of each crew under given prices: depth-first over elementary routes, with a bound.

Days hold few stops, so that the search is exact at once: stops in order of value per minute; a route is given up
when even the best of the minutes left, counted in whole stops and then by the minute, cannot beat the best found.
All numbers are whole, so that a value is the same on every machine. Compiled by numba when first used; few arrays
with named rows, because many small ones take numba long to compile.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numba import njit

from rso_planner.planning.columns.field_week import ALONE, OPTIONS, FieldWeek, Ints

MOST_STOPS = 8
NEVER = -(2**60)
SECOND = 4
"""The code of an option: 0 and 1 the first worker leads, 2 and 3 the second one does; 4 goes along only."""
CODES = 8
"""A route's stop is kept as stop * CODES + code."""
KEPT = 5
"""A kept route: its value, field and whole minutes of each worker (a, b, a, b), then its stops, then -1."""

_BASE, _ROWS, _FIELD, _WEEK = range(4)
_EARLIEST, _LATEST = range(2)
_STOP, _CODE, _VALUE, _EXTRA_A, _EXTRA_B, _LEAST, _WORTH, _LEAVES, _BY_DENSITY, _BY_WORTH = range(10)
_OPTION, _TRIED, _ENDS, _FIELD_A, _FIELD_B, _TOTAL_A, _TOTAL_B, _GAINED, _OUTING_A, _OUTING_B = range(10)
_FAR = 10**6

F = TypeVar("F", bound=Callable[..., Any])


def _compiled(function: F) -> F:
    compiled: F = njit(cache=True)(function)
    return compiled


def _inlined(function: F) -> F:
    # A call hands every array over with a count of its users, which takes longer than what is done with it.
    compiled: F = njit(cache=True, inline="always")(function)
    return compiled


class Region(NamedTuple):
    """What does not change with the prices.

    `shift[x]` is base, rows, field and week minutes; `spans` earliest and latest starts.
    """

    on_site: Ints
    extra: Ints
    leg: Ints
    spans: Ints
    outing: Ints
    shift: Ints


def make_region(week: FieldWeek) -> Region:
    """The region of a week."""
    week_minutes = week.week_minutes[week.worker]
    return Region(
        on_site=week.on_site,
        extra=week.extra,
        leg=week.leg,
        spans=np.stack([week.earliest, week.latest]),
        outing=week.outing,
        shift=np.stack([week.base, week.rows, week.field_minutes, week_minutes], axis=1).reshape(-1, 4),
    )


@_compiled
def _can_meet(spans: Ints, shift: Ints, first: int, second: int, stop: int) -> bool:
    """Tell whether some start lies in a row of each worker."""
    for row in range(shift[first, _ROWS]):
        opens, closes = spans[_EARLIEST, first, row, stop], spans[_LATEST, first, row, stop]
        if second == ALONE:
            if opens <= closes:
                return True
            continue
        for other in range(shift[second, _ROWS]):
            later = max(opens, spans[_EARLIEST, second, other, stop])
            if later <= min(closes, spans[_LATEST, second, other, stop]):
                return True
    return False


@_compiled
def _add_least_legs(leg: Ints, on_site: Ints, base_a: int, base_b: int, road: int, offer: Ints) -> int:
    """Complete the offer by the least minutes of each stop; the shortest way from any stop to a base."""
    home = _FAR
    for i in range(offer.shape[1]):
        here = offer[_STOP, i]
        reach = min(leg[base_a, here], leg[base_b, here])
        leave = min(leg[here, base_a], leg[here, base_b])
        home = min(home, leave)
        for j in range(offer.shape[1]):
            there = offer[_STOP, j]
            if there != here:
                reach = min(reach, leg[there, here])
                leave = min(leave, leg[here, there])
        offer[_LEAVES, i] = leave
        offer[_LEAST, i] = 2 * on_site[here] + reach + leave
        offer[_WORTH, i] = 2 * offer[_VALUE, i] - road * (reach + leave)
    offer[_BY_DENSITY] = np.argsort(-(offer[_WORTH] / offer[_LEAST]), kind="mergesort")
    offer[_BY_WORTH] = np.argsort(-offer[_WORTH], kind="mergesort")
    return home


@_inlined
def _go(
    region: Region, path: Ints, depth: int, shift: int, row: int, last: int, stop: int, side: int
) -> tuple[int, int]:
    """The road minutes of one worker to the stop and the earliest start there; -1 minutes for an outing gone by."""
    outing = region.outing[shift, row]
    before = path[_OUTING_A + side, depth]
    path[_OUTING_A + side, depth + 1] = outing
    start = region.spans[_EARLIEST, shift, row, stop]
    base = region.shift[shift, _BASE]
    if outing < before:
        return -1, start
    if depth == 0:
        return region.leg[base, stop], start
    if outing > before:
        return region.leg[last, base] + region.leg[base, stop], start
    road = region.leg[last, stop]
    return road, max(start, path[_ENDS, depth] + road)


@_inlined
def _has_minutes(region: Region, path: Ints, depth: int, shift: int, stop: int, side: int) -> bool:
    back = region.leg[stop, region.shift[shift, _BASE]]
    if path[_FIELD_A + side, depth] + back > region.shift[shift, _FIELD]:
        return False
    return path[_TOTAL_A + side, depth] + back <= region.shift[shift, _WEEK]


@_inlined
def _step(region: Region, offer: Ints, path: Ints, crew: Ints, roads: Ints, depth: int, option: int, way: int) -> bool:
    """Go on to the option's stop in the given rows of both workers; False when it does not fit."""
    stop = offer[_STOP, option]
    last = offer[_STOP, path[_OPTION, depth - 1]] if depth else -1
    on_site = region.on_site[stop]
    value = path[_GAINED, depth] + offer[_VALUE, option]
    start, latest = 0, 10**6
    for side in range(2):
        shift = crew[side]
        if shift == ALONE:
            continue
        rows_b = 1 if crew[1] == ALONE else region.shift[crew[1], _ROWS]
        row = way % rows_b if side else way // rows_b
        road, soonest = _go(region, path, depth, shift, row, last, stop, side)
        if road < 0:
            return False
        start, latest = max(start, soonest), min(latest, region.spans[_LATEST, shift, row, stop])
        value -= roads[side] * road
        field = path[_FIELD_A + side, depth] + road + on_site
        path[_FIELD_A + side, depth + 1] = field
        path[_TOTAL_A + side, depth + 1] = (
            path[_TOTAL_A + side, depth] + road + on_site + offer[_EXTRA_A + side, option]
        )
        if not _has_minutes(region, path, depth + 1, shift, stop, side):
            return False
    path[_OPTION, depth] = option
    path[_ENDS, depth + 1] = start + on_site
    path[_GAINED, depth + 1] = value
    return start <= latest


@_compiled
def _find_same(kept: Ints, offer: Ints, path: Ints, length: int, floor: int) -> int:
    """The place of the kept route with the same options in any order, else the last place."""
    for place in range(len(kept)):
        if kept[place, 0] <= floor:
            break
        if kept[place, KEPT + length - 1] < 0 or (length < MOST_STOPS and kept[place, KEPT + length] >= 0):
            continue
        matched = 0
        for depth in range(length):
            option = path[_OPTION, depth]
            key = offer[_STOP, option] * CODES + offer[_CODE, option]
            for other in range(length):
                if kept[place, KEPT + other] == key:
                    matched += 1
        if matched == length:
            return place
    return len(kept) - 1


@_compiled
def _keep(region: Region, offer: Ints, path: Ints, kept: Ints, crew: Ints, roads: Ints, length: int, floor: int) -> None:
    """Keep the route as far as it goes, with the way back to base, if it is among the best."""
    last = offer[_STOP, path[_OPTION, length - 1]]
    value = path[_GAINED, length]
    for side in range(2):
        if crew[side] != ALONE:
            value -= roads[side] * region.leg[last, region.shift[crew[side], _BASE]]
            if not _has_minutes(region, path, length, crew[side], last, side):
                return
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
        back = 0 if crew[side] == ALONE else region.leg[last, region.shift[crew[side], _BASE]]
        kept[place, 1 + side] = path[_FIELD_A + side, length] + back
        kept[place, 3 + side] = path[_TOTAL_A + side, length] + back
    for depth in range(length):
        option = path[_OPTION, depth]
        kept[place, KEPT + depth] = offer[_STOP, option] * CODES + offer[_CODE, option]


@_inlined
def _most_more(offer: Ints, is_used: Any, room: int, fewest: int, needed: int) -> int:
    """Twice the most that further stops can add within twice the minutes of `room`; above `needed` it may stop."""
    if room <= 0:
        return 0
    stops_left = room // fewest
    by_count = 0
    for option in offer[_BY_WORTH]:
        if stops_left == 0 or offer[_WORTH, option] <= 0:
            break
        if not is_used[offer[_STOP, option]] and offer[_LEAST, option] <= room:
            by_count += offer[_WORTH, option]
            stops_left -= 1
    if by_count <= needed:
        return by_count
    by_minutes = 0
    for option in offer[_BY_DENSITY]:
        worth, least = offer[_WORTH, option], offer[_LEAST, option]
        if worth <= 0:
            break
        if is_used[offer[_STOP, option]]:
            continue
        if least > room:
            by_minutes += worth * room // least + 1
            break
        room -= least
        by_minutes += worth
    return min(by_count, by_minutes)


@_inlined
def _minutes_left(region: Region, path: Ints, crew: Ints, depth: int) -> int:
    left = region.shift[crew[0], _FIELD] - path[_FIELD_A, depth]
    if crew[1] != ALONE:
        left = min(left, region.shift[crew[1], _FIELD] - path[_FIELD_B, depth])
    return left


@_compiled
def _search(
    region: Region, offer: Ints, crew: Ints, roads: Ints, home: int, kept: Ints, most_nodes: int
) -> int:
    """Keep the best routes above the floor; the most that any route is worth, exact within the node limit."""
    floor = kept[0, 0]
    path = np.zeros((10, MOST_STOPS + 1), np.int64)
    path[_OUTING_A, 0], path[_OUTING_B, 0] = -1, -1
    is_used = np.zeros(len(region.on_site), np.bool_)
    ways = region.shift[crew[0], _ROWS] * (1 if crew[1] == ALONE else region.shift[crew[1], _ROWS])
    fewest = offer[_LEAST].min()
    depth, nodes = 0, 0
    while depth >= 0 and nodes <= most_nodes:
        if path[_TRIED, depth] >= offer.shape[1] * ways:
            depth -= 1
            is_used[offer[_STOP, path[_OPTION, depth]]] = False
            continue
        option = offer[_BY_DENSITY, path[_TRIED, depth] // ways]
        way = path[_TRIED, depth] % ways
        path[_TRIED, depth] += 1
        if is_used[offer[_STOP, option]] or not _step(region, offer, path, crew, roads, depth, option, way):
            continue
        if path[_GAINED, depth + 1] > kept[-1, 0]:
            _keep(region, offer, path, kept, crew, roads, depth + 1, floor)
        leaves = offer[_LEAVES, option] + home
        room = 2 * _minutes_left(region, path, crew, depth + 1) - leaves
        needed = 2 * (kept[0, 0] - path[_GAINED, depth + 1]) + (roads[0] + roads[1]) * leaves
        is_used[offer[_STOP, option]] = True
        if depth + 1 < MOST_STOPS and _most_more(offer, is_used, room, fewest, needed) > needed:
            nodes += 1
            depth += 1
            path[_TRIED, depth] = 0
        else:
            is_used[offer[_STOP, option]] = False
    if nodes <= most_nodes:
        return kept[0, 0]
    is_used[:] = False
    room = 2 * _minutes_left(region, path, crew, 0) - home
    return max(kept[0, 0], _most_more(offer, is_used, room, fewest, _FAR) // 2 + 1)


@_inlined
def _add_option(offer: Ints, size: int, stop: int, code: int, value: int, extra_a: int, extra_b: int) -> int:
    offer[_STOP, size], offer[_CODE, size], offer[_VALUE, size] = stop, code, value
    offer[_EXTRA_A, size], offer[_EXTRA_B, size] = extra_a, extra_b
    return size + 1


@_compiled
def _offer_alone(region: Region, shift: int, lead: Ints, along: Ints, stop: int, offer: Ints, size: int) -> int:
    """What a lone shift can do at the stop; more extra minutes only where they are worth more."""
    best = 0
    if along[shift, stop] > best:
        best = along[shift, stop]
        size = _add_option(offer, size, stop, SECOND, best, 0, 0)
    for option in range(OPTIONS):
        if lead[shift, option, stop] > best:
            best = lead[shift, option, stop]
            size = _add_option(offer, size, stop, option, best, region.extra[option, stop], 0)
    return size


@_compiled
def _offer_together(region: Region, crew: Ints, lead: Ints, along: Ints, stop: int, offer: Ints, size: int) -> int:
    """The best that two can do together at the stop, whoever leads."""
    best, chosen = 0, -1
    for code in range(SECOND):
        side = code // OPTIONS
        value = lead[crew[side], code % OPTIONS, stop] + along[crew[1 - side], stop]
        if value > best:
            best, chosen = value, code
    if chosen < 0:
        return size
    extra = region.extra[chosen % OPTIONS, stop]
    if chosen < OPTIONS:
        return _add_option(offer, size, stop, chosen, best, extra, 0)
    return _add_option(offer, size, stop, chosen, best, 0, extra)


@_compiled
def _fill_offer(region: Region, crew: Ints, lead: Ints, along: Ints, is_lone: Any, offer: Ints) -> int:
    """Collect what the crew can do with profit; the number of options."""
    size = 0
    for stop in range(len(region.on_site)):
        before = size
        if crew[1] != ALONE and not is_lone[stop]:
            size = _offer_together(region, crew, lead, along, stop, offer, size)
        elif crew[1] == ALONE and is_lone[stop]:
            size = _offer_alone(region, crew[0], lead, along, stop, offer, size)
        if size > before and not _can_meet(region.spans, region.shift, crew[0], crew[1], stop):
            size = before
    return size


@_compiled
def price_crews(
    region: Region,
    crews: Ints,
    lead: Ints,
    along: Ints,
    is_lone: Any,
    roads: Ints,
    floors: Ints,
    keep: int,
    most_options: int,
    most_nodes: int,
) -> tuple[Ints, Ints]:
    """For each crew the most that any route is worth, and good routes worth more than its floor.

    `lead[x, k, p]` is what leading option k at stop p is worth to shift x, `along[x, p]` what going along is, both
    without travel; a lone shift is offered the stops that are `is_lone`, a crew of two all others. `roads[x]` is
    the price of a minute on the road. `most` is exact, or too great, as long as no crew has more options than
    `most_options`.
    """
    most = floors.copy()
    routes = np.full((len(crews), keep, KEPT + MOST_STOPS), -1, np.int64)
    room = np.empty((10, (1 + OPTIONS) * len(region.on_site)), np.int64)
    prices = np.zeros(2, np.int64)
    for number in range(len(crews)):
        crew = crews[number]
        routes[number, :, 0] = floors[number]
        size = _fill_offer(region, crew, lead, along, is_lone, room)
        if size == 0:
            continue
        offer = room[:, :size].copy()
        if size > most_options:
            offer = offer[:, np.argsort(-offer[_VALUE], kind="mergesort")[:most_options]].copy()
        other = crew[0] if crew[1] == ALONE else crew[1]
        prices[0], prices[1] = roads[crew[0]], 0 if crew[1] == ALONE else roads[other]
        bases = region.shift[crew[0], _BASE], region.shift[other, _BASE]
        home = _add_least_legs(region.leg, region.on_site, bases[0], bases[1], prices[0] + prices[1], offer)
        most[number] = _search(region, offer, crew, prices, home, routes[number], most_nodes)
    return most, routes
