"""The most that the rest of a route can be worth, by the stop where it stands and the minutes that are left.

A table for each base, found backwards by dynamic programming: minutes are counted exactly, starts and rows are
forgotten, and a stop may come again unless it is the one just left. So the tables are never too small, and close
enough that a search for the best route seldom goes wrong. Legs longer than `reach` are counted as one minute more
than it, all alike, so that a stop has few neighbours.

Compiled by numba when first used. All numbers are whole, so that a value is the same on every machine.
"""

from typing import Any, NamedTuple

import numpy as np

from rso_planner.planning.columns.field_week import Ints
from rso_planner.planning.compiled import compiled, compiled_in_place

HOPELESS = -(2**29)
"""Less than any route is worth; a table counts in 32 bits."""

_NEIGHBOURS = 150
_NOBODY = -1
_FAR_OFF = -2
# Minutes found at once: no more than any stop takes, so that what they build on is there.
_SPAN = 64


class Neighbours(NamedTuple):
    """For each stop the others within `reach` minutes, nearest first: `stops[starts[j] : starts[j + 1]]`."""

    stops: Ints
    starts: Ints
    reach: int


class Completions(NamedTuple):
    """`tables[g, r, 3 * w]`: of group g and its r-th stop the best, the next stop of the best, and the best with
    another next stop, each by `pad` plus the minutes left; `far[g]` the best of going anywhere, by minutes left at
    its start; `place[g, p]` the r of stop p, or -1. All are counted in `unit`, rounded up.
    """

    tables: Any
    far: Any
    place: Any
    pad: int
    unit: int


def make_neighbours(leg: Ints, stops: int) -> Neighbours:
    """Neighbours within a reach at which a stop has some hundreds of them."""
    between = leg[:stops, :stops]
    wanted = min(max(1, stops - 1), _NEIGHBOURS)
    ordered = np.sort(between, axis=1)
    reach = int(np.median(ordered[:, wanted])) if stops > 1 else 0
    is_near = (between <= reach) & ~np.eye(stops, dtype=np.bool_)
    order = np.argsort(between, axis=1, kind="stable")
    found = [order[stop][is_near[stop][order[stop]]] for stop in range(stops)]
    starts = np.cumsum([0, *(len(each) for each in found)])
    return Neighbours(
        np.concatenate([np.zeros(0, dtype=np.int64), *found]).astype(np.int64), starts.astype(np.int64), reach
    )


def make_completions(
    values: Ints,
    bases: Ints,
    most_minutes: Ints,
    road: Ints,
    homeward: Ints,
    on_site: Ints,
    leg: Ints,
    near: Neighbours,
) -> Completions:
    """Tables for groups of crews: `values[g, p]` is the most that any crew of the group gets at stop p.

    `bases[g]` is where they end, `most_minutes[g]` the most field minutes of a day, `road[g]` the least price of a
    minute on the road and `homeward[g]` that of the last way back.
    """
    groups = len(values)
    most_stops = int(most_minutes.max(initial=0)) // max(1, int(on_site.min(initial=1))) + 1
    unit = 1 + 4 * int(values.max(initial=0)) * most_stops // -HOPELESS
    values, road, homeward = -(-values // unit), road // unit, homeward // unit
    pad = int(on_site.max(initial=0)) + near.reach + 2
    place, most_left = _places(values, bases, most_minutes, on_site, leg)
    rows = int((place >= 0).sum(axis=1).max(initial=0))
    width = pad + most_left + 1
    tables = np.full((groups, max(1, rows), 3 * width), HOPELESS, dtype=np.int32)
    far = np.full((groups, width), HOPELESS, dtype=np.int32)
    for group in range(groups):
        chosen = np.flatnonzero(place[group] >= 0)
        _fill(
            tables[group],
            far[group],
            place[group],
            chosen,
            values[group],
            on_site,
            leg,
            near.stops,
            near.starts,
            near.reach,
            int(bases[group]),
            int(road[group]),
            int(homeward[group]),
            pad,
        )
    return Completions(tables, far, place, pad, unit)


def _places(values: Ints, bases: Ints, most_minutes: Ints, on_site: Ints, leg: Ints) -> tuple[Any, int]:
    """Each group's rows for the stops that pay it, and the most minutes left after a first one."""
    groups, stops = values.shape
    place, most_left = np.full((groups, stops), _NOBODY, dtype=np.int32), 0
    for group in range(groups):
        out, back = leg[bases[group], :stops], leg[:stops, bases[group]]
        wanted = np.flatnonzero((values[group] > 0) & (out + on_site + back <= most_minutes[group]))
        place[group, wanted] = np.arange(len(wanted))
        if len(wanted):
            most_left = max(most_left, int(most_minutes[group] - (out + on_site)[wanted].min()))
    return place, most_left


@compiled
def find_promising(
    completions: Completions,
    group: int,
    values: Ints,
    on_site: Ints,
    minutes: int,
    permille: int,
    is_promising: Any,
) -> None:
    """Mark the stops through which some route of the group is worth this much of the best, in thousandths.

    Two ways back to base, end to end, stand for a route through the stop.
    """
    found = np.full(len(values), HOPELESS, np.int64)
    for stop in range(len(values)):
        row = completions.place[group, stop]
        if row < 0:
            continue
        most_left = min(minutes - on_site[stop], completions.far.shape[1] - completions.pad - 1)
        for left in range(max(0, minutes - on_site[stop] - most_left), most_left + 1):
            one = completions.tables[group, row, completions.pad + left]
            other = completions.tables[group, row, completions.pad + minutes - on_site[stop] - left]
            if one > HOPELESS and other > HOPELESS:
                found[stop] = max(found[stop], one + other + values[stop] // completions.unit)
    limit = found.max() * permille // 1000
    for stop in range(len(values)):
        is_promising[stop] = found[stop] > HOPELESS and found[stop] >= limit


@compiled
def _fill(
    table: Any,
    far: Any,
    place: Any,
    chosen: Ints,
    values: Ints,
    on_site: Ints,
    leg: Ints,
    near: Ints,
    starts: Ints,
    reach: int,
    base: int,
    road: int,
    homeward: int,
    pad: int,
) -> None:
    width, span = len(far), _SPAN
    for here in chosen:
        span = min(span, on_site[here])
    best = np.zeros(3 * _SPAN, np.int32)
    first = pad
    while first < width:
        length = min(span, width - first)
        for row in range(len(chosen)):
            _raise_far(far, table[row], first - on_site[chosen[row]], first, length, values[chosen[row]])
        for row in range(len(chosen)):
            here = chosen[row]
            _begin(best, far, first, length, reach, road, homeward, leg[here, base], pad)
            for at in range(starts[here], starts[here + 1]):
                there = near[at]
                other = place[there]
                if other >= 0:
                    begin = first - leg[here, there] - on_site[there]
                    value = np.int32(values[there] - road * leg[here, there])
                    _raise(best, table, other, width, value, np.int32(there), np.int32(here), begin, length)
            for step in range(length):
                if best[step] > HOPELESS // 2 and leg[here, base] <= first + step - pad:
                    table[row, first + step] = best[step]
                    table[row, width + first + step] = best[_SPAN + step]
                    table[row, 2 * width + first + step] = max(best[2 * _SPAN + step], HOPELESS)
        first += length


@compiled
def _begin(
    best: Any, far: Any, first: int, length: int, reach: int, road: int, homeward: int, back: int, pad: int
) -> None:
    """The best of going home and of going far off, before any neighbour is looked at."""
    for step in range(length):
        onward = far[first + step - reach - 1]
        onward = onward - road * (reach + 1) if onward > HOPELESS // 2 else HOPELESS
        home = -homeward * back if back <= first + step - pad else HOPELESS
        best[step], best[_SPAN + step], best[2 * _SPAN + step] = max(home, onward), _FAR_OFF, HOPELESS


@compiled
def _raise_far(far: Any, row: Any, begin: int, first: int, length: int, value: int) -> None:
    """The best of going to one stop, its time on site taken off, by the minutes left at its start."""
    for step in range(length):
        found = row[begin + step]
        if found > HOPELESS // 2 and found + value > far[first + step]:
            far[first + step] = found + value


@compiled
def _raise(
    best: Any, table: Any, row: int, width: int, value: Any, there: Any, here: Any, begin: int, length: int
) -> None:
    """Take the way over one neighbour into the best and the second best, in one loop without a branch."""
    wide = np.uint64(width)
    for number in range(length):
        step = np.uint64(number)
        at = np.uint64(begin) + step
        once, following, otherwise = table[row, at], table[row, at + wide], table[row, at + wide + wide]
        onward = (otherwise if following == here else once) + value
        known, chosen, second = best[step], best[step + np.uint64(_SPAN)], best[step + np.uint64(2 * _SPAN)]
        best[step + np.uint64(2 * _SPAN)] = max(second, min(known, onward))
        best[step + np.uint64(_SPAN)] = there if onward > known else chosen
        best[step] = max(known, onward)


@compiled_in_place
def onward_worth(completions: Completions, group: int, row: int, left: int, before: int) -> int:
    """What the table says of going on from a stop, not back to the one before."""
    at, width = completions.pad + left, completions.far.shape[1]
    if before >= 0 and completions.tables[group, row, width + at] == before:
        return int(completions.tables[group, row, 2 * width + at])
    return int(completions.tables[group, row, at])
