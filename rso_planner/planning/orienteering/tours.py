"""Tours under change: stops in order with the earliest and the latest start that the rest allows.

Everything here is compiled; see `compiled.py` for when it may be imported.
"""

from typing import NamedTuple

from rso_planner.planning.compiled import compiled, compiled_in_place
from rso_planner.planning.orienteering.problem import Ints


class Ground(NamedTuple):
    """What does not change: times between places, and of each stop the service, the window and the prize.

    `travel_to[b, a]` is `travel[a, b]`: all ways to one place lie side by side. `first`, `last`, `leaves` and
    `back` are of each vehicle; `near[s]` holds the stops, nearest first: s itself, then the others.
    """

    travel: Ints
    travel_to: Ints
    service: Ints
    opens: Ints
    closes: Ints
    prize: Ints
    first: Ints
    last: Ints
    leaves: Ints
    back: Ints
    near: Ints


class Tours(NamedTuple):
    """The tour of each vehicle: its places with both ends, earliest and latest starts, how many stops it has.

    `tour_of[s]` is the vehicle that serves stop s, or -1.
    """

    place: Ints
    start: Ints
    latest: Ints
    length: Ints
    tour_of: Ints


@compiled_in_place
def retime(ground: Ground, tours: Tours, tour: int) -> None:
    """Work out the earliest and the latest starts of a tour anew."""
    place, start, latest = tours.place[tour], tours.start[tour], tours.latest[tour]
    end = tours.length[tour] + 1
    place[0], place[end] = ground.first[tour], ground.last[tour]
    start[0], latest[end] = ground.leaves[tour], ground.back[tour]
    for at in range(1, end + 1):
        before, here = place[at - 1], place[at]
        time = start[at - 1] + ground.service[before] + ground.travel[before, here]
        start[at] = max(time, ground.opens[here])
    for at in range(end - 1, -1, -1):
        here, after = place[at], place[at + 1]
        time = latest[at + 1] - ground.service[here] - ground.travel[here, after]
        latest[at] = min(time, ground.closes[here])


@compiled_in_place
def insert_stop(ground: Ground, tours: Tours, tour: int, after: int, stop: int) -> None:
    """Put a stop behind the position `after` of a tour."""
    place = tours.place[tour]
    for at in range(tours.length[tour] + 1, after, -1):
        place[at + 1] = place[at]
    place[after + 1] = stop
    tours.length[tour] += 1
    tours.tour_of[stop] = tour
    retime(ground, tours, tour)


@compiled
def remove_string(ground: Ground, tours: Tours, tour: int, begin: int, size: int, keep_at: int, keep: int) -> None:
    """Take `size` places from `begin` on out of a tour, but leave `keep` of them, from `keep_at` on."""
    place = tours.place[tour]
    to = 1
    for at in range(1, tours.length[tour] + 1):
        if begin <= at < begin + size and not keep_at <= at < keep_at + keep:
            tours.tour_of[place[at]] = -1
        else:
            place[to] = place[at]
            to += 1
    tours.length[tour] = to - 1
    retime(ground, tours, tour)


@compiled
def copy_tours(source: Tours, target: Tours) -> None:
    """Make the target the same as the source."""
    for tour in range(source.length.size):
        count = source.length[tour]
        target.length[tour] = count
        for at in range(count + 2):
            target.place[tour, at] = source.place[tour, at]
            target.start[tour, at] = source.start[tour, at]
            target.latest[tour, at] = source.latest[tour, at]
    for stop in range(source.tour_of.size):
        target.tour_of[stop] = source.tour_of[stop]


@compiled
def prize_and_travel(ground: Ground, tours: Tours) -> tuple[int, int]:
    """The prizes of all tours, and their time on the road."""
    prize = 0
    road = 0
    for tour in range(tours.length.size):
        for at in range(tours.length[tour] + 1):
            here = tours.place[tour, at]
            if at > 0:
                prize += ground.prize[here]
            road += ground.travel[here, tours.place[tour, at + 1]]
    return prize, road
