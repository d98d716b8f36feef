"""A local search for tours: take out strings of stops that lie near one another, put stops in again, repeat.

The idea of the strings is that of Christiaens and Vanden Berghe, 'Slack Induction by String Removals',
Transportation Science 54 (2020); here stops are optional, and what is put in first is drawn by prize as often as
by chance. Worse tours are accepted as in simulated annealing. The work is counted in positions tried, so that the
search stops at the same point on every machine. Everything here is compiled; see `compiled.py`.
"""

from typing import NamedTuple

import numpy as np

from rso_planner.planning.compiled import compiled, compiled_in_place
from rso_planner.planning.orienteering.problem import Ints
from rso_planner.planning.orienteering.tours import (
    Ground,
    Tours,
    copy_tours,
    insert_stop,
    prize_and_travel,
    remove_string,
)

# Tuned on the public instances, one second each: see docs/benchmarks.md for what they reach.
_REMOVED_ON_AVERAGE = 5.0
_LONGEST_STRING = 7
_HOTTEST, _COLDEST = 0.55, 0.02
_SKIPPED_POSITIONS = 0.01
# In positions tried, so that the same work takes about the same time on every instance.
_WORK_OF_A_ROUND, _WORK_OF_A_STOP, _WORK_OF_A_RETIMED_STOP = 100, 14, 4
# A pool of routes holds those of tours this close to the best.
_POOLED_FROM = 0.95


class Pool(NamedTuple):
    """Routes met on the way, no two of the same stops; `used[0]` of them; `marks` tells stops apart."""

    stops: Ints
    length: Ints
    vehicle: Ints
    table: Ints
    marks: Ints
    used: Ints


class Hunt(NamedTuple):
    """A search: the tours now, on trial and best, and its counters.

    `state` holds the state of the random numbers, the work done, the prize of the best and the goal to stop at.
    """

    now: Tours
    trial: Tours
    best: Tours
    state: Ints
    pool: Pool


@compiled_in_place
def draw(state: Ints) -> float:
    """A number from 0 to below 1 (xorshift, 32 bits)."""
    number = state[0]
    number ^= (number << 13) & 0xFFFFFFFF
    number ^= number >> 17
    number ^= (number << 5) & 0xFFFFFFFF
    state[0] = number
    return float(number / 4294967296.0)


@compiled
def _ruin_tour(ground: Ground, tours: Tours, tour: int, stop: int, longest: float, state: Ints) -> None:
    count = tours.length[tour]
    wanted = min(count, int(1 + draw(state) * min(longest, count)))
    keep = 0
    if 1 < wanted < count and draw(state) < 0.5:
        keep = 1
        while wanted + keep < count and draw(state) > 0.5:
            keep += 1
    size = wanted + keep
    at = 1
    while tours.place[tour, at] != stop:
        at += 1
    low, high = max(1, at - size + 1), min(at, count - size + 1)
    begin = low + int(draw(state) * (high - low + 1))
    keep_at = begin + int(draw(state) * (wanted + 1)) if keep > 0 else 0
    remove_string(ground, tours, tour, begin, size, keep_at, keep)


@compiled
def _ruin(ground: Ground, tours: Tours, state: Ints) -> None:
    fleet = tours.length.size
    stops = tours.tour_of.size
    longest = min(float(_LONGEST_STRING), max(1.0, tours.length.sum() / fleet))
    strings = max(1, int(1 + draw(state) * (4.0 * _REMOVED_ON_AVERAGE / (1.0 + longest) - 1.0)))
    is_ruined = np.zeros(fleet, np.bool_)
    centre = int(draw(state) * stops)
    ruined = 0
    for stop in ground.near[centre]:
        tour = tours.tour_of[stop]
        if tour < 0 or is_ruined[tour]:
            continue
        _ruin_tour(ground, tours, tour, stop, longest, state)
        is_ruined[tour] = True
        ruined += 1
        if ruined >= strings:
            break


@compiled
def _order_of_insertion(ground: Ground, tours: Tours, state: Ints) -> Ints:
    """The stops in no tour, in the order of one rule, drawn anew each time."""
    absent = np.nonzero(tours.tour_of < 0)[0]
    keys = np.zeros(absent.size)
    rule = draw(state)
    for each in range(absent.size):
        stop = absent[each]
        if rule < 0.3:
            keys[each] = draw(state)
        elif rule < 0.7:
            keys[each] = -ground.prize[stop] * (0.6 + 0.8 * draw(state))
        elif rule < 0.85:
            time = ground.service[stop] + ground.travel[stop, ground.near[stop, min(3, ground.near.shape[1] - 1)]]
            keys[each] = -ground.prize[stop] / (time + 1.0) * (0.5 + draw(state))
        elif rule < 0.95:
            keys[each] = ground.closes[stop] - ground.opens[stop]
        else:
            keys[each] = -ground.travel[ground.first[0], stop]
    return absent[np.argsort(keys, kind="mergesort")]


@compiled_in_place
def _find_position(ground: Ground, tours: Tours, stop: int, state: Ints) -> tuple[int, int, int]:
    """The tour and the position with the least detour, or -1, and how many positions were tried."""
    way_to, way_from = ground.travel_to[stop], ground.travel[stop]
    service, closes = ground.service[stop], ground.closes[stop]
    soonest_end = ground.opens[stop] + service
    least, best_tour, best_at, tried = 1 << 60, -1, -1, 0
    for tour in range(tours.length.size):
        place, start, latest = tours.place[tour], tours.start[tour], tours.latest[tour]
        for at in range(tours.length[tour] + 1):
            if start[at] > closes:
                break
            tried += 1
            if soonest_end > latest[at + 1]:
                continue
            before, after = place[at], place[at + 1]
            time = start[at] + ground.service[before] + way_to[before]
            if time > closes or max(time + service, soonest_end) + way_from[after] > latest[at + 1]:
                continue
            if draw(state) < _SKIPPED_POSITIONS:
                continue
            detour = way_to[before] + way_from[after] - ground.travel[before, after]
            if detour < least:
                least, best_tour, best_at = detour, tour, at
    return best_tour, best_at, tried


@compiled
def _insert(ground: Ground, tours: Tours, state: Ints) -> int:
    work = 0
    for stop in _order_of_insertion(ground, tours, state):
        tour, after, positions = _find_position(ground, tours, stop, state)
        work += _WORK_OF_A_STOP + positions
        if tour >= 0:
            insert_stop(ground, tours, tour, after, stop)
            work += _WORK_OF_A_RETIMED_STOP * tours.length[tour]
    return work


@compiled
def _remember(tours: Tours, pool: Pool) -> None:
    """Keep each tour whose stops are new to the pool, while there is room."""
    slots = pool.table.size
    for tour in range(tours.length.size):
        count = tours.length[tour]
        mark = 0
        for at in range(1, count + 1):
            mark ^= pool.marks[tours.place[tour, at]]
        slot = mark % slots
        while pool.table[slot] != 0 and pool.table[slot] != mark:
            slot = (slot + 1) % slots
        number = pool.used[0]
        if pool.table[slot] != 0 or number >= pool.length.size or count == 0:
            continue
        pool.table[slot] = mark
        pool.length[number] = count
        pool.vehicle[number] = tour
        for at in range(count):
            pool.stops[number, at] = tours.place[tour, at + 1]
        pool.used[0] += 1


@compiled
def hunt_for_prizes(ground: Ground, hunt: Hunt, work: int, mean_prize: float, road_worth: float) -> None:
    """Search, cooling down, until so much work is done or the best has reached the goal.

    `road_worth` is what a unit of time on the road costs, in prizes.
    """
    state = hunt.state
    prize, road = prize_and_travel(ground, hunt.now)
    worth = prize - road_worth * road
    best_worth = state[2] - road_worth * prize_and_travel(ground, hunt.best)[1]
    while state[1] < work and state[2] < state[3]:
        heat = mean_prize * _HOTTEST * (_COLDEST / _HOTTEST) ** (state[1] / work)
        _ruin(ground, hunt.trial, state)
        state[1] += _WORK_OF_A_ROUND + _insert(ground, hunt.trial, state)
        prize, road = prize_and_travel(ground, hunt.trial)
        tried = prize - road_worth * road
        if tried <= worth + heat * np.log(draw(state) + 1e-12):
            copy_tours(hunt.now, hunt.trial)
            continue
        copy_tours(hunt.trial, hunt.now)
        worth = tried
        if prize >= _POOLED_FROM * state[2]:
            _remember(hunt.trial, hunt.pool)
        if prize > state[2] or (prize == state[2] and tried > best_worth):
            best_worth = tried
            state[2] = prize
            copy_tours(hunt.trial, hunt.best)
