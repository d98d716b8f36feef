"""PyVRP with prizes: each call an optional client, each officer's day a vehicle of its own.

Distance is time on the road and on site together, so that `max_distance` is the day's plannable minutes and
waiting does not count. A person's two calls form a client group of which one at most is made. Whom an officer
may lead for is said by routing profiles: a way to a call that is not allowed does not exist there. Own officer
and weekday cannot be said without a profile for each officer, so only travel remains of the small terms. Two
officers together cannot be said.
"""

from typing import Any

import numpy as np
import pyvrp
from pyvrp.stop import MaxRuntime

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PeerAnswer
from benchmarks.peers.calls import Call, OfficerDay, make_calls, officer_days
from benchmarks.peers.placing import plan_from_routes
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.week_index import WeekIndex

WORDS = "PyVRP with prizes"
PACKAGES = ("pyvrp",)
VARIANTS = frozenset({Variant.LONE})
IS_TIMED = True

_NO_WAY = 100_000
_LAST_MINUTE = 24 * 60 - 1

Matrix = np.ndarray[Any, np.dtype[np.int64]]
"""Minutes from stop (row) to stop (column)."""


def make_answer(week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:
    """Let PyVRP search for so many seconds, and keep the routes that it finds feasible."""
    index = WeekIndex(week.problem)
    calls, days = make_calls(index), officer_days(index)
    data = _make_data(index, calls, days, week.score.travel_tenths)
    best = pyvrp.solve(data, MaxRuntime(seconds), seed=seed, collect_stats=False).best
    routes = (
        [_trip(calls[stop.idx], days[route.vehicle_type()]) for stop in route.schedule() if stop.is_client()]
        for route in best.routes()
    )
    return PeerAnswer(plan=plan_from_routes(DraftWeek(index), routes))


def _trip(call: Call, day: OfficerDay) -> Trip:
    return Trip(call.person, call.with_assessment, day.officer, NO_OFFICER, day.day)


def _make_data(
    index: WeekIndex, calls: list[Call], days: list[OfficerDay], travel_tenths: int
) -> pyvrp.ProblemData:
    bases = sorted({_first_base(index, day.officer) for day in days})
    stops = bases + [call.person for call in calls]
    forbidden = {day.officer: _forbidden(calls, day.officer) for day in days}
    profiles = {barred: number for number, barred in enumerate(dict.fromkeys(forbidden.values()))}
    distance, duration = _matrices(index, stops, len(bases))
    return pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0) for _ in stops],
        clients=_clients(index, calls, len(bases), travel_tenths),
        depots=[pyvrp.Depot(number) for number in range(len(bases))],
        vehicle_types=[
            _vehicle(
                day, bases.index(_first_base(index, day.officer)), profiles[forbidden[day.officer]], travel_tenths
            )
            for day in days
        ],
        distance_matrices=[_without(distance, barred, len(bases)) for barred in profiles],
        duration_matrices=[_without(duration, barred, len(bases)) for barred in profiles],
        groups=[pyvrp.ClientGroup(members, required=False) for members in _groups(calls)],
    )


def _first_base(index: WeekIndex, officer: int) -> int:
    """The stop of the first officer with the same base: officers at one station share a depot."""
    base = index.base(officer)
    return next(
        other
        for other in range(len(index.people), len(index.leg))
        if other == base or (index.leg[other] == index.leg[base] and index.leg[other][base] == 0)
    )


def _forbidden(calls: list[Call], officer: int) -> frozenset[int]:
    return frozenset(number for number, call in enumerate(calls) if officer not in call.leads)


def _matrices(index: WeekIndex, stops: list[int], bases: int) -> tuple[Matrix, Matrix]:
    """(road and on-site minutes, road minutes) between the stops."""
    duration = np.array([[index.leg[here][there] for there in stops] for here in stops], dtype=np.int64)
    on_site = [0] * bases + [index.people[person].on_site_minutes for person in stops[bases:]]
    distance = duration + np.array(on_site, dtype=np.int64)
    np.fill_diagonal(distance, 0)
    return distance, duration


def _without(matrix: Matrix, barred: frozenset[int], bases: int) -> Matrix:
    columns = [bases + number for number in sorted(barred)]
    twin = matrix.copy()
    twin[:, columns] = _NO_WAY
    np.fill_diagonal(twin, 0)
    return twin


def _clients(index: WeekIndex, calls: list[Call], bases: int, travel_tenths: int) -> list[pyvrp.Client]:
    group_of = {member: number for number, members in enumerate(_groups(calls)) for member in members}
    clients = []
    for number, call in enumerate(calls):
        person = index.people[call.person]
        clients.append(
            pyvrp.Client(
                location=bases + number,
                service_duration=person.on_site_minutes,
                tw_early=person.earliest_start,
                tw_late=min(person.latest_start, _LAST_MINUTE),
                # The distance that is paid for holds the time on site: the prize gives it back.
                prize=call.worth + travel_tenths * person.on_site_minutes,
                required=False,
                group=group_of.get(number),
            )
        )
    return clients


def _groups(calls: list[Call]) -> list[list[int]]:
    of_person: dict[int, list[int]] = {}
    for number, call in enumerate(calls):
        of_person.setdefault(call.person, []).append(number)
    return [members for members in of_person.values() if len(members) > 1]


def _vehicle(day: OfficerDay, depot: int, profile: int, travel_tenths: int) -> pyvrp.VehicleType:
    return pyvrp.VehicleType(
        num_available=1,
        start_depot=depot,
        end_depot=depot,
        tw_early=day.starts_at,
        tw_late=day.ends_at,
        max_distance=day.minutes,
        unit_distance_cost=travel_tenths,
        profile=profile,
    )
