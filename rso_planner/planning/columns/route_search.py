"""The search for a crew's best routes: depth-first over elementary routes, guided by completions.

At every stop the search goes first where the stops behind promise the most (`completions.py`), and gives up what
cannot beat the routes found. It is exact when it ends by itself; when it is cut, the most that is still open
bounds what was not looked at. All numbers are whole, so that a value is the same on every machine.
"""

from typing import Any

import numpy as np

from rso_planner.planning.columns.completions import HOPELESS, Completions, Neighbours, onward_worth
from rso_planner.planning.columns.field_week import ALONE, OPTIONS, Ints
from rso_planner.planning.columns.offers import (
    BASE,
    CODE,
    CODES,
    EARLIEST,
    EXTRA_A,
    FIELD,
    LATEST,
    RETURNS,
    ROWS,
    VALUE,
    WEEK,
    Region,
    fill_offer,
)
from rso_planner.planning.compiled import compiled, compiled_in_place

MOST_STOPS = 8
KEPT = 5
"""A kept route: its value, field and whole minutes of each worker (a, b, a, b), then its stops, then -1."""

_STOP, _OPTION, _ENDS, _GAINED, _FIELD_A, _FIELD_B, _TOTAL_A, _TOTAL_B, _OUTING_A, _OUTING_B = range(10)
_TO_STOP, _BY_OPTION, _WAY, _PROMISE = range(4)
_NEVER = -(2**60)
_LATE = 10**6


@compiled
def price_crews(
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
    """For each crew the most that a route is worth, into `most`, which begins as its floor, and its best routes.

    Where `is_exclusive`, what a crew takes no later one has.
    """
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
    depth, nodes, most, is_new = 0, 0, floor, True
    while depth >= 0 and nodes <= most_nodes:
        if is_new:
            needed, ways_on = kept[-1, 0], steps[depth]
            count[depth] = _expand(
                region, near, completions, groups, offer, first, crew, roads, path, depth, is_used, ways_on, needed
            )
            tried[depth], is_new = 0, False
            nodes += 1
            continue
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
        is_used[stop], is_new = True, True
        depth += 1
    return int(max(most, kept[0, 0], _most_open(steps, tried, count, depth)))


@compiled
def _most_open(steps: Ints, tried: Ints, count: Ints, depth: int) -> int:
    """The most that a way on promises which the search did not come to."""
    most = _NEVER
    for above in range(depth + 1):
        if tried[above] < count[above]:
            most = max(most, steps[above, _PROMISE, tried[above]])
    return int(most)


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
    here, size, start, end = path[_STOP, depth], 0, 0, len(region.on_site)
    is_listed = here >= 0 and _far_promise(region, completions, groups, crew, roads, path, depth, near) <= needed
    if is_listed:
        start, end = near.starts[here], near.starts[here + 1]
    ways = region.shift[crew[0], ROWS] * (1 if crew[1] == ALONE else region.shift[crew[1], ROWS])
    for number in range(start, end):
        stop = near.stops[number] if is_listed else number
        if is_used[stop] or first[stop] == first[stop + 1]:
            continue
        if _quick_promise(region, completions, groups[0], offer, first, crew, roads, path, depth, stop) <= needed:
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
    _sort_steps(steps, size)
    return size


@compiled
def _sort_steps(steps: Ints, size: int) -> None:
    """The most promising first."""
    if size > 1:
        order = np.argsort(-steps[_PROMISE, :size], kind="mergesort")
        for row in range(4):
            steps[row, :size] = steps[row, :size][order]


@compiled_in_place
def _quick_promise(
    region: Region,
    completions: Completions,
    group: int,
    offer: Ints,
    first: Ints,
    crew: Ints,
    roads: Ints,
    path: Ints,
    depth: int,
    stop: int,
) -> int:
    """The most by way of the stop for the first of the crew alone, told in a moment: it rules most stops out."""
    here, shift, row = path[_STOP, depth], crew[0], completions.place[group, stop]
    leg = region.leg[region.shift[shift, BASE] if here < 0 else here, stop]
    left = region.shift[shift, FIELD] - path[_FIELD_A, depth] - leg - region.on_site[stop]
    if row < 0 or left < 0:
        return _NEVER
    road = roads[0] + (roads[1] if here >= 0 else 0)
    onward = completions.unit * onward_worth(completions, group, row, left, here)
    return int(path[_GAINED, depth] + offer[VALUE, first[stop + 1] - 1] - road * leg + onward)


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
        shift = crew[side]
        left = region.shift[shift, FIELD] - path[_FIELD_A + side, depth]
        left = min(left, region.shift[shift, RETURNS] - path[_ENDS, depth])
        if left < 0:
            return _NEVER
        least = min(least, onward_worth(completions, group, row, left, before))
    if least <= HOPELESS:
        return _NEVER
    return int(path[_GAINED, depth] + completions.unit * least)


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
        shift = crew[side]
        left = region.shift[shift, FIELD] - path[_FIELD_A + side, depth]
        left = min(left, region.shift[shift, RETURNS] - path[_ENDS, depth])
        if left < 0:
            return _NEVER
        least = min(least, completions.far[groups[side], completions.pad + left - near.reach - 1])
    if least <= HOPELESS:
        return _NEVER
    return int(path[_GAINED, depth] + completions.unit * least - (roads[0] + roads[1]) * (near.reach + 1))


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
    start, latest = 0, _LATE
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
