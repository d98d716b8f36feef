"""The best route of a crew by trying every order of every few stops; shares no code with the pricing."""

from collections.abc import Iterator, Sequence
from itertools import permutations, product
from typing import NamedTuple

from rso_planner.planning.columns.field_week import ALONE, FieldWeek, Flags, Ints


class Done(NamedTuple):
    """What is done at a stop: its value without travel, and the extra minutes of each of the crew."""

    stop: int
    value: int
    extra: tuple[int, ...]


def best_value(week: FieldWeek, crew: Sequence[int], offers: Sequence[Done], roads: Ints) -> int:
    """The most that any route is worth; 0 for staying at base."""
    shifts = [int(shift) for shift in crew if shift != ALONE]
    best = 0
    for count in range(1, 4):
        for route in permutations(offers, count):
            if len({done.stop for done in route}) == count:
                best = max(best, *(_values(week, shifts, route, roads)), 0)
    return best


def _values(week: FieldWeek, shifts: list[int], route: Sequence[Done], roads: Ints) -> Iterator[int]:
    rows = [list(product(*(range(int(week.rows[shift])) for shift in shifts))) for _ in route]
    for chosen in product(*rows):
        if (travel := _travel(week, shifts, route, chosen)) is not None:
            price = sum(int(roads[shift]) * minutes for shift, minutes in zip(shifts, travel, strict=True))
            yield sum(done.value for done in route) - price


def _travel(
    week: FieldWeek, shifts: list[int], route: Sequence[Done], chosen: Sequence[Sequence[int]]
) -> list[int] | None:
    """Each officer's minutes on the road, or None where the route breaks the day or the week."""
    leg, free = week.leg, 0
    travel = [0] * len(shifts)
    for place, (done, rows) in enumerate(zip(route, chosen, strict=True)):
        start, latest = 0, 10**6
        for number, shift in enumerate(shifts):
            base, before = int(week.base[shift]), route[place - 1].stop if place else -1
            outing = week.outing[shift, rows[number]]
            last_outing = week.outing[shift, chosen[place - 1][number]] if place else -1
            if outing < last_outing:
                return None
            start = max(start, int(week.earliest[shift, rows[number], done.stop]))
            latest = min(latest, int(week.latest[shift, rows[number], done.stop]))
            if outing == last_outing:
                travel[number] += int(leg[before, done.stop])
                start = max(start, free + int(leg[before, done.stop]))
            else:
                travel[number] += int(leg[base, done.stop]) + (int(leg[before, base]) if place else 0)
        if start > latest:
            return None
        free = start + int(week.on_site[done.stop])
    on_site = sum(int(week.on_site[done.stop]) for done in route)
    for number, shift in enumerate(shifts):
        travel[number] += int(leg[route[-1].stop, week.base[shift]])
        whole = travel[number] + on_site + sum(done.extra[number] for done in route)
        if travel[number] + on_site > week.field_minutes[shift] or whole > week.week_minutes[week.worker[shift]]:
            return None
    return travel


def offers_of(week: FieldWeek, crew: Sequence[int], lead: Ints, along: Ints, lone: Flags) -> list[Done]:
    """What the crew can do: alone every option, together the best for each stop."""
    first, second = int(crew[0]), int(crew[1])
    offers = []
    for stop in range(week.stops):
        extra = [int(minutes) for minutes in week.extra[:, stop]]
        if second == ALONE and lone[stop]:
            offers += [Done(stop, int(lead[first, option, stop]), (extra[option],)) for option in range(2)]
            offers.append(Done(stop, int(along[first, stop]), (0,)))
        elif second != ALONE and not lone[stop]:
            ways = [Done(stop, int(lead[first, k, stop] + along[second, stop]), (extra[k], 0)) for k in range(2)]
            ways += [Done(stop, int(lead[second, k, stop] + along[first, stop]), (0, extra[k])) for k in range(2)]
            offers.append(max(ways, key=lambda done: done.value))
    return [done for done in offers if done.value > 0]
