"""The walk that the completions promise a lone shift: it takes no account of starts, and stops may come again."""

from typing import Any

import numpy as np

from rso_planner.planning.columns.completions import HOPELESS, Completions, Neighbours, onward_worth
from rso_planner.planning.columns.field_week import OPTIONS, Ints
from rso_planner.planning.columns.offers import (
    BASE,
    CODE,
    EARLIEST,
    FIELD,
    LATEST,
    RETURNS,
    ROWS,
    VALUE,
    Region,
    fill_offer,
)
from rso_planner.planning.compiled import compiled, compiled_in_place

_NEVER = -(2**60)
_LATE = 10**6


@compiled_in_place
def _earliest_end(region: Region, shift: int, stop: int) -> int:
    """When a visit to the stop is over at the earliest, were it the first."""
    least = _LATE
    for row in range(region.shift[shift, ROWS]):
        start = region.spans[EARLIEST, shift, row, stop]
        if start <= region.spans[LATEST, shift, row, stop]:
            least = min(least, start)
    return int(least + region.on_site[stop])


@compiled
def follow_walk(
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
    """Follow the tables from base to base, stops and codes into `walk`; the number of stops."""
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
            if stop in (here, before) or first[stop] == first[stop + 1]:
                continue
            worth, rest = _go_on(region, near, completions, group, shift, here, stop, left, road)
            if worth > _NEVER and worth + offer[VALUE, first[stop + 1] - 1] > best:
                best, there, remains = worth + offer[VALUE, first[stop + 1] - 1], stop, rest
        if there < 0:
            break
        walk[0, size], walk[1, size] = there, offer[CODE, first[there + 1] - 1]
        # Behind a leg that is counted as one of the far ones, the table does not know where it comes from.
        before = here if here >= 0 and region.leg[here, there] <= near.reach else -1
        here, left = there, remains
        size += 1
    return size


@compiled_in_place
def _go_on(
    region: Region,
    near: Neighbours,
    completions: Completions,
    group: int,
    shift: int,
    here: int,
    stop: int,
    left: int,
    road: int,
) -> tuple[int, int]:
    """What the tables say of going on to the stop, without its own value, and the minutes left after it."""
    row = completions.place[group, stop]
    leg = region.leg[region.shift[shift, BASE] if here < 0 else here, stop]
    known = here
    if here >= 0 and leg > near.reach:
        leg, known = near.reach + 1, -1
    rest = left - leg - region.on_site[stop]
    if here < 0:
        rest = min(rest, region.shift[shift, RETURNS] - _earliest_end(region, shift, stop))
    if row < 0 or rest < 0:
        return _NEVER, 0
    onward = onward_worth(completions, group, row, rest, known)
    if onward <= HOPELESS:
        return _NEVER, 0
    return completions.unit * onward - road * leg, rest
