"""What a crew is offered under given prices: for each stop the ways to serve it with profit.

Compiled by numba when first used; few arrays with named rows, because many small ones take numba long to compile.
"""

from typing import Any, NamedTuple

import numpy as np

from rso_planner.planning.columns.field_week import ALONE, OPTIONS, FieldWeek, Ints
from rso_planner.planning.compiled import compiled, compiled_in_place

NEVER = -(2**60)
SECOND = 4
"""The code of an option: 0 and 1 the first worker leads, 2 and 3 the second one does; 4 goes along only."""
CODES = 8
"""A route's stop is kept as stop * CODES + code."""

BASE, ROWS, FIELD, WEEK, RETURNS = range(5)
EARLIEST, LATEST = range(2)
CODE, VALUE, EXTRA_A, EXTRA_B = range(4)
"""The rows of an offer."""


class Region(NamedTuple):
    """What does not change with the prices.

    `shift[x]` is base, rows, field and week minutes, and when the last visit there can be is over and the way back
    done; `spans` earliest and latest starts.
    """

    on_site: Ints
    extra: Ints
    leg: Ints
    spans: Ints
    outing: Ints
    shift: Ints


def make_region(week: FieldWeek, spans: Ints | None = None) -> Region:
    """The region of a week, with its own earliest and latest starts or narrower ones."""
    if spans is None:
        spans = np.stack([week.earliest, week.latest])
    back = week.leg[: week.stops, week.base].T
    ends = np.where(spans[LATEST] >= spans[EARLIEST], spans[LATEST] + (week.on_site + back)[:, None, :], 0)
    columns = [week.base, week.rows, week.field_minutes, week.week_minutes[week.worker]]
    return Region(
        on_site=week.on_site,
        extra=week.extra,
        leg=week.leg,
        spans=spans,
        outing=week.outing,
        shift=np.stack([*columns, ends.max(axis=(1, 2), initial=0)], axis=1).reshape(-1, 5),
    )


@compiled_in_place
def _add_option(offer: Ints, size: int, code: int, value: int, extra_a: int, extra_b: int) -> int:
    offer[CODE, size], offer[VALUE, size] = code, value
    offer[EXTRA_A, size], offer[EXTRA_B, size] = extra_a, extra_b
    return size + 1


@compiled
def _offer_alone(region: Region, shift: int, lead: Ints, along: Ints, stop: int, offer: Ints, size: int) -> int:
    """What a lone shift can do at the stop; more extra minutes only where they are worth more."""
    best = 0
    if along[shift, stop] > best:
        best = along[shift, stop]
        size = _add_option(offer, size, SECOND, best, 0, 0)
    for option in range(OPTIONS):
        if lead[shift, option, stop] > best:
            best = lead[shift, option, stop]
            size = _add_option(offer, size, option, best, region.extra[option, stop], 0)
    return size


@compiled
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
        return _add_option(offer, size, chosen, best, extra, 0)
    return _add_option(offer, size, chosen, best, 0, extra)


@compiled
def fill_offer(
    region: Region, crew: Ints, lead: Ints, along: Ints, is_lone: Any, is_taken: Any, offer: Ints, first: Ints
) -> int:
    """Collect what the crew can do with profit; the options of stop p stand at `first[p]` to `first[p + 1]`."""
    size = 0
    for stop in range(len(region.on_site)):
        first[stop] = size
        if is_taken[stop]:
            continue
        if crew[1] != ALONE and not is_lone[stop]:
            size = _offer_together(region, crew, lead, along, stop, offer, size)
        elif crew[1] == ALONE and is_lone[stop]:
            size = _offer_alone(region, crew[0], lead, along, stop, offer, size)
    first[len(region.on_site)] = size
    return size


@compiled
def most_offered(
    region: Region, crews: Ints, groups: Ints, lead: Ints, along: Ints, is_lone: Any, is_taken: Any, most: Ints
) -> None:
    """For each group of crews the most that any of them gets at each stop; `groups[c]` are crew c's two groups."""
    stops = len(region.on_site)
    offer = np.empty((4, (1 + OPTIONS) * stops), np.int64)
    first = np.empty(stops + 1, np.int64)
    for number in range(len(crews)):
        fill_offer(region, crews[number], lead, along, is_lone, is_taken, offer, first)
        for stop in range(stops):
            if first[stop + 1] > first[stop]:
                # The last option of a stop is the best one.
                value = offer[VALUE, first[stop + 1] - 1]
                for side in range(2):
                    group = groups[number, side]
                    most[group, stop] = max(most[group, stop], value)
