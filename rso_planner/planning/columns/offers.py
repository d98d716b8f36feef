"""What a crew is offered under given prices: the stops that it could serve with profit, and bounds over them.

Compiled by numba when first used; few arrays with named rows, because many small ones take numba long to compile.
"""

from typing import Any, NamedTuple

import numpy as np

from rso_planner.planning.columns.field_week import ALONE, OPTIONS, FieldWeek, Ints
from rso_planner.planning.compiled import compiled, compiled_in_place

MOST_STOPS = 8
NEVER = -(2**60)
SECOND = 4
"""The code of an option: 0 and 1 the first worker leads, 2 and 3 the second one does; 4 goes along only."""

BASE, ROWS, FIELD, WEEK = range(4)
EARLIEST, LATEST = range(2)
STOP, CODE, VALUE, EXTRA_A, EXTRA_B, LEAST, WORTH, LEAVES, BY_DENSITY, BY_WORTH = range(10)
"""The rows of an offer: LEAST is twice the least minutes, WORTH twice the value less the least travel."""

_FAR = 10**6


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


@compiled
def can_meet(spans: Ints, shift: Ints, first: int, second: int, stop: int) -> bool:
    """Tell whether some start lies in a row of each worker."""
    for row in range(shift[first, ROWS]):
        opens, closes = spans[EARLIEST, first, row, stop], spans[LATEST, first, row, stop]
        if second == ALONE:
            if opens <= closes:
                return True
            continue
        for other in range(shift[second, ROWS]):
            later = max(opens, spans[EARLIEST, second, other, stop])
            if later <= min(closes, spans[LATEST, second, other, stop]):
                return True
    return False


@compiled
def add_least_legs(leg: Ints, on_site: Ints, base_a: int, base_b: int, road: int, offer: Ints) -> int:
    """Complete the offer by the least minutes of each stop; the shortest way from any stop to a base."""
    home = _FAR
    for i in range(offer.shape[1]):
        here = offer[STOP, i]
        reach = min(leg[base_a, here], leg[base_b, here])
        leave = min(leg[here, base_a], leg[here, base_b])
        home = min(home, leave)
        for j in range(offer.shape[1]):
            there = offer[STOP, j]
            if there != here:
                reach = min(reach, leg[there, here])
                leave = min(leave, leg[here, there])
        offer[LEAVES, i] = leave
        offer[LEAST, i] = 2 * on_site[here] + reach + leave
        offer[WORTH, i] = 2 * offer[VALUE, i] - road * (reach + leave)
    offer[BY_DENSITY] = np.argsort(-(offer[WORTH] / offer[LEAST]), kind="mergesort")
    offer[BY_WORTH] = np.argsort(-offer[WORTH], kind="mergesort")
    return home


@compiled_in_place
def most_more(offer: Ints, is_used: Any, room: int, fewest: int, needed: int) -> int:
    """Twice the most that further stops can add within twice the minutes of `room`; above `needed` it may stop."""
    if room <= 0:
        return 0
    stops_left = room // fewest
    by_count = 0
    for option in offer[BY_WORTH]:
        if stops_left == 0 or offer[WORTH, option] <= 0:
            break
        if not is_used[offer[STOP, option]] and offer[LEAST, option] <= room:
            by_count += offer[WORTH, option]
            stops_left -= 1
    if by_count <= needed:
        return by_count
    by_minutes = 0
    for option in offer[BY_DENSITY]:
        worth, least = offer[WORTH, option], offer[LEAST, option]
        if worth <= 0:
            break
        if is_used[offer[STOP, option]]:
            continue
        if least > room:
            by_minutes += worth * room // least + 1
            break
        room -= least
        by_minutes += worth
    return min(by_count, by_minutes)


@compiled
def promising(offer: Ints, is_used: Any, room: int, needed: int) -> Any:
    """Which options can be part of a route that is worth more than is needed; both as twice the number."""
    fewest = offer[LEAST].min()
    found = np.zeros(offer.shape[1], np.bool_)
    for option in range(offer.shape[1]):
        worth, least = offer[WORTH, option], offer[LEAST, option]
        if least <= room:
            is_used[offer[STOP, option]] = True
            more = most_more(offer, is_used, room - least, fewest, needed - worth)
            found[option] = worth + more > needed
            is_used[offer[STOP, option]] = False
    return found


@compiled_in_place
def _add_option(offer: Ints, size: int, stop: int, code: int, value: int, extra_a: int, extra_b: int) -> int:
    offer[STOP, size], offer[CODE, size], offer[VALUE, size] = stop, code, value
    offer[EXTRA_A, size], offer[EXTRA_B, size] = extra_a, extra_b
    return size + 1


@compiled
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
        return _add_option(offer, size, stop, chosen, best, extra, 0)
    return _add_option(offer, size, stop, chosen, best, 0, extra)


@compiled
def fill_offer(region: Region, crew: Ints, lead: Ints, along: Ints, is_lone: Any, offer: Ints) -> int:
    """Collect what the crew can do with profit; the number of options."""
    size = 0
    for stop in range(len(region.on_site)):
        before = size
        if crew[1] != ALONE and not is_lone[stop]:
            size = _offer_together(region, crew, lead, along, stop, offer, size)
        elif crew[1] == ALONE and is_lone[stop]:
            size = _offer_alone(region, crew[0], lead, along, stop, offer, size)
        if size > before and not can_meet(region.spans, region.shift, crew[0], crew[1], stop):
            size = before
    return size
