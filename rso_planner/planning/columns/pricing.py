"""The best route of each crew under given prices: depth-first over elementary routes, with a bound.

Days hold few stops, so that the search is exact at once: stops in order of value per minute; a route is given up
when even the best of the minutes left, counted in whole stops and then by the minute, cannot beat the best found.
All numbers are whole, so that a value is the same on every machine.
"""

from typing import Any

import numpy as np

from rso_planner.planning.columns.field_week import ALONE, OPTIONS, Ints
from rso_planner.planning.columns.offers import (
    BASE,
    BY_DENSITY,
    CODE,
    EARLIEST,
    EXTRA_A,
    FIELD,
    LATEST,
    LEAST,
    LEAVES,
    MOST_STOPS,
    ROWS,
    STOP,
    VALUE,
    WEEK,
    Region,
    add_least_legs,
    fill_offer,
    most_more,
    promising,
)
from rso_planner.planning.compiled import compiled, compiled_in_place

CODES = 8
"""A route's stop is kept as stop * CODES + code."""
KEPT = 5
"""A kept route: its value, field and whole minutes of each worker (a, b, a, b), then its stops, then -1."""

_OPTION, _TRIED, _ENDS, _FIELD_A, _FIELD_B, _TOTAL_A, _TOTAL_B, _GAINED, _OUTING_A, _OUTING_B = range(10)
_FAR = 10**6


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
    region: Region, offer: Ints, path: Ints, crew: Ints, roads: Ints, depth: int, option: int, way: int
) -> bool:
    """Go on to the option's stop in the given rows of both workers; False when it does not fit."""
    stop = offer[STOP, option]
    last = offer[STOP, path[_OPTION, depth - 1]] if depth else -1
    on_site = region.on_site[stop]
    value = path[_GAINED, depth] + offer[VALUE, option]
    start, latest = 0, 10**6
    for side in range(2):
        shift = crew[side]
        if shift == ALONE:
            continue
        rows_b = 1 if crew[1] == ALONE else region.shift[crew[1], ROWS]
        row = way % rows_b if side else way // rows_b
        road, soonest = _go(region, path, depth, shift, row, last, stop, side)
        if road < 0:
            return False
        start, latest = max(start, soonest), min(latest, region.spans[LATEST, shift, row, stop])
        value -= roads[side] * road
        field = path[_FIELD_A + side, depth] + road + on_site
        path[_FIELD_A + side, depth + 1] = field
        path[_TOTAL_A + side, depth + 1] = (
            path[_TOTAL_A + side, depth] + road + on_site + offer[EXTRA_A + side, option]
        )
        if not _has_minutes(region, path, depth + 1, shift, stop, side):
            return False
    path[_OPTION, depth] = option
    path[_ENDS, depth + 1] = start + on_site
    path[_GAINED, depth + 1] = value
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
        for depth in range(length):
            option = path[_OPTION, depth]
            key = offer[STOP, option] * CODES + offer[CODE, option]
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
    last = offer[STOP, path[_OPTION, length - 1]]
    value = path[_GAINED, length]
    for side in range(2):
        if crew[side] != ALONE:
            value -= roads[side] * region.leg[last, region.shift[crew[side], BASE]]
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
        back = 0 if crew[side] == ALONE else region.leg[last, region.shift[crew[side], BASE]]
        kept[place, 1 + side] = path[_FIELD_A + side, length] + back
        kept[place, 3 + side] = path[_TOTAL_A + side, length] + back
    for depth in range(length):
        option = path[_OPTION, depth]
        kept[place, KEPT + depth] = offer[STOP, option] * CODES + offer[CODE, option]


@compiled_in_place
def _minutes_left(region: Region, path: Ints, crew: Ints, depth: int) -> int:
    left = region.shift[crew[0], FIELD] - path[_FIELD_A, depth]
    if crew[1] != ALONE:
        left = min(left, region.shift[crew[1], FIELD] - path[_FIELD_B, depth])
    return int(left)


@compiled
def _search(region: Region, offer: Ints, crew: Ints, roads: Ints, home: int, kept: Ints, most_nodes: int) -> int:
    """Keep the best routes above the floor; the most that any route is worth, exact within the node limit."""
    floor = kept[0, 0]
    path = np.zeros((10, MOST_STOPS + 1), np.int64)
    path[_OUTING_A, 0], path[_OUTING_B, 0] = -1, -1
    is_used = np.zeros(len(region.on_site), np.bool_)
    ways = region.shift[crew[0], ROWS] * (1 if crew[1] == ALONE else region.shift[crew[1], ROWS])
    fewest = offer[LEAST].min()
    depth, nodes = 0, 0
    while depth >= 0 and nodes <= most_nodes:
        if path[_TRIED, depth] >= offer.shape[1] * ways:
            depth -= 1
            is_used[offer[STOP, path[_OPTION, depth]]] = False
            continue
        option = offer[BY_DENSITY, path[_TRIED, depth] // ways]
        way = path[_TRIED, depth] % ways
        path[_TRIED, depth] += 1
        if is_used[offer[STOP, option]] or not _step(region, offer, path, crew, roads, depth, option, way):
            continue
        if path[_GAINED, depth + 1] > kept[-1, 0]:
            _keep(region, offer, path, kept, crew, roads, depth + 1, floor)
        leaves = offer[LEAVES, option] + home
        room = 2 * _minutes_left(region, path, crew, depth + 1) - leaves
        needed = 2 * (kept[0, 0] - path[_GAINED, depth + 1]) + (roads[0] + roads[1]) * leaves
        is_used[offer[STOP, option]] = True
        if depth + 1 < MOST_STOPS and most_more(offer, is_used, room, fewest, needed) > needed:
            nodes += 1
            depth += 1
            path[_TRIED, depth] = 0
        else:
            is_used[offer[STOP, option]] = False
    if nodes <= most_nodes:
        return int(kept[0, 0])
    is_used[:] = False
    room = 2 * _minutes_left(region, path, crew, 0) - home
    return max(int(kept[0, 0]), most_more(offer, is_used, room, fewest, _FAR) // 2 + 1)


@compiled
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
    is_used = np.zeros(len(region.on_site), np.bool_)
    for number in range(len(crews)):
        crew = crews[number]
        routes[number, :, 0] = floors[number]
        size = fill_offer(region, crew, lead, along, is_lone, room)
        if size == 0:
            continue
        offer = room[:, :size].copy()
        if size > most_options:
            offer = offer[:, np.argsort(-offer[VALUE], kind="mergesort")[:most_options]].copy()
        other = crew[0] if crew[1] == ALONE else crew[1]
        prices[0], prices[1] = roads[crew[0]], 0 if crew[1] == ALONE else roads[other]
        bases = region.shift[crew[0], BASE], region.shift[other, BASE]
        road = prices[0] + prices[1]
        field = min(region.shift[crew[0], FIELD], region.shift[other, FIELD])
        home = add_least_legs(region.leg, region.on_site, bases[0], bases[1], road, offer)
        for _ in range(2):
            is_promising = promising(offer, is_used, 2 * field - home, 2 * floors[number] + road * home)
            offer = offer[:, is_promising].copy()
            if offer.shape[1] == 0:
                break
            home = add_least_legs(region.leg, region.on_site, bases[0], bases[1], road, offer)
        if offer.shape[1] == 0:
            continue
        most[number] = _search(region, offer, crew, prices, home, routes[number], most_nodes)
    return most, routes
